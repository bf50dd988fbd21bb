"""The scanners of this desk, remembered in its settings."""

from __future__ import annotations

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import DEVICES, MACHINE
from desk_app.domain.scanner_settings import (
    MOST_PORTS,
    ScannerSettings,
    checked_prefix,
    scanner_settings_of,
    scanner_settings_value,
)
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of

_SETTING = "scanners"


@needs(MACHINE)
def scanner_settings(desk: Desk) -> ScannerSettings:
    """How the scanners are set up."""
    with desk.reading():
        return scanner_settings_of(desk.tables.setting(_SETTING))


@needs(DEVICES)
def set_scanners(desk: Desk, settings: ScannerSettings) -> Outcome[ScannerSettings]:
    """Remembers how the scanners are set up. Raises `DeskError`."""
    checked_prefix(settings.prefix)
    if len(settings.ports) > MOST_PORTS:
        raise DeskError(f"Một quầy dùng tối đa {MOST_PORTS} máy quét kiểu này.", "Bỏ chọn máy không dùng.")
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, scanner_settings_value(settings))
    return Outcome(settings, Changes(settings=True))
