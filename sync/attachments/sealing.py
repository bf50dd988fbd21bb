"""The encrypted form of a scan: a key of its own, the STREAM construction over ChaCha20-Poly1305.

::

    file    = "MCSCAN" 00 01 | chunk 0 | chunk 1 | … | last chunk
    chunk i = ChaCha20-Poly1305(key, nonce, up to 65,536 plain bytes, associated data = the 8 bytes above)
    nonce   = 7 zero bytes | i (u32, big endian) | 1 for the last chunk, else 0

All chunks but the last hold 65,536 plain bytes, the last at least one. The key is random and used for this
file alone, so counted nonces never meet twice; order, number and end of the chunks are bound by the
nonce. The file's name is the SHA-256 of these bytes, so that anyone can check a file he cannot read.
STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance", 2015.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from sync.attachments.trouble import ScanLost
from sync.model.scan import KEY_BYTES, ScanFile

HEADER: Final = b"MCSCAN\x00\x01"
CHUNK: Final = 64 * 1024
TAG: Final = 16
MAX_PLAIN: Final = 48 * 1024 * 1024
"""A stored scan, plain."""
DAMAGED: Final = "damaged"


def sealed_length(size: int) -> int:
    """The length of the encrypted form of `size` plain bytes."""
    return len(HEADER) + size + TAG * -(-size // CHUNK)


MAX_SEALED: Final = sealed_length(MAX_PLAIN)


def seal_scan(plain: bytes, key: bytes, pages: int) -> tuple[ScanFile, bytes]:
    """The encrypted form of a plain file, and what its entry says of it. `key` is 32 random bytes."""
    if not 1 <= len(plain) <= MAX_PLAIN or len(key) != KEY_BYTES:
        raise ValueError("scan: wrong size of file or key")
    box = ChaCha20Poly1305(key)
    parts = [HEADER]
    last = (len(plain) - 1) // CHUNK
    for at in range(last + 1):
        chunk = plain[at * CHUNK : (at + 1) * CHUNK]
        parts.append(box.encrypt(_nonce(at, last=at == last), chunk, HEADER))
    sealed = b"".join(parts)
    file = ScanFile(
        name=sha256(sealed).digest(),
        key=key,
        plain=sha256(plain).digest(),
        size=len(plain),
        length=len(sealed),
        pages=pages,
    )
    return file, sealed


def open_scan(file: ScanFile, sealed: bytes) -> bytes:
    """The plain file. Raises `ScanLost` ("damaged") for anything but exactly what was sealed."""
    if not sealed.startswith(HEADER) or len(sealed) != file.length or file.length > MAX_SEALED:
        raise ScanLost(DAMAGED)
    box = ChaCha20Poly1305(file.key)
    step = CHUNK + TAG
    body = memoryview(sealed)[len(HEADER) :]
    last = (len(body) - 1) // step
    try:
        plain = b"".join(
            box.decrypt(_nonce(at, last=at == last), bytes(body[at * step : (at + 1) * step]), HEADER)
            for at in range(last + 1)
        )
    except InvalidTag as error:
        raise ScanLost(DAMAGED) from error
    if len(plain) != file.size or sha256(plain).digest() != file.plain:
        raise ScanLost(DAMAGED)
    return plain


def _nonce(at: int, *, last: bool) -> bytes:
    return bytes(7) + at.to_bytes(4, "big") + bytes((last,))
