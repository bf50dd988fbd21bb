"""One dossier: where it stands, what is due, its cards, and beside them all that may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.rights import PRINT
from desk_app.ui.act_pane import NARROW_WIDTH, WIDTH, ActPane
from desk_app.ui.away import away_words
from desk_app.ui.counter import Counter
from desk_app.ui.dossier_cards import (
    FLAGS,
    TELLS_MORE,
    calls_card,
    destroyed_card,
    due_words,
    history_card,
    matter_card,
    papers_card,
    people_card,
    where_card,
)
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.keys import Key, Keys
from desk_app.ui.money_card import MoneyCard
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import (
    GAP,
    MARGIN,
    ScrollBody,
    Words,
    link_button,
    main_button,
    plain_button,
    scroll_area,
)
from desk_app.ui.printed_part import PrintedPart
from desk_app.ui.scans_part import ScansPart
from desk_app.ui.steps_card import steps_card
from desk_app.ui.tongue import mark, said, told, tr
from sync.acts.move import annulled_sentence
from sync.model.dossier import Dossier
from sync.model.flag_words import WORK_FLAGS
from sync.model.purge import purge_sentence
from sync.model.whereabouts import whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from desk_app.domain.print_job import PrintJob
    from desk_app.operations.find import DossierView
    from desk_app.operations.outcome import Changes

_NARROW = 1000
_ANY_WIDTH = 16_777_215


class DossierPage(QWidget):
    """Shows a `DossierView`; `left` when the officer goes back to the list, `return_wanted` (a dossier's id)
    when its result is to be given out, which has its own page."""

    left = Signal()
    return_wanted = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._number, self._id, self._gone = "", b"", False
        self.title = Words("", "title")
        self.state = Words("", "strong", wrap=True)
        self.due = Words("", "strong", wrap=True)
        self.synced = Words("", "quiet", wrap=True)
        self.said = Words("", "quiet", wrap=True)
        self.back = link_button(tr("‹ &Danh sách"))
        self.back.setAccessibleName(tr("Trở lại danh sách"))
        self.back.clicked.connect(self.left)
        self.reprint = plain_button(tr("&In lại phiếu"))
        self.reprint.clicked.connect(self._reprint)
        self.save = plain_button(tr("&Lưu PDF…"))
        self.save.setAccessibleName(tr("Lưu phiếu thành tệp PDF"))
        self.save.clicked.connect(self._save)
        self.acts = main_button(tr("Việc… (Ctrl+M)"))
        self.pane = ActPane(counter)
        self.acts.clicked.connect(self._open_acts)
        self.pane.closed.connect(self._pane_closed)
        self.pane.widened.connect(self._fit_pane)
        self.pane.told.connect(self.say)
        self.pane.return_wanted.connect(self._return)
        Keys(
            self,
            mark("Một hồ sơ"),
            Key("Ctrl+M", mark("Việc với hồ sơ này"), self._open_acts),
            Key("Ctrl+Z", mark("Hoàn tác việc vừa làm"), lambda: self.pane.open_act("undo")),
            Key("Esc", mark("Trở lại danh sách"), self._escape, offered=False),
            inside=True,
        )
        self._scroll = scroll_area(tr("Nội dung hồ sơ"), takes_focus=True)
        self.money: MoneyCard | None = None
        self.printed = PrintedPart()
        self.scans = ScansPart(counter)
        counter.lanes.changed.connect(self._changed)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.acts)
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self.state, self.due, self.synced):
            words.addWidget(line)
        stand = QHBoxLayout()
        stand.setSpacing(GAP)
        stand.addLayout(words, 1)
        stand.addWidget(self.reprint, 0, Qt.AlignmentFlag.AlignTop)
        stand.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        page.setSpacing(GAP)
        page.addLayout(head)
        page.addLayout(stand)
        page.addWidget(self.said)
        body = QHBoxLayout()
        body.setSpacing(GAP * 2)
        body.addWidget(self._scroll, 1)
        body.addWidget(self.pane)
        page.addLayout(body, 1)
        self.said.hide()

    def put(self, view: DossierView) -> None:
        """Another dossier, or the same one as it stands now: what is being typed beside it stays."""
        dossier = view.dossier
        same = dossier.id == self._id
        self._number, self._id = dossier.number, dossier.id
        self.title.setText(dossier.number)
        self.state.setText(_state_words(dossier, self._counter.clock()))
        due, role = due_words(dossier, self._counter.clock())
        self.due.set_role(role)
        self.due.setText(due)
        self.due.setVisible(bool(due) and dossier.purged is None)
        self.synced.setText(
            tr("✓ Cấp trên đã nhận") if view.acknowledged else tr("… Chưa gửi lên cấp trên: chờ gửi")
        )
        if not same:
            self.say("")
        self._offer(dossier)
        self.pane.about(dossier)
        self._put_cards(dossier, keep=same)

    def _offer(self, dossier: Dossier) -> None:
        """Of a destroyed dossier nothing is printed and nothing done; the state line says why. Printing is
        greyed too where the officer's roles do not allow it."""
        from desk_app.operations.rights import why_not

        self._gone = dossier.purged is not None
        why = "" if self._gone else why_not(self._counter.desk, PRINT)
        for button in (self.reprint, self.save):
            button.setEnabled(not self._gone and not why)
            button.setAccessibleDescription(said(why))
        if why:
            self.say(why)
        self.acts.setEnabled(not self._gone)

    def _open_acts(self) -> None:
        if not self._gone:
            self.pane.open_list()

    def _put_cards(self, dossier: Dossier, *, keep: bool) -> None:
        at = self._scroll.verticalScrollBar().value() if keep else 0
        focused = QApplication.focusWidget() or self
        inside, kept = self._scroll.isAncestorOf(focused), self.scans.isAncestorOf(focused)
        body = ScrollBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GAP, MARGIN)
        column.setSpacing(GAP * 2)
        for card in self._cards(dossier):
            column.addWidget(card)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(body)
        if old is not None:
            old.deleteLater()
        tab_in_reading_order(self)
        self._scroll.verticalScrollBar().setValue(at)
        if kept:  # the scans' card is the same one, moved into the new page
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        elif inside:
            self.acts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards(self, dossier: Dossier) -> Iterator[QWidget]:
        """From top to bottom."""
        intake = dossier.intake
        if dossier.purged is not None:
            if intake is not None:
                yield destroyed_card(dossier, intake)
            yield history_card(dossier)
            return
        flags = [one for one in dossier.flags if one != "conflict" or not TELLS_MORE & {*dossier.flags}]
        for flag in flags:
            words = told(FLAGS).get(flag) or said(WORK_FLAGS.get(flag, "")) or tr("Cần người xem lại.")
            yield Words(f"! {words}", "caution", wrap=True)
        if intake is not None:
            yield matter_card(dossier, intake)
        yield where_card(dossier, self._counter.clock())
        if dossier.work.runs:
            yield steps_card(dossier)
        self.money = MoneyCard(dossier)
        self.money.pay_wanted.connect(lambda: self.pane.open_act("payment"))
        self.money.print_wanted.connect(lambda: self._counter.paper.print_form("cash", self._id))
        yield self.money
        if intake is not None:
            yield people_card(intake)
            yield papers_card(intake)
        yield self.scans.of(dossier.id)
        yield self._printed_anew()
        yield calls_card(dossier)
        yield history_card(dossier)

    def _printed_anew(self) -> PrintedPart:
        """The card of printed papers, filled as soon as the queue was read."""
        self.printed = PrintedPart()
        self.printed.again.connect(self._counter.paper.again)
        self.printed.settled.connect(self._counter.paper.settle)
        self._read_jobs()
        return self.printed

    def _read_jobs(self) -> None:
        desk, dossier = self._counter.desk, self._id

        def read() -> list[PrintJob]:
            from desk_app.operations.printing import jobs

            return jobs(desk, dossier=dossier)

        self._counter.lanes.read(read, self._put_jobs, topic="dossier-jobs")

    def _put_jobs(self, jobs: list[PrintJob]) -> None:
        if all(job.dossier == self._id for job in jobs):
            self.printed.put(jobs)
            tab_in_reading_order(self)

    def _changed(self, changes: Changes) -> None:
        if changes.printing and self._id:
            self._read_jobs()

    def say(self, words: str, role: str = "quiet") -> None:
        """One line under the heading."""
        self.said.set_role(role)
        self.said.setText(said(words))
        self.said.setVisible(bool(words))

    @property
    def dossier_id(self) -> bytes:
        """The id of the dossier shown, empty while there is none."""
        return self._id

    def _reprint(self) -> None:
        self.say(tr("Đã chuyển phiếu vào hàng đợi in; in thế nào xem ở mục Giấy đã in."))
        self._counter.paper.print_slip(self._id, self._number)

    def _save(self) -> None:
        ask_where_to_save(
            self,
            tr("Lưu phiếu thành tệp PDF"),
            f"{self._number}.pdf",
            tr("Tệp PDF (*.pdf)"),
            lambda path: self._counter.paper.save_slip(self._id, path, self.say),
        )

    def _escape(self) -> None:
        """One step back: out of the pane first."""
        if self.pane.isVisible():
            self.pane.back()
        else:
            self.left.emit()

    def _return(self, dossier: bytes) -> None:
        self.say(tr("Trả kết quả ở trang Trả kết quả (F4)."))
        self.return_wanted.emit(dossier)

    def _pane_closed(self) -> None:
        self.acts.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pane(self._scroll.isHidden())

    def _fit_pane(self, wide: bool) -> None:
        """A correction shows all that the cards do, in their place."""
        beside = NARROW_WIDTH if self.width() < _NARROW else WIDTH
        self._scroll.setVisible(not wide)
        self.pane.setMinimumWidth(beside)
        self.pane.setMaximumWidth(_ANY_WIDTH if wide else beside)

    def begin(self) -> None:
        """The page came to the front."""
        first = self.reprint if self.reprint.isEnabled() else self.acts
        (first if first.isEnabled() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)


def _state_words(dossier: Dossier, now: datetime) -> str:
    if dossier.purged is not None:
        return f"✕ {said(purge_sentence(dossier.purged.at, dossier.purged.reason))}."
    if dossier.annulled is not None:
        return tr("✕ {0} · {1} Lý do: {2}").format(
            said(dossier.label), said(annulled_sentence(dossier)), dossier.annulled.reason
        )
    owner = dossier.intake.owner.full_name if dossier.intake else ""
    away = away_words(whereabouts(dossier), now)
    return " · ".join(part for part in (said(dossier.label), away, owner) if part)
