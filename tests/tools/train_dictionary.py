"""Makes or measures a zstd dictionary of the exchange protocol, ``resources/dictionaries/<coding>.zdict``.

From the repository's root::

    python -m tests.tools.train_dictionary 2               # measures the shipped dictionary 2
    python -m tests.tools.train_dictionary 2 --compare     # sizes, mixes and parameters side by side
    python -m tests.tools.train_dictionary 3 --write       # makes the next one

**A number never changes its content.** Programs in the field know a dictionary by its number and digest, so a
file that exists is never written over; better words are the next number. To make one:

1. change what is trained on below (new procedures, new kinds of entries), ``--compare``, and set `KIB`, `MIX`
   and `SEGMENT`; to be worth a number it should save 10 % of a lone dossier;
2. ``--write`` with the next number; add the digest it prints to `sync/protocol/dictionaries.py`;
3. add the row to PROTOCOL.md, and leave all earlier files where they are, for peers not updated yet.

The same code, seeds and libzstd give the same bytes; dictionary 2 was made with zstandard 0.25.0 (libzstd
1.5.7). All material is synthetic (`sync/synthetic`), so no number or name in a dictionary is anybody's. Only
the names of the provinces are real: they stand in every address of the country.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from statistics import mean

import zstandard

from sync.catalogue.catalogue import load_shipped
from sync.model.dossier import Intake, Officer, Person
from sync.protocol import dictionaries
from sync.protocol.codec import level_for
from sync.resources import resource_path
from sync.synthetic.places import PROVINCE, communes
from sync.synthetic.visits import POPULAR
from tests.protocol.strangers import strangers_traffic
from tests.protocol.traffic import Exchange, Line, commune_traffic, dossiers

KIB, MIX, SEGMENT = 64, "weighted", 1024
"""What `--write` makes: size, mix of samples, and the length of the pieces the trainer picks (its `k`).

A lone dossier of people it has not seen costs 309 B with 16 KiB, 292 with 32, 290 with 48, 278 with 64, 276
with 110: what is beyond 64 KiB is not worth its place in every program."""

PROVINCES = """thành phố Hà Nội, thành phố Huế, tỉnh Quảng Ninh, tỉnh Cao Bằng, tỉnh Lạng Sơn, tỉnh Lai Châu,
tỉnh Điện Biên, tỉnh Sơn La, tỉnh Thanh Hóa, tỉnh Nghệ An, tỉnh Hà Tĩnh, tỉnh Tuyên Quang, tỉnh Lào Cai,
tỉnh Thái Nguyên, tỉnh Phú Thọ, tỉnh Bắc Ninh, tỉnh Hưng Yên, thành phố Hải Phòng, tỉnh Ninh Bình,
tỉnh Quảng Trị, thành phố Đà Nẵng, tỉnh Quảng Ngãi, tỉnh Gia Lai, tỉnh Khánh Hòa, tỉnh Lâm Đồng,
tỉnh Đắk Lắk, Thành phố Hồ Chí Minh, tỉnh Đồng Nai, tỉnh Tây Ninh, thành phố Cần Thơ, tỉnh Vĩnh Long,
tỉnh Đồng Tháp, tỉnh Cà Mau, tỉnh An Giang"""
"""The provinces since 01/07/2025 (NQ 202/2025/QH15)."""
_PROVINCES = tuple(" ".join(name.split()) for name in PROVINCES.split(","))

COMMUNES, LONE, BATCHES = 120, 16, (5, 20)
RARE_COMMUNES, RARE_LONE = 24, 40
"""Communes whose citizens want only what is seldom wanted, so that all procedures' words are seen."""
OTHER_SEED = 7
"""Draws other communes, of other names, than those trained on."""


# -- material -----------------------------------------------------------------------------------


def _unit(order: int) -> tuple[str, str]:
    """(identifier, identifier of the unit above) in one of the styles in force."""
    province = f"H{order * 5 % 63 + 1:02d}"
    if order % 3 == 0:
        return f"000.{order * 7 % 97 + 1:02d}.{order * 3 % 40 + 1:02d}.{province}", f"000.00.00.{province}"
    if order % 3 == 1:
        return f"{province}.{order * 11 % 97 + 1:02d}.{order % 30 + 1:02d}", province
    return f"{province}.50.{order % 20 + 1:02d}.{order % 30 + 1:02d}", province


def _at_home(intake: Intake, province: str, order: int) -> Intake:
    """The dossier with its people in a province, and its officer numbered as a desk numbers them."""

    def moved(person: Person | None) -> Person | None:
        if person is None:
            return None
        address = person.address.replace(PROVINCE, province).replace("huyện Mẫu", "huyện")
        return replace(person, address=address)

    officer = Officer(
        intake.officer.id.removeprefix("cb0") if order % 3 else intake.officer.id, intake.officer.name
    )
    applicant, owner = moved(intake.applicant), moved(intake.owner)
    assert applicant is not None
    assert owner is not None
    return replace(
        intake, applicant=applicant, owner=owner, representative=moved(intake.representative), officer=officer
    )


def _traffic(
    orders: Iterable[int], lone: int, batches: tuple[int, ...], *, rare: bool = False, seed: int = 99
) -> Iterator[Exchange]:
    places = communes(999, seed)
    procedures = [one for one in load_shipped() if not rare or one.code not in POPULAR]
    for order in orders:
        unit, above = _unit(order)
        drawn = dossiers(seed * 1000 + order, lone + 1 + sum(batches), unit, places[order], procedures)
        brought = [_at_home(one, _PROVINCES[order % len(_PROVINCES)], order) for one in drawn]
        yield from commune_traffic(Line(unit, seed * 1000 + order, above), brought, lone, batches)


def _of(exchanges: Iterable[Exchange], what: str) -> list[Exchange]:
    return [one for one in exchanges if one.what == what]


def mixes() -> dict[str, list[bytes]]:
    """Training samples by the name of their mix.

    Frames that are mostly digests and roots spoil the statistics of letters, so "weighted" has none
    but those of first exchanges, where certificates, journals and leases are.
    """
    usual = list(_traffic(range(1, COMMUNES + 1), LONE, BATCHES))
    rare = list(_traffic(range(200, 200 + RARE_COMMUNES), RARE_LONE, (), rare=True))
    lone, acts, first = (_of(usual, what) for what in ("lone", "acts", "first"))
    asked = [one.request for one in (*lone, *acts[::2], *_of(rare, "lone")[::2], *first[::2])]
    everything = [*lone, *acts, *first, *_of(usual, "idle"), *_of(usual, "batch"), *_of(usual, "down")]
    return {
        "lone": [one.request for one in lone],
        "lone, acts": [one.request for one in (*lone, *acts)],
        "weighted": [*asked, *(one.reply for one in first[::2])],
        "everything": [text for one in everything for text in (one.request, one.reply)],
    }


def trained(samples: Sequence[bytes], kib: int, segment: int, coding: int) -> bytes:
    """A dictionary of `kib` KiB. Its own id is outside the reserved ranges and never travels."""
    made = zstandard.train_dictionary(kib * 1024, list(samples), k=segment, d=8, dict_id=32768 + coding)
    return made.as_bytes()


# -- measuring ----------------------------------------------------------------------------------


def unseen() -> dict[str, list[Exchange]]:
    """Exchanges of communes and seeds outside the training; the second lot of names outside it too."""
    strangers = [one for seed in range(1, 9) for one in strangers_traffic(seed, 30, (5, 20, 200))]
    return {
        "other communes": list(_traffic(range(300, 308), 30, (5, 20, 200), seed=OTHER_SEED)),
        "strangers": strangers,
    }


def sizes(raw: bytes | None, exchanges: Sequence[Exchange]) -> str:
    """Bytes of frames' texts compressed; dossiers less what the same exchange costs without them."""
    made = {
        level: zstandard.ZstdCompressor(
            level=level,
            dict_data=zstandard.ZstdCompressionDict(raw) if raw else None,
            write_checksum=False,
            write_dict_id=False,
        )
        for level in {level_for(len(one.request)) for one in exchanges} | {level_for(0)}
    }

    def size(text: bytes) -> int:
        return min(len(text), len(made[level_for(len(text))].compress(text)))

    idle = mean(size(one.request) for one in exchanges if one.what == "idle")
    lone = sorted(size(one.request) - idle for one in exchanges if one.what == "lone")
    row = {"lone": mean(lone), "p95": lone[len(lone) * 95 // 100], "most": lone[-1]}
    for count in (5, 20, 200):
        batch = [size(one.request) - idle for one in exchanges if (one.what, one.count) == ("batch", count)]
        row[f"x{count}"] = mean(batch) / count
    row["acts"] = mean((size(one.request) - idle) / one.count for one in exchanges if one.what == "acts")
    row |= {"idle": idle, "reply": mean(size(one.reply) for one in exchanges if one.what == "idle")}
    row["first"] = mean(size(one.request) for one in exchanges if one.what == "first")
    return "  ".join(f"{name} {value:.0f}" for name, value in row.items())


def compare(coding: int) -> None:
    """Prints what every size, mix and length of pieces would bring."""
    tests = unseen()
    shipped = dictionaries.content(coding)
    rows: list[tuple[str, bytes | None]] = [("no dictionary", None)]
    rows += [(f"{coding}, as shipped", shipped)] if shipped else []
    for mix, samples in mixes().items():
        for kib in (16, 32, 64, 110):
            for segment in (256, 1024, 2048):
                name = f"{kib} KiB {mix} k={segment}"
                rows.append((name, trained(samples, kib, segment, coding)))
    for name, raw in rows:
        for of, exchanges in tests.items():
            sys.stdout.write(f"{name:28s} {of:15s} {sizes(raw, exchanges)}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """See the module's words."""
    parser = argparse.ArgumentParser(description="Makes or measures a dictionary of the exchange protocol.")
    parser.add_argument("coding", type=int, help="its number, 2 to 255")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    coding: int = given.coding
    path = resource_path("dictionaries", f"{coding}.zdict")
    if not 2 <= coding <= 255:
        parser.error("2 to 255")
    if given.compare:
        compare(coding)
        return 0
    raw = trained(mixes()[MIX], KIB, SEGMENT, coding) if given.write else path.read_bytes()
    if given.write and path.exists() and path.read_bytes() != raw:
        sys.stderr.write(f"{path.name} exists; a number never changes its content: take the next one\n")
        return 1
    if given.write:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
    sys.stdout.write(f"{path.name}  {len(raw)} bytes  sha256 {sha256(raw).hexdigest()}\n")
    for of, exchanges in unseen().items():
        sys.stdout.write(f"{of:15s} {sizes(raw, exchanges)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
