"""Asking where a file is, or is to lie. The dialog is over its page alone and nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Taken = Callable[[str], object]
"""Gets the path that was chosen; not called when nothing was."""


def ask_where_to_save(
    over: QWidget, title: str, name: str, kinds: str, taken: Taken, ending: str = "pdf"
) -> None:
    """Asks for the file to write, a PDF where no other `ending` is said; `name` is offered.

    `kinds`, here and below, is what is shown of a folder, as Qt's filters say it: ``Words (*.ending …)``.
    """
    dialog = _dialog(over, title, name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.fileSelected.connect(taken)
    dialog.open()


def ask_for_file(over: QWidget, title: str, kinds: str, taken: Taken) -> None:
    """Asks for one file that is there."""
    dialog = _dialog(over, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(taken)
    dialog.open()


def ask_for_files(over: QWidget, title: str, kinds: str, taken: Callable[[Sequence[str]], object]) -> None:
    """Asks for any number of files that are there."""
    dialog = _dialog(over, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(taken)
    dialog.open()


def ask_for_folder(over: QWidget, title: str, taken: Taken, start: str = "") -> None:
    """Asks for a folder, from `start` on."""
    dialog = _dialog(over, title, start, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(taken)
    dialog.open()


def _dialog(over: QWidget, title: str, start: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(over, title, start, kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
