"""Prints PDF pages through the system's printers: each page is drawn at the printer's own resolution.

What is previewed is then what comes out, dot for dot, whatever the printer makes of PDF. All of it may run
outside the window's thread (Qt permits painting on a printer there).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from desk_app.devices.raster import MOST_DPI, POINT, drawn_pages, page_bands
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

_TRAYS: Final = {"tray-1": "Upper", "tray-2": "Lower", "tray-3": "Middle", "manual": "Manual"}
"""IPP's names of trays -> Qt's; Windows alone heeds them."""

BAND_ROWS: Final = 16
"""Drawn at once. Qt holds Python's lock while it packs an image for the printer: 0.7 s for a page of a laser
printer, in which the whole window stood still. The window asks for the lock dozens of times in a turn of its
event loop, so a band has to be packed in well below a millisecond. Each band ends with the first row of the
next one, lest a printer that draws at another resolution shows a seam."""

ASIDE_SECONDS: Final = 0.0005
"""Between two bands the lock is left to the window for so long, a tenth of a second a page. A thread that
gives the lock up and asks for it again at once has it back before another wakes up: the window got a fifth of
the time, and a turn of 25 ms took 100."""

NO_PRINTER: Final = DeskError(
    "Máy này chưa có máy in.",
    "Phiếu đã lưu thành tệp PDF; nối máy in rồi bấm “In lại phiếu” ở trang Hồ sơ.",
)


def printer_names() -> list[str]:
    """The names of the system's printers, the default one first; empty where there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo

    default = default_printer()
    names = [name for name in QPrinterInfo.availablePrinterNames() if name != default]
    return [default, *names] if default else names


def default_printer() -> str:
    """The system's default printer, or the only one there is; empty where it cannot be told."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = QPrinterInfo.availablePrinterNames()
    return QPrinterInfo.defaultPrinterName() or (names[0] if len(names) == 1 else "")


def page_images(pdf: bytes, dpi: float, *, colour: bool = False) -> Iterator[QImage]:
    """The pages of a PDF as pictures of `dpi` dots an inch, grey unless `colour`, one after the other.

    Raises `ValueError` for bytes that are no PDF.
    """
    from PySide6.QtGui import QImage

    def draw(page: Any) -> QImage:
        drawn = page.render(scale=dpi / POINT, grayscale=not colour, rev_byteorder=colour, prefer_bgrx=True)
        kind = QImage.Format.Format_RGBX8888 if colour else QImage.Format.Format_Grayscale8
        picture = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, kind).copy()
        dots = round(dpi / 0.0254)
        picture.setDotsPerMeterX(dots)
        picture.setDotsPerMeterY(dots)
        return picture

    return drawn_pages(pdf, draw)


def print_pdf(
    pdf: bytes,
    printer_name: str = "",
    *,
    title: str = "",
    tray: str = "",
    make_printer: Callable[[str], QPrinter] | None = None,
) -> str:
    """Prints every page, in its own size, on the named or the default printer; returns the printer's name.

    Raises `DeskError` when there is no such printer, or it does not take the job. That the job was
    taken does not mean that paper came out.
    """
    printer = (make_printer or _printer)(printer_name)
    name = printer.printerName() or printer.outputFileName()
    if title:
        printer.setDocName(title)
    if tray in _TRAYS:
        printer.setPaperSource(getattr(type(printer).PaperSource, _TRAYS[tray]))
    if printer.resolution() > MOST_DPI:
        printer.setResolution(MOST_DPI)
    _paint(pdf, printer, name)
    return name


def _printer(name: str) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name or default_printer())
    if info.isNull() and name:
        raise DeskError(
            f"Không thấy máy in “{name}”.", "Kiểm tra dây và nguồn của máy in, rồi bấm “In lại phiếu”."
        )
    if info.isNull():
        raise DeskError(NO_PRINTER.title, NO_PRINTER.advice)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _paint(pdf: bytes, printer: QPrinter, name: str) -> None:
    from PySide6.QtGui import QImage, QPainter

    grey = QImage.Format.Format_Grayscale8
    painter: Any = None
    refused = DeskError(
        f"Máy in “{name}” không nhận lệnh in.", "Kiểm tra giấy, mực và dây máy in, rồi bấm “In lại phiếu”."
    )
    try:
        for band in page_bands(pdf, printer.resolution(), BAND_ROWS, overlap=1):
            if band.top == 0:
                _fit_page(printer, band.width, band.height)
                if painter is None:
                    painter = QPainter()
                    if not painter.begin(printer):
                        raise refused
                elif not printer.newPage():
                    raise refused
            painter.drawImage(0, band.top, QImage(band.dots, band.width, band.rows, band.stride, grey))
            time.sleep(ASIDE_SECONDS)  # noqa: TID251 - nothing is waited for: the lock is left to others
    finally:
        if painter is not None and painter.isActive() and not painter.end():
            raise refused


def _fit_page(printer: QPrinter, across: int, down: int) -> None:
    """The sheet of the page's own size, drawn from its very corner so that dots fall on dots."""
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    dpi = printer.resolution()
    wide, high = (side * POINT / dpi for side in (across, down))
    upright = QPageSize(QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point)
    lying = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(upright, lying, QMarginsF(0, 0, 0, 0)))
