"""A stolen disk says nobody's name: people made up to be found are searched for in every file a desk
leaves."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import zlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk_app.operations.find import find, show
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_pdf_of
from sync.acts.requests import IntakeRequest
from tests.offices import OFFICER, new_desk, reopened
from tests.operations.communes import Commune
from tests.system.canaries import found_in
from tests.system.canary_desk import IDENTITY, PHONE, SURNAME, VILLAGE, canary

WORDS = (SURNAME, IDENTITY, PHONE, VILLAGE)


@dataclass
class Disk:
    """What a thief finds. `paper` is what lies printed beside the machine, and is none of it."""

    root: Path
    home: Path
    data: Path
    paper: Path

    @property
    def searched(self) -> list[Path]:
        return [*(self.root / name for name in ("temp", "cwd", "place", "stick")), self.data, self.home]


@pytest.fixture
def disk(tmp_path: Path, own_home: Path) -> Disk:
    """Folders, and a desk that a center knows."""
    for name in ("temp", "cwd", "place", "stick", "paper"):
        (tmp_path / name).mkdir()
    commune = Commune(tmp_path / "commune", count=1)
    data = commune.desks[0].paths.data
    commune.close()
    return Disk(tmp_path, own_home, data, tmp_path / "paper")


def worked(disk: Disk, count: int) -> None:
    """A desk's process works, and is killed in the middle of a scan."""
    names = (str(disk.data), *(str(disk.root / name) for name in ("paper", "place", "stick")), str(count))
    environment = os.environ | {
        **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(disk.root / "temp")),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.system.canary_desk", *names],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=disk.root / "cwd",
    )
    assert process.stdout is not None
    with process.stdout as out:
        said = [out.readline() for _line in range(3)]
        process.kill()
    process.wait()
    assert said[0] == b"done\n"


@pytest.mark.parametrize("count", [50, pytest.param(1000, marks=pytest.mark.proof)])
def test_no_file_a_desk_leaves_says_anybodys_name(disk: Disk, count: int) -> None:
    worked(disk, count)
    assert found_in(disk.searched, WORDS) == []
    assert len(list(disk.paper.iterdir())) == 2
    assert [one.split(":")[1] for one in found_in([disk.paper], WORDS)] == [" a PDF's text"] * 2
    assert list((disk.root / "place").rglob("desk.db"))
    assert list((disk.root / "stick").glob("*.mcb"))
    with reopened(disk.data) as desk:
        assert len(find(desk, SURNAME, 2000)) == count


@pytest.mark.parametrize("coat", ["plain", "UTF-16", "folded", "base64", "JSON", "deflated", "slip"])
def test_the_search_finds_a_clear_temporary_file_in_every_coat(tmp_path: Path, coat: str) -> None:
    text = f"…,Nguyễn {SURNAME} A,…"
    if coat == "slip":
        with closing(new_desk(tmp_path / "desk")) as desk:
            receive(desk, [IntakeRequest(procedure="1.004873", applicant=canary(0))], OFFICER, files=False)
            content = slip_pdf_of(desk, show(desk, find(desk, SURNAME, 1)[0].number).dossier)
    else:
        content = {
            "plain": text.encode(),
            "UTF-16": text.encode("utf-16"),
            "folded": b"..nguyen zoeng quynhvat a",
            "base64": base64.b64encode(text.encode()),
            "JSON": text.encode("unicode_escape"),
            "deflated": b"stream\n" + zlib.compress(text.encode()),
        }[coat]
    (tmp_path / "temp").mkdir()
    (tmp_path / "temp" / "tmpabc").write_bytes(content)
    (tmp_path / "temp" / "other").write_bytes(b"nothing of the kind")
    assert [one.split(":")[0] for one in found_in([tmp_path / "temp"], WORDS)] == ["tmpabc"]
