"""A data key wrapped for people: each with a lock of their own that a password or a printed code opens.

A lock is an X25519 key pair. Its private half lies under the person's password (argon2id, 64 MiB, three
passes, RFC 9106; AES-256-GCM), or is derived from a printed code of 160 random bits (HKDF-SHA256, RFC 5869).
The data key is boxed to the public half (X25519, HKDF, ChaCha20-Poly1305, RFC 8439). So a new data key is
wrapped for everybody who may open it without asking anybody for a password, and the printed sheet stays good;
who was taken off the list can do nothing with the new one.

Everything names the desk and the person under its tag: no lock and no box can be given to another.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.identity.passwords import password_key

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
LOCK_BYTES: Final = KEY_BYTES + 16
BOX_BYTES: Final = 2 * KEY_BYTES + 16
_NONCE: Final = bytes(12)
"""A key out of a fresh salt or a fresh ephemeral key seals once, so the nonce may stand still."""

Entropy = Callable[[int], bytes]


class WrongSecret(ValueError):
    """The password or code that was given does not open this lock, or the lock or box was damaged."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Whose password or code opens what is boxed to `public` (32 bytes).

    `salt` is 16 bytes; `sealed` the private half under the password (48 bytes), empty where a code gives it.
    """

    public: bytes
    salt: bytes
    sealed: bytes = b""


def key_name(key: bytes) -> str:
    """A name of a data key that says nothing of it: 16 hexadecimal digits."""
    return sha256(b"motcua key name v1" + key).hexdigest()[:16]


def lock_for_password(password: str, about: bytes, entropy: Entropy = os.urandom) -> Lock:
    """A new lock of a person; `about` names the desk and the person. Takes a sixth of a second and 64 MiB."""
    private, salt = entropy(KEY_BYTES), entropy(SALT_BYTES)
    public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    sealed = AESGCM(password_key(password, salt)).encrypt(_NONCE, private, b"motcua lock v1" + public + about)
    return Lock(public, salt, sealed)


def private_of_password(lock: Lock, password: str, about: bytes) -> bytes:
    """The private half. Raises `WrongSecret`."""
    try:
        box = AESGCM(password_key(password, lock.salt))
        return box.decrypt(_NONCE, lock.sealed, b"motcua lock v1" + lock.public + about)
    except (InvalidTag, ValueError) as error:
        raise WrongSecret("lock: wrong password, or damaged") from error


def lock_for_code(code: bytes, about: bytes, entropy: Entropy = os.urandom) -> Lock:
    """The lock that a printed code opens."""
    salt = entropy(SALT_BYTES)
    private = X25519PrivateKey.from_private_bytes(_derived(code, salt, about))
    return Lock(private.public_key().public_bytes_raw(), salt)


def private_of_code(lock: Lock, code: bytes, about: bytes) -> bytes:
    """The private half. Raises `WrongSecret`."""
    private = _derived(code, lock.salt, about)
    if X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw() != lock.public:
        raise WrongSecret("lock: wrong code")
    return private


def box_key(lock: Lock, key: bytes, about: bytes, entropy: Entropy = os.urandom) -> bytes:
    """A data key of 32 bytes boxed to a lock; nothing secret of the person is needed. 80 bytes."""
    ephemeral = X25519PrivateKey.from_private_bytes(entropy(KEY_BYTES))
    public = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(lock.public))
    return public + _box(shared, public, lock.public).encrypt(_NONCE, key, about)


def unbox_key(private: bytes, boxed: bytes, about: bytes) -> bytes:
    """The data key in a box. Raises `WrongSecret`."""
    own = X25519PrivateKey.from_private_bytes(private)
    public = own.public_key().public_bytes_raw()
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(boxed[:KEY_BYTES]))
        return _box(shared, boxed[:KEY_BYTES], public).decrypt(_NONCE, boxed[KEY_BYTES:], about)
    except (InvalidTag, ValueError) as error:
        raise WrongSecret("box: not for this lock, or damaged") from error


def _derived(secret: bytes, salt: bytes, about: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"motcua wrap v1" + about).derive(secret)


def _box(shared: bytes, ephemeral: bytes, receiver: bytes) -> ChaCha20Poly1305:
    info = b"motcua key box v1" + ephemeral + receiver
    return ChaCha20Poly1305(HKDF(SHA256(), KEY_BYTES, None, info).derive(shared))
