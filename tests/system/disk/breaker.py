"""One officer's minute, lived again and again, with something broken at each operation of the disk in turn.

``python -m tests.system.disk.breaker ROOT POINTS SECONDS [PLANTED]``, under the shim. Each life is a child
of this process that has everything loaded; this process then opens what it left and asks. Prints one JSON
object. The slip's picture is drawn once (no file is touched by that), its file is written each time.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.operations import receive as receiving
from desk_app.operations import slips
from desk_app.operations.attaching import attach
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from tests.attachments.papers import small_jpeg
from tests.offices import OFFICER, MovedClock, new_desk, request
from tests.system.disk.shim import ALWAYS, INPUT_OUTPUT, KILL, NO_SPACE, SHORT, SYNC_FAILS, arm, counted

DEEDS = {
    "kill": KILL,
    "input/output error": INPUT_OUTPUT,
    "no space": NO_SPACE,
    "short write": SHORT,
    "failed sync": SYNC_FAILS,
}
TIMES = (1, 2, ALWAYS)
SCAN = small_jpeg(1)


def plant(name: str) -> None:
    """The mistake that must be found: said before it is committed."""
    if name != "said-early":
        return
    module: Any = receiving
    issue = module.issue_number

    def early(desk: Desk, *given: Any) -> str:
        number = str(issue(desk, *given))
        os.write(int(os.environ.get("BREAKER_TOLD") or sys.stderr.fileno()), f"{number}\n".encode())
        return number

    module.issue_number = early


def minute(desk: Desk, told: int) -> None:
    """Two receptions and a scan; what is refused is refused in words. `told` is where numbers are said."""
    for turn in range(2):
        try:
            number = receiving.receive(desk, [request()], OFFICER).value[0].number
            os.write(told, f"{number}\n".encode())
            if turn:
                attach(desk, number, SCAN, "Đơn", OFFICER)
                os.write(told, f"scan {number}\n".encode())
        except DeskError as refused:
            os.write(told, f"refused {refused.title}\n".encode())


def life(data: Path, at: int, deed: int, times: int, told: int) -> None:
    """The child: the desk is open, the disk breaks, later it is whole again and work goes on."""
    desk = open_desk(data, MovedClock())
    os.environ["BREAKER_TOLD"] = str(told)
    arm(at, deed, times)
    minute(desk, told)
    arm(0, 0, 0)
    number = receiving.receive(desk, [request()], OFFICER).value[0].number
    os.write(told, f"{number}\nwhole\n".encode())
    desk.close()


def lived(data: Path, at: int, deed: int, times: int) -> tuple[list[str], int]:
    """What one life said, and how it ended (a status of `os.waitpid`)."""
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inlet)
        try:
            life(data, at, deed, times, outlet)
        except BaseException as error:  # whatever it is, the proof names it
            os.write(outlet, f"raised {type(error).__name__}: {error}\n".encode()[:500])
            os._exit(1)
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet, encoding="utf-8") as heard:
        lines = heard.read().splitlines()
    return lines, os.waitpid(child, 0)[1]


def judged(data: Path, lines: list[str], ended: int) -> list[str]:
    """What does not hold of what a life left behind."""
    faults = [one for one in lines if one.startswith("raised")]
    said = [one for one in lines if one.startswith("H99")]
    if not os.WIFSIGNALED(ended) and "whole" not in lines:
        faults.append("it did not go on when the disk was whole again")
    desk = open_desk(data, MovedClock())
    try:
        held = Counter(row.number for row in find(desk, "", 1_000))
        faults += [f"lost or twice: {one}" for one in said if held[one] != 1]
        unsaid = len(held) - len(set(said)) - 1  # the one that every life begins with
        refused = sum(one.startswith("refused") for one in lines)
        if unsaid > (1 if os.WIFSIGNALED(ended) else refused):
            faults.append(f"{unsaid} received and not said")
        faults += verify(desk)["problems"]
        number = receiving.receive(desk, [request()], OFFICER).value[0].number
        if number in held:
            faults.append(f"given again: {number}")
    except DeskError as error:
        faults.append(f"afterwards: {error.title}")
    finally:
        desk.close()
    return faults


def points(length: int) -> Iterator[tuple[int, str, int]]:
    """Every operation of a life with every deed, once, twice and until the disk is whole again."""
    while True:
        for times in TIMES:
            for at in range(1, length + 1):
                for name in DEEDS:
                    if times == 1 or name != "kill":
                        yield at, name, times


def prepared(root: Path) -> tuple[Path, int]:
    """A desk as every life finds it, and how many operations a life without faults takes."""
    seed, data = root / "seed", root / "work"
    shutil.rmtree(root, ignore_errors=True)
    os.environ.update({"MOTCUA_KEYS": str(data / "keys"), "MOTCUA_STATE": str(data / "state")})
    desk = new_desk(data / "desk")
    dossier = receiving.receive(desk, [request()], OFFICER).value[0]
    drawn = (desk.paths.slips / f"{dossier.number}.pdf").read_bytes()
    module: Any = slips
    module.slip_pdf_of = lambda *_given: drawn
    desk.close()
    shutil.copytree(data, seed)
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        one = open_desk(data / "desk", MovedClock())
        arm(ALWAYS, 0, 0)
        minute(one, os.open(os.devnull, os.O_WRONLY))
        os.write(outlet, counted().to_bytes(8, "big"))
        os._exit(0)
    os.waitpid(child, 0)
    os.close(outlet)
    with os.fdopen(inlet, "rb") as heard:
        return seed, int.from_bytes(heard.read(), "big")


def main() -> None:
    """Lives so many lives, at most so many seconds."""
    root, most, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    plant(sys.argv[4] if len(sys.argv) > 4 else "")
    seed, length = prepared(root)
    data, faults, ended, refusals = root / "work", list[str](), time.monotonic() + seconds, 0
    done: Counter[str] = Counter()
    every = max(1, length * 13 // most) if seconds == 0 else 1
    for turn, (at, name, times) in enumerate(points(length)):
        if done.total() >= most or faults or (seconds and time.monotonic() > ended):
            break
        if turn % every:
            continue
        shutil.rmtree(data)
        shutil.copytree(seed, data)
        lines, status = lived(data / "desk", at, DEEDS[name], times)
        done[name] += 1
        refusals += sum(one.startswith("refused") for one in lines)
        faults += [
            f"{name} at {at}, {times}: {one} ({lines})" for one in judged(data / "desk", lines, status)
        ]
    print(json.dumps({"length": length, "done": done, "refused": refusals, "faults": faults}))


if __name__ == "__main__":
    main()
