"""Invitations: a person carries them to a desk, and they say whom to trust, where, and for which unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from sqlalchemy import insert

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.restored import check_heard
from sync.center.units.tree import center_rows, checked_code, put_unit, read_units
from sync.identity.certificates import CODE_BYTES, PIN_BYTES, Invitation
from sync.journal.port import Rows
from sync.model import kinds
from sync.model.number import MAIN_DESKS

ADDRESS = "address"
"""Note: the address last served on."""
PINS = "tls-pins"
"""Note: the pins of the TLS keys served with, one after the other."""
DAYS = 14


def invite(
    center: Center,
    unit: str,
    address: str | None = None,
    *,
    name: str | None = None,
    desk: int | None = None,
    days: int = DAYS,
    role: str = kinds.DESK,
) -> Invitation:
    """A new invitation for one desk (or `role` hub) of `unit`; `.encode()` is the line to hand over.

    Without an address, the one this center last served on. An unknown unit is added under its code.
    The code (80 bits) is kept hashed; it expires after `days` by the center's clock. Raises `CenterError`.
    """
    unit = checked_code(unit)
    if center.upstream is not None:
        raise CenterError(
            "Máy này là máy đầu mối, không lập được thư mời.", "Xin thư mời của trung tâm cấp trên."
        )
    if desk is not None and not 1 <= desk <= MAIN_DESKS:
        raise CenterError("Số quầy phải từ 1 đến 6.", "Hãy chọn số quầy khác hoặc để trống.")
    if not 1 <= days <= 365:
        raise CenterError("Thời hạn giấy mời phải từ 1 đến 365 ngày.")
    code = center.entropy(CODE_BYTES)
    now = center.clock()
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        where = checked_address(address or (rows.note(ADDRESS) or b"").decode())
        after = next((one.successor for one in read_units(rows) if one.code == unit), "")
        if after:
            raise CenterError(f"Đơn vị {unit} đã sáp nhập vào {after}.", f"Lập thư mời cho đơn vị {after}.")
        if name is not None or unit not in {one.code for one in read_units(rows)}:
            put_unit(center, ledger, unit, name or unit)
        check_heard(rows, unit)
        rows.execute(
            insert(tables.invitations),
            {
                "code_hash": sha256(code).digest(),
                "unit": unit,
                "role": role,
                "desk": desk or 0,
                "issued_at": now.isoformat(),
                "expires_at": (now + timedelta(days=days)).isoformat(),
                "node": None,
                "certificate": None,
            },
        )
        pins = _pins_of(rows, where)
    return Invitation(where, center.keys.public, unit, code, pins)


def remember_address(center: Center, address: str, pins: Sequence[bytes] = ()) -> None:
    """Keeps the address served on, and the pins of its TLS keys (now and next), for invitations."""
    with center.store.transaction() as ledger:
        for key, value in ((ADDRESS, address.encode()), (PINS, b"".join(pins))):
            if (ledger.rows.note(key) or b"") != value:
                ledger.rows.put_note(key, value or None)


def _pins_of(rows: Rows, address: str) -> tuple[bytes, ...]:
    """The pins that go with an address: those of our own TLS, behind whatever name it is reached."""
    raw = rows.note(PINS) or b""
    if not address.startswith("https:"):
        return ()
    return tuple(raw[at : at + PIN_BYTES] for at in range(0, len(raw), PIN_BYTES))


def checked_address(address: str) -> str:
    """An address that desks can be invited to, without a slash at its end. Raises `CenterError`."""
    if not address:
        raise CenterError(
            "Chưa biết địa chỉ của trung tâm.",
            "Hãy chạy `center serve` một lần, hoặc ghi địa chỉ bằng --address https://…",
        )
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or len(address) > 500 or not address.isprintable() or " " in address:
        raise CenterError(
            "Địa chỉ của trung tâm không đúng.", "Ví dụ địa chỉ đúng: https://motcua.example.vn:8443"
        )
    return address.rstrip("/")
