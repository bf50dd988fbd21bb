"""The dossiers that are measured with: a synthetic commune's, with the shipped procedures and calendar."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from itertools import islice

from sync.catalogue.catalogue import load_shipped
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.calendar import Calendar
from sync.model.dossier import Intake
from sync.model.moment import iso_minute
from sync.model.procedure import Procedure
from sync.resources import read_resource
from sync.synthetic.intakes import intakes
from sync.synthetic.lives import lives
from sync.synthetic.places import communes

CHANNEL = "unit:H99.99.001"


@cache
def calendar() -> Calendar:
    """The shipped calendar."""
    return Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))


@cache
def procedures() -> tuple[Procedure, ...]:
    """The shipped procedures."""
    return tuple(load_shipped())


@cache
def dossiers(count: int, seed: int = 1, commune: int = 1) -> tuple[Intake, ...]:
    """`count` dossiers of the commune of that order."""
    where = communes(commune)[-1]
    return tuple(islice(intakes(seed, count, procedures(), calendar=calendar(), commune=where), count))


def bodies_of(intake: Intake, until: datetime | None = None) -> list[tuple[str, bytes]]:
    """(kind, body) of a dossier's whole life, or of what happened of it before `until`."""
    found = [(kinds.RECEIVED, intake_out(intake))]
    for turn in lives(intake):
        at = intake.received_at + turn.delay
        if until is not None and at >= until:
            break
        said = {"to": turn.status.value, "reason": turn.reason, "result": turn.result}
        found.append((kinds.STATUS, pack({"at": iso_minute(at), "by": officer_out(intake.officer), **said})))
    return found
