"""The record of what staff did: by account, kind and day, as a file, and never changed by looking."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from sync.center.staff.record import ACTS, GROUPS, Sought, lines, record
from sync.center.staff.roles import Role
from sync.center.staff.sessions import LoginRefused, log_in
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from tests.center.places import Clock
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]


def test_every_group_is_of_acts_that_there_are() -> None:
    for _words, acts in GROUPS.values():
        assert set(acts) <= set(ACTS)
    named = [act for _words, acts in GROUPS.values() for act in acts]
    assert len(named) == len(set(named))


def test_an_auditor_filters_by_kind_account_and_day(
    center: Center, clock: Clock, enter: Enter, dossier: str
) -> None:
    reader = enter(Role.SPECIALIST)
    reader.open(dossier)
    with pytest.raises(LoginRefused):
        log_in(center, "can.bo.1", "sai", "192.0.2.1")
    clock.advance(days=1)
    me = enter(Role.AUDITOR)
    for query, there, absent in (
        ("nhom=refused", "Đăng nhập không được", "Mở hồ sơ"),
        ("nhom=reads", "Mở hồ sơ", "Đăng nhập không được"),
        ("nhom=reads&ai=can.bo.1", "Mở hồ sơ", "Đăng nhập"),
        ("nhom=login&tu=2026-11-24", "can.bo.2", "can.bo.1"),
        ("den=2026-11-23", "can.bo.1", "can.bo.2"),
        ("nhom=khong-co&tu=hom-qua", "can.bo.1", "Chưa có gì"),
    ):
        assert me.open(f"/nhat-ky?{query}") == 200
        table = me.text.partition("<tbody>")[2]
        assert there in table, query
        assert absent not in table, query
    assert me.open("/nhat-ky?nhom=machines") == 200
    assert "Chưa có gì" in me.text


def test_it_is_taken_away_as_a_table_and_that_is_a_line_itself(center: Center, enter: Enter) -> None:
    me = enter(Role.AUDITOR)
    with center.store.transaction() as ledger:
        record(center, center_rows(ledger), 0, "", "report-exported", "=1+1")
    assert me.open("/nhat-ky/tep?nhom=exports") == 200
    rows = list(csv.reader(io.StringIO(me.answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[3] for row in rows] == ["Việc", "Tải báo cáo"]
    assert rows[1][4] == "'=1+1"
    [line] = lines(center, sought=Sought(group="exports"), most=1)
    assert (line.act, line.what) == ("log-exported", "nhom=exports – 1 dòng")
    assert enter(Role.LEADER).open("/nhat-ky/tep") == 403
