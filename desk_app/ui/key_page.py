"""Before the pages: the data are locked with passwords, or their wraps are lost; a password or the code
opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, main_button
from desk_app.ui.settings_section import named
from desk_app.ui.tongue import said, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desk_app.background.lanes import Lanes
    from desk_app.domain.mistakes import DeskError

_WIDTH: Final = 460
Opened = Callable[[bytes], object]


def page_for(
    trouble: DeskError, data: Path, lanes: Lanes, opened: Opened, again: Callable[[], object]
) -> QWidget:
    """The page for a desk that was not opened: where a password or the code helps, one to type
    it
    on.

    `opened` gets the key, `again` is to try once more as before.
    """
    from desk_app.operations.key_files import KeyMissing
    from desk_app.operations.key_opening import KeyLocked
    from desk_app.ui.start_pages import NotePage

    if isinstance(trouble, KeyLocked | KeyMissing):
        return KeyPage(None if isinstance(trouble, KeyLocked) else trouble, data, lanes, opened)
    page = NotePage()
    page.trouble(trouble)
    page.again.connect(again)
    return page


class KeyPage(QWidget):
    """One line for an officer's password or the printed code. `trouble`: why the code alone helps; None:
    both do."""

    def __init__(self, trouble: DeskError | None, data: Path, lanes: Lanes, opened: Opened) -> None:
        super().__init__()
        self.setObjectName("page")
        self._data, self._lanes, self._opened, self._code_only = data, lanes, opened, trouble is not None
        self.title = Words(said(trouble.title) if trouble else tr("Dữ liệu đã khóa"), "title", wrap=True)
        self.advice = Words(
            said(trouble.advice)
            if trouble
            else tr("Gõ mật khẩu của bạn; quên mật khẩu thì quét hoặc gõ mã trên tờ khôi phục trong két."),
            "quiet",
            wrap=True,
        )
        self.line = QLineEdit()
        self.line.setMaximumWidth(sized(_WIDTH))
        self.line.setAcceptDrops(False)
        name = tr("Mã &khôi phục") if trouble else tr("Mật &khẩu hoặc mã khôi phục")
        self.line.setAccessibleName(name.replace("&", ""))
        if trouble is None:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.enter = main_button(tr("&Mở dữ liệu"))
        self.wrong = Words("", "mistake", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN * 2, MARGIN * 2, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        column.addSpacing(GAP)
        column.addWidget(named(name, self.line))
        column.addWidget(self.line)
        column.addWidget(self.wrong)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        tab_in_reading_order(self)
        self.enter.clicked.connect(self.try_it)
        self.line.returnPressed.connect(self.try_it)

    def showEvent(self, event: QShowEvent) -> None:
        """There is one thing to do here."""
        super().showEvent(event)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Tries what was typed, in the reading lane: a password takes a sixth of a second for each
        officer."""
        text, data, code_only = self.line.text(), self._data, self._code_only
        if not text.strip() or not self.enter.isEnabled():
            return
        self.enter.setEnabled(False)
        self.wrong.setText("")

        def job() -> bytes:
            from desk_app.operations.key_wraps import key_by, unwrap_by_code

            return unwrap_by_code(data, text) if code_only else key_by(data, text)

        self._lanes.read(job, self._right, self._not_right)

    def _right(self, key: bytes) -> None:
        self.line.clear()
        self._opened(key)

    def _not_right(self, trouble: DeskError) -> None:
        self.enter.setEnabled(True)
        self.wrong.setText(said(trouble.sentence))
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
