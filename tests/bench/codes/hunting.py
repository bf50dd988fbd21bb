"""The hunt for wrong reads a desk would have accepted: so many damaged samples that one in 100,000 shows.

It is long, so it is done in blocks and kept block by block in a file: stopped, it goes on where it was, and a
sample's number alone decides what it is, so that no one is counted twice.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import Any

from desk_app.documents.samples import INTAKE
from desk_app.domain.scans import ScanRefused, read_scan
from sync.identity.keys import NodeKeys, NotGenuine
from sync.model.lookup_code import lookup_key
from sync.model.slip_code import CONTEXT, decode, signed_bytes
from tests.bench.codes.damage import DAMAGES, PRINTERS
from tests.bench.codes.decoders import Decoder, decoders
from tests.bench.codes.measure import Code, codes_of

TODAY = date(2026, 12, 31)
SCANS = (100, 120, 150, 200, 300)
BLOCK = 500


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
                self.keys.public.verify(CONTEXT, signed_bytes(record), signature)
            except NotGenuine:
                return False
            return True
        if scan.kind == "lookup":
            return scan.lookup in self.lookups
        return scan.kind == "number" and scan.number in self.numbers


@dataclass
class Hunt:
    """What a hunt found: samples, by decoder the right reads, wrong reads, wrong ones of our shape, accepted
    ones (what was printed, what was read).
    """

    samples: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: int = 0
    shaped: int = 0
    accepted: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Hunt) -> None:
        """Takes in another's findings."""
        self.samples += other.samples
        self.right.update(other.right)
        self.wrong += other.wrong
        self.shaped += other.shaped
        self.accepted += other.accepted


def hunt(
    codes: list[Code], decoders: dict[str, Decoder], samples: range, *, seed: int = 7, desk: WouldAccept
) -> Hunt:
    """The samples of those numbers: codes damaged harder than any in the table, and what was read wrongly."""
    found, names = Hunt(), [name for name in DAMAGES if name != "clean"]
    for number in samples:
        chance = random.Random(f"{seed} {number}")
        code = codes[chance.randrange(len(codes))]
        damage, scan = chance.choice(names), chance.choice(SCANS)
        image = DAMAGES[damage](scan)(code.cut, chance)
        found.samples += 1
        for name, read in decoders.items():
            for text in read(image, code.symbol):
                if text == code.text:
                    found.right[name] += 1
                    continue
                found.wrong += 1
                found.shaped += _shaped(text)
                if desk.accepts(text):
                    found.accepted.append((code.text, text))
    return found


def desk_for(codes: list[Code]) -> WouldAccept:
    """A desk whose numbers are those of the codes' commune; the samples' where only look-up codes are."""
    return WouldAccept(next((code.text for code in codes if "-" in code.text), INTAKE.number))


def _shaped(text: str) -> bool:
    try:
        return read_scan(text, TODAY).kind != "citizen_card"
    except ScanRefused:
        return False


# ------------------------------------------------------------------------------------------- kept by blocks


def long_hunt(
    forms: list[tuple[str, str]], samples: int, file: Path, jobs: int, printers: tuple[int, ...] = PRINTERS
) -> Generator[Hunt, None, None]:
    """The findings so far, after each block of `BLOCK` samples: those `file` holds of the same codes, then
    new ones, in `jobs` processes, until there are `samples`.
    """
    codes = [code for form, paper in forms for code in codes_of(form, paper, printers)]
    of = fingerprint(codes)
    done = dict(_kept(file, of))
    whole = Hunt()
    for block in done.values():
        whole.add(block)
    yield whole
    left = [first for first in range(0, samples, BLOCK) if first not in done]
    with (
        file.open("a", encoding="utf-8") as keeping,
        ProcessPoolExecutor(jobs, initializer=_prepared, initargs=(codes,)) as pool,
    ):
        for first, block in zip(left, pool.map(_block, left, repeat(samples)), strict=True):
            keeping.write(json.dumps({"of": of, "first": first, **vars(block)}, ensure_ascii=False) + "\n")
            keeping.flush()
            whole.add(block)
            yield whole


def fingerprint(codes: list[Code]) -> str:
    """Says whether two hunts were after the same codes with the same damages."""
    said = sha256(f"{list(DAMAGES)} {SCANS} {BLOCK} {list(decoders())}".encode())
    for code in codes:
        said.update(f"{code.form} {code.paper} {code.symbol} {code.printer} {code.text}".encode())
        said.update(code.cut.image.tobytes())
    return said.hexdigest()[:16]


def _kept(file: Path, of: str) -> Iterator[tuple[int, Hunt]]:
    """The blocks in `file` that are of these codes; a line cut off by a stop is left out."""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if value.pop("of") == of:
            first, pairs = value.pop("first"), value.pop("accepted")
            right = Counter(value.pop("right"))
            yield first, Hunt(**value, right=right, accepted=[(one, other) for one, other in pairs])


_AT_WORK: dict[str, Any] = {}


def _prepared(codes: list[Code]) -> None:
    _AT_WORK.update(codes=codes, desk=desk_for(codes), decoders=decoders())


def _block(first: int, samples: int) -> Hunt:
    numbers = range(first, min(first + BLOCK, samples))
    return hunt(_AT_WORK["codes"], _AT_WORK["decoders"], numbers, desk=_AT_WORK["desk"])
