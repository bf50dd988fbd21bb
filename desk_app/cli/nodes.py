"""The center's nodes: list them, revoke one, and look at what a revoked one wrote beyond its bounds."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, moment_words, show

if TYPE_CHECKING:
    from sync.center.units.revoking import Revoked, Waiting

_BY = click.option("--by", required=True, help="Họ tên người quyết định.")
_REASON = click.option("--reason", required=True, help="Lý do, căn cứ đã đối chiếu.")


@center.command(name="nodes")
@common
@click.argument("unit", required=False)
def center_nodes(data: Path, as_json: bool, unit: str | None) -> None:
    """Các máy của một đơn vị (hoặc tất cả): phiên bản, lần liên lạc cuối, số ghi nhận, đã thu hồi chưa."""
    from sync.center.units.fleet import nodes

    with open_center(data) as opened:
        found = nodes(opened, unit)
    show(found, as_json, lambda: "\n".join(map(_node_words, found)) or "Chưa có máy nào ghi danh.")


def _node_words(one: dict[str, Any]) -> str:
    seen = moment_words(one["last_contact"]) if one["last_contact"] else "chưa liên lạc"
    line = f"{one['unit']}/{one['desk']}  {one['node'][:8]}  {one['version'] or '?'}  {seen}"
    line += f"  {one['entries']} ghi nhận"
    if one["two_machines"]:
        line += "  ! sổ chạy trên hai máy: thu hồi máy này và ghi danh lại bằng khóa mới"
    revoked = one["revoked"]
    if revoked:
        did = f"ĐÃ ĐỔI KHÓA sang {revoked['successor'][:8]}" if revoked["successor"] else "ĐÃ THU HỒI"
        line += f"  {did} {moment_words(revoked['at'])} ({revoked['by']}: {revoked['reason']})"
        line += f", cách ly {one['quarantined']}"
    return line


@center.command(name="revoke")
@common
@click.argument("node", metavar="MÁY")
@_BY
@_REASON
@click.option(
    "--last",
    multiple=True,
    metavar="SỔ=SỐ",
    help="Số mục cuối còn được tính của một sổ (0: không mục nào); mặc định là tất cả mục trung tâm đã có.",
)
@click.option(
    "--ranges-from",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Từ ngày này dải số của máy được cấp lại cho máy khác; không ghi: không cấp lại.",
)
def center_revoke(
    data: Path,
    as_json: bool,
    node: str,
    by: str,
    reason: str,
    last: tuple[str, ...],
    ranges_from: datetime | None,
) -> None:
    """Thu hồi một máy (mất, hỏng, đổi đơn vị): MÃ-ĐƠN-VỊ/SỐ-QUẦY hoặc mã máy."""
    from sync.center.units.revoking import revoke

    with open_center(data) as opened:
        done = revoke(
            opened,
            node,
            by,
            reason,
            last=dict(_place(one) for one in last),
            ranges_from=ranges_from.date() if ranges_from else None,
        )
    value = {**asdict(done), "node": done.node.hex(), "dossiers": dict(done.dossiers)}
    show(value, as_json, lambda: _revoked_words(done))


def _place(text: str) -> tuple[str, int]:
    name, equals, seq = text.partition("=")
    if not equals or len(name) < 4 or not seq.isdigit():
        raise click.BadParameter(f"“{text}” không đúng dạng SỔ=SỐ, ví dụ 3fa90c12=41.", param_hint="--last")
    return name, int(seq)


def _revoked_words(done: Revoked) -> str:
    held = ", ".join(f"{count} {status}" for status, count in done.dossiers.items()) or "không có hồ sơ nào"
    return (
        f"Đã thu hồi quầy {done.desk} của {done.unit} (máy {done.node.hex()[:8]})."
        f" Còn tính {done.entries} ghi nhận, cách ly {done.quarantined}."
        f"\nMáy này đọc được đến lần liên lạc cuối: {held}."
        f"{_elsewhere_words(done.elsewhere)}"
        "\nCác máy khác biết ở lần đồng bộ tới. Dữ liệu đến sau được cách ly:"
        " xem bằng `center quarantine list`."
    )


@center.group(name="quarantine")
def center_quarantine() -> None:
    """Ghi nhận của máy đã thu hồi, chưa được tính vào đâu."""


@center_quarantine.command(name="list")
@common
def quarantine_list(data: Path, as_json: bool) -> None:
    """Những gì đang cách ly, để đối chiếu với phiếu hẹn và sổ cuối ngày."""
    from sync.center.units.revoking import quarantine

    with open_center(data) as opened:
        found = quarantine(opened)
    value = [{**asdict(one), "node": one.node.hex()} for one in found]
    show(value, as_json, lambda: "\n".join(map(_waiting_words, found)) or "Không có gì đang cách ly.")


def _elsewhere_words(units: tuple[str, ...]) -> str:
    """What was carried to other units before is not forgotten there."""
    named = ", ".join(units)
    return f"\nHồ sơ trong đó đã chuyển đến {named}: ở đó cũng tạm không tính." if units else ""


def _waiting_words(one: Waiting) -> str:
    numbers = ", ".join(one.numbers[:10]) + (" …" if len(one.numbers) > 10 else "")
    return (
        f"{one.unit}/{one.desk}  máy {one.node.hex()[:8]}  sổ {one.incarnation}  mục {one.first}–{one.last}"
        f"  mã {one.digest[:16]}  ngày {one.days[0]} đến {one.days[1]}  hồ sơ: {numbers or 'không'}"
        f"{_elsewhere_words(one.elsewhere)}"
    )


@center_quarantine.command(name="admit")
@common
@click.argument("node", metavar="MÁY")
@click.argument("journal", metavar="SỔ")
@click.argument("seq", type=click.IntRange(1), metavar="SỐ")
@click.argument("digest", metavar="MÃ")
@_BY
@_REASON
def quarantine_admit(
    data: Path, as_json: bool, node: str, journal: str, seq: int, digest: str, by: str, reason: str
) -> None:
    """Cho tính các ghi nhận đã đối chiếu, đến hết mục SỐ có mã MÃ của sổ SỔ."""
    from sync.center.units.revoking import admit

    with open_center(data) as opened:
        count = admit(opened, node, journal, seq, digest, by, reason)
    show(
        {"admitted": count}, as_json, lambda: f"Đã cho tính {count} ghi nhận; các máy nhận ở lần đồng bộ tới."
    )
