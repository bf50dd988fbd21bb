"""Tokens: a node's signed word that it may bring, or be given, one encrypted scan of one channel.

A token is text (base64url without padding) of ``signature (64) || msgpack [purpose, node, channel, name,
length, expiry]``. The signature, in the context ``motcua scan v1``, is over the receiver's node id and the
msgpack, so that a token for one center is nothing to another. `expiry` is by the receiver's own clock, as
the node heard it in an exchange: a wrong clock at the desk neither opens nor locks anything.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from sync.attachments.sealing import MAX_SEALED
from sync.identity.keys import SIGNATURE_BYTES, NodeKeys, NotGenuine, PublicKeys
from sync.model.entry import NODE_BYTES
from sync.model.scan import NAME_BYTES

CONTEXT: Final = b"motcua scan v1"
PUT, GET = "put", "get"
LIFE: Final = 7 * 24 * 3600
"""Seconds a token is good for; a receiver takes none that is good for longer than twice that."""
MAX_TOKEN: Final = 512


class ScanToken(msgspec.Struct, array_like=True, frozen=True):
    """What a token says. `length` is the ciphertext's; `expiry` seconds since 1970, by the receiver."""

    purpose: Annotated[str, Meta(max_length=8)]
    node: Annotated[bytes, Meta(min_length=NODE_BYTES, max_length=NODE_BYTES)]
    channel: Annotated[str, Meta(max_length=46)]
    name: Annotated[bytes, Meta(min_length=NAME_BYTES, max_length=NAME_BYTES)]
    length: Annotated[int, Meta(ge=1, le=MAX_SEALED)]
    expiry: Annotated[int, Meta(ge=0, le=2**40)]


def sign_token(keys: NodeKeys, receiver: bytes, token: ScanToken) -> str:
    """The token as it travels to the node `receiver`."""
    said = msgspec.msgpack.encode(token)
    raw = keys.sign(CONTEXT, receiver + said) + said
    return urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def read_token(text: str) -> tuple[ScanToken, bytes, bytes]:
    """(token, what was signed, signature) of a token's text; nothing is believed yet. Raises `NotGenuine`."""
    if len(text) > MAX_TOKEN:
        raise NotGenuine("token: too long")
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        signature, said = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
        return msgspec.msgpack.decode(said, type=ScanToken), said, signature
    except (NotBase64, ValueError, msgspec.DecodeError) as error:
        raise NotGenuine("token: unreadable") from error


def check_token(keys: PublicKeys, receiver: bytes, said: bytes, signature: bytes) -> None:
    """Raises `NotGenuine` unless the holder of `keys` signed it for `receiver`."""
    keys.verify(CONTEXT, receiver + said, signature)


def is_current(token: ScanToken, now: int) -> bool:
    """Whether the token may be used at `now`, seconds since 1970 by the receiver's clock."""
    return now <= token.expiry <= now + 2 * LIFE
