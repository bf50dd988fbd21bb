"""The newest proved backup at the center, which has no key to it; and back, for a desk that lost everything.

Off until the administrator turns it on: a commune's line may be thin. One file holds a copy's page, store and
envelope (its scans are at the center already); it goes as scans do, on from the last byte acknowledged, at
most once in so many days, and never while entries wait.

::

    file = "MCCOPY" 00 01 | u8 members | members times (u8+name | u64 length) | their contents
"""

from __future__ import annotations

import mmap
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations import backup_copies as lying
from desk_app.operations.backup import desk_id_of
from desk_app.operations.backup_plan import plan_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.scan_settings import scan_settings
from desk_app.operations.scan_sync import add_spent, spent_today
from desk_app.operations.troubles import link_in_words
from desk_app.store.tables import tables_of
from sync.attachments.copy_tokens import (
    BRING,
    LIST,
    MAX_COPY,
    TAKE,
    CopyToken,
    HeldCopy,
    read_list,
    sign_copy_token,
)
from sync.attachments.tokens import LIFE
from sync.durable import sync_folder
from sync.identity.keys import NotGenuine, PublicKeys
from sync.links.carrying import COPIES, HELD, ChunkPace, Fetching, Uploading, Wire
from sync.model.moment import iso_minute
from sync.protocol.ports import LinkFailed
from sync.protocol.receipts import latest_receipt, pending_entries

_SETTING: Final = "center_copy"
_STATE: Final = "center_copy_state"
_MAGIC: Final = b"MCCOPY\x00\x01"
_MEMBERS: Final = (lying.MANIFEST, lying.DATABASE, lying.IDENTITY, lying.ENVELOPE, lying.SCAN_LIST)
_PIECE: Final = 1024 * 1024
_FIRST_BYTES: Final = 128 * 1024
Stopwatch = Callable[[], float]


@dataclass(frozen=True, slots=True)
class CenterCopyPlan:
    """Whether backups go to the center, at most one in so many `days`."""

    on: bool = False
    days: int = 7


@needs(MACHINE)
def center_copy_plan(desk: Desk) -> CenterCopyPlan:
    """The plan in force."""
    raw: dict[str, Any] = desk.tables.setting(_SETTING) or {}
    return CenterCopyPlan(**{one.name: raw[one.name] for one in fields(CenterCopyPlan) if one.name in raw})


@needs(BACKUP)
def set_center_copy(desk: Desk, plan: CenterCopyPlan) -> Outcome[None]:
    """Keeps the plan. Raises `DeskError` for a number out of its bounds."""
    if not 1 <= plan.days <= 90:
        raise DeskError("Số ngày giữa hai lần gửi phải từ 1 đến 90.")
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, asdict(plan))
    return Outcome(None, Changes(settings=True))


@needs(MACHINE)
def last_sent(desk: Desk) -> datetime | None:
    """When a backup last was at the center whole."""
    at = _state(desk).get("sent_at")
    return datetime.fromisoformat(at) if at else None


@needs(MACHINE)
def is_due(desk: Desk) -> bool:
    """Whether one is to be sent now."""
    plan, last = center_copy_plan(desk), last_sent(desk)
    if not plan.on or desk.settings.center is None:
        return False
    return last is None or not timedelta(0) <= desk.clock() - last < timedelta(days=plan.days)


@needs(MACHINE)
def send_copy(desk: Desk, wire: Wire, stopwatch: Stopwatch = time.monotonic) -> bool:
    """Sends the newest proved copy, or goes on with the one that is on its way; whether it is there whole.

    Raises `LinkFailed`, and `DeskError` where there is no copy, or it is too big.
    """
    center = _center(desk)
    name, length = _file_to_send(desk)
    path, state = desk.paths.center_copy, _state(desk)

    def keep(url: str) -> None:
        _keep(desk, url=url)

    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        allowance = _Allowance(desk, center, stopwatch)
        token = _token(desk, center, BRING, name, length)
        url = str(state.get("url", ""))
        done = Uploading(wire, content, token, ChunkPace(), allowance.allow, url, keep, shelf=COPIES).run()
    if done != HELD:
        return False
    _keep(desk, name="", url="", sent_at=iso_minute(desk.clock()))
    path.unlink(missing_ok=True)
    return True


@needs(MACHINE)
def try_to_send(desk: Desk, wire: Wire) -> None:
    """Sends what is due; what stands in the way is kept for whoever asks (`trouble_of_sending`)."""
    trouble = ""
    try:
        send_copy(desk, wire)
    except LinkFailed as failure:
        trouble = link_in_words(failure)
    except DeskError as error:
        trouble = error.sentence
    if trouble != trouble_of_sending(desk):
        _keep(desk, trouble=trouble)


@needs(MACHINE)
def trouble_of_sending(desk: Desk) -> str:
    """Why the last try to send a backup did not end well; empty where it did."""
    return str(_state(desk).get("trouble", ""))


@needs(BACKUP)
def listed_copies(desk: Desk, wire: Wire) -> list[HeldCopy]:
    """The backups that the center holds of this unit's desks, the newest first. Raises `DeskError`."""
    center = _center(desk)
    token = _token(desk, center, LIST, bytes(32), 1)
    try:
        answer = wire("GET", COPIES.path, {"Authorization": f"Motcua {token}"})
        if answer.status != 200 or answer.cut:
            raise LinkFailed("unreachable", str(answer.status))
        return read_list(center, token, answer.body)
    except LinkFailed as failed:
        raise DeskError("Chưa hỏi được trung tâm.", link_in_words(failed)) from failed
    except NotGenuine as error:
        raise DeskError("Máy trả lời không phải là trung tâm.", "Kiểm tra địa chỉ và mạng.") from error


@needs(BACKUP)
def fetch_copy(desk: Desk, wire: Wire, held: HeldCopy, place: Path) -> Path:
    """Brings a backup from the center to a place, from where it is restored like any other; its folder.

    What came before goes on from there. Raises `DeskError`.
    """
    center = _center(desk)
    part = place / f"{held.name.hex()[:16]}.mcc.part"
    try:
        with open(part, "ab") as file:
            fetching = Fetching(
                wire,
                held.name,
                held.length,
                _token(desk, center, TAKE, held.name, held.length),
                file.tell(),
                lambda piece: _add(file, piece),
                ChunkPace(),
                lambda size: size,
                COPIES,
            )
            result = fetching.run()
        with open(part, "rb") as file:
            if result != HELD or file_digest(file, "sha256").digest() != held.name:
                part.unlink()
                raise DeskError("Bản ở trung tâm không còn hoặc không đúng.", "Thử bản khác.")
            file.seek(0)
            folder = unpack(file, place)
        part.unlink()
    except LinkFailed as failed:
        raise DeskError("Chưa tải hết bản sao lưu; làm lại sẽ tải tiếp.", link_in_words(failed)) from failed
    except OSError as error:
        raise DeskError(f"Không ghi được “{place}”.", "Kiểm tra chỗ trống và quyền ghi.") from error
    return folder


def pack(copy: lying.Copy, to: Path) -> None:
    """Writes a copy into one file. Raises `OSError`."""
    inside = [copy.folder / one for one in _MEMBERS if (copy.folder / one).exists()]
    head = _MAGIC + bytes((len(inside),))
    for one in inside:
        name = one.name.encode("ascii")
        head += bytes((len(name),)) + name + one.stat().st_size.to_bytes(8, "big")
    with open(to, "wb") as file:
        file.write(head)
        for one in inside:
            with open(one, "rb") as source:
                while piece := source.read(_PIECE):
                    file.write(piece)


def unpack(file: BinaryIO, place: Path) -> Path:
    """Lays the copy in a file out at a place as backups lie there; its folder. Raises `DeskError`, `OSError`.

    Nothing in the file names a path: members are known by name, the folder by the desk and the time they say.
    """
    members = _members(file)
    stage = place / f"{lying.PART}center"
    stage.mkdir(exist_ok=True)
    for name, length in members.items():
        with open(stage / name, "wb") as target:
            left = length
            while left and (piece := file.read(min(left, _PIECE))):
                target.write(piece)
                left -= len(piece)
            if left:
                raise _no_copy()
    copy = lying.read_copy(stage)
    if copy is None or not _is_desk(copy.manifest.desk):
        raise _no_copy()
    folder = lying.desk_folder(place, copy.manifest.desk)
    folder.mkdir(exist_ok=True)
    into = folder / lying.free_name(folder, copy.made_at)
    stage.rename(into)
    sync_folder(folder)
    return into


def _members(file: BinaryIO) -> dict[str, int]:
    if file.read(len(_MAGIC)) != _MAGIC:
        raise _no_copy()
    found: dict[str, int] = {}
    for _one in range((file.read(1) or b"\0")[0]):
        name = file.read((file.read(1) or b"\0")[0]).decode("ascii", "replace")
        found[name] = int.from_bytes(file.read(8), "big")
    if not set(found) <= set(_MEMBERS) or not {lying.MANIFEST, lying.DATABASE} <= set(found):
        raise _no_copy()
    if sum(found.values()) > MAX_COPY:
        raise _no_copy()
    return found


def _is_desk(text: str) -> bool:
    return len(text) == 16 and set(text) <= set("0123456789abcdef")


def _no_copy() -> DeskError:
    return DeskError("Tệp từ trung tâm không phải là bản sao lưu.", "Thử bản khác.")


def _file_to_send(desk: Desk) -> tuple[bytes, int]:
    """(digest, length) of the file that is on its way, or of one packed now from the newest proved copy."""
    path, known = desk.paths.center_copy, str(_state(desk).get("name", ""))
    if known and path.exists():
        return bytes.fromhex(known), path.stat().st_size
    copies: list[lying.Copy] = []
    for place in plan_of(desk).places:
        folder = lying.desk_folder(Path(place), desk_id_of(desk))
        copies += lying.copies_in(folder) if folder.is_dir() else []
    newest = max(copies, key=lambda one: one.made_at, default=None)
    if newest is None:
        raise DeskError("Chưa có bản sao lưu nào để gửi.", "Sao lưu ra ổ thứ hai hoặc USB trước.")
    try:
        if not lying.file_is(newest):
            raise DeskError("Bản sao lưu mới nhất bị hỏng nên không gửi.", "Sao lưu lại, hoặc thay ổ.")
        if newest.manifest.size > MAX_COPY - _PIECE:
            raise DeskError("Bản sao lưu lớn quá mức trung tâm nhận.", "Dùng ổ thứ hai hoặc USB.")
        pack(newest, path)
        with open(path, "rb") as file:
            name = file_digest(file, "sha256").digest()
    except OSError as error:
        raise DeskError("Không đọc được bản sao lưu mới nhất.", "Cắm lại ổ sao lưu.") from error
    _keep(desk, name=name.hex(), url="")
    return name, path.stat().st_size


def _center(desk: Desk) -> PublicKeys:
    center = desk.settings.center
    if center is None:
        raise DeskError("Quầy này chưa ghi danh với trung tâm nào.", "Xin thư mời của trung tâm trước.")
    return center


def _token(desk: Desk, center: PublicKeys, purpose: str, name: bytes, length: int) -> str:
    with desk.reading() as ledger:
        receipt = latest_receipt(ledger, center.node)
    heard = receipt.time if receipt else int(desk.clock().timestamp())
    token = CopyToken(purpose, desk.keys.node, desk.settings.channel, name, length, heard + LIFE)
    return sign_copy_token(desk.keys, center.node, token)


def _state(desk: Desk) -> dict[str, Any]:
    return dict(desk.tables.setting(_STATE) or {})


def _keep(desk: Desk, **news: str) -> None:
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_STATE, {**_state(desk), **news})


def _add(file: BinaryIO, piece: bytes) -> None:
    file.write(piece)


@dataclass
class _Allowance:
    """How much may travel: nothing while entries wait, on too thin a line, or beyond the day's bytes."""

    desk: Desk
    center: PublicKeys
    stopwatch: Stopwatch
    _bytes: int = 0
    _began: float = field(default=-1.0)

    def allow(self, size: int) -> int:
        """Bytes of that many that may be sent now."""
        settings, now = scan_settings(self.desk), self.stopwatch()
        if self._began < 0:
            self._began = now
        with self.desk.reading() as ledger:
            waits = pending_entries(ledger, self.desk.keys.node, self.center.node).entries
        thin = self._bytes >= _FIRST_BYTES and self._bytes < settings.least_rate * (now - self._began)
        if waits or thin:
            return 0
        if settings.daily_bytes:
            size = min(size, settings.daily_bytes - spent_today(self.desk))
        if size > 0:
            self._bytes += size
            add_spent(self.desk, size)
        return max(0, size)
