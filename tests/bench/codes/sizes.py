"""Codes of other sizes than the forms have: what module width, height and error level are worth."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pypdfium2

from sync.typeset.codes import code128, qr, qr_side
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Bars, Part, Sheet
from tests.bench.codes.damage import DAMAGES, PRINTERS, SCANS, Cut, cut, printed
from tests.bench.codes.decoders import Decoder

NUMBER = "000.00.06.H56-261123-0042"
LOOKUP = "573136129525"
DIGITS = str(random.Random(3).randrange(10**329, 10**330))


def variants() -> Iterator[tuple[str, str, str, Bars]]:
    """(name, symbol, text, code) of each size, at the top left of a page."""
    for text in (NUMBER, LOOKUP):
        for dots in (2, 3, 4):
            for height in (8, 12, 16):
                bars = code128(text, left=0, right=400 * MM, top=10 * MM, height=height * MM, dots=(dots,))
                assert bars is not None
                width = bars.width / MM
                yield (
                    f"Code 128 of {len(text)}: {dots} dots, {height} mm high, {width:.0f} mm",
                    "Code 128",
                    text,
                    bars,
                )
    for level in "LMQH":
        for dots in (4, 5, 6, 7):
            side = qr_side(DIGITS, dots=dots, level=level) / MM
            code = qr(DIGITS, left=10 * MM, top=10 * MM, dots=dots, level=level)
            yield f"QR {level}: {dots} dots, {side:.0f} mm", "QR", DIGITS, code


def _printed(code: Bars, printer: int) -> Cut:
    width, height = code.x + code.width + 10 * MM, code.y + code.height + 10 * MM
    document = pypdfium2.PdfDocument(write_pdf([Sheet(width, height, (Part((code,)),))], title="x"))
    page = document[0]
    image = printed(page, printer)
    page.close()
    document.close()
    dark = image.point(lambda value: 255 - value).getbbox()
    assert dark is not None
    return cut(image, printer, dark)


def sizes_table(decoders: dict[str, Decoder], rounds: int) -> list[str]:
    """Right reads in per cent over all damages and scans, by size and printer."""
    head = [f"{name} {printer} dpi" for name in decoders for printer in PRINTERS]
    lines = ["| size | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for name, symbol, text, code in variants():
        cells: dict[str, str] = {}
        for printer in PRINTERS:
            sample = _printed(code, printer)
            right, every = dict.fromkeys(decoders, 0), 0
            for damage, of in DAMAGES.items():
                for scan in SCANS:
                    for number in range(rounds):
                        image = of(scan)(sample, random.Random(f"{damage} {scan} {number}"))
                        every += 1
                        for decoder, read in decoders.items():
                            right[decoder] += read(image, symbol) == [text]
            cells |= {f"{decoder} {printer} dpi": f"{100 * n / every:.1f}" for decoder, n in right.items()}
        lines.append(f"| {name} | " + " | ".join(cells[one] for one in head) + " |")
    return lines
