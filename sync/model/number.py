"""Dossier numbers: ``<unit identifier>-<YYMMDD>-<XXXX>``, and the leases desks number from.

Source: NĐ 61/2018 Điều 26, TT 01/2018 Điều 19 (V1V2V3.Z1Z2.Y1Y2.MX1X2) and QĐ 20/2020 Điều 4
(level 1 first). XXXX is the order of intake within the day; four digits, more when a day runs over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_UNIT_OLD = r"[0-9A-Z]{2,3}(?:\.[0-9A-Z]{2,3}){1,5}"
_UNIT_NEW = r"[A-Z][0-9]{2}(?:\.[0-9A-Z]+)*"
_UNIT = re.compile(rf"(?:{_UNIT_OLD}|{_UNIT_NEW})\Z")
_NUMBER = re.compile(rf"({_UNIT_OLD}|{_UNIT_NEW})-([0-9]{{6}})-([0-9]{{4,7}})\Z")
MAX_UNIT = 35
TRAINING_UNIT = "H99.99.TAP"
"""The identifier desks practise under: of the legal pattern, and no unit's (no province has H99)."""

OVERFLOW = 10_000
"""A day that runs over its range goes on in the same range this much higher."""
MAX_SERIAL = 9_999_999
MAIN_DESKS = 6
SPARE_FIRST, SPARE_SIZE, SPARE_BLOCKS = 6000, 100, 40


class NumberRefused(ValueError):
    """Not a dossier number or unit identifier of either legal style."""


def is_unit(code: str) -> bool:
    """Whether a text is a unit identifier: ``000.00.06.H56`` or ``H15.50.05.13``, at most 35 characters."""
    return len(code) <= MAX_UNIT and bool(_UNIT.match(code))


@dataclass(frozen=True, slots=True)
class DossierNumber:
    """A number in its parts."""

    unit: str
    day: date
    serial: int

    def __str__(self) -> str:
        return f"{self.unit}-{self.day:%y%m%d}-{self.serial:04d}"


def parse_number(text: str) -> DossierNumber:
    """The parts of an official number. Raises `NumberRefused`."""
    match = _NUMBER.match(text)
    if not match or len(match[1]) > MAX_UNIT:
        raise NumberRefused("not a dossier number")
    digits = match[2]
    try:
        day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError as error:
        raise NumberRefused("no such day") from error
    return DossierNumber(match[1], day, int(match[3]))


@dataclass(frozen=True, slots=True)
class Lease:
    """Serials `first` to `last` of one unit identifier, for one incarnation of one node.

    `incarnation` is empty for a spare block that its node may bind to a new incarnation once.
    `since` is the first date it may number.
    """

    identifier: str
    first: int
    last: int
    node: bytes
    incarnation: bytes
    since: date

    def __post_init__(self) -> None:
        if not is_unit(self.identifier):
            raise NumberRefused("lease: not a unit identifier")
        if not 1 <= self.first <= self.last < OVERFLOW:
            raise NumberRefused("lease: not a range of serials")

    @property
    def spare(self) -> bool:
        """Whether it waits to be bound to an incarnation."""
        return not self.incarnation

    def holds(self, serial: int) -> bool:
        """Whether a serial lies in the range, or in the same range of a day that ran over."""
        return self.first <= serial % OVERFLOW <= self.last

    def after(self, used: int | None) -> int:
        """The serial that follows the highest one `used` of a day (None: none yet).

        Raises `NumberRefused` when the day's seven digits are used up.
        """
        serial = self.first if used is None else used + 1
        if serial % OVERFLOW > self.last:
            serial = (serial // OVERFLOW + 1) * OVERFLOW + self.first
        if serial > MAX_SERIAL:
            raise NumberRefused("the day's numbers are used up")
        return serial


def main_range(desk: int) -> tuple[int, int]:
    """The main range of desks 1 to 6: (1, 999), (1001, 1999) … (5001, 5999)."""
    if not 1 <= desk <= MAIN_DESKS:
        raise NumberRefused("desk: 1 to 6")
    base = (desk - 1) * 1000
    return base + 1, base + 999


def spare_range(block: int) -> tuple[int, int]:
    """Spare block 0 to 39: a hundred serials from 6000 on."""
    if not 0 <= block < SPARE_BLOCKS:
        raise NumberRefused("block: 0 to 39")
    base = SPARE_FIRST + block * SPARE_SIZE
    return base, base + SPARE_SIZE - 1
