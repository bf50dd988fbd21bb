"""The commune's hub: where it answers, and that it is the one the center certified."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of
from sync.identity.keys import PublicKeys
from sync.journal.segments import SegmentRefused
from sync.model import kinds
from sync.protocol.ports import NODE_PATH, LinkFailed

if TYPE_CHECKING:
    from sync.links.lan import Announced

SETTING = "hub"
_AGAIN = "Kiểm tra máy đầu mối đang chạy và cùng mạng nội bộ, rồi thử lại."

Look = Callable[[str], bytes]
"""An address's answer to who it is. Raises `LinkFailed`."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub this desk exchanges with: its certified keys, and the address it was found at."""

    keys: PublicKeys
    address: str


@needs(MACHINE)
def hub_of(desk: Desk) -> Hub | None:
    """The hub in use, if there is one."""
    kept = desk.tables.setting(SETTING)
    if not kept:
        return None
    with desk.reading() as ledger:
        record = ledger.rows.node(bytes.fromhex(kept["node"]))
    if record is None or record.role != kinds.HUB:
        return None
    return Hub(record.keys, str(kept["address"]))


@needs(SETTINGS)
def use_hub(desk: Desk, address: str, look: Look | None = None) -> Outcome[Hub]:
    """Takes the hub at an address into use; its certificate must be the center's, for this unit.

    Raises `DeskError` with what to do.
    """
    if desk.trust().center is None:
        raise DeskError("Quầy này chưa ghi danh với trung tâm nào.", "Ghi danh với trung tâm trước.")
    node, certificate = _who(address, look or _look)
    with desk.writing() as ledger:
        record = ledger.rows.node(node)
        if record is None and certificate:
            try:
                record = ledger.certified(certificate, node)
            except SegmentRefused:
                record = None
        if record is None or record.role != kinds.HUB or record.unit != desk.settings.unit:
            raise DeskError(
                f"Máy tại {address} không phải máy đầu mối của đơn vị này.",
                "Hỏi người phụ trách địa chỉ đúng.",
            )
        tables_of(ledger).put_setting(SETTING, {"node": node.hex(), "address": address.rstrip("/")})
    return Outcome(Hub(record.keys, address.rstrip("/")), Changes(sync=True))


@needs(SETTINGS)
def forget_hub(desk: Desk) -> Outcome[None]:
    """From now on the desk exchanges with the center alone."""
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(SETTING, None)
    return Outcome(None, Changes(sync=True))


@needs(SETTINGS)
def find_hub(
    desk: Desk, search: Callable[[str], Sequence[Announced]] | None = None, look: Look | None = None
) -> Outcome[Hub]:
    """Looks for the unit's hub on the network and takes it into use. Raises `DeskError` without one."""
    if search is None:
        from sync.links.lan import look_for_hubs

        search = look_for_hubs
    trouble: DeskError | None = None
    for one in search(desk.settings.unit):
        try:
            return use_hub(desk, one.address, look)
        except DeskError as error:
            trouble = error
    raise trouble or DeskError("Không thấy máy đầu mối nào của đơn vị trên mạng nội bộ.", _AGAIN)


def _look(address: str) -> bytes:
    from sync.links.http import HttpLink

    link = HttpLink(address, timeouts=(5.0, 5.0))
    try:
        return link.look(NODE_PATH)
    finally:
        link.close()


def _who(address: str, look: Look) -> tuple[bytes, bytes]:
    try:
        said = json.loads(look(address))
        return bytes.fromhex(said["node"]), bytes.fromhex(said["certificate"])
    except LinkFailed as failed:
        raise DeskError(f"Không gọi được máy đầu mối tại {address}.", _AGAIN) from failed
    except (ValueError, KeyError, TypeError) as error:
        raise DeskError(
            f"“{address[:80]}” không phải địa chỉ của một máy đầu mối.", "Ví dụ: http://192.168.1.10:8443"
        ) from error
