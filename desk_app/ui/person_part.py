"""One person of a dossier: scanned, picked from those who came before, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.dates import date_typed, date_words
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.parts import GAP, Words, link_button
from desk_app.ui.suggest import Suggestion, SuggestLine
from sync.model.dossier import Person
from sync.model.words import short_date

SEARCH_MS = 150
_FIELDS = {
    "full_name": "Họ và tên",
    "id_number": "Số giấy tờ",
    "date_of_birth": "Ngày sinh",
    "gender": "Giới tính",
    "address": "Địa chỉ",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
}
_GENDERS = ("", "Nam", "Nữ")


def summary_of(person: Person) -> str:
    """``01/02/1999 · Nam · 990099000001 · Thôn 1, Xã Ví Dụ``: what tells this person from a namesake."""
    born = short_date(person.date_of_birth) if person.date_of_birth else ""
    return " · ".join(
        part for part in (born, person.gender, person.id_number, person.phone, person.address) if part
    )


class PersonPart(QWidget):
    """`asked` wants returning people for a typed text; `scanned` carries a pasted card's text.

    `role` names the person for screen readers and mistakes: ``applicant``, ``owner``, ``representative``.
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
        self._kind = "person"
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
        self._edit = link_button("Sửa")
        self._edit.setAccessibleName(f"Sửa {title.lower()}")
        self._edit.clicked.connect(lambda: self.unfold("full_name"))
        self._other = link_button("Chọn người khác")
        self._other.setAccessibleName(f"Chọn {title.lower()} khác")
        self._other.clicked.connect(self._start_again)
        self._card = self._summary_box()
        self._details = QWidget()
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        self._mistakes: dict[str, MistakeLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.search, self._card, self._details, self.mistake):
            column.addWidget(widget)
        self._card.hide()
        self._details.hide()

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
    def fields(self) -> dict[str, QLineEdit | QComboBox]:
        """The fields by name; made when first wanted, since most people are scanned or picked."""
        if not self._fields:
            self._build_details()
            self.built.emit()
        return self._fields

    def _build_details(self) -> None:
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        places = {
            "full_name": (0, 0, 1),
            "id_number": (0, 1, 1),
            "date_of_birth": (3, 0, 1),
            "gender": (3, 1, 1),
            "address": (6, 0, 2),
            "phone": (9, 0, 1),
            "email": (9, 1, 1),
        }
        for name, (row, column, span) in places.items():
            label = Words(_FIELDS[name], "small")
            label.setContentsMargins(0, 4 if row else 0, 0, 0)
            field = self._field(name)
            line = MistakeLine()
            self._fields[name], self._mistakes[name] = field, line
            for at, widget in enumerate((label, field, line)):
                grid.addWidget(widget, row + at, column, 1, span)

    def _field(self, name: str) -> QLineEdit | QComboBox:
        if name == "gender":
            box = ChoiceBox("")
            box.addItems(["Chưa ghi", "Nam", "Nữ"])
            box.currentIndexChanged.connect(self.changed)
            field: QLineEdit | QComboBox = box
        else:
            line = QLineEdit()
            line.textChanged.connect(self.changed)
            if name == "id_number":
                line.textEdited.connect(self._number_typed)
            if name == "date_of_birth":
                line.setPlaceholderText("ngày/tháng/năm, ví dụ 01/02/1999")
                line.editingFinished.connect(lambda: line.setText(date_words(line.text())))
            field = line
        field.setAccessibleName(f"{self._title}: {_FIELDS[name].lower()}")
        return field

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
        self.changed.emit()

    def offer(self, people: Sequence[Person]) -> None:
        """Returning people for what was typed."""
        self.search.suggest([Suggestion(one.full_name, summary_of(one), one) for one in people])

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
        self._line(name).setText(digits if digits.isdigit() else words)
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
        self.search.hide()
        self._card.hide()
        if not self._fields:
            self._build_details()
            self.built.emit()
        self._details.show()
        if focus:
            self.fields[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, person: Person) -> None:
        """Shows a scanned or picked person in one line."""
        self._fill(person)
        self._name.setText(person.full_name)
        self._summary.setText(summary_of(person))
        self.search.clear()
        self.search.hide()
        self._details.hide()
        self._card.show()
        self.say_mistakes({})
        self.changed.emit()

    def _fill(self, person: Person) -> None:
        self._id_kind, self._kind = person.id_kind, person.kind
        born = short_date(person.date_of_birth) if person.date_of_birth else ""
        for name in self.fields:
            if name == "gender":
                self._gender().setCurrentIndex(
                    _GENDERS.index(person.gender) if person.gender in _GENDERS else 0
                )
            else:
                self._line(name).setText(born if name == "date_of_birth" else getattr(person, name))

    def clear(self) -> None:
        """Back to the empty line."""
        if self._fields:
            self._fill(Person(""))
        self.search.clear()
        self._card.hide()
        self._details.hide()
        self.search.show()
        self.say_mistakes({})
        self.changed.emit()

    @property
    def empty(self) -> bool:
        """Whether nobody was given."""
        return self.person() == Person("") and not self.wrong_date

    def person(self) -> Person:
        """The person as given; a birth date that is none is left out and told by `wrong_date`."""
        if not self._fields:
            return Person(self.search.text().strip())
        texts = {name: self._line(name).text().strip() for name in self._fields if name != "gender"}
        if self.search.isVisibleTo(self) and not texts["full_name"]:
            texts["full_name"] = self.search.text().strip()
        return Person(
            full_name=texts["full_name"],
            id_number=texts["id_number"],
            id_kind=self._id_kind,
            kind=self._kind,
            date_of_birth=date_typed(texts["date_of_birth"]),
            gender=_GENDERS[self._gender().currentIndex()],
            address=texts["address"],
            phone=texts["phone"],
            email=texts["email"],
        )

    @property
    def wrong_date(self) -> bool:
        """Whether something that is no date stands in the birth date."""
        typed = self._line("date_of_birth").text().strip() if self._fields else ""
        return bool(typed) and date_typed(typed) is None

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows what is wrong beside each field (``full_name`` -> sentence); the first field concerned."""
        first: QWidget | None = None
        folded = not self._details.isVisibleTo(self)
        if mistakes and folded and self._card.isVisibleTo(self):
            self.unfold()
            folded = False
        for name, line in self._mistakes.items():
            line.say("" if folded else mistakes.get(name, ""), self.fields[name])
            if first is None and name in mistakes:
                first = self.search if folded else self.fields[name]
        self.mistake.say(next(iter(mistakes.values()), "") if folded else "", self.search)
        return first

    def draft(self) -> dict[str, Any]:
        """What was typed, for `restore`."""
        texts = {name: self._line(name).text() for name in self._fields if name != "gender"}
        shown = (
            "card" if self._card.isVisibleTo(self) else "details" if self._details.isVisibleTo(self) else ""
        )
        return {
            **{name: text for name, text in texts.items() if text},
            "gender": _GENDERS[self._gender().currentIndex()] if self._fields else "",
            "search": self.search.text(),
            "id_kind": self._id_kind,
            "kind": self._kind,
            "shown": shown,
        }

    def restore(self, draft: dict[str, Any]) -> None:
        """What `draft` gave."""
        if not draft.get("shown"):
            self.clear()
            self.search.setText(str(draft.get("search", "")))
            return
        texts = {name: str(draft.get(name, "")) for name in self.fields}
        gender = texts["gender"] if texts["gender"] in _GENDERS else ""
        born = texts.pop("date_of_birth")
        person = Person(
            **{**texts, "gender": gender},
            id_kind=str(draft.get("id_kind", "")),
            kind=str(draft.get("kind", "person")),
            date_of_birth=date_typed(born),
        )
        if draft.get("shown") == "card":
            self.put(person)
            return
        self._fill(person)
        self._line("date_of_birth").setText(born)
        self.unfold()

    def _line(self, name: str) -> QLineEdit:
        field = self.fields[name]
        assert isinstance(field, QLineEdit)
        return field

    def _gender(self) -> QComboBox:
        field = self.fields["gender"]
        assert isinstance(field, QComboBox)
        return field
