"""The print queue in the officer's words: for the status line, and for a dossier's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from desk_app.domain.print_job import JobState, Offer, PrintJob, offer_of
from desk_app.ui.tongue import mark, said, tr
from sync.model.words import clock, short_date

if TYPE_CHECKING:
    from desk_app.devices.choosing import KnownPrinter

PAPER_NAMES: Final = {
    "a5": "A5",
    "2xa5": mark("Hai A5 / A4"),
    "a4": "A4",
    "80mm": mark("Cuộn 80 mm"),
    "58mm": mark("Cuộn 58 mm"),
}
_UNDER_WAY = frozenset({JobState.WAITING, JobState.RENDERED, JobState.SENT})


def queue_words(unsettled: Sequence[PrintJob], last: PrintJob | None, printer: str) -> tuple[str, bool]:
    """The status line's words and whether they want a look.

    `unsettled`: the queue; `last`: the job this window printed last; `printer`: the default one's name.
    """
    stuck = [job for job in unsettled if job.state is JobState.SENT and job.said]
    if stuck:
        return f"{_first_sentence(said(stuck[0].said))}{_count(len(stuck), tr('chờ ở máy in'))}", True
    under_way = [job for job in unsettled if job.state in _UNDER_WAY]
    if under_way:
        return (
            tr("Đang in {0}…").format(_short(under_way[0])) if len(under_way) == 1 else _many(under_way)
        ), False
    wanting = [job for job in unsettled if offer_of(job) is not Offer.NOTHING]
    if wanting:
        return f"{_first_sentence(said(wanting[-1].said))}{_count(len(wanting), tr('cần xem'))}", True
    if last is not None and last.state is JobState.PRINTED:
        return tr("Đã in {0} ✓").format(_short(last)), False
    if last is not None and last.state is JobState.TAKEN:
        return tr("Đã gửi in {0} ✓").format(_short(last)), False
    return (
        tr("Máy in: {0} ✓").format(printer) if printer else tr("Chưa có máy in – phiếu lưu thành PDF")
    ), False


def _many(jobs: Sequence[PrintJob]) -> str:
    return tr("Đang in {0} giấy…").format(len(jobs))


def _short(job: PrintJob) -> str:
    return job.number[-11:]


def _first_sentence(words: str) -> str:
    return words.split(". ", maxsplit=1)[0].rstrip(".") or tr("Có giấy chưa in được")


def _count(count: int, what: str) -> str:
    return tr(" · {0} giấy {1}").format(count, what)


def job_words(job: PrintJob) -> str:
    """One job on its dossier's page: what, how it went, where, what to do."""
    from desk_app.operations.printing import form_name

    what = said(form_name(job.form)) + (f" ({job.copy})" if job.copy else "")
    if job.reprint:
        what += tr(", bản in lại lần {0}").format(job.reprint)
    where = f" · {job.printer}" if job.printer else ""
    state = said(job.state.label)
    lines = [f"{what}: {state[0].lower()}{state[1:]}{where}"]
    if job.said and job.state is not JobState.GIVEN_UP:
        lines.append(said(job.said))
    return "\n".join(lines)


def job_when(job: PrintJob) -> str:
    """When it last moved."""
    return f"{clock(job.changed_at)} {short_date(job.changed_at)}"


def named_printer(one: KnownPrinter) -> str:
    """A printer as the officer knows it; a bare host or path says nothing of what stands there."""
    if one.kind == "file":
        return tr("Thư mục {0}").format(one.name)
    return tr("Máy in nhiệt {0}").format(one.name) if one.kind.startswith("escpos") else one.name


def standing(one: KnownPrinter) -> str:
    """A printer and how it stands, as one line of a list."""
    name = tr("{0} (mặc định)").format(named_printer(one)) if one.default else named_printer(one)
    return (
        tr("✓ {0} – sẵn sàng").format(name)
        if one.ready
        else f"! {name} – {said(one.said) or tr('chưa sẵn sàng')}"
    )
