"""A desk as a process of its own that receives, attaches and syncs without end, until it is killed.

``python -m tests.system.faults.desk DATA SEED [--trusting]``

Prints what it told its officer, once that is durable: ``R number`` received, ``S name`` a scan attached
(SHA-256 of what is kept), ``A number`` acknowledged by the center, ``. word`` a synchronisation that ended
so. With ``--trusting`` the planted mistake: whatever comes under status 200 counts as the center's word.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from desk_app.operations.attaching import attach
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.hubs import hub_of
from desk_app.operations.officers import officer_named
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import SyncReport, synchronise
from sync.acts.requests import IntakeRequest
from sync.identity.keys import NotGenuine
from sync.links import http
from sync.links.tus import ScanLink
from sync.model.dossier import Person
from sync.model.moment import VIETNAM
from sync.protocol import draining, receipts
from sync.protocol.codec import MessageRefused
from sync.protocol.hearing import Heard, hear
from sync.protocol.ports import LinkFailed
from tests.attachments.papers import small_jpeg

TIMEOUTS = (1.0, 1.0)
"""Seconds. The loopback is quick; waiting as long as a real line deserves would only make fewer faults."""
PATIENCE = 3.0


def say(word: str, what: str) -> None:
    """One line, out of this process before anything else is done."""
    sys.stdout.write(f"{word} {what}\n")
    sys.stdout.flush()


def trust_everybody() -> None:
    """The planted mistake of many a client: 200 means it was taken."""

    def credulous(store: Any, question: Any, sealed: bytes, now: datetime) -> Heard:
        try:
            return hear(store, question, sealed, now)
        except (NotGenuine, MessageRefused):
            receipts.pending_entries = nothing_waits  # type: ignore[assignment]
            return Heard(sent=question.sent, acknowledged=question.sent)

    counted = receipts.pending_entries

    def nothing_waits(*of: Any) -> receipts.Pending:
        return replace(counted(*of), entries=0)

    def only_the_status(response: Any) -> None:
        if response.status_code != 200:
            raise LinkFailed("busy", str(response.status_code))

    draining.hear = credulous  # type: ignore[attr-defined]
    http._check_status = only_the_status


def exchange(desk: Desk) -> SyncReport:
    """As the window does it, hub first where there is one, with less patience."""
    hub = hub_of(desk)
    links = [
        ScanLink(address, timeouts=TIMEOUTS, patience=PATIENCE, proxies={})
        for address in (desk.trust().center_address, hub.address if hub else "http://127.0.0.1:1")
    ]
    try:
        return synchronise(
            desk, links[0].post, links[0].request, hub_post=links[1].post, hub_wire=links[1].request
        ).value
    finally:
        for link in links:
            link.close()


def work(desk: Desk, chance: random.Random) -> None:
    """Receives some dossiers, attaches a scan now and then, syncs; without end."""
    officer = officer_named(desk, None)
    told: list[str] = []
    for turn in count():
        requests = [IntakeRequest("1.004873", Person(f"Công dân {turn}"))] * chance.randint(1, 3)
        for received in receive(desk, requests, officer).value:
            say("R", received.number)
            told.append(received.number)
        if turn % 3 == 0:
            paper = small_jpeg(chance.randrange(1 << 30))
            say("S", attach(desk, told[-1], paper, f"Giấy {turn}", officer).value.scan.name.hex())
        report = exchange(desk)
        if report.reached and report.pending == 0:
            for number in told:
                say("A", number)
            told.clear()
        say(".", "whole" if report.reached and not report.problem else "trouble")


def main() -> None:
    """Works until it is killed."""
    if "--trusting" in sys.argv:
        trust_everybody()
    desk = open_desk(Path(sys.argv[1]), lambda: datetime.now(VIETNAM))
    work(desk, random.Random(int(sys.argv[2])))


if __name__ == "__main__":
    main()
