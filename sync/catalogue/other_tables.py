"""Tables of days, fees, wording and notices: what they would change in what holds, told like procedures.

Which of them a file is follows from its columns (`kind_of`); a procedures' table is none of them. The
same columns come out again (`sync.catalogue.sheets_out`), filled with what holds, to be changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from sync.catalogue.difference import Difference
from sync.catalogue.fee_table import read_fee, whole_fees
from sync.catalogue.form_texts import check_wording, texts_of
from sync.catalogue.importing import Problem
from sync.catalogue.releases import ABOLISHED, AMENDED, NEW, Change
from sync.catalogue.sheets import read_sheet
from sync.catalogue.table import Row, TableRefused
from sync.catalogue.table_reading import (
    CALENDAR,
    COLUMNS,
    FEES,
    NOTICES,
    WORDING,
    Held,
    Reading,
    Standing,
    changed,
    folded,
)
from sync.model.calendar import Calendar, CalendarWrong
from sync.model.strict import FieldError

_NEEDED: Final = {CALENDAR: 2, FEES: 3, WORDING: 3, NOTICES: 3}
"""So many of the first columns must be there."""
_DAY_WORDS: Final = {"nghi": "rest", "lam viec": "work", "lam bu": "work", "thuong": "plain"}
_YEAR_WORDS: Final = {"chinh thuc": "official", "du kien": "predicted"}
_SESSION: Final = re.compile(r"(\d{1,2})[:hg](\d{2})\s*[-–]\s*(\d{1,2})[:hg](\d{2})")
_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEAR: Final = re.compile(r"20\d\d")


def kind_of(data: bytes) -> str:
    """Which table a file is, one of `COLUMNS`; empty for any other file."""
    try:
        header = next(read_sheet(data), Row(0))
    except TableRefused:
        return ""
    cells = {folded(cell) for cell in header.cells}
    for kind, columns in COLUMNS.items():
        if all(folded(name) in cells for name in columns[: _NEEDED[kind]]):
            return kind
    return ""


def other_difference(kind: str, data: bytes, stands: Standing) -> Difference:
    """What a table of days, fees, wording or notices would change. Never raises for what is in the file."""
    reading = Reading()
    try:
        for number, cells in _rows(kind, data, reading):
            _READERS[kind](reading, number, cells, stands)
    except TableRefused as refused:
        return Difference(problems=(Problem(0, "", "", f"{refused.title}. {refused.advice}"),), refused=True)
    if kind == FEES:
        whole_fees(reading, stands)
    changes = tuple(
        Change(kind, key, _kind(fields, key in reading.known), fields)
        for key, fields in sorted(reading.fields.items())
    )
    return Difference(changes, reading.before, reading.unchanged, tuple(reading.problems))


def _kind(fields: Mapping[str, Any], known: bool) -> str:
    if all(value is None for value in fields.values()) or fields.get("kind") == "plain":
        return ABOLISHED
    return AMENDED if known else NEW


def _rows(kind: str, data: bytes, reading: Reading) -> Iterator[tuple[int, dict[str, str]]]:
    rows = read_sheet(data, lines=True)
    header = [folded(cell) for cell in next(rows).cells]
    at = {name: header.index(folded(name)) for name in COLUMNS[kind] if folded(name) in header}
    for row in rows:
        if row.problem:
            reading.wrong(row.number, "", "", row.problem)
        else:
            yield (
                row.number,
                {
                    name: row.cells[place].strip()
                    if (place := at.get(name, -1)) in range(len(row.cells))
                    else ""
                    for name in COLUMNS[kind]
                },
            )


# ---------------------------------------------------------------------------------------------- days


def _read_day(reading: Reading, row: int, cells: Mapping[str, str], stands: Standing) -> None:
    said, word = cells["Ngày"], folded(cells["Loại ngày"])
    if _YEAR.fullmatch(said):
        _read_year(reading, row, said, word, stands.calendar)
        return
    day, kind = _day_in(said), _DAY_WORDS.get(word)
    if day is None:
        reading.wrong(row, said, "Ngày", "không phải ngày dạng 31/12/2026")
    elif kind is None:
        reading.wrong(row, said, "Loại ngày", "phải là: Nghỉ, Làm việc (làm bù), Thường")
    elif kind != "plain" and not cells["Tên ngày"]:
        reading.wrong(row, said, "Tên ngày", "không được để trống")
    elif (sessions := _sessions_in(cells["Giờ làm việc"])) is None:
        reading.wrong(row, said, "Giờ làm việc", "viết như 07:30-11:30; 13:30-17:00")
    elif reading.once(row, day.isoformat(), "Ngày"):
        fields: dict[str, Any] = {"kind": kind}
        if kind != "plain":
            fields |= {"name": cells["Tên ngày"], "notice": cells["Căn cứ"]}
        if sessions and kind == "work":
            fields["sessions"] = sessions
        _day_changed(reading, row, day, fields, stands.calendar)


def _day_changed(reading: Reading, row: int, day: date, fields: dict[str, Any], calendar: Calendar) -> None:
    held = next((one for one in calendar.to_table()["days"] if one["date"] == day.isoformat()), None)
    now = {name: value for name, value in (held or {"kind": "plain"}).items() if name != "date"}
    if now == fields:
        reading.unchanged += 1
        return
    if now.get("sessions") and "sessions" not in fields:
        fields["sessions"] = None
    try:
        if fields["kind"] != "plain":
            row_of = {name: value for name, value in fields.items() if value is not None}
            first = min(day.year, calendar.first_year)
            years = {str(year): "official" for year in range(first, max(day.year, calendar.last_year) + 1)}
            table = {**calendar.to_table(), "years": years, "days": [{"date": day.isoformat(), **row_of}]}
            Calendar.from_table(table)
    except CalendarWrong as wrong:
        reading.wrong(row, day.isoformat(), "Ngày", wrong.title)
        return
    changed(reading, day.isoformat(), fields, now if held else {})


def _read_year(reading: Reading, row: int, year: str, word: str, calendar: Calendar) -> None:
    status = _YEAR_WORDS.get(word)
    if status is None:
        reading.wrong(row, year, "Loại ngày", "của một năm phải là: Chính thức, Dự kiến")
        return
    number = int(year)
    if not calendar.first_year <= number <= calendar.last_year + 1:
        reading.wrong(row, year, "Ngày", f"các năm phải liên tục, đến {calendar.last_year + 1}")
        return
    known = number <= calendar.last_year
    now = "predicted" if number in calendar.predicted_years else "official"
    if known and now == status:
        reading.unchanged += 1
    elif reading.once(row, f"year:{year}", "Ngày"):
        changed(reading, f"year:{year}", {"status": status}, {"status": now} if known else {})


def _day_in(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    try:
        return date(*map(int, reversed(match.groups()))) if match else date.fromisoformat(text)
    except ValueError:
        return None


def _sessions_in(text: str) -> list[list[str]] | None:
    """Sessions as a calendar's table has them; none for an empty cell, None for what cannot be read."""
    found = []
    for part in filter(None, (one.strip() for one in text.split(";"))):
        match = _SESSION.fullmatch(part)
        if match is None:
            return None
        hours = [int(one) for one in match.groups()]
        found.append([f"{hours[0]:02}:{hours[1]:02}", f"{hours[2]:02}:{hours[3]:02}"])
    return found


# ------------------------------------------------------------------------------------------- wording


def _read_wording(reading: Reading, row: int, cells: Mapping[str, str], stands: Standing) -> None:
    key, path, text = cells["Mẫu"], cells["Vị trí"], cells["Lời văn"]
    shipped = texts_of(key).get(path)
    now = published_text(stands.wording, key, path)
    value: Any = None
    if text:
        value = text.split("\n") if isinstance(shipped, tuple) else text
    try:
        check_wording(key, {path: value if text else _plain(shipped)})
    except FieldError as error:
        reading.wrong(row, key, "Mẫu" if error.field == key else "Vị trí", error.reason)
        return
    if not reading.once(row, key, path):
        return
    shown = now if now is not None else shipped
    if value in (now, _plain(shown)) or (now is None and value is None):
        reading.unchanged += 1
    else:
        changed(reading, key, {path: value}, {path: shown})


def published_text(held: Held, key: str, path: str) -> Any:
    """What is published of a form's text; None for nothing."""
    return held.get(key, {}).get(path)


def _plain(text: Any) -> Any:
    return list(text) if isinstance(text, tuple) else text


# ------------------------------------------------------------------------------------------- notices


def _read_notice(reading: Reading, row: int, cells: Mapping[str, str], stands: Standing) -> None:
    occasion, part, text = cells["Thông báo"], cells["Phần"], cells["Nội dung"]
    wrong = stands.check_notice(occasion, part, text)
    if wrong:
        reading.wrong(row, f"{occasion} {part}", "Nội dung", wrong.rstrip("."))
        return
    if not reading.once(row, occasion, part):
        return
    now = stands.notices.get(occasion, {}).get(part, "")
    if now == text:
        reading.unchanged += 1
    else:
        changed(reading, occasion, {part: text}, {part: now})


_READERS: Final[Mapping[str, Callable[[Reading, int, Mapping[str, str], Standing], None]]] = {
    CALENDAR: _read_day,
    FEES: read_fee,
    WORDING: _read_wording,
    NOTICES: _read_notice,
}
