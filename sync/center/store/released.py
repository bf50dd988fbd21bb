"""The releases a center holds, read from the entries: no table of its own can disagree with them."""

from __future__ import annotations

from sqlalchemy import select

from sync.catalogue.chain import Chain, follow
from sync.catalogue.releases import Signed, put_together
from sync.center.store import tables
from sync.center.store.rows import CenterRows
from sync.model import kinds
from sync.model.entry import trusted_entry

PUBLISHER = "publisher"
"""Note: the publishing key this center takes releases of, 32 bytes."""


def chain_in(rows: CenterRows, channel: str) -> Chain:
    """The releases that count, of the publisher whose first release this center took.

    One that was restored to before that, and got the entries back from its desks, knows by the entries.
    """
    held = held_releases(rows, channel)
    pinned = rows.note(PUBLISHER)
    if pinned is None:
        firsts = sorted((one.digest, one.key) for one in held if one.release.sequence == 1)
        pinned = firsts[0][1] if firsts else b""
    return follow(held, pinned)


def held_releases(rows: CenterRows, channel: str) -> list[Signed]:
    """Every genuine release in a channel, of whichever publisher."""
    e, j, c = tables.entries.c, tables.journals.c, tables.channels.c
    query = (
        select(e.envelope, e.body)
        .join_from(tables.entries, tables.journals, e.journal == j.id)
        .join(tables.channels, j.channel == c.id)
        .where(c.name == channel, e.kind == kinds.RELEASE, e.dossier.is_(None))
    )
    said = (
        trusted_entry(bytes(envelope), None if body is None else bytes(body))
        for envelope, body in rows.connection.execute(query).all()
    )
    return put_together(one.text for one in said if one.text is not None)
