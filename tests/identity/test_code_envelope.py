"""An envelope opens by its printed code and by nothing else; its bytes stay what they were."""

from __future__ import annotations

import pytest

from sync.identity.code_envelope import CodeEnvelope, NoEnvelope, WrongCode

DESK = CodeEnvelope(b"MCDESK\x00\x01", 8, b"motcua desk key v1")
CODE = "AAAQ-EAYE-AUDA-OCAJ-BIFQ-YDIO-B4IB-CEQT"
KEPT = bytes.fromhex(
    "4d434445534b00010000000000000000000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    "4a50e12e9faba61c6e3a141f59930de01924747396527d4dce1174af4ddf3a4ef3d1c85c4201c5cb4ca497ad820438aa"
)


def counting(length: int) -> bytes:
    return bytes(range(length))


def test_the_bytes_are_those_that_lie_in_safes_already() -> None:
    assert DESK.seal(bytes(8), b"k" * 32, counting) == (KEPT, CODE)


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("-", "")])
def test_the_code_opens_however_it_is_typed(typed: str) -> None:
    assert DESK.open(KEPT, typed) == b"k" * 32
    assert DESK.name_in(KEPT) == bytes(8)


@pytest.mark.parametrize("typed", ["", "AAAQ", CODE.replace("Q", "R", 1), "0" * 32, "ữ" * 32])
def test_no_other_code_opens(typed: str) -> None:
    with pytest.raises(WrongCode):
        DESK.open(KEPT, typed)


@pytest.mark.parametrize("place", [9, 20, 50, len(KEPT) - 1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    changed = bytearray(KEPT)
    changed[place] ^= 1
    with pytest.raises(WrongCode):
        DESK.open(bytes(changed), CODE)


def test_an_envelope_of_another_kind_and_a_beginning_are_none() -> None:
    other = CodeEnvelope(b"MCKEYS\x00\x01", 8, b"motcua center keys v1")
    for one in (b"", KEPT[:-48], b"x" + KEPT):
        with pytest.raises(NoEnvelope):
            DESK.name_in(one)
    with pytest.raises(NoEnvelope):
        other.name_in(KEPT)
