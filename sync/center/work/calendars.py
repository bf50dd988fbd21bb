"""The calendar a center counts steps by: the shipped one, with what the center published over it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

from sync.catalogue.published import calendar_over
from sync.center.store.opening import Center
from sync.center.store.released import PUBLISHER, chain_in
from sync.center.units.tree import center_rows
from sync.journal.ledger import Ledger
from sync.model.calendar import Calendar
from sync.model.moment import day_of
from sync.resources import read_resource

_MOST_KEPT = 8
_kept: dict[tuple[bytes, date], Calendar] = {}
"""By the center's last entry for everybody, in which its releases are, and the day."""


def calendar_of(center: Center, ledger: Ledger | None = None) -> Calendar:
    """The working calendar of a center's own offices; `ledger` where a transaction is open."""
    if ledger is not None:
        return _calendar(center, ledger)
    with center.store.snapshot() as reading:
        return _calendar(center, reading)


def _calendar(center: Center, ledger: Ledger) -> Calendar:
    tip = ledger.rows.note(f"own-tip:{center.channel}")
    if ledger.rows.note(PUBLISHER) is None or tip is None:
        return _shipped()
    at = tip, day_of(center.clock())
    found = _kept.get(at)
    if found is None:
        chain = chain_in(center_rows(ledger), center.channel)
        found = calendar_over(_shipped(), chain.releases, at[1])
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[at] = found
    return found


@cache
def _shipped() -> Calendar:
    return Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))
