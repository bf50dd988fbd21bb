"""Telex, VNI and keyboard layouts as a keyboard scanner meets them: keys in, the text that arrives out.

A model of what Unikey and its kin do, free marking included: within a word of typed letters, a mark or tone
key changes a vowel typed before it; the same key again takes it back and stays as a letter. Characters a
scanner sends by Alt codes never pass through the method: they arrive as they are and end the word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final

_VOWELS: Final = "aeiouyAEIOUY"
_TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES: Final = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_MARKS: Final = {"6": ("aeo", "\u0302"), "7": ("ou", "\u031b"), "8": ("a", "\u0306")}


@dataclass
class _Word:
    """The word being typed: letters (decomposed), and whether any key was swallowed."""

    letters: list[str] = field(default_factory=list)
    touched: bool = False

    def last(self, of: str) -> int | None:
        return next((at for at in range(len(self.letters) - 1, -1, -1) if self.letters[at][0] in of), None)

    def mark(self, of: str, sign: str, key: str, group: str) -> None:
        """Puts `sign` on the last letter `of`; the same again takes it back and types `key`."""
        at = self.last(of + of.upper())
        if at is None:
            self.letters.append(key)
            return
        self.touched = True
        base, signs = self.letters[at][0], self.letters[at][1:]
        if sign in signs:
            self.letters[at] = base + signs.replace(sign, "")
            self.letters.append(key)
        else:
            self.letters[at] = base + "".join(one for one in signs if one not in group) + sign

    def text(self) -> str:
        joined = "".join(self.letters).replace("d\u0335", "đ").replace("D\u0335", "Đ")
        return unicodedata.normalize("NFC", joined)


_TONE_GROUP = "".join(_TONES.values())
_SHAPES = "\u0302\u031b\u0306\u0335"


def _telex(word: _Word, key: str) -> None:
    low = key.lower()
    if low in _TONES:
        word.mark("aeiouy", _TONES[low], key, _TONE_GROUP)
    elif low == "z" and (at := word.last(_VOWELS)) is not None and set(word.letters[at]) & set(_TONE_GROUP):
        word.touched = True
        word.letters[at] = "".join(one for one in word.letters[at] if one not in _TONE_GROUP)
    elif low in "aeo" and word.last(low + low.upper()) is not None:
        word.mark(low, "\u0302", key, _SHAPES)
    elif low == "d" and word.last("dD") is not None:
        word.mark("d", "\u0335", key, _SHAPES)
    elif low == "w":
        at = word.last("aouAOU")
        if at is None:
            word.touched = True
            word.letters.append(("u" if key == "w" else "U") + "\u031b")
        else:
            sign = "\u0306" if word.letters[at][0] in "aA" else "\u031b"
            word.mark(word.letters[at][0].lower(), sign, key, _SHAPES)
    else:
        word.letters.append(key)


def _vni(word: _Word, key: str) -> None:
    if key in _VNI_TONES:
        word.mark("aeiouy", _VNI_TONES[key], key, _TONE_GROUP)
    elif key in _VNI_MARKS:
        word.mark(_VNI_MARKS[key][0], _VNI_MARKS[key][1], key, _SHAPES)
    elif key == "9":
        word.mark("d", "\u0335", key, _SHAPES)
    else:
        word.letters.append(key)


def typed(text: str, method: str) -> tuple[str, bool]:
    """What arrives of `text` under ``telex`` or ``vni``, and whether the method took any key back.

    A key taken back is a Backspace the keyboard filter sees.
    """
    step = {"telex": _telex, "vni": _vni}[method]
    out: list[str] = []
    touched, word = False, _Word()
    for key in text:
        if key.isascii() and key.isalnum():
            step(word, key)
            continue
        out += [word.text(), key]
        touched |= word.touched
        word = _Word()
    out.append(word.text())
    return "".join(out), touched or word.touched
