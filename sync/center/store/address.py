"""Where a PostgreSQL is, as it was given; its password stays in memory and is never written or said."""

from __future__ import annotations

import importlib.util

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sync.center.store.trouble import CenterError

_KINDS = {"postgres", "postgresql", "postgresql+psycopg"}
_SECRETS = ("password", "sslpassword")


def read_address(text: str) -> URL:
    """The URL of a PostgreSQL database. Raises `CenterError`, which does not repeat what was given."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        # not chained: the text may hold a password
        raise _wrong() from None
    if url.drivername not in _KINDS or not url.database:
        raise _wrong()
    if importlib.util.find_spec("psycopg") is None:
        raise CenterError(
            "Máy này chưa có thư viện kết nối PostgreSQL (psycopg).",
            "Hãy cài đủ chương trình (pip install -e .[postgresql]) rồi chạy lại.",
        )
    return url.set(drivername="postgresql+psycopg")


def _wrong() -> CenterError:
    return CenterError(
        "Địa chỉ cơ sở dữ liệu không đúng.",
        "Ví dụ: postgresql+psycopg://motcua@may-chu/motcua (mật khẩu: MOTCUA_DATABASE hoặc ~/.pgpass).",
    )


def without_password(url: URL) -> str:
    """The address as it may be remembered on a disk."""
    # `URL.set(password=None)` leaves the password as it is
    plain = URL.create(
        url.drivername, url.username, None, url.host, url.port, url.database, url.query
    ).difference_update_query(_SECRETS)
    return plain.render_as_string(hide_password=False)
