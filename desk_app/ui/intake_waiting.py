"""What is missing leads to Mẫu 02 and a draft that waits; the citizen comes back and it is typed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desk_app.domain.citizen_card import CitizenCard
from desk_app.ui.draft_keeper import KEY
from desk_app.ui.parts import link_button
from desk_app.ui.tongue import tr
from sync.model.procedure import Procedure

if TYPE_CHECKING:
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.waiting import WaitingDraft
    from desk_app.ui.counter import Counter
    from desk_app.ui.intake_page import IntakePage

_REASON = "Hồ sơ chưa đủ thành phần theo quy định của thủ tục."


class IntakeWaiting(QObject):
    """`key` names the waiting draft that is being typed on, empty when it is none."""

    def __init__(self, counter: Counter, page: IntakePage) -> None:
        super().__init__(page)
        self._counter, self._page = counter, page
        self.key = ""
        self.link = link_button("")
        self.link.setAccessibleName(tr("Nháp chờ bổ sung, phím Ctrl+D"))
        self.link.clicked.connect(self.show_list)
        self.link.hide()
        page.panes.draft_chosen.connect(self._open)

    def count(self) -> None:
        """Says how many wait."""
        desk = self._counter.desk

        def read() -> int:
            from desk_app.operations.waiting import waiting

            return len(waiting(desk))

        def say(count: int) -> None:
            words = tr("Nháp chờ bổ sung ({0})").format(count)
            self.link.setText(words)
            self.link.setAccessibleName(tr("{0}, phím Ctrl+D").format(words))
            self.link.setVisible(count > 0)

        self._counter.lanes.read(read, say, topic="waiting-count")

    def show_list(self) -> None:
        """Ctrl+D."""
        self._page.panes.waiting()

    def take_card(self, card: CitizenCard) -> bool:
        """A card scanned over the list finds its draft; whether the list took it."""
        panes = self._page.panes
        if panes.on_form or not hasattr(panes.front, "look_for"):
            return False
        panes.front.look_for(card.person().id_number)
        return True

    # ---------------------------------------------------------------------------------------- putting away

    def put_away(self) -> None:
        """Ctrl+B: Mẫu 02 for what is missing; the draft waits, nothing is received."""
        form, desk, officer = self._page.form, self._counter.desk, self._counter.officer
        owner = self._counter.owner
        procedure = form.procedure.procedure
        if procedure is None:
            self._page.say(tr("Chọn thủ tục trước, rồi mới in được Mẫu 02."))
            return
        items = form.papers.missing()
        if not items:
            self._page.say(tr("Giấy tờ bắt buộc đã đủ. Bỏ dấu ở giấy còn thiếu rồi bấm Ctrl+B."))
            return
        request, old, draft = form.request(), self.key, self._page.draft()
        person = request.applicant
        who = (person.full_name, person.id_number, person.phone)

        def put() -> Outcome[bytes]:
            from desk_app.operations.drafts import drop_draft
            from desk_app.operations.intake_papers import draft_supplement
            from desk_app.operations.outcome import Outcome
            from desk_app.operations.waiting import put_waiting

            pdf = draft_supplement(desk, request, items, _REASON, officer)
            changes = put_waiting(desk, draft, who, procedure.name, items).changes
            for key in filter(None, (old, KEY)):
                changes |= drop_draft(desk, key, owner).changes
            return Outcome(pdf, changes)

        def done(pdf: bytes) -> None:
            self._page.start_anew()
            self._page.say(tr("Đã giữ nháp của {0} chờ bổ sung; đang in Mẫu 02.").format(who[0]), "done")
            self._counter.paper.print_made(lambda: pdf, tr("Mẫu 02"), tr("Mẫu 02"))
            self._page.form.begin()

        self._page.hold_draft()
        self._counter.lanes.write(put, done, self._page.refuse)

    # --------------------------------------------------------------------------------------------- opening

    def _open(self, chosen: WaitingDraft) -> None:
        """Types on at one; what stood on the page waits in its place, so that nothing typed is lost."""
        page, desk = self._page, self._counter.desk
        standing = None if page.form.untouched else page.draft()
        person = page.form.applicant.person()
        who = (person.full_name, person.id_number, person.phone)
        procedure = page.form.procedure.procedure
        name = procedure.name if procedure else ""

        def put() -> Outcome[dict[str, Procedure]]:
            from desk_app.operations.outcome import NOTHING, Outcome
            from desk_app.operations.waiting import procedures_of, put_waiting

            kept = put_waiting(desk, standing, who, name, ()).changes if standing is not None else NOTHING
            return Outcome(procedures_of(desk, chosen.draft), kept)

        def done(procedures: dict[str, Procedure]) -> None:
            draft: dict[str, Any] = {**chosen.draft, "waiting": chosen.key}
            page.put_draft(draft, procedures)
            page.panes.back()
            page.say(tr("Đã mở nháp chờ bổ sung; kiểm tra giấy tờ rồi bấm F9."))

        self._counter.lanes.write(put, done)
