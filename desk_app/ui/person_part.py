"""One person of a dossier: scanned, picked from those who came before, or typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.public_words import masked_identity
from desk_app.ui.dates import date_typed
from desk_app.ui.fields import MistakeLine
from desk_app.ui.parts import GAP, Words, link_button
from desk_app.ui.person_fields import PersonFields
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import said, tr
from sync.model.dossier import GENDERS, PERSON_KINDS, Person
from sync.model.words import short_date

SEARCH_MS = 150


def summary_of(person: Person, *, masked: bool = False) -> str:
    """``01/02/1999 · Nam · 990099000001 · Thôn 1, Xã Ví Dụ``: what tells this person from a namesake. In a
    list of several people the identity number is `masked`."""
    number = masked_identity(person.id_number) if masked else person.id_number
    born = short_date(person.date_of_birth) if person.date_of_birth else ""
    return " · ".join(
        part for part in (born, said(person.gender), number, person.phone, person.address) if part
    )


class PersonPart(QWidget):
    """`asked` wants returning people for a typed text (empty: the household); `pasted` carries a card's text.

    `role` names the person for screen readers and mistakes: one of `sync.model.dossier.ROLES`.
    """

    changed = Signal()
    asked = Signal(str)
    pasted = Signal(str)
    built = Signal()

    def __init__(self, role: str, title: str, placeholder: str) -> None:
        super().__init__()
        self.role = role
        self._title = title
        self._id_kind = ""
        self._near = ""
        self.search = SuggestLine(title, placeholder, first_marked=False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEARCH_MS)
        self._later.timeout.connect(lambda: self.asked.emit(self.search.text()))
        self.search.asked.connect(self._typed)
        self.search.chosen.connect(self._chosen)
        self.search.entered.connect(self._entered)
        self.mistake = MistakeLine()
        self._name = Words("", "strong", wrap=True)
        self._summary = Words("", "quiet", wrap=True)
        self._edit = link_button(tr("Sửa"))
        self._edit.setAccessibleName(tr("Sửa {0}").format(title.lower()))
        self._edit.clicked.connect(lambda: self.unfold("full_name"))
        self._other = link_button(tr("Chọn người khác"))
        self._other.setAccessibleName(tr("Chọn {0} khác").format(title.lower()))
        self._other.clicked.connect(self._start_again)
        self.shown = QCheckBox(tr("Đã xem giấy tờ tùy thân, trả lại ngay (không giữ, không chụp)"))
        self.shown.setAccessibleName(tr("{0}: đã xem giấy tờ tùy thân").format(title))
        self.shown.toggled.connect(self.changed)
        self._card = self._summary_box()
        self._details: PersonFields | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self.search, self._card, self.shown, self.mistake):
            self._column.addWidget(widget)
        self._card.hide()
        self.shown.hide()

    # -------------------------------------------------------------------------------------------- building

    def _summary_box(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 8, 0, 4)
        row.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._summary)
        row.addLayout(words, 1)
        row.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        return box

    @property
    def details(self) -> PersonFields:
        """Every field; made when first wanted, since most people are scanned or picked."""
        if self._details is None:
            self._details = PersonFields(self._title)
            self._details.address.near = self._near
            self._details.changed.connect(self.changed)
            self._details.number_typed.connect(self._number_typed)
            self._column.insertWidget(2, self._details)
            self._details.hide()
            self.built.emit()
        return self._details

    def prefer(self, province: str) -> None:
        """Communes of this province are suggested first."""
        self._near = province
        if self._details is not None:
            self._details.address.near = province

    @property
    def fields(self) -> dict[str, QLineEdit | QComboBox]:
        """The fields by name."""
        return self.details.fields

    # ------------------------------------------------------------------------------------------- searching

    def _typed(self, text: str) -> None:
        if text.count("|") >= 2 and text.strip()[:1].isdigit():
            self._later.stop()
            self.pasted.emit(text)
            return
        if len(text.strip()) >= 2:
            self._later.start()
        else:
            self._later.stop()
            self.search.fold()
            if not text:
                self.asked.emit("")
        self.changed.emit()

    def offer(self, people: Sequence[Person], note: str = "") -> None:
        """Returning people for what was typed; `note` says why they are offered unasked."""
        lead = f"{note} · " if note else ""
        self.search.suggest(
            [Suggestion(one.full_name, lead + summary_of(one, masked=True), one) for one in people]
        )

    def _chosen(self, person: object) -> None:
        if isinstance(person, Person):
            self.put(person)
            self.focusNextChild()

    def _entered(self, text: str) -> None:
        """The typed words are a new person: a number goes to its field, anything else is the name."""
        words = text.strip()
        if not words:
            self.focusNextChild()
            return
        digits = words.replace(" ", "").replace(".", "")
        phone = digits.isdigit() and len(digits) in (10, 11) and digits.startswith("0")
        name = "phone" if phone else "id_number" if digits.isdigit() else "full_name"
        self.search.clear()
        self.details.line(name).setText(digits if digits.isdigit() else words)
        self.unfold("full_name" if name != "full_name" else "id_number")
        self.changed.emit()

    def _number_typed(self) -> None:
        self._id_kind = ""  # no longer what the card said; told from the number's shape

    def _start_again(self) -> None:
        self.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # -------------------------------------------------------------------------------------------- contents

    def unfold(self, focus: str = "") -> None:
        """Shows every field."""
        details = self.details
        self.search.hide()
        self._card.hide()
        details.show()
        self.shown.show()
        if focus:
            self.fields[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, person: Person, *, shown: bool = False) -> None:
        """Shows a scanned or picked person in one line; `shown`: their card was just seen."""
        self._fill(person)
        self._say_summary()
        self.search.clear()
        self.search.hide()
        self.details.hide()
        self._card.show()
        self.shown.setChecked(shown)
        self.shown.show()
        self.say_mistakes({})
        self.changed.emit()

    def _say_summary(self) -> None:
        person = self.person()
        now = self.details.address.said
        self._name.setText(person.full_name)
        self._summary.setText(" · ".join(part for part in (summary_of(person), now) if part))

    def _fill(self, person: Person) -> None:
        self._id_kind = person.id_kind
        self.details.put(person)

    def clear(self) -> None:
        """Back to the empty line."""
        if self._details is not None:
            self._fill(Person(""))
            self._details.hide()
        self.search.clear()
        self._card.hide()
        self.shown.hide()
        self.shown.setChecked(False)
        self.search.show()
        self.say_mistakes({})
        self.changed.emit()

    @property
    def empty(self) -> bool:
        """Whether nobody was given."""
        return self.person() == Person("") and not self.wrong_date

    def person(self) -> Person:
        """The person as given; a birth date that is none is left out and told by `wrong_date`."""
        if self._details is None:
            return Person(self.search.text().strip())
        person = self._details.person(self._id_kind)
        if self.search.isVisibleTo(self) and not person.full_name:
            return replace(person, full_name=self.search.text().strip())
        return person

    @property
    def wrong_date(self) -> bool:
        """Whether something that is no date stands in the birth date."""
        return self._details is not None and self._details.wrong_date

    @property
    def _unfolded(self) -> bool:
        return self._details is not None and self._details.isVisibleTo(self)

    def say_mistakes(self, mistakes: Mapping[str, str]) -> QWidget | None:
        """Shows what is wrong beside each field (``full_name`` -> sentence); the first field concerned."""
        first: QWidget | None = None
        if mistakes and not self._unfolded and self._card.isVisibleTo(self):
            self.unfold()
        folded = not self._unfolded
        if self._details is not None:
            for name, line in self._details.lines.items():
                line.say("" if folded else mistakes.get(name, ""), self.fields[name])
                if first is None and name in mistakes:
                    first = self.search if folded else self.fields[name]
        elif mistakes:
            first = self.search
        self.mistake.say(next(iter(mistakes.values()), "") if folded else "", self.search)
        return first

    def say_doubts(self, doubts: Mapping[str, str]) -> None:
        """Shows what is odd: beside each field, or in one line under a picked person."""
        if self._unfolded:
            self.details.say_doubts(doubts)
            self.mistake.doubt(doubts.get(self.role, ""))
            return
        seen = "" if self.search.isVisibleTo(self) else " ".join(doubts.values())
        self.mistake.doubt(seen)

    def draft(self) -> dict[str, Any]:
        """What was typed, for `restore`."""
        texts = self._details.texts() if self._details is not None else {}
        card = self._card.isVisibleTo(self)
        person = self.person()
        return {
            **{name: text for name, text in texts.items() if text},
            "gender": person.gender,
            "search": self.search.text(),
            "id_kind": self._id_kind,
            "kind": person.kind,
            "shown": "card" if card else "details" if self._unfolded else "",
            "papers_seen": self.shown.isChecked(),
        }

    def restore(self, draft: dict[str, Any]) -> None:
        """What `draft` gave."""
        if not draft.get("shown"):
            self.clear()
            self.search.setText(str(draft.get("search", "")))
            return
        names = ("full_name", "id_number", "address", "phone", "email")
        born, gender, kind = (str(draft.get(name, "")) for name in ("date_of_birth", "gender", "kind"))
        person = Person(
            **{name: str(draft.get(name, "")) for name in names},
            gender=gender if gender in GENDERS else "",
            id_kind=str(draft.get("id_kind", "")),
            kind=kind if kind in PERSON_KINDS else "person",
            date_of_birth=date_typed(born),
        )
        seen = bool(draft.get("papers_seen"))
        if draft.get("shown") == "card":
            self.put(person, shown=seen)
            return
        self._fill(person)
        self.details.line("date_of_birth").setText(born)
        self.unfold()
        self.shown.setChecked(seen)
