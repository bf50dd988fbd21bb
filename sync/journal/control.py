"""Bodies of the entries about journals themselves: who writes, who belongs, who may number."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sync.identity.keys import KEY_BYTES, PublicKeys
from sync.model import kinds
from sync.model.bodies import Unreadable, number, pack, text, unpack
from sync.model.entry import INCARNATION_BYTES, Entry, Tip
from sync.model.number import Lease


@dataclass(frozen=True, slots=True)
class ControlBody:
    """The body of a ``journal``, ``certificate`` or ``lease`` entry; which fields are set follows the kind.

    `closes` is (incarnation, last place) of the journal that a new incarnation carries on from;
    `takes` the (first, last) of a spare block it binds to itself.
    """

    keys: PublicKeys | None = None
    certificate: bytes = b""
    closes: tuple[bytes, Tip] | None = None
    takes: tuple[int, int] | None = None
    lease: Lease | None = None


def journal_body(
    keys: PublicKeys,
    certificate: bytes,
    closes: tuple[bytes, Tip] | None,
    takes: Lease | None,
    program: str,
    follows: Mapping[str, object] | None = None,
) -> bytes:
    """Body of entry 1 of a journal; `follows` as `rekeying.follows_out` gives it."""
    return pack(
        {
            "keys": b64encode(keys.sign + keys.seal).decode("ascii"),
            "certificate": b64encode(certificate).decode("ascii"),
            "closes": [closes[0].hex(), closes[1].seq, closes[1].digest.hex()] if closes else None,
            "takes": [takes.first, takes.last] if takes else None,
            "program": program,
            "follows": follows,
        }
    )


def certificate_body(certificate: bytes) -> bytes:
    """Body of a center's ``certificate`` entry."""
    return pack({"certificate": b64encode(certificate).decode("ascii")})


def lease_body(lease: Lease) -> bytes:
    """Body of a center's ``lease`` entry."""
    return pack(
        {
            "identifier": lease.identifier,
            "first": lease.first,
            "last": lease.last,
            "node": lease.node.hex(),
            "incarnation": lease.incarnation.hex(),
            "since": lease.since.isoformat(),
        }
    )


def read_control(entry: Entry) -> ControlBody:
    """What such an entry says. Raises `Unreadable`."""
    if entry.text is None:
        raise Unreadable("body: purged")
    body = unpack(entry.text)
    try:
        if entry.kind == kinds.LEASE:
            return ControlBody(
                lease=Lease(
                    identifier=text(body, "identifier", None),
                    first=number(body, "first"),
                    last=number(body, "last"),
                    node=bytes.fromhex(text(body, "node", None)),
                    incarnation=bytes.fromhex(text(body, "incarnation")),
                    since=date.fromisoformat(text(body, "since", None)),
                )
            )
        certificate = b64decode(text(body, "certificate"), validate=True)
        if entry.kind == kinds.CERTIFICATE:
            return ControlBody(certificate=certificate)
        raw = b64decode(text(body, "keys", None), validate=True)
        keys = PublicKeys(raw[:KEY_BYTES], raw[KEY_BYTES:])
        closes = body.get("closes")
        takes = body.get("takes")
        return ControlBody(
            keys=keys,
            certificate=certificate,
            closes=_closed(closes) if closes is not None else None,
            takes=(int(takes[0]), int(takes[1])) if takes is not None else None,
        )
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise Unreadable(f"{entry.kind}: unreadable") from error


def _closed(raw: list[object]) -> tuple[bytes, Tip]:
    incarnation, seq, digest = raw
    if not isinstance(incarnation, str) or not isinstance(digest, str) or not isinstance(seq, int):
        raise Unreadable("closes: wrong types")
    closed = bytes.fromhex(incarnation)
    if len(closed) != INCARNATION_BYTES:
        raise Unreadable("closes: wrong length")
    return closed, Tip(seq, bytes.fromhex(digest))
