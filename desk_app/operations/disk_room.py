"""How much room the disk has left, in the officer's words: warned early, stopped before typing."""

from __future__ import annotations

from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.places import MiB, Room


@needs(MACHINE)
@needs(MACHINE)
def room_of(desk: Desk) -> Room | None:
    """The room where the data lies; None where nobody knows, which stops nobody."""
    try:
        return desk.store.room()
    except OSError:
        return None


@needs(MACHINE)
@needs(MACHINE)
def keep_ballast(desk: Desk) -> Room | None:
    """Takes up the ballast's room where there is plenty, and says how much is left. Writes up to 50 MB."""
    desk.store.ballast.keep()
    return room_of(desk)


def room_words(room: Room | None, *, marks_fail: bool = False) -> str:
    """For the status line; empty where nothing is amiss."""
    if room is not None and room.little:
        return f"Ổ đĩa sắp đầy, còn {room.free // MiB} MB"
    return "Không ghi được dấu mốc ở thư mục khóa" if marks_fail else ""


STOPPED = (
    "Ổ đĩa gần đầy nên quầy chưa nhận hồ sơ mới: xóa bớt tệp không cần trên ổ đĩa này, trang sẽ tự mở lại."
    " Hồ sơ đã nhận vẫn còn nguyên."
)
"""Said before anything is typed; what was being typed when the disk filled can still be received."""
