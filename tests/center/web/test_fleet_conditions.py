"""The list of machines says what waits at each and how full it is: in words, never by a colour alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import pytest

from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.conditions import Told
from sync.center.units.tree import center_rows
from tests.center.places import Clock, MemoryDesk
from tests.center.web.browsing import SCREENS, fits, log_in, look, page_of
from tests.center.web.conftest import ONE
from tests.center.web.visitor import Visitor, hire


@pytest.fixture
def path(center: Center, clock: Clock) -> str:
    """A machine where something has waited for two days, on a disk that is nearly full."""
    desk = MemoryDesk(center, known=True)
    desk.receive(ONE)
    desk.push()
    since = int((clock() - timedelta(days=2)).timestamp())
    said = Told(entries=12, entries_since=since, scans=3, scans_since=since + 60, free=1_500, release=0)
    with center.store.transaction() as ledger:
        note = json.dumps(asdict(said)).encode()
        center_rows(ledger).put_note(f"condition-of:{desk.keys.node.hex()}", note)
    return f"/may-quay/mot/{desk.keys.node.hex()}"


def test_what_waits_at_a_machine_and_its_disk_are_said_in_words(
    path: str, enter: Callable[..., Visitor]
) -> None:
    me = enter(Role.LEADER)
    for page in ("/may-quay", "/may-quay?loc=can-xem", path):
        assert me.open(page) == 200
        assert "! 12 ghi nhận, 3 bản chụp; cũ nhất 2 ngày trước" in " ".join(me.text.split()), page
        assert "! còn 1,5 GB" in me.text
        assert "còn chờ gửi lâu" in me.text


def test_a_machine_of_an_older_program_is_shown_as_one_that_said_nothing(
    center: Center, enter: Callable[..., Visitor]
) -> None:
    desk = MemoryDesk(center, known=True)
    desk.receive(ONE)
    desk.push()
    me = enter(Role.AUDITOR)
    me.open("/may-quay")
    assert "chưa báo" in me.text
    assert "đĩa sắp đầy" not in me.text


def test_the_list_of_machines_is_accessible_and_fits_every_screen(
    center: Center, path: str, address: str, browser: Any
) -> None:
    hire(center, "chi.ba", Role.LEADER)
    with page_of(browser, address, "desk") as page:
        log_in(page, "chi.ba")
        for one in ("/may-quay", path):
            for screen, (wide, high) in (SCREENS | {"old": (1024, 768)}).items():
                page.set_viewport_size({"width": wide, "height": high})
                page.goto(one)
                (look if screen == "desk" else fits)(page, f"fleet{len(one)}", screen)
