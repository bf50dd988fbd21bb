"""Text in encodings from before Unicode, or read in the wrong one: recognised and converted, or marked.

Old documents and a wrongly set typing program give TCVN3 ("NguyÔn V¨n MÉu"), VNI ("Nguyeãn Vaên Maãu"), VPS,
UTF-8 read as Windows-1252 ("Nguyá»…n") and decomposed Unicode. What was read as it should be is never
touched: a text is converted only where words that cannot be Vietnamese as they stand all become Vietnamese.
Sources: TCVN 5712:1993 (VN3), the published tables of VNI for Windows and of VPS.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sync.model.syllables import is_syllable

TCVN3, VNI, VPS = "TCVN3 (ABC)", "VNI", "VPS"
MISREAD_UTF8, DECOMPOSED, LOST = "UTF-8 đọc nhầm", "Unicode tổ hợp", "mất dấu"


@dataclass(frozen=True, slots=True)
class Found:
    """What a text was written in, and the text as meant.

    Not `sure`: it may be so; the text is to be shown, not changed unasked. `encoding` is `LOST` for text
    whose letters are gone ("Nguy?n"); then `text` is the text as it stands.
    """

    encoding: str
    text: str
    sure: bool


def _byte_table(layout: str) -> dict[str, str]:
    """``A8ă`` …: byte as the character that Windows-1252 shows for it -> letter."""
    table = {}
    for item in layout.split():
        raw = bytes.fromhex(item[:2])
        table[_as_windows(raw)] = item[2:]
    return table


def _as_windows(raw: bytes) -> str:
    """Bytes as Windows-1252 shows them; the five it leaves open, as Latin-1 does."""
    return "".join(bytes([one]).decode("cp1252" if _in_windows(one) else "latin-1") for one in raw)


def _in_windows(byte: int) -> bool:
    return byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)


TCVN3_LETTERS: Final = _byte_table(
    """A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ
    C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ
    E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ"""
)
VPS_LETTERS: Final = _byte_table(
    """E0à E1á E4ả E3ã E5ạ E2â C0ầ C3ấ C4ẩ C5ẫ C6ậ E6ă A2ằ A1ắ A3ẳ A4ẵ A5ặ C7đ E8è E9é C8ẻ EBẽ CBẹ EAê 8Aề
    89ế 8Bể CDễ 8Cệ ECì EDí CCỉ EFĩ CEị F2ò F3ó D5ỏ F5õ 86ọ F4ô D2ồ D3ố B0ổ 87ỗ B6ộ D6ơ A9ờ A7ớ AAở ABỡ
    AEợ F9ù FAú FBủ DBũ F8ụ DCư D8ừ D9ứ BAử BBữ BFự FFỳ 9Aý 9Bỷ CFỹ 9Cỵ 80À C1Á 81Ả 82Ã C2Â 84Ầ 83Ấ
    88Ă 8EẰ 8DẮ 8FẲ F0Ẵ F1Đ D7È C9É DEẺ FEẼ CAÊ 90Ế B5Ì B4Í B7Ỉ B8Ĩ BCÒ B9Ó BDỎ BEÕ D4Ô 98Ổ 99Ỗ F7Ơ 9EỜ
    9DỚ 9FỞ A6Ỡ A8Ù DAÚ D1Ủ ACŨ D0Ư AFỪ ADỨ B1Ử B2Ỳ DDÝ FDỶ B3Ỹ"""
)
"""Without six capitals whose codes show as quotation marks and dashes: mostly those are meant."""

_TONE_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HAT_MARKS = {
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}  # fmt: skip
_BOW_MARKS = {
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_table() -> dict[str, str]:
    """``aù`` -> ``á`` and the letters of one character; the mark's case is the base letter's or small."""
    marks = {
        "a": _TONE_MARKS | _HAT_MARKS | _BOW_MARKS,
        "e": _TONE_MARKS | _HAT_MARKS,
        "o": _TONE_MARKS | _HAT_MARKS,
        **dict.fromkeys("uyôö", _TONE_MARKS),
    }
    table = dict(_VNI_SINGLE) | {old.upper(): new.upper() for old, new in _VNI_SINGLE.items()}
    for base, its_marks in marks.items():
        bare = _VNI_SINGLE.get(base, base)
        for mark, combining in its_marks.items():
            letter = unicodedata.normalize("NFC", bare + combining)
            table[base + mark] = letter
            table[base.upper() + mark] = table[base.upper() + mark.upper()] = letter.upper()
    return table


VNI_LETTERS: Final = _vni_table()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, VNI_LETTERS), key=len, reverse=True)))

# Letters that only Unicode text has: seeing one, the text is no older than Unicode.
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u036f]")
_LOST = re.compile(r"\ufffd|[^\W\d_]\?[^\W\d_]")
_WORD = re.compile(r"[^\s,.;:()/\-'\"!?\[\]+&0-9_–—“”‘’…•]+")
_NOT_A_WORD = re.compile(r"(?:[kdc]?m)?[²³]|[°§©®×½¼¾№·]+")
# Marks that other languages put on a letter the way VNI does: one such word alone proves nothing.
_FOREIGN = frozenset("ïëüöéèñ")
_MISREAD = re.compile("[\u00c3-\u00c6\u00e1\u00cc][\u0080-\uffff]")


def convert(text: str, encoding: str) -> str:
    """`text`, taken for `encoding` (`TCVN3`, `VNI` or `VPS`), in Unicode; other characters stay."""
    return _CONVERTERS[encoding](text)


def recognise(text: str) -> Found | None:
    """What the text must have been written in; None when it reads as it stands."""
    if text.isascii():
        return Found(LOST, text, sure=False) if _LOST.search(text) else None
    misread = _misread(text)
    if misread is not None:
        return Found(MISREAD_UTF8, misread, sure=True)
    if _LOST.search(text):
        return Found(LOST, text, sure=False)
    if _UNICODE.search(text):
        composed = unicodedata.normalize("NFC", text)
        return None if composed == text else Found(DECOMPOSED, composed, sure=True)
    return _of_old_tables(text)


def in_unicode(text: str) -> str:
    """The text as surely meant: converted where `recognise` is sure, else as it stands."""
    found = recognise(text)
    return found.text if found is not None and found.sure else text


def _misread(text: str) -> str | None:
    if not _MISREAD.search(text):
        return None
    try:
        meant = _windows_bytes(text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return unicodedata.normalize("NFC", meant)


def _windows_bytes(text: str) -> bytes:
    return b"".join(
        char.encode("latin-1") if "\u0080" <= char <= "\u009f" else char.encode("cp1252") for char in text
    )


def _of_old_tables(text: str) -> Found | None:
    words = _marked_words(text)
    sound = sum(map(is_syllable, words))
    if sound == len(words):
        return None
    best: tuple[int, str] | None = None
    tied = False
    for encoding in _CONVERTERS:
        good = sum(_sound(convert(word, encoding)) for word in words)
        enough = good == len(words) or (good >= 3 and good * 5 >= len(words) * 4)
        if not enough or good <= sound:
            continue
        if best is None or good > best[0]:
            best, tied = (good, encoding), False
        elif good == best[0]:
            tied = True
    if best is None:
        return None
    encoding = best[1]
    return Found(encoding, convert(text, encoding), sure=not tied and _telling(words, encoding))


def _sound(word: str) -> bool:
    """A syllable without a capital behind a small letter."""
    return is_syllable(word) and not any(
        before.isascii() and before.islower() and char.isupper() for before, char in itertools.pairwise(word)
    )


def _marked_words(text: str) -> list[str]:
    words = (word for word in _WORD.findall(text) if not word.isascii())
    return [word for word in words if not _NOT_A_WORD.fullmatch(word)]


def _telling(words: list[str], encoding: str) -> bool:
    """Whether the words leave no other reading: two of them, or one that no other language writes."""
    changed = [word for word in words if not is_syllable(word)]
    if len(changed) > 1:
        return True
    (word,) = changed
    marks = [char for char in word if not char.isascii()]
    if any(not char.isalpha() or char in "ªµºƒ" for char in marks):
        return True
    if any(char.isupper() for char in marks) and any(char.islower() for char in word[: _last(word, marks)]):
        return True  # a capital inside a word
    return encoding == VNI and not _FOREIGN.issuperset(marks)


def _last(word: str, marks: list[str]) -> int:
    return max(word.rfind(char) for char in marks)


def _by_bytes(table: dict[str, str]) -> Callable[[str], str]:
    mapping = str.maketrans(table)

    def converted(text: str) -> str:
        return _in_the_case_around(text, text.translate(mapping))

    return converted


def _in_the_case_around(old: str, new: str) -> str:
    """Most marked letters have one code for both cases (capitals were another font): the letters around tell.

    In a line of capitals all are capital; a marked first letter is, where every other word begins with one.
    """
    letters = [char for char in old if char.isascii() and char.isalpha()]
    if len(letters) >= 3 and all(char.isupper() for char in letters):
        return new.upper()
    words = list(_WORD.finditer(new))
    first = [(old[word.start()], word[0][0]) for word in words]
    plain = [new_one for old_one, new_one in first if new_one == old_one or new_one.isupper()]
    if not plain or not all(char.isupper() for char in plain):
        return new
    out = list(new)
    for word in words:
        if new[word.start()] != old[word.start()]:
            out[word.start()] = new[word.start()].upper()
    return "".join(out)


def _from_vni(text: str) -> str:
    return _VNI_LETTER.sub(lambda match: VNI_LETTERS[match[0]], text)


_CONVERTERS: Final[dict[str, Callable[[str], str]]] = {
    TCVN3: _by_bytes(TCVN3_LETTERS),
    VNI: _from_vni,
    VPS: _by_bytes(VPS_LETTERS),
}
