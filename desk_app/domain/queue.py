"""The queue at the counters, as pure functions: tickets without names, their numbers, steps and times.

``waiting → called → serving → served``; a called ticket whose citizen is not there is missed and can be
called again any time that day. Nothing here says who holds a ticket.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from desk_app.domain.mistakes import DeskError

MOST_SERVICES: Final = 4
_DESKS: Final = 6
_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which are read as digits: one for each of 6 desks and 4 service groups."""


def letter_of(desk: int, group: int) -> str:
    """The letter of a service group (0 to 3) at a desk (1 to 6): no other desk's, so that desks that do not
    know of each other never give the same number. Raises `ValueError` outside those.
    """
    if not (1 <= desk <= _DESKS and 0 <= group < MOST_SERVICES):
        raise ValueError(f"no letter for group {group} of desk {desk}")
    return _LETTERS[desk - 1 + _DESKS * group]


class TicketState(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    SERVED = "served"
    MISSED = "missed"

    @property
    def label(self) -> str:
        """The state in the officer's words."""
        return _LABELS[self]


_LABELS: Final[Mapping[TicketState, str]] = {
    TicketState.WAITING: "Đang chờ",
    TicketState.CALLED: "Đang gọi",
    TicketState.SERVING: "Đang phục vụ",
    TicketState.SERVED: "Đã xong",
    TicketState.MISSED: "Vắng mặt",
}
AT_COUNTER: Final = frozenset({TicketState.CALLED, TicketState.SERVING})
"""States in which a ticket stands at a counter; a counter has one such ticket at most."""


class TicketStep(StrEnum):
    """What happens to a ticket."""

    CALL = "call"
    AGAIN = "again"
    SERVE = "serve"
    FINISH = "finish"
    MISS = "miss"
    TRANSFER = "transfer"


_T = TicketState
_STEPS: Final[Mapping[TicketStep, tuple[frozenset[TicketState], TicketState]]] = {
    # one that was missed, or finished by a slip of the finger, may be called after all
    TicketStep.CALL: (frozenset({_T.WAITING, _T.MISSED, _T.SERVED}), _T.CALLED),
    TicketStep.AGAIN: (frozenset({_T.CALLED}), _T.CALLED),
    TicketStep.SERVE: (frozenset({_T.CALLED}), _T.SERVING),
    TicketStep.FINISH: (AT_COUNTER, _T.SERVED),
    TicketStep.MISS: (frozenset({_T.CALLED}), _T.MISSED),
    TicketStep.TRANSFER: (AT_COUNTER, _T.WAITING),
}
_ASKED: Final[Mapping[TicketStep, str]] = {
    TicketStep.CALL: "gọi",
    TicketStep.AGAIN: "gọi lại",
    TicketStep.SERVE: "phục vụ",
    TicketStep.FINISH: "kết thúc",
    TicketStep.MISS: "ghi vắng mặt",
    TicketStep.TRANSFER: "chuyển quầy",
}


@dataclass(frozen=True, slots=True)
class Ticket:
    """A turn in the queue of one day.

    `service` and `priority` are names of groups (empty: none). `counter` is where it was last called (0:
    nowhere yet), `bound` the only counter that may call it next (0: any; set by a transfer). `since`: when
    its state began; `called_at`: the last call; `waited` and `served`: whole seconds so far, without the
    state that still runs.
    """

    id: int
    day: date
    letter: str
    serial: int
    taken_at: datetime
    since: datetime
    service: str = ""
    priority: str = ""
    state: TicketState = TicketState.WAITING
    counter: int = 0
    bound: int = 0
    calls: int = 0
    called_at: datetime | None = None
    waited: int = 0
    served: int = 0

    @property
    def turn(self) -> str:
        """The number as it is called: ``A012``."""
        return f"{self.letter}{self.serial:03d}"

    def waited_by(self, now: datetime) -> int:
        """Seconds waited until now, the running wait included."""
        running = self.state is TicketState.WAITING
        return self.waited + (_seconds(self.since, now) if running else 0)


def stepped(ticket: Ticket, step: TicketStep, now: datetime, counter: int = 0) -> Ticket:
    """The ticket after a step; `counter` calls it, or takes it over in a transfer.

    A wait ends with the call. A ticket finished without `SERVE` was served since its call: many officers
    only ever call the next one. Raises `DeskError` when the step may not happen in its state.
    """
    allowed, state = _STEPS[step]
    if ticket.state not in allowed:
        raise DeskError(
            f"Số {ticket.turn} {ticket.state.label.lower()} nên không {_ASKED[step]} được.",
            "Xem lại danh sách số; có thể quầy khác vừa gọi số này.",
        )
    passed = _seconds(ticket.since, now)
    was = ticket.state
    if was is _T.WAITING:
        ticket = replace(ticket, waited=ticket.waited + passed)
    elif was is _T.SERVING or (was is _T.CALLED and step is TicketStep.FINISH):
        ticket = replace(ticket, served=ticket.served + passed)
    if step in (TicketStep.CALL, TicketStep.AGAIN):
        ticket = replace(
            ticket, counter=counter or ticket.counter, bound=0, calls=ticket.calls + 1, called_at=now
        )
    if step is TicketStep.TRANSFER:
        ticket = replace(ticket, bound=counter)
    return replace(ticket, state=state, since=ticket.since if step is TicketStep.AGAIN else now)


def call_order(ticket: Ticket) -> tuple[bool, bool, int]:
    """Who comes first: those another counter sent here, then priority groups, then as they came."""
    return (not ticket.bound, not ticket.priority, ticket.id)


def _seconds(begin: datetime, end: datetime) -> int:
    """Never negative: a clock that was set back takes no time away."""
    return max(0, int((end - begin).total_seconds()))
