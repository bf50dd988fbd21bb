"""Machines whose clocks stand at 2009, at 2038, or jump a day: nothing lost, reported at the center.

The desk's processes run under libfaketime, so that every clock of theirs (Python's, SQLite's, TLS's) is
wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.attachments.papers import small_jpeg
from tests.system.processes import COMMAND, motcua, served, twice
from tests.system.test_whole_way import MAU, UNIT, dossier

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none")
_WHERE = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/lib*/faketime/libfaketime.so.1")
STEPS = ["status", "status"]
CLOCKS = {
    "2009": ["+0d", "@2009-03-02 09:00:00"],
    "2038": ["+0d", "@2038-01-19 10:14:00", "@2038-01-20 10:00:00"],
    "a day to and fro": ["+0d", "+1d", "-1d", "+1d", "+0d"],
}


def faketime() -> str:
    """The library; skips the test, saying why, where it is not installed."""
    found = [str(path) for pattern in _WHERE for path in Path("/").glob(pattern.lstrip("/"))]
    if os.name != "posix" or not found:
        pytest.skip("libfaketime is not installed (Debian: libfaketime)")
    return found[0]


def at(clock: str, data: Path, *words: str, code: int = 0) -> Any:
    """A command of the desk under that clock, read as JSON; the exit code must be `code`."""
    wrong = {"LD_PRELOAD": faketime(), "FAKETIME": clock, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    done = subprocess.run(
        [*COMMAND, *words, "--json", "--data", str(data)],
        env={**os.environ, **wrong}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == code, (words, done.stdout[-1000:], done.stderr[-1000:])
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "name", ["2009", *(pytest.param(one, marks=pytest.mark.proof) for one in ("2038", "a day to and fro"))]
)
def test_a_desk_with_a_wrong_clock_loses_nothing_and_is_reported(tmp_path: Path, name: str) -> None:
    center, desk, right = tmp_path / "center", tmp_path / "desk", tmp_path / "right"
    paper, scan = dossier(tmp_path, MAU), tmp_path / "scan.jpg"
    with served(center):
        motcua(desk, "enrol", motcua(center, "center", "invite", UNIT, "--name", "Xã Ví Dụ")["invitation"])
        motcua(right, "enrol", motcua(center, "center", "invite", UNIT)["invitation"])
        numbers: list[str] = []
        for clock in CLOCKS[name]:
            # the officer is asked whether the date is right, and says yes although it is not
            if clock.startswith(("@", "-")):
                # no calendar of the State reaches there, no range of numbers was leased for that day
                refused = at(clock, desk, "receive", paper, "--date-confirmed", code=1)
                assert "ngày" in refused["error"].lower()
                scan.write_bytes(small_jpeg(sum(clock.encode())))
                at(clock, desk, "attach", numbers[0], str(scan), "--title", clock, "--date-confirmed")
            else:
                numbers.append(at(clock, desk, "receive", paper, "--date-confirmed")["number"])
            report = at(clock, desk, "sync")
            assert (report["reached"], report["pending"]) == (True, 0)
            [told] = [one for one in motcua(center, "center", "desks") if one["desk"] == 1]
            off = _seconds_off(clock)
            assert abs(told["clock_error"] - off) < 300 if off else told["clock_error"] == 0
        motcua(center, "center", "decide", numbers[0], "processing")
        motcua(center, "center", "decide", numbers[0], "done")
        at(CLOCKS[name][-1], desk, "sync")
        motcua(right, "sync")
        assert len(set(numbers)) == len(numbers)
        for where in (desk, right):
            assert Counter(row["number"] for row in motcua(where, "find")) == Counter(numbers)
            shown = motcua(where, "show", numbers[0])
            acts = [event["act"] for event in shown["history"]]
            assert acts == [
                "received",
                *["attached"] * sum(one[0] in "@-" for one in CLOCKS[name]),
                *STEPS,
            ]
            assert shown["status"] == "done"
        assert [one["clock_error"] for one in motcua(center, "center", "desks") if one["desk"] == 2] == [0]
        for where, words in ((desk, ("verify",)), (right, ("verify",)), (center, ("center", "verify"))):
            assert motcua(where, *words)["ok"]


def _seconds_off(clock: str) -> int:
    if clock.startswith("@"):
        stands = datetime.strptime(clock[1:], "%Y-%m-%d %H:%M:%S").astimezone()
        return int(stands.timestamp() - datetime.now().astimezone().timestamp())
    return int(clock.rstrip("d")) * 86_400
