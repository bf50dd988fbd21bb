"""PDF pages as dots, drawn at the printer's own resolution, without Qt.

The library that draws them permits one thread at a time in the whole process, hence the one lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sync.attachments.pdf_pages import ONE_AT_A_TIME

T = TypeVar("T")

MOST_DPI: Final = 600
"""Beyond this a page of a laser printer costs memory and time, and no eye or scanner sees a difference."""
POINT: Final = 72.0


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


def drawn_pages(pdf: bytes, draw: Callable[[Any], T]) -> Iterator[T]:
    """What `draw` makes of each page (a `pypdfium2.PdfPage`), one after the other.

    What it returns may not use the page's memory. Raises `ValueError` for bytes that are no PDF.
    """
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a PDF") from error
        count = len(document)
    try:
        for at in range(count):
            with ONE_AT_A_TIME:
                page = document[at]
                try:
                    drawn = draw(page)
                except pypdfium2.PdfiumError as error:
                    raise ValueError("a page that cannot be drawn") from error
                finally:
                    page.close()
            yield drawn
    finally:
        with ONE_AT_A_TIME:
            document.close()


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
