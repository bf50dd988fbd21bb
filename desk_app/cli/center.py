"""The center's commands. None of them needs PySide6."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import clock, common, moment_words, motcua, officer_option, show
from desk_app.paths import keys_folder, mark_folders
from sync.model.dossier import Officer

if TYPE_CHECKING:
    from sync.center.store.opening import Center


DATABASE = "MOTCUA_DATABASE"
"""Environment: the database of every `center` command that is not told another one."""
_NAMED = "motcua.database"


def _name_database(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_NAMED] = value


database_option = click.option(
    "--database",
    callback=_name_database,
    expose_value=False,
    metavar="URL",
    help="PostgreSQL: postgresql+psycopg://… (hoặc MOTCUA_DATABASE); sau lần đầu thư mục dữ liệu tự nhớ.",
)


def named_database() -> str:
    """The database by `--database`, else by the environment; empty: the data folder remembers."""
    context = click.get_current_context(silent=True)
    named = context.meta.get(_NAMED, "") if context is not None else ""
    return str(named or os.environ.get(DATABASE, ""))


def open_center(
    data: Path,
    *,
    create: bool = False,
    database: str | None = None,
    scans: Path | None = None,
    adopt: bool = False,
) -> Center:
    """The center of a folder, in the `database` it is in (None: by option, environment, or as remembered)."""
    from sync.center.store.opening import Storage
    from sync.center.store.opening import open_center as opened
    from sync.identity.secrets import SecretStore

    storage = Storage(named_database() if database is None else database, scans, adopt)
    secrets = SecretStore(keys_folder())
    return opened(data, secrets, clock, create=create, marks=mark_folders(), storage=storage)


def open_hub(data: Path, invitation: str) -> Center:
    """The hub of a folder, enrolled by the invitation when it is new."""
    from sync.center.exchange.upstream import open_hub as opened
    from sync.identity.secrets import SecretStore

    return opened(data, invitation, SecretStore(keys_folder()), clock, marks=mark_folders())


@motcua.group()
@database_option
def center() -> None:
    """Trung tâm (máy chủ): đơn vị, thư mời, hồ sơ, quyết định."""


@center.command()
@common
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe; 0.0.0.0 cho cả mạng."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8443, show_default=True, help="Cổng; 0: cổng trống."
)
@database_option
@click.option("--tls-certificate", "--tls-cert", type=click.Path(path_type=Path), help="Chứng thư TLS (PEM).")
@click.option("--tls-key", type=click.Path(path_type=Path), help="Khóa TLS (PEM).")
@click.option("--tls-next", type=click.Path(path_type=Path), help="Chứng thư TLS sẽ dùng kế tiếp (PEM).")
@click.option(
    "--behind-proxy",
    is_flag=False,
    flag_value="127.0.0.1,::1",
    default="",
    metavar="[IP,…]",
    help="Đứng sau máy chủ ủy quyền (nginx, HAProxy) có địa chỉ này; không ghi IP: trên cùng máy.",
)
@click.option("--address", default="", help="Địa chỉ máy quầy gọi đến, ví dụ https://motcua.huyen.gov.vn.")
@click.option(
    "--scans",
    type=click.Path(path_type=Path, file_okay=False),
    help="PostgreSQL: thư mục bản chụp chung của mọi tiến trình.",
)
@click.option("--adopt-scans", is_flag=True, help="Thư mục bản chụp cũ đã mất: dùng thư mục này từ nay.")
@click.option("--upstream", help="Thư mời của trung tâm: chạy làm máy đầu mối của xã.")
@click.option(
    "--scan-mb",
    type=click.IntRange(0, 1_000_000),
    default=0,
    help="Máy đầu mối: số MB bản chụp gửi lên mỗi ngày; 0: không giới hạn.",
)
def serve(  # noqa: PLR0913, PLR0917 - one for each option
    data: Path,
    as_json: bool,
    host: str,
    port: int,
    tls_certificate: Path | None,
    tls_key: Path | None,
    tls_next: Path | None,
    behind_proxy: str,
    address: str,
    scans: Path | None,
    adopt_scans: bool,
    upstream: str | None,
    scan_mb: int,
) -> None:
    """Chạy máy chủ trung tâm (hoặc máy đầu mối của xã) cho đến khi bị dừng.

    Nhật ký là mỗi yêu cầu một dòng JSON trên stderr, không có dữ liệu cá nhân.
    """
    from sync.center.api.serving import Front
    from sync.center.api.serving import serve as serve_center
    from sync.center.store.log import logging_to

    if upstream and (named_database() or scans):
        raise click.UsageError("Máy đầu mối dùng kho dữ liệu riêng trên máy: bỏ --database, --scans.")
    proxies = tuple(one.strip() for one in behind_proxy.split(",") if one.strip())
    front = Front(tls_certificate, tls_key, tls_next, proxies, address)
    with (
        open_hub(data, upstream)
        if upstream
        else open_center(data, create=True, scans=scans, adopt=adopt_scans) as opened,
        logging_to(sys.stderr),
    ):
        serve_center(
            opened,
            host,
            port,
            front=front,
            scan_bytes=scan_mb * 1_000_000,
            ready=lambda address: _serving(opened, address, as_json),
        )


def _serving(center: Center, address: str, as_json: bool) -> None:
    """Says where the center is served and, as long as it has no administrator, by which link there is one."""
    from sync.center.staff.links import first_link

    path = first_link(center) if center.upstream is None else None
    value = {"address": address} | ({"first_administrator": address + path} if path else {})
    lines = [f"Trung tâm đang phục vụ tại {address}"]
    if path:
        lines += [
            "Chưa có quản trị viên. Mở liên kết sau để tạo (dùng một lần, hết hạn sau 24 giờ):",
            address + path,
        ]
    show(value, as_json, lambda: "\n".join(lines))


@center.command()
@common
@click.argument("code")
@click.option("--address", help="Địa chỉ máy quầy sẽ gọi; mặc định là địa chỉ phục vụ gần nhất.")
@click.option("--name", help="Tên đơn vị khi chưa có trong cây.")
@click.option("--desk", "number", type=click.IntRange(1, 6), help="Số quầy mong muốn.")
@click.option("--hub", is_flag=True, help="Cho máy đầu mối (hub) của xã, không phải máy quầy.")
@click.option(
    "--days", type=click.IntRange(1, 365), default=14, show_default=True, help="Số ngày có hiệu lực."
)
def invite(
    data: Path,
    as_json: bool,
    code: str,
    address: str | None,
    name: str | None,
    number: int | None,
    hub: bool,
    days: int,
) -> None:
    """Lập thư mời một lần cho một máy quầy (hoặc máy đầu mối) của đơn vị."""
    from sync.center.units.invitations import invite as invite_desk
    from sync.model import kinds

    role = kinds.HUB if hub else kinds.DESK

    with open_center(data, create=True) as opened:
        invitation = invite_desk(opened, code, address, name=name, desk=number, days=days, role=role)
    show({"invitation": invitation.encode()}, as_json, invitation.encode)


@center.command(name="dossiers")
@common
@click.argument("text", required=False, default="")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=None, help="Số hồ sơ nhiều nhất.")
def center_dossiers(data: Path, as_json: bool, text: str, limit: int | None) -> None:
    """Hồ sơ trung tâm đang giữ, mới nhất trước."""
    from sync.center.work.listing import dossiers

    with open_center(data) as opened:
        found = dossiers(opened, text, limit)
    show(found, as_json, lambda: "\n".join(map(_words, found)) or "Không có hồ sơ nào.")


@center.command(name="desks")
@common
def center_desks(data: Path, as_json: bool) -> None:
    """Các máy quầy: lần liên lạc gần nhất, và máy nào sai đồng hồ."""
    from sync.center.units.clocks import desks

    with open_center(data) as opened:
        found = desks(opened)
    show(found, as_json, lambda: "\n".join(map(_desk_words, found)) or "Chưa có máy quầy nào.")


def _desk_words(one: dict[str, Any]) -> str:
    heard = f"liên lạc {moment_words(one['heard_at'])}" if one["heard_at"] else "chưa liên lạc"
    error = one["clock_error"]
    if error:
        size = f"{abs(error) // 86_400} ngày" if abs(error) >= 86_400 else f"{abs(error) // 60} phút"
        heard += f"; ĐỒNG HỒ SAI: {'nhanh' if error > 0 else 'chậm'} {size}, cần chỉnh lại máy này"
    return f"{one['unit']}  quầy {one['desk']}  {heard}"


def _words(one: dict[str, Any]) -> str:
    due = moment_words(one["due_at"])
    return f"{one['number']}  {one['status']}  {one['owner']}  {one['procedure_name']}  hẹn {due}"


@center.command()
@common
@officer_option
@click.argument("number")
@click.argument("status")
@click.option("--reason", default="", help="Lý do.")
@click.option("--result", default="", help="Kết quả giải quyết.")
def decide(
    data: Path, as_json: bool, officer: str | None, number: str, status: str, reason: str, result: str
) -> None:
    """Chuyển trạng thái một hồ sơ; quầy nhận được ở lần đồng bộ sau."""
    from sync.center.work.deciding import decide as decide_dossier

    by = Officer(officer, officer) if officer else None
    with open_center(data) as opened:
        decided = decide_dossier(opened, number, status, reason, officer=by, result=result)
    show(decided, as_json, lambda: f"{decided['number']}: {decided['status']}")
