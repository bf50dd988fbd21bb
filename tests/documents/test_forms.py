"""Every form on every paper: whole, in order, read by scanners, the same bytes, honest about itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.devices.escpos import escpos_bytes
from desk_app.devices.raster import grey_pages
from desk_app.documents import contents
from desk_app.documents.forms import (
    FORMS,
    PAPERS,
    form_layout,
    form_pdf,
    form_sets_of,
    form_sheets,
    form_unprintable,
)
from desk_app.documents.head import Marks
from desk_app.documents.office import Office
from desk_app.documents.samples import INTAKE, LOOKUP, OFFICE, OWNER, RECEIVED, SAMPLES, sample_digits
from sync.model.dossier import FeeLine, Person
from sync.typeset.layout import LayoutError
from sync.typeset.sheet import MM, Bars, Rule, Text
from tests.documents.golden import kept, sample_papers, values
from tests.documents.long_contents import long_content, register_row
from tests.documents.pages import pages, read_codes, said, whole

ROOT = Path(__file__).parent.parent.parent
ALL = [(name, paper) for name, form in FORMS.items() for paper in form.papers]
ON_PAGES = [(name, paper) for name, paper in ALL if not paper.endswith("mm")]
ON_ROLLS = [(name, paper) for name, paper in ALL if paper.endswith("mm")]


def printed(name: str, content: contents.Content | None = None, **options: Any) -> bytes:
    return form_pdf(name, content or SAMPLES[name], OFFICE, **options)


def sample(name: str, **changes: Any) -> Any:
    """A form's sample with `changes`."""
    content: Any = SAMPLES[name]
    return replace(content, **changes)


def edge(paper: str) -> float:
    """Millimetres that stay white at the sides."""
    return 3.9 if paper != "58mm" else 4.9


# ------------------------------------------------------------------------------------------------- registry


def test_the_forms_have_the_names_of_the_command_line() -> None:
    names = (
        "slip supplement refusal apology stopping control-sheet register receipt handover "
        "submitted-list guide cash rating ticket label shift day"
    )
    assert " ".join(FORMS) == names
    assert set(SAMPLES) == set(FORMS)
    for form in FORMS.values():
        assert set(form.papers) <= set(PAPERS)
        assert isinstance(form.sample(), form.content)


def test_what_cannot_be_printed_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="receipt-book"):
        form_pdf("receipt-book", SAMPLES["slip"], OFFICE)
    with pytest.raises(ValueError, match="only on a4"):
        printed("register", paper="58mm")
    with pytest.raises(TypeError, match="cash is filled with CashConfirmation, not Slip"):
        form_pdf("cash", SAMPLES["slip"], OFFICE)
    with pytest.raises(LayoutError, match="tt-99-2099"):
        printed("cash", form_set="TT 99/2099")


def test_a_form_its_set_does_not_know_is_taken_from_the_set_in_force() -> None:
    assert printed("stopping", form_set="TT 01/2018") == printed("stopping", form_set="TT 03/2025")


def test_a_dossier_keeps_the_set_in_force_when_it_was_received() -> None:
    apology = SAMPLES["apology"]
    assert isinstance(apology, contents.Apology)
    old = replace(apology, intake=replace(INTAKE, form_set="TT 01/2018"))
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in said(printed("apology", old))
    assert "ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" in said(printed("apology"))


# --------------------------------------------------------------------------------------------- as it was seen


@pytest.mark.parametrize("name", FORMS)
def test_a_golden_form_stands_where_it_stood(name: str) -> None:
    before = kept(f"form-{name}")
    now = sample_papers(name)
    assert set(now) == set(before)
    for key, papers in now.items():
        assert [page["size"] for page in papers] == [page["size"] for page in before[key]], key
        for page, old in zip(papers, before[key], strict=True):
            assert [text for text, *_ in page["texts"]] == [text for text, *_ in old["texts"]], key
            for (_, *place), (_, *was) in zip(page["texts"], old["texts"], strict=True):
                assert place == pytest.approx(was, abs=0.3)


def test_the_same_content_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib; from tests.documents.test_forms import everything; "
        "print(hashlib.sha256(everything()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "TZ": "Etc/GMT+4"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(everything()).hexdigest()


def everything() -> bytes:
    """All samples on all papers."""
    return b"".join(printed(name, paper=paper) for name, paper in ALL)


# ------------------------------------------------------------------------------------------------------ whole


@pytest.mark.parametrize("form_set", ["TT 01/2018", "TT 03/2025"])
@pytest.mark.parametrize(("name", "paper"), ALL)
def test_nothing_is_printed_over_anything_else(name: str, paper: str, form_set: str) -> None:
    whole(form_sheets(name, SAMPLES[name], OFFICE, form_set=form_set, paper=paper)[0], edge(paper))


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize(("name", "paper"), ALL)
def test_long_content_only_makes_more_pages(name: str, paper: str, count: int) -> None:
    whole(form_sheets(name, long_content(name, count), OFFICE, paper=paper)[0], edge(paper))


words = st.text(
    alphabet=st.one_of(st.sampled_from("aăâđeêioôơuưyẾỆỮỒngh  -/.,(WM"), st.characters(codec="utf-8")),
    max_size=120,
)


@settings(max_examples=20)
@given(name=words, address=words, text=words, where=st.sampled_from(ALL))
def test_whatever_people_type_nothing_overlaps_or_is_cut(
    name: str, address: str, text: str, where: tuple[str, str]
) -> None:
    form, paper = where
    person = Person(name or "A", "012345678901", "citizen_card", address=address, phone=text[:20])
    changes: dict[str, Any] = {
        "intake": replace(INTAKE, owner=person, applicant=person, note=text, subject=text),
        "reason": text,
        "ground": text,
        "summary": text,
        "payer": person,
        "taker": person,
        "applicant": person,
        "field": text,
        "turn": name[:8] or "1",
    }
    content = SAMPLES[form]
    known = {one.name for one in fields(content)}
    changed: Any = replace(content, **{key: value for key, value in changes.items() if key in known})
    whole(form_sheets(form, changed, OFFICE, paper=paper)[0], edge(paper))


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        *(
            ("supplement", "NGƯỜI HƯỚNG DẪN"),
            ("refusal", "NGƯỜI TIẾP NHẬN HỒ SƠ"),
            ("cash", "NGƯỜI THU TIỀN"),
        ),
        *(("handover", "NGƯỜI NHẬN"), ("register", "NGƯỜI GHI SỔ"), ("receipt", "NGƯỜI TRẢ KẾT QUẢ")),
        *(("stopping", "Nơi nhận:"), ("apology", "Nơi nhận:")),
    ],
)
def test_signatures_are_never_alone_on_a_page(name: str, signature: str) -> None:
    for count in range(1, 41, 3):
        for paper in FORMS[name].papers:
            if paper in {"a5", "a4"}:
                sheets, _ = form_sheets(name, long_content(name, count), OFFICE, paper=paper, copies=("",))
                last = [item.text for item in sheets[-1].items if isinstance(item, Text)]
                assert last.index(signature) >= 1, (paper, count)


def test_text_comes_out_in_reading_order() -> None:
    text = said(printed("supplement"))
    order = (
        "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ",
        "Số: 12/HDHS",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Ví Dụ, ngày 24 tháng 11 năm 2026",
        "Mã hồ sơ: H99.99.001-261123-0001",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Nguyễn Văn Mẫu (CCCD: 990099000001)",
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:",
        "1. Bản sao chứng thực",
        "2. Bản vẽ mặt bằng móng",
        "Lý do: Bản vẽ nộp kèm",
        "chậm nhất ngày 04 tháng 12 năm 2026",
        "NGƯỜI HƯỚNG DẪN",
        "(Ký và ghi rõ họ tên) Trần Quốc Đức",
    )
    places = [text.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


# ---------------------------------------------------------------------------------------------------- papers


def test_two_copies_stand_side_by_side_on_one_sheet_with_a_line_to_cut() -> None:
    single, _ = form_sheets("slip", SAMPLES["slip"], OFFICE, paper="a5")
    (double,), _ = form_sheets("slip", SAMPLES["slip"], OFFICE, paper="2xa5")
    assert (double.width / MM, double.height / MM) == pytest.approx((297, 210))
    (cut,) = [item for item in double.items if isinstance(item, Rule) and item.dash > 3]
    assert cut.x1 == cut.x2 == pytest.approx(148.5 * MM)
    lefts = [item for item in double.items if isinstance(item, Text) and item.x < cut.x1]
    rights = [item for item in double.items if isinstance(item, Text) and item.x > cut.x1]
    for half, page, dx in ((lefts, single[0], 0.25), (rights, single[1], 148.75)):
        texts = [item for item in page.items if isinstance(item, Text)]
        assert [item.text for item in half] == [item.text for item in texts]
        assert [item.x for item in half] == pytest.approx([item.x + dx * MM for item in texts])


def test_a_form_without_copies_is_printed_twice_on_one_sheet() -> None:
    (text,) = pages(printed("rating", paper="2xa5"))
    assert text.count("PHIẾU ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG") == 2


@pytest.mark.parametrize(("name", "paper"), ON_ROLLS)
def test_a_roll_is_one_page_as_long_as_needed(name: str, paper: str) -> None:
    for content in (SAMPLES[name], long_content(name, 40)):
        for sheet in form_sheets(name, content, OFFICE, paper=paper)[0]:
            assert sheet.width / MM == pytest.approx(int(paper[:2]))
            lowest = max(item.box[3] for item in sheet.items if isinstance(item, Text | Bars))
            assert 3 < (sheet.height - lowest) / MM < 20


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", ["80mm", "58mm"])
@pytest.mark.parametrize("name", ["slip", "label", "supplement", "receipt", "cash"])
def test_a_roll_has_the_digits_only_code_and_the_qr_and_both_are_read(
    name: str, paper: str, dpi: int
) -> None:
    found = read_codes(printed(name, paper=paper), dpi, no_smoothpath=True, no_smoothtext=True)
    assert found.pop("Code128") == {LOOKUP}
    assert found == ({"QRCode": {sample_digits()}} if name in {"slip", "label"} else {})


@pytest.mark.parametrize(("name", "paper"), [(n, p) for n, p in ON_ROLLS if n in {"slip", "label"}])
def test_codes_on_rolls_are_made_of_whole_dots_inside_what_the_head_prints(name: str, paper: str) -> None:
    head = {"80mm": 576, "58mm": 384}[paper] * 72 / 203
    for sheet in form_sheets(name, SAMPLES[name], OFFICE, paper=paper)[0]:
        for code in (item for item in sheet.items if isinstance(item, Bars)):
            dark = [x * code.unit for x, _, _, _ in code.rectangles]
            wide = [(x + width) * code.unit for x, _, width, _ in code.rectangles]
            assert code.x + min(dark) >= (sheet.width - head) / 2
            assert code.x + max(wide) <= (sheet.width + head) / 2
            if code.unit > 0.3:  # a QR: one unit is one module
                dots = code.unit * 203 / 72
                assert dots == pytest.approx(round(dots))
                assert round(dots) >= 5


@pytest.mark.parametrize(("name", "paper"), ON_PAGES)
def test_the_number_on_a_sheet_is_read_from_its_bars(name: str, paper: str) -> None:
    found = read_codes(printed(name, paper=paper), 203, no_smoothpath=True, no_smoothtext=True)
    numbered = name not in {
        "refusal",
        "register",
        "handover",
        "submitted-list",
        "guide",
        "rating",
        "shift",
        "day",
    }
    assert found.get("Code128", set()) == ({INTAKE.number} if numbered else set())


@pytest.mark.parametrize("count", [0, 3])
@pytest.mark.parametrize(("name", "paper"), ON_ROLLS)
def test_a_roll_printer_takes_every_form_of_its_roll_whole(name: str, paper: str, count: int) -> None:
    content = long_content(name, count) if count else SAMPLES[name]
    dots = {"80mm": 576, "58mm": 384}[paper]  # what such printers reach of the roll: 72 and 48 mm
    sheets = list(grey_pages(printed(name, content, paper=paper, sample=True), 203))
    assert escpos_bytes(sheets, dots).count(b"\x1dv0") >= 1


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_no_person_is_in_any_code(name: str, paper: str) -> None:
    for texts in read_codes(printed(name, paper=paper), 203).values():
        for text in texts:
            assert OWNER.id_number not in text
            assert OWNER.phone.replace(" ", "") not in text


# ------------------------------------------------------------------------------------------------------ marks


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_a_sample_a_reissue_and_a_reprint_say_so(name: str, paper: str) -> None:
    plain = said(printed(name, paper=paper))
    assert "MẪU" not in plain
    assert "in lại" not in plain
    text = said(printed(name, paper=paper, sample=True, reissue=2, reprint=3))
    assert "MẪU" in text
    assert "Cấp lại lần 2" in text
    assert "Bản in lại lần 3" in text
    marks = Marks(sample=True, reissue=1, reprint=1)
    whole(form_sheets(name, SAMPLES[name], OFFICE, paper=paper, marks=marks)[0], edge(paper))


def test_chosen_copies_alone_are_printed() -> None:
    (only,) = pages(printed("cash", copies=("Liên 2: Giao người nộp tiền",)))
    assert "Liên 2" in only


def test_what_has_no_glyph_is_a_box_and_is_reported() -> None:
    content = sample("supplement", reason="Thiếu 王\u202e bản", items=("b\u00f4́ sung 😀",))
    assert form_unprintable("supplement", content, OFFICE) == ("王", "😀")
    assert "Thiếu □ bản" in said(printed("supplement", content))


# ------------------------------------------------------------------------------------------- what each says


def test_a_refusal_at_the_counter_needs_no_number() -> None:
    text = said(printed("refusal"))
    assert "Mã hồ sơ" not in text
    assert "1. Thửa đất" in text
    assert "2. Việc cấp phép" in text
    numbered = sample("refusal", number=INTAKE.number)
    assert f"Mã hồ sơ: {INTAKE.number}" in said(printed("refusal", numbered))


def test_the_cash_confirmation_says_the_amount_in_words_and_no_serial() -> None:
    text = said(printed("cash", copies=("",)))
    assert "Tổng số tiền: 105.000 đ" in text
    assert "Viết bằng chữ: Một trăm linh năm nghìn đồng." in text
    assert "không thay cho biên lai" in text
    for serial in ("Ký hiệu", "Mẫu số", "0000001"):
        assert serial not in text
    assert "Số biên lai điện tử: NGƯỜI NỘP TIỀN" in text
    known = sample("cash", receipt_number="1C26TAA-0000123")
    assert "Số biên lai điện tử: 1C26TAA-0000123" in said(printed("cash", known))


def test_where_no_receipt_number_is_known_there_are_dots_to_write_on() -> None:
    (sheet, _), _ = form_sheets("cash", SAMPLES["cash"], OFFICE)
    assert [item for item in sheet.items if isinstance(item, Rule) and item.dash]


def test_the_rating_names_neither_person_nor_dossier() -> None:
    text = said(printed("rating"))
    assert text.count("□") == 7 * 5 + 2
    for private in (OWNER.full_name, OWNER.id_number, INTAKE.number, "09 giờ"):
        assert private not in text
    assert "Mã hồ sơ" not in text


def test_the_control_sheet_is_filled_and_has_empty_rows_for_the_pen() -> None:
    content = sample("control-sheet", empty=4)
    text = said(printed("control-sheet", content))
    assert "10 giờ 30 phút, ngày 23 tháng 11 năm 2026" in text
    assert text.count("1. Giao: …") == 4
    assert text.count("Người nhận") == 6
    bare = contents.ControlSheet(INTAKE, empty=6)
    assert said(printed("control-sheet", bare)).count("2. Nhận: …") == 6


def test_a_bound_register_has_cover_running_numbers_pages_and_a_closing_line() -> None:
    rows = tuple(register_row(order) for order in range(351, 651))
    book = contents.Register(
        rows, 2026, date(2026, 7, 1), date(2026, 12, 31), date(2026, 12, 31), 2, True, date(2026, 12, 31)
    )
    cover, *inside = pages(printed("register", book))
    assert "SỔ THEO DÕI HỒ SƠ" in cover
    assert "Quyển số: 02" in cover
    assert "Năm 2026" in cover
    assert "Trang" not in cover
    for number, page in enumerate(inside, 1):
        assert f"Trang {number}/{len(inside)}" in page
        assert "Mã hồ sơ" in page
    text = " ".join(" ".join(inside).split())
    places = [text.find(f" {order} 000.00.06.H56-") for order in range(351, 651)]
    assert -1 not in places
    assert places == sorted(places)
    assert f"Sổ này có {len(inside)} trang, ghi 300 hồ sơ, từ số thứ tự 351 đến số thứ tự 650" in text
    assert "Khóa sổ ngày 31 tháng 12 năm 2026" in text


def test_an_extract_of_the_register_names_its_days_and_an_empty_one_says_so() -> None:
    extract = sample("register", bound=False, rows=())
    (page,) = pages(printed("register", extract))
    text = " ".join(page.split())
    assert "(Từ ngày 23/11/2026 đến ngày 24/11/2026)" in text
    assert "Không có hồ sơ" in text
    assert "Khóa sổ" not in text
    assert "CỘNG HÒA XÃ HỘI" in text


def test_the_ticket_counts_who_waits() -> None:
    assert "Số người chờ trước: 3" in said(printed("ticket"))
    assert "Không có người chờ trước" in said(printed("ticket", sample("ticket", ahead=0)))
    unknown = said(printed("ticket", sample("ticket", ahead=None)))
    assert "chờ trước" not in unknown


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_an_office_with_only_a_name_prints(name: str, paper: str) -> None:
    bare = Office("UBND xã A")
    sheets, _ = form_sheets(name, SAMPLES[name], bare, paper=paper)
    whole(sheets, edge(paper))
    text = " ".join(item.text for sheet in sheets for item in sheet.items if isinstance(item, Text))
    assert "{" not in text
    assert "điện thoại ." not in text


def test_dates_of_january_and_february_have_two_digits_of_month() -> None:
    content = sample("cash", at=RECEIVED.replace(month=2, day=5))
    assert "ngày 05 tháng 02 năm 2026" in said(printed("cash", content))
    assert "ngày 05 tháng 9 năm 2026" in said(
        printed("cash", sample("cash", at=RECEIVED.replace(month=9, day=5)))
    )


def test_a_bill_of_many_fees_adds_up() -> None:
    fees = tuple(FeeLine(f"Phí {number}", 1_000 * number) for number in range(1, 41))
    text = said(printed("cash", sample("cash", fees=fees)))
    assert "Tổng số tiền: 820.000 đ" in text
    assert "Tám trăm hai mươi nghìn đồng" in text


def test_every_set_and_paper_has_its_golden_value() -> None:
    for name, form in FORMS.items():
        expected = {f"{form_set} {paper}" for form_set in form_sets_of(name) for paper in form.papers}
        assert set(kept(f"form-{name}")) == expected
        assert form_layout(name).title_of_file
    assert values(printed("ticket"))[0]["size"][0] == pytest.approx(80 * MM, abs=0.01)
