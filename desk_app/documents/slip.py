"""Mẫu 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả": one A5 page, or several, for each liên."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desk_app.documents.slip_body import body, signatures
from desk_app.documents.slip_head import head
from desk_app.documents.slip_layout import slip_layout
from desk_app.documents.slip_words import slip_words
from desk_app.documents.type_block import TypeBlock
from sync.typeset.column import height, paginated
from sync.typeset.fonts import fonts
from sync.typeset.layout import filled
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Part, Sheet, Stamp, joined
from sync.typeset.text import printable, unprintable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk_app.documents.office import Office
    from desk_app.documents.slip_layout import SlipLayout
    from desk_app.documents.slip_words import SlipWords
    from sync.model.dossier import Intake, Person
    from sync.typeset.column import Strip
    from sync.typeset.sheet import Item

COPIES: Final = ("Liên 1: Lưu", "Liên 2: Giao người nộp hồ sơ")


def slip_pdf(
    intake: Intake,
    office: Office,
    *,
    qr_digits: str,
    copies: tuple[str, ...] = COPIES,
    reissue: int = 0,
    sample: bool = False,
) -> bytes:
    """The slip as PDF: the same bytes for the same arguments, in every process.

    `qr_digits` is `sync.model.slip_code.encode`'s answer; the number and form set are the intake's.
    `reissue` n > 0 marks the n-th reissue, `sample` puts "MẪU" across every page. Raises
    `LayoutError` for a form set that is not shipped, `ValueError` for digits no QR code can hold.
    """
    sheets = slip_sheets(intake, office, qr_digits=qr_digits, copies=copies, reissue=reissue, sample=sample)
    wording = slip_layout(intake.form_set).wording
    title = printable(filled(wording.title_of_file, number=intake.number))
    return write_pdf(sheets, title=title)


def slip_sheets(
    intake: Intake,
    office: Office,
    *,
    qr_digits: str,
    copies: tuple[str, ...] = COPIES,
    reissue: int = 0,
    sample: bool = False,
) -> list[Sheet]:
    """The pages of `slip_pdf` as display lists, liên after liên."""
    layout = slip_layout(intake.form_set)
    words = slip_words(intake, office, layout.wording)
    return _Slip(words, intake.number, layout, qr_digits, reissue, sample).sheets(copies)


def slip_unprintable(intake: Intake, office: Office) -> tuple[str, ...]:
    """Characters of the intake that the shipped serif has no glyph for; they are printed as boxes."""
    said = "".join(
        (*_texts(intake), office.name, office.upstream_title, office.reception_title, office.place)
    )
    return unprintable(said)


def _texts(intake: Intake) -> Iterator[str]:
    yield from (intake.number, intake.procedure.name, intake.subject, intake.note, intake.due_reason)
    yield from (intake.fee_exemption, intake.portal_number, intake.officer.name)
    for person in (intake.owner, intake.applicant, intake.representative, intake.collector):
        if person is not None:
            yield from _said_of(person)
    yield from (paper.name for paper in intake.papers)
    yield from (line.name for line in intake.fees)


def _said_of(person: Person) -> tuple[str, ...]:
    return (person.full_name, person.id_number, person.address, person.phone, person.email)


class _Slip:
    """One slip being composed: the head once, the body in the first size that fits, then every liên."""

    def __init__(
        self, words: SlipWords, number: str, layout: SlipLayout, qr_digits: str, reissue: int, sample: bool
    ) -> None:
        self._words = words
        self._number = number
        self._layout = layout
        self._qr_digits = qr_digits
        self._reissue = reissue
        self._sample = sample
        page = layout.page
        self._left = page.left_mm * MM
        self._top = page.top_mm * MM
        self._width = (page.width_mm - page.left_mm - page.right_mm) * MM
        self._room = (page.height_mm - page.top_mm - page.bottom_mm) * MM

    def sheets(self, copies: tuple[str, ...]) -> list[Sheet]:
        top = head(self._words, self._number, self._layout, reissue=self._reissue, sample=self._sample)
        pages = self._pages(top.height)
        before = Part((*self._stamp(), *top.before_copy))
        shared = [
            Part(
                (*(self._stamp() if index else top.after_copy), *joined(page)),
            )
            for index, page in enumerate(pages)
        ]
        sheets = []
        for copy in copies:
            for index, part in enumerate(shared):
                parts = [part] if index else [before, Part(top.copy_line(copy)), part]
                if len(pages) > 1:
                    parts.append(Part(self._foot(copy, index + 1, len(pages))))
                page = self._layout.page
                sheets.append(Sheet(page.width_mm * MM, page.height_mm * MM, tuple(parts)))
        return sheets

    def _pages(self, used: float) -> list[list[Item]]:
        """The largest size that puts all on one page; else several pages in the flowing size."""
        room = self._room - used
        strips = self._fitting(room)
        further = self._room
        if strips is None:
            size = self._layout.sizes.flowing_pt
            strips = self._strips(size)
            room, further = room - 1.6 * size, further - 1.6 * size
        return paginated(strips, room, further, left=self._left, tops=(self._top + used, self._top))

    def _fitting(self, room: float) -> list[Strip] | None:
        """The strips in the largest size in which they are at most `room` high.

        Height falls a little faster than size, so the second guess is nearly always next to the answer.
        """
        sizes = self._layout.sizes.body_pt
        tried: dict[int, list[Strip]] = {}

        def fits(index: int) -> bool:
            if index not in tried:
                tried[index] = self._strips(sizes[index])
            return height(tried[index]) <= room

        if fits(0):
            return self._airy(tried[0], room - height(tried[0]))
        wanted = sizes[0] * room / height(tried[0])
        index = next((number for number, size in enumerate(sizes) if size <= wanted), len(sizes) - 1)
        while index > 0 and fits(index - 1):
            index -= 1
        while index < len(sizes) and not fits(index):
            index += 1
        return self._airy(tried[index], room - height(tried[index])) if index < len(sizes) else None

    def _airy(self, strips: list[Strip], left: float) -> list[Strip]:
        """The strips with the room that is left on the page shared among the spaces between them."""
        spaced = sum(1 for strip in strips[1:] if strip.space)
        more = min(left / spaced, self._layout.spaces.most_air_pt) if spaced else 0.0
        return [replace(strip, space=strip.space + more) if strip.space else strip for strip in strips]

    def _strips(self, size: float) -> list[Strip]:
        block = TypeBlock(fonts(), size, self._layout.sizes.leading, self._width)
        return [
            *body(self._words, self._layout, block, self._qr_digits),
            *signatures(self._words, self._layout, block),
        ]

    def _foot(self, copy: str, page: int, pages: int) -> tuple[Item, ...]:
        """Number and liên on the left, the page's number on the right, at the foot of every page."""
        size = self._layout.sizes.flowing_pt * 0.9
        block = TypeBlock(fonts(), size, self._layout.sizes.leading, self._width)
        y = self._top + self._room - 0.25 * size
        said = filled(self._layout.wording.page, page=str(page), pages=str(pages))
        return (
            *block.placed([("bold", self._words.number), ("regular", f" – {copy}")], self._left, y),
            *block.placed([("regular", said)], self._left + self._width, y, anchor=1.0),
        )

    def _stamp(self) -> tuple[Item, ...]:
        if not self._sample:
            return ()
        page = self._layout.page
        x, y = page.width_mm * MM / 2, page.height_mm * MM * 0.55
        return (Stamp(x, y, page.width_mm * MM * 0.36, self._layout.wording.sample, 45, 0.88),)
