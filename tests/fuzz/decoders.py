"""Every decoder of bytes or text from outside, with its one kind of refusal and sound beginnings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO

import msgspec

from desk_app.domain.citizen_card import CardRefused, parse_card
from desk_app.domain.scans import ScanRefused, read_scan
from sync.attachments.tokens import PUT, ScanToken, read_token, sign_token
from sync.identity.boxes import RequestBox
from sync.identity.certificates import Invitation, read_certificate, read_invitation
from sync.identity.keys import NotGenuine
from sync.journal.port import NodeRecord
from sync.model.bodies import Unreadable, unpack
from sync.model.entry import Entry, EntryRefused, JournalId, decode_entry, new_entry
from sync.model.fold import fold
from sync.model.kinds import DESK, KINDS
from sync.model.slip_code import SlipCodeError, decode
from sync.protocol import codec
from sync.protocol.asking import REQUEST_CONTEXT
from sync.protocol.bundles import BundleRefused
from sync.protocol.codec import MessageRefused, segment_in
from sync.protocol.messages import EnrolReply, EnrolRequest, Reply, Request
from sync.protocol.receipts import latest_receipt, read_receipt
from sync.protocol.unloading import open_bundle, take_bundle
from tests.protocol.world import CHANNEL, DAY, World, intake

LONGEST = 64 * 1024
"""Bytes of one input: all that comes from outside is limited before it is decoded."""


@dataclass(frozen=True, slots=True)
class Decoder:
    """`run` decodes; nothing but one of `refusals` may come out of it. `seeds` are sound inputs."""

    run: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...]
    seeds: Callable[[], Sequence[bytes]]

    def try_one(self, raw: bytes) -> bool:
        """Whether the input was taken. Raises what must never be raised."""
        try:
            self.run(raw)
        except self.refusals:
            return False
        return True


@cache
def _world() -> World:
    world = World(2)
    world.heal()
    world.desks[0].receive(serial=1)
    world.heal()
    world.desks[0].receive(serial=2)
    return world


def _text(raw: bytes) -> str:
    """Text as it comes from a scanner or a pasted line: any characters, lone surrogates too."""
    return raw.decode("utf-8", "surrogateescape")


def _message(shape: type) -> Callable[[bytes], object]:
    return lambda raw: codec.unpack(raw, shape)


def _frames(*messages: msgspec.Struct) -> list[bytes]:
    return [codec.pack(one, coding) for one in messages for coding in (codec.PLAIN, codec.ZSTD)]


@cache
def _request() -> Request:
    desk = _world().desks[0]
    opened = desk.ask()
    # what the desk asks, as the center decodes it
    from sync.protocol.engine import open_request

    request = open_request(_world().center.keys, opened.sealed).request
    assert request is not None
    return request


@cache
def _reply() -> Reply:
    world = _world()
    question = world.desks[1].ask()
    opened = question.box.open_answer(world.center.answer(question.sealed))
    return codec.unpack(opened[64:], Reply)


def _exchange(frame: bytes) -> object:
    """A frame signed by a desk that is known: decoder, journals and answer see every byte of it."""
    world = _world()
    desk, center = world.desks[0], world.center
    signature = desk.keys.sign(REQUEST_CONTEXT, center.keys.node + frame)
    sealed = RequestBox(center.keys.public, signature + desk.keys.node + frame).sealed
    store, center.store = center.store, center.store.copied()
    try:
        return center.answer(sealed)
    finally:
        center.store = store


def _segments(raw: bytes) -> object:
    return [segment_in(one, bytes(16)).entries for one in codec.unpack(raw, Request).segments]


def _entry(raw: bytes) -> object:
    size = int.from_bytes(raw[:2], "big")
    return decode_entry(raw[2 : 2 + size], raw[2 + size :])


def _entries() -> list[bytes]:
    held = sorted(_world().center.entries().values(), key=lambda entry: entry.order)
    return [len(one.envelope).to_bytes(2, "big") + one.envelope + (one.body or b"") for one in held[:6]]


_NODE = bytes(range(16))
_JOURNAL = JournalId(_NODE, CHANNEL, b"incarn-1")
_DOSSIER = bytes(range(16, 32))
_KINDS = sorted(KINDS)


def _folded(raw: bytes) -> object:
    """A dossier whose entries, well formed and sealed, say anything: folding never fails, it flags."""
    entries: list[Entry] = []
    for place, piece in enumerate(raw.split(b"\0\0")[:32]):
        kind = _KINDS[piece[0] % len(_KINDS)] if piece else "received"
        before = entries[-1].tip if entries else None
        body = piece[1:16_000]
        seen = () if place % 3 == 2 else [one.digest for one in entries[-1:]]
        entries.append(
            new_entry(
                _JOURNAL, before, kind=kind, body=body, day=DAY.toordinal(), dossier=_DOSSIER,
                seen=seen, height=len(entries) + 1,
            )
        )  # fmt: skip
    return fold(_DOSSIER, entries, {_NODE: DESK})


def _bodies() -> list[bytes]:
    held = [(one.kind, one.text) for one in _world().center.entries().values() if one.dossier]
    return [bytes((_KINDS.index(kind),)) + body for kind, body in held if kind in _KINDS and body][:6]


def _lives() -> list[bytes]:
    """Dossiers received, to which then something of each kind happens."""
    received, more = _bodies()[0], b'{"at":"2026-11-24T08:00+07:00","by":["cb1","A"]'
    after = {
        "status": b',"to":"processing"',
        "payment": b',"lines":[{"name":"a","amount":1}]',
        "noted": b',"text":"x"',
    }
    happened = [
        bytes((place,)) + more + after.get(kind, b',"reason":"x","to":"done"') + b"}"
        for place, kind in enumerate(_KINDS)
    ]
    return [
        *_bodies(),
        *(b"\0\0".join((received, one)) for one in happened),
        b"\0\0".join((received, *happened)),
    ]


@cache
def _bundle() -> bytes:
    from sync.protocol.carrying import pack_bundle
    from tests.protocol.world import NOON

    desk = _world().desks[0]
    file = BytesIO()
    pack_bundle(desk.store, desk.keys, desk.upstream.public, NOON, file, entropy=desk.chance)
    return file.getvalue()


def _unbundle(raw: bytes) -> object:
    desk = _world().desks[1]
    store = desk.store.copied()
    return take_bundle(store, desk.keys, desk.upstream.public, open_bundle(store, desk.keys, BytesIO(raw)))


def _record() -> NodeRecord:
    desk = _world().desks[0]
    record = desk.ledger.rows.node(desk.keys.node)
    assert record is not None
    return record


def _invitation() -> list[bytes]:
    keys = _world().center.keys.public
    plain = Invitation("https://motcua.example.vn:8443", keys, "H15.50.05.13", bytes(range(10)))
    pinned = Invitation("https://10.0.0.2", keys, "H15.50.05.13", bytes(10), (bytes(32), bytes(range(32))))
    return [plain.encode().encode(), pinned.encode().encode()]


def _receipt() -> list[bytes]:
    world = _world()
    found = latest_receipt(world.desks[0].ledger, world.center.keys.node)
    assert found is not None
    return [found.encode()]


def _token() -> list[bytes]:
    desk = _world().desks[0]
    said = ScanToken(PUT, desk.keys.node, CHANNEL, bytes(32), 4711, 1_795_410_000)
    return [sign_token(desk.keys, bytes(16), said).encode()]


def _slip() -> list[bytes]:
    from sync.model.slip_code import SlipRecord, encode

    one = intake("H15.50.05.13-261123-0001")
    record = SlipRecord(
        _DOSSIER, one.number, one.procedure.code, one.received_at, one.due_at, _NODE, 1, bytes(8)
    )
    return [encode(record, bytes(64)).encode()]


def _cards() -> list[bytes]:
    birth = "01011960"
    whole = f"001060000001|012345678|Nguyễn Văn Mẫu|{birth}|Nam|Thôn 1, Xã Ví Dụ, Huyện Mẫu|01072021"
    return [whole.encode(), (whole + "|||Nguyễn Văn Cha|Trần Thị Mẹ|").encode()]


_TODAY = date(2026, 11, 23)
_NOISE = (NotGenuine,)

DECODERS: dict[str, Decoder] = {
    "request": Decoder(_message(Request), (MessageRefused,), lambda: _frames(_request())),
    "reply": Decoder(_message(Reply), (MessageRefused,), lambda: _frames(_reply())),
    "enrol-request": Decoder(
        _message(EnrolRequest),
        (MessageRefused,),
        lambda: _frames(EnrolRequest(bytes(10), bytes(32), bytes(32), "desk", 1, "", [], "motcua 1", 0)),
    ),
    "enrol-reply": Decoder(
        _message(EnrolReply),
        (MessageRefused,),
        lambda: _frames(EnrolReply(certificate=_record().certificate, unit="H15.50.05.13")),
    ),
    "segments": Decoder(_segments, (MessageRefused, EntryRefused), lambda: _frames(_request())),
    "exchange": Decoder(_exchange, (MessageRefused,), lambda: _frames(_request())),
    "entry": Decoder(_entry, (EntryRefused,), _entries),
    "body": Decoder(unpack, (Unreadable,), lambda: [one[1:] for one in _bodies()]),
    "fold": Decoder(_folded, (), _lives),
    "bundle": Decoder(_unbundle, (BundleRefused,), lambda: [_bundle()]),
    "certificate": Decoder(lambda raw: read_certificate(raw, None), _NOISE, lambda: [_record().certificate]),
    "invitation": Decoder(lambda raw: read_invitation(_text(raw)), _NOISE, _invitation),
    "receipt": Decoder(read_receipt, _NOISE, _receipt),
    "token": Decoder(lambda raw: read_token(_text(raw)), _NOISE, _token),
    "slip-code": Decoder(lambda raw: decode(_text(raw)), (SlipCodeError,), _slip),
    "citizen-card": Decoder(lambda raw: parse_card(_text(raw), _TODAY), (CardRefused,), _cards),
    "scan": Decoder(lambda raw: read_scan(_text(raw), _TODAY), (ScanRefused,), lambda: _cards() + _slip()),
}
