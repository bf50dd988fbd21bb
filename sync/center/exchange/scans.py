"""Which scans a center holds, wants, takes and gives: by channel, never by what another unit has.

Files lie in a folder of their channel's own, so that no answer can depend on another unit's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sync.attachments.files import WHOLE, ScanFiles
from sync.attachments.sealing import MAX_SEALED
from sync.attachments.tokens import GET, PUT, ScanToken, check_token, is_current, read_token
from sync.attachments.uploads import Upload, Uploads
from sync.center.store import scans as rows_of
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows
from sync.identity.keys import NotGenuine
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.protocol.answering import Visit

NODE_QUOTA: Final = 512 * 1024 * 1024
"""Bytes a node may have begun and not finished."""
RESERVE: Final = 1024 * 1024 * 1024
"""Bytes that stay free on the disk for what matters more."""
MOST_LOST: Final = 16
"""Lost scans, and at a hub scans somebody asked for in vain, named unasked in one reply."""
_MOST_ASKED: Final = 1024
"""Scans that a hub remembers somebody asked for in vain."""


class Refused(Exception):
    """Why a scan is not taken or given: an HTTP status and a few English words."""

    def __init__(self, status: int, words: str, retry_after: int = 0) -> None:
        super().__init__(f"{status}: {words}")
        self.status = status
        self.words = words
        self.retry_after = retry_after


def scan_files(center: Center, channel: str) -> ScanFiles:
    """The files of one channel. The name ends in a letter no system strips."""
    return ScanFiles(_root(center) / "held" / (channel.replace(":", "-") + "_"))


def uploads_of(center: Center) -> Uploads:
    """What has begun to come; on the same disk as the files."""
    return Uploads(_root(center) / "coming")


def _root(center: Center) -> Path:
    return center.files


def tell_of_scans(center: Center, ledger: Ledger, visit: Visit) -> None:
    """Fills in what the reply says of scans. A file counts as held only while it is there in its length."""
    connection = center_rows(ledger).connection
    allowed = may_bring(visit.record)
    for name in dict.fromkeys(visit.scans):
        places = rows_of.channels_naming(connection, name, allowed)
        if not places:
            continue
        held = [_holds(center, ledger, channel, name, length) for channel, length in places.items()]
        (visit.scans_held if all(held) else visit.scans_wanted).append(name)
    asked = set(visit.scans)
    lost = rows_of.lost_in(connection, allowed, MOST_LOST) + rows_of.asked_in(connection, allowed, MOST_LOST)
    visit.scans_wanted += [name for name in dict.fromkeys(lost) if name not in asked]


def _holds(center: Center, ledger: Ledger, channel: str, name: bytes, length: int) -> bool:
    connection = center_rows(ledger).connection
    state = rows_of.state_of(connection, channel, name)
    if state != rows_of.HELD:
        return False
    if scan_files(center, channel).state(name, length) == WHOLE:
        return True
    rows_of.mark_all(connection, channel, name, rows_of.LOST)
    center_rows(ledger).changed = True
    return False


def may_bring(record: NodeRecord) -> set[str]:
    """Its own channels, and those it may pass on: the rule of entries."""
    return {*record.writes, *record.reads}


def permitted(center: Center, text: str, purpose: str) -> ScanToken:
    """The token of that text, if it may be used now for `purpose`. Raises `Refused`."""
    try:
        token, said, signature = read_token(text)
        with center.store.snapshot() as ledger:
            record = ledger.rows.node(token.node)
            if record is None:
                raise NotGenuine("token: of nobody known")
            if ledger.bounds(token.node) is not None:
                raise NotGenuine("token: of a revoked node")
            check_token(record.keys, center.keys.node, said, signature)
            allowed = may_bring(record) if purpose == PUT else set(record.reads)
            length = rows_of.named_length(center_rows(ledger).connection, token.channel, token.name)
    except NotGenuine as error:
        raise Refused(403, str(error)) from error
    if token.purpose != purpose or token.channel not in allowed:
        raise Refused(403, "token: not for this")
    if not is_current(token, int(center.clock().timestamp())):
        raise Refused(403, "token: expired")
    if length is None:
        raise Refused(404, "no admitted entry names this file")
    if length != token.length:
        raise Refused(403, "the entry gives another length")
    return token


def begin_upload(center: Center, token: ScanToken) -> Upload:
    """A new upload for the token, or the one begun with the like of it before. Raises `Refused`."""
    uploads, now = uploads_of(center), center.clock()
    uploads.sweep(now)
    wanted = Upload(_upload_id(center, token), token.node, token.channel, token.name, token.length, 0.0)
    others = [one for one in uploads.open_ones() if one.id != wanted.id]
    if sum(one.length for one in others if one.node == token.node) + token.length > NODE_QUOTA:
        raise Refused(429, "too much begun and not finished", 3600)
    if uploads.free() < RESERVE + token.length:
        raise Refused(507, "the disk is nearly full", 3600)
    upload = uploads.create(wanted, now)
    if scan_files(center, token.channel).state(token.name, token.length) == WHOLE:
        finish_upload(center, upload, already=True)
        return uploads.find(upload.id, now) or upload
    return upload


def finish_upload(center: Center, upload: Upload, *, already: bool = False) -> bool:
    """Hashes a finished upload and counts it in; False when it is not the file it should be."""
    uploads, files = uploads_of(center), scan_files(center, upload.channel)
    if already:
        if files.state(upload.name, upload.length, deep=True) != WHOLE:
            files.remove(upload.name)
            return False
        uploads.conclude(upload)
    elif not uploads.finish(upload, files):
        return False
    count_in(center, upload.channel, upload.name, upload.length)
    center.stirred()
    return True


def is_settled(center: Center, upload: Upload) -> bool:
    """Whether where the upload stands is the truth: bytes are still to come, or its file is counted in."""
    if not upload.done:
        return uploads_of(center).offset(upload) < upload.length
    if scan_files(center, upload.channel).state(upload.name, upload.length) != WHOLE:
        return False
    with center.store.snapshot() as ledger:
        state = rows_of.state_of(center_rows(ledger).connection, upload.channel, upload.name)
    return state == rows_of.HELD


def settle_upload(center: Center, upload: Upload) -> Upload | None:
    """Brings to its end an upload that is not settled: the power went between its last byte and its count.

    None: it is no more, or its bytes were the wrong ones, so its sender begins anew. Call it under the
    upload's lock.
    """
    uploads, now = uploads_of(center), center.clock()
    found = uploads.find(upload.id, now)
    if found is None or is_settled(center, found):
        return found
    if found.done:
        uploads.remove(found.id)  # a new one finds the file, or brings it
        return None
    return uploads.find(found.id, now) if finish_upload(center, found) else None


def count_in(center: Center, channel: str, name: bytes, length: int) -> None:
    """The file lies whole in the channel's folder: it is held, and shared where its dossier was carried."""
    with center.store.transaction(beside=True) as ledger:
        rows = center_rows(ledger)
        rows_of.put_state(rows.connection, channel, name, length, rows_of.HELD)
        rows.changed = True
        for dossier in rows_of.dossiers_naming(rows.connection, channel, name):
            share_scans(center, rows, dossier, name)


def share_scans(center: Center, rows: CenterRows, dossier: bytes, name: bytes | None = None) -> None:
    """Gives every channel that a dossier was carried into the files of its scans that any of its channels
    has (`name`: of one scan only)."""
    places = rows_of.places_of(rows.connection, dossier)
    if len({channel for channel, _name, _length in places}) < 2:
        return
    held = {
        (one, length): scan_files(center, channel).path(one)
        for channel, one, length in places
        if scan_files(center, channel).state(one, length) == WHOLE
    }
    for channel, one, length in places:
        source = held.get((one, length))
        if source is None or name not in (None, one):
            continue
        scan_files(center, channel).put(one, source.read_bytes())
        rows_of.put_state(rows.connection, channel, one, length, rows_of.HELD)
        rows.changed = True


def file_to_give(center: Center, text: str, name: str) -> tuple[Path, int]:
    """The file a token asks for and its length. Raises `Refused`."""
    token = permitted(center, text, GET)
    if token.name.hex() != name:
        raise Refused(403, "token: for another file")
    files = scan_files(center, token.channel)
    if files.state(token.name, token.length) != WHOLE:
        _note_asked(center, token)
        raise Refused(404, "the file is not here")
    return files.path(token.name), token.length


def _note_asked(center: Center, token: ScanToken) -> None:
    """A desk asked its hub in vain: another desk that has the file hears of it, and brings it."""
    if center.upstream is None:
        return
    with center.store.snapshot() as ledger:
        known = rows_of.asked_in(center_rows(ledger).connection, [token.channel], _MOST_ASKED)
    if token.name in known or len(known) >= _MOST_ASKED:
        return
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows_of.put_asked(rows.connection, token.channel, token.name, token.length)
        rows.changed = True


def _upload_id(center: Center, token: ScanToken) -> str:
    """The same for the same file of the same node, and nobody can guess it: it is a part of a signature."""
    said = token.node + token.name + token.channel.encode("ascii", "replace")
    return center.keys.sign(b"motcua upload v1", said)[:16].hex()


class ScanKeeping:
    """What the door of uploads asks about scans (see `api.scans`)."""

    path = "/v1/scans"
    most = MAX_SEALED
    media = "application/vnd.motcua.scan"

    def __init__(self, center: Center) -> None:
        self.center = center
        self.uploads = uploads_of(center)

    def permitted(self, text: str) -> ScanToken:
        """The token of that text, if a file may be brought by it. Raises `Refused`."""
        return permitted(self.center, text, PUT)

    def begin(self, token: ScanToken) -> Upload:
        """See `begin_upload`."""
        return begin_upload(self.center, token)

    def finish(self, upload: Upload) -> bool:
        """See `finish_upload`."""
        return finish_upload(self.center, upload)

    def is_settled(self, upload: Upload) -> bool:
        """See `is_settled`."""
        return is_settled(self.center, upload)

    def settle(self, upload: Upload) -> Upload | None:
        """See `settle_upload`."""
        return settle_upload(self.center, upload)

    def give(self, text: str, name: str) -> Path:
        """The file a token asks for. Raises `Refused`."""
        return file_to_give(self.center, text, name)[0]
