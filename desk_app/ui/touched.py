"""What an officer has changed on a page meanwhile: a late answer of a reading leaves it alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)


class Touched:
    """Of these controls, the ones changed since they last showed what is kept.

    What was read is put on the page through `show`; what was saved is said by `saved`.
    """

    def __init__(self, *controls: QWidget) -> None:
        self._at: dict[QWidget, int] = {}
        self._changes = 0
        self._showing = False
        for control in controls:
            for signal in _signals(control):
                signal.connect(lambda *_given, control=control: self._touch(control))

    def _touch(self, control: QWidget) -> None:
        if not self._showing:
            self._changes += 1
            self._at[control] = self._changes

    def show(self, control: QWidget, put: Callable[[], object]) -> None:
        """Has `put` write into a control what is kept, unless the officer has changed it."""
        if control in self._at:
            return
        self._showing = True
        try:
            put()
        finally:
            self._showing = False

    @property
    def any(self) -> bool:
        """Whether any of them was changed."""
        return bool(self._at)

    @property
    def now(self) -> int:
        """This moment among the changes, for `saved`."""
        return self._changes

    def saved(self, moment: int) -> None:
        """What had been changed up to that moment is kept by now; what was changed after it is not."""
        self._at = {control: at for control, at in self._at.items() if at > moment}


def _signals(control: QWidget) -> tuple[SignalInstance, ...]:
    if isinstance(control, (QLineEdit, QPlainTextEdit)):
        return (control.textChanged,)
    if isinstance(control, QComboBox):
        return (control.currentIndexChanged,)
    if isinstance(control, QAbstractButton):
        return (control.toggled,)
    if isinstance(control, QTableWidget):
        model = control.model()
        return (model.dataChanged, model.rowsInserted, model.rowsRemoved)
    raise TypeError(type(control).__name__)
