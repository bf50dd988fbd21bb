"""Accounts of a unit: turned on once, shared by its desks, changed by those who may, never erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.account_table import accounts_now, apply_accounts
from desk_app.operations.accounts import (
    account_of,
    accounts,
    accounts_on,
    add_account,
    change_account,
    change_own_password,
    first_administrator,
    set_password,
)
from desk_app.operations.desk import Desk
from desk_app.operations.login import LoginRefused, LoginSession, log_in, log_out
from desk_app.operations.officers import add_officer, officer_named, officers
from desk_app.operations.receive import receive
from desk_app.operations.rights import RightRefused, may, require
from sync.model.accounts import ADMINISTRATOR, LEADER, PROCESSING, RECEPTION
from tests.offices import OFFICER, MovedClock, another_writes, new_desk, reopened, request
from tests.operations.communes import Commune
from tests.operations.staff import PASSWORD, add, in_use, quick_passwords


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "desk", clock)
    yield opened
    opened.close()


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk whose unit has an administrator, who is logged in."""
    first_administrator(desk, "Trần Thị Quản", "quan", PASSWORD)
    log_in(desk, "quan", PASSWORD)
    return desk


def test_an_open_desk_asks_nobody(desk: Desk) -> None:
    assert not accounts_on(desk)
    assert not accounts(desk)
    assert may(desk, "accounts")
    assert receive(desk, [request()], OFFICER).value


def test_the_first_administrator_turns_accounts_on_and_the_officers_become_accounts_by_name(
    desk: Desk,
) -> None:
    add_officer(desk, "Nguyễn Văn Mẫu")
    first_administrator(desk, "Nguyễn Văn Mẫu", "Mau", PASSWORD)
    assert accounts_on(desk)
    assert not may(desk, "read")
    log_in(desk, "mau", PASSWORD)
    found = {one.name: (one.login, sorted(one.roles), one.usable) for one in accounts(desk)}
    assert found == {
        "Nguyễn Văn Mẫu": ("mau", [ADMINISTRATOR, RECEPTION], True),
        "Cán bộ tiếp nhận": ("nhan.canbotiep", [RECEPTION], False),
    }
    with pytest.raises(DeskError, match="đã có tài khoản"):
        first_administrator(desk, "Kẻ đến sau", "sau", PASSWORD)


@pytest.mark.parametrize(
    ("password", "words"),
    [("ngắn", "ít nhất 10"), ("1234567890", "dễ đoán"), ("mật khẩu của quan", "tên đăng")],
)
def test_a_weak_password_is_refused_and_nothing_is_turned_on(desk: Desk, password: str, words: str) -> None:
    with pytest.raises(DeskError, match=words):
        first_administrator(desk, "Trần Thị Quản", "quan", password)
    assert not accounts_on(desk)


@pytest.mark.parametrize("login", ["ab", "1abc", "mẫu", "a b c", "a" * 41, "mau~2"])
def test_a_login_that_cannot_be_typed_everywhere_is_refused(kept: Desk, login: str) -> None:
    with pytest.raises(DeskError, match="Tên đăng nhập") as refused:
        add(kept, login, RECEPTION)
    assert refused.value.mistakes[0].field == "login"


def test_a_login_is_given_once_also_after_its_owner_left(kept: Desk) -> None:
    left = add(kept, "thu", RECEPTION)
    assert kept.session is not None
    change_account(kept, left.id, active=False, by=kept.session.officer)
    with pytest.raises(DeskError, match="đã có người dùng"):
        add(kept, "THU", RECEPTION)
    assert [one.active for one in accounts(kept)] == [True, True, False]


def test_an_unknown_role_and_no_role_are_refused(kept: Desk) -> None:
    for roles in (("king",), ()):
        with pytest.raises(DeskError, match="vai trò"):
            add(kept, "thu", *roles)


def test_the_only_administrator_is_neither_made_inactive_nor_relieved(kept: Desk) -> None:
    assert kept.session is not None
    me = kept.session.officer
    for change in ({"active": False}, {"roles": [RECEPTION]}):
        with pytest.raises(DeskError, match="duy nhất"):
            change_account(kept, me.id, by=me, **change)
    add(kept, "phu", ADMINISTRATOR)
    change_account(kept, me.id, active=False, by=me)
    assert not may(kept, "accounts")


def test_a_changed_role_counts_at_once_in_an_open_session(kept: Desk) -> None:
    first = kept.session
    other = in_use(kept, "phu", ADMINISTRATOR)
    assert first is not None
    change_account(kept, first.officer.id, roles=[PROCESSING], by=other.officer)
    kept.session = first
    assert may(kept, "work")
    with pytest.raises(RightRefused, match="không có quyền quản lý tài khoản"):
        add(kept, "thu", RECEPTION)


def test_a_temporary_password_lets_nothing_be_done_before_it_is_changed(kept: Desk) -> None:
    add(kept, "thu", RECEPTION)
    assert log_in(kept, "thu", PASSWORD).must_change
    for right in ("read", "receive", "present"):
        with pytest.raises(RightRefused, match="phải đổi"):
            require(kept, right)
    with pytest.raises(DeskError, match="trùng mật khẩu cũ"):
        change_own_password(kept, PASSWORD, PASSWORD)
    with pytest.raises(LoginRefused):
        change_own_password(kept, "không phải", PASSWORD + "2")
    change_own_password(kept, PASSWORD, PASSWORD + "2")
    assert may(kept, "receive")
    assert not log_in(kept, "thu", PASSWORD + "2").must_change
    with pytest.raises(LoginRefused):
        log_in(kept, "thu", PASSWORD)


def test_a_leader_resolves_a_forgotten_password_and_a_receptionist_does_not(kept: Desk) -> None:
    lost = add(kept, "quen", RECEPTION)
    leader = in_use(kept, "lanhdao", LEADER)
    set_password(kept, lost.id, "tạm thời cho quên", leader.officer)
    with pytest.raises(DeskError, match="của chính mình"):
        set_password(kept, leader.officer.id, "tự đặt cho mình", leader.officer)
    log_in(kept, "quan", PASSWORD)
    receptionist = in_use(kept, "tiepnhan", RECEPTION)
    with pytest.raises(RightRefused, match="đặt lại mật khẩu"):
        set_password(kept, lost.id, "tạm thời cho quên 2", receptionist.officer)
    assert log_in(kept, "quen", "tạm thời cho quên").must_change


def test_a_leader_does_not_take_over_an_administrator(kept: Desk) -> None:
    leader = in_use(kept, "lanhdao", LEADER)
    with pytest.raises(DeskError, match="quản trị viên khác"):
        set_password(kept, account_of(kept, "quan").id, "mật khẩu chiếm quyền", leader.officer)


def test_officers_are_the_accounts_in_use(kept: Desk) -> None:
    add(kept, "thu", RECEPTION, name="Lê Văn Thử")
    assert {one.name for one in officers(kept)} == {"Trần Thị Quản", "Lê Văn Thử thu", "Cán bộ tiếp nhận"}
    assert kept.session is not None
    for mine in (None, "quan", "Trần Thị Quản"):
        assert officer_named(kept, mine) == kept.session.officer
    with pytest.raises(DeskError, match="tài khoản đang đăng nhập"):
        officer_named(kept, "thu")
    with pytest.raises(DeskError, match="tài khoản"):
        add_officer(kept, "Người lẻ")


def test_an_account_made_at_one_desk_logs_in_at_the_other_after_an_exchange(commune: Commune) -> None:
    commune.cut = False
    one, two = commune.desks
    session = in_use_first(one)
    add_account(one, "Lê Văn Thử", "thu", [RECEPTION], PASSWORD, session.officer)
    assert not accounts_on(two)
    for desk in (one, two):
        commune.sync(desk)
    assert accounts_on(two)
    assert not may(two, "read")
    assert log_in(two, "thu", PASSWORD).officer.name == "Lê Văn Thử"
    log_out(two)


def test_two_desks_that_change_one_account_apart_agree_and_keep_what_differs_by_field(
    commune: Commune,
) -> None:
    commune.cut = False
    one, two = commune.desks
    session = in_use_first(one)
    thu = add(one, "thu", RECEPTION)
    for desk in (one, two):
        commune.sync(desk)
    log_in(two, "quan", PASSWORD)
    change_account(one, thu.id, active=False, name="Thử Một", by=session.officer)
    change_account(two, thu.id, roles=[PROCESSING], name="Thử Hai", by=session.officer)
    for desk in (one, two, one):
        commune.sync(desk)
    assert accounts(one) == accounts(two)
    after = account_of(one, thu.id)
    assert (after.active, after.roles) == (False, frozenset({PROCESSING}))


def in_use_first(desk: Desk) -> LoginSession:
    first_administrator(desk, "Trần Thị Quản", "quan", PASSWORD)
    return log_in(desk, "quan", PASSWORD)


def test_accounts_stand_after_a_restart_and_nobody_is_logged_in(kept: Desk, clock: MovedClock) -> None:
    with reopened(kept.paths.data, clock) as again:
        assert accounts_now(again) == accounts_now(kept)
        assert again.session is None
        assert not may(again, "read")


def test_an_entry_that_makes_no_account_changes_nothing(kept: Desk) -> None:
    before = accounts(kept)
    another_writes(kept, "account", id="no id", height=9, login="ghost", name="Ma")
    assert not apply_accounts(kept)
    assert accounts(kept) == before
