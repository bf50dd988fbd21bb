"""A report as a table model, and its picture; both in the window's language."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.tongue import said
from sync.reports.report import Line, Report, cell_words

_HEAD_CHARACTERS: Final = 10
_WIDEST, _NARROWEST = 1000, 540
"""Pixels; beyond these a picture's letters would be larger than the page's, or too small to read."""
_Index = QModelIndex | QPersistentModelIndex
_SAID: Final = ("step", "desk")
"""Of what names are words of ours, not those of a list or a person."""


def in_our_words(report: Report, way: str, of: str) -> Report:
    """The report in the window's language; names of officers, procedures and fields stay as they are."""
    ours = way == "age" or of in _SAID

    def name(line: Line) -> Line:
        return replace(line, name=said(line.name)) if ours or not line.code else line

    lines = tuple(map(name, report.lines))
    renamed = {old.name: new.name for old, new in zip(report.lines, lines, strict=True)}
    picture = replace(
        report.picture,
        names=tuple(renamed.get(one, one) for one in report.picture.names),
        series=tuple(replace(one, name=said(one.name)) for one in report.picture.series),
        marks=tuple(map(said, report.picture.marks)),
    )
    return replace(
        report,
        title=said(report.title),
        period=said(report.period),
        heads=tuple(map(said, report.heads)),
        lines=lines,
        total=name(report.total) if report.total else None,
        picture=picture,
        note=said(report.note),
    )


class ReportRows(QAbstractTableModel):
    """The lines and, as the last, their sum. `leads` says whether a number (line or None for the sum, column
    from 0 after the names) leads to a list of dossiers."""

    def __init__(self, leads: Callable[[Line | None, int], bool]) -> None:
        super().__init__()
        self._leads = leads
        self.report: Report | None = None
        self.lines: list[Line] = []

    def put(self, report: Report | None) -> None:
        """Another report."""
        self.beginResetModel()
        self.report = report
        total = [report.total] if report and report.total else []
        self.lines = [*report.lines, *total] if report else []
        self.endResetModel()

    @property
    def heads(self) -> list[str]:
        """The heads of the columns, broken into short lines."""
        heads = self.report.heads if self.report else ()
        return ["\n".join(textwrap.wrap(one, _HEAD_CHARACTERS, break_long_words=False)) for one in heads]

    def line(self, at: int) -> Line | None:
        """The line of a row; None for the sum."""
        return self.lines[at] if not self._is_total(at) else None

    def _is_total(self, at: int) -> bool:
        return self.report is not None and self.report.total is not None and at == len(self.lines) - 1

    def leads(self, index: _Index) -> bool:
        """Whether a cell leads to a list."""
        return (
            index.isValid() and index.column() > 0 and self._leads(self.line(index.row()), index.column() - 1)
        )

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self.report.heads) if self.report else 0

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or self.report is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        words = cell_words(line.cells[column - 1]) if column else line.name
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.report.heads[column] if self.report else ""
            return f"{line.name}, {head}: {words}" if column else words
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(self._is_total(index.row()))
            font.setUnderline(self.leads(index))
            return font
        return None


class ReportPicture(QWidget):
    """The picture, as wide as there is room and as high as that makes it; `resized` with that height."""

    resized = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._drawn = QPixmap()
        self._most = 0

    def put(self, png: bytes, words: str) -> None:
        """Another picture; `words` stand for it where it is not seen."""
        self._drawn.loadFromData(png)
        self.setAccessibleName(words)
        self._fit()
        self.update()

    @property
    def drawn(self) -> bool:
        """Whether there is a picture."""
        return not self._drawn.isNull()

    def limit(self, high: int) -> None:
        """A picture that is not much higher than this is made as high."""
        if high != self._most:
            self._most = high
            self._fit()

    def _across(self) -> int:
        """Pixels from left to right."""
        whole = min(self.width(), _WIDEST)
        limited = self._most * self._drawn.width() // self._drawn.height()
        return min(whole, limited) if limited >= _NARROWEST else whole

    def _fit(self) -> None:
        if self.drawn:
            high = self._across() * self._drawn.height() // self._drawn.width()
            self.setMinimumHeight(high)
            self.resized.emit(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.drawn:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(0, 0, self._across(), self.minimumHeight())
            painter.fillRect(place, Qt.GlobalColor.white)
            painter.drawPixmap(place, self._drawn, QRectF(self._drawn.rect()))
        painter.end()
