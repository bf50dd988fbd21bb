"""The processes a commune works by at its desks: its own, else those its center set for all communes.

Kept as shared settings (`sync.model.process`), so every desk of the unit has them after its next exchange.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_app.domain.rights import PRESENT
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.unit_words import settings_of
from desk_app.operations.units import own_units
from sync.acts.steps import Ground
from sync.model.dossier import Dossier, Officer
from sync.model.process import ANY, PROCESS_BELOW_KEY, PROCESS_KEY, Process, default_process
from sync.model.strict import FieldError


@needs(PRESENT)
def process_for(desk: Desk, procedure: str, limit: str) -> Process:
    """The process in force here for a procedure with that limit; where none was set, the default one."""
    unit = desk.settings.unit
    with desk.reading() as ledger:
        above = sorted(one for one in ledger.rows.channels() if one.startswith("all:"))
        ways = [(desk.settings.channel, PROCESS_KEY), *((one, PROCESS_BELOW_KEY) for one in above)]
        for channel, prefix in ways:
            said = settings_of(ledger, channel)
            for key in (prefix + procedure, prefix + ANY):
                process = _sound(said, key, unit)
                if process is not None:
                    return process
    return default_process(limit, unit)


def _sound(said: Mapping[str, Any], key: str, unit: str) -> Process | None:
    """A process this program can work by; nonsense, or a newer program's, is none."""
    raw = said.get(key)
    try:
        return Process.from_dict(raw, unit) if isinstance(raw, dict) else None
    except FieldError:
        return None


@needs(PRESENT)
def ground_of(desk: Desk, dossier: Dossier, officer: Officer) -> Ground:
    """What an act on steps rests on at this desk."""
    intake, process = dossier.intake, dossier.work.process
    code, limit = (intake.procedure.code, intake.limit) if intake else ("", "")
    if process is None or process.unit not in own_units(desk):
        process = process_for(desk, code, limit)
    return Ground(officer, desk.clock(), desk.calendar, process)
