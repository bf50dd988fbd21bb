"""A desk whose machine was lost, built anew of what there is: the mirror, the center, slips people hold.

In any order, and each as often as wanted: entries are known by their digests and dossiers by their ids, so
that nothing comes twice. From the mirror the desk comes back as itself and begins a new journal; the center's
part follows by sync; of a dossier that neither has, the slip gives back number, procedure and times.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, COUNTER, MACHINE, RECEIVE
from desk_app.operations.attaching import check_files
from desk_app.operations.backup import desk_id_of
from desk_app.operations.backup_copies import ENVELOPE, desk_folder
from desk_app.operations.backup_key import keep_restored
from desk_app.operations.backup_trouble import backup_trouble, trouble_at
from desk_app.operations.desk import Clock, Desk, open_desk, read_settings
from desk_app.operations.doors import needs
from desk_app.operations.mirror_plan import standing
from desk_app.operations.mirror_reading import MirrorPlace, MirrorRead, find_mirror, mirror_key, read_mirror
from desk_app.operations.mirror_records import write_desk
from desk_app.operations.numbers import begin_anew
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.restoring import STAGE, forbid_old_journals, move_aside, move_in
from desk_app.operations.restoring_keys import locked_by_password
from desk_app.operations.salvaging import stand_where_it_ends, take_in
from desk_app.operations.scanning import GENUINE, rebuild_from_slip, scan
from desk_app.paths import DeskPaths
from desk_app.store.driver import DriverError, StoreTrouble, connect, trouble_of
from desk_app.store.rebuild import set_refolded
from desk_app.store.rows import SqliteRows
from desk_app.store.schema import migrate
from desk_app.store.store import write_atomically
from desk_app.store.tables import DeskTables
from sync.journal.ledger import Ledger
from sync.model.dossier import Officer

MOST_REFUSED = 20
"""So many slips that were of no use are named one by one."""


@dataclass(frozen=True, slots=True)
class FromMirror:
    """What came of a mirror: `entries` read of it, about `dossiers`; `waiting` entries behind a gap that the
    center or a hub fills; `refused`: nothing proves them; `damaged` places in the files; `fresh`: the folder
    held no desk before; `aside`: what lay there instead; `numbers`: it can give numbers at once.
    """

    entries: int
    dossiers: int
    waiting: int
    refused: int
    damaged: int
    fresh: bool
    aside: Path | None = None
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class FromSlips:
    """What came of slips: `stubs` made, dossiers `known` before; some places and reasons of `refused`."""

    stubs: int
    known: int
    refused: tuple[tuple[int, str], ...]
    refused_count: int


def rebuild_from_mirror(data: Path, source: Path, clock: Clock, code: str = "") -> FromMirror:
    """Takes the mirror at `source` into the desk of the folder, or makes the mirrored desk anew there.

    `code` opens the envelope where this machine has no key. Raises `DeskError`; then nothing was changed.
    """
    try:
        place = find_mirror(source)
        if place is None:
            raise DeskError(
                f"Không thấy sổ dự phòng nào ở “{source}”.", "Chọn đúng ổ hoặc thư mục motcua-… của quầy."
            )
        key = mirror_key(place, code)
        read = read_mirror(place, key)
        if not read.count:
            raise DeskError(
                "Sổ dự phòng không đọc được ghi nhận nào.", "Thử ổ khác, hoặc dựng lại quầy từ trung tâm."
            )
        if DeskPaths(data).identity.exists():
            return _into_standing(data, read, clock)
        return _anew(data, place, key, read, clock)
    except (OSError, StoreTrouble) as error:
        raise DeskError(
            "Chưa dựng lại được: ổ đĩa báo lỗi khi đọc sổ dự phòng hoặc ghi dữ liệu.",
            "Kiểm tra ổ còn cắm và ổ dữ liệu còn chỗ; rồi làm lại, không có gì bị ghi hai lần.",
        ) from error


def _into_standing(data: Path, read: MirrorRead, clock: Clock) -> FromMirror:
    """Into a desk that works: the same one, restored from a copy, or one that was enrolled in its place."""
    desk = open_desk(data, clock)
    try:
        waiting, refused = take_in_standing(desk, read)
    finally:
        desk.close()
    return FromMirror(read.count, len(read.dossiers), waiting, refused, read.damaged, fresh=False)


@needs(MACHINE)
def take_in_standing(desk: Desk, read: MirrorRead) -> tuple[int, int]:
    """Takes what was read of a mirror into a desk that works; (entries that wait, those nothing proves)."""
    with desk.writing() as ledger:
        return _admitted(ledger, read, desk.settings.channel)


def _anew(data: Path, place: MirrorPlace, key: bytes, read: MirrorRead, clock: Clock) -> FromMirror:
    """The mirrored desk itself, in a new folder beside the old one's remains; its journal begins anew."""
    stage = data.with_name(f"{data.name}.{STAGE}")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        waiting, refused = _fill(stage, place, key, read)
        staged = DeskPaths(stage)
        locked = locked_by_password(staged.database, key)
        keep_restored(place.desk_id, key, staged.envelope, by_password=locked)
        aside = move_aside(data, clock())
        move_in(stage, data)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    desk = open_desk(data, clock, key)
    try:
        numbers = begin_anew(desk)
        check_files(desk)  # scans lie in no mirror: what is missing is fetched again
    finally:
        desk.close()
    dossiers = len(read.dossiers)
    return FromMirror(
        read.count, dossiers, waiting, refused, read.damaged, fresh=True, aside=aside, numbers=numbers
    )


def _fill(stage: Path, place: MirrorPlace, key: bytes, read: MirrorRead) -> tuple[int, int]:
    """The data folder as it will be, durable: the store of what is proved, told to begin anew."""
    if read.desk is None:
        raise DeskError(
            "Sổ dự phòng mất phần ghi quầy này là ai.",
            "Ghi danh quầy với trung tâm trước (--center THƯ_MỜI), rồi chạy lại với sổ này.",
        )
    paths = DeskPaths(stage)
    try:
        with closing(connect(paths.database, key, create=True)) as target:
            migrate(target)
            target.execute("BEGIN IMMEDIATE")
            write_desk(read.desk, target)
            center = read_settings(DeskTables(target).settings()).center
            ledger = Ledger(SqliteRows(target), {center.node: center} if center is not None else {})
            channel = (ledger.rows.note("own-channel") or b"").decode("ascii")
            told = _admitted(ledger, read, channel)
            for journal in read.entries:
                stand_where_it_ends(ledger, journal)
            set_refolded(ledger)
            target.execute("COMMIT")
    except DriverError as error:
        raise trouble_of(error) or error from error
    forbid_old_journals(paths.database, key)
    with open(paths.database, "rb+") as file:
        os.fsync(file.fileno())
    for envelope in (place.folder / ENVELOPE, place.folder.parent / ENVELOPE):
        if envelope.exists() and not paths.envelope.exists():
            write_atomically(paths.envelope, envelope.read_bytes())
    write_atomically(paths.identity, json.dumps({"desk": place.desk_id, "format": 1}).encode("ascii"))
    return told


def _admitted(ledger: Ledger, read: MirrorRead, channel: str) -> tuple[int, int]:
    """Takes in what is proved; (entries that wait behind a gap, those that nothing proves)."""
    found = {journal: list(held.values()) for journal, held in read.entries.items()}
    seals = {journal: list(held.values()) for journal, held in read.seals.items()}
    said = take_in(ledger, found, seals, channel)
    return sum(one.beyond for one in said), sum(one.refused for one in said)


@needs(RECEIVE, COUNTER, BACKUP)
def rebuild_from_slips(
    desk: Desk, codes: Sequence[str], officer: Officer, *, date_confirmed: bool = False
) -> Outcome[FromSlips]:
    """Re-enters a skeleton for each genuine slip whose dossier is not here; `codes` as a scanner types them.

    A code that is of no use is named and passed over. Each stub is durable by itself.
    """
    stubs = known = count = 0
    refused: list[tuple[int, str]] = []
    for place, code in enumerate(codes, 1):
        seen = scan(desk, code)
        if seen.verdict == GENUINE and seen.dossiers:
            known += 1
            continue
        try:
            rebuild_from_slip(desk, code, officer, date_confirmed=date_confirmed)
            stubs += 1
        except DeskError as trouble:
            count += 1
            if len(refused) < MOST_REFUSED:
                refused.append((place, trouble.sentence))
    told = FromSlips(stubs, known, tuple(refused), count)
    return Outcome(told, Changes(dossiers=bool(stubs), sync=bool(stubs)))


@needs(BACKUP)
def mirror_report(desk: Desk, place: Path) -> dict[str, int]:
    """What the mirror of a desk holds when everything in it is opened, as numbers. Raises `DeskError`."""
    try:
        found = find_mirror(desk_folder(place, desk_id_of(desk)))
        if found is None:
            raise backup_trouble("gone", place)
        read = read_mirror(found, mirror_key(found, ""))
    except OSError as error:
        raise trouble_at(error, place) from error
    return {
        "segments": read.segments,
        "entries": read.count,
        "dossiers": len(read.dossiers),
        "damaged": read.damaged,
        "torn": int(read.torn),
        "behind": standing(desk).behind,
    }


def mirror_words(done: FromMirror) -> list[str]:
    """What came of a mirror, for people."""
    lines = [f"Sổ dự phòng: {done.entries} ghi nhận của {done.dossiers} hồ sơ."]
    if done.aside:
        lines.append(f"Dữ liệu trước đó được giữ ở {done.aside}.")
    if done.damaged:
        lines.append(f"Sổ hỏng {done.damaged} chỗ; phần sau chỗ hỏng vẫn đọc được.")
    if done.waiting:
        lines.append(f"{done.waiting} ghi nhận chờ trung tâm hoặc bản sao lưu bù phần thiếu ở trước.")
    if done.refused:
        lines.append(f"{done.refused} ghi nhận không chứng minh được nên không nhận.")
    if not done.numbers:
        lines.append("Quầy chờ trung tâm cấp dải số mới rồi mới tiếp nhận.")
    return lines


def slips_words(done: FromSlips) -> list[str]:
    """What came of slips, for people."""
    lines = [f"Phiếu: dựng lại {done.stubs} hồ sơ, {done.known} hồ sơ quầy đã có."]
    lines += [f"Mã thứ {place}: {reason}" for place, reason in done.refused]
    if done.refused_count > len(done.refused):
        lines.append(f"… và {done.refused_count - len(done.refused)} mã khác không dùng được.")
    return lines
