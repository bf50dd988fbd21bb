"""What a form's layout may say: measures of each paper, the head, and the body as named blocks in order.

Texts marked `Said` are templates: a name in braces is filled in from the form's values, and a sentence one of
whose values is empty is left out. Texts marked `RowSaid` may also name the values of a table's row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Final, Literal

from sync.typeset.layout import Range, Scope, holes

DEFAULT_SET: Final = "TT 03/2025"
"""The set of forms in force; a dossier that names none is printed with it."""

TEXTS: Final = "texts"
ROWS: Final = "rows"
TABLES: Final = "tables"

Said = Annotated[str, Scope(TEXTS)]
RowSaid = Annotated[str, Scope(ROWS)]
TextName = Annotated[str, Scope(TEXTS, whole=True)]
TableName = Annotated[str, Scope(TABLES, whole=True)]
Points = Annotated[float, Range(4, 48)]
Millimetres = Annotated[float, Range(0, 420)]
Em = Annotated[float, Range(0, 12)]
Scale = Annotated[float, Range(0.5, 12)]
Style = Literal["regular", "bold", "italic", "bold_italic"]
Align = Literal["left", "centre", "right"]
Medium = Literal["", "page", "roll"]
"""Where a block is printed: everywhere, on sheets only, on thermal rolls only."""


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins; `height_mm` 0: a roll, as long as needed."""

    width_mm: Annotated[float, Range(40, 420)]
    height_mm: Annotated[float, Range(0, 420)]
    left_mm: Annotated[float, Range(3, 40)]
    right_mm: Annotated[float, Range(3, 40)]
    top_mm: Annotated[float, Range(2, 40)]
    bottom_mm: Annotated[float, Range(2, 40)]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes. Of `body_pt`, falling, the first is taken that fits one page, else `flowing_pt`."""

    body_pt: Annotated[tuple[float, ...], Range(6, 18)]
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
    """Codes; module widths are in dots of a 203 dpi printer (0.125 mm), the best first (`pay_dots` 0: no code
    of a bank transfer). Of `bar_height_mm`, falling, the head's strip has the first that costs no page more
    than the last, a code below it the first."""

    bar_height_mm: Annotated[tuple[float, ...], Range(5, 30)]
    bar_dots: Annotated[tuple[int, ...], Range(2, 8)]
    qr_dots: Annotated[tuple[int, ...], Range(3, 12)]
    qr_level: Literal["L", "M", "Q", "H"]
    pay_dots: Annotated[int, Range(0, 12)] = 0


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Rules and padding of tables; `type` is the size of their type in em of the body, `widen` how much
    wider than written their fixed columns are.
    """

    rule_pt: Annotated[float, Range(0.2, 2)]
    padding_em: Annotated[float, Range(0, 1)]
    type: Annotated[float, Range(0.6, 1)]
    widen: Annotated[float, Range(0.5, 2)] = 1


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything about a form that depends on its paper."""

    page: Page
    sizes: Sizes
    spaces: Spaces
    codes: Codes
    table: TableStyle

    @property
    def roll(self) -> bool:
        """Whether the paper is a roll: no pages, no strip of the number, all in one column."""
        return self.page.height_mm == 0


# ---------------------------------------------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands after it: `strong`, set bold, then `value`. Left out when both are empty.

    `keep`: printed all the same. `framed`: in a box, larger. `fill`: dots to the margin where nothing is
    said, to write on. `glued`: never parted from what stands above. `space` in em of the body, below 0: the
    usual.
    """

    KIND: ClassVar[str] = "line"
    label: Said
    strong: Said = ""
    value: Said = ""
    label_style: Style = "regular"
    space: Annotated[float, Range(-1, 12)] = -1
    keep: bool = False
    framed: bool = False
    fill: bool = False
    glued: bool = False
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences set as one paragraph, after a bold `label`; `type` in em of the body."""

    KIND: ClassVar[str] = "text"
    sentences: tuple[Said, ...]
    label: Said = ""
    style: Style = "regular"
    align: Align = "left"
    type: Scale = 1
    space: Annotated[float, Range(-1, 12)] = -1
    glued: bool = False
    one_line: bool = False
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One paragraph for each row of `rows`, further lines hanging; `none` when there is no row."""

    KIND: ClassVar[str] = "list"
    rows: TableName
    item: RowSaid
    mark: RowSaid = ""
    none: Said = ""
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `mm` wide, or its `share` of what fixed columns leave.

    `head` and `group` (an upper head over neighbours of the same group) are words, `cell` what stands in
    each row, in type `type` times as large. `wrap`: several lines; else one line, made smaller to fit.
    `signers`: titles side by side at the bottom of each row over room to sign.
    """

    head: str
    cell: RowSaid = ""
    group: str = ""
    mm: Millimetres = 0
    share: Annotated[float, Range(0, 100)] = 0
    align: Align = "centre"
    wrap: bool = False
    style: Style = "regular"
    type: Scale = 1
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head is repeated on every page, a row may be parted between pages.

    Its rows are the values' `rows`, or the layout's own `lines` (each with ``{order}`` and ``{text}``).
    `row_mm` is the least height of a row, `none` what is said when there is no row at all. `numbered` adds
    a row (1), (2), (3) under the head. `type` overrides the paper's.
    """

    KIND: ClassVar[str] = "table"
    columns: dict[str, Column]
    rows: TableName = ""
    lines: tuple[str, ...] = ()
    none: str = ""
    row_mm: Millimetres = 0
    numbered: bool = False
    type: Annotated[float, Range(0, 1)] = 0
    space: Annotated[float, Range(-1, 12)] = 0.2
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines with the QR on their right; without one they run over the whole width."""

    KIND: ClassVar[str] = "beside"
    lines: dict[str, Line]
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs: `title` over `hint`, room to sign, `name` under it. With `lines` (a list of
    recipients, set small) nobody signs here. A column whose `title` is empty stays white.
    """

    title: tuple[Said, ...] = ()
    hint: Said = ""
    name: Said = ""
    lines: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, side by side; on a roll one below the other."""

    KIND: ClassVar[str] = "signatures"
    columns: tuple[Signer, ...]
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code in the middle of the column: the signed ``qr``, the ``pay`` code of a bank transfer, the
    ``lookup`` code with its digits under it, or the ``number``'s bars.
    """

    KIND: ClassVar[str] = "code"
    code: Literal["qr", "pay", "lookup", "number"]
    space: Annotated[float, Range(-1, 12)] = 0.4
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Dots:
    """Dotted lines to write on."""

    KIND: ClassVar[str] = "dots"
    lines: Annotated[int, Range(1, 40)]
    on: Medium = ""
    when: TextName = ""


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule over the whole column; `dashed` for a place to cut."""

    KIND: ClassVar[str] = "rule"
    dashed: bool = False
    space: Annotated[float, Range(-1, 12)] = 0.4
    on: Medium = ""
    when: TextName = ""


Block = Line | Passage | Listing | Table | Beside | Signatures | Code | Dots | Divider


# ------------------------------------------------------------------------------------------------------ form


@dataclass(frozen=True, slots=True)
class Head:
    """The head: who issues the paper and what it is.

    `left` are the lines under each other on the left (printed in capitals), `number` the line below them
    ("Số: …": the first that has its values), `right` lines under place and date. `strip`: bars of the
    dossier number under the head.
    `motto` and `letterhead` false leave those out; `small`: lines centred under the title.
    """

    title: tuple[Said, ...]
    left: tuple[Said, ...]
    motto_lines: tuple[str, str]
    place_and_date: Said
    date_alone: Said
    dossier: Said
    sample: str
    reissue: Annotated[str, holes("n")]
    reprint: Annotated[str, holes("n")]
    number: tuple[Said, ...] = ()
    right: tuple[Said, ...] = ()
    small: tuple[Said, ...] = ()
    strip: bool = True
    letterhead: bool = True
    motto: bool = True
    roll_motto: bool = True
    capitals: bool = True
    letterhead_when: TextName = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of every page when there are several, or `always`; `counted`: the body names ``{pages}``."""

    page: Annotated[str, holes("page", "pages")]
    left: Said = ""
    always: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """How values common to several forms are put in words."""

    reception_title: str
    reception_desk: Annotated[str, holes("office", "desk")]
    identity: Annotated[str, holes("kind", "number")]
    identity_kinds: IdentityKinds
    procedure: Annotated[str, holes("name", "code")]
    no_count: str
    sets: Annotated[str, holes("count")]
    contact: Annotated[str, holes("reception", "phone")]
    head_of_office: str
    counts: PaperCounts
    limit_same_day: str
    limit_unknown: str
    limit_unknown_reason: Annotated[str, holes("reason")]
    return_desk: Annotated[str, holes("reception")]
    return_post: Annotated[str, holes("address")]
    return_post_unknown: str
    return_online: str
    return_online_email: Annotated[str, holes("email")]
    fee_line: Annotated[str, holes("name", "amount")]
    fee_total: Annotated[str, holes("total", "lines")]
    fee_none: str
    fee_open: Annotated[str, holes("names")]
    fee_and_open: Annotated[str, holes("fee", "open")]
    fee_exempt: Annotated[str, holes("reason")]
    fee_reduced: Annotated[str, holes("fee", "reason")]
    moment_blank: str
    name_blank: str
    region: Literal["north", "south"]


@dataclass(frozen=True, slots=True)
class IdentityKinds:
    """What each kind of identity number is called; `unknown` where the kind is not recorded."""

    citizen_card: str
    old_card: str
    passport: str
    tax_code: str
    unknown: str


@dataclass(frozen=True, slots=True)
class PaperCounts:
    """How a paper's counts are said in one line, as on a roll."""

    originals: Annotated[str, holes("n")]
    certified_copies: Annotated[str, holes("n")]
    copies: Annotated[str, holes("n")]


@dataclass(frozen=True, slots=True)
class FormLayout:
    """One form of one set: measures by paper, head, body, and a cover where the values name `cover_when`.

    `copies` are the names of the liên; without any there is one page (or more) and no name.
    """

    title_of_file: Said
    papers: dict[str, Measures]
    terms: Terms
    head: Head
    foot: Foot
    body: dict[str, Block]
    copies: tuple[str, ...] = ()
    cover: dict[str, Block] = field(default_factory=dict)
    cover_when: TextName = ""
