"""The store shows no citizen to an account that may not read dossiers, also past the doors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.accounts import accounts, first_administrator
from desk_app.operations.desk import Desk
from desk_app.operations.find import find
from desk_app.operations.login import log_in, log_out
from desk_app.operations.public_screen import ready_results
from desk_app.operations.receive import receive
from desk_app.operations.reports import DESK_REPORTS, period_named, report_of
from desk_app.operations.unit_words import ratings, shared_settings
from desk_app.store import search
from desk_app.store.driver import DriverError
from sync.model.accounts import ADMINISTRATOR, AUDITOR, RECEPTION, ROLES
from tests.offices import MAU, MovedClock, new_desk, request
from tests.operations.staff import PASSWORD, in_use, quick_passwords

PERSONAL = (
    "SELECT owner FROM dossiers",
    "SELECT person FROM dossiers",
    "SELECT phone FROM dossiers",
    "SELECT holder, place FROM dossiers",
    "SELECT lookup FROM dossiers",
    "SELECT count(*) FROM dossiers WHERE owner LIKE 'Nguyễn%'",
    "SELECT content FROM people",
    "SELECT home FROM homes",
    "SELECT rowid FROM names WHERE names MATCH 'mau'",
    "SELECT * FROM fragments",
    "SELECT c0 FROM names_docsize",
    "SELECT content FROM drafts",
    "SELECT body FROM entries",
    "SELECT body FROM lent",
    "SELECT body FROM quarantine",
    "SELECT * FROM parked",
    "SELECT e.body FROM unit_bodies u JOIN entries e ON 1",
)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with a dossier and an administrator who is nothing else, logged in."""
    opened = new_desk(tmp_path / "desk", clock)
    first_administrator(opened, "Trần Thị Quản", "quan", PASSWORD)
    me = log_in(opened, "quan", PASSWORD)
    receive(opened, [request()], me.officer)
    in_use(opened, "riengquan", ADMINISTRATOR)
    yield opened
    opened.close()


@pytest.mark.parametrize("query", PERSONAL)
def test_no_statement_of_an_administrator_reads_about_a_citizen(desk: Desk, query: str) -> None:
    with pytest.raises(DriverError):
        desk.store.reader().execute(query).fetchall()


def test_what_is_refused_in_a_snapshot_comes_out_in_words_and_the_next_reads_go_on(desk: Desk) -> None:
    with pytest.raises(DeskError, match="không có quyền xem hồ sơ"), desk.reading():
        search.find_rows(desk.store.reader(), "", 10, None)
    assert len(accounts(desk)) == 3


def test_the_same_statement_reads_once_somebody_who_may_is_logged_in(desk: Desk) -> None:
    in_role = dict.fromkeys(ROLES, 0)
    for role in ROLES:
        log_in(desk, "quan", PASSWORD)
        in_use(desk, f"nguoi.{role}", role)
        try:
            [(owner,)] = desk.store.reader().execute("SELECT owner FROM dossiers").fetchall()
            in_role[role] = int(owner == MAU.full_name)
        except DriverError:
            in_role[role] = -1
    assert in_role == {role: -1 if role == ADMINISTRATOR else 1 for role in ROLES}


def test_nobody_logged_in_reads_no_citizen_and_the_desk_itself_works_on(desk: Desk) -> None:
    log_out(desk)
    with pytest.raises(DriverError):
        desk.store.reader().execute("SELECT owner FROM dossiers").fetchall()
    assert ready_results(desk) == ready_results(desk)
    assert shared_settings(desk) == {}


def test_an_administrator_has_the_figures_without_the_people(desk: Desk) -> None:
    month = period_named("2026-11")
    made = [report_of(desk, one.code, month) for one in DESK_REPORTS]
    assert len(made) == len(DESK_REPORTS)
    assert ratings(desk, date(2026, 11, 1), date(2026, 11, 30)) == []


def test_an_administrator_who_is_also_at_the_reception_finds_dossiers(desk: Desk) -> None:
    log_in(desk, "quan", PASSWORD)
    in_use(desk, "kiemnhiem", ADMINISTRATOR, RECEPTION)
    assert [one.owner for one in find(desk, "mau")] == [MAU.full_name]


def test_an_auditor_reads_and_writes_nothing(desk: Desk) -> None:
    log_in(desk, "quan", PASSWORD)
    auditor = in_use(desk, "giamsat", AUDITOR)
    assert len(find(desk, "")) == 1
    with pytest.raises(DeskError, match="không có quyền tiếp nhận"):
        receive(desk, [request()], auditor.officer)


def test_an_open_desk_reads_everything_by_one_connection(tmp_path: Path, clock: MovedClock) -> None:
    opened = new_desk(tmp_path / "open", clock)
    try:
        assert opened.store.reader() is opened.store.reader()
        assert opened.store.reader().execute("SELECT count(owner) FROM dossiers").fetchone() == (0,)
    finally:
        opened.close()
