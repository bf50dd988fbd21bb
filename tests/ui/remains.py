"""What a window still holds of a word: in any widget, model, picture title, clipboard or live Python row."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desk_app.store.search import DossierRow

_SPOKEN = (
    *("text", "toPlainText", "placeholderText", "currentText", "windowTitle", "windowFilePath", "toolTip"),
    *("statusTip", "whatsThis", "accessibleName", "accessibleDescription", "title"),
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_MOST = 2_000


def remains(words: Iterable[str], but: QWidget | None = None) -> list[str]:
    """Where any of the words still stands, one line each; `but`: a window that may show it."""
    wanted = tuple(words)
    found = []
    for place, text in _everything(but):
        if any(one in text for one in wanted):
            found.append(f"{place}: {text[:60]}")
    return found


def rows_alive() -> int:
    """How many rows of lists of dossiers Python still holds."""
    gc.collect()
    return sum(isinstance(one, DossierRow) for one in gc.get_objects())


def _everything(but: QWidget | None) -> Iterator[tuple[str, str]]:
    clipboard = QGuiApplication.clipboard()
    for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
        yield "clipboard", clipboard.text(mode)
    for window in QGuiApplication.allWindows():
        yield "title", window.title()
    for widget in QApplication.allWidgets():
        if isValid(widget) and (but is None or not (widget is but or but.isAncestorOf(widget))):
            yield from _of_widget(widget)


def _of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    name = type(widget).__name__
    for asked in _SPOKEN:
        spoken = getattr(widget, asked, None)
        if callable(spoken):
            yield f"{name}.{asked}", str(spoken())
    seen = QAccessible.queryAccessibleInterface(widget)
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield f"{name} read aloud", seen.text(kind) if seen is not None else ""
    models: list[QObject] = list(widget.findChildren(QAbstractItemModel))
    model = getattr(widget, "model", None)
    if callable(model):
        models.append(model())
    for one in models:
        if isinstance(one, QAbstractItemModel):
            yield from _of_model(name, one)


def _of_model(name: str, model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    root = QModelIndex()
    for row in range(min(model.rowCount(root), _MOST)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(root)):
            for role in _ROLES:
                yield f"{name} row", str(model.data(model.index(row, column, root), role) or "")
