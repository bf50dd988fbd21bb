"""The sheet for the safe: the printed code that opens a desk's data when every password is forgotten, or the
machine is no more. One A4 page, made once and kept nowhere."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from sync.typeset.codes import qr, qr_side
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Part, Rule, Sheet
from sync.typeset.wrap import wrap

if TYPE_CHECKING:
    from sync.typeset.fonts import Style
    from sync.typeset.sheet import Item

TITLE: Final = "TỜ KHÔI PHỤC DỮ LIỆU"
_WIDTH, _HEIGHT, _MARGIN = 210 * MM, 297 * MM, 22 * MM
_INSIDE: Final = _WIDTH - 2 * _MARGIN
_QR_DOTS, _LEVEL = 12, "Q"
_ROW: Final = 14 * MM
_FORGOTTEN: Final = (
    "Quên hết mật khẩu, hoặc mất tệp khóa: mở cửa sổ Một cửa, chọn “Dùng mã khôi phục” rồi quét hoặc gõ mã"
    " này; hoặc chạy lệnh motcua key unlock --code MÃ."
)
_LOST: Final = (
    "Máy hỏng hoặc bị mất: trên máy mới chọn “Khôi phục từ bản sao lưu”, chỉ ra ổ sao lưu rồi gõ mã này;"
    " hoặc chạy lệnh motcua restore NƠI-SAO-LƯU --code MÃ."
)
_TYPING: Final = (
    "Mỗi nhóm có năm chữ và số; ký tự cuối để kiểm tra, chương trình báo đúng nhóm gõ sai. Mã không có số 0,"
    " 1, 8 và 9."
)
_WARNING: Final = (
    "Ai có tờ này và có máy hoặc bản sao lưu thì đọc được mọi hồ sơ. Bỏ phong bì dán kín, đóng dấu giáp lai,"
    " cất trong két; không chụp ảnh, không để cạnh máy. In tờ mới thì hủy tờ cũ khi không còn bản sao lưu nào"
    " cũ hơn tờ mới."
)
_SIGNED: Final = ("Người lập tờ này (ký, ghi rõ họ tên)", "Người nhận giữ (ký, ghi rõ họ tên)")


def recovery_sheet_pdf(code: str, unit: str, desk: int, desk_id: str, made_at: datetime) -> bytes:
    """The sheet as a PDF. `code` as printed: eight groups of five signs with dashes between them."""
    return write_pdf([_sheet(code, unit, desk, desk_id, made_at)], title=TITLE)


def _sheet(code: str, unit: str, desk: int, desk_id: str, made_at: datetime) -> Sheet:
    items, y = _words(TITLE, "bold", 22, _MARGIN)
    more, y = _words(unit, "bold", 14, y + 3 * MM)
    items += more
    facts = f"Quầy {desk} · nhận dạng dữ liệu {desk_id} · lập lúc {made_at:%H:%M %d/%m/%Y}"
    more, y = _words(facts, "regular", 11, y + 1 * MM)
    items += more
    side = qr_side(code, dots=_QR_DOTS, level=_LEVEL)
    top = y + 8 * MM
    items.append(qr(code, left=_MARGIN, top=top, dots=_QR_DOTS, level=_LEVEL))
    items += _groups(code, _MARGIN + side + 12 * MM, top)
    y = max(top + side, top + 4 * _ROW) + 6 * MM
    items.append(Rule(_MARGIN, y, _WIDTH - _MARGIN, y, 0.8))
    more, y = _words("Khi nào dùng", "bold", 13, y + 6 * MM)
    items += more
    for at, step in enumerate((_FORGOTTEN, _LOST, _TYPING), 1):
        more, y = _words(f"{at}. {step}", "regular", 11.5, y + 2.5 * MM)
        items += more
    more, y = _words("Giữ tờ này", "bold", 13, y + 6 * MM)
    items += more
    more, y = _words(_WARNING, "regular", 11.5, y + 2.5 * MM)
    items += more
    top = y + 10 * MM
    for at, line in enumerate(_SIGNED):
        more, y = _words(line, "regular", 11, top, left=_MARGIN + at * _INSIDE / 2)
        items += more
    assert y < _HEIGHT - _MARGIN
    return Sheet(_WIDTH, _HEIGHT, (Part(tuple(items)),))


def _groups(code: str, left: float, top: float) -> list[Item]:
    """The groups, numbered, two in a row, in type that is read without mistakes."""
    items: list[Item] = []
    for at, group in enumerate(code.split("-")):
        x, y = left + (at % 2) * 38 * MM, top + (at // 2) * _ROW
        more, _low = _words(f"{at + 1}", "regular", 9, y + 3.2 * MM, left=x)
        items += more
        more, _low = _words(group, "bold", 20, y, left=x + 5 * MM)
        items += more
    return items


def _words(
    text: str, style: Style, size: float, top: float, *, left: float = _MARGIN
) -> tuple[list[Item], float]:
    """`text` broken into lines from `top`, and its bottom."""
    items: list[Item] = []
    for line in wrap([(style, text)], size, _WIDTH - _MARGIN - left):
        items += line.at(left, top + size)
        top += 1.3 * size
    return items, top
