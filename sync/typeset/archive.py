"""What an archive asks of a PDF beside its pages: metadata, output intent, plain syntax.

The conventions of PDF/A are kept as far as they are within reach: XMP metadata that says the same as the
document information, an sRGB output intent, a language, only embedded fonts, ``endstream`` on a line of its
own. No file claims to be PDF/A: that takes a validator's word, and structure (tags) is not written.

Imported only where a PDF is written, because it loads reportlab.
"""

from __future__ import annotations

import zlib
from functools import cache
from html import escape  # the one of xml.sax would load urllib
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFFile,
    PDFIndirectObject,
    PDFName,
    PDFStream,
    PDFString,
    PDFTrailer,
)

from sync.resources import read_resource

# Streams as bytes: a fifth smaller than as ASCII, and quicker. reportlab knows this only for a whole process.
rl_config.useA85 = 0

VERSION: Final = (1, 4)
"""Of PDF: the first with metadata and output intents."""

LANGUAGE: Final = "vi-VN"
CREATOR: Final = "Một cửa"
PRODUCER: Final = "Một cửa (ReportLab)"
_INFO_DATE: Final = "D:20000101000000+00'00'"
_XMP_DATE: Final = "2000-01-01T00:00:00+00:00"
"""The same for every file: when a paper was made stands on it, and the same paper gives the same bytes."""

_CONDITION: Final = "sRGB IEC61966-2-1"
_STREAM_END: Final = b"endstream\nendobj\n"

_XMP: Final = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}{subject}<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_AUTHOR: Final = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"
_SUBJECT: Final = (
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
)


def archived(canvas: Any, title: str, author: str, subject: str) -> bytes:
    """The file of a reportlab canvas whose pages are all shown. Empty `author` and `subject` are left out."""
    document = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    catalog = document.Catalog
    catalog.Outlines = None
    catalog.Lang = PDFString(LANGUAGE)
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.Metadata = _metadata(title, author, subject)
    # reportlab's catalog has no place for output intents; its list of keys is read from the object.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([_output_intent(document)])
    return _formatted(document, _information(title, author, subject))


def _information(title: str, author: str, subject: str) -> Any:
    said = {"Title": title, "Author": author, "Subject": subject, "Creator": CREATOR, "Producer": PRODUCER}
    dates = dict.fromkeys(("CreationDate", "ModDate"), _INFO_DATE)
    return PDFDictionary({key: PDFString(text) for key, text in (said | dates).items() if text})


def _metadata(title: str, author: str, subject: str) -> Any:
    """The XMP packet, readable without a filter."""
    packet = _XMP.format(
        language=LANGUAGE,
        title=escape(title, quote=False),
        author=_AUTHOR.format(escape(author, quote=False)) if author else "",
        subject=_SUBJECT.format(escape(subject, quote=False)) if subject else "",
        producer=PRODUCER,
        creator=CREATOR,
        date=_XMP_DATE,
    )
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(kind, packet.encode("utf-8"))


def _output_intent(document: Any) -> Any:
    profile = PDFDictionary({"N": 3, "Filter": PDFName("FlateDecode")})
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),  # the kind of intent; a claim would stand in the metadata
            "OutputConditionIdentifier": PDFString(_CONDITION),
            "Info": PDFString(_CONDITION),
            "DestOutputProfile": document.Reference(PDFStream(profile, _profile())),
        }
    )


@cache
def _profile() -> bytes:
    """The shipped sRGB profile, compressed once."""
    return zlib.compress(read_resource("color", "srgb.icc"), 9)


def _formatted(document: Any, information: Any) -> bytes:
    """The document's bytes, written as reportlab does, but every stream ends at a line's end (ISO 19005-1,
    6.1.7) and the identifier is a digest of all that stands in the file.
    """
    root = document.Reference(document.Catalog)
    about = document.Reference(information, "Information")
    file = PDFFile(VERSION)
    written: list[str] = []
    # Writing an object may bring forth further ones.
    while (name := document.numberToId.get(len(written) + 1)) is not None:
        octets: bytes = PDFIndirectObject(name, document.idToObject[name]).format(document)
        if octets.endswith(_STREAM_END):
            octets = octets[: -len(_STREAM_END)] + b"\n" + _STREAM_END
        document.updateSignature(octets)
        document.idToOffset[name] = file.add(octets)
        written.append(name)
    table = PDFCrossReferenceTable()
    table.addsection(0, written)
    start = file.add(table.format(document))
    size = len(written) + 1
    file.add(PDFTrailer(start, Size=size, Root=root, Info=about, ID=document.ID()).format(document))
    whole: bytes = file.format(document)
    return whole
