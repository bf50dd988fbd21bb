"""Looks for words in every file of some folders, in whatever coat they are likely to lie there.

As they are and folded (no marks, small letters, no blanks), in UTF-8, UTF-16 and as base64; in what zlib and
PDF
streams hold, and in the text a PDF shows.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pypdfium2

from sync.model.text import fold


def coats(word: str) -> set[bytes]:
    """Every form of a word that is looked for."""
    spoken = {word, word.lower(), word.upper(), fold(word), fold(word).replace(" ", "")}
    found: set[bytes] = set()
    for one in spoken:
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            found.add(one.encode(coding))
        found.add(one.encode("unicode_escape"))
        found |= set(_base64(one.encode("utf-8")))
    return {one for one in found if len(one) >= 7}


def _base64(word: bytes) -> Iterator[bytes]:
    """What stays the same of a word in base64 wherever in a text it stands."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + word)
        first, last = -(-before * 4 // 3), len(whole) - 4
        if last - first >= 8:
            yield whole[first:last]
            yield whole[first:last].replace(b"+", b"-").replace(b"/", b"_")


def found_in(folders: Iterable[Path], words: Sequence[str]) -> list[str]:
    """The files that say one of the words, each with how."""
    needles = re.compile(b"|".join(re.escape(one) for word in words for one in sorted(coats(word))))
    hits = []
    for folder in folders:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            for how, content in _contents(file.read_bytes()):
                if needles.search(content):
                    hits.append(f"{file.relative_to(folder)}: {how}")
                    break
    return hits


def _contents(raw: bytes) -> Iterator[tuple[str, bytes]]:
    yield "as it is", raw
    for at in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", raw):
        try:
            yield "zlib", zlib.decompressobj().decompress(raw[at.start() :], 1 << 22)
        except zlib.error:
            continue
    start = raw.find(b"%PDF-")
    if start >= 0:
        yield "a PDF's text", _text(raw[start:])


def _text(pdf: bytes) -> bytes:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return b""
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return " ".join("\n".join(pages).split()).encode("utf-8")
