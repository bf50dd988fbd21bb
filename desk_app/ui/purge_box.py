"""Destroying what is past its term: reason, decision, a confirmation typed beside the button, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from desk_app.ui.counter import Counter
from desk_app.ui.fields import MistakeLine
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import labelled
from desk_app.ui.tongue import mark, said, tr
from sync.model.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.retention import Purging

WORD: Final = mark("HỦY")
"""Typed with the count; accepted without marks and in small letters too."""


class PurgeBox(QFrame):
    """`purged` after records were destroyed. Shown to those who may purge only."""

    purged = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self._counter = counter
        self._count = 0
        self._codes: tuple[str, ...] = ()
        self._busy = False
        self.done: Purging | None = None
        self.decision, self.reason, self.typed = QLineEdit(), QLineEdit(), QLineEdit()
        self.decision.setAccessibleName(tr("Số, ngày quyết định hủy"))
        self.decision.setPlaceholderText(tr("15/QĐ-UBND"))
        self.reason.setAccessibleName(tr("Lý do hủy"))
        self.typed.setAccessibleName(tr("Xác nhận hủy"))
        self.wrong = MistakeLine()
        self.button = plain_button(tr("Hủ&y, không lấy lại được"))
        self.date_is_right = plain_button(tr("Ngày giờ máy đúng, hủy"))
        self.date_is_right.hide()
        self.said = Words("", "quiet", wrap=True)
        self.said.hide()
        self.print = plain_button(tr("In &biên bản"))
        self.save = plain_button(tr("&Lưu biên bản…"))
        self._lay_out()
        self.typed.textChanged.connect(lambda _text: self._offer())
        self.typed.returnPressed.connect(lambda: self._purge(confirmed=False))
        self.button.clicked.connect(lambda: self._purge(confirmed=False))
        self.date_is_right.clicked.connect(lambda: self._purge(confirmed=True))
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.put(0, ())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Hủy hồ sơ trong danh sách"), "heading"))
        why = QHBoxLayout()
        why.setSpacing(GAP)
        why.addLayout(labelled(tr("&Quyết định hủy số, ngày"), self.decision), 1)
        why.addLayout(labelled(tr("Lý &do"), self.reason), 1)
        column.addLayout(why)
        self.ask = Words("", "quiet", wrap=True)
        self.ask.setBuddy(self.typed)
        column.addWidget(self.ask)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.typed, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.wrong)
        column.addWidget(self.date_is_right, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)
        papers = QHBoxLayout()
        papers.setSpacing(GAP)
        papers.addWidget(self.print)
        papers.addWidget(self.save)
        papers.addStretch(1)
        column.addLayout(papers)

    def put(self, count: int, codes: tuple[str, ...]) -> None:
        """How many records stand in the list, and of which rules (none: all of them)."""
        if (count, codes) != (self._count, self._codes):
            self.typed.clear()  # what was confirmed is no longer what stands there
        self._count, self._codes = count, codes
        self.ask.setText(
            tr("Gõ “{0}” để xác nhận hủy {1} mục ở máy này, các máy khác và trung tâm:").format(
                self._phrase, count
            )
            if count
            else tr("Không có mục nào hết thời hạn để hủy.")
        )
        for field in (self.decision, self.reason, self.typed):
            field.setEnabled(bool(count))
        self._offer()

    @property
    def _phrase(self) -> str:
        return f"{tr(WORD)} {self._count}"

    def _offer(self) -> None:
        meant = " ".join(fold(self.typed.text()).split()) == fold(self._phrase)
        self.button.setEnabled(bool(self._count) and meant and not self._busy)
        if not meant:
            self.date_is_right.hide()
        for paper in (self.print, self.save):
            paper.setVisible(self.done is not None)

    # ---------------------------------------------------------------------------------------- destroying

    def _purge(self, *, confirmed: bool) -> None:
        if not self.button.isEnabled():
            return
        decision, reason = (" ".join(one.text().split()) for one in (self.decision, self.reason))
        missing = self.decision if not decision else self.reason if not reason else None
        if missing is not None:
            words = tr("Ghi số và ngày của quyết định hủy.") if not decision else tr("Ghi lý do hủy.")
            self.wrong.say(words, missing)
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for field in (self.decision, self.reason):
            self.wrong.say("", field)
        desk, officer, codes, count = self._counter.desk, self._counter.officer, self._codes, self._count
        self._busy = True
        self._offer()

        def job() -> Outcome[Purging]:
            from desk_app.operations.retention import ground_of, purge_due

            ground = ground_of(decision, reason)
            return purge_due(desk, officer, ground, codes=codes, expected=count, date_confirmed=confirmed)

        self._counter.lanes.write(job, self._purged, self._failed)

    def _purged(self, done: Purging) -> None:
        self._busy, self.done = False, done
        for field in (self.decision, self.reason, self.typed):
            field.clear()
        self._offer()
        count, desk = len(done.due) + len(done.refusals), self._counter.desk
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

        def job() -> tuple[Path, str]:
            from desk_app.operations.retention import copies_words, keep_report

            return keep_report(desk, done), copies_words(done.copies)

        def kept(found: tuple[Path, str]) -> None:
            words = tr("✓ Đã hủy {0} mục. Biên bản đã lưu: {1}. {2}")
            self._say(words.format(count, found[0].name, said(found[1])), "done")

        self._say(tr("✓ Đã hủy {0} mục, đang lập biên bản…").format(count), "done")
        self._counter.lanes.paper(job, kept, lambda trouble: self._say(trouble.sentence, "mistake"))
        self.purged.emit()

    def _failed(self, trouble: DeskError) -> None:
        from desk_app.operations.numbers import ClockDoubtful

        self._busy = False
        self._offer()
        self.date_is_right.setVisible(isinstance(trouble, ClockDoubtful))
        self.wrong.say(trouble.sentence)
        self.purged.emit()  # some may be gone, or others have come: the list is read again

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(said(words))
        self.said.setVisible(bool(words))

    # ---------------------------------------------------------------------------------------- the report

    def _maker(self) -> Any:
        desk, done = self._counter.desk, self.done

        def make() -> bytes:
            from desk_app.operations.retention import report_of

            assert done is not None
            return report_of(desk, done)

        return make

    def _print(self) -> None:
        self._counter.paper.print_made(self._maker(), tr("Biên bản hủy hồ sơ"), tr("biên bản hủy"))

    def _save(self) -> None:
        assert self.done is not None
        name = f"bien-ban-huy-{self.done.at:%Y%m%d-%H%M}.pdf"
        ask_where_to_save(self, tr("Lưu biên bản hủy"), name, tr("Tệp PDF (*.pdf)"), self.keep)

    def keep(self, path: str) -> None:
        """Writes the report of the last purge as a PDF file."""
        self._counter.paper.save_made(
            self._maker(), path, lambda words: self._say(words, "quiet"), tr("biên bản hủy")
        )
