"""The desk and a real IPP printer: what arrives is the slip, every trouble ends in words and an offer."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desk_app.devices.spool import LOST, Spooler
from desk_app.domain.print_job import JobState, Offer, PrintJob, offer_of
from desk_app.operations.desk import Desk
from desk_app.operations.printing import PrinterChoice, enqueue, jobs, offer_again
from sync.model.dossier import Dossier
from tests.offices import OFFICER, MovedClock
from tests.system.printing.conftest import PDF, RASTER, MakePrinter
from tests.system.printing.reading import codes_on, pwg_pictures
from tests.system.printing.services import VirtualPrinter, wait_for
from tests.system.processes import motcua


def picture_of(path: Path) -> Image.Image:
    """The first page of what a printer was given, as the printer draws it."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            drawn: Image.Image = document[0].render(scale=300 / 72, grayscale=True).to_pil()
        return drawn
    return pwg_pictures(path.read_bytes())[0]


def sent(desk: Desk, dossier: Dossier, printer: VirtualPrinter) -> tuple[Spooler, PrintJob]:
    """The slip on its way: the first answer of the printer is in."""
    job = enqueue(desk, "slip", OFFICER, dossier, choice=PrinterChoice(printer.address)).value
    spooler = Spooler(desk)
    return spooler, spooler.print(job.id).value


def until(spooler: Spooler, job: PrintJob, state: JobState, words: str = "") -> PrintJob:
    """Asks until the job stands so."""

    def ask() -> PrintJob | None:
        found = spooler.ask(job.id).value
        return found if found.state is state and words in found.said else None

    found: PrintJob = wait_for(ask, f"{state} {words}")
    return found


@pytest.mark.parametrize(("formats", "suffix"), [(PDF, ".pdf"), (RASTER, ".pwg-raster")])
def test_the_slip_that_arrives_is_rasterised_and_read_to_its_number(
    desk: Desk, dossier: Dossier, make_printer: MakePrinter, formats: str, suffix: str
) -> None:
    printer = make_printer(formats)
    spooler, job = sent(desk, dossier, printer)
    until(spooler, job, JobState.PRINTED)
    [arrived] = printer.arrived()
    assert arrived.suffix == suffix
    codes = codes_on(picture_of(arrived))
    assert codes["Code128"] == dossier.number
    assert codes["QRCode"].isdigit()


def test_the_command_line_prints_and_waits_for_the_answer(
    tmp_path: Path, desk: Desk, dossier: Dossier, make_printer: MakePrinter
) -> None:
    printer = make_printer()
    data = tmp_path / "desk"
    [known] = [
        one
        for one in motcua(data, "printers", "--form", "slip", "--use", printer.address)
        if one["printer"] == printer.address
    ]
    assert (known["ready"], known["forms"], known["kind"]) == (True, ["slip"], "ipp")
    done = motcua(data, "print", dossier.number)
    assert (done["state"], done["reprint"], done["printer"]) == ("printed", 0, printer.address)
    assert motcua(data, "print", dossier.number)["reprint"] == 1
    printer.kill()
    trouble = motcua(data, "print", dossier.number, code=1)
    assert "Không nối được máy in" in trouble["error"]
    assert [one.state for one in offer_again(desk)] == [JobState.FAILED]
    files = motcua(data, "print", dossier.number, "--printer", f"file:{tmp_path / 'in'}")
    assert (files["state"], files["reprint"]) == ("printed", 2)
    assert offer_again(desk) == []
    [written] = (tmp_path / "in").iterdir()
    assert codes_on(picture_of(written))["Code128"] == dossier.number
    assert "không đúng kiểu" in motcua(data, "print", dossier.number, "--printer", "foo://", code=1)["error"]
    assert "Không có mẫu" in motcua(data, "print", dossier.number, "--form", "bia", code=1)["error"]
    assert motcua(data, "printers", "--form", "slip", code=2)["fields"] == []


def test_paper_that_ran_out_is_said_and_the_print_goes_on_when_it_is_back(
    desk: Desk, dossier: Dossier, make_printer: MakePrinter
) -> None:
    printer = make_printer()
    printer.no_paper.touch()
    spooler, job = sent(desk, dossier, printer)
    waiting = until(spooler, job, JobState.SENT, "Máy in hết giấy. Nạp giấy")
    assert offer_of(waiting) is Offer.NOTHING, (
        "the printer still holds it: a second one would be a second paper"
    )
    assert printer.arrived() == []
    printer.no_paper.unlink()
    assert until(spooler, job, JobState.PRINTED).said == ""
    assert len(printer.arrived()) == 1


def test_a_printer_that_dies_within_the_job_leaves_a_doubt_that_is_offered_and_marked(
    desk: Desk, dossier: Dossier, make_printer: MakePrinter, clock: MovedClock
) -> None:
    printer = make_printer()
    printer.slow.touch()
    spooler, job = sent(desk, dossier, printer)
    assert job.state is JobState.SENT
    printer.kill()
    assert "Chưa nối lại được" in until(spooler, job, JobState.SENT, "Chưa nối lại được").said
    clock.now += LOST * 1.1
    doubtful = spooler.ask(job.id).value
    assert (doubtful.state, offer_of(doubtful)) == (JobState.DOUBTFUL, Offer.LOOK_FIRST)
    printer.slow.unlink()
    printer.start()
    again = spooler.again(job.id).value
    assert (until(spooler, again, JobState.PRINTED).reprint, len(printer.arrived())) == (1, 1)


def test_a_printer_that_came_back_without_memory_leaves_a_doubt(
    desk: Desk, dossier: Dossier, make_printer: MakePrinter
) -> None:
    printer = make_printer()
    printer.slow.touch()
    spooler, job = sent(desk, dossier, printer)
    printer.kill()
    printer.start()
    assert "không còn nhớ" in until(spooler, job, JobState.DOUBTFUL).said


def test_a_printer_that_hangs_before_the_job_got_nothing(
    desk: Desk, dossier: Dossier, make_printer: MakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.devices.ipp_wire.ANSWER_SECONDS", 1.0)
    printer = make_printer()
    printer.freeze(True)
    spooler, job = sent(desk, dossier, printer)
    printer.freeze(False)
    assert (job.state, offer_of(job)) == (JobState.FAILED, Offer.PRINT)
    monkeypatch.undo()
    again = spooler.again(job.id).value
    assert (until(spooler, again, JobState.PRINTED).reprint, len(printer.arrived())) == (0, 1)


def test_a_job_is_taken_back_at_the_printer(desk: Desk, dossier: Dossier, make_printer: MakePrinter) -> None:
    printer = make_printer()
    printer.no_paper.touch()
    spooler, job = sent(desk, dossier, printer)
    until(spooler, job, JobState.SENT, "hết giấy")
    spooler.settle(job.id, printed=False)
    printer.no_paper.unlink()
    until(spooler, job, JobState.FAILED, "bị hủy ở máy in")
    spooler.settle(job.id, printed=False)
    assert [one.state for one in jobs(desk)] == [JobState.GIVEN_UP]
