"""Mẫu 01 as it comes out: both codes read, text in order and whole, nothing over anything else."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.documents.composing import composed
from desk_app.documents.contents import Slip
from desk_app.documents.forms import FORMS, layout_from
from desk_app.documents.head import Marks
from desk_app.documents.office import Office
from desk_app.documents.slip import slip_pdf, slip_sheets, slip_unprintable
from sync.model.dossier import Intake, Paper, Person
from sync.model.slip_code import SlipCodeError, decode
from sync.typeset.fonts import SERIF, fonts
from sync.typeset.layout import LayoutError
from sync.typeset.sheet import MM, Bars, Sheet, Text
from tests.documents.golden import GOLDEN, kept, values
from tests.documents.pages import pages, read_codes, said, whole
from tests.documents.slips import OFFICE, OWNER, SLIPS, digits_of, intake, owned, papers, slip

ROOT = Path(__file__).parent.parent.parent


# ---------------------------------------------------------------------------------------------------- codes


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("smooth", [True, False], ids=["grey", "black and white"])
@pytest.mark.parametrize("name", ["everyday", "old-style-number", "new-style-number"])
def test_both_codes_are_read_from_the_printed_page(name: str, dpi: int, smooth: bool) -> None:
    one = SLIPS[name]
    found = read_codes(slip(one), dpi, no_smoothpath=not smooth, no_smoothtext=not smooth)
    assert found == {"Code128": {one.number}, "QRCode": {digits_of(one)}}


def test_bars_are_printed_in_whole_dots_at_203_dpi() -> None:
    document = pypdfium2.PdfDocument(slip(SLIPS["everyday"]))
    try:
        page = document[0]
        picture = page.render(scale=203 / 72, grayscale=True, no_smoothpath=True).to_pil()
    finally:
        document.close()
    (strip,) = [code for code in zxingcpp.read_barcodes(picture) if code.format.name == "Code128"]
    corners = strip.position
    y = (corners.top_left.y + corners.bottom_left.y) // 2
    row = [picture.getpixel((x, y)) < 128 for x in range(corners.top_left.x - 3, corners.top_right.x + 4)]
    runs = [1]
    for before, after in pairwise(row):
        if before == after:
            runs[-1] += 1
        else:
            runs.append(1)
    assert {run % 3 for run in runs[1:-1]} == {0}


def test_the_strip_has_modules_of_3_8_tenths_of_a_millimetre_and_spans_the_page() -> None:
    for name in ("everyday", "old-style-number", "new-style-number"):
        sheet = sheets(SLIPS[name])[0]
        strip = min((item for item in sheet.items if isinstance(item, Bars)), key=lambda item: item.y)
        assert strip.unit * 100 * 3 / MM == pytest.approx(0.3754, abs=0.0001)
        assert 100 < strip.width / MM < 140


def test_the_strip_is_as_high_as_costs_no_further_page() -> None:
    heights = {}
    for count in range(41):
        first, *_ = printed = sheets(intake(papers=papers(count)))
        strip = min((item for item in first.items if isinstance(item, Bars)), key=lambda item: item.y)
        heights[count] = (len(printed) // 2, round(strip.height / MM))
    assert heights[3] == (1, 16)
    assert heights[5] == (1, 12)
    assert heights[40] == (3, 16)
    assert {tall for pages, tall in heights.values() if pages == 1} == {16, 12}
    lowest = {"papers": {"a5": {"codes": {"bar_height_mm": [12]}}}}
    low = layout_from("slip", "TT 03/2025", [lowest])
    for count, (pages_now, _) in heights.items():
        one = intake(papers=papers(count))
        values_of = FORMS["slip"].fill(Slip(one, digits_of(one)), OFFICE, low.terms)
        low_pages = composed(low, values_of, "a5", Marks(), low.copies, fonts(SERIF))
        assert len(low_pages) == 2 * pages_now, count


def test_a_number_too_long_for_the_strip_is_still_printed_and_in_the_qr() -> None:
    one = intake(number="H15." + "A1." * 10 + "Z-261008-0000975")
    pdf = slip(one)
    assert one.number in said(pdf)
    assert read_codes(pdf, 203) == {"QRCode": {digits_of(one)}}


def test_no_person_is_in_any_code() -> None:
    found = read_codes(slip(SLIPS["everyday"]), 203)
    for texts in found.values():
        for text in texts:
            assert OWNER.id_number not in text
            assert OWNER.phone.replace(" ", "") not in text


def test_digits_no_qr_can_hold_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="too long"):
        slip_pdf(intake(), OFFICE, qr_digits="1" * 8000)


# ---------------------------------------------------------------------------------------------- same bytes


def test_the_same_intake_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib; from tests.documents.slips import SLIPS, slip; "
        "print(hashlib.sha256(b''.join(slip(one) for one in SLIPS.values())).hexdigest())"
    )
    seen = set()
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed[0]}"}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(done.stdout)
    assert len(seen) == 1
    assert slip(SLIPS["everyday"]) == slip(SLIPS["everyday"])


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_slip_stands_where_it_stood(name: str) -> None:
    old_pages = kept(f"slip-{name}")["a5"]
    now = values(slip(SLIPS[name]))
    assert [page["size"] for page in now] == [page["size"] for page in old_pages]
    for page, before in zip(now, old_pages, strict=True):
        assert [text for text, *_ in page["texts"]] == [text for text, *_ in before["texts"]]
        for (_, *place), (_, *old) in zip(page["texts"], before["texts"], strict=True):
            assert place == pytest.approx(old, abs=0.3)


# ---------------------------------------------------------------------------------------------------- words


def test_one_a5_page_for_each_copy_when_all_fits() -> None:
    pdf = slip(SLIPS["everyday"])
    assert [page["size"] for page in values(pdf)] == [[419.53, 595.28]] * 2
    first, second = pages(pdf)
    assert "(Liên 1: Lưu)" in first
    assert "(Liên 2: Giao người nộp hồ sơ)" in second
    assert "Trang" not in first


def test_text_comes_out_in_reading_order() -> None:
    text = said(slip(SLIPS["everyday"]))
    order = (
        "ỦY BAN NHÂN DÂN HUYỆN THƯỜNG XUÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Yên Nhân, ngày 23 tháng 11 năm 2026",
        "Vào Sổ theo dõi hồ sơ",
        "Mã hồ sơ: H56.27.04.05-261123-0427",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Liên 1",
        "Bộ phận tiếp nhận và trả kết quả: Ủy ban nhân dân xã Yên Nhân",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Đặng Ngọc Ánh (CCCD: 038185012345)",
        "Địa chỉ: Thôn Đoài",
        "Số điện thoại: 0912 345 678",
        "Nội dung yêu cầu giải quyết: Thủ tục cấp giấy xác nhận",
        "1. Thành phần hồ sơ",
        "Giấy chứng sinh",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 3 ngày làm việc",
        "4. Thời gian nhận hồ sơ: 09 giờ 15 phút, ngày 23 tháng 11 năm 2026",
        "5. Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 15 phút, ngày 26 tháng 11 năm 2026",
        "6. Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công",
        "Phí, lệ phí: 8.000 đ",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "Trần Quốc Đức",
        "hai liên",
    )
    places = [text.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_what_was_typed_in_pieces_is_printed_composed() -> None:
    apart = unicodedata.normalize("NFD", "Đặng Thị Ngữ Ưởng")
    pdf = slip(intake(**owned(full_name=apart)))
    text = said(pdf)
    assert "Đặng Thị Ngữ Ưởng" in text
    assert unicodedata.is_normalized("NFC", text)
    assert pdf == slip(intake(**owned(full_name="Đặng Thị Ngữ Ưởng")))


def test_marks_of_markup_and_templates_are_plain_text() -> None:
    name = "<b>Văn</b> &amp; {number} <img src='http://x/'> %s (Tj) \\"
    text = said(slip(intake(**owned(full_name=name), note=name)))
    assert text.count(name) >= 3


def test_what_has_no_glyph_is_a_box_and_is_reported() -> None:
    one = intake(**owned(full_name="Vương 王 😀\x07\u202eA"), note="dòng 1\ndòng\t2")
    assert slip_unprintable(one, OFFICE) == ("王", "😀", "\x07")
    assert "Vương □ □□A" in said(slip(one))
    assert slip_unprintable(SLIPS["long-names"], OFFICE) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"limit": "trong ngày"}, "theo quy định là: trong ngày 4."),
        ({"limit": ""}, "theo thời gian trả kết quả ghi tại mục 5 4."),
        ({"limit": "", "due_reason": "lý do riêng"}, "ghi tại mục 5 (lý do riêng)"),
        ({"fees": ()}, "Phí, lệ phí: Không"),
        ({"fees": (), "fee_exemption": "hộ nghèo"}, "Phí, lệ phí: Không thu – hộ nghèo"),
        ({"return_by": "post"}, "Nhà, qua dịch vụ bưu chính, theo địa chỉ: Thôn Đoài"),
        ({"return_by": "online"}, "Trực tuyến (bản điện tử)"),
        ({"subject": "Trích lục khai sinh cho con"}, "Trích yếu: Trích lục khai sinh cho con"),
        ({"portal_number": "G01-1"}, "Cổng dịch vụ công: G01-1"),
        ({"papers": ()}, "Không có giấy tờ kèm theo"),
        ({"sets": 2}, "02 (bộ)"),
        ({"representative": Person("Hoàng Ủy")}, "Người được ủy quyền: Hoàng Ủy"),
        ({"form_set": ""}, "GIẤY TIẾP NHẬN HỒ SƠ"),
    ],
)
def test_an_intake_is_put_in_fitting_words(changes: dict[str, Any], words: str) -> None:
    assert words in said(slip(intake(**changes)))


def test_a_reissued_slip_and_a_sample_say_so() -> None:
    text = said(slip(intake(), reissue=2, sample=True))
    assert "Cấp lại lần 2" in text
    assert text.count("MẪU") == 4


def test_an_office_with_only_a_name_prints() -> None:
    one = intake()
    text = said(slip_pdf(one, Office("UBND xã A"), qr_digits=digits_of(one)))
    assert "UBND XÃ A TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG" in text
    assert "ngày 23 tháng 11 năm 2026" in text
    assert "Điện thoại:" not in text


def test_a_form_set_that_is_not_shipped_is_named() -> None:
    with pytest.raises(LayoutError) as caught:
        slip(intake(form_set="TT 99/2099"))
    assert caught.value.file == "tt-99-2099/common.json"


def test_hostile_lengths_of_every_field_only_make_more_pages() -> None:
    long = "Ư" * 3000
    person = Person(long, long, "passport", address=long, phone=long, email=long)
    one = intake(
        owner=person,
        applicant=person,
        papers=(Paper(long, 10**9, 1, 1),) * 3,
        note=long,
        subject=long,
        limit="",
        due_reason=long,
        fee_exemption=long,
    )
    office = Office(*(long[:80],) * 6)
    whole(slip_sheets(one, office, qr_digits=digits_of(one)))


# --------------------------------------------------------------------------------------------------- layout


def sheets(one: Intake) -> list[Sheet]:
    return slip_sheets(one, OFFICE, qr_digits=digits_of(one))


@pytest.mark.parametrize("name", SLIPS)
def test_nothing_is_printed_over_anything_else(name: str) -> None:
    whole(sheets(SLIPS[name]))


words = st.text(
    alphabet=st.one_of(st.sampled_from("aăâđeêioôơuưyẾỆỮỒngh  -/.,(WM"), st.characters(codec="utf-8")),
    max_size=300,
)


@settings(max_examples=25)
@given(
    name=words, address=words, note=words.map(lambda text: text * 6), paper=words, count=st.integers(0, 40)
)
def test_whatever_people_type_nothing_overlaps_or_is_cut(
    name: str, address: str, note: str, paper: str, count: int
) -> None:
    one = intake(
        **owned(full_name=name[:120], address=address),
        note=note,
        papers=tuple(replace(given, name=paper or given.name) for given in papers(count)),
    )
    whole(sheets(one))


@pytest.mark.parametrize("count", range(0, 41, 4))
def test_signatures_are_never_alone_or_parted(count: int) -> None:
    for note in ("", "Ghi chú dài. " * 40):
        printed = sheets(intake(papers=papers(count), note=note))
        last = [item.text for item in printed[-1].items if isinstance(item, Text)]
        before = last.index("NGƯỜI NỘP HỒ SƠ")
        assert before >= 2
        assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in last
        assert any("Lưu ý:" in text for text in last)


def test_further_pages_repeat_the_number_and_the_head_of_the_table() -> None:
    pdf = slip(SLIPS["forty-papers"])
    copies = pages(pdf)
    assert len(copies) == 6
    for number, page in enumerate(copies[:3], 1):
        assert "H56.27.04.05-261123-0427 – Liên 1: Lưu" in " ".join(page.split())
        assert f"Trang {number}/3" in page
        assert "Tên giấy tờ" in page
    text = said(pdf)
    for order in range(1, 41):
        assert f" {order} " in text


def test_the_code_on_the_page_says_what_the_page_says() -> None:
    one = SLIPS["everyday"]
    (digits,) = read_codes(slip(one), 300)["QRCode"]
    record, _ = decode(digits)
    assert (record.number, record.due_at, record.procedure) == (one.number, one.due_at, one.procedure.code)
    with pytest.raises(SlipCodeError):
        decode(digits[:-40])
