"""The line of Trả kết quả in which a dossier is asked for: by slip, by number, or by words and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

from desk_app.domain.scans import looks_like_scan
from desk_app.ui.counter import Counter
from desk_app.ui.dates import moment_said
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import said, tr

if TYPE_CHECKING:
    from desk_app.operations.find import DossierRow

_SEARCH_MS: Final = 120


class ReturnSearch(SuggestLine):
    """`chosen` carries a dossier's id, `meant` a number or code in full. `none_found`: nobody is called so.

    `failed` carries the `DeskError` of a search.
    """

    meant = Signal(str)
    none_found = Signal()
    failed = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__(
            tr("Phiếu hoặc người nhận"), tr("Quét phiếu, hoặc gõ mã, tên, số"), first_marked=True
        )
        self._counter = counter
        self._answered = ""
        self._entered_early = False
        self._later = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._later.timeout.connect(self.look)
        self.asked.connect(self._typed)
        self.entered.connect(self._entered)

    def put_away(self) -> None:
        """What the first characters of a scan may have begun is no search."""
        self._forget()
        self.clear()
        self.fold()

    def look(self) -> None:
        """Offers the dossiers of what stands here."""
        self._later.stop()
        desk, text = self._counter.desk, self.text()

        def find() -> list[DossierRow]:
            from desk_app.operations.collecting import asked_for

            return asked_for(desk, text)

        def found(rows: list[DossierRow]) -> None:
            if self.text() == text:  # else a scan came, or somebody typed on
                self._found(text, rows)

        self._counter.lanes.read(find, found, self.failed.emit, topic="return-find")

    def _found(self, text: str, rows: list[DossierRow]) -> None:
        early, self._entered_early = self._entered_early, False
        self._answered = text
        if early and len(rows) == 1:
            self.chosen.emit(rows[0].id)
            return
        self.suggest([Suggestion(f"{row.owner} · {row.number}", _note(row), row.id) for row in rows])
        if not rows:
            self.none_found.emit()

    def _forget(self) -> None:
        self._later.stop()
        self._answered = ""
        self._entered_early = False

    def _typed(self, text: str) -> None:
        self._forget()
        if len(text.strip()) < 2:
            self.fold()
        else:
            self._later.start()

    def _entered(self, text: str) -> None:
        """Enter with no row marked: a number or code in full, or words whose rows have not come yet."""
        words = text.strip()
        if len(words) >= 2 and self._answered != text and not looks_like_scan(text):
            self._entered_early = True
            self.look()
        elif words:
            self.meant.emit(text)


def _note(row: DossierRow) -> str:
    ready = tr(" từ {0}").format(moment_said(row.ready_at)) if row.ready_at else ""
    return f"{row.procedure_name} · {said(row.label).lower()}{ready}"
