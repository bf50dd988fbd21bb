"""What the office set about scans: how small, how many bytes a day, and where the scanner puts its files."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of
from sync.attachments.converting import Quality

_KEY = "scans"


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """`dpi` and `jpeg` say how small scans are made; `daily_bytes` may be sent and fetched a day and
    `least_rate` bytes a second must get through (0: any); `folder` is where the scanner writes.
    """

    dpi: int = Quality().dpi
    jpeg: int = Quality().jpeg
    daily_bytes: int = 0
    least_rate: int = 0
    folder: str = ""

    @property
    def quality(self) -> Quality:
        """As the conversion wants it."""
        return Quality(self.dpi, self.jpeg)


@needs(MACHINE)
def scan_settings(desk: Desk) -> ScanSettings:
    """The settings in force."""
    raw = desk.tables.setting(_KEY) or {}
    known = {one.name: raw[one.name] for one in fields(ScanSettings) if one.name in raw}
    return ScanSettings(**known)


@needs(SETTINGS)
def set_scans(desk: Desk, **changed: Any) -> Outcome[ScanSettings]:
    """Changes some of the settings. Raises `DeskError` for values out of range."""
    wanted = replace(scan_settings(desk), **changed)
    try:
        _ = wanted.quality
    except ValueError as error:
        raise DeskError(
            "Độ nét phải từ 75 đến 600 dpi, chất lượng ảnh từ 20 đến 95.", "Thường dùng 150 dpi và 60."
        ) from error
    if wanted.daily_bytes < 0 or wanted.least_rate < 0:
        raise DeskError("Giới hạn dung lượng và tốc độ không được âm.", "Nhập 0 để không giới hạn.")
    if wanted.folder and not Path(wanted.folder).is_dir():
        raise DeskError("Không có thư mục máy quét đã chọn.", "Chọn thư mục mà máy quét ghi tệp vào.")
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_KEY, asdict(wanted))
    return Outcome(wanted, Changes(settings=True))
