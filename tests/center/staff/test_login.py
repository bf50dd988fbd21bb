"""Logging in: lockout, expiry, links, and what is the same whether a name is known or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from sync.center.staff import sessions
from sync.center.staff.accounts import AccountRefused, Wanted, add_member, member
from sync.center.staff.links import FIRST_SECONDS, LINK_SECONDS, LinkOver, first_link, link_for, link_of
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.staff.sessions import LOGIN_RATE, LoginRefused, log_in, session_of
from sync.center.staff.tries import Rate, network_of, tried
from sync.center.store import staff_tables
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.identity.passwords import is_password
from tests.center.places import Clock
from tests.center.web.visitor import PASSWORD, Visitor, hire

HERE = "192.0.2.1"


def test_the_first_start_gives_a_link_that_makes_one_administrator(center: Center, visitor: Visitor) -> None:
    path = first_link(center)
    assert path is not None
    assert visitor.open(path) == 200
    assert visitor.open(path) == 200, "looking at it does not use it up"
    values = {"name": "Nguyễn Văn An", "login": "an.nguyen", "password": PASSWORD, "again": PASSWORD}
    assert visitor.send(path, **{**values, "again": "khác hẳn mật khẩu"}) == 422
    assert 'value="Nguyễn Văn An"' in visitor.text
    assert PASSWORD not in visitor.text
    assert visitor.send(path, **values) == 303
    assert visitor.open(path) == 410
    assert first_link(center) is None
    assert visitor.log_in("an.nguyen") == 303
    one = member(center, "an.nguyen")
    assert one is not None
    assert one.roles == {Role.ADMINISTRATOR}


def test_of_two_first_links_only_one_makes_an_administrator(center: Center, visitor: Visitor) -> None:
    one, other = first_link(center), first_link(center)
    assert one is not None
    assert other is not None
    visitor.fill(one, name="Nguyễn Văn An", login="an.nguyen", password=PASSWORD, again=PASSWORD)
    assert visitor.open(other) == 410


def test_links_end(center: Center, clock: Clock) -> None:
    path = first_link(center)
    assert path is not None
    clock.advance(seconds=FIRST_SECONDS - 1)
    link_of(center, path.rpartition("/")[2])
    clock.advance(seconds=2)
    with pytest.raises(LinkOver):
        link_of(center, path.rpartition("/")[2])


def test_only_the_hash_of_a_link_is_kept(center: Center) -> None:
    path = first_link(center)
    assert path is not None
    with center.store.snapshot() as ledger:
        [row] = center_rows(ledger).connection.execute(select(staff_tables.staff_links)).all()
    assert len(bytes(row.code)) == 32
    assert path.rpartition("/")[2].encode() not in bytes(row.code)


@pytest.mark.parametrize("text", ["", "x", "a" * 32, "ü", "A" * 33, "%2e%2e", "=" * 32])
def test_what_is_no_link_opens_nothing(center: Center, text: str) -> None:
    with pytest.raises(LinkOver):
        link_of(center, text)


def test_a_new_link_ends_the_one_before_and_a_used_one_every_session(
    center: Center, visitor: Visitor, clock: Clock
) -> None:
    one = hire(center, "chi.huong", Role.SPECIALIST)
    visitor.log_in("chi.huong")
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        first, second = link_for(center, rows, one), link_for(center, rows, one)
    assert Visitor(visitor.app).open(first) == 410
    assert visitor.open("/ho-so") == 200
    clock.advance(seconds=LINK_SECONDS - 60)
    other = Visitor(visitor.app)
    assert other.fill(second, password="một mật khẩu khác", again="một mật khẩu khác") == 303
    assert visitor.open("/ho-so") == 401
    assert other.log_in("chi.huong", "một mật khẩu khác") == 303


def test_wrong_passwords_lock_longer_and_longer_up_to_a_quarter_of_an_hour(
    center: Center, clock: Clock
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    waits = []
    for guess in range(14):
        with pytest.raises(LoginRefused):
            log_in(center, "chi.huong", f"sai {guess}", f"192.0.2.{guess}")
        one = member(center, "chi.huong")
        assert one is not None
        wait = max(one.locked_until - int(clock().timestamp()), 0)
        waits.append(wait)
        clock.advance(seconds=wait + 1)
    assert waits[:7] == [0, 0, 0, 0, 30, 60, 120]
    assert waits[-3:] == [900, 900, 900]
    assert len(log_in(center, "chi.huong", PASSWORD, HERE)) == sessions.TOKEN_BYTES
    one = member(center, "chi.huong")
    assert one is not None
    assert one.locked_until == 0


def test_while_locked_even_the_right_password_is_refused_and_counts_nothing(
    center: Center, clock: Clock
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    for _ in range(5):
        with pytest.raises(LoginRefused):
            log_in(center, "chi.huong", "sai", HERE)
    until = member(center, "chi.huong")
    with pytest.raises(LoginRefused, match="tạm khóa"):
        log_in(center, "chi.huong", PASSWORD, HERE)
    assert member(center, "chi.huong") == until
    clock.advance(seconds=31)
    log_in(center, "chi.huong", PASSWORD, HERE)


@pytest.mark.parametrize("login", ["khong.co", "", "' OR 1=1 --", "x" * 500, "Chi.Huong\x00"])
def test_an_unknown_name_is_told_the_same_as_a_wrong_password(center: Center, login: str) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    with pytest.raises(LoginRefused) as wrong:
        log_in(center, "chi.huong", "sai", HERE)
    with pytest.raises(LoginRefused) as unknown:
        log_in(center, login, PASSWORD, HERE)
    assert unknown.value.sentence == wrong.value.sentence


def test_an_unknown_name_costs_as_many_hashes_as_a_known_one(
    center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    asked: list[bool] = []

    def counted(password: str, verifier: str) -> bool:
        asked.append(bool(verifier))
        return is_password(password, verifier)

    monkeypatch.setattr("sync.center.staff.sessions.is_password", counted)
    for login in ("chi.huong", "khong.co"):
        with pytest.raises(LoginRefused):
            log_in(center, login, "sai", HERE)
    assert asked == [True, False], "each once, with or without a verifier"


def test_one_address_may_not_try_for_ever(center: Center, clock: Clock) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    for number in range(LOGIN_RATE.most):
        with pytest.raises(LoginRefused):
            log_in(center, f"khong.co.{number}", "sai", HERE)
    with pytest.raises(LoginRefused, match="quá nhiều"):
        log_in(center, "chi.huong", PASSWORD, HERE)
    log_in(center, "chi.huong", PASSWORD, "192.0.2.77")
    clock.advance(seconds=LOGIN_RATE.seconds)
    log_in(center, "chi.huong", PASSWORD, HERE)


def test_tries_are_counted_in_the_database_for_every_process(center: Center, clock: Clock) -> None:
    rate = Rate("x", 3, 60)
    assert [tried(center, rate, HERE) for _ in range(5)] == [True, True, True, False, False]
    assert tried(center, Rate("y", 3, 60), HERE)
    with center.store.snapshot() as ledger:
        kept = center_rows(ledger).connection.execute(select(staff_tables.tries.c.key)).scalars().all()
    assert not any(HERE in key for key in kept), "addresses are kept hashed"
    clock.advance(days=2)
    tried(center, rate, "192.0.2.9")
    with center.store.snapshot() as ledger:
        left = center_rows(ledger).connection.execute(select(staff_tables.tries.c.key)).scalars().all()
    assert len(left) == 1, "what no longer counts is forgotten"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1%eth0", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_a_household_counts_as_one_address(address: str, network: str) -> None:
    assert network_of(address) == network


def test_a_session_ends_when_idle_and_in_any_case(center: Center, clock: Clock) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    clock.advance(seconds=sessions.IDLE - 1)
    assert session_of(center, token) is not None
    clock.advance(seconds=sessions.IDLE - 1)
    assert session_of(center, token) is not None, "used in between"
    for _ in range(22):
        clock.advance(seconds=sessions.IDLE - 60)
        session_of(center, token)
    clock.advance(seconds=sessions.IDLE)
    assert session_of(center, token) is None
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    clock.advance(seconds=sessions.IDLE)
    assert session_of(center, token) is None


def test_a_token_is_not_to_be_had_from_the_database(center: Center) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger).connection.execute(select(staff_tables.staff_sessions)).all()
        [verifier] = center_rows(ledger).connection.execute(select(staff_tables.staff.c.verifier)).scalars()
    assert token not in b"".join(bytes(row.token) for row in rows)
    assert session_of(center, bytes(rows[0].token)) is None, "its hash opens nothing"
    assert verifier.startswith("$argon2id$")


def test_an_account_without_a_password_lets_nobody_in(center: Center) -> None:
    with center.store.transaction() as ledger:
        wanted = Wanted("chi.huong", "Chị Hương", frozenset({Role.RECEPTION}))
        add_member(center, center_rows(ledger), wanted)
    for password in ("", PASSWORD):
        with pytest.raises(LoginRefused):
            log_in(center, "chi.huong", password, HERE)


@pytest.mark.parametrize("password", ["ngắn", "1234567890", "aaaaaaaaaaaa", "an.nguyen 2026", "x" * 129])
def test_a_bad_password_is_refused_in_words(center: Center, visitor: Visitor, password: str) -> None:
    path = first_link(center)
    assert path is not None
    values = {"name": "Nguyễn Văn An", "login": "an.nguyen", "password": password, "again": password}
    assert visitor.fill(path, **values) == 422
    assert 'id="m-password"' in visitor.answer.text


def test_changing_the_password_ends_the_other_sessions(
    center: Center, visitor: Visitor, enter: Callable[..., Visitor]
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    visitor.log_in("chi.huong")
    other = Visitor(visitor.app)
    other.log_in("chi.huong")
    new = "nắng lên rồi đấy"
    assert visitor.fill("/mat-khau", old="sai", password=new, again=new) == 422
    assert visitor.fill("/mat-khau", old=PASSWORD, password=PASSWORD, again=PASSWORD) == 422
    assert visitor.fill("/mat-khau", old=PASSWORD, password=new, again=new) == 303
    assert visitor.open("/ho-so") == 200
    assert other.open("/ho-so") == 401
    assert other.log_in("chi.huong") == 422
    assert other.log_in("chi.huong", new) == 303


def test_the_record_says_who_did_what_and_never_who_the_citizen_is(
    center: Center, enter: Callable[..., Visitor]
) -> None:
    enter(Role.ADMINISTRATOR)
    with pytest.raises(LoginRefused):
        log_in(center, "can.bo.1", "sai", HERE)
    with pytest.raises(LoginRefused):
        log_in(center, "mật khẩu gõ nhầm ô", "sai", HERE)
    acts = [(one.login, one.act) for one in lines(center)]
    assert acts[0] == ("", "login-refused"), "a name that is none may be a password: it is not kept"
    assert acts[1] == ("can.bo.1", "login-refused")
    assert ("can.bo.1", "login") in acts


def test_names_are_never_used_again(center: Center) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    wanted = Wanted(" Chi.HUONG ", "Người khác", frozenset({Role.RECEPTION}))
    with center.store.transaction() as ledger, pytest.raises(AccountRefused):
        add_member(center, center_rows(ledger), wanted)
