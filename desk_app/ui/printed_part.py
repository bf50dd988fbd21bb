"""A dossier's printed papers: how each print went, and what failed or is in doubt offered again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from desk_app.domain.print_job import JobState, Offer, PrintJob, offer_of
from desk_app.ui.parts import GAP, Words, discard, link_button
from desk_app.ui.print_words import job_when, job_words
from desk_app.ui.tongue import tr

MOST = 12
"""Jobs shown; older ones stay in the queue's table."""


class PrintedPart(QFrame):
    """`again` and `settled` carry a job's id; the latter also whether the paper is there."""

    again = Signal(int)
    settled = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.offers: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GAP * 2, GAP + 4, GAP * 2, GAP * 2)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(GAP - 2)
        self._grid.setColumnMinimumWidth(0, 132)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(Words(tr("Giấy đã in"), "heading"), 0, 0, 1, 2)
        self._rows: list[QWidget] = []
        self.put([])

    def put(self, jobs: Sequence[PrintJob]) -> None:
        """The dossier's jobs, the newest first."""
        for row in self._rows:
            self._grid.removeWidget(row)
            discard(row)
        self._rows, self.offers = [], []
        for at, job in enumerate(jobs[:MOST], start=1):
            wants = offer_of(job) is not Offer.NOTHING or bool(job.said and job.state is JobState.SENT)
            mark = "! " if wants else ""
            words = Words(mark + job_words(job), "caution" if wants else "", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add(Words(job_when(job), "quiet"), at * 2 - 1, 0)
            self._add(words, at * 2 - 1, 1)
            buttons = self._buttons(job)
            if buttons is not None:
                self._add(buttons, at * 2, 0, 2)
        if not jobs:
            self._add(Words(tr("Chưa in giấy nào ở máy này"), "quiet", wrap=True), 1, 1)

    def _add(self, widget: QWidget, row: int, column: int, columns: int = 1) -> None:
        self._grid.addWidget(widget, row, column, 1, columns, Qt.AlignmentFlag.AlignTop)
        widget.show()  # at once, not when the layout's own call comes round
        self._rows.append(widget)

    def _buttons(self, job: PrintJob) -> QWidget | None:
        offer = offer_of(job)
        held = job.state is JobState.SENT and bool(job.ticket)
        if offer is Offer.NOTHING and not held:
            return None
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP * 2)
        if offer is Offer.LOOK_FIRST:
            self._button(row, tr("Giấy đã ra đủ"), lambda: self.settled.emit(job.id, True))
        if offer is not Offer.NOTHING:
            self._button(row, tr("In lại giấy này"), lambda: self.again.emit(job.id))
        self._button(
            row, tr("Hủy lệnh in") if held else tr("Thôi không in"), lambda: self.settled.emit(job.id, False)
        )
        row.addStretch(1)
        return box

    def _button(self, row: QHBoxLayout, text: str, pressed: object) -> None:
        button = link_button(text)
        button.clicked.connect(pressed)
        row.addWidget(button)
        self.offers.append(button)
