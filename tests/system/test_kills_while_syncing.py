"""kill -9 of desk and center in loops while receiving and syncing over real HTTP."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.system.processes import motcua, served
from tests.system.test_kills import read_rest, read_some

UNIT = "H99.99.001"


@pytest.mark.parametrize("rounds", [6, pytest.param(150, marks=pytest.mark.proof)])
def test_every_printed_number_exists_once_on_both_sides(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(11)
    center, desk = tmp_path / "center", tmp_path / "desk"
    printed: list[str] = []
    with served(center) as server:
        motcua(desk, "enrol", motcua(center, "center", "invite", UNIT)["invitation"])
        for turn in range(rounds):
            command = [sys.executable, "-m", "tests.system.syncer", str(desk)]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            printed += read_some(process, chance.randint(1, 12))
            if turn % 3 == 1:
                server.kill()
                printed += read_some(process, chance.randint(1, 6))
                server.start()
                printed += read_some(process, chance.randint(1, 6))
            process.kill()
            printed += read_rest(process)
            process.wait()
            if turn % 3 == 2:
                server.kill()
                server.start()
        last = motcua(desk, "sync")
        assert (last["reached"], last["pending"]) == (True, 0)
        at_desk = Counter(row["number"] for row in motcua(desk, "find"))
        at_center = Counter(row["number"] for row in motcua(center, "center", "dossiers"))
        assert at_desk == at_center
        assert set(at_desk.values()) == {1}
        assert [number for number in printed if number not in at_desk] == []
        assert len(set(printed)) == len(printed) >= rounds
        assert motcua(desk, "verify")["ok"]
        assert motcua(center, "center", "verify")["ok"]
