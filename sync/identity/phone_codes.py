"""A question on a desk's screen and the center's answer to it, both short enough to be read out by telephone.

The question names the desk and holds chance; the answer is a MAC of both and of the log-in name, under the
secret that desk and center share by their X25519 keys (RFC 7748, HKDF RFC 5869, HMAC-SHA256 RFC 2104): only
that center can answer, for that account, at that desk, once.

::

    question = first 4 bytes of the desk's node id | 5 random bytes | 1 letter of check     16 letters
    answer   = 60 bits of the MAC                                                           12 letters

Letters are those of Crockford's base 32: no I, L, O or U; what sounds or looks alike is read as meant.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import sha256
from typing import Final

from sync.identity.keys import NodeKeys

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", "-": None, " ": None})
_DESK_BYTES: Final = 4
_CHANCE_BYTES: Final = 5
_QUESTION: Final = 15
_ANSWER: Final = 12
_PURPOSE: Final = b"motcua account code v1"


class NoQuestion(ValueError):
    """Letters that are no question, most often mistyped."""


def new_question(node: bytes, entropy: Callable[[int], bytes]) -> str:
    """A question of the desk with that node id: 16 letters in groups of four."""
    body = node[:_DESK_BYTES] + entropy(_CHANCE_BYTES)
    letters = _spelled(int.from_bytes(body, "big"), _QUESTION)
    return _grouped(letters + _check(letters))


def clean_question(text: str) -> str:
    """A question as it was typed, in its own letters. Raises `NoQuestion`."""
    letters = text.upper().translate(_ALIKE)
    whole = len(letters) == _QUESTION + 1 and all(letter in _LETTERS for letter in letters)
    if not whole or _check(letters[:-1]) != letters[-1]:
        raise NoQuestion(text[:40])
    return _grouped(letters)


def desk_of(question: str) -> bytes:
    """The first 4 bytes of the id of the desk that asks. Raises `NoQuestion`."""
    letters = clean_question(question).replace("-", "")[:-1]
    number = 0
    for letter in letters:
        number = number * 32 + _LETTERS.index(letter)
    return (number & (1 << 72) - 1).to_bytes(_DESK_BYTES + _CHANCE_BYTES, "big")[:_DESK_BYTES]


def answer_to(question: str, login: str, mine: NodeKeys, seal: bytes, desk: bytes) -> str:
    """The answer, as the center reads it out and the desk expects it: 12 letters in groups of four.

    `mine` are the own keys and `seal` the other's X25519 key; `desk` is the node id of the desk.
    """
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = HKDF(SHA256(), 32, desk, _PURPOSE).derive(mine.shared_with(seal))
    said = clean_question(question) + "\0" + login.strip().lower()
    digest = hmac.new(key, said.encode("utf-8"), sha256).digest()
    return _grouped(_spelled(int.from_bytes(digest[:8], "big") >> 4, _ANSWER))


def is_answer(text: str, right: str) -> bool:
    """Whether what was typed is the right answer."""
    return hmac.compare_digest(text.upper().translate(_ALIKE).encode(), right.replace("-", "").encode())


def _spelled(number: int, letters: int) -> str:
    return "".join(_LETTERS[number >> 5 * at & 31] for at in reversed(range(letters)))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def _check(letters: str) -> str:
    return _LETTERS[sha256(letters.encode("ascii")).digest()[0] & 31]
