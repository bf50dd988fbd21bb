"""The slip's code: one record, one row of digits; anything else is refused or another record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import assume, given
from hypothesis import strategies as st

from sync.model.moment import VIETNAM
from sync.model.slip_code import MAX_DIGITS, SlipCodeError, SlipRecord, decode, encode, signed_bytes

EPOCH = datetime(2000, 1, 1, tzinfo=VIETNAM)
NUMBERS = ("000.00.06.H56-231027-0361", "H15.50.05.13-261008-0975", "H15." + "A1Z." * 8 + "-261008-0000975")
minutes = st.integers(0, 4_200_000_000).map(lambda count: EPOCH + timedelta(minutes=count))
records = st.builds(
    SlipRecord,
    dossier=st.binary(min_size=16, max_size=16),
    number=st.sampled_from(NUMBERS)
    | st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-", min_size=1, max_size=60),
    procedure=st.from_regex(r"[0-9]\.[0-9]{6}(\.[0-9]{2})?", fullmatch=True) | st.text(max_size=20),
    received_at=minutes,
    due_at=minutes,
    node=st.binary(min_size=16, max_size=16),
    issue=st.integers(0, 65535),
    head=st.binary(min_size=8, max_size=8),
)
signatures = st.binary(min_size=64, max_size=64)
KEY = Ed25519PrivateKey.from_private_bytes(b"7" * 32)


def record(**changes: Any) -> SlipRecord:
    fields: dict[str, Any] = {
        "dossier": bytes(range(16)),
        "number": NUMBERS[1],
        "procedure": "1.004873",
        "received_at": datetime(2026, 10, 8, 9, 15, tzinfo=VIETNAM),
        "due_at": datetime(2026, 10, 13, 9, 15, tzinfo=VIETNAM),
        "node": bytes(range(16, 32)),
        "issue": 0,
        "head": b"headhead",
    }
    return SlipRecord(**{**fields, **changes})


@given(records, signatures)
def test_what_is_encoded_is_decoded(one: SlipRecord, signature: bytes) -> None:
    digits = encode(one, signature)
    assert digits.isascii()
    assert digits.isdigit()
    assert len(digits) <= MAX_DIGITS
    assert decode(digits) == (one, signature)


@given(records, signatures, st.data())
def test_any_changed_digits_are_refused_or_say_something_else(
    one: SlipRecord, signature: bytes, data: st.DataObject
) -> None:
    digits = list(encode(one, signature))
    for place in data.draw(st.sets(st.integers(0, len(digits) - 1), min_size=1, max_size=4)):
        digits[place] = data.draw(st.sampled_from("0123456789"))
    changed = "".join(digits)
    assume(changed != encode(one, signature))
    try:
        read, seal = decode(changed)
    except SlipCodeError:
        return
    assert (read, seal) != (one, signature)
    assert encode(read, seal) == changed


@given(st.text("0123456789", max_size=500) | st.text(max_size=50))
def test_digits_of_chance_are_refused_or_have_one_encoding(text: str) -> None:
    try:
        read, seal = decode(text)
    except SlipCodeError:
        return
    assert encode(read, seal) == text


@given(st.integers(0, 332), st.integers(1, 9))
def test_one_misread_digit_never_passes_the_signature(place: int, more: int) -> None:
    one = record()
    digits = encode(one, KEY.sign(signed_bytes(one)))
    place %= len(digits)
    changed = digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :]
    try:
        read, seal = decode(changed)
    except SlipCodeError:
        return
    with pytest.raises(InvalidSignature):
        KEY.public_key().verify(seal, signed_bytes(read))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_slip_fits_a_qr_of_at_most_400_digits(number: str) -> None:
    assert len(encode(record(number=number), b"\xff" * 64)) <= 400


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "1",
        "01",
        "1" * MAX_DIGITS,
        "9" * (MAX_DIGITS + 1),
        "12 3",
        "+12",
        "١٢٣",
        "1e9",
        "-1",
        "1_0",
        "\n1",
    ],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(SlipCodeError):
        decode(text)


def test_a_code_cut_short_or_lengthened_is_refused() -> None:
    octets = int(encode(record(), b"s" * 64)).to_bytes(400, "big").lstrip(b"\x00")
    for wrong in (octets[:-1], octets[:60], octets + b"\x00", b"\x02" + octets[1:], b"\x01" + octets):
        with pytest.raises(SlipCodeError):
            decode(str(int.from_bytes(wrong, "big")))


def test_a_text_with_a_second_encoding_is_refused() -> None:
    code = int(encode(record(procedure="1"), b"s" * 64))
    octets = bytearray(code.to_bytes((code.bit_length() + 7) // 8, "big"))
    place = octets.index(b"\x01\x01", 17)
    assert octets[place : place + 2] == b"\x01\x01"
    octets[place : place + 2] = bytes((129, ord("1")))
    with pytest.raises(SlipCodeError, match="another encoding"):
        decode(str(int.from_bytes(octets, "big")))


@pytest.mark.parametrize(
    "changes",
    [
        {"dossier": b""},
        {"node": bytes(17)},
        {"head": bytes(7)},
        {"number": ""},
        {"number": "h15"},
        {"number": "Đ"},
        {"number": "1" * 128},
        {"procedure": "ă" * 64},
        {"procedure": "\ud800"},
        {"issue": -1},
        {"issue": 65536},
        {"received_at": datetime(2026, 1, 1)},  # noqa: DTZ001 - a time without an offset is what is refused
        {"due_at": datetime(1999, 12, 31, 23, 59, tzinfo=VIETNAM)},
        {"due_at": datetime.max.replace(tzinfo=VIETNAM)},
    ],
)
def test_a_record_does_not_exist_wrongly(changes: dict[str, Any]) -> None:
    if changes == {"due_at": datetime.max.replace(tzinfo=VIETNAM)}:
        assert record(**changes).due_at.year == 9999
        return
    with pytest.raises(SlipCodeError):
        record(**changes)


def test_a_signature_of_another_size_is_refused() -> None:
    with pytest.raises(SlipCodeError, match="64"):
        encode(record(), b"")


def test_seconds_are_not_said() -> None:
    assert record(received_at=datetime(2026, 10, 8, 9, 15, 59, tzinfo=VIETNAM)) == record()


def test_what_is_signed_names_its_purpose_and_not_the_signature() -> None:
    assert signed_bytes(record()).startswith(b"motcua slip\x00\x01")
    assert signed_bytes(record()) != signed_bytes(record(issue=1))
