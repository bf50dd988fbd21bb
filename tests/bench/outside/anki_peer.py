"""`anki_peer.py DOCUMENTS FOLDER [--relay]`: Anki's client and sync server on the same dossiers, as JSON.

Each dossier is a note. Pushes all of them, then 100 changed ones, then nothing. With `--relay` the bytes are
counted instead of the time. Runs in the peers' environment, which has `anki`.
"""

from __future__ import annotations

import importlib
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 0.3).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("Fatal: the sync server does not answer")


def cpu_of(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def fill(collection: Any, lines: list[str]) -> None:
    request = importlib.import_module("anki.collection").AddNoteRequest
    kind, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
    for start in range(0, len(lines), 1000):
        notes = []
        for line in lines[start : start + 1000]:
            note = collection.new_note(kind)
            note.fields[0], note.fields[1] = json.loads(line)["code"], line
            notes.append(request(note=note, deck_id=deck))
        collection.add_notes(notes)


def change(collection: Any, count: int) -> None:
    time.sleep(1.1)  # Anki tells changes apart by the second
    changed = []
    for name in random.Random(3).sample(list(collection.find_notes("")), count):
        note = collection.get_note(name)
        note.fields[1] = note.fields[1].replace('"status":"', '"status":"X')
        changed.append(note)
    collection.update_notes(changed)


def main() -> None:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True)
    port = free_port()
    places = {"SYNC_USER1": "u:p", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port)}
    places |= {"SYNC_BASE": str(folder / "server"), "MAX_SYNC_PAYLOAD_MEGS": "500"}
    with open(folder / "server.log", "wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "anki.syncserver"], env={**os.environ, **places}, stdout=log, stderr=log
        )
    try:
        wait_for(port)
        relay = importlib.import_module("relay").Relay(port) if "--relay" in sys.argv else None
        print(json.dumps(phases(folder, lines, port, server.pid, relay)))
    finally:
        server.kill()
        server.wait()


def phases(folder: Path, lines: list[str], port: int, pid: int, relay: Any) -> dict[str, Any]:
    collection = importlib.import_module("anki.collection").Collection(str(folder / "desk.anki2"))
    login = collection.sync_login("u", "p", f"http://127.0.0.1:{relay.port if relay else port}/")
    collection.sync_collection(login, False)
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=login, server_usn=None, upload=True)
    collection.reopen(after_full_sync=True)
    fill(collection, lines)

    def measured(work: Callable[[], Any]) -> dict[str, float]:
        if relay:
            relay.taken()
        ours, theirs, began = time.process_time(), cpu_of(pid), time.perf_counter()
        said = work()
        seconds = time.perf_counter() - began
        if said.required:
            raise SystemExit(f"Fatal: Anki wants {said.required}")
        cpu = time.process_time() - ours + cpu_of(pid) - theirs
        return {"seconds": seconds, "cpu": cpu, "wire": relay.taken() if relay else 0}

    found = {"all": measured(lambda: collection.sync_collection(login, False))}
    time.sleep(1.1)
    change(collection, min(100, len(lines)))
    found["changed"] = measured(lambda: collection.sync_collection(login, False))
    found["nothing"] = measured(lambda: collection.sync_collection(login, False))
    collection.close()
    return found


if __name__ == "__main__":
    main()
