"""The texts of notices: checked when they are saved, filled without fail when they are sent."""

from __future__ import annotations

import pytest

from sync.center.notices.wording import DEFAULT, FIELDS, MAX_SMS, PARTS, check, sample
from sync.center.store.occasions import OCCASIONS
from sync.model.text import without_marks


def changed(occasion: str, part: str, text: str) -> dict[str, dict[str, str]]:
    made = {one: dict(DEFAULT[one]) for one in OCCASIONS}
    made[occasion][part] = text
    return made


def test_the_shipped_texts_are_sound_and_say_no_name_and_no_procedure() -> None:
    assert check(DEFAULT) == ()
    assert not {"ho_ten", "thu_tuc", "ly_do"} & set(FIELDS)
    for texts in sample(DEFAULT).values():
        assert set(texts) == set(PARTS)
        assert not any("{" in text for text in texts.values())


@pytest.mark.parametrize(
    "text",
    [
        "Chào {ho_ten}",
        "{so_ho_so.__class__}",
        "{so_ho_so[0]}",
        "{so_ho_so!r}",
        "{so_ho_so:>99}",
        "{}",
        "{0}",
        "{so_ho_so",
        "so_ho_so}",
        "{hen_cu}",
        "  ",
        "a" * (MAX_SMS + 1),
    ],
)
def test_what_could_not_be_filled_is_refused_when_it_is_saved(text: str) -> None:
    [mistake] = check(changed("ready", "sms", text))
    assert mistake.field == "ready-sms"
    assert "ready-sms" not in [f"ready-{part}" for part in sample(changed("ready", "sms", text))["ready"]]


def test_an_unknown_field_is_named_with_those_there_are() -> None:
    [mistake] = check(changed("late", "mail", "{ten_me}"))
    assert "ten_me" in mistake.message
    assert all(name in mistake.message for name in FIELDS)


def test_a_subject_is_one_line_and_doubled_braces_are_plain_ones() -> None:
    assert check(changed("ready", "subject", "a\nb"))
    texts = changed("ready", "subject", "{{x}} {so_ho_so}")
    assert check(texts) == ()
    assert sample(texts)["ready"]["subject"].startswith("{x} ")


def test_a_message_without_marks_keeps_its_case_and_length() -> None:
    assert without_marks("Hồ sơ ĐÃ có kết quả") == "Ho so DA co ket qua"
    assert without_marks("H99 ok") == "H99 ok"
