"""The databases the center is tested on: an encrypted file, and a PostgreSQL of the tests' own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from sync.center.store.dialect import Engines, postgres_engines, sqlite_engines


def sqlite_at(path: Path) -> Engines:
    """An encrypted file of the test's own."""
    return sqlite_engines(path, bytes(range(32)))


def postgres_folder() -> Path:
    """Where PostgreSQL's programs lie; skips the test, saying why, where it cannot be run."""
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed")
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not installed:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    return installed[-1].parent


def _unprivileged() -> dict[str, Any]:
    """How to run as nobody: PostgreSQL refuses to run as root."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@contextmanager
def postgres_cluster(*, durable: bool = False) -> Iterator[str]:
    """A cluster on a local socket in a folder of its own; gives its URL, and takes it down. `durable`: its
    commits wait for the disk."""
    programs = postgres_folder()
    # a socket's path may have about a hundred characters: not below the tests' own deep folders
    folder = Path(tempfile.mkdtemp(prefix="mc-pg-"))
    who = _unprivileged()
    if who:
        os.chown(folder, who["user"], who["group"])
    data = folder / "data"
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=40"
    if not durable:
        settings += " -c fsync=off"

    def run(*command: str) -> None:
        # a file, not a pipe: the server keeps it open, and a pipe would be waited for
        with (folder.parent / f"{folder.name}.log").open("ab") as log:
            subprocess.run(command, check=True, cwd=folder, stdout=log, stderr=log, timeout=60, **who)

    try:
        run(
            *(str(programs / "initdb"), "-D", str(data), "-U", "motcua", "-A", "trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C"),
        )
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-t", "30", "-o", settings, "start")
        try:
            yield f"postgresql+psycopg://motcua@/postgres?host={folder}"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        (folder.parent / f"{folder.name}.log").unlink(missing_ok=True)


def fresh_postgres(url: str, number: int) -> Engines:
    """Engines over a new, empty database of the cluster."""
    with create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect() as connection:
        connection.execute(text(f"CREATE DATABASE test_{number}"))
    return postgres_engines(url.replace("/postgres?", f"/test_{number}?"))
