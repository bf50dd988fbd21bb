"""What each officer of this desk did in a span of time, in numbers: their acts as they were written.

An undoing is counted beside the act it takes back: both are work, and both were recorded.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from desk_app.documents.contents import OfficerWork
from desk_app.domain.rights import MONEY, READ
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.tables import rows_of
from sync.model import kinds
from sync.model.bodies import Unreadable, moment, officer_in, unpack
from sync.model.moment import day_of
from sync.model.status import Status

_COUNTED = {
    kinds.RECEIVED: "received",
    kinds.REFUSED: "refused",
    kinds.CORRECTED: "corrected",
    kinds.UNDONE: "undone",
    kinds.ANNULLED: "annulled",
}


@needs(READ, MONEY)
def work_between(desk: Desk, begin: datetime, end: datetime) -> tuple[OfficerWork, ...]:
    """The officers who acted at this desk from `begin` to `end`, both minutes included, by name."""
    days = range(day_of(begin).toordinal(), day_of(end).toordinal() + 1)
    with desk.reading() as ledger:
        entries = rows_of(ledger).written_on(desk.settings.channel, desk.keys.node, days)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for entry in entries:
        if entry.text is None or not (entry.dossier or entry.kind == kinds.REFUSED):
            continue
        try:
            body = unpack(entry.text)
            officer, at = officer_in(body), moment(body, "at")
        except Unreadable:
            continue
        if begin <= at <= end and officer.id:
            done = counts.setdefault((officer.name, officer.id), Counter())
            done["acts"] += 1
            returned = entry.kind == kinds.STATUS and body.get("to") == Status.RETURNED
            done["returned" if returned else _COUNTED.get(entry.kind, "other")] += 1
    return tuple(
        OfficerWork(
            name,
            done["acts"],
            received=done["received"],
            returned=done["returned"],
            corrected=done["corrected"],
            undone=done["undone"],
            annulled=done["annulled"],
            refused=done["refused"],
        )
        for (name, _id), done in sorted(counts.items())
    )
