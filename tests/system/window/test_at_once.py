"""The window and two command lines receive at once, on one data folder."""

from __future__ import annotations

import json
import subprocess
from collections import Counter as Count
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app.operations.checking import verify
from desk_app.operations.desk import open_desk, set_up
from desk_app.operations.find import find
from sync.model.moment import VIETNAM
from tests.system.processes import COMMAND
from tests.ui.steps import UNIT, Counter, press, type_in

IN_THE_WINDOW, IN_EACH_COMMAND, COMMANDS = 5, 12, 2


def machine_clock() -> datetime:
    """The clock all three share."""
    return datetime.now(VIETNAM)


class LiveCounter(Counter):
    """A window under the machine's own clock, which the other processes share."""

    @property
    def now(self) -> datetime:
        return machine_clock()

    @now.setter
    def now(self, _moment: datetime) -> None:
        """The machine's clock is not moved."""


def receive_by_keyboard(counter: Counter, name: str, before: int) -> None:
    """One intake at the window, until its slip is printed."""
    counter.until(counter.intake.form.procedure.search.hasFocus)
    type_in("kh sinh")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    type_in(name)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) > before)


def test_the_window_and_two_command_lines_receive_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    data = tmp_path / "desk"
    set_up(data, unit=UNIT, name="Ủy ban nhân dân xã Ví Dụ", clock=machine_clock).close()
    files = []
    for number in range(IN_EACH_COMMAND):
        file = tmp_path / f"{number}.json"
        file.write_text(
            json.dumps({"procedure": "1.004873", "applicant": {"full_name": f"Công dân {number}"}}), "utf-8"
        )
        files.append(str(file))
    script = """
import sys
from desk_app.cli.commands import motcua, run
for file in sys.argv[2:]:
    assert run(motcua, ["receive", file, "--json", "--data", sys.argv[1]]) == 0
"""
    commands = [
        subprocess.Popen([COMMAND[0], "-c", script, str(data), *files], stdout=subprocess.PIPE, text=True)
        for _ in range(COMMANDS)
    ]
    counter = LiveCounter(qtbot, data).ready()
    for turn in range(IN_THE_WINDOW):
        receive_by_keyboard(counter, f"Đỗ Thị Hạnh {turn}", turn)
    printed = [
        json.loads(line)["number"] for command in commands for line in command.communicate()[0].splitlines()
    ]
    counter.close()
    assert [command.returncode for command in commands] == [0] * COMMANDS
    assert len(printed) == IN_EACH_COMMAND * COMMANDS
    desk = open_desk(data, machine_clock)
    held = Count(row.number for row in find(desk, "", 1000))
    assert set(held.values()) == {1}
    assert len(held) == IN_THE_WINDOW + len(printed)
    assert set(printed) <= set(held)
    assert verify(desk)["problems"] == []
    desk.close()
