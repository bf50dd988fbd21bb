"""Tiếp nhận (F2): one citizen's dossier, from greeting to slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.citizen_card import CitizenCard
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.scans import ScanRefused, read_scan
from desk_app.operations.outcome import NOTHING, Changes, Outcome
from desk_app.operations.typefaces import typeface_of
from desk_app.ui.counter import Counter
from desk_app.ui.draft_keeper import KEY, DraftKeeper
from desk_app.ui.intake_form import IntakeForm
from desk_app.ui.intake_words import due_said, fee_said, received_said, with_names
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.person_part import PersonPart
from desk_app.ui.slip_preview import SlipPreview, first_page
from sync.model.dossier import Intake, Person
from sync.model.moment import day_of
from sync.model.procedure import Procedure
from sync.model.procedure_index import ProcedureIndex

LOOK_MS: Final = 200
FOLD_WIDTH: Final = 1180
"""Narrower pages do without the slip's picture."""
_PREVIEW = "Phiếu hiện ở đây, đầy dần khi nhập"


class IntakePage(QWidget):
    """The page receives through `desk`'s operations, in the lanes; it never waits."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._index: ProcedureIndex | None = None
        self._busy = self._judging = False
        self._restoring = True
        self.form = IntakeForm()
        self.saved = Words("", "small")
        self.preview = SlipPreview(_PREVIEW)
        self.side_due = Words("", "due", wrap=True)
        self.side_fee = Words("", "quiet", wrap=True)
        self.said = Words("", "done", wrap=True)
        self.button = main_button("F9  Tiếp nhận và in phiếu")
        self.button.setAccessibleName("Tiếp nhận và in phiếu, phím F9")
        self.button.clicked.connect(self._receive_now)
        self.date_is_right = plain_button("Ngày giờ máy đúng, tiếp nhận")
        self.date_is_right.clicked.connect(lambda: self.receive(date_confirmed=True))
        self.date_is_right.hide()
        self._keeper = DraftKeeper(counter, self._draft, self)
        self._keeper.told.connect(self._say_saved)
        self._look_later = QTimer(self)
        self._look_later.setSingleShot(True)
        self._look_later.setInterval(LOOK_MS)
        self._look_later.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        tab_in_reading_order(self)
        self._load()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        head.addWidget(Words("Tiếp nhận hồ sơ", "title"))
        head.addStretch(1)
        head.addWidget(self.saved)
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP * 2)
        row.addWidget(self.said, 1)
        row.addWidget(self.date_is_right)
        row.addWidget(self.button)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.form, 1)
        left.addWidget(foot)
        self.side = QWidget()
        self.side.setObjectName("paper-side")
        right = QVBoxLayout(self.side)
        right.setContentsMargins(0, GAP * 2, MARGIN, GAP * 2)
        right.setSpacing(GAP)
        right.addWidget(self.preview, 1)
        self._side_title = Words("Hạn trả", "small")
        right.addWidget(self._side_title)
        right.addWidget(self.side_due)
        right.addWidget(self.side_fee)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(left, 2)
        page.addWidget(self.side, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.procedure.asked.connect(self._find_procedures)
        for part in (self.form.applicant, self.form.owner, self.form.representative):
            part.asked.connect(lambda text, part=part: self._find_people(part, text))
            part.pasted.connect(lambda text, part=part: self._pasted(part, text))
        self._counter.lanes.changed.connect(self._refresh)

    def _load(self) -> None:
        """The procedures and, where the last one was broken off, the draft."""
        desk = self._counter.desk

        def load() -> tuple[ProcedureIndex, dict[str, Any], Procedure | None]:
            from desk_app.operations.catalogue import procedure_index
            from desk_app.operations.drafts import load_drafts

            draft = dict(load_drafts(desk)).get(KEY, {})
            return procedure_index(desk), draft, desk.catalogue.get(str(draft.get("procedure", "")))

        self._counter.lanes.read(load, self._loaded)

    def _loaded(self, loaded: tuple[ProcedureIndex, dict[str, Any], Procedure | None]) -> None:
        self._index, draft, procedure = loaded
        if draft and self.form.untouched:
            self.form.restore(draft, procedure)
            self.saved.setText("Đã mở lại bản nháp chưa tiếp nhận")
        elif not self.form.untouched:
            self._keeper.later()  # typed while the page was still being filled
        self._restoring = False
        self._look()
        typed = self.form.procedure.search.text()
        if typed:  # before the procedures were there
            self._find_procedures(typed)
        self.begin()

    def _refresh(self, changes: Changes) -> None:
        if changes.catalogue or changes.dossiers:
            desk = self._counter.desk

            def load() -> ProcedureIndex:
                from desk_app.operations.catalogue import procedure_index

                return procedure_index(desk)

            self._counter.lanes.read(load, self._take_index, topic="index")

    def _take_index(self, index: ProcedureIndex) -> None:
        self._index = index

    # ------------------------------------------------------------------------------------------ searching

    def _find_procedures(self, text: str) -> None:
        if self._index is not None and self.form.procedure.procedure is None:
            self.form.procedure.offer(self._index.find(text, 20))

    def _find_people(self, part: PersonPart, text: str) -> None:
        desk = self._counter.desk

        def search() -> list[Person]:
            from desk_app.operations.find import find_people

            return find_people(desk, text)

        def offer(people: list[Person]) -> None:
            if part.search.text() == text:
                part.offer(people)

        self._counter.lanes.read(search, offer, topic=f"people-{part.role}")

    # ------------------------------------------------------------------------------------------- scanning

    def take_card(self, card: CitizenCard) -> None:
        """A scanned citizen card fills the person being asked for, whole: two cards never mix."""
        part = self._asked_part()
        part.put(card.person())
        self.say(" ".join(card.doubts()), "caution")
        self._next_after(part)

    def _pasted(self, part: PersonPart, text: str) -> None:
        try:
            scan = read_scan(text, day_of(self._counter.clock()))
        except ScanRefused as refused:
            part.mistake.say(refused.title, part.search)
            return
        if scan.card is not None:
            part.put(scan.card.person())
            self.say(" ".join(scan.card.doubts()), "caution")
            self._next_after(part)

    def _asked_part(self) -> PersonPart:
        """Where the focus is, else the first person still missing, else the applicant."""
        parts = [self.form.applicant]
        parts += [part for part in (self.form.owner, self.form.representative) if not part.isHidden()]
        for part in parts:
            if part.isAncestorOf(_focus_in(self)):
                return part
        return next((part for part in parts if part.empty), self.form.applicant)

    def _next_after(self, part: PersonPart) -> None:
        if self.form.procedure.procedure is None:
            self.form.procedure.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part is self.form.applicant:
            self.form.owner_differs.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            part.focusNextChild()

    # -------------------------------------------------------------------------------------------- looking

    def _changed(self) -> None:
        if not self._restoring:
            if not self._judging:
                self.say("")
            self._keeper.later()
        self._look_later.start()

    def save_draft(self) -> None:
        """Keeps what stands here, if something waits to be kept."""
        self._keeper.finish()

    def _draft(self) -> dict[str, Any] | None:
        return None if self.form.untouched else self.form.draft()

    def _say_saved(self, words: str, needs_a_look: bool) -> None:
        self.saved.set_role("mistake" if needs_a_look else "small")
        self.saved.setText(words)

    def _look(self) -> None:
        """What F9 would receive now: due time, fee, and the slip."""
        self._look_later.stop()
        if self._judging and not self._busy:
            self._judge(lead=False)
        desk, officer = self._counter.desk, self._counter.officer
        request = self.form.request()
        if not request.procedure:
            self._show_nothing()
            return
        shown = with_names(request)

        def look() -> Any:
            from desk_app.operations.receive import preview

            return preview(desk, shown, officer)

        self._counter.lanes.read(look, self._looked, topic="look")

    def _show_nothing(self) -> None:
        self._counter.lanes.read(lambda: None, lambda _: None, topic="look")
        self.form.due.put(None, "")
        self.form.fee.total.setText("Chọn thủ tục để tính phí")
        self._say_due("")
        self.side_fee.setText("")
        self.preview.put(None)

    def _looked(self, prepared: Any) -> None:
        if self.form.procedure.procedure is None:
            return
        intake: Intake | None = prepared.intake
        if intake is None:
            if self.form.due.asking:
                self.form.due.put(None, "")
                self._say_due("")
            return
        self.form.due.put(intake.due_at, prepared.explanation, tentative=prepared.tentative)
        fee = fee_said(intake)
        self.form.fee.total.setText(fee)
        self._say_due(due_said(intake.due_at, self._counter.clock()))
        self.side_fee.setText(f"Lệ phí: {fee}")
        if not self.side.isHidden():
            self._draw(intake)

    def _say_due(self, words: str) -> None:
        self.side_due.setText(words)
        self._side_title.setVisible(bool(words))

    def _draw(self, intake: Intake) -> None:
        desk, dots = self._counter.desk, self.preview.dots_wanted()

        def draw() -> QImage:
            return first_page(intake, desk.settings.office, dots, typeface_of(desk))

        self._counter.lanes.paper(draw, self.preview.put, lambda trouble: None, topic="draw")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self.width() < FOLD_WIDTH - 96
        if folded == self.side.isVisibleTo(self):
            self.side.setVisible(not folded)
        self._look_later.start()

    # ------------------------------------------------------------------------------------------ receiving

    def _receive_now(self) -> None:
        self.receive()

    def receive(self, *, date_confirmed: bool = False) -> None:
        """F9: durable first, then paper, then the next citizen."""
        if self._busy or self._restoring:
            return
        if self.form.own_mistakes():
            self._judge(lead=True)
            return
        request, officer, desk = self.form.request(), self._counter.officer, self._counter.desk
        self._keeper.hold()
        self._set_busy(True)

        def receive() -> Outcome[Any]:
            from desk_app.operations.drafts import drop_draft
            from desk_app.operations.receive import receive as receive_all

            outcome = receive_all(desk, [request], officer, date_confirmed=date_confirmed)
            try:
                dropped = drop_draft(desk, KEY).changes
            except DeskError:
                dropped = NOTHING  # the dossier is in; a draft left over is only offered once more
            return Outcome(outcome.value[0], outcome.changes | dropped)

        self._counter.lanes.write(receive, self._received, self._refused)

    def _judge(self, *, lead: bool) -> None:
        """Says all that is wrong, and after that keeps what is said true while it is being mended."""
        self._judging = True
        own, request = self.form.own_mistakes(), self.form.request()
        officer, desk = self._counter.officer, self._counter.desk

        def look() -> Any:
            from desk_app.operations.receive import preview

            return preview(desk, request, officer).mistakes

        def tell(others: Sequence[Mistake]) -> None:
            seen = {mistake.field for mistake in own}
            self._say_mistakes([*own, *(one for one in others if one.field not in seen)], lead=lead)

        self._counter.lanes.read(look, tell, topic="judge")

    def _received(self, received: Any) -> None:
        self._set_busy(False)
        self._judging = False
        self._restoring = True
        self.form.clear()
        self._restoring = False
        self.saved.setText("")
        self._show_nothing()
        self.say(received_said(received, self._counter.clock()), "done")
        if received.slip is None:
            self.say(f"{self.said.text()}. {received.slip_problem}", "caution")
        else:
            self._counter.paper.print_slip(received.dossier_id, received.number)
        self.form.begin()

    def _refused(self, trouble: DeskError) -> None:
        self._set_busy(False)
        if trouble.mistakes:
            self._judging = True
            self._say_mistakes(trouble.mistakes, lead=True)
            return
        doubtful = type(trouble).__name__ == "ClockDoubtful"
        self.say(trouble.sentence, "mistake")
        self.date_is_right.setVisible(doubtful)
        if doubtful:
            self.date_is_right.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_mistakes(self, mistakes: Sequence[Mistake], *, lead: bool) -> None:
        placed = self.form.say_mistakes(mistakes, lead=lead)
        words = "Còn một chỗ cần sửa" if len(mistakes) == 1 else f"Còn {len(mistakes)} chỗ cần sửa"
        if not placed:
            self.say(" ".join(one.message for one in mistakes), "mistake")
        elif mistakes:
            self.say(f"{words}, xem dòng có dấu ✕.", "mistake")
        else:
            self._judging = False
            self.say("")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.setEnabled(not busy)
        self.date_is_right.hide()
        if busy:
            self.say("Đang ghi hồ sơ…", "quiet")

    def say(self, words: str, role: str = "quiet") -> None:
        """One calm line at the foot of the page."""
        self.said.set_role(role)
        self.said.setText(words)
        if not words:
            self.date_is_right.hide()

    def begin(self) -> None:
        """The page came to the front."""
        if _focus_in(self) is self:
            self.form.begin()


def _focus_in(page: QWidget) -> QWidget:
    """The widget of the page that has the focus, else the page itself."""
    focus: QWidget | None = page.focusWidget()
    return page if focus is None else focus
