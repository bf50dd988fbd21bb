"""Measures and wording of Mẫu 01, as `resources/forms/<set>/slip.json` gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from sync.typeset.layout import OneOf, Range, holes, shipped_layout

DEFAULT_SET: Final = "TT 03/2025"
"""The set of forms in force; a dossier that names none is printed with it."""

Points = Annotated[float, Range(4, 48)]
Millimetres = Annotated[float, Range(0, 420)]
Em = Annotated[float, Range(0, 4)]


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins."""

    width_mm: Annotated[float, Range(100, 420)]
    height_mm: Annotated[float, Range(140, 420)]
    left_mm: Annotated[float, Range(3, 40)]
    right_mm: Annotated[float, Range(3, 40)]
    top_mm: Annotated[float, Range(3, 40)]
    bottom_mm: Annotated[float, Range(3, 40)]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes. Of `body_pt`, falling, the first is taken that fits one page, else `flowing_pt`."""

    body_pt: Annotated[tuple[float, ...], Range(7, 16)]
    flowing_pt: Points
    leading: Annotated[float, Range(1.12, 2)]
    header_pt: Points
    number_pt: Points
    title_pt: Points
    copy_pt: Points
    due: Annotated[float, Range(1, 2)]
    small: Annotated[float, Range(0.6, 1)]


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances: `paragraph` and `section` in em of the body, the rest in millimetres.

    `signing_mm` is the room to sign in; `most_air_pt` what each space may grow on a page with room left.
    """

    paragraph: Em
    section: Em
    under_header_mm: Millimetres
    under_strip_mm: Millimetres
    under_title_mm: Millimetres
    over_signatures_mm: Millimetres
    signing_mm: Annotated[float, Range(6, 60)]
    most_air_pt: Annotated[float, Range(0, 24)]


@dataclass(frozen=True, slots=True)
class Codes:
    """Code 128 strip and QR; module widths are in dots of a 203 dpi printer (0.125 mm)."""

    bar_height_mm: Annotated[float, Range(5, 30)]
    bar_dots: Annotated[tuple[int, ...], Range(2, 8)]
    qr_dots: Annotated[int, Range(3, 12)]
    qr_level: Annotated[str, OneOf(("L", "M", "Q", "H"))]


@dataclass(frozen=True, slots=True)
class Table:
    """The papers' table; the second column of `columns_mm` is 0 and takes what is left; `type` is the
    size of its type in em of the body.
    """

    columns_mm: tuple[Millimetres, Millimetres, Millimetres, Millimetres, Millimetres]
    rule_pt: Annotated[float, Range(0.2, 2)]
    padding_em: Annotated[float, Range(0, 1)]
    type: Annotated[float, Range(0.7, 1)]


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word the form prints; names in braces are filled in."""

    motto: tuple[str, str]
    place_and_date: Annotated[str, holes("place", "date")]
    date_alone: Annotated[str, holes("date")]
    number: Annotated[str, holes("number")]
    title: tuple[str, ...]
    title_of_file: Annotated[str, holes("number")]
    sample: str
    reissue: Annotated[str, holes("n")]
    page: Annotated[str, holes("page", "pages")]
    reception_title: str
    reception: str
    reception_desk: Annotated[str, holes("office", "desk")]
    received_from: str
    identity: Annotated[str, holes("kind", "number")]
    identity_kinds: IdentityKinds
    submitter: str
    representative: str
    address: str
    phone: str
    email: str
    request: str
    procedure: Annotated[str, holes("name", "code")]
    subject: str
    portal: str
    papers: str
    papers_head: PapersHead
    no_papers: str
    no_count: str
    sets: str
    sets_value: Annotated[str, holes("count")]
    limit: str
    limit_same_day: str
    limit_unknown: str
    limit_unknown_reason: Annotated[str, holes("reason")]
    received: str
    due: str
    return_by: str
    return_desk: Annotated[str, holes("reception")]
    return_post: Annotated[str, holes("address")]
    return_post_unknown: str
    return_online: str
    return_online_email: Annotated[str, holes("email")]
    fee: str
    fee_line: Annotated[str, holes("name", "amount")]
    fee_total: Annotated[str, holes("total", "lines")]
    fee_none: str
    fee_open: Annotated[str, holes("names")]
    fee_and_open: Annotated[str, holes("fee", "open")]
    fee_exempt: Annotated[str, holes("reason")]
    fee_reduced: Annotated[str, holes("fee", "reason")]
    register: tuple[str, str]
    officer_note: str
    note: str
    note_sentences: Annotated[tuple[str, ...], holes("phone", "number")]
    left_signature: tuple[str, str]
    right_signature: tuple[str, str]


@dataclass(frozen=True, slots=True)
class IdentityKinds:
    """What each kind of identity number is called; `unknown` where the kind is not recorded."""

    citizen_card: str
    old_card: str
    passport: str
    tax_code: str
    unknown: str


@dataclass(frozen=True, slots=True)
class PapersHead:
    """Headings of the table of papers."""

    order: str
    name: str
    count: str
    originals: str
    certified_copies: str
    copies: str


@dataclass(frozen=True, slots=True)
class SlipLayout:
    """One set's Mẫu 01."""

    page: Page
    sizes: Sizes
    spaces: Spaces
    codes: Codes
    table: Table
    wording: Wording


def slip_layout(form_set: str) -> SlipLayout:
    """The shipped layout of a form set; an empty name means `DEFAULT_SET`. Raises `LayoutError`."""
    layout: SlipLayout = shipped_layout(SlipLayout, form_set or DEFAULT_SET, "slip")
    return layout
