"""Every field of a person, organisation or agency, each with what is wrong or odd under it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desk_app.ui.address_field import AddressField
from desk_app.ui.dates import date_typed, date_words
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.parts import GAP, Words
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.dossier import PERSON_KINDS, Person
from sync.model.words import short_date

NAMES: Final = {
    "full_name": mark("Họ và tên"),
    "id_number": mark("Số giấy tờ"),
    "date_of_birth": mark("Ngày sinh"),
    "gender": mark("Giới tính"),
    "address": mark("Địa chỉ"),
    "phone": mark("Điện thoại"),
    "email": mark("Thư điện tử"),
    "kind": mark("Là"),
}
_OF_OTHERS: Final = {
    "full_name": mark("Tên tổ chức, cơ quan"),
    "id_number": mark("Mã số thuế hoặc số đăng ký"),
}
_OF_CITIZENS: Final = ("date_of_birth", "gender")
_GENDERS: Final = ("", "Nam", "Nữ")
_KINDS: Final = (mark("Cá nhân"), mark("Tổ chức"), mark("Cơ quan nhà nước"))
_PLACES: Final = {
    "full_name": (0, 0, 1),
    "id_number": (0, 1, 1),
    "date_of_birth": (3, 0, 1),
    "gender": (3, 1, 1),
    "address": (6, 0, 2),
    "phone": (10, 0, 1),
    "email": (10, 1, 1),
    "kind": (13, 0, 1),
}


class PersonFields(QWidget):
    """`changed` after every change; `number_typed` when the number is no longer what a card said."""

    changed = Signal()
    number_typed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.address = AddressField(f"{title}: {told(told(NAMES)['address']).lower()}")
        self.kind = ChoiceBox("")
        self.gender = ChoiceBox("")
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.lines: dict[str, MistakeLine] = {}
        self._labels: dict[str, Words] = {}
        self._now_called = Words("", "small", wrap=True)
        self._now_called.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for name, (row, column, span) in _PLACES.items():
            label = Words(told(told(NAMES)[name]), "small")
            label.setContentsMargins(0, 4 if row else 0, 0, 0)
            field, line = self._field(name), MistakeLine()
            self._labels[name], self.fields[name], self.lines[name] = label, field, line
            for at, widget in enumerate((label, field, line)):
                grid.addWidget(widget, row + at, column, 1, span)
        grid.addWidget(self._now_called, 9, 0, 1, 2)
        self.address.placed.connect(self._say_place)

    def _field(self, name: str) -> QLineEdit | QComboBox:
        field: QLineEdit | QComboBox
        if name in ("gender", "kind"):
            field = self.gender if name == "gender" else self.kind
            field.addItems((tr("Chưa ghi"), *map(said, _GENDERS[1:])) if name == "gender" else told(_KINDS))
            field.currentIndexChanged.connect(self._kind_chosen if name == "kind" else self.changed)
        else:
            line = self.address if name == "address" else QLineEdit()
            line.textChanged.connect(self.changed)
            if name == "id_number":
                line.textEdited.connect(self.number_typed)
            if name == "date_of_birth":
                line.setPlaceholderText(tr("ngày/tháng/năm, ví dụ 01/02/1999"))
                line.editingFinished.connect(lambda: line.setText(date_words(line.text())))
            field = line
        field.setAccessibleName(f"{self._title}: {told(told(NAMES)[name]).lower()}")
        return field

    def _kind_chosen(self) -> None:
        citizen = self.kind.currentIndex() == 0
        for name in _OF_CITIZENS:
            for widget in (self._labels[name], self.fields[name]):
                widget.setVisible(citizen)
            self.lines[name].setVisible(citizen and bool(self.lines[name].text()))
        for name, other in told(_OF_OTHERS).items():
            said = told(told(NAMES)[name]) if citizen else other
            self._labels[name].setText(said)
            self.fields[name].setAccessibleName(f"{self._title}: {said.lower()}")
        self.changed.emit()

    def _say_place(self) -> None:
        said = self.address.said
        self._now_called.setText(tr("{0} · phím ↓ ở ô địa chỉ để ghi tên mới").format(said) if said else "")
        self._now_called.setVisible(bool(said))
        self.changed.emit()

    def line(self, name: str) -> QLineEdit:
        """The text field of a name."""
        field = self.fields[name]
        assert isinstance(field, QLineEdit)
        return field

    def put(self, person: Person) -> None:
        """Shows a person's data."""
        self.kind.setCurrentIndex(PERSON_KINDS.index(person.kind) if person.kind in PERSON_KINDS else 0)
        self.gender.setCurrentIndex(_GENDERS.index(person.gender) if person.gender in _GENDERS else 0)
        born = short_date(person.date_of_birth) if person.date_of_birth else ""
        for name, text in {
            "full_name": person.full_name,
            "id_number": person.id_number,
            "date_of_birth": born,
            "phone": person.phone,
            "email": person.email,
        }.items():
            self.line(name).setText(text)
        self.address.put(person.address)

    def person(self, id_kind: str) -> Person:
        """The person as given; a birth date that is none is left out."""
        texts = self.texts()
        kind = PERSON_KINDS[self.kind.currentIndex()]
        citizen = kind == "person"
        return Person(
            full_name=texts["full_name"].strip(),
            id_number=texts["id_number"].strip(),
            id_kind=id_kind,
            kind=kind,
            date_of_birth=date_typed(texts["date_of_birth"].strip()) if citizen else None,
            gender=_GENDERS[self.gender.currentIndex()] if citizen else "",
            address=texts["address"].strip(),
            phone=texts["phone"].strip(),
            email=texts["email"].strip(),
            commune=self.address.commune,
        )

    def texts(self) -> dict[str, str]:
        """What stands in the text fields, by name."""
        return {name: field.text() for name, field in self.fields.items() if isinstance(field, QLineEdit)}

    @property
    def wrong_date(self) -> bool:
        """Whether something that is no date stands in the birth date."""
        typed = self.line("date_of_birth").text().strip()
        return bool(typed) and self.kind.currentIndex() == 0 and date_typed(typed) is None

    def say_doubts(self, doubts: Mapping[str, str]) -> None:
        """Shows what is odd under each field that has nothing wrong."""
        for name, line in self.lines.items():
            line.doubt(doubts.get(name, ""), self.fields[name])
