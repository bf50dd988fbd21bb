"""Receiving: all or none, durable first, frozen for ever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations import receive as receive_module
from desk_app.operations.acting import act_on
from desk_app.operations.checking import verify
from desk_app.operations.find import find, find_people, show
from desk_app.operations.numbers import ClockDoubtful
from desk_app.operations.receive import preview, receive
from desk_app.operations.slips import slip_pdf_of
from desk_app.store.driver import StoreTrouble
from desk_app.store.places import Room
from sync.acts.requests import IntakeRequest
from sync.journal.ledger import Ledger
from sync.model.dossier import FeeLine, Paper, Person
from sync.model.moment import VIETNAM
from sync.model.status import Status
from tests.offices import MAU, MONDAY, OFFICER, THU, MovedClock, new_desk, reopened, request


def test_a_received_dossier_is_found_shown_and_printed(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    (received,) = receive(desk, [request()], OFFICER).value
    assert received.number == "H99.99.001-261123-0001"
    assert received.due_at == datetime(2026, 11, 27, 9, 15, tzinfo=VIETNAM)  # 24/11 is a holiday
    assert received.slip is not None
    assert received.slip.read_bytes().startswith(b"%PDF")
    view = show(desk, received.number)
    assert view.dossier.status is Status.RECEIVED
    assert view.dossier.intake is not None
    assert view.dossier.intake.applicant.full_name == "Nguyễn Văn Mẫu"
    assert not view.acknowledged
    assert [row.number for row in find(desk, "nguyen van mau")] == [received.number]
    assert received.slip.read_bytes() == slip_pdf_of(desk, view.dossier)
    desk.close()


def test_everything_the_slip_promises_is_frozen_in_the_entry(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    given = IntakeRequest(
        procedure="2.000815",
        applicant=MAU,
        owner=THU,
        papers=(Paper("Bản chính bằng tốt nghiệp", originals=1, copies=2),),
        pages=3,
        copies=2,
        return_by="post",
        sets=2,
        note="Gọi trước khi trả",
        subject="Bằng tốt nghiệp",
    )
    (received,) = receive(desk, [given], OFFICER).value
    intake = show(desk, received.number).dossier.intake
    assert intake is not None
    assert (intake.owner.full_name, intake.applicant.full_name) == (THU.full_name, MAU.full_name)
    assert intake.papers == given.papers
    assert intake.fees == (FeeLine(intake.fees[0].name, 10_000, intake.fees[0].kind),)
    assert intake.limit == "trong ngày"
    assert (intake.policy, intake.calendar, intake.form_set) == ("P1", desk.calendar.version, "TT 03/2025")
    assert intake.procedure.version
    assert (intake.officer, intake.desk, intake.sets) == (OFFICER, 1, 2)
    desk.close()


def test_a_batch_is_received_whole_or_not_at_all(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    with pytest.raises(DeskError) as caught:
        receive(desk, [request(), request(Person(""))], OFFICER)
    assert [one.field for one in caught.value.mistakes] == ["[1].applicant.full_name"]
    assert find(desk, "") == []
    received = receive(desk, [request(), request(THU)], OFFICER).value
    assert [one.number[-4:] for one in received] == ["0001", "0002"]
    desk.close()


def test_numbers_go_on_after_a_restart_and_begin_anew_the_next_day(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path, clock)
    receive(desk, [request()], OFFICER)
    desk.close()
    clock.forward(minutes=1)
    with reopened(tmp_path, clock) as again:
        assert receive(again, [request()], OFFICER).value[0].number.endswith("261123-0002")
        clock.forward(days=1)
        assert receive(again, [request()], OFFICER).value[0].number.endswith("261124-0001")


def test_a_clock_that_jumped_back_is_noticed_before_a_number_is_issued(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path, clock)
    receive(desk, [request()], OFFICER)
    clock.forward(days=-1)
    with pytest.raises(ClockDoubtful):
        receive(desk, [request()], OFFICER)
    assert len(find(desk, "")) == 1
    confirmed = receive(desk, [request()], OFFICER, date_confirmed=True).value
    assert confirmed[0].number.endswith("261122-0001")
    # the confirmed date is the mark from now on: no second question, and no number twice
    clock.forward(minutes=1)
    assert receive(desk, [request()], OFFICER).value[0].number.endswith("261122-0002")
    desk.close()


@pytest.mark.parametrize("act", ["receive", "act"])
def test_a_wait_for_another_process_over_the_turn_of_a_minute_is_no_clock_going_back(
    act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path, clock)
    (first,) = receive(desk, [request()], OFFICER).value
    through = desk.store.transaction

    @contextmanager
    def after_another() -> Iterator[Ledger]:
        monkeypatch.setattr(desk.store, "transaction", through)
        clock.forward(minutes=1)
        with reopened(tmp_path, clock) as other:
            receive(other, [request(THU)], OFFICER)
        with through() as ledger:
            yield ledger

    monkeypatch.setattr(desk.store, "transaction", after_another)
    if act == "receive":
        (late,) = receive(desk, [request()], OFFICER).value
        assert late.number.endswith("-0003")
    else:
        acted = act_on(desk, first.number, "handover", {"to": "Văn phòng"}, OFFICER)
        assert acted.value.history
    desk.close()


def test_a_clock_far_ahead_is_confirmed_once(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path, clock)
    receive(desk, [request()], OFFICER)
    clock.forward(days=11)
    with pytest.raises(ClockDoubtful):
        receive(desk, [request()], OFFICER)
    receive(desk, [request()], OFFICER, date_confirmed=True)
    receive(desk, [request()], OFFICER)
    desk.close()


def test_an_unknown_limit_needs_a_due_time_with_its_reason(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    unknown = next(one.code for one in desk.catalogue if not one.limit and not one.cases)
    with pytest.raises(DeskError) as caught:
        receive(desk, [request(procedure=unknown)], OFFICER)
    assert caught.value.mistakes[0].field == "due_at"
    given = IntakeRequest(
        unknown, MAU, due_at=MONDAY + timedelta(days=10), due_reason="Theo quyết định của xã"
    )
    (received,) = receive(desk, [given], OFFICER).value
    assert received.due_at == MONDAY + timedelta(days=10)
    known = IntakeRequest("1.004873", MAU, due_at=MONDAY + timedelta(days=10), due_reason="Muốn lâu hơn")
    with pytest.raises(DeskError):
        receive(desk, [known], OFFICER)
    desk.close()


def test_a_fee_the_province_sets_stays_open_until_it_is_given(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    (without,) = receive(desk, [request()], OFFICER).value
    assert without.fee == 0
    assert without.fees_open
    amounts = ((without.fees_open[0], 5_000),)
    (given,) = receive(desk, [IntakeRequest("1.004873", MAU, amounts=amounts)], OFFICER).value
    assert (given.fee, given.fees_open) == (5_000, ())
    desk.close()


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    prepared = preview(desk, request(), OFFICER)
    assert prepared.intake is not None
    assert prepared.intake.number == ""
    assert "24/11" in prepared.explanation
    assert find(desk, "") == []
    desk.close()


def test_returning_applicants_come_with_their_last_data(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path, clock)
    receive(desk, [request(MAU)], OFFICER)
    clock.forward(hours=1)
    moved = Person("Nguyễn Văn Mẫu", "990099000001", phone="0911111111")
    receive(desk, [request(moved), request(THU)], OFFICER)
    for text in ("990099000001", "mau nguyen", "0911111"):
        found = find_people(desk, text)
        assert [one.phone for one in found] == ["0911111111"], text
    desk.close()


def test_words_of_citizens_are_cleaned_at_the_door_or_refused(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    decomposed = Person("Nguye\u0302\u0303n  Va\u0306n\nMẫu")
    (received,) = receive(desk, [request(decomposed)], OFFICER).value
    intake = show(desk, received.number).dossier.intake
    assert intake is not None
    assert intake.applicant.full_name == "Nguyễn Văn Mẫu"
    with pytest.raises(DeskError):
        receive(desk, [request(Person("A\x00B"))], OFFICER)
    with pytest.raises(DeskError):
        receive(desk, [request(Person("Tên \ud800"))], OFFICER)
    desk.close()


def test_a_full_disk_is_said_before_anything_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(tmp_path)
    monkeypatch.setattr(type(desk.store), "room", lambda _self: Room(1024, ballast=False))
    with pytest.raises(DeskError, match="đã đầy"):
        receive(desk, [request()], OFFICER)
    desk.close()


def test_an_io_error_after_the_commit_held_does_not_double_the_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(tmp_path)
    commit = receive_module._commit
    calls: list[int] = []

    def commits_and_fails(*args: object, **kwargs: object) -> object:
        calls.append(1)
        commit(*args, **kwargs)  # type: ignore[arg-type]
        raise StoreTrouble("io")

    monkeypatch.setattr(receive_module, "_commit", commits_and_fails)
    (received,) = receive(desk, [request()], OFFICER).value
    assert [row.number for row in find(desk, "")] == [received.number]
    assert len(calls) == 1
    desk.close()


def test_an_io_error_before_the_commit_is_tried_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(tmp_path)
    commit = receive_module._commit
    fail = [True]

    def fails_once(*args: object, **kwargs: object) -> object:
        if fail.pop() if fail else False:
            raise StoreTrouble("io")
        return commit(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(receive_module, "_commit", fails_once)
    (received,) = receive(desk, [request()], OFFICER).value
    assert received.number.endswith("-0001")
    desk.close()


def test_verify_is_content_with_what_receive_wrote(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    receive(desk, [request(), request(THU)], OFFICER)
    report = verify(desk)
    assert report["problems"] == []
    assert report["ok"]
    assert report["dossiers"] == 2
    assert report["entries"] == 3  # the journal's own first entry too
    desk.close()
