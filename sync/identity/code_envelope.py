"""A secret in an envelope that a printed code opens.

The code has 160 random bits, so it is no password to be guessed and needs no slow hash: HKDF-SHA256 (RFC
5869) and ChaCha20-Poly1305 (RFC 8439), with all that stands in front under its tag.

::

    envelope = magic | name | salt (32 bytes) | sealed secret
"""

from __future__ import annotations

from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_SALT_BYTES: Final = 32
_CODE_BYTES: Final = 20
_NONCE: Final = bytes(12)
"""Each key derived seals one envelope only."""


class NoEnvelope(ValueError):
    """Bytes that are no envelope of this kind, or the beginning of one."""


class WrongCode(ValueError):
    """A code that does not open the envelope."""


@dataclass(frozen=True, slots=True)
class CodeEnvelope:
    """A kind of envelope: the bytes it begins with, the length of the name in it, what its keys are for."""

    magic: bytes
    name_bytes: int
    purpose: bytes

    @property
    def front_bytes(self) -> int:
        """What stands before the sealed secret."""
        return len(self.magic) + self.name_bytes + _SALT_BYTES

    def seal(self, name: bytes, secret: bytes, entropy: Callable[[int], bytes]) -> tuple[bytes, str]:
        """The envelope, and its code: 32 letters and digits in groups of four, kept nowhere."""
        code = entropy(_CODE_BYTES)
        front = self.magic + name + entropy(_SALT_BYTES)
        text = b32encode(code).decode("ascii")
        words = "-".join(text[at : at + 4] for at in range(0, len(text), 4))
        return front + self._box(code, front).encrypt(_NONCE, secret, front), words

    def name_in(self, envelope: bytes) -> bytes:
        """Whose secret it holds. Raises `NoEnvelope`."""
        if not envelope.startswith(self.magic) or len(envelope) <= self.front_bytes:
            raise NoEnvelope
        return envelope[len(self.magic) : len(self.magic) + self.name_bytes]

    def open(self, envelope: bytes, code: str) -> bytes:
        """The secret; the code in any case, with or without dashes and blanks. Raises `WrongCode`."""
        front = envelope[: self.front_bytes]
        try:
            plain = b32decode("".join(code.upper().replace("-", " ").split()))
            return self._box(plain, front).decrypt(_NONCE, envelope[self.front_bytes :], front)
        except (NotBase32, InvalidTag, ValueError) as error:
            raise WrongCode from error

    def _box(self, code: bytes, front: bytes) -> ChaCha20Poly1305:
        return ChaCha20Poly1305(HKDF(SHA256(), 32, front[-_SALT_BYTES:], self.purpose).derive(code))
