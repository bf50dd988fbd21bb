"""Where a store may lie, and the room it keeps."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import open_desk
from desk_app.operations.disk_room import keep_ballast, room_words
from desk_app.store import places, store
from desk_app.store.places import RESERVED_BYTES, WARNED_BYTES, Ballast, MiB, Room, on_network
from tests.offices import new_desk


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:31 / {at}/shared\\040folder rw - nfs4 server:/export rw
31 30 0:32 / {at}/shared\\040folder/local rw - ext4 /dev/sdb1 rw
32 22 0:33 / {at}/win rw - cifs //server/share rw
nonsense
"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("here", False),
        ("shared folder/desk", True),
        ("shared folder/local/desk", False),
        ("win", True),
        ("window", False),
    ],
)
def test_a_folder_on_another_machines_drive_is_known(tmp_path: Path, folder: str, network: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(at=tmp_path), "utf-8")
    (tmp_path / folder).mkdir(parents=True)
    assert on_network(tmp_path / folder / "not made yet", mounts) is network


def test_no_desk_is_opened_on_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = new_desk(tmp_path)
    desk.close()
    monkeypatch.setattr(store, "on_network", lambda _path: True)
    with pytest.raises(DeskError, match="ổ đĩa mạng") as refused:
        open_desk(desk.paths.data, desk.clock)
    assert "ổ đĩa của chính máy này" in refused.value.advice


def test_the_ballast_is_made_only_where_there_is_plenty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballast, free = Ballast(tmp_path), [WARNED_BYTES + RESERVED_BYTES - 1]
    monkeypatch.setattr(shutil, "disk_usage", lambda _at: _Usage(10**12, 0, free[0]))
    assert not ballast.keep()
    free[0] += 1
    assert ballast.keep()
    (made,) = tmp_path.iterdir()
    assert made.stat().st_size == RESERVED_BYTES
    assert made.stat().st_blocks * 512 >= RESERVED_BYTES, "a hole keeps nobody's place"
    ballast.before_writing()
    assert made.exists()
    free[0] = places.LEAST_BYTES - 1
    ballast.before_writing()
    assert not made.exists()
    assert not ballast.give_up()


def test_room_is_warned_of_early_and_stops_before_the_last_of_it() -> None:
    assert room_words(Room(WARNED_BYTES, ballast=True)) == ""
    assert room_words(Room(120 * MiB, ballast=True)) == "Ổ đĩa sắp đầy, còn 120 MB"
    assert not Room(RESERVED_BYTES, ballast=True).none
    assert Room(RESERVED_BYTES - 1, ballast=True).none
    assert Room(0, ballast=True).for_one_more
    assert not Room(0, ballast=False).for_one_more
    assert room_words(None) == ""
    assert "dấu mốc" in room_words(None, marks_fail=True)


def test_a_head_mark_that_cannot_be_written_is_told_and_undoes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(tmp_path)

    def fails(*_args: object, **_more: object) -> None:
        raise OSError(30, "read-only")

    with monkeypatch.context() as broken:
        broken.setattr(type(desk.store.marks), "write", fails)
        with desk.writing() as ledger:
            ledger.rows.put_note("kept", b"1")
    assert desk.store.marks_fail
    with desk.reading() as ledger:
        assert ledger.rows.note("kept") == b"1"
    with desk.writing() as ledger:
        ledger.rows.put_note("kept", b"2")
    assert not desk.store.marks_fail
    desk.close()


def test_looking_at_the_room_keeps_the_ballast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = new_desk(tmp_path)
    monkeypatch.setattr(places, "RESERVED_BYTES", 2 * MiB)
    room = keep_ballast(desk)
    assert room is not None
    assert room.ballast
    desk.close()
