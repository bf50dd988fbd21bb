"""The words a form is filled with, before any layout: names to texts, tables of them, and codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sync.model.lookup_code import grouped
from sync.model.words import date_in_words, dong, moment_in_words, short_date
from sync.typeset.layout import filled, holes_of
from sync.typeset.text import NBSP

if TYPE_CHECKING:
    from datetime import date, datetime

    from desk_app.documents.form_layout import Terms
    from desk_app.documents.office import Office
    from sync.model.dossier import FeeLine, Intake, Paper, Person, ProcedureRef

_SHORT: Final = 24
"""A value this long in characters is kept on one line."""

LINE_NAMES: Final = ("order", "text")
"""What a row of a plain list has."""

_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d) (?=\d)")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Values:
    """`texts` and the rows of `tables` by name; a text that has nothing to say is empty.

    `number`, `qr`, `lookup` and `pay` are what the codes hold. `pages` is filled in when the pages are
    counted.
    """

    texts: Mapping[str, str]
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    number: str = ""
    qr: str = ""
    lookup: str = ""
    pay: str = ""

    def said(self, template: str) -> str:
        """`template` filled in; empty when one of its values is."""
        given = {name: self.texts[name] for name in holes_of(template)}
        return filled(template, **given) if all(map(str.strip, given.values())) else ""

    def first(self, templates: Iterable[str]) -> str:
        """The first that has its values; empty when none has."""
        return next(filter(None, map(self.said, templates)), "")

    def cell(self, template: str, row: Row) -> str:
        """`template` filled in from a row of a table, empty values too."""
        names = holes_of(template)
        return filled(template, **{name: row.get(name, self.texts.get(name, "")) for name in names})

    def sentences(self, templates: Iterable[str]) -> str:
        """Those that have their values, one after the other."""
        return " ".join(filter(None, (self.said(template) for template in templates)))


def kept(text: str) -> str:
    """Short text that is not broken between lines."""
    return text.replace(" ", NBSP) if len(text) <= _SHORT else text


def moment(at: datetime | None) -> str:
    """A time and a date in words, each kept on one line; empty for None."""
    if at is None:
        return ""
    return ", ".join(part.replace(" ", NBSP) for part in moment_in_words(at).split(", "))


def day(on: date | None) -> str:
    """A date in words on one line; empty for None."""
    return date_in_words(on).replace(" ", NBSP) if on else ""


def short(on: date | None) -> str:
    """``23/11/2026``; empty for None."""
    return short_date(on) if on else ""


def office_texts(office: Office, terms: Terms, on: date | None) -> dict[str, str]:
    """What every form's head may say: office, place and the form's day."""
    return {
        "upstream": office.upstream_title.strip(),
        "office": office.name.strip(),
        "reception": office.reception_title.strip() or terms.reception_title,
        "place": office.place.strip(),
        "office_address": office.address.strip(),
        "office_phone": office.phone.strip().replace(" ", NBSP),
        "date": date_in_words(on) if on else "",
        "number": "",
        "pages": "",
    }


def person_texts(role: str, person: Person | None, terms: Terms) -> dict[str, str]:
    """A person's name, identity, address, phone and e-mail under names that begin with `role`."""
    if person is None:
        return dict.fromkeys((role, *(f"{role}_{part}" for part in _PARTS)), "")
    return {
        role: person.full_name.strip(),
        f"{role}_identity": _identity(person, terms),
        f"{role}_address": person.address.strip(),
        f"{role}_phone": kept(person.phone.strip()),
        f"{role}_email": person.email.strip(),
    }


_PARTS: Final = ("identity", "address", "phone", "email")


def _identity(person: Person, terms: Terms) -> str:
    if not person.id_number.strip():
        return ""
    kind = getattr(terms.identity_kinds, person.id_kind or "unknown", terms.identity_kinds.unknown)
    return filled(terms.identity, kind=kind.replace(" ", NBSP), number=person.id_number)


def contact_text(contact: str, office: Office, terms: Terms) -> str:
    """Whom to ask: `contact`, or else the reception desk with its phone."""
    reception = office.reception_title.strip() or terms.reception_title
    phone = office.phone.strip()
    said = filled(terms.contact, reception=reception, phone=phone) if phone else reception
    return _BETWEEN_DIGITS.sub(NBSP, contact.strip() or said)


def procedure_texts(procedure: ProcedureRef | None, subject: str, terms: Terms) -> dict[str, str]:
    """The procedure's name with its code, and the subject where it says more than the name."""
    if procedure is None:
        return dict.fromkeys(("procedure", "procedure_name", "procedure_field", "subject"), "")
    named = filled(terms.procedure, name=procedure.name, code=procedure.code) if procedure.code else ""
    says_more = subject.strip() and subject != procedure.name
    return {
        "procedure": named or procedure.name,
        "procedure_name": procedure.name,
        "procedure_field": procedure.field,
        "subject": subject if says_more else "",
    }


def intake_texts(intake: Intake, office: Office, terms: Terms) -> dict[str, str]:
    """Everything a form may say of an intake; a role that is the owner's own is empty."""
    owner, applicant = intake.owner, intake.applicant
    other = applicant if applicant != owner and applicant.full_name.strip() else None
    by_proxy = intake.representative if intake.representative not in (owner, applicant) else None
    reception = office.reception_title.strip() or terms.reception_title
    return {
        **person_texts("owner", owner, terms),
        **person_texts("applicant", other, terms),
        **person_texts("representative", by_proxy, terms),
        **procedure_texts(intake.procedure, intake.subject, terms),
        "desk": filled(terms.reception_desk, office=office.name, desk=str(intake.desk)),
        "address": owner.address or applicant.address,
        "phone": kept(applicant.phone or owner.phone),
        "email": (applicant.email or owner.email).strip(),
        "portal": intake.portal_number.strip(),
        "sets": filled(terms.sets, count=f"{intake.sets:02d}"),
        "limit": _limit(intake, terms),
        "received": moment(intake.received_at),
        "received_day": day(intake.received_at.date()),
        "due": moment(intake.due_at),
        "due_day": day(intake.due_at.date()),
        "return_by": _return(intake, reception, terms),
        "fee": _fee(intake, terms),
        "note": intake.note.strip(),
        "submitter": (intake.representative or intake.applicant).full_name,
        "officer": intake.officer.name,
    }


def paper_rows(papers: Iterable[Paper], terms: Terms) -> tuple[Row, ...]:
    """Rows of the table of papers: order, name, the three counts, and all counts in one line."""

    def count(number: int) -> str:
        return str(number) if number else terms.no_count

    return tuple(
        {
            "order": str(order),
            "name": paper.name,
            "originals": count(paper.originals),
            "certified_copies": count(paper.certified_copies),
            "copies": count(paper.copies),
            "line": ": ".join(filter(None, (paper.name, _counts(paper, terms)))),
        }
        for order, paper in enumerate(papers, 1)
    )


def _counts(paper: Paper, terms: Terms) -> str:
    said = terms.counts
    return ", ".join(
        filled(words, n=str(number)).replace(" ", NBSP)
        for words, number in (
            (said.originals, paper.originals),
            (said.certified_copies, paper.certified_copies),
            (said.copies, paper.copies),
        )
        if number
    )


def numbered_rows(texts: Iterable[str]) -> tuple[Row, ...]:
    """Rows of a plain list: order and text; empty ones are left out."""
    given = [text.strip() for text in texts if text.strip()]
    return tuple(
        dict(zip(LINE_NAMES, (str(order), text), strict=True)) for order, text in enumerate(given, 1)
    )


def fee_rows(fees: Iterable[FeeLine]) -> tuple[Row, ...]:
    """Rows of a bill: order, name, amount."""
    return tuple(
        {"order": str(order), "name": line.name, "amount": kept(dong(line.amount))}
        for order, line in enumerate(fees, 1)
    )


def lookup_texts(code: str) -> dict[str, str]:
    """The look-up code as people read it."""
    return {"lookup": grouped(code).replace(" ", NBSP)}


def _limit(intake: Intake, terms: Terms) -> str:
    limit = " ".join(intake.limit.split())
    if not limit:
        if intake.due_reason.strip():
            return filled(terms.limit_unknown_reason, reason=intake.due_reason)
        return terms.limit_unknown
    if limit.casefold() == "trong ngày":
        return terms.limit_same_day
    return kept(limit.replace("ngày LV", "ngày làm việc"))


def _return(intake: Intake, reception: str, terms: Terms) -> str:
    collector = intake.collector or intake.applicant
    if intake.return_by == "post":
        address = intake.return_to or collector.address or intake.owner.address
        return filled(terms.return_post, address=address) if address.strip() else terms.return_post_unknown
    if intake.return_by == "online":
        email = intake.return_to or collector.email or intake.owner.email
        return filled(terms.return_online_email, email=email) if email.strip() else terms.return_online
    return filled(terms.return_desk, reception=reception)


def _fee(intake: Intake, terms: Terms) -> str:
    reason = intake.fee_exemption.strip()
    if intake.fees_open:
        known = dong(intake.fee) if intake.fee else ""
        still = filled(terms.fee_open, names="; ".join(intake.fees_open))
        return filled(terms.fee_and_open, fee=kept(known), open=still) if known else still
    if not intake.fee:
        return filled(terms.fee_exempt, reason=reason) if reason else terms.fee_none
    fee = dong(intake.fee)
    if len(intake.fees) > 1:
        lines = "; ".join(
            filled(terms.fee_line, name=line.name, amount=kept(dong(line.amount))) for line in intake.fees
        )
        fee = filled(terms.fee_total, total=kept(fee), lines=lines)
    return filled(terms.fee_reduced, fee=fee, reason=reason) if reason else kept(fee)
