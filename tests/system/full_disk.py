"""Run by `test_full_disk.py` in mounts of its own: a desk on a disk that fills, and one that turns read-only.

Prints one JSON object: what happened at each step.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk, open_desk, set_up
from desk_app.operations.disk_room import keep_ballast, room_of
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from desk_app.store import places
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Officer, Person
from sync.model.moment import VIETNAM

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
OFFICER = Officer("1", "Trần Thị Thử")
# The thresholds of a disk of 24 MB instead of a hundred GB; nothing else is changed.
places.WARNED_BYTES, places.RESERVED_BYTES, places.LEAST_BYTES = 8 * places.MiB, 6 * places.MiB, places.MiB


def fill(disk: Path, name: str) -> None:
    """Writes until nothing more fits."""
    with open(disk / name, "wb", buffering=0) as file:
        for size in (places.MiB, 4096):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


def tried(desk: Desk, name: str) -> str:
    """The number, or what the officer reads instead."""
    try:
        received = receive(desk, [IntakeRequest("1.004873", Person(name))], OFFICER).value[0]
    except DeskError as trouble:
        return trouble.sentence
    return received.number


def main(disk: Path) -> None:
    """All of it; `disk` is a mount point that may be remounted."""
    told: dict[str, object] = {}
    desk = set_up(disk / "desk", unit="H99.99.001", name="Xã Ví Dụ", clock=lambda: NOW)
    keep_ballast(desk)
    told["first"] = tried(desk, "Một")
    fill(disk, "films")
    told["stopped before typing"] = getattr(room_of(desk), "none", None)
    told["typed already"] = tried(desk, "Hai")
    fill(disk, "more-films")
    told["full for good"] = tried(desk, "Ba")
    (disk / "films").unlink()
    told["room again"] = tried(desk, "Bốn")
    keep_ballast(desk)
    told["ballast again"] = getattr(room_of(desk), "ballast", None)
    told["held"] = sorted(row.number for row in find(desk, ""))
    desk.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        open_desk(disk / "desk", lambda: NOW)
    except DeskError as trouble:
        told["read-only"] = trouble.sentence
    print(json.dumps(told, ensure_ascii=False))


main(Path(sys.argv[1]))
