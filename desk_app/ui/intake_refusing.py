"""What cannot be received is refused at the counter: recorded, Mẫu 03 printed, the next citizen's turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.ui.draft_keeper import KEY
from desk_app.ui.tongue import said, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.outcome import Outcome
    from desk_app.ui.counter import Counter
    from desk_app.ui.intake_page import IntakePage
    from sync.model.act_bodies import Refused


class IntakeRefusing(QObject):
    """Stands between the page's form, which says who and what, and the pane that asks why."""

    def __init__(self, counter: Counter, page: IntakePage) -> None:
        super().__init__(page)
        self._counter, self._page = counter, page
        page.panes.refusal_wanted.connect(self._refuse)
        page.form.changed.connect(self._form_changed)

    def open(self) -> None:
        """Ctrl+R."""
        self._page.panes.refusal()
        self._show()

    def _form_changed(self) -> None:
        form = self._page.form
        form.papers.offer_refusal(form.procedure.procedure is not None)
        self._show()

    def _show(self) -> None:
        """A card scanned over the pane says who it is now."""
        pane, form = self._page.panes.refusing, self._page.form
        if pane is not None:
            person, procedure = form.applicant.person(), form.procedure.procedure
            pane.put(person.full_name, person.id_number, procedure.name if procedure else "")

    def _refuse(self, reasons: Sequence[str], date_confirmed: bool) -> None:
        page, form = self._page, self._page.form
        desk, officer = self._counter.desk, self._counter.officer
        if form.procedure.procedure is None:
            self._refused(tr("Chưa chọn thủ tục. Bấm Esc, chọn thủ tục rồi từ chối lại."))
            return
        request, others = form.request(), bool(form.matters.matters)
        drafts = [] if others else [key for key in (KEY, page.waiting.key) if key]

        def put() -> Outcome[tuple[Refused, ...]]:
            from desk_app.operations.refusals import refuse
            from sync.acts.refusing import RefusalRequest

            asked = RefusalRequest(request, tuple(reasons))
            return refuse(desk, [asked], officer, date_confirmed=date_confirmed, drafts=drafts)

        if not others:
            page.hold_draft()
        self._counter.lanes.write(put, self._done, self._trouble)

    def _done(self, refused: Sequence[Refused]) -> None:
        page, pane = self._page, self._page.panes.refusal()
        pane.set_busy(False)
        pane.clear()
        form = page.form
        if form.matters.matters:
            form.put_matter({}, None)
            form.several.open(len(form.matters.matters) - 1)
        else:
            page.start_anew()
        page.panes.back()
        name = refused[0].applicant.full_name
        page.say(tr("Đã từ chối tiếp nhận của {0}; đang in Mẫu 03.").format(name), "done")
        self._counter.paper.print_refusal(refused[0].id)

    def _trouble(self, trouble: DeskError) -> None:
        self._page.keep_draft()
        doubtful = type(trouble).__name__ == "ClockDoubtful"
        sentence = said(trouble.mistakes[0].message if trouble.mistakes else trouble.sentence)
        aside = trouble.mistakes and not trouble.mistakes[0].field.startswith("reasons")
        if aside:
            sentence = tr("{0} Bấm Esc, sửa ở hồ sơ rồi từ chối lại.").format(sentence)
        self._refused(sentence, doubtful=doubtful)

    def _refused(self, sentence: str, *, doubtful: bool = False) -> None:
        self._page.panes.refusal().refuse(sentence, doubtful=doubtful)
