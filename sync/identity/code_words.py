"""Printed codes as people type them: groups of four letters or digits and a check sign for each group.

A code is 160 random bits: eight groups of four signs (RFC 4648 base32: A–Z, 2–7). Each group ends with a
fifth sign, a weighted sum over GF(2⁵) of its four signs and its place: every single wrong sign, every swap of
two signs and every swap of two groups is noticed in the group where it was made, before anything is tried.
Codes printed without check signs (32 signs) are still read.
"""

from __future__ import annotations

from base64 import b32decode, b32encode
from typing import Final

CODE_BYTES: Final = 20
GROUPS: Final = 8
_SIGNS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_GROUP: Final = 4
_PLAIN: Final = GROUPS * _GROUP
_CHECKED: Final = _PLAIN + GROUPS
_FIELD: Final = 0b100101
"""x⁵ + x² + 1, primitive over GF(2)."""


class WrongGroups(ValueError):
    """A code typed wrong; `groups` are those that do not fit (1 to 8), none where its length is wrong."""

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        super().__init__("code: " + (f"groups {groups}" if groups else "length"))
        self.groups = groups


def written(code: bytes) -> str:
    """The 20 bytes of a code as they are printed: eight groups of five signs with dashes between them."""
    text = b32encode(code).decode("ascii")
    groups = [text[at : at + _GROUP] for at in range(0, _PLAIN, _GROUP)]
    return "-".join(group + _check(at, group) for at, group in enumerate(groups))


def read(text: str) -> bytes:
    """The bytes of a code as it was typed, in any case, with or without dashes and blanks.

    The digits 0, 1 and 8, which no code has, are read as the letters they look like: O, I, B.
    Raises `WrongGroups`.
    """
    signs = "".join(one for one in text.upper() if not one.isspace() and one not in "-–—.,")
    signs = signs.translate(str.maketrans("018", "OIB"))
    if len(signs) not in (_PLAIN, _CHECKED):
        raise WrongGroups
    step = _GROUP + (len(signs) == _CHECKED)
    groups = [signs[at : at + step] for at in range(0, len(signs), step)]
    wrong = tuple(at + 1 for at, group in enumerate(groups) if not _fits(at, group))
    if wrong:
        raise WrongGroups(wrong)
    return b32decode("".join(group[:_GROUP] for group in groups))


def looks_like_code(text: str) -> bool:
    """Whether a text could be meant as a code: three groups or more between dashes, or as long as one."""
    return text.count("-") >= 3 or len("".join(text.split())) in (_PLAIN, _CHECKED)


def unchecked(text: str) -> str:
    """The same code without its check signs, in groups of four. Raises `WrongGroups`."""
    signs = b32encode(read(text)).decode("ascii")
    return "-".join(signs[at : at + _GROUP] for at in range(0, _PLAIN, _GROUP))


def _fits(at: int, group: str) -> bool:
    if any(sign not in _SIGNS for sign in group):
        return False
    return len(group) == _GROUP or group[_GROUP] == _check(at, group[:_GROUP])


def _check(at: int, group: str) -> str:
    total = at + 1
    for sign in reversed(group):
        total = _twice(total) ^ _SIGNS.index(sign)
    return _SIGNS[_twice(total)]


def _twice(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 0b100000 else value
