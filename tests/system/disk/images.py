"""What a disk may hold after the power went: five ways in which what was not yet synced has come to it.

A name is durable once its folder was synced, bytes once their file was (POSIX promises no more). A sync that
failed loses what it should have brought for good: the kernel calls those pages clean from then on.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.system.disk.shim import Operation

MODELS = ("nothing", "all", "prefix", "lottery", "garbage")
SECTOR = 512
VOLATILE = ("-shm",)
"""Made anew at every opening: what stood there is nobody's."""
Image = Mapping[str, bytes | None]
"""Every file's bytes by its path; None for a folder."""


@dataclass(slots=True)
class _Inode:
    folder: bool = False
    durable: bytes = b""
    pending: list[Operation] = field(default_factory=list)

    def settle(self) -> None:
        """All that was written is on the platter."""
        content = bytearray(self.durable)
        for one in self.pending:
            _play(content, one)
        self.durable = bytes(content)
        self.pending = []


class Disk:
    """The disk as operations come; `image` is what would be found on it now."""

    def __init__(self, *, kind: bool = False) -> None:
        self._kind = kind
        """Whether a file's sync brings the names of its folder too, as most file systems do."""
        self._now: dict[str, _Inode] = {"": _Inode(folder=True)}
        self._names: dict[str, _Inode] = {"": self._now[""]}
        self._moved: list[tuple[str, _Inode | None]] = []

    def apply(self, one: Operation) -> None:
        """One operation of the log."""
        if one.op in "cm":
            self._name(one.path, _Inode(folder=one.op == "m"))
        elif one.op == "d":
            self._now.pop(one.path)
            self._moved.append((one.path, None))
        elif one.op == "r":
            inode = self._now.pop(one.path)
            self._name(one.content.decode(), inode)
            self._moved.append((one.path, None))
        elif one.op in "sS":
            self._sync(one)
        else:
            self._now[one.path].pending.append(one)

    def _name(self, path: str, inode: _Inode) -> None:
        self._now[path] = inode
        self._moved.append((path, inode))

    def _sync(self, one: Operation) -> None:
        inode = self._now[one.path]
        if one.op == "S":
            inode.pending.clear()
        elif inode.folder:
            self._settle_names(one.path)
        else:
            inode.settle()
            if self._kind:
                self._settle_names(_folder(one.path))

    def _settle_names(self, folder: str) -> None:
        kept = []
        for path, inode in self._moved:
            if _folder(path) != folder:
                kept.append((path, inode))
            else:
                _put(self._names, path, inode)
        self._moved = kept

    def image(self, model: str, chance: random.Random) -> dict[str, bytes | None]:
        """What one of `MODELS` leaves; names are kept in the order in which they were given."""
        names = dict(self._names)
        count = {"nothing": 0, "all": len(self._moved)}.get(model, chance.randint(0, len(self._moved)))
        for path, inode in self._moved[:count]:
            _put(names, path, inode)
        found: dict[str, bytes | None] = {}
        for path, inode in sorted(names.items(), key=lambda item: item[0].count("/")):
            if path and _folder(path) not in found and _folder(path):
                continue  # its folder's own name did not last
            if path and not path.endswith(VOLATILE):
                found[path] = None if inode.folder else _left(inode, model, chance)
        return found


def _put(names: dict[str, _Inode], path: str, inode: _Inode | None) -> None:
    if inode is None:
        names.pop(path, None)
    else:
        names[path] = inode


def _folder(path: str) -> str:
    return "" if "/" not in path else str(PurePosixPath(path).parent)


def _left(inode: _Inode, model: str, chance: random.Random) -> bytes:
    pending = inode.pending
    if model == "nothing" or not pending:
        return inode.durable
    content = bytearray(inode.durable)
    if model in ("prefix", "garbage"):
        pending = pending[: chance.randint(0, len(pending))]
    whole = pending if model != "prefix" else pending[:-1]
    for one in whole:
        if model == "lottery":
            _play_some(content, one, chance)
        else:
            _play(content, one)
    if model == "prefix" and pending:  # the last one is torn
        last = pending[-1]
        cut = chance.randint(0, len(last.content)) // SECTOR * SECTOR
        if last.op == "w" and cut:
            _play(content, Operation("w", last.path, last.offset, last.content[:cut]))
    if model == "garbage" and pending and pending[-1].op == "w":
        last = pending[-1]  # its length came, its bytes did not: whatever had stood there
        _play(content, Operation("w", last.path, last.offset, chance.randbytes(len(last.content))))
    return bytes(content)


def _play(content: bytearray, one: Operation) -> None:
    if one.op == "t":
        del content[one.offset :]
        content.extend(bytes(one.offset - len(content)))
        return
    content.extend(bytes(max(0, one.offset - len(content))))
    content[one.offset : one.offset + len(one.content)] = one.content


def _play_some(content: bytearray, one: Operation, chance: random.Random) -> None:
    if one.op == "t":
        if chance.random() < 0.5:
            _play(content, one)
        return
    for at in range(0, len(one.content), SECTOR):
        if chance.random() < 0.5:
            part = one.content[at : at + SECTOR]
            _play(content, Operation("w", one.path, one.offset + at, part))


class Scene:
    """A folder that is made to hold one image after the other; what is the same already is left alone."""

    def __init__(self, root: Path, touched: Iterable[str]) -> None:
        self.root = root
        self._touched = tuple(touched)
        """Beginnings of the names of files that the program writes to when an image is opened."""
        self._laid: dict[str, bytes | None] = {}

    def lay(self, image: Image) -> None:
        """Makes the folder hold the image and nothing else."""
        for path in sorted(self.root.rglob("*"), key=lambda one: -len(one.parts)):
            name = path.relative_to(self.root).as_posix()
            if name in image:
                continue
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        for name, content in image.items():
            path = self.root / name
            if content is None:
                path.mkdir(exist_ok=True)
            elif self._laid.get(name) is not content or path.name.startswith(self._touched):
                path.write_bytes(content)
        self._laid = dict(image)
