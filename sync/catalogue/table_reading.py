"""What tables of days, fees, wording and notices have in common: columns, what holds, what was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from sync.catalogue.catalogue import Catalogue
from sync.catalogue.importing import Problem
from sync.model.calendar import Calendar
from sync.model.procedure import FeeRule
from sync.model.text import fold

CALENDAR, FEES, WORDING, NOTICES = "calendar", "fees", "wording", "notices"
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        CALENDAR: ("Ngày", "Loại ngày", "Tên ngày", "Căn cứ", "Giờ làm việc"),
        FEES: ("Mã thủ tục", "Khoản thu", "Số tiền", "Tính theo", "Loại", "Miễn cho", "Căn cứ", "Hình thức"),
        WORDING: ("Mẫu", "Vị trí", "Lời văn"),
        NOTICES: ("Thông báo", "Phần", "Nội dung"),
    }
)
"""The columns of each table; blanks, capitals and marks do not matter."""
Held = Mapping[str, Mapping[str, Any]]
"""Published records by key, as they stand on the day."""
CheckNotice = Callable[[str, str, str], str]
"""Of occasion, part and text: what is wrong with it, in Vietnamese; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds on the day a release begins. `notices`: the texts in force by occasion and part; `wording`
    what is published of forms; `check_notice` what a center says of a text."""

    catalogue: Catalogue
    calendar: Calendar
    notices: Mapping[str, Mapping[str, str]]
    wording: Held
    check_notice: CheckNotice


Rules = dict[tuple[str, tuple[str, ...]], FeeRule | None]
"""Rules by name and channels; None for one that is dropped."""


@dataclass(slots=True)
class Reading:
    """What was read so far: fields by key, fees by procedure, and what was not understood."""

    fees: dict[str, Rules] = field(default_factory=dict)
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    before: dict[str, dict[str, str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    seen: set[tuple[str, str]] = field(default_factory=set)

    def wrong(self, row: int, key: str, column: str, text: str) -> None:
        """Notes a row that was not understood, and does not count."""
        self.problems.append(Problem(row, key[:100], column, f"{text}; bỏ qua dòng này"))

    def once(self, row: int, key: str, name: str) -> bool:
        """Whether this place is told for the first time in the file."""
        if (key, name) in self.seen:
            self.wrong(row, key, name, "đã có ở dòng trước")
            return False
        self.seen.add((key, name))
        return True


def folded(cell: str) -> str:
    """A cell as words are compared: lower case, without marks, single blanks."""
    return " ".join(fold(cell).split())


def changed(reading: Reading, key: str, fields: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Notes fields of a record as they are to be, and what holds `before` (nothing: the record is new)."""
    reading.fields.setdefault(key, {}).update(fields)
    if before:
        reading.known.add(key)
        reading.before.setdefault(key, {}).update({name: _said(value) for name, value in before.items()})


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {_said(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(_said, value))
    return "" if value is None else str(value)
