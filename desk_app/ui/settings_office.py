"""Cài đặt – Quầy: what forms say of the office, shared by the unit's desks, and the officers of this one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desk_app.domain.mistakes import DeskError
from desk_app.operations.officers import add_officer, officers, rename_officer, retire_officer
from desk_app.operations.shared_facts import FACTS, FORM_SETS, set_office
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, said, told, tr
from desk_app.ui.touched import Touched

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.operations.desk import Desk
    from desk_app.operations.outcome import Changes, Outcome
    from sync.model.dossier import Officer

T = TypeVar("T")
SHARED: Final = mark("Dùng chung cho các quầy của xã: quầy khác có sau lần đồng bộ tới.")
_KEYS: Final = (
    mark("&Cơ quan cấp trên"),
    mark("&Bộ phận tiếp nhận"),
    mark("Đị&a danh"),
    mark("Địa chỉ trụ &sở"),
    mark("Điện th&oại"),
)


@dataclass(frozen=True, slots=True)
class _Seen:
    about: str
    facts: dict[str, str]
    form_set: str
    officers: tuple[Officer, ...]


class OfficeSection(Section):
    """The shared facts on the left, this desk and its officers on the right."""

    title: ClassVar[str] = mark("Quầy")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.facts: dict[str, QLineEdit] = {}
        self.wrongs: dict[str, MistakeLine] = {}
        for fact, label in FACTS.items():
            line = self.facts[fact] = QLineEdit()
            line.setAccessibleName(said(label))
            self.wrongs[fact] = MistakeLine()
        self.form_set = ChoiceBox(tr("Bộ mẫu giấy tờ"))
        for one in FORM_SETS:
            self.form_set.addItem(one.replace("TT ", tr("Thông tư ")), one)
        self.save = plain_button(tr("&Lưu cho các quầy"))
        self.said = Words("", "quiet", wrap=True)
        self.about = Words("", "", wrap=True)
        self.officers = QListWidget()
        self.officers.setObjectName("choices")
        self.officers.setAccessibleName(tr("Cán bộ của quầy này"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Họ tên cán bộ"))
        self.name.setPlaceholderText(tr("Họ và tên"))
        self.wrong_name = MistakeLine()
        self.add, self.rename = plain_button(tr("&Thêm")), plain_button(tr("Đổi t&ên"))
        self.retire = plain_button(tr("Cho thô&i"))
        self.add.setAccessibleName(tr("Thêm cán bộ mang họ tên vừa gõ"))
        self.rename.setAccessibleName(tr("Đổi tên cán bộ đang chọn thành họ tên vừa gõ"))
        self.retire.setAccessibleName(tr("Cho cán bộ đang chọn thôi làm ở quầy"))
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.rename.clicked.connect(self._rename)
        self.retire.clicked.connect(self._retire)
        self.officers.currentRowChanged.connect(self._offer)
        self.save.setEnabled(False)  # until what is kept has been read: nothing must be saved over it
        self._touched = Touched(*self.facts.values(), self.form_set)
        counter.lanes.changed.connect(self._changed)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(Words(tr("In trên giấy tờ"), "heading"))
        left.addWidget(Words(tr(SHARED), "quiet", wrap=True))
        for key, (fact, line) in zip(told(_KEYS), self.facts.items(), strict=True):
            left.addWidget(named(key, line))
            left.addWidget(line)
            left.addWidget(self.wrongs[fact])
        left.addWidget(named(tr("Bộ &mẫu giấy tờ"), self.form_set))
        left.addWidget(self.form_set)
        left.addSpacing(GAP)
        left.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.said)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(Words(tr("Quầy này"), "heading"))
        right.addWidget(self.about)
        right.addWidget(named(tr("Cán &bộ của quầy này"), self.officers, "heading"))
        right.addWidget(self.officers, 1)
        takes_the_rest(self.officers, 120)
        right.addWidget(named(tr("&Họ tên"), self.name))
        right.addWidget(self.name)
        right.addWidget(self.wrong_name)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.add, self.rename, self.retire):
            row.addWidget(button)
        row.addStretch(1)
        right.addLayout(row)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def begin(self) -> None:
        """The section came to the front."""
        next(iter(self.facts.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.settings and self.isVisible():
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk
        self._counter.lanes.read(lambda: _seen(desk), self._put, topic="office-section")

    def _put(self, seen: _Seen) -> None:
        self.about.setText(seen.about)
        for fact, line in self.facts.items():
            self._touched.show(line, partial(line.setText, seen.facts[fact]))  # what is being typed stays
        form_set = max(0, self.form_set.findData(seen.form_set))
        self._touched.show(self.form_set, lambda: self.form_set.setCurrentIndex(form_set))
        self.save.setEnabled(True)
        at = self.officers.currentRow()
        self.officers.clear()
        for officer in seen.officers:
            item = QListWidgetItem(officer.name)
            item.setData(Qt.ItemDataRole.UserRole, officer.id)
            self.officers.addItem(item)
        self.officers.setCurrentRow(max(0, min(at, self.officers.count() - 1)))

    def _offer(self, row: int) -> None:
        self.rename.setEnabled(row >= 0)
        self.retire.setEnabled(row >= 0 and self.officers.count() > 1)

    # ------------------------------------------------------------------------------------------ the facts

    def _save(self) -> None:
        desk, officer = self._counter.desk, self._counter.officer
        values = {fact: line.text() for fact, line in self.facts.items()}
        values["form_set"] = str(self.form_set.currentData())

        moment = self._touched.now

        def saved(changed: int) -> None:
            self._touched.saved(moment)
            self._read()  # and an answer still on its way from before is void
            for fact, line in self.facts.items():
                self.wrongs[fact].say("", line)
            self._say(
                tr("✓ Đã lưu, có hiệu lực từ hồ sơ tới.") if changed else tr("Không có gì thay đổi."), "done"
            )

        def failed(trouble: DeskError) -> None:
            for fact, line in self.facts.items():
                message = next((one.message for one in trouble.mistakes if one.field == fact), "")
                self.wrongs[fact].say(message, line)
            self._say("" if trouble.mistakes else trouble.sentence, "mistake")

        self._counter.lanes.write(lambda: set_office(desk, values, officer), saved, failed)

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(said(words))

    # --------------------------------------------------------------------------------------- the officers

    def _add(self) -> None:
        desk, name = self._counter.desk, self.name.text()
        self._change(lambda: add_officer(desk, name))

    def _rename(self) -> None:
        desk, name, who = self._counter.desk, self.name.text(), self._chosen
        self._change(lambda: rename_officer(desk, who, name))

    def _retire(self) -> None:
        desk, who = self._counter.desk, self._chosen
        if who == self._counter.officer.id:
            self.wrong_name.say(
                tr("Đây là người đang ngồi tại quầy; đổi cán bộ trước rồi cho thôi."), self.name
            )
            return
        self._change(lambda: retire_officer(desk, who))

    @property
    def _chosen(self) -> str:
        if self.officers.currentRow() < 0:
            return ""
        return str(self.officers.currentItem().data(Qt.ItemDataRole.UserRole))

    def _change(self, change: Callable[[], Outcome[T]]) -> None:
        def done(_value: T) -> None:
            self.name.clear()
            self.wrong_name.say("", self.name)

        def failed(trouble: DeskError) -> None:
            self.wrong_name.say(trouble.sentence, self.name)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

        self._counter.lanes.write(change, done, failed)


def _seen(desk: Desk) -> _Seen:
    settings = desk.settings
    center = (
        tr("đã ghi danh với {0}").format(settings.center_title)
        if settings.enrolled
        else tr("chưa nối với trung tâm")
    )
    return _Seen(
        tr("Quầy số {0} · {1} · mã {2} · {3}.").format(
            settings.desk, settings.unit_name, settings.unit, center
        ),
        {fact: str(getattr(settings, fact)) for fact in FACTS},
        settings.form_set,
        tuple(officers(desk)),
    )
