"""Time limits of procedures, as the catalogue and the slip write them ("3 ngày làm việc", "trong ngày").

Nothing is guessed: a text outside the small grammar is `LimitUnknown`, for a person to settle.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class LimitUnknown(ValueError):
    """A text that is no time limit; `text` is what was read, `title` and `advice` are for the officer."""

    def __init__(self, text: str, reason: str = "") -> None:
        self.text = text
        shown = text if len(text) <= 80 else text[:79] + "…"
        self.title = f"Không hiểu thời hạn giải quyết “{shown}”" + (f": {reason}" if reason else "")
        self.advice = (
            "Ghi thời hạn theo một trong các dạng: “3 ngày làm việc”, “15 ngày”, “8 giờ”, “2 tháng”, "
            "“1 năm” hoặc “trong ngày”."
        )
        super().__init__(self.title)


class Unit(StrEnum):
    """What a limit is counted in; the value is the canonical Vietnamese unit."""

    WORKING_DAY = "ngày làm việc"
    DAY = "ngày"
    HOUR = "giờ"
    MONTH = "tháng"
    YEAR = "năm"
    SAME_DAY = "trong ngày"


MOST = {
    Unit.WORKING_DAY: 9999,
    Unit.DAY: 9999,
    Unit.HOUR: 9999,
    Unit.MONTH: 1200,
    Unit.YEAR: 100,
    Unit.SAME_DAY: 1,
}
"""The largest amount of each unit: far beyond any law, small enough that no count overflows."""

_UNITS = {
    "ngày làm việc": Unit.WORKING_DAY,
    "ngày lv": Unit.WORKING_DAY,
    "ngày": Unit.DAY,
    "giờ": Unit.HOUR,
    "giờ làm việc": Unit.HOUR,
    "tháng": Unit.MONTH,
    "năm": Unit.YEAR,
}
_AMOUNT = re.compile(r"([0-9]{1,9}) ?(\D+)")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount of a unit; `SAME_DAY` always has amount 1.

    Raises `ValueError` when the amount is not 1 to `MOST[unit]`.
    """

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 1 <= self.amount <= MOST[self.unit]:
            raise ValueError(f"a limit of {self.amount} {self.unit.name} is outside 1 to {MOST[self.unit]}")

    @classmethod
    def parse(cls, text: str) -> Limit:
        """The limit written in `text`, whatever its case, spacing and Unicode form.

        Grammar: ``N ngày làm việc | ngày LV | ngày | giờ | giờ làm việc | tháng | năm`` with N from 1,
        or ``trong ngày``. Raises `LimitUnknown` for anything else.
        """
        if len(text) > _LONGEST:
            raise LimitUnknown(text)
        plain = " ".join(unicodedata.normalize("NFC", text).lower().split())
        if plain == Unit.SAME_DAY:
            return SAME_DAY
        match = _AMOUNT.fullmatch(plain)
        unit = _UNITS.get(match[2]) if match else None
        if match is None or unit is None:
            raise LimitUnknown(text)
        amount = int(match[1])
        if not 1 <= amount <= MOST[unit]:
            raise LimitUnknown(text, f"số lượng phải từ 1 đến {MOST[unit]}")
        return cls(amount, unit)

    def __str__(self) -> str:
        """The canonical text, which `parse` reads back to an equal limit."""
        if self.unit is Unit.SAME_DAY:
            return self.unit.value
        return f"{self.amount} {self.unit.value}"


SAME_DAY = Limit(1, Unit.SAME_DAY)
"""Settled on the day of reception."""
