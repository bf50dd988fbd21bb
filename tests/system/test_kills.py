"""kill -9 at any moment: every number that was printed exists afterwards, exactly once."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk, open_desk, set_up
from desk_app.operations.find import find
from sync.model.moment import VIETNAM
from tests.offices import UNIT


def now() -> datetime:
    """The real clock: processes share it."""
    return datetime.now(VIETNAM)


def receiver(data: Path, *words: str) -> subprocess.Popen[str]:
    """A process that receives."""
    command = [sys.executable, "-m", "tests.system.receiver", str(data), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def read_some(process: subprocess.Popen[str], lines: int) -> list[str]:
    """The next numbers it prints."""
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(lines)]


def read_rest(process: subprocess.Popen[str]) -> list[str]:
    """What it had printed whole before it died."""
    assert process.stdout is not None
    with process.stdout as out:
        return [line.strip() for line in out.read().splitlines(keepends=True) if line.endswith("\n")]


def check(desk: Desk, printed: list[str]) -> None:
    """Everything printed is there once, with its slip, and the store is sound."""
    held = Counter(row.number for row in find(desk, "", 1_000_000))
    assert [number for number in printed if held[number] != 1] == []
    assert max(held.values(), default=1) == 1
    for number in printed:
        assert (desk.paths.slips / f"{number}.pdf").read_bytes().endswith(b"%%EOF\n")
    report = verify(desk)
    assert report["problems"] == []


@pytest.mark.parametrize("rounds", [6, pytest.param(200, marks=pytest.mark.proof)])
def test_a_desk_killed_at_any_moment_keeps_every_number_it_printed(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(7)
    set_up(tmp_path, unit=UNIT, name="Xã Ví Dụ", clock=now).close()
    printed: list[str] = []
    for _ in range(rounds):
        process = receiver(tmp_path)
        printed += read_some(process, chance.randint(1, 25))
        process.kill()
        printed += read_rest(process)
        process.wait()
        desk = open_desk(tmp_path, now)
        check(desk, printed)
        desk.close()
    assert len(printed) >= rounds
    assert len(set(printed)) == len(printed)


def test_several_processes_receive_at_once_on_one_folder(tmp_path: Path) -> None:
    set_up(tmp_path, unit=UNIT, name="Xã Ví Dụ", clock=now).close()
    processes = [receiver(tmp_path, "30") for _ in range(3)]
    printed = [number for process in processes for number in read_rest(process)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert len(set(printed)) == len(printed) == 90
    assert {int(number[-4:]) for number in printed} == set(range(1, 91))
    desk = open_desk(tmp_path, now)
    check(desk, printed)
    desk.close()


def test_two_command_lines_receive_at_once(tmp_path: Path) -> None:
    set_up(tmp_path, unit=UNIT, name="Xã Ví Dụ", clock=now).close()
    many = [{"procedure": "1.004873", "applicant": {"full_name": f"Công dân {n}"}} for n in range(20)]
    file = tmp_path / "in.json"
    file.write_text(json.dumps(many, ensure_ascii=False), "utf-8")
    command = [sys.executable, "-c", "from desk_app.cli import main; main()", "receive", str(file), "--json"]
    processes = [
        subprocess.Popen([*command, "--data", str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    numbers = [one["number"] for process in processes for one in json.loads(process.communicate()[0])]
    assert len(set(numbers)) == 40
