"""Papers of the counter beside the official forms: lists of what was handed in and of what to do, a
procedure's guide, the cash of a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.documents.values import (
    Values,
    contact_text,
    kept,
    moment,
    numbered_rows,
    office_texts,
    person_texts,
    short,
)
from desk_app.domain import procedure_words as words
from sync.model.words import clock, dong
from sync.typeset.layout import filled
from sync.typeset.text import NBSP

if TYPE_CHECKING:
    from desk_app.documents import contents
    from desk_app.documents.form_layout import Terms
    from desk_app.documents.office import Office
    from desk_app.documents.values import Row

_NOT_RECKONED = "Chưa tính"


def submitted_list(content: contents.SubmittedList, office: Office, terms: Terms) -> Values:
    """The list a citizen takes home with the slips."""
    open_fees = sum(1 for line in content.lines if line.fee is None)
    texts = {
        **office_texts(office, terms, content.at.date()),
        **person_texts("applicant", content.applicant, terms),
        "desk": filled(terms.reception_desk, office=office.name, desk=str(content.desk)),
        "at": moment(content.at),
        "count": f"{len(content.lines):02d}",
        "total": kept(dong(sum(line.fee or 0 for line in content.lines))),
        "open": str(open_fees or ""),
        "officer": content.officer.name,
    }
    rows = tuple(_row(order, line, content) for order, line in enumerate(content.lines, 1))
    return Values(texts, {"dossiers": rows})


def _row(order: int, line: contents.SubmittedLine, content: contents.SubmittedList) -> Row:
    other = line.owner if line.owner != content.applicant.full_name else ""
    due = f"{clock(line.due_at)} {short(line.due_at)}" if line.due_at else ""
    fee = _NOT_RECKONED if line.fee is None else kept(dong(line.fee))
    unit, dash, rest = line.number.partition("-")
    said = (f"{line.procedure}", f"mã {line.number}", f"hẹn trả {due}" if due else "", f"phí {fee}")
    return {
        "order": str(order),
        "number": f"{unit}{dash}\n{rest}" if rest else line.number,
        "procedure_owner": f"{line.procedure} (của {other})" if other else line.procedure,
        "sets": f"{line.sets:02d}",
        "due": due,
        "fee": fee,
        "line": "; ".join(filter(None, said)),
    }


def guide(content: contents.Guide, office: Office, terms: Terms) -> Values:
    """What to bring, how long it takes, what it costs, and why."""
    procedure = content.procedure
    cases = words.case_lines(procedure)
    texts = office_texts(office, terms, content.at) | {
        "procedure_name": procedure.name,
        "procedure_code": procedure.code,
        "procedure_field": procedure.field,
        "limit": words.limit_line(procedure, content.case).replace(" ngày", f"{NBSP}ngày"),
        "limit_note": " ".join(part for part in (procedure.limit_note, ". ".join(cases)) if part),
        "result": procedure.result,
        "shown": "; ".join(words.shown(procedure)),
        "conditions": procedure.conditions,
        "basis": words.basis_line(procedure),
        "contact": contact_text("", office, terms),
    }
    tables = {
        "papers": numbered_rows(words.handed_in(procedure)),
        "fees": numbered_rows(map(words.fee_line, procedure.fees)),
        "steps": numbered_rows(words.steps(procedure)),
    }
    return Values(texts, tables)


def shift(content: contents.ShiftSummary, office: Office, terms: Terms) -> Values:
    """The cash of a shift, expected and counted."""
    difference = content.counted - content.expected
    texts = office_texts(office, terms, content.end.date()) | {
        "desk": filled(terms.reception_desk, office=office.name, desk=str(content.desk)),
        "begin": moment(content.begin),
        "end": moment(content.end),
        "expected": kept(dong(content.expected)),
        "counted": kept(dong(content.counted)),
        "difference": f"{'thừa' if difference > 0 else 'thiếu'} {kept(dong(abs(difference)))}"
        if difference
        else "khớp",
        "note": content.note.strip(),
        "officer": content.officer.name,
        "some_work": str(len(content.work) or ""),
    }
    work = tuple({"line": f"{one.officer}: {work_words(one)}"} for one in content.work)
    rows = tuple(
        {
            "order": str(order),
            "procedure": line.procedure,
            "payments": str(line.payments or ""),
            "amount": kept(dong(line.amount)),
            "line": f"{line.procedure}: {line.payments} khoản, {kept(dong(line.amount))}",
        }
        for order, line in enumerate(content.lines, 1)
    )
    return Values(texts, {"lines": rows, "work": work})


def work_words(work: contents.OfficerWork) -> str:
    """``tiếp nhận 12, trả kết quả 9, … (31 việc)``: what is measured of an officer's work."""
    said = (
        f"tiếp nhận {work.received}",
        *((f"từ chối tiếp nhận {work.refused}",) if work.refused else ()),
        f"trả kết quả {work.returned}",
        f"đính chính {work.corrected}",
        f"hoàn tác {work.undone}",
        f"hủy tiếp nhận {work.annulled}",
    )
    return f"{', '.join(said)} (cộng {work.acts} việc đã ghi)"


def day_list(content: contents.DayList, office: Office, terms: Terms) -> Values:
    """The day's work, one table, each dossier under the name of its list."""
    texts = office_texts(office, terms, content.at.date()) | {
        "desk": filled(terms.reception_desk, office=office.name, desk=str(content.desk)),
        "at": moment(content.at),
        "counts": "; ".join(f"{title}: {len(tasks)}" for title, tasks in content.lists if tasks),
        "officer": content.officer,
    }
    tasks = [(title, task) for title, tasks in content.lists for task in tasks]
    rows = tuple(
        {
            "order": str(order),
            "number": task.number.replace("-", "-\n", 1),
            "owner_phone": "\n".join(filter(None, (task.owner, task.phone))),
            "procedure": task.procedure,
            "why": task.why if task.why.startswith(title) else f"{title}. {task.why}",
            "done": "",
        }
        for order, (title, task) in enumerate(tasks, 1)
    )
    return Values(texts, {"tasks": rows})
