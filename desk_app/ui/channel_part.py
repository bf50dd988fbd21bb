"""How the dossier came (at the desk, by post, from the national portal) and which unit resolves it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.dates import date_words, moment_typed
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP
from desk_app.ui.tongue import mark, told, tr
from desk_app.ui.unit_line import UnitLine

_CHANNELS = {
    "desk": mark("Nộp trực tiếp tại quầy"),
    "post": mark("Đến qua bưu chính"),
    "online": mark("Nộp trên Cổng dịch vụ công"),
}


class ChannelPart(QWidget):
    """`values` are those of an `IntakeRequest`; at the desk and for this unit there is nothing to say."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.channel = ChoiceBox(tr("Hồ sơ đến bằng cách nào"))
        self.channel.setMinimumContentsLength(22)
        for code, words in told(_CHANNELS).items():
            self.channel.addItem(words, code)
        self.number, self.day, self.clock = QLineEdit(), QLineEdit(), QLineEdit()
        for field, name, hint, width in (
            (self.number, tr("Mã hồ sơ trên Cổng"), tr("mã trên Cổng"), 0),
            (self.day, tr("Ngày nộp"), tr("ngày nộp"), 130),
            (self.clock, tr("Giờ nộp"), tr("giờ"), 80),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.textChanged.connect(self.changed)
            if width:
                field.setFixedWidth(sized(width))
        self.unit = UnitLine(tr("Đơn vị giải quyết (phi địa giới)"), tr("Đơn vị giải quyết: đơn vị này"))
        self.unit.textChanged.connect(self.changed)
        self.day.editingFinished.connect(lambda: self.day.setText(date_words(self.day.text())))
        self.mistake = MistakeLine()
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.channel)
        line.addWidget(self.number, 1)
        line.addWidget(self.day)
        line.addWidget(self.clock)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.unit)
        column.addWidget(self.mistake)
        self.channel.currentIndexChanged.connect(self._chosen)
        self._chosen()

    @property
    def code(self) -> str:
        """``desk``, ``post`` or ``online``."""
        return str(self.channel.currentData())

    def _chosen(self) -> None:
        self.number.setVisible(self.code == "online")
        for field in (self.day, self.clock):
            field.setVisible(self.code != "desk")
        self.changed.emit()

    def values(self) -> dict[str, Any]:
        """Keyword arguments of an `IntakeRequest`: channel, portal_number, portal_at."""
        unit = {"for_unit": self.unit.value} if self.unit.value else {}
        if self.code == "desk":
            return unit
        number = self.number.text().strip() if self.code == "online" else ""
        return {"channel": self.code, "portal_number": number, "portal_at": self._at(), **unit}

    @property
    def plain(self) -> bool:
        """Whether there is nothing to say: at the desk, and for this unit."""
        return self.code == "desk" and not self.unit.value

    def _at(self) -> Any:
        return moment_typed(self.day.text(), self.clock.text() or "0h")

    @property
    def wrong_time(self) -> bool:
        """Whether a time was typed that is none."""
        return self.code != "desk" and bool(self.day.text().strip()) and self._at() is None

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows the first sentence; the field concerned."""
        self.mistake.say(next(iter(mistakes.values()), ""))
        if not mistakes:
            return None
        if "for_unit" in mistakes:
            return self.unit
        return self.number if "portal_number" in mistakes else self.day

    def draft(self) -> dict[str, Any]:
        """What was typed, for `restore`."""
        return {
            "channel": self.code,
            "number": self.number.text(),
            "day": self.day.text(),
            "clock": self.clock.text(),
            "unit": self.unit.draft(),
        }

    def restore(self, draft: dict[str, Any]) -> None:
        """What `draft` gave; nothing: at the desk, for this unit."""
        code, name = (*draft.get("unit", ()), "", "")[:2]
        self.unit.put(str(code), str(name))
        self.channel.setCurrentIndex(max(0, self.channel.findData(str(draft.get("channel", "desk")))))
        self.number.setText(str(draft.get("number", "")))
        self.day.setText(str(draft.get("day", "")))
        self.clock.setText(str(draft.get("clock", "")))
