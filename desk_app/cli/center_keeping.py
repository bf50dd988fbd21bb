"""Keeping a center: verified, backed up, restored, its key in an envelope."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from desk_app.cli.center import center, database_option, named_database, open_center
from desk_app.cli.frame import clock, common, show
from desk_app.paths import keys_folder, mark_folders

_FOLDER = click.Path(path_type=Path)


@center.command(name="verify")
@common
@database_option
@click.option(
    "--backup", type=_FOLDER, help="Kiểm tra bản sao lưu này (tệp .mcbk, hoặc bản mới nhất trong thư mục)."
)
@click.option(
    "--drill", is_flag=True, help="Diễn tập: khôi phục bản sao lưu vào chỗ tạm rồi kiểm tra toàn bộ."
)
def center_verify(data: Path, as_json: bool, backup: Path | None, drill: bool) -> None:
    """Kiểm tra sổ gốc và bảng tra cứu của trung tâm, hoặc một bản sao lưu."""
    from sync.center.work.checking import verify

    if backup is not None:
        report = _drilled(backup) if drill else _proved(backup)
    elif drill:
        raise click.UsageError("--drill cần --backup.")
    else:
        with open_center(data) as opened:
            report = verify(opened)
    missing = report.get("scans_missing", 0)
    lines = ["Đúng." if report["ok"] else "CÓ SAI LỆCH.", *report["problems"]]
    lines += [f"{missing} bản chụp không có trong bản sao lưu; máy ở xã sẽ được hỏi lại."] if missing else []
    show(report, as_json, lambda: "\n".join(lines))
    if not report["ok"]:
        raise click.exceptions.Exit(1)


def _proved(backup: Path) -> dict[str, Any]:
    from sync.center.backups.restoring import secret_for
    from sync.center.backups.saving import newest, prove_archive
    from sync.identity.secrets import SecretStore

    path = newest(backup)
    head, proof = prove_archive(path, secret_for(path, SecretStore(keys_folder())))
    return {
        "ok": proof.ok,
        "backup": path,
        "made_at": head.made_at,
        "entries": proof.counts.get("entries", 0),
        "dossiers": proof.counts.get("dossiers", 0),
        "scans": proof.scans,
        "scans_missing": proof.scans_missing,
        "problems": proof.problems,
    }


def _drilled(backup: Path) -> dict[str, Any]:
    """Restores into a place that is gone afterwards, keys and marks too, and verifies what came out."""
    from sync.center.backups.archive import name_in
    from sync.center.backups.restoring import restore, secret_for
    from sync.center.backups.saving import newest
    from sync.center.work.checking import verify
    from sync.identity.secrets import SecretStore

    path = newest(backup)
    secret = secret_for(path, SecretStore(keys_folder()))
    with TemporaryDirectory(prefix="motcua-drill-") as room:
        place = Path(room)
        beside = SecretStore(place / "keys")
        with open(path, "rb") as file:
            beside.put(f"center-node-{name_in(file).hex()}", secret)
        opened, restored = restore(
            path, place / "center", beside, clock, marks=(place / "marks-1", place / "marks-2")
        )
        with opened:
            report = verify(opened)
    return {
        **report,
        "backup": path,
        "made_at": restored.head.made_at,
        "scans_missing": restored.scans_wanted,
    }


@center.command(name="backup")
@common
@database_option
@click.argument("folder", type=_FOLDER)
@click.option(
    "--keep", type=click.IntRange(0, 10_000), default=0, help="Chỉ giữ số bản mới nhất; 0: giữ hết."
)
@click.option("--deep", is_flag=True, help="Đọc lại cả các bản chụp đã sao lưu, chép lại tệp đã hỏng.")
def center_backup(data: Path, as_json: bool, folder: Path, keep: int, deep: bool) -> None:
    """Sao lưu trung tâm đang chạy vào một thư mục, rồi đọc lại để kiểm tra.

    Bản sao lưu được mã hóa; chỉ mở được bằng khóa của trung tâm (xem `center recovery make`).
    """
    from sync.center.backups.saving import back_up

    with open_center(data) as opened:
        done = back_up(opened, folder, keep=keep, deep=deep)
    value = {
        "backup": done.path,
        "bytes": done.size,
        "entries": done.counts.get("entries", 0),
        "dossiers": done.counts.get("dossiers", 0),
        "scans": done.scans,
        "scans_copied": done.scans_copied,
        "scans_missing": done.scans_missing,
        "removed": done.removed,
    }

    def words() -> str:
        said = (
            f"Đã sao lưu và kiểm tra: {done.path} – {value['dossiers']} hồ sơ, {value['entries']} ghi nhận,"
            f" {done.scans} bản chụp (chép thêm {done.scans_copied})."
        )
        if done.scans_missing:
            said += (
                f" {done.scans_missing} bản chụp không đọc được ở trung tâm: hãy chạy “motcua center verify”."
            )
        return said

    show(value, as_json, words)


@center.command(name="restore")
@common
@database_option
@click.argument("source", type=_FOLDER)
@click.option("--scans", type=_FOLDER, help="PostgreSQL: thư mục bản chụp chung (trống) của mọi tiến trình.")
def center_restore(data: Path, as_json: bool, source: Path, scans: Path | None) -> None:
    """Khôi phục một bản sao lưu vào thư mục trống (và cơ sở dữ liệu PostgreSQL trống với --database).

    Nguồn là tệp .mcbk, hoặc thư mục sao lưu (lấy bản mới nhất). Dùng cả để chuyển từ SQLite sang PostgreSQL.
    """
    from sync.center.backups.restoring import restore
    from sync.center.store.opening import Storage
    from sync.center.work.checking import verify
    from sync.identity.secrets import SecretStore

    storage = Storage(named_database(), scans)
    opened, done = restore(
        source, data, SecretStore(keys_folder()), clock, marks=mark_folders(), storage=storage
    )
    with opened:
        report = verify(opened)
    value = {
        "ok": report["ok"],
        "made_at": done.head.made_at,
        "entries": report["entries"],
        "dossiers": report["dossiers"],
        "scans": done.scans,
        "scans_wanted": done.scans_wanted,
        "problems": report["problems"],
    }

    def words() -> str:
        lines = [
            (
                f"Đã khôi phục bản lập lúc {done.head.made_at}: {value['dossiers']} hồ sơ,"
                f" {value['entries']} ghi nhận, {done.scans} bản chụp."
            ),
            (
                "Không chạy trung tâm cũ nữa. Máy quầy tự gửi lại phần thiếu ở lần đồng bộ sau;"
                " đơn vị nào chưa nghe lại đủ máy thì chưa cấp thêm số và thư mời."
            ),
        ]
        if done.scans_wanted:
            lines.append(
                f"{done.scans_wanted} bản chụp không có trong bản sao lưu; máy ở xã sẽ được hỏi lại."
            )
        return "\n".join([*lines, *report["problems"]])

    show(value, as_json, words)
    if not report["ok"]:
        raise click.exceptions.Exit(1)


@center.command(name="set-back")
@common
@database_option
@click.option("--yes", is_flag=True, required=True, help="Xác nhận: cơ sở dữ liệu vừa bị đưa về bản cũ.")
def center_set_back(data: Path, as_json: bool, yes: bool) -> None:
    """Báo rằng PostgreSQL vừa được đưa về một thời điểm cũ bằng công cụ của chính nó (PITR, pg_restore).

    Trung tâm sẽ ghi tiếp bằng sổ mới và nghe lại các máy trước khi cấp số. `center restore` tự làm việc này.
    """
    from sync.center.store.opening import carry_on_restored

    with open_center(data) as opened:
        carry_on_restored(opened)
    show({"set_back": True}, as_json, lambda: "Đã ghi nhận. Hãy khởi động lại các tiến trình của trung tâm.")


@center.command(name="waive")
@common
@database_option
@click.argument("unit")
@click.option("--by", required=True, help="Họ tên người quản trị chịu trách nhiệm.")
def center_waive(data: Path, as_json: bool, unit: str, by: str) -> None:
    """Sau khôi phục: cấp số và thư mời cho đơn vị dù chưa nghe lại đủ máy (máy đã mất hẳn)."""
    from sync.center.units.restored import waive

    with open_center(data) as opened:
        waive(opened, unit, by)
    show({"unit": unit.upper(), "by": by}, as_json, lambda: f"Đã ghi nhận cho đơn vị {unit.upper()}.")


@center.group()
def recovery() -> None:
    """Phong bì khóa: không có khóa thì không bản sao lưu nào mở được."""


@recovery.command(name="make")
@common
@database_option
@click.argument("file", type=_FOLDER)
def recovery_make(data: Path, as_json: bool, file: Path) -> None:
    """Ghi khóa của trung tâm vào một tệp, mở bằng mã in ra một lần này."""
    from sync.center.backups.recovery import make_envelope

    with open_center(data) as opened:
        code = make_envelope(opened, file)
    show(
        {"file": file, "code": code},
        as_json,
        lambda: f"Đã ghi {file}. Hãy in mã sau và cất trong két, tách khỏi tệp:\n\n    {code}\n",
    )


@recovery.command(name="open")
@common
@click.argument("file", type=_FOLDER)
@click.option(
    "--code", prompt="Mã mở phong bì", envvar="MOTCUA_RECOVERY", help="Mã đã in (hoặc MOTCUA_RECOVERY)."
)
def recovery_open(data: Path, as_json: bool, file: Path, code: str) -> None:
    """Lấy khóa từ phong bì vào kho khóa của máy này, để khôi phục."""
    from sync.center.backups.recovery import open_envelope
    from sync.identity.secrets import SecretStore

    name = open_envelope(file, code, SecretStore(keys_folder()))
    show({"center": name}, as_json, lambda: "Đã có khóa; bây giờ chạy “motcua center restore”.")
