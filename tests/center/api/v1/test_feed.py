"""Lists: every change is read once or more and never missed, page by page, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from sync.center.api.app import build_app
from sync.center.api.v1.operations import OPERATIONS
from sync.center.publishing.publishing import Decision, compare, prepare, publish, sign_here
from sync.center.staff.keys import KeyScope, WantedKey, add_key
from sync.center.store.changes import begin_anew, settled
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, begin_era
from sync.center.units.tree import center_rows
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.feed import Mark, Wish, _queries
from sync.identity.keys import NodeKeys
from tests.center.api.v1.conftest import ELSEWHERE, OTHER, Caller, message
from tests.center.places import START, UNIT
from tests.center.staffed import Staffed, staffed


@pytest.fixture
def place(engines: Engines, tmp_path: Path) -> Staffed:
    """A center on each database."""
    return staffed(engines, tmp_path)


def caller_of(center: Center, *scopes: KeyScope, unit: str = "") -> Caller:
    wanted = WantedKey("cong-tinh", frozenset(scopes or set(KeyScope)), unit, per_minute=6000)
    return Caller(build_app(center), add_key(center, wanted)[1])


def everything(me: Caller, path: str = "/dossiers", **query: object) -> tuple[list[str], str]:
    """All numbers page by page, and where to go on."""
    found: list[str] = []
    more = True
    while more:
        page = me.get(path, **query).json()
        found += [one["number"] for one in page["dossiers"]]
        query["after"], more = page["next"], page["more"]
    return found, str(query["after"])


@pytest.mark.parametrize("unit", ["", UNIT])
def test_pages_hold_every_dossier_once_and_go_on_with_what_changes(place: Staffed, unit: str) -> None:
    me = caller_of(place.center, unit=unit)
    numbers = place.receive(1, 2, 3, 4, 5)
    found, after = everything(me, limit=2)
    assert sorted(found) == numbers
    assert everything(me, after=after) == ([], after)
    decide(place.center, numbers[3], "processing")
    found, after = everything(me, after=after)
    assert found == [numbers[3]]
    [last] = place.receive(6)
    assert everything(me, after=after)[0] == [last]
    assert me.post("/imports", message()).status_code == 201
    assert everything(me, after=after)[0] == [last, ELSEWHERE]
    assert verify(place.center)["ok"]


def test_what_a_filter_leaves_out_is_gone_by(place: Staffed) -> None:
    me, numbers = caller_of(place.center), place.receive(1, 2, 3)
    decide(place.center, numbers[1], "processing")
    assert everything(me, status="processing", limit=1)[0] == [numbers[1]]
    assert everything(me, unit=OTHER)[0] == []
    assert sorted(everything(me, unit=UNIT)[0]) == numbers
    assert everything(me, changed_since="2100-01-01T00:00+07:00")[0] == []
    assert sorted(everything(me, changed_since="2001-01-01T00:00:00Z")[0]) == numbers
    [one] = me.get("/dossiers", number=numbers[2]).json()["dossiers"]
    assert one["number"] == numbers[2]
    assert me.get("/dossiers", number=numbers[2], status="done").json()["dossiers"] == []


def test_after_a_restore_the_reader_is_told_to_begin_anew(place: Staffed) -> None:
    me, numbers = caller_of(place.center), place.receive(1, 2)
    after = everything(me)[1]
    with place.center.store.transaction() as ledger:
        begin_era(ledger)
        begin_anew(center_rows(ledger).connection)
    assert me.get("/dossiers", after=after).status_code == 410
    found, after = everything(me, limit=1)
    assert sorted(found) == numbers
    decide(place.center, numbers[0], "processing")
    assert everything(me, after=after)[0] == [numbers[0]]


def test_what_an_open_transaction_wrote_is_not_gone_past(place: Staffed) -> None:
    if place.center.store.engines.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    me, numbers = caller_of(place.center), place.receive(1, 2)
    after = everything(me)[1]
    with place.center.store.engines.writer.connect() as slow, slow.begin():
        slow.exec_driver_sql("SELECT pg_current_xact_id()")
        decide(place.center, numbers[0], "processing")
        assert everything(me, after=after) == ([], after), "an older transaction may still show something"
    assert everything(me, after=after)[0] == [numbers[0]]


def test_pages_are_read_along_an_index(place: Staffed) -> None:
    if not place.center.store.engines.is_sqlite:
        pytest.skip("PostgreSQL plans by the size of a table, and these are small")
    mark = Mark(0, 3, b"\x01" * 16, f"unit:{UNIT}")
    with place.center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for scope in (None, frozenset({UNIT, OTHER})):
            for query in _queries(scope, Wish(), mark, settled(connection)):
                words = query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": False})
                values = tuple(words.params[name] for name in words.positiontup or ())
                plan = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values).all())
                assert "(turn,dossier,channel)>(?,?,?)" in plan
                assert "TEMP B-TREE" not in plan


def test_many_who_send_the_same_at_once_make_one_dossier(place: Staffed) -> None:
    callers = [caller_of(place.center, KeyScope.IMPORT) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda one: one.post("/imports", message()), callers))
    assert sorted(one.status_code for one in answers) == [200, 200, 200, 201]
    assert len({one.json()["dossier"] for one in answers}) == 1


def test_a_desk_of_the_unit_has_the_dossier_and_works_on_it(place: Staffed) -> None:
    made = caller_of(place.center, KeyScope.IMPORT).post("/imports", message()).json()
    place.desk.exchange()
    name = bytes.fromhex(made["dossier"])
    with place.desk.store.snapshot() as ledger:
        found = ledger.dossier(f"unit:{UNIT}", name)
    assert found is not None
    assert (found.number, str(found.status), found.flags) == (ELSEWHERE, "received", ())
    place.desk.status(name, "processing")
    place.desk.exchange()
    assert str(place.dossier(ELSEWHERE).status) == "processing"
    assert verify(place.center)["ok"]


def test_every_operation_answers_on_each_database(place: Staffed) -> None:
    me = caller_of(place.center)
    place.receive(1)
    made = me.post("/imports", message()).json()
    names = {"unit": UNIT, "dossier": made["dossier"], "code": "1.004873", "id": "m-1"}
    for one in OPERATIONS:
        if one.method == "GET":
            assert me.get(one.path.format_map(names)).status_code == 200, one.name
    assert [u["code"] for u in me.get("/units").json()["units"]] == [UNIT, OTHER]


def test_procedures_are_read_page_by_page(place: Staffed) -> None:
    me = caller_of(place.center)
    found: list[str] = []
    page = me.get("/procedures", limit=100).json()
    while True:
        found += [one["code"] for one in page["procedures"]]
        if not page["more"]:
            break
        page = me.get("/procedures", limit=100, after=page["next"]).json()
    assert found == sorted(set(found))
    assert "1.004873" in found
    assert me.get("/procedures/1.004873").json()["code"] == "1.004873"
    assert me.get("/procedures/9.999999").status_code == 404


def test_what_is_published_is_what_the_procedures_say_from_its_first_day(place: Staffed) -> None:
    me, center = caller_of(place.center), place.center
    before = me.get("/procedures/1.004873").json()
    table = "code\tname\tt_direct\n1.004873\tTên mới\t9 ngày làm việc\n9.000001\tViệc thử\t3 ngày\n".encode()
    first_day = date(2026, 12, 1)
    changes = compare(center, table, first_day).changes
    release = prepare(center, changes, Decision("858/QĐ-BTP", START.date(), first_day))
    publish(center, sign_here(release, NodeKeys.generate()).raw)
    assert me.get("/procedures/1.004873").json() == before
    assert me.get("/procedures/9.000001").status_code == 404
    place.clock.advance(days=8)
    amended = me.get("/procedures/1.004873").json()
    assert (amended["name"], amended["limit"]) == ("Tên mới", "9 ngày làm việc")
    assert amended["version"] != before["version"]
    assert me.get("/procedures/9.000001").json()["effective_from"] == "2026-12-01"
