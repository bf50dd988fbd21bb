"""Under the first question of an empty folder: the desk comes from a backup instead of being set up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk_app.background.lanes import Lanes
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.ui.file_dialogs import ask_for_folder
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import named
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk

Restore = Callable[[Path, str], "Desk"]
"""Makes the desk of a folder of backups and a printed code (empty: this machine has the key)."""


class RestoreBox(QWidget):
    """`restored` carries the desk, opened. The code is asked for once it is known to be needed."""

    restored = Signal(object)

    def __init__(self, lanes: Lanes, restore: Restore) -> None:
        super().__init__()
        self._lanes, self._restore = lanes, restore
        self._from = ""
        self.button = plain_button(tr("&Khôi phục quầy từ bản sao lưu…"))
        self.code = QLineEdit()
        self.code.setAccessibleName(tr("Mã khôi phục đã in"))
        self.code.setMaximumWidth(640)
        self.label = named(tr("&Mã khôi phục đã in, nếu máy này chưa từng là quầy đó"), self.code)
        self.said = Words("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP * 2, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.label)
        column.addWidget(self.code)
        column.addWidget(self.said)
        self.label.hide()
        self.code.hide()
        self.button.clicked.connect(self._ask)
        self.code.returnPressed.connect(lambda: self.restore(self._from))

    def _ask(self) -> None:
        ask_for_folder(self, tr("Nơi sao lưu"), self.restore)

    def restore(self, source: str) -> None:
        """Begins; what is there is proved first, so it may take a minute."""
        if not source or not self.button.isEnabled():
            return
        self._from, code, restore = source, self.code.text(), self._restore
        self.button.setEnabled(False)
        self._say(tr("Đang kiểm tra và khôi phục…"), "quiet")
        self._lanes.write(lambda: Outcome(restore(Path(source), code), NOTHING), self._done, self._failed)

    def _done(self, desk: Desk) -> None:
        self.restored.emit(desk)

    def _failed(self, trouble: DeskError) -> None:
        self.button.setEnabled(True)
        self._say(trouble.sentence, "mistake")
        self.label.show()
        self.code.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(words)
