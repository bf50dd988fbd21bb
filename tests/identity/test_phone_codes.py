"""Questions and answers that are read out by telephone: who can answer, and what a slip of the ear does."""

from __future__ import annotations

import itertools

import pytest

from sync.identity.keys import NodeKeys
from sync.identity.phone_codes import NoQuestion, answer_to, clean_question, desk_of, is_answer, new_question

DESK, CENTER, OTHER = (NodeKeys(bytes([at]) * 64) for at in (1, 2, 3))
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def question(chance: int = 7) -> str:
    return new_question(DESK.node, lambda length: bytes([chance]) * length)


def answer(asked: str, login: str = "mau", center: NodeKeys = CENTER) -> str:
    """As the center makes it."""
    return answer_to(asked, login, center, DESK.public.seal, DESK.node)


def expected(asked: str, login: str = "mau") -> str:
    """As the desk does."""
    return answer_to(asked, login, DESK, CENTER.public.seal, DESK.node)


def test_center_and_desk_make_the_same_answer_and_nobody_else_does() -> None:
    assert answer(question()) == expected(question())
    assert answer(question(), center=OTHER) != expected(question())


def test_an_answer_is_for_one_question_and_one_account() -> None:
    made = {answer(question(at), login) for at, login in itertools.product(range(5), ("mau", "thu"))}
    assert len(made) == 10
    assert answer(question(), " MAU ") == answer(question(), "mau")


def test_the_question_names_its_desk() -> None:
    assert desk_of(question()) == DESK.node[:4]
    assert len(question().replace("-", "")) == 16


def test_what_sounds_or_looks_alike_is_read_as_meant() -> None:
    asked = question()
    typed = asked.replace("-", " ").replace("1", "l").replace("0", "o").lower()
    assert clean_question(typed) == asked
    assert is_answer(answer(asked).lower().replace("0", "O").replace("-", " "), answer(asked))


def test_most_single_letters_misheard_are_noticed_and_none_makes_an_answer() -> None:
    asked = question()
    wrong = unnoticed = 0
    for place, letter in itertools.product(range(len(asked)), LETTERS):
        if asked[place] in {"-", letter}:
            continue
        wrong += 1
        heard = asked[:place] + letter + asked[place + 1 :]
        try:
            unnoticed += 1 if clean_question(heard) else 0
        except NoQuestion:
            continue
        assert answer(heard) != expected(asked)
    assert unnoticed < wrong / 16


@pytest.mark.parametrize("text", ["", "ABCD", "!" * 16, "0" * 17, "ế" * 16, "0000-0000-0000-0001"])
def test_letters_that_are_no_question_are_refused(text: str) -> None:
    with pytest.raises(NoQuestion):
        clean_question(text)


def test_a_wrong_answer_is_none_whatever_letters_it_has() -> None:
    right = answer(question())
    for text in ("", "ABCD-EFGH-JKMN", right[:-1], right + "0", "ế" * 12):
        assert not is_answer(text, right)
