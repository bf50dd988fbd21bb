"""Cài đặt – Sao lưu: where the journal's mirror lies, and how it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.operations.mirror_plan import MirrorStanding, standing, standing_words
from desk_app.operations.outcome import Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_for_folder
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError

HOW: Final = mark("Mỗi ghi nhận được chép ngay thêm một lần, mã hóa, sang ổ khác; không ai phải chờ.")


class MirrorBox(QWidget):
    """`read` asks how the mirror stands and shows it."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.place, self.stands = Words("", "", wrap=True), Words("", "quiet", wrap=True)
        self.choose, self.end = plain_button(tr("Chọn &ổ…")), plain_button(tr("Th&ôi chép"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Sổ dự phòng"), "heading"))
        column.addWidget(Words(tr(HOW), "quiet", wrap=True))
        column.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.end, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.stands)
        self.place.hide()
        self.end.setEnabled(False)
        self.choose.clicked.connect(lambda: ask_for_folder(self, tr("Sổ dự phòng"), self.choose_place))
        self.end.clicked.connect(self._end)

    def read(self) -> None:
        """Asks how the mirror stands."""
        desk = self._counter.desk
        self._counter.lanes.read(lambda: standing(desk), self._put, topic="mirror-box")

    def choose_place(self, path: str) -> None:
        """From now on the mirror lies there."""
        desk = self._counter.desk

        def job() -> Outcome[None]:
            from desk_app.operations.mirror import choose_mirror

            return choose_mirror(desk, Path(path).resolve())

        self._write(job)

    def _end(self) -> None:
        desk = self._counter.desk

        def job() -> Outcome[None]:
            from desk_app.operations.mirror import end_mirror

            return end_mirror(desk)

        self._write(job)

    def _write(self, job: Callable[[], Outcome[None]]) -> None:
        self._counter.lanes.write(job, lambda _done: self.read(), self._failed)

    def _put(self, stands: MirrorStanding) -> None:
        self.place.setText(stands.place)
        self.place.setVisible(bool(stands.place))
        self.end.setEnabled(bool(stands.place))
        self.stands.set_role("mistake" if stands.trouble else "quiet")
        self.stands.setText(said(standing_words(stands)))

    def _failed(self, trouble: DeskError) -> None:
        self.stands.set_role("mistake")
        self.stands.setText(trouble.sentence)
