"""Codes are read out of pictures; what is too large, broken or no picture is refused first."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk_app.devices import pictures
from desk_app.devices.pictures import codes_in, is_picture
from desk_app.documents.scanner_test import scanner_test_pdf
from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_test import TEST_CODES


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """The self-test sheet as PDF."""
    return scanner_test_pdf()


def rendered(pdf: bytes, dpi: int = 200) -> Image.Image:
    """The first page as a picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    try:
        image = page.render(scale=dpi / 72, grayscale=True).to_pil()
        assert isinstance(image, Image.Image)
        return image
    finally:
        page.close()
        document.close()


@pytest.mark.parametrize("suffix", ["pdf", "png", "jpg"])
def test_every_code_of_the_self_test_sheet_is_read(sheet: bytes, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"sheet.{suffix}"
    if suffix == "pdf":
        path.write_bytes(sheet)
    else:
        rendered(sheet).save(path)
    assert is_picture(str(path))
    assert sorted(codes_in(path)) == sorted(code.text for code in TEST_CODES)


def test_a_picture_without_a_code_has_none(tmp_path: Path) -> None:
    Image.new("L", (300, 200), 255).save(tmp_path / "empty.png")
    assert codes_in(tmp_path / "empty.png") == []


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is that large; its few octets would unpack to as many zeros."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000))


@pytest.mark.parametrize("size", [(7_100, 7_100), (10_000, 9_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "bomb.png").write_bytes(bomb(*size))
    with pytest.raises(DeskError, match=r"quá nhiều điểm|Không đọc được"):
        codes_in(tmp_path / "bomb.png")


def test_a_huge_page_is_drawn_small_enough(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(14_000, 14_000))
    canvas.showPage()
    canvas.save()
    (tmp_path / "wall.pdf").write_bytes(buffer.getvalue())
    assert codes_in(tmp_path / "wall.pdf") == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"x", b"GIF89a" + bytes(50), b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"\xff\xd8\xff", b"\xff\xd8\xff\xe0" + bytes(300), b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF", b"<svg/>", b'{"a": 1}', bomb(0, 0),
        bomb(100, 100),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_no_whole_picture_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken").write_bytes(content)
    with pytest.raises(DeskError) as refused:
        codes_in(tmp_path / "broken")
    assert refused.value.advice


def test_a_file_that_is_too_large_is_not_read_whole(
    tmp_path: Path, sheet: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    (tmp_path / "large.pdf").write_bytes(sheet)
    with pytest.raises(DeskError, match="quá lớn"):
        codes_in(tmp_path / "large.pdf")


@pytest.mark.parametrize("argument", ["", "a\0b", "x" * 5000, "/dev/null", ".", "no/such/file.png"])
def test_only_a_file_is_a_picture(argument: str) -> None:
    assert not is_picture(argument)
