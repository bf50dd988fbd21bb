"""Pictures of every page and pane, for whoever designs, checks or explains the window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from desk_app.cli.frame import motcua
from desk_app.cli.sample_office import NOW, answers, found_sample, keys_under
from desk_app.domain.mistakes import DeskError

_PROCEDURE = "1.001193"


@motcua.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục để ảnh.")
@click.option("--screen", "only", default="", help="Chỉ một cỡ màn hình, ví dụ 1024x768.")
@click.option("--office", type=click.Path(path_type=Path), hidden=True)
def screenshots(out: Path, only: str, office: Path | None) -> None:
    """Chụp mọi trang và khung với dữ liệu mẫu: ba cỡ màn hình, sáng và tối, tiếng Việt và tiếng Anh."""
    from desk_app.ui.screenshots import SCREENS

    out.mkdir(parents=True, exist_ok=True)
    if only and only not in SCREENS:
        raise click.BadParameter(f"chọn một trong {', '.join(SCREENS)}", param_hint="--screen")
    if office is not None:
        click.echo(f"{_take(office, only, out)} ảnh {only}")
        return
    with tempfile.TemporaryDirectory(prefix="motcua-screens-") as folder:
        home = Path(folder)
        found_sample(home)
        for screen in [only] if only else SCREENS:
            _in_its_own_process(home, screen, SCREENS[screen][2], out)


def _in_its_own_process(home: Path, screen: str, scale: float, out: Path) -> None:
    """The scale is settled when Qt starts: one process for each."""
    program = [] if getattr(sys, "frozen", False) else ["-c", "from desk_app.cli import main; main()"]
    words = ["screenshots", "--out", str(out), "--screen", screen, "--office", str(home)]
    settings = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale),
        "QT_LOGGING_RULES": "default.warning=false",  # the offscreen platform says what it cannot do
    }
    ended = subprocess.run([sys.executable, *program, *words], env=os.environ | settings, check=False)
    if ended.returncode:
        raise DeskError(f"Chưa chụp xong màn hình {screen}.", "Xem dòng báo ở trên.")


def _take(home: Path, screen: str, out: Path) -> int:
    import random

    from desk_app.main import Running
    from desk_app.operations.officers import officer_named
    from desk_app.ui.screenshots import application, take, take_start, wait_until
    from sync.synthetic.people import card_text, person
    from sync.synthetic.places import sample_commune

    def begun(folder: Path) -> Running:
        return Running(
            folder, clock=lambda: NOW, online=lambda: False, print_page=lambda _pdf, _title: "HP LaserJet"
        )

    def beginning(name: str) -> Running:
        fresh = home / f"first-{screen}-{name}"
        keys_under(fresh)
        return begun(fresh / "desk")

    data = found_sample(home)
    kept = application()
    running = begun(data)
    running.window.show()
    try:
        wait_until(lambda: running.desk is not None)
        assert running.desk is not None
        if running.session is None:
            running.sit_down(officer_named(running.desk, None))
        procedure = running.desk.catalogue.get(_PROCEDURE)
        assert procedure is not None
        card = card_text(person(random.Random(1).random, sample_commune()))
        taken = len(take(running.window, screen, out, procedure, card))
    finally:
        running.window.close()
    taken += len(take_start(beginning, answers(), screen, out))
    del kept
    return taken
