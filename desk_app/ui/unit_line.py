"""A line that names another unit: chosen from those the center has told of, or typed by name or code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from desk_app.ui.counter import Counter
from desk_app.ui.suggest import Suggestion, SuggestLine
from sync.model.units import KnownUnit


class UnitLine(SuggestLine):
    """`value` is the code of the unit that was chosen, else what was typed; empty: no other unit."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder, first_marked=True)
        self._code = self._named = ""
        self.chosen.connect(self._chosen)

    @property
    def value(self) -> str:
        """A code, or a name as it was typed."""
        typed = self.text().strip()
        return self._code if self._code and typed == self._named else typed

    def put(self, code: str, name: str) -> None:
        """The unit of a code, or none."""
        self._code, self._named = code, (name or code).strip()
        self.setText(self._named)
        self.setCursorPosition(0)

    def offer(self, units: Sequence[KnownUnit]) -> None:
        """Units for what was typed."""
        self.suggest([Suggestion(one.name, one.code, one) for one in units])

    def draft(self) -> list[str]:
        """What stands there, for `put`."""
        return [self.value, self.text().strip()]

    def _chosen(self, unit: object) -> None:
        if isinstance(unit, KnownUnit):
            self.put(unit.code, unit.name)
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def find_units(
    counter: Counter, line: UnitLine, text: str, wanted: Callable[[], bool] = lambda: True
) -> None:
    """Reads what the center has told and offers what fits; `wanted` says whether the line still stands."""
    desk = counter.desk

    def read() -> Sequence[KnownUnit]:
        from desk_app.operations.units import known_units, own_units, units_like

        return units_like(known_units(desk), text, own_units(desk))

    def offer(units: Sequence[KnownUnit]) -> None:
        if wanted() and line.text() == text:
            line.offer(units)

    counter.lanes.read(read, offer, topic="units")
