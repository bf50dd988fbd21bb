"""What a mirror holds, read past whatever is damaged in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations import mirror_files as files
from desk_app.operations.backup_copies import ENVELOPE, desks_at
from desk_app.operations.backup_key import kept_key, opened_key
from desk_app.operations.mirror_records import Begin, DeskRecord, Run, unpack
from sync.identity.seals import Seal
from sync.model.entry import Entry, EntryRefused, JournalId


@dataclass(frozen=True, slots=True)
class MirrorPlace:
    """A mirror that lies somewhere: its `folder` of segments and whose it is."""

    folder: Path
    desk_id: str


@dataclass(slots=True)
class MirrorRead:
    """Entries and seals by journal, each entry once; `desk`: the latest record of who the desk is; how many
    places are `damaged`; whether the end is `torn`."""

    desk: DeskRecord | None = None
    entries: dict[JournalId, dict[bytes, Entry]] = field(default_factory=dict)
    seals: dict[JournalId, dict[bytes, Seal]] = field(default_factory=dict)
    segments: int = 0
    damaged: int = 0
    torn: bool = False

    @property
    def count(self) -> int:
        """How many entries."""
        return sum(len(one) for one in self.entries.values())

    @property
    def dossiers(self) -> set[bytes]:
        """The dossiers that they are about."""
        return {one.dossier for held in self.entries.values() for one in held.values() if one.dossier}


def find_mirror(source: Path) -> MirrorPlace | None:
    """The mirror at a place, in a desk's folder there, or the folder itself; None where there is none.

    Raises `DeskError` where there are several desks' mirrors, `OSError`.
    """
    if source.name == files.FOLDER and source.is_dir():
        return _place(source)
    if not source.is_dir():
        return None
    found = [one for one in (_place(desk / files.FOLDER) for desk in desks_at(source)) if one is not None]
    if len(found) > 1:
        raise DeskError(
            "Nơi này có sổ dự phòng của nhiều quầy.",
            "Chọn thư mục của đúng quầy: " + ", ".join(one.folder.parent.name for one in found) + ".",
        )
    return found[0] if found else None


def _place(folder: Path) -> MirrorPlace | None:
    name = folder.parent.name
    if not folder.is_dir() or not name.startswith("motcua-") or not files.segments_in(folder):
        return None
    return MirrorPlace(folder, name.removeprefix("motcua-"))


def mirror_key(place: MirrorPlace, code: str) -> bytes:
    """The key that opens a mirror: this machine's, else the one under the code. Raises `DeskError`."""
    key = kept_key(place.desk_id)
    if key is not None:
        return key
    envelope = place.folder / ENVELOPE
    if not envelope.exists():
        envelope = place.folder.parent / ENVELOPE
    if not envelope.exists():
        raise DeskError(
            "Máy này không có khóa để mở sổ dự phòng, và sổ không kèm phong bì khóa.",
            "Dùng máy cũ, hoặc chép thư mục khóa (MOTCUA_KEYS) của quầy sang đây.",
        )
    if not code.strip():
        raise DeskError(
            "Cần mã khôi phục để mở sổ dự phòng trên máy này.",
            "Gõ mã trên tờ khôi phục đã in (--code).",
        )
    return opened_key(envelope.read_bytes(), place.desk_id, code)


def read_mirror(place: MirrorPlace, key: bytes) -> MirrorRead:
    """Everything a mirror holds that opens and reads. Raises `OSError`."""
    made = MirrorRead()
    before: files.SegmentRead | None = None
    for path in files.segments_in(place.folder):
        read = files.read_segment(path, key)
        made.segments += 1
        made.damaged += read.damaged
        if before is not None:
            made.damaged += _cut_short(before, read)
        _take(made, read.records)
        before = read
    made.torn = before is not None and before.torn
    return made


def _cut_short(before: files.SegmentRead, after: files.SegmentRead) -> bool:
    """Whether a segment that is not the last lacks its end, or the one behind it is missing."""
    try:
        first = unpack(after.records[0]) if after.records else None
    except ValueError:
        first = None
    expected = first.before if isinstance(first, Begin) else before.last_index
    return after.number != before.number + 1 or before.last_index != expected


def _take(made: MirrorRead, records: tuple[bytes, ...]) -> None:
    for raw in records:
        try:
            record = unpack(raw)
            if isinstance(record, DeskRecord):
                made.desk = record
            elif isinstance(record, Run):
                entries, seals = record.read()
                made.entries.setdefault(record.journal, {}).update({one.digest: one for one in entries})
                made.seals.setdefault(record.journal, {}).update({one.tip.digest: one for one in seals})
        except (ValueError, EntryRefused):
            made.damaged += 1
