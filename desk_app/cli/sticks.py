"""Bundles on a stick, at the desk and at the center."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, moment_words, motcua, opened, show
from sync.model.kinds import CENTER

_FILE = click.Path(path_type=Path)


def _scans(carried: int, missing: int, left: int, turned_away: int = 0) -> str:
    """What is to be said of scans; nothing where there are none."""
    said = [
        (carried, "bản chụp đi kèm"),
        (turned_away, "bản chụp không nhập được (không nguyên vẹn, hoặc không hồ sơ nào ghi)"),
        (missing, "bản chụp thiếu hoặc hỏng ở máy ghi gói"),
        (left, "bản chụp chưa vừa gói này"),
    ]
    return "".join(f" {count} {words}." for count, words in said if count)


@motcua.group()
def bundle() -> None:
    """Gửi và nhận hồ sơ bằng thẻ nhớ khi không có mạng."""


@bundle.command(name="export")
@common
@click.option("--to", "folder", type=_FILE, required=True, help="Thẻ nhớ hoặc thư mục để ghi gói.")
def bundle_export(data: Path, as_json: bool, folder: Path) -> None:
    """Ghi mọi thứ trung tâm chưa xác nhận ra một gói .mcb."""
    from desk_app.operations.sticks import export_stick

    with opened(data) as desk:
        out = export_stick(desk, folder).value
    value = {
        "path": out.path,
        "size": out.size,
        "entries": out.entries,
        "dossiers": out.dossiers,
        "more": out.more,
        "scans": out.scans,
        "scans_left": out.scans_left,
        "scans_missing": out.scans_missing,
    }
    words = f"Đã ghi {out.entries} ghi nhận của {out.dossiers} hồ sơ vào {out.path}. Có thể rút thẻ nhớ."
    words += _scans(out.scans, out.scans_missing, out.scans_left)
    show(value, as_json, lambda: words + (" Gói đã đầy, lần sau ghi tiếp phần còn lại." if out.more else ""))


@bundle.command(name="show")
@common
@click.argument("file", type=_FILE)
def bundle_show(data: Path, as_json: bool, file: Path) -> None:
    """Xem gói .mcb có gì, chưa nhập gì vào máy."""
    from desk_app.operations.sticks import look

    with opened(data) as desk:
        facts = look(desk, file)
    value = {
        "from": "center" if facts.from_center else "desk",
        "unit": facts.unit,
        "desk": facts.desk,
        "made_at": facts.made_at,
        "entries": facts.entries,
        "dossiers": facts.dossiers,
        "size": facts.size,
        "ours": facts.ours,
        "answer": facts.answer,
        "news": facts.news,
        "history": facts.history,
        "confirms": facts.confirms,
        "more": facts.more,
        "scans": facts.scans,
        "scan_bytes": facts.scan_bytes,
        "scans_left": facts.scans_left,
        "scans_missing": facts.scans_missing,
    }
    maker = "trung tâm" if facts.from_center else f"quầy {facts.desk} của {facts.unit}"
    what = "Gói lịch sử" if facts.history else "Gói"
    words = (
        f"{what} của {maker}, ghi lúc {moment_words(facts.made_at)}:"
        f" {facts.entries} ghi nhận của {facts.dossiers} hồ sơ."
    ) + _scans(facts.scans, facts.scans_missing, facts.scans_left)
    said = " Gói mang xác nhận mới của trung tâm." if facts.confirms else ""
    had = " Máy này đã có đủ những gì bên gửi có."
    show(value, as_json, lambda: words + (said if facts.news or facts.confirms else had))


@bundle.command(name="import")
@common
@click.argument("file", type=_FILE)
def bundle_import(data: Path, as_json: bool, file: Path) -> None:
    """Nhập một gói .mcb: trả lời của trung tâm hoặc gói của quầy khác trong đơn vị."""
    from desk_app.operations.sticks import import_stick

    with opened(data) as desk:
        taken = import_stick(desk, file).value
    value = {
        "received": taken.received,
        "dossiers": taken.dossiers,
        "parked": taken.parked,
        "refused": taken.refused,
        "acknowledged": taken.acknowledged,
        "pending": taken.pending,
        "scans": taken.scans,
        "scans_turned_away": taken.scans_turned_away,
        "scans_missing": taken.facts.scans_missing,
        "scans_confirmed": taken.scans_confirmed,
    }
    words = (
        f"Đã nhập {taken.received} ghi nhận mới của {taken.dossiers} hồ sơ; trung tâm xác nhận thêm"
        f" {taken.acknowledged}, còn chờ {taken.pending}."
    )
    words += _scans(taken.scans, taken.facts.scans_missing, 0, taken.scans_turned_away)
    show(value, as_json, lambda: words + (f" {taken.refused} sổ không nhập được." if taken.refused else ""))


@center.group(name="bundle")
def center_bundle() -> None:
    """Gói thẻ nhớ các quầy mang tới trung tâm."""


@center_bundle.command(name="show")
@common
@click.argument("file", type=_FILE)
def center_bundle_show(data: Path, as_json: bool, file: Path) -> None:
    """Xem gói .mcb có gì, chưa nhập gì."""
    from sync.center.exchange.sticks import show_stick

    with open_center(data) as at:
        facts = show_stick(at, file)
    value = {
        "from": facts.role,
        "unit": facts.unit,
        "desk": facts.desk,
        "made_at": facts.made_at,
        "entries": facts.entries,
        "dossiers": facts.dossiers,
        "size": facts.size,
        "news": facts.news,
        "more": facts.more,
        "scans": facts.scans,
        "scan_bytes": facts.scan_bytes,
        "scans_left": facts.scans_left,
        "scans_missing": facts.scans_missing,
    }
    maker = f"quầy {facts.desk}, đơn vị {facts.unit}"
    if facts.role == CENTER:
        maker = f"trung tâm cho đơn vị {facts.unit}"
    words = (
        f"Gói của {maker}, ghi lúc {moment_words(facts.made_at)}:"
        f" {facts.entries} ghi nhận của {facts.dossiers} hồ sơ."
    ) + _scans(facts.scans, facts.scans_missing, facts.scans_left)
    show(value, as_json, lambda: words + ("" if facts.news else " Trung tâm đã có đủ."))


@center_bundle.command(name="history")
@common
@click.argument("unit")
@click.option("--to", "folder", type=_FILE, required=True, help="Thẻ nhớ hoặc thư mục để ghi gói.")
def center_bundle_history(data: Path, as_json: bool, unit: str, folder: Path) -> None:
    """Ghi toàn bộ hồ sơ cũ của một đơn vị cho máy mới, để không phải tải qua mạng."""
    from sync.center.exchange.sticks import write_history

    with open_center(data) as at:
        out = write_history(at, unit, folder)
    value = {
        "path": out.path,
        "size": out.size,
        "entries": out.entries,
        "dossiers": out.dossiers,
        "machines": out.machines,
    }
    words = (
        f"Đã ghi lịch sử của đơn vị {unit}: {out.entries} ghi nhận của {out.dossiers} hồ sơ vào {out.path},"
        f" cho {out.machines} máy đang ghi danh. Có thể rút thẻ nhớ; ở máy mới: `motcua bundle import`."
    )
    show(value, as_json, lambda: words)


@center_bundle.command(name="import")
@common
@click.argument("file", type=_FILE)
@click.option("--reply", "folder", type=_FILE, required=True, help="Nơi ghi gói trả lời để mang về quầy.")
def center_bundle_import(data: Path, as_json: bool, file: Path, folder: Path) -> None:
    """Nhập gói của một quầy và ghi gói trả lời mang về trên cùng thẻ nhớ."""
    from sync.center.exchange.sticks import take_stick

    with open_center(data) as at:
        visit = take_stick(at, file, folder)
    value = {
        "unit": visit.unit,
        "desk": visit.desk,
        "received": visit.received,
        "dossiers": visit.dossiers,
        "parked": visit.parked,
        "refused": list(visit.refused),
        "reply": visit.reply,
        "sent": visit.sent,
        "sent_dossiers": visit.sent_dossiers,
        "more": visit.more,
        "revoked": visit.revoked,
        "scans": visit.scans,
        "scans_known": visit.scans_known,
        "scans_turned_away": visit.scans_turned_away,
        "scans_missing": visit.scans_missing,
        "scans_left": visit.scans_left,
        "scans_sent": visit.scans_sent,
    }
    words = (
        f"Quầy {visit.desk}, đơn vị {visit.unit}: nhập {visit.received} ghi nhận mới"
        f" của {visit.dossiers} hồ sơ."
    )
    if visit.revoked:
        words += (
            " Máy này đã bị thu hồi: không có gói trả lời; phần ghi sau đã được cách ly"
            " (xem `center quarantine list`)."
        )
    else:
        words += f" Gói trả lời: {visit.reply} ({visit.sent} ghi nhận). Có thể rút thẻ nhớ."
    words += _scans(visit.scans, visit.scans_missing, visit.scans_left, visit.scans_turned_away)
    show(value, as_json, lambda: words)
