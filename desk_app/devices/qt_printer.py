"""The system's printers through Qt, dot for dot; CUPS, where it is behind them, tells what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from desk_app.devices.driver import NOT_DRAWN, Answer, Look, Sheet, doubtful
from desk_app.devices.ipp import cups_queue
from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import JobState

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_held: Final[list[Any]] = []
"""The application of a process that has no window; Qt wants one before it prints."""


class QtPrinter:
    """A `Driver` for a system printer by name; empty: the default one. A ticket is ``QUEUE job-id``."""

    def __init__(self, name: str, make_printer: Callable[[str], QPrinter] | None = None) -> None:
        self._name, self._make = name, make_printer

    def send(self, sheet: Sheet) -> Answer:
        """Prints every page at the printer's own resolution."""
        from desk_app.devices.printing import print_pdf
        from desk_app.devices.raster import page_sizes

        need_application()
        title = f"{sheet.title} ({sheet.job})" if sheet.job else sheet.title
        try:
            page_sizes(sheet.pdf)
            name = print_pdf(sheet.pdf, self._name, title=title, tray=sheet.tray, make_printer=self._make)
        except ValueError:
            return Answer(JobState.FAILED, NOT_DRAWN)
        except DeskError as trouble:
            return Answer(JobState.FAILED, trouble.sentence)
        if sys.platform == "win32" or self._make is not None:
            return Answer(JobState.TAKEN)
        ticket = cups_queue(name).find_job(title)
        return self.ask(f"{name} {ticket}") if ticket else Answer(JobState.TAKEN)

    def ask(self, ticket: str) -> Answer:
        """What CUPS says of the job."""
        name, _, job = ticket.rpartition(" ")
        if not job.isdigit():
            return doubtful(f"Máy in “{self._name}” không nhớ lệnh in.")
        answer = cups_queue(name).ask(job)
        return Answer(answer.state, answer.said, ticket if answer.ticket else "", answer.reached)

    def cancel(self, ticket: str) -> None:
        """Takes a job back from CUPS."""
        name, _, job = ticket.rpartition(" ")
        if job.isdigit():
            cups_queue(name).cancel(job)

    def look(self) -> Look:
        """Whether the system knows the printer."""
        from desk_app.devices.printing import NO_PRINTER, default_printer, printer_names

        need_application()
        name = self._name or default_printer()
        if name and name in printer_names():
            return Look(True, name=name)
        missing = f"Không thấy máy in “{self._name}”." if self._name else NO_PRINTER.title
        return Look(False, missing, self._name)


def need_application() -> None:
    """Makes Qt ready to print in a process that opens no window."""
    from PySide6.QtCore import QCoreApplication

    if QCoreApplication.instance() is None:
        if sys.platform not in ("win32", "darwin"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtGui import QGuiApplication

        _held.append(QGuiApplication(["motcua"]))
