"""What lies at a place of backups, which of it counts, and which may go.

::

    place/motcua-<desk's id>/            made when the place is chosen; missing: the volume is not there
        scans/ab/abcd…                   sealed scans by digest, each once for all copies
        20261122T170000/                 one copy; while it is made its name ends in .part
            copy.json                    when, how much, the database's digest, missing scans; no people
            desk.db                      the store, encrypted under its own key
            desk.json, recovery.mckeys   which desk; its key under a printed code, if one was made
            scans.txt                    the digests and lengths of the scans that belong to it
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from sync.attachments.files import ScanFiles

MANIFEST: Final = "copy.json"
DATABASE: Final = "desk.db"
IDENTITY: Final = "desk.json"
ENVELOPE: Final = "recovery.mckeys"
SCAN_LIST: Final = "scans.txt"
PART: Final = ".part"
NEWEST_KEPT: Final = 3
"""So many of the newest copies stay whatever their days."""
_FORMAT: Final = 1
_STAMP: Final = "%Y%m%dT%H%M%S"
_NAME: Final = re.compile(r"\d{8}T\d{6}(-\d+)?\Z")
_DESK: Final = re.compile(r"motcua-([0-9a-f]{16})\Z")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy says of itself. `made_at` in ISO 8601, `sha256` of the database's file in hex, `size` its
    bytes; `scans_missing` the digests, in hex, of scans that were not on the machine."""

    desk: str
    made_at: str
    sha256: str
    size: int
    journals: int
    entries: int
    seals: int
    dossiers: int
    scans: int
    scans_missing: tuple[str, ...] = ()
    format: int = _FORMAT

    def written(self) -> bytes:
        """As the file holds it."""
        return json.dumps(asdict(self), indent=1).encode("ascii")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that has its name."""

    folder: Path
    manifest: Manifest

    @property
    def made_at(self) -> datetime:
        """When it was made, by the desk's clock."""
        return datetime.fromisoformat(self.manifest.made_at)

    @property
    def database(self) -> Path:
        """Its encrypted store."""
        return self.folder / DATABASE

    def scan_names(self) -> dict[bytes, int]:
        """Digest and length of the sealed scans that belong to it. Raises `OSError`, `ValueError`."""
        lines = (self.folder / SCAN_LIST).read_text("ascii").split("\n")
        pairs = (line.split() for line in lines if line)
        return {bytes.fromhex(name): int(length) for name, length in pairs}


def desk_folder(place: Path, desk_id: str) -> Path:
    """Where a desk's copies lie at a place."""
    return place / f"motcua-{desk_id}"


def free_name(folder: Path, moment: datetime) -> str:
    """A name for a copy made now that no other copy bears."""
    name = stamp = moment.strftime(_STAMP)
    more = 1
    while (folder / name).exists():
        more += 1
        name = f"{stamp}-{more}"
    return name


def read_copy(folder: Path) -> Copy | None:
    """The copy in a folder; None for what is none, or says nothing that can be read."""
    try:
        raw: Any = json.loads((folder / MANIFEST).read_bytes())
        known = {one.name: raw[one.name] for one in fields(Manifest)}
        made = Manifest(**{**known, "scans_missing": tuple(known["scans_missing"])})
        datetime.fromisoformat(made.made_at)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Copy(folder, made) if made.format == _FORMAT else None


def copies_in(folder: Path) -> list[Copy]:
    """A desk's copies, the newest first; half-made ones are none. Raises `OSError`."""
    inside = [one for one in folder.iterdir() if _NAME.match(one.name)]
    found = [copy for one in inside if (copy := read_copy(one)) is not None]
    return sorted(found, key=lambda one: (one.made_at, one.folder.name), reverse=True)


def desks_at(place: Path) -> list[Path]:
    """The folders of desks at a place, or the place itself where it is one. Raises `OSError`."""
    if _DESK.match(place.name):
        return [place]
    return sorted(one for one in place.iterdir() if _DESK.match(one.name) and one.is_dir())


def file_is(copy: Copy) -> bool:
    """Whether the database's file is, byte for byte, the one that was proved. Raises `OSError`."""
    if copy.database.stat().st_size != copy.manifest.size:
        return False
    with open(copy.database, "rb") as file:
        return file_digest(file, "sha256").hexdigest() == copy.manifest.sha256


def outlived(copies: Sequence[Copy], days: int, weeks: int, months: int) -> list[Copy]:
    """Those that may go: not the newest of one of the last so many days, weeks or months that have a copy,
    nor among the newest few. `copies` stand newest first. No clock is asked: one that jumped removes nothing.
    """
    kept = {one.folder for one in copies[:NEWEST_KEPT]}
    for many, written in ((days, "%Y-%m-%d"), (weeks, "%G-%V"), (months, "%Y-%m")):
        newest: dict[str, Path] = {}
        for one in copies:
            newest.setdefault(one.made_at.strftime(written), one.folder)
        kept |= set(list(newest.values())[:many])
    return [one for one in copies if one.folder not in kept]


def remove(copies: Iterable[Copy]) -> int:
    """Removes copies, what they say of themselves first, so that half of one counts as none."""
    gone = 0
    for one in copies:
        (one.folder / MANIFEST).unlink()
        shutil.rmtree(one.folder)
        gone += 1
    return gone


def sweep(folder: Path, now: datetime) -> None:
    """Removes what a copy left that was never finished, and scans that no copy names any more.

    A copy whose list of scans cannot be read keeps all of them.
    """
    for one in folder.glob(f"*{PART}"):
        shutil.rmtree(one, ignore_errors=True)
    named: set[bytes] = set()
    for inside in (one for one in folder.iterdir() if _NAME.match(one.name)):
        copy = read_copy(inside)
        if copy is None:
            return
        try:
            named |= set(copy.scan_names())
        except (OSError, ValueError):
            return
    ScanFiles(folder / "scans").sweep(named.__contains__, now)
