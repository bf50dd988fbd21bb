"""Scans for the center's staff, opened in memory only, and the check that every one is whole."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Connection

from sync.attachments.converting import preview
from sync.attachments.files import DAMAGED, MISSING, WHOLE
from sync.attachments.sealing import open_scan
from sync.attachments.trouble import ScanLost
from sync.center.exchange.scans import scan_files
from sync.center.store import scans as rows_of
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.model.scan import Scan

_WORDS = {MISSING: "is missing", DAMAGED: "is damaged"}


def scans_of(center: Center, channel: str, dossier: bytes) -> list[tuple[Scan, str]]:
    """A dossier's scans, each with ``whole``, ``missing`` (not come yet, or lost) or ``damaged``."""
    with center.store.snapshot() as ledger:
        folded = ledger.dossier(channel, dossier)
    files = scan_files(center, channel)
    scans = folded.scans if folded else ()
    return [(scan, files.state(scan.name, scan.file.length)) for scan in scans]


def scan_pdf(center: Center, channel: str, scan: Scan) -> bytes:
    """The plain PDF of a scan. Raises `CenterError` when its file is not here whole."""
    try:
        return open_scan(scan.file, scan_files(center, channel).read(scan.name, scan.file.length))
    except ScanLost as lost:
        if lost.state == MISSING:
            raise CenterError(
                "Bản chụp này chưa về tới trung tâm.", "Máy ở xã sẽ tự gửi khi có mạng; hãy xem lại sau."
            ) from lost
        raise CenterError(
            "Tệp bản chụp ở trung tâm đã hỏng.",
            "Hãy chạy “motcua center verify”; máy ở xã còn giữ tệp sẽ gửi lại.",
        ) from lost


def scan_pages(center: Center, channel: str, scan: Scan, dpi: float, first: int, count: int) -> list[bytes]:
    """PNG pictures of pages; only these are shown in a browser, never the file itself."""
    return preview(scan_pdf(center, channel, scan), dpi, first, count)


def check_scans(center: Center, problems: list[str]) -> int:
    """Hashes every file that has come; what is missing or damaged is named in `problems` and wanted again.

    Returns how many were looked at. A damaged file is deleted, for it proves nothing and stands in the way.
    """
    with center.store.snapshot() as ledger:
        expected = rows_of.files_expected(center_rows(ledger).connection)
    lost: list[tuple[str, bytes]] = []
    for channel, name, length in expected:
        files = scan_files(center, channel)
        state = files.state(name, length, deep=True)
        if state == WHOLE:
            continue
        problems.append(f"{channel}: scan {name.hex()[:16]} {_WORDS[state]}")
        lost.append((channel, name))
        if state == DAMAGED:
            files.remove(name)
    sweep_files(center)
    if lost:
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            for channel, name in lost:
                rows_of.mark_all(rows.connection, channel, name, rows_of.LOST)
            rows.changed = True
    return len(expected)


def sweep_files(center: Center) -> None:
    """Deletes files that no entry names any more, as after a purge, under the lock that names them."""
    with center.store.transaction() as ledger:
        for channel in ledger.rows.channels():
            named = partial(_is_named, center_rows(ledger).connection, channel)
            scan_files(center, channel).sweep(named, center.clock())


def _is_named(connection: Connection, channel: str, name: bytes) -> bool:
    return rows_of.named_length(connection, channel, name) is not None
