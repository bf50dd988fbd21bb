"""The account fees are paid into, and the VietQR code that names the dossier."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.banks import bank_name
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import MONEY, PRESENT, READ, SETTINGS
from desk_app.domain.vietqr import BankAccount, plain_purpose, purpose_of, transfer_code
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of
from sync.model.words import dong

_SETTING = "bank"


@dataclass(frozen=True, slots=True)
class Paying:
    """The unit's account (None: none is set) and whether its code is printed on slips."""

    account: BankAccount | None = None
    on_slip: bool = False


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is shown for one transfer: the code's text, and the same in words for who types it."""

    code: str
    bank: str
    account: str
    holder: str
    amount: int
    purpose: str


@needs(PRESENT)
def paying(desk: Desk) -> Paying:
    """How fees can be transferred to this unit."""
    held = desk.tables.setting(_SETTING)
    if not held:
        return Paying()
    try:
        account = BankAccount(str(held["bank"]), str(held["account"]), str(held.get("holder", "")))
    except (KeyError, ValueError):
        return Paying()
    return Paying(account, bool(held.get("on_slip")))


@needs(SETTINGS)
def choose_account(
    desk: Desk, bank: str, account: str, holder: str, *, on_slip: bool = False
) -> Outcome[Paying]:
    """Sets the account; all three empty takes it away. Raises `DeskError` with the mistakes by field."""
    bank, account, holder = bank.strip(), account.replace(" ", "").strip(), " ".join(holder.split())
    if not bank and not account and not holder:
        value: object = None
    else:
        mistakes = []
        if not (len(bank) == 6 and bank.isascii() and bank.isdigit()):
            mistakes.append(Mistake("bank", "Mã ngân hàng (BIN) gồm 6 chữ số, ví dụ 970436."))
        if not (0 < len(account) <= 19 and account.isascii() and account.isalnum()):
            mistakes.append(Mistake("account", "Số tài khoản chỉ gồm chữ và số, nhiều nhất 19 ký tự."))
        if not plain_purpose(holder):
            mistakes.append(Mistake("holder", "Chưa có tên chủ tài khoản để người nộp đối chiếu."))
        if mistakes:
            raise DeskError(f"Chưa lưu được tài khoản. {mistakes[0].message}", "", mistakes)
        value = {"bank": bank, "account": account, "holder": holder[:120], "on_slip": on_slip}
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, value)
    return Outcome(paying(desk), Changes(settings=True))


@needs(MONEY, READ)
def transfer_for(desk: Desk, number: str, amount: int) -> Transfer | None:
    """The transfer of a dossier's fee; None while no account is set or nothing is to be paid."""
    account = paying(desk).account
    if account is None or amount <= 0:
        return None
    purpose = purpose_of(number)
    return Transfer(
        transfer_code(account, amount, purpose),
        bank_name(account.bank),
        account.account,
        account.holder,
        amount,
        purpose,
    )


@needs(MONEY, READ)
def transfer_on_slip(desk: Desk, number: str, amount: int) -> tuple[str, str]:
    """Code and words for the slip; empty unless Settings want them there."""
    if not paying(desk).on_slip:
        return "", ""
    transfer = transfer_for(desk, number, amount)
    if transfer is None:
        return "", ""
    return transfer.code, f"Quét để chuyển khoản {dong(amount)}, nội dung {transfer.purpose}"
