"""A dossier with a real scan that has come to the center."""

from __future__ import annotations

import os
from io import BytesIO

from PIL import Image

from sync.acts.attaching import attach
from sync.acts.move import Move
from sync.attachments.sealing import seal_scan
from sync.center.exchange.scans import scan_files
from sync.center.store import scans as rows_of
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.journal.own import Draft
from sync.model.dossier import Officer
from sync.model.scan import ScanFile
from tests.center.places import MemoryDesk


def pdf_of(pages: int) -> bytes:
    """A PDF of grey pages, each a little darker."""
    sheets = [Image.new("L", (300, 420), 230 - 20 * number) for number in range(pages)]
    out = BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def attach_scan(
    center: Center,
    desk: MemoryDesk,
    dossier: bytes,
    *,
    pages: int = 2,
    come: bool = True,
    title: str = "Tờ khai",
) -> ScanFile:
    """Attaches a scan to a dossier of the desk; `come`: its file is at the center."""
    file, sealed = seal_scan(pdf_of(pages), os.urandom(32), pages)
    with desk.store.snapshot() as ledger:
        state = ledger.dossier(desk.channel, dossier)
    assert state is not None
    made = attach(state, file, title, officer=Officer("1", "Bình"), now=center.clock())
    assert isinstance(made, Move)
    desk.write(Draft(made.kind, made.body, dossier))
    desk.push()
    if come:
        scan_files(center, desk.channel).put(file.name, sealed)
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            rows_of.put_state(rows.connection, desk.channel, file.name, file.length, rows_of.HELD)
            rows.changed = True
    return file
