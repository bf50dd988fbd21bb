"""The QR code on a citizen card (căn cước công dân, căn cước): read whole, or refused with a reason.

Fields between ``|``: number, old number (may be empty), name, birth ddMMyyyy, gender, residence, day of
issue ddMMyyyy, and up to five more that newer cards carry and that are not kept. Source: `domain/06` 6.1. The
code proves nothing (anyone can print one): it only spares the typing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sync.model.dossier import Person
from sync.model.text import TextRefused, nfc_line, tokens

LONGEST = 1000
"""More characters than any card has; longer input is refused before it is looked at."""
FEWEST_FIELDS, MOST_FIELDS = 7, 12

_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"(?:[0-9]{9}|[0-9]{12})?")
_DAY = re.compile(r"[0-9]{8}")
_START = re.compile(r"[0-9]{12}([^0-9A-Za-z ])")
_GENDERS = {"nam": "Nam", "nữ": "Nữ"}
_EARLIEST_BIRTH = date(1900, 1, 1)
_LOST = set("?\ufffd")
_MARKS_AT_THE_ENDS = "".join(map(chr, range(0x20))) + "\x7f\ufeff "
# Words that stand in nearly every address: when they have lost their marks, so has the name.
_PLACES = {"thon", "xa", "phuong", "huyen", "quan", "tinh", "thanh", "pho", "ap", "duong", "khu", "to"}


# What a US keyboard's keys give on layouts that leave digits alone, by what becomes of the separator: the
# British one and the German one. Every character comes from one key, so the way back is exact.
_LAYOUTS = {
    "~": str.maketrans('~@"#£¬', '|"@\\#~'),
    "'": str.maketrans("'zyZYß´üÜ+*#öÖäÄ-_;:?§&/()=`\"°^", "|yzYZ-=[{]}\\;:'\"/?<>_#^&*()+@~`"),
}
_MARKED = r"[^\W\d_a-zA-Z]"
# VNI at work, for no address is written so: a digit or a dot in front of a marked letter ("12Á" was 12A1), or
# such a letter alone after the word for a house or a lot ("Lô Á" was Lô A1).
_TYPED_OVER = re.compile(
    rf"[0-9][a-zA-Z]*{_MARKED}|[./-]{_MARKED}(?!\w)|(?<!\w){_MARKED}[0-9]"
    rf"|(?i:(?<!\w)(?:lô|số|nhà|phòng|căn|ngõ|tòa|toà|dãy)) {_MARKED}(?![\w.])"
    rf"|(?i:(?<!\w)(?:khu|tổ|khối|block)) {_MARKED}(?=,|$)"
)
# Bare "ie", "ye", "uo" before a final consonant: in Vietnamese spelling these always bear a mark.
_ALWAYS_MARKED = re.compile(r"(?i:(?<!\w)[a-z]*(?:ie|ye|uo)(?:ch?|m|ng?|p|t|u|i)(?!\w))")


class CardRefused(ValueError):
    """Not a citizen card's code, or not a whole one; `title` is the sentence for the officer."""

    def __init__(self, title: str, *, layout: bool = False) -> None:
        super().__init__(title)
        self.title = title
        self.layout = layout
        """Whether it surely is a card, typed under another keyboard layout."""


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What a card's code says; `address` is the residence as printed (old addresses stay as they are)."""

    number: str
    full_name: str
    date_of_birth: date
    gender: str
    address: str
    issued_on: date

    def person(self) -> Person:
        """The card's holder."""
        return Person(
            full_name=self.full_name,
            id_number=self.number,
            id_kind="citizen_card",
            date_of_birth=self.date_of_birth,
            gender=self.gender,
            address=self.address,
        )

    def doubts(self) -> tuple[str, ...]:
        """What an officer may want to look at on the card itself; never a reason to refuse (6.2)."""
        century, female = divmod(int(self.number[3]), 2)
        found = []
        if (female == 1) != (self.gender == "Nữ"):
            found.append("Chữ số thứ 4 của số định danh không khớp giới tính.")
        if 1900 + 100 * century + int(self.number[4:6]) != self.date_of_birth.year:
            found.append("Số định danh không khớp năm sinh.")
        return tuple(found)


def looks_like_card(text: str) -> bool:
    """Whether a text can only be meant as a card's code, right or garbled."""
    clean = text.strip(_MARKS_AT_THE_ENDS)
    return clean.count("|") >= FEWEST_FIELDS - 2 or bool(_NUMBER.match(clean) and clean[12:13] == "|")


def parse_card(text: str, today: date) -> CitizenCard:
    """The card of a scanned or pasted text. Raises `CardRefused`; a card is never half accepted.

    What the keyboard layouts `_LAYOUTS` change is undone, since each of their characters was one key and
    one only; any other layout is refused, because it may have changed more than the separator.
    """
    if len(text) > LONGEST:
        raise CardRefused("Mã quét quá dài, không phải mã QR của thẻ căn cước.")
    clean = text.strip(_MARKS_AT_THE_ENDS)
    if not clean:
        raise CardRefused("Chưa đọc được gì từ thẻ, mời quét lại.")
    if clean[0] in "{[" or "://" in clean[:24]:
        raise CardRefused("Đây không phải mã QR của thẻ căn cước (liên kết hoặc dữ liệu khác), không mở.")
    fields = _fields(_relaid(clean))
    number, old_number, name, born, gender, address, issued = fields[:7]
    if not _NUMBER.fullmatch(number):
        raise CardRefused("Số định danh trên mã phải đủ 12 chữ số; mời quét lại hoặc nhập tay.")
    if not _OLD_NUMBER.fullmatch(old_number):
        raise CardRefused("Số CMND cũ trên mã không đúng 9 chữ số; mời quét lại hoặc nhập tay.")
    _check_words(name, address)
    birthday = _day(born, "Ngày sinh")
    issued_on = _day(issued, "Ngày cấp")
    if not _EARLIEST_BIRTH <= birthday <= today:
        raise CardRefused("Ngày sinh trên mã không hợp lý; mời quét lại hoặc nhập tay.")
    if not birthday <= issued_on <= today:
        raise CardRefused("Ngày cấp trên mã không hợp lý; mời quét lại, hoặc xem lại ngày của máy.")
    if gender.lower() not in _GENDERS:
        raise CardRefused("Giới tính trên mã không đọc được (máy quét đổi chữ có dấu); mời nhập tay.")
    return CitizenCard(number, name, birthday, _GENDERS[gender.lower()], address, issued_on)


def _relaid(clean: str) -> str:
    """The text as the scanner's US keyboard meant it."""
    if "|" in clean:
        return clean
    start = _START.match(clean)
    if not start or clean.count(start[1]) < FEWEST_FIELDS - 1:
        raise CardRefused("Đây không phải mã QR của thẻ căn cước.")
    layout = _LAYOUTS.get(start[1])
    if layout is None:
        raise CardRefused(
            "Bàn phím của máy không phải kiểu US nên mã thẻ bị đổi ký tự; chuyển sang US rồi quét lại.",
            layout=True,
        )
    return clean.translate(layout)


def _fields(clean: str) -> list[str]:
    fields = clean.split("|")
    if not FEWEST_FIELDS <= len(fields) <= MOST_FIELDS:
        raise CardRefused("Mã thẻ căn cước thiếu hoặc thừa phần; mời quét lại hoặc nhập tay.")
    try:
        return [nfc_line(field) for field in fields]
    except TextRefused:
        raise CardRefused("Mã thẻ có ký tự hỏng; mời quét lại hoặc nhập tay.") from None


def _check_words(name: str, address: str) -> None:
    if not 2 <= len(name) <= 120 or any(letter.isdigit() for letter in name):
        raise CardRefused("Họ tên trên mã không đọc được; mời quét lại hoặc nhập tay.")
    if not address or len(address) > 300:
        raise CardRefused("Nơi cư trú trên mã không đọc được; mời quét lại hoặc nhập tay.")
    if any(word[0].islower() and not word.islower() for word in name.split()):
        raise CardRefused("Phím Caps Lock đang bật nên chữ trên mã thẻ bị đổi hoa thường; tắt rồi quét lại.")
    if _TYPED_OVER.search(address):
        raise CardRefused("Bộ gõ tiếng Việt đã sửa chữ trên mã thẻ; tắt bộ gõ (chọn EN) rồi quét lại.")
    lost = _LOST.intersection(name + address) or _ALWAYS_MARKED.search(address)
    if lost or (name.isascii() and address.isascii() and _PLACES.intersection(tokens(address))):
        raise CardRefused(
            "Máy quét làm mất dấu tiếng Việt của thẻ; mời nhập tay và chỉnh máy quét sang Unicode."
        )


def _day(text: str, what: str) -> date:
    if _DAY.fullmatch(text):
        try:
            return date(int(text[4:]), int(text[2:4]), int(text[:2]))
        except ValueError:
            pass
    raise CardRefused(f"{what} trên mã không phải một ngày có thật; mời quét lại hoặc nhập tay.")
