"""What Mẫu 01 says about one dossier: an intake and an office as labelled lines, before any layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sync.model.words import date_in_words, dong, moment_in_words
from sync.typeset.layout import filled, holes_of
from sync.typeset.text import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk_app.documents.office import Office
    from desk_app.documents.slip_layout import Wording
    from sync.model.dossier import Intake, Person


_SHORT: Final = 24
"""A value this long in characters is kept on one line."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands after it: first `strong`, set bold, then `value`."""

    label: str
    value: str = ""
    strong: str = ""


@dataclass(frozen=True, slots=True)
class SlipWords:
    """Everything the slip says, in reading order.

    `left_head` are the lines over the number; `signers` are printed under the signature lines.
    """

    left_head: tuple[str, ...]
    place_and_date: str
    number: str
    particulars: tuple[Labelled, ...]
    papers: tuple[tuple[str, str, str, str], ...]
    times: tuple[Labelled, ...]
    due: Labelled
    closing: tuple[Labelled, ...]
    officer_note: str
    note: str
    signers: tuple[str, str]


def slip_words(intake: Intake, office: Office, wording: Wording) -> SlipWords:
    """The words of a slip in `wording`; what the intake leaves empty is left out."""
    date = date_in_words(intake.received_at.date())
    place = filled(wording.place_and_date, place=office.place, date=date)
    reception = office.reception_title or wording.reception_title
    return SlipWords(
        left_head=tuple(
            line.upper() for line in (office.upstream_title, office.name, reception) if line.strip()
        ),
        place_and_date=place if office.place.strip() else filled(wording.date_alone, date=date),
        number=filled(wording.number, number=intake.number),
        particulars=tuple(_particulars(intake, office, wording)),
        papers=_papers(intake, wording),
        times=(
            Labelled(wording.sets, filled(wording.sets_value, count=f"{intake.sets:02d}")),
            Labelled(wording.limit, _limit(intake, wording)),
            Labelled(wording.received, _kept(moment_in_words(intake.received_at))),
        ),
        due=Labelled(wording.due, strong=_kept(moment_in_words(intake.due_at))),
        closing=(
            Labelled(wording.return_by, _return(intake, reception, wording)),
            Labelled(wording.fee, _fee(intake, wording)),
        ),
        officer_note=intake.note.strip(),
        note=_note(intake, office, wording),
        signers=(_submitter(intake).full_name, intake.officer.name),
    )


def _kept(moment: str) -> str:
    """A time and a date, each kept on one line."""
    return ", ".join(part.replace(" ", NBSP) for part in moment.split(", "))


def _submitter(intake: Intake) -> Person:
    """Who stands at the counter and signs."""
    return intake.representative or intake.applicant


def _particulars(intake: Intake, office: Office, wording: Wording) -> Iterator[Labelled]:
    owner, applicant = intake.owner, intake.applicant
    yield Labelled(
        wording.reception, filled(wording.reception_desk, office=office.name, desk=str(intake.desk))
    )
    yield _named(wording.received_from, owner, wording)
    if applicant != owner and applicant.full_name.strip():
        yield _named(wording.submitter, applicant, wording)
    if intake.representative is not None and intake.representative not in (owner, applicant):
        yield _named(wording.representative, intake.representative, wording)
    yield Labelled(wording.address, owner.address or applicant.address)
    yield Labelled(wording.phone, applicant.phone or owner.phone)
    email = applicant.email or owner.email
    if email.strip():
        yield Labelled(wording.email, email)
    procedure = intake.procedure
    yield Labelled(wording.request, filled(wording.procedure, name=procedure.name, code=procedure.code))
    if intake.subject.strip() and intake.subject != procedure.name:
        yield Labelled(wording.subject, intake.subject)
    if intake.portal_number.strip():
        yield Labelled(wording.portal, intake.portal_number)


def _named(label: str, person: Person, wording: Wording) -> Labelled:
    if not person.id_number.strip():
        return Labelled(label, strong=person.full_name)
    kind = getattr(wording.identity_kinds, person.id_kind or "unknown", wording.identity_kinds.unknown)
    identity = filled(wording.identity, kind=kind.replace(" ", NBSP), number=person.id_number)
    return Labelled(label, identity, strong=person.full_name)


def _papers(intake: Intake, wording: Wording) -> tuple[tuple[str, str, str, str], ...]:
    def count(number: int) -> str:
        return str(number) if number else wording.no_count

    return tuple(
        (paper.name, count(paper.originals), count(paper.certified_copies), count(paper.copies))
        for paper in intake.papers
    )


def _limit(intake: Intake, wording: Wording) -> str:
    limit = " ".join(intake.limit.split())
    if not limit:
        if intake.due_reason.strip():
            return filled(wording.limit_unknown_reason, reason=intake.due_reason)
        return wording.limit_unknown
    if limit.casefold() == "trong ngày":
        return wording.limit_same_day
    limit = limit.replace("ngày LV", "ngày làm việc")
    return limit.replace(" ", NBSP) if len(limit) <= _SHORT else limit


def _return(intake: Intake, reception: str, wording: Wording) -> str:
    collector = intake.collector or intake.applicant
    if intake.return_by == "post":
        address = collector.address or intake.owner.address
        return (
            filled(wording.return_post, address=address) if address.strip() else wording.return_post_unknown
        )
    if intake.return_by == "online":
        email = collector.email or intake.owner.email
        return filled(wording.return_online_email, email=email) if email.strip() else wording.return_online
    return filled(wording.return_desk, reception=reception)


def _fee(intake: Intake, wording: Wording) -> str:
    reason = intake.fee_exemption.strip()
    if intake.fees_open:
        known = dong(intake.fee) if intake.fee else ""
        names = "; ".join(intake.fees_open)
        still = filled(wording.fee_open, names=names)
        return filled(wording.fee_and_open, fee=_whole(known), open=still) if known else still
    if not intake.fee:
        return filled(wording.fee_exempt, reason=reason) if reason else wording.fee_none
    fee = dong(intake.fee)
    if len(intake.fees) > 1:
        lines = "; ".join(
            filled(wording.fee_line, name=line.name, amount=_whole(dong(line.amount))) for line in intake.fees
        )
        fee = filled(wording.fee_total, total=_whole(fee), lines=lines)
    return filled(wording.fee_reduced, fee=fee, reason=reason) if reason else _whole(fee)


def _whole(amount: str) -> str:
    return amount.replace(" ", NBSP) if len(amount) <= _SHORT else amount


def _note(intake: Intake, office: Office, wording: Wording) -> str:
    """The standing sentences; one that needs what the office has not is left out."""
    values = {"phone": office.phone.strip().replace(" ", NBSP), "number": intake.number}
    return " ".join(
        filled(sentence, **values)
        for sentence in wording.note_sentences
        if all(values[name] for name in holes_of(sentence))
    )
