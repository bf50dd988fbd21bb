"""What the stick's part of the Sync page says: what waits, was written, lies in a bundle, was brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.ui.tongue import tr
from sync.model.words import weight

if TYPE_CHECKING:
    from desk_app.operations.receipts import SyncState
    from desk_app.operations.sticks import StickFacts, StickIn, StickOut


def waiting_words(state: SyncState) -> str:
    """What would go along if it were written now."""
    if not state.pending and not state.scans_pending:
        return tr("Trung tâm đã xác nhận tất cả")
    if not state.pending:
        return tr("{0} bản chụp trung tâm chưa xác nhận").format(state.scans_pending)
    words = tr("{0} hồ sơ ({1} ghi nhận) trung tâm chưa xác nhận").format(
        state.pending_dossiers, state.pending
    )
    return words + (tr(" · {0} bản chụp").format(state.scans_pending) if state.scans_pending else "")


def written_words(out: StickOut) -> str:
    """What lies on the stick now, and what does not."""
    words = tr("Đã ghi {0} hồ sơ ({1} ghi nhận, {2}). Có thể rút thẻ nhớ.").format(
        out.dossiers, out.entries, weight(out.size)
    )
    if out.scans:
        words += tr(" Kèm {0} bản chụp.").format(out.scans)
    if out.scans_missing:
        words += tr(
            " {0} bản chụp thiếu hoặc hỏng ở máy này nên không ghi được: mở hồ sơ, quét và đính kèm lại."
        ).format(out.scans_missing)
    if out.scans_left:
        words += tr(" {0} bản chụp chưa vừa: mang gói này đi rồi ghi tiếp.").format(out.scans_left)
    return words + (tr(" Gói đã đầy: mang về rồi ghi tiếp phần còn lại.") if out.more else "")


def scans_words(facts: StickFacts) -> str:
    """What a bundle says of scans; empty without any."""
    words = ""
    if facts.scans:
        words += tr(" Kèm {0} bản chụp ({1}).").format(facts.scans, weight(facts.scan_bytes))
    if facts.scans_missing:
        words += tr(" {0} bản chụp thiếu hoặc hỏng ở máy ghi.").format(facts.scans_missing)
    if facts.scans_left:
        words += tr(" {0} bản chụp còn lại ở máy ghi.").format(facts.scans_left)
    return words


def facts_words(facts: StickFacts, made: str) -> str:
    """What a bundle holds, in words."""
    maker = tr("Trung tâm ghi") if facts.from_center else tr("Quầy {0} ghi").format(facts.desk)
    if facts.ours:
        maker = tr("Chính quầy này ghi")
    if facts.history:
        maker = tr("Gói lịch sử: trung tâm ghi")
    if facts.answer:
        maker = tr("Trung tâm trả lời gói của quầy này,")
    words = tr("{0} lúc {1}: {2} ghi nhận của {3} hồ sơ, {4}.").format(
        maker, made, facts.entries, facts.dossiers, weight(facts.size)
    )
    words += scans_words(facts)
    if facts.confirms:
        return tr("{0} Có xác nhận mới của trung tâm cho máy này.").format(words)
    if facts.history and facts.news:
        return tr("{0} Nhập để có hồ sơ cũ mà không phải tải qua mạng.").format(words)
    if facts.news:
        return tr("{0} Có điều mới so với máy này.").format(words)
    if facts.scans and not facts.ours:
        return tr("{0} Máy này đã có đủ ghi nhận; bản chụp thì so khi nhập.").format(words)
    return tr("{0} Máy này đã có đủ; nhập lại cũng vô hại.").format(words)


def taken_words(taken: StickIn) -> str:
    """What taking a bundle in brought, in words."""
    parts = [tr("Đã nhập {0} ghi nhận mới của {1} hồ sơ").format(taken.received, taken.dossiers)]
    if taken.facts.from_center:
        parts.append(
            tr("trung tâm xác nhận thêm {0} ghi nhận, còn {1} chờ xác nhận").format(
                taken.acknowledged, taken.pending
            )
        )
    if taken.parked:
        parts.append(tr("một phần chờ gói ghi trước đó"))
    if taken.scans:
        parts.append(tr("{0} bản chụp").format(taken.scans))
    if taken.scans_confirmed:
        parts.append(tr("trung tâm xác nhận thêm {0} bản chụp").format(taken.scans_confirmed))
    if taken.scans_turned_away:
        parts.append(
            tr("{0} bản chụp không nhập được vì không nguyên vẹn hoặc không hồ sơ nào ghi").format(
                taken.scans_turned_away
            )
        )
    if taken.facts.scans_missing:
        parts.append(tr("{0} bản chụp bên gửi báo thiếu hoặc hỏng").format(taken.facts.scans_missing))
    if taken.refused:
        parts.append(
            tr("{0} sổ không nhập được vì không đúng chữ ký hoặc không thuộc đơn vị").format(taken.refused)
        )
    return "; ".join(parts) + tr(". Có thể rút thẻ nhớ.")
