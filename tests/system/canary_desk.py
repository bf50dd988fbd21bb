"""A desk at work on people who were made up to be found again, until it is killed in the middle of a scan.

``python -m tests.system.canary_desk DATA PAPER PLACE STICK COUNT``: receives COUNT dossiers as the window
does,
prints, attaches scans, drafts, backs up to PLACE, exports to STICK; says "done", then attaches scans until
it dies.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from desk_app.cli.log import keep_crashes_quiet, log_bug
from desk_app.devices.spool import Spooler
from desk_app.domain.mistakes import DeskError
from desk_app.operations.attaching import attach
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.clear_papers import private_temporary_files
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from desk_app.operations.find import show as show_one
from desk_app.operations.printing import PrinterChoice, enqueue
from desk_app.operations.receive import receive
from desk_app.operations.sticks import export_stick
from desk_app.store.tables import tables_of
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from tests.attachments.papers import small_jpeg
from tests.offices import OFFICER, MovedClock

SURNAME, IDENTITY, PHONE, VILLAGE = "Zoẻng Quỳnhvạt", "9900997", "0900777", "Thôn Kẻngvàng"
"""What every made-up person has in the name, the numbers and the address, and nobody else in the world."""


def canary(at: int) -> Person:
    """A person who is nobody."""
    return Person(
        f"Nguyễn {SURNAME} {chr(65 + at % 26)}",
        f"{IDENTITY}{at:05}",
        phone=f"{PHONE}{at % 1000:03}",
        address=f"{VILLAGE} {at}, Xã Ví Dụ",
    )


def work(desk: Desk, clock: MovedClock, paper: Path, place: Path, stick: Path, count: int) -> str:
    """A day at the counter; the number of its last dossier."""
    number = ""
    for at in range(count):
        clock.now += timedelta(minutes=1)
        wanted = IntakeRequest(procedure="1.004873", applicant=canary(at))
        number = receive(desk, [wanted], OFFICER, files=False).value[0].number
    spooler = Spooler(desk)
    choice = PrinterChoice(f"file:{paper}")
    for form in ("slip", "submitted-list"):
        job = enqueue(desk, form, OFFICER, show_one(desk, number).dossier, choice=choice).value
        assert spooler.print(job.id).value.state == "printed"
    for seed in range(3):
        attach(desk, number, small_jpeg(seed), f"Căn cước {canary(seed).full_name}", OFFICER)
    with desk.writing() as ledger:
        tables_of(ledger).save_draft(
            "intake", f'{{"name": "{canary(1).full_name}"}}', "2026-11-23T09:15+07:00"
        )
    assert find(desk, canary(1).full_name, 5)
    assert find(desk, canary(1).id_number or "", 5)
    choose_place(desk, place)
    back_up(desk, place)
    export_stick(desk, stick)
    for trouble in (ValueError(canary(2).full_name), DeskError(f"Không có {canary(2).full_name}.")):
        log_bug(trouble)
    return number


def main() -> None:
    """Works, says so, and goes on scanning."""
    data, paper, place, stick = map(Path, sys.argv[1:5])
    keep_crashes_quiet()
    clock = MovedClock()
    with private_temporary_files():
        desk = open_desk(data, clock)
        number = work(desk, clock, paper, place, stick, int(sys.argv[5]))
        sys.stdout.write("done\n")
        sys.stdout.flush()
        for seed in range(10, 1_000_000):
            attach(desk, number, small_jpeg(seed), f"Giấy {seed} {canary(seed).full_name}", OFFICER)
            sys.stdout.write(f"{seed}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
