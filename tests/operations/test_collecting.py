"""Results at the counter: found by any part of a name, handed over all or none, with their fees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on, return_results
from desk_app.operations.checking import verify
from desk_app.operations.collecting import asked_for, collecting, collecting_scanned, hand_out
from desk_app.operations.day_papers import cash_lines, day_list, receipt, shift_summary
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.intake_payment import Paying
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_digits
from desk_app.operations.unit_words import cash_to_count, close_shift
from desk_app.store import search
from sync.acts.requests import IntakeRequest
from sync.acts.returning import Handing
from sync.model.dossier import Dossier, Person
from sync.model.status import Status
from tests.offices import MAU, OFFICER, THU, MovedClock, new_desk, request

COPY = "2.000815"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """An empty desk."""
    opened = new_desk(tmp_path, clock)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


def received(desk: Desk, one: IntakeRequest) -> Dossier:
    [made] = receive(desk, [one], OFFICER).value
    return show(desk, made.dossier_id).dossier


def ready(desk: Desk, person: Person = MAU, procedure: str = "1.004873", **more: Any) -> Dossier:
    """A dossier whose result lies at the desk."""
    dossier = received(desk, replace(request(person, procedure), **more))
    act_on(desk, dossier.id, "handover", {"to": "Tư pháp", "begins": "yes"}, OFFICER)
    return act_on(desk, dossier.id, "finish", {"result": "approved"}, OFFICER).value


def ids(rows: list[search.DossierRow]) -> list[bytes]:
    return [row.id for row in rows]


def test_what_is_ready_stands_before_what_is_not(desk: Desk) -> None:
    first, running, second = ready(desk), received(desk, request()), ready(desk)
    someone_else = ready(desk, THU)
    assert ids(asked_for(desk, "mau nguyen")) == [first.id, second.id, running.id]
    assert ids(asked_for(desk, "0900000002")) == [someone_else.id]
    assert ids(asked_for(desk, MAU.id_number[-7:])) == [first.id, second.id, running.id]
    assert ids(asked_for(desk, second.number)) == [second.id]
    assert asked_for(desk, "khong co ai") == []
    assert asked_for(desk, "!") == asked_for(desk, ""), "no word asks for everything that is ready"


def test_the_search_of_results_goes_through_what_waits_and_not_through_every_namesake(desk: Desk) -> None:
    ready(desk)
    query = (
        "EXPLAIN QUERY PLAN SELECT d.id FROM dossiers d WHERE d.status = 'done' AND d.annulled = 0"
        " AND EXISTS (SELECT 1 FROM names WHERE names MATCH ? AND rowid = d.id) ORDER BY d.ready_at, d.id"
    )
    with desk.reading():
        plan = " ".join(str(row) for row in desk.store.reader().execute(query, ('"mau" *',)))
    assert "dossiers_done" in plan


def test_other_results_of_the_same_applicant_are_named(desk: Desk) -> None:
    first, second = ready(desk), ready(desk)
    received(desk, request())
    ready(desk, THU)
    assert ids(list(collecting(desk, first.id).others)) == [second.id]


def test_a_slip_says_what_it_proves(desk: Desk) -> None:
    dossier = ready(desk)
    seen, found = collecting_scanned(desk, slip_digits(desk, dossier))
    assert found is not None
    assert (seen.verdict, found.slip_issue, found.doubt, found.void, found.ready) == (
        "genuine", 0, False, False, True,
    )  # fmt: skip
    act_on(desk, dossier.id, "reissue", {"reason": "Phiếu bị rách"}, OFFICER)
    _, found = collecting_scanned(desk, slip_digits(desk, dossier))
    assert found is not None
    assert (found.void, found.doubt) == (True, False)
    assert collecting_scanned(desk, "H99.99.001-261123-0099")[1] is None


def test_results_go_out_all_or_none(desk: Desk) -> None:
    first, second = ready(desk), ready(desk, THU)
    mine = Handing(MAU)
    with pytest.raises(DeskError, match="không phải chủ hồ sơ"):
        return_results(desk, [(first.id, mine), (second.id, mine)], OFFICER)
    assert show(desk, first.id).dossier.status is Status.DONE
    done = return_results(desk, [(first.id, mine), (second.id, Handing(THU))], OFFICER)
    assert [one.status for one in done.value] == [Status.RETURNED] * 2
    assert done.changes.dossiers


def test_no_money_is_recorded_where_nothing_may_go_out(desk: Desk) -> None:
    dossier = ready(desk, procedure=COPY, pages=3)
    with pytest.raises(DeskError, match="không phải chủ hồ sơ"):
        hand_out(desk, [(dossier.id, Handing(THU))], OFFICER, Paying("cash"))
    assert show(desk, dossier.id).dossier.paid == 0
    [done] = hand_out(desk, [(dossier.id, Handing(MAU))], OFFICER, Paying("cash", "Nguyễn Văn Mẫu")).value
    assert done.intake is not None
    assert (done.paid, done.payments[0].payer) == (done.intake.fee, "Nguyễn Văn Mẫu")


@pytest.mark.parametrize(
    ("handing", "words"),
    [
        (Handing(MAU), ""),
        (Handing(THU, "authorised", authority="Số 15"), "Người được ủy quyền, Số 15"),
        (Handing(None, "post", post_code="EB1", signed=""), "Gửi qua bưu chính, số hiệu EB1"),
        (
            Handing(MAU, "lost-slip", checked="thẻ căn cước", slip="lost", reason="Mất ví"),
            "Mất phiếu hẹn, đã đối chiếu thẻ căn cước",
        ),
    ],
)
def test_the_receipt_names_who_took_the_result_and_as_what(desk: Desk, handing: Handing, words: str) -> None:
    dossier = ready(desk)
    assert receipt(desk, dossier).taken_for == ""
    [done] = return_results(desk, [(dossier.id, handing)], OFFICER).value
    made = receipt(desk, done)
    assert made.taken_for == words
    assert made.taker.full_name == (handing.collector or MAU).full_name


def test_a_receipt_before_there_is_a_result_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="chưa có việc xử lý xong"):
        receipt(desk, received(desk, request()))


def test_the_paper_of_a_shift_says_procedures_and_sums_and_agrees(desk: Desk, clock: MovedClock) -> None:
    with pytest.raises(DeskError, match="chưa kết ca"):
        shift_summary(desk)
    first, second = ready(desk, procedure=COPY, pages=3), ready(desk, procedure=COPY, pages=5)
    hand_out(desk, [(first.id, Handing(MAU))], OFFICER, Paying("cash"))
    close_shift(desk, cash_to_count(desk).expected, OFFICER)
    hand_out(desk, [(second.id, Handing(MAU))], OFFICER, Paying("cash"))  # within the minute of the count
    clock.forward(hours=2)
    expected = cash_to_count(desk).expected
    close_shift(desk, expected - 500, OFFICER, "Thiếu tiền lẻ")
    made = shift_summary(desk)
    assert (made.expected, made.counted, made.note) == (expected, expected - 500, "Thiếu tiền lẻ")
    assert sum(line.amount for line in made.lines) == expected
    assert "Chứng thực" in made.lines[0].procedure
    assert made.lines[-1].payments == 0, "what the count before held stands as a line of its own"
    assert cash_lines(desk, clock(), clock(), 0) == ()


def test_the_list_of_the_day_has_everything_to_do_and_whom_to_call(desk: Desk) -> None:
    ready(desk)
    lists = dict(day_list(desk).lists)
    [task] = lists["Chờ công dân đến nhận"]
    assert (task.owner, task.phone) == ("Nguyễn Văn Mẫu", "0900000001")
