"""The country's desks against one center: each a session with keys, journal and memory of its own.

Questions are sealed before the clock runs and answers are opened after it has stopped, so that what is
measured on a machine that both share is the center. Each answer is then checked as a desk does.
"""

from __future__ import annotations

import http.client
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sync.identity.keys import NodeKeys
from sync.journal.memory import MemoryStore
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.entry import DOSSIER_BYTES
from sync.model.moment import day_of
from sync.protocol.asking import Question, ask
from sync.protocol.hearing import hear
from sync.protocol.ports import EXCHANGE_PATH, MEDIA_TYPE
from tests.bench import samples
from tests.bench.country_center import CENTER, DESKS, ROOT, keys_of, now, record_of
from tests.bench.spent import cpu_of
from tests.bench.stopwatch import memory_of
from tests.bench.timing import percentile

AT_ONCE = 16
"""Connections. More would only wait in the center's queue: it has one lane for writing."""


class Session:
    """A desk in memory."""

    def __init__(self, number: int, desk: int, center: NodeKeys = CENTER, root: str = ROOT) -> None:
        self.keys, self.center = keys_of(f"{number}/{desk}"), center.public
        record = record_of(number, desk, center, root)
        self.channel = record.writes[0]
        self.store = MemoryStore({center.node: center.public})
        with self.store.transaction() as ledger:
            ledger.rows.save_node(record)
            ledger.rows.save_node(NodeRecord(center.public, kinds.CENTER, root))
            ledger.rows.put_note("certificate", record.certificate)

    def receive(self, place: int, count: int) -> None:
        """Some dossiers of the samples."""
        at = now()
        found = samples.dossiers(500)
        with self.store.transaction() as ledger:
            own = OwnJournals(ledger, self.keys, os.urandom)
            drafts = [
                Draft(kinds.RECEIVED, intake_out(found[(place + n) % 500]), os.urandom(DOSSIER_BYTES))
                for n in range(count)
            ]
            own.append(self.channel, drafts, day_of(at).toordinal())

    def ask(self) -> Question:
        """The next question."""
        return ask(self.store, self.keys, self.center, now())

    def hear(self, question: Question, answer: bytes) -> int:
        """Takes in an answer; what is pending then."""
        heard = hear(self.store, question, answer, now())
        assert not heard.problem, heard.problem
        return heard.pending


@dataclass(frozen=True, slots=True)
class Round:
    """All desks exchanged once. `seconds` of the whole, latencies sorted, `cpu` seconds of the center."""

    exchanges: int
    entries: int
    seconds: float
    latencies: Sequence[float]
    cpu: float
    memory: float

    @property
    def p95(self) -> float:
        """Seconds."""
        return percentile(self.latencies, 95)


@contextmanager
def country(folder: Path, units: int, url: str = "") -> Iterator[tuple[str, int]]:
    """(address, process id) of the center."""
    words = [str(folder), str(units), *([url] if url else [])]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.country_center", *words], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http"), "the center did not come up"
        yield address, process.pid
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def sessions(units: int) -> list[Session]:
    """The desks, the communes' first ones first, as they come in over five minutes."""
    return [Session(number, desk) for desk in range(1, DESKS + 1) for number in range(units)]


def exchanged(address: str, pid: int, desks: Sequence[Session], entries: int, a_second: float = 0.0) -> Round:
    """All desks exchange once, `AT_ONCE` at a time; with `a_second` so many come in a second, and an answer's
    time runs from when its desk wanted it. Fails when an answer is not sound.
    """
    questions = [desk.ask() for desk in desks]
    cpu = cpu_of(pid)
    latencies: list[float] = []
    answers_of: list[bytes] = [b""] * len(desks)
    work: queue.SimpleQueue[int] = queue.SimpleQueue()
    for place in range(len(desks)):
        work.put(place)

    def carry() -> None:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
        try:
            while True:
                place = work.get_nowait()
                began = time.perf_counter()
                if a_second:
                    due = start + place / a_second
                    time.sleep(max(0.0, due - began))
                    began = due
                connection.request(
                    "POST", EXCHANGE_PATH, questions[place].sealed, {"Content-Type": MEDIA_TYPE}
                )
                answer = connection.getresponse()
                body = answer.read()
                assert answer.status == 200, answer.status
                latencies.append(time.perf_counter() - began)
                answers_of[place] = body
        except queue.Empty:
            return
        finally:
            connection.close()

    threads = [threading.Thread(target=carry) for _ in range(AT_ONCE)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start
    spent = cpu_of(pid) - cpu
    memory = memory_of(pid, "Rss")
    for desk, question, answer in zip(desks, questions, answers_of, strict=True):
        assert desk.hear(question, answer) == 0, "not everything was acknowledged"
    return Round(len(desks), entries, seconds, sorted(latencies), spent, memory)
