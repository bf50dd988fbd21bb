"""The parts of a correction that hold many fields: everybody of a dossier, the papers handed in, the matter.

They are the intake page's own parts, filled with what the dossier says; only what was changed is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, astuple, fields
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desk_app.domain.citizen_card import CitizenCard
from desk_app.domain.scans import ScanRefused, read_scan
from desk_app.ui.act_fields import FieldBox
from desk_app.ui.correction_matter import FeeBox, ProcedureBox
from desk_app.ui.counter import Counter
from desk_app.ui.papers_part import PapersPart
from desk_app.ui.people_offers import PeopleOffers
from desk_app.ui.people_part import PeoplePart
from desk_app.ui.person_part import PersonPart
from desk_app.ui.tongue import tr
from sync.acts.doubts import NEEDED
from sync.model.dossier import REPRESENTATIONS, ROLES, Intake, Paper, Person, Shown
from sync.model.moment import day_of
from sync.model.procedure import Procedure


def _said(box: FieldBox) -> Intake:
    assert box.field.about is not None
    return box.field.about


class PeopleBox(FieldBox):
    """Applicant, owner, representative, payer and collector; a tick taken away means nobody of its own."""

    def make(self) -> QWidget:
        self.people = PeoplePart()
        self.column.addWidget(self.people)
        self._places: dict[str, dict[str, str]] = {}
        self._first: QWidget | None = None
        intake = _said(self)
        self._fill(intake)
        self._people, self._acting = self.people.people(), self.people.acting()
        self.people.changed.connect(self.changed)
        self.people.built.connect(self.grown)
        return self.people.applicant.fields["full_name"]

    def _fill(self, intake: Intake) -> None:
        seen = {one.role for one in intake.shown if one.paper == "identity"}
        for part in self.people.parts:
            person: Person | None = getattr(intake, part.role)
            if person is None or (part.role == "owner" and person == intake.applicant):
                continue
            part.put(person, shown=part.role in seen)
            if part is not self.people.applicant:
                self.people.ticks[part.role].setChecked(True)
        self.people.applicant.unfold()  # a name or number of whoever came is what is corrected most
        right = intake.representation
        if right:
            self.people.right.setCurrentIndex(REPRESENTATIONS.index(right) + 1)
            self.people.paper_seen.setChecked(Shown("representative", NEEDED[right][0]) in intake.shown)

    def take_card(self, card: CitizenCard) -> None:
        """A scanned card is the person's whose fields have the focus, else the applicant's."""
        focus = QApplication.focusWidget() or self
        part = next((one for one in self.people.parts if one.isAncestorOf(focus)), self.people.applicant)
        _put(part, card)

    def value(self) -> object:
        return None

    def answers(self) -> dict[str, object]:
        given: dict[str, object] = {}
        for role, person in self.people.people().items():
            before = self._people[role]
            if person is None and before is not None:
                given[f"changes.{role}"] = None
            elif person is not None and (before is None or person != before):
                given[f"changes.{role}"] = _differences(before or Person(""), person)
        acting = self.people.acting()
        if acting["representation"] != self._acting["representation"]:
            given["changes.representation"] = acting["representation"]
        if acting["shown"] != self._acting["shown"]:
            others = [one for one in _said(self).shown if one not in self._acting["shown"]]
            given["changes.shown"] = [asdict(one) for one in (*others, *acting["shown"])]
        return given

    def wrong(self) -> str:
        if self.people.applicant.empty:
            return tr("Cần có người nộp hồ sơ.")
        return next((one.message for one in self.people.own_mistakes()), "")

    def concerns(self, path: str) -> bool:
        return path.partition(".")[0].partition("[")[0] in (*ROLES, "representation", "shown")

    @property
    def place(self) -> QWidget:
        return self._first or self.editor

    def say(self, message: str) -> None:
        self._places = {}
        self.mistake.say("")
        if not message:
            self._show()
        elif self.people.applicant.empty:
            self.say_at("applicant.full_name", message)
        for one in self.people.own_mistakes():
            self.say_at(one.field, one.message)

    def say_at(self, path: str, message: str) -> None:
        role, _, name = path.partition(".")
        if role in ROLES:
            self._places.setdefault(role, {})[name or "full_name"] = message
        else:
            self.mistake.say(message)
        self._show()

    def _show(self) -> None:
        found = self.people.say_mistakes({role: dict(said) for role, said in self._places.items()})
        self._first = next((one for one in found if one is not None), None)


def _differences(before: Person, now: Person) -> dict[str, str]:
    """The fields of a person that changed, as the act's JSON has them."""
    given = {}
    for name in (one.name for one in fields(Person)):
        value = getattr(now, name)
        if value != getattr(before, name):
            given[name] = value.isoformat() if isinstance(value, date) else value or ""
    return given


class PapersBox(FieldBox):
    """The papers handed in, by and by over the procedure's checklist; others are added by name."""

    def make(self) -> QWidget:
        self.papers = PapersPart(offers_supplement=False)
        self.column.addWidget(self.papers)
        self.papers.restore([{**asdict(paper), "here": True, "other": True} for paper in self.intake.papers])
        self._before = _in_order(self.papers.papers())
        self.papers.changed.connect(self.changed)
        self.papers.reordered.connect(self.grown)
        return self.papers.add

    @property
    def intake(self) -> Intake:
        """What is corrected."""
        return _said(self)

    def check_against(self, procedure: Procedure) -> None:
        """The checklist of the dossier's procedure, each of its papers once; what is ticked stays so."""
        listed = {one.name for one in procedure.papers if not one.presented}
        required = {one.name for one in procedure.papers if one.required} & listed
        rows = []
        for row in self.papers.draft():
            rows.append({**row, "other": row["name"] not in listed})
            listed.discard(row["name"])
        self.papers.put(procedure.papers)
        absent = [{"name": name, "here": False, "other": False} for name in required & listed]
        self.papers.restore([*rows, *absent])

    def check_anew(self, procedure: Procedure) -> None:
        """The checklist of another procedure, as at an intake."""
        self.papers.put(procedure.papers)
        self._before = _in_order(self.papers.papers())

    def value(self) -> object:
        now = self.papers.papers()
        return [asdict(one) for one in now] if _in_order(now) != self._before else None


def _in_order(papers: Sequence[Paper]) -> list[Paper]:
    """In one order, whatever the list on the page is laid over."""
    return sorted(papers, key=astuple)


BOXES: Final[dict[str, type[FieldBox]]] = {
    "people": PeopleBox,
    "papers": PapersBox,
    "procedure": ProcedureBox,
    "fee": FeeBox,
}


def connect(boxes: Sequence[FieldBox], counter: Counter) -> None:
    """Has people offered and cards read as at an intake; checklist, cases and fee follow the procedure."""
    chosen = next((box for box in boxes if isinstance(box, ProcedureBox)), None)
    for box in boxes:
        if isinstance(box, PeopleBox):
            PeopleOffers(counter, box.people)
            for part in box.people.parts:
                part.pasted.connect(lambda text, part=part: _pasted(counter, part, text))
        elif isinstance(box, (PapersBox, FeeBox)) and chosen is not None:
            chosen.picked.connect(box.check_anew)
    if chosen is not None:
        _read_procedure(chosen, counter, boxes)


def _read_procedure(chosen: ProcedureBox, counter: Counter, boxes: Sequence[FieldBox]) -> None:
    """What the dossier's procedure asks for, laid over what was received."""
    desk, code = counter.desk, str(chosen.value())

    def check(procedure: Procedure | None) -> None:
        # The form may have gone by now, or another procedure have been chosen in it.
        if procedure is None or not isValid(chosen) or chosen.value() != code:
            return
        for box in boxes:
            if isinstance(box, (ProcedureBox, PapersBox, FeeBox)):
                box.check_against(procedure)

    counter.lanes.read(lambda: desk.catalogue.get(code), check, topic="correction-papers")


def _pasted(counter: Counter, part: PersonPart, text: str) -> None:
    try:
        card = read_scan(text, day_of(counter.clock())).card
    except ScanRefused as refused:
        part.mistake.say(refused.title, part.search)
        return
    if card is not None:
        _put(part, card)


def _put(part: PersonPart, card: CitizenCard) -> None:
    part.put(card.person(), shown=True)
    part.shown.setFocus(Qt.FocusReason.OtherFocusReason)  # the field that had it is folded away
