"""The encrypted form: opens to what was sealed, and to nothing else."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.attachments.sealing import CHUNK, HEADER, TAG, open_scan, seal_scan, sealed_length
from sync.attachments.trouble import ScanLost

KEY = bytes(range(32))


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])
def test_a_sealed_scan_opens_to_what_it_was(size: int) -> None:
    plain = os.urandom(size)
    file, sealed = seal_scan(plain, KEY, 2)
    assert (file.name, file.plain) == (sha256(sealed).digest(), sha256(plain).digest())
    assert len(sealed) == file.length == sealed_length(size)
    assert open_scan(file, sealed) == plain


def test_the_same_key_and_content_give_the_same_file() -> None:
    assert seal_scan(b"a scan", KEY, 1) == seal_scan(b"a scan", KEY, 1)


def test_the_bytes_are_those_written_down() -> None:
    """A vector for another implementation; `sealing` says how they come about."""
    _file, sealed = seal_scan(b"mot cua", KEY, 1)
    assert sealed.hex() == "4d435343414e0001043308f9527fd9841a04bc3d60422dc572291c2cb7bb80"
    assert len(sealed) == len(HEADER) + 7 + TAG


@given(st.data())
def test_any_change_is_noticed(data: st.DataObject) -> None:
    plain = bytes(3 * CHUNK + 100)
    file, sealed = seal_scan(plain, KEY, 1)
    place = data.draw(st.integers(0, len(sealed) - 1))
    bit = data.draw(st.integers(0, 7))
    wrong = bytearray(sealed)
    wrong[place] ^= 1 << bit
    with pytest.raises(ScanLost):
        open_scan(file, bytes(wrong))


def test_chunks_may_not_be_left_out_swapped_or_added() -> None:
    file, sealed = seal_scan(os.urandom(3 * CHUNK), KEY, 1)
    step, start = CHUNK + TAG, len(HEADER)
    one, two, three = (sealed[start + at * step : start + (at + 1) * step] for at in range(3))
    for wrong in (two + one + three, one + two, one + two + three + three, one + one + three):
        with pytest.raises(ScanLost):
            open_scan(replace(file, length=start + len(wrong)), sealed[:start] + wrong)


def test_another_key_opens_nothing() -> None:
    file, sealed = seal_scan(b"a scan", KEY, 1)
    with pytest.raises(ScanLost):
        open_scan(replace(file, key=bytes(32)), sealed)


def test_the_key_is_never_printed() -> None:
    file, _sealed = seal_scan(b"a scan", KEY, 1)
    assert repr(KEY) not in repr(file)
