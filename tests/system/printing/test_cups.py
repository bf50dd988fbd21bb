"""Through CUPS: the desk prints to a queue, by Qt and by IPP, and what reaches the printer is the slip."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from desk_app.devices.choosing import known_printers, open_driver
from desk_app.devices.ipp import cups_queues
from desk_app.devices.spool import Spooler
from desk_app.domain.print_job import JobState
from desk_app.operations.desk import Desk
from desk_app.operations.printing import PrinterChoice, enqueue
from sync.model.dossier import Dossier
from tests.offices import OFFICER
from tests.system.printing.conftest import RASTER, MakePrinter
from tests.system.printing.reading import codes_on
from tests.system.printing.services import PrivateCups, VirtualPrinter, wait_for
from tests.system.printing.test_ipp import picture_of, until
from tests.system.processes import motcua

QUEUE = "quay"


@pytest.fixture
def printer(cups: PrivateCups, make_printer: MakePrinter, monkeypatch: pytest.MonkeyPatch) -> VirtualPrinter:
    """A printer behind a queue of the private CUPS, which this machine's programs now take for their own."""
    made = make_printer(RASTER)
    cups.add_queue(QUEUE, made)
    monkeypatch.setenv("CUPS_SERVER", cups.server)
    return made


def test_a_slip_goes_through_cups_to_the_printer_and_says_so(
    desk: Desk, dossier: Dossier, cups: PrivateCups, printer: VirtualPrinter
) -> None:
    assert cups_queues() == [(QUEUE, False)]
    choice = PrinterChoice(f"ipp://{cups.server}/printers/{QUEUE}")
    assert open_driver(choice.printer).look().ready
    spooler = Spooler(desk)
    job = spooler.print(enqueue(desk, "slip", OFFICER, dossier, choice=choice).value.id).value
    until(spooler, job, JobState.PRINTED)
    arrived = wait_for(printer.arrived, "the job")
    assert codes_on(picture_of(arrived[0]))["Code128"] == dossier.number


def test_a_printer_behind_cups_that_is_off_is_said_and_the_job_waits_for_it(
    desk: Desk, dossier: Dossier, cups: PrivateCups, printer: VirtualPrinter
) -> None:
    printer.kill()
    choice = PrinterChoice(f"ipp://{cups.server}/printers/{QUEUE}")
    spooler = Spooler(desk)
    job = spooler.print(enqueue(desk, "slip", OFFICER, dossier, choice=choice).value.id).value
    waiting = until(spooler, job, JobState.SENT, "Máy in")
    assert "Kiểm tra nguồn, dây và mạng" in waiting.said
    printer.start()
    until(spooler, job, JobState.PRINTED)
    assert len(wait_for(printer.arrived, "what is said to be printed")) == 1


@pytest.mark.skipif(
    importlib.util.find_spec("PySide6") is None, reason="without Qt its printing cannot be used"
)
def test_qt_prints_to_the_queue_dot_for_dot_and_cups_tells_what_came_of_it(
    tmp_path: Path, desk: Desk, dossier: Dossier, printer: VirtualPrinter
) -> None:
    done = motcua(tmp_path / "desk", "print", dossier.number, "--printer", QUEUE)
    assert (done["state"], done["printer"]) == ("printed", QUEUE)
    [arrived] = wait_for(printer.arrived, "the job")
    codes = codes_on(picture_of(arrived))
    assert codes["Code128"] == dossier.number
    assert codes["QRCode"].isdigit()
    assert motcua(tmp_path / "desk", "print", dossier.number)["state"] == "printed", (
        "the default is the queue"
    )
    [listed] = motcua(tmp_path / "desk", "printers")
    assert (listed["printer"], listed["kind"], listed["ready"]) == (QUEUE, "system", True)


@pytest.mark.skipif(
    importlib.util.find_spec("PySide6") is not None, reason="with Qt the queues are Qt's to list"
)
def test_without_qt_a_queue_is_printed_to_by_its_name(
    tmp_path: Path, desk: Desk, dossier: Dossier, printer: VirtualPrinter
) -> None:
    assert motcua(tmp_path / "desk", "print", dossier.number, "--printer", QUEUE)["state"] == "printed"
    assert [one.address for one in known_printers()] == [QUEUE]
    assert codes_on(picture_of(printer.arrived()[0]))["Code128"] == dossier.number
