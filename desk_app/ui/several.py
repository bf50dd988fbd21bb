"""Several dossiers of one citizen in one go: setting one aside, typing on at it, receiving all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desk_app.domain.intake import IntakeRequest
from desk_app.ui.matters import Matter

if TYPE_CHECKING:
    from desk_app.ui.intake_form import IntakeForm

_MATTER = ("procedure", "case", "papers", "fee", "return_by", "return_to", "channel", "due", "note")
"""Of a draft, what belongs to one dossier; the rest is of the people, the same for all handed in together."""


class Several(QObject):
    """Moves dossiers between the form and those set aside; the people stay on the form."""

    def __init__(self, form: IntakeForm) -> None:
        super().__init__(form)
        self._form = form
        form.matters.wanted.connect(self.open)
        form.matters.dropped.connect(self._drop)
        form.procedure.another_wanted.connect(self.another)

    def another(self) -> None:
        """Sets the dossier being typed aside and begins the next of the same citizen."""
        form = self._form
        if form.procedure.procedure is not None:
            self.set_aside()
            form.put_matter({}, None)
        form.procedure.search.setFocus(Qt.FocusReason.OtherFocusReason)
        form.ensureWidgetVisible(form.procedure.search)

    def set_aside(self) -> None:
        """The dossier being typed, if a procedure is chosen."""
        form = self._form
        procedure = form.procedure.procedure
        if procedure is not None:
            draft = {name: value for name, value in form.draft().items() if name in _MATTER}
            form.matters.add(Matter(procedure, draft, form.request()))

    def open(self, place: int) -> None:
        """Types on at one that was set aside."""
        matter = self._form.matters.take(place)
        self.set_aside()
        self._form.put_matter(matter.draft, matter.procedure)

    def _drop(self, place: int) -> None:
        self._form.matters.take(place)
        self._form.changed.emit()

    def requests(self) -> list[IntakeRequest]:
        """All that F9 receives, the one being typed last; it is left out while it has no procedure."""
        form = self._form
        people = form.persons()
        aside = [replace(one.request, **people) for one in form.matters.matters]
        if aside and form.procedure.procedure is None:
            return aside
        return [*aside, form.request()]

    @property
    def all_at_once(self) -> bool:
        """Whether everything typed may be settled while the citizen waits."""
        procedures = [one.procedure for one in self._form.matters.matters]
        if self._form.procedure.procedure is not None:
            procedures.append(self._form.procedure.procedure)
        return bool(procedures) and all(one.on_the_spot for one in procedures)
