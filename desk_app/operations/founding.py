"""Whether a folder holds a desk, half of one, or none: a power cut while one is made leaves nothing shut.

A desk is made beside `founding.json`, and is one when `desk.json` stands: until then nobody has a number or a
paper of it, so that what is left of it may go.
"""

from __future__ import annotations

import json

from desk_app.domain.mistakes import DeskError
from desk_app.paths import DeskPaths
from sync.model.due import POLICIES
from sync.model.number import MAIN_DESKS, TRAINING_UNIT, is_unit


def read_identity(paths: DeskPaths) -> str:
    """The id of a folder's store. Raises `DeskError` when there is none or it cannot be read."""
    try:
        return str(json.loads(paths.identity.read_bytes())["desk"])
    except FileNotFoundError as error:
        raise DeskError(
            "Thư mục này chưa có dữ liệu của quầy nào.",
            "Chạy “motcua setup” để lập quầy, hoặc chọn đúng thư mục bằng --data.",
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DeskError(
            "Không đọc được tệp nhận dạng của quầy (desk.json).", "Khôi phục thư mục từ bản sao lưu."
        ) from error


def clear_unfinished(paths: DeskPaths) -> None:
    """Removes what a desk left that was never finished. Raises `DeskError` for a store whose desk is unknown.

    Call only where there is no `desk.json`.
    """
    if paths.founding.exists():
        for ending in ("", "-wal", "-shm", "-journal"):
            paths.database.with_name(paths.database.name + ending).unlink(missing_ok=True)
        paths.founding.unlink()
    refuse_nameless(paths)


def refuse_nameless(paths: DeskPaths) -> None:
    """Raises `DeskError` where a store lies whose `desk.json` is lost: a desk's work, not an empty folder."""
    if not paths.identity.exists() and not paths.founding.exists() and paths.database.exists():
        raise DeskError(
            "Thư mục này có dữ liệu của một quầy nhưng mất tệp nhận dạng (desk.json).",
            "Khôi phục thư mục từ bản sao lưu; đừng xóa gì.",
        )


def give_up_desk(paths: DeskPaths) -> None:
    """Takes back a closed desk that never received anything: from here on the folder holds none."""
    paths.identity.replace(paths.founding)
    clear_unfinished(paths)


def check_set_up(unit: str, name: str, desk: int, policy: str) -> None:
    """Raises `DeskError` naming what is wrong with a set-up's values."""
    if not is_unit(unit):
        raise DeskError(
            f"Mã đơn vị “{unit[:40]}” không đúng kiểu.", "Mã hợp lệ như H15.50.05.13 hoặc 000.00.06.H56."
        )
    if unit == TRAINING_UNIT:
        raise DeskError(f"Mã {TRAINING_UNIT} chỉ để tập.", "Ghi mã định danh thật của đơn vị.")
    if not name.strip():
        raise DeskError("Chưa có tên đơn vị.", "Thêm --name “Ủy ban nhân dân xã …”.")
    if not 1 <= desk <= MAIN_DESKS:
        raise DeskError("Số quầy phải từ 1 đến 6.", "Mỗi máy của xã lấy một số quầy khác nhau.")
    if policy not in POLICIES:
        raise DeskError("Cách tính thời hạn phải là P1, P2 hoặc P3.")
