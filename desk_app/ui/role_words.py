"""The roles of a unit's officers in words, and what each may do, as a table to read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desk_app.domain.rights import RIGHTS, ROLE_RIGHTS
from desk_app.ui.parts import GAP
from desk_app.ui.tongue import mark, said, tr
from sync.model.accounts import ADMINISTRATOR, AUDITOR, LEADER, PROCESSING, RECEPTION, RECORDS, ROLES

ROLE_WORDS: Final = {
    RECEPTION: mark("Tiếp nhận"),
    PROCESSING: mark("Xử lý"),
    LEADER: mark("Lãnh đạo"),
    RECORDS: mark("Văn thư"),
    ADMINISTRATOR: mark("Quản trị"),
    AUDITOR: mark("Giám sát"),
}

_PADDING: Final = 28
"""Of a cell, with its frame."""


def roles_said(roles: Collection[str]) -> str:
    """``Tiếp nhận, Quản trị``, in the order of `ROLES`."""
    return ", ".join(tr(ROLE_WORDS[role]) for role in ROLES if role in roles)


def rights_told() -> list[tuple[str, str, frozenset[str]]]:
    """Right, its words and the roles that hold it; of those that say something to a person."""
    held = [
        (right, words, frozenset(role for role in ROLES if right in ROLE_RIGHTS[role]))
        for right, words in RIGHTS.items()
        if words
    ]
    return [one for one in held if len(one[2]) < len(ROLES)]


class RightsTable(QTableWidget):
    """A line for each right, a column for each role; a cell that is not a role's stays empty."""

    def __init__(self) -> None:
        told = rights_told()
        super().__init__(len(told), len(ROLES) + 1)
        self.setAccessibleName(tr("Vai trò nào được làm gì"))
        self.setHorizontalHeaderLabels([tr("Được phép"), *(tr(ROLE_WORDS[role]) for role in ROLES)])
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self._fit_rows)
        for row, (_right, words, roles) in enumerate(told):
            text = said(words)
            self.setItem(row, 0, QTableWidgetItem(text[:1].upper() + text[1:]))
            for column, role in enumerate(ROLES, start=1):
                self._put(row, column, role in roles, role)

    def _fit_rows(self) -> None:
        """As high as the words are at the width that the other columns leave them; Qt forgets the padding."""
        room = QRect(0, 0, max(80, self.columnWidth(0) - _PADDING), 1_000)
        for row in range(self.rowCount()):
            words = self.item(row, 0)
            text = words.text() if words is not None else ""
            wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            self.setRowHeight(row, wrapped.height() + GAP + 6)

    def _put(self, row: int, column: int, may: bool, role: str) -> None:
        item = QTableWidgetItem("✓" if may else "")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        name = (
            tr("{0}: được").format(tr(ROLE_WORDS[role]))
            if may
            else tr("{0}: không").format(tr(ROLE_WORDS[role]))
        )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        self.setItem(row, column, item)
