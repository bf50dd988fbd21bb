"""The shim that stands between a program and its disk (`faultio.c`): made, loaded, armed, its log read."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("faultio.c")
KILL, INPUT_OUTPUT, NO_SPACE, SHORT, SYNC_FAILS = 1, 2, 3, 4, 5
"""What is done to an operation: the numbers of `enum deed`."""
ALWAYS = 1 << 30
_HEAD = struct.Struct("<QI")


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the log: `op` as in `faultio.c`, a path below the folder, what was written where."""

    op: str
    path: str
    offset: int
    content: bytes


@cache
def shim() -> Path:
    """The compiled shim; skips the test, saying why, where it cannot be had."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("the shim needs Linux and a C compiler (Debian: gcc libc6-dev)")
    made = Path(tempfile.gettempdir()) / f"motcua-faultio-{sha256(SOURCE.read_bytes()).hexdigest()[:16]}.so"
    if not made.exists():
        beside = made.with_suffix(f".{os.getpid()}")
        command = [compiler, "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", str(beside), str(SOURCE)]
        subprocess.run([*command, "-ldl", "-lpthread"], check=True)
        beside.replace(made)
    return made


def places(root: Path) -> dict[str, str]:
    """The environment that puts a desk's data, keys and marks below `root`, where the shim looks."""
    return {"MOTCUA_KEYS": str(root / "keys"), "MOTCUA_STATE": str(root / "state")}


def under_shim(root: Path, module: str, *words: str, log: Path | None = None) -> str:
    """Runs a module of the tests under the shim, what it does below `root` written to `log`; its output."""
    environment = {**os.environ, **places(root), "LD_PRELOAD": str(shim()), "FAULTIO_UNDER": str(root)}
    if log is not None:
        environment["FAULTIO_LOG"] = str(log)
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def arm(at: int, deed: int, times: int = 1) -> None:
    """In a process under the shim: from the `at`-th operation on, `times` of them meet with `deed`."""
    ctypes.CDLL(None).faultio_arm(ctypes.c_long(at), deed, times)


def counted() -> int:
    """In a process under the shim: operations since it was armed."""
    count = ctypes.CDLL(None).faultio_count
    count.restype = ctypes.c_long
    return int(count())


def read_log(log: Path, root: Path) -> Iterator[Operation]:
    """The operations in their order, paths relative to `root`; a rename's `content` is its target."""
    raw, at, before = log.read_bytes(), 0, len(str(root)) + 1
    while at < len(raw):
        op, size = chr(raw[at]), int.from_bytes(raw[at + 1 : at + 3], "little")
        path = raw[at + 3 : at + 3 + size].decode()[before:]
        offset, length = _HEAD.unpack_from(raw, at + 3 + size)
        at += 3 + size + _HEAD.size
        content = raw[at : at + length]
        at += length
        yield Operation(op, path, offset, content[before:] if op == "r" else content)
