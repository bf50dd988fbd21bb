"""The hub on the Sync page: typed or found, refused in words, left again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app.operations.hubs import hub_of
from desk_app.ui.hub_box import HubBox
from desk_app.ui.sync_page import SyncPage
from sync.center.api.app import who
from sync.center.exchange.upstream import open_hub
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.links.lan import Announced
from sync.model import kinds
from sync.protocol.ports import UNREACHABLE, LinkFailed
from tests.center.places import Place
from tests.patience import WAIT
from tests.ui.centers import WiredCenter
from tests.ui.steps import UNIT, Counter, found_office, press

HUB = "http://192.168.1.10:8443"


@pytest.fixture
def hub(tmp_path: Path, wired: WiredCenter) -> Iterator[Center]:
    place = Place(tmp_path / "commune", wired.center.clock, "hub")  # type: ignore[arg-type]
    line = invite(wired.center, UNIT, "http://center.example", role=kinds.HUB).encode()
    found = open_hub(place.data, line, place.secrets, wired.center.clock, marks=place.marks, post=wired.post)
    yield found
    found.close()


@pytest.fixture
def at_desk(
    qtbot: QtBot, tmp_path: Path, wired: WiredCenter, hub: Center, monkeypatch: pytest.MonkeyPatch
) -> tuple[Counter, HubBox]:
    import json

    def look(address: str) -> bytes:
        if address != HUB:
            raise LinkFailed(UNREACHABLE, "nobody")
        return json.dumps(who(hub)).encode()

    monkeypatch.setattr("desk_app.operations.hubs._look", look)
    data = found_office(tmp_path / "desk")
    wired.adopt(data)
    wired.cut = True
    counter = Counter(qtbot, data, post=wired.post).ready()
    counter.go(Qt.Key.Key_F8)
    page = counter.window.page("F8")
    assert isinstance(page, SyncPage)
    qtbot.waitUntil(page.hub.search.isEnabled, timeout=WAIT)
    return counter, page.hub


def test_a_hub_is_taken_by_its_address_and_left_again(at_desk: tuple[Counter, HubBox]) -> None:
    counter, box = at_desk
    desk = counter.running.desk
    assert desk is not None
    box.address.setFocus()
    box.address.setText(HUB)  # pasted
    press(Qt.Key.Key_Return)
    counter.until(lambda: "✓" in box.result.text())
    assert box.used.text() == HUB
    used = hub_of(desk)
    assert used is not None
    assert used.address == HUB
    box.leave.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: hub_of(desk) is None)
    counter.until(lambda: not box.leave.isVisible())
    counter.close()


def test_a_hub_is_found_on_the_network(
    at_desk: tuple[Counter, HubBox], monkeypatch: pytest.MonkeyPatch
) -> None:
    counter, box = at_desk
    monkeypatch.setattr("sync.links.lan.look_for_hubs", lambda unit: [Announced(HUB, unit)])
    box.search.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: box.used.text() == HUB)
    counter.close()


def test_an_address_with_nobody_there_is_said_with_what_to_do(at_desk: tuple[Counter, HubBox]) -> None:
    counter, box = at_desk
    box.address.setFocus()
    box.address.setText("http://192.168.1.99:8443")
    press(Qt.Key.Key_Return)
    counter.until(lambda: "Không gọi được máy đầu mối" in box.result.text())
    assert "thử lại" in box.result.text()
    assert box.take.isEnabled()
    counter.close()
