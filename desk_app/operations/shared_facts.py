"""What all desks of a unit share: the office's facts, how time is counted, its hours and its own days off.

Each is one shared setting (an entry of kind ``setting`` in the unit's channel, `sync.acts.unit`), set by any
desk and in force at once there; every other desk has it with its next exchange. Conflict rule: of each key
the one that knew most of its history counts (the greatest height), then the greater writer's id; so two desks
that set the same thing while apart agree on one of the two after both have exchanged, and what differs by key
(two fields, two days) is kept of both. What cannot be read or makes no sense is left out, and the desk stays
as it was.

This desk's small table repeats them: the screens read settings there, and it follows from the entries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from hashlib import sha256
from json import dumps
from typing import Any, Final

from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import MACHINE, PRESENT, SETTINGS
from desk_app.operations.account_table import apply_accounts
from desk_app.operations.calendars import Affected, affected
from desk_app.operations.desk import CALENDAR_OWN, FEES_OWN, Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import NOTHING, Changes, Outcome
from desk_app.operations.unit_words import share_setting, shared_settings
from desk_app.store.tables import tables_of
from sync.catalogue.local_fees import local_fee_in
from sync.model.calendar import Calendar, CalendarWrong
from sync.model.dossier import Officer
from sync.model.due import POLICIES
from sync.model.strict import FieldError
from sync.model.text import TextRefused, nfc_line

FACTS: Final[Mapping[str, str]] = {
    "upstream_title": "Cơ quan cấp trên",
    "reception_title": "Tên bộ phận tiếp nhận",
    "place": "Địa danh trong dòng ngày tháng",
    "address": "Địa chỉ trụ sở",
    "phone": "Điện thoại của quầy",
}
"""The office's facts that are lines of words, as forms print them."""
LONGEST: Final = 200
FORM_SETS: Final = ("TT 03/2025", "TT 01/2018")
RULES: Final = ("RESTART", "EXTEND")
_OFFICE, _COUNTING, _HOURS, _DAY = "office.", "time.counting", "time.hours", "time.day."
FEE_KEY: Final = "fee."
_FORM_SET, _RULE = "office.form_set", "time.supplement_rule"
_CHANGES: Final = Changes(settings=True, sync=True)


# ------------------------------------------------------------------------------------------------- setting


@needs(SETTINGS)
def set_office(desk: Desk, values: Mapping[str, str], officer: Officer) -> Outcome[int]:
    """Sets facts of the office for all desks of the unit; those that stand already are not said again.

    `values` by name of `FACTS`, or ``form_set``. Returns how many changed. Raises `DeskError` with the
    mistakes by field.
    """
    clean, mistakes = {}, []
    for name, value in values.items():
        try:
            clean[name] = _form_set(value) if name == "form_set" else _line(value)
        except ValueError as wrong:
            mistakes.append(Mistake(name, str(wrong)))
    if mistakes:
        raise DeskError(mistakes[0].message, "", mistakes)
    changed = [(name, value) for name, value in clean.items() if getattr(desk.settings, name) != value]
    for name, value in changed:
        share_setting(desk, _OFFICE + name, value, officer)
    apply_shared(desk)
    return Outcome(len(changed), _CHANGES if changed else NOTHING)


@needs(SETTINGS)
def set_counting(desk: Desk, policy: str, cutoff: time | None, rule: str, officer: Officer) -> Outcome[None]:
    """Sets how due times are counted from now on (Time b, g): policy, P2's cut-off, supplement rule."""
    if policy == "P2" and cutoff is None:
        wrong = Mistake("cutoff", "Cách tính P2 cần giờ chốt, ví dụ 15:00.")
        raise DeskError(wrong.message, "", (wrong,))
    value = {"policy": policy, "cutoff": cutoff.isoformat("minutes") if cutoff and policy == "P2" else ""}
    if _counting(value) is None or rule not in RULES:
        raise DeskError("Cách tính thời hạn phải là P1, P2 hoặc P3.")
    if value != _counting_now(desk):
        share_setting(desk, _COUNTING, value, officer)
    if rule != desk.settings.supplement_rule:
        share_setting(desk, _RULE, rule, officer)
    apply_shared(desk)
    return Outcome(None, _CHANGES)


@needs(SETTINGS)
def set_hours(desk: Desk, hours: Mapping[str, Any], officer: Officer) -> Outcome[tuple[Affected, ...]]:
    """Sets the office's sessions, the weekdays' own ones and the same-day cut-off, as `Calendar.from_table`
    has them. Returns the open dossiers this would have given another due time: theirs stand as printed."""
    table = {key: hours[key] for key in ("sessions", "weekday_sessions", "same_day_cutoff") if key in hours}
    _tried(desk.calendar, table)
    share_setting(desk, _HOURS, table, officer)
    return _calendar_set(desk)


@needs(SETTINGS)
def set_day(
    desk: Desk, day: date, kind: str, name: str, notice: str, officer: Officer
) -> Outcome[tuple[Affected, ...]]:
    """A day off (``rest``) or made-up working day (``work``) of the unit's own, with its notice."""
    try:
        row = {"date": day.isoformat(), "kind": kind, "name": _line(name), "notice": _line(notice)}
    except ValueError as wrong:
        raise DeskError(str(wrong)) from wrong
    _tried(desk.calendar, {}, {day.isoformat(): row})
    share_setting(desk, _DAY + day.isoformat(), row, officer)
    return _calendar_set(desk)


@needs(SETTINGS)
def drop_day(desk: Desk, day: date, officer: Officer) -> Outcome[tuple[Affected, ...]]:
    """Takes a day of the unit's own back; the calendar under it counts again."""
    share_setting(desk, _DAY + day.isoformat(), None, officer)
    return _calendar_set(desk)


@needs(PRESENT)
def own_days(desk: Desk) -> list[dict[str, str]]:
    """The unit's own days, in order: ``date``, ``kind``, ``name``, ``notice``."""
    with desk.reading():
        own = desk.tables.setting(CALENDAR_OWN) or {}
    return [own["days"][day] for day in sorted(own.get("days", {}))]


def _calendar_set(desk: Desk) -> Outcome[tuple[Affected, ...]]:
    apply_shared(desk)
    return Outcome(tuple(affected(desk, desk.calendar)), _CHANGES)


# ------------------------------------------------------------------------------------------------ applying


@needs(MACHINE)
def apply_shared(desk: Desk) -> bool:
    """Puts what the unit's desks share in force here; whether anything changed.

    To be called after whatever brought entries in.
    """
    accounts = apply_accounts(desk)
    wanted = _wanted(desk, shared_settings(desk))
    with desk.reading():
        held = {name: desk.tables.setting(name) for name in wanted}
    different = {name: value for name, value in wanted.items() if held[name] != value}
    if not different:
        return accounts
    with desk.writing() as ledger:
        for name, value in different.items():
            tables_of(ledger).put_setting(name, value)
    desk.trust()
    return True


def _wanted(desk: Desk, said: Mapping[str, Any]) -> dict[str, Any]:
    """What the small table should say; a value that makes no sense is not among it."""
    wanted: dict[str, Any] = {}
    readers: dict[str, tuple[str, Callable[[Any], str]]] = {
        **{_OFFICE + name: (name, _line) for name in FACTS},
        _FORM_SET: ("form_set", _form_set),
        _RULE: ("supplement_rule", _rule),
    }
    for key, (name, read) in readers.items():
        if isinstance(said.get(key), str):
            try:
                wanted[name] = read(said[key])
            except ValueError:
                continue  # of a newer program, or nonsense: this desk stays as it is
    wanted |= _counting(said.get(_COUNTING)) or {}
    days = {key.removeprefix(_DAY): row for key, row in said.items() if key.startswith(_DAY) and row}
    hours = said.get(_HOURS)
    if days or hours or any(key.startswith(_DAY) for key in said):
        wanted[CALENDAR_OWN] = _own(desk.base_calendar, hours, days)
    if any(key.startswith(FEE_KEY) for key in said):
        wanted[FEES_OWN] = _fees(said)
    return wanted


def _fees(said: Mapping[str, Any]) -> dict[str, Any]:
    """The fees the unit wrote down, in the order of their keys, and a stamp of them."""
    kept: list[dict[str, Any]] = []
    for key, value in sorted(said.items()):
        if key.startswith(FEE_KEY) and value is not None:
            try:
                fee = local_fee_in(value)
            except FieldError:
                continue  # of a newer program, or nonsense
            if FEE_KEY + fee.key == key:
                kept.append(fee.to_dict())
    text = dumps(kept, ensure_ascii=False, sort_keys=True)
    return {"fees": kept, "stamp": sha256(text.encode()).hexdigest()[:8] if kept else ""}


def _own(base: Calendar, hours: object, days: Mapping[str, Any]) -> dict[str, Any]:
    """The unit's own hours and days as far as they make a calendar; `stamp` is their version."""
    kept: dict[str, Any] = {"hours": {}, "days": {}}
    if isinstance(hours, dict) and _fits(base, hours):
        kept["hours"] = hours
    for day, row in sorted(days.items()):
        if isinstance(row, dict) and row.get("date") == day and _fits(base, {}, {day: row}):
            kept["days"][day] = row
    empty = not kept["hours"] and not kept["days"]
    text = dumps(kept, ensure_ascii=False, sort_keys=True)
    return kept | {"stamp": "" if empty else sha256(text.encode()).hexdigest()[:8]}


def _fits(base: Calendar, hours: Mapping[str, Any], days: Mapping[str, Any] | None = None) -> bool:
    try:
        _tried(base, hours, days)
    except DeskError:
        return False
    return True


def _tried(base: Calendar, hours: Mapping[str, Any], days: Mapping[str, Any] | None = None) -> None:
    from desk_app.operations.calendars import overlaid

    try:
        overlaid(base, {"hours": dict(hours), "days": dict(days or {}), "stamp": "x"})
    except CalendarWrong as wrong:
        raise DeskError(f"{wrong.title}.", "Sửa rồi lưu lại; lịch đang dùng không đổi.") from wrong


def _line(value: object) -> str:
    try:
        line = nfc_line(str(value))
    except TextRefused as refused:
        raise ValueError(f"{refused.title} {refused.advice}".strip()) from refused
    if len(line) > LONGEST:
        raise ValueError(f"Dài nhất {LONGEST} ký tự.")
    return line


def _form_set(value: object) -> str:
    if value not in FORM_SETS:
        raise ValueError(f"Bộ mẫu phải là một trong: {', '.join(FORM_SETS)}.")
    return str(value)


def _rule(value: object) -> str:
    if value not in RULES:
        raise ValueError("Cách tính lại sau bổ sung không có trong chương trình này.")
    return str(value)


def _counting(value: object) -> dict[str, str] | None:
    if not isinstance(value, dict) or value.get("policy") not in POLICIES:
        return None
    try:
        cutoff = time.fromisoformat(value["cutoff"]).isoformat("minutes") if value.get("cutoff") else ""
    except (TypeError, ValueError):
        return None
    if value["policy"] == "P2" and not cutoff:
        return None
    return {"policy": str(value["policy"]), "cutoff": cutoff}


def _counting_now(desk: Desk) -> dict[str, str]:
    at = desk.settings.cutoff
    return {"policy": desk.settings.policy, "cutoff": at.isoformat("minutes") if at else ""}
