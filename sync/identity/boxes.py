"""Sealed boxes: X25519 + HKDF-SHA256 + ChaCha20-Poly1305, the coat of every message.

A request is sealed to the receiver's static key from a fresh ephemeral key; the answer comes back
under a second key of the same secret that also binds the request's digest, so only the process
that asked can open it and it answers nothing else. TLS is a second coat over this.
"""

from __future__ import annotations

from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.identity.keys import KEY_BYTES, NodeKeys, NotGenuine, PublicKeys

_NONCE = bytes(12)
"""Each key seals one message only, so the nonce may stand still."""


def _key(shared: bytes, info: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, None, info).derive(shared))


class RequestBox:
    """The asker's side: `sealed` is what travels, `open_answer` opens the one answer to it."""

    __slots__ = ("_digest", "_shared", "sealed")

    def __init__(self, receiver: PublicKeys, message: bytes) -> None:
        ephemeral = X25519PrivateKey.generate()
        public = ephemeral.public_key().public_bytes_raw()
        try:
            self._shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(receiver.seal))
        except ValueError as error:
            raise NotGenuine("sealed box: bad key") from error
        key = _key(self._shared, b"motcua request v1" + public + receiver.seal)
        self.sealed = public + key.encrypt(_NONCE, message, receiver.node)
        self._digest = sha256(self.sealed).digest()

    @property
    def digest(self) -> bytes:
        """SHA-256 of what travelled; the answer's signature covers it."""
        return self._digest

    def open_answer(self, sealed: bytes) -> bytes:
        """The answer's message. Raises `NotGenuine` when it is not the answer to this request."""
        try:
            return _key(self._shared, b"motcua answer v1" + self._digest).decrypt(_NONCE, sealed, None)
        except InvalidTag as error:
            raise NotGenuine("sealed box: not the answer to this request") from error


class AnswerBox:
    """The answerer's side: opens a request and seals the one answer to it."""

    __slots__ = ("_shared", "digest", "message")

    def __init__(self, keys: NodeKeys, sealed: bytes) -> None:
        if len(sealed) < KEY_BYTES + 16:
            raise NotGenuine("sealed box: truncated")
        public = sealed[:KEY_BYTES]
        self._shared = keys.shared_with(public)
        key = _key(self._shared, b"motcua request v1" + public + keys.public.seal)
        try:
            self.message = key.decrypt(_NONCE, sealed[KEY_BYTES:], keys.node)
        except InvalidTag as error:
            raise NotGenuine("sealed box: not for this receiver, or damaged") from error
        self.digest = sha256(sealed).digest()

    def seal_answer(self, message: bytes) -> bytes:
        """What travels back."""
        return _key(self._shared, b"motcua answer v1" + self.digest).encrypt(_NONCE, message, None)
