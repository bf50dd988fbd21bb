"""What the first start asks of a place with backups or a mirror: what lies there, and the desk made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup_copies import Copy, desks_at, read_copy
from desk_app.operations.backup_key import kept_key
from desk_app.operations.desk import Clock, Desk, open_desk
from desk_app.operations.mirror_reading import MirrorPlace, find_mirror
from desk_app.operations.rebuilding import mirror_words, rebuild_from_mirror
from desk_app.operations.restoring import found_copies, restore

Say = Callable[[str], None]
"""Told what is being done, in the officer's words; called from the lane that does it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a place of one desk: `copies`, the newest first, and its `mirror`; `key_here`: whether
    this machine opens them without a printed code."""

    copies: tuple[Copy, ...]
    mirror: MirrorPlace | None
    key_here: bool


@dataclass(frozen=True, slots=True)
class Recovered:
    """The desk, opened, and what the officer is told of it, a sentence a line."""

    desk: Desk
    lines: tuple[str, ...]


def look_at(source: Path) -> Found:
    """What there is to make a desk of. Raises `DeskError` where there is nothing, or several desks'."""
    try:
        mirror = find_mirror(source)
        named = read_copy(source)
        if mirror is None and named is not None:
            mirror = find_mirror(source.parent)
        try:
            copies = tuple(found_copies(source))
        except DeskError:
            if mirror is None or (source.is_dir() and len(desks_at(source)) > 1):
                raise
            copies = ()
    except OSError as error:
        raise DeskError(f"Không đọc được “{source}”.", "Cắm lại ổ sao lưu rồi chọn lại.") from error
    if copies:
        desk_id = copies[0].manifest.desk
    else:
        assert mirror is not None
        desk_id = mirror.desk_id
    return Found(copies, mirror, kept_key(desk_id) is not None)


def recover(
    data: Path, clock: Clock, found: Found, copy: Copy | None, code: str = "", say: Say = lambda _words: None
) -> Recovered:
    """Makes the desk of `data` from a copy, completed by the mirror beside it, or of the mirror alone.

    Raises `DeskError`; after trouble with the mirror the desk of the copy stands all the same.
    """
    lines: list[str] = []
    numbers = True
    if copy is not None:
        say("Đang kiểm tra và khôi phục bản sao lưu…")
        done = restore(data, copy.folder, clock, code)
        numbers = done.numbers
        done.desk.close()
        lines.append(f"Đã khôi phục {copy.manifest.dossiers} hồ sơ từ bản {copy.made_at:%H:%M %d/%m/%Y}.")
        if done.aside:
            lines.append(f"Dữ liệu trước đó được giữ ở {done.aside}.")
        if done.scans_missing:
            lines.append(f"{done.scans_missing} bản chụp chưa có; sẽ tải lại từ trung tâm.")
    if found.mirror is not None:
        say("Đang đọc sổ dự phòng…")
        try:
            from_mirror = rebuild_from_mirror(data, found.mirror.folder, clock, code)
            lines += mirror_words(from_mirror)
            numbers = numbers and from_mirror.numbers
        except DeskError as trouble:
            if copy is None:
                raise
            lines.append(f"Sổ dự phòng chưa dùng được: {trouble.sentence}")
    desk = open_desk(data, clock)
    lines += _missing(desk, copy, found.mirror is not None, numbers)
    return Recovered(desk, tuple(lines))


def _missing(desk: Desk, copy: Copy | None, mirrored: bool, numbers: bool) -> list[str]:
    """What is not here yet, and what to do about it."""
    since = f"{copy.made_at:%H:%M %d/%m/%Y}" if copy is not None else ""
    lines = []
    if desk.settings.enrolled and since:
        lines.append(f"Những gì ghi sau {since} mà trung tâm có sẽ về khi đồng bộ (F8).")
    elif desk.settings.enrolled:
        lines.append("Những gì còn thiếu mà trung tâm có sẽ về khi đồng bộ (F8).")
    elif not mirrored:
        lines.append(f"Những gì ghi sau {since} không còn ở đâu khác ngoài phiếu của người dân.")
    lines.append("Người dân có phiếu mà tra không thấy: quét mã QR trên phiếu để dựng lại hồ sơ.")
    if not numbers:
        lines.append(
            "Quầy chờ trung tâm cấp dải số mới rồi mới tiếp nhận."
            if desk.settings.enrolled
            else "Quầy độc lập: chạy “motcua setup --desk N” với một số quầy chưa dùng để nhận tiếp."
        )
    return list(dict.fromkeys(lines))
