"""Codes by the clock: the vectors of the RFC, the window, and that none is taken twice."""

from __future__ import annotations

import pytest

from sync.center.staff.totp import PERIOD, address_of, code_at, shown, step_of

SEEDS = {
    "sha1": b"12345678901234567890",
    "sha256": b"12345678901234567890123456789012",
    "sha512": b"1234567890123456789012345678901234567890123456789012345678901234",
}
VECTORS = [
    # RFC 6238, appendix B
    (59, "94287082", "46119246", "90693936"),
    (1111111109, "07081804", "68084774", "25091201"),
    (1111111111, "14050471", "67062674", "99943326"),
    (1234567890, "89005924", "91819424", "93441116"),
    (2000000000, "69279037", "90698825", "38618901"),
    (20000000000, "65353130", "77737706", "47863826"),
]


@pytest.mark.parametrize(("at", "sha1", "sha256", "sha512"), VECTORS)
def test_the_vectors_of_the_rfc(at: int, sha1: str, sha256: str, sha512: str) -> None:
    for digest, expected in (("sha1", sha1), ("sha256", sha256), ("sha512", sha512)):
        assert code_at(SEEDS[digest], at // 30, digits=8, digest=digest) == expected


@pytest.mark.parametrize(
    ("count", "code"),
    [
        *((0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (4, "338314")),
        *((5, "254676"), (6, "287922"), (7, "162583"), (8, "399871"), (9, "520489")),
    ],
)
def test_the_vectors_of_counters(count: int, code: str) -> None:
    # RFC 4226, appendix D
    assert code_at(SEEDS["sha1"], count) == code


def test_a_code_is_taken_half_a_minute_early_or_late_and_no_further() -> None:
    secret, now = SEEDS["sha1"], 1_800_000_000
    step = now // PERIOD
    for distance in range(-4, 5):
        found = step_of(secret, code_at(secret, step + distance), now, -1)
        assert found == (step + distance if abs(distance) <= 1 else None), distance


def test_no_code_is_taken_after_itself_or_a_later_one() -> None:
    secret, now = SEEDS["sha1"], 1_800_000_000
    step = now // PERIOD
    assert step_of(secret, code_at(secret, step), now, step) is None
    assert step_of(secret, code_at(secret, step - 1), now, step) is None
    assert step_of(secret, code_at(secret, step + 1), now, step) == step + 1


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "１２３４５６", "0" * 7, "ü", "-00001"])
def test_what_is_no_code_fits_nothing(code: str) -> None:
    assert step_of(SEEDS["sha1"], code, 1_800_000_000, -1) is None


def test_the_secret_as_a_person_and_as_a_telephone_read_it() -> None:
    secret = SEEDS["sha1"]
    assert shown(secret) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    address = address_of(secret, "Trung tâm A & B", "le.cuong")
    assert address.startswith("otpauth://totp/Trung%20t%C3%A2m%20A%20%26%20B%3Ale.cuong?secret=GEZDGNBV")
    assert "&issuer=Trung%20t%C3%A2m%20A%20%26%20B&" in address
