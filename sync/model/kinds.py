"""The kinds of entries: who may write each, and whether it is about a dossier.

A kind never changes its meaning; a new meaning is a new kind. An entry of an unknown kind is kept
and passed on and has no effect; one from a role that may not write it likewise, flagged.
"""

from __future__ import annotations

from dataclasses import dataclass

DESK, HUB, CENTER = "desk", "hub", "center"
ROLES = (DESK, HUB, CENTER)

JOURNAL = "journal"
"""First entry of every journal: the writer's keys and certificate, and the incarnation it closes."""
CERTIFICATE = "certificate"
"""A center's word that a node belongs to a unit; also how a stand-alone desk is adopted."""
LEASE = "lease"
"""A range of dossier numbers for one incarnation of one node."""
REVOCATION = "revocation"
"""A center's word that a node is no longer one of the unit's, and how far its journals still count."""
ADMITTED = "admitted"
"""A named person lets quarantined entries of a revoked node count, up to a place."""
REKEY = "rekey"
"""A desk asks for a certificate for another key of its own, under which it will go on."""
PURGE = "purge"
"""Dossiers or entries whose bodies are deleted everywhere, for their term of keeping is over."""
CLOCK = "clock"
"""An officer confirmed the date after the clock jumped."""
RECEIVED = "received"
"""A dossier was received; freezes everything the slip promises."""
IMPORTED = "imported"
"""A dossier was received elsewhere, under a number given there; freezes what that office promised."""
STATUS = "status"
"""A dossier moved to another status, with an optional reason and result."""

APOLOGY = "apology"
"""An apology with a new due time; once in a dossier's life."""
HANDOVER = "handover"
"""The papers went to another office or person."""
CORRECTED = "corrected"
"""What the slip said was corrected: the whole intake anew, and the number of the reissued slip."""
REBUILT = "rebuilt"
"""The skeleton of a dossier whose entries were lost, from the digits of its genuine slip."""
PAYMENT = "payment"
"""Money was taken for a dossier; settles a demand for payment it has seen."""
LOCATED = "located"
"""Where the papers lie."""
FORWARDED = "forwarded"
"""The papers went to the center or another unit, which now holds them and works on them."""
ARRIVED = "arrived"
"""The result came to the desk and may be collected."""
ACCEPTED = "accepted"
"""The unit (or center) that papers were forwarded to has them and works on them."""
CARRIED = "carried"
"""Another entry of the dossier, written in another channel, in its original bytes (`sync.model.carried`)."""
RECALLED = "recalled"
"""Carried entries of a revoked node do not count, or count again (`sync.model.recalled`)."""
CALLED = "called"
"""The citizen was called, and what came of it."""
NOTED = "noted"
"""A note of an officer."""
ANNULLED = "annulled"
"""A mistaken or double intake was annulled: its number stays used, its slip is void."""
UNDONE = "undone"
"""An earlier act of the same writer is taken back by correction; nothing is erased."""

RATING = "rating"
"""A citizen's rating: of a procedure's field, a desk and a day; never of a dossier or an officer."""
SHIFT = "shift"
"""The cash counted at the end of a shift."""
REFUSED = "refused"
"""A citizen was refused at reception: who, for what and why; no dossier came of it, and no number."""
SUBJECT_REQUEST = "subjectrequest"
"""A person asked something of the office about their own data (Law 91/2025/QH15)."""
SUBJECT_ANSWER = "subjectanswer"
"""What that person was answered."""
SETTING = "setting"
"""A setting that all desks of the unit share."""
ACCOUNT = "account"
"""A change of an officer's account, which all desks of the unit share (`sync.model.accounts`)."""
UNIT = "unit"
"""A unit below the center, in the channel all of them read: its name, what it stands under, its successor."""
RELEASE = "release"
"""A piece of a signed release of the catalogue, in the channel all units below read; no JSON."""
MESSAGE = "message"
"""A message or an instruction of the center to the unit, in the unit's channel."""
READ = "read"
"""Somebody at a desk of the unit has read a message."""
ATTACHED = "attached"
"""A scan belongs to a dossier: its name, its key and what is in it; the file itself travels apart."""
DETACHED = "detached"
"""A scan was attached by mistake: it leaves the dossier's list, and stays in its history."""

DELIVERED = "delivered"
"""Whoever works on the dossier next has counted the papers in; those that did not come are named."""
ASSIGNED = "assigned"
"""A person is responsible for the dossier from now on, at a step, until a time; the first one or another."""
APPRAISED = "appraised"
"""The dossier was appraised, with what is proposed."""
CONSULTED = "consulted"
"""Another office was asked for its opinion, by a day."""
ANSWERED = "answered"
"""What an office that was asked said; silence is not consent."""
APPROVED = "approved"
"""What was proposed was signed: by whom, in which right, under which number."""
REWORKED = "reworked"
"""Sent back to an earlier step, with the reason."""
SEALED = "sealed"
"""The result is under seal, with its number in the book of the records office."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a kind: `roles` that may write it, and whether it names a dossier."""

    name: str
    roles: frozenset[str]
    of_dossier: bool


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(JOURNAL, frozenset(ROLES), of_dossier=False),
        Kind(CERTIFICATE, frozenset({CENTER}), of_dossier=False),
        Kind(LEASE, frozenset({CENTER}), of_dossier=False),
        Kind(REVOCATION, frozenset({CENTER}), of_dossier=False),
        Kind(ADMITTED, frozenset({CENTER}), of_dossier=False),
        Kind(REKEY, frozenset({DESK}), of_dossier=False),
        Kind(PURGE, frozenset({DESK, CENTER}), of_dossier=False),
        Kind(CLOCK, frozenset({DESK, CENTER}), of_dossier=False),
        Kind(RECEIVED, frozenset({DESK}), of_dossier=True),
        Kind(IMPORTED, frozenset({CENTER}), of_dossier=True),
        Kind(STATUS, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(APOLOGY, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(HANDOVER, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(CORRECTED, frozenset({DESK}), of_dossier=True),
        Kind(REBUILT, frozenset({DESK}), of_dossier=True),
        Kind(PAYMENT, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(LOCATED, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(FORWARDED, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(ARRIVED, frozenset({DESK}), of_dossier=True),
        Kind(ACCEPTED, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(CARRIED, frozenset({CENTER}), of_dossier=True),
        Kind(RECALLED, frozenset({CENTER}), of_dossier=True),
        Kind(CALLED, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(NOTED, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(ANNULLED, frozenset({DESK}), of_dossier=True),
        Kind(UNDONE, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(RATING, frozenset({DESK}), of_dossier=False),
        Kind(SHIFT, frozenset({DESK}), of_dossier=False),
        Kind(REFUSED, frozenset({DESK}), of_dossier=False),
        Kind(SUBJECT_REQUEST, frozenset({DESK}), of_dossier=False),
        Kind(SUBJECT_ANSWER, frozenset({DESK}), of_dossier=False),
        Kind(SETTING, frozenset({DESK, CENTER}), of_dossier=False),
        Kind(ACCOUNT, frozenset({DESK, CENTER}), of_dossier=False),
        Kind(UNIT, frozenset({CENTER}), of_dossier=False),
        Kind(RELEASE, frozenset({CENTER}), of_dossier=False),
        Kind(MESSAGE, frozenset({CENTER}), of_dossier=False),
        Kind(READ, frozenset({DESK}), of_dossier=False),
        Kind(ATTACHED, frozenset({DESK, CENTER}), of_dossier=True),
        Kind(DETACHED, frozenset({DESK, CENTER}), of_dossier=True),
        *(
            Kind(name, frozenset({DESK, CENTER}), of_dossier=True)
            for name in (DELIVERED, ASSIGNED, APPRAISED, CONSULTED, ANSWERED, APPROVED, REWORKED, SEALED)
        ),
    )
}
