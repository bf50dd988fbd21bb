"""A citizen card's code is read whole or refused in words; it is never half accepted."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.citizen_card import CardRefused, looks_like_card, parse_card

TODAY = date(2026, 11, 23)
MAU = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm|15062021"
THU = "990300000002|012345678|Trần Thị Thử|29022000|Nữ|Số 5, Tổ 3, Phường Ví Dụ, Tỉnh Thử Nghiệm|20082022"
BRITISH = str.maketrans('|"@', '~@"')
GERMAN = str.maketrans("|yzYZ-/", "'zyZYß-")
KIEM = "990205000003||Lê Hoàng Kiểm Thử|31122005|Nam|Ấp 2, Xã Minh Họa, Tỉnh Thử Nghiệm|10092024||||"


def test_a_card_is_read_with_all_it_says() -> None:
    card = parse_card(MAU, TODAY)
    assert (card.number, card.full_name, card.gender) == ("990099000001", "Nguyễn Văn Mẫu", "Nam")
    assert (card.date_of_birth, card.issued_on) == (date(1999, 2, 1), date(2021, 6, 15))
    assert card.address == "Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm"
    person = card.person()
    assert (person.full_name, person.id_number, person.id_kind) == (
        "Nguyễn Văn Mẫu",
        "990099000001",
        "citizen_card",
    )


@pytest.mark.parametrize("text", [MAU, THU, KIEM, MAU + "|||||"])
def test_every_known_form_of_the_code_is_read(text: str) -> None:
    assert parse_card(text, TODAY).doubts() == ()
    assert looks_like_card(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text + "\r\n",
        lambda text: "\x02" + text + "\x1d\r",
        lambda text: "  " + text + "\t",
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("|Nữ|", "|NỮ|"),
        lambda text: text.translate(BRITISH),
        lambda text: text.translate(GERMAN),
    ],
)
def test_what_a_scanner_adds_or_a_layout_changes_is_undone(change) -> None:  # type: ignore[no-untyped-def]
    assert parse_card(change(THU), TODAY) == parse_card(THU, TODAY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Chưa đọc được"),
        ("https://example.invalid/?id=990099000001", "không mở"),
        ('{"id": "990099000001"}', "không mở"),
        ("990099000001", "không phải mã QR"),
        (MAU.rsplit("|", 1)[0], "thiếu hoặc thừa"),
        (MAU + "||||||", "thiếu hoặc thừa"),
        (MAU.replace("990099000001", "99009900001"), "12 chữ số"),
        (MAU.replace("990099000001", "٩٩٠٠٩٩٠٠٠٠٠١"), "12 chữ số"),
        (THU.replace("|012345678|", "|01234567|"), "CMND"),
        (THU.replace("29022000", "29022001"), "ngày có thật"),
        (MAU.replace("01021999", "01021899"), "không hợp lý"),
        (MAU.replace("01021999", "24112026"), "không hợp lý"),
        (MAU.replace("15062021", "24112026"), "xem lại ngày của máy"),
        (MAU.replace("15062021", "15061998"), "không hợp lý"),
        (MAU.replace("|Nam|", "|Na|"), "Giới tính"),
        (MAU.replace("Nguyễn Văn Mẫu", "N"), "Họ tên"),
        (MAU.replace("Nguyễn Văn Mẫu", "Nguyễn Văn 7"), "Họ tên"),
        (MAU.replace("Nguyễn Văn Mẫu", "Nguy?n V?n M?u"), "mất dấu"),
        (MAU.replace("Nguyễn", "Ngu\x00yễn"), "ký tự hỏng"),
        (MAU.replace("Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm", ""), "Nơi cư trú"),
        (MAU + "x" * 2000, "quá dài"),
    ],
)
def test_a_card_that_is_not_whole_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(CardRefused) as refused:
        parse_card(text, TODAY)
    assert said in refused.value.title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MAU.replace("|", "µ"), "kiểu US"),
        (MAU.replace("Nguyễn Văn", "nGUYễN vĂN"), "Caps Lock"),
        (MAU.replace("Thôn 1", "Số 12Á"), "Bộ gõ"),
        (MAU.replace("Thôn 1", "Lô Ô"), "Bộ gõ"),
        (MAU.replace("Thôn 1", "Nhà B2.Â"), "Bộ gõ"),
        (MAU.replace("Huyện Mẫu", "Huyen Mẫu"), "mất dấu"),
    ],
)
def test_what_a_keyboard_may_have_changed_is_refused_with_advice(text: str, said: str) -> None:
    with pytest.raises(CardRefused) as refused:
        parse_card(text, TODAY)
    assert said in refused.value.title


@pytest.mark.parametrize(
    "place",
    [
        "Ấp2, Xã Ví Dụ",
        "Phường Ô Chợ Dừa",
        "Huyện Ý Yên",
        "Đ. Trần Phú",
        "Số 5A/12, Km5",
        "Buôn H'Đớt",
        "Khu Đông Á",
        "Khu Ý Yên",
    ],
)
def test_odd_but_sound_addresses_are_kept(place: str) -> None:
    assert parse_card(MAU.replace("Thôn 1, Xã Ví Dụ", place), TODAY).address.startswith(place)


def test_a_scanner_that_drops_every_mark_is_noticed() -> None:
    bare = "990099000001||Nguyen Van Mau|01021999|Nam|Thon 1, Xa Vi Du, Tinh Thu Nghiem|15062021"
    with pytest.raises(CardRefused) as refused:
        parse_card(bare, TODAY)
    assert "mất dấu" in refused.value.title
    # A foreigner's name may have no marks at all, when the address keeps its own.
    assert parse_card(MAU.replace("Nguyễn Văn Mẫu", "John Smith"), TODAY).full_name == "John Smith"


def test_odd_numbers_are_doubts_and_not_refusals() -> None:
    odd = parse_card(MAU.replace("990099000001", "990399000001"), TODAY)
    assert len(odd.doubts()) == 2


@given(st.text(max_size=200))
def test_any_text_is_a_card_or_a_sentence(text: str) -> None:
    looks_like_card(text)
    try:
        parse_card(text, TODAY)
    except CardRefused as refused:
        said = refused.title
    else:
        said = "."
    assert said.endswith(".")


@given(
    st.sampled_from([MAU, THU, KIEM]),
    st.lists(st.tuples(st.integers(0, 110), st.characters()), min_size=1, max_size=4),
)
def test_a_damaged_card_never_gives_impossible_values(text: str, damage: list[tuple[int, str]]) -> None:
    for place, character in damage:
        text = text[:place] + character + text[place + 1 :]
    try:
        card = parse_card(text, TODAY)
    except CardRefused:
        return
    assert len(card.number) == 12
    assert card.number.isascii()
    assert card.number.isdigit()
    assert date(1900, 1, 1) <= card.date_of_birth <= card.issued_on <= TODAY
    assert card.gender in ("Nam", "Nữ")
    assert "|" not in card.full_name + card.address
