"""Heads and their root: equal roots mean equal entries, whatever order they were learned in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.model.entry import JournalId, Tip
from sync.model.heads import EMPTY_ROOT, flatten, gather, root_of

journals = st.builds(
    JournalId,
    st.binary(min_size=16, max_size=16),
    st.just("unit:H15"),
    st.binary(min_size=8, max_size=8),
)
tips = st.builds(Tip, st.integers(1, 2**63 - 1), st.binary(min_size=32, max_size=32))
heads = st.dictionaries(journals, st.frozensets(tips, min_size=1, max_size=3), max_size=5)


def test_the_root_is_these_bytes() -> None:
    one = JournalId(bytes(16), "unit:H15", b"incarn-1")
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb924"
    assert root_of({one: frozenset({Tip(1, bytes(32))})}).hex() == "3b6faad719c8913f0b48875ca0260983"


@given(heads)
def test_the_root_does_not_depend_on_order(found: dict[JournalId, frozenset[Tip]]) -> None:
    turned = dict(reversed(list(found.items())))
    assert root_of(found) == root_of(turned)
    assert gather(flatten(found)) == found
    assert list(flatten(found)) == list(flatten(turned))


@given(heads, heads)
def test_other_heads_have_another_root(
    one: dict[JournalId, frozenset[Tip]], other: dict[JournalId, frozenset[Tip]]
) -> None:
    assert (root_of(one) == root_of(other)) == (one == other)
