"""The units as the center tells of them: what a dossier can be sent to, and what became of this unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.tables import rows_of
from sync.acts.requests import IntakeRequest
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.bodies import Unreadable, unpack
from sync.model.number import is_unit
from sync.model.text import fold
from sync.model.units import KnownUnit, unit_in

_LAST_DAY = 3_652_059


@needs(MACHINE)
def known_units(desk: Desk) -> tuple[KnownUnit, ...]:
    """Every unit the center has told of, by name; of each what it said last."""
    with desk.reading() as ledger:
        found = _told(ledger)
    return tuple(sorted(found.values(), key=lambda one: (fold(one.name), one.code)))


def _told(ledger: Ledger) -> dict[str, KnownUnit]:
    found: dict[str, KnownUnit] = {}
    for channel in ledger.rows.channels():
        if not channel.startswith("all:"):
            continue
        said = rows_of(ledger).unit_entries(channel, kinds.UNIT, 0, _LAST_DAY)
        for entry in sorted(said, key=lambda one: (one.day, one.seq, one.digest)):
            if entry.text is None or ledger.roles.get(entry.journal.node) != kinds.CENTER:
                continue
            try:
                one = unit_in(unpack(entry.text))
            except Unreadable:
                continue  # kept, passed on, without effect
            found[one.code] = one
    return found


@needs(MACHINE)
def own_units(desk: Desk) -> frozenset[str]:
    """This unit and those that were merged into it: what was received in any of them is ours."""
    with desk.reading() as ledger:
        record = ledger.rows.node(desk.keys.node)
    writes = record.writes if record is not None else ()
    units = {one.removeprefix("unit:") for one in writes if one.startswith("unit:")}
    return frozenset({desk.settings.unit, *units})


def unit_meant(units: Sequence[KnownUnit], text: str) -> KnownUnit | None:
    """The unit of a code or a name as an officer writes it; None for none, or several of that name."""
    code, words = "".join(text.split()).upper(), fold(text)
    for one in units:
        if one.code == code:
            return one
    named = [one for one in units if words and fold(one.name) == words and not one.successor]
    if len(named) == 1:
        return named[0]
    return KnownUnit(code, code) if code and is_unit(code) else None


def units_like(units: Sequence[KnownUnit], text: str, own: frozenset[str], limit: int = 7) -> list[KnownUnit]:
    """Units that stand and in whose name or code every word occurs; not our own."""
    words = fold(text).split()
    found = [
        one
        for one in units
        if not one.successor
        and one.code not in own
        and all(word in f"{fold(one.name)} {one.code.lower()}" for word in words)
    ]
    return found[:limit]


@needs(MACHINE)
def name_of(desk: Desk, code: str) -> str:
    """A unit's name, its code where the center has not told it."""
    return next((one.name for one in known_units(desk) if one.code == code), code)


@needs(MACHINE)
def addressed(desk: Desk, request: IntakeRequest) -> IntakeRequest:
    """An intake whose resolving unit, given by code or name, is named as the center names it."""
    if not request.for_unit.strip():
        return request
    one = unit_meant(known_units(desk), request.for_unit)
    if one is None:
        return request
    return replace(request, for_unit=one.code, for_unit_name=one.name)


@needs(MACHINE)
def successor_of(desk: Desk) -> KnownUnit | None:
    """The unit that this desk's unit was merged into, and since when; None while it stands."""
    with desk.reading() as ledger:
        told = _told(ledger)
    mine = told.get(desk.settings.unit)
    if mine is None or not mine.successor:
        return None
    after = told.get(mine.successor, KnownUnit(mine.successor, mine.successor))
    return replace(after, since=mine.since)
