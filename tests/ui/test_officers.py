"""Who sits at the desk: chosen by keyboard, once, where there are several."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk_app.operations.desk import open_desk
from desk_app.operations.officers import add_officer
from tests.ui.steps import NINE_FIFTEEN, Counter, focus, press


def test_an_officer_sits_down_by_keyboard(office: Path, opened: Callable[..., Counter]) -> None:
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    add_officer(desk, "Lê Văn Hai")
    desk.close()
    counter = opened(office)
    counter.until(lambda: isinstance(counter.window.focusWidget(), QPushButton))
    assert counter.running.session is None
    press(Qt.Key.Key_Tab)
    assert focus().accessibleName() == "Cán bộ Lê Văn Hai"
    press(Qt.Key.Key_Return)
    counter.until(lambda: counter.running.session is not None)
    assert counter.window.status.officer.text() == "Lê Văn Hai · Ủy ban nhân dân xã Ví Dụ"
