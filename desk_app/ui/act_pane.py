"""The acts beside a dossier or a selection: choosing one, its form, doing it, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.ui.act_fields import FieldBox, UnitBox
from desk_app.ui.act_form import ActForm, Asked
from desk_app.ui.act_forms import BULK, FORESEEN, WIDE, fields_of, papers_of
from desk_app.ui.act_list import ActList
from desk_app.ui.bulk_outcome import BulkOutcome
from desk_app.ui.counter import Counter
from desk_app.ui.dates import moment_said
from desk_app.ui.intake_words import fee_said
from desk_app.ui.parts import GAP, Words, link_button
from desk_app.ui.tongue import said, tr
from desk_app.ui.unit_line import find_units
from sync.model.dossier import Dossier, Intake
from sync.model.words import dong

if TYPE_CHECKING:
    from desk_app.domain.citizen_card import CitizenCard
    from desk_app.operations.acting import Done
    from desk_app.operations.foreseeing import Foreseen
    from desk_app.operations.outcome import Outcome
    from sync.model.procedure_index import ProcedureIndex

WIDTH, NARROW_WIDTH = 420, 380
_NARROW = 1000
_ELSEWHERE = "return"
_TYPED = ("reason", "proof")


class ActPane(QFrame):
    """`closed` when it goes away; `told` carries one line for the page (words, role); `return_wanted` a
    dossier's id: giving out a result has its own page. `done` when a selection was acted on; `widened` when
    the form in front wants the whole page, or no longer."""

    closed = Signal()
    widened = Signal(bool)
    told = Signal(str, str)
    return_wanted = Signal(object)
    done = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self._counter = counter
        self._dossier: Dossier | None = None
        self._wanted: Mapping[bytes, str] = {}
        self._straight = False
        self._index: ProcedureIndex | None = None
        self.title = Words("", "heading", wrap=True)
        self.close_button = link_button(tr("Đóng (Esc)"))
        self.close_button.clicked.connect(self.back)
        self.said = Words("", "caution", wrap=True)
        self.said.hide()
        self.list = ActList()
        self.list.chosen.connect(self.choose)
        self.list.refused.connect(self._say)
        self.list.list.currentRowChanged.connect(lambda _row: self._say(""))
        self.form = ActForm()
        self.form.back.connect(self.back)
        self.form.wanted.connect(self._do)
        self.form.reckoned.connect(self._foresee)
        self.form.asked.connect(self._find_procedures)
        self.outcome = BulkOutcome()
        self.outcome.close_button.clicked.connect(self.back)
        self.outcome.print.clicked.connect(self._print_list)
        self._stack = QStackedWidget()
        for front in (self.list, self.form, self.outcome):
            self._stack.addWidget(front)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP * 2)
        column.setSpacing(GAP)
        for widget in (self.title, self.said, self._stack, self.close_button):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        self.hide()

    def fit(self, width: int) -> int:
        """Takes its share of a list `width` pixels wide; how much of that is left for the rows."""
        share = NARROW_WIDTH if width < _NARROW else WIDTH
        self.setFixedWidth(share)
        return width - share if self.isVisible() else width

    # -------------------------------------------------------------------------------------------- opening

    def about(self, dossier: Dossier) -> None:
        """The dossier as it now stands; a form that is being filled in stays as it is."""
        if self._dossier is not None and self._dossier.id != dossier.id:
            self._put_away()
        self._dossier, self._wanted = dossier, {}
        if self.isVisible():
            self._fill_list()

    def open_list(self) -> None:
        """All acts, those possible now first."""
        self._straight = False
        self.show()
        self._fill_list()
        self._turn(self.list)
        self.list.begin()

    def open_bulk(self, wanted: Mapping[bytes, str]) -> None:
        """The acts of a whole selection: the dossiers' ids with their numbers."""
        self._dossier, self._wanted = None, dict(wanted)
        self.open_list()

    def open_act(self, name: str) -> None:
        """One act at once, where it may be done now; else the sentence why not."""
        if self._dossier is None:
            return
        one = next(one for one in self._possible() if one.act.name == name)
        if not one.now:
            self.told.emit(one.why_not, "caution")
            return
        self._straight = True
        self.show()
        self.choose(name)

    def _possible(self) -> list[Any]:
        from desk_app.operations.acting import acts_possible, acts_possible_for_all

        if self._dossier is None:
            return list(acts_possible_for_all(self._counter.desk, BULK))
        return list(acts_possible(self._counter.desk, self._dossier))

    def _fill_list(self) -> None:
        count = len(self._wanted)
        self.title.setText(
            tr("Việc cho {0} hồ sơ đã chọn").format(count) if count else tr("Việc với hồ sơ này")
        )
        self.list.put(self._possible())

    def _turn(self, widget: QWidget, *, wide: bool = False) -> None:
        self._say("")
        self._stack.setCurrentWidget(widget)
        self.widened.emit(widget is self.form and wide)
        self.title.setVisible(widget is not self.form)
        self.close_button.setVisible(widget is self.list)

    def choose(self, name: str) -> None:
        """One act's form."""
        from desk_app.operations.acting import ACTS

        act, dossier = ACTS[name], self._dossier
        if name == _ELSEWHERE and dossier is not None:
            self._put_away()
            self.return_wanted.emit(dossier.id)
            return
        title = (
            said(act.title)
            if dossier is not None
            else tr("{0}: {1} hồ sơ").format(said(act.title), len(self._wanted))
        )
        fields = fields_of(name, self._counter.desk, dossier)
        foreseen = name in FORESEEN and dossier is not None
        wide = name in WIDE
        self._turn(self.form, wide=wide)
        self.form.put(Asked(name, title, fields, papers_of(name, act.form, dossier), foreseen, wide))
        if wide:
            from desk_app.ui.correction_boxes import connect

            connect(self.form.boxes, self._counter)
        self.form.begin()

    def back(self) -> None:
        """One step back: from the form to the list, from the list away."""
        if any(box.fold() for box in self.form.boxes):
            return
        if self._stack.currentWidget() is self.form and not self._straight:
            self.open_list()
        else:
            self._put_away()

    def _put_away(self) -> None:
        self._turn(self.list)
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def take_card(self, card: CitizenCard) -> bool:
        """A scanned citizen card, where the form in front asks for people; whether it was taken."""
        if not self.form.isVisible():
            return False
        from desk_app.ui.correction_boxes import PeopleBox

        asking = next((box for box in self.form.boxes if isinstance(box, PeopleBox)), None)
        if asking is not None:
            asking.take_card(card)
            self._say(" ".join(card.doubts()))
        return asking is not None

    def _say(self, words: str) -> None:
        self.said.setText(said(words))
        self.said.setVisible(bool(words))

    # ----------------------------------------------------------------------------------- before it is done

    def _foresee(self) -> None:
        dossier, desk, officer = self._dossier, self._counter.desk, self._counter.officer
        if dossier is None:
            return
        # What is still to be typed does not keep the new due time from being shown.
        name = self.form.name
        given = {key: value or "-" for key, value in self.form.given().items() if value or key in _TYPED}

        def look() -> Foreseen:
            from desk_app.operations.foreseeing import foresee

            return foresee(desk, dossier.id, name, given, officer)

        def tell(found: Foreseen) -> None:
            if self.form.name == name and self._dossier is not None:
                self.form.foresee(_foreseen_words(found, dossier))

        self._counter.lanes.read(look, tell, lambda _trouble: self.form.foresee(""), topic="foresee")

    def _find_procedures(self, box: FieldBox, text: str) -> None:
        if isinstance(box, UnitBox):
            find_units(self._counter, box.line, text, lambda: box in self.form.boxes)
        from desk_app.ui.correction_matter import ProcedureBox

        if not isinstance(box, ProcedureBox):
            return
        if self._index is not None:
            box.offer(self._index.find(text, 20))
            return
        desk = self._counter.desk

        def read() -> ProcedureIndex:
            from desk_app.operations.catalogue import procedure_index

            return procedure_index(desk)

        def offer(index: ProcedureIndex) -> None:
            self._index = index
            if box in self.form.boxes:
                box.offer(index.find(box.line.text(), 20))

        self._counter.lanes.read(read, offer, topic="act-procedures")

    # ------------------------------------------------------------------------------------------- doing it

    def _do(self, date_confirmed: bool) -> None:
        if self.form.own_mistakes():
            self.form.say_mistakes(self.form.own_mistakes())
            return
        self.form.set_busy(True)
        desk, officer, dossier, wanted = (
            self._counter.desk, self._counter.officer, self._dossier, self._wanted,
        )  # fmt: skip
        name, given, papers = self.form.name, self.form.given(), self.form.printed()

        def act() -> Outcome[Dossier]:
            from desk_app.operations.acting import act_on

            assert dossier is not None
            return act_on(desk, dossier.id, name, given, officer, date_confirmed=date_confirmed)

        def act_on_all() -> Outcome[tuple[Done, ...]]:
            from desk_app.operations.acting import bulk_act

            return bulk_act(desk, list(wanted), name, given, officer, date_confirmed=date_confirmed)

        if dossier is not None:
            self._counter.lanes.write(act, lambda now: self._acted(name, now, papers), self._refused)
        else:
            self._counter.lanes.write(act_on_all, lambda all_: self._acted_on_all(name, all_), self._refused)

    def _acted(self, name: str, dossier: Dossier, papers: list[str]) -> None:
        from desk_app.operations.acting import ACTS

        for form in papers:
            self._counter.paper.print_form(form, dossier.id)
        names = self.form.paper_names
        named = tr(" và ").join(names[form] for form in papers if form in names)
        printing = tr(" Đang in {0}.").format(named) if named else ""
        due = ""
        if name in FORESEEN and dossier.due_at is not None and self.form.foreseen.text():
            due = tr(" Hạn trả: {0}.").format(moment_said(dossier.due_at))
        self.form.set_busy(False)
        self._put_away()
        self.told.emit(tr("✓ Đã ghi: {0}.{1}{2}").format(said(ACTS[name].title), due, printing), "done")

    def _acted_on_all(self, name: str, done: tuple[Done, ...]) -> None:
        from desk_app.operations.acting import ACTS

        self.form.set_busy(False)
        self.title.setText(ACTS[name].title)
        self._turn(self.outcome)
        self.outcome.put(done, self._wanted, with_list=name in ("handover", "forward"))
        self.outcome.begin()
        self.done.emit(done)

    def _refused(self, trouble: DeskError) -> None:
        from desk_app.operations.numbers import ClockDoubtful

        self.form.set_busy(False)
        if trouble.mistakes:
            self.form.say_mistakes(trouble.mistakes)
            return
        self.form.tell(trouble.sentence)
        self.form.date_is_right.setVisible(isinstance(trouble, ClockDoubtful))

    def _print_list(self) -> None:
        """The list that goes with what was just handed over."""
        desk, dossiers = self._counter.desk, self.outcome.done

        def make() -> bytes:
            from desk_app.operations.handing_over import hand_over_pdf

            return hand_over_pdf(desk, dossiers)

        self._counter.paper.print_made(make, tr("Phiếu bàn giao"), tr("phiếu bàn giao"))


def _foreseen_words(found: Foreseen, dossier: Dossier) -> str:
    if found.due is None:
        return ""
    fee = _fee_foreseen(found.intake, dossier) if found.intake else ""
    if found.due == dossier.due_at:
        return tr("Hạn trả giữ nguyên: {0}.").format(moment_said(found.due)) + fee
    late = tr(" Phiếu xin lỗi này gửi muộn hơn quy định (trước hạn ít nhất một ngày).") if found.late else ""
    return tr("Hạn trả mới: {0}.{1}").format(moment_said(found.due), late) + fee


def _fee_foreseen(after: Intake, dossier: Dossier) -> str:
    """The fee a correction would make, where it is another one."""
    before = dossier.intake
    if before is None or (after.fees, after.fees_open) == (before.fees, before.fees_open):
        return ""
    paid = tr(" (đã thu {0})").format(dong(dossier.paid)) if dossier.paid else ""
    return " " + tr("Phí mới: {0}{1}.").format(fee_said(after), paid)
