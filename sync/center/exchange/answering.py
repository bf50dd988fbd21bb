"""Answering desks: sealed bytes in, sealed bytes out, all of it committed before it leaves.

The protocol decides what travels; here stands what a center does besides: leases, contacts, and
what follows when a desk shows that this center is a restored copy.
"""

from __future__ import annotations

from dataclasses import dataclass

from sync.center.exchange.carrying import carry_waiting
from sync.center.exchange.scans import tell_of_scans
from sync.center.exchange.upstream import pass_on
from sync.center.store.opening import Center, begin_era
from sync.center.units.clocks import note_clock
from sync.center.units.conditions import note_conditions
from sync.center.units.enrolment import enrol
from sync.center.units.leases import grant
from sync.center.units.rekeying import change_keys
from sync.center.units.renewal import renew
from sync.center.units.restored import not_heard, note_contact
from sync.center.units.tree import center_rows
from sync.journal.ledger import Ledger
from sync.journal.own import OwnJournals
from sync.journal.purging import repeat_purges
from sync.journal.travelling import to_be_carried
from sync.model.moment import day_of
from sync.protocol import messages
from sync.protocol.answering import AfterAdmit, Visit, open_request, respond, seal_reply
from sync.protocol.enrolling import Applicant, Place, answer_enrol
from sync.protocol.messages import Reply, Request
from sync.protocol.proving import refold_marked

_REFOLD_AT_ONCE = 400
"""Dossiers folded anew within one exchange, when its folds and the desk's did not agree."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An answer, and what may be said of it in a log: no names, no numbers of dossiers."""

    sealed: bytes
    node: bytes
    admitted: int = 0
    refused: int = 0
    parked: int = 0
    problem: str = ""
    unit: str = ""


def exchange(center: Center, sealed: bytes) -> Exchanged:
    """The answer to a sealed request. Raises `MessageRefused` and stores nothing then."""
    opened = open_request(center.keys, sealed)
    visits: list[Visit] = []
    after_admit = bookkeeping(center, visits)
    with center.store.transaction(beside=True) as ledger:
        reply = respond(ledger, center.keys, opened, center.clock(), after_admit, center.entropy)
        if visits and opened.request is not None:
            whole = _heard_out(opened.request, reply)
            note_contact(center_rows(ledger), opened.node, center.clock(), whole=whole)
            note_clock(center_rows(ledger), opened.node, visits[0].clock, visits[0].time)
        elif reply.problem == messages.REVOKED:
            note_contact(center_rows(ledger), opened.node, center.clock(), whole=False)
        waits = center.upstream is None and bool(to_be_carried(ledger.rows))
    if waits:
        carry_waiting(center)
    if any(doubt.folds for doubt in reply.doubts):
        refold_marked(center.store, most=_REFOLD_AT_ONCE)
    answer = seal_reply(center.keys, opened, reply)
    if not visits:
        return Exchanged(answer, opened.node, problem=reply.problem)
    visit = visits[0]
    if visit.admitted:
        center.stirred()
    return Exchanged(
        answer,
        opened.node,
        visit.admitted,
        len(visit.refused),
        visit.parked,
        reply.problem,
        visit.record.unit,
    )


def bookkeeping(center: Center, visits: list[Visit]) -> AfterAdmit:
    """What a center does once entries are admitted, whichever way they came; `visits` gets the visit."""

    def after_admit(ledger: Ledger, visit: Visit) -> None:
        visits.append(visit)
        _note_program(ledger, visit)
        note_conditions(center_rows(ledger), visit)
        if center.upstream is None:  # a hub certifies and leases nothing
            _notice_restore(center, ledger)
            renew(center, ledger, visit.record)
            change_keys(center, ledger, visit.record)
            if visit.admitted:  # what a desk purges is done everywhere once its center has said it too
                own = OwnJournals(ledger, center.keys, center.entropy)
                repeat_purges(own, sorted(visit.record.writes), day_of(center.clock()).toordinal())
            if not not_heard(center_rows(ledger), visit.record.unit):
                grant(center, ledger, visit.record)
        tell_of_scans(center, ledger, visit)

    return after_admit


def enrolment(center: Center, sealed: bytes) -> Exchanged:
    """The answer to a sealed enrolment request. Raises `MessageRefused` and stores nothing then.

    A hub passes it on to its center, whose keys it is sealed to. Raises `CenterError` when it cannot.
    """
    if center.upstream is not None:
        return Exchanged(pass_on(center.upstream, sealed), b"")
    seen: list[tuple[bytes, str]] = []

    def policy(ledger: Ledger, applicant: Applicant) -> Place | str:
        decision = enrol(center, ledger, applicant)
        seen.append((applicant.keys.node, decision if isinstance(decision, str) else ""))
        return decision

    answer = answer_enrol(center.store, center.keys, sealed, center.clock(), policy)
    [(node, problem)] = seen
    return Exchanged(answer, node, problem=problem)


def _note_program(ledger: Ledger, visit: Visit) -> None:
    """Which version the node runs, for the list of nodes; written when it changes."""
    key, program = f"program-of:{visit.record.node.hex()}", visit.program.encode("utf-8")
    if ledger.rows.note(key) != program:
        ledger.rows.put_note(key, program)


def _heard_out(request: Request, reply: Reply) -> bool:
    """Whether both hold the same of the unit's channel, so that nothing the node knows is unknown here."""
    codes = [
        state.code
        for ask, state in zip(request.channels, reply.states, strict=False)
        if ask.channel.startswith("unit:")
    ]
    return bool(codes) and all(code == messages.SAME for code in codes)


def _notice_restore(center: Center, ledger: Ledger) -> None:
    """A desk showed entries of our own that we do not have: the marks were restored along with us."""
    forked = [key.removeprefix("forked:") for key, _value in ledger.rows.notes("forked:")]
    if not forked:
        return
    begin_era(ledger)
    own = OwnJournals(ledger, center.keys, center.entropy)
    for channel in sorted(forked):
        ledger.rows.lock(channel)
        own.reopen(channel, day_of(center.clock()).toordinal())
