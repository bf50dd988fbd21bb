"""Cài đặt – Thời gian: how due times are counted, the office's hours and its own days off; all shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desk_app.domain.mistakes import DeskError
from desk_app.domain.office_hours import HoursWrong, read_clock, read_day, read_sessions, sessions_text
from desk_app.operations.shared_facts import drop_day, own_days, set_counting, set_day, set_hours
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_office import SHARED
from desk_app.ui.settings_section import Section, labelled, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, told, tr
from desk_app.ui.touched import Touched
from sync.model.calendar import WEEKDAY_KEYS

if TYPE_CHECKING:
    from desk_app.operations.calendars import Affected
    from desk_app.operations.desk import Desk
    from desk_app.operations.outcome import Changes, Outcome
    from sync.model.calendar import Calendar

POLICIES: Final = {
    "P1": mark("Từ lúc tiếp nhận, đúng giờ đó (P1)"),
    "P2": mark("Sau giờ chốt thì tính từ sáng hôm sau (P2)"),
    "P3": mark("Trả vào cuối buổi của ngày hẹn (P3)"),
}
RULES: Final = {
    "RESTART": mark("Tính lại từ đầu khi đã bổ sung đủ"),
    "EXTEND": mark("Cộng thêm những ngày chờ bổ sung"),
}
KINDS: Final = {"rest": mark("Nghỉ"), "work": mark("Làm bù")}
_SATURDAY: Final = 5
_MOST_TOLD: Final = 5


@dataclass(frozen=True, slots=True)
class _Seen:
    policy: str
    cutoff: time | None
    rule: str
    calendar: Calendar
    days: tuple[Mapping[str, str], ...]


class TimeSection(Section):
    """Counting and hours on the left, the unit's own days on the right."""

    title: ClassVar[str] = mark("Thời gian")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._calendar: Calendar | None = None
        self.policy, self.rule = ChoiceBox(tr("Cách tính hạn trả")), ChoiceBox(tr("Hạn trả sau khi bổ sung"))
        for box, words in ((self.policy, told(POLICIES)), (self.rule, told(RULES))):
            for key, text in words.items():
                box.addItem(text, key)
        self.cutoff = _line(tr("Giờ chốt của cách tính P2"), "15:00")
        self.same_day = _line(tr("Giờ chốt của thủ tục trả trong ngày"), "15:00")
        self.sessions = _line(tr("Giờ làm việc các ngày thường"), "07:30–11:30, 13:30–17:00")
        self.saturday = _line(tr("Giờ làm việc Thứ Bảy, để trống là nghỉ"), tr("để trống là nghỉ"))
        self.wrong = MistakeLine()
        self.save = plain_button(tr("&Lưu cho các quầy"))
        self.said = Words("", "quiet", wrap=True)
        self.days = QListWidget()
        self.days.setObjectName("choices")
        self.days.setAccessibleName(tr("Ngày nghỉ, ngày làm bù riêng của xã"))
        self.days.setWordWrap(True)
        self.day = _line(tr("Ngày"), "24/11/2026")
        self.kind = ChoiceBox(tr("Nghỉ hay làm bù"))
        for key, text in told(KINDS).items():
            self.kind.addItem(text, key)
        self.name = _line(tr("Lý do nghỉ hoặc làm bù"), tr("Lý do"))
        self.notice = _line(tr("Số văn bản; để trống là dự kiến"), tr("Số văn bản; để trống là dự kiến"))
        self.wrong_day = MistakeLine()
        self.add, self.drop = plain_button(tr("&Thêm ngày")), plain_button(tr("&Bỏ ngày đang chọn"))
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)
        self.policy.currentIndexChanged.connect(self._offer)
        self.days.currentRowChanged.connect(self._offer)
        self._touched = Touched(
            self.policy, self.rule, self.cutoff, self.same_day, self.sessions, self.saturday
        )
        counter.lanes.changed.connect(self._changed)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(Words(tr("Hạn trả và giờ làm việc"), "heading"))
        left.addWidget(Words(tr(SHARED), "quiet", wrap=True))
        left.addLayout(labelled(tr("&Cách tính hạn trả"), self.policy))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(labelled(tr("&Giờ chốt (P2)"), self.cutoff))
        row.addLayout(labelled(tr("Chốt trả t&rong ngày"), self.same_day))
        left.addLayout(row)
        left.addLayout(labelled(tr("Sau khi bổ &sung"), self.rule))
        left.addLayout(labelled(tr("Giờ làm các ngày th&ường"), self.sessions))
        left.addLayout(labelled(tr("Giờ làm Thứ Bả&y"), self.saturday))
        left.addWidget(self.wrong)
        left.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.said)
        left.addStretch(1)
        right.addWidget(named(tr("Ngày nghỉ, làm bù riêng của &xã"), self.days, "heading"))
        right.addWidget(Words(tr("Ngày lễ chung của cả nước đã có sẵn."), "quiet", wrap=True))
        right.addWidget(self.days, 1)
        takes_the_rest(self.days, 110)
        right.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(labelled(tr("&Ngày"), self.day))
        row.addLayout(labelled(tr("Nghỉ ha&y làm bù"), self.kind))
        right.addLayout(row)
        right.addWidget(self.name)
        right.addWidget(self.notice)
        right.addWidget(self.wrong_day)
        right.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def begin(self) -> None:
        """The section came to the front."""
        self.policy.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.settings and self.isVisible():
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk
        self._counter.lanes.read(lambda: _seen(desk), self._put, topic="time-section")

    def _put(self, seen: _Seen) -> None:
        self._calendar = seen.calendar
        show = self._touched.show  # what is being typed or chosen stays
        for box, key in ((self.policy, seen.policy), (self.rule, seen.rule)):
            show(box, partial(box.setCurrentIndex, box.findData(key)))
        weekdays = dict(seen.calendar.weekday_sessions)
        texts = {
            self.cutoff: f"{seen.cutoff:%H:%M}" if seen.cutoff else "",
            self.same_day: f"{seen.calendar.same_day_cutoff:%H:%M}",
            self.sessions: sessions_text(seen.calendar.sessions),
            self.saturday: sessions_text(weekdays.get(_SATURDAY, ())),
        }
        for line, text in texts.items():
            show(line, partial(line.setText, text))
        at = self.days.currentRow()
        self.days.clear()
        for row in seen.days:
            notice = row["notice"] or tr("dự kiến")
            item = QListWidgetItem(
                f"{_day(row):%d/%m/%Y} · {told(told(KINDS)[row['kind']])} · {row['name']} ({notice})"
            )
            item.setData(Qt.ItemDataRole.UserRole, row["date"])
            self.days.addItem(item)
        self.days.setCurrentRow(max(0, min(at, self.days.count() - 1)))
        self._offer()

    def _offer(self) -> None:
        self.cutoff.setEnabled(self.policy.currentData() == "P2")
        self.drop.setEnabled(self.days.currentRow() >= 0)

    # --------------------------------------------------------------------------------- counting and hours

    def _save(self) -> None:
        if self._calendar is None:
            return
        desk, officer = self._counter.desk, self._counter.officer
        policy, rule = str(self.policy.currentData()), str(self.rule.currentData())
        try:
            cutoff = read_clock(self.cutoff.text()) if policy == "P2" else None
            hours = self._hours(self._calendar)
        except HoursWrong as wrong:
            self.wrong.say(str(wrong))
            return

        def job() -> Outcome[tuple[Affected, ...]]:
            counted = set_counting(desk, policy, cutoff, rule, officer)
            if hours == _hours_of(desk.calendar):
                return _none(counted)
            return set_hours(desk, hours, officer)

        self._write(job, self.wrong)

    def _hours(self, calendar: Calendar) -> dict[str, Any]:
        """The table of the hours as they stand on the page; weekdays that are not shown stay as they are."""
        table = _hours_of(calendar)
        table["sessions"] = read_sessions(self.sessions.text())
        if not table["sessions"]:
            raise HoursWrong(tr("Các ngày thường phải có ít nhất một buổi làm việc."))
        saturday = read_sessions(self.saturday.text())
        table["weekday_sessions"].pop(WEEKDAY_KEYS[_SATURDAY], None)
        if saturday:
            table["weekday_sessions"][WEEKDAY_KEYS[_SATURDAY]] = saturday
        table["same_day_cutoff"] = read_clock(self.same_day.text()).isoformat("minutes")
        return table

    # ------------------------------------------------------------------------------------------- the days

    def _add(self) -> None:
        desk, officer = self._counter.desk, self._counter.officer
        kind, name, notice = str(self.kind.currentData()), self.name.text(), self.notice.text()
        try:
            day = read_day(self.day.text())
            if not name.strip():
                raise HoursWrong(tr("Ghi lý do nghỉ hoặc làm bù."))
        except HoursWrong as wrong:
            self.wrong_day.say(str(wrong))
            return
        self._write(lambda: set_day(desk, day, kind, name, notice, officer), self.wrong_day)

    def _drop(self) -> None:
        desk, officer = self._counter.desk, self._counter.officer
        if self.days.currentRow() >= 0:
            day = date.fromisoformat(str(self.days.currentItem().data(Qt.ItemDataRole.UserRole)))
            self._write(lambda: drop_day(desk, day, officer), self.wrong_day)

    def _write(self, job: Callable[[], Outcome[tuple[Affected, ...]]], beside: MistakeLine) -> None:
        moment = self._touched.now

        def saved(affected: tuple[Affected, ...]) -> None:
            if beside is self.wrong:
                self._touched.saved(moment)
            for line in (self.day, self.name, self.notice):
                line.clear()
            for wrong in (self.wrong, self.wrong_day):
                wrong.say("")
            self.said.set_role("caution" if affected else "done")
            self.said.setText(_told(affected))
            self._read()

        def failed(trouble: DeskError) -> None:
            beside.say(trouble.sentence)

        self._counter.lanes.write(job, saved, failed)


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line


def _day(row: Mapping[str, str]) -> date:
    return date.fromisoformat(row["date"])


def _told(affected: tuple[Affected, ...]) -> str:
    """What was done, and which slips say another due time than the new rule would."""
    if not affected:
        return tr("✓ Đã lưu, tính cho hồ sơ nhận từ bây giờ.")
    numbers = ", ".join(one.number for one in affected[:_MOST_TOLD])
    more = "…" if len(affected) > _MOST_TOLD else ""
    return tr(
        "! Đã lưu. {0} hồ sơ đang giải quyết giữ hạn đã in; nếu muốn theo lịch mới thì cấp lại phiếu: {1}{2}"
    ).format(len(affected), numbers, more)


def _hours_of(calendar: Calendar) -> dict[str, Any]:
    table = calendar.to_table()
    return {key: table[key] for key in ("sessions", "weekday_sessions", "same_day_cutoff")}


def _none(counted: Outcome[None]) -> Outcome[tuple[Affected, ...]]:
    from desk_app.operations.outcome import Outcome as Done

    return Done((), counted.changes)


def _seen(desk: Desk) -> _Seen:
    settings = desk.settings
    days = tuple(own_days(desk))
    return _Seen(settings.policy, settings.cutoff, settings.supplement_rule, desk.calendar, days)
