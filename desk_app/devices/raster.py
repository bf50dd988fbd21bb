"""PDF pages as dots, drawn at the printer's own resolution, without Qt.

The library that draws them permits one thread at a time in the whole process, hence the one lock.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sync.attachments.pdf_pages import ONE_AT_A_TIME

T = TypeVar("T")

MOST_DPI: Final = 600
"""Beyond this a page of a laser printer costs memory and time, and no eye or scanner sees a difference."""
POINT: Final = 72.0
STRIP_ROWS: Final = 1024
"""Rows of a page drawn at once for a printer that takes bands: 5 MiB of an A4 page at 600 dpi, not 34. That
takes no longer; a dot on the edge of a letter may be lighter or darker by 2 of 255."""


@dataclass(frozen=True, slots=True)
class GreyPage:
    """A page of `width` × `height` dots at `dpi`, one byte each (0 black, 255 white), row after row."""

    width: int
    height: int
    dpi: int
    dots: bytes

    def row(self, at: int) -> bytes:
        """One row."""
        return self.dots[at * self.width : (at + 1) * self.width]


@dataclass(frozen=True, slots=True)
class Band:
    """`rows` rows of a page from `top` on, one byte a dot, `stride` bytes a row; `width` and `height` are the
    whole page's.
    """

    page: int
    top: int
    width: int
    height: int
    rows: int
    stride: int
    dots: bytes


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """The document. Raises `ValueError` for bytes that are no PDF."""
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a PDF") from error
    try:
        yield document
    finally:
        with ONE_AT_A_TIME:
            document.close()


@contextmanager
def _drawing() -> Iterator[None]:
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            yield
        except pypdfium2.PdfiumError as error:
            raise ValueError("a page that cannot be drawn") from error


def drawn_pages(pdf: bytes, draw: Callable[[Any], T]) -> Iterator[T]:
    """What `draw` makes of each page (a `pypdfium2.PdfPage`), one after the other.

    What it returns may not use the page's memory. Raises `ValueError` for bytes that are no PDF.
    """
    with _opened(pdf) as document:
        for at in range(len(document)):
            with _drawing():
                page = document[at]
                try:
                    drawn = draw(page)
                finally:
                    page.close()
            yield drawn


def _bitmap(width: int, height: int, format: int, rev_byteorder: bool) -> Any:
    """Room for a page's grey dots, lent by the system: clearing it byte by byte would hold Python's lock."""
    import ctypes
    import mmap

    import pypdfium2

    count = width * height
    room = (ctypes.c_ubyte * count).from_buffer(mmap.mmap(-1, count))
    return pypdfium2.PdfBitmap.new_native(width, height, format, rev_byteorder, buffer=room)


def page_bands(pdf: bytes, dpi: float, rows: int, overlap: int) -> Iterator[Band]:
    """The pages in grey, `rows` at a time from the top, and `overlap` of the next ones.

    Nothing here takes long with Python's lock held, as a copy of a whole page would, nor much memory: a page
    is drawn `STRIP_ROWS` at a time. Raises `ValueError` for bytes that are no PDF.
    """
    with _opened(pdf) as document:
        for at in range(len(document)):
            with _drawing():
                page = document[at]
            try:
                yield from _bands_of(page, at, dpi / POINT, rows, overlap)
            finally:
                with ONE_AT_A_TIME:
                    page.close()


def _bands_of(page: Any, at: int, scale: float, rows: int, overlap: int) -> Iterator[Band]:
    with ONE_AT_A_TIME:
        width, height = (math.ceil(side * scale) for side in page.get_size())
    drawn = max(rows, STRIP_ROWS // rows * rows)
    for above in range(0, height, drawn):
        end = min(height, above + drawn + overlap)
        # Half a dot less: what is cut off is rounded up to whole dots.
        cut = tuple(max(0.0, dots - 0.5) / scale for dots in (0, height - end, 0, above))
        with _drawing():
            bitmap = page.render(scale=scale, grayscale=True, bitmap_maker=_bitmap, crop=cut)
        dots, stride = memoryview(bitmap.buffer), bitmap.stride
        for top in range(above, min(height, above + drawn), rows):
            under = min(end, top + rows + overlap)
            some = bytes(dots[(top - above) * stride : (under - above) * stride])
            yield Band(at, top, width, height, under - top, stride, some)
        dots.release()
        with ONE_AT_A_TIME:
            bitmap.close()


def grey_pages(pdf: bytes, dpi: int) -> Iterator[GreyPage]:
    """The pages in grey. Raises `ValueError` for bytes that are no PDF."""

    def draw(page: Any) -> GreyPage:
        bitmap = page.render(scale=dpi / POINT, grayscale=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        dots = bytes(bitmap.buffer)
        if stride != width:
            dots = b"".join(dots[at : at + width] for at in range(0, height * stride, stride))
        return GreyPage(width, height, dpi, dots)

    return drawn_pages(pdf, draw)


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of every page in hundredths of a millimetre. Raises `ValueError` for no PDF."""

    def size(page: Any) -> tuple[int, int]:
        width, height = page.get_size()
        return round(width / POINT * 2540), round(height / POINT * 2540)

    return list(drawn_pages(pdf, size))
