"""The queue of a data folder: numbers that never come twice, whoever takes them and however they end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.domain.queue import TicketState
from desk_app.operations import queue as operations
from desk_app.operations.desk import Desk
from desk_app.operations.find import find
from desk_app.operations.forms import make_form
from desk_app.operations.printing import enqueue
from desk_app.operations.queue import QueueSettings, put_queue_settings, queue_view, take, tickets_today
from desk_app.operations.receive import receive
from desk_app.operations.tickets import enqueue_ticket, ticket_content
from desk_app.store import schema
from tests.offices import MONDAY, OFFICER, MovedClock, new_desk, reopened, request
from tests.store.older import as_of_schema

ELDER = "Người cao tuổi"
TAKE_FOR_EVER = """
import sys
from pathlib import Path
from desk_app.operations.desk import open_desk
from desk_app.operations.queue import take
from tests.offices import MovedClock
desk = open_desk(Path(sys.argv[1]), MovedClock())
while True:
    print(take(desk).value.ticket.turn, flush=True)
"""


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    made = new_desk(tmp_path / "desk", clock)
    yield made
    made.close()


def turns(desk: Desk) -> list[str]:
    return [one.turn for one in tickets_today(desk)]


def with_counters(desk: Desk, *names: str) -> None:
    put_queue_settings(desk, QueueSettings(counters=names))


def test_numbers_begin_at_one_each_day(desk: Desk, clock: MovedClock) -> None:
    assert [take(desk).value.ticket.turn for _ in range(3)] == ["A001", "A002", "A003"]
    clock.forward(days=1)
    assert queue_view(desk).waiting == ()
    assert take(desk).value.ticket.turn == "A001"


def test_each_service_counts_under_its_own_letter(desk: Desk) -> None:
    put_queue_settings(desk, QueueSettings(services=("Hộ tịch", "Chứng thực")))
    taken = [take(desk, service=name).value.ticket for name in ("Chứng thực", "Hộ tịch", "Chứng thực")]
    assert [(one.turn, one.service) for one in taken] == [
        ("G001", "Chứng thực"), ("A001", "Hộ tịch"), ("G002", "Chứng thực"),
    ]  # fmt: skip
    assert operations.call_next(desk, service="Chứng thực").value.turn == "G001"


def test_desks_that_do_not_know_of_each_other_never_give_the_same_number(tmp_path: Path) -> None:
    given: list[str] = []
    for number in range(1, 7):
        desk = new_desk(tmp_path / str(number), number=number)
        put_queue_settings(desk, QueueSettings(services=("a", "b", "c", "d")))
        given += [take(desk, service=name).value.ticket.turn for name in "abcd" for _ in range(2)]
        desk.close()
    assert len(set(given)) == len(given) == 48


def test_a_citizen_of_a_priority_group_comes_before_those_who_wait(desk: Desk) -> None:
    assert [take(desk).value.ahead for _ in range(2)] == [0, 1]
    elder = take(desk, priority=ELDER).value
    assert (elder.ahead, elder.ticket.turn) == (0, "A003")
    assert take(desk, priority=ELDER).value.ahead == 1
    called = [operations.call_next(desk).value.turn for _ in range(4)]
    assert called == ["A003", "A004", "A001", "A002"]


def test_calling_the_next_finishes_the_one_before(desk: Desk, clock: MovedClock) -> None:
    take(desk)
    take(desk)
    clock.forward(minutes=4)
    operations.call_next(desk)
    clock.forward(minutes=6)
    operations.call_next(desk)
    first, second = tickets_today(desk)
    assert (first.state, first.waited, first.served) == (TicketState.SERVED, 240, 360)
    assert (second.state, second.waited) == (TicketState.CALLED, 600)
    view = queue_view(desk)
    assert (view.taken, view.served, view.mean_wait) == (2, 1, 420)
    assert view.counters[0].ticket == second


def test_with_nobody_waiting_the_one_at_the_counter_stays(desk: Desk) -> None:
    take(desk)
    operations.call_next(desk)
    operations.serve(desk)
    with pytest.raises(DeskError, match="Không còn ai đang chờ"):
        operations.call_next(desk)
    [counter] = queue_view(desk).counters
    assert counter.ticket is not None
    assert counter.ticket.state is TicketState.SERVING


def test_who_missed_the_call_is_kept_and_called_when_back(desk: Desk) -> None:
    take(desk)
    take(desk)
    operations.call_next(desk)
    operations.call_again(desk)
    operations.miss(desk)
    assert [one.turn for one in queue_view(desk).missed] == ["A001"]
    assert operations.call_next(desk).value.turn == "A002"
    back = operations.call_turn(desk, "a001").value
    assert (back.state, back.calls) == (TicketState.CALLED, 3)
    assert [one.turn for one in queue_view(desk).called] == ["A001"]


def test_a_paused_counter_calls_nobody_and_another_one_does(desk: Desk) -> None:
    with_counters(desk, "Quầy Hộ tịch", "Quầy Chứng thực")
    take(desk)
    operations.pause(desk, True, 1)
    with pytest.raises(DeskError, match="tạm dừng"):
        operations.call_next(desk, 1)
    assert [one.paused for one in queue_view(desk).counters] == [True, False]
    assert operations.call_next(desk, 2).value.counter == 2
    take(desk)
    operations.pause(desk, False, 1)
    assert operations.call_next(desk, 1).value.turn == "A002"


def test_a_ticket_sent_to_another_counter_is_called_there_next_and_nowhere_else(desk: Desk) -> None:
    with_counters(desk, "Quầy 1", "Quầy 2")
    for _ in range(3):
        take(desk)
    operations.call_next(desk, 1)
    operations.transfer(desk, 2, 1)
    assert operations.call_next(desk, 1).value.turn == "A002"
    assert operations.call_next(desk, 2).value.turn == "A001"
    with pytest.raises(DeskError, match="chính quầy đó"):
        operations.transfer(desk, 2, 2)
    with pytest.raises(DeskError, match="Không có quầy số 7"):
        operations.transfer(desk, 7, 2)


@pytest.mark.parametrize("step", ["call_again", "serve", "finish", "miss"])
def test_a_counter_without_a_ticket_says_what_to_do(desk: Desk, step: str) -> None:
    with pytest.raises(DeskError, match="chưa gọi số nào"):
        getattr(operations, step)(desk)


def test_unknown_names_and_numbers_are_refused_with_what_there_is(desk: Desk) -> None:
    with pytest.raises(DeskError) as wrong:
        take(desk, priority="Người quen")
    assert ELDER in wrong.value.advice
    with pytest.raises(DeskError, match="Không có nhóm dịch vụ"):
        take(desk, service="Đất đai")
    for turn in ("", "A999", "12", "AA1", "A001; DROP"):
        with pytest.raises(DeskError, match="Hôm nay không có số"):
            operations.call_turn(desk, turn)
    assert turns(desk) == []


def test_settings_are_cleaned_and_bounded(desk: Desk) -> None:
    kept = put_queue_settings(desk, QueueSettings((" Hộ  tịch ", "", "Hộ tịch"), ("Thương binh",))).value
    assert (kept.services, kept.priorities) == (("Hộ tịch",), ("Thương binh",))
    assert operations.queue_settings(desk) == kept
    for wrong in (QueueSettings(services=tuple("abcde")), QueueSettings(counters=("x" * 61,))):
        with pytest.raises(DeskError):
            put_queue_settings(desk, wrong)
    assert operations.queue_settings(desk) == kept


def test_a_desk_at_work_gets_its_queue_and_loses_nothing(tmp_path: Path) -> None:
    before = next(at for at, step in enumerate(schema.STEPS) if "CREATE TABLE tickets" in step)
    desk = new_desk(tmp_path)
    [received] = receive(desk, [request()], OFFICER).value
    as_of_schema(desk, before)
    desk.close()
    with reopened(tmp_path) as desk:
        assert take(desk).value.ticket.turn == "A001"
        assert [row.number for row in find(desk, "")] == [received.number]


def test_a_ticket_comes_back_as_it_was_written(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path, clock)
    take(desk, priority=ELDER)
    clock.now += timedelta(seconds=95)
    called = operations.call_next(desk).value
    desk.close()
    with reopened(tmp_path, clock) as desk:
        assert tickets_today(desk) == [called]
        assert (called.waited, called.priority, called.taken_at) == (95, ELDER, MONDAY)


def test_processes_that_take_at_once_and_are_killed_leave_every_number_once(tmp_path: Path) -> None:
    data = tmp_path / "desk"
    new_desk(data).close()
    command = [sys.executable, "-c", TAKE_FOR_EVER, str(data)]
    said: list[str] = []
    for _ in range(2):
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        for process in both:
            assert process.stdout is not None
            said += [process.stdout.readline().strip() for _ in range(3)]
        for process in both:
            process.kill()
            assert process.stdout is not None
            said += [line.strip() for line in process.stdout if line.endswith("\n")]
            process.wait()
            process.stdout.close()
    with reopened(data) as desk:
        held = turns(desk)
        assert held == [f"A{serial:03d}" for serial in range(1, len(held) + 1)]
        assert len(set(said)) == len(said) >= 12
        assert set(said) <= set(held)
        assert take(desk).value.ticket.serial == len(held) + 1


def test_a_ticket_is_printed_again_under_its_own_turn(desk: Desk, clock: MovedClock) -> None:
    take(desk)
    ticket = take(desk).value.ticket
    first = enqueue_ticket(desk, ticket, OFFICER).value
    assert (first.number, first.form, first.reprint) == ("A002", "ticket", 0)
    assert ticket_content(desk, ticket).ahead == 1
    again = make_form(desk, "ticket", "2026-11-23 A002")
    assert again == make_form(desk, "ticket", "2026-11-23 A002")
    assert turns(desk) == ["A001", "A002"], "no paper takes a turn"
    clock.forward(days=1)
    tomorrow = [take(desk).value.ticket for _ in range(2)][1]
    assert enqueue_ticket(desk, tomorrow, OFFICER).value.reprint == 0, "yesterday's A002 is another paper"
    with pytest.raises(DeskError, match="Không có số thứ tự"):
        make_form(desk, "ticket", "2026-11-23 A009")
    with pytest.raises(DeskError, match="theo dạng"):
        make_form(desk, "ticket", "hôm qua")
    with pytest.raises(DeskError):
        enqueue(desk, "ticket", OFFICER, title="A001")


def test_tickets_hold_nothing_of_a_person(desk: Desk) -> None:
    columns = {row[1] for row in desk.store.reader().execute("PRAGMA table_info(tickets)")}
    assert columns == {
        *("id", "day", "letter", "serial", "taken_at", "since", "service", "priority", "state", "counter"),
        *("bound", "calls", "called_at", "waited", "served"),
    }


def test_the_table_knows_every_state_and_no_other() -> None:
    [step] = [one for one in schema.STEPS if "CREATE TABLE tickets" in one]
    listed = step.split("CHECK (state IN (")[1].split("))")[0]
    assert set(json.loads(f"[{listed}]".replace("'", '"'))) == {str(one) for one in TicketState}


def test_the_machines_own_counter_is_the_one_that_was_chosen(desk: Desk) -> None:
    assert operations.own_counter(desk) == 1
    with_counters(desk, "Quầy 1", "Quầy 2")
    put_queue_settings(desk, replace(operations.queue_settings(desk), own=2))
    take(desk)
    assert operations.call_next(desk).value.counter == 2
