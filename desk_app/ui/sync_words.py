"""The state of the sync in words. Offline is a state, not an error: calm, and never only a colour."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

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
        return "Chưa kết nối trung tâm"
    waits = [f"{state.pending_dossiers} hồ sơ"] if state.pending_dossiers else []
    waits += [f"{state.scans_pending} bản chụp"] if state.scans_pending else []
    waiting = f"{' và '.join(waits)} chờ gửi" if waits else "không có gì chờ gửi"
    if offline or state.problem:
        last = f"lần cuối {when(state.as_of, now)}" if state.as_of else "chưa gửi lần nào"
        return f"Ngoại tuyến – {waiting}, {last}"
    if state.as_of is None:
        return f"{waiting[0].upper()}{waiting[1:]}"
    at = f"lúc {when(state.as_of, now)}"
    name = state.center_title or "Trung tâm"
    return f"{name} đã nhận {state.held}/{state.total} hồ sơ, {at}"
