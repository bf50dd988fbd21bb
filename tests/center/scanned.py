"""Desks with scans, and a center that takes them: what the tests of uploads share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from desk_app.operations.attaching import attach
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.receive import receive
from sync.acts.attaching import attach as attach_act
from sync.acts.move import Move
from sync.attachments.sealing import seal_scan
from sync.attachments.tokens import GET, LIFE, PUT, ScanToken, sign_token
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.journal.own import Draft
from sync.links.carrying import Answer, Wire
from sync.links.tus import ScanLink
from sync.model.dossier import Officer
from sync.model.scan import ScanFile
from sync.protocol.ports import LinkFailed
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.offices import OFFICER, request

NUMBER = f"{UNIT}-261123-0001"


class ScanDesk(MemoryDesk):
    """A desk in memory with one dossier; `scan` attaches a file of random bytes and tells the center."""

    def __init__(self, center: Center, *, unit: str = UNIT, desk: int = 1) -> None:
        super().__init__(center, unit=unit, desk=desk, known=True)
        [self.dossier] = self.receive(f"{unit}-261123-000{desk}")
        self.push()

    def scan(self, size: int, *, push: bool = True) -> tuple[ScanFile, bytes]:
        """(what the entry says, the encrypted file)."""
        file, sealed = seal_scan(os.urandom(size), os.urandom(32), 1)
        with self.store.snapshot() as ledger:
            dossier = ledger.dossier(self.channel, self.dossier)
        assert dossier is not None
        made = attach_act(dossier, file, "Tờ khai", officer=Officer("1", "Bình"), now=self.center.clock())
        assert isinstance(made, Move)
        self.write(Draft(made.kind, made.body, self.dossier))
        if push:
            self.push()
        return file, sealed

    def token(self, file: ScanFile, purpose: str = PUT, **other: object) -> str:
        """The desk's word for the file; `other` fields as given."""
        expiry = int(self.center.clock().timestamp()) + LIFE
        fields = {
            "purpose": purpose,
            "node": self.keys.node,
            "channel": self.channel,
            "name": file.name,
            "length": file.length,
            "expiry": expiry,
            **other,
        }
        return sign_token(self.keys, self.center.keys.node, ScanToken(**fields))  # type: ignore[arg-type]

    def get_token(self, file: ScanFile) -> str:
        """The desk's word that it may read the file."""
        return self.token(file, GET)


def enrolled_desk(center: Center, data: Path, clock: Clock, dossiers: int = 1) -> Desk:
    """A real desk, enrolled at a center that is served, with dossiers received."""
    invitation = invite(center, UNIT, name="Xã Ví Dụ")
    enrol(data, invitation.encode(), clock=clock).close()
    desk = open_desk(data, clock)
    if dossiers:
        receive(desk, [request() for _ in range(dossiers)], OFFICER)
    return desk


def attach_to(desk: Desk, number: str, content: bytes, title: str = "Tờ khai") -> bytes:
    """Attaches and returns the file's name."""
    return attach(desk, number, content, title, OFFICER).value.scan.name


class CutWire:
    """A wire that lets `through` bytes of bodies pass and then breaks, once; afterwards it is whole."""

    def __init__(self, link: ScanLink, through: int) -> None:
        self.link, self.left, self.cuts = link, through, 0
        self.bodies = 0

    def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        if method == "PATCH":
            if self.cuts == 0 and len(body) >= self.left:
                self.cuts += 1
                kept = body[: self.left]
                if kept:
                    self.link.request(method, url, headers, kept)
                    self.bodies += len(kept)
                raise LinkFailed("unreachable", "cut")
            self.left -= len(body)
            self.bodies += len(body)
        return self.link.request(method, url, headers, body)


def as_wire(link: ScanLink) -> Wire:
    """The whole wire."""
    return link.request
