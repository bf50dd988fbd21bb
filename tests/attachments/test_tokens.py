"""Tokens: only what a node signed for this receiver, and only for a while."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.attachments.tokens import LIFE, PUT, ScanToken, check_token, is_current, read_token, sign_token
from sync.identity.keys import NodeKeys, NotGenuine

DESK, CENTER = NodeKeys(bytes(range(64, 128))), NodeKeys(bytes(range(64)))
TOKEN = ScanToken(PUT, DESK.node, "unit:H15.50.05.13", bytes(range(32)), 1000, 1_795_410_000)


@dataclass(frozen=True)
class Read:
    """A token after its text was read and its signature checked."""

    token: ScanToken

    @classmethod
    def of(cls, text: str, receiver: bytes = CENTER.node) -> Read:
        token, said, signature = read_token(text)
        check_token(DESK.public, receiver, said, signature)
        return cls(token)


def test_a_token_says_what_was_signed() -> None:
    assert Read.of(sign_token(DESK, CENTER.node, TOKEN)).token == TOKEN


def test_a_token_for_one_center_is_nothing_to_another() -> None:
    with pytest.raises(NotGenuine):
        Read.of(sign_token(DESK, CENTER.node, TOKEN), DESK.node)


@given(st.integers(0, 400), st.sampled_from("ABCxyz019-_"))
def test_a_changed_token_is_not_genuine(place: int, letter: str) -> None:
    text = sign_token(DESK, CENTER.node, TOKEN)
    place %= len(text)
    wrong = text[:place] + letter + text[place + 1 :]
    if wrong == text or place == len(text) - 1:  # the last letter may hold bits that mean nothing
        return
    with pytest.raises(NotGenuine):
        Read.of(wrong)


@given(st.text(max_size=600))
def test_rubbish_is_not_a_token(text: str) -> None:
    with pytest.raises(NotGenuine):
        read_token(text)


def test_a_token_ends_and_none_lasts_for_ever() -> None:
    at = TOKEN.expiry
    assert is_current(TOKEN, at)
    assert is_current(TOKEN, at - 2 * LIFE)
    assert not is_current(TOKEN, at + 1)
    assert not is_current(TOKEN, at - 2 * LIFE - 1)
