"""Scans in a bundle: behind all entries, smallest first, in parts; each counts only when it is whole.

A file is ciphertext named by its digest, so nobody on the way can read it or change it unseen. What is put in
says the maker's store, what is taken the receiver's: here is only how they travel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sync.protocol import limits
from sync.protocol.bundles import ScanPart

Named = tuple[bytes, int]
"""A scan's name and the length of its file."""


@dataclass(frozen=True, slots=True)
class ScanLoad:
    """What a maker has to say of scans.

    `offered`: what the receiver is not known to have. `read(name, length)` is the whole file, its digest
    checked, or None: it is missing here, or damaged. `asked`: names whose holding it wants to hear of, `held`
    and `wanted` the answer to such; `lacks`: what it would like to be brought. `room`: bytes there are.
    """

    offered: Sequence[Named] = ()
    read: Callable[[bytes, int], bytes | None] = lambda _name, _length: None
    asked: Sequence[bytes] = ()
    held: Sequence[bytes] = ()
    wanted: Sequence[bytes] = ()
    lacks: Sequence[bytes] = ()
    room: int = limits.MAX_BUNDLE


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes into a bundle: `files`; `left` others found no room, `missing` are not whole at the maker."""

    files: tuple[Named, ...] = ()
    left: int = 0
    missing: tuple[bytes, ...] = ()


NOTHING = ScanLoad()


def choose(load: ScanLoad, room: int) -> Chosen:
    """The smallest first, as many as there is room for. Every file is read, so that what is said is true."""
    files, missing, left = list[Named](), list[bytes](), 0
    for name, length in sorted(load.offered, key=lambda one: (one[1], one[0])):
        if len(files) + len(missing) >= limits.MAX_BUNDLE_SCANS or length > room:
            left += 1
        elif not 0 < length <= limits.MAX_SCAN or load.read(name, length) is None:
            missing.append(name)
        else:
            files.append((name, length))
            room -= length + _OVERHEAD
    return Chosen(tuple(files), left, tuple(missing))


_OVERHEAD = 4096
"""More than the frames around a file's parts need."""


def in_parts(load: ScanLoad, chosen: Chosen) -> Iterator[list[ScanPart]]:
    """The files in parts, several small ones together. One that was lost since it was chosen is left out."""
    piece: list[ScanPart] = []
    size = 0
    for name, length in chosen.files:
        content = load.read(name, length)
        if content is None:
            continue
        for at in range(0, length, limits.MAX_SCAN_PART):
            part = ScanPart(name, length, at, content[at : at + limits.MAX_SCAN_PART])
            if piece and size + len(part.content) > limits.MAX_SCAN_PART:
                yield piece
                piece, size = [], 0
            piece.append(part)
            size += len(part.content)
    if piece:
        yield piece


class ScanSink(Protocol):
    """Where files of a bundle go, one at a time."""

    def begin(self, name: bytes, length: int) -> str:
        """`TAKE`, `KNOWN` (it is here whole), or `UNNAMED`: no admitted entry names it with that length."""

    def add(self, content: bytes) -> None:
        """The next bytes of the file that was begun."""

    def finish(self) -> bool:
        """All bytes came: whether it is the file of that name. Then it counts; else nothing of it stays."""

    def drop(self) -> None:
        """It broke off: nothing of it stays."""


TAKE, KNOWN, UNNAMED = "take", "known", "unnamed"

_MARGIN = 16 * 1024 * 1024
"""Bytes of a stick that are left alone."""


def room_on(free: int) -> int:
    """Bytes that scans may take of a stick with `free` ones."""
    return max(0, free - _MARGIN)


@dataclass(slots=True)
class ScanTaking:
    """Puts parts together again; whatever a maker wrote, nothing but whole files gets through.

    `taken` are new here, `known` were here; `unnamed` no entry names, `damaged` were not whole or not
    themselves.
    """

    sink: ScanSink | None
    taken: set[bytes] = field(default_factory=set)
    known: int = 0
    unnamed: int = 0
    damaged: set[bytes] = field(default_factory=set)
    _name: bytes = b""
    _length: int = 0
    _at: int = 0
    _takes: bool = False

    def take(self, parts: Sequence[ScanPart]) -> None:
        """The next parts of the bundle."""
        for part in parts if self.sink is not None else ():
            if part.offset == 0:
                self.end()
                self._begin(part)
            elif (part.name, part.length, part.offset) != (self._name, self._length, self._at):
                self.end()
                self.damaged.add(part.name)
                continue
            self._add(part)

    def end(self) -> None:
        """Nothing more comes: what is not whole does not count."""
        if self._name:
            self._break()

    def _begin(self, part: ScanPart) -> None:
        assert self.sink is not None
        self._name, self._length, self._at = part.name, part.length, 0
        state = self.sink.begin(part.name, part.length)
        self._takes = state == TAKE
        self.known += state == KNOWN
        self.unnamed += state == UNNAMED

    def _add(self, part: ScanPart) -> None:
        assert self.sink is not None
        self._at += len(part.content)
        if self._at > self._length or not part.content:
            self._break()
            return
        if self._takes:
            self.sink.add(part.content)
        if self._at == self._length:
            if self._takes and self.sink.finish():
                self.taken.add(self._name)
            elif self._takes:
                self.damaged.add(self._name)
            self._name, self._takes = b"", False

    def _break(self) -> None:
        assert self.sink is not None
        if self._takes:
            self.sink.drop()
            self.damaged.add(self._name)
        self._name, self._length, self._at, self._takes = b"", 0, 0, False
