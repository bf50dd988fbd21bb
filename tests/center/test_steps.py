"""The center's staff work on dossiers by steps; each promise on both databases."""

from __future__ import annotations

import threading
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, update

from sync.center.store import tables
from sync.center.store.dialect import Engines
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.work.acting import Acted, Wanted, act, act_many, work_of
from sync.center.work.checking import verify
from sync.center.work.handing import hand_over_person, numbers_scanned, take_list
from sync.center.work.processes import ProcessSet, processes, set_process
from sync.center.work.refolding import refold_some
from sync.center.work.rights import RIGHTS, Actor
from sync.center.work.tasks import LISTS, Narrowed, task_counts, tasks, tasks_query
from sync.center.work.verbs import VERBS
from sync.model.dossier import Officer
from sync.model.fold import FOLD_VERSION
from sync.model.process import Process, default_process
from sync.model.status import Status
from tests.center.databases import sqlite_at
from tests.center.places import UNIT
from tests.center.staffed import (
    ADMIN,
    AUDITOR,
    BA,
    EVERYBODY,
    HAI,
    HANH,
    NAM,
    OTHER_UNIT,
    TU,
    Staffed,
    person,
    staffed,
)

DEFAULT = default_process("3 ngày làm việc")


@pytest.fixture
def office(engines: Engines, tmp_path: Path) -> Staffed:
    return staffed(engines, tmp_path)


def names(office: Staffed, actor: Actor, which: str, **more: Any) -> list[str]:
    """The last digits of the numbers in a list."""
    return [one.number[-4:] for one in tasks(office.center, actor, which, **more).tasks]


def test_a_forwarded_dossier_goes_through_five_steps_and_home_again(office: Staffed) -> None:
    [number] = office.forwarded(1)
    assert names(office, HANH, "coming") == ["0001"]
    taken = office.do(HANH, number, "take", list="01/DS")
    assert taken.away is not None
    assert (taken.away.accepted_at, taken.work.step) == (office.clock(), "appraise")
    assert names(office, BA, "unassigned") == ["0001"]
    office.do(BA, number, "assign", to=person(HAI), office="Phòng Tư pháp")
    [mine] = tasks(office.center, HAI, "mine").tasks
    assert (mine.step_name, mine.assignee_name, mine.office) == ("Thẩm định", "Lê Văn Hai", "Phòng Tư pháp")
    office.clock.advance(hours=2)
    office.do(HAI, number, "appraise", text="Đủ điều kiện", to=person(BA))
    assert names(office, HAI, "mine") == []
    office.do(BA, number, "approve", number="15/QĐ", to=person(TU))
    office.do(TU, number, "seal", number="15/QĐ-TTPVHCC")
    home = office.do(TU, number, "send-back")
    assert (home.status, home.result, home.work.step) == (Status.DONE, "15/QĐ-TTPVHCC", "return")
    assert home.away is not None
    assert home.away.back_at is not None
    assert home.flags == ()
    assert names(office, HANH, "return") == []  # it is the commune's task again
    office.desk.exchange()
    with office.desk.store.snapshot() as ledger:
        at_desk = ledger.dossier(office.desk.channel, home.id)
    assert at_desk is not None
    assert [event.text for event in at_desk.history] == [event.text for event in home.history]
    assert at_desk.work == home.work
    assert verify(office.center)["ok"]


def test_whoever_saw_an_older_state_is_told_what_changed_and_nothing_is_written(office: Staffed) -> None:
    [number] = office.forwarded(1)
    office.do(HANH, number, "take")
    seen = work_of(office.center, BA, number).version
    office.do(NAM, number, "assign", to=person(HAI))
    second = office.tried(BA, number, "assign", seen=seen, to=person(TU))
    assert not second.done
    assert [one.field for one in second.mistakes] == ["seen"]
    assert [(event.act, event.officer.name) for event in second.changed] == [("assigned", "Hoàng Văn Năm")]
    holder = office.dossier(number).work.officer
    assert holder == HAI.officer
    fresh = work_of(office.center, BA, number).version
    assert office.tried(BA, number, "reassign", seen=fresh, to=person(TU), why="load").done
    [listed] = tasks(office.center, TU, "mine").tasks
    assert listed.version == work_of(office.center, BA, number).version
    strange = office.tried(BA, number, "note", seen="ab" * 8, text="x")
    assert len(strange.changed) == len(office.dossier(number).history)


def test_of_two_who_act_at_the_same_moment_one_is_told_what_the_other_did(office: Staffed) -> None:
    [number] = office.forwarded(1)
    office.do(HANH, number, "take")
    seen = work_of(office.center, BA, number).version
    together = threading.Barrier(2)
    found: list[Acted] = []

    def assign(leader: Actor, to: Actor) -> None:
        together.wait(60)
        found.append(office.tried(leader, number, "assign", seen=seen, to=person(to)))

    threads = [threading.Thread(target=assign, args=pair) for pair in ((BA, HAI), (NAM, TU))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert sorted(one.done for one in found) == [False, True]
    [late] = [one for one in found if not one.done]
    assert [event.act for event in late.changed] == ["assigned"]
    assert office.dossier(number).flags == ()


def test_a_selection_is_acted_on_one_by_one_and_each_says_what_came_of_it(office: Staffed) -> None:
    numbers = office.forwarded(1, 2, 3)
    office.do(HANH, numbers[0], "take")
    office.do(HANH, numbers[1], "take")
    wanted = [Wanted(one) for one in (*numbers, numbers[0], "H99.99.001-261123-7777")]
    found = act_many(office.center, BA, wanted, "assign", {"to": person(HAI)})
    assert [one.done for one in found] == [True, True, True, False]
    assert "chưa có hồ sơ" in found[3].sentence
    twice = [Wanted(numbers[0]), Wanted(office.dossier(numbers[0]).id.hex())]
    found = act_many(office.center, BA, twice, "note", {"text": "x"})
    assert [one.done for one in found] == [True, False]
    with pytest.raises(CenterError, match="từ 1"):
        act_many(office.center, BA, [], "note", {"text": "x"})
    with pytest.raises(CenterError, match="Không có việc"):
        act(office.center, BA, numbers[0], "dance")
    with pytest.raises(CenterError, match="chưa có hồ sơ"):
        act(office.center, BA, "H99.99.001-261123-7777", "note", {"text": "x"})


def test_only_the_roles_of_the_table_may_do_a_verb(office: Staffed) -> None:
    assert set(RIGHTS) == {*VERBS, "process"}
    [number] = office.forwarded(1)
    for verb in VERBS:
        for actor in EVERYBODY:
            refused = office.tried(actor, number, verb, seen="00" * 8)
            role_speaks = refused.sentence.startswith("Việc này của:")
            assert role_speaks == (not RIGHTS[verb] & actor.roles), (verb, actor.roles, refused.mistakes)
        assert not AUDITOR.may(verb)


def test_only_whoever_has_a_dossier_decides_on_it_and_only_its_own_unit_works_on_it(office: Staffed) -> None:
    [number] = office.forwarded(1)
    office.do(HANH, number, "take")
    office.do(BA, number, "assign", to=person(HAI))
    other = Actor(Officer("khac", "Người Khác"), frozenset({"specialist", "leader"}))
    assert "Lê Văn Hai" in office.tried(other, number, "appraise", text="x").sentence
    commune = Actor(Officer("xa", "Cán bộ xã"), frozenset({"specialist", "leader"}), UNIT)
    assert "Trung tâm" in office.tried(commune, number, "consult").sentence
    assert office.do(commune, number, "note", text="Công dân hỏi").flags == ()  # its desk answers for it
    stranger = Actor(Officer("la", "Xã khác"), frozenset({"leader"}), OTHER_UNIT)
    assert not office.tried(stranger, number, "note", text="x").done
    with pytest.raises(CenterError, match="đơn vị của bạn"):
        work_of(office.center, stranger, number)
    assert work_of(office.center, commune, number).dossier.number == number
    assert names(office, commune, "unit") == []


def test_a_commune_processes_its_own_dossiers_in_the_same_way(office: Staffed) -> None:
    [number] = office.receive(1)
    clerk = Actor(Officer("tp", "Tư pháp"), frozenset({"specialist"}), UNIT)
    head = Actor(Officer("ct", "Chủ tịch"), frozenset({"leader", "reception"}), UNIT)
    assert names(office, head, "unassigned") == ["0001"]
    assert office.tried(BA, number, "assign", to=person(HAI)).sentence.startswith("Hồ sơ đang ở")
    office.do(head, number, "assign", to=person(clerk))
    office.do(clerk, number, "appraise", text="Đủ", to=person(head))
    signed = office.do(
        head, number, "approve", capacity="TUQ.", instead_of="Chủ tịch UBND xã", basis="01/GUQ", number="3/XN"
    )
    assert "ký thừa ủy quyền Chủ tịch UBND xã" in signed.history[-1].text
    records = Actor(Officer("vt", "Văn thư"), frozenset({"records"}), UNIT)
    office.do(records, number, "seal")
    done = office.do(records, number, "send-back")
    assert (done.status, done.result, done.away) == (Status.DONE, "3/XN", None)
    assert names(office, head, "return") == ["0001"]
    assert verify(office.center)["ok"]


def test_a_dossier_sent_to_another_commune_is_worked_on_there_in_its_own_channel(office: Staffed) -> None:
    [number] = office.receive(1)
    office.forward(number, OTHER_UNIT, "UBND xã Yên Bình")
    office.desk.exchange()
    there = Actor(Officer("yb", "Cán bộ Yên Bình"), frozenset({"reception", "leader"}), OTHER_UNIT)
    assert names(office, there, "coming") == ["0001"]
    taken = office.do(there, number, "take", missing=["Bản chính"], papers=["Đơn", "Bản chính"])
    assert taken.away is not None
    assert (taken.away.unit, taken.away.accepted_at) == (OTHER_UNIT, office.clock())
    assert "papers-missing" in taken.flags
    office.do(there, number, "assign", to=person(there))
    office.do(there, number, "appraise", text="Đủ", to=person(there))
    office.do(there, number, "approve", number="9/QĐ", to=person(there))
    home = office.do(there, number, "send-back")
    assert home.flags == ()  # what was missing is nobody's trouble once it is over
    assert home.away is not None
    assert home.away.back_at is not None
    desk = Actor(Officer("mc", "Một cửa"), frozenset({"reception"}), UNIT)
    assert names(office, desk, "return") == ["0001"]
    assert work_of(office.center, desk, number).version == work_of(office.center, there, number).version
    assert verify(office.center)["ok"]


def test_the_papers_of_a_list_are_counted_in_and_what_is_missing_is_flagged(office: Staffed) -> None:
    numbers = office.forwarded(1, 2, 3)
    scanned = numbers_scanned(f"{numbers[0]}\n{numbers[1].lower()}, {numbers[0]} 123456")
    assert scanned == [numbers[0], numbers[1], "123456"]
    wanted = [Wanted(one) for one in scanned]
    report = take_list(office.center, HANH, wanted, listed="02/DS", missing={numbers[1]: ["Bản sao hộ khẩu"]})
    assert [one.done for one in report.acted] == [True, True, False]
    assert (report.taken, [one.wanted.dossier for one in report.missing]) == (2, [numbers[1]])
    assert "papers-missing" in office.dossier(numbers[1]).flags
    assert "THIẾU: Bản sao hộ khẩu" in office.dossier(numbers[1]).history[-1].text
    found = office.do(HANH, numbers[1], "take", papers=["Bản sao hộ khẩu"])
    assert (found.flags, found.work.step) == ((), "appraise")
    assert names(office, HANH, "coming") == ["0003"]


def test_all_open_dossiers_of_a_person_go_to_another_with_the_reason(office: Staffed) -> None:
    numbers = office.forwarded(1, 2, 3)
    for number in numbers:
        office.do(HANH, number, "take")
        office.do(BA, number, "assign", to=person(HAI))
    office.do(HAI, numbers[2], "appraise", text="Đủ", to=person(BA))
    due = office.dossier(numbers[0]).work.due
    office.clock.advance(hours=3)
    refused = hand_over_person(office.center, HANH, "hai", NAM.officer, "absence")
    assert [one.done for one in refused] == [False, False]
    found = hand_over_person(office.center, ADMIN, "hai", NAM.officer, "rights", "Thôi việc")
    assert [one.done for one in found] == [True, True]
    one = office.dossier(numbers[0])
    assert (one.work.officer, one.work.due) == (NAM.officer, due)  # a new person, no new limit
    assert "người trước thôi nhiệm vụ" in one.history[-1].text
    assert names(office, HAI, "mine") == []
    assert sorted(names(office, NAM, "mine")) == ["0001", "0002"]
    assert hand_over_person(office.center, ADMIN, "hai", NAM.officer, "rights") == ()


def test_lists_of_tasks_are_paged_by_place_and_say_what_is_late_and_soon(office: Staffed) -> None:
    numbers = office.forwarded(*range(1, 8))
    for number in numbers:
        office.do(HANH, number, "take")
        office.do(BA, number, "assign", to=person(HAI), office="Phòng Tư pháp")
        office.clock.advance(minutes=10)
    seen: list[str] = []
    after = ""
    while True:
        page = tasks(office.center, HAI, "mine", after=after, limit=3)
        seen += [one.number for one in page.tasks]
        after = page.after
        if not after:
            break
    assert seen == numbers
    assert names(office, BA, "late") == names(office, BA, "soon", hours=1) == []
    office.clock.now = office.dossier(numbers[0]).work.due or office.clock.now
    assert names(office, BA, "soon", hours=1)[0] == "0001"
    office.clock.advance(minutes=15)
    assert names(office, BA, "late") == ["0001", "0002"]
    assert tasks(office.center, BA, "late").tasks[0].late
    counts = task_counts(office.center, HAI)
    assert (counts["mine"], counts["unit"], counts["late"], counts["unassigned"]) == (7, 7, 2, 0)
    assert set(counts) == set(LISTS)
    assert names(office, BA, "unit", narrowed=Narrowed(office="Phòng Kinh tế")) == []
    assert len(names(office, BA, "unit", narrowed=Narrowed(step="appraise", assignee="hai"))) == 7
    for wrong in ("nonsense", "x~zz", "2026~"):
        with pytest.raises(CenterError) if wrong != "2026~" else nullcontext():
            tasks(office.center, BA, "unit", after=wrong)
    with pytest.raises(CenterError, match="Không có danh sách"):
        tasks(office.center, BA, "everything")


def test_a_process_is_checked_against_the_limit_and_a_begun_dossier_keeps_its_own(office: Staffed) -> None:
    raw = {
        "steps": [
            {"kind": "receive", "limit": "2 giờ"},
            {"kind": "appraise", "limit": "1 ngày làm việc", "office": "Phòng Tư pháp"},
            {"code": "sign-1", "kind": "approve", "limit": "4 giờ", "name": "Trưởng phòng duyệt"},
            {"code": "sign-2", "kind": "approve", "limit": "4 giờ"},
            {"kind": "return", "limit": "6 giờ"},
        ],
        "supplement": "EXTEND",
        "basis": "QĐ 12/QĐ-UBND",
    }
    limits = ["3 ngày làm việc"]
    first, second = office.forwarded(1, 2)
    office.do(HANH, first, "take")
    made = set_process(office.center, ADMIN, "1.004873", raw, limits=limits)
    assert isinstance(made, ProcessSet)
    assert made.caution == ""
    begun, fresh = office.dossier(first).work.process, office.do(HANH, second, "take").work.process
    assert begun == DEFAULT
    assert fresh == Process.from_dict(raw)
    assert fresh.version != DEFAULT.version
    office.do(BA, second, "assign", to=person(HAI))
    office.do(HAI, second, "appraise", text="Đủ", to=person(NAM))
    assert office.do(NAM, second, "approve", to=person(BA)).work.step == "sign-2"
    assert office.do(BA, second, "approve", number="7/QĐ").work.step == "return"
    [kept] = processes(office.center)
    assert kept.key == "process.1.004873"
    longer = {**raw, "steps": [*raw["steps"][:4], {"kind": "return", "limit": "2 ngày làm việc"}]}
    for wrong, field in (
        (longer, "steps"),
        ({**raw, "steps": raw["steps"][1:]}, "steps"),
        ({"steps": [{"kind": "receive", "limit": "mai"}]}, "steps[0].limit"),
        ({"steps": [{"kind": "receive"}]}, "steps[0].limit"),
        ({"steps": [], "color": "x"}, "color"),
        ("x", ""),
    ):
        refused = set_process(office.center, ADMIN, "1.004873", wrong, limits=limits)
        assert isinstance(refused, tuple)
        assert refused[0].field == field, refused
    assert isinstance(set_process(office.center, ADMIN, "4873", raw), tuple)
    with pytest.raises(CenterError, match="quản trị"):
        set_process(office.center, BA, "1.004873", raw)
    with pytest.raises(CenterError, match="Chưa có đơn vị"):
        set_process(office.center, ADMIN, "1.004873", raw, unit="H98.1", limits=limits)
    set_process(office.center, ADMIN, "1.004873", None)
    assert processes(office.center) == []


def test_a_commune_goes_by_its_own_process_else_by_that_of_all_communes(office: Staffed) -> None:
    short = {"steps": [{"kind": kind, "limit": "2 giờ"} for kind in ("receive", "resolve", "return")]}
    head = Actor(Officer("ct", "Chủ tịch"), frozenset({"leader", "reception"}), UNIT)
    for number, unit, below in (("0001", "", True), ("0002", UNIT, False)):
        one = {**short, "basis": number}
        assert isinstance(set_process(office.center, ADMIN, "", one, unit=unit, below=below), ProcessSet)
        [received] = office.receive(int(number))
        process = office.do(head, received, "assign", to=person(head)).work.process
        assert process is not None
        assert (process.basis, process.unit, len(process.steps)) == (number, UNIT, 3)


def test_rows_of_an_older_fold_are_written_anew_a_few_at_a_time(office: Staffed) -> None:
    numbers = office.forwarded(*range(1, 6))
    office.through(numbers[0])
    t = tables.dossiers
    with office.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        before = rows.connection.execute(select(t).order_by(t.c.channel, t.c.id)).all()
        rows.execute(update(t).values(fold_version=1, inbox="", step="", assignee="", version=""))
        rows.put_note("refolded", None)
    assert verify(office.center)["ok"]  # what waits to be written anew is no damage
    looked = [refold_some(office.center, 2) for _ in range(4)]
    assert sum(looked) == len(before)
    with office.center.store.snapshot() as ledger:
        after = center_rows(ledger).connection.execute(select(t).order_by(t.c.channel, t.c.id)).all()
    assert [tuple(row) for row in after] == [tuple(row) for row in before]
    assert {row.fold_version for row in after} == {FOLD_VERSION}
    assert refold_some(office.center) == 0


def test_the_staff_undo_only_what_they_did_themselves(office: Staffed) -> None:
    [number] = office.forwarded(1)
    office.do(HANH, number, "take")
    office.do(BA, number, "assign", to=person(HAI))
    assert "Trần Thị Ba" in office.tried(NAM, number, "undo", reason="x").sentence
    undone = office.do(BA, number, "undo", reason="Nhầm người")
    assert (undone.work.officer, undone.work.step) == (None, "appraise")
    assert names(office, BA, "unassigned") == ["0001"]


def test_other_verbs_are_the_desks_own_acts(office: Staffed) -> None:
    first, second, third = office.forwarded(1, 2, 3)
    for number in (first, second, third):
        office.do(HANH, number, "take")
        office.do(BA, number, "assign", to=person(HAI))
    asked = office.do(HAI, first, "supplement", items=["Bản sao căn cước"], reason="Thiếu")
    assert (asked.status, asked.work.paused, asked.work.due) == (Status.SUPPLEMENT, True, None)
    assert names(office, HAI, "waiting") == ["0001"]
    assert not office.tried(HAI, first, "appraise", text="x").done
    office.clock.advance(days=1)
    back = office.do(HANH, first, "supplemented")
    assert (back.work.officer, back.work.step, back.work.paused) == (HAI.officer, "appraise", False)
    assert back.work.due is not None
    assert not office.tried(HAI, first, "supplement", items=["x"]).done  # once only
    assert office.do(BA, second, "apology", reason="Chờ xác minh", days=2).renewed is not None
    office.do(HAI, second, "consult", office="Công an xã", question="Cư trú?", days=1)
    assert "im lặng" in office.tried(HAI, second, "appraise", text="Đủ").sentence
    office.do(HANH, second, "answer", opinion="agree")
    office.do(HAI, second, "appraise", outcome="refuse", text="Không đủ", to=person(BA))
    refused = office.do(BA, second, "refuse", reasons=["Không đúng đối tượng"])
    assert (refused.status, refused.result) == (Status.DONE, "refused")
    assert office.do(BA, second, "send-back").away is not None
    assert office.do(BA, third, "stop", reason="Chết", basis="Luật").status is Status.STOPPED
    assert names(office, BA, "unit") == ["0001"]
    assert verify(office.center)["ok"]


def test_after_any_acts_every_row_is_what_a_rebuild_gives(office: Staffed) -> None:
    chance = Random(1)
    numbers = office.forwarded(*range(1, 5))
    given: dict[str, dict[str, Any]] = {
        "assign": {"to": person(HAI), "why": "load"}, "appraise": {"text": "Đủ", "despite": "Gấp"},
        "consult": {"office": "Công an", "question": "?", "days": 1}, "approve": {"number": "1/QĐ"},
        "rework": {"reason": "Sai"}, "seal": {"number": "1"}, "supplement": {"items": ["A"], "reason": "B"},
        "fee": {"amount": 5}, "stop": {"reason": "x"}, "withdraw": {"reason": "x"}, "undo": {"reason": "x"},
        "reopen": {"reason": "x"}, "forward": {"to": OTHER_UNIT}, "note": {"text": "x"},
        "send-back": {"note": "dở", "unfinished": True},
    }  # fmt: skip
    everything = Actor(Officer("a", "A"), frozenset(), unbound=True)
    done = 0
    for _ in range(40):
        verb = chance.choice(["take", "assign", "appraise", "approve", "seal", *sorted(given)])
        found = act(office.center, everything, chance.choice(numbers), verb, given.get(verb, {}))
        done += found.done
        office.clock.now += timedelta(minutes=chance.choice([0, 30, 300]))
    assert done >= 10
    report = verify(office.center)
    assert report["ok"], report["problems"]


def test_every_list_is_read_along_an_index_of_open_dossiers(tmp_path: Path) -> None:
    """On SQLite: of a table of no rows PostgreSQL reads everything, whatever indexes there are."""
    office = staffed(sqlite_at(tmp_path / "center.db"), tmp_path)
    try:
        with office.center.store.snapshot() as ledger:
            rows = center_rows(ledger)
            for which in LISTS:
                query = tasks_query(office.center, HAI, which, rows)
                compiled = query.compile(dialect=rows.connection.dialect)
                values = tuple(compiled.params[name] for name in compiled.positiontup or ())
                explain = f"EXPLAIN QUERY PLAN {compiled.string}"
                told = str(rows.connection.exec_driver_sql(explain, values).all())
                assert "dossiers_of_" in told, (which, told)
                assert "SCAN dossiers" not in told, (which, told)
    finally:
        office.center.close()
