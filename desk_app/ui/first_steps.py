"""The questions of the first start, one page each: what is asked, what is wrong with it, in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.territory import Commune
from desk_app.operations.first_start import (
    ALONE,
    ENROL,
    MAX_OFFICERS,
    Answers,
    clean_code,
    code_mistake,
    fact_mistake,
    name_mistake,
    officer_mistakes,
)
from desk_app.operations.shared_facts import FACTS
from desk_app.operations.territory import territory
from desk_app.ui.fields import MistakeLine
from desk_app.ui.parts import GAP, plain_button
from desk_app.ui.settings_section import named
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import mark, said, tr
from sync.model.number import MAIN_DESKS

_AGENCY = re.compile(r"\A(?:ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|ubnd)\s*", re.IGNORECASE)
_ROWS, _FEWEST = 7, 2
_PLACE = re.compile(r"(?:xã|phường|đặc khu|thị trấn)\s+(\S.*)\Z", re.IGNORECASE)


def _agency(area: str) -> str:
    """``Tỉnh Thử`` -> ``Ủy ban nhân dân tỉnh Thử``."""
    return tr("Ủy ban nhân dân {0}{1}").format(area[:1].lower(), area[1:])


def unit_name(commune: Commune) -> str:
    """The agency of a commune as papers name it."""
    return _agency(commune.name)


class Step(QWidget):
    """One question. `edited` when something was typed or chosen; `ready` when that alone answers it."""

    edited = Signal()
    ready = Signal()
    name: ClassVar[str]
    title: ClassVar[str]
    hint: ClassVar[str]

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self.lines: list[QLineEdit] = []
        self.wrongs: list[MistakeLine] = []

    def ask(
        self, label: str, accessible: str, placeholder: str = "", line: QLineEdit | None = None
    ) -> QLineEdit:
        """A line to type in under its words, with room for a mistake below."""
        line, wrong = line or QLineEdit(), MistakeLine()
        line.setAccessibleName(accessible)
        line.setPlaceholderText(placeholder)
        line.setMaximumWidth(640)
        line.textEdited.connect(self.edited)
        at = len(self.lines) * 3
        for offset, widget in enumerate((named(label, line), line, wrong)):
            self.column.insertWidget(at + offset, widget)
        self.lines.append(line)
        self.wrongs.append(wrong)
        return line

    def put(self, answers: Answers) -> None:
        """Shows what was answered before."""

    def taken(self, answers: Answers) -> Answers:
        """The answers with this page's own."""
        return answers

    def mistakes(self) -> Sequence[str]:
        """What is wrong with each line, empty where nothing is."""
        return ()

    def fits(self) -> bool:
        """Says what is wrong beside each line, with the focus on the first; whether nothing is."""
        said = self.mistakes()
        for line, wrong, message in zip(self.lines, self.wrongs, said, strict=False):
            wrong.say(message, line)
        first = next((line for line, message in zip(self.lines, said, strict=False) if message), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is None

    def begin(self) -> None:
        """The page came to the front."""
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.lines[0].end(False)

    def next_line(self) -> bool:
        """Enter in a line leads to the next one; whether there was one."""
        focused = QApplication.focusWidget()
        at = self.lines.index(focused) if isinstance(focused, QLineEdit) and focused in self.lines else -1
        if not 0 <= at < len(self.lines) - 1:
            return False
        self.lines[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class ChoiceStep(Step):
    """A question with a few answers, a button each; arrows walk, Enter takes the one with the focus."""

    def offer(self, words: str, value: object) -> QPushButton:
        """One answer."""
        button = plain_button(words)
        button.setProperty("role", "choice")
        button.setCheckable(True)
        button.setMaximumWidth(640)
        button.clicked.connect(lambda: self._choose(value))
        button.setProperty("value", value)
        self.buttons.append(button)
        self.column.addWidget(button)
        return button

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self.value: object = None

    def mark(self, value: object) -> None:
        """The answer that stands."""
        self.value = value
        for button in self.buttons:
            button.setChecked(button.property("value") == value)

    def begin(self) -> None:
        """The focus goes to the answer that stands."""
        found = [one for one in self.buttons if one.isChecked()] or self.buttons[:1]
        found[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, value: object) -> None:
        self.mark(value)
        self.edited.emit()

    def next_line(self) -> bool:
        """Enter takes the answer with the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused in self.buttons:
            self._choose(focused.property("value"))
        return False


class WayStep(ChoiceStep):
    """Alone, or with a center."""

    name, title = "way", mark("Quầy này làm việc thế nào?")
    hint = mark("Làm riêng rồi vẫn nối với trung tâm sau được; hồ sơ đã nhận được giữ nguyên.")

    def __init__(self) -> None:
        super().__init__()
        self.offer(tr("Làm riêng tại xã, chưa nối với trung tâm"), ALONE)
        self.offer(tr("Có thư mời của trung tâm (dòng chữ hoặc mã QR)"), ENROL)
        self.column.addStretch(1)

    def put(self, answers: Answers) -> None:
        self.mark(answers.way)

    def taken(self, answers: Answers) -> Answers:
        if answers.way == self.value:
            return answers
        return replace(answers, way=str(self.value), desk=0 if self.value == ENROL else 1)


class NameStep(Step):
    """The unit's name: typed, or its commune picked by a few letters."""

    name, title = "name", mark("Đơn vị của quầy tên là gì?")
    hint = mark("Gõ vài chữ của tên xã rồi chọn bằng phím ↓ và Enter, hoặc gõ cả tên như in trên giấy tờ.")

    def __init__(self) -> None:
        super().__init__()
        self.search = SuggestLine(tr("Tên đơn vị"), "", first_marked=False)
        self.ask(tr("Tên đơn vị"), tr("Tên đơn vị"), tr("Ủy ban nhân dân xã …"), self.search)
        self.column.addStretch(1)
        self._picked: Commune | None = None
        self.search.asked.connect(self._look)
        self.search.chosen.connect(self._pick)
        self.search.entered.connect(lambda _: self.ready.emit())

    def put(self, answers: Answers) -> None:
        self.lines[0].setText(answers.name)

    def taken(self, answers: Answers) -> Answers:
        name, picked = self.lines[0].text(), self._picked
        if picked is not None and name == unit_name(picked):
            return replace(answers, name=name, upstream_title=_agency(picked.province))
        return replace(answers, name=name, upstream_title=answers.upstream_title * (name == answers.name))

    def _look(self, text: str) -> None:
        """Offers communes by the letters after what every such name begins with."""
        wanted = _AGENCY.sub("", text.strip())
        found = territory().find(wanted, _ROWS) if len(wanted) >= _FEWEST else []
        self.search.suggest([Suggestion(unit_name(one), one.province, one) for one in found])

    def _pick(self, commune: Commune) -> None:
        self._picked = commune
        self.search.setText(unit_name(commune))
        self.edited.emit()

    def mistakes(self) -> Sequence[str]:
        return (name_mistake(self.lines[0].text()),)


class CodeStep(Step):
    """The unit's identifier."""

    name, title = "code", mark("Mã định danh của đơn vị?")
    hint = mark("Mã đứng đầu mọi mã hồ sơ, ví dụ H15.50.05.13 hoặc 000.00.06.H56. Hỏi văn phòng nếu chưa rõ.")

    def __init__(self) -> None:
        super().__init__()
        self.ask(tr("Mã định danh"), tr("Mã định danh của đơn vị"), "H15.50.05.13")
        self.column.addStretch(1)

    def put(self, answers: Answers) -> None:
        self.lines[0].setText(answers.code)

    def taken(self, answers: Answers) -> Answers:
        return replace(answers, code=clean_code(self.lines[0].text()))

    def mistakes(self) -> Sequence[str]:
        return (code_mistake(self.lines[0].text()),)


class NumberStep(ChoiceStep):
    """The number of this desk in its unit."""

    name, title = "desk", mark("Máy này là quầy số mấy của xã?")
    hint = mark("Mỗi máy tiếp nhận lấy một số khác nhau: mã hồ sơ của hai quầy không bao giờ trùng.")

    def __init__(self) -> None:
        super().__init__()
        self._center = self.offer(tr("Để trung tâm chọn"), 0)
        for number in range(1, MAIN_DESKS + 1):
            self.offer(tr("Quầy {0}").format(number), number)
        self.column.addStretch(1)

    def put(self, answers: Answers) -> None:
        enrolling = answers.way == ENROL
        self._center.setVisible(enrolling)
        self.mark(answers.desk if enrolling else max(1, answers.desk))

    def taken(self, answers: Answers) -> Answers:
        return replace(answers, desk=int(str(self.value)))


class OfficeStep(Step):
    """The office's facts on papers; all may be left out."""

    name, title = "office", mark("In gì về trụ sở trên giấy tờ?")
    hint = mark("Dòng nào chưa biết thì để trống; sửa được trong Cài đặt – Quầy.")
    asked: ClassVar[tuple[str, ...]] = ("place", "address", "phone")

    def __init__(self) -> None:
        super().__init__()
        examples = (tr("Ví Dụ"), tr("Thôn 1, xã Ví Dụ"), "0900 000 000")
        for fact, example in zip(self.asked, examples, strict=True):
            self.ask(said(FACTS[fact]), said(FACTS[fact]), example)
        self.column.addStretch(1)

    def put(self, answers: Answers) -> None:
        for fact, line in zip(self.asked, self.lines, strict=True):
            line.setText(getattr(answers, fact))
        found = _PLACE.search(answers.name)
        if not answers.place and found and answers.way == ALONE:
            self.lines[0].setText(found[1].strip())

    def taken(self, answers: Answers) -> Answers:
        place, address, phone = (line.text() for line in self.lines)
        return replace(answers, place=place, address=address, phone=phone)

    def mistakes(self) -> Sequence[str]:
        return [fact_mistake(line.text()) for line in self.lines]


class OfficersStep(Step):
    """Who works here: as many lines as are wanted."""

    name, title = "officers", mark("Ai tiếp nhận hồ sơ ở quầy này?")
    hint = mark("Họ tên in trên phiếu. Thêm, đổi tên hoặc cho thôi sau này trong Cài đặt – Quầy.")

    def __init__(self) -> None:
        super().__init__()
        self.more = plain_button(tr("&Thêm cán bộ"))
        self.more.clicked.connect(self._add)
        self._row()
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _row(self) -> None:
        number = len(self.lines) + 1
        self.ask(tr("Cán bộ {0}").format(number), tr("Họ tên cán bộ {0}").format(number), tr("Họ và tên"))
        self.more.setEnabled(number < MAX_OFFICERS)

    def _add(self) -> None:
        self._row()
        QWidget.setTabOrder(self.lines[-1], self.more)
        self.lines[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def put(self, answers: Answers) -> None:
        while len(self.lines) < len(answers.officers):
            self._row()
        for line, words in zip(self.lines, answers.officers, strict=False):
            line.setText(words)

    def taken(self, answers: Answers) -> Answers:
        return replace(answers, officers=tuple(line.text() for line in self.lines if line.text().strip()))

    def mistakes(self) -> Sequence[str]:
        return officer_mistakes([line.text() for line in self.lines])
