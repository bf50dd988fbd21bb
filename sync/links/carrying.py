"""Carrying an encrypted scan to a tus 1.0 server, and fetching one, whatever is cut. Sans-I/O.

`Wire` carries one HTTP request. Upload (core protocol with creation, https://tus.io/protocols/resumable-upload,
version 1.0.0): a failed PATCH is followed by a HEAD, and the upload goes on from the byte the server names.
Chunks grow while they get through and are halved when they do not.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from mmap import mmap
from typing import Final, Protocol

from sync.attachments.copy_tokens import MAX_COPY
from sync.attachments.sealing import MAX_SEALED
from sync.protocol.ports import PORTAL, REFUSED, LinkFailed

PATH: Final = "/v1/scans"
VERSION: Final = "1.0.0"
OCTETS: Final = "application/offset+octet-stream"
SCAN_TYPE: Final = "application/vnd.motcua.scan"
MAX_TRIES: Final = 4
"""Failures in a row, none of which brought a byte across, before the line is given up for now."""

HELD, STOPPED, GONE = "held", "stopped", "gone"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: header names in lower case; the body is whole, or as much as came (`cut`)."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False


class Wire(Protocol):
    """Carries one request; `url` is absolute, or a path below the center's address."""

    def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """The answer, whatever its status. Raises `LinkFailed` when there is none."""


@dataclass(slots=True)
class ChunkPace:
    """Bytes of the next chunk: doubled when a full one got through, halved on failure."""

    size: int = 64 * 1024
    least: int = 1024
    most: int = 4 * 1024 * 1024

    def succeeded(self, sent: int) -> None:
        """A chunk of that many bytes was taken."""
        if sent >= self.size:
            self.size = min(self.most, self.size * 2)

    def failed(self) -> None:
        """A chunk was not, or nobody said so."""
        self.size = max(self.least, self.size // 2)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where files of a kind are brought and fetched: the collection's `path`, their `media` type, and how
    many bytes one has at most."""

    path: str = PATH
    media: str = SCAN_TYPE
    most: int = MAX_SEALED


SCANS: Final = Shelf()
COPIES: Final = Shelf("/v1/copies", "application/vnd.motcua.copy", MAX_COPY)
"""Desks' backups."""
Bytes = bytes | mmap
"""A file's content; one too long for memory is mapped."""
Allow = Callable[[int], int]
"""How many of that many bytes may be sent now; 0: stop here, something else comes first."""


@dataclass(slots=True)
class Uploading:
    """One file on its way. `url` is where it goes on, as remembered from an earlier try (empty: create).

    `keep` is told the URL as soon as there is one. `token` goes into the metadata of the creation.
    """

    wire: Wire
    sealed: Bytes
    token: str
    pace: ChunkPace
    allow: Allow
    url: str = ""
    keep: Callable[[str], None] = lambda _url: None
    checked: bool = False
    shelf: Shelf = SCANS

    def run(self) -> str:
        """`HELD` when the server has all of it, `STOPPED` when `allow` said so. Raises `LinkFailed`.

        Even `HELD` is no acknowledgement: that is a signed exchange's alone.
        """
        offset = self._begin()
        failures = 0
        while offset < len(self.sealed):
            size = self.allow(min(self.pace.size, len(self.sealed) - offset))
            if size <= 0:
                return STOPPED
            try:
                reached = self._send(offset, self.sealed[offset : offset + size])
                self.pace.succeeded(size)
            except LinkFailed as failure:
                failures += 1
                self.pace.failed()
                if failure.kind == REFUSED or failures >= MAX_TRIES:
                    raise
                if failure.kind == PORTAL:
                    raise
                reached = self._begin()  # where it stands; from the start if the server forgot it
            if reached > offset:
                failures = 0
            offset = reached
        self.keep("")
        return HELD

    def _begin(self) -> int:
        if self.url:
            offset = self._ask()
            if offset is not None:
                return offset
        return self._create()

    def _create(self) -> int:
        said = b64encode(self.token.encode("ascii")).decode("ascii")
        headers = {
            "Tus-Resumable": VERSION,
            "Upload-Length": str(len(self.sealed)),
            "Upload-Metadata": f"token {said}",
        }
        answer = self.wire("POST", self.shelf.path, headers)
        location = answer.headers.get("location", "")
        if answer.status != 201 or not location or not _speaks_tus(answer):
            raise _trouble(answer)
        self.url = location
        self.keep(location)
        return _offset(answer, len(self.sealed), default=0)

    def _ask(self) -> int | None:
        """Where the server stands; None when it has forgotten the upload, or means another."""
        answer = self.wire("HEAD", self.url, {"Tus-Resumable": VERSION})
        known = answer.status in (200, 204)
        if answer.status not in (403, 404, 410) and not (known and _speaks_tus(answer)):
            raise _trouble(answer)
        if known and answer.headers.get("upload-length", "") in ("", str(len(self.sealed))):
            return _offset(answer, len(self.sealed))
        # of another length: a proxy once gave us the answer to somebody else's creation
        self.url = ""
        self.keep("")
        return None

    def _send(self, offset: int, part: bytes) -> int:
        headers = {"Tus-Resumable": VERSION, "Upload-Offset": str(offset), "Content-Type": OCTETS}
        if self.checked:
            headers["Upload-Checksum"] = "sha256 " + b64encode(sha256(part).digest()).decode("ascii")
        answer = self.wire("PATCH", self.url, headers, part)
        if answer.status == 204 and _speaks_tus(answer):
            return _offset(answer, len(self.sealed))
        if answer.status in (404, 410):
            self.url = ""
            self.keep("")
        if answer.status == 460:
            self.checked = True  # something on the way changes bytes: from now on each chunk shows it at once
        if answer.status in (409, 423, 460):
            raise LinkFailed("unreachable", f"upload {answer.status}")  # ask where it stands, and go on
        raise _trouble(answer)


def _speaks_tus(answer: Answer) -> bool:
    return answer.headers.get("tus-resumable") == VERSION


def _offset(answer: Answer, length: int, default: int | None = None) -> int:
    written = answer.headers.get("upload-offset", "")
    if not written and default is not None:
        return default
    if not written.isascii() or not written.isdigit() or len(written) > 15 or int(written) > length:
        raise LinkFailed(PORTAL, "upload offset")
    return int(written)


def _trouble(answer: Answer) -> LinkFailed:
    """What an answer that brings nothing on means: theirs, ours, or somebody else's."""
    retry = answer.headers.get("retry-after", "")
    after = float(retry) if retry.isdigit() and len(retry) < 6 else None
    if answer.status == 429 or (answer.status >= 500 and answer.status != 511):
        return LinkFailed("busy", str(answer.status), after)
    if 400 <= answer.status < 500 and _speaks_tus(answer):
        return LinkFailed(REFUSED, f"upload {answer.status}")
    return LinkFailed(PORTAL, f"upload {answer.status}")


@dataclass(slots=True)
class Fetching:
    """A file on its way here. `have` bytes came before; `store` is given each piece that comes."""

    wire: Wire
    name: bytes
    length: int
    token: str
    have: int
    store: Callable[[bytes], None]
    pace: ChunkPace
    allow: Allow
    shelf: Shelf = SCANS

    def run(self) -> str:
        """`HELD` when all of it came (its hash is the caller's to check), `STOPPED` when `allow` said so,
        `GONE` when the center does not have it. Raises `LinkFailed`.
        """
        failures = 0
        while self.have < min(self.length, self.shelf.most):
            size = self.allow(min(self.pace.size, self.length - self.have))
            if size <= 0:
                return STOPPED
            try:
                answer = self._get(size)
            except LinkFailed:
                failures += 1
                self.pace.failed()
                if failures >= MAX_TRIES:
                    raise
                continue
            if answer is None:
                return GONE
            failures = 0 if answer.body else failures + 1
            if failures >= MAX_TRIES:
                raise LinkFailed("unreachable", "nothing came")
            self.store(answer.body)
            self.have += len(answer.body)
            if answer.cut:
                self.pace.failed()
            else:
                self.pace.succeeded(size)
        return HELD

    def _get(self, size: int) -> Answer | None:
        last = self.have + size - 1
        headers = {"Authorization": f"Motcua {self.token}", "Range": f"bytes={self.have}-{last}"}
        answer = self.wire("GET", f"{self.shelf.path}/held/{self.name.hex()}", headers)
        media = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if answer.status == 404 and _speaks_tus(answer):
            return None
        if answer.status != 206 or media != self.shelf.media:
            raise _trouble(answer)
        span = f"bytes {self.have}-{last}/{self.length}"
        if answer.headers.get("content-range", "") != span or len(answer.body) > size:
            raise LinkFailed(PORTAL, "another range")
        return answer
