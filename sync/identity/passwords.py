"""Passwords of people, kept as argon2id verifiers: 64 MiB, three passes (RFC 9106; OWASP ASVS 5.0, 11.4.2).

A guess costs what a log-in costs, about a sixth of a second of one core and 64 MiB.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

LEAST: Final = 10
LONGEST: Final = 128
"""Characters of a password."""
_SALT_BYTES: Final = 16
_LENGTH: Final = 32
_PASSES: Final = 3
_LANES: Final = 1
_MEMORY_KIB: Final = 64 * 1024
_COMMON: Final = frozenset(
    {
        *("1234567890", "0123456789", "12345678910", "0987654321", "qwertyuiop"),
        *("password123", "password1234", "matkhau123", "matkhau1234", "123456789a"),
        *("a123456789", "abcdefghij", "abc1234567", "motcua12345", "motcua1234"),
        *("hanhchinhcong", "admin12345", "admin123456", "administrator", "iloveyou123"),
        *("vietnam123", "vietnam1234", "1234567891"),
    }
)


class PasswordRefused(ValueError):
    """A password that is not taken; `args[0]` is a Vietnamese sentence."""


def _normal(password: str) -> bytes:
    # the same password from another keyboard or system is the same bytes
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace")


def check_password(password: str, *about: str) -> None:
    """Raises `PasswordRefused` for one too short, too common, or with one of `about` (a name) in it."""
    plain = unicodedata.normalize("NFKC", password)
    folded = plain.casefold()
    if len(plain) < LEAST:
        raise PasswordRefused(f"Mật khẩu cần ít nhất {LEAST} ký tự; một câu dễ nhớ là tốt nhất.")
    if len(plain) > LONGEST:
        raise PasswordRefused(f"Mật khẩu dài quá {LONGEST} ký tự.")
    if folded in _COMMON or len(set(folded)) < 4:
        raise PasswordRefused("Mật khẩu này quá dễ đoán; hãy chọn một câu khác.")
    if any(one and len(one) > 3 and one.casefold() in folded for one in about):
        raise PasswordRefused("Mật khẩu không được chứa tên đăng nhập.")


def verifier_of(password: str, entropy: Callable[[int], bytes] = os.urandom) -> str:
    """What is kept of a password: a PHC string with its salt and costs."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(
        salt=entropy(_SALT_BYTES), length=_LENGTH, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
    )
    return made.derive_phc_encoded(_normal(password))


def is_password(password: str, verifier: str) -> bool:
    """Whether the verifier was made of this password. An empty verifier matches none, in the same time."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if len(password) > 8 * LONGEST:
        return False
    try:
        Argon2id.verify_phc_encoded(_normal(password), verifier or _nobodys())
    except InvalidKey:
        return False
    return bool(verifier)


def password_key(password: str, salt: bytes) -> bytes:
    """32 bytes out of a password, at the cost of a guess; never kept anywhere."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(salt=salt, length=_LENGTH, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB)
    return made.derive(_normal(password[: 8 * LONGEST]))


@cache
def _nobodys() -> str:
    """A verifier of nothing, so that an unknown name takes as long as a known one."""
    return verifier_of(os.urandom(16).hex())
