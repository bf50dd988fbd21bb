"""Backups of desks at their center: opaque bytes by unit and desk, the newest two of each.

A center has no key to them. They lie beside the scans, in a folder of their unit's and their desk's own;
which there are is what lies there, and needs no table.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sync.attachments.copy_tokens import (
    BRING,
    LIST,
    MAX_COPY,
    TAKE,
    CopyToken,
    HeldCopy,
    check_copy_token,
    is_current,
    read_copy_token,
    sign_list,
)
from sync.attachments.files import WHOLE, ScanFiles
from sync.attachments.uploads import Upload, Uploads
from sync.center.exchange.scans import RESERVE, Refused
from sync.center.store.opening import Center
from sync.identity.keys import NotGenuine
from sync.model import kinds
from sync.model.entry import NODE_BYTES

KEPT: Final = 2
"""Backups of one desk."""


def copy_files(center: Center, channel: str, node: bytes) -> ScanFiles:
    """The backups of one desk. The name ends in a letter no system strips."""
    return ScanFiles(_unit_folder(center, channel) / node.hex())


def _unit_folder(center: Center, channel: str) -> Path:
    return center.files / "copies" / "held" / (channel.replace(":", "-") + "_")


def held_copies(center: Center, channel: str) -> list[HeldCopy]:
    """The backups of a unit's desks, the newest first."""
    found: list[HeldCopy] = []
    folder = _unit_folder(center, channel)
    with center.store.snapshot() as ledger:
        for one in sorted(folder.iterdir()) if folder.is_dir() else ():
            node = bytes.fromhex(one.name)
            record = ledger.rows.node(node)
            for name, length, at in _files(copy_files(center, channel, node)):
                found.append(HeldCopy(node, record.desk if record else 0, name, length, int(at)))
    return sorted(found, key=lambda one: (one.at, one.name), reverse=True)


def _files(files: ScanFiles) -> list[tuple[bytes, int, float]]:
    """(digest, length, time) of the files of one desk."""
    found = []
    for name in files.names():
        stat = files.path(name).stat()
        found.append((name, stat.st_size, stat.st_mtime))
    return found


class CopyKeeping:
    """What the door of uploads asks about backups (see `api.scans`)."""

    path = "/v1/copies"
    most = MAX_COPY
    media = "application/vnd.motcua.copy"

    def __init__(self, center: Center) -> None:
        self.center = center
        self.uploads = Uploads(center.files / "copies" / "coming")

    def permitted(self, text: str, purpose: str = BRING) -> CopyToken:
        """The token of that text, if it may be used now. Raises `Refused`.

        A desk brings its own, into its own unit; it lists and is given all of its unit's, for one that was
        enrolled in a lost desk's place has another key.
        """
        center = self.center
        try:
            token, said, signature = read_copy_token(text)
            with center.store.snapshot() as ledger:
                record = ledger.rows.node(token.node)
                if record is None:
                    raise NotGenuine("token: of nobody known")
                if ledger.bounds(token.node) is not None:
                    raise NotGenuine("token: of a revoked node")
                check_copy_token(record.keys, center.keys.node, said, signature)
        except NotGenuine as error:
            raise Refused(403, str(error)) from error
        if token.purpose != purpose or record.role != kinds.DESK or token.channel not in record.writes:
            raise Refused(403, "token: not for this")
        if not is_current(token, int(center.clock().timestamp())):
            raise Refused(403, "token: expired")
        return token

    def begin(self, token: CopyToken) -> Upload:
        """A new upload, or the one begun before; one at a time for each desk. Raises `Refused`."""
        now = self.center.clock()
        self.uploads.sweep(now)
        said = token.node + token.name + token.channel.encode("ascii", "replace")
        named = self.center.keys.sign(b"motcua copy upload v1", said)[:NODE_BYTES].hex()
        wanted = Upload(named, token.node, token.channel, token.name, token.length, 0.0)
        for other in list(self.uploads.open_ones()):
            if other.node == token.node and other.id != wanted.id:
                self.uploads.remove(other.id)  # it has made a newer one since
        if self.uploads.free() < RESERVE + token.length:
            raise Refused(507, "the disk is nearly full", 3600)
        upload = self.uploads.create(wanted, now)
        if copy_files(self.center, token.channel, token.node).state(token.name, token.length) == WHOLE:
            self.uploads.conclude(upload)
            return self.uploads.find(upload.id, now) or upload
        return upload

    def finish(self, upload: Upload) -> bool:
        """Hashes a finished upload and keeps it; older ones go. False when it is not what was promised."""
        files = copy_files(self.center, upload.channel, upload.node)
        if not self.uploads.finish(upload, files):
            return False
        held = sorted(_files(files), key=lambda one: (one[0] == upload.name, one[2]), reverse=True)
        for name, _length, _at in held[KEPT:]:
            files.remove(name)
        return True

    def is_settled(self, upload: Upload) -> bool:
        """Whether where the upload stands is the truth: bytes are still to come, or its file is held."""
        if not upload.done:
            return self.uploads.offset(upload) < upload.length
        files = copy_files(self.center, upload.channel, upload.node)
        return files.state(upload.name, upload.length) == WHOLE

    def settle(self, upload: Upload) -> Upload | None:
        """Brings to its end an upload that is not settled; None: it has to begin anew."""
        now = self.center.clock()
        found = self.uploads.find(upload.id, now)
        if found is None or self.is_settled(found):
            return found
        if found.done:
            self.uploads.remove(found.id)
            return None
        return self.uploads.find(found.id, now) if self.finish(found) else None

    def give(self, text: str, name: str) -> Path:
        """The file a token asks for. Raises `Refused`."""
        token = self.permitted(text, TAKE)
        if token.name.hex() != name:
            raise Refused(403, "token: for another file")
        for one in held_copies(self.center, token.channel):
            if (one.name, one.length) == (token.name, token.length):
                return copy_files(self.center, token.channel, one.node).path(one.name)
        raise Refused(404, "the file is not here")

    def listed(self, text: str) -> bytes:
        """The signed list of the unit's backups. Raises `Refused`."""
        token = self.permitted(text, LIST)
        return sign_list(self.center.keys, text, held_copies(self.center, token.channel))
