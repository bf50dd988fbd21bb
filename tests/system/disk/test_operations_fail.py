"""Every operation of the disk killed, refused, cut short: nothing lost, nothing said that is not so, and work
goes on when the disk is whole again.

The long form tries every operation with every fault, for at most `MOTCUA_FAULT_SECONDS` seconds (180).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.system.disk.shim import under_shim
from tests.system.processes import posix_only, twice

pytestmark = [
    pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none"),
    pytest.mark.skipif(not posix_only(), reason="the shim needs Linux"),
]
SECONDS = float(os.environ.get("MOTCUA_FAULT_SECONDS", "180"))


def broken(root: Path, points: int, seconds: float, planted: str = "") -> Any:
    """What so many lives came to."""
    words = [str(root / "lives"), str(points), str(seconds), planted]
    return json.loads(under_shim(root / "lives", "tests.system.disk.breaker", *words))


def test_whatever_the_disk_refuses_nothing_is_lost_and_work_goes_on(tmp_path: Path) -> None:
    told = broken(tmp_path, 24, 0)
    assert told["faults"] == []
    assert sum(told["done"].values()) == 24
    assert told["refused"]


def test_a_number_that_is_said_before_its_commit_is_found(tmp_path: Path) -> None:
    assert any("lost or twice" in one for one in broken(tmp_path, 24, 0, "said-early")["faults"])


@pytest.mark.proof
def test_long_faults_of_the_disk(tmp_path: Path) -> None:
    told = broken(tmp_path, 1_000_000, SECONDS)
    print(f"\n{told['done']} of {told['length']} operations a life, {told['refused']} refusals in words")
    assert told["faults"] == []
