"""Keys of other systems that read dossiers or send them: scopes, a unit or the whole center, an end, a rate.

A key holds 160 random bits and is shown once; only its hash is kept. Several keys may bear one system's name,
so that the next one is given out before the last one ends.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import insert, select, update

from sync.center.staff.accounts import Member
from sync.center.staff.record import record
from sync.center.staff.tries import Rate, tried
from sync.center.store.api_tables import api_keys
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.model.moment import VIETNAM, iso_minute

PREFIX: Final = "mck_"
NAME: Final = re.compile(r"[a-z][a-z0-9._-]{2,39}\Z")
PER_MINUTE: Final = 300
MOST_PER_MINUTE: Final = 6000
DAYS: Final = 365
MOST_DAYS: Final = 1100
NOTED_MINUTES: Final = 10
"""How exactly the last call of a key is known."""
_KEY_BYTES: Final = 20
_REFUSED: Final = Rate("api-refused", 30, 60)
"""Wrong keys from one address."""


class KeyRefused(CenterError):
    """A key that cannot be given out as it is asked for; `field` of `WantedKey` is the one to be mended."""

    def __init__(self, field: str, title: str, advice: str = "") -> None:
        super().__init__(title, advice)
        self.field = field


class KeyScope(StrEnum):
    """What a key opens; whatever is not named stays shut."""

    CATALOGUE = "catalogue"
    DOSSIERS = "dossiers"
    PEOPLE = "people"
    EXPORT = "export"
    IMPORT = "import"

    @property
    def label(self) -> str:
        """The scope in Vietnamese."""
        return _LABELS[self]


_LABELS = {
    KeyScope.CATALOGUE: "danh mục đơn vị và thủ tục",
    KeyScope.DOSSIERS: "hồ sơ, không có thông tin cá nhân",
    KeyScope.PEOPLE: "thông tin cá nhân trong hồ sơ",
    KeyScope.EXPORT: "hồ sơ theo tên trường DongBoHoSo",
    KeyScope.IMPORT: "gửi hồ sơ tiếp nhận ở nơi khác",
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept. `unit` empty: the whole center; `expires` in seconds since 1970."""

    id: int
    name: str
    scopes: frozenset[KeyScope]
    unit: str
    per_minute: int
    created_at: str
    expires: int
    revoked_at: str
    used_at: str = ""
    """The last call, ISO 8601, noted every `NOTED_MINUTES` at most; empty: never."""

    @property
    def login(self) -> str:
        """As the record names it: no account of a person can have a colon."""
        return f"api:{self.name}"

    def active(self, now: int) -> bool:
        """Whether it opens anything, at that second."""
        return not self.revoked_at and now < self.expires


@dataclass(frozen=True, slots=True)
class WantedKey:
    """A key as it is asked for; it ends after `days`."""

    name: str
    scopes: frozenset[KeyScope]
    unit: str = ""
    days: int = DAYS
    per_minute: int = PER_MINUTE


def add_key(center: Center, wanted: WantedKey, by: Member | None = None) -> tuple[Key, str]:
    """A new key and the text that is shown once. Raises `CenterError`."""
    secret = center.entropy(_KEY_BYTES)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        _check(rows, wanted)
        now = center.clock()
        values = {
            "name": wanted.name,
            "hash": _hash(secret),
            "scopes": _out(wanted.scopes),
            "unit": wanted.unit,
            "per_minute": wanted.per_minute,
            "created_at": iso_minute(now),
            "expires": int((now + timedelta(days=wanted.days)).timestamp()),
            "revoked_at": "",
            "used_at": "",
        }
        rows.execute(insert(api_keys), values)
        key = _by_hash(rows, _hash(secret))
        assert key is not None
        scope = f"{_out(key.scopes)} – {key.unit or 'toàn trung tâm'}"
        _note(center, rows, by, "api-key-added", f"{key.name} ({key.id}): {scope}")
    return key, PREFIX + base64.b32encode(secret).decode().lower()


def _check(rows: CenterRows, wanted: WantedKey) -> None:
    if not NAME.match(wanted.name):
        raise KeyRefused(
            "name",
            "Tên hệ thống gồm 3–40 chữ thường không dấu, số, dấu . _ -; bắt đầu bằng chữ.",
            "Ví dụ: cong-tinh.",
        )
    if not wanted.scopes:
        raise KeyRefused("scopes", "Khóa chưa có phạm vi nào.", f"Chọn ít nhất một: {', '.join(KeyScope)}.")
    if KeyScope.PEOPLE in wanted.scopes and not wanted.scopes & {KeyScope.DOSSIERS, KeyScope.EXPORT}:
        raise KeyRefused(
            "scopes",
            "Phạm vi people chỉ mở thêm thông tin cá nhân.",
            "Chọn kèm phạm vi dossiers hoặc export.",
        )
    if not 1 <= wanted.days <= MOST_DAYS:
        raise KeyRefused(
            "days", f"Khóa dùng từ 1 đến {MOST_DAYS} ngày.", "Cấp khóa mới trước khi khóa cũ hết hạn."
        )
    if not 1 <= wanted.per_minute <= MOST_PER_MINUTE:
        raise KeyRefused("per_minute", f"Số lượt gọi mỗi phút từ 1 đến {MOST_PER_MINUTE}.")
    units = {one.code: one for one in read_units(rows)}
    if wanted.unit and wanted.unit not in units:
        raise KeyRefused(
            "unit", f"Chưa có đơn vị {wanted.unit}.", "Xem lại mã bằng “motcua center unit list”."
        )
    if wanted.unit and units[wanted.unit].successor:
        raise KeyRefused("unit", f"Đơn vị này đã sáp nhập vào {units[wanted.unit].successor}.")


def revoke_key(center: Center, number: int, by: Member | None = None) -> Key:
    """Ends a key at once; once more changes nothing. Raises `CenterError` where there is none."""
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        before = _by_id(rows, number)
        if before is None:
            raise CenterError(f"Không có khóa số {number}.", "Xem số bằng “motcua center key list”.")
        if not before.revoked_at:
            at = iso_minute(center.clock())
            rows.execute(update(api_keys).where(api_keys.c.id == number).values(revoked_at=at))
            _note(center, rows, by, "api-key-revoked", f"{before.name} ({before.id})")
        after = _by_id(rows, number)
        assert after is not None
        return after


def keys(center: Center) -> list[Key]:
    """Every key there ever was, the newest first."""
    with center.store.snapshot() as ledger:
        found = center_rows(ledger).connection.execute(select(api_keys).order_by(api_keys.c.id.desc()))
        return [_key_of(row) for row in found]


def key_of(center: Center, text: str) -> Key | None:
    """The key a caller shows, if it opens anything now."""
    if not text.startswith(PREFIX) or len(text) != len(PREFIX) + _KEY_BYTES * 8 // 5 or not text.isascii():
        return None
    try:
        secret = base64.b32decode(text.removeprefix(PREFIX).upper())
    except ValueError:
        return None
    with center.store.snapshot() as ledger:
        found = _by_hash(center_rows(ledger), _hash(secret))
    return found if found is not None and found.active(int(center.clock().timestamp())) else None


def may_call(center: Center, key: Key) -> bool:
    """Counts one call of a key, for every process together; False when it was one too many."""
    allowed = tried(center, Rate("api", key.per_minute, 60), f"key {key.id}")
    now = center.clock()
    if allowed and key.used_at < iso_minute(now - timedelta(minutes=NOTED_MINUTES)):
        with center.store.transaction() as ledger:
            center_rows(ledger).execute(
                update(api_keys).where(api_keys.c.id == key.id).values(used_at=iso_minute(now))
            )
    return allowed


def may_guess(center: Center, address: str) -> bool:
    """Counts one wrong key of an address; False when it was one too many."""
    return tried(center, _REFUSED, address)


def last_day(key: Key) -> str:
    """The day a key ends on, ISO 8601."""
    return datetime.fromtimestamp(key.expires, VIETNAM).date().isoformat()


def _note(center: Center, rows: CenterRows, by: Member | None, act: str, what: str) -> None:
    record(center, rows, by.id if by else 0, by.login if by else "", act, what)


def _hash(secret: bytes) -> bytes:
    return sha256(b"motcua api key\x00" + secret).digest()


def _by_hash(rows: CenterRows, hashed: bytes) -> Key | None:
    row = rows.connection.execute(select(api_keys).where(api_keys.c.hash == hashed)).one_or_none()
    return None if row is None else _key_of(row)


def _by_id(rows: CenterRows, number: int) -> Key | None:
    if not 0 < number < 2**63:
        return None
    row = rows.connection.execute(select(api_keys).where(api_keys.c.id == number)).one_or_none()
    return None if row is None else _key_of(row)


def _out(scopes: Iterable[KeyScope]) -> str:
    some = frozenset(scopes)
    return " ".join(one for one in KeyScope if one in some)


def _key_of(row: Any) -> Key:
    known = {str(one): one for one in KeyScope}
    scopes = frozenset(known[one] for one in row.scopes.split() if one in known)
    return Key(
        int(row.id),
        row.name,
        scopes,
        row.unit,
        int(row.per_minute),
        row.created_at,
        int(row.expires),
        row.revoked_at,
        row.used_at,
    )
