"""The second factor: set up, asked for, lost, reset; codes that open once; who must have one and when."""

from __future__ import annotations

import base64
import logging
import re
from collections.abc import Callable
from html import unescape

import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from sync.center.staff import factors
from sync.center.staff.accounts import Member, member
from sync.center.staff.factors import Rule, factor_of, rule_of, set_rule
from sync.center.staff.links import has_administrator, link_for
from sync.center.staff.proving import CODE_RATE, FRESH_SECONDS, second_step
from sync.center.staff.record import lines
from sync.center.staff.resetting import reset
from sync.center.staff.roles import Role
from sync.center.staff.sessions import CODE_SECONDS, LoginRefused, log_in, session_of, stage_of
from sync.center.staff.totp import PERIOD, code_at
from sync.center.store import staff_tables
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from tests.center.places import Clock
from tests.center.web.visitor import PASSWORD, Visitor, hire

HERE = "192.0.2.1"
SECRET = bytes(range(20))
NEW = "một mật khẩu khác"


def code_now(clock: Clock, secret: bytes = SECRET) -> str:
    return code_at(secret, int(clock().timestamp()) // PERIOD)


def later(clock: Clock) -> None:
    """Until the telephone shows another code."""
    clock.advance(seconds=PERIOD)


def with_factor(center: Center, clock: Clock, *roles: Role, login: str = "chi.huong") -> list[str]:
    """An account that has the second factor; its recovery codes."""
    one = hire(center, login, *(roles or (Role.SPECIALIST,)))
    codes = factors.turn_on(center, one, SECRET, code_now(clock))
    assert codes is not None
    later(clock)
    return codes


def entered(app: Starlette, clock: Clock, login: str = "chi.huong", password: str = PASSWORD) -> Visitor:
    """Somebody who logged in with both."""
    visitor = Visitor(app)
    assert visitor.log_in(login, password) == 303
    assert visitor.follow() == 200
    assert visitor.send("/dang-nhap/ma", code=code_now(clock)) == 303
    return visitor


def current(center: Center, login: str = "chi.huong") -> Member:
    one = member(center, login)
    assert one is not None
    return one


def test_it_is_set_up_with_a_picture_and_asked_for_from_then_on(
    app: Starlette, center: Center, clock: Clock, enter: Callable[..., Visitor]
) -> None:
    me = enter(Role.LEADER)
    assert me.open("/hai-buoc") == 200
    assert "Chưa bật" in me.text
    assert me.open("/hai-buoc/bat") == 200
    assert "<svg" in me.answer.text
    typed = re.search(r'<span class="code">([A-Z2-7 ]{39})</span>', me.answer.text)
    assert typed is not None
    draft = me.hidden()
    assert me.send("/hai-buoc/bat", code="000000") == 422
    assert typed[1] in me.text, "the same secret again: the telephone has it already"
    secret = base64.b32decode(typed[1].replace(" ", ""))
    assert me.send("/hai-buoc/bat", draft, code=code_now(clock, secret)) == 200
    codes = re.findall(r'<li class="code">([a-z2-7-]{29})</li>', unescape(me.answer.text))
    assert len(set(codes)) == factors.CODES
    assert me.answer.headers["cache-control"] == "no-store"
    assert me.open("/ho-so") == 200, "the session goes on under another token"
    other = Visitor(app)
    assert other.log_in("can.bo.1") == 303
    assert other.location.startswith("/dang-nhap/ma")
    assert other.open("/ho-so") == 401, "the password alone opens nothing"
    clock.advance(seconds=PERIOD)
    other.open("/dang-nhap/ma")
    assert other.send("/dang-nhap/ma", code=code_now(clock, secret)) == 303
    assert other.open("/ho-so") == 200
    acts = [one.act for one in lines(center)]
    assert acts[:2] == ["login", "login-half"]
    assert "factor-on" in acts


def test_a_draft_of_another_account_sets_nothing_up(center: Center, clock: Clock) -> None:
    one, other = hire(center, "chi.huong", Role.LEADER), hire(center, "anh.ba", Role.LEADER)
    draft = factors.draft_of(center, one, SECRET)
    assert factors.secret_in(center, one, draft) == SECRET
    assert factors.secret_in(center, other, draft) is None
    assert factors.secret_in(center, one, draft[:-4] + "AAAA") is None
    assert factors.secret_in(center, one, "không phải") is None


def test_a_code_opens_once_also_within_its_half_minute(center: Center, app: Starlette, clock: Clock) -> None:
    with_factor(center, clock)
    code = code_now(clock)
    first = log_in(center, "chi.huong", PASSWORD, HERE)
    second = log_in(center, "chi.huong", PASSWORD, HERE)
    assert stage_of(center, first) == "code"
    assert session_of(center, first) is None
    assert session_of(center, first, half=True) is None
    whole = second_step(center, first, code, HERE)
    assert session_of(center, whole) is not None
    assert session_of(center, first) is None, "the half's token is gone"
    with pytest.raises(LoginRefused, match="đã dùng"):
        second_step(center, second, code, HERE)


def test_each_recovery_code_opens_once(center: Center, clock: Clock) -> None:
    codes = with_factor(center, clock)
    for code in (codes[0], codes[7].upper().replace("-", " ")):
        token = log_in(center, "chi.huong", PASSWORD, HERE)
        assert session_of(center, second_step(center, token, code, HERE)) is not None
        again = log_in(center, "chi.huong", PASSWORD, HERE)
        with pytest.raises(LoginRefused):
            second_step(center, again, code, HERE)
    with center.store.snapshot() as ledger:
        left = factor_of(center_rows(ledger), current(center).id)
    assert left is not None
    assert left.codes == factors.CODES - 2
    assert [one.act for one in lines(center)].count("factor-code-used") == 2


def test_recovery_codes_of_another_account_or_from_before_open_nothing(center: Center, clock: Clock) -> None:
    old = with_factor(center, clock)
    others = with_factor(center, clock, login="anh.ba")
    new = factors.renew_codes(center, current(center))
    for code in (old[0], others[0]):
        token = log_in(center, "chi.huong", PASSWORD, HERE)
        with pytest.raises(LoginRefused):
            second_step(center, token, code, HERE)
    second_step(center, log_in(center, "chi.huong", PASSWORD, HERE), new[0], HERE)


def test_wrong_codes_lock_as_wrong_passwords_do_and_the_right_password_forgives_none(
    center: Center, clock: Clock
) -> None:
    with_factor(center, clock)
    for _ in range(4):
        token = log_in(center, "chi.huong", PASSWORD, HERE)
        with pytest.raises(LoginRefused, match="chưa đúng"):
            second_step(center, token, "000000", HERE)
    other = log_in(center, "chi.huong", PASSWORD, HERE)
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    with pytest.raises(LoginRefused, match="tạm khóa"):
        second_step(center, token, "000000", HERE)
    assert current(center).locked_until > clock().timestamp()
    with pytest.raises(LoginRefused, match="tạm khóa"):
        log_in(center, "chi.huong", PASSWORD, HERE)
    clock.advance(seconds=31)
    with pytest.raises(LoginRefused, match="năm phút"):
        second_step(center, other, code_now(clock), HERE)
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    second_step(center, token, code_now(clock), HERE)
    assert current(center).locked_until == 0


def test_codes_are_guessed_at_from_one_address_only_so_often(center: Center, clock: Clock) -> None:
    with_factor(center, clock)
    for number in range(CODE_RATE.most):
        with pytest.raises(LoginRefused):
            second_step(center, bytes([number]) * 32, "000000", HERE)
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    with pytest.raises(LoginRefused, match="quá nhiều"):
        second_step(center, token, code_now(clock), HERE)
    second_step(center, token, code_now(clock), "192.0.2.9")


def test_half_a_session_waits_five_minutes(center: Center, clock: Clock) -> None:
    with_factor(center, clock)
    token = log_in(center, "chi.huong", PASSWORD, HERE)
    clock.advance(seconds=CODE_SECONDS)
    with pytest.raises(LoginRefused, match="năm phút"):
        second_step(center, token, code_now(clock), HERE)


def test_a_link_for_a_password_does_not_go_around_the_second_factor(
    center: Center, app: Starlette, clock: Clock
) -> None:
    with_factor(center, clock)
    with center.store.transaction() as ledger:
        path = link_for(center, center_rows(ledger), current(center))
    visitor = Visitor(app)
    assert visitor.fill(path, password=NEW, again=NEW) == 303
    assert visitor.log_in("chi.huong", NEW) == 303
    assert visitor.location.startswith("/dang-nhap/ma")
    assert visitor.open("/ho-so") == 401


def test_another_administrator_resets_it_and_nobody_his_own(
    center: Center, app: Starlette, clock: Clock, enter: Callable[..., Visitor]
) -> None:
    with_factor(center, clock, Role.LEADER)
    lost = entered(app, clock)
    boss = enter(Role.ADMINISTRATOR)
    boss.open("/tai-khoan")
    assert "⚿ hai bước" in boss.text
    assert boss.fill("/tai-khoan/mot/can.bo.1/hai-buoc") == 422
    assert boss.fill("/tai-khoan/mot/khong.co/hai-buoc") == 404
    assert boss.fill("/tai-khoan/mot/chi.huong/hai-buoc") == 303
    assert lost.open("/ho-so") == 401
    assert lost.log_in("chi.huong") == 303
    assert lost.open("/ho-so") == 200
    [line] = [one for one in lines(center) if one.act == "factor-reset"]
    assert (line.login, line.what) == ("can.bo.1", "chi.huong")


@pytest.mark.expects_log
def test_a_lost_last_administrator_is_let_in_again_at_the_server_which_is_recorded_and_logged(
    center: Center, app: Starlette, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with_factor(center, clock, Role.ADMINISTRATOR)
    lost = entered(app, clock)
    with caplog.at_level(logging.INFO, logger="sync.center"):
        one, path = reset(center, "chi.huong")
    assert one.login == "chi.huong"
    assert any('"staff reset"' in said.message and "chi.huong" in said.message for said in caplog.records)
    assert path.rpartition("/")[2] not in caplog.text, "the log opens nothing"
    assert lost.open("/tai-khoan") == 401
    visitor = Visitor(app)
    assert visitor.fill(path, password=NEW, again=NEW) == 303
    assert visitor.log_in("chi.huong", NEW) == 303
    assert visitor.open("/tai-khoan") == 200
    acts = [(line.login, line.act, line.what) for line in lines(center)]
    assert ("", "staff-reset", "chi.huong") in acts
    assert ("", "factor-reset", "chi.huong") in acts
    with center.store.snapshot() as ledger:
        assert has_administrator(center_rows(ledger))
    with pytest.raises(CenterError, match="Không có tài khoản"):
        reset(center, "khong.co")


@pytest.mark.expects_log
def test_a_reset_at_the_server_may_leave_the_second_factor(center: Center, clock: Clock) -> None:
    with_factor(center, clock)
    reset(center, "chi.huong", keep_factor=True)
    with center.store.snapshot() as ledger:
        assert factor_of(center_rows(ledger), current(center).id) is not None


def test_an_administrator_is_asked_at_once_and_must_after_two_weeks(
    center: Center, app: Starlette, clock: Clock, enter: Callable[..., Visitor]
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    boss.open("/")
    assert "phải bật xác nhận hai bước trước ngày" in boss.text
    assert enter(Role.SPECIALIST).open("/") == 200
    clock.advance(days=13)
    assert boss.log_in("can.bo.1") == 303
    assert boss.open("/tai-khoan") == 200
    clock.advance(days=1)
    boss = Visitor(app)
    assert boss.log_in("can.bo.1") == 303
    assert boss.location == "/hai-buoc/bat"
    assert boss.open("/tai-khoan") == 303
    assert boss.location == "/hai-buoc/bat"
    assert boss.follow() == 200
    assert "/tai-khoan" not in boss.answer.text.partition("<main")[0], "no menu yet"
    secret = factors.secret_in(center, current(center, "can.bo.1"), boss.hidden()["_bi_mat"])
    assert secret is not None
    assert boss.send("/hai-buoc/bat", code=code_now(clock, secret)) == 200
    assert boss.open("/tai-khoan") == 200
    assert boss.open("/hai-buoc/tat") == 200
    assert boss.send("/hai-buoc/tat") == 422, "the rule keeps it on"


def test_the_rule_is_set_and_holds_from_the_next_log_in(
    center: Center, app: Starlette, clock: Clock, enter: Callable[..., Visitor]
) -> None:
    boss, chief = enter(Role.ADMINISTRATOR), enter(Role.LEADER)
    assert boss.fill("/tai-khoan/hai-buoc", roles=["leader"], days="400") == 422
    assert boss.fill("/tai-khoan/hai-buoc", roles=["leader"], days="") == 422
    assert boss.fill("/tai-khoan/hai-buoc", roles=["leader"], days="0") == 303
    with center.store.snapshot() as ledger:
        assert rule_of(center_rows(ledger)) == Rule(frozenset({Role.LEADER}), 0)
    assert chief.open("/ho-so") == 200
    assert chief.fill("/dang-xuat") == 303
    assert chief.log_in("can.bo.2") == 303
    assert chief.location == "/hai-buoc/bat"
    assert chief.open("/ho-so") == 303
    set_rule(center, Rule(frozenset(), 0))
    assert Visitor(app).log_in("can.bo.1") == 303
    assert [one.act for one in lines(center)].count("factor-rule") == 2


def test_one_turns_it_off_where_the_rule_lets_one(center: Center, app: Starlette, clock: Clock) -> None:
    with_factor(center, clock)
    me = entered(app, clock)
    assert me.fill("/hai-buoc/ma-khoi-phuc") == 200
    assert me.answer.text.count('<li class="code">') == factors.CODES
    assert me.fill("/hai-buoc/tat") == 303
    assert Visitor(app).log_in("chi.huong") == 303
    assert me.open("/ho-so") == 200
    assert me.fill("/hai-buoc/ma-khoi-phuc") == 400, "there is nothing to have codes for"


def test_neither_secret_nor_codes_are_to_be_had_from_the_database(center: Center, clock: Clock) -> None:
    codes = with_factor(center, clock)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        [row] = connection.execute(select(staff_tables.staff_factors)).all()
        hashes = [bytes(one.hash) for one in connection.execute(select(staff_tables.staff_codes))]
    assert SECRET not in bytes(row.sealed)
    assert all(len(one) == 32 for one in hashes)
    assert not any(code.replace("-", "").encode() in b"".join(hashes) for code in codes)


def test_a_grave_act_asks_who_is_there_and_keeps_what_was_typed(
    center: Center, app: Starlette, clock: Clock, enter: Callable[..., Visitor]
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    path = "/tai-khoan/them"
    assert boss.open(path) == 200
    hidden = boss.hidden()
    clock.advance(seconds=FRESH_SECONDS)
    typed = {"name": "Trần Thị Ba", "login": "chi.ba", "roles": ["leader"], "unit": ""}
    assert boss.send(path, hidden, **typed) == 303
    assert boss.location == "/xac-nhan?den=/tai-khoan/them"
    assert member(center, "chi.ba") is None
    assert boss.follow() == 200
    before = boss.client.cookies["motcua"]
    assert boss.send("/xac-nhan", password="") == 422
    assert boss.send("/xac-nhan", password="sai") == 422
    assert boss.send("/xac-nhan", password=PASSWORD) == 303
    assert boss.client.cookies["motcua"] != before
    assert boss.location == path
    assert boss.follow() == 200
    assert 'value="Trần Thị Ba"' in boss.text
    assert boss.send(path, **typed) == 200
    assert member(center, "chi.ba") is not None


def test_a_code_proves_it_too_and_wrong_ones_end_the_session(
    center: Center, app: Starlette, clock: Clock
) -> None:
    with_factor(center, clock, Role.ADMINISTRATOR)
    me = entered(app, clock)
    clock.advance(seconds=FRESH_SECONDS)
    assert me.open("/tai-khoan/khoa/them") == 303
    assert me.follow() == 200
    assert me.send("/xac-nhan", code=code_now(clock)) == 303
    assert me.follow() == 200
    clock.advance(seconds=FRESH_SECONDS)
    me.open("/xac-nhan")
    for _ in range(4):
        assert me.send("/xac-nhan", password="sai") == 422
    assert me.send("/xac-nhan", password="sai") == 422
    assert "tạm khóa" in me.text
    assert me.open("/tai-khoan") == 401


def test_sessions_are_seen_and_ended_from_elsewhere(center: Center, app: Starlette, clock: Clock) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    old, me, third = Visitor(app), Visitor(app), Visitor(app)
    for one, agent in (
        (old, "Mozilla/5.0 (Windows NT 10.0) Chrome/130"),
        (me, "x"),
        (third, "Firefox/9 Android"),
    ):
        one.client.headers["user-agent"] = agent
        assert one.log_in("chi.huong") == 303
        clock.advance(seconds=90)
    assert me.open("/phien") == 200
    for words in ("Chrome, Windows", "Firefox, Android", "chưa rõ", "phiên này"):
        assert words in me.text
    [first, second] = re.findall(r"\?phien=([0-9a-f]{16})", me.answer.text)
    assert me.fill(f"/phien/ket-thuc?phien={second}", name=second) == 303
    assert [old.open("/ho-so"), third.open("/ho-so"), me.open("/ho-so")] == [401, 200, 200]
    assert first != second
    assert me.fill("/phien/ket-thuc") == 303
    assert [third.open("/ho-so"), me.open("/ho-so")] == [401, 200]


def test_an_administrator_ends_the_sessions_of_somebody(
    center: Center, app: Starlette, enter: Callable[..., Visitor]
) -> None:
    one, boss = enter(Role.SPECIALIST), enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/mot/can.bo.1/phien") == 303
    assert one.open("/ho-so") == 401
    assert boss.fill("/tai-khoan/mot/khong.co/phien") == 404
    assert one.log_in("can.bo.1") == 303
