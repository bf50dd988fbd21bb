"""With accounts on, a locked desk opens by the passwords of those who log in there, and not by a leaver's."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.accounts import add_account, change_account, first_administrator
from desk_app.operations.key_wraps import lock_with, new_code, status, turn_off, unwrap
from desk_app.operations.login import log_in, log_out
from desk_app.operations.rights import RightRefused
from sync.model.accounts import ADMINISTRATOR, RECEPTION
from tests.offices import new_desk

LAN, MINH = "mot cau rat de nho", "cau khac cung de nho"


def test_who_logs_in_opens_the_desk_afterwards_and_who_left_does_not(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path)) as desk:
        first_administrator(desk, "Nguyễn Thị Lan", "lan", LAN)
        session = log_in(desk, "lan", LAN)
        new_code(desk)
        with pytest.raises(DeskError, match="không đúng"):
            lock_with(desk, None, MINH)
        assert lock_with(desk, None, LAN) == "lan"
        made = add_account(desk, "Trần Văn Minh", "minh", {RECEPTION}, MINH, by=session.officer).value
        assert made.login == "minh"
        assert ADMINISTRATOR not in made.roles
        log_out(desk)
        log_in(desk, "minh", MINH)
        assert unwrap(tmp_path, "minh", MINH) == unwrap(tmp_path, "lan", LAN) == desk.store.key
        with pytest.raises(RightRefused):
            turn_off(desk)
        log_out(desk)
        log_in(desk, "lan", LAN)
        change_account(desk, made.id, by=session.officer, active=False)
        assert status(desk).logins == ("lan",)
    with pytest.raises(DeskError, match="không mở được"):
        unwrap(tmp_path, "minh", MINH)
