"""Accounts by keyboard and mouse: turned on, logged in with, given, changed, forgotten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.accounts import accounts
from desk_app.operations.drafts import INTAKE, save_draft
from desk_app.operations.waiting import waiting
from desk_app.ui.account_list import AccountList
from desk_app.ui.forgotten_page import ForgottenPage
from desk_app.ui.login_page import LoginPage, NewPasswordPage
from desk_app.ui.own_password import TurnOn
from desk_app.ui.role_words import RightsTable, rights_told
from desk_app.ui.safety_accounts import AccountsSection
from sync.model.accounts import RECEPTION, RECORDS
from tests.operations.staff import quick_passwords
from tests.ui.hands import keyboard
from tests.ui.named_office import (
    CHIEF,
    CLERK,
    LEADING,
    TEMPORARY,
    enter,
    found_named_office,
    lock,
    login_page,
    sit,
)
from tests.ui.steps import Counter, found_office, press, type_in

PASSWORD = "con trau di truoc"


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Callable[..., Counter]) -> Counter:
    return opened(found_named_office(tmp_path / "desk", monkeypatch))


def section(counter: Counter) -> AccountsSection:
    counter.go(Qt.Key.Key_F11)
    page = counter.window.page("F11")
    shown = page.section(AccountsSection.title)  # type: ignore[attr-defined]
    assert isinstance(shown, AccountsSection)
    return shown


def listed(counter: Counter, count: int) -> AccountList:
    view = section(counter).views[0]
    assert isinstance(view, AccountList)
    counter.until(lambda: view.list.count() == count)
    return view


def pick(view: AccountList, login: str) -> None:
    at = next(at for at in range(view.list.count()) if login in view.list.item(at).text())
    view.list.setCurrentRow(at)


def test_turning_accounts_on_asks_everybody_to_log_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Callable[..., Counter]
) -> None:
    quick_passwords(monkeypatch)
    counter = opened(found_office(tmp_path / "desk")).ready()
    desk = counter.running.desk
    assert desk is not None
    save_draft(desk, INTAKE, {"people": {"applicant": {"full_name": "Nguyễn Văn Mẫu"}}})
    view = section(counter).views[0]
    assert isinstance(view, TurnOn)
    view.login.setFocus()
    type_in("thu.tran")
    for line in (view.first.line, view.again.line):
        line.setFocus()
        type_in(PASSWORD)
    view.button.click()
    login_page(counter)
    enter(counter, "thu.tran", PASSWORD)
    counter.until(lambda: counter.running.session is not None)
    assert [(one.name, one.login) for one in accounts(desk)] == [("Trần Thị Thử", "thu.tran")]
    assert [one.name for one in waiting(desk)] == ["Nguyễn Văn Mẫu"]
    assert counter.read().intake.form.untouched


def test_an_account_is_added_and_its_first_log_in_asks_for_a_password_of_its_own(named: Counter) -> None:
    sit(named, CHIEF)
    view = listed(named, 3)
    view.new.click()
    view.name.setText("Đỗ Thị Tư")
    view.login.setText("tu.do")
    view.roles[RECEPTION].setChecked(False)
    view.roles[RECORDS].setChecked(True)
    view.keep.click()
    named.until(view.given.text)
    password = view.given.text().splitlines()[1]
    lock(named)
    enter(named, "tu.do", password)
    named.until(lambda: isinstance(named.window.stack.currentWidget(), NewPasswordPage))
    page = named.window.stack.currentWidget()
    assert isinstance(page, NewPasswordPage)
    type_in("khac nhau mot chut")
    press(Qt.Key.Key_Return)
    type_in("khac nhau hai chut")
    press(Qt.Key.Key_Return)
    assert "khác nhau" in page.wrong.text()
    for _ in range(2):
        type_in(PASSWORD)
        press(Qt.Key.Key_Return)
    named.until(lambda: named.running.session is not None)
    lock(named)
    enter(named, "tu.do", PASSWORD)
    named.until(lambda: named.running.session is not None)


def test_a_second_person_helps_who_forgot_the_password(named: Counter) -> None:
    sit(named, LEADING)
    view = listed(named, 3)
    assert not view.new.isEnabled()
    assert not view.keep_minutes.isEnabled()
    pick(view, CLERK)
    assert not view.aside.isEnabled()
    view.reset.click()
    named.until(view.given.text)
    password = view.given.text().splitlines()[1]
    lock(named)
    enter(named, CLERK, password)
    named.until(lambda: isinstance(named.window.stack.currentWidget(), NewPasswordPage))


def test_a_given_password_is_not_shown_to_the_next_who_looks(named: Counter) -> None:
    sit(named, CHIEF)
    view = listed(named, 3)
    pick(view, CLERK)
    view.reset.click()
    named.until(view.given.text)
    named.go(Qt.Key.Key_F5)
    assert view.given.text() == ""


def _is_wrong(page: LoginPage) -> bool:
    return "✕" in page.wrong.text()


def test_wrong_passwords_are_answered_with_a_wait_that_is_shown(named: Counter) -> None:
    for _ in range(5):
        enter(named, CLERK, "khong phai dau nhe")
        page = login_page(named)
        named.until(partial(_is_wrong, page))
    named.until(lambda: page.waiting)
    assert "0:" in page.wrong.text()
    assert not page.enter.isEnabled()
    page.login.setFocus()
    type_in("x")
    assert page.waiting == 0
    assert page.enter.isEnabled()
    assert page.password.line.text() == ""


def test_a_capital_without_shift_says_that_caps_lock_is_on(named: Counter) -> None:
    page = login_page(named)
    page.password.line.setFocus()
    keyboard.strike("A", keyboard.after(200))
    assert page.password.caps.isVisible()
    keyboard.strike("a", keyboard.after(200))
    assert not page.password.caps.isVisible()


def test_a_desk_without_a_center_says_who_else_can_help(named: Counter) -> None:
    page = login_page(named)
    page.help.click()
    shown = named.window.stack.currentWidget()
    assert isinstance(shown, ForgottenPage)
    shown.login.setText(CLERK)
    shown.ask.click()
    named.until(lambda: "trung tâm" in shown.wrong.text())
    assert not shown.answer.isVisible()
    shown.back.click()
    assert login_page(named).login.text() == CLERK


def test_other_minutes_hold_at_once(named: Counter) -> None:
    sit(named, CHIEF)
    view = listed(named, 3)
    named.until(lambda: view.minutes.value() == 5)
    view.minutes.setValue(1)
    view.keep_minutes.click()
    named.until(view.given.text)
    seating = named.running.seating
    assert seating is not None
    named.until(lambda: seating._minutes == 1)
    named.now = named.now.replace(minute=16)
    seating.idle.look()
    login_page(named)


def test_one_s_own_password_is_changed_with_the_old_one(named: Counter) -> None:
    sit(named, CLERK)
    shown = section(named)
    own = shown.views[0]
    assert [type(one).__name__ for one in shown.views] == ["OwnPassword", "RightsTable"]
    own.old.line.setText("dong lua chin vang")  # type: ignore[union-attr]
    own.first.line.setText(PASSWORD)  # type: ignore[union-attr]
    own.again.line.setText(PASSWORD)  # type: ignore[union-attr]
    own.button.click()  # type: ignore[union-attr]
    named.until(lambda: "✓" in own.wrong.text())  # type: ignore[union-attr]
    lock(named)
    enter(named, CLERK, PASSWORD)
    named.until(lambda: named.running.session is not None)


def test_sections_a_role_may_not_change_are_not_offered(named: Counter) -> None:
    sit(named, CLERK)
    titles: dict[str, list[str]] = {}
    for key in ("F10", "F11"):
        named.window.go(key)
        page = named.window.page(key)
        titles[key] = [page.tabs.tabText(at) for at in range(page.tabs.count())]  # type: ignore[attr-defined]
    assert titles["F10"] == ["Máy in", "Máy quét", "Tập dùng", "Giao diện"]
    assert "Tài khoản" in titles["F11"]
    assert not {"Khóa", "Nhật ký", "Kiểm tra"} & set(titles["F11"])


def test_the_table_of_roles_says_what_the_operations_hold() -> None:
    from desk_app.domain.rights import ROLE_RIGHTS

    table = RightsTable()
    for row, (right, _words, roles) in enumerate(rights_told()):
        cells = [table.item(row, column) for column in range(1, table.columnCount())]
        marked = [cell is not None and cell.text() == "✓" for cell in cells]
        assert marked == [right in ROLE_RIGHTS[role] for role in ROLE_RIGHTS]
        assert roles
    table.deleteLater()


def test_a_password_typed_is_nowhere_afterwards(named: Counter) -> None:
    enter(named, CLERK, TEMPORARY)
    page = login_page(named)
    assert page.password.line.text() == ""
    assert not page.password.line.isUndoAvailable()
    named.until(lambda: "✕" in page.wrong.text())
