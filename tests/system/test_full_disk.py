"""A disk that fills, really: reception stops before typing and never at saving, and all is still there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = "mount -t tmpfs -o size=24m motcua-test {disk} && exec {python} -m tests.system.full_disk {disk}"
ROOT = Path(__file__).parents[2]


def may_mount() -> bool:
    """Whether this process may mount in a namespace of its own: not in every container."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    asked = subprocess.run(
        ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return asked.returncode == 0


@pytest.mark.skipif(not may_mount(), reason="a small disk of its own needs the right to mount")
def test_a_disk_that_fills_stops_new_dossiers_before_typing_and_loses_none(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = SCRIPT.format(disk=disk, python=sys.executable)
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", command], capture_output=True, check=False, cwd=ROOT, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    told = json.loads(done.stdout)

    assert told["first"].endswith("-0001")
    assert told["stopped before typing"] is True
    assert told["typed already"].endswith("-0002"), "the ballast is given up for it"
    assert "đã đầy" in told["full for good"]
    assert told["room again"].endswith("-0003"), "no number was used up by what failed"
    assert told["ballast again"] is True
    assert [number[-4:] for number in told["held"]] == ["0001", "0002", "0003"]
    assert "chỉ cho đọc" in told["read-only"]
