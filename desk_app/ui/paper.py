"""Printing from the window: asked here, done in the paper lane, told in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk_app.background.lanes import Lanes
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.desk import Desk

Print = Callable[[bytes, str], str]
"""PDF and title -> the printer's name; raises `DeskError`."""


def print_on_default(pdf: bytes, title: str) -> str:
    """Prints on the system's default printer."""
    from desk_app.devices.printing import print_pdf

    return print_pdf(pdf, title=title)


class Paper(QObject):
    """`told` carries the state of the printer in words and whether it needs a look."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, lanes: Lanes, print_page: Print = print_on_default) -> None:
        super().__init__(lanes)
        self._desk = desk
        self._lanes = lanes
        self._print = print_page

    def look(self) -> None:
        """Tells which printer there is."""

        def name() -> str:
            from desk_app.devices.printing import printer_names

            return next(iter(printer_names()), "")

        def tell(found: str) -> None:
            self.told.emit(f"Máy in: {found} ✓" if found else "Chưa có máy in – phiếu lưu thành PDF", False)

        self._lanes.paper(name, tell, lambda trouble: self.told.emit(trouble.title, True))

    def print_slip(self, dossier: bytes, number: str) -> None:
        """Prints the slip of a dossier (its id) that is already durable."""
        desk = self._desk
        self.print_made(lambda: _slip(desk, dossier), number, "phiếu", number[-11:])

    def print_made(self, make: Callable[[], bytes], title: str, what: str, short: str = "") -> None:
        """Prints the PDF that `make` gives; `what` it is in words, `short` what tells it from the others."""
        print_page = self._print
        self.told.emit(f"Đang in {what}…", False)

        def failed(trouble: DeskError) -> None:
            self.told.emit(trouble.title.rstrip("."), True)

        def sent(_printer: str) -> None:
            self.told.emit(f"Đã gửi in {short or what} ✓", False)

        self._lanes.paper(lambda: print_page(make(), title), sent, failed)

    def save_slip(self, dossier: bytes, path: str, then: Callable[[str], None]) -> None:
        """Writes a dossier's slip as a PDF file where the officer wants it; `then` gets one sentence."""
        desk = self._desk
        self.save_made(lambda: _slip(desk, dossier), path, then, "phiếu")

    def save_made(self, make: Callable[[], bytes], path: str, then: Callable[[str], None], what: str) -> None:
        """Writes the PDF that `make` gives as a file; `what` it is in words."""

        def job() -> str:
            pdf = make()
            try:
                with open(path, "wb") as file:
                    file.write(pdf)
            except OSError:
                return "Chưa lưu được tệp PDF; chọn thư mục khác rồi lưu lại."
            return f"Đã lưu {what} thành tệp PDF."

        self._lanes.paper(job, then, lambda trouble: then(trouble.sentence))


def _slip(desk: Desk, dossier: bytes) -> bytes:
    from desk_app.operations.find import show
    from desk_app.operations.slips import slip_pdf_of

    return slip_pdf_of(desk, show(desk, dossier).dossier)
