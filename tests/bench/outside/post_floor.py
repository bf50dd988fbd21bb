"""`post_floor.py DATABASE [HOST]`: the least center that keeps anything, for the floor of a push.

POST /push takes lines of JSON, zstd-compressed, and upserts them in one SQLite transaction, synchronous=FULL.
Prints its port. Runs with our own interpreter.
"""

from __future__ import annotations

import socket
import sqlite3
import sys

import msgspec
import uvicorn
import zstandard
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_TABLE = (
    "CREATE TABLE doc (id TEXT PRIMARY KEY, rev INT, code TEXT, status TEXT, due_at TEXT, body BLOB)"
    " WITHOUT ROWID"
)
_UPSERT = (
    "INSERT INTO doc VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET rev = excluded.rev,"
    " code = excluded.code, status = excluded.status, due_at = excluded.due_at, body = excluded.body"
    " WHERE excluded.rev > doc.rev"
)


class Head(msgspec.Struct):
    """What the center's table shows of a document."""

    id: str
    rev: int
    code: str
    status: str
    due_at: str


def main() -> None:
    connection = sqlite3.connect(sys.argv[1], isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(_TABLE)
    decode = msgspec.json.Decoder(Head).decode

    def row(line: bytes) -> tuple[object, ...]:
        head = decode(line)
        return head.id, head.rev, head.code, head.status, head.due_at, line

    async def push(request: Request) -> Response:
        body = await request.body()
        if body:
            lines = zstandard.ZstdDecompressor().decompressobj().decompress(body).split(b"\n")
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(_UPSERT, map(row, lines))
            connection.execute("COMMIT")
        return Response(b"ok")

    # The protocol is named: only then does asyncio send a small answer at once.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind((sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1", 0))
    listener.listen()
    print(listener.getsockname()[1], flush=True)
    app = Starlette(routes=[Route("/push", push, methods=["POST"])])
    uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off")).run(sockets=[listener])


if __name__ == "__main__":
    main()
