"""Printing into a folder: every job a PDF file, for offices without a printer and for looking."""

from __future__ import annotations

import re
from pathlib import Path

from desk_app.devices.driver import NOT_DRAWN, Answer, Look, Sheet, failed
from desk_app.domain.print_job import JobState
from desk_app.store.store import write_atomically


class FilePrinter:
    """A `Driver` that writes `TITLE-JOB.pdf`, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, sheet: Sheet) -> Answer:
        """Writes the file."""
        from desk_app.devices.raster import page_sizes

        try:
            page_sizes(sheet.pdf)
        except ValueError:
            return Answer(JobState.FAILED, NOT_DRAWN)
        name = re.sub(r"[^\w.()-]+", "_", sheet.title)[:100] or "giay"
        try:
            write_atomically(self._folder / f"{name}-{sheet.job}.pdf", sheet.pdf)
        except OSError:
            return failed(f"Không ghi được tệp PDF vào thư mục “{self._folder.name}”.", "Chọn thư mục khác")
        return Answer(JobState.PRINTED)

    def ask(self, ticket: str) -> Answer:
        """Nothing is ever left open."""
        return Answer(JobState.PRINTED)

    def cancel(self, ticket: str) -> None:
        """Nothing to take back."""

    def look(self) -> Look:
        """Whether the folder is there, or can be made."""
        ready = self._folder.is_dir() or self._folder.parent.is_dir()
        return Look(ready, "" if ready else "Không có thư mục này.", str(self._folder))
