"""Queue tickets on paper: the roll printed through the print queue, again under the same number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desk_app.documents.contents import QueueTicket
from desk_app.domain.mistakes import DeskError
from desk_app.domain.queue import Ticket, TicketState, call_order
from desk_app.domain.rights import QUEUE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.printing import TICKET
from desk_app.store.queue_table import QueueTable

if TYPE_CHECKING:
    from desk_app.domain.print_job import PrintJob
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.printing import PrinterChoice
    from sync.model.dossier import Officer


@needs(QUEUE)
def ticket_content(desk: Desk, ticket: Ticket) -> QueueTicket:
    """What the paper of a ticket says: who comes before is counted now. A single counter is named."""
    from desk_app.operations.queue import queue_settings

    with desk.reading():
        waiting = QueueTable(desk.store.reader()).in_states(ticket.day, [TicketState.WAITING])
    ahead = sum(call_order(one) < call_order(ticket) for one in waiting)
    counters = queue_settings(desk).counters
    return QueueTicket(
        ticket.turn,
        ticket.taken_at,
        desk=0 if len(counters) > 1 else desk.settings.desk,
        field=ticket.service,
        ahead=ahead if ticket.state is TicketState.WAITING else None,
    )


@needs(QUEUE)
def printed_ticket(desk: Desk, turn: str, day: date) -> QueueTicket:
    """The paper of the ticket of a day. Raises `DeskError` when there is none."""
    with desk.reading():
        letter, serial = turn[:1], turn[1:]
        table = QueueTable(desk.store.reader())
        ticket = table.of_turn(day, letter, int(serial)) if serial.isdecimal() else None
    if ticket is None:
        raise DeskError(f"Không có số thứ tự {turn[:20]}.", "Lấy số mới rồi in.")
    return ticket_content(desk, ticket)


@needs(QUEUE)
def enqueue_ticket(
    desk: Desk, ticket: Ticket, officer: Officer, choice: PrinterChoice | None = None
) -> Outcome[PrintJob]:
    """Asks for a ticket's paper; durable on return.

    The job's issue is the ticket's day (its ordinal), for the same number comes again every day.
    """
    from desk_app.operations.printing import enqueue

    return enqueue(desk, TICKET, officer, title=ticket.turn, issue=ticket.day.toordinal(), choice=choice)
