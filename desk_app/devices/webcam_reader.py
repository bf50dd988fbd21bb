"""Watches a webcam in a thread of its own, for the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from desk_app.devices.webcam import Camera, Frame, codes_of, open_camera
from desk_app.domain.mistakes import DeskError

_BYTES: Final = 3
"""Of one dot: blue, green, red."""


class WebcamReader(QObject):
    """Watches a camera in a thread of its own until a picture holds codes.

    `seen` carries each picture as it comes (a `QImage`; the next only once `shown` was called for it),
    `found` the codes of the first picture with any, `troubled` a `DeskError`; each of the two is the end.
    """

    seen = Signal(object)
    found = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        source: int | str = 0,
        open_source: Callable[[int | str], Camera] = open_camera,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._open = source, open_source
        self._ending = threading.Event()
        self._looked_at = threading.Event()
        self._looked_at.set()
        self._thread = threading.Thread(target=self._work, name="webcam", daemon=True)

    def start(self) -> None:
        """Begins to watch."""
        self._thread.start()

    def shown(self) -> None:
        """The picture of `seen` was shown; the next may come."""
        self._looked_at.set()

    def stop(self) -> None:
        """Ends watching; the camera is let go of within a picture's time."""
        self._ending.set()

    def join(self, seconds: float = 5.0) -> None:
        """Waits until the camera is let go of."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _work(self) -> None:
        try:
            camera = self._open(self._source)
        except DeskError as trouble:
            self.troubled.emit(trouble)
            return
        try:
            self._watch(camera)
        except DeskError as trouble:
            if not self._ending.is_set():
                self.troubled.emit(trouble)
        finally:
            camera.close()

    def _watch(self, camera: Camera) -> None:
        while not self._ending.is_set():
            frame = camera.frame()
            codes = codes_of(frame)
            if self._looked_at.is_set():
                self._looked_at.clear()
                self.seen.emit(_picture(frame))
            if codes:
                self.found.emit(codes)
                return


def _picture(frame: Frame) -> Any:
    from PySide6.QtGui import QImage

    height, width, *_ = frame.shape
    return QImage(frame.tobytes(), width, height, width * _BYTES, QImage.Format.Format_BGR888).copy()
