"""Reports in the pages: rights, scope, the way down to the dossiers, files; odd addresses."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import event

from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.center.work.figures import EARLY, ENDED, ON_TIME, SIZE, Behind, dossiers_behind
from sync.center.work.refolding import refold_some
from sync.reports.asking import REPORTS
from sync.reports.periods import month_of
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import OTHER
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]


@pytest.fixture
def day(center: Center, clock: Clock) -> list[bytes]:
    """A dossier of the first commune that ended late, and one that is late; two in time of the other."""
    desk, other = MemoryDesk(center, known=True), MemoryDesk(center, unit=OTHER, known=True)
    late, pending = desk.receive(f"{UNIT}-261123-0001", f"{UNIT}-261123-0002")
    done = other.receive(f"{OTHER}-261123-0001", f"{OTHER}-261123-0002", name="Trần Văn Hùng")
    for one in done:
        other.status(one, "done")
    clock.advance(days=4)
    desk.status(late, "done")
    desk.push()
    other.push()
    while refold_some(center):
        pass
    return [late, pending]


def test_the_way_from_the_worst_commune_to_the_dossier(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER)
    assert me.open("/bao-cao") == 200
    assert me.text.index("Xã Ví Dụ</a>") < me.text.index("Xã Láng Giềng</a>"), "the worst first"
    assert "0,0 %" in me.text
    assert 'alt="Biểu đồ: Đúng hạn theo đơn vị, tháng 11/2026' in me.text
    assert me.open(f"/bao-cao/ho-so?loai=don-vi&ky=2026-11&nao=da-qua-han&ma={UNIT}") == 200
    path = f"/ho-so/{UNIT}/{day[0].hex()}"
    assert path in me.text
    assert day[1].hex() not in me.text
    assert me.open(path) == 200
    assert me.open(f"/bao-cao/ho-so?loai=ton&nao=dang-qua-han&ma={UNIT}") == 200
    assert day[1].hex() in me.text
    assert day[0].hex() not in me.text


@pytest.mark.parametrize("kind", [one.code for one in REPORTS])
def test_every_report_of_every_time_is_a_page_a_picture_and_three_files(
    day: list[bytes], enter: Enter, kind: str
) -> None:
    me = enter(Role.LEADER)
    for period in ("hom-nay", "2026-11", "2026", "2020-01"):
        query = f"loai={kind}&ky={period}"
        assert me.open(f"/bao-cao?{query}") == 200
        assert me.open(f"/bao-cao/hinh.svg?{query}") == 200
        assert me.answer.headers["content-type"] == "image/svg+xml"
    for form, begins in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        assert me.open(f"/bao-cao/tai-ve?loai={kind}&ky=2026-11&dang={form}") == 200
        assert me.answer.content.startswith(begins)
        assert f"bao-cao-{kind}-2026-11.{form}" in me.answer.headers["content-disposition"]


def test_a_csv_has_the_numbers_of_the_page_and_taking_it_is_recorded(
    center: Center, day: list[bytes], enter: Enter
) -> None:
    me = enter(Role.AUDITOR)
    assert me.open("/bao-cao/tai-ve?loai=don-vi&ky=2026-11&dang=csv") == 200
    rows = list(csv.reader(io.StringIO(me.answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1:] == [
        ["Xã Ví Dụ", "2", "1", "0", "0", "1", "0,0"],
        ["Xã Láng Giềng", "2", "2", "2", "0", "0", "100,0"],
        ["Tổng cộng", "4", "3", "2", "0", "1", "66,7"],
    ]
    assert lines(center)[0].words == "Tải báo cáo"
    assert "loai=don-vi" in lines(center)[0].what


def test_staff_of_a_unit_see_its_figures_alone(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER, unit=OTHER)
    for kind in ("don-vi", "ton", "linh-vuc", "can-bo"):
        for path in (f"/bao-cao?loai={kind}&don-vi={UNIT}", f"/bao-cao/hinh.svg?loai={kind}&don-vi={UNIT}"):
            assert me.open(path) == 200
            assert "Xã Ví Dụ" not in me.text
            assert UNIT not in me.text
    assert me.open("/bao-cao/tai-ve?loai=don-vi&dang=csv") == 200
    assert "Xã Ví Dụ" not in me.text
    for which in ("da-qua-han", "dang-qua-han", "chua-xong"):
        assert me.open(f"/bao-cao/ho-so?loai=don-vi&nao={which}&ma={UNIT}") == 200
        assert not any(one.hex() in me.text for one in day)


def test_figures_by_officer_are_for_leaders_and_auditors(day: list[bytes], enter: Enter) -> None:
    for role in Role:
        me = enter(role)
        expected = 200 if role in (Role.LEADER, Role.AUDITOR) else 404
        for path in ("/bao-cao", "/bao-cao/hinh.svg", "/bao-cao/tai-ve"):
            assert me.open(f"{path}?loai=can-bo") == expected, (role, path)
        me.open("/bao-cao")
        assert ("cán bộ" in me.text.lower()) == (expected == 200)


def test_an_administrator_sees_numbers_but_no_way_to_dossiers(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.open("/bao-cao") == 200
    assert "/bao-cao/ho-so" not in me.text
    assert me.open("/bao-cao/ho-so") == 403


@pytest.mark.parametrize(
    "query",
    [
        "loai=khong-co",
        "loai=don-vi&dang=exe",
        "loai=" + quote("' OR 1=1 --"),
    ],
)
def test_what_is_no_report_is_said_in_words(day: list[bytes], enter: Enter, query: str) -> None:
    me = enter(Role.LEADER)
    assert me.open(f"/bao-cao/tai-ve?{query}") == 404
    assert "Chọn lại trong danh sách báo cáo" in me.text


def test_hostile_words_in_an_address_break_nothing(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER)
    for word in ("<script>", "'; DROP TABLE dossiers --", "\x00", "đ" * 3000, "9" * 400, "0001-01", "2099"):
        for path in (
            f"/bao-cao?ky={quote(word)}&don-vi={quote(word)}",
            f"/bao-cao/ho-so?loai=linh-vuc&nao=chua-xong&ma={quote(word)}&tu={quote(word)}~{'0' * 32}",
            f"/bao-cao/hinh.svg?loai=xu-huong&ky={quote(word)}",
        ):
            assert me.open(path) == 200, path
            assert "<script>" not in me.answer.text


def test_the_list_behind_a_figure_goes_on_to_its_end(center: Center, clock: Clock, enter: Enter) -> None:
    desk = MemoryDesk(center, known=True)
    ids = desk.receive(*(f"{UNIT}-261123-{one:04d}" for one in range(1, SIZE + 21)))
    desk.push()
    me = enter(Role.LEADER)
    assert me.open(f"/bao-cao/ho-so?loai=ton&nao=chua-xong&ma={UNIT}") == 200
    first = {one for one in ids if one.hex() in me.text}
    on = me.text.partition('rel="next" href="')[2].partition('"')[0]
    assert me.open(on) == 200
    second = {one for one in ids if one.hex() in me.text}
    assert (len(first), len(second)) == (SIZE, 20)
    assert first | second == set(ids)


def test_a_center_that_still_counts_says_so(center: Center, enter: Enter) -> None:
    me = enter(Role.LEADER)
    me.open("/bao-cao")
    assert "đang đếm lại" in me.text
    while refold_some(center):
        pass
    me.open("/bao-cao")
    assert "đang đếm lại" not in me.text


@pytest.mark.parametrize("kind", ["don-vi", "linh-vuc", "thu-tuc", "can-bo"])
def test_every_number_of_one_unit_leads_to_as_many_dossiers(
    day: list[bytes], enter: Enter, kind: str
) -> None:
    me = enter(Role.LEADER)
    assert me.open(f"/bao-cao?loai={kind}&ky=2026-11&don-vi={OTHER}") == 200
    found = re.findall(r'href="(/bao-cao/ho-so\?[^"]+)" aria-label="(\d+) hồ sơ, ([^,]+),', me.text)
    told = {unescape(words): int(count) for _path, count, words in found}
    assert told == {"tiếp nhận": 2, "đã giải quyết": 2, "trước hạn": 2}
    for path, count, _words in found:
        assert me.open(unescape(path)) == 200
        assert len(set(re.findall(rf"/ho-so/{OTHER}/([0-9a-f]{{32}})", me.text))) == int(count)


def test_of_many_units_only_lists_that_an_index_has_in_order_are_offered(
    day: list[bytes], enter: Enter
) -> None:
    me = enter(Role.LEADER)
    assert me.open("/bao-cao?loai=linh-vuc&ky=2026-11") == 200
    assert "chọn một đơn vị" in me.text
    assert "nao=truoc-han" not in me.text
    assert me.open("/bao-cao/ho-so?loai=linh-vuc&ky=2026-11&nao=truoc-han&ma=x") == 404


def test_what_ended_in_time_is_read_along_its_index(center: Center, day: list[bytes]) -> None:
    asked: list[tuple[str, Any]] = []

    def ask(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        asked.append((statement, values))

    engine = center.store.engines.reader
    month = month_of(date(2026, 11, 1))
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        event.listen(engine, "before_cursor_execute", ask)
        for which in (ENDED, EARLY, ON_TIME):
            dossiers_behind(connection, Behind(which, "unit", OTHER), None, month, center.clock())
            name = "Hộ tịch"
            dossiers_behind(
                connection, Behind(which, "field", name), frozenset({OTHER}), month, center.clock()
            )
        event.remove(engine, "before_cursor_execute", ask)
        for statement, values in asked:
            plan = str(connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values).all())
            assert "dossiers_finished_unit (unit=? AND finished_at>? AND finished_at<?)" in plan, plan
            assert "TEMP B-TREE" not in plan
    assert len(asked) == 6
