"""Pages of dossiers: filtered, in order, cut by the place of the last row and never by counting.

Every list is read along an index of `sync.center.store.schema_staff`, so its cost does not grow with what
is stored. The conditions of partial indexes are written as literals: a bound value would hide them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, Text, and_, func, literal_column, or_, select, text

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.center.work.listing import AT_HOME, listed, shown
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
_NUMBER = re.compile(r"(?=.*[0-9])[0-9a-z][0-9a-z.-]*")
_NAME = "substr(dossiers.search, length(dossiers.number) + 2, 80)"
"""The people of a dossier: what is searched begins with its number, then come their names."""
_MERGED = 40
"""Units of a scope that are read one by one; a larger scope is most of what there is."""
_AWAY = text("dossiers.channel <> 'unit:' || dossiers.unit")
_FLAGGED = text("dossiers.flags <> ''")
STANDS = text("(dossiers.counted <> 0 OR dossiers.ended_at = '')")
"""Not annulled: such a reception keeps its status, counts nowhere, and has an end."""
IS_OPEN = text(f"(dossiers.status || '') IN ({', '.join(repr(str(one)) for one in OPEN)}) AND {STANDS.text}")
"""A literal, as the condition of the indexes of open dossiers."""
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
    """What a list shows. `due` is one of `DUE_FILTERS`; `words` a number's beginning, or a name.

    Both are looked for from their beginning, as they are written: only so are they found among millions at
    once.
    """

    status: str = ""
    unit: str = ""
    due: str = ""
    words: str = ""

    @property
    def folded(self) -> str:
        """The words as they are compared."""
        return " ".join(fold(self.words).split())

    @property
    def by_number(self) -> bool:
        """Whether the words are the beginning of a number."""
        return bool(_NUMBER.fullmatch(self.folded))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after (or `before`) the row with this key of the order and this id."""

    at: str
    id: bytes
    before: bool = False


class Order(StrEnum):
    """What a list is in the order of: newest first; earliest due first; by number; by name."""

    TIME = "time"
    DUE = "due"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of rows as `shown` gives them, its order, the places of its neighbours (None: there is none)."""

    rows: Sequence[dict[str, Any]]
    order: Order
    back: Place | None
    on: Place | None


def order_of(filters: Filters) -> Order:
    """The order of a list, which is that of the index it is read along."""
    few = filters.due in (FLAGGED, VISITING)
    if filters.folded and not few:
        return Order.NUMBER if filters.by_number else Order.NAME
    return Order.DUE if filters.due and not few else Order.TIME


def page(center: Center, filters: Filters, scope: Scope, place: Place | None = None) -> Listed:
    """A page of at most `SIZE` dossiers of the scope."""
    order = order_of(filters)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        found: list[Any] = []
        for query in _queries(connection, filters, scope, place, center.clock()):
            found += connection.execute(query).all()
    backwards = place is not None and place.before
    # rows of several units come each in order; two texts are compared as the index compares them
    found.sort(key=lambda row: (row.sort_key.encode(), bytes(row.id)), reverse=_rising(order) == backwards)
    more = len(found) > SIZE
    found = found[:SIZE]
    if backwards:
        found.reverse()
    has_back = bool(found) and (more if backwards else place is not None)
    has_on = bool(found) and (backwards or more)
    return Listed(
        [shown(row) for row in found],
        order,
        Place(found[0].sort_key, bytes(found[0].id), before=True) if has_back else None,
        Place(found[-1].sort_key, bytes(found[-1].id)) if has_on else None,
    )


def _rising(order: Order) -> bool:
    return order is not Order.TIME


def _queries(
    connection: Connection, filters: Filters, scope: Scope, place: Place | None, now: datetime
) -> Iterator[Select[Any]]:
    """One query, or one for each unit of a small scope: every one of them is read along one index."""
    order = order_of(filters)
    key = _key(connection, order)
    rising = _rising(order) != (place is not None and place.before)
    query = listed().add_columns(key.label("sort_key")).where(*_where(connection, filters, order, now))
    if place is not None:
        query = query.where(_beyond(key, place, rising=rising))
    query = query.order_by(*((key.asc(), _D.id.asc()) if rising else (key.desc(), _D.id.desc())))
    query = query.limit(SIZE + 1)
    if filters.due == VISITING:
        yield from (query.where(_AWAY, _D.channel == f"unit:{one}") for one in sorted(scope or ()))
        return
    query = query.where(AT_HOME)
    if filters.unit:
        scope = frozenset({filters.unit}) if scope is None or filters.unit in scope else frozenset()
    if scope is None:
        yield query
    elif order is Order.NUMBER and len(scope) <= _MERGED:
        # a number begins with its unit: only that unit's are looked at
        begun = filters.folded.upper()
        units = [one for one in sorted(scope) if f"{one}-".startswith(begun) or begun.startswith(f"{one}-")]
        yield from (query.where(*_beginning(key, f"{one}-"), _unit_is(one)) for one in units)
    elif len(scope) > _MERGED or filters.due == FLAGGED or (order is Order.NAME and filters.due):
        # as an expression the unit is no reason to leave the order's own index
        yield query.where((_D.unit + "").in_(sorted(scope)))
    else:
        yield from (query.where(_D.unit == one) for one in sorted(scope))


def _unit_is(unit: str) -> Any:
    return (_D.unit + "") == unit


def _key(connection: Connection, order: Order) -> Any:
    if order is Order.TIME:
        return _D.received_at
    if order is Order.DUE:
        return _D.due_at
    text_of = "dossiers.number" if order is Order.NUMBER else _NAME
    postgres = connection.dialect.name == "postgresql"
    return literal_column(f'({text_of}) COLLATE "C"' if postgres else text_of, Text())


def _beyond(key: Any, place: Place, *, rising: bool) -> Any:
    """Rows after a place in the order of (key, id): the first condition lets the index begin there."""
    if rising:
        return and_(key >= place.at, or_(key > place.at, _D.id > place.id))
    return and_(key <= place.at, or_(key < place.at, _D.id < place.id))


def _where(connection: Connection, filters: Filters, order: Order, now: datetime) -> list[Any]:
    status = _D.status if order is Order.TIME else _D.status + ""
    found: list[Any] = [status == filters.status] if filters.status else []
    if filters.due == FLAGGED:
        found.append(_FLAGGED)
    elif filters.due not in ("", VISITING):
        found += [IS_OPEN, *_due(filters.due, now)]
    if filters.folded and order is Order.TIME:  # few: they are looked through
        found += [_D.search.contains(word, autoescape=True) for word in filters.folded.split()]
    elif filters.folded:
        number = filters.by_number
        key = _key(connection, Order.NUMBER if number else Order.NAME)
        found += _beginning(key, filters.folded.upper() if number else filters.folded)
    return found


def _beginning(key: Any, text_of: str) -> list[Any]:
    return [key >= text_of, key < text_of + "\uffff"]


def _midnight(now: datetime, days: int) -> str:
    """The beginning of the day so many days on."""
    return iso_minute(datetime.combine(day_of(now) + timedelta(days=days), time(), VIETNAM))


def _due(due: str, now: datetime) -> list[Any]:
    running = (_D.status + "").in_([str(one) for one in RUNNING])
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
        return select(func.count(one)).select_from(tables.dossiers).where(AT_HOME, *mine, *where)

    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        status: Any = _D.status + ""
        grouped = select(func.min(_D.status), func.count(one)).where(AT_HOME, IS_OPEN, *mine).group_by(status)
        by_status = {str(name): int(count) for name, count in connection.execute(grouped)}
        due = {
            name: int(connection.scalar(number(IS_OPEN, *_due(name, now))) or 0)
            for name in ("overdue", "today", "soon")
        }
        received = int(connection.scalar(number(_D.received_at >= _midnight(now, 0), STANDS)) or 0)
    return Counts(by_status, due["overdue"], due["today"], due["soon"], received)
