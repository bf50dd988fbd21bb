"""The pages of a PDF one below another, as they come out of the printer; white paper in the dark, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider

from desk_app.ui.measures import GAP

MOST_PAGES: Final = 8
"""Pages of a preview; a book of hundreds is looked at as a file."""
SCREEN_DOTS: Final = 96.0
"""Device-independent pixels an inch: what 100 % means."""
LARGEST_FIT: Final = 1.25
"""A narrow paper is not blown up beyond this to fill a wide room."""
_SKETCH_DOTS: Final = 24.0
_BETWEEN: Final = 2 * GAP
_STEP: Final = 40
_EDGE: Final = "#8B97A5"


@dataclass(frozen=True, slots=True)
class Room:
    """The room pages are drawn for: width in device-independent pixels, the screen's pixels for each of
    them, and the size wanted (1.0 is 100 %, None: as wide as the room).
    """

    width: int
    ratio: float
    size: float | None = None

    def dots(self, inches: float) -> float:
        """The resolution, in the screen's own dots an inch, of a page that is `inches` wide."""
        fitting = min(self.width / inches, LARGEST_FIT * SCREEN_DOTS)
        return self.ratio * (fitting if self.size is None else self.size * SCREEN_DOTS)


def first_pages(pdf: bytes, room: Room) -> tuple[tuple[QImage, ...], bool]:
    """The first pages (at most `MOST_PAGES`) in the size they are shown, and whether there are more.

    Runs where PDF pages are drawn. Raises `ValueError` for bytes that are no PDF.
    """
    from desk_app.devices.printing import page_images

    sketch = next(page_images(pdf, _SKETCH_DOTS))
    drawn = list(islice(page_images(pdf, room.dots(sketch.width() / _SKETCH_DOTS)), MOST_PAGES + 1))
    for page in drawn:
        page.setDevicePixelRatio(room.ratio)
    return tuple(drawn[:MOST_PAGES]), len(drawn) > MOST_PAGES


class PagesView(QAbstractScrollArea):
    """Shows pages, or a sentence in their place. The arrow keys, Page Up and Down, Home and End scroll.

    `resized` when pages should be drawn for another `room`.
    """

    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAccessibleName(name)
        self.setMinimumSize(240, 160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that came and went would change the width, and the width the pages, and those the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._words = ""
        self._pages: tuple[QImage, ...] = ()

    @property
    def pages(self) -> tuple[QImage, ...]:
        """The pages shown."""
        return self._pages

    @property
    def words(self) -> str:
        """What is said in the place of pages."""
        return self._words

    def put(self, pages: Sequence[QImage], words: str = "") -> None:
        """Other pages from their top, or `words` where there are none."""
        self._pages, self._words = tuple(pages), words
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def put_again(self, pages: Sequence[QImage]) -> None:
        """The same pages in another size; the officer's place in them stays."""
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._pages, self._words = tuple(pages), ""
        self._measure()
        bar.setValue(round(place * bar.maximum()))
        self.viewport().update()

    def room(self, size: float | None) -> Room:
        """The room there is now, for pages of the wanted size."""
        return Room(
            max(100, self.viewport().width() - 2 * _BETWEEN), self.viewport().devicePixelRatioF(), size
        )

    def sizeHint(self) -> QSize:
        return QSize(560, 640)

    def _places(self) -> list[QRect]:
        """Where each page lies, the first one's top at `_BETWEEN`."""
        sizes = [page.deviceIndependentSize().toSize() for page in self._pages]
        wide = max([self.viewport().width(), *(size.width() + 2 * _BETWEEN for size in sizes)])
        places, top = [], _BETWEEN
        for size in sizes:
            places.append(QRect(QPoint((wide - size.width()) // 2, top), size))
            top += size.height() + _BETWEEN
        return places

    def _measure(self) -> None:
        places, seen = self._places(), self.viewport().size()
        high = places[-1].bottom() + 1 + _BETWEEN if places else 0
        wide = max((place.width() for place in places), default=0) + 2 * _BETWEEN
        for bar, whole, part in (
            (self.verticalScrollBar(), high, seen.height()),
            (self.horizontalScrollBar(), wide, seen.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(_STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {
            Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
        }
        end = ends.get(Qt.Key(event.key()))
        if end is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(end)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._pages:
            self._paint_words(painter)
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, place in zip(self._pages, self._places(), strict=True):
            paper = place.translated(-scrolled)
            if paper.intersects(event.rect()):
                painter.drawImage(paper.topLeft(), page)
                painter.setPen(QColor(_EDGE))
                painter.drawRect(paper)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        sheet = self.viewport().rect().adjusted(_BETWEEN, _BETWEEN, -_BETWEEN, -_BETWEEN)
        painter.setPen(self.palette().text().color())
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(sheet.adjusted(GAP, GAP, -GAP, -GAP), flags, self._words)
