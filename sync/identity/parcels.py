"""Parcels: bytes under one content key that several receivers can open, each with its own keys.

The key is wrapped for each receiver as a sealed box is sealed (X25519, HKDF-SHA256, ChaCha20-Poly1305).
The content is cut into pieces, each authenticated with its number and whether it is the last, under a
digest of everything before the first: no piece can be dropped, swapped, repeated or moved to another parcel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.identity.keys import KEY_BYTES, NodeKeys, NotGenuine, PublicKeys

CONTENT_KEY_BYTES = 32
WRAPPED_BYTES = CONTENT_KEY_BYTES + 16
PIECE_OVERHEAD = 16
_NONCE = bytes(12)
"""Each wrapping key is used once: the ephemeral key is new for each parcel."""


def _wrapping(shared: bytes, ephemeral: bytes, receiver: PublicKeys) -> ChaCha20Poly1305:
    info = b"motcua parcel v1" + ephemeral + receiver.seal
    return ChaCha20Poly1305(HKDF(SHA256(), 32, None, info).derive(shared))


def wrap(
    key: bytes, receivers: Iterable[PublicKeys], entropy: Callable[[int], bytes]
) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The ephemeral public key (32 bytes) and (node, wrapped key of 48 bytes) for each receiver.

    A receiver whose key is none is left out.
    """
    ephemeral = X25519PrivateKey.from_private_bytes(entropy(KEY_BYTES))
    public = ephemeral.public_key().public_bytes_raw()
    wrapped: list[tuple[bytes, bytes]] = []
    for receiver in receivers:
        try:
            shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(receiver.seal))
        except ValueError:
            continue
        box = _wrapping(shared, public, receiver).encrypt(_NONCE, key, receiver.node)
        wrapped.append((receiver.node, box))
    return public, wrapped


def unwrap(keys: NodeKeys, ephemeral: bytes, wrapped: bytes) -> bytes:
    """The content key. Raises `NotGenuine` when it was not wrapped for these keys."""
    try:
        return _wrapping(keys.shared_with(ephemeral), ephemeral, keys.public).decrypt(
            _NONCE, wrapped, keys.node
        )
    except InvalidTag as error:
        raise NotGenuine("parcel: key not for this node, or damaged") from error


class Pieces:
    """Seals and opens the pieces of one parcel; `head` is the digest of what stands before them."""

    __slots__ = ("_cipher", "_head")

    def __init__(self, key: bytes, head: bytes) -> None:
        self._cipher = ChaCha20Poly1305(key)
        self._head = head

    @staticmethod
    def _nonce(number: int, *, last: bool) -> bytes:
        return bytes((last,)) + number.to_bytes(11, "big")

    def seal(self, number: int, text: bytes, *, last: bool) -> bytes:
        """Piece `number` (0, 1, 2 …) as it is written."""
        return self._cipher.encrypt(self._nonce(number, last=last), text, self._head)

    def open(self, number: int, sealed: bytes, *, last: bool) -> bytes:
        """The inverse of `seal`. Raises `NotGenuine`."""
        try:
            return self._cipher.decrypt(self._nonce(number, last=last), sealed, self._head)
        except InvalidTag as error:
            raise NotGenuine("parcel: piece damaged or out of place") from error
