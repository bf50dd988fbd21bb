"""The digits-only look-up code: every common slip of the finger is caught, whatever the digits."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.lookup_code import LookupCodeError, grouped, lookup_code, lookup_key, read_lookup_code

IDS = st.binary(min_size=16, max_size=16)


def refused(code: str) -> bool:
    try:
        read_lookup_code(code)
    except LookupCodeError:
        return True
    return False


def weights() -> list[int]:
    """What a digit at each place adds to the remainder."""
    return [pow(10, 11 - place, 97) for place in range(12)]


def test_every_wrong_digit_and_every_swap_is_caught_whatever_the_other_digits() -> None:
    """The check is linear: an error passes exactly when its own change of the remainder is 0."""
    every = range(10)
    for place, weight in enumerate(weights()):
        for old in every:
            for new in every:
                assert old == new or (old - new) * weight % 97, "single digit"
                if place < 11:
                    after = weights()[place + 1]
                    assert old == new or (old - new) * (weight - after) % 97, "neighbours swapped"
                    assert old == new or (old - new) * (weight + after) % 97, "twin"
                if place < 10:
                    third = weights()[place + 2]
                    assert old == new or (old - new) * (weight - third) % 97, "swapped over one"


def test_every_error_of_one_digit_or_one_swap_is_refused_in_real_codes() -> None:
    chance = random.Random(20261123)
    for _ in range(300):
        code = lookup_code(chance.randbytes(16))
        assert not refused(code)
        for place in range(12):
            for digit in "0123456789":
                if digit != code[place]:
                    assert refused(code[:place] + digit + code[place + 1 :])
            swapped = code[:place] + code[place : place + 2][::-1] + code[place + 2 :]
            assert swapped == code or refused(swapped)


@given(IDS)
def test_a_code_leads_back_to_the_dossier(dossier: bytes) -> None:
    code = lookup_code(dossier)
    assert len(code) == 12
    assert code.isascii()
    assert code.isdigit()
    assert read_lookup_code(code) == lookup_key(dossier)
    assert read_lookup_code(f" {grouped(code)}") == lookup_key(dossier)


def test_a_code_is_what_the_standard_says() -> None:
    assert lookup_code(bytes(16)) == "000000000098"
    assert lookup_code((794).to_bytes(16)) == "000000079444"  # the example of ISO 7064: 794 44
    assert grouped("000000079444") == "0000 0007 9444"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "12345678901",
            "1234567890123",
            "00000007944O",
            "H56.27.04.05-261123-0427",
            "０００００００７９４４４",
        ),
        *("000000000001", "000000000000", "000000079445", "0" * 10_000, "-" * 48, "٠٠٠٠٠٠٠٧٩٤٤٤"),
    ],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(LookupCodeError):
        read_lookup_code(text)


def test_an_id_of_another_length_has_no_code() -> None:
    with pytest.raises(ValueError, match="16 octets"):
        lookup_code(b"short")
