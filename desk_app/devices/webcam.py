"""Codes held before a webcam, read by OpenCV, an optional package; a recorded film will do for a camera."""

from __future__ import annotations

import os
from typing import Any, Final, Protocol

from desk_app.domain.mistakes import DeskError

MOST_CODES: Final = 20
_BLIND: Final = 50
"""So many empty pictures one after the other mean that the camera is gone; a cheap one drops a few."""


class Frame(Protocol):
    """A picture as an array of octets, rows × columns × (blue, green, red)."""

    shape: tuple[int, ...]

    def tobytes(self) -> bytes:
        """The octets, row by row."""


class Camera(Protocol):
    """An opened camera."""

    def frame(self) -> Frame:
        """The next picture, waiting for it. Raises `DeskError` when the camera is gone."""

    def close(self) -> None:
        """Lets go of it."""


def missing() -> DeskError:
    """What the officer is told where the package is not installed."""
    return DeskError(
        "Bản cài này chưa có phần đọc webcam (thiếu gói opencv-python-headless).",
        "Cài thêm motcua[webcam], hoặc chụp mã rồi mở tệp ảnh.",
    )


def source_of(text: str) -> int | str:
    """A camera's number, or the file of a film, from what was typed. Raises `DeskError`."""
    if text.isascii() and text.isdigit() and len(text) <= 2:
        return int(text)
    if os.path.isfile(text):
        return text
    raise DeskError(f"Không có webcam hay đoạn phim “{text[:60]}”.", "Ghi số của webcam: 0, 1, 2…")


def open_camera(source: int | str = 0) -> Camera:
    """A camera by its number (0: the first), or a film by its file. Raises `DeskError`."""
    try:
        import cv2
    except ImportError:
        raise missing() from None
    cv2.utils.logging.setLogLevel(
        cv2.utils.logging.LOG_LEVEL_SILENT
    )  # it writes to stderr what we say in words
    capture: Any = cv2.VideoCapture(source)
    if not capture.isOpened():
        capture.release()
        raise DeskError(
            "Không mở được webcam." if isinstance(source, int) else "Không mở được đoạn phim.",
            "Cắm webcam, đóng chương trình khác đang dùng nó, rồi thử lại.",
        )
    return _Capture(capture)


class _Capture:
    def __init__(self, capture: Any) -> None:
        self._capture = capture

    def frame(self) -> Frame:
        for _ in range(_BLIND):
            there, picture = self._capture.read()
            if there:
                seen: Frame = picture
                return seen
        raise DeskError("Webcam không gửi hình nữa.", "Kiểm tra dây webcam rồi bật lại.")

    def close(self) -> None:
        self._capture.release()


def codes_of(frame: Frame) -> list[str]:
    """The texts of the codes in a picture, each once."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode])
    found = zxingcpp.read_barcodes(frame, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    return list(dict.fromkeys(one.text for one in found if one.valid))[:MOST_CODES]
