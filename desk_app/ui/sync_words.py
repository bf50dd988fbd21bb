"""The state of the sync in words. Offline is a state, not an error: calm, and never only a colour."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.ui.tongue import tr
from sync.model.moment import day_of
from sync.model.words import clock, short_date

if TYPE_CHECKING:
    from desk_app.operations.receipts import SyncState


def when(at: datetime, now: datetime) -> str:
    """``10:42``, with the date when it was another day."""
    return clock(at) if day_of(at) == day_of(now) else f"{clock(at)} {short_date(at)}"


def state_words(state: SyncState, now: datetime, *, offline: bool) -> str:
    """One line for the status bar; `offline`: the last try of this window did not reach the
    center (another process may have tried since: then `state.problem` says so).
    """
    if not state.enrolled:
        return tr("Chưa kết nối trung tâm")
    if state.revoked:
        return tr("Quầy này đã bị trung tâm thu hồi")
    waits = [tr("{0} hồ sơ").format(state.pending_dossiers)] if state.pending_dossiers else []
    waits += [tr("{0} bản chụp").format(state.scans_pending)] if state.scans_pending else []
    waiting = tr("{0} chờ gửi").format(tr(" và ").join(waits)) if waits else tr("không có gì chờ gửi")
    if offline or state.problem:
        oldest = state.oldest_pending
        if oldest is not None and day_of(oldest) != day_of(now):
            waiting = tr("{0} từ {1}").format(waiting, short_date(oldest))
        last = tr("lần cuối {0}").format(when(state.as_of, now)) if state.as_of else tr("chưa gửi lần nào")
        return tr("Ngoại tuyến – {0}, {1}").format(waiting, last)
    if state.as_of is None:
        return f"{waiting[0].upper()}{waiting[1:]}"
    if state.complete_since is not None:
        since = short_date(state.complete_since)
        return tr("Đủ hồ sơ từ ngày {0}; đang tải phần cũ hơn").format(since)
    at = tr("lúc {0}").format(when(state.as_of, now))
    name = state.center_title or tr("Trung tâm")
    return tr("{0} đã nhận {1}/{2} hồ sơ, {3}").format(name, state.held, state.total, at)
