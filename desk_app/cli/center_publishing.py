"""The center's commands about publishing: compare, prepare, sign (also elsewhere), publish, take back."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import clock, common, show
from desk_app.paths import keys_folder
from sync.center.store.trouble import CenterError
from sync.model.moment import day_of

if TYPE_CHECKING:
    from sync.catalogue.difference import Difference
    from sync.catalogue.releases import Release, Signed
    from sync.center.store.opening import Center
    from sync.identity.keys import NodeKeys

_FILE = click.Path(path_type=Path, dir_okay=False)
_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
_WORDS = {"new": "Mới", "amended": "Sửa đổi", "replaced": "Thay thế", "abolished": "Bãi bỏ"}
_CODE = "MOTCUA_PUBLISHING"

_key_file = click.option(
    "--key", "key_file", type=_FILE, help="Tệp khóa công bố; mặc định khóa trên máy này."
)
_code = click.option("--code", envvar=_CODE, default="", help=f"Mã mở tệp khóa (hoặc {_CODE}).")
_whole = click.option(
    "--whole", is_flag=True, help="Bảng là toàn bộ danh mục: thủ tục không có trong bảng bị bãi bỏ."
)
_effective = click.option("--effective", type=_DAY, help="Ngày bắt đầu có hiệu lực; mặc định hôm nay.")


@center.group(name="catalogue")
def publishing() -> None:
    """Công bố danh mục: so sánh, ký, công bố, thu hồi."""


@publishing.command(name="diff")
@common
@click.argument("file", type=_FILE)
@_effective
@_whole
def catalogue_diff(data: Path, as_json: bool, file: Path, effective: datetime | None, whole: bool) -> None:
    """Bảng (XLSX, CSV, TSV của cổng) thủ tục, ngày nghỉ, phí, lời văn, thông báo sẽ đổi gì; không ghi gì."""
    from sync.center.publishing.publishing import compare

    with open_center(data) as opened:
        found = compare(opened, _read(file), _day(effective), whole=whole)
    show(_said(found), as_json, lambda: "\n".join(_lines(found)))
    if found.refused:
        raise click.exceptions.Exit(1)


@publishing.command(name="table")
@common
@click.argument("kind", type=click.Choice(["calendar", "fees", "wording", "notices"]))
@click.option("-o", "--output", type=_FILE, required=True, help="Tệp CSV sẽ ghi.")
@_effective
def catalogue_table(data: Path, as_json: bool, kind: str, output: Path, effective: datetime | None) -> None:
    """Ghi bảng ngày nghỉ, phí, lời văn biểu mẫu hay thông báo đang áp dụng ra CSV để sửa rồi công bố."""
    from desk_app.store.store import write_atomically
    from sync.catalogue.sheets_out import sheet_of
    from sync.center.publishing.publishing import standing_on

    day = _day(effective)
    with open_center(data) as opened:
        sheet = sheet_of(kind, standing_on(opened, day), day.year)
    write_atomically(output, sheet)
    show({"table": kind, "file": output}, as_json, lambda: f"Đã ghi {output}.")


@publishing.command(name="publish")
@common
@click.argument("file", type=_FILE)
@click.option("--decision", default="", help="Số quyết định công bố, ví dụ 858/QĐ-BTP.")
@click.option("--decided", type=_DAY, help="Ngày của quyết định; mặc định hôm nay.")
@_effective
@_whole
@_key_file
@_code
@click.option("--draft", type=_FILE, help="Chỉ soạn ra tệp này, chưa ký: để ký ở máy khác.")
def catalogue_publish(  # noqa: PLR0913, PLR0917 - one for each option
    data: Path,
    as_json: bool,
    file: Path,
    decision: str,
    decided: datetime | None,
    effective: datetime | None,
    whole: bool,
    key_file: Path | None,
    code: str,
    draft: Path | None,
) -> None:
    """Công bố một bảng (thủ tục, ngày nghỉ, phí, lời văn, thông báo), một tệp JSON hoặc một bản đã ký."""
    from sync.catalogue.releases import MAGIC
    from sync.center.publishing.publishing import Decision, changes_in, compare, prepare, publish

    raw = _read(file)
    with open_center(data) as opened:
        if raw.startswith(MAGIC):
            _show_published(publish(opened, raw), as_json)
            return
        if raw.lstrip()[:1] == b"{":
            changes = changes_in(_json(raw))
        else:
            found = compare(opened, raw, _day(effective), whole=whole)
            if found.refused:
                raise CenterError(found.problems[0].text, "")
            changes = found.changes
        release = prepare(opened, changes, Decision(decision, _day(decided), _day(effective)))
        _sign_or_draft(opened, release, (key_file, code), draft, as_json)


@publishing.command(name="rollback")
@common
@click.argument("sequence", type=click.IntRange(1))
@click.option("--decision", required=True, help="Số quyết định thu hồi.")
@_key_file
@_code
@click.option("--draft", type=_FILE, help="Chỉ soạn ra tệp này, chưa ký: để ký ở máy khác.")
def catalogue_rollback(
    data: Path,
    as_json: bool,
    sequence: int,
    decision: str,
    key_file: Path | None,
    code: str,
    draft: Path | None,
) -> None:
    """Thu hồi một bản đã công bố, bằng một bản mới; những bản sau nó vẫn giữ nguyên."""
    from sync.center.publishing.publishing import prepare_undoing

    with open_center(data) as opened:
        _sign_or_draft(opened, prepare_undoing(opened, sequence, decision), (key_file, code), draft, as_json)


@publishing.command(name="releases")
@common
def catalogue_releases(data: Path, as_json: bool) -> None:
    """Các bản đã công bố, và dấu vân tay của khóa công bố."""
    from sync.catalogue.releases import fingerprint
    from sync.center.publishing.in_force import chain_of

    with open_center(data) as opened:
        chain = chain_of(opened)
    value = {
        "publisher": fingerprint(chain.key) if chain.key else "",
        "expired": chain.expired(day_of(clock())),
        "releases": [_release_said(one) for one in chain.releases],
    }
    lines = [_release_line(one) for one in chain.releases] or ["Chưa công bố bản nào."]
    if chain.key:
        lines.append(f"Khóa công bố: {fingerprint(chain.key)}")
    show(value, as_json, lambda: "\n".join(lines))


@publishing.command(name="key")
@common
@click.argument("file", type=_FILE)
def catalogue_key(data: Path, as_json: bool, file: Path) -> None:
    """Lập khóa công bố trong một tệp, để giữ và ký ở máy khác; mã mở chỉ in một lần này.

    Không cần dữ liệu của trung tâm: chạy được ở bất kỳ máy nào.
    """
    from sync.catalogue.releases import fingerprint
    from sync.center.publishing.keys import make_key_file

    keys, code = make_key_file(file)
    mark = fingerprint(keys.public.sign)
    show(
        {"file": file, "code": code, "publisher": mark},
        as_json,
        lambda: f"Đã ghi {file} (vân tay {mark}). Hãy in mã sau và cất riêng:\n\n    {code}\n",
    )


@publishing.command(name="sign")
@common
@click.argument("draft", type=_FILE)
@click.option("--key", "key_file", type=_FILE, required=True, help="Tệp khóa công bố.")
@click.option("--code", envvar=_CODE, prompt="Mã mở khóa công bố", help=f"Mã đã in (hoặc {_CODE}).")
@click.option("-o", "--output", type=_FILE, required=True, help="Tệp đã ký sẽ ghi.")
def catalogue_sign(data: Path, as_json: bool, draft: Path, key_file: Path, code: str, output: Path) -> None:
    """Ký một bản đã soạn, ở máy giữ khóa; cho xem nội dung, không cần dữ liệu của trung tâm."""
    from sync.catalogue.releases import ReleaseRefused, read_packed
    from sync.center.publishing.keys import open_key_file
    from sync.center.publishing.publishing import sign_here

    try:
        release = read_packed(_read(draft))
    except ReleaseRefused as refused:
        raise CenterError(str(refused), "Chép lại tệp từ trung tâm.") from refused
    signed = sign_here(release, open_key_file(key_file, code))
    output.write_bytes(signed.raw)
    value = _release_said(signed) | {"file": output}
    show(value, as_json, lambda: f"{_release_line(signed)}\nĐã ký: {output}")


# ------------------------------------------------------------------------------------------- common


def _sign_or_draft(
    opened: Center, release: Release, key: tuple[Path | None, str], draft: Path | None, as_json: bool
) -> None:
    from sync.catalogue.releases import pack_release
    from sync.center.publishing.publishing import publish, sign_here

    if draft is not None:
        draft.write_bytes(pack_release(release))
        value: dict[str, Any] = {"draft": draft, "sequence": release.sequence, **release.counts()}
        show(value, as_json, lambda: f"Đã soạn bản số {release.sequence}: {draft}. Hãy ký ở máy giữ khóa.")
        return
    signed = sign_here(release, _keys(opened, *key))
    _show_published(publish(opened, signed.raw), as_json)


def _keys(opened: Center, key_file: Path | None, code: str) -> NodeKeys:
    from sync.center.publishing.in_force import chain_of
    from sync.center.publishing.keys import local_key, make_local_key, open_key_file
    from sync.identity.secrets import SecretStore

    if key_file is not None:
        return open_key_file(key_file, code)
    secrets = SecretStore(keys_folder())
    if chain_of(opened).releases and local_key(opened, secrets) is None:
        raise CenterError(
            "Khóa công bố không nằm trên máy này.",
            "Thêm --key TỆP, hoặc soạn bằng --draft rồi ký ở máy giữ khóa.",
        )
    return make_local_key(opened, secrets)


def _show_published(signed: Signed, as_json: bool) -> None:
    show(_release_said(signed), as_json, lambda: f"Đã công bố. {_release_line(signed)}")


def _release_said(one: Signed) -> dict[str, Any]:
    said = one.release
    return {
        "sequence": said.sequence,
        "digest": one.digest.hex(),
        "decision": said.decision,
        "decided": said.decided,
        "effective": said.effective,
        "expires": said.expires,
        "undoes": said.undoes,
        "bytes": len(one.raw),
        **said.counts(),
    }


def _release_line(one: Signed) -> str:
    said = one.release
    counts = ", ".join(f"{_WORDS[kind].lower()} {n}" for kind, n in said.counts().items() if n)
    undoes = f"; thu hồi bản {said.undoes}" if said.undoes else ""
    return f"Bản {said.sequence}: {said.decision}, hiệu lực {said.effective:%d/%m/%Y}: {counts}{undoes}"


def _said(found: Difference) -> dict[str, Any]:
    return {
        **found.counts(),
        "unchanged": found.unchanged,
        "changes": [
            {
                "code": one.key,
                "kind": one.kind,
                "fields": {
                    name: [found.before.get(one.key, {}).get(name, ""), after]
                    for name, after in one.fields.items()
                },
            }
            for one in found.changes
        ],
        "problems": [one.to_dict() for one in found.problems],
    }


def _lines(found: Difference) -> list[str]:
    from sync.center.publishing.effect import FIELD_WORDS, in_words

    counts = ", ".join(f"{_WORDS[kind].lower()} {n}" for kind, n in found.counts().items())
    lines = [f"{counts}, giữ nguyên {found.unchanged}.".capitalize()]
    for one in found.changes:
        lines.append(f"{_WORDS[one.kind]} {one.key}")
        before = found.before.get(one.key, {})
        lines += [
            f"    {FIELD_WORDS.get(name, name)}: {before.get(name, '') or '–'} → {in_words(text)}"
            for name, text in one.fields.items()
        ]
    return lines + [f"Dòng {one.row}, {one.code}, {one.field}: {one.text}" for one in found.problems]


def _read(file: Path) -> bytes:
    from sync.catalogue.table import MOST_BYTES

    try:
        with open(file, "rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CenterError(f"Không đọc được tệp “{file}”.", "Kiểm tra đường dẫn.") from error


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CenterError("Tệp thay đổi không phải JSON đúng cách.", "Sửa tệp rồi làm lại.") from error


def _day(given: datetime | None) -> date:
    return given.date() if given is not None else day_of(clock())
