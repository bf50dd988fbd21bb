"""The scanner's self-test: the codes on the sheet, and what is wrong with the set-up when one comes changed.

The officer scans each code of the sheet; what the scanner typed is compared with what the code says.
Causes: `domain/06` 6.4 (layouts, Telex and VNI, missing terminator, prefixes, lost marks, Caps Lock).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from sync.model.text import fold


@dataclass(frozen=True, slots=True)
class TestCode:
    """One code on the sheet: its name, what it says and what it tries."""

    __test__ = False  # not a test case, whatever its name looks like to pytest

    name: str
    symbol: Literal["code128", "qr"]
    text: str
    title: str


CARD: Final = (
    "990099000001|012345678|Nguyễn Thị Ỷ Ỗ Đặng Mẫu|01021999|Nữ|"
    "Số 12A1/5-3, Ấp 2, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm|15062021||||"
)
TEST_CODES: Final = (
    TestCode("digits", "code128", "01234567890123456789", "Chữ số: mã tra cứu"),
    TestCode("number", "code128", "H99.A1.D9-261123-0042", "Chữ, chấm, gạch và số: mã hồ sơ"),
    TestCode("letters", "code128", "Aas-Ddo-Eef-Oow-Zyx-a1-D9", "Chữ hoa, chữ thường: bộ gõ, Caps Lock"),
    TestCode("card", "qr", CARD, "Thẻ căn cước: chữ có dấu và dấu |"),
    TestCode("long", "qr", "0123456789" * 34, "Mã dài 340 chữ số: mã QR của phiếu"),
)
"""Invented values only. Between them they hold what every layout and input method is known to change."""

OK: Final[tuple[str, ...]] = ()
_ENDS: Final = "\r\n\t"
_LAYOUTS: Final = {
    "Pháp (AZERTY)": str.maketrans("1234567890-.AQWZaqwzMm|", "&é\"'(-è_çà):QAZWqazw?,µ"),
    "Đức (QWERTZ)": str.maketrans("zyZY-|/", "yzYZß'-"),
    "Anh (UK)": str.maketrans("|", "~"),
    "Tiếng Việt của Windows": str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ"),
}
_TURN_OFF = "Chuyển Unikey/EVKey (hoặc bàn phím Windows) sang chữ E (tiếng Anh) khi quét."


def judge(expected: str, got: str, *, ended: bool = True) -> tuple[str, ...]:
    """What is wrong with the scanner's set-up and how to mend it, most important first; empty: nothing.

    `got` is what arrived, with its terminator when `ended`; without, a missing Enter is not spoken of.
    """
    arrived = unicodedata.normalize("NFC", got)
    body = arrived.rstrip(_ENDS)
    if not body.strip():
        return ("Chưa nhận được gì: kiểm tra dây, đèn và chế độ bàn phím (USB HID) của máy quét.",)
    advice = list(_content(unicodedata.normalize("NFC", expected), body))
    if ended and body == arrived:
        advice.append(
            "Máy quét không gửi phím Enter sau mã: quét mã cài đặt “Suffix CR/Enter” trong sách máy."
        )
    return tuple(advice)


def code_meant(got: str, wanted: TestCode) -> TestCode:
    """Which code of the sheet arrived: the one whose text is in it, else the one that was asked for."""
    arrived = unicodedata.normalize("NFC", got)
    if wanted.text in arrived:
        return wanted
    return next((one for one in TEST_CODES if unicodedata.normalize("NFC", one.text) in arrived), wanted)


def _content(expected: str, body: str) -> tuple[str, ...]:
    if body == expected:
        return OK
    if expected in body:
        return _surrounded(expected, body)
    return (
        _case(expected, body) or _layout(expected, body) or _marks(expected, body) or _pieces(expected, body)
    )


def _surrounded(expected: str, body: str) -> tuple[str, ...]:
    before, after = body.split(expected, 1)
    found = []
    if before.startswith("]") and len(before) == 3:
        found.append(f"Máy quét thêm ký hiệu loại mã “{before}” ở đầu: tắt “AIM ID prefix” trong sách máy.")
    elif before:
        shown = _shown(before)
        found.append(f"Máy quét thêm “{shown}” ở đầu mã: tắt “Prefix”, hoặc ghi đúng chuỗi đó trong Cài đặt.")
    if after:
        found.append(f"Máy quét thêm “{_shown(after)}” ở cuối mã: chỉ để “Suffix” là phím Enter.")
    return tuple(found)


def _shown(text: str) -> str:
    """What was added, made visible; a scanner may add control characters."""
    return "".join(one if one.isprintable() else f"<{ord(one):02X}>" for one in text[:20])


def _case(expected: str, body: str) -> tuple[str, ...]:
    if body.lower() != expected.lower():
        return ()
    if body in (expected.upper(), expected.lower()):
        return ("Máy quét đổi hết chữ hoa hoặc chữ thường: đặt “Case conversion” về “None” trong sách máy.",)
    return ("Chữ hoa và chữ thường bị đổi cho nhau: tắt phím Caps Lock.",)


def _layout(expected: str, body: str) -> tuple[str, ...]:
    for name, layout in _LAYOUTS.items():
        if body == unicodedata.normalize("NFC", expected.translate(layout)) != expected:
            return (f"Bàn phím của máy đang là kiểu {name}: chọn ENG US, hoặc đặt máy quét cùng kiểu đó.",)
    return ()


def _marks(expected: str, body: str) -> tuple[str, ...]:
    """Marks lost, or marks and letters that only an input method makes."""
    if not expected.isascii() and _bare(body) == _bare(expected) and _marked(body) < _marked(expected):
        return (_LOST,)
    lost = sum(one in "?\ufffd" for one in body) - expected.count("?")
    if lost > 0 and not expected.isascii():
        return (_LOST,)
    if set(filter(_is_marked, body)) - set(expected):
        digits = sum(map(str.isdigit, expected)) - sum(map(str.isdigit, body))
        which = "VNI" if digits > 0 else "Telex"
        return (f"Bộ gõ tiếng Việt ({which}) đang bật và sửa mã. {_TURN_OFF}",)
    if expected.isascii() and len(body) < len(expected) and _inside(body, expected):
        gone = [one for one in expected if one not in body]
        if gone and all(one in "sfrxjzwSFRXJZW" for one in gone):
            return (f"Bộ gõ tiếng Việt (Telex) đang bật và nuốt chữ. {_TURN_OFF}",)
    return ()


_LOST: Final = "Máy quét làm mất dấu tiếng Việt: đặt máy quét sang UTF-8/Unicode (Alt mode), hoặc cổng COM."


def _pieces(expected: str, body: str) -> tuple[str, ...]:
    if len(body) < len(expected) and _inside(body, expected):
        return (
            "Mã bị mất ký tự: tăng “Inter-character delay” của máy quét (5–10 ms), cắm thẳng vào máy tính.",
        )
    return ("Nhận được nội dung khác hẳn mã này: quét lại đúng mã, che các mã bên cạnh.",)


def _is_marked(character: str) -> bool:
    return character.isalpha() and not character.isascii()


def _marked(text: str) -> int:
    return sum(map(_is_marked, text))


def _bare(text: str) -> str:
    return fold(text)


def _inside(part: str, whole: str) -> bool:
    """Whether `part` is `whole` with characters left out."""
    rest = iter(whole)
    return all(one in rest for one in part)
