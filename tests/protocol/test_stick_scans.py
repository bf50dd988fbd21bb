"""Scans in a bundle, whatever a maker wrote: nothing but whole files of admitted entries gets through."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import limits
from sync.protocol.bundles import Cargo, ScanPart
from sync.protocol.codec import PLAIN, MessageRefused, pack, unpack
from sync.protocol.stick_scans import KNOWN, TAKE, UNNAMED, Chosen, ScanLoad, ScanTaking, choose, in_parts

FILES = [bytes([at]) * size for at, size in enumerate((1, 5, 9, 14), start=1)]
NAMED = {sha256(one).digest(): one for one in FILES[:3]}
STRANGER = FILES[3]


@dataclass
class Shelf:
    """A receiver in memory: entries name the first three files."""

    here: dict[bytes, bytes] = field(default_factory=dict)
    name: bytes = b""
    coming: bytes | None = None

    def begin(self, name: bytes, length: int) -> str:
        assert self.coming is None, "one at a time, and none forgotten"
        if name not in NAMED or len(NAMED[name]) != length:
            return UNNAMED
        if name in self.here:
            return KNOWN
        self.name, self.coming = name, b""
        return TAKE

    def add(self, content: bytes) -> None:
        assert self.coming is not None
        self.coming += content

    def finish(self) -> bool:
        assert self.coming is not None
        content, self.coming = self.coming, None
        if sha256(content).digest() != self.name:
            return False
        self.here[self.name] = content
        return True

    def drop(self) -> None:
        assert self.coming is not None
        self.coming = None


def load_of(files: list[bytes], **more: object) -> ScanLoad:
    held = {sha256(one).digest(): one for one in files}
    return ScanLoad(
        offered=[(name, len(one)) for name, one in held.items()],
        read=lambda name, _length: held[name],
        **more,  # type: ignore[arg-type]
    )


def parts_of(content: bytes, size: int = 4) -> list[ScanPart]:
    name = sha256(content).digest()
    return [ScanPart(name, len(content), at, content[at : at + size]) for at in range(0, len(content), size)]


def taken(parts: list[ScanPart]) -> tuple[Shelf, ScanTaking]:
    shelf = Shelf()
    taking = ScanTaking(shelf)
    taking.take(parts)
    taking.end()
    assert shelf.coming is None
    return shelf, taking


def test_files_come_out_as_they_went_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SCAN_PART", 4)
    load = load_of(FILES)
    chosen = choose(load, 10**9)
    assert [length for _name, length in chosen.files] == [1, 5, 9, 14], "the smallest first"
    pieces = list(in_parts(load, chosen))
    assert all(sum(len(part.content) for part in piece) <= 4 for piece in pieces)
    shelf, taking = taken([part for piece in pieces for part in piece])
    assert shelf.here == NAMED
    assert (taking.taken, taking.unnamed, taking.damaged) == (set(NAMED), 1, set())
    taking = ScanTaking(shelf)
    taking.take([part for piece in pieces for part in piece])
    assert (taking.taken, taking.known) == (set(), 3), "again, and nothing happens"


shuffled = st.lists(
    st.sampled_from([part for one in FILES for part in parts_of(one)]).flatmap(
        lambda part: st.sampled_from(
            [
                part,
                msgspec.structs.replace(part, content=part.content[:-1] + b"\xff"),
                msgspec.structs.replace(part, length=part.length + 1),
                msgspec.structs.replace(part, offset=part.offset + 1),
                msgspec.structs.replace(part, name=bytes(32)),
                msgspec.structs.replace(part, content=part.content * 3),
            ]
        )
    ),
    max_size=30,
)


@given(shuffled)
def test_whatever_parts_come_in_whatever_order_only_whole_named_files_count(parts: list[ScanPart]) -> None:
    shelf, taking = taken(parts)
    assert set(shelf.here.items()) <= set(NAMED.items())
    assert taking.taken == set(shelf.here)
    assert sha256(STRANGER).digest() not in shelf.here


@given(st.permutations(FILES[:3]), st.integers(0, 10))
def test_a_cut_anywhere_leaves_whole_files_or_none(files: list[bytes], at: int) -> None:
    parts = [part for one in files for part in parts_of(one)][:at]
    shelf, taking = taken(parts)
    whole = {
        sha256(one).digest() for one in files if parts.count(parts_of(one)[-1]) and parts_of(one)[-1] in parts
    }
    assert set(shelf.here) == whole
    assert len(taking.damaged) <= 1


def test_what_has_no_room_is_counted_and_the_small_ones_go() -> None:
    chosen = choose(load_of([b"a" * 100, b"b" * 5000, b"c" * 100_000]), 20_000)
    assert ([length for _name, length in chosen.files], chosen.left, chosen.missing) == ([100, 5000], 1, ())
    assert choose(load_of([b"a"]), 0) == Chosen((), 1, ())


def test_what_is_not_whole_at_the_maker_is_named() -> None:
    content = b"a" * 50
    name = sha256(content).digest()
    load = ScanLoad(offered=[(name, 50), (bytes(32), 0)], read=lambda _name, _length: None)
    assert choose(load, 10**6) == Chosen((), 0, (bytes(32), name))
    lost = list(in_parts(load, Chosen(((name, 50),))))
    assert lost == [], "lost since it was chosen"


@pytest.mark.parametrize(
    "part",
    [
        [b"short", 10, 0, b"x"],
        [bytes(32), 0, 0, b"x"],
        [bytes(32), limits.MAX_SCAN + 1, 0, b"x"],
        [bytes(32), 10, -1, b"x"],
        [bytes(32), 10, 2**40, b"x"],
        [bytes(32), 10, 0, b""],
        [bytes(32), 10, 0, bytes(limits.MAX_SCAN_PART + 1)],
        ["../../evil", 10, 0, b"x"],
        [bytes(32), 10, 0],
    ],
)
def test_a_part_beyond_the_limits_is_refused_unread(part: list[object]) -> None:
    frame = pack(Cargo([]), PLAIN)[:2] + msgspec.msgpack.encode([[], [part]])
    with pytest.raises(MessageRefused):
        unpack(frame, Cargo)


def test_a_bundle_of_before_scans_is_still_read() -> None:
    assert unpack(pack(Cargo([]), PLAIN)[:2] + msgspec.msgpack.encode([[]]), Cargo) == Cargo([])
