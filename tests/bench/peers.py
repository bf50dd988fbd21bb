"""Peers' own environments, made once under the output folder; a peer that cannot be had says why instead."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.registry import Run

PYTHON_PEERS = (
    "anki==26.9.3",
    "fpdf2==2.8.9",
    "python-barcode==0.16.1",
    "requests==2.34.2",
    "segno==1.6.6",
    "typst==0.15.2",
)
NODE_PEERS = {"express": "^5.3.0", "express-pouchdb": "^4.2.0", "pouchdb": "^9.0.0"}
OUTSIDE = Path(__file__).parent / "outside"
_LAST_WORDS = 80


class PeerMissing(Exception):
    """There is no such peer here; the text is the reason, for the table."""


def python_peer(run: Run) -> Path:
    """The interpreter of the environment with `PYTHON_PEERS`. Raises `PeerMissing`."""
    home = run.out / "peers" / "python"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = home / "ready.txt"
    wanted = "\n".join((sys.version, *PYTHON_PEERS))
    if ready.is_file() and ready.read_text(encoding="utf-8") == wanted:
        return python
    if run.quick:
        raise PeerMissing("not in the quick run")
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home, with_pip=True)
    _quiet([str(python), "-m", "pip", "install", "--quiet", *PYTHON_PEERS], "install")
    ready.write_text(wanted, encoding="utf-8")
    return python


def node_peer(run: Run) -> Path:
    """The folder in which node finds `NODE_PEERS`. Raises `PeerMissing`."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise PeerMissing("no node")
    home = run.out / "peers" / "node"
    ready = home / "ready.json"
    wanted = json.dumps({"private": True, "dependencies": NODE_PEERS}, sort_keys=True)
    if ready.is_file() and ready.read_text(encoding="utf-8") == wanted:
        return home
    if run.quick:
        raise PeerMissing("not in the quick run")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (home / "package.json").write_text(wanted, encoding="utf-8")
    _quiet(["npm", "install", "--silent", "--no-audit", "--no-fund"], "install", cwd=home)
    ready.write_text(wanted, encoding="utf-8")
    return home


def outside(python: Path, script: str, *args: str, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Runs a script of `outside/` with another interpreter; its last line of output is a JSON object."""
    whole = {**os.environ, "PYTHONUTF8": "1", **(env or {})}
    done = _quiet([str(python), str(OUTSIDE / script), *args], "run", env=whole)
    found = json.loads(done.splitlines()[-1])
    assert isinstance(found, dict)
    return found


def _quiet(
    command: Sequence[str], what: str, *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    try:
        done = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, timeout=900, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerMissing(f"{what}: {type(error).__name__}") from error
    if done.returncode:
        words = done.stderr.strip().splitlines() or [str(done.returncode)]
        told = next((line for line in words if line.startswith("Fatal")), words[-1])
        raise PeerMissing(f"{what}: {told[:_LAST_WORDS]}")
    return done.stdout
