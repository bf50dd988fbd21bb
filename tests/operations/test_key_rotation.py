"""The key of a desk is changed: nothing is lost, whenever the machine dies; passwords and the sheet stay
good."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.backup_key import kept_key, make_code
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from desk_app.operations.founding import read_identity
from desk_app.operations.key_opening import BEFORE, PART
from desk_app.operations.key_rotation import STEPS, rotate
from desk_app.operations.key_wraps import turn_on, unwrap, unwrap_by_code, wrap_for
from desk_app.operations.receive import receive
from desk_app.operations.restoring import restore
from desk_app.paths import DeskPaths, keys_folder
from desk_app.store.driver import connect
from tests.offices import OFFICER, MovedClock, new_desk, request

PASSWORD = "mot cau rat de nho"
IN_SHORT = ("prepared", "set aside", "replaced", "settled")
"""The steps at which what is on the disk changes its meaning; `make proof` dies at all of them."""
KILLED = """
import os, signal, sys
from pathlib import Path
from desk_app.operations.key_rotation import rotate
from desk_app.operations.key_wraps import unwrap


def reached(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)


data = Path(sys.argv[1])
rotate(data, unwrap(data, "lan", sys.argv[3]) if sys.argv[3] else None, reached=reached)
"""


def made(data: Path, *, locked: bool) -> tuple[bytes, str]:
    """A desk with a dossier; its key and its printed code."""
    with closing(new_desk(data)) as desk:
        receive(desk, [request()], OFFICER)
        code = make_code(desk.paths)
        wrap_for(desk, "lan", PASSWORD)
        if locked:
            turn_on(desk)
        return desk.store.key, code


def opened_again(data: Path, *, locked: bool) -> Desk:
    """The desk, as at the next start."""
    return open_desk(data, MovedClock(), unwrap(data, "lan", PASSWORD) if locked else None)


def holds_one(desk: Desk) -> bool:
    """Whether the dossier is there, and can be followed by another."""
    receive(desk, [request()], OFFICER)
    return len(find(desk, "Mẫu", 10)) == 2


@pytest.mark.parametrize("locked", [False, True])
def test_a_desk_under_a_new_key_is_the_same_desk(tmp_path: Path, locked: bool) -> None:
    data = tmp_path / "desk"
    before, code = made(data, locked=locked)
    done = rotate(data, unwrap(data, "lan", PASSWORD) if locked else None)
    assert (done.rows > 20, done.printed) == (True, True)
    with closing(opened_again(data, locked=locked)) as desk:
        assert desk.store.key != before
        assert desk.store.mark_state().name == "OK"
        assert holds_one(desk)
        assert desk.store.key == unwrap_by_code(data, code) == unwrap(data, "lan", PASSWORD)
        desk_id = read_identity(desk.paths)
        assert kept_key(desk_id) == (None if locked else desk.store.key)
    assert not [one.name for one in data.iterdir() if one.name.startswith((PART, BEFORE))]


@pytest.mark.parametrize(
    "step", [one if one in IN_SHORT else pytest.param(one, marks=pytest.mark.proof) for one in STEPS]
)
def test_killed_at_any_step_it_opens_and_nothing_of_the_change_is_left(tmp_path: Path, step: str) -> None:
    data = tmp_path / "desk"
    locked = STEPS.index(step) % 2 == 0
    before, code = made(data, locked=locked)
    words = [str(data), step, PASSWORD if locked else ""]
    ended = subprocess.run([sys.executable, "-c", KILLED, *words], env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    with closing(opened_again(data, locked=locked)) as desk:
        assert (desk.store.key == before) is (STEPS.index(step) <= STEPS.index("set aside"))
        assert holds_one(desk)
        assert unwrap_by_code(data, code) == unwrap(data, "lan", PASSWORD) == desk.store.key
    assert not [one.name for one in data.iterdir() if one.name.startswith((PART, BEFORE))]
    folder = keys_folder()
    assert folder is not None
    assert not list(folder.glob("*-next*"))


def test_a_desk_that_is_open_keeps_its_key(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path / "desk")) as desk:
        receive(desk, [request()], OFFICER)
        with pytest.raises(DeskError, match="đang được dùng"):
            rotate(desk.paths.data)
        assert holds_one(desk)


def test_backups_from_before_open_on_this_machine_and_with_the_sheet_on_another(tmp_path: Path) -> None:
    data, place, clock = tmp_path / "desk", tmp_path / "stick", MovedClock()
    place.mkdir()
    before, code = made(data, locked=False)
    with closing(open_desk(data, clock)) as desk:
        choose_place(desk, place)
        old = back_up(desk, place).copy
    rotate(data)
    restored = restore(data, old.folder, clock)
    with closing(restored.desk) as desk:
        assert desk.store.key != before
        assert len(find(desk, "Mẫu", 10)) == 1
    folder = keys_folder()
    assert folder is not None
    shutil.rmtree(folder)
    shutil.rmtree(data)
    with closing(restore(data, old.folder, clock, code).desk) as desk:
        assert desk.store.key == before


def test_a_process_that_had_the_old_file_open_writes_nothing_into_it(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path / "desk")) as desk:
        database = desk.paths.database
        database.rename(database.with_name("elsewhere"))
        shutil.copyfile(database.with_name("elsewhere"), database)
        with pytest.raises(DeskError, match="đổi khóa hoặc khôi phục"):
            receive(desk, [request()], OFFICER)
        database.unlink()
        database.with_name("elsewhere").rename(database)


def test_the_database_does_not_open_with_the_key_before(tmp_path: Path) -> None:
    data = tmp_path / "desk"
    before, _code = made(data, locked=False)
    rotate(data)
    with pytest.raises(Exception, match="key"):
        connect(DeskPaths(data).database, before)
