"""Lists of tasks: what is on somebody's desk, on a unit's, on nobody's, late, or soon to be.

Read along the indexes of `sync.center.store.schema_work`, page by page from the place of the last row:
the cost does not grow with what is stored. A dossier stands in these lists once, by the row of its home
channel.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.projection import COMING, RETURNING, WAITING, WORKING
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, channels_of
from sync.center.work.calendars import calendar_of
from sync.center.work.rights import CENTER_UNIT, Actor
from sync.model.calendar import CalendarEnds
from sync.model.due import due_at
from sync.model.limit import Limit, Unit
from sync.model.moment import iso_minute

MINE, UNIT, UNASSIGNED = "mine", "unit", "unassigned"
LATE, SOON = "late", "soon"
LISTS: Final = (MINE, UNIT, UNASSIGNED, LATE, SOON, COMING, WAITING, RETURNING)
"""Names of the lists, in the order a page offers them."""
TITLES: Final = {
    MINE: "Việc của tôi",
    UNIT: "Đơn vị đang xử lý",
    UNASSIGNED: "Chưa phân công",
    LATE: "Quá hạn",
    SOON: "Sắp đến hạn",
    COMING: "Chờ nhận bàn giao",
    WAITING: "Chờ công dân",
    RETURNING: "Chờ trả kết quả",
}
SOON_HOURS: Final = 4
MOST: Final = 500
_D = tables.dossiers.c
_OPEN = text("dossiers.inbox <> ''")
_ASSIGNED = text("dossiers.assignee <> ''")
"""As the partial indexes have them: a bound value would hide them."""
_SHOWN = (
    _D.channel, _D.id, _D.number, _D.status, _D.unit, _D.at_unit, _D.owner, _D.procedure, _D.procedure_name,
    _D.received_at, _D.due_at, _D.flags, _D.version, _D.inbox, _D.step, _D.step_name, _D.step_since,
    _D.act_by,    _D.assignee, _D.assignee_name, _D.office,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Task:
    """A dossier as a list shows it. `id` hex; times ISO 8601 to the minute; `act_by`: when its step (else the
    dossier) is due, empty where nothing is known; `late`: that is past. `version` goes back with an act."""

    id: str
    number: str
    status: str
    unit: str
    at_unit: str
    owner: str
    procedure: str
    procedure_name: str
    received_at: str
    due_at: str
    flags: tuple[str, ...]
    version: str
    inbox: str
    step: str
    step_name: str
    step_since: str
    act_by: str
    assignee: str
    assignee_name: str
    office: str
    late: bool


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of a list, the earliest to be done first; `after` begins the next one (empty: there is none)."""

    tasks: tuple[Task, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list is narrowed to; empty: nothing. `assignee` is a person's id, `step_name` a step as it is
    called, `step` by its code."""

    office: str = ""
    procedure: str = ""
    step: str = ""
    assignee: str = ""
    step_name: str = ""


def tasks(
    center: Center,
    actor: Actor,
    which: str,
    *,
    narrowed: Narrowed | None = None,
    hours: int = SOON_HOURS,
    after: str = "",
    limit: int = 50,
) -> TaskPage:
    """A page of the list `which` (of `LISTS`) for the actor and his unit; `hours`: working hours that
    count as soon. Raises `CenterError` for no such list or a place that is none."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        query = tasks_query(center, actor, which, rows, hours)
        for name in ("office", "procedure", "step", "assignee", "step_name"):
            wanted = getattr(narrowed, name) if narrowed is not None else ""
            if wanted:
                query = query.where(_D[name] == wanted)
        if after:
            query = query.where(_beyond(after))
        size = max(1, min(limit, MOST))
        found = rows.connection.execute(query.order_by(_D.act_by, _D.id).limit(size + 1)).all()
    now = iso_minute(center.clock())
    shown = tuple(_task(row, now) for row in found[:size])
    return TaskPage(shown, f"{shown[-1].act_by}~{shown[-1].id}" if len(found) > size else "")


def tasks_query(
    center: Center, actor: Actor, which: str, rows: CenterRows, hours: int = SOON_HOURS
) -> Select[Any]:
    """The rows of a list, in no order yet."""
    return select(*_SHOWN).where(*_conditions(center, actor, which, _ours(rows, actor), hours))


def task_counts(center: Center, actor: Actor, hours: int = SOON_HOURS) -> dict[str, int]:
    """How many stand in each list of `LISTS`, by name."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        ours = _ours(rows, actor)
        counted = {
            which: select(func.count()).where(*_conditions(center, actor, which, ours, hours))
            for which in LISTS
        }
        return {which: int(rows.connection.scalar(query) or 0) for which, query in counted.items()}


def numbers_of(center: Center, actor: Actor, person: str) -> list[tuple[str, str]]:
    """Id (hex) and version of every open dossier that a person of the actor's unit has."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        query = (
            select(_D.id, _D.version)
            .where(_OPEN, _ASSIGNED, _D.assignee == person)
            .where(_at(_ours(rows, actor)))
            .order_by(_D.act_by, _D.id)
        )
        return [(bytes(one).hex(), version) for one, version in rows.connection.execute(query)]


def _ours(rows: CenterRows, actor: Actor) -> list[str]:
    """The codes under which dossiers lie with the actor's unit."""
    if actor.unit == CENTER_UNIT:
        return [CENTER_UNIT]
    return [one.removeprefix("unit:") for one in channels_of(rows, actor.unit)]


def _at(ours: Collection[str]) -> ColumnElement[bool]:
    """At one of these units; one alone keeps the order of the index."""
    codes = list(ours)
    return _D.at_unit == codes[0] if len(codes) == 1 else _D.at_unit.in_(codes)


def _conditions(center: Center, actor: Actor, which: str, ours: Collection[str], hours: int) -> Sequence[Any]:
    mine = [_OPEN, _at(ours)]
    now = center.clock()
    if which == MINE:
        return [_OPEN, _ASSIGNED, _D.assignee == actor.officer.id, _at(ours)]
    if which in (COMING, WAITING, RETURNING):
        return [*mine, _D.inbox == which]
    working = [*mine, _D.inbox == WORKING]
    if which == UNIT:
        return working
    if which == UNASSIGNED:
        return [*working, _D.assignee == ""]
    if which == LATE:
        return [*working, _D.act_by != "", _D.act_by < iso_minute(now)]
    if which == SOON:
        end = iso_minute(_hours_on(center, now, hours))
        return [*working, _D.act_by >= iso_minute(now), _D.act_by <= end]
    raise CenterError(f"Không có danh sách “{which[:40]}”.", f"Các danh sách: {', '.join(LISTS)}.")


def _hours_on(center: Center, now: datetime, hours: int) -> datetime:
    """So many working hours on; where the calendar ends, now: nothing is soon then."""
    try:
        return due_at(now, Limit(max(1, min(hours, 9999)), Unit.HOUR), calendar_of(center))
    except CalendarEnds:
        return now


def _beyond(after: str) -> ColumnElement[bool]:
    at, mark, name = after.partition("~")
    try:
        one = bytes.fromhex(name)
    except ValueError:
        mark = ""
        one = b""
    if not mark:
        raise CenterError("Vị trí trang không đúng.", "Mở lại danh sách từ đầu.")
    # the first condition lets the index begin there
    return and_(_D.act_by >= at, or_(_D.act_by > at, _D.id > one))


def _task(row: Any, now: str) -> Task:
    return Task(
        id=bytes(row.id).hex(),
        number=row.number,
        status=row.status,
        unit=row.unit,
        at_unit=row.at_unit,
        owner=row.owner,
        procedure=row.procedure,
        procedure_name=row.procedure_name,
        received_at=row.received_at,
        due_at=row.due_at,
        flags=tuple(row.flags.split()),
        version=row.version,
        inbox=row.inbox,
        step=row.step,
        step_name=row.step_name,
        step_since=row.step_since,
        act_by=row.act_by,
        assignee=row.assignee,
        assignee_name=row.assignee_name,
        office=row.office,
        late=row.inbox == WORKING and bool(row.act_by) and row.act_by < now,
    )
