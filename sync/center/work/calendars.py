"""The calendar a center counts steps by: the shipped one."""

from __future__ import annotations

import json
from functools import cache

from sync.center.store.opening import Center
from sync.model.calendar import Calendar
from sync.resources import read_resource


def calendar_of(_center: Center) -> Calendar:
    """The working calendar of a center's own offices."""
    return _shipped()


@cache
def _shipped() -> Calendar:
    return Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))
