"""Malformed bytes into every decoder: a typed refusal or a sound value, bounded memory, nothing else."""

from __future__ import annotations

import os
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import fuzz, here
from tests.fuzz.corpus import by_hand, kept
from tests.fuzz.decoders import DECODERS

MOST_MEMORY = 32 * 1024 * 1024
"""Bytes one input of the corpus may take while it is decoded: some times the largest message."""
SECONDS = int(os.environ.get("MOTCUA_FUZZ_SECONDS", "60"))
"""For each decoder in `make proof`."""


@pytest.mark.parametrize("name", DECODERS)
def test_the_corpus_of_malformed_bytes_is_refused_or_read(name: str) -> None:
    decoder = DECODERS[name]
    found = [*kept(name), *by_hand(name)]
    assert len(kept(name)) >= 20, "a corpus is kept for each decoder"
    taken = [decoder.try_one(raw) for _word, raw in found]
    assert not decoder.refusals or not all(taken), "some of it is malformed"


@pytest.mark.parametrize("name", DECODERS)
def test_no_input_of_the_corpus_takes_much_memory(name: str) -> None:
    decoder = DECODERS[name]
    decoder.seeds()
    for word, raw in [*kept(name), *by_hand(name)]:
        tracemalloc.start()
        decoder.try_one(raw)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MOST_MEMORY, word


@pytest.mark.parametrize("name", DECODERS)
def test_sound_bytes_are_read(name: str) -> None:
    """Else the rest of this page would prove nothing."""
    decoder = DECODERS[name]
    assert all(decoder.try_one(raw) for raw in decoder.seeds())
    assert decoder.seeds()


@pytest.mark.parametrize("name", DECODERS)
@settings(max_examples=60)
@given(data=st.data())
def test_what_is_near_sound_bytes_is_refused_or_read(name: str, data: st.DataObject) -> None:
    decoder = DECODERS[name]
    near = bytearray(data.draw(st.sampled_from(list(decoder.seeds()) + [raw for _word, raw in kept(name)])))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(near)))
        deed = data.draw(st.integers(0, 3))
        if deed == 0 and at < len(near):
            near[at] = data.draw(st.integers(0, 255))
        elif deed == 1:
            near[at:at] = data.draw(st.binary(max_size=12))
        elif deed == 2:
            del near[at : at + data.draw(st.integers(1, 12))]
        else:
            near[at:at] = near[at : at + data.draw(st.integers(1, 40))]
    decoder.try_one(bytes(near))


@pytest.mark.proof
@pytest.mark.parametrize("name", DECODERS)
def test_the_fuzzer_finds_nothing_that_breaks_a_decoder(name: str) -> None:
    if not here():
        pytest.skip("the fuzzer is not installed (Linux: pip install '.[fuzz]')")
    said = fuzz(name, SECONDS)
    assert not said["crash"], said["crash"]
    assert said["inputs"] > 1000
