"""The closing sheet of a day on A4: the heads in words to type, and as a QR code to scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desk_app.documents.manual import on_paper
from sync.model.words import day_on_screen
from sync.typeset.codes import qr, qr_side
from sync.typeset.column import Strip, paginated
from sync.typeset.fonts import fonts
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Item, Part, Sheet
from sync.typeset.type_block import TypeBlock

if TYPE_CHECKING:
    from desk_app.domain.closing import ClosingSheet

_WIDTH, _HEIGHT, _SIDE, _TOP, _FOOT = 210 * MM, 297 * MM, 20 * MM, 18 * MM, 20 * MM
_DOTS: Final = 4
_ROOM: Final = _HEIGHT - _TOP - _FOOT


def closing_pdf(sheet: ClosingSheet) -> bytes:
    """The sheet; its code is on the first page."""
    block = TypeBlock(fonts(), 11.5, 1.4, _WIDTH - 2 * _SIDE)
    side = qr_side(sheet.code, dots=_DOTS, level="L")
    narrow = block.narrowed(_WIDTH - 2 * _SIDE - side - 4 * MM)
    made = f"in lúc {sheet.made_at:%H:%M %d/%m/%Y}, quầy {sheet.desk}"
    head: list[Strip] = [
        *narrow.sized(1.35).paragraph([("bold", "PHIẾU CHỐT SỔ TRONG NGÀY")], space=0.3),
        *narrow.paragraph([("bold", on_paper(sheet.unit_name))], space=0.2),
        *narrow.paragraph([("regular", f"{day_on_screen(sheet.day)}; {made}.")], space=0.3),
        *narrow.paragraph([("regular", f"Trong ngày đã ghi {sheet.written} mục vào sổ gốc.")], space=0.3),
        *narrow.paragraph([("bold", on_paper(_state(sheet)))], space=0.5),
    ]
    high = sum(one.height + one.space for one in head)
    if high < side:
        head.append(Strip(side - high, (), 0.0))
    body: list[Strip] = [*block.paragraph([("bold", "Đầu của từng sổ")], space=0.4)]
    for one in sheet.heads:
        writer = f"{on_paper(one.writer)}: {one.written} mục trong ngày"
        body += block.paragraph([("regular", writer)], space=0.5, glued=True)
        body += block.paragraph([("bold", one.text)])
    body += block.paragraph([("italic", _HOW)], space=2.0)
    body += block.paragraph([("regular", "Người in phiếu ký: ........................................")])
    pages = paginated([*head, *body], _ROOM, _ROOM, left=_SIDE, tops=(_TOP, _TOP))
    sheets = []
    for at, items in enumerate(pages):
        extra: list[Item] = []
        if not at:
            extra.append(qr(sheet.code, left=_WIDTH - _SIDE - side, top=_TOP, dots=_DOTS, level="L"))
        sheets.append(Sheet(_WIDTH, _HEIGHT, (Part((*items, *extra)),)))
    return write_pdf(sheets, title="Phiếu chốt sổ trong ngày", subject=f"{sheet.unit} {sheet.day}")


_HOW: Final = (
    "Giữ phiếu này ngoài máy tính. Về sau, mở F11 “An toàn”, phần “Kiểm tra”, quét mã QR hoặc gõ một dòng"
    " đầu sổ: sổ bị sửa, cắt bớt hay thay bằng bản cũ thì không còn khớp với phiếu."
)


def _state(sheet: ClosingSheet) -> str:
    if not sheet.problems:
        return "Chuỗi và dấu niêm phong của sổ: đúng."
    return f"SỔ CÓ SAI LỆCH ({len(sheet.problems)}): {sheet.problems[0]}"
