"""Trả kết quả (F4): scan the slip, see who collects and what speaks against it, F9, the next one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.handing_part import HandingPart
from desk_app.ui.keys import Key, Keys
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, link_button, main_button
from desk_app.ui.public_display import PublicDisplay
from desk_app.ui.return_code import ReturnCode
from desk_app.ui.return_rating import ReturnRating
from desk_app.ui.return_search import ReturnSearch
from desk_app.ui.settings_section import scrolled
from desk_app.ui.tongue import mark, said, tr
from sync.acts.decide import beyond_acting
from sync.model.words import dong

if TYPE_CHECKING:
    from desk_app.domain.citizen_card import CitizenCard
    from desk_app.operations.collecting import Collecting
    from desk_app.operations.scanning import Scanned
    from sync.model.dossier import Dossier

_ROOM: Final = 72
_PROOF: Final = mark("Đã thấy tiền về")
_HINT: Final = mark(
    "Quét mã QR, mã vạch hoặc mã tra cứu trên phiếu hẹn. Công dân không mang phiếu: gõ một phần mã hồ sơ,"
    " họ tên hoặc số điện thoại, hoặc quét thẻ căn cước."
)


class ReturnPage(QWidget):
    """`dossier_wanted` carries the id of a dossier whose own page is wanted."""

    dossier_wanted = Signal(bytes)

    def __init__(self, counter: Counter, display: PublicDisplay) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._busy = self._unpaid_is_meant = False
        self._barred = ""
        self.search = ReturnSearch(counter)
        self.part = HandingPart()
        self.said = Words("", "quiet", wrap=True)
        self.button = main_button(tr("F9  Trả kết quả"))
        self.button.setAccessibleName(tr("Trả kết quả, phím F9"))
        self.open = link_button(tr("Xem &hồ sơ"))
        stays = self.open.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.open.setSizePolicy(stays)
        self.stack = QStackedWidget()
        self.rating = ReturnRating(display, self.stack, self)
        self.code = ReturnCode(counter, self.stack, self)
        self._lay_out()
        self._connect()
        tab_in_reading_order(self)
        self._show_nothing()

    def _lay_out(self) -> None:
        self._empty = QWidget()
        hint = QVBoxLayout(self._empty)
        hint.setContentsMargins(0, GAP, 0, 0)
        hint.addWidget(Words(tr(_HINT), "quiet", wrap=True))
        hint.addStretch(1)
        inside = QVBoxLayout()
        inside.addWidget(self.part)
        self._scroll = scrolled(inside)
        inside.setContentsMargins(0, 0, GAP, 0)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self._scroll)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        head.setSpacing(GAP)
        title = QHBoxLayout()
        title.addWidget(Words(tr("Trả kết quả"), "title"))
        title.addStretch(1)
        title.addWidget(self.open)
        head.addLayout(title)
        head.addWidget(self.search)
        middle = QVBoxLayout()
        middle.setContentsMargins(MARGIN, 0, GAP, 0)
        middle.addWidget(self.stack)
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP * 2)
        row.addWidget(self.said, 1)
        row.addWidget(self.rating.invite)
        row.addWidget(self.button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addLayout(middle, 1)
        page.addWidget(foot)

    def _connect(self) -> None:
        self.search.chosen.connect(self.open_dossier)
        self.search.meant.connect(self.open_scanned)
        self.search.none_found.connect(self._say_none)
        self.search.failed.connect(self._failed)
        self.part.changed.connect(self._changed)
        self.button.clicked.connect(self.receive)
        self.code.seen.connect(lambda: self._hand_out("vietqr"))
        self.code.later.connect(self._back_to_dossier)
        self.code.missing.connect(lambda words: self.say(words, "caution"))
        self.rating.ended.connect(self._show_nothing)
        self.open.clicked.connect(self._open_page)
        self._counter.lanes.changed.connect(self._refresh)
        Keys(self, mark("Trả kết quả"), Key("F9", mark("Trả kết quả")), Key("Esc", mark("Cất hồ sơ đang mở")))

    # ---------------------------------------------------------------------------------------------- opening

    def _say_none(self) -> None:
        self.say(tr("Không có hồ sơ nào khớp; kiểm tra lại, hoặc đồng bộ rồi tìm lại."), "caution")

    def open_scanned(self, text: str, *, corrected: bool = False) -> None:
        """The dossier of a scanned slip, number or look-up code."""
        desk = self._counter.desk
        self.search.put_away()

        def look() -> tuple[Scanned, Collecting | None]:
            from desk_app.operations.collecting import collecting_scanned

            return collecting_scanned(desk, text, corrected=corrected)

        def seen(found: tuple[Scanned, Collecting | None]) -> None:
            scanned, dossier = found
            if dossier is None:
                self._show_nothing()
                self.say(scanned.sentence, "caution")
            else:
                self.put(dossier)

        self._counter.lanes.read(look, seen, self._failed, topic="return-open")

    def open_dossier(self, dossier: bytes) -> None:
        """A dossier by its id, with no slip seen."""
        desk = self._counter.desk

        def look() -> Collecting:
            from desk_app.operations.collecting import collecting

            return collecting(desk, dossier)

        self._counter.lanes.read(look, self.put, self._failed, topic="return-open")

    def put(self, found: Collecting) -> None:
        """Shows what is to be handed over, and stands ready for F9."""
        self.rating.end()
        self.search.put_away()
        if found.dossier.purged is not None:
            self._show_nothing()
            self.say(beyond_acting(found.dossier), "caution")
            return
        self._unpaid_is_meant = False
        self.part.put(found)
        self.stack.setCurrentWidget(self._scroll)
        self._scroll.verticalScrollBar().setValue(0)
        self.open.show()
        self.rating.invite.hide()
        self.button.setEnabled(found.ready and not self._barred)
        self.say(self._barred, "caution")
        stopping = [one for one in self.part.warnings() if one.blocking]
        if stopping:
            self.say(stopping[0].sentence, "mistake")
        if not found.ready or self._barred:
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        elif found.owed:
            self._lead(self.part.pay.buttons["cash"])
        else:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_card(self, card: CitizenCard) -> None:
        """A citizen card scanned here: the collector's, or, before a dossier, whose results lie ready."""
        self.rating.end()
        if self.stack.currentWidget() is self._scroll:
            self.part.collector.take_person(card.person())
            stopping = [one for one in self.part.warnings() if one.blocking]
            doubts = " ".join(card.doubts())
            self.say(stopping[0].sentence if stopping else doubts, "mistake" if stopping else "caution")
            if not stopping and self.button.isEnabled():
                self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(card.person().id_number)
        self.search.look()

    def _show_nothing(self) -> None:
        self.stack.setCurrentWidget(self._empty)
        self.part.found = None
        self.open.hide()
        self.rating.invite.hide()
        self.button.setEnabled(False)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self, changes: Changes) -> None:
        """The sync or another page changed something: what is shown stays true, what was typed stays."""
        found, desk = self.part.found, self._counter.desk
        if found is None or self._busy or not changes.dossiers:
            return

        def look() -> Collecting:
            from desk_app.operations.collecting import collecting

            return collecting(desk, found.dossier.id)

        def put(again: Collecting) -> None:
            if self.part.found is found:
                self.part.refresh(replace(found, dossier=again.dossier))
                self.button.setEnabled(again.ready and not self._barred)

        self._counter.lanes.read(look, put, self._failed, topic="return-refresh")

    def _changed(self) -> None:
        self._unpaid_is_meant = False
        if not self._busy:
            self.say("")

    # -------------------------------------------------------------------------------------------- returning

    def receive(self) -> None:
        """F9: what stops it is said; else the money, then the result is given out."""
        if self.code.shown:
            self.code.confirm()
            return
        if self._busy or self.rating.asking:
            return
        if self._barred:
            self.say(self._barred, "caution")
            return
        if self.part.found is None:
            self.say(tr("Quét phiếu hẹn, hoặc tìm hồ sơ cần trả trước."), "caution")
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        stopping = next((one for one in self.part.warnings() if one.blocking), None)
        if stopping is not None:
            self.say(stopping.sentence, "mistake")
            self._lead(self.part.answer_to(stopping.kind))
        elif self._money_is_settled():
            self._hand_out(self.part.pay.way)

    def _lead(self, widget: QWidget | None) -> None:
        """Puts the focus there, and there in sight."""
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget, 0, _ROOM))

    def _money_is_settled(self) -> bool:
        owed, pay = self.part.total_owed, self.part.pay
        if owed == 0:
            return True
        if pay.wrong():
            self.say(pay.wrong(), "mistake")
            self._lead(pay.seen)
            return False
        if pay.way == "vietqr":
            assert self.part.found is not None
            self.code.ask(self.part.found.dossier.number, owed)
            return False
        if not pay.way and not self._unpaid_is_meant:
            words = tr(
                "Còn phải thu {0}: chọn cách trả tiền, hoặc bấm F9 lần nữa để trả mà chưa thu."
            ).format(dong(owed))
            self.say(words, "caution")
            self._lead(pay.buttons["cash"])
            self._unpaid_is_meant = True
            return False
        return True

    def _back_to_dossier(self) -> None:
        self.stack.setCurrentWidget(self._scroll)
        self.part.pay.buttons[""].setChecked(True)
        self._lead(self.part.pay.buttons[""])

    def _hand_out(self, way: str) -> None:
        if self._busy:
            return
        handings, desk, officer = self.part.handings(), self._counter.desk, self._counter.officer
        owed, collector = self.part.total_owed, handings[0][1].collector
        payer = collector.full_name if collector else ""
        proof = tr(_PROOF) if way == "vietqr" else self.part.pay.paid().proof
        self._set_busy(True)

        def write() -> Outcome[tuple[Dossier, ...]]:
            from desk_app.operations.collecting import hand_out
            from desk_app.operations.intake_payment import Paying

            return hand_out(desk, handings, officer, Paying(way if owed else "", payer, proof))

        paid = tr(", đã thu {0}").format(dong(owed)) if way and owed else ""
        self._counter.lanes.write(write, lambda done: self._returned(done, paid), self._refused)

    def _refused(self, trouble: DeskError) -> None:
        self._set_busy(False)
        if self.code.shown:
            self._back_to_dossier()
        self.say(trouble.sentence, "mistake")

    def _returned(self, done: tuple[Dossier, ...], paid: str) -> None:
        self._set_busy(False)
        first = done[0]
        printing = self.part.receipt.isChecked()
        if printing:
            for dossier in done:
                self._counter.paper.print_form("receipt", dossier.id)
        out = first.returned
        whom = out.collector.full_name if out and out.collector else tr("bưu chính")
        numbers = ", ".join(one.number if len(done) == 1 else one.number[-11:] for one in done)
        self._show_nothing()
        words = tr("✓ Đã trả {0} cho {1}{2}").format(numbers, whom, paid)
        self.say(words + (tr(", đang in giấy biên nhận.") if printing else "."), "done")
        if out is not None and out.collector is not None:
            self.rating.offer(first.intake.procedure.field if first.intake else "")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.setEnabled(not busy and not self._barred)
        if busy:
            self.say(tr("Đang ghi việc trả kết quả…"))

    # ------------------------------------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter returns, Esc puts the dossier away."""
        key, front = event.key(), self.stack.currentWidget()
        if key == Qt.Key.Key_Escape and self.code.shown:
            self._back_to_dossier()
        elif key == Qt.Key.Key_Escape and front is self._scroll and not self._busy:
            self._show_nothing()
            self.say("")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and front is not self._empty:
            self.receive()
        else:
            super().keyPressEvent(event)

    def _bar(self, why: str) -> None:
        before, self._barred = self._barred, why
        if why:
            self.button.setEnabled(False)
            self.say(why, "caution")
        elif before:
            self.button.setEnabled(self.part.found is not None and self.part.found.ready)
            self.say("")

    def _open_page(self) -> None:
        if self.part.found is not None:
            self.dossier_wanted.emit(self.part.found.dossier.id)

    def _failed(self, trouble: DeskError) -> None:
        self.say(trouble.sentence, "caution")

    def say(self, words: str, role: str = "quiet") -> None:
        """One calm line at the foot of the page."""
        self.said.set_role(role)
        self.said.setText(said(words))

    def begin(self) -> None:
        """The page came to the front: whether the officer's roles let results be given out is said first."""
        desk = self._counter.desk

        def look() -> str:
            from desk_app.domain.rights import COUNTER
            from desk_app.operations.rights import why_not

            return why_not(desk, COUNTER)

        self._counter.lanes.read(look, self._bar, self._failed, topic="return-rights")
        if self.part.found is None and not self.rating.asking:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
