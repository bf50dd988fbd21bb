"""The queue in the officer's words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.domain.queue import Ticket, TicketState
from desk_app.ui.tongue import said, tr
from sync.model.words import clock

if TYPE_CHECKING:
    from desk_app.operations.queue import CounterState, QueueView, Taken


def minutes_said(seconds: int) -> str:
    """``dưới 1 phút``, ``12 phút``."""
    return tr("{0} phút").format(seconds // 60) if seconds >= 60 else tr("dưới 1 phút")


def number_said(ticket: Ticket, now: datetime | None = None) -> str:
    """``A012 · Hộ tịch · ưu tiên: Người cao tuổi · chờ 12 phút``; of a missed one that it was missed."""
    parts = [ticket.turn, ticket.service]
    if ticket.priority:
        parts.append(tr("ưu tiên: {0}").format(said(ticket.priority)))
    if ticket.bound:
        parts.append(tr("chuyển đến quầy {0}").format(ticket.bound))
    if ticket.state is TicketState.MISSED:
        parts.append(tr("vắng mặt, đã gọi {0} lần").format(ticket.calls))
    elif now is not None:
        parts.append(tr("chờ {0}").format(minutes_said(ticket.waited_by(now))))
    return " · ".join(filter(None, parts))


def at_counter_said(counter: CounterState) -> str:
    """What goes on at a counter."""
    ticket = counter.ticket
    if ticket is None:
        return (
            tr("{0}: tạm dừng").format(said(counter.name))
            if counter.paused
            else tr("{0}: chưa gọi số nào").format(said(counter.name))
        )
    calls = tr(", gọi {0} lần").format(ticket.calls) if ticket.calls > 1 else ""
    paused = tr(" · quầy tạm dừng") if counter.paused else ""
    since = clock(ticket.since)
    return tr("{0}: {1}{2}, từ {3}{4}").format(
        said(counter.name), said(ticket.state.label).lower(), calls, since, paused
    )


def counts_said(view: QueueView) -> str:
    """The day in figures."""
    if not view.taken:
        return tr("Hôm nay chưa có ai lấy số.")
    words = tr("{0} đang chờ · {1} đã xong · {2} vắng mặt").format(
        len(view.waiting), view.served, len(view.missed)
    )
    return (
        tr("{0} · chờ trung bình {1}").format(words, minutes_said(view.mean_wait))
        if view.mean_wait
        else words
    )


def taken_said(taken: Taken) -> str:
    """A number just taken, to be read to the citizen."""
    ahead = tr("chờ trước: {0} người").format(taken.ahead) if taken.ahead else tr("không có ai chờ trước")
    return tr("Số {0} – {1}.").format(number_said(taken.ticket), ahead)
