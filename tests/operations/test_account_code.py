"""A forgotten password resolved by the center over the telephone, without a line and without loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.account_code import TRIES, answer_center, ask_center
from desk_app.operations.accounts import accounts_on, change_account, first_administrator
from desk_app.operations.desk import Desk
from desk_app.operations.login import LoginRefused, log_in, log_out, waiting_seconds
from desk_app.operations.receive import receive
from sync.center.staff.record import lines
from sync.center.store.trouble import CenterError
from sync.center.units.account_codes import account_code
from sync.center.units.revoking import revoke
from sync.model.accounts import ADMINISTRATOR, RECEPTION
from tests.offices import MovedClock, new_desk, request
from tests.operations.communes import Commune
from tests.operations.staff import OWN, PASSWORD, add, quick_passwords

BY = "Phạm Thị Trung Tâm"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)


@pytest.fixture
def desk(commune: Commune) -> Desk:
    """A desk with accounts and a dossier, whose only administrator has forgotten the password."""
    one = commune.desks[0]
    first_administrator(one, "Trần Thị Quản", "quan", PASSWORD)
    session = log_in(one, "quan", PASSWORD)
    receive(one, [request()], session.officer)
    log_out(one)
    return one


def test_the_centers_code_sets_a_new_password_at_once_and_nothing_is_lost(
    commune: Commune, desk: Desk
) -> None:
    for _time in range(5):
        with pytest.raises(LoginRefused):
            log_in(desk, "quan", "quên mất rồi")
    asked = ask_center(desk, "Quan").value
    made = account_code(commune.center, asked, "quan", BY)
    assert (made.unit, made.desk) == (desk.settings.unit, desk.settings.desk)
    answer_center(desk, "quan", made.code, OWN)
    assert waiting_seconds(desk, "quan") == 0
    session = log_in(desk, "quan", OWN)
    assert not session.must_change
    from desk_app.operations.find import find

    assert len(find(desk, "")) == 1


def test_the_code_is_recorded_at_the_center_and_in_the_journal(commune: Commune, desk: Desk) -> None:
    made = account_code(commune.center, ask_center(desk, "quan").value, "quan", BY)
    [line] = [one for one in lines(commune.center) if one.act == "account-code"]
    assert BY in line.what
    assert "quan" in line.what
    answer_center(desk, "quan", made.code, OWN)
    from desk_app.store.tables import rows_of
    from sync.model.bodies import unpack

    with desk.reading() as ledger:
        said = rows_of(ledger).unit_entries(desk.settings.channel, "account", 0, 10**7)
    bodies = [unpack(one.text or b"") for one in said]
    assert [(one["why"], one["by"][0]) for one in bodies][-1] == ("code", "center")


def test_a_code_works_once_for_one_account_at_one_machine(commune: Commune, desk: Desk) -> None:
    asked = ask_center(desk, "quan").value
    code = account_code(commune.center, asked, "quan", BY).code
    with pytest.raises(DeskError, match="Chưa có câu hỏi"):
        answer_center(desk, "thu", code, OWN)
    with pytest.raises(DeskError, match="không đúng"):
        answer_center(desk, "quan", account_code(commune.center, asked, "khac", BY).code, OWN)
    answer_center(desk, "quan", code, OWN)
    with pytest.raises(DeskError, match="Chưa có câu hỏi"):
        answer_center(desk, "quan", code, OWN + "2")
    commune.cut = False
    commune.sync(desk)
    other = commune.desks[1]
    commune.sync(other)
    ask_center(other, "quan")
    with pytest.raises(DeskError, match="không đúng"):
        answer_center(other, "quan", code, OWN + "2")


def test_five_wrong_codes_end_the_question(commune: Commune, desk: Desk) -> None:
    asked = ask_center(desk, "quan").value
    for _time in range(TRIES):
        with pytest.raises(DeskError, match="không đúng"):
            answer_center(desk, "quan", "0000-0000-0000", OWN)
    with pytest.raises(DeskError, match="Chưa có câu hỏi"):
        answer_center(desk, "quan", account_code(commune.center, asked, "quan", BY).code, OWN)


def test_a_weak_password_is_refused_and_the_code_still_stands(commune: Commune, desk: Desk) -> None:
    code = account_code(commune.center, ask_center(desk, "quan").value, "quan", BY).code
    with pytest.raises(DeskError, match="ít nhất"):
        answer_center(desk, "quan", code, "ngắn")
    answer_center(desk, "quan", code, OWN)


def test_an_account_that_was_ended_gets_no_code_while_somebody_administrates(
    commune: Commune, desk: Desk
) -> None:
    session = log_in(desk, "quan", PASSWORD)
    left = add(desk, "thu", RECEPTION)
    change_account(desk, left.id, active=False, by=session.officer)
    code = account_code(commune.center, ask_center(desk, "thu").value, "thu", BY).code
    with pytest.raises(DeskError, match="ngừng dùng"):
        answer_center(desk, "thu", code, OWN)


def test_where_two_desks_ended_each_others_administrator_the_center_makes_one_again(commune: Commune) -> None:
    commune.cut = False
    one, two = commune.desks
    first_administrator(one, "Trần Thị Quản", "quan", PASSWORD)
    session = log_in(one, "quan", PASSWORD)
    other = add(one, "phu", ADMINISTRATOR)
    for desk in (one, two):
        commune.sync(desk)
    log_in(two, "quan", PASSWORD)
    change_account(one, other.id, active=False, by=session.officer)
    change_account(two, session.officer.id, active=False, by=session.officer)
    for desk in (one, two, one):
        commune.sync(desk)
    assert accounts_on(one)
    with pytest.raises(LoginRefused):
        log_in(one, "quan", PASSWORD)
    one.session = None
    code = account_code(commune.center, ask_center(one, "quan").value, "quan", BY).code
    made = answer_center(one, "quan", code, OWN).value
    assert made.active
    assert ADMINISTRATOR in made.roles
    assert log_in(one, "quan", OWN).officer.id == session.officer.id


def test_the_center_answers_no_stranger_no_mistyped_letters_and_no_revoked_desk(
    commune: Commune, desk: Desk, tmp_path: Path, clock: MovedClock
) -> None:
    asked = ask_center(desk, "quan").value
    with pytest.raises(CenterError, match="không đúng"):
        account_code(commune.center, asked[:-1], "quan", BY)
    with pytest.raises(CenterError, match="họ tên"):
        account_code(commune.center, asked, "quan", " ")
    from sync.identity.phone_codes import new_question

    with pytest.raises(CenterError, match="Không có quầy nào"):
        account_code(commune.center, new_question(bytes(16), bytes), "quan", BY)
    revoke(commune.center, desk.keys.node.hex(), BY, "Mất máy")
    with pytest.raises(CenterError, match="Không có quầy nào"):
        account_code(commune.center, asked, "quan", BY)


def test_a_desk_alone_says_who_can_help_instead(tmp_path: Path, clock: MovedClock) -> None:
    alone = new_desk(tmp_path / "alone", clock)
    try:
        with pytest.raises(DeskError, match="chưa nối với trung tâm") as refused:
            ask_center(alone, "quan")
        assert "quản trị viên hoặc lãnh đạo" in refused.value.advice
    finally:
        alone.close()
