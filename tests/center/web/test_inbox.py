"""Lists of dossiers: the right rows, each once, page by page, and along an index however many there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from sync.acts.move import written
from sync.center.staff.roles import Role
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.units.tree import center_rows
from sync.center.work import inbox
from sync.center.work.inbox import OPEN, RUNNING, Filters, Listed, Order, counts, page
from sync.center.work.scope import Scope
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.dossier import Officer
from sync.model.moment import iso_minute
from sync.model.status import Status
from sync.model.text import fold
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.many import fill
from tests.center.web.visitor import Visitor

UNITS = [f"H99.99.{number:03d}" for number in range(1, 9)]
COUNT = 1200


@pytest.fixture
def made(tmp_path: Path, engines: Engines) -> tuple[Center, list[dict[str, Any]]]:
    """A center on each database with many rows."""
    keys = NodeKeys.generate()
    lock = tmp_path / "lock" if engines.is_sqlite else None
    store = CenterStore(engines, {keys.node: keys.public}, lock=lock)
    store.migrate()
    center = Center(tmp_path, "H00", "Trung tâm", keys, store, Clock())
    introduce(center)
    with store.transaction() as ledger:
        rows = center_rows(ledger)
        made = fill(rows.connection, UNITS, COUNT, center.clock())
    return center, made


def walked(center: Center, filters: Filters, scope: Scope) -> list[dict[str, Any]]:
    """Every row of a list, page by page; on the way back the same pages come again."""
    forth: list[Listed] = [page(center, filters, scope)]
    while forth[-1].on is not None:
        forth.append(page(center, filters, scope, forth[-1].on))
    assert forth[0].back is None
    for before, after in pairwise(forth):
        assert after.back is not None
        assert page(center, filters, scope, after.back).rows == before.rows
    assert all(len(one.rows) <= inbox.SIZE for one in forth)
    return [row for one in forth for row in one.rows]


def expected(made: list[dict[str, Any]], filters: Filters, scope: Scope, now: str) -> set[str]:
    """By looking at every row."""
    found = set()
    for row in made:
        running = row["status"] in {str(one) for one in RUNNING}
        due = {
            "": True,
            "open": row["status"] in {str(one) for one in OPEN},
            "overdue": running and row["due_at"] < now,
            "today": running and now <= row["due_at"] < "2026-11-24",
            "soon": running and now <= row["due_at"] < "2026-11-27",
            "flagged": bool(row["flags"]),
        }[filters.due]
        if filters.due == "flagged":
            said = all(word in row["search"] for word in filters.folded.split())
        elif filters.by_number:
            said = row["number"].startswith(filters.words.upper())
        else:
            said = fold(row["owner"]).startswith(filters.folded)
        rest = (not filters.status or row["status"] == filters.status) and filters.unit in ("", row["unit"])
        if due and said and rest and (scope is None or row["unit"] in scope):
            found.add(row["id"].hex())
    return found


CASES = [
    Filters(),
    Filters(status="returned"),
    Filters(status="stopped"),
    Filters(unit=UNITS[2]),
    Filters(unit=UNITS[2], status="received"),
    *(Filters(due=name) for name in ("open", "overdue", "today", "soon", "flagged")),
    Filters(due="overdue", unit=UNITS[1]),
    Filters(due="open", status="supplement"),
    Filters(words="Nguyễn"),
    Filters(words="nguyen thi d"),
    Filters(words="Đào"),
    Filters(unit=UNITS[1], words="Trần"),
    Filters(unit=UNITS[1], words="H99.99.002-26112"),
    Filters(unit=UNITS[1], status="returned", words="Nguyễn"),
    Filters(due="open", words="trần văn"),
    Filters(due="overdue", unit=UNITS[0], words="n"),
    Filters(due="open", words="H99.99.001"),
    Filters(due="flagged", words="Văn giấy"),
    Filters(due="flagged", unit=UNITS[0]),
    Filters(words="H99"),
    Filters(words="H99.99.00"),
    Filters(words="H99.99.003-2611"),
    Filters(words="H99.99.003-261123-1"),
    Filters(words="1"),
    Filters(words="%_\\'"),
]


@pytest.mark.parametrize("scope", [None, frozenset({UNITS[0]}), frozenset(UNITS[:4])])
def test_every_list_has_the_right_rows_each_once_in_order(
    made: tuple[Center, list[dict[str, Any]]], scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    center, rows = made
    monkeypatch.setattr(inbox, "SIZE", 37)
    for filters in CASES:
        found = walked(center, filters, scope)
        ids = [one["id"] for one in found]
        assert len(ids) == len(set(ids)), filters
        assert set(ids) == expected(rows, filters, scope, iso_minute(center.clock())), filters
        key = {Order.TIME: "received_at", Order.DUE: "due_at", Order.NUMBER: "number"}
        order = inbox.order_of(filters)
        if order is not Order.NAME:
            keys = [(one[key[order]], one["id"]) for one in found]
            assert keys == sorted(keys, reverse=order is Order.TIME), filters


def test_a_scope_too_large_to_be_read_unit_by_unit_gives_the_same(
    made: tuple[Center, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    center, rows = made
    scope = frozenset(UNITS[:4])
    monkeypatch.setattr(inbox, "_MERGED", 2)
    monkeypatch.setattr(inbox, "SIZE", 37)
    for filters in (Filters(), Filters(due="open"), Filters(status="stopped")):
        ids = {one["id"] for one in walked(center, filters, scope)}
        assert ids == expected(rows, filters, scope, iso_minute(center.clock()))


@pytest.mark.parametrize("scope", [None, frozenset(UNITS[:4])])
def test_the_overview_counts_what_the_lists_show(
    made: tuple[Center, list[dict[str, Any]]], scope: Scope
) -> None:
    center, _rows = made
    found = counts(center, scope)
    assert found.overdue == len(walked(center, Filters(due="overdue"), scope))
    assert found.soon == len(walked(center, Filters(due="soon"), scope))
    assert found.today == len(walked(center, Filters(due="today"), scope))
    assert sum(found.by_status.values()) == len(walked(center, Filters(due="open"), scope))
    today = center.clock() - timedelta(hours=9, minutes=15)
    everything = walked(center, Filters(), scope)
    assert found.received_today == sum(one["received_at"] >= iso_minute(today) for one in everything)


def plans(center: Center, filters: Filters, scope: Scope, place: inbox.Place | None) -> list[str]:
    """SQLite's plan of every query of a list, without those of its small subqueries."""
    found = []
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for query in inbox._queries(connection, filters, scope, place, center.clock()):
            compiled = query.compile(dialect=connection.dialect)
            names = compiled.positiontup or []
            values = [compiled.construct_params()[name] for name in names]
            whole = str(compiled)
            if "__[POSTCOMPILE" in whole:
                compiled = query.compile(
                    dialect=connection.dialect, compile_kwargs={"render_postcompile": True}
                )
                values = [compiled.params[name] for name in compiled.positiontup or []]
                whole = str(compiled)
            lines = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + whole, tuple(values)).all()
            found.append(" | ".join(str(line[3]) for line in lines if line[1] == 0))
    return found


@pytest.mark.parametrize("scope", [None, frozenset({UNITS[0]}), frozenset(UNITS[:4])], ids=repr)
def test_every_list_is_read_along_an_index_and_never_sorted(center: Center, scope: Scope) -> None:
    place = inbox.Place("2026-11-20T09:00+07:00", bytes(16))
    for filters in CASES:
        for at in (None, place, inbox.Place(place.at, place.id, before=True)):
            for plan in plans(center, filters, scope, at):
                assert "INDEX dossiers_" in plan, (filters, plan)
                assert "TEMP B-TREE" not in plan, (filters, plan)


def test_the_visiting_are_read_along_an_index(center: Center) -> None:
    for plan in plans(center, Filters(due="visiting"), frozenset(UNITS[:3]), None):
        assert "dossiers_visiting" in plan
        assert "TEMP B-TREE" not in plan


def test_counting_reads_nothing_but_indexes_of_open_dossiers(center: Center) -> None:
    asked: list[str] = []

    def ask(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    engine = center.store.engines.reader
    event.listen(engine, "before_cursor_execute", ask)
    counts(center, None)
    event.remove(engine, "before_cursor_execute", ask)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        told = []
        for statement in asked:
            if statement.startswith("SELECT"):
                values = ("x",) * statement.count("?")
                lines = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values).all()
                told.append(str(lines[0][3]))
    assert len(told) == 5
    assert sum("COVERING INDEX dossiers_open_" in one for one in told) == 4, told
    assert sum("INDEX dossiers_home_time (received_at>?)" in one for one in told) == 1, told


def test_filters_stand_in_the_address_and_strange_ones_are_let_go(
    desk: MemoryDesk, dossier: str, enter: Callable[..., Visitor]
) -> None:
    me = enter(Role.RECEPTION)
    assert me.open(f"/ho-so?trang-thai=received&don-vi={UNIT}&han=open&tim=Nguy%E1%BB%85n") == 200
    assert ONE in me.text
    assert 'value="Nguyễn"' in me.text
    assert f'value="{UNIT}" selected' in me.text
    for strange in (
        "trang-thai=x&don-vi=y&han=z",
        "tu=x",
        "tu=a~",
        "tu=a2026~zz",
        f"tu=b{'9' * 300}~{'00' * 16}",
        "tu=%00%00",
        f"tu=a%FF~{'ff' * 16}",
    ):
        assert me.open("/ho-so?" + strange) == 200, strange
    assert me.open("/ho-so?tim=" + "%27%25%00x" * 50) == 200
    assert me.open("/ho-so?tim=" + ONE.lower()) == 200
    assert ONE in me.text


def test_pages_are_linked_and_keep_the_filters(desk: MemoryDesk, enter: Callable[..., Visitor]) -> None:
    desk.receive(*(f"{UNIT}-261123-{number:04d}" for number in range(1, 121)))
    desk.push()
    me = enter(Role.RECEPTION)
    seen: list[str] = []
    me.open("/ho-so?han=open&trang-thai=received")
    while True:
        seen += [
            part.partition("<")[0].rpartition(">")[2] for part in me.answer.text.split('class="code"')[1:]
        ]
        link = me.answer.text.partition('rel="next" href="')[2].partition('"')[0]
        if not link:
            break
        assert "han=open" in link
        me.open(link.replace("&amp;", "&"))
    assert len(seen) == len(set(seen)) == 120
    assert OTHER not in " ".join(seen)
    assert Status.RECEIVED.label in me.text


def test_an_annulled_reception_is_in_no_list_of_open_dossiers(
    center: Center, clock: Clock, enter: Callable[..., Visitor]
) -> None:
    desk = MemoryDesk(center, known=True)
    first, _second = desk.receive(ONE, f"{UNIT}-261123-0002")
    desk.push()
    assert counts(center, None).by_status == {"received": 2}
    said = written(kinds.ANNULLED, Officer("a", "An"), clock(), reason="Tiếp nhận nhầm", instead_of="")
    desk.write(Draft(said.kind, said.body, first))
    desk.push()
    for scope in (None, frozenset({UNIT})):
        found = counts(center, scope)
        assert found.by_status == {"received": 1}
        assert found.received_today == 1
        clock.advance(days=60)
        assert counts(center, scope).overdue == 1
        for due in ("open", "overdue"):
            rows = page(center, Filters(due=due), scope).rows
            assert [row["number"] for row in rows] == [f"{UNIT}-261123-0002"]
        clock.advance(days=-60)
    assert [row["number"] for row in page(center, Filters(words=ONE), None).rows] == [ONE], (
        "it is still found"
    )
    me = enter(Role.RECEPTION)
    me.open("/ho-so")
    assert "Đã hủy tiếp nhận" in me.text
