"""The sheet to try a scanner with: one A4 page of codes, what each tries and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desk_app.domain.scanner_test import TEST_CODES, TestCode
from sync.typeset.codes import code128, qr, qr_side
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Part, Sheet
from sync.typeset.wrap import wrap

if TYPE_CHECKING:
    from sync.typeset.fonts import Style
    from sync.typeset.sheet import Item

TITLE: Final = "Tờ kiểm tra máy quét"
_HOW: Final = (
    "Mở Cài đặt – Máy quét (hoặc dùng lệnh motcua scan --self-test), bấm vào ô thử rồi quét lần lượt từng mã."
    " Che các mã bên cạnh khi quét. Chương trình cho biết máy quét đang sai chỗ nào và cách chỉnh."
    " Thông tin trên tờ này là giả."
)
_WIDTH, _HEIGHT, _MARGIN = 210 * MM, 297 * MM, 18 * MM
_BAR_HEIGHT = 13 * MM
_DOTS: Final = (3, 2)
_QR_DOTS: Final = {"card": 6, "long": 6}
_LEVEL: Final = "M"


def scanner_test_pdf() -> bytes:
    """The sheet as a PDF."""
    return write_pdf([_sheet()], title=TITLE)


def _sheet() -> Sheet:
    items, y = _words(TITLE, "bold", 18, _MARGIN)
    more, y = _words(_HOW, "regular", 11, y + 2 * MM)
    items += more
    for code in TEST_CODES:
        if code.symbol == "code128":
            more, y = _bars(code, y + 9 * MM)
            items += more
    x, top, bottom = _MARGIN, y + 12 * MM, y
    for code in TEST_CODES:
        if code.symbol == "qr":
            more, right, low = _square(code, x, top)
            items += more
            x, bottom = right + 30 * MM, max(bottom, low)
    assert bottom < _HEIGHT - _MARGIN
    return Sheet(_WIDTH, _HEIGHT, (Part(tuple(items)),))


def _words(
    text: str, style: Style, size: float, top: float, *, left: float = _MARGIN, width: float | None = None
) -> tuple[list[Item], float]:
    """`text` broken into lines from `top`, and its bottom."""
    items: list[Item] = []
    for line in wrap([(style, text)], size, width or _WIDTH - _MARGIN - left):
        items += line.at(left, top + size)
        top += 1.25 * size
    return items, top


def _bars(code: TestCode, top: float) -> tuple[list[Item], float]:
    items, y = _words(f"{code.name} – {code.title}", "bold", 11, top)
    bars = code128(
        code.text, left=_MARGIN, right=_WIDTH - _MARGIN, top=y + 1.5 * MM, height=_BAR_HEIGHT, dots=_DOTS
    )
    assert bars is not None
    more, y = _words(code.text, "regular", 9, y + 2.5 * MM + _BAR_HEIGHT)
    return [*items, bars, *more], y


def _square(code: TestCode, left: float, top: float) -> tuple[list[Item], float, float]:
    """The code with its name above; its right edge and bottom."""
    dots = _QR_DOTS[code.name]
    side = qr_side(code.text, dots=dots, level=_LEVEL)
    items, y = _words(f"{code.name} – {code.title}", "bold", 11, top, left=left, width=side)
    return [*items, qr(code.text, left=left, top=y, dots=dots, level=_LEVEL)], left + side, y + side
