"""The measurements: how often each code is read, and which wrong reads a desk would have accepted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pypdfium2
import zxingcpp

from desk_app.documents.forms import FORMS, form_pdf
from desk_app.documents.office import Office
from desk_app.domain.scans import ScanRefused, read_scan
from desk_app.operations.slips import SLIP_CONTEXT
from sync.identity.keys import NodeKeys, NotGenuine
from sync.model.lookup_code import lookup_key
from sync.model.slip_code import decode, signed_bytes
from tests.bench.codes.damage import DAMAGES, PRINTERS, SCANS, Cut, cut, printed
from tests.bench.codes.decoders import Decoder

OFFICE = Office("Ủy ban nhân dân xã Ví Dụ", "Ủy ban nhân dân huyện Mẫu", place="Ví Dụ")
TODAY = date(2026, 12, 31)


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


class WouldAccept:
    """A desk with more dossiers than any: what it would act on without a second look.

    It holds every serial from 1 to 999 of each of the last ninety days, under the unit of the sample number,
    and as many look-up codes. That the officer is asked to compare the number is not counted in its favour.
    """

    def __init__(self, sample: str) -> None:
        unit, _, _ = sample.rsplit("-", 2)
        first = TODAY - timedelta(days=89)
        self.numbers = {
            f"{unit}-{first + timedelta(days=day):%y%m%d}-{serial:04d}"
            for day in range(90)
            for serial in range(1, 1000)
        }
        source = random.Random(97)
        self.lookups = {lookup_key(source.randbytes(16)) for _ in range(len(self.numbers))}
        self.keys = NodeKeys(bytes(range(64)))

    def accepts(self, text: str) -> bool:
        """Whether the desk would take a wrong text for a code of its own."""
        try:
            scan = read_scan(text, TODAY)
        except ScanRefused:
            return False
        if scan.kind == "slip":
            record, signature = decode(scan.digits)
            try:
                self.keys.public.verify(SLIP_CONTEXT, signed_bytes(record), signature)
            except NotGenuine:
                return False
            return True
        if scan.kind == "lookup":
            return scan.lookup in self.lookups
        return scan.kind == "number" and scan.number in self.numbers


@dataclass
class Hunt:
    """What a hunt for wrong reads found: samples, wrong reads, those of our shape, those accepted."""

    samples: int = 0
    wrong: int = 0
    shaped: int = 0
    accepted: list[tuple[str, str]] = field(default_factory=list)


def hunt(codes: list[Code], decoders: dict[str, Decoder], samples: int, seed: int = 7) -> Hunt:
    """So many damaged codes, harder than any in the table, and the wrong reads among them."""
    found, desk = Hunt(), WouldAccept(next(code.text for code in codes if "-" in code.text))
    names = list(DAMAGES)
    for number in range(samples):
        chance = random.Random(f"{seed} {number}")
        code = codes[number % len(codes)]
        image = DAMAGES[names[chance.randrange(1, len(names))]](chance.choice((100, 120, 150, 200)))(
            code.cut, chance
        )
        found.samples += 1
        for read in decoders.values():
            for text in read(image, code.symbol):
                if text == code.text:
                    continue
                found.wrong += 1
                found.shaped += _shaped(text)
                if desk.accepts(text):
                    found.accepted.append((code.text, text))
    return found


def _shaped(text: str) -> bool:
    try:
        return read_scan(text, TODAY).kind != "citizen_card"
    except ScanRefused:
        return False
