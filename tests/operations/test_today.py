"""The day's lists: what to do, in the order of what to do first; and no list reads every dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.receive import receive
from desk_app.operations.today import (
    DUE_SOON,
    DUE_TODAY,
    FEE_DUE,
    INCOMING,
    ON_ITS_WAY,
    OVERDUE,
    PRINTS,
    SUPPLEMENT,
    TO_COLLECT,
    today,
)
from desk_app.store import listing
from desk_app.store.print_queue import print_queue_of
from sync.model.moment import VIETNAM
from sync.model.status import Status
from tests.offices import OFFICER, MovedClock, another_writes, new_desk, request
from tests.operations.two_units import NAMES, A, B, TwoUnits
from tests.store.test_print_queue import JOB


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with six dossiers of Monday, due on Friday."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request() for _ in range(6)], OFFICER)
    yield opened
    opened.close()


def do(desk: Desk, serial: int, act: str, **given: Any) -> None:
    """Does an act on a dossier of the day."""
    act_on(desk, f"H99.99.001-261123-{serial:04}", act, given, OFFICER)


def serials(desk: Desk, kind: str) -> list[int]:
    """The dossiers of a list."""
    return [int(task.row.number[-4:]) for task in today(desk).of(kind).tasks]


def test_every_dossier_stands_in_the_list_of_what_it_waits_for(desk: Desk, clock: MovedClock) -> None:
    do(desk, 1, "supplement", items=["Bản án"])
    do(desk, 2, "fee", amount=5)
    do(desk, 3, "finish")
    do(desk, 4, "annul", reason="Trùng")
    row = listing.filtered(desk.store.reader(), listing.Filters(), clock.now, 2, None)[1]
    another_writes(desk, "status", role="center", dossier=row.id, to="done")
    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=VIETNAM)
    assert (serials(desk, SUPPLEMENT), serials(desk, FEE_DUE)) == ([1], [2])
    assert (serials(desk, DUE_TODAY), serials(desk, OVERDUE)) == ([6], [])
    assert (serials(desk, TO_COLLECT), serials(desk, ON_ITS_WAY)) == ([3], [5])
    clock.forward(days=1)
    assert (serials(desk, DUE_TODAY), serials(desk, OVERDUE)) == ([], [6])
    assert [one.count for one in today(desk).lists[:3]] == [1, 0, 0]


def test_soon_is_within_two_working_days(desk: Desk, clock: MovedClock) -> None:
    assert serials(desk, DUE_SOON) == []  # Tuesday is a holiday: Wednesday and Thursday, due on Friday
    clock.forward(days=2)
    assert serials(desk, DUE_SOON) == [1, 2, 3, 4, 5, 6]


def test_a_task_has_a_number_to_call_and_a_reason(desk: Desk, clock: MovedClock) -> None:
    clock.forward(days=10)
    late = today(desk).of(OVERDUE)
    assert (late.count, late.tasks[0].phone) == (6, "0900000001")
    assert "gửi phiếu xin lỗi" in late.tasks[0].reason
    do(desk, 1, "apology", reason="Chậm", days=1)
    assert all(task.reason.endswith(".") for one in today(desk).lists for task in one.tasks)
    assert len(today(desk, most=2).of(OVERDUE).tasks) == 2


def test_a_doubtful_print_is_a_task_of_its_dossier(desk: Desk) -> None:
    from dataclasses import replace

    from desk_app.domain.print_job import JobState

    row = listing.filtered(desk.store.reader(), listing.Filters(), desk.clock(), 1, None)[0]
    with desk.writing() as ledger:
        print_queue_of(ledger).add(replace(JOB, dossier=row.id, state=JobState.DOUBTFUL))
    [task] = today(desk).of(PRINTS).tasks
    assert (task.row.id, task.reason) == (row.id, JOB.said)


def test_what_another_unit_has_sent_is_a_task_until_it_is_accepted(tmp_path: Path) -> None:
    two = TwoUnits(tmp_path)
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    [task] = today(two.desk_b).of(INCOMING).tasks
    assert (task.row.number, task.reason) == (number, f"{NAMES[A]} gửi đến 09:15; ghi nhận hồ sơ.")
    assert today(two.desk_a).of(INCOMING).count == 0, "whoever has sent it waits"
    two.act(two.desk_b, number, "accept")
    assert today(two.desk_b).of(INCOMING).count == 0
    two.close()


def test_no_list_of_the_day_goes_through_all_dossiers(desk: Desk) -> None:
    asked: list[str] = []
    with desk.reading():
        reader = desk.store.reader()
        reader.set_trace_callback(asked.append)
        listing.due_between(reader, None, 2**40, 10)
        listing.due_between(reader, 0, 2**40, 10)
        for status in (Status.SUPPLEMENT, Status.FEE_DUE):
            listing.waiting(reader, status, 10)
        for here in (True, False):
            listing.done(reader, 10, here=here)
        listing.sent_on(reader, 10)
        reader.set_trace_callback(None)
        for query in asked:
            plan = [row[3] for row in reader.execute(f"EXPLAIN QUERY PLAN {query}")]
            assert any("USING" in step and "INDEX" in step for step in plan), (query, plan)
            assert not any(step == "SCAN d" for step in plan), (query, plan)


@pytest.mark.parametrize("filters", [listing.Filters(procedure="x"), listing.Filters(officer="9")])
def test_a_filter_reads_its_own_rows_newest_first_without_sorting(
    desk: Desk, clock: MovedClock, filters: listing.Filters
) -> None:
    with desk.reading():
        reader = desk.store.reader()
        asked: list[str] = []
        reader.set_trace_callback(asked.append)
        listing.filtered(reader, filters, clock.now, 50, None)
        reader.set_trace_callback(None)
        plan = [row[3] for row in reader.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert any("SEARCH d USING INDEX dossiers_of_" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)
