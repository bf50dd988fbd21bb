"""The list of dossiers as officers handle it: arrows, Space to pick, Enter to open; narrow, in two lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.ui.dossier_rows import DossierRows
from desk_app.ui.measures import sized
from desk_app.ui.tongue import tr

_WIDTHS = (288, 172, 0, 114, 206, 192, 92)
_MIDDLE_WIDTHS = (274, 0, 0, 0, 112, 160, 0)
_NARROW_WIDTHS = (0, 0, 0, 0, 120, 0, 0)
_WIDE, _MIDDLE, _NARROW = 1400, 1000, 640
_NUMBER, _OWNER, _PROCEDURE = 0, 1, 2
_LEFT_OUT = {"middle": (2, 3, 6), "narrow": (1, 2, 3, 5, 6), "wide": (3,), "whole": ()}
"""Columns a narrow list does without; the dossier itself shows them."""
_LOW, _TALL = 40, 56


class DossierTable(QTableView):
    """`opened` with the row that is to be opened."""

    opened = Signal(int)

    def __init__(self, rows: DossierRows) -> None:
        super().__init__()
        self.setObjectName("dossiers")
        self._rows = rows
        self.setAccessibleName(tr("Danh sách hồ sơ"))
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LOW)
        self.horizontalHeader().setHighlightSections(False)
        self._shape = ""
        self.fit(1400)

    def fit(self, width: int) -> None:
        """Columns for a list of that width in pixels: all, fewer, or number and due time."""
        shape = "narrow" if width < sized(_NARROW) else "middle" if width < sized(_MIDDLE) else "wide"
        shape = "whole" if width >= _WIDE else shape
        if shape == self._shape:
            return
        self._shape = shape
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        for column in range(self._rows.columnCount()):
            self.setColumnHidden(column, column in _LEFT_OUT[shape])
        stretched = {"middle": _OWNER, "narrow": _NUMBER}.get(shape, _PROCEDURE)
        for column in (_NUMBER, _OWNER, _PROCEDURE):
            header.setSectionResizeMode(column, mode.Stretch if column == stretched else mode.Interactive)
        widths = {"middle": _MIDDLE_WIDTHS, "narrow": _NARROW_WIDTHS}.get(shape, _WIDTHS)
        for column, wide in enumerate(widths):
            if wide:
                header.resizeSection(column, sized(wide))
        tall = shape in ("middle", "narrow")
        self._rows.set_tall(tall)
        self.verticalHeader().setDefaultSectionSize(_TALL if tall else _LOW)

    def step(self, by: int) -> None:
        """Marks the row so many below (above: negative) as the current one."""
        at = max(0, min(self._rows.rowCount() - 1, self.currentIndex().row() + by))
        self.setCurrentIndex(self._rows.index(at, 0))

    def pick(self) -> None:
        """Picks the current row, or lets it go."""
        self._rows.mark(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Space:
            self.pick()
        elif shift and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._rows.mark(self.currentIndex().row(), True)
            self.step(1 if key == Qt.Key.Key_Down else -1)
            self._rows.mark(self.currentIndex().row(), True)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._rows.mark_all()
        else:
            super().keyPressEvent(event)
