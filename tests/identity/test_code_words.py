"""Printed codes: what is typed wrong is noticed in its group, before anything is tried."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.identity.code_words import CODE_BYTES, GROUPS, WrongGroups, read, unchecked, written

CODES = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@given(CODES)
def test_a_code_is_read_as_it_was_written_however_it_is_typed(code: bytes) -> None:
    text = written(code)
    assert [len(one) for one in text.split("-")] == [5] * GROUPS
    for typed in (text, text.lower(), text.replace("-", " "), f" {text.replace('-', '')}\n", unchecked(text)):
        assert read(typed) == code
    assert read(text.replace("O", "0").replace("I", "1").replace("B", "8")) == code


@given(CODES, st.integers(0, GROUPS * 5 - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed_in_its_group(code: bytes, at: int, sign: str) -> None:
    signs = list(written(code).replace("-", ""))
    if signs[at] == sign:
        return
    signs[at] = sign
    with pytest.raises(WrongGroups) as wrong:
        read("".join(signs))
    assert wrong.value.groups == (at // 5 + 1,)


@given(CODES, st.integers(0, GROUPS * 5 - 2))
def test_two_signs_that_changed_places_are_noticed(code: bytes, at: int) -> None:
    signs = list(written(code).replace("-", ""))
    if signs[at] == signs[at + 1]:
        return
    signs[at], signs[at + 1] = signs[at + 1], signs[at]
    with pytest.raises(WrongGroups):
        read("".join(signs))


def test_groups_that_changed_places_are_noticed() -> None:
    chance = random.Random(7)
    for _ in range(200):
        groups = written(chance.randbytes(CODE_BYTES)).split("-")
        one, two = chance.sample(range(GROUPS), 2)
        groups[one], groups[two] = groups[two], groups[one]
        with pytest.raises(WrongGroups) as wrong:
            read("-".join(groups))
        assert set(wrong.value.groups) == {one + 1, two + 1}


@pytest.mark.parametrize("text", ["", "ABCD", "A" * 31, "A" * 39, "A" * 41])
def test_a_code_of_another_length_is_none(text: str) -> None:
    with pytest.raises(WrongGroups) as wrong:
        read(text)
    assert wrong.value.groups == ()
