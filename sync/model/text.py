"""Citizens' and officers' words: one clean line at the door, and the folded forms that search works on.

Search forms are ASCII for Vietnamese text: "Đăng ký khai sinh" folds to "dang ky khai sinh", its initials
are "dkks". Folding is one pass of a translate table, since it runs on every keystroke and every name.
"""

from __future__ import annotations

import re
import unicodedata


class TextRefused(ValueError):
    """A text that no officer or citizen can have meant; `title` says so, `advice` what to do."""

    def __init__(self, reason: str) -> None:
        self.title = reason
        self.advice = "Gõ lại nội dung; nếu dán từ nơi khác, hãy dán dạng văn bản thuần."
        super().__init__(reason)


def _search_table() -> dict[int, str | None]:
    """Accented Latin letters to their base letter, combining marks to nothing, đ to d."""
    table: dict[int, str | None] = dict.fromkeys(range(0x0300, 0x0370))
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0].lower()
        if base.isascii():
            table[point] = base
    table[ord("đ")] = table[ord("Đ")] = "d"
    # Icelandic eth looks like đ, and old conversions of Vietnamese text put it in place of đ.
    table[ord("ð")] = table[ord("Ð")] = "d"
    return table


_SEARCH = _search_table()
_WORD = re.compile(r"[^\W_]+")

# Not characters of any text: they cannot be stored or printed (surrogates), or end strings early (NUL).
_REFUSED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Format characters are invisible: copied along with text they break comparisons, and the bidirectional ones
# can make a printed line read differently from the stored one. No Vietnamese text needs them.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def nfc_line(text: str) -> str:
    """One line of text as it is stored: NFC, no invisible characters, single spaces, none at the ends.

    Line breaks and tabs count as spaces. Raises `TextRefused` for other control characters, lone
    surrogates and noncharacters. Running it again changes nothing.
    """
    if _REFUSED.search(text):
        raise TextRefused("Nội dung có ký tự điều khiển hoặc ký tự hỏng")
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d; the same for every Unicode form of the text."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).lower().translate(_SEARCH)


def without_marks(text: str) -> str:
    """Without diacritics, đ as d, its case kept: as a short message costs half."""
    plain = fold(text)
    text = unicodedata.normalize("NFC", text)
    if len(plain) != len(text):
        return plain
    return "".join(
        low.upper() if one.isupper() else one if one.isascii() else low
        for one, low in zip(text, plain, strict=True)
    )


def tokens(text: str) -> list[str]:
    """The folded words (letters and digits), in order: "Hộ kinh doanh (HKD)" -> ho kinh doanh hkd."""
    return _WORD.findall(fold(text))


def initials(text: str) -> str:
    """The first letters of the folded words: "Đăng ký khai sinh" -> "dkks"."""
    return "".join(word[0] for word in tokens(text))
