"""Codes in a picture: a photo, a scanner's file, or what a camera program saved; PNG, JPEG or PDF.

Pictures come from anywhere, so sizes are checked before anything is unpacked, only these three formats are
opened, and nothing in them but the codes is looked at.
"""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desk_app.domain.mistakes import DeskError

MOST_BYTES: Final = 30_000_000
MOST_PIXELS: Final = 50_000_000
"""A sheet of A4 scanned at 600 dpi has 35 million."""
MOST_PAGES: Final = 10
MOST_CODES: Final = 50
DPI: Final = 300
SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".pdf")

_GLASSES: Final = ((0.0, 0), (1.0, 0), (0.0, 3), (0.0, 5))
"""How often and how to look: radius of smoothing, and size of the white gaps that are closed."""
_SIGNATURES: Final = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"%PDF-", "PDF"))


def is_picture(argument: str) -> bool:
    """Whether a command's argument names a file here (not a device, a pipe or a folder)."""
    try:
        return os.path.isfile(argument)
    except ValueError:
        return False


def codes_in(path: Path) -> list[str]:
    """The texts of the codes in a picture, each once, in the order found. Raises `DeskError` or `OSError`."""
    with open(path, "rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise DeskError("Tệp ảnh quá lớn.", f"Chọn tệp nhỏ hơn {MOST_BYTES // 1_000_000} MB.")
    kind = next((name for start, name in _SIGNATURES if content.startswith(start)), None)
    if kind is None:
        raise DeskError("Tệp này không phải ảnh PNG, JPEG hay PDF.", "Chụp hoặc quét lại rồi lưu dạng PNG.")
    texts: dict[str, None] = {}
    for image in _pages(content) if kind == "PDF" else [_image(content, kind)]:
        texts.update(dict.fromkeys(read_codes(image)))
    return list(texts)[:MOST_CODES]


def read_codes(image: Any) -> list[str]:
    """The texts of the codes in a Pillow image in grey, looked at again (`_GLASSES`) while none is found.

    Scratches of a print head or a scanner's glass are what the first look misses most: smoothing and closing
    them wins two of three back (`make bench-codes`).
    """
    import zxingcpp
    from PIL import ImageFilter

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode])
    for blur, closed in _GLASSES:
        seen = image.filter(ImageFilter.GaussianBlur(blur)) if blur else image
        if closed:
            seen = seen.filter(ImageFilter.MinFilter(closed)).filter(ImageFilter.MaxFilter(closed))
        found = zxingcpp.read_barcodes(seen, formats=formats, text_mode=zxingcpp.TextMode.Plain)
        texts = [one.text for one in found if one.valid]
        if texts:
            return texts
    return []


def _image(content: bytes, kind: str) -> Any:
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(content), formats=[kind])
        if image.width * image.height > MOST_PIXELS:
            raise DeskError("Ảnh có quá nhiều điểm.", "Chụp hoặc quét lại ở 300 dpi.")
        return image.convert("L")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise DeskError("Ảnh có quá nhiều điểm.", "Chụp hoặc quét lại ở 300 dpi.") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise DeskError("Không đọc được ảnh này, tệp có thể hỏng.", "Chụp hoặc quét lại.") from None


def _pages(content: bytes) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise DeskError("Không đọc được tệp PDF này.", "Tệp có thể hỏng hoặc có mật khẩu.") from None
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            width, height = page.get_size()
            if not (0 < width < 1e6 and 0 < height < 1e6):
                continue
            scale = min(DPI / 72, math.sqrt(MOST_PIXELS / 2 / (width * height)))
            yield page.render(scale=scale, grayscale=True).to_pil()
            page.close()
    except pypdfium2.PdfiumError:
        raise DeskError("Không đọc được tệp PDF này.", "Tệp có thể hỏng.") from None
    finally:
        document.close()
