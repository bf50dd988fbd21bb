"""Logging in without a line, and waiting after wrong passwords, whatever the clock says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations import login as door
from desk_app.operations.access_log import SHOWN, note_access
from desk_app.operations.accounts import first_administrator, set_password
from desk_app.operations.desk import Desk
from desk_app.operations.login import (
    LoginRefused,
    end_wait,
    lock_minutes,
    log_in,
    log_out,
    unlock,
    waiting_seconds,
)
from desk_app.store.login_tables import LoginTables, Waiting
from desk_app.store.tables import connection_of
from sync.model.accounts import Account
from tests.offices import MovedClock, new_desk, reopened
from tests.operations.staff import PASSWORD, add, quick_passwords

DAY = 86_400


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "desk", clock)
    opened.ticks = Ticks()
    first_administrator(opened, "Trần Thị Quản", "quan", PASSWORD)
    yield opened
    opened.close()


class Ticks:
    """Seconds the machine has run."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def wrong(desk: Desk, times: int = 1, login: str = "quan") -> int:
    """Tries so often with a wrong password; the seconds to wait after the last."""
    seconds = 0
    for _time in range(times):
        with pytest.raises(LoginRefused) as refused:
            log_in(desk, login, "không phải mật khẩu")
        seconds = refused.value.wait_seconds
    return seconds


def tries(desk: Desk) -> list[tuple[str, str]]:
    with desk.reading() as ledger:
        return [(account, what) for _id, _at, account, what, _s in LoginTables(connection_of(ledger)).tries()]


def test_the_right_password_opens_a_session_and_a_wrong_one_does_not(desk: Desk, clock: MovedClock) -> None:
    wrong(desk)
    assert desk.session is None
    session = log_in(desk, " QUAN ", PASSWORD)
    assert desk.session is session
    assert (session.login, session.officer.name, session.since) == ("quan", "Trần Thị Quản", clock())


def test_a_stranger_a_wrong_password_and_a_name_without_password_are_refused_in_the_same_words(
    desk: Desk,
) -> None:
    said = set()
    for login in ("quan", "khongai", "nhan.canbotiep"):
        with pytest.raises(LoginRefused) as refused:
            log_in(desk, login, "không phải mật khẩu")
        said.add(refused.value.sentence)
    assert len(said) == 1


def test_five_wrong_passwords_are_free_and_then_the_waits_double_to_a_quarter_of_an_hour(desk: Desk) -> None:
    assert isinstance(desk.ticks, Ticks)
    assert wrong(desk, 4) == 0
    waits = []
    for _time in range(8):
        waits.append(wrong(desk))
        desk.ticks.now += waits[-1]
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_nobody_guesses_more_than_a_hundred_and_ten_times_a_day(desk: Desk) -> None:
    assert isinstance(desk.ticks, Ticks)
    begin, guesses = desk.ticks.now, 0
    while desk.ticks.now < begin + DAY:
        desk.ticks.now += wrong(desk)
        guesses += 1
    assert 100 <= guesses <= 110


def test_names_that_are_nobodys_wait_like_accounts_so_that_waiting_tells_nothing(desk: Desk) -> None:
    assert [wrong(desk, 5, login) for login in ("quan", "khongai")] == [30, 30]


def test_the_right_password_is_refused_during_the_wait_and_taken_after_it(desk: Desk) -> None:
    assert isinstance(desk.ticks, Ticks)
    wrong(desk, 5)
    with pytest.raises(LoginRefused) as refused:
        log_in(desk, "quan", PASSWORD)
    assert refused.value.wait_seconds == 30
    desk.ticks.now += 29
    with pytest.raises(LoginRefused):
        log_in(desk, "quan", PASSWORD)
    desk.ticks.now += 1
    log_in(desk, "quan", PASSWORD)
    assert wrong(desk, 4) == 0


@pytest.mark.parametrize("days", [3650, 1, -1, -3650])
def test_a_clock_set_forward_or_back_frees_nobody_and_keeps_nobody_longer(
    desk: Desk, clock: MovedClock, days: int
) -> None:
    wrong(desk, 5)
    clock.forward(days=days)
    assert waiting_seconds(desk, "quan") == 30


def test_a_wait_outlives_the_program_and_the_clock_together(desk: Desk, clock: MovedClock) -> None:
    assert isinstance(desk.ticks, Ticks)
    wrong(desk, 5)
    clock.forward(days=9)
    with reopened(desk.paths.data, clock) as again:
        again.ticks = Ticks(desk.ticks.now + 10)
        assert waiting_seconds(again, "quan") == 20
        with pytest.raises(LoginRefused):
            log_in(again, "quan", PASSWORD)


def test_after_a_restart_of_the_machine_only_the_time_since_it_counts(desk: Desk, clock: MovedClock) -> None:
    wrong(desk, 5)
    with reopened(desk.paths.data, clock) as again:
        again.ticks = Ticks(12.0)
        assert waiting_seconds(again, "quan") == 18
        with pytest.raises(LoginRefused):
            log_in(again, "quan", PASSWORD)  # notes where it stands, so that no second restart adds up
        again.ticks = Ticks(30.0)
        log_in(again, "quan", PASSWORD)


def test_tries_at_the_same_time_share_one_count(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A right password that was being checked while another one's guess began the wait is refused."""
    wrong(desk, 4)

    def slow(password: str, verifier: str) -> bool:
        quick_passwords(monkeypatch)
        wrong(desk)
        return True

    monkeypatch.setattr(door, "is_password", slow)
    with pytest.raises(LoginRefused):
        log_in(desk, "quan", PASSWORD)
    assert desk.session is None


def test_each_try_is_recorded_and_a_strangers_name_is_not(desk: Desk) -> None:
    me = log_in(desk, "quan", PASSWORD).officer.id
    wrong(desk, 5)
    wrong(desk, 1, "mật khẩu gõ nhầm ô")
    assert tries(desk) == [(me, "in"), *[(me, "wrong")] * 4, (me, "locked"), ("", "wrong")]


def test_an_inactive_account_does_not_log_in(desk: Desk) -> None:
    from desk_app.operations.accounts import change_account

    admin = log_in(desk, "quan", PASSWORD).officer
    other = add(desk, "thu", "reception")
    change_account(desk, other.id, active=False, by=admin)
    with pytest.raises(LoginRefused):
        log_in(desk, "thu", PASSWORD)


def test_unlocking_asks_the_same_account_and_keeps_the_session_when_it_fails(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Chưa có ai đăng nhập"):
        unlock(desk, PASSWORD)
    session = log_in(desk, "quan", PASSWORD)
    with pytest.raises(LoginRefused):
        unlock(desk, "sai rồi sai rồi")
    assert desk.session is session
    assert unlock(desk, PASSWORD).officer == session.officer


def test_an_administrator_ends_a_wait_and_a_new_password_does_too(desk: Desk) -> None:
    admin = log_in(desk, "quan", PASSWORD).officer
    other = add(desk, "thu", "reception")
    wrong(desk, 5, "thu")
    end_wait(desk, "thu")
    assert waiting_seconds(desk, "thu") == 0
    wrong(desk, 5, "thu")
    set_password(desk, other.id, "mật khẩu tạm khác", admin)
    assert waiting_seconds(desk, "thu") == 0
    assert log_in(desk, "thu", "mật khẩu tạm khác").must_change


def test_the_counts_of_strangers_do_not_grow_for_ever_and_push_no_account_out(desk: Desk) -> None:
    wrong(desk, 5)
    with desk.writing() as ledger:
        tables = LoginTables(connection_of(ledger))
        for number in range(700):
            tables.wait(number.to_bytes(32, "big"), Waiting(1, 0.0, 0.0), known=False)
        count = connection_of(ledger).execute("SELECT count(*) FROM login_waits").fetchone()[0]
    assert count == 501
    assert waiting_seconds(desk, "quan") == 30


def test_reads_are_written_with_the_next_ones_and_at_the_latest_when_the_officer_leaves(desk: Desk) -> None:
    def written() -> list[tuple[str, str, str]]:
        with desk.reading() as ledger:
            rows = LoginTables(connection_of(ledger)).accesses()
        return [(name, what, about) for _id, _at, _officer, name, what, about in rows]

    note_access(desk, None, SHOWN, "nobody is logged in")
    log_in(desk, "quan", PASSWORD)
    note_access(desk, None, SHOWN, "1")
    note_access(desk, None, SHOWN, "1")
    assert not written()
    log_out(desk)
    assert written() == [("Trần Thị Quản", SHOWN, "1")]
    assert desk.session is None
    log_in(desk, "quan", PASSWORD)
    for number in range(50):
        note_access(desk, None, SHOWN, str(number))
    assert len(written()) == 51


def test_the_window_locks_after_five_minutes_at_the_latest(desk: Desk) -> None:
    from desk_app.store.tables import tables_of

    found = []
    for kept in (None, 1, 3, 60, 0, "x"):
        with desk.writing() as ledger:
            tables_of(ledger).put_setting("lock_minutes", kept)
        found.append(lock_minutes(desk))
    assert found == [5, 1, 3, 5, 1, 5]


def test_passwords_are_kept_as_argon2id_of_the_agreed_costs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: MovedClock
) -> None:
    monkeypatch.undo()
    opened = new_desk(tmp_path / "true", clock)
    try:
        first_administrator(opened, "Trần Thị Quản", "quan", PASSWORD)
        with opened.reading() as ledger:
            from desk_app.operations.account_table import fold_held

            kept: Account | None = fold_held(ledger, opened.settings.channel).of_login("quan")
        assert kept is not None
        assert kept.verifier.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
        assert log_in(opened, "quan", PASSWORD).login == "quan"
        with pytest.raises(LoginRefused):
            log_in(opened, "quan", PASSWORD + " ")
    finally:
        opened.close()


def test_who_reads_a_record_prints_it_or_takes_figures_away_is_noted_by_number(desk: Desk) -> None:
    from desk_app.operations.find import find, show
    from desk_app.operations.receive import receive
    from desk_app.operations.register import register_of
    from tests.offices import request

    me = log_in(desk, "quan", PASSWORD).officer
    [received] = receive(desk, [request()], me).value
    find(desk, "")
    show(desk, received.number)
    register_of(desk)
    log_out(desk)
    with desk.reading() as ledger:
        rows = LoginTables(connection_of(ledger)).accesses()
    noted = [(officer, what, about) for _id, _at, officer, _name, what, about in rows]
    assert (me.id, SHOWN, received.number) in noted
    assert (me.id, "printed", f"{received.number}: slip") in noted
    assert (me.id, "exported", "register: 2026-01-01 – 2026-11-23") in noted
    assert not [about for _officer, _what, about in noted if "Nguyễn" in about]
