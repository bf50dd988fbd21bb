"""A conversation of protocol version 1 as it went, kept for ever: `python -m tests.protocol.recording`.

The file (`tests/data/conversations/version-1.json`) holds the keys of center and desk, and each request and
answer in full, as hex, with the secret by which the desk could open the answer. It is never written anew:
later programs must understand it as it is. (The command refuses to overwrite it; a version 2 gets a file of
its own.)
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from sync.identity.boxes import RequestBox
from sync.identity.keys import NodeKeys
from sync.model.heads import Heads
from sync.protocol import engine
from sync.protocol.asking import Question
from sync.protocol.carrying import pack_bundle
from sync.protocol.codec import points_in, points_out
from sync.protocol.messages import JournalPoints
from tests.protocol.world import CHANNEL, KEYS, NOON, Desk, World

FILE = Path(__file__).parents[1] / "data" / "conversations" / "version-1.json"
DESKS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """One request and its answer. `shared` is the secret of the box; `asked` what a `Question` remembers."""

    desk: int
    path: str
    request: bytes
    answer: bytes
    shared: bytes
    asked: dict[str, Any]

    def box(self) -> RequestBox:
        """The asker's half of the sealed box, as it was."""
        from hashlib import sha256

        box = RequestBox.__new__(RequestBox)
        box.sealed = self.request
        box._shared = self.shared
        box._digest = sha256(self.request).digest()
        return box

    def question(self, keys: NodeKeys, center: NodeKeys) -> Question:
        """What the desk remembered while it waited."""
        said = self.asked
        return Question(
            box=self.box(),
            keys=keys,
            receiver=center.public,
            sent=said["sent"],
            more=said["more"],
            channels=tuple((name, bytes.fromhex(root)) for name, root in said["channels"]),
            own=_heads_in(said["own"], keys.node),
            program=said["program"],
            heard=bytes.fromhex(said["heard"]),
            coding=said["coding"],
            scans=frozenset(map(bytes.fromhex, said["scans"])),
            proofs={name: bytes.fromhex(proof) for name, proof in said["proofs"].items()},
            mending=said["mending"],
        )


def _remembered(question: Question) -> dict[str, Any]:
    own = [points_out(journal, tips, question.keys.node) for journal, tips in sorted(question.own.items())]
    return {
        "sent": question.sent,
        "more": question.more,
        "channels": [[name, root.hex()] for name, root in question.channels],
        "own": [
            [one.node.hex(), one.channel, one.incarnation.hex(), [[t.seq, t.digest.hex()] for t in one.tips]]
            for one in own
        ],
        "program": question.program,
        "heard": question.heard.hex(),
        "coding": question.coding,
        "scans": sorted(one.hex() for one in question.scans),
        "proofs": {name: proof.hex() for name, proof in question.proofs.items()},
        "mending": question.mending,
    }


def _heads_in(wire: list[Any], node: bytes) -> Heads:
    import msgspec

    raw = [
        [bytes.fromhex(by), channel, bytes.fromhex(incarnation), [[seq, bytes.fromhex(d)] for seq, d in tips]]
        for by, channel, incarnation, tips in wire
    ]
    return points_in(msgspec.convert(raw, list[JournalPoints]), node)


def recorded() -> dict[str, Any]:
    """What stands in the file."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def conversation(file: dict[str, Any]) -> list[Said]:
    """The messages in the order in which they were said."""
    return [
        Said(
            one["desk"],
            one["path"],
            bytes.fromhex(one["request"]),
            bytes.fromhex(one["answer"]),
            bytes.fromhex(one["shared"]),
            one["asked"],
        )
        for one in file["said"]
    ]


def record() -> dict[str, Any]:
    """Holds the conversation: two desks enrol, receive, exchange, decide and carry a stick."""
    world = World(0)
    said: list[dict[str, Any]] = []

    def note(desk: int, path: str, box: RequestBox, answer: bytes, asked: dict[str, Any]) -> None:
        words = {"request": box.sealed.hex(), "answer": answer.hex(), "shared": box._shared.hex()}
        said.append({"desk": desk, "path": path, **words, "asked": asked})

    def exchange(number: int) -> None:
        desk = world.desks[number - 1]
        question = desk.ask()
        answer = world.center.answer(question.sealed)
        note(number, engine.EXCHANGE_PATH, question.box, answer, _remembered(question))
        desk.hear(question, answer)

    for number in range(1, DESKS + 1):
        desk = world.blank(number)
        asked = engine.ask_enrol(desk.keys, world.invitation, NOON, desk=number)
        answer = engine.answer_enrol(
            world.center.store, world.center.keys, asked.sealed, NOON, world.center.policy
        )
        note(number, engine.ENROL_PATH, asked.box, answer, {})
        with desk.store.transaction() as ledger:
            engine.keep_enrolment(ledger, engine.hear_enrol(asked, answer), world.center.keys.public)
        world.desks.append(desk)
    first, second = world.desks
    dossiers = [first.receive(serial=serial) for serial in range(1, 20)]
    for number in (1, 2, 1):
        exchange(number)
    second.status(dossiers[0], "processing")
    world.center.status(dossiers[1], "processing")
    first.receive(serial=20)
    for number in (2, 1, 2, 1, 2):
        exchange(number)
    second.receive(serial=21)
    stick = BytesIO()
    pack_bundle(second.store, second.keys, second.upstream.public, NOON, stick, entropy=second.chance)
    return {
        "protocol": 1,
        "center": KEYS[0].secret.hex(),
        "desks": [desk.keys.secret.hex() for desk in world.desks],
        "root at the desks": first.root().hex(),
        "entries": sorted(digest.hex() for digest in first.entries()),
        "dossiers": {one.hex(): _number(first, one) for one in dossiers},
        "said": said,
        "bundle": stick.getvalue().hex(),
    }


def _number(desk: Desk, dossier: bytes) -> str:
    found = desk.ledger.dossier(CHANNEL, dossier)
    assert found is not None
    return found.number


def main() -> None:
    """Writes the file, if there is none."""
    if FILE.exists():
        raise SystemExit(f"{FILE.name} stands for ever")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(record(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
