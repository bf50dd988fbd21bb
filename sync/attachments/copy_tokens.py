"""Tokens for a desk's backups at its center: a node's signed word that it may bring, list or be given them.

Like a scan's token (`sync.attachments.tokens`) but for a file that no entry names: text (base64url without
padding) of ``signature (64) || msgpack [purpose, node, channel, name, length, expiry]``, signed in context
``motcua copy v1`` over the receiver's node id and the msgpack. To list, `name` is 32 zero bytes, `length` 1.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from sync.attachments.tokens import LIFE, MAX_TOKEN
from sync.identity.keys import SIGNATURE_BYTES, NodeKeys, NotGenuine, PublicKeys
from sync.model.entry import DIGEST_BYTES, NODE_BYTES

CONTEXT: Final = b"motcua copy v1"
LISTED: Final = b"motcua copies v1"
"""Context of the center's signature over a list."""
BRING, LIST, TAKE = "bring", "list", "take"
MAX_COPY: Final = 512 * 1024 * 1024
"""Bytes of a backup that goes to a center."""


class CopyToken(msgspec.Struct, array_like=True, frozen=True):
    """What a token says; `expiry` in seconds since 1970, by the receiver's clock."""

    purpose: Annotated[str, Meta(max_length=8)]
    node: Annotated[bytes, Meta(min_length=NODE_BYTES, max_length=NODE_BYTES)]
    channel: Annotated[str, Meta(max_length=46)]
    name: Annotated[bytes, Meta(min_length=DIGEST_BYTES, max_length=DIGEST_BYTES)]
    length: Annotated[int, Meta(ge=1, le=MAX_COPY)]
    expiry: Annotated[int, Meta(ge=0, le=2**40)]


class HeldCopy(msgspec.Struct, array_like=True, frozen=True):
    """A backup that a center holds: the `node` it is of and its desk number, digest and length of the file,
    and when it came, seconds since 1970."""

    node: bytes
    desk: int
    name: bytes
    length: int
    at: int


def sign_copy_token(keys: NodeKeys, receiver: bytes, token: CopyToken) -> str:
    """The token as it travels to the node `receiver`."""
    said = msgspec.msgpack.encode(token)
    raw = keys.sign(CONTEXT, receiver + said) + said
    return urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def read_copy_token(text: str) -> tuple[CopyToken, bytes, bytes]:
    """(token, what was signed, signature); nothing is believed yet. Raises `NotGenuine`."""
    if len(text) > MAX_TOKEN:
        raise NotGenuine("token: too long")
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        signature, said = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
        return msgspec.msgpack.decode(said, type=CopyToken), said, signature
    except (NotBase64, ValueError, msgspec.DecodeError) as error:
        raise NotGenuine("token: unreadable") from error


def check_copy_token(keys: PublicKeys, receiver: bytes, said: bytes, signature: bytes) -> None:
    """Raises `NotGenuine` unless the holder of `keys` signed it for `receiver`."""
    keys.verify(CONTEXT, receiver + said, signature)


def is_current(token: CopyToken, now: int) -> bool:
    """Whether it may be used at `now`, seconds since 1970 by the receiver's clock."""
    return now <= token.expiry <= now + 2 * LIFE


def sign_list(keys: NodeKeys, token: str, held: list[HeldCopy]) -> bytes:
    """The list as it travels: a signature over the very question and the list, then the list."""
    said = msgspec.msgpack.encode(held)
    return keys.sign(LISTED, token.encode("ascii") + said) + said


def read_list(center: PublicKeys, token: str, raw: bytes) -> list[HeldCopy]:
    """The inverse of `sign_list`. Raises `NotGenuine` for what the center did not answer to this question."""
    signature, said = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    center.verify(LISTED, token.encode("ascii") + said, signature)
    try:
        return msgspec.msgpack.decode(said, type=list[HeldCopy])
    except (ValueError, msgspec.DecodeError) as error:
        raise NotGenuine("list: unreadable") from error
