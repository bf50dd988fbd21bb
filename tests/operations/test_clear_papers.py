"""Papers in the clear are there for whoever asked, and gone a day later; temporary files with their
process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from desk_app.operations.clear_papers import clear_papers, private_temporary_files
from desk_app.operations.receive import receive
from desk_app.paths import mark_folders
from tests.offices import OFFICER, MovedClock, new_desk, reopened, request

LEFT = """
import os, tempfile
from desk_app.operations.clear_papers import private_temporary_files

with private_temporary_files() as folder:
    assert tempfile.gettempdir() == str(folder)
    (folder / "cups").mkdir()
    (folder / "cups" / "0001").write_bytes(b"Nguyen Thi Dao" * 10_000)
    os.kill(os.getpid(), 9) if os.name == "posix" else os._exit(9)
"""


def age(file: Path, clock: MovedClock, **ago: float) -> None:
    """Makes a file as old as that."""
    then = (clock.now - timedelta(**ago)).timestamp()
    os.utime(file, (then, then))


def test_a_slip_that_a_command_wrote_is_there_for_a_day_and_no_longer(tmp_path: Path) -> None:
    clock = MovedClock()
    with closing(new_desk(tmp_path, clock)) as desk:
        kept, gone = (receive(desk, [request()], OFFICER).value[0].slip for _ in range(2))
    assert kept is not None
    assert gone is not None
    age(kept, clock, hours=23)
    age(gone, clock, hours=25)
    with reopened(tmp_path, clock) as desk:
        assert (kept.exists(), gone.exists()) == (True, False)
        clock.forward(hours=2)
        assert clear_papers(desk.paths, clock()) == 1
    assert list(kept.parent.iterdir()) == []


def test_what_a_half_written_paper_left_goes_too(tmp_path: Path) -> None:
    clock = MovedClock()
    with closing(new_desk(tmp_path, clock)) as desk:
        desk.paths.slips.mkdir()
        left = desk.paths.slips / ".H99.pdf.1.2.part"
        left.write_bytes(b"%PDF")
        age(left, clock, days=-400)  # under a clock that went wrong
        assert clear_papers(desk.paths, clock()) == 1
        assert not left.exists()


def test_no_slip_is_written_where_none_is_asked_for(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path)) as desk:
        [received] = receive(desk, [request()], OFFICER, files=False).value
        assert (received.slip, received.slip_problem) == (None, "")
        assert not desk.paths.slips.exists()


def test_temporary_files_of_a_process_that_died_go_at_the_next_start(tmp_path: Path) -> None:
    top = mark_folders()[1].parent / "tmp"
    subprocess.run([sys.executable, "-c", LEFT], env=os.environ, cwd=tmp_path, check=False)
    assert [one.name for one in top.rglob("0001")] == ["0001"]
    before = tempfile.gettempdir()
    with private_temporary_files() as own:
        assert list(top.iterdir()) == [own]
        assert tempfile.gettempdir() == str(own)
        (own / "mine").write_bytes(b"x")
    assert tempfile.gettempdir() == before
    assert list(top.iterdir()) == []
