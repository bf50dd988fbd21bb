"""Working by steps in the browser: each role's part of a matter, selections, hand-over lists, two at once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from starlette.applications import Starlette

from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.tree import add_unit
from sync.center.web.rights import RIGHTS
from sync.center.web.verb_fields import ASK
from sync.center.web.verb_pages import page_name
from sync.center.web.work_view import SLUGS
from sync.center.work.acting import work_of
from sync.center.work.checking import verify
from sync.center.work.rights import Actor
from sync.center.work.verbs import VERBS
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Dossier, Officer, Paper
from tests.center.places import UNIT, Clock, MemoryDesk, intake
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.visitor import PASSWORD, Visitor, hire

ANYBODY = Actor(Officer("x", "x"), frozenset(), unbound=True)


class Office:
    """The people of the commune, each at a browser; they process their own unit's dossiers."""

    def __init__(self, center: Center, app: Starlette) -> None:
        self.center, self.app = center, app

    def at(self, login: str, name: str, *roles: Role, unit: str = UNIT) -> Visitor:
        hire(self.center, login, *roles, unit=unit, name=name)
        visitor = Visitor(self.app)
        assert visitor.log_in(login) == 303
        return visitor

    def dossier(self, path: str) -> Dossier:
        return work_of(self.center, ANYBODY, path.removeprefix("/ho-so/")).dossier


@pytest.fixture
def office(center: Center, app: Starlette) -> Office:
    return Office(center, app)


@pytest.fixture
def hanh(office: Office) -> Visitor:
    return office.at("hanh", "Phạm Thị Hạnh", Role.RECEPTION)


@pytest.fixture
def hai(office: Office) -> Visitor:
    return office.at("hai", "Lê Văn Hai", Role.SPECIALIST)


@pytest.fixture
def ba(office: Office) -> Visitor:
    return office.at("chi.ba", "Trần Thị Ba", Role.LEADER)


@pytest.fixture
def tu(office: Office) -> Visitor:
    return office.at("chi.tu", "Vũ Thị Tư", Role.RECORDS)


def do(visitor: Visitor, dossier: str, verb: str, **values: object) -> Visitor:
    """Fills the verb's form; one that is refused fails the test."""
    assert visitor.fill(f"{dossier}/{SLUGS[verb]}", **values) == 303, visitor.text
    assert visitor.follow() == 200
    return visitor


def through(dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor, tu: Visitor) -> None:
    """A matter from the delivery to the seal."""
    do(hanh, dossier, "take", list="01/DS", to="hai")
    do(hai, dossier, "appraise", outcome="grant", text="Đủ điều kiện", to="chi.ba")
    do(ba, dossier, "approve", outcome="grant", number="15/QĐ", date="", to="chi.tu")
    do(tu, dossier, "seal", number="15/QĐ-UBND", date="", copies="2", to="hanh")


def test_every_verb_has_a_form_and_a_line_in_the_table_of_rights() -> None:
    assert set(ASK) == set(VERBS)
    assert set(SLUGS) == set(VERBS) - {"forward"}, "forwarding has its own page"
    assert {page_name(verb) for verb in SLUGS} <= set(RIGHTS)


def test_a_matter_goes_through_all_hands_in_the_pages(
    center: Center, dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor, tu: Visitor, office: Office
) -> None:
    through(dossier, hanh, hai, ba, tu)
    state = office.dossier(dossier)
    assert state.work.sealing is not None
    assert state.work.sealing.number == "15/QĐ-UBND"
    assert state.work.officer == Officer("hanh", "Phạm Thị Hạnh")
    do(hanh, dossier, "send-back", result="Giấy khai sinh", papers="", note="")
    assert office.dossier(dossier).status == "done"
    assert "Đóng dấu, phát hành số 15/QĐ-UBND" in hanh.text
    assert "Thời gian từng bước" in hanh.text
    assert {one.what for one in lines(center) if one.act == "worked"} >= {
        f"{ONE} Thẩm định",
        f"{ONE} Phê duyệt",
    }
    assert verify(center)["ok"]


def test_the_page_offers_each_role_what_it_may_do_now_and_says_why_not_the_rest(
    dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor, tu: Visitor
) -> None:
    def offered(visitor: Visitor) -> set[str]:
        visitor.open(dossier)
        part = visitor.text.partition('<nav class="verbs"')[2].partition("</nav>")[0]
        return set(re.findall(rf'href="{dossier}/([a-z-]+)"', part))

    assert {"nhan-ban-giao", "phan-cong", "cong-dan-rut"} <= offered(hanh)
    assert "tham-dinh" in offered(hai)
    assert "phe-duyet" not in offered(ba)
    assert "Phê duyệt: Hồ sơ đang ở bước Tiếp nhận." in ba.text
    assert "dong-dau" not in offered(tu)
    do(hanh, dossier, "take", list="", to="hai")
    assert {"nhan-ban-giao", "phan-cong"} & offered(hanh) == set()
    do(hai, dossier, "appraise", outcome="grant", text="", to="chi.ba")
    assert "phe-duyet" in offered(ba)
    assert "tham-dinh" not in offered(hai)


def test_an_act_that_may_not_be_done_now_says_why_and_shows_no_form(dossier: str, ba: Visitor) -> None:
    assert ba.open(f"{dossier}/phe-duyet") == 200
    assert "Hồ sơ đang ở bước Tiếp nhận." in ba.text
    assert 'name="seen"' not in ba.answer.text


@pytest.mark.parametrize(
    ("verb", "typed", "field", "words"),
    [
        ("consult", {"office": "", "question": "Xác minh", "days": "3"}, "office", "Chưa ghi"),
        ("consult", {"office": "Sở Tư pháp", "question": "Xác minh", "days": "ba"}, "days", "chữ số"),
        ("consult", {"office": "Sở Tư pháp", "question": "Xác minh", "days": "900"}, "days", "từ 1 đến 60"),
        ("appraise", {"outcome": "refuse", "text": ""}, "text", "lý do"),
        ("appraise", {"outcome": "khac", "text": "Xác minh"}, "outcome", "trong danh sách"),
        ("appraise", {"outcome": "grant", "text": "Xác minh", "to": "nobody"}, "to", "Người này"),
        ("supplement", {"items": " \n ", "reason": "Xác minh"}, "items", "Chưa ghi"),
        ("fee", {"amount": "", "reason": "Xác minh"}, "amount", "Chưa ghi"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_nothing_typed_is_lost(
    dossier: str, hanh: Visitor, hai: Visitor, office: Office,
    verb: str, typed: dict[str, str], field: str, words: str,
) -> None:  # fmt: skip
    do(hanh, dossier, "take", list="", to="hai")
    before = office.dossier(dossier).tips
    assert hai.fill(f"{dossier}/{SLUGS[verb]}", **typed) == 422
    assert f'id="m-{field}"' in hai.answer.text
    assert words in hai.text.partition(f'id="m-{field}"')[2].partition("</span>")[0]
    kept = [value for value in typed.values() if value == "Xác minh"]
    assert all(f">{one}<" in hai.text or f'value="{one}"' in hai.text for one in kept)
    assert office.dossier(dossier).tips == before


def test_the_second_of_two_sees_what_changed_and_keeps_what_was_typed(
    dossier: str, hanh: Visitor, ba: Visitor, office: Office
) -> None:
    nam = office.at("nam", "Hoàng Văn Năm", Role.LEADER)
    office.at("hai", "Lê Văn Hai", Role.SPECIALIST)
    for one in (ba, nam):
        one.open(f"{dossier}/dung")
    assert ba.send(f"{dossier}/dung", reason="Trùng hồ sơ", basis="") == 303
    assert nam.send(f"{dossier}/dung", reason="Công dân đề nghị", basis="") == 409
    assert "Thay đổi từ khi mở trang này" in nam.text
    assert "Trùng hồ sơ" in nam.text, "what the other did"
    assert ">Công dân đề nghị</textarea>" in nam.text
    assert office.dossier(dossier).reason == "Trùng hồ sơ"


def test_who_lost_a_dossier_while_writing_is_told_who_has_it_and_why(
    dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor, office: Office
) -> None:
    office.at("sau", "Đặng Văn Sáu", Role.SPECIALIST)
    do(hanh, dossier, "take", list="", to="hai")
    hai.open(f"{dossier}/tham-dinh")
    do(ba, dossier, "reassign", to="sau", why="absence", note="Nghỉ phép")
    assert hai.send(f"{dossier}/tham-dinh", outcome="grant", text="Đã xem kỹ", to="chi.ba") == 409
    assert "Hồ sơ đang do Đặng Văn Sáu xử lý" in hai.text
    assert "Nghỉ phép" in hai.text
    assert ">Đã xem kỹ</textarea>" in hai.text
    assert office.dossier(dossier).work.proposal is None


def test_an_act_on_a_state_that_stands_can_be_sent_again_after_a_change(
    dossier: str, hanh: Visitor, ba: Visitor, office: Office
) -> None:
    ba.open(f"{dossier}/xin-loi")
    do(hanh, dossier, "note", text="Công dân gọi hỏi")
    values = {"reason": "Hồ sơ phức tạp", "days": "2"}
    assert ba.send(f"{dossier}/xin-loi", **values) == 409
    assert "Công dân gọi hỏi" in ba.text
    assert 'value="2" selected' in ba.text
    assert ba.send(f"{dossier}/xin-loi", **values) == 303
    assert office.dossier(dossier).renewed is not None


def test_an_apology_is_chosen_by_its_new_date(dossier: str, ba: Visitor, office: Office) -> None:
    assert ba.open(f"{dossier}/xin-loi") == 200
    found = re.search(r'value="3">3 ngày làm việc – hẹn lại (\d\d:\d\d \d\d/\d\d/\d{4})', ba.text)
    assert found is not None
    do(ba, dossier, "apology", reason="Hồ sơ phức tạp", days="3")
    assert f"Hẹn trả {found[1]}" in ba.text
    renewed = office.dossier(dossier).renewed
    assert renewed is not None
    assert f"{renewed[1]:%H:%M %d/%m/%Y}" == found[1]
    ba.open(f"{dossier}/xin-loi")
    assert "đã hẹn lại một lần" in ba.text
    assert 'name="days"' not in ba.text


def test_an_expired_session_comes_back_to_the_verbs_form_with_its_content(
    clock: Clock, dossier: str, ba: Visitor, office: Office
) -> None:
    form = f"{dossier}/dung"
    ba.open(form)
    clock.advance(minutes=31)
    assert ba.send(form, reason="Trùng hồ sơ", basis="Điều 5") == 401
    assert ba.send("/dang-nhap", login="chi.ba", password=PASSWORD) == 303
    assert ba.location == form
    ba.follow()
    assert ">Trùng hồ sơ</textarea>" in ba.text
    assert 'value="Điều 5"' in ba.text
    assert office.dossier(dossier).status == "received"
    assert ba.send(form, reason="Trùng hồ sơ", basis="Điều 5") == 303


def test_a_form_without_what_was_seen_does_nothing(dossier: str, ba: Visitor, office: Office) -> None:
    ba.open(f"{dossier}/dung")
    hidden = {"_ma": ba.hidden()["_ma"]}
    assert ba.send(f"{dossier}/dung", hidden, reason="Trùng") == 422
    assert ">Trùng</textarea>" in ba.text
    assert office.dossier(dossier).status == "received"


def test_an_office_is_asked_and_its_silence_is_no_consent(
    dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor, office: Office
) -> None:
    do(hanh, dossier, "take", list="", to="hai")
    do(hai, dossier, "consult", office="Công an xã", question="Nơi cư trú", days="2", unit="")
    assert "chưa trả lời" in hai.text
    assert hai.fill(f"{dossier}/tham-dinh", outcome="grant", text="", to="chi.ba", despite="") == 422
    assert 'id="m-despite"' in hai.answer.text
    [asked] = office.dossier(dossier).work.consultations
    do(hanh, dossier, "answer", entry=asked.entry, opinion="disagree", text="Chưa đăng ký", number="9/CV")
    assert "Không đồng ý" in hanh.text or "không đồng ý" in hanh.text
    do(hai, dossier, "appraise", outcome="refuse", text="Công an xã không đồng ý", to="chi.ba")
    assert "Công an xã không đồng ý" in ba.text or ba.open(dossier) == 200


def test_lists_of_tasks_show_each_his_own(
    desk: MemoryDesk, dossier: str, hanh: Visitor, hai: Visitor, office: Office
) -> None:
    assert hanh.open("/viec?ds=unit") == 200
    assert ONE in hanh.text
    hai.open("/viec")
    assert ONE not in hai.text
    do(hanh, dossier, "take", list="", to="hai")
    hai.open("/viec")
    assert ONE in hai.text
    assert "Thẩm định" in hai.text
    hai.open("/viec?ds=unassigned")
    assert ONE not in hai.text
    for name in ("late", "soon", "coming", "waiting", "return", "nothing", "mine&nguoi=hai", "unit&gio=40"):
        assert hai.open(f"/viec?ds={name}") == 200, name
    hai.open("/")
    assert "Việc của đơn vị" in hai.text
    assert "<b>1</b> việc của tôi" in hai.text


def test_long_lists_are_paged_and_a_wrong_place_is_told(desk: MemoryDesk, hanh: Visitor) -> None:
    desk.receive(*(f"{UNIT}-261123-{number:04d}" for number in range(1, 56)))
    desk.push()
    hanh.open("/viec?ds=unit")
    seen = set(re.findall(rf"{UNIT}-261123-\d{{4}}</a>", hanh.text))
    assert len(seen) == 50
    on = re.search(r'rel="next" href="([^"]+)"', hanh.text)
    assert on is not None
    hanh.open(on[1])
    assert len(seen | set(re.findall(rf"{UNIT}-261123-\d{{4}}</a>", hanh.text))) == 55
    assert "Về đầu danh sách" in hanh.text
    assert hanh.open("/viec?ds=unit&tu=khong-dung") == 400


def received_with_papers(desk: MemoryDesk, *numbers: str) -> list[bytes]:
    """Dossiers with two papers each."""
    papers = (Paper("Tờ khai", originals=1), Paper("Bản sao hộ khẩu", copies=1))
    ids = [bytes([at + 1]) * 16 for at in range(len(numbers))]
    for number, one in zip(numbers, ids, strict=True):
        made = replace(intake(number, desk.center.clock()), papers=papers)
        desk.write(Draft(kinds.RECEIVED, intake_out(made), one))
    desk.push()
    return ids


def picked(visitor: Visitor) -> list[str]:
    """The values of the boxes of the list."""
    return re.findall(r'name="d" value="([^"]+)"', visitor.text)


def test_a_selection_is_acted_on_and_each_dossier_says_what_came_of_it(
    desk: MemoryDesk, ba: Visitor, hanh: Visitor, hai: Visitor, office: Office
) -> None:
    made = desk.receive(*(f"{UNIT}-261123-{number:04d}" for number in range(1, 4)))
    desk.push()
    ba.open("/viec?ds=unit&chon=het")
    assert ba.text.count("checked></span>") == 3
    chosen = picked(ba)
    assert ba.send("/viec/chon", d=chosen, verb="assign") == 200
    assert "3 hồ sơ" in ba.text
    form = ba.hidden()
    do(hanh, f"/ho-so/{UNIT}/{made[0].hex()}", "note", text="Công dân gọi hỏi")
    assert ba.send("/viec/chon", form, d=chosen, to="") == 422
    assert 'id="m-to"' in ba.answer.text
    assert ba.send("/viec/chon", form, d=chosen, to="hai", note="Gấp") == 200
    assert "Đã ghi 2 trên 3 hồ sơ" in ba.text
    assert "Công dân gọi hỏi" in ba.text, "what changed meanwhile"
    left = picked(ba)
    assert len(left) == 1
    again = {"d": left, "verb": "assign", "to": "hai", "note": "Gấp"}
    assert ba.send("/viec/chon", {"_ma": form["_ma"]}, **again) == 200
    assert ">Gấp</textarea>" in ba.text, "the same words are offered again"
    assert ba.send("/viec/chon", {"_ma": form["_ma"]}, **again, go="assign") == 200
    assert "Đã ghi 1 trên 1 hồ sơ" in ba.text
    hai.open("/viec")
    assert len(picked(hai)) == 3


def test_a_selection_without_dossiers_or_with_a_verb_of_others_is_refused(hai: Visitor, dossier: str) -> None:
    hai.open("/viec/chon")
    hidden = hai.hidden()
    assert hai.send("/viec/chon", {"_ma": hidden["_ma"]}) == 422
    assert "Chưa chọn hồ sơ nào" in hai.text
    hai.open("/viec?ds=unit")
    chosen = picked(hai)
    assert hai.send("/viec/chon", d=chosen, verb="approve", go="approve") == 422
    assert "Chọn việc cần làm" in hai.text
    assert hai.send("/viec/chon", d=["x~y~z"] * 3, verb="note", go="note", text="Ghi") == 200
    assert "Đã ghi 0 trên 1 hồ sơ" in hai.text
    assert hai.send("/viec/chon", d=[f"{at}~y~z" for at in range(101)], verb="note") == 422


def test_a_hand_over_list_is_scanned_checked_and_taken_with_what_is_missing(
    desk: MemoryDesk, hanh: Visitor, hai: Visitor, office: Office
) -> None:
    first, second = received_with_papers(desk, ONE, f"{UNIT}-261123-0002")
    typed = {
        "scanned": f"{ONE.lower()}\n{UNIT}-261123-0002\n{UNIT}-261123-0002\nH99.99.001-261123-9999",
        "list": "7/DS",
    }
    assert hanh.fill("/viec/nhan-ban-giao", **typed, to="hai", go="check") == 200
    assert hanh.text.count("<fieldset>") == 2
    assert "H99.99.001-261123-9999</span>:" in hanh.text
    box = f'name="missing" value="{first.hex()}~1"'
    assert box in hanh.text
    assert "Thiếu: Bản sao hộ khẩu" in hanh.text
    seen = re.findall(r'name="seen" value="([^"]+)"', hanh.text)
    values = {**typed, "to": "hai", "go": "take", "missing": [f"{first.hex()}~1"], "seen": seen}
    assert hanh.send("/viec/nhan-ban-giao", **values) == 200
    assert "Đã ghi 2 trên 3 hồ sơ" in hanh.text
    assert "Giấy tờ còn thiếu" in hanh.text
    state = office.dossier(f"/ho-so/{UNIT}/{first.hex()}")
    assert state.intake is not None
    assert state.work.missing == (state.intake.papers[1].name,)
    assert "papers-missing" in state.flags
    assert office.dossier(f"/ho-so/{UNIT}/{second.hex()}").work.missing == ()
    hai.open(f"/ho-so/{UNIT}/{first.hex()}")
    assert "Giấy tờ bàn giao còn thiếu" in hai.text


def test_a_list_that_changed_after_it_was_checked_is_shown_again(
    dossier: str, hanh: Visitor, tu: Visitor, office: Office
) -> None:
    hanh.fill("/viec/nhan-ban-giao", scanned=ONE, list="", to="", go="check")
    hidden = hanh.hidden()
    do(tu, dossier, "note", text="Thiếu chữ ký")
    values = {"scanned": ONE, "list": "7/DS", "to": "", "go": "take"}
    assert hanh.send("/viec/nhan-ban-giao", hidden, **values) == 409
    assert "Thiếu chữ ký" in hanh.text
    assert 'value="7/DS"' in hanh.text
    assert office.dossier(dossier).work.runs == ()
    assert hanh.send("/viec/nhan-ban-giao", **values) == 200
    assert "Đã ghi 1 trên 1 hồ sơ" in hanh.text


@pytest.mark.parametrize("scanned", ["", " \n;,", "\n".join(f"A-{at}" for at in range(61))])
def test_an_empty_or_endless_list_is_named(hanh: Visitor, scanned: str) -> None:
    assert hanh.fill("/viec/nhan-ban-giao", scanned=scanned, list="7/DS", to="", go="take") == 422
    assert 'id="m-scanned"' in hanh.answer.text
    assert 'value="7/DS"' in hanh.text


def test_a_dossier_added_after_the_check_is_counted_in_first(
    desk: MemoryDesk, dossier: str, hanh: Visitor, office: Office
) -> None:
    desk.receive(f"{UNIT}-261123-0002")
    desk.push()
    hanh.fill("/viec/nhan-ban-giao", scanned=ONE, list="", to="", go="check")
    more = f"{ONE} {UNIT}-261123-0002"
    assert hanh.send("/viec/nhan-ban-giao", scanned=more, list="", to="", go="take") == 422
    assert "kiểm giấy tờ rồi nhận" in hanh.text
    assert office.dossier(dossier).work.runs == ()


@pytest.mark.parametrize("role", [Role.LEADER, Role.ADMINISTRATOR])
def test_all_that_a_person_has_goes_to_another(
    desk: MemoryDesk, dossier: str, hanh: Visitor, hai: Visitor, office: Office, role: Role
) -> None:
    boss = office.at("boss", "Ngô Thị Bảy", role, unit=UNIT if role is Role.LEADER else "")
    office.at("sau", "Đặng Văn Sáu", Role.SPECIALIST)
    boss.open(f"/viec/ban-giao-nguoi?don-vi={UNIT}")
    assert "Không ai trong đơn vị đang giữ hồ sơ" in boss.text
    do(hanh, dossier, "take", list="", to="hai")
    boss.open(f"/viec/ban-giao-nguoi?don-vi={UNIT}")
    assert "Lê Văn Hai – chuyên viên: 1 hồ sơ" in boss.text
    values = {"person": "hai", "to": "hai", "why": "", "note": "Nghỉ sinh"}
    assert boss.send("/viec/ban-giao-nguoi", **values) == 422
    assert 'id="m-why"' in boss.answer.text
    assert 'id="m-to"' in boss.answer.text
    assert ">Nghỉ sinh</textarea>" in boss.text
    assert boss.send("/viec/ban-giao-nguoi", **{**values, "to": "sau", "why": "absence"}) == 200
    assert "Đã ghi 1 trên 1 hồ sơ" in boss.text
    assert "Nguyễn Thị Đào" not in boss.text, "a number says enough"
    assert office.dossier(dossier).work.officer == Officer("sau", "Đặng Văn Sáu")


def test_the_control_sheet_writes_itself(
    dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor, tu: Visitor
) -> None:
    hanh.open(f"{dossier}/kiem-soat")
    assert "Hồ sơ chưa được bàn giao lần nào" in hanh.text
    through(dossier, hanh, hai, ba, tu)
    assert ba.open(f"{dossier}/kiem-soat") == 200
    assert "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ" in ba.text
    for name in ("Lê Văn Hai", "Trần Thị Ba", "Vũ Thị Tư"):
        assert f"2. Nhận: {name}" in ba.text
    assert "Trước hạn" in ba.text


def test_staff_of_a_region_see_where_a_dossier_is_but_do_nothing_to_it(
    center: Center, dossier: str, office: Office
) -> None:
    add_unit(center, UNIT, "Xã Ví Dụ", OTHER)
    above = office.at("tren", "Người Cấp Trên", Role.LEADER, unit=OTHER)
    assert above.open(dossier) == 200
    assert "Hồ sơ đang ở đâu" in above.text
    assert '<nav class="verbs"' not in above.text
    above.open(f"{dossier}/dung")
    assert "đơn vị khác giải quyết" in above.text
    hidden = {"_ma": above.hidden()["_ma"], "seen": "0" * 16}
    assert above.send(f"{dossier}/dung", hidden, reason="Trùng") == 422
    assert office.dossier(dossier).status == "received"


def test_approving_a_selection_confirms_what_was_proposed_for_each(
    desk: MemoryDesk, hanh: Visitor, hai: Visitor, ba: Visitor, office: Office
) -> None:
    paths = [f"/ho-so/{UNIT}/{one.hex()}" for one in desk.receive(ONE, f"{UNIT}-261123-0002")]
    desk.push()
    for path, outcome in zip(paths, ("grant", "refuse"), strict=True):
        do(hanh, path, "take", list="", to="hai")
        do(hai, path, "appraise", outcome=outcome, text="Đã xem", to="chi.ba")
    ba.open("/viec?ds=mine")
    assert ba.send("/viec/chon", d=picked(ba), verb="approve") == 200
    assert "Theo đề xuất của từng hồ sơ" in ba.text
    assert ba.send("/viec/chon", d=picked(ba), outcome="", number="") == 200
    assert "Đã ghi 2 trên 2 hồ sơ" in ba.text
    outcomes = [office.dossier(path).work.approval for path in paths]
    assert [one.outcome for one in outcomes if one is not None] == ["grant", "refuse"]


def test_a_late_dossier_is_said_to_be_late_above_every_form(
    clock: Clock, dossier: str, ba: Visitor, office: Office
) -> None:
    ba.open(f"{dossier}/xin-loi")
    assert "Quá hạn" not in ba.text
    clock.advance(days=4)
    assert ba.log_in("chi.ba") == 303
    ba.open(f"{dossier}/xin-loi")
    assert "! Quá hạn – Hẹn trả" in ba.text
    ba.open("/viec?ds=late")
    assert ONE in ba.text


def test_a_leader_is_warned_while_an_apology_is_still_in_time_others_of_their_last_hours(
    desk: MemoryDesk, dossier: str, clock: Clock, office: Office, hai: Visitor, ba: Visitor
) -> None:
    """The dossier is due less than two working days on: its apology has to be out within one."""
    told = office.dossier(dossier)
    assert told.due_at is not None
    clock.advance(minutes=20)
    for visitor, soon in ((ba, True), (hai, False)):
        visitor.open("/viec?ds=soon")
        assert (ONE in visitor.text) is soon
    ba.open("/")
    assert "<b>1</b> sắp đến hạn trong 16 giờ làm việc" in ba.text
    do(ba, dossier, "apology", reason="Chờ xác minh", days="2")
    renewed = office.dossier(dossier).renewed
    assert renewed is not None
    assert renewed[0] == told.due_at < renewed[1]
    ba.open("/viec?ds=soon")
    assert ONE not in ba.text


def test_tasks_are_narrowed_to_an_office(dossier: str, hanh: Visitor, hai: Visitor) -> None:
    do(hanh, dossier, "assign", to="hai", office="Tư pháp")
    for office, shown in (("Tư pháp", True), ("Địa chính", False)):
        hai.open(f"/viec?ds=unit&phong={office}")
        assert (ONE in hai.text) is shown
        assert f'value="{office}"' in hai.text


def test_tasks_are_narrowed_to_a_step_by_its_name(dossier: str, hanh: Visitor, hai: Visitor) -> None:
    do(hanh, dossier, "assign", to="hai")
    hai.open("/viec?ds=unit")
    assert '<option value="Thẩm định">' in hai.text, "the steps there may be are offered"
    _owner, step = re.findall(r"<td>([^<]+)<br>", hai.text)
    for name, shown in ((step, True), ("Đóng dấu", False)):
        hai.open(f"/viec?ds=unit&buoc={name}")
        assert (ONE in hai.text) is shown, name
        assert f'name="buoc" value="{name}"' in hai.text


def test_who_signs_for_another_says_for_whom_and_the_dossier_names_both(
    office: Office, dossier: str, hanh: Visitor, hai: Visitor, ba: Visitor
) -> None:
    do(hanh, dossier, "take", to="hai")
    do(hai, dossier, "appraise", outcome="grant", text="Đủ", to="chi.ba")
    asked = {
        "outcome": "grant",
        "capacity": "KT.",
        "signer": "Đỗ Văn Bốn",
        "title": "Phó Chủ tịch",
        "number": "15/QĐ",
    }
    assert ba.fill(f"{dossier}/{SLUGS['approve']}", **asked) == 422
    assert 'id="m-instead_of"' in ba.answer.text
    assert 'value="Đỗ Văn Bốn"' in ba.text
    do(ba, dossier, "approve", **asked, instead_of="Chủ tịch")
    approval = office.dossier(dossier).work.approval
    assert approval is not None
    assert "Đỗ Văn Bốn ký thay Chủ tịch, số 15/QĐ" in office.dossier(dossier).history[-1].text
    assert ba.open(f"{dossier}/kiem-soat") == 200
    assert "Trần Thị Ba" in ba.text
