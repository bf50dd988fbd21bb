"""Codes held before a webcam: a recorded film stands in for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk_app.devices import webcam
from desk_app.devices.webcam_reader import WebcamReader
from desk_app.domain.mistakes import DeskError
from tests.patience import WAIT
from tests.ui.films import card_pdf, film

CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm|15062021"

pytest.importorskip("cv2", reason="OpenCV comes with the extra `webcam`")


class Watched:
    """What a reader told."""

    def __init__(self, source: int | str) -> None:
        self.seen: list[Any] = []
        self.found: list[Any] = []
        self.troubles: list[DeskError] = []
        self.reader = WebcamReader(source)
        self.reader.seen.connect(self.seen.append)
        self.reader.found.connect(self.found.append)
        self.reader.troubled.connect(self.troubles.append)
        self.reader.start()


def test_the_first_code_ends_the_watching(qtbot: QtBot, tmp_path: Path) -> None:
    watched = Watched(str(film(tmp_path / "phim.avi", card_pdf(CARD))))
    qtbot.waitUntil(lambda: watched.found == [[CARD]], timeout=WAIT)
    watched.reader.join()
    assert watched.seen[0].width() == 640
    assert len(watched.seen) == 1, "the next picture waits until this one is shown"
    assert watched.troubles == []


def test_a_camera_that_falls_silent_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    watched = Watched(str(film(tmp_path / "phim.avi", None)))
    qtbot.waitUntil(lambda: len(watched.troubles) == 1, timeout=WAIT)
    watched.reader.join()
    assert watched.troubles[0].title == "Webcam không gửi hình nữa."


def test_a_camera_that_is_not_there_is_trouble_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.avi").write_bytes(b"no film")
    for source in (98, str(tmp_path / "x.avi")):
        with pytest.raises(DeskError, match="Không mở được"):
            webcam.open_camera(source)


def test_a_source_is_a_number_or_a_film(tmp_path: Path) -> None:
    (tmp_path / "x.avi").touch()
    assert webcam.source_of("1") == 1
    assert webcam.source_of(str(tmp_path / "x.avi")) == str(tmp_path / "x.avi")
    for text in ("", "-1", "một", "rtsp://camera", "9" * 40):
        with pytest.raises(DeskError, match="Không có webcam"):
            webcam.source_of(text)


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(DeskError) as refused:
        webcam.open_camera(0)
    assert "motcua[webcam]" in refused.value.advice
