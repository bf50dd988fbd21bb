"""The start of `motcua`: a window opens without the commands being read, and says in a sentence why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import desk_app.cli
from desk_app.cli import log
from desk_app.cli.commands import motcua, run
from desk_app.domain.mistakes import DeskError
from desk_app.operations.first_start import Answers, is_first_start, keep_answers

_START = """
import sys, types
window = types.ModuleType("desk_app.main")
window.run_window = lambda data: print(data, "click" in sys.modules) or 7
sys.modules["desk_app.main"] = window
features = types.ModuleType("desk_app.ui.features")
features.leave_sources_unread = lambda: None
sys.modules["desk_app.ui.features"] = features
from desk_app.cli import main
main()
"""


@pytest.mark.parametrize("words", [[], ["--data", "somewhere"]])
def test_a_window_opens_without_the_commands_being_read(words: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START, *words],
        env={"MOTCUA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (7, f"{words[1] if words else tmp_path} False\n"), done.stderr


@pytest.mark.parametrize("trouble", [DeskError("Không mở được.", "Thử lại."), KeyboardInterrupt()])
def test_a_window_that_does_not_open_says_why_in_one_sentence(
    trouble: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise trouble

    monkeypatch.setitem(sys.modules, "desk_app.main", Broken())
    monkeypatch.setitem(
        sys.modules, "desk_app.ui.features", SimpleNamespace(leave_sources_unread=lambda: None)
    )
    monkeypatch.setattr(sys, "argv", ["motcua"])
    monkeypatch.setattr(log, "keep_crashes_quiet", lambda **_given: None)  # this process is the tests' own
    with pytest.raises(SystemExit) as ended:
        desk_app.cli.main()
    assert ended.value.code == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "reset"),
    [
        (["desk"], None),
        (["desk", "--training"], False),
        (["desk", "--training", "--reset"], True),
    ],
)
def test_the_window_is_a_command_too_and_opens_the_desk_to_practise_at(
    words: list[str], reset: bool | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = pytest.importorskip("desk_app.main", reason="the window needs PySide6", exc_type=ImportError)
    asked: list[object] = []

    def run_window(*given: object) -> int:
        asked.extend(given)
        return 0

    monkeypatch.setattr(main, "run_window", run_window)
    assert run(motcua, ["--data", str(tmp_path), *words]) == 0
    assert asked == [tmp_path, None if reset is None else main.Training(reset)]


def test_beginning_anew_without_practising_is_refused(tmp_path: Path) -> None:
    assert run(motcua, ["--data", str(tmp_path), "desk", "--reset"]) == 2


def test_a_desk_set_up_by_command_wants_no_first_start(tmp_path: Path) -> None:
    keep_answers(tmp_path, Answers(page="name", name="Xã nửa chừng"))
    assert (
        run(motcua, ["--data", str(tmp_path), "setup", "--unit", "000.01.06.H99", "--name", "Xã Ví Dụ"]) == 0
    )
    assert not is_first_start(tmp_path)


def test_the_package_runs_as_the_command_does(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desk_app", "--data", str(tmp_path), "officers"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "motcua setup" in done.stderr
