"""What the print queue prints: any form, on the paper of its printer, a reprint marked as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.find import show
from desk_app.operations.printing import PrinterChoice, document_of, enqueue
from desk_app.operations.receive import receive
from tests.offices import OFFICER, new_desk, request


def pages(pdf: bytes) -> tuple[str, float]:
    """The text on one line, and the width of the first page in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
        return text, document[0].get_width()


def test_a_reprint_says_that_it_is_one(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    number = receive(desk, [request()], OFFICER).value[0].number
    dossier = show(desk, number).dossier
    job = enqueue(desk, "slip", OFFICER, dossier).value
    assert "in lại" not in pages(document_of(desk, job))[0].lower()
    assert "bản in lại lần 2" in pages(document_of(desk, replace(job, reprint=2)))[0].lower()
    desk.close()


def test_a_form_goes_onto_the_roll_of_a_thermal_printer(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    dossier = show(desk, receive(desk, [request()], OFFICER).value[0].number).dossier
    for address, millimetres in (("escpos://127.0.0.1:9100", 80), ("escpos://127.0.0.1:9100?dots=384", 58)):
        job = enqueue(desk, "slip", OFFICER, dossier, choice=PrinterChoice(address)).value
        assert pages(document_of(desk, job))[1] == pytest.approx(millimetres * 72 / 25.4, abs=1)
    desk.close()


def test_every_form_of_a_dossier_may_be_queued_once_its_act_was_done(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    number = receive(desk, [request()], OFFICER).value[0].number
    dossier = show(desk, number).dossier
    job = enqueue(desk, "apology", OFFICER, dossier).value
    with pytest.raises(DeskError, match="chưa có việc"):
        document_of(desk, job)
    act_on(desk, number, "apology", {"reason": "Chờ xác minh", "days": 1}, OFFICER)
    assert "Chờ xác minh" in pages(document_of(desk, job))[0]
    desk.close()
