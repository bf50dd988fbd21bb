"""Mẫu 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", on A5: the paper of every reception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.documents.contents import Slip
from desk_app.documents.forms import form_pdf, form_sheets, form_unprintable
from desk_app.documents.head import Marks
from sync.typeset.fonts import SERIF

if TYPE_CHECKING:
    from desk_app.documents.office import Office
    from sync.model.dossier import Intake
    from sync.typeset.fonts import Typeface
    from sync.typeset.sheet import Sheet


def slip_pdf(
    intake: Intake,
    office: Office,
    *,
    qr_digits: str,
    copies: tuple[str, ...] | None = None,
    reissue: int = 0,
    sample: bool = False,
    typeface: Typeface = SERIF,
) -> bytes:
    """The slip as PDF: the same bytes for the same arguments, in every process.

    `qr_digits` is `sync.model.slip_code.encode`'s answer; the number and form set are the intake's.
    `reissue` n > 0 marks the n-th reissue, `sample` puts "MẪU" across every page. Raises
    `LayoutError` for a form set that is not shipped, `ValueError` for digits no QR code can hold.
    """
    content = Slip(intake, qr_digits)
    return form_pdf("slip", content, office, copies=copies, reissue=reissue, sample=sample, typeface=typeface)


def slip_sheets(
    intake: Intake,
    office: Office,
    *,
    qr_digits: str,
    copies: tuple[str, ...] | None = None,
    reissue: int = 0,
    sample: bool = False,
) -> list[Sheet]:
    """The pages of `slip_pdf` as display lists, liên after liên."""
    marks = Marks(sample, reissue)
    return form_sheets("slip", Slip(intake, qr_digits), office, copies=copies, marks=marks)[0]


def slip_unprintable(intake: Intake, office: Office) -> tuple[str, ...]:
    """Characters of the intake that the shipped serif has no glyph for; they are printed as boxes."""
    return form_unprintable("slip", Slip(intake), office)
