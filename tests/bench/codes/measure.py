"""The measurements: how often each code on our forms is read after damage."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import zxingcpp

from desk_app.documents.forms import FORMS, form_pdf
from desk_app.documents.office import Office
from tests.bench.codes.damage import DAMAGES, PRINTERS, SCANS, Cut, cut, printed
from tests.bench.codes.decoders import Decoder

OFFICE = Office("Ủy ban nhân dân xã Ví Dụ", "Ủy ban nhân dân huyện Mẫu", place="Ví Dụ")


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a form as a printer put it on paper. `symbol` as the decoders name it."""

    form: str
    paper: str
    symbol: str
    printer: int
    text: str
    cut: Cut


def codes_of(form: str, paper: str, printers: tuple[int, ...] = PRINTERS) -> Iterator[Code]:
    """The codes on the first page of a form's sample, each once, cut out of the print of each printer."""
    pdf = form_pdf(form, FORMS[form].sample(), OFFICE, paper=paper)
    for dpi in printers:
        document = pypdfium2.PdfDocument(pdf)
        page = document[0]
        image = printed(page, dpi)
        page.close()
        document.close()
        seen: set[str] = set()
        for found in zxingcpp.read_barcodes(image, text_mode=zxingcpp.TextMode.Plain):
            symbol = {"Code 128": "Code 128", "QR Code": "QR"}.get(str(found.format))
            if symbol is None or found.text in seen:
                continue
            seen.add(found.text)
            corners = [
                found.position.top_left, found.position.top_right,
                found.position.bottom_left, found.position.bottom_right,
            ]  # fmt: skip
            xs, ys = [one.x for one in corners], [one.y for one in corners]
            box = _whole(image, (min(xs), min(ys), max(xs), max(ys)), symbol, dpi)
            yield Code(form, paper, symbol, dpi, found.text, cut(image, dpi, box))


def _whole(image: Any, box: tuple[int, int, int, int], symbol: str, dpi: int) -> tuple[int, int, int, int]:
    """The code's whole area: the decoder marks a strip only as high as it looked."""
    if symbol == "QR":
        return box
    left, top, right, bottom = box
    x, y = left + 1, (top + bottom) // 2
    reach = round(20 * dpi / 25.4)
    while top > max(0, y - reach) and image.getpixel((x, top - 1)) == 0:
        top -= 1
    while bottom < min(image.height - 1, y + reach) and image.getpixel((x, bottom + 1)) == 0:
        bottom += 1
    return left, top, right, bottom


@dataclass
class Tally:
    """Counts of (form, paper, symbol, printer, damage, scan, decoder) -> right, none, wrong."""

    right: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    none: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    wrong: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    either: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    pairs: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    misread: list[tuple[Code, str]] = field(default_factory=list)

    def add(self, key: tuple[Any, ...], code: Code, texts: list[str]) -> bool:
        """Counts one decoding; whether it was right."""
        others = [text for text in texts if text != code.text]
        self.misread += [(code, text) for text in others]
        if others:
            self.wrong[key] += 1
        elif code.text in texts:
            self.right[key] += 1
        else:
            self.none[key] += 1
        return code.text in texts and not others


def read_all(forms: list[tuple[str, str]], decoders: dict[str, Decoder], rounds: int, seed: int = 5) -> Tally:
    """Every code × printer × damage × scan × decoder, `rounds` times."""
    tally = Tally()
    for form, paper in forms:
        by_printer: dict[int, list[Code]] = {}
        for code in codes_of(form, paper):
            by_printer.setdefault(code.printer, []).append(code)
        for printer, codes in by_printer.items():
            for damage in DAMAGES:
                for scan in SCANS:
                    for number in range(rounds):
                        chance = random.Random(f"{seed} {form} {paper} {printer} {damage} {scan} {number}")
                        _one(tally, codes, damage, scan, decoders, chance)
    return tally


def _one(
    tally: Tally,
    codes: list[Code],
    damage: str,
    scan: int,
    decoders: dict[str, Decoder],
    chance: random.Random,
) -> None:
    right: dict[str, bool] = dict.fromkeys(decoders, False)
    for code in codes:
        image = DAMAGES[damage](scan)(code.cut, chance)
        for name, read in decoders.items():
            key = (code.form, code.paper, code.symbol, code.printer, damage, scan, name)
            right[name] |= tally.add(key, code, read(image, code.symbol))
    if len(codes) > 1:
        for name, one in right.items():
            pair = (codes[0].form, codes[0].paper, codes[0].printer, damage, scan, name)
            tally.pairs[pair] += 1
            tally.either[pair] += one
