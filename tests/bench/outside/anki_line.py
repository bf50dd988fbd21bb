"""Anki over a line: `anki_line.py serve FOLDER HOST PORT`, `anki_line.py drain DOCUMENTS FOLDER ADDRESS`.

`drain` makes a collection of the documents, says ``ready``, waits for a line on its input, and syncs until
it is done, again and again as a patient person would; prints the seconds as JSON. Runs in the peers'
environment.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

TRIES = 20


def serve(folder: Path, host: str, port: str) -> None:
    """Becomes Anki's sync server."""
    folder.mkdir(parents=True)
    places = {"SYNC_USER1": "u:p", "SYNC_HOST": host, "SYNC_PORT": port, "SYNC_BASE": str(folder / "server")}
    os.execve(sys.executable, [sys.executable, "-m", "anki.syncserver"], {**os.environ, **places})


def fill(collection: Any, lines: list[str]) -> None:
    """A note for each document."""
    request = importlib.import_module("anki.collection").AddNoteRequest
    kind, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
    notes = []
    for line in lines:
        note = collection.new_note(kind)
        note.fields[0], note.fields[1] = json.loads(line)["code"], line
        notes.append(request(note=note, deck_id=deck))
    collection.add_notes(notes)


def drain(documents: Path, folder: Path, address: str) -> None:
    """The client's part."""
    folder.mkdir(parents=True)
    collection = importlib.import_module("anki.collection").Collection(str(folder / "desk.anki2"))
    login = collection.sync_login("u", "p", f"{address}/")
    collection.sync_collection(login, False)
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=login, server_usn=None, upload=True)
    collection.reopen(after_full_sync=True)
    fill(collection, documents.read_text(encoding="utf-8").splitlines())
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.perf_counter()
    for tries in range(1, TRIES + 1):
        try:
            said = collection.sync_collection(login, False)
        except Exception as error:  # a peer's own kinds of failure; what counts is whether it gets through
            print(type(error).__name__, file=sys.stderr, flush=True)
            continue
        if said.required:
            raise SystemExit(f"Fatal: Anki wants {said.required}")
        print(json.dumps({"seconds": time.perf_counter() - began, "tries": tries}), flush=True)
        collection.close()
        return
    raise SystemExit("Fatal: Anki did not get through")


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    drain(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
