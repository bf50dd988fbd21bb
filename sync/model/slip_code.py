"""The slip's QR code as digits: the signed skeleton of a dossier that any desk of the commune can check.

Decimal digits only, so that neither a keyboard layout nor a Vietnamese input method can change
them. No name, phone, address or identity number is in it, clear or hashed.

Layout of the packed record (big-endian), read as one integer and written in decimal::

    version u8 = 1 | dossier 16 | number text | procedure text | received u32 | due u32 | node 16
    | issue u16 | head 8 | signature 64

Times are minutes since 2000-01-01T00:00+07:00. A text is a header octet and its octets: header
0-127 is a count of characters of `_ALPHABET`, packed as one base-38 integer in the fewest octets
that hold any text of that length; header 128-255 is 128 + a count of UTF-8 octets, permitted only
where the alphabet does not suffice. Every record has exactly one encoding, and decoding accepts no other.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sync.model.moment import VIETNAM, to_minute

VERSION: Final = 1
SIGNATURE_SIZE: Final = 64
CONTEXT: Final = b"motcua slip v1"
"""What a node's key signs a slip under."""
MAX_DIGITS: Final = 900
"""More than any record needs; longer input is refused before any arithmetic."""

_DOMAIN: Final = b"motcua slip\x00"
_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-"
_VALUE: Final = {character: value for value, character in enumerate(_ALPHABET)}
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=VIETNAM)
_U32: Final = 1 << 32
_U16: Final = 1 << 16


class SlipCodeError(ValueError):
    """The digits are not a slip's code, or the record cannot be put in one."""


@dataclass(frozen=True, slots=True)
class SlipRecord:
    """What a slip's code says. Raises `SlipCodeError` rather than exist wrongly.

    `dossier` and `node` are 16 octets, `head` the first 8 octets of the journal head after the
    ``received`` entry, `issue` 0 for the first print and n for the n-th reissue (< 65,536).
    Times are cut to the minute in +07:00.
    """

    dossier: bytes
    number: str
    procedure: str
    received_at: datetime
    due_at: datetime
    node: bytes
    issue: int
    head: bytes

    def __post_init__(self) -> None:
        for name, size in (("dossier", 16), ("node", 16), ("head", 8)):
            if len(getattr(self, name)) != size:
                raise SlipCodeError(f"{name}: {size} octets expected")
        if not self.number or any(character not in _VALUE for character in self.number):
            raise SlipCodeError("number: only 0-9, A-Z, '.' and '-'")
        if not 0 <= self.issue < _U16:
            raise SlipCodeError("issue: out of range")
        for name in ("received_at", "due_at"):
            moment: datetime = getattr(self, name)
            if moment.tzinfo is None:
                raise SlipCodeError(f"{name}: has no offset")
            try:
                object.__setattr__(self, name, to_minute(moment))
            except OverflowError as error:
                raise SlipCodeError(f"{name}: out of range") from error
            _minutes(name, moment)
        object.__setattr__(self, "procedure", unicodedata.normalize("NFC", self.procedure))
        for name in ("number", "procedure"):
            _pack_text(name, getattr(self, name))


def signed_bytes(record: SlipRecord) -> bytes:
    """The octets an Ed25519 signature of this record is made over (with a prefix of their own)."""
    return _DOMAIN + _pack(record)


def encode(record: SlipRecord, signature: bytes) -> str:
    """The code's decimal digits (about 340). Raises `SlipCodeError` on a signature of another size."""
    if len(signature) != SIGNATURE_SIZE:
        raise SlipCodeError(f"signature: {SIGNATURE_SIZE} octets expected")
    return str(int.from_bytes(_pack(record) + signature, "big"))


def decode(digits: str) -> tuple[SlipRecord, bytes]:
    """The record and its signature, which is not checked here.

    Raises `SlipCodeError` for anything that `encode` did not write, byte for byte.
    """
    if not 0 < len(digits) <= MAX_DIGITS or not digits.isascii() or not digits.isdigit() or digits[0] == "0":
        raise SlipCodeError("not a slip's code")
    value = int(digits)
    octets = value.to_bytes((value.bit_length() + 7) // 8, "big")
    if octets[0] != VERSION:
        raise SlipCodeError("unknown version of the code")
    if len(octets) <= SIGNATURE_SIZE:
        raise SlipCodeError("the code is cut short")
    return _unpack(octets[:-SIGNATURE_SIZE]), octets[-SIGNATURE_SIZE:]


def _pack(record: SlipRecord) -> bytes:
    return b"".join(
        (
            bytes((VERSION,)),
            record.dossier,
            _pack_text("number", record.number),
            _pack_text("procedure", record.procedure),
            _minutes("received_at", record.received_at).to_bytes(4, "big"),
            _minutes("due_at", record.due_at).to_bytes(4, "big"),
            record.node,
            record.issue.to_bytes(2, "big"),
            record.head,
        )
    )


def _unpack(octets: bytes) -> SlipRecord:
    reader = _Reader(octets)
    reader.take(1)
    record = SlipRecord(
        dossier=reader.take(16),
        number=reader.text(),
        procedure=reader.text(),
        received_at=reader.moment(),
        due_at=reader.moment(),
        node=reader.take(16),
        issue=int.from_bytes(reader.take(2), "big"),
        head=reader.take(8),
    )
    if reader.left():
        raise SlipCodeError("the code is too long")
    return record


def _minutes(name: str, moment: datetime) -> int:
    minutes: int = (moment - _EPOCH) // timedelta(minutes=1)
    if not 0 <= minutes < _U32:
        raise SlipCodeError(f"{name}: out of range")
    return minutes


def _text_size(length: int) -> int:
    """Octets that hold any `length` characters of the alphabet."""
    texts: int = len(_ALPHABET) ** length
    return ((texts - 1).bit_length() + 7) // 8


def _pack_text(name: str, text: str) -> bytes:
    if all(character in _VALUE for character in text):
        if len(text) > 127:
            raise SlipCodeError(f"{name}: too long")
        value = 0
        for character in text:
            value = value * len(_ALPHABET) + _VALUE[character]
        return bytes((len(text),)) + value.to_bytes(_text_size(len(text)), "big")
    try:
        octets = text.encode()
    except UnicodeEncodeError as error:
        raise SlipCodeError(f"{name}: not a text") from error
    if len(octets) > 127:
        raise SlipCodeError(f"{name}: too long")
    return bytes((128 + len(octets),)) + octets


class _Reader:
    """Reads a packed record from its front; what is missing or has another encoding is an error."""

    def __init__(self, octets: bytes) -> None:
        self._octets = octets
        self._at = 0

    def left(self) -> int:
        return len(self._octets) - self._at

    def take(self, size: int) -> bytes:
        if size > self.left():
            raise SlipCodeError("the code is cut short")
        self._at += size
        return self._octets[self._at - size : self._at]

    def moment(self) -> datetime:
        try:
            return _EPOCH + timedelta(minutes=int.from_bytes(self.take(4), "big"))
        except OverflowError as error:
            raise SlipCodeError("a time of the code is out of range") from error

    def text(self) -> str:
        header = self.take(1)
        if header[0] >= 128:
            body = self.take(header[0] - 128)
            try:
                text = body.decode()
            except UnicodeDecodeError as error:
                raise SlipCodeError("a text of the code is not UTF-8") from error
        else:
            body = self.take(_text_size(header[0]))
            value = int.from_bytes(body, "big")
            characters = []
            for _ in range(header[0]):
                value, remainder = divmod(value, len(_ALPHABET))
                characters.append(_ALPHABET[remainder])
            text = "".join(reversed(characters))
        if _pack_text("text", text) != header + body:
            raise SlipCodeError("a text of the code has another encoding")
        return text
