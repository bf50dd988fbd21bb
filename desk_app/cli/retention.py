"""Retention on the command line: what is past its term, terms of the unit's own, and the purge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.retention import Standing
    from sync.acts.retention import Rule


@motcua.group()
def retention() -> None:
    """Thời hạn bảo quản: xem hồ sơ hết hạn, đặt thời hạn của đơn vị, hủy thật."""


@retention.command()
@common
@click.option("--list", "listed", is_flag=True, help="Kèm mã từng hồ sơ đã hết hạn.")
def report(data: Path, as_json: bool, listed: bool) -> None:
    """Các loại hồ sơ, thời hạn với căn cứ, và số hồ sơ đã hết hạn."""
    from desk_app.operations.purge_traces import sweep_purged
    from desk_app.operations.retention import copies_holding, copies_words, standing

    with opened(data) as desk:
        sweep_purged(desk)
        now = standing(desk)
        copies = copies_holding(desk)
    value: dict[str, Any] = {
        "on": now.today,
        "rules": [
            {
                "code": one.code,
                "name": one.name,
                "of": one.of,
                "years": one.years,
                "law": one.law,
                "fixed": one.sure,
                "due": now.count(one),
            }
            for one in now.rules
        ],
    }
    if listed or as_json:
        value["due"] = [
            {"number": one.of.number, "rule": one.rule.code, "ended": one.of.ended, "since": one.since}
            for one in now.due
        ]
        value["refusals"] = [{"refusal": name, "since": since} for name, _digest, since in now.refusals]
    value["copies"] = [] if copies is None else [one.isoformat() for one in copies.made]
    value["copies_gone_by"] = None if copies is None else copies.gone_by
    said = "" if copies is None else f"\n{copies_words(copies)}"
    show(value, as_json, lambda: _words(now, listed=listed) + said)


def _years(rule: Rule) -> str:
    if rule.years is not None:
        return f"{rule.years} năm"
    return "vĩnh viễn" if rule.sure else "giữ (đơn vị chưa đặt thời hạn)"


def _words(now: Standing, *, listed: bool) -> str:
    lines = [
        f"{one.code:<26} {_years(one):<32} hết hạn: {now.count(one)}\n    {one.name}. {one.law}"
        for one in now.rules
    ]
    if listed:
        lines += [f"{one.of.number}  {one.rule.name}, hết hạn {one.since:%d/%m/%Y}" for one in now.due]
        lines += [f"{name}  Lần từ chối, hết hạn {since:%d/%m/%Y}" for name, _digest, since in now.refusals]
    return "\n".join(lines)


@retention.command(name="set")
@common
@officer_option
@click.argument("code")
@click.argument("years")
def set_term(data: Path, as_json: bool, officer: str | None, code: str, years: str) -> None:
    """Đặt thời hạn (số năm, hoặc “keep”: giữ) cho một loại hồ sơ mà luật để đơn vị quy định."""
    from desk_app.operations.officers import officer_named
    from desk_app.operations.retention import rules_of, set_years

    if years != "keep" and not years.isdigit():
        raise DeskError(f"Không hiểu thời hạn “{years[:20]}”.", "Ghi số năm, hoặc keep.")
    with opened(data) as desk:
        set_years(desk, code, None if years == "keep" else int(years), officer_named(desk, officer))
        rule = next(one for one in rules_of(desk) if one.code == code)
    show({"code": code, "years": rule.years}, as_json, lambda: f"{rule.name}: {_years(rule)}")


@retention.command()
@common
@officer_option
@click.option("--reason", required=True, help="Căn cứ: số và ngày của quyết định hủy tài liệu.")
@click.option("--rule", "codes", multiple=True, help="Chỉ loại này (lặp lại được); mặc định mọi loại.")
@click.option("--yes", "sure", is_flag=True, help="Hủy thật; không có thì chỉ cho biết sẽ hủy gì.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Tệp PDF của biên bản.")
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
def purge(
    data: Path,
    as_json: bool,
    officer: str | None,
    reason: str,
    codes: tuple[str, ...],
    sure: bool,
    out: Path | None,
    date_confirmed: bool,
) -> None:
    """Hủy hồ sơ hết thời hạn bảo quản, ở máy này và mọi nơi, không lấy lại được; lập biên bản PDF."""
    from desk_app.operations.officers import officer_named
    from desk_app.operations.retention import copies_words, keep_report, purge_due, standing

    with opened(data) as desk:
        by = officer_named(desk, officer)
        if not sure:
            now = standing(desk)
            due = [one for one in now.due if not codes or one.rule.code in codes]
            raise DeskError(
                f"Chưa hủy gì. Sẽ hủy {len(due)} hồ sơ, không lấy lại được.",
                "Xem “motcua retention report --list”, rồi chạy lại với --yes.",
            )
        done = purge_due(desk, by, reason, codes=codes, date_confirmed=date_confirmed).value
        path = keep_report(desk, done, out)
    value = {
        "purged": [one.of.number for one in done.due],
        "refusals": list(done.refusals),
        "at": done.at,
        "reason": done.reason,
        "copies": [one.isoformat() for one in done.copies.made],
        "copies_gone_by": done.copies.gone_by,
        "pdf": path,
    }
    show(
        value,
        as_json,
        lambda: f"Đã hủy {len(done.due)} hồ sơ.\n{copies_words(done.copies)}\nBiên bản: {path}",
    )
