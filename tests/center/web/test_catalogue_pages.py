"""The catalogue's pages: a table compared, seen, published or signed elsewhere, taken back; hostile files."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sync.catalogue.catalogue import load_shipped
from sync.catalogue.releases import fingerprint, read_packed
from sync.catalogue.table import MOST_BYTES
from sync.center.notices.wording import DEFAULT, wording_of
from sync.center.publishing.in_force import catalogue_of, chain_of
from sync.center.publishing.keys import local_key, make_key_file, open_key_file
from sync.center.publishing.publishing import sign_here
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.web import uploads
from sync.center.web.forms import Form, FormRefused
from sync.center.work.calendars import calendar_of
from sync.center.work.processes import limits_of
from sync.identity.keys import NodeKeys
from tests.center.places import Clock
from tests.center.web.released import CODE, NEW_CODE, OTHER_CODE, amended, bomb, csv, declaring, xlsx
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
DECISION = {"decision": "858/QĐ-BTP", "decided": "2026-11-20", "effective": "2026-11-23"}


def name_of(code: str) -> str:
    known = load_shipped().get(code)
    assert known is not None
    return known.name


def table() -> bytes:
    """One amended, one new, one abolished, one row that says nothing clearly."""
    return xlsx(
        amended(name_of(CODE)),
        [NEW_CODE, "Xác nhận thử nghiệm", "Hộ tịch", "2 ngày làm việc", "", ""],
        [OTHER_CODE, name_of(OTHER_CODE), "", "", "Bãi bỏ", ""],
        ["1.00", "Mã sai", "", "", "", ""],
    )


def drafted(me: Visitor, content: bytes = b"", name: str = "quyet-dinh.xlsx", **more: str) -> str:
    """Uploads a table; the draft's address."""
    assert me.upload("/danh-muc/soan", name, content or table(), **(DECISION | more)) == 303, me.text
    return me.location


def limit_of(center: Center) -> str:
    known = catalogue_of(center).get(CODE)
    assert known is not None
    return known.limit


def test_a_table_is_seen_field_by_field_before_anything_is_published(center: Center, enter: Enter) -> None:
    admin = enter(Role.ADMINISTRATOR)
    before = limit_of(center)
    draft = drafted(admin)
    assert admin.follow() == 200
    assert "mới 1, sửa đổi 1, bãi bỏ 1" in admin.text
    said = " ".join(re.sub(r"<[^>]+>", " ", admin.text).split())
    assert f"Thời hạn: {before} → 9 ngày làm việc" in said
    assert "Dòng 5 Mã thủ tục mã thủ tục phải có dạng" in said, "the mistake stands with its row"
    assert chain_of(center).sequence == 0
    assert limit_of(center) == before
    admin.open(f"{draft}?loai=new")
    assert NEW_CODE in admin.text
    assert f'<span class="code">{CODE}</span>' not in admin.text
    admin.open(f"{draft}?tim=thử+nghiệm")
    assert "1 thay đổi được lọc" in admin.text


def test_an_administrator_prepares_and_a_leader_publishes(center: Center, enter: Enter) -> None:
    admin, leader = enter(Role.ADMINISTRATOR), enter(Role.LEADER)
    draft = drafted(admin)
    assert admin.open(f"{draft}/cong-bo") == 403
    leader.open("/danh-muc")
    assert draft in leader.text
    assert leader.fill(f"{draft}/cong-bo") == 422, "not without the confirmation"
    assert chain_of(center).sequence == 0
    assert leader.fill(f"{draft}/cong-bo", sure="yes") == 303
    assert leader.follow() == 200
    assert "Lê Văn Cường" in leader.text, "who published it"
    assert "0 trên 0" in leader.text
    assert limit_of(center) == "9 ngày làm việc"
    assert "release-published" in [one.act for one in lines(center)]
    assert leader.open(draft) == 404, "a draft that is out is none any more"
    assert leader.open("/danh-muc/ban/1") == 200
    assert "9 ngày làm việc" in leader.text


def test_a_draft_is_signed_on_another_machine(center: Center, enter: Enter, tmp_path: Path) -> None:
    leader = enter(Role.LEADER)
    draft = drafted(leader)
    assert leader.open(f"{draft}/tep") == 200
    assert leader.answer.headers["content-disposition"].startswith("attachment")
    keys, code = make_key_file(tmp_path / "publishing.key")
    signed = sign_here(read_packed(leader.answer.content), open_key_file(tmp_path / "publishing.key", code))
    assert leader.upload("/danh-muc/ban-da-ky", "a.signed", signed.raw) == 303
    assert leader.location == draft, "in place of what it was made of"
    leader.follow()
    assert fingerprint(keys.public.sign) in leader.text
    assert "Dòng 5" in leader.text, "the rows that were not understood stay beside it"
    assert leader.fill(f"{draft}/cong-bo", sure="yes") == 303
    assert chain_of(center).key == keys.public.sign
    assert center.secrets is not None
    assert local_key(center, center.secrets) is None, "no key was made here"
    again = drafted(leader, csv(amended(name_of(CODE), "8 ngày làm việc")), "b.csv")
    leader.open(again)
    assert "khóa công bố không nằm trên máy này" in leader.text
    assert leader.open(f"{again}/cong-bo") == 200
    assert leader.send(f"{again}/cong-bo", leader.token, sure="yes") == 409
    assert chain_of(center).sequence == 1


def test_what_was_signed_by_a_stranger_or_broken_is_refused_with_the_reason(
    center: Center, enter: Enter
) -> None:
    leader = enter(Role.LEADER)
    draft = drafted(leader)
    leader.fill(f"{draft}/cong-bo", sure="yes")
    again = drafted(leader, xlsx(amended(name_of(CODE), "8 ngày làm việc")))
    leader.open(f"{again}/tep")
    signed = sign_here(read_packed(leader.answer.content), NodeKeys(bytes(range(64))))
    assert leader.upload("/danh-muc/ban-da-ky", "a", signed.raw) == 422
    assert "khóa khác" in leader.text
    assert leader.upload("/danh-muc/ban-da-ky", "a", signed.raw[:-1]) == 422
    assert "Chữ ký của bản công bố không đúng" in leader.text
    assert leader.upload("/danh-muc/ban-da-ky", "a", b"") == 422
    assert leader.upload("/danh-muc/ban-da-ky", "a", b"x" * (3 * 2**20)) == 422
    assert "lớn hơn 2 MB" in leader.text


def test_taking_back_is_a_new_release_that_is_seen_and_confirmed(center: Center, enter: Enter) -> None:
    leader, before = enter(Role.LEADER), limit_of(center)
    leader.fill(f"{drafted(leader)}/cong-bo", sure="yes")
    assert leader.fill("/danh-muc/ban/1/thu-hoi", decision="") == 422
    assert leader.fill("/danh-muc/ban/1/thu-hoi", decision="900/QĐ-BTP") == 303
    draft = leader.location
    leader.follow()
    assert "bản 1" in leader.text
    assert limit_of(center) == "9 ngày làm việc"
    assert leader.fill(f"{draft}/cong-bo", sure="yes") == 303
    assert chain_of(center).sequence == 2
    assert limit_of(center) == before
    leader.open("/danh-muc/ban/1")
    assert "Đã bị thu hồi" in leader.text


def test_of_two_drafts_the_second_is_told_that_another_came_out(center: Center, enter: Enter) -> None:
    one, other = enter(Role.LEADER), enter(Role.LEADER)
    first, second = drafted(one), drafted(other, xlsx(amended(name_of(CODE), "7 ngày làm việc")))
    other.open(f"{second}/cong-bo")
    hidden = other.hidden()
    assert one.fill(f"{first}/cong-bo", sure="yes") == 303
    assert other.send(f"{second}/cong-bo", hidden, sure="yes") == 409
    assert "không nối tiếp" in other.text
    other.open(second)
    assert "Đã có bản khác được công bố" in other.text
    assert other.send(second, other.token, go="drop") == 303
    assert other.open(second) == 404
    assert limit_of(center) == "9 ngày làm việc"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bomb(), "nén bất thường"),
        (declaring(), "khai báo lạ"),
        (b"PK\x03\x04" + b"\x00" * 500, "bị hỏng"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "kiểu cũ"),
        (b"Ma,Ten\n\xff\xfe\xfd", "UTF-8"),
        (b'{"procedures": {"1.004873": {"limit": 7}}}', "limit"),
        (b'{"procedures": [', "JSON"),
        (b"", "Tệp trống"),
    ],
)
def test_a_hostile_file_is_refused_with_a_reason_and_nothing_typed_is_lost(
    center: Center, enter: Enter, content: bytes, reason: str
) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.upload("/danh-muc/soan", "x.xlsx", content, **DECISION) == 422
    assert reason in me.text
    assert "chỗ không hiểu" not in me.text, "the reason stands at the field, not once more as a row"
    assert 'value="858/QĐ-BTP"' in me.text
    assert "2026-11-20" in me.text
    me.open("/danh-muc")
    assert "ban-soan" not in me.text


def test_a_file_beyond_the_limit_is_refused_in_words_and_kept_by_nobody(enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.upload("/danh-muc/soan", "x.csv", b"a" * (MOST_BYTES + 200_000), **DECISION) == 422
    assert "Tệp lớn hơn 20 MB" in me.text
    assert 'value="858/QĐ-BTP"' in me.text


def test_every_field_of_the_form_is_checked_beside_it(enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.upload("/danh-muc/soan", "x.xlsx", table(), decided="2027-01-01", effective="x") == 422
    for words in ("Ghi số quyết định", "không được ở tương lai", "Chọn ngày"):
        assert words in me.text
    same = xlsx([CODE, name_of(CODE), "", "", "", ""])
    assert me.upload("/danh-muc/soan", "x.xlsx", same, **DECISION) == 422
    assert "giống hệt" in me.text


def test_a_session_that_ended_keeps_what_was_typed_and_no_file_of_a_stranger_is_read(
    clock: Clock, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = enter(Role.ADMINISTRATOR)
    me.open("/danh-muc/soan")
    hidden = me.hidden()
    clock.advance(hours=12)
    rooms: list[int] = []
    read = uploads.read_upload

    def noted(kind: str, body: bytes, *, whole: bool = True, room: int = 0) -> Form:
        rooms.append(room)
        return read(kind, body, whole=whole, room=room)

    monkeypatch.setattr(uploads, "read_upload", noted)
    answer = me.client.post("/danh-muc/soan", data=hidden | DECISION, files={"file": ("a.xlsx", table())})
    assert answer.status_code == 401
    assert rooms == [0]
    me.answer = answer
    assert me.send("/dang-nhap", login="can.bo.1", password="mưa rơi trên mái ngói") == 303
    assert me.follow() == 200
    assert 'value="858/QĐ-BTP"' in me.text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"--y\r\n\r\n"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\nb\r\n--x--"),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"a" * 5000 + b"\r\n\r\nb\r\n--x--"),
    ],
)
def test_what_is_no_form_with_a_file_is_refused(kind: str, body: bytes) -> None:
    with pytest.raises(FormRefused):
        uploads.read_upload(kind, body, room=100)


def test_a_form_with_a_file_is_read_as_it_was_sent() -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    file = part % (b"f", b'; filename="b.csv"', b"1\r\n--2")
    body = part % (b"a", b"", "Đơn".encode()) + file + b"--x--\r\n"
    form = uploads.read_upload("multipart/form-data; boundary=x", body, room=100)
    assert form.get("a") == "Đơn"
    assert form.files["f"].content == b"1\r\n--2"
    cut = uploads.read_upload("multipart/form-data; boundary=x", body[:-9], whole=False, room=100)
    assert cut.get("a") == "Đơn"
    assert cut.files["f"].cut


def test_processes_go_by_the_release_in_force_from_its_first_day(
    center: Center, clock: Clock, enter: Enter
) -> None:
    leader = enter(Role.LEADER)
    content = xlsx(
        amended("Tên mới của thủ tục"),
        [NEW_CODE, "Xác nhận thử nghiệm", "Hộ tịch", "2 ngày làm việc", "", ""],
    )
    later = drafted(leader, content, effective="2026-11-25")
    leader.fill(f"{later}/cong-bo", sure="yes")
    assert limits_of(center, CODE) == ["3 ngày làm việc"], "its first day has not come"
    assert limits_of(center, NEW_CODE) == []
    known = catalogue_of(center, day=date(2026, 11, 25))
    assert known.get(NEW_CODE) is not None
    clock.advance(days=2)
    assert limits_of(center, CODE) == ["9 ngày làm việc"]
    assert limits_of(center, NEW_CODE) == ["2 ngày làm việc"]
    admin = enter(Role.ADMINISTRATOR)
    assert admin.open(f"/quy-trinh/dat?thu-tuc={CODE}") == 200
    assert "Tên mới của thủ tục" in admin.text
    assert "9 ngày làm việc" in admin.text


def test_a_table_of_days_is_seen_in_words_published_and_counted_by(center: Center, enter: Enter) -> None:
    leader = enter(Role.LEADER)
    saturday = date(2026, 11, 28)
    assert leader.open("/danh-muc/bang/calendar") == 200
    sheet = leader.answer.content.decode("utf-8-sig") + "28/11/2026,Làm bù,Làm bù ngày 30/11,1/TB,\n"
    draft = drafted(leader, sheet.encode("utf-8-sig"), "lich.csv")
    leader.follow()
    said = " ".join(re.sub(r"<[^>]+>", " ", leader.text).split())
    assert "Lịch làm việc: 2026-11-28" in said
    assert "Loại ngày: Làm việc" in said
    assert "mới 1" in said
    assert not calendar_of(center).is_working(saturday)
    assert leader.fill(f"{draft}/cong-bo", sure="yes") == 303
    assert calendar_of(center).is_working(saturday)
    assert leader.fill("/danh-muc/ban/1/thu-hoi", decision="2/TB") == 303
    assert leader.fill(f"{leader.location}/cong-bo", sure="yes") == 303
    assert not calendar_of(center).is_working(saturday)


def test_a_published_notice_is_shown_as_such_and_not_changed_on_its_page(
    center: Center, enter: Enter
) -> None:
    leader, admin = enter(Role.LEADER), enter(Role.ADMINISTRATOR)
    table = "Thông báo;Phần;Nội dung\nready;subject;Huyện báo {so_ho_so}\nready;sms;{ho_ten} ơi".encode()
    draft = drafted(leader, table, "thong-bao.csv")
    leader.follow()
    assert "Không có trường “ho_ten”" in leader.text
    assert "<del>Hồ sơ {so_ho_so} đã có kết quả</del> → <ins>Huyện báo {so_ho_so}</ins>" in leader.text
    assert leader.fill(f"{draft}/cong-bo", sure="yes") == 303
    admin.open("/thong-bao/mau")
    assert "Theo bản công bố của trung tâm" in admin.text
    hidden = admin.hidden()
    texts = {f"{one}-{part}": text for one, parts in DEFAULT.items() for part, text in parts.items()}
    mine = {**texts, "ready-sms": "Xong {so_ho_so}"}
    assert admin.send("/thong-bao/mau", hidden, **mine, go="save") == 303
    with center.store.snapshot() as ledger:
        ready = wording_of(center, ledger).texts["ready"]
    assert (ready["subject"], ready["sms"]) == ("Huyện báo {so_ho_so}", "Xong {so_ho_so}")


@pytest.mark.parametrize("name", ["calendar", "fees", "wording", "notices"])
def test_every_table_comes_out_as_it_holds_and_changes_nothing(enter: Enter, name: str) -> None:
    admin = enter(Role.ADMINISTRATOR)
    assert admin.open(f"/danh-muc/bang/{name}") == 200
    sheet = admin.answer.content
    assert admin.upload("/danh-muc/soan", "bang.csv", sheet, **DECISION) == 422
    assert "Không có thay đổi nào" in admin.text
    assert admin.open("/danh-muc/bang/people") == 404
