"""A data key wrapped for people: opened by whoever it is for, and by nobody else."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from sync.identity.wraps import (
    BOX_BYTES,
    LOCK_BYTES,
    WrongSecret,
    box_key,
    key_name,
    lock_for_code,
    lock_for_password,
    private_of_code,
    private_of_password,
    unbox_key,
)

KEY = bytes(range(32))
CHANCE = random.Random(7)
LAN = lock_for_password("mot cau de nho", b"desk lan", CHANCE.randbytes)


def test_a_password_opens_what_was_boxed_to_its_lock_without_it() -> None:
    box = box_key(LAN, KEY, b"desk lan")
    assert (len(LAN.sealed), len(box)) == (LOCK_BYTES, BOX_BYTES)
    private = private_of_password(LAN, "mot cau de nho", b"desk lan")
    assert unbox_key(private, box, b"desk lan") == KEY
    assert box != box_key(LAN, KEY, b"desk lan")


def test_the_same_password_typed_on_another_system_opens() -> None:
    composed, decomposed = "mật khẩu dài", "mật khẩu dài"
    lock = lock_for_password(composed, b"x", CHANCE.randbytes)
    assert private_of_password(lock, decomposed, b"x")


def test_nothing_else_opens_a_lock() -> None:
    for password, about in (
        ("mot cau de nhớ", b"desk lan"),
        ("mot cau de nho", b"desk minh"),
        ("", b"desk lan"),
    ):
        with pytest.raises(WrongSecret):
            private_of_password(LAN, password, about)


@pytest.mark.parametrize("at", range(0, LOCK_BYTES, 16))
def test_a_damaged_lock_opens_nothing(at: int) -> None:
    damaged = bytearray(LAN.sealed)
    damaged[at] ^= 1
    with pytest.raises(WrongSecret):
        private_of_password(replace(LAN, sealed=bytes(damaged)), "mot cau de nho", b"desk lan")


def test_two_locks_of_one_password_share_nothing() -> None:
    other = lock_for_password("mot cau de nho", b"desk lan", CHANCE.randbytes)
    assert other.salt != LAN.salt
    assert other.public != LAN.public
    box = box_key(other, KEY, b"desk lan")
    with pytest.raises(WrongSecret):
        unbox_key(private_of_password(LAN, "mot cau de nho", b"desk lan"), box, b"desk lan")


def test_a_printed_code_opens_its_own_lock_only() -> None:
    code = CHANCE.randbytes(20)
    lock = lock_for_code(code, b"desk", CHANCE.randbytes)
    assert lock.sealed == b""
    assert unbox_key(private_of_code(lock, code, b"desk"), box_key(lock, KEY, b"desk"), b"desk") == KEY
    with pytest.raises(WrongSecret):
        private_of_code(lock, CHANCE.randbytes(20), b"desk")


@pytest.mark.parametrize("at", range(0, BOX_BYTES, 8))
def test_a_damaged_box_gives_no_key(at: int) -> None:
    code = CHANCE.randbytes(20)
    lock = lock_for_code(code, b"desk", CHANCE.randbytes)
    box = bytearray(box_key(lock, KEY, b"desk"))
    box[at] ^= 1
    with pytest.raises(WrongSecret):
        unbox_key(private_of_code(lock, code, b"desk"), bytes(box), b"desk")


def test_a_keys_name_says_nothing_of_it() -> None:
    assert len(key_name(KEY)) == 16
    assert key_name(KEY) != key_name(bytes(32))
    assert KEY.hex()[:8] not in key_name(KEY)
