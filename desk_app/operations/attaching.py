"""Scans of dossiers: attached, listed, opened in memory, taken off again.

The file is durable before the entry that names it is written, both under the store's lock, so that
neither a power cut nor the sweep can come between them. Nothing plain is ever on the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import ATTACH, MACHINE, READ
from desk_app.operations.access_log import SHOWN, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import locate
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.receipts import TRIED, center_incarnation
from desk_app.operations.scan_settings import scan_settings
from desk_app.store.places import RESERVED_BYTES
from desk_app.store.scans import scan_tables_of
from sync.acts import attaching as acts
from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.attachments.converting import Prepared, prepare, preview
from sync.attachments.files import MISSING, WHOLE, ScanFiles
from sync.attachments.limits import MAX_SOURCE
from sync.attachments.sealing import open_scan, seal_scan
from sync.attachments.trouble import ScanLost, ScanRefused
from sync.journal.ledger import Ledger
from sync.journal.own import Draft
from sync.model.dossier import Dossier, Officer
from sync.model.entry import EntryRefused
from sync.model.moment import day_of
from sync.model.scan import KEY_BYTES, Scan, ScanFile

PreparedScan = Prepared
"""What `prepare_file` gives, for those who only pass it on."""

SENT, WAITING, LOST, BROKEN, ELSEWHERE = "sent", "waiting", "missing", "damaged", "elsewhere"
AT_HUB = "at-hub"
SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
"""What is looked for in the scanner's folder; what a file is says its content."""
STATE_WORDS = {
    SENT: "đã gửi",
    WAITING: "chờ gửi",
    AT_HUB: "ở máy đầu mối",
    LOST: "thiếu tệp",
    BROKEN: "tệp hỏng",
    ELSEWHERE: "chưa tải về máy này",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A scan of a dossier as it stands here. `state` is one of the words above, `wanted`: it is being
    fetched, `problem` in words (empty: none), `place` its place in the list from 1.
    """

    place: int
    scan: Scan
    state: str
    wanted: bool = False
    problem: str = ""


@needs(MACHINE)
def files_of(desk: Desk) -> ScanFiles:
    """The desk's encrypted files."""
    return ScanFiles(desk.paths.scans)


def read_source(path: Path) -> bytes:
    """A scanner's file, up to one byte more than is taken. Raises `OSError`."""
    with open(path, "rb") as file:
        return file.read(MAX_SOURCE + 1)


@needs(ATTACH)
def prepare_scan(desk: Desk, content: bytes) -> Prepared:
    """What is kept of a file: slow work, done before any lock. Raises `DeskError`."""
    try:
        return prepare(content, scan_settings(desk).quality)
    except ScanRefused as refused:
        raise DeskError(refused.title, refused.advice) from refused


@needs(ATTACH)
def attach(
    desk: Desk,
    wanted: str | bytes,
    content: bytes,
    title: str,
    officer: Officer,
    *,
    date_confirmed: bool = False,
) -> Outcome[Attachment]:
    """Checks, makes small, encrypts and attaches a file to the dossier of that number (or id)."""
    prepared = prepare_scan(desk, content)
    return attach_prepared(desk, wanted, prepared, title, officer, date_confirmed=date_confirmed)


@needs(ATTACH)
def attach_prepared(
    desk: Desk,
    wanted: str | bytes,
    prepared: Prepared,
    title: str,
    officer: Officer,
    *,
    date_confirmed: bool = False,
) -> Outcome[Attachment]:
    """The second half of `attach`: durable when it returns. Raises `DeskError`."""
    fresh, sealed = seal_scan(prepared.pdf, desk.entropy(KEY_BYTES), prepared.pages)
    if desk.store.free_bytes() < RESERVED_BYTES + len(sealed):
        raise DeskError("Ổ đĩa sắp đầy, chưa đính kèm được.", "Giải phóng dung lượng rồi thử lại.")

    def make(dossier: Dossier, ledger: Ledger, channel: str) -> Move | Mistake:
        file = _same(ledger, channel, fresh.plain) or fresh
        made = acts.attach(dossier, file, title, officer=officer, now=desk.clock())
        if isinstance(made, Move):
            _put(desk, file, sealed if file is fresh else seal_scan(prepared.pdf, file.key, file.pages)[1])
        return made

    written = _write(desk, wanted, make, officer, date_confirmed=date_confirmed)
    listed = _listed(desk, written)
    return Outcome(listed[-1], Changes(dossiers=True, sync=True))


@needs(ATTACH)
def detach(
    desk: Desk,
    wanted: str | bytes,
    place: int | bytes,
    reason: str,
    officer: Officer,
    *,
    date_confirmed: bool = False,
) -> Outcome[Dossier]:
    """Takes the scan at that place of the list off the dossier; it stays in the history, and on the disk."""

    def make(dossier: Dossier, _ledger: Ledger, _channel: str) -> Move | Mistake:
        scan = _at(dossier, place)
        return acts.detach(dossier, scan.entry, reason, officer=officer, now=desk.clock())

    written = _write(desk, wanted, make, officer, date_confirmed=date_confirmed)
    return Outcome(written, Changes(dossiers=True, sync=True))


def _write(
    desk: Desk,
    wanted: str | bytes,
    make: Callable[[Dossier, Ledger, str], Move | Mistake],
    officer: Officer,
    *,
    date_confirmed: bool,
) -> Dossier:
    with desk.writing() as ledger:
        now = desk.clock()
        channel, dossier_id = locate(desk, wanted)
        dossier = ledger.dossier(channel, dossier_id)
        if dossier is None:
            raise DeskError("Hồ sơ có trong danh sách nhưng không có trong sổ gốc.", "Chạy “motcua verify”.")
        made = make(dossier, ledger, channel)
        if isinstance(made, Mistake):
            raise DeskError(made.message, "", (made,))
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, officer, now, confirmed=date_confirmed)
        try:
            written = own.append(channel, [Draft(made.kind, made.body, dossier_id)], day_of(now).toordinal())
        except EntryRefused as error:
            raise DeskError("Nội dung dài quá mức lưu được.", "Viết ngắn lại.") from error
    return written.dossiers[0]


def _same(ledger: Ledger, channel: str, plain: bytes) -> ScanFile | None:
    """The file that holds the same content in this unit already: it is stored and sent once."""
    found = scan_tables_of(ledger).same_content(channel, plain)
    other = ledger.dossier(channel, found[0]) if found else None
    if found is None or other is None:
        return None
    scans = (*other.scans, *other.detached)
    return next((scan.file for scan in scans if scan.entry == found[1]), None)


def _put(desk: Desk, file: ScanFile, sealed: bytes) -> None:
    try:
        files_of(desk).put(file.name, sealed)
    except OSError as error:
        raise DeskError(
            "Không ghi được bản chụp xuống đĩa nên chưa đính kèm.", "Kiểm tra ổ đĩa rồi đính kèm lại."
        ) from error


@needs(READ)
def attachments_of(desk: Desk, wanted: str | bytes) -> list[Attachment]:
    """The scans of a dossier, in the order they were attached. Raises `DeskError`."""
    with desk.reading() as ledger:
        channel, dossier_id = locate(desk, wanted)
        dossier = ledger.dossier(channel, dossier_id)
    return _listed(desk, dossier) if dossier else []


def _listed(desk: Desk, dossier: Dossier) -> list[Attachment]:
    return [_attachment(desk, place, scan) for place, scan in enumerate(dossier.scans, start=1)]


def _attachment(desk: Desk, place: int, scan: Scan) -> Attachment:
    with desk.reading() as ledger:
        known = scan_tables_of(ledger).state(scan.name)
        held = bool(known.held_under) and known.held_under == center_incarnation(desk, ledger)
    file = files_of(desk).state(scan.name, scan.file.length)
    if file == WHOLE:
        waits = AT_HUB if known.at_hub else WAITING
        state = SENT if held or scan.node != desk.keys.node else waits
    elif file == MISSING:
        state = ELSEWHERE if held or scan.node != desk.keys.node else LOST
    else:
        state = BROKEN
    return Attachment(place, scan, state, known.wanted, known.problem)


def _at(dossier: Dossier, which: int | bytes) -> Scan:
    """The scan at a place of the list (from 1), or attached by the entry of that digest."""
    if isinstance(which, bytes):
        found = next((scan for scan in dossier.scans if scan.entry == which), None)
        if found is None:
            raise DeskError("Bản chụp này không còn trong hồ sơ.", "Mở lại hồ sơ để xem danh sách hiện nay.")
        return found
    place = which
    if not 1 <= place <= len(dossier.scans):
        raise DeskError(
            f"Hồ sơ không có bản chụp số {place}.", f"Hồ sơ đang có {len(dossier.scans)} bản chụp."
        )
    return dossier.scans[place - 1]


@needs(READ)
def open_attachment(desk: Desk, wanted: str | bytes, place: int | bytes) -> tuple[Scan, bytes]:
    """A scan and its PDF, in memory only. One that is not here is asked for, and comes with the next sync.

    Raises `DeskError` when its file is not here whole.
    """
    with desk.reading() as ledger:
        channel, dossier_id = locate(desk, wanted)
        dossier = ledger.dossier(channel, dossier_id)
    if dossier is None:
        raise DeskError("Không có hồ sơ này.", "Đồng bộ rồi thử lại.")
    scan = _at(dossier, place)
    note_access(desk, None, SHOWN, f"{dossier.number}: {scan.name.hex()[:16]}")
    try:
        return scan, open_scan(scan.file, files_of(desk).read(scan.name, scan.file.length))
    except ScanLost as lost:
        want_attachment(desk, scan)
        if lost.state == MISSING:
            raise DeskError(
                "Bản chụp này chưa có ở máy này.",
                "Đã ghi yêu cầu; bản chụp về ở lần đồng bộ tới, khi có mạng.",
            ) from lost
        raise DeskError(
            "Tệp bản chụp ở máy này đã hỏng hoặc bị đổi.",
            "Đã ghi yêu cầu lấy lại từ trung tâm; nếu trung tâm chưa có, quét lại và đính kèm lại.",
        ) from lost


@needs(READ)
def want_attachment(desk: Desk, scan: Scan) -> Outcome[None]:
    """Notes that somebody here wants the file: the next sync fetches it, whoever has it."""
    with desk.writing() as ledger:
        scan_tables_of(ledger).put_wanted(scan.name, True)
        ledger.rows.put_note(TRIED, None)
    return Outcome(None, Changes(dossiers=True, sync=True))


@needs(READ)
def attachment_pages(
    desk: Desk, wanted: str | bytes, place: int | bytes, dpi: float, count: int = 8
) -> list[bytes]:
    """PNG pictures of the first pages. Raises `DeskError`."""
    _scan, pdf = open_attachment(desk, wanted, place)
    try:
        return preview(pdf, dpi, 0, count)
    except ScanRefused as refused:
        raise DeskError(refused.title, refused.advice) from refused


@needs(MACHINE)
def sweep_scans(desk: Desk) -> int:
    """Deletes files that no entry names any more (or never did), once a week old; returns how many."""
    with desk.writing() as ledger:
        return files_of(desk).sweep(scan_tables_of(ledger).is_named, desk.clock())


@needs(MACHINE)
def check_files(desk: Desk) -> tuple[int, list[str]]:
    """Hashes the files here: how many, and a line for each that is missing, damaged or changed.

    A file this desk attached is expected here; one of another desk only if it was fetched. What is lost is
    marked to be fetched again.
    """
    files, problems, count = files_of(desk), [], 0
    with desk.reading() as ledger:
        named = scan_tables_of(ledger).all_files(desk.keys.node)
        incarnation = center_incarnation(desk, ledger)
        held = {one.name: scan_tables_of(ledger).state(one.name).held_under for one in named}
    again = []
    for one in named:
        state = files.state(one.name, one.length, deep=True)
        count += state != MISSING
        if state == WHOLE or (state == MISSING and not one.own):
            continue
        safe = bool(incarnation) and held[one.name] == incarnation
        where = "trung tâm còn giữ, sẽ tải lại" if safe else "chưa nơi nào khác xác nhận đang giữ"
        what = "thiếu tệp" if state == MISSING else "tệp hỏng hoặc bị đổi"
        problems.append(f"Bản chụp {one.name.hex()[:16]}: {what}; {where}")
        again.append(one.name)
    if again:
        with desk.writing() as ledger:
            for name in again:
                scan_tables_of(ledger).put_wanted(name, True)
    return count, problems


@needs(ATTACH)
def prepare_file(desk: Desk, path: Path) -> Prepared:
    """`prepare_scan` of a file on the disk. Raises `DeskError`, also for a file that cannot be read."""
    try:
        content = read_source(path)
    except OSError as error:
        raise DeskError(
            f"Không đọc được tệp {path.name}.", "Kiểm tra tệp còn ở đó và không đang mở ở chương trình khác."
        ) from error
    return prepare_scan(desk, content)


@needs(READ)
def newest_scan(desk: Desk) -> Path | None:
    """The file the scanner wrote last into its folder; None: no folder is set, or nothing is in it."""
    folder = scan_settings(desk).folder
    if not folder:
        return None
    found: list[tuple[float, Path]] = []
    try:
        for path in Path(folder).iterdir():
            if path.suffix.lower() in SUFFIXES and path.is_file():
                found.append((path.stat().st_mtime, path))
    except OSError as error:
        raise DeskError(
            "Không mở được thư mục máy quét.", "Kiểm tra ổ đĩa hoặc chọn lại thư mục máy quét."
        ) from error
    return max(found)[1] if found else None
