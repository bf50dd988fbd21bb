"""A node changes its key: the new key is a new node, asked for in an entry of the old one.

An entry travels by any way there is, so the question does too. The old key goes on until the new one is
certified; the first entry under the new key says which journals it follows, and how far they went.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.identity.keys import KEY_BYTES, NodeKeys, NotGenuine, PublicKeys
from sync.journal.bounds import Places, places_in, places_out
from sync.journal.port import Rows
from sync.model import kinds
from sync.model.bodies import Unreadable, moment, pack, text, unpack
from sync.model.entry import INCARNATION_BYTES, NODE_BYTES, Entry
from sync.model.moment import iso_minute

_PROOF = b"motcua next key v1"
ASKED = "rekey-asked:"
"""Notes: a node asks for another key; node and new node in hex. The value is the entry's incarnation and
body, until a center has answered."""
BEGUN = "rekey-begun:"
"""Notes: the first entry of this new node (hex) says whom it follows; until a center has closed that one."""


@dataclass(frozen=True, slots=True)
class NextKey:
    """What a ``rekey`` entry asks: `keys` of the new node, and the `incarnation` it will write the unit's
    channel in; by whom and why, in a person's words.
    """

    keys: PublicKeys
    incarnation: bytes
    at: datetime
    by: str
    reason: str


def next_key_body(fresh: NodeKeys, old: bytes, asked: NextKey) -> bytes:
    """The body, with the new key's word that it means to follow `old`; without salt."""
    return pack(
        {
            "at": iso_minute(asked.at),
            "by": asked.by,
            "reason": asked.reason,
            "keys": b64encode(asked.keys.sign + asked.keys.seal).decode("ascii"),
            "incarnation": asked.incarnation.hex(),
            "proof": fresh.sign(_PROOF, old + asked.incarnation).hex(),
        }
    )


def read_next_key(raw: bytes, old: bytes) -> NextKey:
    """The inverse, of an entry of the node `old`. Raises `Unreadable`, also if the new key did not sign."""
    body = unpack(raw)
    try:
        both = b64decode(text(body, "keys", None), validate=True)
        keys = PublicKeys(both[:KEY_BYTES], both[KEY_BYTES:])
        incarnation = bytes.fromhex(text(body, "incarnation", None))
        if len(incarnation) != INCARNATION_BYTES:
            raise Unreadable("next key: wrong incarnation")
        keys.verify(_PROOF, old + incarnation, bytes.fromhex(text(body, "proof", None)))
    except (NotGenuine, ValueError, TypeError) as error:
        raise Unreadable("next key: unreadable") from error
    return NextKey(keys, incarnation, moment(body, "at"), text(body, "by"), text(body, "reason"))


def follows_out(old: bytes, places: Places) -> dict[str, Any]:
    """What the first entry under a new key says of the journals it follows."""
    return {"node": old.hex(), "journals": places_out(places)}


def followed(entry: Entry) -> tuple[bytes, Places] | None:
    """Whose journals an entry 1 follows, and the last places of them; None: nobody's."""
    if entry.kind != kinds.JOURNAL or entry.text is None:
        return None
    try:
        said = unpack(entry.text).get("follows")
        if not isinstance(said, Mapping):
            return None
        old = bytes.fromhex(said["node"])
        return (old, places_in(old, said.get("journals", []))) if len(old) == NODE_BYTES else None
    except (Unreadable, ValueError, TypeError, LookupError):
        return None


def note_rekeying(rows: Rows, entry: Entry) -> None:
    """Remembers, for a center to answer, what an entry that came says of a change of key."""
    node = entry.journal.node
    if entry.kind == kinds.REKEY:
        try:
            asked = read_next_key(entry.text or b"", node)
        except Unreadable:
            return
        key = f"{ASKED}{node.hex()}{asked.keys.node.hex()}"
        rows.put_note(key, entry.journal.incarnation + (entry.text or b""))
    elif followed(entry) is not None:
        rows.put_note(f"{BEGUN}{node.hex()}", entry.journal.incarnation)


def asked_keys(rows: Rows) -> list[tuple[str, bytes, bytes, NextKey]]:
    """What waits for a center's answer: (note, old node, its incarnation, what it asks)."""
    found = []
    for key, raw in rows.notes(ASKED):
        old = bytes.fromhex(key.removeprefix(ASKED))[:NODE_BYTES]
        found.append((key, old, raw[:INCARNATION_BYTES], read_next_key(raw[INCARNATION_BYTES:], old)))
    return found
