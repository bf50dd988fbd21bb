"""Pages of PDFs from anywhere, drawn one at a time.

PDFium permits one thread at a time in the whole process: whoever uses it holds `ONE_AT_A_TIME`.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sync.attachments.limits import MAX_PAGES, MAX_PIXELS
from sync.attachments.trouble import ScanRefused

T = TypeVar("T")

ONE_AT_A_TIME: Final = threading.RLock()
POINT: Final = 72.0
_LEAST_POINTS, _MOST_POINTS = 9.0, 14_400.0
"""An eighth of an inch, and the largest page of the PDF specification (ISO 32000-1, annex C)."""


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF is, before anything of it is drawn."""

    pages: int
    signed: bool
    active: bool


def look_at(pdf: bytes) -> PdfFacts:
    """Counts pages and looks for signatures and for what acts by itself. Raises `ScanRefused`."""
    import pypdfium2
    from pypdfium2 import raw

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ScanRefused(
                "Không đọc được tệp PDF này.", "Tệp có thể hỏng hoặc có mật khẩu; hãy quét lại."
            ) from error
        try:
            pages = len(document)
            if not 1 <= pages <= MAX_PAGES:
                raise ScanRefused(
                    f"Tệp PDF có {pages} trang.", f"Tách thành các tệp có từ 1 đến {MAX_PAGES} trang."
                )
            signed = raw.FPDF_GetSignatureCount(document) > 0
            scripts = raw.FPDFDoc_GetJavaScriptActionCount(document)
            files = raw.FPDFDoc_GetAttachmentCount(document)
        finally:
            document.close()
    return PdfFacts(pages, signed, scripts != 0 or files != 0 or _acts(pdf))


def _acts(pdf: bytes) -> bool:
    """Whether its bytes name actions. What is compressed hides them, so this is no proof of the contrary."""
    return any(
        word in pdf for word in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA", b"/RichMedia")
    )


def drawn_pages(
    pdf: bytes, dpi: float, make: Callable[[Any, float, float], T], first: int = 0, most: int = MAX_PAGES
) -> Iterator[T]:
    """What `make` makes of `most` pages from `first` on: (Pillow image, width, height in points), one by one.

    Pages are drawn at `dpi`, less where one would have more than `MAX_PIXELS`. Raises `ScanRefused`.
    """
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ScanRefused("Không đọc được tệp PDF này.", "Tệp có thể hỏng; hãy quét lại.") from error
        count = len(document)
    try:
        for at in range(first, min(count, MAX_PAGES, first + most)):
            with ONE_AT_A_TIME:
                picture, width, height = _draw(document, at, dpi)
            yield make(picture, width, height)
    finally:
        with ONE_AT_A_TIME:
            document.close()


def _draw(document: Any, at: int, dpi: float) -> tuple[Any, float, float]:
    import pypdfium2

    try:
        page = document[at]
        try:
            width, height = page.get_size()
            if not all(_LEAST_POINTS <= side <= _MOST_POINTS for side in (width, height)):
                raise ScanRefused(f"Trang {at + 1} có khổ giấy không thể có thật.", "Hãy quét lại trang này.")
            scale = min(dpi / POINT, math.sqrt(MAX_PIXELS / (width * height)))
            picture = page.render(scale=scale, rev_byteorder=True).to_pil()
            picture.load()
            return picture.copy(), width, height
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise ScanRefused(f"Không đọc được trang {at + 1}.", "Tệp có thể hỏng; hãy quét lại.") from error
