"""Tiếp nhận (F2): one citizen's dossiers, from greeting to slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.citizen_card import CitizenCard
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.draft_keeper import KEY, DraftKeeper
from desk_app.ui.intake_asking import IntakeAsking
from desk_app.ui.intake_form import IntakeForm
from desk_app.ui.intake_keys import IntakeKeys
from desk_app.ui.intake_look import IntakeLook, SlipSide
from desk_app.ui.intake_money import IntakeMoney
from desk_app.ui.intake_panes import IntakePanes
from desk_app.ui.intake_refusing import IntakeRefusing
from desk_app.ui.intake_room import IntakeRoom
from desk_app.ui.intake_waiting import IntakeWaiting
from desk_app.ui.intake_words import several_said
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, link_button, main_button, plain_button
from desk_app.ui.tongue import said, tr
from sync.acts.requests import IntakeRequest
from sync.model.procedure import Procedure
from sync.model.procedure_index import ProcedureIndex

FOLD_WIDTH: Final = 1180
"""Narrower pages do without the slip's picture."""
_Loaded = tuple[ProcedureIndex, dict[str, Any], dict[str, Procedure]]


class IntakePage(QWidget):
    """The page receives through `desk`'s operations, in the lanes; it never waits. `dossier_wanted` carries
    the id of a dossier to be looked at.
    """

    dossier_wanted = Signal(bytes)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._busy = self._judging = False
        self._restoring = True
        self._asked_early: dict[str, bool] | None = None
        self.form = IntakeForm()
        self.panes = IntakePanes(counter, self.form)
        self.saved = Words("", "small")
        self.side = SlipSide()
        self.preview, self.side_due, self.side_fee = self.side.preview, self.side.due, self.side.fee
        self.said = Words("", "done", wrap=True)
        self.button = main_button(tr("F9  Tiếp nhận và in phiếu"))
        self.button.setAccessibleName(tr("Tiếp nhận và in phiếu, phím F9"))
        self.button.clicked.connect(self._receive_now)
        self.at_once = plain_button(tr("Shift+F9  Tiếp nhận, trả ngay"))
        self.at_once.setAccessibleName(tr("Tiếp nhận và trả kết quả ngay, phím Shift+F9"))
        self.at_once.clicked.connect(lambda: self.receive(and_return=True))
        self.at_once.hide()
        self.date_is_right = plain_button(tr("Ngày giờ máy đúng, tiếp nhận"))
        self.date_is_right.clicked.connect(self._confirm_date)
        self.date_is_right.hide()
        self._returning = False
        self.room = IntakeRoom(self, counter)
        self._keeper = DraftKeeper(counter, self._draft, self)
        self._keeper.told.connect(self._say_saved)
        self.look = IntakeLook(counter, self.form, self.side, self)
        self.money = IntakeMoney(counter, self.panes, self.say, self)
        self.waiting = IntakeWaiting(counter, self)
        self.refusing = IntakeRefusing(counter, self)
        self.asking = IntakeAsking(counter, self)
        self.from_table = link_button(tr("Nhập từ bảng (Ctrl+I)"))
        self._lay_out()
        self._connect()
        self.keys = IntakeKeys(self)
        tab_in_reading_order(self)
        self._load()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        head.setSpacing(GAP)
        head.addWidget(Words(tr("Tiếp nhận hồ sơ"), "title"))
        head.addStretch(1)
        for widget in (self.saved, self.waiting.link, self.from_table):
            head.addWidget(widget)
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP * 2)
        row.addWidget(self.said, 1)
        for button in (self.date_is_right, self.at_once, self.button):
            row.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.panes, 1)
        left.addWidget(foot)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(left, 2)
        page.addWidget(self.side, 1)

    def _connect(self) -> None:
        form = self.form
        form.changed.connect(self._changed)
        form.papers.supplement_wanted.connect(self.waiting.put_away)
        form.papers.refusal_wanted.connect(self.refusing.open)
        self._counter.lanes.changed.connect(self._refresh)

    # ------------------------------------------------------------------------------------- beginning, drafts

    def _load(self) -> None:
        """The procedures and, where the last one was broken off, the draft."""
        desk, owner = self._counter.desk, self._counter.owner

        def load() -> _Loaded:
            from desk_app.operations.catalogue import procedure_index
            from desk_app.operations.drafts import load_drafts
            from desk_app.operations.waiting import procedures_of

            draft = dict(load_drafts(desk, owner)).get(KEY, {})
            return procedure_index(desk), draft, procedures_of(desk, draft)

        self._counter.lanes.read(load, self._loaded)
        self.waiting.count()

    def _loaded(self, loaded: _Loaded) -> None:
        self.asking.index, draft, procedures = loaded
        early, self._asked_early = self._asked_early, None
        if draft and self.form.untouched:
            early = None  # F9 was not meant for what comes only now
            self.put_draft(draft, procedures)
            self.saved.setText(tr("Đã mở lại bản nháp chưa tiếp nhận"))
        elif not self.form.untouched:
            self._keeper.later()  # typed while the page was still being filled
        self._restoring = False
        self.look.now()
        typed = self.form.procedure.search.text()
        if typed:  # before the procedures were there
            self.asking.find_procedures(typed)
        self.begin()
        if early is not None:
            self.receive(**early)

    def put_draft(self, draft: dict[str, Any], procedures: dict[str, Procedure]) -> None:
        """What was typed once stands here again."""
        before, self._restoring = self._restoring, True
        self.form.restore(draft, procedures.get)
        self.waiting.key = str(draft.get("waiting", ""))
        self._restoring = before
        self._changed()

    def _refresh(self, changes: Changes) -> None:
        if changes.drafts:
            self.waiting.count()
        if changes.catalogue or changes.dossiers:
            desk = self._counter.desk

            def load() -> ProcedureIndex:
                from desk_app.operations.catalogue import procedure_index

                return procedure_index(desk)

            self._counter.lanes.read(load, self.asking.take_index, topic="index")

    def save_draft(self) -> None:
        """Keeps what stands here, if something waits to be kept."""
        self._keeper.finish()

    def keep_draft(self) -> None:
        """Keeps what stands here soon, if anything does."""
        if not self.form.untouched:
            self._keeper.later()

    def hold_draft(self) -> None:
        """What waits to be kept is put somewhere else instead."""
        self._keeper.hold()

    def draft(self) -> dict[str, Any]:
        """What was typed, and the waiting draft it came from."""
        return {**self.form.draft(), "waiting": self.waiting.key}

    def _draft(self) -> dict[str, Any] | None:
        return None if self.form.untouched else self.draft()

    def _say_saved(self, words: str, needs_a_look: bool) -> None:
        self.saved.set_role("mistake" if needs_a_look else "small")
        self.saved.setText(words)

    def take_card(self, card: CitizenCard) -> None:
        """A scanned citizen card, wherever the focus is."""
        self.asking.take_card(card)

    def take_number(self, text: str) -> bool:
        """A number scanned into the field of the portal's number stays there; whether it was one."""
        field = self.form.channel.number
        if field.hasFocus():
            field.setText(text.strip())
        return field.hasFocus()

    # -------------------------------------------------------------------------------------------- looking

    def _changed(self) -> None:
        if not self._restoring:
            if not self._judging:
                self.say("")
            self._keeper.later()
        self.at_once.setVisible(self.panes.on_form and self.form.several.all_at_once)
        if self._judging and not self._busy:
            self._judge(lead=False)
        self.look.later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold_side()
        self.look.later()

    def fold_side(self) -> None:
        """The slip's picture goes where there is no room, or something else is in front."""
        self.side.setVisible(self.panes.on_form and self.width() >= sized(FOLD_WIDTH - 96))

    # ------------------------------------------------------------------------------------------ receiving

    def _receive_now(self) -> None:
        self.receive()

    def _confirm_date(self) -> None:
        self.receive(date_confirmed=True, and_return=self._returning)

    def receive(self, *, date_confirmed: bool = False, and_return: bool = False) -> None:
        """F9: durable first, then paper, then the next citizen. `and_return`: settled and handed out too."""
        if not self.panes.on_form:
            if hasattr(self.panes.front, "confirm"):
                self.panes.front.confirm()
            return
        if self._restoring:
            self._asked_early = {"date_confirmed": date_confirmed, "and_return": and_return}
            return
        if self._busy or self.room.stopped:
            return
        if and_return and not self.form.several.all_at_once:
            self.say(tr("Thủ tục này không trả ngay được; bấm F9 để tiếp nhận và hẹn trả."), "caution")
            return
        if self.form.own_mistakes():
            self._judge(lead=True)
            return
        requests, officer, desk = self.form.several.requests(), self._counter.officer, self._counter.desk
        waiting, self._returning = self.waiting.key, and_return
        paying = self.money.prepare(self.form.pay.paid(), requests[-1].payer or requests[-1].applicant)
        self._keeper.hold()
        self._set_busy(True)

        def receive() -> Outcome[Any]:
            from desk_app.operations.intake_payment import receive_paid

            return receive_paid(
                desk,
                requests,
                officer,
                paying,
                date_confirmed=date_confirmed,
                and_return=and_return,
                drafts=[key for key in (KEY, waiting) if key],
            )

        self._counter.lanes.write(receive, self._received, self.refuse)

    def _judge(self, *, lead: bool) -> None:
        """Says all that is wrong, and after that keeps what is said true while it is being mended."""
        self._judging = True
        own, requests = self.form.own_mistakes(), self.form.several.requests()
        officer, desk = self._counter.officer, self._counter.desk

        def look() -> list[tuple[Mistake, ...]]:
            from desk_app.operations.receive import preview

            return [preview(desk, request, officer).mistakes for request in requests]

        def tell(found: list[tuple[Mistake, ...]]) -> None:
            place = self._wrong_aside(requests, found)
            if lead and place is not None and not own and not found[-1]:
                self.form.several.open(place)
                found = [*found, found.pop(place)]
            others = found[-1] if self.form.procedure.procedure is not None or own else ()
            seen = {mistake.field for mistake in own}
            self._say_mistakes([*own, *(one for one in others if one.field not in seen)], lead=lead)

        self._counter.lanes.read(look, tell, topic="judge")

    def _wrong_aside(
        self, requests: Sequence[IntakeRequest], found: Sequence[Sequence[Mistake]]
    ) -> int | None:
        """The place of the first dossier set aside that cannot be received as it is."""
        count = len(self.form.matters.matters)
        aside = found[:count] if len(requests) >= count else ()
        return next((at for at, mistakes in enumerate(aside) if mistakes), None)

    def _received(self, received: Sequence[Any]) -> None:
        self._set_busy(False)
        self.start_anew()
        self.say(several_said(received, self._counter.clock()), "done")
        for one in received:
            if one.slip_problem:
                self.say(f"{self.said.text()}. {one.slip_problem}", "caution")
            elif not self._returning:
                self._counter.paper.print_slip(one.dossier_id, one.number)
        if len(received) > 1 and not self._returning:
            self._counter.paper.print_form("submitted-list", received[0].dossier_id)
        self.form.begin()
        self.money.take(received)
        self.room.look()

    def start_anew(self) -> None:
        """An empty page for the next citizen, of which nothing is wrong yet."""
        self._judging = False
        self._restoring = True
        self.form.clear()
        self.waiting.key = ""
        self._restoring = False
        self.saved.setText("")
        self.look.show_nothing()

    def refuse(self, trouble: DeskError) -> None:
        """Says why not: beside the fields, or in one line. What was not received is kept again."""
        self._set_busy(False)
        self.keep_draft()
        if trouble.mistakes:
            self._judge(lead=True)
            return
        doubtful = type(trouble).__name__ == "ClockDoubtful"
        self.say(trouble.sentence, "mistake")
        self.date_is_right.setVisible(doubtful)
        if doubtful:
            self.date_is_right.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_mistakes(self, mistakes: Sequence[Mistake], *, lead: bool) -> None:
        placed = self.form.say_mistakes(mistakes, lead=lead)
        words = (
            tr("Còn một chỗ cần sửa")
            if len(mistakes) == 1
            else tr("Còn {0} chỗ cần sửa").format(len(mistakes))
        )
        if not placed:
            self.say(" ".join(one.message for one in mistakes), "mistake")
        elif mistakes:
            self.say(tr("{0}, xem dòng có dấu ✕.").format(words), "mistake")
        else:
            self._judging = False
            self.say("")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.setEnabled(not busy)
        self.at_once.setEnabled(not busy)
        self.date_is_right.hide()
        if busy:
            self.say(tr("Đang ghi hồ sơ…"), "quiet")

    def say(self, words: str, role: str = "quiet") -> None:
        """One calm line at the foot of the page."""
        self.said.set_role(role)
        self.said.setText(said(words))
        if not words:
            self.date_is_right.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab from beside the form may lead into it."""
        self.form.order_now()
        return super().focusNextPrevChild(forward)

    def begin(self) -> None:
        """The page came to the front."""
        self.room.look()
        at = self.focusWidget()
        # A field that a draft has folded away keeps a focus nobody can type into.
        if at in (None, self.from_table, self.waiting.link) or not at.isVisibleTo(self):
            self.form.begin()
