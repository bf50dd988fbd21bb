"""Files of scans: durable before they are named, whole or not there, swept only when nobody names them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from sync.attachments.files import DAMAGED, KEPT, MISSING, WHOLE, ScanFiles
from sync.attachments.trouble import ScanLost
from sync.model.moment import VIETNAM

CONTENT = bytes(range(256)) * 40
NAME = sha256(CONTENT).digest()
LATER = datetime.fromtimestamp(4e9, VIETNAM)


def test_a_file_is_read_back_as_it_was_put(tmp_path: Path) -> None:
    files = ScanFiles(tmp_path / "scans")
    files.put(NAME, CONTENT)
    files.put(NAME, CONTENT)
    assert files.read(NAME, len(CONTENT)) == CONTENT
    assert list(files.names()) == [NAME]
    assert files.state(NAME, len(CONTENT), deep=True) == WHOLE


def test_content_of_another_name_is_never_put(tmp_path: Path) -> None:
    files = ScanFiles(tmp_path)
    with pytest.raises(ValueError, match="name"):
        files.put(bytes(32), CONTENT)
    assert list(files.names()) == []


@pytest.mark.parametrize(
    ("harm", "state"),
    [
        (lambda path: path.unlink(), MISSING),
        (lambda path: path.write_bytes(CONTENT[:-1]), DAMAGED),
        (lambda path: path.write_bytes(CONTENT[:-1] + b"x"), DAMAGED),
        (lambda path: path.write_bytes(b""), DAMAGED),
    ],
)
def test_what_is_missing_damaged_or_changed_is_said(
    tmp_path: Path, harm: Callable[[Path], Any], state: str
) -> None:
    files = ScanFiles(tmp_path)
    files.put(NAME, CONTENT)
    harm(files.path(NAME))
    assert files.state(NAME, len(CONTENT), deep=True) == state
    with pytest.raises(ScanLost) as lost:
        files.read(NAME, len(CONTENT))
    assert lost.value.state == state
    files.put(NAME, CONTENT)
    assert files.read(NAME, len(CONTENT)) == CONTENT, "putting it again heals it"


class Journal:
    """Writes down what is made durable, in order, by standing in for the system's calls."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        fsync, replace = os.fsync, os.replace

        def noted_fsync(handle: int) -> None:
            kind = "folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file"
            self.done.append(f"fsync {kind}")
            fsync(handle)

        def noted_replace(old: str, new: str) -> None:
            self.done.append("rename")
            replace(old, new)

        monkeypatch.setattr(os, "fsync", noted_fsync)
        monkeypatch.setattr(os, "replace", noted_replace)


@pytest.mark.skipif(os.name != "posix", reason="folders are made durable where the system can, POSIX")
def test_content_then_name_then_folder_become_durable_in_this_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(monkeypatch)
    ScanFiles(tmp_path / "scans").put(NAME, CONTENT)
    at = journal.done.index("fsync file")
    assert journal.done[at:] == ["fsync file", "rename", "fsync folder"]
    assert set(journal.done[:at]) == {"fsync folder"}, "the folders were there first"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_nothing_that_looks_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fails(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    files = ScanFiles(tmp_path)
    files.path(NAME).parent.mkdir()
    with monkeypatch.context() as broken:
        broken.setattr(os, call, fails)
        with pytest.raises(OSError, match="Input/output"):
            files.put(NAME, CONTENT)
    assert files.state(NAME, len(CONTENT)) == MISSING
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_short_write_is_noticed_before_the_file_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = ScanFiles(tmp_path)
    settle = files._settle

    def torn(beside: Path, name: bytes, path: Path) -> None:
        os.truncate(beside, 100)
        settle(beside, name, path)

    monkeypatch.setattr(files, "_settle", torn)
    with pytest.raises(OSError, match="disk"):
        files.put(NAME, CONTENT)
    assert files.state(NAME, len(CONTENT)) == MISSING


def test_a_finished_upload_is_taken_in_only_if_it_is_what_it_says(tmp_path: Path) -> None:
    files = ScanFiles(tmp_path / "scans")
    (tmp_path / "part").write_bytes(CONTENT[:-1])
    assert not files.adopt(NAME, tmp_path / "part")
    assert (tmp_path / "part").exists()
    (tmp_path / "part").write_bytes(CONTENT)
    assert files.adopt(NAME, tmp_path / "part")
    assert files.read(NAME, len(CONTENT)) == CONTENT


class Sweeping(RuleBasedStateMachine):
    """Files put, named, unnamed, aged and swept in any order: nothing named is ever swept."""

    held = Bundle("held")

    @initialize()
    def begin(self) -> None:
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.files = ScanFiles(Path(self.folder.name))
        self.named: dict[bytes, bytes] = {}
        self.now = datetime.fromtimestamp(2e9, VIETNAM)

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(target=held, content=st.binary(min_size=1, max_size=50))
    def put(self, content: bytes) -> bytes:
        name = sha256(content).digest()
        self.files.put(name, content)
        os.utime(self.files.path(name), (self.now.timestamp(),) * 2)
        return content

    @rule(content=held)
    def name_it(self, content: bytes) -> None:
        name = sha256(content).digest()
        if self.files.state(name, len(content)) == MISSING:
            self.put(content)
        self.named[name] = content

    @rule(content=held)
    def forget_it(self, content: bytes) -> None:
        self.named.pop(sha256(content).digest(), None)

    @rule(days=st.integers(0, 9))
    def time_goes_on(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule()
    def sweep(self) -> None:
        young = {
            name
            for name in self.files.names()
            if self.now.timestamp() - self.files.path(name).stat().st_mtime < KEPT.total_seconds()
        }
        self.files.sweep(lambda name: name in self.named, self.now)
        assert set(self.files.names()) >= young

    @invariant()
    def what_is_named_is_there(self) -> None:
        for name, content in getattr(self, "named", {}).items():
            assert self.files.read(name, len(content)) == content


TestSweeping = Sweeping.TestCase
TestSweeping.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)


def test_half_written_files_are_swept_once_old(tmp_path: Path) -> None:
    files = ScanFiles(tmp_path)
    files.put(NAME, CONTENT)
    half = files.path(NAME).with_name("half.1.2.part")
    half.write_bytes(b"half")
    assert files.sweep(lambda _name: True, LATER) == 1
    assert not half.exists()
    assert files.read(NAME, len(CONTENT)) == CONTENT
