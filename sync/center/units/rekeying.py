"""Nodes that change their keys: certified when asked for, ranges moved, the old key closed once followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sync.center.store.opening import Center
from sync.center.units.leases import grant, open_incarnations
from sync.center.units.restored import not_heard
from sync.center.units.revoking import order
from sync.center.units.tree import center_rows
from sync.identity.certificates import read_certificate, sign_certificate
from sync.journal.control import certificate_body, lease_body
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import day_of, iso_minute
from sync.protocol.succession import Given, keys_to_close, keys_to_give


def change_keys(center: Center, ledger: Ledger, record: NodeRecord) -> None:
    """Answers what nodes of the unit ask for. A restored center waits until it has heard them all."""
    if not_heard(center_rows(ledger), record.unit):
        return
    channel = f"unit:{record.unit}"
    ledger.rows.lock(channel)
    for given in keys_to_give(ledger, record.unit):
        _certify(center, ledger, channel, given)
    now = center.clock()
    for bound in keys_to_close(ledger, record.unit, now, None):
        # written on one machine only, nothing of the old key is to come: its blocks are free for later dates
        alone = len(open_incarnations(center_rows(ledger), channel, bound.node)) == 1
        later = day_of(now) + timedelta(days=1) if alone else None
        order(center, ledger, channel, kinds.REVOCATION, replace(bound, ranges_from=later))


def _certify(center: Center, ledger: Ledger, channel: str, given: Given) -> None:
    """The certificate of the old node under the new key, and the ranges that go with it."""
    old, now = given.old, center.clock()
    held = read_certificate(old.certificate, None)
    raw = sign_certificate(
        center.keys,
        replace(held, keys=given.asked.keys, issuer=center.keys.node, issued_at=iso_minute(now)),
    )
    ledger.certified(raw, given.asked.keys.node)
    drafts = [Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False)]
    drafts += [Draft(kinds.LEASE, lease_body(one), personal=False) for one in given.leases]
    OwnJournals(ledger, center.keys, center.entropy).append(channel, drafts, day_of(now).toordinal())
    for one in given.leases:
        ledger.rows.save_lease(channel, one)
    fresh = ledger.rows.node(given.asked.keys.node)
    assert fresh is not None
    grant(center, ledger, fresh)
