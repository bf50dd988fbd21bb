"""Printing by IPP: network printers and CUPS queues, which say what became of every job."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Mapping
from typing import Any, Final

from desk_app.devices.driver import (
    NOT_DRAWN,
    Answer,
    Look,
    Sheet,
    broken_off,
    doubtful,
    failed,
    gone,
    reason_words,
)
from desk_app.devices.ipp_wire import (
    BrokenOff,
    Operation,
    Refused,
    Response,
    Tag,
    Unreached,
    carry,
    request_bytes,
)
from desk_app.devices.raster import MOST_DPI
from desk_app.domain.print_job import JobState
from desk_app.domain.printer_address import PrinterAddress, parse_address

PDF: Final = "application/pdf"
PWG: Final = "image/pwg-raster"
URF: Final = "image/urf"
_USER: Final = "motcua"
_NOT_FOUND: Final = 0x0406
_FORMAT_REFUSED: Final = 0x040A
_PRINTER_ATTRIBUTES: Final = (
    "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "printer-info", "printer-name",
    "document-format-supported", "pwg-raster-document-resolution-supported", "urf-supported",
    "job-creation-attributes-supported",
)  # fmt: skip
_JOB_ATTRIBUTES: Final = (
    "job-id", "job-state", "job-state-reasons", "job-impressions-completed", "job-printer-state-message",
)  # fmt: skip
_WELL: Final = frozenset(
    {"none", "", "job-completed-successfully", "job-completed-with-warnings", "processing-to-stop-point"}
)
"""Reasons of a job that came out; the last is what CUPS leaves standing."""
_NOT_HANDED_ON: Final = re.compile(r"unable to (?:add|send|print)", re.IGNORECASE)
_UNREACHED_BY_CUPS: Final = re.compile(
    r"may not exist|unavailable|not responding|unable to (?:locate|connect|contact)", re.IGNORECASE
)
"""What CUPS's ways to a printer say in place of a reason."""
_CANCELLED, _ABORTED, _COMPLETED, _STOPPED = 7, 8, 9, 6
_PRINTER_STOPPED: Final = 5


class IppPrinter:
    """A `Driver` for one printer URI. A ticket is the printer's job id."""

    def __init__(self, address: PrinterAddress) -> None:
        self._at = address
        self._uri = f"{address.kind}://{_bracketed(address.host)}:{address.port}{address.path}"
        self._numbers = itertools.count(1)
        self._name = address.path.rsplit("/", 1)[-1] if "/printers/" in address.path else address.host

    # ------------------------------------------------------------------------------------------- the port

    def send(self, sheet: Sheet) -> Answer:
        """Prints as PDF where the printer takes it, else as dots at its own resolution."""
        try:
            printer = self._printer()
        except (Unreached, BrokenOff):
            return gone(self._name)
        except Refused as refused:
            return self._refused(refused)
        if printer.get("printer-is-accepting-jobs", [True])[0] is False:
            return failed(f"Máy in “{self._name}” đang không nhận lệnh in.", "Cho máy in nhận lệnh")
        try:
            template = _template(sheet, printer)
            for form in _formats(printer):
                answer = self._print(sheet.title, form, _document(sheet.pdf, form, printer), template)
                if answer is not None:
                    return answer
        except ValueError:
            return Answer(JobState.FAILED, NOT_DRAWN)
        return failed(f"Máy in “{self._name}” không nhận kiểu trang nào của chương trình.", "Chọn máy khác")

    def ask(self, ticket: str) -> Answer:
        """What became of a job."""
        wanted = {"job-id": (Tag.INTEGER, int(ticket)), "requested-attributes": _keywords(_JOB_ATTRIBUTES)}
        try:
            answer = self._call(Operation.GET_JOB_ATTRIBUTES, wanted)
        except Refused as refused:
            if refused.code == _NOT_FOUND:
                return doubtful(f"Máy in “{self._name}” không còn nhớ lệnh in này.")
            return Answer(JobState.SENT, self._refused(refused).said, ticket)
        except (Unreached, BrokenOff):
            said = f"Chưa nối lại được máy in “{self._name}”; kiểm tra nguồn, dây và mạng của máy in."
            return Answer(JobState.SENT, said, ticket, reached=False)
        return self._judged({"job-id": [int(ticket)], **answer.first(Tag.JOB)}, warnings=True)

    def cancel(self, ticket: str) -> None:
        """Takes a job back."""
        try:
            self._call(Operation.CANCEL_JOB, {"job-id": (Tag.INTEGER, int(ticket))})
        except (Unreached, BrokenOff, Refused):
            return  # `ask` tells what became of it

    def look(self) -> Look:
        """How the printer stands."""
        try:
            printer = self._printer()
        except (Unreached, BrokenOff):
            return Look(False, f"Không nối được máy in “{self._name}”.", self._name)
        except Refused as refused:
            return Look(False, self._refused(refused).said, self._name)
        said = _reasons(printer)
        name = str(printer.get("printer-info", [""])[0] or self._name)
        return Look(not said and printer.get("printer-is-accepting-jobs", [True])[0] is not False, said, name)

    def find_job(self, title: str) -> str:
        """The ticket of the newest job of that title; empty when the printer knows none or cannot say."""
        wanted = {
            "which-jobs": (Tag.KEYWORD, "all"),
            "requested-attributes": _keywords(("job-id", "job-name")),
        }
        try:
            found = self._call(Operation.GET_JOBS, wanted).of(Tag.JOB)
        except (Unreached, BrokenOff, Refused):
            return ""
        ids = [job["job-id"][0] for job in found if job.get("job-name", [""])[0] == title]
        return str(max(ids)) if ids else ""

    # --------------------------------------------------------------------------------------------- inside

    def _print(self, title: str, form: str, document: bytes, template: Mapping[str, Any]) -> Answer | None:
        """Sends a document; None when the printer, for all it said before, does not take that format."""
        operation = {"job-name": (Tag.NAME, title), "document-format": (Tag.MIME, form)}
        try:
            answer = self._call(Operation.PRINT_JOB, operation, template, document)
        except Unreached:
            return gone(self._name)
        except BrokenOff:
            return broken_off(self._name)
        except Refused as refused:
            return None if refused.code == _FORMAT_REFUSED else self._refused(refused)
        return self._judged(answer.first(Tag.JOB))

    def _call(
        self,
        operation: Operation,
        attributes: Mapping[str, Any],
        job: Mapping[str, Any] | None = None,
        document: bytes = b"",
    ) -> Response:
        known = {"printer-uri": (Tag.URI, self._uri)}
        if "job-id" in attributes:
            known["job-id"] = attributes["job-id"]
        known["requesting-user-name"] = (Tag.NAME, _USER)
        groups: list[tuple[Tag, Mapping[str, Any]]] = [(Tag.OPERATION, {**known, **attributes})]
        if job:
            groups.append((Tag.JOB, job))
        body = request_bytes(operation, groups, next(self._numbers)) + document
        return carry(self._at.host, self._at.port, self._at.path, body, tls=self._at.kind == "ipps")

    def _printer(self) -> Mapping[str, list[Any]]:
        wanted = {"requested-attributes": _keywords(_PRINTER_ATTRIBUTES)}
        return self._call(Operation.GET_PRINTER_ATTRIBUTES, wanted).first(Tag.PRINTER)

    def _refused(self, refused: Refused) -> Answer:
        if refused.code in (401, 403, 0x0401, 0x0402, 0x0403):
            return failed(f"Máy in “{self._name}” đòi mật khẩu.", "Nhờ người quản trị cho máy này in")
        if refused.code in (404, _NOT_FOUND):
            return failed(f"Không có máy in “{self._name}” ở địa chỉ đã chọn.", "Chọn lại máy in")
        if refused.code in (0x0506, 0x0507, 0x0504):
            return failed(f"Máy in “{self._name}” đang bận hoặc không nhận lệnh in.", "Chờ một lát")
        return failed(f"Máy in “{self._name}” từ chối lệnh in (mã {refused.code:#06x}).", "Chọn máy khác")

    def _judged(self, job: Mapping[str, list[Any]], *, warnings: bool = False) -> Answer:
        """A job's attributes as an answer; `warnings` of the printer count when it has had time."""
        state = int(job.get("job-state", [0])[0] or 0)
        reasons = [str(one) for one in job.get("job-state-reasons", [])]
        message = str(job.get("job-printer-state-message", [""])[0])
        some_out = int(job.get("job-impressions-completed", [0])[0] or 0) > 0
        if state == _COMPLETED:
            return _completed(reasons, message)
        if state in (_CANCELLED, _ABORTED):
            what = "Lệnh in bị hủy ở máy in." if state == _CANCELLED else "Máy in bỏ dở lệnh in."
            return doubtful(what) if some_out else failed(what, "Xem màn hình máy in")
        if "job-id" not in job:
            return doubtful(f"Máy in “{self._name}” nhận lệnh nhưng không trả lời rõ.")
        said = self._why_waiting(state == _STOPPED, warnings)
        if not said and _UNREACHED_BY_CUPS.search(message):
            said = reason_words(["connecting-to-device"], stopped=False)
        return Answer(JobState.SENT, said, str(job["job-id"][0]))

    def _why_waiting(self, job_stopped: bool, warnings: bool) -> str:
        try:
            printer = self._printer()
        except (Unreached, BrokenOff, Refused):
            return ""
        return _reasons(printer, warnings) or ("Máy in đang dừng lệnh in này." if job_stopped else "")


def _completed(reasons: list[str], message: str) -> Answer:
    """ "Completed" with its reasons: CUPS says it of a document, too, that it could not hand on."""
    if "queued-in-device" in reasons:
        return Answer(JobState.TAKEN)
    if all(reason in _WELL for reason in reasons) and not _NOT_HANDED_ON.search(message):
        return Answer(JobState.PRINTED)
    return doubtful("Máy in báo đã xong nhưng không báo là in được.")


def _reasons(printer: Mapping[str, list[Any]], warnings: bool = False) -> str:
    reasons = [str(one) for one in printer.get("printer-state-reasons", [])]
    stopped = printer.get("printer-state", [0])[0] == _PRINTER_STOPPED
    return reason_words(reasons, stopped=stopped, warnings=warnings)


def _formats(printer: Mapping[str, list[Any]]) -> list[str]:
    """The formats the printer takes that are ours too, the best first."""
    return [form for form in (PDF, PWG, URF) if form in printer.get("document-format-supported", [])]


def _document(pdf: bytes, form: str, printer: Mapping[str, list[Any]]) -> bytes:
    """The pages in a format, as dots at the printer's finest resolution where they must be."""
    from desk_app.devices.pwg_raster import pwg_raster, urf
    from desk_app.devices.raster import grey_pages

    if form == PDF:
        return pdf
    if form == PWG:
        offered = printer.get("pwg-raster-document-resolution-supported", [])
        square = [across for across, feed in offered if across == feed]
        return pwg_raster(list(grey_pages(pdf, _best(square))))
    said = [str(one) for one in printer.get("urf-supported", [])]
    resolutions = next((one for one in said if one.startswith("RS")), "RS300")
    dpis = [int(one) for one in resolutions.removeprefix("RS").split("-") if one.isdigit()]
    return urf(list(grey_pages(pdf, _best(dpis))))


def _best(dpis: list[int]) -> int:
    """The printer's finest resolution that is worth its memory."""
    return max((dpi for dpi in dpis if dpi <= MOST_DPI), default=min(dpis, default=300))


def _template(sheet: Sheet, printer: Mapping[str, list[Any]]) -> dict[str, Any]:
    """How to print: the page's own size, unscaled, one-sided, from the tray asked for."""
    from desk_app.devices.raster import page_sizes

    sizes = page_sizes(sheet.pdf)
    if not sizes:
        raise ValueError("no pages")
    width, height = sizes[0]
    size = {
        "x-dimension": (Tag.INTEGER, min(width, height)),
        "y-dimension": (Tag.INTEGER, max(width, height)),
    }
    media: dict[str, Any] = {"media-size": (Tag.BEGIN, size)}
    if sheet.tray:
        media["media-source"] = (Tag.KEYWORD, sheet.tray)
    wanted: dict[str, Any] = {
        "media-col": (Tag.BEGIN, media),
        "print-scaling": (Tag.KEYWORD, "none"),
        "sides": (Tag.KEYWORD, "one-sided"),
    }
    known = printer.get("job-creation-attributes-supported")
    return {name: value for name, value in wanted.items() if known is None or name in known}


def _keywords(names: tuple[str, ...]) -> list[tuple[Tag, str]]:
    return [(Tag.KEYWORD, name) for name in names]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


# ------------------------------------------------------------------------------------------------------ CUPS


def cups_server() -> tuple[str, int]:
    """Where this machine's CUPS answers: `CUPS_SERVER`, as its own programs have it, else its usual port."""
    named = os.environ.get("CUPS_SERVER", "")
    if not named or named.startswith("/"):
        return "localhost", 631
    host, _, port = named.partition("/")[0].rpartition(":")
    return (host, int(port)) if host and port.isdigit() else (named, 631)


def cups_queue(name: str) -> IppPrinter:
    """A queue of this machine's CUPS."""
    host, port = cups_server()
    return IppPrinter(parse_address(f"ipp://{_bracketed(host)}:{port}/printers/{name}"))


def cups_queues() -> list[tuple[str, bool]]:
    """CUPS's queues by name, and whether it is the default; empty where no CUPS answers."""
    host, port = cups_server()
    body = request_bytes(
        Operation.CUPS_GET_PRINTERS,
        [(Tag.OPERATION, {"requested-attributes": _keywords(("printer-name", "printer-type"))})],
        1,
    )
    try:
        found = carry(host, port, "/", body).of(Tag.PRINTER)
    except (Unreached, BrokenOff, Refused):
        return []
    default = 0x20000  # CUPS_PRINTER_DEFAULT
    types = {str(one["printer-name"][0]): int(one.get("printer-type", [0])[0] or 0) for one in found}
    return [(name, bool(kind & default)) for name, kind in types.items()]
