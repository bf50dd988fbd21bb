"""The tables of the center's staff as queries see them; `sync.center.store.schema_staff` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from sync.center.store.tables import _KEY, METADATA, LargeBinary

staff = Table(
    "staff",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("login", _KEY),
    Column("name", Text),
    Column("roles", Text),
    Column("unit", Text),
    Column("verifier", Text),
    Column("failures", BigInteger),
    Column("locked_until", BigInteger),
    Column("disabled_at", Text),
    Column("created_at", Text),
    Column("changed", BigInteger),
)
staff_sessions = Table(
    "staff_sessions",
    METADATA,
    Column("token", LargeBinary, primary_key=True),
    Column("staff", BigInteger),
    Column("began", BigInteger),
    Column("seen", BigInteger),
    Column("kept_path", Text),
    Column("kept", Text),
    Column("stage", Text),
    Column("proved", BigInteger),
    Column("device", Text),
)
staff_factors = Table(
    "staff_factors",
    METADATA,
    Column("staff", BigInteger, primary_key=True),
    Column("sealed", LargeBinary),
    Column("since", Text),
    Column("step", BigInteger),
)
staff_codes = Table(
    "staff_codes",
    METADATA,
    Column("staff", BigInteger, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("used_at", Text),
)
staff_links = Table(
    "staff_links",
    METADATA,
    Column("code", LargeBinary, primary_key=True),
    Column("staff", BigInteger),
    Column("expires", BigInteger),
)
staff_log = Table(
    "staff_log",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("at", Text),
    Column("staff", BigInteger),
    Column("login", Text),
    Column("act", Text),
    Column("what", Text),
)
tries = Table(
    "tries",
    METADATA,
    Column("key", _KEY, primary_key=True),
    Column("since", BigInteger),
    Column("count", BigInteger),
)
