"""Writes Unicode text as old programs did: the way back from what `old_encodings` reads."""

from __future__ import annotations

from sync.model.old_encodings import TCVN3, TCVN3_LETTERS, VNI, VNI_LETTERS, VPS, VPS_LETTERS

_TABLES = {TCVN3: TCVN3_LETTERS, VNI: VNI_LETTERS, VPS: VPS_LETTERS}


def written_in(encoding: str, text: str) -> str:
    """The characters that Windows-1252 shows for the text's bytes; a capital without a code of its own
    takes the small letter's, as the fonts of capitals had it."""
    codes: dict[str, str] = {}
    for old, letter in _TABLES[encoding].items():
        codes.setdefault(letter, old)
    return "".join(codes.get(char, codes.get(char.lower(), char)) for char in text)


def misread(text: str) -> str:
    """UTF-8 shown as Windows-1252."""
    out = ""
    for byte in text.encode("utf-8"):
        raw = bytes([byte])
        out += raw.decode("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")
    return out
