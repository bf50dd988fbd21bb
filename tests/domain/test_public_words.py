"""What a screen that others look at may say."""

from __future__ import annotations

import pytest

from desk_app.domain.public_words import masked_identity


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("037200001890", "0372•••••890"),
        ("012345678", "••••••678"),
        ("B1234567", "•••••567"),
        ("123", "•••"),
        ("", ""),
    ],
)
def test_an_identity_number_in_a_list_shows_its_ends_only(number: str, shown: str) -> None:
    assert masked_identity(number) == shown
