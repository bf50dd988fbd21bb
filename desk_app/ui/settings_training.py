"""Cài đặt – Tập dùng: opens the desk to practise at in a window of its own, or begins it anew."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk_app.domain.rights import PRESENT
from desk_app.ui.counter import Counter
from desk_app.ui.parts import GAP, Words, main_button, plain_button
from desk_app.ui.settings_section import Section
from desk_app.ui.tongue import mark, tr

HOW: Final = mark(
    "Tập ở một quầy riêng với hồ sơ bịa: dữ liệu, khóa và mã số không dính gì đến quầy thật, không bao giờ"
    " đồng bộ, mọi giấy in ra có chữ MẪU. Cửa sổ tập có dòng “ĐANG TẬP” ở trên cùng."
)
IN_TRAINING: Final = mark(
    "Đây là cửa sổ tập. Làm lại từ đầu: đóng cửa sổ này rồi chọn trong Cài đặt của quầy thật."
)


class TrainingSection(Section):
    """Two buttons; the window to practise at is a process of its own."""

    title: ClassVar[str] = mark("Tập dùng")
    needs: ClassVar[frozenset[str]] = frozenset({PRESENT})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        training = counter.desk.settings.training
        self.open = main_button(tr("&Mở cửa sổ tập"))
        self.anew = plain_button(tr("&Xóa dữ liệu tập, làm lại"))
        self.said = Words("", "quiet", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.open)
        row.addWidget(self.anew)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP * 2)
        column.addWidget(Words(tr(IN_TRAINING) if training else tr(HOW), "", wrap=True))
        column.addLayout(row)
        column.addWidget(self.said)
        column.addStretch(1)
        self.open.setHidden(training)
        self.anew.setHidden(training)
        self.open.clicked.connect(lambda: self._start(reset=False))
        self.anew.clicked.connect(lambda: self._start(reset=True))

    def begin(self) -> None:
        """The section came to the front."""
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, *, reset: bool) -> None:
        program, words = training_command(self._counter.desk.paths.data, reset=reset)
        started, _process = QProcess.startDetached(program, words)
        self.said.set_role("quiet" if started else "mistake")
        self.said.setText(
            tr("Cửa sổ tập đang mở; nếu nó đã mở sẵn thì chuyển sang cửa sổ đó.")
            if started
            else tr("Chưa mở được cửa sổ tập. Chạy “motcua desk --training” trong cửa sổ lệnh.")
        )


def training_command(data: Path, *, reset: bool) -> tuple[str, Sequence[str]]:
    """The program and its words that open the desk to practise at; once built it needs no interpreter."""
    words = ["desk", "--data", str(data), "--training", *(["--reset"] if reset else [])]
    return sys.executable, words if getattr(sys, "frozen", False) else ["-m", "desk_app", *words]
