"""Printing: the pages come out at the printer's own resolution, dot for dot, or a sentence says why not."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desk_app.devices import raster
from desk_app.devices.printing import ASIDE_SECONDS, BAND_ROWS, page_images, print_pdf, printer_names
from desk_app.devices.raster import grey_pages, page_bands
from desk_app.documents.office import Office
from desk_app.documents.slip import slip_pdf
from desk_app.domain.mistakes import DeskError
from tests.ui.steps import AN_INTAKE


@pytest.fixture(scope="module")
def slip() -> bytes:
    return slip_pdf(AN_INTAKE, Office("Ủy ban nhân dân xã Ví Dụ"), qr_digits="1234567890" * 30)


def to_file(path: Path, dpi: int) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dpi)
    return printer


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_what_is_printed_still_carries_both_codes(
    qtbot: QtBot, tmp_path: Path, slip: bytes, dpi: int
) -> None:
    out = tmp_path / "out.pdf"
    print_pdf(slip, title="phiếu", make_printer=lambda name: to_file(out, dpi))
    with pypdfium2.PdfDocument(out) as printed, pypdfium2.PdfDocument(slip) as asked:
        assert len(printed) == len(asked)
        for page, other in zip(printed, asked, strict=True):
            assert page.get_size() == pytest.approx(other.get_size(), abs=1.5)
        picture = printed[0].render(scale=dpi / 72, grayscale=True).to_pil()
    found = {code.format.name: code.text for code in zxingcpp.read_barcodes(picture)}
    assert found == {"Code128": AN_INTAKE.number, "QRCode": "1234567890" * 30}


def test_a_page_is_drawn_at_the_resolution_asked_for(qtbot: QtBot, slip: bytes) -> None:
    pages = list(page_images(slip, 203))
    width, height = pages[0].width(), pages[0].height()
    assert width == pytest.approx(148 / 25.4 * 203, abs=2)
    assert height == pytest.approx(210 / 25.4 * 203, abs=2)
    assert pages[0].isGrayscale()
    with pypdfium2.PdfDocument(slip) as document:
        assert len(pages) == len(document)


def test_the_bands_of_a_page_are_the_page(slip: bytes) -> None:
    whole = next(grey_pages(slip, 203))
    bands = [band for band in page_bands(slip, 203, 64, overlap=1) if band.page == 0]
    rows = [band.dots[at * band.stride :][: band.width] for band in bands for at in range(min(64, band.rows))]
    assert b"".join(rows) == whole.dots
    for before, after in pairwise(bands):
        assert before.dots[64 * before.stride :] == after.dots[: after.stride], "no seam between them"


def test_a_page_for_a_laser_printer_is_never_held_whole(slip: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    room, lent = raster._bitmap, []

    def lend(width: int, height: int, **form: Any) -> Any:
        lent.append(height)
        return room(width, height, **form)

    monkeypatch.setattr(raster, "_bitmap", lend)
    tall = {band.height for band in page_bands(slip, 600, 16, overlap=1) if band.page == 0}
    assert max(lent) <= raster.STRIP_ROWS + 1 < min(tall)


def test_bytes_that_are_no_pdf_are_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        next(page_images(b"%PNG", 203))


def test_no_printer_is_a_sentence_and_not_a_crash(
    qtbot: QtBot, slip: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DeskError) as trouble:
        print_pdf(slip, "Máy in không có thật")
    assert "Không thấy máy in" in trouble.value.title
    if not printer_names():
        with pytest.raises(DeskError) as trouble:
            print_pdf(slip)
        assert "chưa có máy in" in trouble.value.title
        assert "PDF" in trouble.value.advice


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_takes_no_job_is_told(qtbot: QtBot, tmp_path: Path, slip: bytes) -> None:
    nowhere = tmp_path / "missing" / "out.pdf"
    with pytest.raises(DeskError) as trouble:
        print_pdf(slip, make_printer=lambda name: to_file(nowhere, 203))
    assert "không nhận lệnh in" in trouble.value.title


def test_a_landscape_sheet_stays_one(qtbot: QtBot, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("L", (842, 595), 255).save(buffer, "PDF", resolution=72)
    out = tmp_path / "out.pdf"
    print_pdf(buffer.getvalue(), make_printer=lambda name: to_file(out, 203))
    with pypdfium2.PdfDocument(out) as printed:
        width, height = printed[0].get_size()
    assert width == pytest.approx(842, abs=2)
    assert height == pytest.approx(595, abs=2)


def test_between_two_bands_the_lock_is_left_to_the_window(
    qtbot: QtBot, tmp_path: Path, slip: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[float] = []
    monkeypatch.setattr("desk_app.devices.printing.time", SimpleNamespace(sleep=left.append))
    print_pdf(slip, make_printer=lambda _: to_file(tmp_path / "out.pdf", 203))
    assert left == [ASIDE_SECONDS] * sum(1 for _ in page_bands(slip, 203, BAND_ROWS, overlap=1))
