"""`make test` in two halves: what is left out of the second has passed in the first, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = """
import pytest

def test_good(): pass
def test_bad(): assert False
def test_skipped(): pytest.skip("not here")
@pytest.mark.parametrize("word", ["một", "hai ba"])
def test_each(word): assert word != "hai ba"
@pytest.fixture
def torn():
    yield
    raise RuntimeError("at the end")
def test_torn(torn): pass
"""
PLUGIN = "from tests import halves\ndef pytest_configure(config): halves.take_part(config)\n"


def run(folder: Path, **places: Path) -> str:
    """The report of the sample's run, a line for each test."""
    environment = {**os.environ, **{name: str(file) for name, file in places.items()}}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-c", os.devnull]
    done = subprocess.run(
        [*command, "--rootdir", str(folder), str(folder)],
        env=environment,
        capture_output=True,
        cwd=folder,
        check=False,
    )
    return done.stdout.decode()


def test_the_second_half_runs_all_that_did_not_pass_in_the_first(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(PLUGIN, "utf-8")
    (tmp_path / "test_sample.py").write_text(SAMPLE, "utf-8")
    passed = tmp_path / "notes" / "passed"

    first = run(tmp_path, MOTCUA_PASSED=passed)
    second = run(tmp_path, MOTCUA_LEAVE_OUT=passed)

    assert "2 failed, 3 passed, 1 skipped, 1 error" in first, first
    for name in ("test_bad", "test_skipped", "test_torn"):
        assert f"::{name}" in second, name
    assert "::test_good" not in second
    assert "2 deselected" in second
    assert "2 failed, 1 passed, 1 skipped, 2 deselected, 1 error" in second


def test_without_notes_nothing_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(PLUGIN, "utf-8")
    (tmp_path / "test_sample.py").write_text("def test_good(): pass\n", "utf-8")
    assert "1 passed" in run(tmp_path, MOTCUA_LEAVE_OUT=tmp_path / "none")
