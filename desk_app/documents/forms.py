"""Every form of the desk by name, and the one function that makes its PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from desk_app.documents import contents, counter_papers, filling, samples
from desk_app.documents.composing import TWO_UP, composed
from desk_app.documents.form_layout import DEFAULT_SET, ROWS, TABLES, TEXTS, FormLayout, Terms
from desk_app.documents.head import Marks
from desk_app.documents.office import Office
from desk_app.documents.values import LINE_NAMES, Values
from sync.typeset.fonts import SERIF, fonts
from sync.typeset.layout import COMMON, Names, checked, form_sets, laid_over, set_folder, shipped
from sync.typeset.pdf import write_pdf
from sync.typeset.text import printable, unprintable

if TYPE_CHECKING:
    from desk_app.documents.local import LocalWording
    from sync.typeset.fonts import Typeface
    from sync.typeset.sheet import Sheet

A5, A4, ROLL_80, ROLL_58 = "a5", "a4", "80mm", "58mm"
PAPERS: Final = (A5, TWO_UP, A4, ROLL_80, ROLL_58)
"""Papers by their names on the command line."""

_SHEETS: Final = (A5, TWO_UP, A4)
_ALL: Final = PAPERS
_ROLLS: Final = (ROLL_80, ROLL_58)


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name on the command line, its title on screen, the papers it may be printed on (the
    first is the usual one), the class of its content, and how that becomes words.
    """

    name: str
    title: str
    papers: tuple[str, ...]
    content: type[Any]
    fill: Callable[[Any, Office, Terms], Values]

    @property
    def paper(self) -> str:
        """The paper it is printed on unless told otherwise."""
        return self.papers[0]

    def sample(self) -> contents.Content:
        """Content with invented people, for previews."""
        return samples.SAMPLES[self.name]


FORMS: Final[dict[str, Form]] = {
    form.name: form
    for form in (
        Form("slip", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", _ALL, contents.Slip, filling.slip),
        Form(
            "supplement",
            "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            _ALL,
            contents.Supplement,
            filling.supplement,
        ),
        Form("refusal", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", _ALL, contents.Refusal, filling.refusal),
        Form("apology", "Xin lỗi và hẹn lại ngày trả kết quả", (A5, A4), contents.Apology, filling.apology),
        Form("stopping", "Thông báo dừng giải quyết hồ sơ", (A5, A4), contents.Stopping, filling.stopping),
        Form(
            "control-sheet",
            "Phiếu kiểm soát quá trình giải quyết hồ sơ",
            (A5, A4),
            contents.ControlSheet,
            filling.control_sheet,
        ),
        Form("register", "Sổ theo dõi hồ sơ", (A4,), contents.Register, filling.register),
        Form("receipt", "Giấy biên nhận trả kết quả", _ALL, contents.ResultReceipt, filling.receipt),
        Form("handover", "Phiếu bàn giao hồ sơ", (A4,), contents.HandOverList, filling.hand_over),
        Form(
            "submitted-list",
            "Danh sách hồ sơ đã nộp",
            (A5, A4, *_ROLLS),
            contents.SubmittedList,
            counter_papers.submitted_list,
        ),
        Form("guide", "Hướng dẫn thủ tục hành chính", (A4, A5), contents.Guide, counter_papers.guide),
        Form("cash", "Phiếu xác nhận thu tiền", _ALL, contents.CashConfirmation, filling.cash),
        Form("rating", "Phiếu đánh giá mức độ hài lòng", _SHEETS, contents.RatingForm, filling.rating),
        Form("ticket", "Phiếu số thứ tự", _ROLLS, contents.QueueTicket, filling.ticket),
        Form("label", "Nhãn bìa hồ sơ", (A5, TWO_UP, *_ROLLS), contents.DossierLabel, filling.label),
        Form(
            "shift", "Phiếu kết ca thu tiền", (A5, A4, *_ROLLS), contents.ShiftSummary, counter_papers.shift
        ),
        Form("day", "Danh sách việc trong ngày", (A4,), contents.DayList, counter_papers.day_list),
    )
}


def form_pdf(  # noqa: PLR0913 (one call says everything a print needs)
    name: str,
    content: contents.Content,
    office: Office,
    *,
    form_set: str = "",
    paper: str | None = None,
    sample: bool = False,
    reissue: int = 0,
    reprint: int = 0,
    copies: tuple[str, ...] | None = None,
    local: LocalWording | None = None,
    typeface: Typeface = SERIF,
) -> bytes:
    """A form as PDF: the same bytes for the same arguments, in every process.

    `form_set` is the set in force when the dossier was received (the content's own by default; a form that
    set does not have is taken from `DEFAULT_SET`). `paper` is one of the form's `papers`. `reissue` n > 0
    marks the n-th new paper in place of an old one, `reprint` the n-th print of the same, `sample` puts
    "MẪU" across. `copies` are the liên to print, all of the layout's by default. `typeface` is the shipped
    serif unless the desk has chosen another.

    Raises `LayoutError` for a set that is not shipped, `ValueError` for an unknown form, a paper that is
    not for it or digits no QR code can hold, `TypeError` for another form's content.
    """
    sheets, title = form_sheets(
        name,
        content,
        office,
        form_set=form_set,
        paper=paper,
        marks=Marks(sample, reissue, reprint),
        copies=copies,
        local=local,
        typeface=typeface,
    )
    return write_pdf(sheets, title=title, author=printable(office.name), faces=fonts(typeface))


def form_sheets(  # noqa: PLR0913 (as `form_pdf`)
    name: str,
    content: contents.Content,
    office: Office,
    *,
    form_set: str = "",
    paper: str | None = None,
    marks: Marks = Marks(),  # noqa: B008 (frozen)
    copies: tuple[str, ...] | None = None,
    local: LocalWording | None = None,
    typeface: Typeface = SERIF,
) -> tuple[list[Sheet], str]:
    """The pages of `form_pdf` as display lists, and the file's title."""
    form = FORMS.get(name)
    if form is None:
        raise ValueError(f"no form is called {name!r}")
    paper = paper or form.paper
    if paper not in form.papers:
        raise ValueError(f"{name} is not printed on {paper!r}, only on {', '.join(form.papers)}")
    if not isinstance(content, form.content):
        raise TypeError(f"{name} is filled with {form.content.__name__}, not {type(content).__name__}")
    layout = form_layout(name, form_set or set_of(content), local)
    values = form.fill(content, office, layout.terms)
    if office.training:
        marks = replace(marks, sample=True)
    chosen = layout.copies if copies is None else copies
    sheets = composed(layout, values, paper, marks, chosen, fonts(typeface))
    return sheets, printable(values.said(layout.title_of_file) or form.title)


def form_unprintable(name: str, content: contents.Content, office: Office) -> tuple[str, ...]:
    """Characters of the content that the shipped serif has no glyph for; they are printed as boxes."""
    layout = form_layout(name, set_of(content))
    values = FORMS[name].fill(content, office, layout.terms)
    said = [
        *values.texts.values(),
        *(t for rows in values.tables.values() for row in rows for t in row.values()),
    ]
    return unprintable("".join(said))


def set_of(content: contents.Content) -> str:
    """The set of forms the content's dossier was received under; empty for the one in force."""
    intake = getattr(content, "intake", None)
    form_set: str = getattr(content if intake is None else intake, "form_set", "")
    return form_set


def form_layout(name: str, form_set: str = "", local: LocalWording | None = None) -> FormLayout:
    """The layout of a form in a set, local wording laid over it. Raises `LayoutError`.

    A set that is shipped but does not know the form (there was no notice of stopping in TT 01/2018) gives
    the form of `DEFAULT_SET`.
    """
    chosen = form_set or DEFAULT_SET
    folder = set_folder(chosen)
    if folder in form_sets_of(COMMON) and folder not in form_sets_of(name):
        chosen = DEFAULT_SET
    if local is None:
        return _shipped_layout(name, chosen)
    return local.layout(name, chosen)


@cache
def form_sets_of(name: str) -> tuple[str, ...]:
    """The folders of the sets that have a form."""
    return form_sets(name)


@cache
def _shipped_layout(name: str, form_set: str) -> FormLayout:
    return layout_from(name, form_set)


def layout_from(name: str, form_set: str, over: Iterable[dict[str, Any]] = (), file: str = "") -> FormLayout:
    """A shipped layout with `over` (local wording) laid over it in turn; `file` is what errors name."""
    whole = laid_over(shipped(form_set, COMMON), shipped(form_set, name))
    for part in over:
        whole = laid_over(whole, part)
    return checked(FormLayout, whole, file or f"{set_folder(form_set)}/{name}.json", names_of(name))


@cache
def names_of(name: str) -> Names:
    """The names a form's templates may use, as its sample has them."""
    form = FORMS[name]
    terms = checked(Terms, shipped(DEFAULT_SET, COMMON)["terms"], f"{COMMON}.json")
    values = form.fill(form.sample(), samples.OFFICE, terms)
    rows = {key for table in values.tables.values() for row in table for key in row}
    return {
        TEXTS: frozenset(values.texts),
        ROWS: frozenset({*values.texts, *rows, *LINE_NAMES}),
        TABLES: frozenset(values.tables),
    }
