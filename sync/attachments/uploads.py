"""Unfinished uploads on a receiver's disk: what has come of a file, and what it is to be.

A part is a plain file whose length is the offset, so a cut or a crash loses nothing but what the disk had
not yet: the sender asks where it stands and goes on from there. Only a finished file is hashed and counts.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from sync.attachments.files import ScanFiles

EXPIRES: Final = timedelta(days=7)
"""An upload nobody went on with is forgotten after this long."""
_ID = re.compile(r"[0-9a-f]{32}\Z")


class _Order(msgspec.Struct, array_like=True, frozen=True):
    """As on disk."""

    node: bytes
    channel: str
    name: bytes
    length: int
    expires: float
    done: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """Who brings which file of which channel, until when (seconds since 1970); `done`: it is whole."""

    id: str
    node: bytes
    channel: str
    name: bytes
    length: int
    expires: float
    done: bool = False


class Uploads:
    """Uploads below one folder. Methods may be called from any thread, but one at a time for one upload."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self, wanted: Upload, now: datetime) -> Upload:
        """Begins an upload, or finds the same one begun before; either is good for `EXPIRES` from now."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = self.find(wanted.id, now)
        if known is None or known.done or (known.name, known.length) != (wanted.name, wanted.length):
            self.remove(wanted.id)
            self._part(wanted.id).touch(mode=0o600)
        upload = Upload(
            wanted.id,
            wanted.node,
            wanted.channel,
            wanted.name,
            wanted.length,
            (now + EXPIRES).timestamp(),
        )
        self._write(upload)
        return upload

    def find(self, upload_id: str, now: datetime) -> Upload | None:
        """The upload of that id, unless it is unknown or expired."""
        if not _ID.match(upload_id):
            return None
        try:
            order = msgspec.msgpack.decode(self._info(upload_id).read_bytes(), type=_Order)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        if order.expires < now.timestamp() or not (order.done or self._part(upload_id).exists()):
            return None
        return Upload(
            upload_id, order.node, order.channel, order.name, order.length, order.expires, order.done
        )

    def offset(self, upload: Upload) -> int:
        """How many bytes of it are here."""
        return upload.length if upload.done else self._part(upload.id).stat().st_size

    def append(self, upload: Upload, offset: int, content: bytes) -> int:
        """Adds bytes at `offset`, where the upload stands; returns where it then stands."""
        with open(self._part(upload.id), "r+b") as file:
            file.seek(offset)
            file.write(content)
        return offset + len(content)

    def cut_back(self, upload: Upload, offset: int) -> None:
        """Forgets what lies behind `offset`: it did not match its checksum."""
        os.truncate(self._part(upload.id), offset)

    def finish(self, upload: Upload, files: ScanFiles) -> bool:
        """Moves the finished file among the files, durable and hashed; False, and all of it gone, if it is
        not what it should be.
        """
        if not files.adopt(upload.name, self._part(upload.id)):
            self.remove(upload.id)
            return False
        self.conclude(upload)
        return True

    def conclude(self, upload: Upload) -> None:
        """Notes that the file is held: the upload then stands at its end until it expires."""
        done = Upload(
            upload.id, upload.node, upload.channel, upload.name, upload.length, upload.expires, done=True
        )
        self._write(done)
        self._part(upload.id).unlink(missing_ok=True)
        self._end_turns(upload.id)

    def remove(self, upload_id: str) -> None:
        """Forgets an upload and what came of it."""
        for path in (self._part(upload_id), self._info(upload_id)):
            path.unlink(missing_ok=True)
        self._end_turns(upload_id)

    def open_ones(self) -> Iterator[Upload]:
        """Those that are not finished, expired or not."""
        for path in sorted(self.folder.glob("*.upload")):
            with suppress(FileNotFoundError, msgspec.DecodeError):
                order = msgspec.msgpack.decode(path.read_bytes(), type=_Order)
                if not order.done:
                    yield Upload(
                        path.stem, order.node, order.channel, order.name, order.length, order.expires
                    )

    def sweep(self, now: datetime) -> int:
        """Forgets what has expired; returns how many."""
        gone = 0
        for path in sorted(self.folder.glob("*.upload")):
            if self.find(path.stem, now) is None:
                self.remove(path.stem)
                gone += 1
        return gone

    def free(self) -> int:
        """Bytes free where uploads lie."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return shutil.disk_usage(self.folder).free

    def _write(self, upload: Upload) -> None:
        order = _Order(
            upload.node, upload.channel, upload.name, upload.length, upload.expires, done=upload.done
        )
        beside = self._info(upload.id).with_suffix(f".{os.getpid()}.new")
        beside.write_bytes(msgspec.msgpack.encode(order))
        os.replace(beside, self._info(upload.id))

    def take_turn(self, upload_id: str, name: str) -> None:
        """Says that the newest request for the upload is the one of that name, to every process."""
        beside = self._turn(upload_id).with_suffix(f".{name}.new")
        beside.write_text(name, "ascii")
        os.replace(beside, self._turn(upload_id))

    def has_turn(self, upload_id: str, name: str) -> bool:
        """Whether no newer request has come, to any process."""
        try:
            return self._turn(upload_id).read_text("ascii") == name
        except FileNotFoundError:
            return True  # it was ended, not taken over

    def _end_turns(self, upload_id: str) -> None:
        """Nothing more is to come: who waits for the lock sees that its file is gone, and looks again."""
        self._turn(upload_id).unlink(missing_ok=True)
        with suppress(PermissionError):  # Windows, while it is held: swept with the upload
            self.lock_path(upload_id).unlink(missing_ok=True)

    def lock_path(self, upload_id: str) -> Path:
        """The file that processes on one folder lock while they add to an upload."""
        return self.folder / f"{upload_id}.lock"

    def _turn(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.turn"

    def _part(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.part"

    def _info(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.upload"
