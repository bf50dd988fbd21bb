"""A node's keys: Ed25519 to sign, X25519 to be sealed to. The node's id follows from both.

Every signature is over a context word and the message, so that no signature made for one purpose
can stand for another. The library is loaded at the first signature: a desk that only shows what it has needs
none of its 7 MiB.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

KEY_BYTES = 32
SIGNATURE_BYTES = 64


class NotGenuine(ValueError):
    """A signature, seal or sealed box that does not hold; the text says of what."""


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What everybody may know of a node: 32 bytes to check signatures, 32 bytes to seal to."""

    sign: bytes
    seal: bytes

    def __post_init__(self) -> None:
        if len(self.sign) != KEY_BYTES or len(self.seal) != KEY_BYTES:
            raise NotGenuine("public keys: wrong length")

    @property
    def node(self) -> bytes:
        """The node's id, 16 bytes."""
        return sha256(b"motcua node v1\0" + self.sign + self.seal).digest()[:16]

    def verify(self, context: bytes, message: bytes, signature: bytes) -> None:
        """Raises `NotGenuine` unless `signature` is this node's over `context` and `message`."""
        verify(self.sign, context, message, signature)


@lru_cache(maxsize=4096)
def _public(key: bytes) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(key)


def verify(key: bytes, context: bytes, message: bytes, signature: bytes) -> None:
    """Raises `NotGenuine` unless `signature` is by the holder of the Ed25519 public `key`."""
    from cryptography.exceptions import InvalidSignature

    try:
        _public(key).verify(signature, context + b"\0" + message)
    except (InvalidSignature, ValueError) as error:
        raise NotGenuine(f"signature: {context.decode('ascii', 'replace')}") from error


class NodeKeys:
    """The secret half of a node. `secret` (64 bytes) is what is kept; it is never printed.

    `public`: what was derived from it before, where that lies at hand.
    """

    def __init__(self, secret: bytes, public: PublicKeys | None = None) -> None:
        if len(secret) != 2 * KEY_BYTES:
            raise NotGenuine("node keys: wrong length")
        self.secret = secret
        if public is not None:
            self.public = public

    @cached_property
    def _sign(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret[:KEY_BYTES])

    @cached_property
    def _seal(self) -> X25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return X25519PrivateKey.from_private_bytes(self.secret[KEY_BYTES:])

    @cached_property
    def public(self) -> PublicKeys:
        """What everybody may know of this node."""
        return PublicKeys(
            self._sign.public_key().public_bytes_raw(), self._seal.public_key().public_bytes_raw()
        )

    @classmethod
    def generate(cls, entropy: Callable[[int], bytes] | None = None) -> NodeKeys:
        """A new node, of the operating system's chance or of `entropy`."""
        if entropy is not None:
            return cls(entropy(2 * KEY_BYTES))  # any 32 bytes are a secret of either kind
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return cls(
            Ed25519PrivateKey.generate().private_bytes_raw() + X25519PrivateKey.generate().private_bytes_raw()
        )

    def __repr__(self) -> str:
        return f"NodeKeys({self.node.hex()})"

    @property
    def node(self) -> bytes:
        """The node's id, 16 bytes."""
        return self.public.node

    def sign(self, context: bytes, message: bytes) -> bytes:
        """The Ed25519 signature (64 bytes) over `context` and `message`."""
        return self._sign.sign(context + b"\0" + message)

    def shared_with(self, other: bytes) -> bytes:
        """The X25519 secret shared with the holder of the public key `other`."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

        try:
            return self._seal.exchange(X25519PublicKey.from_public_bytes(other))
        except ValueError as error:
            raise NotGenuine("sealed box: bad key") from error
