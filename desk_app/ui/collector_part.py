"""Who collects a result: the applicant at first, a card's holder, someone with a paper, or the post."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.parts import GAP, Words
from desk_app.ui.tongue import mark, told, tr
from sync.acts.returning import Handing, same_person
from sync.model.dossier import Intake, Person

_RELATIONS: Final = {
    "self": mark("&Chủ hồ sơ, người nộp"),
    "representative": mark("Người đại &diện"),
    "authorised": mark("Được ủ&y quyền"),
    "post": mark("Gửi &bưu chính"),
}
_LINES: Final = {
    "name": (mark("Họ tên người nhận"), mark("quét thẻ căn cước, hoặc gõ"), 200),
    "number": (mark("Số giấy tờ"), mark("số căn cước của người nhận"), 40),
    "authority": (mark("Giấy ủy quyền đã xem"), mark("số, ngày, nơi chứng thực của giấy ủy quyền"), 500),
    "post_code": (mark("Số hiệu bưu gửi"), mark("số trên biên lai gửi bưu điện"), 60),
    "checked": (mark("Giấy tờ tùy thân đã đối chiếu"), mark("ví dụ: thẻ căn cước 990099000001"), 200),
    "reason": (mark("Lý do trả khi không có phiếu"), mark("ví dụ: công dân báo mất phiếu hẹn"), 500),
}
_OF_LOST: Final = ("checked", "reason")


class CollectorPart(QWidget):
    """`changed` whenever something else stands here."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.relations: dict[str, QRadioButton] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.lost = QCheckBox(tr("&Mất phiếu hẹn"))
        self.lost.setAccessibleName(tr("Công dân mất phiếu hẹn"))
        self._boxes: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._intake: Intake | None = None
        self._person = Person("")
        self._scanned = False
        self._putting = False
        self._lay_out()
        self.relations["self"].setChecked(True)
        self._group.buttonToggled.connect(self._turned)
        self.lost.toggled.connect(self._lost_toggled)
        self._arrange()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for name, words in told(_RELATIONS).items():
            button = QRadioButton(words)
            button.setAccessibleName(tr("Người nhận: {0}").format(words.replace("&", "")))
            self.relations[name] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places = {
            "name": (0, 0, 1),
            "number": (0, 1, 1),
            "authority": (1, 0, 2),
            "post_code": (2, 0, 2),
            "checked": (3, 0, 1),
            "reason": (3, 1, 1),
        }
        for name, place in places.items():
            grid.addWidget(self._line(name), *place[:2], 1, place[2])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addLayout(grid)
        column.addWidget(self.lost)

    def _line(self, name: str) -> QWidget:
        title, hint, longest = told(told(_LINES)[name])
        line = QLineEdit()
        line.setAccessibleName(title)
        line.setPlaceholderText(hint)
        line.setMaxLength(longest)
        line.textChanged.connect(self._typed)
        line.returnPressed.connect(self._next)
        self.lines[name] = line
        label = Words(title, "small")
        label.setBuddy(line)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(line)
        self._boxes[name] = box
        return box

    def _next(self) -> None:
        self.focusNextChild()

    # ------------------------------------------------------------------------------------------- contents

    def put(self, intake: Intake | None) -> None:
        """Another dossier: whoever handed it in is expected, or who was named to collect it."""
        self._putting = True
        self._intake, self._scanned = intake, False
        for line in self.lines.values():
            line.clear()
        self.lost.setChecked(False)
        by_post = intake is not None and intake.return_by == "post"
        self.relations["post" if by_post else "self"].setChecked(True)
        self._expect()
        self._putting = False
        self._arrange()
        self.changed.emit()

    def take_person(self, person: Person) -> None:
        """A scanned card: its holder collects. Who that is to the dossier is told where it is known."""
        self._scanned = True
        self._fill(person)
        intake = self._intake
        if intake is not None:
            deputy = intake.representative
            if deputy is not None and same_person(deputy, person):
                self.relations["representative"].setChecked(True)
            elif self.relation == "post" or any(
                same_person(one, person) for one in (intake.owner, intake.applicant)
            ):
                self.relations["self"].setChecked(True)
        if self.lost.isChecked() and not self.lines["checked"].text() and person.id_number:
            self.lines["checked"].setText(tr("Thẻ căn cước {0}").format(person.id_number))
        self.changed.emit()

    def _fill(self, person: Person) -> None:
        self._person = person
        self.lines["name"].setText(person.full_name)
        self.lines["number"].setText(person.id_number)

    def _expect(self) -> None:
        """Who is expected in this role, unless a card has said who stands there."""
        intake = self._intake
        if self._scanned or intake is None:
            return
        expected = {
            "self": intake.collector or intake.applicant,
            "representative": intake.representative,
        }.get(self.relation)
        self._fill(expected or Person(""))

    @property
    def relation(self) -> str:
        """One of the relations a result is given out by."""
        return next(name for name, button in self.relations.items() if button.isChecked())

    def person(self) -> Person | None:
        """Whoever stands there; None for a letter."""
        if self.relation == "post":
            return None
        name, number = self.lines["name"].text().strip(), self.lines["number"].text().strip()
        if (name, number) == (self._person.full_name, self._person.id_number):
            return self._person
        return Person(name, number)

    def handing(self) -> Handing:
        """How the result is to be given out, as far as it is said here."""
        lost = self.lost.isChecked()
        relation = "lost-slip" if lost and self.relation == "self" else self.relation
        said = {name: self.lines[name].text().strip() for name in self.lines}
        return Handing(
            self.person(),
            relation,
            checked=said["checked"] if lost else "",
            authority=said["authority"] if relation == "authorised" else "",
            slip="lost" if lost else "shown",
            reason=said["reason"] if lost else "",
            post_code=said["post_code"] if relation == "post" else "",
        )

    # --------------------------------------------------------------------------------------------- arranging

    def _turned(self, _button: object, on: bool) -> None:
        if not on or self._putting:
            return
        self._expect()
        self._arrange()
        wanted = {"authorised": "authority", "post": "post_code"}.get(self.relation)
        if wanted == "authority" and not self.lines["name"].text():
            wanted = "name"
        if wanted is not None:
            self.lines[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _lost_toggled(self, on: bool) -> None:
        self._arrange()
        if on and not self._putting:
            known = self._person.id_number if self._scanned else ""
            if known and not self.lines["checked"].text():
                self.lines["checked"].setText(tr("Thẻ căn cước {0}").format(known))
            first = "reason" if self.lines["checked"].text() else "checked"
            self.lines[first].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _typed(self) -> None:
        if not self._putting:
            self.changed.emit()

    def _arrange(self) -> None:
        """Only the lines this way of collecting asks for."""
        relation = self.relation
        for name in ("name", "number"):
            self._boxes[name].setVisible(relation != "post")
        self._boxes["authority"].setVisible(relation == "authorised")
        self._boxes["post_code"].setVisible(relation == "post")
        for name in _OF_LOST:
            self._boxes[name].setVisible(self.lost.isChecked())
        self.lost.setVisible(relation != "post")
