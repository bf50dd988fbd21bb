"""The working calendar of an office: sessions, days off, make-up days, and which years are known.

A calendar is a value with a version; a dossier keeps the version its due time was counted with. The
program reads it from a table (``resources/calendars``, or the one its center published), never from a
package. Every special day carries the notice it rests on; without one it is "dự kiến".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from typing import Any, Literal

from sync.model.timetable import Shift, Timetable

Kind = Literal["rest", "work"]
Session = tuple[time, time]
"""Opening and closing of an office session; both belong to it."""
Sessions = tuple[Session, ...]

DEFAULT_SESSIONS: Sessions = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
DEFAULT_SAME_DAY_CUTOFF = time(15)
WEEKDAY_KEYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class CalendarEnds(ValueError):
    """A day was needed that the calendar does not know; `year` is its year."""

    def __init__(self, year: int, first_year: int, last_year: int) -> None:
        self.year = year
        self.title = f"Lịch làm việc chưa có năm {year} (chỉ có từ năm {first_year} đến năm {last_year})"
        self.advice = (
            "Kiểm tra lại ngày nhận và thời hạn; nếu đúng, cập nhật lịch làm việc trong Cài đặt "
            "hoặc đồng bộ với trung tâm, rồi tính lại."
        )
        super().__init__(self.title)


class CalendarWrong(ValueError):
    """A table that is no calendar; `field` names the place, ``days[3].date``."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.title = f"Bảng lịch làm việc sai ở “{field}”: {reason}"
        self.advice = "Sửa bảng lịch rồi nhập lại; lịch đang dùng không thay đổi."
        super().__init__(self.title)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that differs from its weekday: a day off (``rest``) or a made-up working day (``work``).

    `notice` is the document it rests on, empty when none is known yet ("dự kiến"). `sessions`
    replaces the office's own on a ``work`` day.
    """

    day: date
    kind: Kind
    name: str
    notice: str = ""
    sessions: Sessions = ()

    @property
    def tentative(self) -> bool:
        """Whether no official document names this day yet."""
        return not self.notice


@dataclass(frozen=True)
class Calendar:
    """A working calendar; see `from_table` for the table it is made from.

    `weekday_sessions` holds, for weekdays (0 Monday to 6 Sunday), sessions that differ from the
    ordinary ones: an office open on Saturday mornings has an entry for 5, one closed on Mondays
    an empty one for 0. `predicted_years` are those whose yearly notice is not known.
    """

    version: str
    first_year: int
    last_year: int
    sessions: Sessions = DEFAULT_SESSIONS
    weekday_sessions: tuple[tuple[int, Sessions], ...] = ()
    days: tuple[SpecialDay, ...] = field(default=(), repr=False)
    predicted_years: frozenset[int] = frozenset()
    same_day_cutoff: time = DEFAULT_SAME_DAY_CUTOFF

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Calendar:
        """A calendar from its table (the parsed JSON). Raises `CalendarWrong` naming the field.

        ``version``: text. ``years``: {"2026": "official" | "predicted"}, without gaps. ``days``: a
        list of {``date``: "2026-11-24", ``kind``: "rest" | "work", ``name``, ``notice``?,
        ``sessions``?}. Optional: ``sessions`` [["07:30", "11:30"], …], ``weekday_sessions``
        {"saturday": [["07:30", "11:30"]]}, ``same_day_cutoff`` "15:00".
        """
        return _read_calendar(table)

    def to_table(self) -> dict[str, Any]:
        """The table `from_table` reads back to an equal calendar; all values are JSON's."""
        years = range(self.first_year, self.last_year + 1)
        return {
            "version": self.version,
            "sessions": _session_rows(self.sessions),
            "weekday_sessions": {WEEKDAY_KEYS[n]: _session_rows(rows) for n, rows in self.weekday_sessions},
            "same_day_cutoff": self.same_day_cutoff.isoformat("minutes"),
            "years": {str(y): "predicted" if y in self.predicted_years else "official" for y in years},
            "days": [_day_row(day) for day in self.days],
        }

    @cached_property
    def timetable(self) -> Timetable:
        """Working days laid out for counting; made at first use (a few milliseconds) and kept."""
        first, last = date(self.first_year, 1, 1), date(self.last_year, 12, 31)
        return Timetable(first, last, self._shifts(first, last), minute_of(self.same_day_cutoff))

    def special(self, day: date) -> SpecialDay | None:
        """The special day of that date, if it is one."""
        return self._special.get(day)

    def sessions_on(self, day: date) -> Sessions:
        """The office sessions of a day, none on a rest day. Raises `CalendarEnds` for an unknown year."""
        if not self.first_year <= day.year <= self.last_year:
            raise self.ends(day.year)
        special = self._special.get(day)
        if special is None:
            return self._weekly[day.weekday()]
        if special.kind == "rest":
            return ()
        return special.sessions or self.sessions

    def is_working(self, day: date) -> bool:
        """Whether the office works that day. Raises `CalendarEnds` for an unknown year."""
        return bool(self.sessions_on(day))

    def ends(self, year: int) -> CalendarEnds:
        """The error for a year this calendar does not know, to be raised."""
        return CalendarEnds(year, self.first_year, self.last_year)

    @cached_property
    def _special(self) -> dict[date, SpecialDay]:
        return {special.day: special for special in self.days}

    @cached_property
    def _weekly(self) -> tuple[Sessions, ...]:
        own = dict(self.weekday_sessions)
        return tuple(own.get(n, self.sessions if n < 5 else ()) for n in range(7))

    def _shifts(self, first: date, last: date) -> Iterator[tuple[int, Shift]]:
        # Days sharing their sessions share one tuple of minutes, and dates are made for special days only.
        weekly = [_shift(sessions) for sessions in self._weekly]
        special = {day.toordinal(): _shift(self.sessions_on(day)) for day in self._special}
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            shift = special[ordinal] if ordinal in special else weekly[(ordinal - 1) % 7]
            if shift:
                yield ordinal, shift


def minute_of(clock: time) -> int:
    """Minutes since midnight, seconds cut off."""
    return clock.hour * 60 + clock.minute


def _shift(sessions: Sessions) -> Shift:
    return tuple((minute_of(opening), minute_of(closing)) for opening, closing in sessions)


def _session_rows(sessions: Sessions) -> list[list[str]]:
    return [[opening.isoformat("minutes"), closing.isoformat("minutes")] for opening, closing in sessions]


def _day_row(special: SpecialDay) -> dict[str, Any]:
    row: dict[str, Any] = {
        "date": special.day.isoformat(),
        "kind": special.kind,
        "name": special.name,
        "notice": special.notice,
    }
    if special.sessions:
        row["sessions"] = _session_rows(special.sessions)
    return row


def _read_calendar(table: Mapping[str, Any]) -> Calendar:
    if not isinstance(table, Mapping):
        raise CalendarWrong("table", "phải là một đối tượng")
    years = _read_years(table.get("years"))
    sessions = _read_sessions(table["sessions"], "sessions") if "sessions" in table else DEFAULT_SESSIONS
    if not sessions:
        raise CalendarWrong("sessions", "phải có ít nhất một buổi làm việc")
    cutoff = table.get("same_day_cutoff")
    return Calendar(
        version=_read_text(table, "version", "version"),
        first_year=min(years),
        last_year=max(years),
        sessions=sessions,
        weekday_sessions=_read_weekdays(table.get("weekday_sessions", {})),
        days=_read_days(table.get("days"), years),
        predicted_years=frozenset(year for year, status in years.items() if status == "predicted"),
        same_day_cutoff=DEFAULT_SAME_DAY_CUTOFF if cutoff is None else _read_time(cutoff, "same_day_cutoff"),
    )


def _read_years(rows: object) -> dict[int, str]:
    if not isinstance(rows, Mapping) or not rows:
        raise CalendarWrong("years", "phải có ít nhất một năm")
    years: dict[int, str] = {}
    for key, status in rows.items():
        if not (isinstance(key, str) and len(key) == 4 and key.isascii() and key.isdigit() and key > "0000"):
            raise CalendarWrong("years", f"“{key}” không phải một năm")
        if status not in ("official", "predicted"):
            raise CalendarWrong(f"years.{key}", "phải là official hoặc predicted")
        years[int(key)] = status
    if max(years) - min(years) + 1 != len(years):
        raise CalendarWrong("years", "các năm phải liên tục")
    if max(years) - min(years) > 200:
        raise CalendarWrong("years", "quá 200 năm")
    return years


def _read_days(rows: object, years: Mapping[int, str]) -> tuple[SpecialDay, ...]:
    if not isinstance(rows, list):
        raise CalendarWrong("days", "phải là một danh sách")
    days: dict[date, SpecialDay] = {}
    for position, row in enumerate(rows):
        place = f"days[{position}]"
        if not isinstance(row, Mapping):
            raise CalendarWrong(place, "phải là một đối tượng")
        special = _read_day(row, place)
        if special.day.year not in years:
            raise CalendarWrong(f"{place}.date", f"năm {special.day.year} không có trong years")
        if special.day in days:
            raise CalendarWrong(f"{place}.date", f"ngày {special.day.isoformat()} có hai dòng")
        days[special.day] = special
    return tuple(days[day] for day in sorted(days))


def _read_day(row: Mapping[str, Any], place: str) -> SpecialDay:
    kind = row.get("kind")
    if kind not in ("rest", "work"):
        raise CalendarWrong(f"{place}.kind", "phải là rest hoặc work")
    text = _read_text(row, "date", f"{place}.date")
    day: date | None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # `fromisoformat` also takes 20261124 and week dates; a table has one way of writing a day.
    if day is None or day.isoformat() != text:
        raise CalendarWrong(f"{place}.date", "không phải ngày dạng 2026-11-24")
    notice = row.get("notice", "")
    if not isinstance(notice, str):
        raise CalendarWrong(f"{place}.notice", "phải là chữ")
    sessions = _read_sessions(row["sessions"], f"{place}.sessions") if "sessions" in row else ()
    if sessions and kind == "rest":
        raise CalendarWrong(f"{place}.sessions", "ngày nghỉ không có buổi làm việc")
    return SpecialDay(day, kind, _read_text(row, "name", f"{place}.name"), notice.strip(), sessions)


def _read_weekdays(rows: object) -> tuple[tuple[int, Sessions], ...]:
    if not isinstance(rows, Mapping):
        raise CalendarWrong("weekday_sessions", "phải là một đối tượng")
    own: list[tuple[int, Sessions]] = []
    for key, value in rows.items():
        if key not in WEEKDAY_KEYS:
            raise CalendarWrong(
                "weekday_sessions", f"“{key}” không phải một thứ trong tuần (monday … sunday)"
            )
        own.append((WEEKDAY_KEYS.index(key), _read_sessions(value, f"weekday_sessions.{key}")))
    return tuple(sorted(own))


def _read_sessions(rows: object, place: str) -> Sessions:
    if not isinstance(rows, list):
        raise CalendarWrong(place, "phải là danh sách các buổi [giờ mở, giờ đóng]")
    sessions: list[Session] = []
    for row in rows:
        if not isinstance(row, list) or len(row) != 2:
            raise CalendarWrong(place, "mỗi buổi là [giờ mở, giờ đóng]")
        opening, closing = _read_time(row[0], place), _read_time(row[1], place)
        if opening >= closing or (sessions and sessions[-1][1] >= opening):
            raise CalendarWrong(place, "các buổi phải theo thứ tự và không chồng nhau")
        sessions.append((opening, closing))
    return tuple(sessions)


def _read_time(value: object, place: str) -> time:
    try:
        clock = time.fromisoformat(value) if isinstance(value, str) and len(value) == 5 else None
    except ValueError:
        clock = None
    if clock is None:
        raise CalendarWrong(place, "giờ phải có dạng 07:30")
    return clock


def _read_text(row: Mapping[str, Any], key: str, place: str) -> str:
    text = row.get(key)
    if not isinstance(text, str) or not text.strip():
        raise CalendarWrong(place, "phải có chữ")
    return text.strip()
