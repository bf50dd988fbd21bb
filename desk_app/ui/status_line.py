"""The line at the foot of the window: who, which unit, the sync in words, the printer, the clock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desk_app.ui.parts import GAP, Words, and_sign, link_button


class StatusLine(QFrame):
    """`officer_wanted` when another officer is to sit down, `sync_wanted` for the sync's page."""

    officer_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.officer = link_button("")
        self.officer.clicked.connect(self.officer_wanted)
        self.sync = link_button("")
        self.sync.clicked.connect(self.sync_wanted)
        self.printer = Words("")
        self.clock = Words("")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP * 2, 2)
        row.setSpacing(GAP * 2)
        row.addWidget(self.officer)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addStretch(1)
        row.addWidget(self.printer)
        row.addWidget(self.clock)
        self.officer.hide()
        self.sync.hide()

    def say_officer(self, name: str, unit: str) -> None:
        """Who sits here."""
        self.officer.setText(and_sign(f"{name} · {unit}" if name else unit))
        self.officer.setAccessibleName(f"Cán bộ {name}, {unit}. Bấm để đổi cán bộ")
        self.officer.show()

    def say_sync(self, words: str) -> None:
        """The sync's state."""
        self.sync.setText(and_sign(words))
        self.sync.setAccessibleName(f"Đồng bộ: {words}")
        self.sync.show()

    def say_printer(self, words: str, needs_a_look: bool) -> None:
        """The printer's state."""
        self.printer.setText(f"! {words}" if needs_a_look else words)
        self.printer.set_role("caution" if needs_a_look else "")
