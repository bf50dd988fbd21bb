"""What an officer's roles do not allow is greyed with its reason, or not there: acts, results, the purge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.desk import open_desk
from desk_app.operations.login import log_in
from desk_app.operations.receive import receive
from desk_app.ui.return_page import ReturnPage
from desk_app.ui.safety_retention import RetentionSection
from tests.offices import request
from tests.ui.named_office import CHIEF, LEADING, WORDS, found_named_office, sit
from tests.ui.steps import NINE_FIFTEEN, Counter
from tests.ui.test_safety_retention import retention_of

Opened = Callable[..., Counter]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Officers with accounts, and one dossier that the chief received."""
    data = found_named_office(tmp_path / "desk", monkeypatch)
    desk = open_desk(data, lambda: NINE_FIFTEEN)
    by = log_in(desk, CHIEF, WORDS[CHIEF]).officer
    receive(desk, [request()], by)
    desk.close()
    return data


@pytest.fixture
def leader(office: Path, opened: Opened) -> Counter:
    counter = opened(office)
    sit(counter, LEADING)
    return counter


def section_of(counter: Counter) -> RetentionSection:
    found = retention_of(counter)
    counter.until(found.rules.count)
    return found


def test_acts_a_leader_may_not_do_stand_greyed_with_the_reason(leader: Counter) -> None:
    leader.go(Qt.Key.Key_F3)
    finding = leader.finding
    leader.until(lambda: finding.rows.rowCount() == 1)
    row = finding.rows.row(0)
    assert row is not None
    finding.open_dossier(row.id)
    page = finding.dossier
    leader.until(page.isVisible)
    assert page.reprint.isEnabled()
    page.acts.click()
    acts = page.pane.list
    leader.until(acts.isVisible)
    assert "không có quyền thu tiền" in acts.words("payment")
    assert "không có quyền tiếp nhận" in acts.words("annul")
    assert acts.words("note") == "Ghi chú"
    acts.list.setCurrentRow(acts.names.index("payment"))
    acts.choose()
    assert "không có quyền thu tiền" in page.pane.said.text()
    assert acts.isVisible()


def test_a_leader_is_told_at_the_return_page_that_it_is_the_counters(leader: Counter) -> None:
    leader.go(Qt.Key.Key_F4)
    page = leader.window.page("F4")
    assert isinstance(page, ReturnPage)
    leader.until(lambda: "không có quyền" in page.said.text())
    page.receive()
    assert "không có quyền" in page.said.text()
    assert not page.button.isEnabled()


def test_the_purge_is_not_offered_to_a_leader_and_is_to_the_administrator(
    leader: Counter, office: Path, opened: Opened
) -> None:
    section = section_of(leader)
    leader.until(section.barred.isVisible)
    assert "không có quyền hủy hồ sơ" in section.barred.text()
    assert not section.purge.isVisible()
    assert not section.years.isVisible()
    assert section.list.isVisible()  # whoever may look into the journal sees what is past its term
    leader.close()
    chief = opened(office)
    sit(chief, CHIEF)
    section = section_of(chief)
    chief.until(section.purge.isVisible)
    assert section.years.isVisible()
    assert not section.barred.isVisible()
