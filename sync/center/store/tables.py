"""The center's tables as queries see them; `sync.center.store.schema` makes them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, MetaData, Table, Text
from sqlalchemy import LargeBinary as AnyBinary

METADATA = MetaData()


class LargeBinary(AnyBinary):
    """Bytes as they are: the drivers take and give them, and wrapping each costs more than the row."""

    cache_ok = True

    def bind_processor(self, dialect: Any) -> None:
        """Nothing to do on the way in."""

    def result_processor(self, dialect: Any, coltype: Any) -> None:
        """Nothing to do on the way out."""


_KEY = Text().with_variant(Text(collation="C"), "postgresql")
"""Sorted by code point on every database."""

channels = Table(
    "channels",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("name", _KEY),
)
journals = Table(
    "journals",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("channel", BigInteger),
    Column("node", LargeBinary),
    Column("incarnation", LargeBinary),
)
tips = Table(
    "tips",
    METADATA,
    Column("journal", BigInteger, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("seq", BigInteger),
)
entries = Table(
    "entries",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("journal", BigInteger),
    Column("seq", BigInteger),
    Column("digest", LargeBinary),
    Column("prev", LargeBinary),
    Column("day", BigInteger),
    Column("kind", Text),
    Column("dossier", LargeBinary),
    Column("envelope", LargeBinary),
    Column("body", LargeBinary),
)
seals = Table(
    "seals",
    METADATA,
    Column("journal", BigInteger, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("signature", LargeBinary),
)
quarantine = Table(
    "quarantine",
    METADATA,
    Column("journal", BigInteger, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("envelope", LargeBinary),
    Column("body", LargeBinary),
    Column("signature", LargeBinary),
    Column("size", BigInteger),
)
parked = Table(
    "parked",
    METADATA,
    Column("journal", BigInteger, primary_key=True),
    Column("prev", LargeBinary, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("node", LargeBinary),
    Column("size", BigInteger),
    Column("raw", LargeBinary),
)
nodes = Table(
    "nodes",
    METADATA,
    Column("node", LargeBinary, primary_key=True),
    Column("sign", LargeBinary),
    Column("seal", LargeBinary),
    Column("role", Text),
    Column("unit", Text),
    Column("desk", BigInteger),
    Column("reads", Text),
    Column("writes", Text),
    Column("certificate", LargeBinary),
)
leases = Table(
    "leases",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("channel", Text),
    Column("identifier", Text),
    Column("first", BigInteger),
    Column("last", BigInteger),
    Column("node", LargeBinary),
    Column("incarnation", LargeBinary),
    Column("since", Text),
)
notes = Table(
    "notes",
    METADATA,
    Column("key", _KEY, primary_key=True),
    Column("value", LargeBinary),
)
dossiers = Table(
    "dossiers",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("number", Text),
    Column("status", Text),
    Column("unit", Text),
    Column("applicant", Text),
    Column("owner", Text),
    Column("procedure", Text),
    Column("procedure_name", Text),
    Column("received_at", Text),
    Column("due_at", Text),
    Column("ended_at", Text),
    Column("officer", Text),
    Column("desk", BigInteger),
    Column("flags", Text),
    Column("search", Text),
    Column("height", BigInteger),
    Column("fold_version", BigInteger),
    Column("version", Text),
    Column("inbox", Text),
    Column("at_unit", Text),
    Column("step", Text),
    Column("step_name", Text),
    Column("step_since", Text),
    Column("act_by", _KEY),
    Column("assignee", Text),
    Column("assignee_name", Text),
    Column("office", Text),
    Column("field", Text),
    Column("way", Text),
    Column("outcome", Text),
    Column("finished_at", _KEY),
    Column("counted", BigInteger),
)
flow_sums = Table(
    "flow_sums",
    METADATA,
    Column("kind", _KEY, primary_key=True),
    Column("day", BigInteger, primary_key=True),
    Column("unit", _KEY, primary_key=True),
    Column("name", _KEY, primary_key=True),
    Column("received", BigInteger),
    Column("online", BigInteger),
    Column("early", BigInteger),
    Column("on_time", BigInteger),
    Column("late", BigInteger),
    Column("undated", BigInteger),
    Column("without_result", BigInteger),
)
backlog_sums = Table(
    "backlog_sums",
    METADATA,
    Column("kind", _KEY, primary_key=True),
    Column("day", BigInteger, primary_key=True),
    Column("unit", _KEY, primary_key=True),
    Column("name", _KEY, primary_key=True),
    Column("running", BigInteger),
    Column("waiting", BigInteger),
)
rating_sums = Table(
    "rating_sums",
    METADATA,
    Column("day", BigInteger, primary_key=True),
    Column("unit", _KEY, primary_key=True),
    Column("field", _KEY, primary_key=True),
    Column("desk", BigInteger, primary_key=True),
    *(Column(f"level_{level}", BigInteger) for level in (1, 2, 3, 4, 5)),
)
scans = Table(
    "scans",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("dossier", LargeBinary, primary_key=True),
    Column("name", LargeBinary, primary_key=True),
    Column("length", BigInteger),
)
scan_files = Table(
    "scan_files",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("name", LargeBinary, primary_key=True),
    Column("length", BigInteger),
    Column("state", Text),
)
scans_asked = Table(
    "scans_asked",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("name", LargeBinary, primary_key=True),
    Column("length", BigInteger),
)
scans_above = Table(
    "scans_above",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("name", LargeBinary, primary_key=True),
    Column("incarnation", LargeBinary),
)
day_sums = Table(
    "day_sums",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("day", BigInteger, primary_key=True),
    Column("count", BigInteger),
    Column("total", LargeBinary),
)
invitations = Table(
    "invitations",
    METADATA,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("unit", Text),
    Column("role", Text),
    Column("desk", BigInteger),
    Column("issued_at", Text),
    Column("expires_at", Text),
    Column("node", LargeBinary),
    Column("certificate", LargeBinary),
)
units = Table(
    "units",
    METADATA,
    Column("code", _KEY, primary_key=True),
    Column("name", Text),
    Column("parent", Text),
    Column("successor", Text, server_default=""),
    Column("merged_at", Text, server_default=""),
)
contacts = Table(
    "contacts",
    METADATA,
    Column("node", LargeBinary, primary_key=True),
    Column("at", Text),
    Column("era", BigInteger),
)
