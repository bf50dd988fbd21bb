"""What PostgreSQL does for the lists that many open: along an index, in its order, nothing read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from sync.center.store.dialect import Engines
from sync.center.units.tree import center_rows
from sync.center.work.figures import EARLY, ENDED, ON_TIME, Behind, dossiers_behind
from sync.center.work.inbox import Filters, page
from sync.center.work.rights import Actor
from sync.center.work.tasks import LISTS, Narrowed, tasks
from sync.model.dossier import Officer
from sync.reports.periods import month_of
from tests.center.places import UNIT
from tests.center.staffed import Staffed, staffed

AS_IF_LARGE = ("enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort")
"""Switched off, the planner does without them wherever an index gives the order: as it does by itself
with tables too large for a test."""


@pytest.fixture
def place(on_postgres: Engines, tmp_path: Path) -> Staffed:
    """A center on PostgreSQL with a few dossiers."""
    made = staffed(on_postgres, tmp_path)
    made.receive(1, 2, 3)
    return made


@contextmanager
def asked_of(place: Staffed) -> Iterator[list[tuple[str, Any]]]:
    """The questions that are put meanwhile, with their values."""
    found: list[tuple[str, Any]] = []

    def ask(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        found.append((statement, values))

    engine = place.center.store.engines.reader
    event.listen(engine, "before_cursor_execute", ask)
    yield found
    event.remove(engine, "before_cursor_execute", ask)


def plans(place: Staffed, read: Callable[[], object]) -> list[str]:
    """PostgreSQL's plan of every question about dossiers that `read` puts."""
    with asked_of(place) as asked:
        read()
    with place.center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for one in AS_IF_LARGE:
            connection.exec_driver_sql(f"SET LOCAL {one} = off")
        return [
            "\n".join(str(line[0]) for line in connection.exec_driver_sql("EXPLAIN " + words, values))
            for words, values in asked
            if "ORDER BY dossiers." in words
        ]


def in_order(place: Staffed, read: Callable[[], object], index: str) -> None:
    """Every list that is read begins in an index of that name and is never sorted."""
    found = plans(place, read)
    assert found
    for plan in found:
        assert index in plan, plan
        assert "Sort" not in plan, plan
        assert "Seq Scan" not in plan, plan


@pytest.mark.parametrize("which", [ENDED, EARLY, ON_TIME])
@pytest.mark.parametrize("one", [("unit", UNIT, None), ("field", "Hộ tịch", frozenset({UNIT}))], ids=str)
def test_what_ended_in_time_is_read_along_its_index(
    place: Staffed, which: str, one: tuple[str, str, frozenset[str] | None]
) -> None:
    kind, name, scope = one

    def read() -> None:
        with place.center.store.snapshot() as ledger:
            connection = center_rows(ledger).connection
            month = month_of(date(2026, 11, 1))
            dossiers_behind(connection, Behind(which, kind, name), scope, month, place.clock())

    in_order(place, read, "dossiers_finished_unit")


@pytest.mark.parametrize("which", LISTS)
@pytest.mark.parametrize("narrowed", [None, Narrowed(step_name="Thẩm định")], ids=["whole", "step"])
def test_tasks_of_a_commune_are_read_along_an_index(
    place: Staffed, which: str, narrowed: Narrowed | None
) -> None:
    head = Actor(Officer("ct", "Chủ tịch"), frozenset({"leader"}), UNIT)
    in_order(place, lambda: tasks(place.center, head, which, narrowed=narrowed), "Index")


@pytest.mark.parametrize("due", ["", "open", "overdue", "today", "soon"])
@pytest.mark.parametrize("scope", [None, frozenset({UNIT})], ids=["all", "one"])
def test_the_dossiers_of_a_unit_and_of_all_are_read_along_an_index(
    place: Staffed, due: str, scope: frozenset[str] | None
) -> None:
    in_order(place, lambda: page(place.center, Filters(due=due), scope), "Index")
