"""The queue in the officer's words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.domain.queue import Ticket, TicketState
from sync.model.words import clock

if TYPE_CHECKING:
    from desk_app.operations.queue import CounterState, QueueView, Taken


def minutes_said(seconds: int) -> str:
    """``dưới 1 phút``, ``12 phút``."""
    return f"{seconds // 60} phút" if seconds >= 60 else "dưới 1 phút"


def number_said(ticket: Ticket, now: datetime | None = None) -> str:
    """``A012 · Hộ tịch · ưu tiên: Người cao tuổi · chờ 12 phút``; of a missed one that it was missed."""
    parts = [ticket.turn, ticket.service]
    if ticket.priority:
        parts.append(f"ưu tiên: {ticket.priority}")
    if ticket.bound:
        parts.append(f"chuyển đến quầy {ticket.bound}")
    if ticket.state is TicketState.MISSED:
        parts.append(f"vắng mặt, đã gọi {ticket.calls} lần")
    elif now is not None:
        parts.append(f"chờ {minutes_said(ticket.waited_by(now))}")
    return " · ".join(filter(None, parts))


def at_counter_said(counter: CounterState) -> str:
    """What goes on at a counter."""
    ticket = counter.ticket
    if ticket is None:
        return f"{counter.name}: tạm dừng" if counter.paused else f"{counter.name}: chưa gọi số nào"
    calls = f", gọi {ticket.calls} lần" if ticket.calls > 1 else ""
    paused = " · quầy tạm dừng" if counter.paused else ""
    since = clock(ticket.since)
    return f"{counter.name}: {ticket.state.label.lower()}{calls}, từ {since}{paused}"


def counts_said(view: QueueView) -> str:
    """The day in figures."""
    if not view.taken:
        return "Hôm nay chưa có ai lấy số."
    words = f"{len(view.waiting)} đang chờ · {view.served} đã xong · {len(view.missed)} vắng mặt"
    return f"{words} · chờ trung bình {minutes_said(view.mean_wait)}" if view.mean_wait else words


def taken_said(taken: Taken) -> str:
    """A number just taken, to be read to the citizen."""
    ahead = f"chờ trước: {taken.ahead} người" if taken.ahead else "không có ai chờ trước"
    return f"Số {number_said(taken.ticket)} – {ahead}."
