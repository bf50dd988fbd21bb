"""A scanner's file made into what is kept: known by its content, within limits, small, and a PDF.

Pictures come from anywhere. What a file is says its first bytes, never its name; its dimensions are read
and held against the limits before a pixel is unpacked; only the one decoder of its kind is let at it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from sync.attachments.image_pdf import Sheet, pdf_of
from sync.attachments.limits import MAX_PAGES, MAX_PIXELS, MAX_SIDE, MAX_SOURCE
from sync.attachments.pdf_pages import POINT, drawn_pages, look_at
from sync.attachments.sealing import MAX_PLAIN
from sync.attachments.trouble import ScanRefused

_SIGNATURES: Final = (
    (b"%PDF-", "PDF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_A4: Final = (595.28, 841.89)
_DPI_BELIEVED: Final = (50.0, 1300.0)
"""What scanners write; a camera's 72 or a missing value says nothing of the paper."""
_CAMERAS: Final = 72.0
_COLOURED, _COLOURED_DOTS = 48, 100
"""From which difference between its channels a dot is coloured, and how many make a coloured page."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How small scans are made: dots an inch of A4, and the JPEG quality (1 to 95)."""

    dpi: int = 150
    jpeg: int = 60

    def __post_init__(self) -> None:
        if not 75 <= self.dpi <= 600 or not 20 <= self.jpeg <= 95:
            raise ValueError("quality: out of range")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is kept of a file: a PDF and its count of pages. `verbatim`: it is the very file given."""

    pdf: bytes
    pages: int
    verbatim: bool = False


def kind_of(content: bytes) -> str:
    """``PDF``, ``JPEG``, ``PNG`` or ``TIFF``, by the first bytes. Raises `ScanRefused`."""
    if not content:
        raise ScanRefused("Tệp này trống.", "Máy quét có thể chưa ghi xong; hãy thử lại.")
    kind = next((kind for start, kind in _SIGNATURES if content.startswith(start)), None)
    if kind is None:
        raise ScanRefused(
            "Tệp này không phải PDF, JPEG, PNG hay TIFF.", "Hãy quét lại và lưu thành một trong các loại đó."
        )
    return kind


def prepare(content: bytes, quality: Quality) -> Prepared:
    """The PDF that is kept of a scanner's file; the same file and quality give the same bytes.

    A PDF that is signed is kept as it is (drawn anew it would lose its signature), and so is one that is
    smaller than its pictures and holds nothing that acts by itself. Raises `ScanRefused`.
    """
    if len(content) > MAX_SOURCE:
        raise ScanRefused(
            f"Tệp lớn hơn {MAX_SOURCE // 1024 // 1024} MB.", "Quét lại ở 300 dpi, hoặc tách thành nhiều tệp."
        )
    kind = kind_of(content)
    if kind == "PDF":
        return _from_pdf(content, quality)
    sheets = list(_from_image(content, kind, quality))
    return _checked(Prepared(pdf_of(sheets), len(sheets)))


def _from_pdf(content: bytes, quality: Quality) -> Prepared:
    facts = look_at(content)
    if facts.signed:
        return _checked(Prepared(content, facts.pages, verbatim=True))
    sheets = list(
        drawn_pages(content, quality.dpi, lambda image, wide, high: _sheet(image, (wide, high), quality))
    )
    drawn = pdf_of(sheets)
    if len(content) <= len(drawn) and not facts.active:
        return _checked(Prepared(content, facts.pages, verbatim=True))
    return _checked(Prepared(drawn, len(sheets)))


def _checked(made: Prepared) -> Prepared:
    if len(made.pdf) > MAX_PLAIN:
        raise ScanRefused(
            f"Bản chụp vẫn lớn hơn {MAX_PLAIN // 1024 // 1024} MB sau khi thu nhỏ.",
            "Tách thành nhiều tệp rồi đính kèm từng tệp.",
        )
    return made


def _from_image(content: bytes, kind: str, quality: Quality) -> Iterator[Sheet]:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=[kind]) as image:
                frames = getattr(image, "n_frames", 1) if kind == "TIFF" else 1
                if frames > MAX_PAGES:
                    raise ScanRefused(f"Tệp có {frames} trang.", f"Tách thành tệp tối đa {MAX_PAGES} trang.")
                for frame in range(frames):
                    image.seek(frame)
                    yield _from_frame(image, quality)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_dots() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, Warning) as error:
        if isinstance(error, ScanRefused):
            raise
        raise ScanRefused("Không đọc được ảnh này, tệp có thể hỏng.", "Hãy chụp hoặc quét lại.") from None
    except (MemoryError, OverflowError):
        raise _too_many_dots() from None


def _too_many_dots() -> ScanRefused:
    return ScanRefused("Ảnh có quá nhiều điểm.", "Chụp hoặc quét lại ở 300 dpi.")


def _from_frame(image: Any, quality: Quality) -> Sheet:
    from PIL import ImageOps

    if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE or min(image.size) < 8:
        raise _too_many_dots() if max(image.size) > 8 else ScanRefused("Ảnh quá nhỏ.", "Hãy quét lại.")
    points = _paper_of(image)
    turned = ImageOps.exif_transpose(image)
    if (turned.width > turned.height) != (image.width > image.height):
        points = (points[1], points[0])
    return _sheet(turned, points, quality)


def _paper_of(image: Any) -> tuple[float, float]:
    """The paper's size in points: by the scanner's resolution where it names one, else what fits A4."""
    given = image.info.get("dpi")
    try:
        across, down = (float(one) for one in given)
    except (TypeError, ValueError):
        across = down = 0.0
    low, high = _DPI_BELIEVED
    if all(low <= one <= high and abs(one - _CAMERAS) > 1 for one in (across, down)):
        paper = (image.width / across * POINT, image.height / down * POINT)
        if max(paper) <= 2 * _A4[1]:
            return paper
    wide, high = _A4 if image.height >= image.width else (_A4[1], _A4[0])
    scale = min(wide / image.width, high / image.height)
    return image.width * scale, image.height * scale


def _sheet(image: Any, points: tuple[float, float], quality: Quality) -> Sheet:
    """One page: no more dots than the quality wants, grey where the picture is."""
    from PIL import Image

    flat = _flat(image)
    most = [max(8, round(side / POINT * quality.dpi)) for side in points]
    if flat.width > most[0] or flat.height > most[1]:
        scale = min(most[0] / flat.width, most[1] / flat.height)
        size = max(1, round(flat.width * scale)), max(1, round(flat.height * scale))
        flat = flat.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    grey = flat.mode == "L" or _is_grey(flat)
    if grey:
        flat = flat.convert("L")
    out = BytesIO()
    flat.save(out, "JPEG", quality=quality.jpeg, optimize=True)
    return Sheet(out.getvalue(), flat.width, flat.height, grey, points)


def _flat(image: Any) -> Any:
    """The picture in grey or RGB, on white where it is transparent."""
    from PIL import Image

    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        wide = image.convert("F")
        low, high = (float(one) for one in wide.getextrema())
        span = (high - low) or 1.0
        return wide.point(lambda value: value * (255.0 / span) - low * (255.0 / span)).convert("L")
    if "A" in image.mode or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return image.convert("RGB")


def _is_grey(image: Any) -> bool:
    """Whether there is no colour but a scanner's noise: a stamp, or a line in blue ink, keeps its colour."""
    from PIL import ImageChops

    red, green, blue = image.split()
    most = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return sum(most.histogram()[_COLOURED:]) < _COLOURED_DOTS


def preview(pdf: bytes, dpi: float, first: int, count: int) -> list[bytes]:
    """PNG pictures of some pages, for screens: only these are shown, never the file itself to a viewer."""

    def draw(image: Any, _wide: float, _high: float) -> bytes:
        out = BytesIO()
        image.convert("RGB").save(out, "PNG", compress_level=1)
        return out.getvalue()

    return list(drawn_pages(pdf, dpi, draw, first, count))
