"""The money that comes with F9: recorded when it is in, or asked for by a code on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desk_app.domain.mistakes import DeskError
from desk_app.operations.intake_payment import Paying
from desk_app.ui.counter import Counter
from desk_app.ui.intake_panes import IntakePanes
from desk_app.ui.pay_part import Paid
from desk_app.ui.tongue import mark, told, tr
from sync.model.dossier import Person
from sync.model.words import dong

if TYPE_CHECKING:
    from desk_app.operations.bank import Transfer
    from desk_app.operations.outcome import Outcome

_WORDS = {"cash": mark("tiền mặt"), "transfer": mark("chuyển khoản"), "vietqr": "VietQR"}
_SEEN = mark("Đã thấy tiền về")


class IntakeMoney(QObject):
    """`say` is the page's calm line."""

    def __init__(
        self, counter: Counter, panes: IntakePanes, say: Callable[[str, str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._counter, self._panes, self._say = counter, panes, say
        self._paid, self._payer = Paid(), ""
        self._due: list[tuple[bytes, int]] = []
        self._said = ""
        panes.money_seen.connect(self._seen)
        panes.money_later.connect(self.later)

    def prepare(self, paid: Paid, payer: Person) -> Paying:
        """How what is being received is paid, and by whom; a transfer by a code comes after."""
        self._paid, self._payer = paid, payer.full_name
        now = "" if paid.way == "vietqr" else paid.way
        return Paying(now, payer.full_name, paid.proof)

    def take(self, received: Sequence[Any]) -> None:
        """The dossiers are in: their money now."""
        self._due = [(one.dossier_id, one.fee) for one in received if one.fee]
        if not self._due or not self._paid.way:
            return
        many = len(received) > 1
        numbers = ", ".join(one.number[-11:] if many else one.number for one in received)
        self._said = tr("✓ Đã tiếp nhận {0}").format(numbers)
        if self._paid.way == "vietqr":
            self._show_code(received[0].number)
        else:
            total = sum(fee for _, fee in self._due)
            self._say(
                tr("{0} · đã thu {1} ({2})").format(
                    self._said, dong(total), told(told(_WORDS)[self._paid.way])
                ),
                "done",
            )

    def _show_code(self, number: str) -> None:
        desk, amount = self._counter.desk, sum(fee for _, fee in self._due)

        def read() -> Transfer | None:
            from desk_app.operations.bank import transfer_for

            return transfer_for(desk, number, amount)

        def shown(transfer: Transfer | None) -> None:
            if transfer is None:
                self._say(
                    tr(
                        "{0}. Chưa có tài khoản nhận tiền nên chưa hiện được VietQR; nhập tài khoản ở Cài "
                        "đặt (F10)."
                    ).format(self._said),
                    "caution",
                )
                return
            self._panes.pay(transfer)

        self._counter.lanes.read(read, shown)

    def _seen(self) -> None:
        self._panes.back()
        self._record()

    def later(self) -> None:
        """The money is to come another time; nothing is recorded."""
        self._panes.back()
        self._say(tr("{0}. Chưa thu phí; thu sau ở trang hồ sơ (F3).").format(self._said), "caution")

    def _record(self) -> None:
        desk, officer, due, way, payer = (
            self._counter.desk, self._counter.officer, self._due, self._paid.way, self._payer,
        )  # fmt: skip

        def record() -> Outcome[int]:
            from desk_app.operations.intake_payment import record_payments

            return record_payments(desk, due, way, officer, payer=payer, proof=tr(_SEEN))

        def done(total: int) -> None:
            self._say(
                tr("{0} · đã thu {1} ({2})").format(self._said, dong(total), told(told(_WORDS)[way])), "done"
            )

        def failed(trouble: DeskError) -> None:
            self._say(
                tr("{0}. Chưa ghi được tiền đã thu: {1}").format(self._said, trouble.sentence), "caution"
            )

        self._counter.lanes.write(record, done, failed)
