"""The ends of a push: our desk with a served center, and the floor, one POST into one SQLite transaction."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import requests
import zstandard

from desk_app.operations.enrolment import enrol
from desk_app.operations.synchronise import SyncReport, http_post_to, synchronise
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import Intake
from sync.model.entry import DOSSIER_BYTES
from sync.model.moment import VIETNAM, iso_minute
from tests.bench.outside.relay import Relay
from tests.bench.peers import OUTSIDE
from tests.system.processes import ServedCenter, motcua

UNIT = "H99.99.001"
CHANGED = 100


def now() -> datetime:
    """The machine's clock: the served center goes by it."""
    return datetime.fromtimestamp(time.time(), VIETNAM)


class OurPush:
    """A desk with dossiers, enrolled at a center in a process of its own; `relay` counts between them."""

    def __init__(self, folder: Path, *, counted: bool = False) -> None:
        data = folder / "center"
        self.server = ServedCenter(data)
        self.server.start()
        try:
            assert self.server.process is not None
            self.pid = self.server.process.pid
            self.relay = Relay(self.server.port) if counted else None
            self.address = self.relay.address if self.relay else self.server.address
            invited = motcua(data, "center", "invite", UNIT, "--name", "Ủy ban nhân dân xã Ví Dụ")
            self.desk = enrol(folder / "desk", invited["invitation"], clock=now)
        except BaseException:
            self.server.kill()
            raise
        self.bodies = 0
        self.held: list[tuple[bytes, Intake]] = []

    def close(self) -> None:
        """Ends both ends."""
        self.desk.close()
        self.server.kill()
        if self.relay:
            self.relay.close()

    def receive(self, intakes: Sequence[Intake]) -> None:
        """Writes receptions, each sealed by itself as an officer's F9 does; in one commit, to save time."""
        desk, day = self.desk, self.desk.today()
        with desk.store.transaction() as ledger:
            own = desk.own(ledger)
            for intake in intakes:
                dossier = os.urandom(DOSSIER_BYTES)
                draft = Draft(kinds.RECEIVED, intake_out(intake), dossier)
                own.append(desk.settings.channel, [draft], day)
                self.held.append((dossier, intake))

    def change(self, count: int) -> None:
        """The next status of some dossiers."""
        desk, step = self.desk, max(1, len(self.held) // count)
        with desk.store.transaction() as ledger:
            own = desk.own(ledger)
            for dossier, intake in self.held[::step][:count]:
                said = {"at": iso_minute(intake.received_at + timedelta(minutes=30)), "to": "processing"}
                body = pack({**said, "by": officer_out(intake.officer)})
                own.append(desk.settings.channel, [Draft(kinds.STATUS, body, dossier)], desk.today())

    def push(self) -> SyncReport:
        """Synchronises as the window's button does; everything must be acknowledged afterwards."""
        post = http_post_to(self.address)

        def counted(path: str, body: bytes) -> bytes:
            answer = post(path, body)
            self.bodies += len(body) + len(answer)
            return answer

        report = synchronise(self.desk, counted).value
        assert (report.reached, report.pending, report.problem) == (True, 0, ""), report
        return report


def documents(intakes: Sequence[Intake]) -> list[dict[str, object]]:
    """The same dossiers as a program without journals would keep and send them: about 1.5 KB of JSON each."""
    found: list[dict[str, object]] = []
    for at, intake in enumerate(intakes):
        said = json.loads(intake_out(intake))
        papers = [
            {"name": one.name, "originals": one.originals, "copies": one.copies, "checked": True}
            for one in intake.papers
        ]
        event = {"id": os.urandom(16).hex(), "at": iso_minute(intake.received_at), "actor": "cb01"}
        event |= {"action": "received", "note": f"Tiếp nhận hồ sơ, hẹn trả {intake.due_at:%H:%M %d/%m/%Y}"}
        head = {"id": os.urandom(16).hex(), "rev": 1, "code": intake.number, "status": "received"}
        times = {"due_at": iso_minute(intake.due_at), "updated_at": iso_minute(intake.received_at)}
        plain = {**head, **times, "order": at, **said, "papers": papers, "events": [event]}
        plain["owner"] = plain.get("owner", plain["applicant"])
        found.append(plain)
    return found


def compact(document: object) -> bytes:
    """JSON without spaces."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


class FloorPush:
    """Documents in a local SQLite, what is dirty in one zstd-3 POST, upserted in one transaction."""

    def __init__(self, folder: Path, found: Sequence[dict[str, object]], server: FloorServer) -> None:
        self.server = server
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Accept-Encoding"] = "identity"
        self.db = sqlite3.connect(folder / "floor.db", isolation_level=None)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE doc (id TEXT PRIMARY KEY, body BLOB, dirty INT)")
        self.db.execute("CREATE INDEX dirty ON doc (dirty) WHERE dirty = 1")
        self.db.execute("BEGIN")
        rows = [(one["id"], compact(one)) for one in found]
        self.db.executemany("INSERT INTO doc VALUES (?, ?, 1)", rows)
        self.db.execute("COMMIT")

    def change(self, found: Sequence[dict[str, object]], count: int) -> None:
        """Some documents say something else now."""
        some = found[:: max(1, len(found) // count)][:count]
        rows = [(compact({**one, "rev": 2, "status": "processing"}), one["id"]) for one in some]
        self.db.execute("BEGIN")
        self.db.executemany("UPDATE doc SET body = ?, dirty = 1 WHERE id = ?", rows)
        self.db.execute("COMMIT")

    def push(self) -> None:
        """One POST, also when there is nothing to say."""
        rows = self.db.execute("SELECT id, body FROM doc WHERE dirty = 1").fetchall()
        body = zstandard.ZstdCompressor(level=3).compress(b"\n".join(row[1] for row in rows)) if rows else b""
        answer = self.session.post(self.server.address + "/push", data=body, timeout=60)
        assert answer.text == "ok"
        if rows:
            self.db.execute("BEGIN")
            self.db.executemany("UPDATE doc SET dirty = 0 WHERE id = ?", [(row[0],) for row in rows])
            self.db.execute("COMMIT")

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()
        self.session.close()


class FloorServer:
    """`outside/post_floor.py` as a process; `relay` counts before it."""

    def __init__(self, process: subprocess.Popen[str], port: int, *, counted: bool) -> None:
        self.pid = process.pid
        self.relay = Relay(port) if counted else None
        self.address = self.relay.address if self.relay else f"http://127.0.0.1:{port}"


@contextmanager
def floor_server(folder: Path, *, counted: bool) -> Iterator[FloorServer]:
    """The floor's server for the length of the block."""
    command = [sys.executable, str(OUTSIDE / "post_floor.py"), str(folder / "server.db")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        server = FloorServer(process, int(process.stdout.readline()), counted=counted)
        yield server
        if server.relay:
            server.relay.close()
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
