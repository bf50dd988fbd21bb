"""What the center has confirmed by its signed receipts: never by the last HTTP code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import cast_out
from desk_app.store.quarantine import count_quarantined
from desk_app.store.scans import scan_tables_of
from desk_app.store.search import count_dossiers
from desk_app.store.tables import connection_of
from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.journal.travelling import recalled_here
from sync.model.entry import Entry
from sync.model.moment import day_of
from sync.model.words import short_date

if TYPE_CHECKING:
    from sync.protocol.proving import News

TRIED = "center-tried"
"""Note: when the center was last asked besides a hub."""
FORGED = "forged"
"""Note: the date on which something was refused whose seals do not hold, and who sent it (hub, center)."""
FORGED_SHOWN = timedelta(days=7)
ONE_BY_ONE = 500
"""Up to so many dossiers are looked at one by one; for more, what waits is subtracted."""
MOST_COUNTED = 20_000
"""Up to so many waiting entries are read to count their dossiers: the state is asked at every change."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the desk stands against its center.

    `pending` entries (of `pending_dossiers` dossiers, the oldest written at `oldest_pending`) wait; beyond
    `MOST_COUNTED` entries it is as many dossiers as they can be at most. The center holds `held` of the
    desk's `total` dossiers as of its own time `as_of` (None: never heard). `problem` is the last
    exchange's trouble in words, empty when it went well; `proof` what the latest comparison with the center
    found damaged and put right, and what was refused lately because its seals do not hold. `scans_pending`
    scans of this desk are not confirmed. `revoked`: the center has revoked this desk; `aside` says what of
    other, revoked desks is kept apart here. `complete_since`: older dossiers than of that date are still on
    their way (None: all are here).
    """

    enrolled: bool
    pending: int
    pending_dossiers: int
    oldest_pending: datetime | None
    held: int
    total: int
    as_of: datetime | None
    center_title: str
    problem: str = ""
    scans_pending: int = 0
    proof: str = ""
    revoked: bool = False
    aside: str = ""
    complete_since: date | None = None


@needs(MACHINE)
def acknowledged_dossiers(desk: Desk, ledger: Ledger, dossiers: Sequence[bytes]) -> set[bytes]:
    """Those of the dossiers of which the enrolling center's receipt in force covers every own entry."""
    center = desk.settings.center
    if center is None or not dossiers:
        return set()
    from sync.protocol.receipts import coverage, pending_dossiers

    cover = coverage(ledger, desk.keys.node, center.node)
    if cover.receipt is None:
        return set()
    if len(dossiers) > ONE_BY_ONE:
        return set(dossiers) - pending_dossiers(ledger, desk.keys.node, center.node)
    held: dict[bytes, list[Entry]] = {}
    for channel in _channels(desk, ledger):
        for one, entries in ledger.rows.dossier_entries(channel, dossiers).items():
            held.setdefault(one, []).extend(entries)
    return {one for one, entries in held.items() if all(cover.covers(entry) for entry in entries)}


def _channels(desk: Desk, ledger: Ledger) -> list[str]:
    """The unit's channel, and those of the units that were merged into it."""
    record = ledger.rows.node(desk.keys.node)
    others = (one for one in (record.writes if record else ()) if one.startswith("unit:"))
    return list(dict.fromkeys((desk.settings.channel, *others)))


@needs(MACHINE)
def center_incarnation(desk: Desk, ledger: Ledger) -> bytes:
    """The incarnation of the enrolling center whose word is in force; empty before the first receipt."""
    center = desk.settings.center
    return (ledger.rows.note(f"receipt-in-force:{center.node.hex()}") or b"") if center else b""


@needs(MACHINE)
def sync_state(desk: Desk) -> SyncState:
    """What the status bar, the sync page and the command line say."""
    from sync.protocol.proving import proof_news
    from sync.protocol.receipts import pending_dossiers, pending_entries

    center = desk.settings.center
    node = center.node if center else None
    with desk.reading() as ledger:
        pending = pending_entries(ledger, desk.keys.node, node)
        total = count_dossiers(desk.store.reader())
        waiting = min(total, pending.entries)
        if node is not None and 0 < pending.entries <= MOST_COUNTED:
            # Without a center all that is stored waits: looking at every entry would bring the journal into
            # the reader's page cache (8 MiB) and say the same.
            waiting = len(pending_dossiers(ledger, desk.keys.node, node))
        problem = ledger.rows.note("sync-problem") or b""
        scans = scan_tables_of(ledger).count_unconfirmed(desk.keys.node, center_incarnation(desk, ledger))
        news = proof_news(ledger)
        revoked = cast_out(ledger)
        aside = _aside_in_words(desk, ledger)
        since = complete_since(ledger, desk.settings.channel)
        forged = _forged_lately(ledger, desk.clock())
    return SyncState(
        enrolled=center is not None,
        pending=pending.entries,
        pending_dossiers=waiting,
        oldest_pending=pending.oldest_at,
        held=total - waiting if pending.as_of else 0,
        total=total,
        as_of=pending.as_of,
        center_title=desk.settings.center_title,
        problem=problem.decode("utf-8"),
        scans_pending=scans,
        proof=" ".join(filter(None, (proof_in_words(news[-1]) if news else "", forged))),
        revoked=revoked,
        aside=aside,
        complete_since=since,
    )


def _aside_in_words(desk: Desk, ledger: Ledger) -> str:
    """Why a dossier of another desk may not be found here: that desk was revoked, and what it wrote since
    counts nowhere until somebody has compared it."""
    return " ".join(filter(None, (_kept_apart(desk, ledger), _taken_back(ledger))))


def _taken_back(ledger: Ledger) -> str:
    """The same of what was carried here from other units, or from here to them and back."""
    entries, dossiers, units = recalled_here(ledger.rows)
    if not entries:
        return ""
    return (
        f"Trung tâm đã thu hồi một máy của đơn vị {', '.join(units)}: {entries} ghi nhận của máy đó trong"
        f" {dossiers} hồ sơ chuyển đến đây tạm không được tính, chờ đơn vị đó đối chiếu. Hồ sơ đang giải"
        " quyết mà không còn trong danh sách: giữ giấy tờ, chưa trả kết quả và gọi đơn vị đó."
    )


def _kept_apart(desk: Desk, ledger: Ledger) -> str:
    found = [one for one in count_quarantined(connection_of(ledger)) if one[0] != desk.keys.node]
    if not found:
        return ""
    records = [ledger.rows.node(node) for node, _count in found]
    desks = sorted({str(one.desk) for one in records if one is not None and one.desk})
    named = f"quầy {', '.join(desks)}" if desks else "một máy của xã"
    count = sum(one for _node, one in found)
    return (
        f"Trung tâm đã thu hồi {named}: {count} ghi nhận của máy đó được giữ riêng, chưa tính vào đâu."
        " Công dân có phiếu hẹn mà tra không thấy hồ sơ: giữ bản chụp phiếu và báo trung tâm đối chiếu."
    )


def _forged_lately(ledger: Ledger, now: datetime) -> str:
    raw = (ledger.rows.note(FORGED) or b"").decode("ascii").split()
    if len(raw) != 2:
        return ""
    day = date.fromisoformat(raw[0])
    return forged_in_words(day, by_hub=raw[1] == "hub") if day_of(now) - day < FORGED_SHOWN else ""


def forged_in_words(day: date, *, by_hub: bool) -> str:
    """That something was refused which its writer never sealed so; who brought it, and what to do."""
    who = "máy đầu mối" if by_hub else "trung tâm"
    return (
        f"Ngày {short_date(day)}: {who} gửi dữ liệu có con dấu không đúng của nơi ghi; máy này không nhận"
        " phần đó, phần khác vẫn đồng bộ. Hãy báo người phụ trách kỹ thuật."
    )


def complete_since(ledger: Ledger, channel: str) -> date | None:
    """The date from which on the desk has every dossier, while older ones still come; else None."""
    filling = filling_of(ledger.rows, channel)
    if filling is None or (filling.lent and not filling.below):
        return None
    return date.fromordinal(min(filling.complete_since, date.max.toordinal()))


def complete_words(since: date) -> str:
    """What a desk has that was filled from a checkpoint only so far."""
    return f"Đủ hồ sơ từ ngày {short_date(since)}; đang tải phần cũ hơn"


def proof_in_words(news: News) -> str:
    """What a comparison with the center found and did about it."""
    if not news.day:
        done = "Bảng tra cứu khác với trung tâm; chương trình đã lập lại bảng từ sổ gốc."
        return f"{done} Hãy báo người phụ trách kỹ thuật."
    day = f"Ngày {short_date(date.fromordinal(min(news.day, date.max.toordinal())))}"
    parts = []
    if news.here:
        parts.append(f"máy này mất {news.here} ghi nhận, đã lấy lại đủ từ trung tâm")
    if news.there:
        parts.append(f"trung tâm mất {news.there} ghi nhận, máy này đã gửi bù")
    return f"{day}: {'; '.join(parts)}. Ổ đĩa có thể đang hỏng, hãy báo người phụ trách kỹ thuật."
