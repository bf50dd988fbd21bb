"""Statutory tables and indices in the pages: scope, groups of units, files, the way down to the dossiers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import quote

import pytest

from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.merging import merge_units
from sync.center.units.tree import add_unit, units
from sync.center.web.statutory_pages import FORMS, branches
from sync.center.work.refolding import refold_some
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import OTHER
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
TERM = "2026-t12"


@pytest.fixture
def day(center: Center, clock: Clock) -> list[bytes]:
    """A dossier of the first commune that ended late, and one that is late; one in time of the other."""
    desk, other = MemoryDesk(center, known=True), MemoryDesk(center, unit=OTHER, known=True)
    late, pending = desk.receive(f"{UNIT}-261123-0001", f"{UNIT}-261123-0002")
    [done] = other.receive(f"{OTHER}-261123-0001", name="Trần Văn Hùng")
    other.status(done, "done")
    clock.advance(days=4)
    desk.status(late, "done")
    desk.push()
    other.push()
    while refold_some(center):
        pass
    return [late, pending]


def table(me: Visitor, query: str) -> list[list[str]]:
    """The lines of the file that the page offers."""
    assert me.open(f"/bao-cao/bieu-mau/tai-ve?{query}&ky={TERM}&dang=csv") == 200
    return list(csv.reader(io.StringIO(me.answer.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("code", [one[0] for one in FORMS])
def test_every_form_is_a_page_a_picture_and_three_files(day: list[bytes], enter: Enter, code: str) -> None:
    me = enter(Role.LEADER)
    for term in (TERM, "2026-q4", "2026-nam", "2025-t01"):
        assert me.open(f"/bao-cao/bieu-mau?bieu={code}&ky={term}") == 200
    assert me.open(f"/bao-cao/bieu-mau/hinh.svg?bieu={code}&ky={TERM}") == 200
    assert me.answer.headers["content-type"] == "image/svg+xml"
    for form, begins in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        assert me.open(f"/bao-cao/bieu-mau/tai-ve?bieu={code}&ky={TERM}&dang={form}") == 200
        assert me.answer.content.startswith(begins)
    assert me.open(f"/bao-cao/bieu-mau/tai-ve?bieu={code}&dang=exe") == 404


def test_the_form_by_unit_says_what_the_circular_asks_and_taking_it_is_recorded(
    center: Center, day: list[bytes], enter: Enter
) -> None:
    found = table(enter(Role.AUDITOR), "bieu=ii06b")
    assert found[1:] == [
        ["Xã Ví Dụ", "2", "0", "2", "0", "1", "0", "0", "1", "1", "0", "1"],
        ["Xã Láng Giềng", "1", "0", "1", "0", "1", "1", "0", "0", "0", "0", "0"],
        ["Tổng cộng", "3", "0", "3", "0", "2", "1", "0", "1", "1", "0", "1"],
    ]
    assert lines(center)[0].words == "Tải báo cáo"
    assert "bieu=ii06b" in lines(center)[0].what


def test_the_way_down_from_a_figure_to_the_dossier(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER)
    assert me.open(f"/bao-cao/bieu-mau?bieu=ii06b&ky={TERM}") == 200
    for which, shown, other in (("da-qua-han", 0, 1), ("dang-qua-han", 1, 0)):
        path = f"/bao-cao/bieu-mau/ho-so?bieu=ii06b&ky={TERM}&nao={which}&ma={UNIT}"
        assert path in me.text
        assert enter(Role.LEADER).open(path) == 200
        down = enter(Role.LEADER)
        down.open(path)
        assert day[shown].hex() in down.text
        assert day[other].hex() not in down.text
    assert (
        me.open(f"/bao-cao/bieu-mau/ho-so?bieu=ii06a&ky={TERM}&nao=dang-qua-han&ma={quote('Hộ tịch')}") == 200
    )
    assert day[1].hex() in me.text
    assert me.open(f"/bao-cao/bieu-mau/ho-so?bieu=ii06b&ky=2026-t11&nao=da-qua-han&ma={UNIT}") == 200
    assert day[0].hex() not in me.text, "it ended in the month after"


def test_what_was_received_in_a_time_is_listed_by_unit(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER)
    assert me.open(f"/bao-cao/bieu-mau/ho-so?bieu=ii06b&ky={TERM}&nao=truc-tiep&ma={UNIT}") == 200
    assert all(one.hex() in me.text for one in day)
    for query in (
        f"bieu=ii06b&ky={TERM}&nao=truc-tuyen&ma={UNIT}",
        f"bieu=ii06b&ky=2026-t11&nao=truc-tiep&ma={UNIT}",
    ):
        assert me.open(f"/bao-cao/bieu-mau/ho-so?{query}") == 200
        assert not any(one.hex() in me.text for one in day)
    assert me.open(f"/bao-cao/bieu-mau/ho-so?bieu=ii06a&ky={TERM}&nao=truc-tiep&ma=x") == 404
    assert me.open(f"/bao-cao/ho-so?loai=don-vi&ky=2026-11&nao=tiep-nhan&ma={UNIT}") == 200
    assert all(one.hex() in me.text for one in day)
    assert "Theo lúc tiếp nhận" in me.text
    assert me.open("/bao-cao/ho-so?loai=linh-vuc&ky=2026-11&nao=tiep-nhan&ma=x") == 404


def test_communes_are_summed_by_the_district_they_stand_or_stood_under(
    center: Center, day: list[bytes], enter: Enter
) -> None:
    for code, name in (("H99.97", "Khu vực I"), ("H99.98", "Khu vực II"), ("H99.97.009", "Xã Mới")):
        add_unit(center, code, name)
    add_unit(center, "H99.97.009", "Xã Mới", "H99.97")
    add_unit(center, UNIT, "Xã Ví Dụ", "H99.98")
    merge_units(center, [OTHER], "H99.97.009")
    above = branches(tuple(units(center)), "")
    assert (above[UNIT], above[OTHER], above["H99.97.009"]) == ("H99.98", "H99.97", "H99.97")
    me = enter(Role.LEADER)
    assert [line[:2] for line in table(me, "bieu=ii06c")[1:]] == [
        ["Khu vực I", "1"],
        ["Khu vực II", "2"],
        ["Tổng cộng", "3"],
    ]
    assert [line[0] for line in table(me, "bieu=ii06c&don-vi=H99.97")[1:]] == ["Xã Mới", "Tổng cộng"]
    assert [line[0] for line in table(enter(Role.LEADER, unit="H99.98"), "bieu=ii06c")[1:]] == [
        "Xã Ví Dụ",
        "Tổng cộng",
    ]


def test_staff_of_a_unit_see_its_figures_alone(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER, unit=OTHER)
    for code, _title, _head in FORMS:
        for path in ("", "/hinh.svg", "/tai-ve"):
            assert me.open(f"/bao-cao/bieu-mau{path}?bieu={code}&ky={TERM}&don-vi={UNIT}") == 200
            assert "Xã Ví Dụ" not in me.text
            assert UNIT not in me.text
    assert me.open(f"/bao-cao/bieu-mau/ho-so?bieu=ii06b&ky={TERM}&nao=dang-qua-han&ma={UNIT}") == 200
    assert day[1].hex() not in me.text


def test_an_administrator_sees_numbers_but_no_way_to_dossiers(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.open(f"/bao-cao/bieu-mau?bieu=ii06b&ky={TERM}") == 200
    assert "/bieu-mau/ho-so" not in me.text
    assert me.open("/bao-cao/bieu-mau/ho-so?bieu=ii06b") == 403


def test_hostile_words_in_an_address_break_nothing(day: list[bytes], enter: Enter) -> None:
    me = enter(Role.LEADER)
    for word in (
        "<script>",
        "'; DROP TABLE dossiers --",
        "\x00",
        "đ" * 3000,
        "9" * 400,
        "2099-t12",
        "2000-q1",
    ):
        said = quote(word)
        assert me.open(f"/bao-cao/bieu-mau?bieu={said}") == 404
        assert me.open(f"/bao-cao/bieu-mau?ky={said}&don-vi={said}") == 200
        path = f"/bao-cao/bieu-mau/ho-so?bieu=ii06a&ky={said}&nao=da-qua-han&ma={said}&tu={said}"
        assert me.open(path) == 200
        assert "<script>" not in me.answer.text


def test_what_cannot_be_counted_is_said_in_words(enter: Enter) -> None:
    me = enter(Role.LEADER)
    assert me.open("/bao-cao/bieu-mau") == 200
    for words in ("Biểu II.07a", "Biểu II.07b", "Chỉ số 2–8"):
        assert words in me.text
