"""What published releases make of the shipped catalogue and of a calendar, on a day.

A procedure that a release touches has origin ``center`` and names the release as its version, which a
dossier keeps. What a release says and this program cannot read leaves that record as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sync.catalogue.catalogue import Catalogue
from sync.catalogue.chain import State, state_on
from sync.catalogue.form_texts import check_wording
from sync.catalogue.releases import Change, Signed
from sync.model.calendar import WEEKDAY_KEYS, Calendar, CalendarWrong
from sync.model.procedure import Procedure
from sync.model.strict import FieldError

HOURS: Final = "hours"
YEAR: Final = "year:"
_HOURS: Final = ("sessions", "weekday_sessions", "same_day_cutoff")
_OURS: Final = ("code", "version", "origin")
"""What a release cannot say of a procedure: it follows from the release itself."""


def stamp_of(releases: Sequence[Signed], day: date) -> str:
    """Names what is published on a day: the newest release, and how many hold; empty before the first."""
    if not releases:
        return ""
    newest = releases[-1]
    holding = sum(one.release.effective <= day for one in releases)
    return f"r{newest.release.sequence}-{newest.digest.hex()[:8]}-{holding}"


def published_over(shipped: Catalogue, releases: Sequence[Signed], day: date) -> Catalogue:
    """The shipped catalogue with what is published on `day` over it."""
    if not releases:
        return shipped
    state, named = state_on(releases, day), _last_named(releases)
    merged = dict(shipped.base)
    for code in dict.fromkeys(key for table, key in state if table in ("procedures", "fees")):
        fields = {**state.get(("procedures", code), {}), **state.get(("fees", code), {})}
        made = procedure_with(merged.get(code), code, fields, named[code])
        if made is not None:
            merged[code] = made
    return Catalogue(f"{shipped.base_version}+{stamp_of(releases, day)}", merged, shipped.amendments)


def procedure_with(
    known: Procedure | None, code: str, fields: Mapping[str, Any], version: str
) -> Procedure | None:
    """A procedure with published fields over what is known; None where they make none."""
    before = known.to_dict() if known is not None else {"code": code}
    if "limit" in fields and fields["limit"] != before.get("limit", "") and "limit_note" not in fields:
        before.pop("limit_note", None)  # a note on a limit that no longer stands would contradict the new one
    said = {name: value for name, value in fields.items() if name not in _OURS}
    try:
        return Procedure.from_dict({**before, **said, "version": version, "origin": "center"})
    except FieldError:
        return None


def _last_named(releases: Sequence[Signed]) -> dict[str, str]:
    named: dict[str, str] = {}
    for one in releases:
        version = f"r{one.release.sequence}-{one.digest.hex()[:8]}"
        named |= {change.key: version for change in one.release.changes}
    return named


def calendar_over(base: Calendar, releases: Sequence[Signed], day: date) -> Calendar:
    """A calendar with the published hours, years and days over it; one of a year nobody knows waits."""
    state = {key: fields for (table, key), fields in state_on(releases, day).items() if table == "calendar"}
    if not state:
        return base
    table = base.to_table()
    # Years first and in order: a day of a year that nobody knows yet would wait for it in vain.
    for key, fields in sorted(state.items(), key=lambda one: (not one[0].startswith(YEAR), one[0])):
        tried = _with(table, key, fields)
        try:
            Calendar.from_table(tried)
        except (CalendarWrong, TypeError, ValueError, KeyError):
            continue
        table = tried
    table["version"] = f"{base.version}+{stamp_of(releases, day)}"
    return Calendar.from_table(table)


def _with(table: Mapping[str, Any], key: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    tried = dict(table)
    if key == HOURS:
        return tried | {name: fields[name] for name in _HOURS if name in fields}
    if key.startswith(YEAR):
        tried["years"] = {**tried["years"], key.removeprefix(YEAR): fields.get("status")}
        return tried
    days = {row["date"]: row for row in tried["days"]}
    if key[:4] in tried["years"]:
        if fields.get("kind") == "plain":  # a day that was special in the base and is none any more
            days.pop(key, None)
        else:
            days[key] = {"date": key, **fields}
    return tried | {"days": list(days.values())}


def records(releases: Sequence[Signed], table: str, day: date) -> dict[str, Mapping[str, Any]]:
    """What is published in a table on a day, by key: wording of forms, notices."""
    return {key: fields for (of, key), fields in state_on(releases, day).items() if of == table}


def check_changes(shipped: Catalogue, base: Calendar, state: State, changes: Sequence[Change]) -> None:
    """Raises `FieldError` for a change that desks could not read, before anybody signs it."""
    for one in changes:
        fields = {**state.get((one.table, one.key), {}), **one.fields}
        fields = {name: value for name, value in fields.items() if value is not None}
        try:
            if one.table in ("procedures", "fees"):
                _check_procedure(shipped, state, one, fields)
            elif one.table == "calendar" and fields:
                _check_calendar(base, one.key, fields)
            elif one.table == "wording":
                check_wording(one.key, {name: fields[name] for name in one.fields if name in fields})
            else:
                _check_texts(fields)
        except FieldError as error:
            raise error.under(f"{one.table} {one.key}") from None


def _check_procedure(shipped: Catalogue, state: State, one: Change, fields: Mapping[str, Any]) -> None:
    if one.table == "fees" and set(fields) - {"fees"}:
        raise FieldError("fees", "bảng phí chỉ có trường fees")
    known = shipped.base.get(one.key)
    plain = known.to_dict() if known is not None else {"code": one.key}
    if one.table == "fees":
        plain = {**plain, **state.get(("procedures", one.key), {})}
        if "name" not in plain:
            plain["name"] = "?"  # its procedure may stand in the same release
    if fields or known is not None:
        Procedure.from_dict({**plain, **fields})


def _check_calendar(base: Calendar, key: str, fields: Mapping[str, Any]) -> None:
    years = {str(year) for year in range(base.first_year, base.last_year + 1)}
    if key != HOURS and not key.startswith(YEAR):
        _check_day(key)
    if key == HOURS:
        unknown = set(fields) - set(_HOURS)
        if unknown or not set(fields.get("weekday_sessions", {})) <= set(WEEKDAY_KEYS):
            raise FieldError(HOURS, "giờ làm việc không đúng")
    elif fields.get("kind") == "plain":
        return
    elif not key.startswith(YEAR) and key[:4] not in years:
        # the year may come in the same release, or with a newer program; the day waits for it
        _check_calendar(base, f"{base.last_year}-01-05", fields)
        return
    try:
        Calendar.from_table(_with(base.to_table(), key, fields))
    except CalendarWrong as wrong:
        raise FieldError(wrong.field, wrong.title) from None
    except (TypeError, ValueError, KeyError, AttributeError):
        raise FieldError(key, "không đúng dạng") from None


def _check_day(key: str) -> None:
    try:
        known = date.fromisoformat(key).isoformat() == key
    except ValueError:
        known = False
    if not known:
        raise FieldError("date", "phải là ngày dạng YYYY-MM-DD")


def _check_texts(fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if not isinstance(value, str) or len(value) > 4000:
            raise FieldError(name, "phải là chữ, dài nhất 4000 ký tự")
