"""Who and what: procedures and returning people found as they are typed, cards scanned or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desk_app.domain.citizen_card import CitizenCard
from desk_app.domain.scans import ScanRefused, read_scan
from desk_app.ui.counter import Counter
from desk_app.ui.people_offers import PeopleOffers
from desk_app.ui.person_part import PersonPart
from desk_app.ui.unit_line import find_units
from sync.model.moment import day_of
from sync.model.procedure_index import ProcedureIndex

if TYPE_CHECKING:
    from desk_app.ui.intake_page import IntakePage


class IntakeAsking(QObject):
    """`index` is None until the catalogue was read."""

    def __init__(self, counter: Counter, page: IntakePage) -> None:
        super().__init__(page)
        self._counter, self._page = counter, page
        self.index: ProcedureIndex | None = None
        form = page.form
        form.procedure.asked.connect(self.find_procedures)
        unit = form.channel.unit
        unit.asked.connect(lambda text: find_units(counter, unit, text))
        for part in form.people.parts:
            part.pasted.connect(lambda text, part=part: self._pasted(part, text))
        PeopleOffers(counter, form.people)

    def take_index(self, index: ProcedureIndex) -> None:
        """Another order of the procedures, or another catalogue."""
        self.index = index

    def find_procedures(self, text: str) -> None:
        """Offers procedures for what was typed."""
        if self.index is not None and self._page.form.procedure.procedure is None:
            self._page.form.procedure.offer(self.index.find(text, 20))

    # ------------------------------------------------------------------------------------------- scanning

    def take_card(self, card: CitizenCard) -> None:
        """A scanned citizen card fills the person being asked for, whole: two cards never mix."""
        if self._page.waiting.take_card(card):
            return
        if not self._page.panes.on_form:
            self._page.keys.leave_pane()
        part = self._asked_part()
        part.put(card.person(), shown=True)
        self._page.say(" ".join(card.doubts()), "caution")
        self._next_after(part)

    def _pasted(self, part: PersonPart, text: str) -> None:
        try:
            scan = read_scan(text, day_of(self._counter.clock()))
        except ScanRefused as refused:
            part.mistake.say(refused.title, part.search)
            return
        if scan.card is not None:
            part.put(scan.card.person(), shown=True)
            self._page.say(" ".join(scan.card.doubts()), "caution")
            self._next_after(part)

    def _asked_part(self) -> PersonPart:
        """Where the focus is, else the first person still missing, else the applicant."""
        parts = [part for part in self._page.form.people.parts if not part.isHidden()]
        for part in parts:
            if part.isAncestorOf(_focus_in(self._page)):
                return part
        return next((part for part in parts if part.empty), self._page.form.applicant)

    def _next_after(self, part: PersonPart) -> None:
        if self._page.form.procedure.procedure is None:
            self._page.form.procedure.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part is self._page.form.applicant:
            self._page.form.owner_differs.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            part.focusNextChild()


def _focus_in(page: QWidget) -> QWidget:
    """The widget of the page that has the focus, else the page itself."""
    focus: QWidget | None = page.focusWidget()
    return page if focus is None else focus
