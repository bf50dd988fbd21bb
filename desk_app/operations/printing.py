"""The print queue: asking for paper, what becomes of it, and which printer each form goes to.

A job is written in its own durable transaction, and only for a dossier that is already in the journal. The
forms themselves are loaded when one is asked for: the window looks at the queue before anything is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import OPEN, JobState, Offer, PrintJob, Step, advanced, again, offer_of
from desk_app.domain.printer_address import SYSTEM, parse_address
from desk_app.domain.rights import DEVICES, MACHINE, PRINT, QUEUE
from desk_app.operations.access_log import PRINTED, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.slips import refuse_purged
from desk_app.store import search
from desk_app.store.print_queue import PrintQueue, print_queue_of
from desk_app.store.rows import SqliteRows
from desk_app.store.tables import tables_of
from sync.model.dossier import Dossier, Officer

if TYPE_CHECKING:
    from desk_app.documents.forms import Form

_CHANGES: Final = Changes(printing=True)
_SETTING: Final = "printers"
_ADDED: Final = "printer_addresses"
MOST_ADDED: Final = 50
_LATEST: Final = 200


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Where a form is printed: an address (see `printer_address`; empty: the system's default), a tray, and a
    paper of the form's (empty: its first; on a roll the printer decides).
    """

    printer: str = ""
    tray: str = ""
    paper: str = ""


@needs(MACHINE)
def printers(desk: Desk) -> dict[str, PrinterChoice]:
    """The printers that were chosen, by form."""
    with desk.reading():
        chosen = desk.tables.setting(_SETTING) or {}
    return {
        form: PrinterChoice(one["printer"], one.get("tray", ""), one.get("paper", ""))
        for form, one in chosen.items()
    }


@needs(MACHINE)
def printer_for(desk: Desk, form: str) -> PrinterChoice:
    """Where a form goes: its own choice, else the system's default printer."""
    return printers(desk).get(form, PrinterChoice())


@needs(DEVICES)
def choose_printer(
    desk: Desk, form: str, printer: str, tray: str = "", paper: str = ""
) -> Outcome[PrinterChoice]:
    """Remembers where a form goes. Raises `DeskError` for an unknown form, an address of no known kind, or a
    paper the form is not made for.
    """
    forms = _forms()
    if form not in forms:
        raise _no_form(form)
    if paper and paper not in forms[form].papers:
        raise DeskError(
            f"Mẫu “{forms[form].title}” không in trên giấy {paper[:20]}.",
            f"Chọn: {', '.join(forms[form].papers)}.",
        )
    parse_address(printer)
    choice = PrinterChoice(printer.strip(), tray.strip(), paper)
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        chosen = dict(tables.setting(_SETTING) or {})
        chosen[form] = {"printer": choice.printer, "tray": choice.tray, "paper": choice.paper}
        tables.put_setting(_SETTING, chosen)
    return Outcome(choice, Changes(settings=True))


@needs(MACHINE)
def added_printers(desk: Desk) -> tuple[str, ...]:
    """The printers that were added by address, in that order."""
    with desk.reading():
        return tuple(desk.tables.setting(_ADDED) or ())


@needs(DEVICES)
def add_printer(desk: Desk, address: str) -> Outcome[str]:
    """Remembers a printer by its address. Raises `DeskError` for an address of no known kind.

    A name of the system's needs no adding: the system knows it.
    """
    address = address.strip()
    if parse_address(address).kind == SYSTEM:
        raise DeskError(
            f"“{address[:60]}” không phải địa chỉ máy in." if address else "Chưa ghi địa chỉ máy in.",
            "Ghi ipp://máy/ipp/print, escpos://máy:9100 hoặc file:thư-mục.",
        )
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        known = list(tables.setting(_ADDED) or ())
        if address not in known and len(known) >= MOST_ADDED:
            raise DeskError("Đã thêm quá nhiều máy in.", "Bỏ máy in không dùng nữa rồi thêm lại.")
        tables.put_setting(_ADDED, [*(one for one in known if one != address), address])
    return Outcome(address, Changes(settings=True))


@needs(DEVICES)
def forget_printer(desk: Desk, address: str) -> Outcome[tuple[str, ...]]:
    """Forgets a printer; the forms that went to it (returned) go to the default printer again."""
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        tables.put_setting(_ADDED, [one for one in tables.setting(_ADDED) or () if one != address])
        chosen = dict(tables.setting(_SETTING) or {})
        forms = tuple(form for form, one in chosen.items() if one["printer"] == address)
        tables.put_setting(_SETTING, {form: one for form, one in chosen.items() if form not in forms})
    return Outcome(forms, Changes(settings=True))


# ------------------------------------------------------------------------------------------------- documents


TICKET: Final = "ticket"
REFUSAL: Final = "refusal"
_MADE_ANEW: Final = ("guide", "shift", "day")


def _forms() -> Mapping[str, Form]:
    from desk_app.documents.forms import FORMS

    return FORMS


def documents() -> Mapping[str, Form]:
    """The papers that may be queued; not those of no dossier that are made anew. A queue ticket's job names
    its turn: a second try gives no second turn.
    """
    return {name: form for name, form in _forms().items() if name not in _MADE_ANEW}


@needs(MACHINE)
def document_of(desk: Desk, job: PrintJob) -> bytes:
    """The PDF of a job, from the journal as it stands, marked when it is a reprint. Raises `DeskError`."""
    from desk_app.operations.forms import make_form

    form = documents().get(job.form)
    if form is None:
        raise _no_form(job.form)
    paper = roll_of(job.printer) or _paper_chosen(desk, job)
    subject: str | bytes | None = job.dossier or None
    if job.form == TICKET:
        subject = f"{date.fromordinal(job.issue).isoformat()} {job.number}"
    elif job.form == REFUSAL and not job.dossier:
        subject = job.number
    return make_form(
        desk,
        job.form,
        subject,
        paper=paper if paper in form.papers else None,
        reprint=job.reprint,
    )


def _paper_chosen(desk: Desk, job: PrintJob) -> str | None:
    """The paper remembered for the job's form, where the job goes to the printer it was remembered with."""
    choice = printer_for(desk, job.form)
    return choice.paper or None if choice.printer == job.printer else None


def roll_of(printer: str) -> str | None:
    """The roll in a thermal printer (its address says how many dots it has); None for other printers."""
    if not printer.startswith("escpos"):
        return None
    from desk_app.documents.forms import ROLL_58, ROLL_80

    return ROLL_58 if "dots=384" in printer else ROLL_80


def _no_form(form: str) -> DeskError:
    return DeskError(f"Không có mẫu “{form[:40]}”.", f"Các mẫu: {', '.join(documents())}.")


# ----------------------------------------------------------------------------------------------------- queue


@needs(PRINT, QUEUE)
def enqueue(
    desk: Desk,
    form: str,
    officer: Officer,
    dossier: Dossier | None = None,
    *,
    title: str = "",
    copy: str = "",
    issue: int = 0,
    choice: PrinterChoice | None = None,
) -> Outcome[PrintJob]:
    """Asks for one paper; durable on return. The job bears its reprint number, 0 for the first.

    Older jobs for the same paper that failed or are in doubt are offered no more: this one takes their place.

    `title` names a paper of no one dossier, and `issue` which of those with that title; `copy` the copy of
    several ("Liên 2"); `choice` a printer other than the form's own. Raises `DeskError`, also for a dossier
    that is not in the journal.
    """
    if form not in documents() or (form == TICKET and (dossier is not None or not issue)):
        raise _no_form(form)
    choice = choice or printer_for(desk, form)
    parse_address(choice.printer)
    if dossier is not None:
        refuse_purged(dossier)
        note_access(desk, None, PRINTED, f"{dossier.number}: {form}")
    now = desk.clock()
    job = PrintJob(
        id=0,
        dossier=dossier.id if dossier else b"",
        number=dossier.number if dossier else title,
        form=form,
        printer=choice.printer,
        tray=choice.tray,
        created_at=now,
        changed_at=now,
        copy=copy,
        issue=dossier.issue if dossier else issue,
        officer=officer.id,
        officer_name=officer.name,
    )
    with desk.writing() as ledger:
        assert isinstance(ledger.rows, SqliteRows)
        if dossier and search.row_of(ledger.rows.connection, dossier.id) is None:
            raise DeskError("Hồ sơ chưa được lưu nên chưa in được.", "Tiếp nhận hồ sơ rồi in.")
        queue = print_queue_of(ledger)
        for older in queue.offered(job):
            queue.save(advanced(older, Step.GIVE_UP, now, said="Đã in bằng lệnh khác."))
        job = replace(job, reprint=queue.next_reprint(job))
        job = replace(job, id=queue.add(job))
    return Outcome(job, _CHANGES)


@needs(MACHINE)
def advance(
    desk: Desk, job: int, step: Step, *, said: str = "", ticket: str = "", choice: PrinterChoice | None = None
) -> Outcome[PrintJob]:
    """One step of a job, durable on return.

    `Step.AGAIN` gives the reprint number anew, and may send the job to another printer (`choice`). Raises
    `StepRefused` when the job stands elsewhere by now, `DeskError` for trouble of the store.
    """
    now = desk.clock()
    with desk.writing() as ledger:
        queue = print_queue_of(ledger)
        before = _known(queue, job)
        if step is Step.AGAIN:
            where = choice or PrinterChoice(before.printer, before.tray)
            after = again(before, now, queue.next_reprint(before), where.printer, where.tray)
        else:
            after = advanced(before, step, now, said=said, ticket=ticket)
        queue.save(after)
    return Outcome(after, _CHANGES)


@needs(MACHINE)
def one_job(desk: Desk, job: int) -> PrintJob:
    """A job by its id. Raises `DeskError`."""
    with desk.reading():
        return _known(PrintQueue(desk.store.reader()), job)


@needs(MACHINE)
def jobs(desk: Desk, *, dossier: bytes = b"", unsettled: bool = False) -> list[PrintJob]:
    """Jobs: of a dossier (newest first), those not settled (oldest first), else the latest 200."""
    with desk.reading():
        queue = PrintQueue(desk.store.reader())
        if dossier:
            return [one for one in queue.of_dossier(dossier) if not unsettled or one.state in OPEN]
        return queue.in_states(OPEN) if unsettled else queue.latest(_LATEST)


@needs(PRINT, DEVICES)
def offer_again(desk: Desk) -> list[PrintJob]:
    """The jobs that failed or are in doubt, the oldest first; `offer_of` says what to offer for each."""
    with desk.reading():
        found = PrintQueue(desk.store.reader()).in_states((JobState.FAILED, JobState.DOUBTFUL))
    return [one for one in found if offer_of(one) is not Offer.NOTHING]


def _known(queue: PrintQueue, job: int) -> PrintJob:
    found = queue.get(job)
    if found is None:
        raise DeskError(f"Không có lệnh in số {job}.")
    return found


def form_name(form: str) -> str:
    """A form as officers call it."""
    forms = _forms()
    return "Phiếu hẹn" if form == "slip" else forms[form].title if form in forms else form
