"""What input methods and layouts make of a scan is repaired exactly or refused; nothing is half accepted."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain.scans import ScanRefused, looks_like_scan, read_scan
from sync.model.lookup_code import lookup_code
from sync.model.moment import VIETNAM
from sync.model.slip_code import SlipRecord, encode
from tests.domain.typing_methods import typed

TODAY = date(2026, 11, 23)
METHODS = ("telex", "vni")
methods = st.sampled_from(METHODS)


@pytest.mark.parametrize(
    ("method", "keys", "text"),
    [
        ("telex", "Nguyeexn Vawn Maaxu", "Nguyễn Văn Mẫu"),
        ("telex", "Dduwowfng", "Đường"),
        ("telex", "ass", "as"),
        ("telex", "asz", "a"),
        ("telex", "Thomas Ksor dod", "Thomá Ksỏ đo"),
        ("vni", "Nguye64n Va8n Ma64u", "Nguyễn Văn Mẫu"),
        ("vni", "D9u7o7ng2", "Đường"),
        ("vni", "A11 12A1 H56 5", "A1 12Á H56 5"),
    ],
)
def test_the_model_types_as_the_methods_do(method: str, keys: str, text: str) -> None:
    assert typed(keys, method)[0].lower() == text.lower()


# ------------------------------------------------------------------------------------------ digits-only codes


@given(st.text("0123456789", max_size=400), methods)
def test_digits_pass_every_method_unchanged(digits: str, method: str) -> None:
    assert typed(digits, method) == (digits, False)


@given(st.binary(min_size=16, max_size=16), methods)
def test_a_look_up_code_survives_every_method(dossier: bytes, method: str) -> None:
    code = lookup_code(dossier)
    scan = read_scan(typed(code, method)[0], TODAY)
    assert (scan.kind, scan.digits, scan.repaired) == ("lookup", code, False)


@given(st.binary(min_size=40, max_size=40), st.binary(min_size=64, max_size=64), methods)
def test_a_slips_code_survives_every_method(some: bytes, signature: bytes, method: str) -> None:
    moment = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
    record = SlipRecord(
        some[:16], "000.00.06.H56-261123-0042", "1.001193", moment, moment, some[16:32], 1, some[32:]
    )
    digits = encode(record, signature)
    arrived, touched = typed(digits, method)
    assert (arrived, touched) == (digits, False)
    scan = read_scan(arrived, TODAY)
    assert (scan.digits, scan.slip) == (digits, record)


LAYOUTS = {
    "azerty": str.maketrans("1234567890", "&é\"'(-è_çà"),
    "qwertz": str.maketrans("yz", "zy"),
    "vietnamese": str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ"),
}


@given(st.binary(min_size=16, max_size=16), st.sampled_from(sorted(LAYOUTS)))
def test_a_look_up_code_survives_every_layout(dossier: bytes, layout: str) -> None:
    code = lookup_code(dossier)
    arrived = code.translate(LAYOUTS[layout])
    scan = read_scan(arrived, TODAY)
    assert (scan.kind, scan.digits) == ("lookup", code)
    assert looks_like_scan(arrived)


# ------------------------------------------------------------------------------------------- dossier numbers

_two = st.text("0123456789", min_size=2, max_size=2)
_part = st.one_of(_two, st.builds(str.__add__, st.sampled_from("ABCDEGHKLMNOPQTUVXY"), _two))
_day = st.dates(date(2020, 1, 1), date(2039, 12, 31)).map(lambda day: f"{day:%y%m%d}")
_old = st.builds(lambda a, b, c: f"000.{a}.{b}.{c}", _part, _part, _part)
_new = st.builds(lambda a, b, c: f"H{a}.{b}.{c}", _two, _part, _part)
numbers = st.builds(
    lambda unit, day, serial: f"{unit}-{day}-{serial:04d}",
    st.one_of(_old, _new),
    _day,
    st.integers(0, 9_999_999),
)


@given(numbers, methods)
@settings(max_examples=300)
def test_a_typed_over_number_is_read_exactly_or_refused(number: str, method: str) -> None:
    """Identifiers of the legal shapes: digits, and at most one letter before two digits in each part."""
    arrived, touched = typed(number, method)
    try:
        scan = read_scan(arrived, TODAY, corrected=touched)
    except ScanRefused:
        assert touched
        return
    assert (scan.kind, scan.number) == ("number", number)


# --------------------------------------------------------------------------------------------- citizen cards

_INITIALS = "b c ch d đ g gh gi h k kh l m n ng nh ph qu r s t th tr v x"
_RIMES = (
    "a á à ả ã ạ am ang anh ám ăn ắc ân ấp ẫu ao áo e é ên ễn ệnh i ích inh iên iệt iều o oa oan oàng òa ong"
    " ông ơn ợp u ung úc uân uyên uyễn uyệt ư ưng ươi ương ước y ý yên yến"
)
_initial = st.sampled_from(["", *_INITIALS.split()])
_rime = st.sampled_from(_RIMES.split())
_syllable = st.builds(lambda a, b: (a + b).capitalize(), _initial, _rime).filter(
    lambda syllable: (
        "quo" not in syllable.lower()
    )  # no Vietnamese word: "qu" takes "ô", and "quô" bears its mark
)
_name = st.lists(_syllable, min_size=2, max_size=5).map(" ".join)
_house = st.one_of(
    st.integers(1, 999).map(lambda n: f"Số {n}"),
    st.integers(1, 30).map(lambda n: f"Tổ {n}"),
    st.builds(
        lambda a, b, c: f"Số {a}{b}{c}", st.integers(1, 99), st.sampled_from("ABDE"), st.integers(1, 99)
    ),
    st.builds(lambda a, b: f"Lô {a}{b}", st.sampled_from("ABCDEHO"), st.integers(1, 99)),
    st.builds(lambda a, b: f"Nhà {a}/{b}", st.integers(1, 99), st.integers(1, 99)),
    st.sampled_from(["Ấp 2", "Ấp2", "Khóm 3", "KP 5", "Km 12", "Ngõ 5/3-7", "QL1A"]),
)
_address = st.builds(
    lambda house, names, province: f"{house}, Xã {names[0]}, Huyện {names[1]}, Tỉnh {province}",
    _house, st.lists(_name, min_size=2, max_size=2), _name,
)  # fmt: skip
_ethnic = st.sampled_from(
    [
        "Ksor H'Lan",
        "Y Thomas",
        "Siu Bas",
        "Rơ Châm Hers",
        "Ama Kar",
        "K'Brer",
        "Ayun Adrong",
        "Bas Đơrơ",
        "Aas Bee",
    ]
)


@st.composite
def cards(draw: st.DrawFn, name: st.SearchStrategy[str] = _name) -> str:
    """Every form of 6.1: with and without the old number, 7 to 12 fields."""
    born = draw(st.dates(date(1930, 1, 1), date(2015, 1, 1)))
    issued = draw(st.dates(date(2016, 1, 1), date(2026, 1, 1)))
    fields = [
        draw(st.text("0123456789", min_size=12, max_size=12)),
        draw(st.sampled_from(["", "012345678", "990300000002"])),
        draw(name),
        f"{born:%d%m%Y}",
        draw(st.sampled_from(["Nam", "Nữ"])),
        draw(_address),
        f"{issued:%d%m%Y}",
    ]
    return "|".join(fields) + "|" * draw(st.integers(0, 5))


def said(text: str) -> tuple[str, ...]:
    """A card's fields as they stand in the code."""
    number, _, name, born, gender, address, issued, *_ = text.split("|")
    return number, name, born, gender, address, issued


def read(text: str, *, corrected: bool = False) -> tuple[str, ...] | None:
    """The fields of an accepted card; None when it was refused."""
    try:
        scan = read_scan(text, TODAY, corrected=corrected)
    except ScanRefused:
        return None
    assert scan.card is not None
    card = scan.card
    return (
        card.number, card.full_name, f"{card.date_of_birth:%d%m%Y}", card.gender, card.address,
        f"{card.issued_on:%d%m%Y}",
    )  # fmt: skip


@given(cards())
def test_every_sound_card_is_read_exactly(text: str) -> None:
    assert read(text) == said(text)


@given(cards(), methods)
@settings(max_examples=400)
def test_a_vietnamese_card_typed_over_is_read_exactly_or_refused(text: str, method: str) -> None:
    """By the text alone, for those whose input method shows the filter no Backspace."""
    arrived, _ = typed(text, method)
    assert read(arrived) in (said(text), None)


@given(cards(st.one_of(_ethnic, _name)), methods)
@settings(max_examples=400)
def test_no_card_at_all_is_half_accepted_where_keys_were_taken_back(text: str, method: str) -> None:
    """Names no Vietnamese spelling explains ("Bas" typed as "Bá") need the filter's word."""
    arrived, touched = typed(text, method)
    answer = read(arrived, corrected=touched)
    assert answer in ((None,) if touched else (said(text), None))


CARD_LAYOUTS = {
    "british": str.maketrans('|"@#', '~@"£'),
    "german": str.maketrans("|yzYZ-/()&;:'", "'zyZYß-)=/öÖä"),
    "french": str.maketrans("1234567890|-aqzwAQZWmM,.", "&é\"'(-è_çàµ)qawzQAWZ,?;:"),
    "belgian": str.maketrans("|aqzw", "µqawz"),
    "spanish": str.maketrans("|-/", "Ç'-"),
    "vietnamese": str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ"),
    "caps lock": str.maketrans(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    ),
}


@given(cards(), st.sampled_from(sorted(CARD_LAYOUTS)))
@settings(max_examples=400)
def test_a_card_under_another_layout_is_read_exactly_or_refused(text: str, layout: str) -> None:
    answer = read(text.translate(CARD_LAYOUTS[layout]))
    if layout == "caps lock" and answer is not None:
        assert answer[0] == said(text)[0]
        return
    assert answer in (said(text), None)
    if layout in ("british", "german"):
        assert answer == said(text)


@given(cards())
def test_a_card_that_lost_every_mark_is_refused(text: str) -> None:
    assert read(text.replace("Nữ", "Nu").replace("đ", "d").encode("ascii", "replace").decode()) is None
