"""The print queue: only what is in the journal is printed, every paper once, and the next one marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import JobState, PrintJob, Step, StepRefused
from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.printing import (
    PrinterChoice,
    add_printer,
    added_printers,
    advance,
    choose_printer,
    document_of,
    enqueue,
    forget_printer,
    jobs,
    offer_again,
    one_job,
    printer_for,
    printers,
)
from desk_app.operations.receive import receive
from sync.model.dossier import Dossier
from tests.offices import OFFICER, MovedClock, new_desk, reopened, request

TO_PRINTED = (Step.RENDER, Step.SEND, Step.PRINT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    [received] = receive(desk, [request()], OFFICER).value
    return show(desk, received.number).dossier


def walk(desk: Desk, job: PrintJob, *steps: Step) -> PrintJob:
    for step in steps:
        job = advance(desk, job.id, step).value
    return job


def test_a_job_is_durable_and_says_who_asked_for_what(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    [received] = receive(desk, [request()], OFFICER).value
    outcome = enqueue(desk, "slip", OFFICER, show(desk, received.number).dossier, copy="Liên 2")
    assert outcome.changes.printing
    desk.store._writer = None  # the process is gone without a farewell
    with reopened(tmp_path) as again:
        [job] = jobs(again, dossier=received.dossier_id)
    assert job == outcome.value
    assert (job.number, job.form, job.copy, job.officer_name) == (
        received.number, "slip", "Liên 2", OFFICER.name,
    )  # fmt: skip
    assert (job.state, job.reprint, job.attempts) == (JobState.WAITING, 0, 0)


def test_nothing_is_queued_for_a_dossier_that_is_not_in_the_journal(desk: Desk, dossier: Dossier) -> None:
    with pytest.raises(DeskError, match="chưa được lưu"):
        enqueue(desk, "slip", OFFICER, replace(dossier, id=b"\0" * 16))
    assert jobs(desk) == []


def test_what_is_printed_is_the_slip_as_the_journal_has_it(desk: Desk, dossier: Dossier) -> None:
    job = enqueue(desk, "slip", OFFICER, dossier).value
    assert document_of(desk, job).startswith(b"%PDF")
    with pytest.raises(DeskError, match="Không có mẫu"):
        enqueue(desk, "bìa", OFFICER, dossier)


def test_the_second_paper_is_the_first_reprint_and_a_corrected_slip_begins_anew(
    desk: Desk, dossier: Dossier
) -> None:
    for reprint in (0, 1, 2):
        job = enqueue(desk, "slip", OFFICER, dossier).value
        assert job.reprint == reprint
        walk(desk, job, *TO_PRINTED)
    assert enqueue(desk, "slip", OFFICER, dossier, copy="Liên 2").value.reprint == 0
    given = {"reason": "Sai tên", "changes": {"applicant": {"full_name": "Nguyễn Văn Mẫn"}}}
    corrected = act_on(desk, dossier.number, "reissue", given, OFFICER).value
    assert enqueue(desk, "slip", OFFICER, corrected).value.reprint == 0


def test_a_print_that_never_reached_paper_is_no_reprint(desk: Desk, dossier: Dossier) -> None:
    job = walk(desk, enqueue(desk, "slip", OFFICER, dossier).value, Step.RENDER, Step.FAIL)
    again = walk(desk, job, Step.AGAIN)
    assert (again.state, again.reprint) == (JobState.WAITING, 0)


def test_a_doubtful_print_that_is_printed_again_is_marked(desk: Desk, dossier: Dossier) -> None:
    job = enqueue(desk, "slip", OFFICER, dossier).value
    doubtful = walk(desk, job, Step.RENDER, Step.SEND, Step.DOUBT)
    assert offer_again(desk) == [doubtful]
    again = walk(desk, doubtful, Step.AGAIN)
    assert again.reprint == 1
    assert offer_again(desk) == []
    assert walk(desk, again, Step.RENDER, Step.SEND, Step.DOUBT, Step.AGAIN).reprint == 2


def test_a_new_print_takes_the_place_of_the_one_that_failed(desk: Desk, dossier: Dossier) -> None:
    failed = walk(desk, enqueue(desk, "slip", OFFICER, dossier).value, Step.FAIL)
    doubtful = enqueue(desk, "slip", OFFICER, dossier).value
    assert one_job(desk, failed.id).state is JobState.GIVEN_UP
    walk(desk, doubtful, Step.RENDER, Step.SEND, Step.DOUBT)
    assert enqueue(desk, "slip", OFFICER, dossier).value.reprint == 1, "that paper may lie in the tray"
    assert offer_again(desk) == []


def test_a_step_out_of_turn_changes_nothing(desk: Desk, dossier: Dossier) -> None:
    job = enqueue(desk, "slip", OFFICER, dossier).value
    with pytest.raises(StepRefused):
        advance(desk, job.id, Step.PRINT)
    assert jobs(desk) == [job]
    with pytest.raises(DeskError, match="Không có lệnh in"):
        advance(desk, 99, Step.RENDER)


def test_each_form_remembers_its_printer_and_tray(tmp_path: Path) -> None:
    desk = new_desk(tmp_path, MovedClock())
    assert printer_for(desk, "slip") == PrinterChoice()
    choose_printer(desk, "slip", "ipp://laser/ipp/print", "tray-2")
    with pytest.raises(DeskError, match="không đúng kiểu"):
        choose_printer(desk, "slip", "http://laser/")
    with pytest.raises(DeskError, match="Không có mẫu"):
        choose_printer(desk, "bìa", "HP")
    desk.close()
    with reopened(tmp_path) as again:
        assert printers(again) == {"slip": PrinterChoice("ipp://laser/ipp/print", "tray-2")}
        [received] = receive(again, [request()], OFFICER).value
        job = enqueue(again, "slip", OFFICER, show(again, received.number).dossier).value
        assert (job.printer, job.tray) == ("ipp://laser/ipp/print", "tray-2")


def test_a_forms_paper_is_remembered_with_its_printer(desk: Desk) -> None:
    choose_printer(desk, "slip", "HP", "tray-2", "2xa5")
    assert printer_for(desk, "slip") == PrinterChoice("HP", "tray-2", "2xa5")
    with pytest.raises(DeskError, match="không in trên giấy"):
        choose_printer(desk, "register", "HP", "", "58mm")
    choose_printer(desk, "ticket", "escpos://giay-nhiet")


def test_the_paper_chosen_is_what_a_job_is_made_on(desk: Desk) -> None:
    dossier = show(desk, receive(desk, [request()], OFFICER).value[0].number).dossier

    def width(printer: str) -> float:
        job = enqueue(desk, "slip", OFFICER, dossier, choice=PrinterChoice(printer)).value
        return float(pypdfium2.PdfDocument(document_of(desk, job))[0].get_size()[0])

    plain = width("HP")
    choose_printer(desk, "slip", "HP", "", "2xa5")
    assert width("HP") > plain
    assert width("Canon") == plain, "another printer has its own paper"


def test_a_printer_is_added_by_address_and_forgotten_with_its_forms(desk: Desk) -> None:
    add_printer(desk, " ipp://laser/ipp/print ")
    add_printer(desk, "file:/giay")
    add_printer(desk, "ipp://laser/ipp/print")
    assert added_printers(desk) == ("file:/giay", "ipp://laser/ipp/print")
    choose_printer(desk, "slip", "file:/giay")
    assert forget_printer(desk, "file:/giay").value == ("slip",)
    assert added_printers(desk) == ("ipp://laser/ipp/print",)
    assert printers(desk) == {}


@pytest.mark.parametrize("address", ["", "HP LaserJet", "http://laser", "ipp://", "file:"])
def test_what_is_no_address_is_not_added(desk: Desk, address: str) -> None:
    with pytest.raises(DeskError):
        add_printer(desk, address)
    assert added_printers(desk) == ()
