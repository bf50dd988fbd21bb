"""The key of a desk's data: how it is kept, locked with passwords or not, its printed sheet, a new key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.key_wraps import KeyStatus

_MODES = {
    "auto": "Tự mở: ai dùng được tài khoản này của máy thì mở được dữ liệu.",
    "password": "Khóa bằng mật khẩu: không ai mở được dữ liệu nếu không có mật khẩu hoặc mã khôi phục.",
}
_DAMAGED = {
    "one": "Một trong hai tệp khóa hỏng hoặc mất; sẽ được làm lại khi mở quầy.",
    "all": "Cả hai tệp khóa đều hỏng: in tờ khôi phục mới (motcua key sheet) và để cán bộ đăng nhập lại.",
}


@motcua.group()
def key() -> None:
    """Khóa dữ liệu: cách giữ khóa, khóa bằng mật khẩu, tờ khôi phục, đổi khóa."""


@key.command(name="status")
@common
def status_command(data: Path, as_json: bool) -> None:
    """Khóa của quầy đang được giữ thế nào trên máy này; không cần mở dữ liệu."""
    from desk_app.operations.key_wraps import status_of

    found = status_of(data)
    value = {
        "mode": found.mode,
        "officers": list(found.logins),
        "sheet": found.printed,
        "key_on_disk": found.unattended,
        "damaged": found.damaged,
    }
    show(value, as_json, lambda: _status_words(found))


def _status_words(found: KeyStatus) -> str:
    lines = [_MODES[found.mode]]
    lines.append("Mật khẩu mở được trên máy này: " + (", ".join(found.logins) or "chưa có") + ".")
    lines.append(
        "Tờ khôi phục: " + ("đã in." if found.printed else "CHƯA IN; chạy motcua key sheet -o tệp.pdf.")
    )
    if found.damaged:
        lines.append(_DAMAGED[found.damaged])
    return "\n".join(lines)


@key.command()
@common
@officer_option
def lock(data: Path, as_json: bool, officer: str | None) -> None:
    """Khóa bằng mật khẩu của --officer; từ đó khóa không còn nằm trên đĩa. Chạy lại để thêm một cán bộ.

    Mật khẩu lấy từ MOTCUA_PASSWORD hoặc hỏi trên màn hình. Phải in tờ khôi phục trước.
    """
    from desk_app.cli.key_prompt import given_password
    from desk_app.operations.key_wraps import lock_with

    with opened(data) as desk:
        password = given_password("Mật khẩu")
        if password is None:
            raise DeskError("Chưa có mật khẩu.", "Đặt MOTCUA_PASSWORD, hoặc chạy lệnh ở cửa sổ dòng lệnh.")
        login = lock_with(desk, officer, password)
    show(
        {"mode": "password", "officer": login},
        as_json,
        lambda: f"Đã khóa bằng mật khẩu. Mật khẩu của “{login}” mở được dữ liệu trên máy này.",
    )


@key.command()
@common
@click.option("--code", default="", help="Mã khôi phục đã in, khi không còn mật khẩu hoặc tệp khóa.")
def unlock(data: Path, as_json: bool, code: str) -> None:
    """Bỏ khóa bằng mật khẩu: quầy lại tự mở. --code mở bằng mã khôi phục khi mất mật khẩu hoặc tệp khóa."""
    from desk_app.cli.frame import clock
    from desk_app.operations.desk import open_desk
    from desk_app.operations.key_wraps import put_right, turn_off, unwrap_by_code

    desk = open_desk(data, clock, unwrap_by_code(data, code) if code.strip() else None)
    try:
        put_right(desk)
        turn_off(desk)
    finally:
        desk.close()
    show({"mode": "auto"}, as_json, lambda: "Quầy lại tự mở trên máy này; khóa nằm trong kho khóa của máy.")


@key.command()
@common
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi.")
def sheet(data: Path, as_json: bool, output: Path) -> None:
    """Lập mã khôi phục mới và ghi tờ khôi phục ra tệp PDF để in rồi xóa; mã cũ chỉ còn mở các bản sao lưu
    cũ."""
    from desk_app.operations.key_wraps import put_right, recovery_sheet
    from desk_app.store.store import write_atomically

    with opened(data) as desk:
        put_right(desk)
        pdf, code = recovery_sheet(desk)
    write_atomically(output, pdf)
    show(
        {"code": code, "sheet": output},
        as_json,
        lambda: (
            f"{output}\nMã khôi phục: {code}\nIn tờ này, cất trong két, rồi xóa tệp: ai có nó mở được"
            f" dữ liệu."
        ),
    )


@key.command()
@common
def rotate(data: Path, as_json: bool) -> None:
    """Đổi khóa của dữ liệu khi nghi khóa đã lộ; đóng mọi cửa sổ trước. Mật khẩu và tờ khôi phục giữ
    nguyên."""
    from desk_app.operations.key_rotation import rotate as rotate_key

    with opened(data) as desk:
        held = desk.store.key
    done = rotate_key(data, held)
    value = {"rows": done.rows, "sheet": done.printed}

    def words() -> str:
        said = f"Đã đổi khóa; {done.rows} dòng dữ liệu được đối chiếu giống hệt."
        if not done.printed:
            said += "\nChưa có tờ khôi phục cho khóa mới: chạy motcua key sheet -o tệp.pdf rồi in."
        return said

    show(value, as_json, words)
