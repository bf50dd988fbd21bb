"""The public screen: its settings, and what it shows. Only what anyone may read leaves here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.public_words import masked_name, masked_number
from desk_app.domain.rights import MACHINE, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store import search
from desk_app.store.tables import tables_of
from sync.model.calendar import Calendar, CalendarEnds, Sessions
from sync.model.moment import day_of
from sync.model.procedure import FeeRule, Procedure
from sync.model.text import TextRefused, nfc_line
from sync.model.words import WEEKDAYS, day_on_screen, dong

REGIONS: Final[Mapping[str, str]] = {
    "queue": "Số đang gọi",
    "results": "Kết quả chờ nhận",
    "procedures": "Thủ tục, thời hạn, phí",
    "hours": "Giờ làm việc",
    "reception": "Lịch tiếp công dân",
    "complaints": "Phản ánh, kiến nghị",
}
"""What the screen can show, by name."""
LEAST_SECONDS, MOST_SECONDS = 5, 120
MOST_READY: Final = 200
MOST_RECEPTIONS: Final = 40
_MOST_CELL, _MOST_COMPLAINTS = 200, 800
_SETTING: Final = "public_screen"
_DAYS_AHEAD: Final = 14


@dataclass(frozen=True, slots=True)
class Reception:
    """A line of the leaders' reception calendar: who receives citizens, when, where."""

    who: str
    when: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class PublicScreen:
    """`on`: shown whenever a second monitor is there. `screen`: the monitor's name (empty: the first that
    is not the window's). `seconds` a page stays. `number_only`: results without masked names. `show`: names
    of `REGIONS`. `rating_here`: ratings are asked for on this screen, not on the officer's. `language`: what
    citizens read, whatever the officer's window speaks.
    """

    on: bool = False
    screen: str = ""
    dark: bool = False
    seconds: int = 12
    number_only: bool = False
    show: tuple[str, ...] = tuple(REGIONS)
    reception: tuple[Reception, ...] = ()
    complaints: str = ""
    rating_here: bool = True
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Ready:
    """A result that waits to be collected: ``•••0042`` and, unless only numbers are shown, ``N. V. M***``."""

    number: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PostedProcedure:
    """A procedure as it is posted: name, field, limit and fee in words."""

    name: str
    field: str
    limit: str
    fee: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the screen but the queue. `hours`: (days, times); `days_off`: the next ones, in words."""

    unit: str
    settings: PublicScreen
    ready: tuple[Ready, ...] = ()
    procedures: tuple[PostedProcedure, ...] = ()
    hours: tuple[tuple[str, str], ...] = ()
    days_off: tuple[str, ...] = ()
    complaints: tuple[str, ...] = field(default=())


# ------------------------------------------------------------------------------------------------ settings


@needs(MACHINE)
def public_screen(desk: Desk) -> PublicScreen:
    """The settings; what was never set is as it ships."""
    with desk.reading():
        raw: dict[str, Any] = dict(desk.tables.setting(_SETTING) or {})
    known = {one.name: raw[one.name] for one in fields(PublicScreen) if one.name in raw}
    if "show" in known:
        known["show"] = tuple(name for name in known["show"] if name in REGIONS)
    if "reception" in known:
        known["reception"] = tuple(Reception(*line) for line in known["reception"])
    return PublicScreen(**known)


@needs(SETTINGS)
def put_public_screen(desk: Desk, wanted: PublicScreen) -> Outcome[PublicScreen]:
    """Keeps the settings, cleaned. Raises `DeskError` naming what cannot be kept."""
    if len(wanted.reception) > MOST_RECEPTIONS:
        raise DeskError(f"Lịch tiếp công dân có nhiều nhất {MOST_RECEPTIONS} dòng.", "Bớt dòng rồi lưu lại.")
    try:
        reception = tuple(
            Reception(*(nfc_line(cell) for cell in (one.who, one.when, one.where)))
            for one in wanted.reception
        )
        complaints = "\n".join(line for one in wanted.complaints.splitlines() if (line := nfc_line(one)))
    except TextRefused as refused:
        raise DeskError(refused.title, refused.advice) from refused
    reception = tuple(one for one in reception if one.who or one.when or one.where)
    if any(len(cell) > _MOST_CELL for one in reception for cell in (one.who, one.when, one.where)):
        raise DeskError(f"Mỗi ô của lịch tiếp công dân dài nhất {_MOST_CELL} ký tự.", "Rút gọn rồi lưu lại.")
    if len(complaints) > _MOST_COMPLAINTS:
        raise DeskError(f"Nơi phản ánh dài nhất {_MOST_COMPLAINTS} ký tự.", "Rút gọn rồi lưu lại.")
    settings = replace(
        wanted,
        seconds=max(LEAST_SECONDS, min(MOST_SECONDS, wanted.seconds)),
        show=tuple(name for name in REGIONS if name in wanted.show),
        reception=reception,
        complaints=complaints,
    )
    plain = asdict(settings) | {"reception": [[one.who, one.when, one.where] for one in reception]}
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, plain)
    return Outcome(settings, Changes(settings=True))


# ------------------------------------------------------------------------------------------------- looking


@needs(MACHINE)
def board(desk: Desk) -> Board:
    """What the screen shows now, but for the queue; needs no network."""
    settings, today = public_screen(desk), day_of(desk.clock())
    with desk.reading():
        calendar, catalogue = desk.calendar, desk.catalogue
        usage = desk.tables.usage()
    posted = sorted(
        (one for one in catalogue if one.in_force(today)), key=lambda one: -usage.get(one.code, 0)
    )
    return Board(
        unit=desk.settings.unit_name,
        settings=settings,
        ready=ready_results(desk, number_only=settings.number_only),
        procedures=tuple(map(_posted, posted)),
        hours=hours_in_words(calendar),
        days_off=days_off_in_words(calendar, today),
        complaints=tuple(settings.complaints.splitlines() or _own_address(desk)),
    )


@needs(MACHINE)
def ready_results(desk: Desk, *, number_only: bool = False) -> tuple[Ready, ...]:
    """The newest results that wait to be collected, masked."""
    with desk.reading():
        rows = search.ready_rows(desk.store.reader(), MOST_READY)
    return tuple(
        Ready(masked_number(row.number), "" if number_only else masked_name(row.owner)) for row in rows
    )


def _own_address(desk: Desk) -> list[str]:
    """Where the office itself is reached, for an office that has not said where to complain."""
    settings = desk.settings
    phone = f"Điện thoại: {settings.phone}" if settings.phone else ""
    lines = [line for line in (settings.address, phone) if line]
    return [settings.unit_name, *lines] if lines else []


# --------------------------------------------------------------------------------------------- in words


def _posted(procedure: Procedure) -> PostedProcedure:
    limit = procedure.limit or ", ".join(dict.fromkeys(case.limit for case in procedure.cases if case.limit))
    return PostedProcedure(
        procedure.name, procedure.field, limit or "hỏi tại quầy", fees_in_words(procedure.fees)
    )


def fees_in_words(rules: Sequence[FeeRule]) -> str:
    """What a procedure costs: ``không thu``, ``2.000 đ/trang, từ trang 3: 1.000 đ, cao nhất 200.000 đ/bản``.

    What is only due in some cases is named after it.
    """
    always = dict.fromkeys(_fee(rule) for rule in rules if not rule.optional)
    other = dict.fromkeys(f"{_lower(rule.name)}: {_fee(rule)}" for rule in rules if rule.optional)
    said = " + ".join(always) or "không thu"
    return f"{said}; nếu có: {', '.join(other)}" if other else said


def _fee(rule: FeeRule) -> str:
    if rule.amount is None:
        return "theo quy định của tỉnh"
    if rule.method == "per_page":
        cap = f", cao nhất {dong(rule.cap)}/bản" if rule.cap else ""
        return (
            f"{dong(rule.amount)}/trang, từ trang {rule.threshold_pages + 1}: {dong(rule.then_amount)}{cap}"
        )
    if not rule.amount:
        return "không thu"
    return dong(rule.amount) + ("/bản" if rule.method == "per_copy" else "")


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def hours_in_words(calendar: Calendar) -> tuple[tuple[str, str], ...]:
    """Office hours of a week, equal days together: (``Thứ Hai – Thứ Sáu``, ``7:30 – 11:30``)."""
    own = dict(calendar.weekday_sessions)
    week = [own.get(day, calendar.sessions if day < 5 else ()) for day in range(7)]
    lines: list[tuple[str, str]] = []
    for sessions, days in groupby(range(7), key=lambda day: week[day]):
        if not sessions:
            continue
        first, *rest = (WEEKDAYS[day][:1].upper() + WEEKDAYS[day][1:] for day in days)
        lines.append((f"{first} – {rest[-1]}" if rest else first, _times(sessions)))
    return tuple(lines)


def _times(sessions: Sessions) -> str:
    return ", ".join(
        f"{opening.hour}:{opening.minute:02d} – {closing.hour}:{closing.minute:02d}"
        for opening, closing in sessions
    )


def days_off_in_words(calendar: Calendar, today: date) -> tuple[str, ...]:
    """Days of the next two weeks that differ from their weekday: ``Nghỉ Thứ Ba 24/11/2026 (…)``."""
    lines = []
    for ahead in range(_DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        special = calendar.special(day)
        if special is None:
            continue
        try:
            sessions = calendar.sessions_on(day)
        except CalendarEnds:
            break
        name = f" ({special.name})" if special.name else ""
        words = (
            f"Làm việc {day_on_screen(day)}, {_times(sessions)}" if sessions else f"Nghỉ {day_on_screen(day)}"
        )
        lines.append(words + name)
    return tuple(lines)
