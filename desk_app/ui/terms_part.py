"""Fee, way of return, due time and note: what the slip promises, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.dates import date_words, moment_said, moment_typed
from desk_app.ui.fields import ChoiceBox, CountBox, MistakeLine
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words, discard, link_button, stacked
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.dossier import RETURN_WAYS
from sync.model.fees import exemption_groups, needs_copies, needs_pages
from sync.model.procedure import Procedure

_WAYS = {"desk": mark("Tại &quầy"), "post": mark("&Bưu chính"), "online": mark("Trực t&uyến")}
_NOBODY = mark("Không miễn, giảm")
_TO = {
    "post": mark("Địa chỉ nhận; để trống: địa chỉ của người nộp"),
    "online": mark("Thư điện tử nhận kết quả; để trống: thư của người nộp"),
}


class FeePart(QWidget):
    """Pages, copies, amounts and exemption, as far as the procedure's fees ask for them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.total = Words(tr("Chọn thủ tục để tính phí"), "quiet", wrap=True)
        self.total.setMinimumHeight(36)
        self.pages = CountBox(tr("Số trang của bản chính"), 0, 9999)
        self.copies = CountBox(tr("Số bản"), 0, 999)
        self.exemption = ChoiceBox(tr("Đối tượng được miễn phí"))
        self.amounts: dict[str, QLineEdit] = {}
        self._asks = QWidget()
        self._row = QHBoxLayout(self._asks)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._labels = {"pages": Words(tr("Số trang")), "copies": Words(tr("Số bản"))}
        for name, count in (("pages", self.pages), ("copies", self.copies)):
            self._row.addWidget(self._labels[name])
            self._row.addWidget(count)
            count.valueChanged.connect(self.changed)
        self._row.addWidget(self.exemption, 1)
        self._row.addStretch()
        self.exemption.currentIndexChanged.connect(self.changed)
        self._manual = QWidget()
        self._grid = QGridLayout(self._manual)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.mistake = MistakeLine()
        self.reckoning = Words("", "small", wrap=True)
        self.reckoning.hide()
        box = stacked(self.total, self.reckoning, self._asks, self._manual, self.mistake)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        self.put(None)

    def put(self, procedure: Procedure | None) -> None:
        """Asks what this procedure's fees need."""
        rules = procedure.fees if procedure else ()
        wanted = {"pages": needs_pages(rules), "copies": needs_copies(rules)}
        always = [rule for rule in rules if not rule.optional]
        needed = {"pages"} if needs_pages(always) else set()
        needed |= {"copies"} if needs_copies(always) else set()
        self.exemption.blockSignals(True)
        self.exemption.clear()
        groups = exemption_groups(rules)
        self.exemption.addItems([tr(_NOBODY), *(tr("Miễn: {0}").format(group) for group in groups)])
        for at, group in enumerate(groups, start=1):
            self.exemption.setItemData(at, group)
        self.exemption.blockSignals(False)
        self.exemption.setVisible(bool(groups))
        for name, count in (("pages", self.pages), ("copies", self.copies)):
            count.blockSignals(True)
            count.setValue(1 if name in needed else 0)
            count.blockSignals(False)
            count.setVisible(wanted[name])
            self._labels[name].setVisible(wanted[name])
        self._asks.setVisible(bool(groups) or any(wanted.values()))
        self._put_amounts([rule.name for rule in rules if rule.method == "manual" and not rule.optional])

    @property
    def asks(self) -> bool:
        """Whether anything is asked for."""
        return not (self._asks.isHidden() and self._manual.isHidden())

    def exempt(self, group: str) -> None:
        """Marks the group that pays nothing, where the procedure has it."""
        self.exemption.setCurrentIndex(max(0, self.exemption.findData(group) if group else 0))

    def _put_amounts(self, names: list[str]) -> None:
        for field in self._manual.findChildren(QWidget):
            discard(field)
        self.amounts = {}
        for at, name in enumerate(names):
            field = QLineEdit()
            field.setAccessibleName(tr("Số tiền: {0}").format(name))
            field.setPlaceholderText(tr("số tiền (đ)"))
            field.setFixedWidth(sized(150))
            field.textChanged.connect(self.changed)
            self._grid.addWidget(Words(name, wrap=True), at, 0)
            self._grid.addWidget(field, at, 1)
            self.amounts[name] = field
        self._manual.setVisible(bool(names))

    def say(self, total: str, reckoning: str = "") -> None:
        """The sum, and how it comes about where that is more than the sum."""
        self.total.setText(total)
        self.reckoning.setText(reckoning)
        self.reckoning.setVisible(bool(reckoning))

    def values(self) -> dict[str, Any]:
        """Keyword arguments of an `IntakeRequest`: pages, copies, exemption, amounts."""
        amounts = []
        for name, field in self.amounts.items():
            digits = field.text().replace(".", "").replace(" ", "").removesuffix(tr("đ"))
            if digits.isdecimal():
                amounts.append((name, int(digits)))
        return {
            "pages": self.pages.value() or None if not self.pages.isHidden() else None,
            "copies": self.copies.value() if not self.copies.isHidden() else None,
            "exemption": str(self.exemption.currentData() or ""),
            "amounts": tuple(amounts),
        }

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows the first sentence; the field concerned."""
        self.mistake.say(next(iter(mistakes.values()), ""))
        fields = {"pages": self.pages, "copies": self.copies, "exemption": self.exemption}
        return next((fields[name] for name in mistakes if name in fields), None)

    def draft(self) -> dict[str, Any]:
        """What was typed, for `restore`."""
        return {
            "pages": self.pages.value(),
            "copies": self.copies.value(),
            "exemption": self.exemption.currentIndex(),
            "amounts": {name: field.text() for name, field in self.amounts.items()},
        }

    def restore(self, draft: dict[str, Any]) -> None:
        """What `draft` gave."""
        self.pages.setValue(int(draft.get("pages", 0)))
        self.copies.setValue(int(draft.get("copies", 0)))
        self.exemption.setCurrentIndex(min(int(draft.get("exemption", 0)), self.exemption.count() - 1))
        for name, text in dict(draft.get("amounts", {})).items():
            if name in self.amounts:
                self.amounts[name].setText(str(text))


class ReturnPart(QWidget):
    """Where the result is returned, and by post or online to which address."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._group = QButtonGroup(self)
        self.buttons = {}
        for way, words in told(_WAYS).items():
            button = QRadioButton(words)
            button.setAccessibleName(tr("Trả kết quả: {0}").format(words.replace("&", "").lower()))
            self.buttons[way] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._row = row
        self.to = QLineEdit()
        self.to.setAccessibleName(tr("Nơi nhận kết quả"))
        self.to.textChanged.connect(self.changed)
        self.mistake = MistakeLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (ways, self.to, self.mistake):
            column.addWidget(widget)
        self.put("desk")
        self._toggled()
        self._group.buttonToggled.connect(self._toggled)

    def add_beside(self, widget: QWidget) -> None:
        """Another control at the end of the ways' line."""
        self._row.addWidget(widget)

    def _toggled(self) -> None:
        way = self.way()
        self.to.setPlaceholderText(told(_TO).get(way, ""))
        self.to.setVisible(way in _TO)
        self.changed.emit()

    def put(self, way: str, to: str = "") -> None:
        """Marks a way."""
        self.buttons[way if way in RETURN_WAYS else "desk"].setChecked(True)
        self.to.setText(to)

    def address(self) -> str:
        """Where the result goes, empty for the collector's own address."""
        return "" if self.way() == "desk" else self.to.text().strip()

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows the sentence for ``return_to``; the field concerned."""
        message = mistakes.get("return_to", "")
        self.mistake.say(message, self.to)
        return self.to if message else None

    def way(self) -> str:
        """One of `RETURN_WAYS`."""
        return next(way for way, button in self.buttons.items() if button.isChecked())


class DuePart(QWidget):
    """The due time and why; where the law's limit is unknown, the officer gives time and reason."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.at = Words("", "due")
        self.at.setMinimumHeight(36)
        self.why = link_button(tr("&Vì sao?"))
        self.why.setAccessibleName(tr("Vì sao có hạn trả này"))
        self.why.setCheckable(True)
        self.explanation = Words("", "quiet", wrap=True)
        self.explanation.hide()
        self.why.toggled.connect(self._show_reason)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.at)
        row.addWidget(self.why)
        row.addStretch(1)
        self.day, self.clock, self.reason = QLineEdit(), QLineEdit("17:00"), QLineEdit()
        self._ask = QWidget()
        asked = QHBoxLayout(self._ask)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(GAP)
        for field, name, hint, width in (
            (self.day, tr("Ngày hẹn trả"), tr("ngày/tháng/năm"), 150),
            (self.clock, tr("Giờ hẹn trả"), tr("giờ"), 80),
            (self.reason, tr("Lý do của ngày hẹn"), tr("Lý do của ngày hẹn"), 0),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.textChanged.connect(self.changed)
            if width:
                field.setFixedWidth(sized(width))
            asked.addWidget(field, 0 if width else 1)
        self.day.editingFinished.connect(lambda: self.day.setText(date_words(self.day.text())))
        self.mistake = MistakeLine()
        box = stacked(line, self.explanation, self._ask, self.mistake)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(box)
        self.asking = False
        self.put(None, "")
        self.ask(False)

    def put(self, at: datetime | None, explanation: str, *, tentative: bool = False) -> None:
        """Shows a computed due time."""
        self.at.setText(f"{moment_said(at)}{tr(' (dự kiến)') if tentative else ''}" if at else "–")
        self.at.set_role("due" if at else "quiet")
        self.explanation.setText(said(explanation))
        self.why.setVisible(bool(explanation))
        if not explanation:
            self.why.setChecked(False)

    def ask(self, unknown: bool) -> None:
        """Whether the officer must give the due time."""
        self.asking = unknown
        self._ask.setVisible(unknown)

    def values(self) -> dict[str, Any]:
        """Keyword arguments of an `IntakeRequest`: due_at, due_reason."""
        if not self.asking:
            return {}
        return {"due_at": moment_typed(self.day.text(), self.clock.text()), "due_reason": self.reason.text()}

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows the first sentence; the field concerned."""
        self.mistake.say(next(iter(mistakes.values()), ""))
        if "due_at" in mistakes:
            return self.day if self.asking else None
        return self.reason if "due_reason" in mistakes else None

    def draft(self) -> dict[str, str]:
        """What was typed, for `restore`."""
        return {"day": self.day.text(), "clock": self.clock.text(), "reason": self.reason.text()}

    def restore(self, draft: dict[str, str]) -> None:
        """What `draft` gave."""
        self.day.setText(str(draft.get("day", "")))
        self.clock.setText(str(draft.get("clock", "17:00")))
        self.reason.setText(str(draft.get("reason", "")))

    def clear(self) -> None:
        """Nothing typed."""
        self.restore({})
        self.why.setChecked(False)
        self.put(None, "")
        self.ask(False)

    def _show_reason(self, shown: bool) -> None:
        self.explanation.setVisible(shown)
