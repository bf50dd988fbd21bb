"""The tables of notices to citizens as queries see them; `sync.center.store.schema_notices` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from sync.center.store.tables import _KEY, METADATA, LargeBinary

citizen_notices = Table(
    "citizen_notices",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("channel", _KEY),
    Column("dossier", LargeBinary),
    Column("unit", _KEY),
    Column("number", _KEY),
    Column("occasion", _KEY),
    Column("way", Text),
    Column("address", Text),
    Column("occurred", Text),
    Column("state", Text),
    Column("at", Text),
    Column("problem", Text),
    Column("tries", BigInteger),
    Column("due", BigInteger),
    Column("claimed", BigInteger),
)
citizen_notices_off = Table(
    "citizen_notices_off",
    METADATA,
    Column("channel", _KEY, primary_key=True),
    Column("dossier", LargeBinary, primary_key=True),
    Column("at", Text),
)
