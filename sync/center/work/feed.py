"""Dossiers for other systems: in the order in which they changed, by number, and one by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select, tuple_

from sync.center.store import tables
from sync.center.store.api_tables import dossier_changes
from sync.center.store.changes import settled
from sync.center.store.opening import ERA, Center, era
from sync.center.units.tree import center_rows, read_units
from sync.center.work.listing import AT_HOME, listed, shown
from sync.center.work.scope import Scope, scope_of, sees
from sync.journal.ledger import Ledger
from sync.model.dossier import Dossier

MOST_BY_NUMBER = 50
_ONE_BY_ONE = 40
"""Units of a scope that are read one by one; a larger scope is most of what there is."""
_C = dossier_changes.c


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a reader has come in the order of changes. `era` counts the center's restores: after one the
    order begins anew."""

    era: int
    turn: int = -1
    dossier: bytes = b""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks for; `since` in seconds since 1970 of the database's clock."""

    unit: str = ""
    status: str = ""
    since: int = 0
    most: int = 50


@dataclass(frozen=True, slots=True)
class Changed:
    """A page of rows as `shown` gives them, where to go on, and whether there is more already.

    What another filter leaves out was gone by all the same: a page may be empty and have a next.
    """

    rows: Sequence[dict[str, Any]]
    mark: Mark
    more: bool


class FeedRestarted(Exception):
    """The reader's place is of before a restore of the center."""


def changed(center: Center, unit: str, wish: Wish, mark: Mark | None = None) -> Changed:
    """The dossiers that changed after a mark, of what somebody of `unit` (empty: all) sees.

    Raises `FeedRestarted`.
    """
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        now = era(rows.note(ERA))
        if mark is not None and mark.era != now:
            raise FeedRestarted
        at = mark or Mark(now)
        scope = within(scope_of(rows, unit), wish.unit)
        found: list[Any] = []
        for query in _queries(scope, wish, at, settled(rows.connection)):
            found += rows.connection.execute(query).all()
        found.sort(key=lambda row: (int(row.turn), bytes(row.dossier), row.channel.encode()))
        more, found = len(found) > wish.most, found[: wish.most]
        items = _rows(rows.connection, [(row.channel, bytes(row.dossier)) for row in found])
    if found:
        last = found[-1]
        at = Mark(now, int(last.turn), bytes(last.dossier), last.channel)
    return Changed([one for one in items if wish.status in ("", one["status"])], at, more)


def within(scope: Scope, unit: str) -> Scope:
    """A scope narrowed to one unit, where one is named."""
    if not unit:
        return scope
    return frozenset({unit}) if scope is None or unit in scope else frozenset()


def _queries(scope: Scope, wish: Wish, mark: Mark, seen: Any) -> Iterator[Select[Any]]:
    """One query, or one for each unit of a small scope: every one of them is read along one index."""
    # compared as a row, so that an index begins at the place: one transaction may have changed millions
    beyond = tuple_(_C.turn, _C.dossier, _C.channel) > (mark.turn, mark.dossier, mark.channel)
    query = (
        select(_C.turn, _C.dossier, _C.channel)
        .where(beyond, seen)
        .order_by(_C.turn, _C.dossier, _C.channel)
        .limit(wish.most + 1)
    )
    if wish.since:
        query = query.where(_C.at >= wish.since)
    if scope is None:
        yield query
    elif len(scope) <= _ONE_BY_ONE:
        yield from (query.where(_C.unit == one) for one in sorted(scope))
    else:
        yield query.where((_C.unit + "").in_(sorted(scope)))


def _rows(connection: Connection, places: Sequence[tuple[str, bytes]]) -> list[dict[str, Any]]:
    t = tables.dossiers.c
    ids = [dossier for _channel, dossier in places]
    query = listed().add_columns(t.channel).where(t.id.in_(ids), AT_HOME)
    found = {(row.channel, bytes(row.id)): shown(row) for row in connection.execute(query)} if ids else {}
    return [found[place] for place in places if place in found]


def numbered(center: Center, unit: str, number: str, wish: Wish) -> list[dict[str, Any]]:
    """The dossiers that bear a number, of what somebody of `unit` sees; most often one or none."""
    t = tables.dossiers.c
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = within(scope_of(rows, unit), wish.unit)
        query = listed().where(AT_HOME, t.number == number).order_by(t.id).limit(MOST_BY_NUMBER)
        found = [shown(row) for row in rows.connection.execute(query)]
    return [
        one for one in found if (scope is None or one["unit"] in scope) and wish.status in ("", one["status"])
    ]


def dossier_of(ledger: Ledger, seer: str, unit: str, dossier: bytes) -> Dossier | None:
    """A dossier by its home and id, where somebody of the unit `seer` (empty: all) sees it."""
    found = ledger.dossier(f"unit:{unit}", dossier)
    if found is None or found.unit != unit or not sees(scope_of(center_rows(ledger), seer), found):
        return None
    return found


def unit_names(ledger: Ledger) -> dict[str, str]:
    """The names of all units by code."""
    return {one.code: one.name for one in read_units(center_rows(ledger))}
