"""Messages and instructions of the center to this unit, until somebody here has read them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from desk_app.domain.rights import PRESENT
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.unit_words import LAST_DAY, said_of_kind, say_in_unit
from sync.acts import messages as acts
from sync.acts.move import Made
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.bodies import Unreadable
from sync.model.dossier import Officer
from sync.model.messages import Message, message_in, receipt_in
from sync.model.moment import day_of

KEPT_DAYS: Final = 400
"""What is older is of no use at a desk any more."""


@needs(PRESENT)
def unread(desk: Desk) -> tuple[Message, ...]:
    """What nobody of the unit has read, as far as this desk knows: by due day, then the oldest first."""
    with desk.reading() as ledger:
        return _unread(desk, ledger)


def _unread(desk: Desk, ledger: Ledger) -> tuple[Message, ...]:
    first = (day_of(desk.clock()) - timedelta(days=KEPT_DAYS)).toordinal()
    read: set[str] = set()
    for _entry, body in said_of_kind(desk, ledger, kinds.READ, first, LAST_DAY):
        try:
            read.add(receipt_in(body).name)
        except Unreadable:
            continue
    found: dict[str, Message] = {}
    for _entry, body in said_of_kind(desk, ledger, kinds.MESSAGE, first, LAST_DAY):
        try:
            one = message_in(body)
        except Unreadable:
            continue
        if one.name not in read:
            found.setdefault(one.name, one)
    return tuple(sorted(found.values(), key=lambda one: (one.due or date.max, one.at, one.name)))


@needs(PRESENT)
def mark_read(desk: Desk, name: str, officer: Officer) -> Outcome[tuple[Message, ...]]:
    """Writes that a message was read here; what is left unread. Raises `DeskError` where it was before."""
    left: list[Message] = []

    def make(ledger: Ledger, now: datetime) -> Made:
        waiting = _unread(desk, ledger)
        one = next((one for one in waiting if one.name == name), None)
        left[:] = [one for one in waiting if one.name != name]
        return acts.have_read(one, desk.settings.desk, officer=officer, now=now)

    say_in_unit(desk, make, officer)
    return Outcome(tuple(left), Changes(sync=True))
