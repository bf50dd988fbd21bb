"""Pages of dossiers: filtered, in order, cut by the place of the last row and never by counting.

Every list is read along an index of `sync.center.store.schema_staff`, so its cost does not grow with what
is stored. The conditions of partial indexes are written as literals: a bound value would hide them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, literal_column, or_, select, text

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.center.work.listing import listed, shown
from sync.center.work.scope import Scope
from sync.model.moment import VIETNAM, day_of, iso_minute
from sync.model.status import Status
from sync.model.text import fold

SIZE = 50
SOON_DAYS = 3
OPEN = (
    Status.REGISTERED, Status.RECEIVED, Status.PROCESSING, Status.SUPPLEMENT, Status.FEE_DUE, Status.DONE,
)  # fmt: skip
RUNNING = (Status.REGISTERED, Status.RECEIVED, Status.PROCESSING)
"""Statuses in which the time limit runs: it stands still while a supplement or a payment is waited for."""
_D = tables.dossiers.c
_HOME = text("dossiers.channel = 'unit:' || dossiers.unit")
_AWAY = text("dossiers.channel <> 'unit:' || dossiers.unit")
_FLAGGED = text("dossiers.flags <> ''")
_OPEN = text(f"dossiers.status IN ({', '.join(repr(str(one)) for one in OPEN)})")
DUE_FILTERS = {
    "": "Mọi hồ sơ",
    "open": "Đang giải quyết hoặc chờ trả",
    "overdue": "Quá hạn",
    "today": "Đến hạn hôm nay",
    "soon": "Đến hạn trong 3 ngày",
    "flagged": "Cần người xem lại",
    "visiting": "Đơn vị khác chuyển đến",
}
FLAGGED, VISITING = "flagged", "visiting"
"""What other units sent to those of a scope."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list shows. `due` is one of `DUE_FILTERS`; `words` a number or words of names."""

    status: str = ""
    unit: str = ""
    due: str = ""
    words: str = ""

    @property
    def by_due(self) -> bool:
        """Whether the list is in the order of due times, the earliest first; else the newest first."""
        return self.due not in ("", FLAGGED, VISITING)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after (or `before`) the row with this time and id."""

    at: str
    id: bytes
    before: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of rows as `shown` gives them, and the places of its neighbours (None: there is none)."""

    rows: Sequence[dict[str, Any]]
    back: Place | None
    on: Place | None


def page(center: Center, filters: Filters, scope: Scope, place: Place | None = None) -> Listed:
    """A page of at most `SIZE` dossiers of the scope."""
    key = _D.due_at if filters.by_due else _D.received_at
    backwards = place is not None and place.before
    query = _filtered(filters, scope, center.clock())
    if place is not None:
        query = query.where(_beyond(key, place, rising=filters.by_due != backwards))
    rising = filters.by_due != backwards
    order = (key.asc(), _D.id.asc()) if rising else (key.desc(), _D.id.desc())
    with center.store.snapshot() as ledger:
        found = list(center_rows(ledger).connection.execute(query.order_by(*order).limit(SIZE + 1)).all())
    more = len(found) > SIZE
    found = found[:SIZE]
    if backwards:
        found.reverse()
    rows = [shown(row) for row in found]
    ends = [Place(getattr(row, key.name), bytes(row.id)) for row in (found[:1] + found[-1:])]
    has_back = (more if backwards else place is not None) and bool(ends)
    has_on = (True if backwards else more) and bool(ends)
    return Listed(
        rows,
        Place(ends[0].at, ends[0].id, before=True) if has_back else None,
        ends[-1] if has_on else None,
    )


def _beyond(key: Any, place: Place, *, rising: bool) -> Any:
    """Rows after a place in the order of (key, id): the first condition lets the index begin there."""
    if rising:
        return and_(key >= place.at, or_(key > place.at, _D.id > place.id))
    return and_(key <= place.at, or_(key < place.at, _D.id < place.id))


def _filtered(filters: Filters, scope: Scope, now: datetime) -> Select[Any]:
    if filters.due == VISITING:
        channels = [f"unit:{one}" for one in sorted(scope or ())]
        query = listed().where(_AWAY, _D.channel.in_(channels))
    else:
        query = listed().where(_HOME)
        if scope is not None:
            query = query.where(_D.unit.in_(sorted(scope)))
    if filters.due == FLAGGED:
        query = query.where(_FLAGGED)
    if filters.by_due:
        query = query.where(_OPEN, *_due(filters.due, now))
    if filters.status:
        query = query.where(_D.status == filters.status)
    if filters.unit:
        query = query.where(_D.unit == filters.unit)
    for word in fold(filters.words).split():
        query = query.where(_D.search.contains(word, autoescape=True))
    return query


def _midnight(now: datetime, days: int) -> str:
    """The beginning of the day so many days on."""
    return iso_minute(datetime.combine(day_of(now) + timedelta(days=days), time(), VIETNAM))


def _due(due: str, now: datetime) -> list[Any]:
    running = _D.status.in_([str(one) for one in RUNNING])
    return {
        "overdue": [running, _D.due_at < iso_minute(now)],
        "today": [running, _D.due_at >= iso_minute(now), _D.due_at < _midnight(now, 1)],
        "soon": [running, _D.due_at >= iso_minute(now), _D.due_at < _midnight(now, SOON_DAYS + 1)],
    }.get(due, [])


@dataclass(frozen=True, slots=True)
class Counts:
    """What the overview shows: open dossiers by status, and those of them that need attention."""

    by_status: dict[str, int]
    overdue: int
    today: int
    soon: int
    received_today: int


def counts(center: Center, scope: Scope) -> Counts:
    """The numbers of the overview, read from the indexes of open dossiers alone."""
    now = center.clock()
    mine = [_D.unit.in_(sorted(scope))] if scope is not None else []
    one: Any = literal_column("1")

    def number(*where: Any) -> Select[Any]:
        return select(func.count(one)).select_from(tables.dossiers).where(_HOME, *mine, *where)

    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        grouped = select(_D.status, func.count(one)).where(_HOME, _OPEN, *mine).group_by(_D.status)
        by_status = {str(status): int(count) for status, count in connection.execute(grouped)}
        due = {
            name: int(connection.scalar(number(_OPEN, *_due(name, now))) or 0)
            for name in ("overdue", "today", "soon")
        }
        received = int(connection.scalar(number(_D.received_at >= _midnight(now, 0))) or 0)
    return Counts(by_status, due["overdue"], due["today"], due["soon"], received)
