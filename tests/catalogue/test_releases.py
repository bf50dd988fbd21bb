"""Releases: what was signed and nothing else, in its sequence, whatever the order pieces come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.catalogue.chain import follow, state_on, undoing
from sync.catalogue.releases import (
    AMENDED,
    MAX_PLAIN,
    NO_BASE,
    PIECE,
    Change,
    Release,
    ReleaseRefused,
    Signed,
    open_release,
    pieces_of,
    put_together,
    sign_release,
)
from sync.identity.keys import NodeKeys

OURS, THEIRS = NodeKeys(bytes(range(64))), NodeKeys(bytes(range(64, 128)))
DAY = date(2026, 11, 23)
NAMES = ("limit", "name", "effective_to")
_values = st.one_of(st.none(), st.sampled_from(["a", "b", "c"]))
_fields = st.dictionaries(st.sampled_from(NAMES), _values, min_size=1, max_size=3)
_one = st.tuples(
    st.lists(st.tuples(st.sampled_from(["1.000001", "1.000002"]), _fields), min_size=1, max_size=3),
    st.integers(0, 6),
)
histories = st.lists(_one, min_size=1, max_size=5)


def change(key: str = "1.000001", **fields: object) -> Change:
    return Change("procedures", key, AMENDED, fields)


def signed(
    changes: tuple[Change, ...],
    after: Signed | None = None,
    keys: NodeKeys = OURS,
    *,
    days: int = 0,
    **other: object,
) -> Signed:
    """A release on the one before it, which holds `days` from DAY on."""
    release = Release(
        sequence=after.release.sequence + 1 if after else 1,
        base=after.digest if after else NO_BASE,
        decision="1/QĐ-TEST",
        decided=DAY,
        effective=DAY + timedelta(days=days),
        expires=DAY + timedelta(days=400),
        changes=changes,
    )
    return sign_release(replace(release, **other), keys)  # type: ignore[arg-type]


LARGE = signed(
    tuple(change(f"1.{n:06d}", name=sha256(str(n).encode()).hexdigest()) for n in range(1700)),
)
"""A release of four pieces."""


def chain_from(history: list[tuple[list[tuple[str, dict[str, str | None]]], int]]) -> list[Signed]:
    made: list[Signed] = []
    for changes, days in history:
        said = tuple(Change("procedures", key, AMENDED, fields) for key, fields in changes)
        made.append(signed(said, made[-1] if made else None, days=days))
    return made


@given(histories, st.data())
@settings(max_examples=60, deadline=None)
def test_any_order_with_repeats_forgeries_and_strangers_gives_the_same_chain(
    history: list[tuple[list[tuple[str, dict[str, str | None]]], int]], data: st.DataObject
) -> None:
    made = chain_from(history)
    bodies = [body for one in made for body in pieces_of(one)]
    stranger = signed((change(limit="z"),), made[data.draw(st.integers(0, len(made) - 1))], THEIRS)
    damaged = bytearray(bodies[0])
    damaged[data.draw(st.integers(37, len(damaged) - 1))] ^= 1
    foreign = pieces_of(stranger)
    other = foreign[0][:1] + bytes(32) + foreign[0][33:]
    mixed = bodies + bodies[:2] + foreign + [other, b"", b"\x01", bytes(damaged), bytes(damaged[:30])]
    mixed = data.draw(st.permutations(mixed))
    chain = follow(put_together(mixed), OURS.public.sign)
    assert [one.digest for one in chain.releases] == [one.digest for one in made]
    assert [one.digest for one in chain.stray] == [stranger.digest]
    assert not chain.waiting


@given(histories, st.data())
@settings(max_examples=40, deadline=None)
def test_a_lost_release_holds_back_what_stands_on_it_and_nothing_else(
    history: list[tuple[list[tuple[str, dict[str, str | None]]], int]], data: st.DataObject
) -> None:
    made = chain_from(history)
    lost = data.draw(st.integers(0, len(made) - 1))
    here = made[:lost] + made[lost + 1 :]
    chain = follow(data.draw(st.permutations(here)), OURS.public.sign)
    assert list(chain.releases) == made[:lost]
    assert {one.digest for one in chain.waiting} == {one.digest for one in made[lost + 1 :]}
    assert list(follow([*here, made[lost]], OURS.public.sign).releases) == made


@given(histories, st.data())
@settings(max_examples=40, deadline=None)
def test_a_roll_back_leaves_what_would_be_without_the_release(
    history: list[tuple[list[tuple[str, dict[str, str | None]]], int]], data: st.DataObject
) -> None:
    made = chain_from(history)
    number = data.draw(st.integers(1, len(made)))
    today = DAY + timedelta(days=data.draw(st.integers(0, 8)))
    try:
        begins, changes = undoing(made, number, today)
    except ReleaseRefused:
        begins = max(today, made[number - 1].release.effective)
        assert state_on(made, begins) == state_on(made, begins, but=number)
        return
    back = signed(changes, made[-1], effective=begins)
    for later in range(10):
        day = begins + timedelta(days=later)
        assert state_on([*made, back], day) == state_on(made, day, but=number)


@given(st.integers(0, 10_000), st.integers(1, 255))
@settings(max_examples=80, deadline=None)
def test_one_wrong_bit_anywhere_and_it_is_no_release(at: int, bits: int) -> None:
    raw = bytearray(signed((change(limit="3 ngày"),)).raw)
    raw[at % len(raw)] ^= bits
    with pytest.raises(ReleaseRefused):
        open_release(bytes(raw))


@given(st.binary(max_size=400))
def test_rubbish_is_refused_and_never_breaks(raw: bytes) -> None:
    with pytest.raises(ReleaseRefused):
        open_release(raw)
    assert put_together([raw, b"\x01" + raw]) == []


def test_a_second_release_of_an_old_sequence_takes_nothing_back() -> None:
    first = signed((change(limit="a"),))
    second = signed((change(limit="b"),), first)
    older = signed((change(limit="old"),))
    assert older.digest != first.digest
    for order in ([first, second, older], [older, second, first]):
        chain = follow(order, OURS.public.sign)
        assert list(chain.releases) == [first, second]
        assert list(chain.stray) == [older]


def test_two_of_one_sequence_end_alike_everywhere() -> None:
    one, other = signed((change(limit="a"),)), signed((change(limit="b"),))
    assert follow([one, other], OURS.public.sign).tip == follow([other, one], OURS.public.sign).tip


@given(st.permutations(range(4)), st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_pieces_make_a_release_in_any_order_and_none_while_one_is_missing(
    order: list[int], lost: int
) -> None:
    pieces = pieces_of(LARGE)
    assert len(pieces) == 4
    mixed = [pieces[at] for at in order]
    assert [one.digest for one in put_together(mixed)] == [LARGE.digest]
    assert put_together(pieces[:lost] + pieces[lost + 1 :]) == []
    rubbish = pieces[lost][:37] + bytes(len(pieces[lost]) - 37)
    assert [one.digest for one in put_together([rubbish, *mixed])] == [LARGE.digest]


def test_of_two_of_one_sequence_the_one_that_was_carried_on_counts() -> None:
    pair = sorted((signed((change(limit=text),)) for text in "ab"), key=lambda one: one.digest)
    for first in pair:
        on = signed((change(limit="c"),), first)
        assert list(follow([*pair, on], OURS.public.sign).releases) == [first, on]


def test_a_sequence_that_is_skipped_or_a_base_that_is_another_counts_nothing() -> None:
    first = signed((change(limit="a"),))
    skipped = signed((change(limit="b"),), first, sequence=3)
    based = signed((change(limit="c"),), first, base=bytes([7]) * 32)
    chain = follow([first, skipped, based], OURS.public.sign)
    assert list(chain.releases) == [first]


def test_a_publisher_hands_over_to_another_key_and_the_old_one_signs_no_more() -> None:
    first = signed((change(limit="a"),), next_key=THEIRS.public.sign)
    by_new = signed((change(limit="b"),), first, THEIRS)
    by_old = signed((change(limit="c"),), first, OURS)
    assert list(follow([by_old, by_new, first], OURS.public.sign).releases) == [first, by_new]
    assert follow([first], OURS.public.sign).key == THEIRS.public.sign


def test_a_release_that_opens_out_too_large_is_not_opened() -> None:
    import zstandard

    from sync.catalogue.releases import read_packed

    bomb = zstandard.ZstdCompressor().compress(bytes(MAX_PLAIN + 1))
    assert len(bomb) < PIECE
    with pytest.raises(ReleaseRefused, match="quá lớn"):
        read_packed(bomb)


def test_what_holds_from_a_day_holds_from_that_day_and_its_end_is_known_before() -> None:
    begins = signed((change(limit="b", effective_to="2026-12-01"),), days=5)
    before, after = state_on([begins], DAY), state_on([begins], DAY + timedelta(days=5))
    assert before == {("procedures", "1.000001"): {"effective_to": "2026-12-01"}}
    assert after[("procedures", "1.000001")]["limit"] == "b"


def test_a_term_that_is_over_is_told_by_the_newest_release_alone() -> None:
    first = signed((change(limit="a"),), expires=DAY)
    second = signed((change(limit="b"),), first)
    tomorrow = DAY + timedelta(days=1)
    assert follow([first], OURS.public.sign).expired(tomorrow)
    assert not follow([first], OURS.public.sign).expired(DAY)
    assert not follow([first, second], OURS.public.sign).expired(tomorrow)


@pytest.mark.parametrize(
    ("name", "value"),
    [("sequence", 0), ("decision", ""), ("expires", DAY - timedelta(days=1)), ("base", b"short")],
)
def test_a_release_that_says_nonsense_is_not_signed(name: str, value: object) -> None:
    with pytest.raises(ReleaseRefused):
        sign_release(replace(signed((change(limit="a"),)).release, **{name: value}), OURS)  # type: ignore[arg-type]
