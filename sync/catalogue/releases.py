"""Releases of the catalogue: signed, numbered, each on the one before it; how they travel and which count.

A release says what changes (procedures, the calendar's days, fee schedules, wording of forms, notices), by
which decision and from which day. It is signed by the publishing key, which is not the center's: whoever
holds the serving machine can withhold a release and cannot make one.

::

    release = "MCREL1" 00 01 | publishing key (32) | signature (64) | zstd of canonical JSON
    piece   = form=1 (1) | digest (32) | part, from 1 (2) | parts (2) | up to 15000 bytes of a release

The signature is over the compressed bytes, so that nothing is unpacked that was not signed; the digest is
SHA-256 of key and compressed bytes. A release travels as entries of kind ``release``, one for each piece.
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import islice, product
from types import MappingProxyType
from typing import Any, Final

from sync.identity.keys import KEY_BYTES, SIGNATURE_BYTES, NodeKeys, NotGenuine, verify
from sync.model.strict import FieldError, Fields

TABLES: Final = ("procedures", "fees", "calendar", "wording", "notices")
NEW, AMENDED, REPLACED, ABOLISHED = KINDS = ("new", "amended", "replaced", "abolished")
NO_BASE: Final = bytes(32)
"""The base of the first release."""
MAX_PACKED: Final = 2 * 2**20
MAX_PLAIN: Final = 20 * 2**20
MAX_CHANGES: Final = 20_000
MAX_KEY: Final = 100
PIECE: Final = 15_000
MAX_PARTS: Final = MAX_PACKED // PIECE + 1
MAGIC: Final = b"MCREL1\x00\x01"
_CONTEXT: Final = b"motcua release v1"
_FRONT: Final = len(MAGIC) + KEY_BYTES + SIGNATURE_BYTES
_FORM: Final = 1
_HEAD: Final = 1 + 32 + 2 + 2
_LEVEL: Final = 19
_MOST_WAYS: Final = 64
"""So many ways of putting the pieces of one release together are tried."""


class ReleaseRefused(ValueError):
    """Bytes that are no release, or one that is not genuine; the text says which, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record changed: `fields` by name as they are to be, None for one that is taken back.

    `kind` is for people; what holds is in `fields` alone: the abolished and replaced have ``effective_to``
    and, where known, ``replaced_by`` there.
    """

    table: str
    key: str
    kind: str
    fields: Mapping[str, Any]

    def __post_init__(self) -> None:
        if self.table not in TABLES:
            raise FieldError("table", f"phải là một trong: {', '.join(TABLES)}")
        if self.kind not in KINDS:
            raise FieldError("kind", f"phải là một trong: {', '.join(KINDS)}")
        if not 0 < len(self.key) <= MAX_KEY:
            raise FieldError("key", f"phải có từ 1 đến {MAX_KEY} ký tự")
        object.__setattr__(self, "fields", MappingProxyType(dict(self.fields)))

    def to_list(self) -> list[object]:
        """Plain data, in the order table, key, kind, fields."""
        return [self.table, self.key, self.kind, dict(self.fields)]


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says. `base`: digest of the one before; `decision` its number, `decided` its date;
    `effective` the first day it holds; `expires` the day after which, without a newer one, readers are
    warned; `undoes` the sequence it takes back (0: none); `next_key` the key that signs from then on."""

    sequence: int
    base: bytes
    decision: str
    decided: date
    effective: date
    expires: date
    changes: tuple[Change, ...]
    undoes: int = 0
    next_key: bytes = b""

    def counts(self) -> dict[str, int]:
        """How many changes of each kind."""
        return {kind: sum(one.kind == kind for one in self.changes) for kind in KINDS}


@dataclass(frozen=True)
class Signed:
    """A genuine release: `key` signed it, `raw` is the whole of it as it travels."""

    release: Release
    key: bytes
    raw: bytes = field(repr=False)

    @cached_property
    def digest(self) -> bytes:
        """Its name, 32 bytes."""
        return sha256(self.raw[len(MAGIC) : len(MAGIC) + KEY_BYTES] + self.raw[_FRONT:]).digest()


def fingerprint(key: bytes) -> str:
    """A publishing key as people compare it: four groups of four of its Base32."""
    text = b32encode(key[:10]).decode("ascii")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


# ------------------------------------------------------------------------------------------ bytes


def pack_release(release: Release) -> bytes:
    """The bytes that are signed. Raises `ReleaseRefused` for more than a release may hold."""
    import zstandard

    plain = json.dumps(_plain(release), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    packed = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=False).compress(plain)
    if len(plain) > MAX_PLAIN or len(packed) > MAX_PACKED or len(release.changes) > MAX_CHANGES:
        raise ReleaseRefused("Bản công bố quá lớn; chia thành nhiều quyết định.")
    return packed


def sign_release(release: Release, keys: NodeKeys) -> Signed:
    """The release signed by the publishing key. Raises `ReleaseRefused` when it could not be read back."""
    packed = pack_release(release)
    raw = MAGIC + keys.public.sign + keys.sign(_CONTEXT, packed) + packed
    return open_release(raw)


def open_release(raw: bytes) -> Signed:
    """Checks the signature, then reads. Raises `ReleaseRefused`."""
    if not raw.startswith(MAGIC) or not _FRONT < len(raw) <= _FRONT + MAX_PACKED:
        raise ReleaseRefused("Tệp này không phải bản công bố danh mục, hoặc bị cắt mất.")
    key = raw[len(MAGIC) : len(MAGIC) + KEY_BYTES]
    signature, packed = raw[len(MAGIC) + KEY_BYTES : _FRONT], raw[_FRONT:]
    try:
        verify(key, _CONTEXT, packed, signature)
    except NotGenuine as error:
        raise ReleaseRefused("Chữ ký của bản công bố không đúng.") from error
    return Signed(read_packed(packed), key, raw)


def read_packed(packed: bytes) -> Release:
    """What signed (or not yet signed) bytes say. Raises `ReleaseRefused`."""
    try:
        return _release(json.loads(_unpacked(packed)))
    except ReleaseRefused:
        raise
    except FieldError as error:
        raise ReleaseRefused(f"Bản công bố sai ở “{error.field}”: {error.reason}.") from error
    except (ValueError, RecursionError) as error:
        raise ReleaseRefused("Nội dung bản công bố không đọc được.") from error


def _unpacked(packed: bytes) -> bytes:
    import zstandard

    try:
        size = zstandard.get_frame_parameters(packed).content_size
        if not 0 < size <= MAX_PLAIN:
            raise ReleaseRefused("Bản công bố bung ra quá lớn.")
        reader = zstandard.ZstdDecompressor(max_window_size=8 * 2**20)
        return reader.decompress(packed, max_output_size=MAX_PLAIN, allow_extra_data=False)
    except (zstandard.ZstdError, MemoryError) as error:
        raise ReleaseRefused("Bản công bố bị hỏng.") from error


def _plain(release: Release) -> dict[str, object]:
    return {
        "sequence": release.sequence,
        "base": release.base.hex(),
        "decision": release.decision,
        "decided": release.decided.isoformat(),
        "effective": release.effective.isoformat(),
        "expires": release.expires.isoformat(),
        "undoes": release.undoes,
        "next_key": release.next_key.hex(),
        "changes": [one.to_list() for one in release.changes],
    }


def _release(raw: object) -> Release:
    found = Fields(raw)
    sequence = found.number("sequence", 0, least=1, most=2**31)
    days = {name: found.day(name) for name in ("decided", "effective", "expires")}
    for name, day in days.items():
        if day is None:
            raise FieldError(name, "không được để trống")
    said = {name: day for name, day in days.items() if day is not None}
    if said["expires"] < said["effective"]:
        raise FieldError("expires", "không được trước ngày có hiệu lực")
    release = Release(
        sequence=sequence,
        base=_octets(found, "base", required=True),
        decision=found.text("decision", most=500, required=True),
        changes=tuple(_change(item, path) for path, item in found.items("changes", most=MAX_CHANGES)),
        undoes=found.number("undoes", 0, most=2**31),
        next_key=_octets(found, "next_key"),
        **said,
    )
    found.done()
    return release


def _octets(found: Fields, name: str, *, required: bool = False) -> bytes:
    text = found.text(name, most=64, required=required)
    try:
        value = bytes.fromhex(text)
    except ValueError:
        raise FieldError(name, "phải là số thập lục phân") from None
    if text and len(value) != 32:
        raise FieldError(name, "phải có 32 byte")
    return value


def _change(raw: object, path: str) -> Change:
    if not isinstance(raw, list) or len(raw) != 4 or not all(isinstance(one, str) for one in raw[:3]):
        raise FieldError(path, "phải là [bảng, khóa, loại, trường]")
    if not isinstance(raw[3], dict):
        raise FieldError(path, "phải có các trường")
    try:
        return Change(*raw)
    except FieldError as error:
        raise error.under(path) from None


# ------------------------------------------------------------------------------------------ pieces


def pieces_of(one: Signed) -> list[bytes]:
    """The bodies of the entries that carry a release."""
    cut = [one.raw[at : at + PIECE] for at in range(0, len(one.raw), PIECE)]
    head, parts = bytes((_FORM,)) + one.digest, len(cut).to_bytes(2, "big")
    return [head + number.to_bytes(2, "big") + parts + part for number, part in enumerate(cut, start=1)]


def put_together(bodies: Iterable[bytes]) -> list[Signed]:
    """Every genuine release whose pieces are all there, each once, by digest; whatever their order.

    What is forged, cut off or of another form is left out: it never stops another.
    """
    found: dict[tuple[bytes, int], dict[int, set[bytes]]] = {}
    for body in bodies:
        if len(body) <= _HEAD or body[0] != _FORM:
            continue
        digest = body[1:33]
        part, parts = int.from_bytes(body[33:35], "big"), int.from_bytes(body[35:37], "big")
        if 1 <= part <= parts <= MAX_PARTS:
            found.setdefault((digest, parts), {}).setdefault(part, set()).add(body[_HEAD:])
    whole: dict[bytes, Signed] = {}
    for (digest, parts), held in found.items():
        if len(held) != parts:
            continue
        # Two pieces of one place: somebody wrote rubbish under the name of another's release.
        ways = product(*(sorted(held[part]) for part in range(1, parts + 1)))
        for way in islice(ways, _MOST_WAYS):
            raw = b"".join(way)
            if digest == sha256(raw[len(MAGIC) : len(MAGIC) + KEY_BYTES] + raw[_FRONT:]).digest():
                with suppress(ReleaseRefused):
                    whole[digest] = open_release(raw)
                    break
    return [whole[digest] for digest in sorted(whole)]
