"""What is left of a crash: kinds and places, never a value."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.cli.log import log_bug

NAME = "Nguyễn Thị Đào"
DYING = f"""
import os, sys, threading
from pathlib import Path
from desk_app.cli.log import keep_crashes_quiet

keep_crashes_quiet(Path(sys.argv[1]))
applicant = {NAME!r}


class Falling:
    def __del__(self):
        raise ValueError(applicant)


def work():
    raise KeyError(applicant)


thread = threading.Thread(target=work)
thread.start()
thread.join()
Falling()
if sys.argv[2] == "abort":
    os.abort()
raise RuntimeError(applicant)
"""


@pytest.mark.parametrize("way", ["raise", "abort"])
def test_a_process_that_dies_says_where_and_no_value(tmp_path: Path, way: str) -> None:
    words = [sys.executable, "-X", "utf8", "-c", DYING, str(tmp_path / "log"), way]
    done = subprocess.run(words, capture_output=True, env=os.environ, cwd=tmp_path, check=False)
    assert done.returncode != 0
    written = b"".join(one.read_bytes() for one in (tmp_path / "log").iterdir())
    assert (b"RuntimeError" if way == "raise" else b"Abort") in written
    for said in (done.stderr, written):
        assert NAME.encode() not in said
        assert b"\\u1ec5" not in said
        for kind in (b"KeyError", b"ValueError"):
            assert kind in said
    assert [one.name for one in tmp_path.iterdir()] == ["log"]


def test_a_bug_is_written_without_its_message(tmp_path: Path) -> None:
    try:
        raise LookupError(NAME)
    except LookupError as error:
        text = log_bug(error, tmp_path).read_text("utf-8")
    assert "LookupError test_log.py:" in text
    assert NAME not in text
