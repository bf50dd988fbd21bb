"""What each form says: its content, the office and the set's terms as `Values`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.documents.values import (
    Values,
    contact_text,
    day,
    fee_rows,
    intake_texts,
    kept,
    lookup_texts,
    moment,
    numbered_rows,
    office_texts,
    paper_rows,
    person_texts,
    procedure_texts,
    short,
)
from sync.model.words import clock, dong, dong_in_words, short_date
from sync.typeset.layout import filled

if TYPE_CHECKING:
    from datetime import date

    from desk_app.documents import contents
    from desk_app.documents.form_layout import Terms
    from desk_app.documents.office import Office
    from desk_app.documents.values import Row
    from sync.model.dossier import Intake


def slip(content: contents.Slip, office: Office, terms: Terms) -> Values:
    """Mẫu 01."""
    intake = content.intake
    texts = _of_intake(intake, intake.number, intake.received_at.date(), office, terms)
    texts |= lookup_texts(content.lookup) | {"pay_words": content.pay_words.strip() if content.pay else ""}
    tables = {"papers": paper_rows(intake.papers, terms)}
    return Values(texts, tables, intake.number, content.qr_digits, content.lookup, content.pay)


def supplement(content: contents.Supplement, office: Office, terms: Terms) -> Values:
    """Mẫu 02."""
    intake = content.intake
    texts = _of_intake(intake, intake.number, content.at.date(), office, terms)
    texts |= lookup_texts(content.lookup) | {
        "request_number": content.request_number,
        "reason": content.reason.strip(),
        "respond_by": day(content.respond_by),
        "contact": contact_text(content.contact, office, terms),
        "officer": content.officer.name,
    }
    if not intake.number:
        texts["received"] = ""  # asked before anything was received
    return Values(texts, {"items": numbered_rows(content.items)}, intake.number, lookup=content.lookup)


def refusal(content: contents.Refusal, office: Office, terms: Terms) -> Values:
    """Mẫu 03, of a dossier or of an intake that never became one."""
    texts = {
        **office_texts(office, terms, content.at.date()),
        **person_texts("applicant", content.applicant, terms),
        **procedure_texts(content.procedure, content.subject, terms),
        **lookup_texts(content.lookup),
        "number": content.number,
        "desk": filled(terms.reception_desk, office=office.name, desk=str(content.desk)),
        "request_number": content.request_number,
        "at": moment(content.at),
        "contact": contact_text(content.contact, office, terms),
        "officer": content.officer.name,
    }
    return Values(texts, {"reasons": numbered_rows(content.reasons)}, content.number, lookup=content.lookup)


def apology(content: contents.Apology, office: Office, terms: Terms) -> Values:
    """Mẫu 04."""
    number = content.number or content.intake.number
    texts = _of_intake(content.intake, number, content.at.date(), office, terms) | {
        "request_number": content.request_number,
        "old_due": moment(content.old_due),
        "new_due": moment(content.new_due),
        "reason": content.reason.strip(),
        "signer_title": content.signer_title.strip() or terms.head_of_office,
        "signer": content.signer.strip(),
        "contact": contact_text(content.contact, office, terms),
    }
    return Values(texts, {}, number)


def stopping(content: contents.Stopping, office: Office, terms: Terms) -> Values:
    """Mẫu 05 of TT 03/2025."""
    number = content.number or content.intake.number
    texts = _of_intake(content.intake, number, content.at.date(), office, terms) | {
        "request_number": content.request_number,
        "ground": content.ground.strip(),
        "legal_basis": content.legal_basis.strip(),
        "stage": content.stage.strip(),
        "stopped_at": moment(content.stopped_at),
        "money": content.money.strip(),
        "some_returned": str(len(content.returned) or ""),
        "signer_title": content.signer_title.strip() or terms.head_of_office,
        "signer": content.signer.strip(),
        "contact": contact_text(content.contact, office, terms),
    }
    return Values(texts, {"returned": paper_rows(content.returned, terms)}, number)


def control_sheet(content: contents.ControlSheet, office: Office, terms: Terms) -> Values:
    """Mẫu 05 or 06, the sheet that travels with the dossier."""
    intake = content.intake
    number = content.number or intake.number
    texts = _of_intake(intake, number, intake.received_at.date(), office, terms) | {
        "due": moment(content.due_at or intake.due_at),
        "resolver": content.resolver.strip() or office.name,
        "partners": content.partners.strip(),
    }
    rows: list[Row] = [
        {
            "giver": row.giver or terms.name_blank,
            "taker": row.taker or terms.name_blank,
            "at": moment(row.at) or terms.moment_blank,
            "result": row.result,
            "remark": row.note,
        }
        for row in content.rows
    ]
    blank = dict.fromkeys(("giver", "taker"), terms.name_blank)
    blank |= {"at": terms.moment_blank, "result": "", "remark": ""}
    rows += [blank] * max(content.empty, 0)
    return Values(texts, {"hand_overs": tuple(rows)}, number)


def register(content: contents.Register, office: Office, terms: Terms) -> Values:
    """Mẫu 06 or 07, as a bound book or an extract."""
    on = content.closed if content.bound and content.closed else content.at
    rows = content.rows
    texts = office_texts(office, terms, on)
    texts |= {f"{name}_upper": texts[name].upper() for name in ("upstream", "office", "reception")}
    texts |= {
        "year": str(content.year),
        "book": f"{content.book:02d}",
        "first": short_date(content.first),
        "last": short_date(content.last),
        "bound": "x" if content.bound else "",
        "loose": "" if content.bound else "x",
        "loose_first": "" if content.bound else short_date(content.first),
        "loose_last": "" if content.bound else short_date(content.last),
        "bound_book": f"{content.book:02d}" if content.bound else "",
        "closed": day(content.closed) if content.bound else "",
        "count": kept(f"{len(rows):02d}"),
        "some": "x" if rows else "",
        "first_order": f"{rows[0].order:02d}" if rows else "",
        "last_order": f"{rows[-1].order:02d}" if rows else "",
        "keeper": content.keeper.strip(),
        "signer": content.signer.strip(),
    }
    return Values(texts, {"dossiers": tuple(_register_row(row) for row in rows)})


def _register_row(row: contents.RegisterRow) -> Row:
    return {
        "order": f"{row.order:02d}",
        "number": _number_in_two(row.number),
        "procedure": row.procedure,
        "sets": f"{row.sets:02d}",
        "owner": row.owner,
        "address_phone": "\n".join(filter(None, (row.address.strip(), row.phone.strip()))),
        "resolver": row.resolver,
        "received": short(row.received),
        "due": short(row.due),
        "forwarded": short(row.forwarded),
        "result_received": short(row.result_received),
        "returned": short(row.returned),
        "return_way": row.return_way,
        "remark": row.note,
    }


def _number_in_two(number: str) -> str:
    """A number for a narrow column: the unit's code, and below it day and serial."""
    unit, dash, rest = number.partition("-")
    return f"{unit}{dash}\n{rest}" if rest else number


def receipt(content: contents.ResultReceipt, office: Office, terms: Terms) -> Values:
    """The receipt a citizen signs for a result."""
    intake = content.intake
    number = content.number or intake.number
    texts = _of_intake(intake, number, content.at.date(), office, terms)
    texts |= person_texts("taker", content.taker, terms) | lookup_texts(content.lookup)
    texts |= {
        "at": moment(content.at),
        "result": content.result.strip() or intake.procedure.result,
        "result_number": content.result_number.strip(),
        "result_date": day(content.result_date),
        "summary": content.summary.strip(),
        "taken_for": content.taken_for.strip(),
        "officer": content.officer.name,
    }
    return Values(texts, {}, number, lookup=content.lookup)


def hand_over(content: contents.HandOverList, office: Office, terms: Terms) -> Values:
    """The list of dossiers that go to another office."""
    texts = office_texts(office, terms, content.at.date()) | {
        "request_number": content.request_number,
        "giver_office": content.giver_office.strip(),
        "taker_office": content.taker_office.strip(),
        "giver": content.giver.strip(),
        "taker": content.taker.strip(),
        "at": moment(content.at),
        "way": content.way.strip(),
        "count": f"{len(content.lines):02d}",
    }
    rows = tuple(
        {
            "order": str(order),
            "number": line.number,
            "procedure": line.procedure,
            "owner": line.owner,
            "owner_address": "\n".join(filter(None, (line.owner.strip(), line.address.strip()))),
            "received": short(line.received_at),
            "due": f"{clock(line.due_at)} {short(line.due_at)}" if line.due_at else "",
            "sets": f"{line.sets:02d}",
            "remark": line.note,
        }
        for order, line in enumerate(content.lines, 1)
    )
    return Values(texts, {"dossiers": rows})


def cash(content: contents.CashConfirmation, office: Office, terms: Terms) -> Values:
    """What was paid in cash."""
    texts = {
        **office_texts(office, terms, content.at.date()),
        **person_texts("payer", content.payer, terms),
        **procedure_texts(content.procedure, "", terms),
        **lookup_texts(content.lookup),
        "number": content.number,
        "at": moment(content.at),
        "total": kept(dong(content.total)),
        "words": dong_in_words(content.total, terms.region),
        "method": content.method.strip(),
        "receipt_number": content.receipt_number.strip(),
        "officer": content.officer.name,
    }
    return Values(texts, {"fees": fee_rows(content.fees)}, content.number, lookup=content.lookup)


def rating(content: contents.RatingForm, office: Office, terms: Terms) -> Values:
    """The satisfaction form; nothing on it names a person or a dossier."""
    texts = office_texts(office, terms, content.day) | {
        "field": content.field.strip(),
        "desk_number": str(content.desk or ""),
        "day": day(content.day),
    }
    return Values(texts)


def ticket(content: contents.QueueTicket, office: Office, terms: Terms) -> Values:
    """A turn in the queue."""
    texts = office_texts(office, terms, content.at.date()) | {
        "turn": content.turn.strip(),
        "field": content.field.strip(),
        "desk_number": str(content.desk or ""),
        "at": f"{clock(content.at)}, {day(content.at.date())}",
        "ahead": "" if content.ahead is None else str(content.ahead),
        "nobody": "x" if content.ahead == 0 else "",
        "somebody": str(content.ahead) if content.ahead else "",
    }
    return Values(texts)


def label(content: contents.DossierLabel, office: Office, terms: Terms) -> Values:
    """The label on a dossier's cover."""
    intake = content.intake
    number = content.number or intake.number
    texts = _of_intake(intake, number, intake.received_at.date(), office, terms)
    texts |= lookup_texts(content.lookup) | {"due": moment(content.due_at or intake.due_at)}
    tables = {"papers": paper_rows(intake.papers, terms)}
    return Values(texts, tables, number, content.qr_digits, content.lookup)


def _of_intake(intake: Intake, number: str, on: date, office: Office, terms: Terms) -> dict[str, str]:
    """What nearly every form says of a dossier: head, number, people and times."""
    return {
        **office_texts(office, terms, on),
        **intake_texts(intake, office, terms),
        "number": number,
    }
