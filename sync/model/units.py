"""Units as a center tells of them: their names, what they stand under, what they were merged into.

A ``unit`` entry says how a unit is from then on; of one code the latest of the center's holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.model.bodies import Unreadable, moment, pack, text
from sync.model.moment import iso_minute
from sync.model.number import is_unit


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit: identifier, name, the identifier it stands under, and the unit it was merged into (empty: it
    stands), told `since`; `origin` is the unit that part of it was split from, said once, where it was."""

    code: str
    name: str
    parent: str = ""
    successor: str = ""
    since: datetime | None = None
    origin: str = ""


def unit_out(unit: KnownUnit, at: datetime) -> bytes:
    """The body of a ``unit`` entry."""
    return pack(
        {
            "at": iso_minute(at),
            "code": unit.code,
            "name": unit.name,
            "parent": unit.parent,
            "into": unit.successor,
            "from": unit.origin or None,
        }
    )


def unit_in(body: Mapping[str, Any]) -> KnownUnit:
    """The inverse of `unit_out`. Raises `Unreadable`."""
    code, name = text(body, "code", None), text(body, "name", None)
    if not is_unit(code) or not name:
        raise Unreadable("code or name: not of a unit")
    return KnownUnit(
        code, name, text(body, "parent"), text(body, "into"), moment(body, "at"), text(body, "from")
    )
