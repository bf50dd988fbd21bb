"""The journal's mirror and the rebuilding of a lost desk, on the command line."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import clock, common, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.desk import Desk
    from desk_app.operations.mirror_plan import MirrorStanding

_FOLDER = click.Path(path_type=Path)
KNOWN_CENTER = "-"
MOST_CODES = 64 * 1024 * 1024
"""Octets read of a file of codes: some three hundred thousand slips."""


@motcua.command()
@common
@click.option("--to", "place", type=_FOLDER, help="Từ nay chép sổ gốc sang ổ thứ hai hoặc USB cắm luôn.")
@click.option("--status", "status", is_flag=True, help="Chỉ xem còn bao nhiêu ghi nhận chưa chép.")
@click.option("--verify", "verified", is_flag=True, help="Mở và kiểm tra mọi ghi nhận trong sổ dự phòng.")
@click.option("--renew", "anew", is_flag=True, help="Chép lại toàn bộ từ dữ liệu của quầy.")
@click.option("--off", "off", is_flag=True, help="Thôi chép; sổ đã có vẫn còn.")
@click.option("--behind", is_flag=True, hidden=True, help="Chạy nhường máy, không nói gì.")
def mirror(
    data: Path,
    as_json: bool,
    place: Path | None,
    status: bool,
    verified: bool,
    anew: bool,
    off: bool,
    behind: bool,
) -> None:
    """Sổ dự phòng: mỗi ghi nhận của quầy được chép thêm, mã hóa, sang một ổ khác; không kèm gì: chép ngay."""
    from desk_app.operations import mirror as mirroring
    from desk_app.operations.mirror_plan import standing

    if behind:
        _follow_quietly(data)
        return
    if sum((place is not None, status, verified, anew, off)) > 1:
        raise click.UsageError("Chỉ chọn một trong --to, --status, --verify, --renew, --off.")
    with opened(data) as desk:
        if off:
            mirroring.end_mirror(desk)
        elif place is not None:
            mirroring.choose_mirror(desk, place.resolve())
            mirroring.catch_up(desk)
        elif verified:
            _verify(desk, as_json)
            return
        elif anew:
            mirroring.renew(desk)
        elif not status:
            mirroring.catch_up(desk)
        _say(standing(desk), as_json)


def _follow_quietly(data: Path) -> None:
    """What another command did not wait for; trouble is noted, and the window says it."""
    from desk_app.operations.desk import open_desk
    from desk_app.operations.mirror import catch_up

    desk = open_desk(data, clock)
    try:
        with suppress(DeskError):
            catch_up(desk)
    finally:
        desk.close()


def _say(stands: MirrorStanding, as_json: bool) -> None:
    from desk_app.operations.mirror_plan import standing_words

    value = {
        "place": stands.place,
        "behind": stands.behind,
        "at": stands.at,
        "trouble": stands.trouble,
    }
    show(
        value,
        as_json,
        lambda: f"{stands.place}\n{standing_words(stands)}" if stands.place else standing_words(stands),
    )


def _verify(desk: Desk, as_json: bool) -> None:
    from desk_app.operations.mirror_plan import place_of
    from desk_app.operations.rebuilding import mirror_report

    place = place_of(desk)
    if not place:
        raise DeskError("Chưa có sổ dự phòng.", "Chọn nơi bằng “motcua mirror --to THƯ_MỤC”.")
    report = mirror_report(desk, Path(place))
    show(
        report,
        as_json,
        lambda: (
            f"Sổ dự phòng có {report['entries']} ghi nhận của {report['dossiers']} hồ sơ"
            f" trong {report['segments']} tệp; chỗ hỏng: {report['damaged']};"
            f" còn thiếu so với quầy: {report['behind']}."
        ),
    )
    if report["damaged"]:
        raise DeskError(
            f"Sổ dự phòng hỏng {report['damaged']} chỗ; phần còn lại vẫn đọc được.",
            "Chạy “motcua mirror --renew” để chép lại; nếu lặp lại, thay ổ khác.",
        )


@motcua.command()
@common
@officer_option
@click.option("--mirror", "place", type=_FOLDER, help="Ổ hoặc thư mục có sổ dự phòng của quầy.")
@click.option(
    "--center",
    "center",
    is_flag=False,
    flag_value=KNOWN_CENTER,
    metavar="[THƯ_MỜI]",
    help="Lấy từ trung tâm; quầy chưa ghi danh thì kèm thư mời.",
)
@click.option(
    "--slips",
    "slips",
    type=_FOLDER,
    multiple=True,
    help="Tệp mã QR của phiếu, mỗi dòng một mã, hoặc tệp ảnh.",
)
@click.option("--code", default="", help="Mã khôi phục đã in, khi máy này không có khóa của quầy.")
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
def rebuild(
    data: Path,
    as_json: bool,
    officer: str | None,
    place: Path | None,
    center: str | None,
    slips: tuple[Path, ...],
    code: str,
    date_confirmed: bool,
) -> None:
    """Dựng lại quầy đã mất dữ liệu từ sổ dự phòng, trung tâm và phiếu của người dân; chạy lại không sao."""
    if place is None and center is None and not slips:
        raise click.UsageError("Chọn ít nhất một nguồn: --mirror, --center, --slips.")
    value: dict[str, Any] = {}
    lines: list[str] = []
    if place is not None:
        _from_mirror(data, place.resolve(), code, value, lines)
    if center is not None:
        _from_center(data, center, value, lines)
    with opened(data) as desk:
        if slips:
            _from_slips(desk, slips, officer, date_confirmed, value, lines)
        enrolled = desk.settings.enrolled
    lines.append(_next_step(value, enrolled))
    show(value, as_json, lambda: "\n".join(lines))


def _from_mirror(data: Path, place: Path, code: str, value: dict[str, Any], lines: list[str]) -> None:
    from desk_app.operations.rebuilding import mirror_words, rebuild_from_mirror

    done = rebuild_from_mirror(data, place, clock, code)
    value["mirror"] = {
        "entries": done.entries,
        "dossiers": done.dossiers,
        "waiting": done.waiting,
        "refused": done.refused,
        "damaged": done.damaged,
        "fresh": done.fresh,
        "aside": done.aside,
        "numbers": done.numbers,
    }
    lines += mirror_words(done)


def _from_center(data: Path, center: str, value: dict[str, Any], lines: list[str]) -> None:
    from desk_app.operations.desk import open_desk
    from desk_app.operations.enrolment import enrol
    from desk_app.operations.receipts import sync_state
    from desk_app.operations.synchronise import synchronise
    from desk_app.paths import DeskPaths

    there = DeskPaths(data).identity.exists()
    if not there and center == KNOWN_CENTER:
        raise DeskError(
            "Thư mục này chưa có quầy nào nên chưa biết trung tâm.",
            "Thêm thư mời: --center THƯ_MỜI, hoặc --mirror THƯ_MỤC nếu có sổ dự phòng.",
        )
    desk = open_desk(data, clock) if there else enrol(data, center, clock=clock)
    if there and not desk.settings.enrolled:
        desk.close()
        desk = enrol(data, center, clock=clock)
    try:
        if there:
            synchronise(desk)
        state = sync_state(desk)
    finally:
        desk.close()
    value["center"] = {"dossiers": state.total, "held": state.held, "problem": state.problem}
    lines.append(state.problem or f"Sau khi đồng bộ, quầy có {state.total} hồ sơ.")


def _from_slips(
    desk: Desk,
    slips: tuple[Path, ...],
    officer: str | None,
    date_confirmed: bool,
    value: dict[str, Any],
    lines: list[str],
) -> None:
    from desk_app.operations.officers import officer_named
    from desk_app.operations.rebuilding import rebuild_from_slips, slips_words

    codes = [code for path in slips for code in _codes(path)]
    done = rebuild_from_slips(desk, codes, officer_named(desk, officer), date_confirmed=date_confirmed).value
    value["slips"] = {
        "stubs": done.stubs,
        "known": done.known,
        "refused": done.refused_count,
        "reasons": [[place, reason] for place, reason in done.refused],
    }
    lines += slips_words(done)


def _codes(path: Path) -> list[str]:
    """The codes in a file: of a picture, else one in each line; `-` is standard input."""
    from desk_app.devices.pictures import SUFFIXES, codes_in

    if path.name.lower().endswith(SUFFIXES):
        found = [one for one in codes_in(path) if len(one) > _LONGER_THAN_NUMBERS]
        if not found:
            raise DeskError(f"Không thấy mã QR của phiếu trong ảnh {path.name}.", "Chụp thẳng, đủ sáng.")
        return found
    if str(path) == "-":
        raw = sys.stdin.buffer.read(MOST_CODES)
    else:
        with open(path, "rb") as file:
            raw = file.read(MOST_CODES)
    return [line.strip() for line in raw.decode("utf-8", "replace").splitlines() if line.strip()]


_LONGER_THAN_NUMBERS = 60
"""A slip's QR is longer than the number's own codes beside it."""


def _next_step(value: dict[str, Any], enrolled: bool) -> str:
    if enrolled and "center" not in value:
        return "Việc tiếp theo: “motcua rebuild --center” hoặc “motcua sync” để lấy phần trung tâm đang giữ."
    if not enrolled and not value.get("mirror", {}).get("numbers", True):
        return "Quầy độc lập: chạy “motcua setup --desk N” với một số quầy chưa dùng để nhận tiếp."
    return "Việc tiếp theo: quét mã QR trên phiếu của người dân để dựng hồ sơ còn thiếu (--slips)."
