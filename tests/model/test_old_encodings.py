"""Old encodings are recognised and converted; what reads as it should is never touched."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.old_encodings import (
    DECOMPOSED,
    LOST,
    MISREAD_UTF8,
    TCVN3,
    VNI,
    VPS,
    Found,
    convert,
    in_unicode,
    recognise,
)
from sync.model.syllables import is_syllable
from sync.resources import read_resource
from sync.synthetic.people import people
from tests.model.old_writing import misread, written_in

FOREIGN = (
    *(
        "René Müller",
        "José García",
        "François Noël",
        "Zoë Brontë",
        "Björn Åström",
        "Nuñez",
        "Thérèse",
        "Chloé",
    ),
    *("Señor Muñoz", "Jürgen Weiß", "Saïgon", "Hanoï", "Taïwan", "Haïti", "naïve café", "Société Générale"),
    *("Köln", "Málaga", "São Paulo", "John Smith", "Smith & Sons (Vietnam) Co., Ltd"),
)


@cache
def communes() -> tuple[str, ...]:
    lines = read_resource("territory", "communes.txt").decode("utf-8").splitlines()[1:]
    return tuple(line.partition(" ")[2].removeprefix("x ").removeprefix("p ") for line in lines)


@cache
def procedures() -> tuple[str, ...]:
    rows = json.loads(read_resource("procedures", "procedures.json"))["procedures"]
    return tuple(unicodedata.normalize("NFC", row["name"]) for row in rows)


@cache
def citizens() -> tuple[str, ...]:
    found = [one for seed in range(4) for one in islice(people(seed), 250)]
    return tuple(dict.fromkeys(text for one in found for text in (one.full_name, one.address)))


@pytest.mark.parametrize("texts", [communes, procedures, citizens, lambda: FOREIGN])
@pytest.mark.parametrize("shaped", [str, str.upper, str.lower])
def test_what_reads_as_it_should_is_never_taken_for_an_old_encoding(
    texts: Callable[[], tuple[str, ...]], shaped: Callable[[str], str]
) -> None:
    wrong = {text: found for one in texts() if (found := recognise(text := shaped(one))) is not None}
    assert wrong == {}


def test_no_single_word_of_a_name_is_taken_for_an_old_encoding() -> None:
    words = {word for text in (*communes(), *procedures(), *citizens()) for word in text.split()}
    assert {word: recognise(word) for word in words if recognise(word)} == {}


def test_vietnamese_without_diacritics_stays() -> None:
    from sync.model.text import fold

    assert {text for text in (*communes(), *procedures()) if recognise(fold(text)) is not None} == set()


@pytest.mark.parametrize(("encoding", "least"), [(TCVN3, 0.94), (VNI, 0.94), (VPS, 0.8)])
def test_names_and_addresses_of_citizens_in_an_old_encoding_come_back(encoding: str, least: float) -> None:
    old = {text: written_in(encoding, text) for text in citizens()}
    marked = {text: one for text, one in old.items() if one != text}
    back = [text for text, one in marked.items() if in_unicode(one).casefold() == text.casefold()]
    assert len(back) / len(marked) >= least


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_a_long_text_in_an_old_encoding_comes_back(encoding: str) -> None:
    lost = {}
    for text in procedures():
        old = written_in(encoding, text)
        if (
            sum(not word.isascii() for word in old.split()) >= 5
            and in_unicode(old).casefold() != text.casefold()
        ):
            lost[text] = old
    assert lost == {}


@pytest.mark.parametrize("encoding", [TCVN3, VNI, VPS])
@pytest.mark.parametrize("texts", [communes, procedures, citizens])
def test_what_is_changed_unasked_is_changed_right(
    encoding: str, texts: Callable[[], tuple[str, ...]]
) -> None:
    wrong = {}
    for text in texts():
        found = recognise(written_in(encoding, text))
        if found is not None and found.sure and found.text.casefold() != text.casefold():
            wrong[text] = found
    assert wrong == {}


@given(st.sampled_from(("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Hoàng Kiểm Thử", "Đặng Quốc Toàn")))
def test_utf8_read_as_windows_and_decomposed_letters_come_back(name: str) -> None:
    assert recognise(misread(name)) == Found(MISREAD_UTF8, name, sure=True)
    assert recognise(unicodedata.normalize("NFD", name)) == Found(DECOMPOSED, name, sure=True)


@given(st.text(max_size=60))
def test_any_text_gets_an_answer_and_twice_is_once(text: str) -> None:
    once = in_unicode(text)
    assert isinstance(once, str)
    found = recognise(text)
    assert found is None or found.encoding == LOST or found.text != text


@pytest.mark.parametrize(
    ("old", "meant"),
    [
        ("NguyÔn V¨n MÉu", "Nguyễn Văn Mẫu"),
        ("NGUYÔN V¡N MÉU", "NGUYỄN VĂN MẪU"),
        ("x· §«ng Anh, huyÖn §«ng Anh", "xã Đông Anh, huyện Đông Anh"),
        ("§¾k L¾k", "Đắk Lắk"),
        ("Nguyeãn Vaên Maãu", "Nguyễn Văn Mẫu"),
        ("NGUYEÃN VAÊN MAÃU", "NGUYỄN VĂN MẪU"),
        ("Traàn Thò Thöû", "Trần Thị Thử"),
    ],
)
def test_words_as_old_documents_hold_them(old: str, meant: str) -> None:
    assert in_unicode(old) == meant


def test_one_word_that_another_language_may_write_is_offered_not_changed() -> None:
    assert recognise("Lª") == Found(TCVN3, "Lê", sure=False)
    assert recognise("Loïc") == Found(VNI, "Lọc", sure=False)
    assert in_unicode("Loïc") == "Loïc"


@pytest.mark.parametrize("lost", ["Nguy?n V?n M?u", "Nguy\ufffdn V\ufffdn"])
def test_letters_that_are_gone_are_told_never_guessed(lost: str) -> None:
    found = recognise(lost)
    assert found is not None
    assert (found.encoding, found.text, found.sure) == (LOST, lost, False)


def test_a_question_is_no_lost_letter() -> None:
    assert recognise("Có cần bản chính không? Không") is None


def test_each_table_gives_every_letter_it_has_back() -> None:
    for encoding in (TCVN3, VNI, VPS):
        small = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
        for letter in small:
            assert convert(written_in(encoding, f"n{letter}"), encoding) == f"n{letter}"


@pytest.mark.parametrize("word", ["nguyễn", "quý", "giường", "khuỷu", "Đắk", "krông", "ngoằn", "thuở", "yêu"])
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["müller", "leõ", "hat́t́", "lat", "smith", "", "aá"])
def test_what_is_no_syllable_is_none(word: str) -> None:
    assert not is_syllable(word)
