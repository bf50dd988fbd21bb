"""What an archive asks of a PDF: metadata, output intent, language, embedded fonts; and no claim."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator
from hashlib import sha256

import pypdfium2
import pytest
from PIL import Image, ImageCms

from sync.resources import read_resource
from sync.typeset.fonts import STYLES, fonts
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import Part, Rule, Sheet, Stamp, Text
from tests.tools.build_srgb import profile

TITLE = "Giấy tiếp nhận <hồ sơ> & hẹn trả \\ (ngoặc"
AUTHOR = "Ủy ban nhân dân xã “Ví Dụ” & <Mẫu>"
SUBJECT = "Đơn"

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def sheets() -> list[Sheet]:
    """Two pages with every style, a shared part, a stamp and a rule."""
    texts = tuple(
        Text(20, 20 + 20 * at, style, 12, f"Ưu điểm {style}", 90) for at, style in enumerate(STYLES)
    )
    shared = Part((*texts, Rule(10, 120, 190, 120, 1), Stamp(100, 100, 40, "MẪU", 45, 0.88)))
    return [Sheet(200, 200, (shared, Part((Text(20, 180, "regular", 9, f"Tờ {n}", 30),)))) for n in (1, 2)]


@pytest.fixture(scope="module")
def paper() -> bytes:
    return write_pdf(sheets(), title=TITLE, author=AUTHOR, subject=SUBJECT)


def objects(pdf: bytes) -> dict[int, bytes]:
    """Every object by its number, found through the cross-reference table."""
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n\Z", pdf)[0])
    count = int(re.match(rb"xref\n0 (\d+)\n", pdf[start:])[1])  # type: ignore[index]
    entries = re.findall(rb"(\d{10}) 00000 n \n", pdf[start:])
    assert len(entries) == count - 1
    found = {}
    for number, entry in enumerate(entries, 1):
        at = int(entry)
        head = b"%d 0 obj\n" % number
        assert pdf[at:].startswith(head)
        found[number] = pdf[at + len(head) : pdf.index(b"\nendobj\n", at)]
    return found


def streams(pdf: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Dictionary and raw octets of every stream; the length must be the one it states."""
    for body in objects(pdf).values():
        if b"\nstream\n" in body:
            head, _, rest = body.partition(b"\nstream\n")
            length = int(re.findall(rb"/Length (\d+)", head)[0])
            assert rest[length:] == b"\nendstream"
            yield head, rest[:length]


def referred(pdf: bytes, pattern: bytes) -> bytes:
    """The one object a key refers to."""
    [number] = set(re.findall(pattern + rb" (\d+) 0 R", pdf))
    return objects(pdf)[int(number)]


def metadata(pdf: bytes) -> ET.Element:
    head, _, rest = referred(pdf, b"/Metadata").partition(b"\nstream\n")
    assert b"/Filter" not in head, "an archive's metadata is read without a filter"
    packet = rest.removesuffix(b"\nendstream").decode("utf-8")
    assert packet.startswith('<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}"')
    assert packet.endswith('<?xpacket end="r"?>')
    found = ET.fromstring(packet.partition("?>")[2].rpartition("<?")[0])  # noqa: S314 (our own)
    [description] = found.iter(f"{{{NAMES['rdf']}}}Description")
    return description


def text_of(description: ET.Element, name: str) -> str:
    [element] = description.findall(name, NAMES)
    return "".join(element.itertext())


def test_metadata_and_document_information_say_the_same(paper: bytes) -> None:
    document = pypdfium2.PdfDocument(paper)
    told = document.get_metadata_dict()
    document.close()
    said = metadata(paper)
    assert text_of(said, "dc:title") == told["Title"] == TITLE
    assert text_of(said, "dc:creator") == told["Author"] == AUTHOR
    assert text_of(said, "dc:description") == told["Subject"] == SUBJECT
    assert text_of(said, "xmp:CreatorTool") == told["Creator"] == "Một cửa"
    assert text_of(said, "pdf:Producer") == told["Producer"]
    assert text_of(said, "dc:language") == "vi-VN"
    dates = text_of(said, "xmp:CreateDate"), text_of(said, "xmp:ModifyDate")
    assert dates == ("2000-01-01T00:00:00+00:00",) * 2
    assert told["CreationDate"] == told["ModDate"] == "D:20000101000000+00'00'"


def test_what_is_empty_is_left_out_of_both() -> None:
    pdf = write_pdf(sheets(), title="x")
    said = metadata(pdf)
    assert (said.find("dc:creator", NAMES), said.find("dc:description", NAMES)) == (None, None)
    assert b"/Author" not in pdf
    assert b"/Subject" not in pdf


def test_no_file_claims_to_be_an_archive_file(paper: bytes) -> None:
    """That takes a validator."""
    assert b"pdfaid" not in paper
    assert b"aiim.org" not in paper


def test_the_output_intent_is_srgb(paper: bytes) -> None:
    assert paper.count(b"/Type /OutputIntent\n") == paper.count(b"/S /GTS_PDFA1 ") == 1
    head, _, rest = referred(paper, b"/DestOutputProfile").partition(b"\nstream\n")
    assert b"/N 3" in head
    octets = zlib.decompress(rest.removesuffix(b"\nendstream"))
    assert octets == read_resource("color", "srgb.icc")


def test_the_shipped_profile_is_what_its_program_builds_and_is_srgb() -> None:
    octets = read_resource("color", "srgb.icc")
    assert octets == profile()
    ours = ImageCms.ImageCmsProfile(io.BytesIO(octets))
    colors = bytes(
        value for red in range(0, 256, 15) for green in range(0, 256, 15) for value in (red, green, 128)
    )
    picture = Image.frombytes("RGB", (len(colors) // 3, 1), colors)
    seen = ImageCms.profileToProfile(picture, ImageCms.createProfile("sRGB"), ours)
    assert seen is not None
    assert max(abs(a - b) for a, b in zip(colors, seen.tobytes(), strict=True)) <= 1


def test_the_language_and_the_shown_title_are_set(paper: bytes) -> None:
    catalog = referred(paper, b"/Root")
    assert b"/Lang (vi-VN)" in catalog
    assert b"/DisplayDocTitle true" in referred(paper, b"/ViewerPreferences")
    assert paper.startswith(b"%PDF-1.4\n%")
    assert all(octet > 127 for octet in paper[10:14])


def test_every_font_is_an_embedded_subset_with_its_characters(paper: bytes) -> None:
    """None is only named: a viewer without Times would put another in its place."""
    found = [body for body in objects(paper).values() if b"/Type /Font " in body]
    assert len(found) == len(STYLES)
    for body in found:
        assert re.search(rb"/BaseFont /[A-Z]{6}\+LiberationSerif", body)
        assert re.search(rb"/ToUnicode \d+ 0 R", body)
    assert paper.count(b"/FontFile2 ") == len(STYLES)
    document = pypdfium2.PdfDocument(paper)
    assert "Ưu điểm bold_italic" in document[0].get_textpage().get_text_range()
    document.close()


def test_every_stream_states_its_length_and_ends_on_a_line_of_its_own(paper: bytes) -> None:
    found = list(streams(paper))
    assert len(found) >= 2 + 1 + 2 * len(STYLES) + 2  # pages, the shared part, fonts, profile and metadata
    for head, octets in found:
        if b"/FlateDecode" in head:
            zlib.decompress(octets)
        assert b"ASCII85" not in head
    assert len(paper) < 70_000


def test_the_identifier_is_a_digest_of_all_that_stands_in_the_file(paper: bytes) -> None:
    def identifier(pdf: bytes) -> bytes:
        [(first, second)] = re.findall(rb"/ID \n\[<(\w{32})><(\w{32})>\]", pdf)
        assert first == second
        return bytes(first)

    other = sheets()
    other[1] = Sheet(200, 200, (Part((Text(20, 180, "regular", 9, "Tờ khác", 30),)),))
    assert identifier(write_pdf(other, title=TITLE, author=AUTHOR, subject=SUBJECT)) != identifier(paper)


def test_another_process_writes_the_same_bytes(paper: bytes) -> None:
    program = (
        "from hashlib import sha256\n"
        "from sync.typeset.pdf import write_pdf\n"
        "from tests.typeset.test_archive import AUTHOR, SUBJECT, TITLE, sheets\n"
        "print(sha256(write_pdf(sheets(), title=TITLE, author=AUTHOR, subject=SUBJECT)).hexdigest())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == sha256(paper).hexdigest()
    assert write_pdf(sheets(), title=TITLE, author=AUTHOR, subject=SUBJECT, faces=fonts()) == paper
