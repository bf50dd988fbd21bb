"""What a VietQR code says: NAPAS's own examples, and every field read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.vietqr import (
    MOST_DONG,
    MOST_PURPOSE,
    BankAccount,
    crc,
    plain_purpose,
    purpose_of,
    transfer_code,
)
from sync.typeset.codes import qr_rows

SHOP = BankAccount("970403", "0011012345678")


def read_fields(text: str) -> dict[str, str]:
    """Tags and values, as any reader of EMVCo's codes splits them."""
    found: dict[str, str] = {}
    while text:
        tag, length = text[:2], int(text[2:4])
        assert tag not in found
        found[tag] = text[4 : 4 + length]
        assert len(found[tag]) == length
        text = text[4 + length :]
    return found


def test_the_check_sum_is_that_of_the_standard() -> None:
    assert crc("123456789") == "29B1"


def test_napas_own_examples_come_out_letter_by_letter() -> None:
    assert transfer_code(SHOP) == (
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
    )
    assert transfer_code(SHOP, 180_000, "thanh toan don hang", "NPS6869") == (
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
        "62340107NPS68690819thanh toan don hang63042E2E"
    )


@given(
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.from_regex(r"[0-9A-Za-z]{1,19}", fullmatch=True),
    st.integers(0, MOST_DONG),
    st.text(max_size=MOST_PURPOSE),
)
def test_every_field_is_read_back(bank: str, account: str, amount: int, purpose: str) -> None:
    said = plain_purpose(purpose)
    if len(said) > MOST_PURPOSE:
        return
    code = transfer_code(BankAccount(bank, account), amount, purpose)
    assert code.isascii()
    fields = read_fields(code)
    assert fields["63"] == crc(code[:-4])
    assert read_fields(read_fields(fields["38"])["01"]) == {"00": bank, "01": account}
    assert fields.get("54", "0") == str(amount)
    assert (read_fields(fields["62"])["08"] if said else "") == said
    assert (fields["53"], fields["58"]) == ("704", "VN")


@pytest.mark.parametrize(
    ("number", "purpose"),
    [
        ("000.01.06.H99-261123-0042", "HS 0000106H992611230042"),
        ("H99.99.001-261123-0042", "HS H99990012611230042"),
        ("H99.99.001.0001.000022-261123-0042", "HS 0100010000222611230042"),
    ],
)
def test_the_purpose_names_the_dossier_whole(number: str, purpose: str) -> None:
    assert purpose_of(number) == purpose
    assert len(purpose_of(number)) <= MOST_PURPOSE
    assert purpose_of(number).endswith("2611230042")


@pytest.mark.parametrize(
    ("bank", "account"), [("97043", "1"), ("abcdef", "1"), ("970436", ""), ("970436", "1" * 20)]
)
def test_an_account_that_cannot_be_one_is_refused(bank: str, account: str) -> None:
    with pytest.raises(ValueError, match=r"bank|account"):
        BankAccount(bank, account)


def test_amounts_and_purposes_beyond_the_field_are_refused() -> None:
    for amount in (-1, MOST_DONG + 1):
        with pytest.raises(ValueError, match="amount"):
            transfer_code(SHOP, amount)
    with pytest.raises(ValueError, match="purpose"):
        transfer_code(SHOP, 1, "A" * (MOST_PURPOSE + 1))


def test_diacritics_become_plain_letters() -> None:
    assert plain_purpose("Lệ phí – Đăng ký (khai sinh)!") == "LE PHI DANG KY KHAI SINH"


def test_the_code_fits_a_symbol_a_telephone_reads_at_once() -> None:
    code = transfer_code(SHOP, MOST_DONG, purpose_of("000.01.06.H99-261123-0042"))
    assert len(qr_rows(code, "M")) <= 49, "version 8 at most"
