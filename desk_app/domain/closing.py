"""The closing sheet of a day as a value: the journals' heads, as they are printed, typed and scanned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final

DIGEST_SHOWN: Final = 16
_SHEET: Final = "MOTCUA-SO"


@dataclass(frozen=True, slots=True)
class Head:
    """Where a journal stood: the writer's and the incarnation's first 8 hex digits, the last entry's place
    and the first 16 of its digest. `written`: entries of the day; `writer`: who, in words."""

    node: str
    incarnation: str
    seq: int
    digest: str
    written: int = 0
    writer: str = ""

    @property
    def text(self) -> str:
        """As it is printed, typed and scanned."""
        return f"{self._plain} ~{self.check}"

    @property
    def check(self) -> str:
        """What tells a mistyped one."""
        return sha256(self._plain.encode()).hexdigest()[:4]

    @property
    def _plain(self) -> str:
        return f"{self.node}/{self.incarnation} #{self.seq} {self.digest}"


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """What is printed: `heads` at the end of `day`, and what is wrong with chains or mark (empty: none)."""

    day: date
    made_at: datetime
    unit: str
    unit_name: str
    desk: int
    heads: tuple[Head, ...]
    problems: tuple[str, ...]

    @property
    def written(self) -> int:
        """Entries of the day in all its journals."""
        return sum(one.written for one in self.heads)

    @property
    def code(self) -> str:
        """The text of its QR code."""
        return "\n".join([f"{_SHEET} {self.day} {self.unit}", *(one.text for one in self.heads)])
