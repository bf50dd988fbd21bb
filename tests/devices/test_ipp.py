"""IPP: what is written is read back, noise is refused, and every refusal of a printer has its words."""

from __future__ import annotations

import http.server
import struct
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.choosing import known_printers, open_driver
from desk_app.devices.driver import Answer, Sheet
from desk_app.devices.ipp import cups_queues, cups_server
from desk_app.devices.ipp_wire import Operation, Tag, read_response, request_bytes
from desk_app.domain.print_job import JobState
from tests.devices.sheets import page
from tests.devices.test_pwg_raster import urf_pages

Groups = list[tuple[Tag, dict[str, Any]]]
READY: dict[str, Any] = {
    "printer-state": (Tag.ENUM, 3),
    "printer-state-reasons": (Tag.KEYWORD, "none"),
    "printer-is-accepting-jobs": (Tag.BOOLEAN, True),
    "document-format-supported": [(Tag.MIME, "application/pdf")],
}


def answer_bytes(status: int, groups: Groups) -> bytes:
    """A printer's answer: a request's bytes with a status in the operation's place."""
    raw = request_bytes(Operation.PRINT_JOB, [(Tag.OPERATION, {}), *groups], 1)
    return raw[:2] + struct.pack(">H", status) + raw[4:]


def job_of(state: int, **more: Any) -> Groups:
    return [(Tag.JOB, {"job-id": (Tag.INTEGER, 7), "job-state": (Tag.ENUM, state), **more})]


class FakePrinter:
    """Answers each operation with what the test put there: bytes, or an HTTP status, or nothing at all."""

    def __init__(self) -> None:
        self.printer = dict(READY)
        self.says: dict[int, bytes | int | None] = {}
        self.asked: list[tuple[int, bytes]] = []
        fake = self

        class Hears(http.server.BaseHTTPRequestHandler):
            """One request."""

            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                operation = struct.unpack(">H", body[2:4])[0]
                fake.asked.append((operation, body))
                said = fake.says.get(operation, b"")
                if said is None:
                    self.close_connection = True
                    return
                if said == b"" and operation == Operation.GET_PRINTER_ATTRIBUTES:
                    said = answer_bytes(0, [(Tag.PRINTER, fake.printer)])
                self.send_response(said if isinstance(said, int) else 200)
                content = b"" if isinstance(said, int) else said
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *arguments: Any) -> None:
                """Quiet."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hears)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"ipp://127.0.0.1:{self.port}/ipp/print"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def printer() -> Iterator[FakePrinter]:
    made = FakePrinter()
    yield made
    made.close()


def sent(printer: FakePrinter, pdf: bytes | None = None) -> Answer:
    return open_driver(printer.address).send(Sheet(pdf or page(), "H99", "tray-2"))


# ------------------------------------------------------------------------------------------------- the bytes


def test_a_request_is_the_octets_of_the_standard() -> None:
    raw = request_bytes(Operation.CANCEL_JOB, [(Tag.OPERATION, {"job-id": (Tag.INTEGER, 7)})], 5)
    assert raw == (
        b"\x02\x00\x00\x08\x00\x00\x00\x05\x01"
        b"\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x48\x00\x1battributes-natural-language\x00\x02vi"
        b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x07"
        b"\x03"
    )


def test_sets_and_collections_are_read_as_they_were_written() -> None:
    size = {"x-dimension": (Tag.INTEGER, 14800), "y-dimension": (Tag.INTEGER, 21000)}
    media = {"media-size": (Tag.BEGIN, size), "media-source": (Tag.KEYWORD, "tray-2")}
    written = {
        "media-col": [(Tag.BEGIN, media), (Tag.BEGIN, {})],
        "printer-resolution-supported": [(Tag.RESOLUTION, (300, 300)), (Tag.RESOLUTION, (600, 600))],
        "printer-info": (Tag.TEXT, "Máy in tầng 2"),
        "printer-is-accepting-jobs": (Tag.BOOLEAN, False),
    }
    assert read_response(answer_bytes(0, [(Tag.PRINTER, written)])).first(Tag.PRINTER) == {
        "media-col": [
            {
                "media-size": [{"x-dimension": [14800], "y-dimension": [21000]}],
                "media-source": ["tray-2"],
            },
            {},
        ],
        "printer-resolution-supported": [(300, 300), (600, 600)],
        "printer-info": ["Máy in tầng 2"],
        "printer-is-accepting-jobs": [False],
    }


@given(st.binary(max_size=200))
def test_no_bytes_of_a_printer_are_a_crash(noise: bytes) -> None:
    for raw in (noise, answer_bytes(0, [(Tag.PRINTER, READY)])[:-1] + noise):
        try:
            read_response(raw)
        except ValueError:
            continue


# ------------------------------------------------------------------------------------------------ the driver


@pytest.mark.parametrize(
    ("groups", "state", "words"),
    [
        (job_of(9), JobState.PRINTED, ""),
        (
            job_of(9, **{"job-state-reasons": (Tag.KEYWORD, "job-completed-with-errors")}),
            JobState.DOUBTFUL,
            "không báo là in được",
        ),
        (
            job_of(9, **{"job-printer-state-message": (Tag.TEXT, "Unable to add document to print job.")}),
            JobState.DOUBTFUL,
            "không báo là in được",
        ),
        (job_of(9, **{"job-state-reasons": (Tag.KEYWORD, "queued-in-device")}), JobState.TAKEN, ""),
        (job_of(5), JobState.SENT, ""),
        (job_of(7), JobState.FAILED, "bị hủy ở máy in"),
        (
            job_of(8, **{"job-impressions-completed": (Tag.INTEGER, 1)}),
            JobState.DOUBTFUL,
            "bỏ dở",
        ),
        (job_of(8), JobState.FAILED, "bỏ dở"),
        ([], JobState.DOUBTFUL, "không trả lời rõ"),
    ],
)
def test_each_state_of_a_job_is_its_answer(
    printer: FakePrinter, groups: Groups, state: JobState, words: str
) -> None:
    printer.says[Operation.PRINT_JOB] = answer_bytes(0, groups)
    answer = sent(printer)
    assert (answer.state, words in answer.said) == (state, True)
    assert answer.ticket == ("7" if state is JobState.SENT else "")


@pytest.mark.parametrize(
    ("says", "state", "words"),
    [
        (answer_bytes(0x0506, []), JobState.FAILED, "không nhận lệnh in"),
        (answer_bytes(0x0403, []), JobState.FAILED, "đòi mật khẩu"),
        (answer_bytes(0x040A, []), JobState.FAILED, "không nhận kiểu trang"),
        (answer_bytes(0x0409, []), JobState.FAILED, "từ chối lệnh in (mã 0x0409)"),
        (401, JobState.FAILED, "đòi mật khẩu"),
        (404, JobState.FAILED, "Không có máy in"),
        (None, JobState.DOUBTFUL, "Mất liên lạc"),
        (b"<html>", JobState.DOUBTFUL, "Mất liên lạc"),
    ],
)
def test_each_refusal_has_its_words_and_only_silence_is_a_doubt(
    printer: FakePrinter, says: bytes | int | None, state: JobState, words: str
) -> None:
    printer.says[Operation.PRINT_JOB] = says
    answer = sent(printer)
    assert (answer.state, words in answer.said) == (state, True), answer


@pytest.mark.parametrize(
    ("reasons", "state", "words"),
    [
        (["media-empty-error"], 5, "hết giấy"),
        (["toner-low-warning", "media-jam"], 5, "kẹt giấy"),
        (["cover-open"], 3, "Nắp máy in đang mở"),
        (["marker-supply-low-warning"], 3, ""),
        (["media-empty-warning"], 3, ""),
        (["vendor-thing"], 5, "đang dừng"),
        (["paused"], 5, "tạm dừng"),
    ],
)
def test_why_a_job_waits_is_said(printer: FakePrinter, reasons: list[str], state: int, words: str) -> None:
    printer.printer["printer-state-reasons"] = [(Tag.KEYWORD, one) for one in reasons]
    printer.printer["printer-state"] = (Tag.ENUM, state)
    printer.says[Operation.PRINT_JOB] = answer_bytes(0, job_of(5))
    answer = sent(printer)
    assert answer.state is JobState.SENT
    assert words in answer.said if words else not answer.said
    assert open_driver(printer.address).look().ready == (not words)


def test_a_warning_counts_only_when_the_job_has_waited(printer: FakePrinter) -> None:
    printer.printer["printer-state-reasons"] = (Tag.KEYWORD, "media-empty-warning")
    for operation in (Operation.PRINT_JOB, Operation.GET_JOB_ATTRIBUTES):
        printer.says[operation] = answer_bytes(0, job_of(5))
    assert sent(printer).said == ""
    assert open_driver(printer.address).ask("7").said.startswith("Máy in hết giấy")


def test_the_page_is_asked_for_in_its_own_size_unscaled_from_its_tray(printer: FakePrinter) -> None:
    printer.says[Operation.PRINT_JOB] = answer_bytes(0, job_of(9))
    sent(printer)
    operation, body = printer.asked[-1]
    head, mark, document = body.partition(b"%PDF")
    assert (operation, mark) == (Operation.PRINT_JOB, b"%PDF")
    asked = read_response(head)
    assert asked.first(Tag.OPERATION)["job-name"] == ["H99"]
    template = asked.first(Tag.JOB)
    assert template["media-col"] == [
        {"media-size": [{"x-dimension": [10500], "y-dimension": [14800]}], "media-source": ["tray-2"]}
    ]
    assert template["print-scaling"] == ["none"]
    assert mark + document == page()


def test_a_format_refused_after_all_is_followed_by_the_next(printer: FakePrinter) -> None:
    printer.printer["document-format-supported"] = [(Tag.MIME, "application/pdf"), (Tag.MIME, "image/urf")]
    printer.says[Operation.PRINT_JOB] = answer_bytes(0x040A, [])
    assert sent(printer).state is JobState.FAILED
    assert [b"%PDF" in body for kind, body in printer.asked if kind == Operation.PRINT_JOB] == [True, False]


def test_a_printer_of_airprint_alone_gets_urf_at_its_resolution(printer: FakePrinter) -> None:
    printer.printer["document-format-supported"] = [(Tag.MIME, "image/urf")]
    printer.printer["urf-supported"] = [(Tag.KEYWORD, "W8"), (Tag.KEYWORD, "RS300-600-1200")]
    printer.says[Operation.PRINT_JOB] = answer_bytes(0, job_of(9))
    sent(printer)
    body = printer.asked[-1][1]
    [drawn] = urf_pages(body[body.index(b"UNIRAST") :])
    assert drawn.dpi == 600


def test_what_cannot_be_printed_is_not_sent(printer: FakePrinter) -> None:
    assert "Không vẽ được" in sent(printer, b"%!PS").said
    printer.printer["document-format-supported"] = [(Tag.MIME, "application/postscript")]
    assert "không nhận kiểu trang" in sent(printer).said
    printer.printer["printer-is-accepting-jobs"] = (Tag.BOOLEAN, False)
    assert "không nhận lệnh in" in sent(printer).said
    assert {operation for operation, _ in printer.asked} == {Operation.GET_PRINTER_ATTRIBUTES}


def test_a_job_the_printer_forgot_is_a_doubt_and_silence_is_no_answer(printer: FakePrinter) -> None:
    driver = open_driver(printer.address)
    printer.says[Operation.GET_JOB_ATTRIBUTES] = answer_bytes(0x0406, [])
    assert driver.ask("7").state is JobState.DOUBTFUL
    printer.says[Operation.GET_JOB_ATTRIBUTES] = None
    silent = driver.ask("7")
    assert (silent.state, silent.reached, silent.ticket) == (JobState.SENT, False, "7")
    printer.close()
    assert not driver.ask("7").reached
    assert sent(printer).state is JobState.FAILED
    assert not driver.look().ready


def test_cups_is_asked_where_its_own_programs_ask(
    printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named, found in (
        ("", ("localhost", 631)),
        ("/run/cups/cups.sock", ("localhost", 631)),
        ("may-chu", ("may-chu", 631)),
        ("may-chu:8631/version=1.1", ("may-chu", 8631)),
    ):
        monkeypatch.setenv("CUPS_SERVER", named)
        assert cups_server() == found
    monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{printer.port}")
    queues: Groups = [
        (Tag.PRINTER, {"printer-name": (Tag.NAME, "kho"), "printer-type": (Tag.ENUM, 4)}),
        (Tag.PRINTER, {"printer-name": (Tag.NAME, "quay"), "printer-type": (Tag.ENUM, 0x20004)}),
    ]
    printer.says[Operation.CUPS_GET_PRINTERS] = answer_bytes(0, queues)
    assert cups_queues() == [("kho", False), ("quay", True)]


def test_printers_chosen_by_address_are_listed_as_they_stand(qapp: object, printer: FakePrinter) -> None:
    printer.printer["printer-info"] = (Tag.TEXT, "Laser tầng 1")
    gone = "escpos://127.0.0.1:9"
    found = {one.address: one for one in known_printers([printer.address, gone])}
    assert (found[printer.address].name, found[printer.address].ready) == ("Laser tầng 1", True)
    assert (found[gone].kind, found[gone].ready) == ("escpos", False)
