"""The start of `motcua`: a window opens without the commands being read, and says in a sentence why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import desk_app.cli
from desk_app.domain.mistakes import DeskError

_START = """
import sys, types
window = types.ModuleType("desk_app.main")
window.run_window = lambda data: print(data, "click" in sys.modules) or 7
sys.modules["desk_app.main"] = window
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
    monkeypatch.setattr(sys, "argv", ["motcua"])
    with pytest.raises(SystemExit) as ended:
        desk_app.cli.main()
    assert ended.value.code == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
