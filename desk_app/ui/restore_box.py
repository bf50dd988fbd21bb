"""Under the first question of an empty folder: the desk comes from a backup or a mirror instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from desk_app.background.lanes import Lanes
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.ui.file_dialogs import ask_for_folder
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import named
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.backup_copies import Copy
    from desk_app.operations.desk import Desk
    from desk_app.operations.recovering import Found, Recovered, Say

Restore = Callable[["Found", "Copy | None", str, "Say"], "Recovered"]
"""Makes the desk of what was found, of the copy that was chosen (None: of the mirror alone) and a printed
code (empty: this machine has the key)."""
_WITH_MIRROR: Final = mark("Có sổ dự phòng: những gì ghi sau bản sao lưu được bù từ đó.")
_MIRROR_ONLY: Final = mark("Không có bản sao lưu; quầy được dựng lại từ sổ dự phòng.")
_CHOOSE: Final = mark("Chọn bản sẽ dùng; bản mới nhất ở trên cùng.")
_ROWS: Final = 104
"""Three lines."""


class RestoreBox(QWidget):
    """`restored` carries the desk, opened, once the officer has read what came of it; `working` says that the
    other questions are to wait, for good once the desk stands.

    First a place is looked at; then its copies stand here with their dates, and the code is asked for where
    this machine lacks the key.
    """

    restored = Signal(object)
    working = Signal(bool)
    _said = Signal(str)

    def __init__(self, lanes: Lanes, restore: Restore) -> None:
        super().__init__()
        self._lanes, self._restore = lanes, restore
        self._found: Found | None = None
        self._made: Recovered | None = None
        self.button = plain_button(tr("Máy này bị mất dữ liệu: &khôi phục…"))
        self.copies = QListWidget()
        self.copies.setObjectName("choices")
        self.copies.setAccessibleName(tr("Các bản sao lưu"))
        self.copies.setMaximumWidth(sized(640))
        self.copies.setFixedHeight(sized(_ROWS))
        self.code = QLineEdit()
        self.code.setAccessibleName(tr("Mã khôi phục đã in"))
        self.code.setMaximumWidth(640)
        self.label = named(tr("&Mã khôi phục đã in, vì máy này chưa có khóa của quầy"), self.code)
        self.said = Words("", "quiet", wrap=True)
        self.go, self.open = plain_button(tr("Khôi &phục bản này")), plain_button(tr("&Mở quầy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP * 2, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.copies, self.label, self.code, self.said):
            column.addWidget(widget)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_only(self.button)
        self.button.clicked.connect(self._ask)
        self.go.clicked.connect(self.restore)
        self.copies.itemActivated.connect(lambda _item: self.restore())
        self.code.returnPressed.connect(self.restore)
        self.open.clicked.connect(self._open)
        self._said.connect(lambda words: self._say(said(words), "quiet"), Qt.ConnectionType.QueuedConnection)

    def _ask(self) -> None:
        ask_for_folder(self, tr("Nơi sao lưu"), self.look)

    def look(self, source: str) -> None:
        """Shows what lies at a place."""
        if not source or not self.button.isEnabled():
            return

        def job() -> Found:
            from desk_app.operations.recovering import look_at

            return look_at(Path(source))

        self._show_only(self.button)
        self._say(tr("Đang xem nơi sao lưu…"), "quiet")
        self._lanes.read(job, self._offer, self._failed, topic="restore")

    def _offer(self, found: Found) -> None:
        self._found = found
        self.copies.clear()
        for copy in found.copies:
            held = copy.manifest
            line = tr("{0} · {1} hồ sơ · {2} bản chụp")
            self.copies.addItem(line.format(f"{copy.made_at:%H:%M %d/%m/%Y}", held.dossiers, held.scans))
        self.copies.setCurrentRow(0)
        asked = () if found.key_here else (self.label, self.code)
        self._show_only(self.button, *((self.copies,) if found.copies else ()), *asked, self.go)
        words = [tr(_CHOOSE)] if found.copies else []
        if found.mirror is not None:
            words.append(tr(_WITH_MIRROR if found.copies else _MIRROR_ONLY))
        self._say(" ".join(words), "quiet")
        (
            self.copies if found.key_here and found.copies else self.go if found.key_here else self.code
        ).setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """Begins; what is there is proved first, so it may take a minute."""
        found, restore, code = self._found, self._restore, self.code.text()
        if found is None or not self.go.isEnabled():
            return
        at = self.copies.currentRow()
        copy = found.copies[at] if 0 <= at < len(found.copies) else None
        self._set_busy(True)
        self._say(tr("Đang kiểm tra và khôi phục…"), "quiet")
        say = self._said.emit
        self._lanes.write(lambda: Outcome(restore(found, copy, code, say), NOTHING), self._done, self._failed)

    def _done(self, made: Recovered) -> None:
        self._made = made
        self._show_only(self.open)
        self._say("\n".join(said(line) for line in made.lines), "")
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self._made is not None:
            made, self._made = self._made, None
            self.restored.emit(made.desk)

    def unopened_desk(self) -> Desk | None:
        """The desk that was made and not opened by the officer yet: whoever closes the window closes it."""
        made, self._made = self._made, None
        return made.desk if made is not None else None

    def _failed(self, trouble: DeskError) -> None:
        self._set_busy(False)
        self._say(trouble.sentence, "mistake")
        if not self.code.isHidden():
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.button, self.copies, self.code, self.go):
            widget.setEnabled(not busy)
        self.working.emit(busy)

    def _show_only(self, *shown: QWidget) -> None:
        for widget in (self.button, self.copies, self.label, self.code, self.go, self.open):
            widget.setVisible(widget in shown)

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(words)
