"""Changes of accounts make one state, whatever order they come in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sync.model.accounts import (
    ADMINISTRATOR,
    ROLES,
    AccountChange,
    Accounts,
    account_change_in,
    fold_accounts,
)
from sync.model.bodies import Unreadable
from sync.model.dossier import Officer

ONE, TWO = "00000000000000a1", "00000000000000a2"
BY = Officer(ONE, "Nguyễn Văn Mẫu")
BODY = {"id": ONE, "height": 1, "why": "added", "by": [ONE, "Nguyễn Văn Mẫu"], "at": "2026-11-23T10:00+07:00"}


def folded(*said: tuple[int, int, dict[str, Any]], identity: str = ONE) -> Accounts:
    """`said`: (height, writer, fields)."""
    return fold_accounts(
        (AccountChange(identity, fields, height, "changed", BY), (height, writer.to_bytes(8, "big")))
        for height, writer, fields in said
    )


NEW = {"login": "mau", "name": "Nguyễn Văn Mẫu", "roles": frozenset({ADMINISTRATOR}), "verifier": "$x"}


def test_of_each_field_the_change_with_the_greatest_height_counts() -> None:
    held = folded((1, 1, NEW), (3, 1, {"name": "Mẫu mới"}), (2, 9, {"name": "Mẫu cũ", "active": False}))
    assert (held.by_id[ONE].name, held.by_id[ONE].active) == ("Mẫu mới", False)


def test_an_account_made_inactive_stays_so_when_another_desk_changes_its_password_meanwhile() -> None:
    for other in (0, 2):
        held = folded((1, 1, NEW), (2, 1, {"active": False}), (2, other, {"verifier": "$y"}))
        assert held.by_id[ONE].verifier == "$y"
        assert not held.by_id[ONE].usable


def test_of_two_changes_of_one_field_made_apart_the_greater_writers_holds_everywhere() -> None:
    one, other = (2, 1, {"verifier": "$one"}), (2, 2, {"verifier": "$two"})
    assert folded((1, 1, NEW), one, other) == folded((1, 1, NEW), other, one)
    assert folded((1, 1, NEW), one, other).by_id[ONE].verifier == "$two"


CHANGES = some.lists(
    some.tuples(
        some.sampled_from([ONE, TWO, "00000000000000a3"]),
        some.integers(1, 4),
        some.fixed_dictionaries(
            {},
            optional={
                "login": some.sampled_from(["mau", "thu"]),
                "name": some.sampled_from(["Mẫu", "Thử"]),
                "roles": some.sets(some.sampled_from(ROLES)).map(frozenset),
                "active": some.booleans(),
                "verifier": some.sampled_from(["$x", "$y"]),
            },
        ),
    ),
    max_size=8,
)


@given(CHANGES, some.randoms(use_true_random=False))
def test_any_order_of_the_same_changes_makes_the_same_accounts(said: Any, chance: Any) -> None:
    changes = [
        (AccountChange(identity, fields, height, "changed", BY), (height, bytes([at])))
        for at, (identity, height, fields) in enumerate(said)
    ]
    before = fold_accounts(changes)
    chance.shuffle(changes)
    after = fold_accounts(changes)
    assert after == before
    logins = [one.login for one in after.by_id.values()]
    assert len(logins) == len(set(logins))


def test_a_login_given_twice_belongs_to_the_lower_id_and_no_typed_name_reaches_the_other() -> None:
    said = [
        (AccountChange(identity, NEW, 1, "added", BY), (1, bytes([at])))
        for at, identity in enumerate((TWO, ONE))
    ]
    held = fold_accounts(said)
    assert (held.by_id[ONE].login, held.by_id[TWO].login) == ("mau", "mau~2")
    found = held.of_login(" MAU ")
    assert found is not None
    assert found.id == ONE


def test_accounts_once_on_stay_on_whatever_becomes_of_the_administrators() -> None:
    gone = folded((1, 1, NEW), (2, 1, {"active": False}), (3, 1, {"roles": frozenset({"reception"})}))
    assert gone.on
    assert not gone.administrators()
    assert not folded((1, 1, {"login": "mau", "name": "Mẫu", "roles": frozenset({ADMINISTRATOR})})).on
    assert not folded((1, 1, NEW | {"roles": frozenset({"reception"})})).on


def test_an_account_whose_first_entry_is_still_on_its_way_is_not_there() -> None:
    assert not folded((2, 1, {"verifier": "$x"})).by_id


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "1"},
        {"id": None},
        {"login": "Mẫu"},
        {"login": "mau~2"},
        {"name": 7},
        {"name": "x" * 121},
        {"verifier": "x" * 401},
        {"active": 1},
        {"temporary": "no"},
        {"roles": "reception"},
        {"roles": [1]},
        {"height": -1},
        {"by": None},
    ],
)
def test_a_body_that_makes_no_account_is_unreadable(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        account_change_in(BODY | wrong)


def test_roles_and_fields_of_a_newer_program_are_left_out() -> None:
    change = account_change_in(BODY | {"roles": ["reception", "king"], "colour": "red"})
    assert change.fields == {"roles": frozenset({"reception"})}
