"""The form of an archive: rows of every table, packed and sealed piece by piece, the same from any database.

::

    archive = "MCBACKUP" 00 01 | center's name (8 bytes) | salt (32 bytes) | piece 0 | piece 1 | …
    piece i = length (u32, big endian) | ChaCha20-Poly1305 of zstd(kind | msgpack), as in `identity.parcels`
    kinds   = head, table (its name and columns), rows (of the table before), end (how many rows of each)

The key comes from the center's signing key by HKDF-SHA256, so an archive is opened where the center's keys
are and nowhere else. No piece can be dropped, swapped or added, and the last one knows that it is the last:
an archive that was cut short says so. Scans lie beside it, each under its digest; they are sealed by
themselves.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Any, BinaryIO, Final

import msgspec
import zstandard
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.center.store.trouble import CenterError
from sync.identity.keys import NotGenuine
from sync.identity.parcels import Pieces

MAGIC: Final = b"MCBACKUP\x00\x01"
NAME_BYTES: Final = 8
_SALT_BYTES: Final = 32
_FRONT: Final = len(MAGIC) + NAME_BYTES + _SALT_BYTES
_INFO: Final = b"motcua center backup v1"
_PIECE: Final = 1024 * 1024
"""Bytes of rows that make up a piece; one row may be larger."""
_MOST: Final = 96 * 1024 * 1024
"""Bytes of a piece, packed or unpacked, beyond which it is not one of ours."""
HEAD, TABLE, ROWS, END = range(4)


class ArchiveRefused(CenterError):
    """A file that is no whole archive of this center, in words."""


def _cut_short() -> ArchiveRefused:
    return ArchiveRefused(
        "Tệp sao lưu bị cắt mất phần cuối.",
        "Hãy dùng một bản sao lưu khác và kiểm tra lại ổ đĩa chứa tệp này.",
    )


class Head(msgspec.Struct, frozen=True):
    """What an archive says of itself; `settings` are the center's, `migrations` its schema's history."""

    made_at: str
    settings: dict[str, Any]
    migrations: list[str]
    database: str


class Table(msgspec.Struct, frozen=True):
    """The table of the rows that follow."""

    name: str
    columns: list[str]


class End(msgspec.Struct, frozen=True):
    """How many rows each table has."""

    counts: dict[str, int]


Row = Sequence[Any]


def _pieces(secret: bytes, front: bytes) -> Pieces:
    salt = front[-_SALT_BYTES:]
    key = HKDF(SHA256(), 32, salt, _INFO).derive(secret)
    return Pieces(key, sha256(front).digest())


class ArchiveWriter:
    """Writes an archive into `file`; `close` makes it whole. `secret` is the center's signing key."""

    def __init__(
        self, file: BinaryIO, name: bytes, secret: bytes, entropy: Callable[[int], bytes] = os.urandom
    ) -> None:
        if len(name) != NAME_BYTES:
            raise ValueError("archive: not a center's name")
        front = MAGIC + name + entropy(_SALT_BYTES)
        self._file = file
        self._sealer = _pieces(secret, front)
        self._packer = zstandard.ZstdCompressor(level=3)
        self._number = 0
        self._rows: list[bytes] = []
        self._size = 0
        self._counts: dict[str, int] = {}
        self._table = ""
        file.write(front)

    def head(self, head: Head) -> None:
        """What comes first."""
        self._piece(HEAD, msgspec.msgpack.encode(head))

    def table(self, table: Table) -> None:
        """Begins a table."""
        self._flush()
        self._piece(TABLE, msgspec.msgpack.encode(table))
        self._table = table.name
        self._counts[table.name] = 0

    def row(self, row: Row) -> None:
        """One row of the table; values are None, whole numbers, real numbers, texts and bytes."""
        packed = msgspec.msgpack.encode(list(row))
        self._rows.append(packed)
        self._size += len(packed)
        self._counts[self._table] += 1
        if self._size >= _PIECE:
            self._flush()

    def close(self) -> dict[str, int]:
        """Writes the end; gives the rows of each table. The file stays open."""
        self._flush()
        self._piece(END, msgspec.msgpack.encode(End(self._counts)), last=True)
        return self._counts

    def _flush(self) -> None:
        if self._rows:
            self._piece(ROWS, b"\xdd" + len(self._rows).to_bytes(4, "big") + b"".join(self._rows))
            self._rows, self._size = [], 0

    def _piece(self, kind: int, body: bytes, *, last: bool = False) -> None:
        packed = self._packer.compress(bytes((kind,)) + body)
        sealed = self._sealer.seal(self._number, packed, last=last)
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


def name_in(file: BinaryIO) -> bytes:
    """The name of the center that the archive in `file` is of. Raises `ArchiveRefused`."""
    file.seek(0)
    front = file.read(_FRONT)
    if not front.startswith(MAGIC[:-1]):
        raise ArchiveRefused("Tệp này không phải bản sao lưu của trung tâm.", "Hãy chọn tệp .mcbk khác.")
    if not front.startswith(MAGIC):
        raise ArchiveRefused(
            "Bản sao lưu do phiên bản phần mềm mới hơn ghi.", "Hãy cài phiên bản mới nhất của chương trình."
        )
    if len(front) < _FRONT:
        raise _cut_short()
    return front[len(MAGIC) : len(MAGIC) + NAME_BYTES]


class ArchiveReader:
    """Reads an archive: `head`, then `rows` once. Every method raises `ArchiveRefused` and `OSError`."""

    def __init__(self, file: BinaryIO, secret: bytes) -> None:
        name_in(file)
        file.seek(0)
        self._file = file
        self._sealer = _pieces(secret, file.read(_FRONT))
        self._unpacker = zstandard.ZstdDecompressor()
        self._number = 0
        self._ahead = file.read(4)
        kind, body = self._next()
        if kind != HEAD:
            raise self._strange()
        self.head: Head = self._decoded(body, Head)
        self.counts: dict[str, int] = {}

    def rows(self) -> Iterator[tuple[Table, list[list[Any]]]]:
        """Every table with its rows, in the order they were written, some rows at a time; the empty ones too.

        When it ends the archive was whole, and `counts` are its rows.
        """
        table: Table | None = None
        counts: dict[str, int] = {}
        while True:
            kind, body = self._next()
            if kind == TABLE:
                table = self._decoded(body, Table)
                counts[table.name] = 0
                yield table, []
            elif kind == ROWS and table is not None:
                rows: list[list[Any]] = self._decoded(body, list[list[Any]])
                counts[table.name] += len(rows)
                if any(len(row) != len(table.columns) for row in rows):
                    raise self._strange()
                yield table, rows
            elif kind == END:
                if self._decoded(body, End).counts != counts:
                    raise self._strange()
                self.counts = counts
                return
            else:
                raise self._strange()

    def _next(self) -> tuple[int, bytes]:
        size = int.from_bytes(self._ahead, "big")
        if len(self._ahead) < 4:
            raise _cut_short()
        if not 16 < size <= _MOST:
            raise self._strange()
        sealed = self._file.read(size)
        if len(sealed) < size:
            raise _cut_short()
        self._ahead = self._file.read(4)
        packed = self._opened(sealed, last=not self._ahead)
        self._number += 1
        try:
            plain = self._unpacker.decompress(packed, max_output_size=_MOST)
        except zstandard.ZstdError as error:
            raise self._strange() from error
        if not plain or (not self._ahead) != (plain[0] == END):
            raise _cut_short()
        return plain[0], plain[1:]

    def _opened(self, sealed: bytes, *, last: bool) -> bytes:
        try:
            return self._sealer.open(self._number, sealed, last=last)
        except NotGenuine as error:
            if last and self._opens_as(sealed, last=False):
                raise _cut_short() from error
            if self._number == 0:
                raise ArchiveRefused(
                    "Không mở được bản sao lưu bằng khóa của trung tâm này.",
                    "Bản sao lưu là của trung tâm khác, hoặc phần đầu tệp đã bị hỏng hay bị sửa.",
                ) from error
            raise self._strange() from error

    def _opens_as(self, sealed: bytes, *, last: bool) -> bool:
        try:
            self._sealer.open(self._number, sealed, last=last)
        except NotGenuine:
            return False
        return True

    def _decoded(self, body: bytes, kind: Any) -> Any:
        try:
            return msgspec.msgpack.decode(body, type=kind)
        except msgspec.DecodeError as error:
            raise self._strange() from error

    def _strange(self) -> ArchiveRefused:
        return ArchiveRefused(
            f"Tệp sao lưu bị hỏng hoặc bị sửa (ở phần {self._number}).",
            "Không có gì được khôi phục từ tệp này; hãy dùng một bản sao lưu khác.",
        )
