"""A scan as its ``attached`` entry names it. The file lies and travels apart, encrypted, under its digest.

The key stands in the entry's body and nowhere else: purging the body shreds the scan wherever it lies.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sync.model.bodies import Unreadable, moment, number, officer_in, text
from sync.model.dossier import Officer

NAME_BYTES = 32
KEY_BYTES = 32
PDF = "application/pdf"
MAX_SCAN_BYTES = 2**40
"""What a body may say at all; what a store takes is its own limit, far below."""
MAX_TITLE = 200


@dataclass(frozen=True, slots=True)
class ScanFile:
    """An encrypted file and what is in it.

    `name` is the SHA-256 of the ciphertext (`length` bytes), `plain` that of the plain file (`size`
    bytes) of media type `type`; `key` opens it.
    """

    name: bytes
    key: bytes = field(repr=False)
    plain: bytes
    size: int
    length: int
    pages: int
    type: str = PDF


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan of a dossier: its file, its title for people, who attached it when, and by which entry of
    which node (the entry's whole digest, 32 bytes).
    """

    file: ScanFile
    title: str
    at: datetime
    officer: Officer
    node: bytes
    entry: bytes

    @property
    def name(self) -> bytes:
        """The file's name everywhere: the SHA-256 of its ciphertext."""
        return self.file.name


def _out(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def _in(body: Mapping[str, Any], name: str, size: int) -> bytes:
    written = text(body, name, None)
    try:
        raw = urlsafe_b64decode(written + "=" * (-len(written) % 4))
    except ValueError as error:
        raise Unreadable(f"{name}: not base64") from error
    if len(raw) != size:
        raise Unreadable(f"{name}: wrong length")
    return raw


def file_out(file: ScanFile) -> dict[str, Any]:
    """The fields of an ``attached`` body about the file."""
    return {
        "name": _out(file.name),
        "key": _out(file.key),
        "plain": _out(file.plain),
        "size": file.size,
        "length": file.length,
        "pages": file.pages,
        "type": file.type if file.type != PDF else None,
    }


def file_in(body: Mapping[str, Any]) -> ScanFile:
    """The inverse of `file_out`. Raises `Unreadable`."""
    size, length, pages = (number(body, name) for name in ("size", "length", "pages"))
    if not 1 <= size <= length <= MAX_SCAN_BYTES:
        raise Unreadable("length: no scan is as long")
    return ScanFile(
        name=_in(body, "name", NAME_BYTES),
        key=_in(body, "key", KEY_BYTES),
        plain=_in(body, "plain", NAME_BYTES),
        size=size,
        length=length,
        pages=pages,
        type=text(body, "type", PDF),
    )


def scan_in(body: Mapping[str, Any], node: bytes, entry: bytes) -> Scan:
    """The scan of an ``attached`` body written by `node` in the entry of that digest. Raises `Unreadable`."""
    return Scan(file_in(body), text(body, "title"), moment(body, "at"), officer_in(body), node, entry)
