"""Entries of the journal: making one, checking one that came, folding a dossier, sealing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import cycle
from typing import TypeVar

from sync.identity.keys import NodeKeys
from sync.identity.seals import seal
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Intake
from sync.model.entry import PERSONAL, SALT_BYTES, Entry, JournalId, decode_entry, new_entry
from sync.model.fold import fold
from tests.bench import samples
from tests.bench.figures import Row
from tests.bench.registry import Run, bench
from tests.bench.timing import compare

JOURNAL = JournalId(bytes(16), samples.CHANNEL, bytes(8))
T = TypeVar("T")


def life_of(intake: Intake, dossier: bytes) -> list[Entry]:
    """The entries of a whole life, chained in one journal."""
    entries: list[Entry] = []
    for kind, body in samples.bodies_of(intake):
        last = entries[-1] if entries else None
        entries.append(
            new_entry(
                JOURNAL,
                last.tip if last else None,
                kind=kind,
                body=os.urandom(SALT_BYTES) + body,
                day=739_000,
                flags=PERSONAL,
                dossier=dossier,
                seen=[last.digest] if last else (),
                height=len(entries) + 1,
            )
        )
    return entries


def over(items: Sequence[T], work: Callable[[T], object]) -> Callable[[], object]:
    """Work on the items in turn."""
    turn = cycle(items)
    return lambda: work(next(turn))


@bench("entries")
def entries(run: Run) -> Iterator[Row]:
    """The floor of an entry is hashing its body and envelope; that of a fold, parsing its bodies."""
    chosen = samples.dossiers(400)
    written = [life_of(one, os.urandom(16)) for one in chosen]
    firsts = [one[0] for one in written]
    roles = {JOURNAL.node: kinds.DESK}
    keys = NodeKeys.generate()

    def make(entry: Entry) -> Entry:
        body = entry.body or b""
        return new_entry(
            JOURNAL, None, kind=entry.kind, body=body, day=739_000, flags=PERSONAL, dossier=entry.dossier
        )

    found = compare(
        {
            "body": over(chosen, intake_out),
            "make": over(firsts, make),
            "check": over(firsts, lambda entry: decode_entry(entry.envelope, entry.body)),
            "hash": over(
                firsts, lambda entry: (sha256(entry.body or b"").digest(), sha256(entry.envelope).digest())
            ),
            "fold": over(written, lambda life: fold(life[0].dossier, life, roles)),
            "parse": over(written, lambda life: [json.loads(entry.text or b"") for entry in life]),
            "seal": over(firsts, lambda entry: seal(keys, JOURNAL, entry.tip)),
        },
        run.rounds(20, 5),
        loops=len(chosen),
    )
    micro = {name: sample.median * 1e6 for name, sample in found.items()}
    hashing = "SHA-256 of body and envelope"
    yield Row("body of a received entry", "µs", micro["body"])
    yield Row("an entry made", "µs", micro["make"], micro["hash"], hashing)
    yield Row("an entry checked that came", "µs", micro["check"], micro["hash"], hashing)
    mean = sum(map(len, written)) / len(written)
    yield Row(
        "a dossier folded",
        "µs",
        micro["fold"],
        micro["parse"],
        "JSON of its bodies",
        note=f"{mean:.1f} entries each",
    )
    yield Row("a seal (Ed25519)", "µs", micro["seal"], note="one for a whole batch")
