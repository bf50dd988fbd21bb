"""A bundle's file is whole or not there, and its name leads nowhere."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.links.stick import BROKEN, KINDS, StickFailed, bundle_name, place_bundle
from sync.links.stick_words import bundle_in_words, stick_in_words
from sync.model.moment import VIETNAM
from sync.protocol.bundles import REASONS, BundleRefused

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=VIETNAM)


@given(st.text(max_size=60), st.integers(0, 999))
def test_a_name_is_plain_letters_whatever_the_unit_is_called(unit: str, desk: int) -> None:
    name = bundle_name("gui", unit, desk, NOON, b"\xab\xcd")
    assert name.isascii()
    assert name.endswith("-abcd.mcb")
    assert Path(name).name == name
    assert not set(name) & set('/\\:*?"<>| \0')
    assert len(name) < 120


def test_a_writer_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def dies(file: BinaryIO) -> None:
        file.write(b"half")
        raise RuntimeError("the program's own fault")

    with pytest.raises(RuntimeError):
        place_bundle(tmp_path, "a.mcb", dies, lambda _file: None)
    assert list(tmp_path.iterdir()) == []


def test_what_reads_back_wrong_is_taken_away(tmp_path: Path) -> None:
    def wrong(_file: BinaryIO) -> None:
        raise BundleRefused(REASONS[4])

    with pytest.raises(StickFailed) as caught:
        place_bundle(tmp_path, "a.mcb", lambda file: file.write(b"x"), wrong)
    assert caught.value.kind == BROKEN
    assert list(tmp_path.iterdir()) == []


def test_a_bundle_that_is_there_already_is_only_replaced_when_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.mcb").write_bytes(b"old")

    def fails(*_: object) -> None:
        raise OSError(5, "said by the medium")

    with monkeypatch.context() as patched:
        patched.setattr("sync.links.stick.os.replace", fails)
        with pytest.raises(StickFailed):
            place_bundle(tmp_path, "a.mcb", lambda file: file.write(b"new"), lambda _file: None)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.mcb", b"old")]
    place_bundle(tmp_path, "a.mcb", lambda file: file.write(b"new"), lambda _file: None)
    assert (tmp_path / "a.mcb").read_bytes() == b"new"


def test_every_reason_has_its_sentence_and_what_to_do() -> None:
    for title, advice in (
        *(bundle_in_words(BundleRefused(reason)) for reason in REASONS),
        *(stick_in_words(StickFailed(kind)) for kind in KINDS),
    ):
        assert title.endswith(".")
        assert advice.endswith(".")
