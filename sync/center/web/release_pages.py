"""Preparing and publishing releases: a table uploaded, the difference seen, signed here or elsewhere, out.

Nothing holds before the last page's confirmation; a draft stays until it is published or thrown away.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from starlette.responses import Response

from sync.catalogue.difference import Difference
from sync.catalogue.releases import MAX_PACKED, Change, Signed, fingerprint
from sync.catalogue.sheets_out import sheet_of
from sync.catalogue.table import MOST_BYTES
from sync.catalogue.table_reading import COLUMNS
from sync.center.publishing.announcing import announce, may_sign_here
from sync.center.publishing.drafts import (
    Draft,
    Made,
    draft_named,
    drop_draft,
    keep_draft,
    keep_signed,
)
from sync.center.publishing.effect import COLUMN_WORDS, TABLE_WORDS
from sync.center.publishing.in_force import chain_of
from sync.center.publishing.publishing import (
    Decision,
    changes_in,
    compare,
    prepare,
    prepare_undoing,
    standing_on,
)
from sync.center.staff.record import record
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.web.catalogue_pages import (
    DRAFT,
    LIST,
    ONE,
    NoRelease,
    draft_line,
    effect_of,
    narrowed,
    prepares,
)
from sync.center.web.door import Page
from sync.center.web.forms import File
from sync.center.web.visit import Visit
from sync.model.moment import day_of

PREPARE, SIGNED = LIST + "/soan", LIST + "/ban-da-ky"
MOST_NUMBER: Final = 500
MOST_PROBLEMS: Final = 500
"""Mistakes shown of one table; with more than that the table itself is wrong."""
_SIGNED_BYTES: Final = MAX_PACKED + 4096


class NotForAll(CenterError):
    """The account is of one commune."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "Danh mục áp dụng cho mọi đơn vị, nên chỉ tài khoản của cả trung tâm được soạn và công bố.",
            "Hãy liên hệ quản trị viên nếu cần.",
        )


def _guarded(answer: Callable[[Visit], Response]) -> Callable[[Visit], Response]:
    def checked(visit: Visit) -> Response:
        if not prepares(visit):
            raise NotForAll
        return answer(visit)

    return checked


# -- preparing ----------------------------------------------------------------------------------------------


def prepare_page(visit: Visit, status: int = 200, refused: Difference | None = None) -> Response:
    """The form of a table: its decision, its first day, the file."""
    return visit.show(
        "catalogue_prepare.html",
        status,
        today=day_of(visit.now),
        refused=refused,
        most=MOST_BYTES // 2**20,
        columns=COLUMN_WORDS,
        tables=[(name, TABLE_WORDS[name]) for name in COLUMNS],
    )


def table_page(visit: Visit) -> Response:
    """A table of days, fees, wording or notices as it holds today, to be changed and uploaded."""
    name, today = visit.parameters["table"], day_of(visit.now)
    if name not in COLUMNS:
        raise NoRelease
    return Response(
        sheet_of(name, standing_on(visit.center, today), today.year),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}-{today:%Y%m%d}.csv"'},
    )


def prepare_sent(visit: Visit) -> Response:
    """Compares the table with what holds, and keeps the difference as a draft."""
    form = visit.form
    number = " ".join(form.get("decision").split())
    if not number:
        form.wrong("decision", "Ghi số quyết định công bố, ví dụ 858/QĐ-BTP.")
    elif len(number) > MOST_NUMBER:
        form.wrong("decision", f"Số quyết định dài {len(number)} ký tự; viết trong {MOST_NUMBER} ký tự.")
    decided, effective = _day(visit, "decided"), _day(visit, "effective")
    if decided is not None and decided > day_of(visit.now):
        form.wrong("decided", "Ngày của quyết định không được ở tương lai.")
    file = _file(visit, MOST_BYTES)
    if form.mistakes or file is None or decided is None or effective is None:
        return prepare_page(visit, 422)
    try:
        changes, found = _changes(visit, file, effective)
        if found.refused:
            form.wrong("file", found.problems[0].text)
            return prepare_page(visit, 422)
        if not changes and found.problems:
            form.wrong("file", "Không có thay đổi nào đọc được; xem từng dòng ở dưới.")
            return prepare_page(visit, 422, replace(found, problems=found.problems[:MOST_PROBLEMS]))
        release = prepare(visit.center, changes, Decision(number, decided, effective))
        made = Made(
            *(visit.member.login, visit.member.name, file.name[:200]),
            found.problems[:MOST_PROBLEMS],
            found.unchanged,
        )
        return _drafted(visit, keep_draft(visit.center, release, made))
    except CenterError as error:
        form.wrong("file", error.sentence)
        return prepare_page(visit, 422)


def _changes(visit: Visit, file: File, effective: date) -> tuple[tuple[Change, ...], Difference]:
    """The changes of a table, or of a JSON file for what stands in no table: fees, days, wording."""
    if file.content.lstrip()[:1] == b"{":
        try:
            raw = json.loads(file.content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise CenterError("Tệp thay đổi không phải JSON đúng cách.", "Sửa tệp rồi chọn lại.") from error
        return changes_in(raw), Difference()
    found = compare(visit.center, file.content, effective, whole=visit.form.get("whole") == "yes")
    return found.changes, found


def _file(visit: Visit, most: int) -> File | None:
    found = visit.form.files.get("file")
    if found is not None and found.cut:
        visit.form.wrong("file", f"Tệp lớn hơn {most // 2**20} MB; hãy chia thành nhiều bảng.")
    elif found is None or not found.content:
        visit.form.wrong("file", "Chọn một tệp." if found is None or not found.name else "Tệp trống.")
    else:
        return found
    return None


def _day(visit: Visit, name: str) -> date | None:
    try:
        day = date.fromisoformat(visit.form.get(name))
    except ValueError:
        visit.form.wrong(name, "Chọn ngày.")
        return None
    if not 2000 <= day.year <= 2100:
        visit.form.wrong(name, "Năm chưa đúng.")
        return None
    return day


def _drafted(visit: Visit, draft: Draft) -> Response:
    _note(visit, "release-drafted", draft)
    return visit.to(DRAFT.format(draft=draft.name))


def _note(visit: Visit, act: str, draft: Draft) -> None:
    with visit.center.store.transaction() as ledger:
        _record(visit, center_rows(ledger), act, draft.release.decision)


def _record(visit: Visit, rows: CenterRows, act: str, what: str) -> None:
    record(visit.center, rows, visit.member.id, visit.member.login, act, what)


# -- signed elsewhere ---------------------------------------------------------------------------------------


def signed_page(visit: Visit, status: int = 200) -> Response:
    """The form for a release that was signed on another machine."""
    return visit.show("catalogue_signed.html", status)


def signed_sent(visit: Visit) -> Response:
    """Checks and keeps a signed release; it is seen before it is published."""
    file = _file(visit, _SIGNED_BYTES)
    if file is None:
        return signed_page(visit, 422)
    try:
        made = Made(visit.member.login, visit.member.name, file.name[:200])
        return _drafted(visit, keep_signed(visit.center, file.content, made))
    except CenterError as error:
        visit.form.wrong("file", error.sentence)
        return signed_page(visit, 422)


# -- a draft ------------------------------------------------------------------------------------------------


def draft_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """A draft: what would change, which rows were not understood, what to do next."""
    draft = draft_named(visit.center, visit.parameters["draft"])
    chain = chain_of(visit.center)
    return visit.show(
        "catalogue_draft.html",
        status,
        line=draft_line(draft, chain.tip),
        draft=draft,
        signer=fingerprint(draft.signed.key) if draft.signed is not None else "",
        first=not chain.releases,
        signs_here=may_sign_here(visit.center),
        trouble=trouble,
        whole_problems=MOST_PROBLEMS,
        columns=COLUMN_WORDS,
        **narrowed(visit, effect_of(visit, chain.releases[: max(draft.release.sequence - 1, 0)], draft)),
    )


def draft_sent(visit: Visit) -> Response:
    """Throws a draft away."""
    draft = draft_named(visit.center, visit.parameters["draft"])
    if visit.form.get("go") != "drop":
        return draft_page(visit, 422, "Biểu mẫu gửi thiếu; xem lại rồi gửi lần nữa.")
    drop_draft(visit.center, draft.name)
    _note(visit, "release-dropped", draft)
    return visit.to(LIST, "draft-dropped")


def file_page(visit: Visit) -> Response:
    """The draft as the machine that signs takes it."""
    draft = draft_named(visit.center, visit.parameters["draft"])
    name = f"ban-cong-bo-{draft.release.sequence}-{draft.name[:8]}.draft"
    return Response(
        draft.packed,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def publish_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks once more before a draft is published."""
    draft = draft_named(visit.center, visit.parameters["draft"])
    chain = chain_of(visit.center)
    return visit.show(
        "catalogue_publish.html",
        status,
        line=draft_line(draft, chain.tip),
        draft=draft,
        signer=fingerprint(draft.signed.key) if draft.signed is not None else "",
        first=not chain.releases,
        signs_here=may_sign_here(visit.center),
        trouble=trouble,
    )


def publish_sent(visit: Visit) -> Response:
    """Publishes a draft for every desk."""
    draft = draft_named(visit.center, visit.parameters["draft"])
    if visit.form.get("sure") != "yes":
        visit.form.wrong("sure", "Đánh dấu xác nhận: bản đã công bố chỉ thu hồi được bằng bản mới.")
        return publish_page(visit, 422)

    def noted(rows: CenterRows, one: Signed) -> None:
        _record(visit, rows, "release-published", f"{one.release.sequence}: {one.release.decision}")

    try:
        announce(visit.center, draft, visit.member.name, noted)
    except CenterError as error:
        return publish_page(visit, 409, error.sentence)
    return visit.to(LIST, "published")


# -- taking back --------------------------------------------------------------------------------------------


def undo_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a release that takes another back."""
    return visit.show("catalogue_undo.html", status, one=_published(visit).release, trouble=trouble)


def undo_sent(visit: Visit) -> Response:
    """Prepares the release that takes another back; it is published like any other."""
    one, number = _published(visit).release, " ".join(visit.form.get("decision").split())
    if not number or len(number) > MOST_NUMBER:
        visit.form.wrong("decision", f"Ghi số quyết định thu hồi, trong {MOST_NUMBER} ký tự.")
        return undo_page(visit, 422)
    try:
        release = prepare_undoing(visit.center, one.sequence, number)
        made = Made(visit.member.login, visit.member.name)
        return _drafted(visit, keep_draft(visit.center, release, made))
    except CenterError as error:
        return undo_page(visit, 422, error.title)


def _published(visit: Visit) -> Signed:
    chain, number = chain_of(visit.center), visit.parameters["sequence"]
    for one in chain.releases:
        if str(one.release.sequence) == number:
            return one
    raise NoRelease


PAGES = (
    Page("catalogue-prepare", PREPARE, _guarded(prepare_page), _guarded(prepare_sent), upload=MOST_BYTES),
    Page("catalogue-table", LIST + "/bang/{table}", _guarded(table_page)),
    Page("catalogue-signed", SIGNED, _guarded(signed_page), _guarded(signed_sent), upload=_SIGNED_BYTES),
    Page("catalogue-draft", DRAFT, _guarded(draft_page), _guarded(draft_sent)),
    Page("catalogue-file", DRAFT + "/tep", _guarded(file_page)),
    Page("catalogue-publish", DRAFT + "/cong-bo", _guarded(publish_page), _guarded(publish_sent)),
    Page("catalogue-undo", ONE + "/thu-hoi", _guarded(undo_page), _guarded(undo_sent)),
)
