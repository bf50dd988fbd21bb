"""The audit log: what stands in it, who sees what, filters, pages that never load everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations import audit_log
from desk_app.operations.access_log import SHOWN, note_access, write_accesses
from desk_app.operations.acting import act_on
from desk_app.operations.audit_log import OLDEST, AuditRow, Filters, audit_lines, audit_page
from desk_app.operations.audit_words import DUE, KIND_WORDS, STATUS
from desk_app.operations.desk import Desk
from desk_app.operations.login import LoginRefused, log_in
from desk_app.operations.receive import receive
from desk_app.operations.rights import RightRefused
from desk_app.operations.unit_words import share_setting
from sync.model import kinds
from sync.model.dossier import Officer
from tests.offices import OFFICER, MovedClock, new_desk, request
from tests.operations.staff import OWN, PASSWORD, in_use, quick_passwords

ALL = Filters()


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "desk", clock)
    yield opened
    opened.close()


def lines(desk: Desk, filters: Filters = ALL) -> list[AuditRow]:
    return list(audit_lines(desk, filters, 1000))


def received(desk: Desk, count: int = 1, by: Officer = OFFICER) -> list[str]:
    return [one.number for one in receive(desk, [request() for _ in range(count)], by).value]


def test_every_kind_of_entry_has_its_words() -> None:
    assert set(kinds.KINDS) == set(KIND_WORDS)
    assert len(set(KIND_WORDS.values())) == len(KIND_WORDS)


def test_a_line_says_when_who_where_what_and_what_it_changed(desk: Desk, clock: MovedClock) -> None:
    [number] = received(desk)
    clock.forward(hours=1)
    act_on(desk, number, "handover", {"to": "Phòng Tư pháp"}, OFFICER)
    newest, reception, first = lines(desk)
    assert (newest.subject, newest.who, newest.act) == (number, OFFICER.name, kinds.HANDOVER)
    assert [(one.what, one.before, one.after) for one in newest.changes] == [
        (STATUS, "Được tiếp nhận", "Đang xử lý")
    ]
    assert newest.at is not None
    assert newest.utc is not None
    assert (newest.at.hour, newest.utc.hour) == (10, 3)
    assert newest.machine.startswith("Quầy 1 (")
    assert {one.what for one in reception.changes} >= {STATUS, DUE}
    assert all(one.before == "" for one in reception.changes)
    assert first.act == kinds.JOURNAL
    assert first.at is None
    assert first.day == date(2026, 11, 23)


def test_lines_are_narrowed_by_time_officer_and_dossier(desk: Desk, clock: MovedClock) -> None:
    one, _two = received(desk, 2)
    clock.forward(days=2)
    received(desk, 1, Officer("2", "Lê Văn Đức"))
    share_setting(desk, "cutoff", "15:00", OFFICER)
    clock.forward(days=1)
    [today] = received(desk)
    of = lines(desk, Filters(number=one))
    assert [row.subject for row in of] == [one]
    assert [row.who for row in lines(desk, Filters(officer="van duc"))] == ["Lê Văn Đức"]
    assert [row.subject for row in lines(desk, Filters(first=date(2026, 11, 26)))] == [today]
    between = lines(desk, Filters(first=date(2026, 11, 24), last=date(2026, 11, 25)))
    assert [row.act for row in between] == [kinds.SETTING, kinds.RECEIVED]
    assert lines(desk, Filters(number="H99.99.001-000000-0000")) == []
    with pytest.raises(DeskError, match="Ngày đầu sau ngày cuối"):
        audit_page(desk, Filters(first=date(2026, 11, 26), last=date(2026, 11, 25)))
    with pytest.raises(DeskError, match="cách xếp"):
        audit_page(desk, Filters(sort="loud"))


def test_pages_behind_each_other_are_the_whole_in_either_order(desk: Desk, clock: MovedClock) -> None:
    for _day in range(4):
        received(desk, 5)
        clock.forward(days=1)
    whole = lines(desk)
    assert len(whole) == 21
    paged: list[AuditRow] = []
    behind = None
    while True:
        page = audit_page(desk, ALL, behind, limit=4)
        paged += page.rows
        assert page.looked_at <= 4
        if page.next is None:
            break
        behind = page.next
    assert paged == whole
    assert [one.place for one in lines(desk, Filters(sort=OLDEST))] == [one.place for one in whole][::-1]


def test_a_page_looks_at_so_many_rows_and_no_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    received(desk, 9)
    monkeypatch.setattr(audit_log, "MOST_LOOKED_AT", 3)
    monkeypatch.setattr(audit_log, "_AT_A_TIME", 2)
    page = audit_page(desk, Filters(officer="nobody"))
    assert (page.rows, page.looked_at) == ((), 3)
    assert page.next is not None
    assert [one.who for one in lines(desk, Filters(officer="can bo"))] == [OFFICER.name] * 9


def test_log_ins_reads_and_failed_tries_stand_among_the_entries(
    desk: Desk, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_passwords(monkeypatch)
    session = in_use(desk, "thu", "leader")
    note_access(desk, None, SHOWN, "H99.99.001-261123-0001")
    write_accesses(desk)
    clock.forward(minutes=5)
    with pytest.raises(LoginRefused):
        log_in(desk, "thu", "sai mật khẩu")
    rows = lines(desk)
    assert (rows[0].words, rows[0].who) == ("Đăng nhập sai mật khẩu", session.officer.name)
    shown = next(one for one in rows if one.act == SHOWN)
    assert (shown.subject, shown.who) == ("H99.99.001-261123-0001", session.officer.name)
    assert [one.source for one in lines(desk, Filters(number=shown.subject))] == ["access"]
    changed = [one for one in rows if one.act == kinds.ACCOUNT]
    assert any("vai trò leader" in one.words for one in changed)
    assert not any(word in str(rows) for word in (PASSWORD, OWN, "$plain$"))


def test_who_may_not_read_dossiers_sees_no_citizen_in_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    [number] = received(desk)
    act_on(desk, number, "note", {"text": "Ông Nguyễn Văn Mẫu gọi lại"}, OFFICER)
    assert "Nguyễn Văn Mẫu" in str(lines(desk))
    quick_passwords(monkeypatch)
    in_use(desk, "thu", "reception")
    with pytest.raises(RightRefused, match="nhật ký"):
        audit_page(desk, ALL)
    log_in(desk, "quan", PASSWORD)
    in_use(desk, "khoa", "administrator")
    seen = lines(desk)
    assert "Nguyễn Văn Mẫu" not in str(seen)
    assert number in [one.subject for one in seen]
