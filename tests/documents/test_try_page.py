"""The page to try a printer with fits each roll, and its code is read back from what the printer gets."""

from __future__ import annotations

import pytest
from PIL import Image

from desk_app.devices.escpos import ROLL_DPI, escpos_bytes
from desk_app.devices.pictures import read_codes
from desk_app.devices.raster import grey_pages
from desk_app.documents.try_page import CODE, try_page_pdf


@pytest.mark.parametrize(("roll", "dots"), [("80mm", 576), ("58mm", 384)])
def test_the_page_goes_whole_onto_a_roll(roll: str, dots: int) -> None:
    pages = list(grey_pages(try_page_pdf("Máy in nhiệt 10.0.0.7", roll), ROLL_DPI))
    assert len(pages) == 1
    assert escpos_bytes(pages, dots)


@pytest.mark.parametrize("roll", [None, "80mm", "58mm"])
def test_its_code_is_readable(roll: str | None) -> None:
    [page] = grey_pages(try_page_pdf("HP LaserJet Pro M404dn, tầng hai, phòng một cửa", roll), ROLL_DPI)
    assert read_codes(Image.frombytes("L", (page.width, page.height), page.dots)) == [CODE]
