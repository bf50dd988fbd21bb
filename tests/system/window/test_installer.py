"""The one-folder program itself: built, copied away from the checkout, and run with an empty environment.

A build takes a minute or two, so these run with `make proof`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
BUILD_SECONDS = 900
RUN_SECONDS = 180
MOST_MEGABYTES = 200
UNIT = "H15.50.05.14"
REQUEST = {
    "procedure": "1.004873",
    "applicant": {"full_name": "Nguyễn Văn Đức", "phone": "0912345678"},
}

pytestmark = pytest.mark.proof


class Program:
    """The built program on a machine that has nothing else: no Python, no settings, an empty home."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        self.executable = folder / ("motcua.exe" if sys.platform == "win32" else "motcua")
        home.mkdir()

    @property
    def environment(self) -> dict[str, str]:
        """As `env -i` leaves it; Windows itself cannot go without the two of its own."""
        own = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        return {"HOME": str(self.home), "USERPROFILE": str(self.home), "PATH": str(self.home), **own}

    def run(self, *words: str, code: int = 0) -> str:
        """What a command prints; the exit code must be `code`."""
        done = subprocess.run(
            [str(self.executable), *words],
            capture_output=True,
            encoding="utf-8",
            cwd=self.home,
            env=self.environment,
            timeout=RUN_SECONDS,
            check=False,
        )
        assert done.returncode == code, (words, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
        assert "Traceback" not in done.stderr
        return done.stdout

    def value(self, *words: str) -> Any:
        """What a command prints as JSON."""
        return json.loads(self.run(*words, "--json"))

    def serve(self, data: Path) -> subprocess.Popen[str]:
        """The center as a process, on a free port; its first line is its address."""
        return subprocess.Popen(
            [str(self.executable), "center", "serve", "--json", "--port", "0", "--data", str(data)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            cwd=self.home,
            env=self.environment,
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as the recipe makes it, in a folder whose name has a space and Vietnamese letters."""
    made = tmp_path_factory.mktemp("made")
    options = [
        "--noconfirm",
        "--log-level",
        "ERROR",
        "--distpath",
        str(made),
        "--workpath",
        str(made / "work"),
    ]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *options, "build_installer.spec"],
        cwd=ROOT,
        timeout=BUILD_SECONDS,
        check=True,
    )
    place = tmp_path_factory.mktemp("máy của xã") / "Một cửa"
    shutil.move(made / "motcua", place)
    return place


@pytest.fixture
def program(built: Path, tmp_path: Path) -> Program:
    return Program(built, tmp_path / "home")


def test_the_built_program_passes_the_demo_by_itself(program: Program, tmp_path: Path) -> None:
    out = tmp_path / "chạy thử"
    program.run("demo", "--out", str(out))
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert summary["equal"] is True
    assert summary["desk"] == summary["center"]
    numbers = {row["number"] for row in summary["desk"]}
    assert len(numbers) == 6
    assert {path.stem for path in (out / "slips").glob("*.pdf")} == numbers
    assert all(path.read_bytes().startswith(b"%PDF-") for path in (out / "slips").iterdir())
    assert len(list((out / "screens").glob("*.png"))) == 5
    assert list(program.home.rglob("*")) == [], "the demo leaves its traces in its own folder only"


@pytest.fixture
def center(program: Program, tmp_path: Path) -> Iterator[Path]:
    """A served center's data."""
    data = tmp_path / "center"
    process = program.serve(data)
    assert process.stdout is not None
    try:
        assert json.loads(process.stdout.readline())["address"].startswith("http://127.0.0.1:")
        yield data
    finally:
        process.kill()
        process.wait(60)
        process.stdout.close()


def test_a_desk_and_a_center_of_the_built_program_agree(
    program: Program, center: Path, tmp_path: Path
) -> None:
    at_desk, at_center = ("--data", str(tmp_path / "desk")), ("--data", str(center))
    request = tmp_path / "request.json"
    request.write_text(json.dumps(REQUEST), encoding="utf-8")
    program.run("center", "unit", "add", UNIT, "--name", "UBND xã Ví Dụ", *at_center)
    invitation = program.value("center", "invite", UNIT, *at_center)["invitation"]
    program.run("enrol", invitation, *at_desk)
    number = program.value("receive", str(request), *at_desk)["number"]
    assert program.value("sync", *at_desk)["acknowledged"] == 1
    [held] = program.value("center", "dossiers", *at_center)
    assert held["number"] == number
    program.run("center", "decide", number, "processing", *at_center)
    program.run("sync", *at_desk)
    shown = program.value("show", number, *at_desk)
    assert shown["status"] == "processing"
    assert shown["applicant"]["full_name"] == "Nguyễn Văn Đức"
    assert program.value("verify", *at_desk)["ok"]
    assert program.value("center", "verify", *at_center)["ok"]


def test_the_built_program_carries_its_tables_and_its_words(program: Program, tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "desk"))
    assert "Cách dùng" in program.run("--help")
    program.run("setup", "--unit", UNIT, "--name", "UBND xã Ví Dụ", *data)
    assert len(program.value("procedures", *data)) > 100
    due = program.value("due", "--received", "2026-11-23T09:15", "--limit", "3 ngày làm việc", *data)
    assert due["due"] == "2026-11-27T09:15+07:00"
    program.run("nonsense", code=2)


def test_the_built_program_is_light_and_knows_the_keyrings(built: Path) -> None:
    weight = sum(path.lstat().st_size for path in built.rglob("*") if path.is_file())
    assert weight < MOST_MEGABYTES << 20
    [backends] = built.rglob("keyring-*.dist-info/entry_points.txt")
    assert "SecretService" in backends.read_text("utf-8")
