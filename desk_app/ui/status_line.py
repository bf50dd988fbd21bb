"""The line at the foot of the window: who, which unit, the sync in words, scanner, printer, clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desk_app.ui.parts import GAP, Words, and_sign, link_button
from desk_app.ui.tongue import said, tr

if TYPE_CHECKING:
    from desk_app.operations.backup_plan import Standing
    from desk_app.operations.mirror_plan import MirrorStanding


class StatusLine(QFrame):
    """`officer_wanted` when another officer is to sit down, `lock_wanted` when the pages are to be locked,
    `sync_wanted` for the sync's page."""

    officer_wanted = Signal()
    lock_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.officer = link_button("")
        self.officer.clicked.connect(self.officer_wanted)
        self.lock = link_button(tr("Khóa (F12)"))
        self.lock.clicked.connect(self.lock_wanted)
        self.lock.hide()
        self.sync = link_button("")
        self.sync.clicked.connect(self.sync_wanted)
        self.scanner = Words("")
        self.scanner.hide()
        self.printer = Words("")
        self.backup = Words("")
        self.backup.hide()
        self.disk = Words("", "caution")
        self.disk.hide()
        self.mirror = Words("", "caution")
        self.mirror.hide()
        self.clock = Words("")
        self._name = self._unit = ""
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP * 2, 2)
        row.setSpacing(GAP * 2)
        row.addWidget(self.officer)
        row.addWidget(self.lock)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addStretch(1)
        row.addWidget(self.disk)
        row.addWidget(self.mirror)
        row.addWidget(self.backup)
        row.addWidget(self.scanner)
        row.addWidget(self.printer)
        row.addWidget(self.clock)
        self.officer.hide()
        self.sync.hide()

    def say_officer(self, name: str, unit: str, *, locks: bool = False) -> None:
        """Who sits here; `locks`: with an account of their own, so that the pages can be locked."""
        self._name, self._unit = name, unit
        change = (
            tr("Cán bộ {0}, {1}. Bấm để khóa và đổi người")
            if locks
            else tr("Cán bộ {0}, {1}. Bấm để đổi cán bộ")
        )
        self.officer.setAccessibleName(change.format(name, unit))
        self.officer.show()
        self.lock.setText(tr("Khóa (F12)"))
        self.lock.setAccessibleName(tr("Khóa màn hình, phím F12"))
        self.lock.setVisible(locks)
        self._fit()

    def say_nobody(self) -> None:
        """Nobody sits here."""
        self._name = self._unit = ""
        self.officer.setText("")
        self.officer.setAccessibleName("")
        self.officer.hide()
        self.lock.hide()

    def say_sync(self, words: str) -> None:
        """The sync's state."""
        self.sync.setText(and_sign(words))
        self.sync.setAccessibleName(tr("Đồng bộ: {0}").format(words))
        self.sync.show()
        self._fit()

    def say_printer(self, words: str, needs_a_look: bool) -> None:
        """The printer's state."""
        self.printer.setText(f"! {words}" if needs_a_look else words)
        self.printer.set_role("caution" if needs_a_look else "")
        self._fit()

    def say_scanner(self, words: str, needs_a_look: bool) -> None:
        """How the scanners that are no keyboard stand; empty: there is none."""
        self.scanner.setText(f"! {words}" if needs_a_look else words)
        self.scanner.set_role("caution" if needs_a_look else "")
        self.scanner.setVisible(bool(words))
        self._fit()

    def say_backup(self, standing: Standing, now: datetime) -> None:
        """How old the last good backup is; nothing where no place was chosen, which the day's page says."""
        from desk_app.operations.backup_plan import age_words

        words = said(age_words(standing.last, now, standing.on_stick)) if standing.wanted else ""
        needs_a_look = bool(standing.trouble) or standing.too_old(now)
        self.backup.setText(f"! {words}" if needs_a_look else words)
        self.backup.set_role("caution" if needs_a_look else "")
        self.backup.setVisible(bool(words))
        self._fit()

    def say_disk(self, words: str) -> None:
        """That the disk fills, or another trouble with it; nothing where all is well."""
        self.disk.setText(f"! {said(words)}" if words else "")
        self.disk.setVisible(bool(words))
        self._fit()

    def say_mirror(self, standing: MirrorStanding) -> None:
        """How far the journal's mirror is behind; nothing while it has everything."""
        from desk_app.operations.mirror_plan import behind_words

        words = said(behind_words(standing))
        self.mirror.setText(f"! {words}" if words else "")
        self.mirror.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """Leaves the unit's name, which the window's title bears too, off where there is no room for it."""
        whole = and_sign(f"{self._name} · {self._unit}" if self._name else self._unit)
        self.officer.setText(whole)
        if self._name and self._row.sizeHint().width() > self.width():
            self.officer.setText(and_sign(self._name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
