"""Scans between real processes: killed at any moment, nothing named is lost and nothing counts twice."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.attachments.papers import heavy_png, small_jpeg
from tests.system.processes import COMMAND, motcua, posix_only, served
from tests.system.test_whole_way import UNIT, dossier

pytestmark = pytest.mark.skipif(not posix_only(), reason="killing a process as a power cut does needs POSIX")


def test_a_scan_goes_the_whole_way_by_the_commands_a_person_types(tmp_path: Path) -> None:
    center, desk, other = tmp_path / "center", tmp_path / "desk", tmp_path / "other"
    paper = tmp_path / "to-khai.png"
    paper.write_bytes(heavy_png())
    with served(center):
        motcua(desk, "enrol", motcua(center, "center", "invite", UNIT, "--name", "Xã Ví Dụ")["invitation"])
        number = motcua(desk, "receive", dossier(tmp_path))["number"]
        attached = motcua(desk, "attach", number, str(paper), "--title", "Tờ khai")
        assert (attached["state"], attached["pages"], attached["type"]) == ("waiting", 1, "application/pdf")
        assert motcua(desk, "sync")["scans_pending"] == 0
        assert [one["state"] for one in motcua(desk, "attachments", number)] == ["sent"]
        motcua(other, "enrol", motcua(center, "center", "invite", UNIT)["invitation"])
        motcua(other, "sync")
        motcua(other, "attachment", "get", number, "1", "-o", str(tmp_path / "out.pdf"))
        assert sha256((tmp_path / "out.pdf").read_bytes()).hexdigest() == attached["sha256"]
        assert motcua(desk, "attachment", "remove", number, "1", "--reason", "Nhầm") == []
        assert motcua(desk, "sync")["pending"] == 0
        assert motcua(desk, "verify")["ok"]
        assert motcua(center, "center", "verify")["ok"]


def killed_while(command: list[str], after: float) -> None:
    """Runs a command and kills it with the power after so many seconds, unless it ended before."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.mark.parametrize("turns", [2, pytest.param(20, marks=pytest.mark.proof)])
def test_kills_of_desk_and_center_lose_no_scan_that_was_attached(tmp_path: Path, turns: int) -> None:
    """Each attach that said so is there; after the kills everything is at the center, whole."""
    chance = random.Random(7)
    center, desk = tmp_path / "center", tmp_path / "desk"
    promised: list[str] = []
    with served(center) as server:
        motcua(desk, "enrol", motcua(center, "center", "invite", UNIT, "--name", "Xã Ví Dụ")["invitation"])
        number = motcua(desk, "receive", dossier(tmp_path))["number"]
        for turn in range(turns):
            paper = tmp_path / f"{turn}.png"
            paper.write_bytes(heavy_png(turn) if turn % 2 else small_jpeg(turn))
            killed_while(
                [*COMMAND, "attach", number, str(paper), "--data", str(desk)], chance.uniform(0.3, 1.5)
            )
            held = motcua(desk, "attachments", number)
            assert {one["name"] for one in held} >= set(promised)
            if not any(one["title"] == str(turn) for one in held):
                motcua(desk, "attach", number, str(paper))
            promised = [one["name"] for one in motcua(desk, "attachments", number)]
            syncing = subprocess.Popen(
                [*COMMAND, "sync", "--data", str(desk)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(chance.uniform(0.3, 1.2))
            if turn % 2:
                server.kill()
                server.start()
            else:
                syncing.send_signal(signal.SIGKILL)
            syncing.wait(60)
        assert motcua(desk, "sync")["scans_pending"] == 0
        assert len(promised) == turns
        assert {one["state"] for one in motcua(desk, "attachments", number)} == {"sent"}
        assert motcua(desk, "verify")["ok"]
        report = motcua(center, "center", "verify")
        assert (report["ok"], report["scans"]) == (True, turns)
