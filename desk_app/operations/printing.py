"""The print queue: asking for paper, what becomes of it, and which printer each form goes to.

A job is written in its own durable transaction, and only for a dossier that is already in the journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from desk_app.documents.forms import FORMS, ROLL_58, ROLL_80, Form
from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import OPEN, JobState, Offer, PrintJob, Step, advanced, again, offer_of
from desk_app.domain.printer_address import parse_address
from desk_app.operations.desk import Desk
from desk_app.operations.forms import make_form
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store import search
from desk_app.store.print_queue import PrintQueue, print_queue_of
from desk_app.store.rows import SqliteRows
from desk_app.store.tables import tables_of
from sync.model.dossier import Dossier, Officer

_CHANGES: Final = Changes(printing=True)
_SETTING: Final = "printers"
_LATEST: Final = 200


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Where a form is printed: an address (see `printer_address`; empty: the system's default) and a tray."""

    printer: str = ""
    tray: str = ""


def printers(desk: Desk) -> dict[str, PrinterChoice]:
    """The printers that were chosen, by form."""
    with desk.reading():
        chosen = desk.tables.setting(_SETTING) or {}
    return {form: PrinterChoice(one["printer"], one.get("tray", "")) for form, one in chosen.items()}


def printer_for(desk: Desk, form: str) -> PrinterChoice:
    """Where a form goes: its own choice, else the system's default printer."""
    return printers(desk).get(form, PrinterChoice())


def choose_printer(desk: Desk, form: str, printer: str, tray: str = "") -> Outcome[PrinterChoice]:
    """Remembers where a form goes. Raises `DeskError` for an unknown form or an address of no known kind."""
    if form not in DOCUMENTS:
        raise _no_form(form)
    parse_address(printer)
    choice = PrinterChoice(printer.strip(), tray.strip())
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        chosen = dict(tables.setting(_SETTING) or {})
        chosen[form] = {"printer": choice.printer, "tray": choice.tray}
        tables.put_setting(_SETTING, chosen)
    return Outcome(choice, Changes(settings=True))


# ------------------------------------------------------------------------------------------------- documents


DOCUMENTS: Final[Mapping[str, Form]] = {name: form for name, form in FORMS.items() if name != "ticket"}
"""The papers that may be queued. A queue ticket is not: a second try would give a second turn."""


def document_of(desk: Desk, job: PrintJob) -> bytes:
    """The PDF of a job, from the journal as it stands, marked when it is a reprint. Raises `DeskError`."""
    form = DOCUMENTS.get(job.form)
    if form is None:
        raise _no_form(job.form)
    paper = roll_of(job.printer)
    return make_form(
        desk,
        job.form,
        job.dossier or None,
        paper=paper if paper in form.papers else None,
        reprint=job.reprint,
    )


def roll_of(printer: str) -> str | None:
    """The roll in a thermal printer (its address says how many dots it has); None for other printers."""
    if not printer.startswith("escpos"):
        return None
    return ROLL_58 if "dots=384" in printer else ROLL_80


def _no_form(form: str) -> DeskError:
    return DeskError(f"Không có mẫu “{form[:40]}”.", f"Các mẫu: {', '.join(DOCUMENTS)}.")


# ----------------------------------------------------------------------------------------------------- queue


def enqueue(
    desk: Desk,
    form: str,
    officer: Officer,
    dossier: Dossier | None = None,
    *,
    title: str = "",
    copy: str = "",
    choice: PrinterChoice | None = None,
) -> Outcome[PrintJob]:
    """Asks for one paper; durable on return. The job bears its reprint number, 0 for the first.

    Older jobs for the same paper that failed or are in doubt are offered no more: this one takes their place.

    `title` names a paper of no one dossier; `copy` the copy of several ("Liên 2"); `choice` a printer other
    than the form's own. Raises `DeskError`, also for a dossier that is not in the journal.
    """
    if form not in DOCUMENTS:
        raise _no_form(form)
    choice = choice or printer_for(desk, form)
    parse_address(choice.printer)
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
        issue=dossier.issue if dossier else 0,
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


def one_job(desk: Desk, job: int) -> PrintJob:
    """A job by its id. Raises `DeskError`."""
    with desk.reading():
        return _known(PrintQueue(desk.store.reader()), job)


def jobs(desk: Desk, *, dossier: bytes = b"", unsettled: bool = False) -> list[PrintJob]:
    """Jobs: of a dossier (newest first), those not settled (oldest first), else the latest 200."""
    with desk.reading():
        queue = PrintQueue(desk.store.reader())
        if dossier:
            return [one for one in queue.of_dossier(dossier) if not unsettled or one.state in OPEN]
        return queue.in_states(OPEN) if unsettled else queue.latest(_LATEST)


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
    return "Phiếu hẹn" if form == "slip" else FORMS[form].title if form in FORMS else form
