"""Renewing certificates: at an exchange, by the center's clock alone, long before anything could end.

Nothing expires: an overdue node still delivers and receives. A renewed certificate says the same under a
later date and is an entry in the unit's channel, so that the node and all others have it with the reply.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sync.center.store.opening import Center
from sync.identity.certificates import read_certificate, sign_certificate
from sync.identity.keys import NotGenuine
from sync.journal.control import certificate_body
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import day_of, iso_minute

RENEW_AFTER = timedelta(days=365)
"""A certificate this old by the center's clock is written anew at the node's next exchange."""


def renew(center: Center, ledger: Ledger, record: NodeRecord) -> bool:
    """Writes the node's certificate anew if it is due; whether it was. Appends to the unit's channel only."""
    now = center.clock()
    try:
        held = read_certificate(record.certificate, center.keys.public)
        due = now - datetime.fromisoformat(held.issued_at) >= RENEW_AFTER
    except (NotGenuine, ValueError):
        return False  # of another center: that one renews it
    if not due:
        return False
    raw = sign_certificate(center.keys, replace(held, issued_at=iso_minute(now)))
    channel = f"unit:{record.unit}"
    ledger.rows.lock(channel)
    draft = Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False)
    own = OwnJournals(ledger, center.keys, center.entropy)
    own.append(channel, [draft], day_of(now).toordinal())
    ledger.certified(raw, record.node)
    return True
