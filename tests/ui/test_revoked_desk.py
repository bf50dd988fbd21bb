"""What the officer of a revoked desk sees on the Sync page, and what a colleague sees of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app.operations.receipts import SyncState
from desk_app.ui.sync_page import SyncPage
from sync.center.units.revoking import revoke
from tests.ui.centers import WiredCenter
from tests.ui.steps import UNIT, Counter, found_office, press


@pytest.fixture
def wired(tmp_path: Path) -> Iterator[WiredCenter]:
    center = WiredCenter(tmp_path)
    yield center
    center.close()


def at_sync_page(qtbot: QtBot, data: Path, wired: WiredCenter) -> tuple[Counter, SyncPage]:
    counter = Counter(qtbot, data, post=wired.post).ready()
    counter.go(Qt.Key.Key_F8)
    page = counter.window.page("F8")
    assert isinstance(page, SyncPage)
    counter.until(page.button.isEnabled)
    return counter, page


def test_a_revoked_desks_officer_reads_what_happened_and_what_to_do(
    qtbot: QtBot, tmp_path: Path, wired: WiredCenter
) -> None:
    data = found_office(tmp_path / "desk")
    wired.adopt(data)
    revoke(wired.center, f"{UNIT}/1", "Lê Văn Quản", "máy bị mất")
    counter, page = at_sync_page(qtbot, data, wired)
    page.button.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: "tiếp nhận ở quầy khác" in page.revoked.text())
    assert page.revoked.isVisible()
    assert "vẫn còn nguyên trên máy" in page.revoked.text()
    counter.until(lambda: page.state.text() == "Quầy này đã bị trung tâm thu hồi")
    assert not page.problem.isVisible(), "it is said once"
    assert not page.calm.isVisible(), "nobody is told to go on receiving here"
    counter.until(page.button.isEnabled)  # what was written is still delivered
    counter.close()


def test_a_colleague_reads_why_a_dossier_is_not_found(
    qtbot: QtBot, tmp_path: Path, wired: WiredCenter
) -> None:
    data = found_office(tmp_path / "desk")
    wired.adopt(data)
    counter, page = at_sync_page(qtbot, data, wired)
    counter.until(page.state.text)
    said = "Trung tâm đã thu hồi quầy 2: 3 ghi nhận của máy đó được giữ riêng, chưa tính vào đâu."
    state = SyncState(True, 0, 0, None, 0, 0, None, "Trung tâm", aside=said)
    page.put(state, offline=False, running=False)
    assert page.aside.text() == said
    assert not page.aside.isHidden()
    assert page.revoked.isHidden()
    page.put(SyncState(True, 0, 0, None, 0, 0, None, "Trung tâm"), offline=False, running=False)
    assert page.aside.isHidden()
    counter.close()
