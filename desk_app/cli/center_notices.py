"""The center's commands about notices to citizens."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, show


@center.group(name="notices")
def notices() -> None:
    """Thông báo cho công dân (thư điện tử, tin nhắn)."""


@notices.command(name="send")
@common
@click.option(
    "--most", type=click.IntRange(1, 10_000), default=500, show_default=True, help="Gửi nhiều nhất."
)
def notices_send(data: Path, as_json: bool, most: int) -> None:
    """Gửi ngay những thông báo đang chờ; máy chủ đang chạy thì tự gửi, mỗi nửa phút một lượt."""
    from sync.center.notices.book import STATES
    from sync.center.notices.sending import send_some

    with open_center(data) as opened:
        done = send_some(opened, most)
    value = {"resting": done.resting, **{name: done.states[name] for name in STATES if done.states[name]}}

    def words() -> str:
        if done.resting:
            return (
                "Trung tâm vừa được khôi phục nên đang tạm ngừng gửi."
                " Quản trị viên mở trang Thông báo, Cách gửi, xem lại rồi lưu."
            )
        told = [f"{STATES[name]}: {done.states[name]}" for name in STATES if done.states[name]]
        return "; ".join(told) or "Không có thông báo nào cần gửi lúc này."

    show(value, as_json, words)
