"""An toàn – Hỗ trợ: what a technician is given, read by the officer before it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from desk_app.domain.rights import PRESENT
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, named
from desk_app.ui.tongue import mark, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError


class SupportSection(Section):
    """The text, and a button that saves just what was read."""

    title: ClassVar[str] = mark("Hỗ trợ")
    needs: ClassVar[frozenset[str]] = frozenset({PRESENT})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Gói hỗ trợ"))
        self.save = plain_button(tr("&Lưu để gửi…"))
        self.save.setEnabled(False)
        self.said = Words("", "quiet", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.save)
        row.addWidget(self.said, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(named(tr("&Gói hỗ trợ"), self.text, "heading"))
        whole.addWidget(
            Words(
                tr("Chỉ có số đếm, phiên bản và loại lỗi. Đọc hết rồi mới lưu và gửi đi."),
                "quiet",
                wrap=True,
            )
        )
        whole.addWidget(self.text, 1)
        whole.addLayout(row)
        tab_in_reading_order(self)
        self.save.clicked.connect(
            lambda: ask_where_to_save(self, tr("Gói hỗ trợ"), "mot-cua-ho-tro.txt", "*.txt", self.keep, "txt")
        )

    def begin(self) -> None:
        """The section came to the front: the text is made anew."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        desk = self._counter.desk

        def make() -> str:
            from desk_app.operations.support import support_text
            from desk_app.paths import log_file

            return support_text(desk, log_file())

        self._counter.lanes.read(make, self._put, self._failed, topic="support")

    def _put(self, text: str) -> None:
        self.text.setPlainText(text)
        self.save.setEnabled(True)

    def keep(self, path: str) -> None:
        """Writes what was read, and nothing else."""
        text = self.text.toPlainText()

        def job() -> None:
            from desk_app.store.store import write_atomically

            write_atomically(Path(path), text.encode("utf-8"))

        self._counter.lanes.paper(job, lambda _: self._say(tr("✓ Đã lưu."), "done"), self._failed)

    def _failed(self, trouble: DeskError) -> None:
        self._say(trouble.sentence, "mistake")

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(words)
