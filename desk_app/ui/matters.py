"""Several dossiers of one citizen in one go: those set aside while the next is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.intake import IntakeRequest
from desk_app.ui.parts import GAP, Words, discard, link_button
from desk_app.ui.tongue import tr
from sync.model.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Matter:
    """One set aside: its procedure, what was typed of it, and the request that is (without its people)."""

    procedure: Procedure
    draft: dict[str, Any]
    request: IntakeRequest


class MattersPart(QWidget):
    """`wanted` carries the place of one to be typed on, `dropped` of one not to be received after all."""

    wanted = Signal(int)
    dropped = Signal(int)
    reordered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._matters: list[Matter] = []
        self._facts: list[Words] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        self.head = Words("", "small")
        self._column.addWidget(self.head)
        self._show()

    @property
    def matters(self) -> Sequence[Matter]:
        """Those set aside, in the order they were typed."""
        return tuple(self._matters)

    def add(self, matter: Matter) -> None:
        """One more."""
        self._matters.append(matter)
        self._show()

    def take(self, place: int) -> Matter:
        """Takes one out."""
        matter = self._matters.pop(place)
        self._show()
        return matter

    def clear(self) -> None:
        """None."""
        self._matters = []
        self._show()

    def say(self, facts: Sequence[str]) -> None:
        """What is promised for each: ``trả 17:00 hôm nay · 8.000 đ``."""
        for words, fact in zip(self._facts, facts, strict=False):
            words.setText(fact)

    def _show(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            discard(row)
        self._rows, self._facts = [], []
        for place, matter in enumerate(self._matters):
            self._rows.append(self._row(place, matter))
            self._column.addWidget(self._rows[-1])
        count = len(self._matters)
        self.head.setText(tr("Cùng nộp: đã có {0} hồ sơ, F9 tiếp nhận tất cả").format(count) if count else "")
        self.setVisible(bool(count))
        self.reordered.emit()

    def _row(self, place: int, matter: Matter) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        name = Words(f"{place + 1}. {matter.procedure.name}", "strong", wrap=True)
        facts = Words("", "quiet")
        self._facts.append(facts)
        edit, drop = link_button(tr("Sửa")), link_button(tr("Bỏ"))
        edit.setAccessibleName(tr("Sửa hồ sơ {0}: {1}").format(place + 1, matter.procedure.name))
        drop.setAccessibleName(tr("Bỏ hồ sơ {0}: {1}").format(place + 1, matter.procedure.name))
        edit.clicked.connect(lambda: self.wanted.emit(place))
        drop.clicked.connect(lambda: self.dropped.emit(place))
        row.addWidget(name, 1)
        for widget in (facts, edit, drop):
            row.addWidget(widget)
        return box
