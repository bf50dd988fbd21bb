"""`motcua mirror` and `motcua rebuild`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli import frame
from desk_app.cli.commands import motcua, run
from desk_app.operations.receive import receive
from tests.offices import OFFICER, new_desk, reopened, request
from tests.operations.test_rebuilding import slips_of

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders for whose mirror a process would have been started."""
    folders: list[Path] = []
    monkeypatch.setattr(frame, "start_mirror", folders.append)
    return folders


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, Any, str]:
        code = run(motcua, [str(word) for word in words])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and code == 0 else out, err

    return call


def _received(data: Path, count: int) -> list[str]:
    """Receives, and gives the digits of every slip of the desk."""
    with reopened(data) as desk:
        receive(desk, [request() for _ in range(count)], OFFICER)
        return slips_of(desk)


def test_a_mirror_is_chosen_followed_proved_and_turned_off(
    cli: Run, tmp_path: Path, started: list[Path]
) -> None:
    data, place = tmp_path / "desk", tmp_path / "volume"
    place.mkdir()
    new_desk(data).close()
    at = ("--data", data, "--json")
    code, said, err = cli("mirror", "--data", data)
    assert (code, "Chưa bật" in said, err) == (0, True, "")
    assert cli("mirror", "--verify", "--data", data)[0] == 1
    code, said, _ = cli("mirror", "--to", place, *at)
    assert (code, said["place"], said["behind"]) == (0, str(place), 0)
    assert started == []
    _received(data, 2)
    code, said, _ = cli("mirror", "--status", *at)
    assert (code, said["behind"], said["trouble"]) == (0, 2, "")
    assert started == [data]
    assert cli("mirror", "--behind", "--data", data) == (0, "", "")
    code, said, _ = cli("mirror", "--verify", *at)
    assert (code, said["dossiers"], said["damaged"], said["behind"]) == (0, 2, 0, 0)
    segment = next(place.rglob("*.mcj"))
    raw = bytearray(segment.read_bytes())
    raw[80] ^= 1
    segment.write_bytes(raw)
    code, _, err = cli("mirror", "--verify", "--data", data)
    assert (code, "--renew" in err) == (1, True)
    assert cli("mirror", "--renew", *at)[1]["behind"] == 0
    assert cli("mirror", "--verify", *at)[1]["damaged"] == 0
    assert cli("mirror", "--off", *at)[1]["place"] == ""
    assert cli("mirror", "--off", "--renew", "--data", data)[0] == 2


def test_a_lost_desk_is_rebuilt_from_its_mirror_and_slips(
    cli: Run, tmp_path: Path, started: list[Path]
) -> None:
    data, place = tmp_path / "desk", tmp_path / "volume"
    place.mkdir()
    new_desk(data).close()
    assert cli("mirror", "--to", place, "--data", data)[0] == 0
    _received(data, 2)
    assert cli("mirror", "--data", data)[0] == 0
    codes = tmp_path / "codes.txt"
    codes.write_text("\n".join([*_received(data, 1), "not a slip"]), "utf-8")
    shutil.rmtree(data)
    assert cli("rebuild", "--data", data)[0] == 2
    code, _, err = cli("rebuild", "--center", "--data", data)
    assert (code, "thư mời" in err) == (1, True)
    code, said, err = cli("rebuild", "--mirror", place, "--slips", codes, "--data", data, "--json")
    assert (code, err) == (0, "")
    assert (said["mirror"]["dossiers"], said["mirror"]["fresh"], said["mirror"]["numbers"]) == (
        2,
        True,
        False,
    )
    assert (said["slips"]["stubs"], said["slips"]["known"], said["slips"]["refused"]) == (1, 2, 1)
    assert started
    code, out, _ = cli("rebuild", "--mirror", place, "--slips", codes, "--data", data)
    assert (code, "3 hồ sơ quầy đã có" in out, "--desk N" not in out) == (0, True, True)
