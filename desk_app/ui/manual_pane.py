"""The manual (F1 twice), at the page one is on: chapters on the left, plain words on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desk_app.documents.manual import Block, Chapter
from desk_app.operations.manual import manual_pdf, manual_title, read_chapters
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, plain_button, scroll_area
from desk_app.ui.tongue import OFFICER, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_CHAPTERS: Final = 216
_KEYS: Final = 104
_LINE: Final = 760
"""Longer lines are hard to read."""


class ManualPane(QWidget):
    """Lies where the page was; `left` when that is wanted again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.language = OFFICER.language
        self.chapters = read_chapters(self.language)
        self.list = QListWidget()
        self.list.setObjectName("turns")
        self.list.setAccessibleName(tr("Các chương của hướng dẫn"))
        self.list.setFixedWidth(sized(_CHAPTERS))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self.chapters:
            self.list.addItem(one.title)
        self.area = scroll_area(tr("Nội dung hướng dẫn"), takes_focus=True)
        self.save = plain_button(tr("&Lưu PDF để in…"))
        self.close_button = plain_button(tr("Esc  Trở lại trang"))
        self.said = Words("", "quiet", wrap=True)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.left)
        self.list.currentRowChanged.connect(self._show)
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(GAP * 2)
        middle.addWidget(self.list)
        middle.addWidget(self.area, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.close_button)
        row.addWidget(self.save)
        row.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Hướng dẫn sử dụng"), "title"))
        column.addLayout(middle, 1)
        column.addLayout(row)

    def open_at(self, key: str) -> None:
        """The chapter of a page, or the first."""
        keys = [one.key for one in self.chapters]
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)

    def begin(self) -> None:
        """The arrow keys scroll at once."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, at: int) -> None:
        self.area.setWidget(_body(self.chapters[at]))
        self.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.doItemsLayout()

    def _save(self) -> None:
        ask_where_to_save(
            self, tr("Lưu hướng dẫn"), "huong-dan-mot-cua.pdf", tr("Tệp PDF (*.pdf)"), self.save_to
        )

    def save_to(self, path: str) -> None:
        """Writes the whole manual as a PDF and says so."""
        from pathlib import Path

        try:
            Path(path).write_bytes(manual_pdf(self.language))
        except OSError:
            self.said.set_role("caution")
            self.said.setText(tr("Không ghi được vào chỗ đó. Chọn thư mục khác rồi lưu lại."))
            return
        self.said.set_role("done")
        self.said.setText(tr("✓ Đã lưu “{0}”.").format(manual_title(self.language)))


def _body(chapter: Chapter) -> QWidget:
    body = ScrollBody()
    column = QVBoxLayout(body)
    column.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP * 2)
    column.setSpacing(6)
    column.addWidget(Words(chapter.title, "heading", wrap=True))
    keys: QGridLayout | None = None
    for block in chapter.blocks:
        if block.kind != "key":
            keys = None
        elif keys is None:
            keys = QGridLayout()
            keys.setHorizontalSpacing(GAP)
            keys.setVerticalSpacing(4)
            keys.setColumnMinimumWidth(0, sized(_KEYS))
            keys.setColumnStretch(1, 1)
            column.addLayout(keys)
        if keys is None:
            column.addLayout(_line(block))
        else:
            row = keys.rowCount()
            keys.addWidget(Words(block.mark, "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
            keys.addWidget(Words(block.text, wrap=True), row, 1)
    column.addStretch(1)
    body.setMaximumWidth(sized(_LINE))
    return body


def _line(block: Block) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    if block.kind == "heading":
        row.setContentsMargins(0, GAP, 0, 0)
    if block.mark:
        mark = Words(block.mark)
        mark.setFixedWidth(sized(22))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    roles = {"heading": "heading", "advice": "caution"}
    row.addWidget(Words(block.text, roles.get(block.kind, ""), wrap=True), 1)
    return row
