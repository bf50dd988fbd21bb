"""`motcua scan`: what a scanned text or a picture with codes means at this desk; the scanner's self-test."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError
from sync.model.moment import iso_minute

if TYPE_CHECKING:
    from desk_app.operations.scanning import Scanned

MOST_TYPED = 20_000
"""Octets read of a text; more than any code of ours has, so that longer input is refused as such."""
WEBCAM_SECONDS = 30


@motcua.command()
@common
@officer_option
@click.argument("what", metavar="[TEXT|IMAGE|-]", required=False)
@click.option(
    "--webcam",
    is_flag=False,
    flag_value="0",
    metavar="[N|VIDEO]",
    help="Đọc mã đưa ra trước webcam số N (0: webcam đầu tiên), hoặc trong một đoạn phim.",
)
@click.option(
    "--wait", type=click.IntRange(1, 600), default=WEBCAM_SECONDS, help="Chờ webcam bao nhiêu giây."
)
@click.option("--rebuild", is_flag=True, help="Dựng lại hồ sơ đã mất từ mã QR của phiếu thật.")
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
@click.option("--self-test-sheet", is_flag=True, help="Ghi tờ kiểm tra máy quét ra tệp PDF (-o).")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Tệp PDF sẽ ghi.")
@click.option(
    "--self-test",
    "tested",
    nargs=2,
    metavar="CODE GOT",
    help="So mã CODE trên tờ kiểm tra với điều máy quét đã gõ ra (“-”: đọc từ đầu vào chuẩn, kể cả Enter).",
)
def scan(  # noqa: PLR0913, PLR0917 - one for each option
    data: Path,
    as_json: bool,
    officer: str | None,
    what: str | None,
    webcam: str | None,
    wait: int,
    rebuild: bool,
    date_confirmed: bool,
    self_test_sheet: bool,
    output: Path | None,
    tested: tuple[str, str] | None,
) -> None:
    """Cho biết mã vừa quét là gì: phiếu (thật, đã sửa, hết hiệu lực…), mã hồ sơ, thẻ căn cước."""
    if self_test_sheet:
        _write_sheet(output, as_json)
        return
    if tested is not None:
        _judge(*tested, as_json)
        return
    if webcam is not None:
        texts = _before_webcam(webcam, wait)
    elif what is not None:
        texts = _texts(what)
    else:
        raise click.UsageError("Thiếu nội dung đã quét, tệp ảnh, “-” hoặc --webcam.")
    with opened(data) as desk:
        from desk_app.operations.officers import officer_named
        from desk_app.operations.pictured import likeliest
        from desk_app.operations.scanning import rebuild_from_slip

        if rebuild:
            text = _one_slip(texts)
            rebuild_from_slip(desk, text, officer_named(desk, officer), date_confirmed=date_confirmed)
            texts = [text]
        _, seen = likeliest(desk, texts)
    value = scanned_value(seen)
    if rebuild:
        value["rebuilt"] = True
    show(value, as_json, lambda: seen.sentence)


def _texts(what: str) -> list[str]:
    """What was scanned: the codes of a picture, standard input, or the argument itself."""
    from desk_app.devices.pictures import SUFFIXES, codes_in, is_picture

    if what == "-":
        return [sys.stdin.buffer.read(MOST_TYPED).decode("utf-8", "replace")]
    if is_picture(what):
        found = codes_in(Path(what))
        if not found:
            raise DeskError("Không thấy mã nào trong ảnh.", "Chụp thẳng, đủ sáng, trọn cả mã rồi thử lại.")
        return found
    if what.lower().endswith(SUFFIXES) and "://" not in what:
        raise DeskError("Không có tệp ảnh này.", "Kiểm tra lại tên tệp.")
    return [what]


def _before_webcam(which: str, seconds: int) -> list[str]:
    """The codes of the first picture with any, within so many seconds."""
    from desk_app.devices.webcam import codes_of, open_camera, source_of

    camera = open_camera(source_of(which))
    try:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = codes_of(camera.frame())
            if found:
                return found
    finally:
        camera.close()
    raise DeskError(
        f"Sau {seconds} giây webcam chưa thấy mã nào.",
        "Đưa mã gần và thẳng trước webcam, đủ sáng, rồi thử lại.",
    )


def _one_slip(texts: list[str]) -> str:
    """The longest code is the slip's; whether it is one is for the desk to say."""
    return max(texts, key=len)


def scanned_value(seen: Scanned) -> dict[str, Any]:
    """An answer as JSON; what was scanned is not repeated."""
    value: dict[str, Any] = {"kind": seen.kind, "verdict": seen.verdict, "sentence": seen.sentence}
    if seen.number:
        value["number"] = seen.number
    if seen.kind in ("slip", "number", "lookup"):
        value["dossiers"] = [one.hex() for one in seen.dossiers]
        value["as_of"] = seen.as_of and iso_minute(seen.as_of)
        if seen.procedure:
            value |= {"owner": seen.owner, "procedure": seen.procedure, "due_at": seen.due_at}
    if seen.kind == "slip":
        value |= {"issue": seen.issue, "rebuildable": seen.rebuildable}
    if seen.card is not None:
        card = seen.card
        value["card"] = {
            "id_number": card.number,
            "full_name": card.full_name,
            "date_of_birth": card.date_of_birth,
            "gender": card.gender,
            "address": card.address,
            "issued_on": card.issued_on,
        }
        value["doubts"] = list(card.doubts())
    if seen.repaired:
        value["repaired"] = True
    return value


def _write_sheet(output: Path | None, as_json: bool) -> None:
    from desk_app.documents.scanner_test import scanner_test_pdf
    from desk_app.store.store import write_atomically

    if output is None:
        raise click.UsageError("Thêm -o TỆP.pdf.")
    write_atomically(output, scanner_test_pdf())
    show({"sheet": output}, as_json, lambda: str(output))


def _judge(code: str, got: str, as_json: bool) -> None:
    from desk_app.domain.scanner_test import TEST_CODES, judge

    expected = next((one.text for one in TEST_CODES if one.name == code.strip().lower()), None)
    if expected is None:
        names = ", ".join(one.name for one in TEST_CODES)
        raise DeskError(f"Không có mã kiểm tra “{code[:20]}”.", f"Các mã: {names}.")
    ended = got == "-"
    if ended:
        got = sys.stdin.buffer.read(MOST_TYPED).decode("utf-8", "replace")
    advice = judge(expected, got, ended=ended)
    value = {"code": code.strip().lower(), "ok": not advice, "advice": list(advice)}
    show(value, as_json, lambda: "\n".join(advice) or "Máy quét gõ đúng mã này.")
