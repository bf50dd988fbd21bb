"""An office whose officers log in, for the tests of the window. Passwords cost nothing there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.accounts import (
    accounts,
    add_account,
    change_own_password,
    first_administrator,
)
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.login import log_in, log_out
from desk_app.ui.login_page import LoginPage
from sync.model.accounts import LEADER, RECEPTION
from tests.operations.staff import quick_passwords
from tests.ui.steps import NINE_FIFTEEN, Counter, found_office, press, type_in

CHIEF, CLERK, LEADING = "thu", "hai.levan", "ba.phamthi"
"""Administrator and reception; reception; leader, who receives nothing."""
NAMES: Final = {CHIEF: "Trần Thị Thử", CLERK: "Lê Văn Hai", LEADING: "Phạm Thị Ba"}
WORDS: Final = {CHIEF: "con ngua tia an co", CLERK: "dong lua chin vang", LEADING: "ben nuoc cay da xanh"}
TEMPORARY: Final = "mot cau tam thoi dai"


def found_named_office(data: Path, monkeypatch: pytest.MonkeyPatch, *, settled: bool = True) -> Path:
    """A stand-alone commune's folder with three accounts; `settled`: each with a password of its own."""
    quick_passwords(monkeypatch)
    found_office(data, NAMES[CHIEF])
    desk = open_desk(data, lambda: NINE_FIFTEEN)
    by = first_administrator(desk, NAMES[CHIEF], CHIEF, WORDS[CHIEF]).value.officer
    log_in(desk, CHIEF, WORDS[CHIEF])
    add_account(desk, NAMES[CLERK], CLERK, [RECEPTION], TEMPORARY, by)
    add_account(desk, NAMES[LEADING], LEADING, [LEADER], TEMPORARY, by)
    for login in (CLERK, LEADING) if settled else ():
        log_in(desk, login, TEMPORARY)
        change_own_password(desk, TEMPORARY, WORDS[login])
    log_out(desk)
    desk.close()
    return data


def id_of(desk: Desk, login: str) -> str:
    """The id of an account."""
    return next(one.id for one in accounts(desk) if one.login == login)


def login_page(counter: Counter) -> LoginPage:
    """The page that asks for name and password, when it is in front."""
    counter.until(lambda: isinstance(counter.window.stack.currentWidget(), LoginPage))
    page = counter.window.stack.currentWidget()
    assert isinstance(page, LoginPage)
    return page


def enter(counter: Counter, login: str, password: str = "") -> None:
    """Name and password by keyboard, Enter after each."""
    page = login_page(counter)
    page.login.setFocus()
    page.login.setText("")
    type_in(login)
    press(Qt.Key.Key_Return)
    type_in(password or WORDS[login])
    press(Qt.Key.Key_Return)


def sit(counter: Counter, login: str) -> None:
    """Logs in, and waits for the session's first page."""
    enter(counter, login)
    counter.until(lambda: counter.running.session is not None)


def lock(counter: Counter) -> None:
    """Locks by the key, and waits until every page is gone."""
    assert counter.running.seating is not None
    with counter.qtbot.waitSignal(counter.running.seating.locked):
        counter.go(Qt.Key.Key_F12)
