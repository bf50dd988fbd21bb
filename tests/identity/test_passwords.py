"""Passwords: what a guess costs, what is kept, and which are refused."""

from __future__ import annotations

import re
import unicodedata

import pytest

from sync.identity.passwords import LEAST, LONGEST, PasswordRefused, check_password, is_password, verifier_of

GOOD = "mưa rơi trên mái ngói"


def test_a_verifier_says_its_costs_and_knows_its_password_alone() -> None:
    verifier = verifier_of(GOOD)
    assert re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=1\$", verifier), "64 MiB and three passes"
    assert is_password(GOOD, verifier)
    assert not is_password(GOOD + " ", verifier)
    assert verifier_of(GOOD) != verifier, "each has its own salt"


def test_the_same_password_from_another_keyboard_is_the_same() -> None:
    composed = "mật khẩu dài"
    apart = unicodedata.normalize("NFD", composed)
    assert composed != apart
    assert is_password(apart, verifier_of(composed))


def test_an_empty_verifier_matches_nothing() -> None:
    assert not is_password("", "")
    assert not is_password(GOOD, "")


@pytest.mark.parametrize(
    "password", ["", "x" * (LEAST - 1), "x" * (LONGEST + 1), "1234567890", "Password123", "aaaabbbbcccc"]
)
def test_what_is_easily_guessed_is_refused(password: str) -> None:
    with pytest.raises(PasswordRefused):
        check_password(password)


def test_a_password_may_not_contain_the_log_in_name() -> None:
    check_password(GOOD, "chi.huong")
    with pytest.raises(PasswordRefused):
        check_password("Chi.Huong 2026!", "chi.huong")


@pytest.mark.parametrize("password", ["\ud800" * 12, "x" * 100_000, "\x00" * 20])
def test_hostile_passwords_are_only_wrong(password: str) -> None:
    assert not is_password(password, "")
