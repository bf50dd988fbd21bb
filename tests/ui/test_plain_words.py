"""A citizen's words are words: no widget takes them for markup, and nothing they name is fetched."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

import desk_app.ui
from tests.ui.steps import Counter, press, type_in

EVIL = "<img src='file:////10.0.0.9/share/x.png'><b>Đậm & xấu</b>"
UI = Path(desk_app.ui.__file__).parent


def everything(counter: Counter) -> list[QWidget]:
    return [counter.window, *counter.window.findChildren(QWidget)]


def test_no_label_anywhere_reads_markup(counter: Counter) -> None:
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    counter.intake.form.applicant.search.setText(EVIL)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    press(Qt.Key.Key_F3)
    counter.until(lambda: counter.finding.rows.rowCount() == 1)
    press(Qt.Key.Key_Return)
    counter.until(counter.finding.dossier.isVisible)
    labels = [widget for widget in everything(counter) if isinstance(widget, QLabel)]
    shown = [label.text() for label in labels if EVIL in label.text()]
    assert shown, "the name is shown as it was typed"
    assert [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText] == []


def test_no_tooltip_and_no_rich_editor_is_used(counter: Counter) -> None:
    for key in ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F10", "F11"):
        counter.window.go(key)
    assert [widget for widget in everything(counter) if widget.toolTip() or widget.whatsThis()] == []
    assert [widget for widget in everything(counter) if isinstance(widget, QTextEdit)] == []


@pytest.mark.parametrize("path", sorted(UI.glob("*.py")), ids=lambda path: path.name)
def test_pages_make_labels_only_as_plain_words(path: Path) -> None:
    banned = {
        *("QLabel", "QTextEdit", "QTextBrowser", "QTextDocument", "QMessageBox", "QToolTip", "QErrorMessage"),
        *("setToolTip", "setWhatsThis", "setStatusTip", "setHtml", "insertHtml", "processEvents", "exec_"),
    }
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    allowed = {"QLabel"} if path.name == "parts.py" else set()
    assert used & banned <= allowed
