"""Enrolment: a code and a key become a certificate, once and for ever the same.

(code, key) is idempotent: the same key asking again gets the same certificate, another key is
refused. Expiry is by the center's clock. A stand-alone desk keeps its key; the center adopts its
journals from their first entry and its range where nobody else holds it.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select, update

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.leases import desk_for, grant
from sync.center.units.restored import check_heard, nodes_of
from sync.center.units.tree import center_rows, channels_of, read_units, reads_and_writes
from sync.identity.certificates import Certificate, read_certificate, sign_certificate
from sync.identity.keys import NotGenuine
from sync.journal.bounds import bounds_of
from sync.journal.control import certificate_body
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import day_of, iso_minute
from sync.protocol.enrolling import (
    CODE_EXPIRED,
    CODE_UNKNOWN,
    CODE_USED,
    NO_DESK_LEFT,
    UNIT_DIFFERS,
    Applicant,
    Place,
)

ROLE_DIFFERS = "role_differs"
CENTER_RESTORED = "center_restored"
REVOKED = "revoked"
"""Besides the protocol's own words: the center must first hear the unit's other nodes again; the key is a
revoked node's, which comes back with another one only."""


class _Refused(ValueError):
    """`args[0]` is the word that travels."""


def enrol(center: Center, ledger: Ledger, applicant: Applicant) -> Place | str:
    """Certifies the applicant or answers as before; else a word saying why not, and nothing is written."""
    rows = center_rows(ledger)
    hashed = sha256(applicant.code).digest()
    t = tables.invitations
    rows.lock(center.channel)  # two applications with one code come one after the other
    invitation = rows.connection.execute(select(t).where(t.c.code_hash == hashed)).one_or_none()
    if invitation is None:
        return CODE_UNKNOWN
    for channel in sorted(channels_of(rows, str(invitation.unit))):
        rows.lock(channel)
    try:
        _check(center, rows, invitation, applicant, hashed)
        if invitation.certificate is None:
            record = _certify(center, ledger, invitation, applicant, hashed)
            values = {"node": record.node, "certificate": record.certificate}
            rows.execute(update(t).where(t.c.code_hash == hashed).values(values))
            grant(center, ledger, record, _standing(applicant, f"unit:{invitation.unit}"))
            return _place(center, rows, record.certificate)
    except _Refused as error:
        return str(error)
    return _place(center, rows, bytes(invitation.certificate))


def _place(center: Center, rows: CenterRows, raw: bytes) -> Place:
    certificate = read_certificate(raw, None)
    names = {one.code: one.name for one in read_units(rows)}
    unit = certificate.unit
    return Place(raw, unit, names.get(unit, unit), center.title, center.title, certificate.desk)


def _standing(applicant: Applicant, channel: str) -> list[bytes]:
    """The incarnation a stand-alone desk writes now; of several only their entries will tell which."""
    names = [journal.incarnation for journal in applicant.heads if journal.channel == channel]
    return names if len(names) == 1 else []


def _check(center: Center, rows: CenterRows, invitation: Any, applicant: Applicant, hashed: bytes) -> None:
    node = applicant.keys.node
    if invitation.node is not None:
        if bytes(invitation.node) != node:
            raise _Refused(CODE_USED)
        return
    # certificates name their invitation: a restored center need not remember that this one was used
    for record in nodes_of(rows, invitation.unit):
        if record.node != node and _invitation_of(record) == hashed[:8].hex():
            raise _Refused(CODE_USED)
    if center.clock() > datetime.fromisoformat(invitation.expires_at):
        raise _Refused(CODE_EXPIRED)
    if applicant.role != invitation.role:
        raise _Refused(ROLE_DIFFERS)
    if applicant.unit and applicant.unit != invitation.unit:
        raise _Refused(UNIT_DIFFERS)
    if bounds_of(rows, node) is not None:
        raise _Refused(REVOKED)
    known = rows.node(node)
    if known is not None and known.unit != invitation.unit:
        raise _Refused(UNIT_DIFFERS)  # a PC that changes unit is enrolled afresh, with another key
    try:
        check_heard(rows, invitation.unit)
    except CenterError as error:
        raise _Refused(CENTER_RESTORED) from error


def _certify(
    center: Center, ledger: Ledger, invitation: Any, applicant: Applicant, hashed: bytes
) -> NodeRecord:
    rows = center_rows(ledger)
    unit, node = str(invitation.unit), applicant.keys.node
    wished = [applicant.desk, int(invitation.desk)]
    if not applicant.heads:
        wished.reverse()  # who has numbered already stays where it numbered
    hub = applicant.role == kinds.HUB  # it numbers nothing
    desk = 0 if hub else desk_for(rows, unit, node, [one for one in wished if one])
    if desk is None:
        raise _Refused(NO_DESK_LEFT)
    now = center.clock()
    reads, writes = reads_and_writes(center, channels_of(rows, unit), unit, applicant.role)
    certificate = Certificate(
        applicant.keys,
        unit,
        applicant.role,
        desk,
        reads=reads,
        writes=writes,
        issuer=center.keys.node,
        issued_at=iso_minute(now),
        invitation=hashed[:8].hex(),
    )
    raw = sign_certificate(center.keys, certificate)
    record = NodeRecord(
        applicant.keys, certificate.role, unit, desk, certificate.reads, certificate.writes, raw
    )
    draft = Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False)
    own = OwnJournals(ledger, center.keys, center.entropy)
    for channel in sorted(
        channels_of(rows, unit)
    ):  # of merged units too: who reads them must know the writer
        own.append(channel, [draft], day_of(now).toordinal())
    rows.save_node(record)
    return record


def _invitation_of(record: NodeRecord) -> str:
    try:
        return read_certificate(record.certificate, None).invitation if record.certificate else ""
    except NotGenuine:
        return ""
