"""The tables for other systems as queries see them; `sync.center.store.schema_api` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from sync.center.store.tables import _KEY, METADATA, LargeBinary

api_keys = Table(
    "api_keys",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("name", _KEY),
    Column("hash", LargeBinary),
    Column("scopes", Text),
    Column("unit", Text),
    Column("per_minute", BigInteger),
    Column("created_at", Text),
    Column("expires", BigInteger),
    Column("revoked_at", Text),
    Column("used_at", Text, server_default=""),
)
api_imports = Table(
    "api_imports",
    METADATA,
    Column("system", _KEY, primary_key=True),
    Column("message", _KEY, primary_key=True),
    Column("digest", LargeBinary),
    Column("unit", Text),
    Column("dossier", LargeBinary),
    Column("number", _KEY),
    Column("at", Text),
)
dossier_changes = Table(
    "dossier_changes",
    METADATA,
    Column("channel", _KEY, primary_key=True),
    Column("dossier", LargeBinary, primary_key=True),
    Column("unit", _KEY),
    Column("turn", BigInteger),
    Column("at", BigInteger),
)
