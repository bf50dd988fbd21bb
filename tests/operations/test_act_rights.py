"""What roles do not allow is said in words before it is tried, and refused in the same words when tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.rights import COUNTER, KIND_RIGHTS, rights_of
from desk_app.operations.act_rights import ACT_KINDS, rights_for
from desk_app.operations.acting import ACTS, act_on, acts_possible, acts_possible_for_all, bulk_act
from desk_app.operations.collecting import collecting
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.login import log_in, log_out
from desk_app.operations.receive import receive
from desk_app.operations.rights import RightRefused, why_not
from desk_app.operations.step_acts import ALL_ACTS
from sync.model.accounts import AUDITOR, LEADER, PROCESSING, RECEPTION, RECORDS
from sync.model.dossier import Dossier
from tests.offices import MovedClock, new_desk, request
from tests.operations.staff import OWN, PASSWORD, in_use, quick_passwords

GIVEN: dict[str, dict[str, Any]] = {
    "note": {"text": "Đã gọi"},
    "locate": {"place": "Tủ 2"},
    "handover": {"to": "Tư pháp"},
    "apology": {"reason": "Chờ xác minh", "days": 1},
    "payment": {"amount": 8000, "way": "cash"},
    "supplement": {"items": ["Bản án"], "reason": "Thiếu"},
    "annul": {"reason": "Nhập trùng"},
    "forward": {"name": "Cấp trên"},
}
"""Acts that may be done with a fresh dossier."""


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with accounts: one of each role but the administrator's, reception logged in last."""
    quick_passwords(monkeypatch)
    opened = new_desk(tmp_path / "desk", clock)
    for role in (PROCESSING, LEADER, RECORDS, AUDITOR, RECEPTION):
        if opened.session:
            log_in(opened, "quan", PASSWORD)
        in_use(opened, role, role)
    yield opened
    opened.close()


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    """A dossier that reception took."""
    assert desk.session is not None
    [one] = receive(desk, [request()], desk.session.officer).value
    return show(desk, one.number).dossier


def possible(desk: Desk, dossier: Dossier, role: str) -> dict[str, str]:
    """Why each act may not be done by a role."""
    log_in(desk, role, OWN)
    return {one.act.name: one.why_not for one in acts_possible(desk, dossier)}


def test_the_table_names_every_act_and_asks_for_no_more_than_its_entry_does() -> None:
    assert set(ACT_KINDS) == set(ALL_ACTS)
    for name, kind in ACT_KINDS.items():
        assert rights_for(name)
        assert rights_for(name) <= KIND_RIGHTS[kind]
    assert rights_for("return") == {COUNTER}
    assert rights_for("no such act") == frozenset()


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_the_table_names_the_kind_that_an_act_writes(desk: Desk, dossier: Dossier, name: str) -> None:
    assert desk.session is not None
    before = {one.entry for one in dossier.history}
    after = act_on(desk, dossier.id, name, GIVEN[name], desk.session.officer).value
    [written] = [one for one in after.history if one.entry not in before]
    assert written.act == ACT_KINDS[name]


@pytest.mark.parametrize("role", [RECEPTION, PROCESSING, LEADER, RECORDS, AUDITOR])
def test_an_act_is_offered_to_whom_it_is_allowed_and_the_others_are_told_why(
    desk: Desk, dossier: Dossier, role: str
) -> None:
    found = possible(desk, dossier, role)
    held = rights_of({role})
    for name, given in GIVEN.items():
        allowed = bool(rights_for(name) & held)
        assert (found[name] == "") is allowed, name
        if not allowed:
            assert found[name].startswith(f"Tài khoản “{role}” không có quyền ")
            assert desk.session is not None
            for attempt in (act_on, bulk_act):
                wanted: Any = dossier.id if attempt is act_on else [dossier.id]
                with pytest.raises(RightRefused) as refused:
                    attempt(desk, wanted, name, given, desk.session.officer)
                assert refused.value.title.startswith(f"Tài khoản “{role}” không có quyền ")
    assert show(desk, dossier.id).dossier.history == dossier.history


def test_an_auditor_reads_and_is_offered_nothing(desk: Desk, dossier: Dossier) -> None:
    assert all(possible(desk, dossier, AUDITOR).values())
    many = acts_possible_for_all(desk, ["note", "handover"])
    assert [one.now for one in many] == [False, False]
    assert collecting(desk, dossier.id).dossier.id == dossier.id
    assert "làm việc với hồ sơ tại quầy" in why_not(desk, COUNTER)


def test_what_stands_with_the_dossier_is_said_before_the_role(desk: Desk, dossier: Dossier) -> None:
    assert possible(desk, dossier, AUDITOR)["return"] == f"Hồ sơ đang là “{dossier.label}”."


def test_an_open_desk_offers_everything(tmp_path: Path, clock: MovedClock) -> None:
    opened = new_desk(tmp_path / "open", clock)
    assert all(one.now for one in acts_possible_for_all(opened, list(ACTS)))
    assert why_not(opened, COUNTER) == ""
    opened.close()


def test_nobody_logged_in_is_told_so(desk: Desk) -> None:
    log_out(desk)
    assert why_not(desk, COUNTER) == "Chưa có ai đăng nhập ở quầy này."
