"""Accesses to citizens' records that were noted and are not yet written to the disk."""

from __future__ import annotations

import threading

Access = tuple[str, str, str, str, str]
"""(at, officer's id, officer's name, what was done, about what)."""


class Accesses:
    """Rows that are noted and not yet written; threads share it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._rows: list[Access] = []

    def add(self, row: Access) -> int:
        """How many wait, with this one. The same again, in the same minute, is one row."""
        with self._guard:
            if row not in self._rows:
                self._rows.append(row)
            return len(self._rows)

    def take(self) -> list[Access]:
        """All of them, which wait no more."""
        with self._guard:
            rows, self._rows = self._rows, []
            return rows

    def give_back(self, rows: list[Access]) -> None:
        """They could not be written: they wait on."""
        with self._guard:
            self._rows = rows + self._rows
