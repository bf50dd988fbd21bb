"""An address typed as people say it, its commune picked by a few letters: "thôn 1, xvd".

What follows the last comma is looked for among the communes in force and, where those run out, among the old
ones; Enter takes the marked one. The text stays the officer's own: a place that no list knows stays as it is.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from desk_app.domain.territory import Commune, OldCommune, Place, with_old_name
from desk_app.operations.territory import territory
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import tr

ROWS: Final = 7
FEWEST: Final = 2
"""Letters that are enough to look."""


class AddressField(SuggestLine):
    """`placed` when it became known, or unknown again, where the address lies (`place`)."""

    placed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, tr("Số nhà, thôn, đường, rồi dấu phẩy và xã: thôn 1, xvd"), first_marked=False)
        self.place = Place("")
        self.near = ""
        """The province whose communes come first: the office's, then that of the last one picked."""
        self.asked.connect(self._look)
        self.chosen.connect(self._take_chosen)
        self.entered.connect(lambda _: self.focusNextChild())
        self.textChanged.connect(self._forget)

    @property
    def commune(self) -> str:
        """The code of the commune the address lies in now; empty where that is not certain."""
        known = self.place.communes
        return known[0].code if len(known) == 1 else ""

    @property
    def said(self) -> str:
        """What an old address is called now; empty for one that says it itself."""
        if self.place.old is None or "(trước đây:" in self.text():
            return ""
        names = [commune.full_name for commune in self.place.communes]
        if not names:
            return ""
        return (
            tr("Nay là {0}").format(names[0])
            if len(names) == 1
            else tr("Nay đã chia: {0}").format(tr(" hoặc ").join(names))
        )

    def put(self, address: str) -> None:
        """Another address, from a card or an earlier dossier."""
        self.setText(address)
        self.settle()

    def settle(self) -> None:
        """Finds out where the text lies."""
        place = territory().place(self.text())
        if place != self.place:
            self.place = place
            self.placed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def _forget(self) -> None:
        if self.place.communes:
            self.place = Place(self.text())
            self.placed.emit()

    def _look(self, text: str) -> None:
        if self.place.old is not None and self.said:
            self._first_marked = False
            self.suggest([self._row(commune, self.place.old) for commune in self.place.communes])
            return
        before, comma, wanted = text.rpartition(",")
        letters = sum(char.isalpha() for char in wanted)
        if letters < FEWEST or self.place.communes:
            self.fold()
            return
        self._first_marked = bool(comma) or (not before and wanted.islower() and wanted.strip().isalpha())
        self.suggest(self._rows_for(wanted))

    def _rows_for(self, wanted: str) -> list[Suggestion]:
        known = territory()
        rows = [self._row(commune, None) for commune in known.find(wanted, ROWS, self.near)]
        if len(rows) < ROWS and len(wanted.strip()) > FEWEST:
            for old in known.find_old(wanted, ROWS - len(rows)):
                now = [commune for code in old.now if (commune := known.commune(code))]
                rows += [self._row(commune, old) for commune in now]
        return rows[:ROWS]

    def _row(self, commune: Commune, old: OldCommune | None) -> Suggestion:
        note = (
            tr("trước đây: {0}").format(old.full_name)
            if old
            else tr("{0} · mã {1}").format(commune.province, commune.code)
        )
        title = commune.full_name if old else commune.name
        return Suggestion(title, note, (commune, old))

    def _take_chosen(self, value: object) -> None:
        assert isinstance(value, tuple)
        commune, old = value
        same = self.place.old is not None and self.place.old == old
        before = self.place.before if same else self.text().rpartition(",")[0]
        self.setText(with_old_name(before, commune, old.full_name if old else ""))
        self.place = Place(before, (commune,), old)
        self.near = commune.province
        self.placed.emit()
        self.textEdited.emit(self.text())
        self.fold()
        self.setCursorPosition(len(self.text()))
        if self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
