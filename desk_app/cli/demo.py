"""The demo: a commune and its center on the loopback, the whole way of a dossier, by the real operations."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from desk_app.cli.center import open_center
from desk_app.cli.frame import clock, motcua, plain

if TYPE_CHECKING:
    from desk_app.main import Running
    from desk_app.operations.desk import Desk
    from desk_app.ui.pictures import Pictures
    from sync.center.api.serving import EmbeddedServer
    from sync.center.store.opening import Center
    from sync.model.procedure import Procedure

ONLINE = ("1.004873", "1.001193", "2.000815")
OFFLINE = ("1.000894", "1.013225", "2.000884")
SEED = 20261122


@motcua.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục để kết quả.")
@click.option("--window", is_flag=True, help="Mở cửa sổ để dùng thử thay vì tự chạy.")
@click.option("--screens/--no-screens", default=True, help="Chụp cửa sổ ở từng bước.")
def demo(out: Path, window: bool, screens: bool) -> None:
    """Một xã mẫu và trung tâm của nó: tiếp nhận, mất mạng, in phiếu, đồng bộ, nhận quyết định."""
    out.mkdir(parents=True, exist_ok=True)
    home = out / "office"
    os.environ["MOTCUA_KEYS"] = str(home / "keys")
    os.environ["MOTCUA_STATE"] = str(home / "state")
    if window:
        _open_window(home)
        return
    for name in ("office", "slips", "screens"):
        shutil.rmtree(out / name, ignore_errors=True)
    with ExitStack() as stack:
        summary = _Walk(out, home, stack, screens).run()
    (out / "summary.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=2, default=plain), "utf-8"
    )
    same = "giống nhau" if summary["equal"] else "KHÁC NHAU"
    words = f"{len(summary['desk'])} hồ sơ; quầy và trung tâm {same}."
    click.echo(f"Đã chạy thử xong: {words} Kết quả ở {out}")
    if not summary["equal"]:
        raise click.exceptions.Exit(1)


def _serve(center: Center, port: int = 0) -> EmbeddedServer:
    from sync.center.api.serving import EmbeddedServer

    return EmbeddedServer(center, host="127.0.0.1", port=port)


def _enrolled(center: Center, home: Path, address: str) -> Desk:
    from desk_app.operations.enrolment import enrol
    from sync.center.units.invitations import invite
    from sync.center.units.tree import add_unit
    from sync.synthetic.places import sample_commune

    commune = sample_commune()
    add_unit(center, commune.code, commune.title)
    invitation = invite(center, commune.code, address)
    desk = enrol(home / "desk", invitation.encode(), clock=clock, officer=commune.officers[0].name)
    with desk.writing() as ledger:
        from desk_app.store.tables import tables_of

        tables = tables_of(ledger)
        for name, value in (
            ("upstream_title", commune.upstream_title),
            ("place", commune.name),
            ("address", commune.address),
            ("phone", commune.phone),
        ):
            tables.put_setting(name, value)
        for officer in commune.officers[1:]:
            tables.add_officer(officer.name)
    desk.trust()
    return desk


def _open_window(home: Path) -> None:
    """Serves the demo's center in this process and opens the desk's window beside it."""
    from desk_app.main import run_window

    with open_center(home / "center", create=True, database="") as center, _serve(center) as server:
        if not (home / "desk" / "desk.json").exists():
            _enrolled(center, home, server.address).close()
        else:
            _move_center(home / "desk", server.address)
        raise click.exceptions.Exit(run_window(home / "desk"))


def _move_center(data: Path, address: str) -> None:
    """The demo's center listens on another port each time; the desk is told."""
    from desk_app.cli.frame import opened
    from desk_app.store.tables import tables_of

    with opened(data) as desk, desk.writing() as ledger:
        tables_of(ledger).put_setting("center_address", address)


class _Walk:
    """The headless demo, step by step; each step leaves a picture of the window."""

    def __init__(self, out: Path, home: Path, stack: ExitStack, screens: bool) -> None:
        self.out, self.home, self.stack = out, home, stack
        self.random = random.Random(SEED)
        self.screens = screens
        self.pictures: Pictures | None = None
        self.running: Running | None = None
        self.application: object = None

    def run(self) -> dict[str, Any]:
        """Walks through and returns the summary."""
        center = self.stack.enter_context(open_center(self.home / "center", create=True, database=""))
        with _serve(center) as server:
            port = urlsplit(server.address).port or 0
            desk = _enrolled(center, self.home, server.address)
            self.stack.callback(desk.close)
            if self.screens:
                self.pictures = self._open_window()
            self.picture("Tiếp nhận", lambda p: p.intake(procedure_of("1.001193"), self.card()))
            self.receive(desk, ONLINE)
            self.sync(desk, reached=True)
            self.picture("Đã nối mạng", lambda p: p.find())
        # the server is gone: the network is cut, and the desk goes on
        self.receive(desk, OFFLINE)
        self.sync(desk, reached=False)
        self.picture("Ngoại tuyến", lambda p: p.sync("ngoai-tuyen"))
        with _serve(center, port):
            self.sync(desk, reached=True)
            self.picture("Có mạng lại", lambda p: p.sync("co-mang-lai"))
            decided = self.decide(center, desk)
            self.sync(desk, reached=True)
            self.picture("Quyết định về", lambda p: p.dossier(decided))
        return self.summary(center, desk)

    def _open_window(self) -> Pictures:
        """The desk's real window on the demo's folder; it leaves the syncing to the demo."""
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
        from desk_app.main import Running
        from desk_app.operations.officers import officer_named
        from desk_app.ui.pictures import Pictures
        from desk_app.ui.style import dressed_application

        self.application = dressed_application(["motcua"])
        self.running = running = Running(
            self.home / "desk", online=lambda: False, print_page=lambda _pdf, _title: "PDF"
        )
        pictures = Pictures(running.window, running.lanes.announce, self.out / "screens")
        self.stack.callback(running.window.close)
        pictures.wait(lambda: running.desk is not None)
        if running.desk is not None and running.session is None:
            running.sit_down(officer_named(running.desk, None))
        return pictures

    def picture(self, step: str, take: Callable[[Pictures], None]) -> None:
        """One picture of the window, and a line for whoever watches."""
        click.echo(f"· {step}")
        if self.pictures is not None:
            take(self.pictures)

    def request(self, code: str) -> Any:
        """A synthetic citizen's dossier for a procedure."""
        from sync.synthetic.requests import intake_request

        return intake_request(self.random, procedure_of(code), received=clock())

    def card(self) -> str:
        """What the QR of a synthetic citizen's card says."""
        from sync.synthetic.people import card_text, person
        from sync.synthetic.places import sample_commune

        return card_text(person(self.random.random, sample_commune()))

    def receive(self, desk: Desk, codes: tuple[str, ...]) -> None:
        """Receives one dossier for each procedure and keeps the slips."""
        from desk_app.operations.officers import officer_named
        from desk_app.operations.receive import receive

        slips = self.out / "slips"
        slips.mkdir(exist_ok=True)
        for code in codes:
            (received,) = receive(desk, [self.request(code)], officer_named(desk, None)).value
            if received.slip is None:
                raise RuntimeError("the slip was not written")
            shutil.copyfile(received.slip, slips / received.slip.name)
            click.echo(f"  {received.number}  hẹn trả {received.due_at:%H:%M %d/%m/%Y}")

    def sync(self, desk: Desk, *, reached: bool) -> None:
        """One synchronisation, which must find the network as it is."""
        from desk_app.operations.synchronise import synchronise

        report = synchronise(desk).value
        click.echo(f"  gửi {report.sent}, nhận {report.received}, còn chờ {report.pending}")
        if report.reached is not reached:
            raise RuntimeError(f"reached the center: {report.reached}")
        if self.running is not None and self.running.worker is not None:
            self.running.worker.ended.emit(report)  # as if the window's own thread had done it

    def decide(self, center: Center, desk: Desk) -> str:
        """The center takes up two dossiers and finishes one; returns that one's number."""
        from desk_app.operations.find import find
        from sync.center.work.deciding import decide

        rows = find(desk, "", 1000)
        first, second = rows[-1].number, rows[-2].number
        decide(center, first, "processing")
        decide(center, first, "done", "Đủ điều kiện giải quyết")
        decide(center, second, "supplement", "Thiếu giấy xác nhận cư trú")
        return first

    def summary(self, center: Center, desk: Desk) -> dict[str, Any]:
        """What both ends hold, and whether it is the same."""
        from desk_app.operations.checking import verify as verify_desk
        from desk_app.operations.find import find
        from sync.center.work.checking import verify as verify_center
        from sync.center.work.listing import dossiers

        kept = ("number", "status", "unit", "procedure", "owner", "received_at", "due_at")
        at_desk = [{name: plain_value(getattr(row, name)) for name in kept} for row in find(desk, "", 1000)]
        at_center = [{name: plain_value(row[name]) for name in kept} for row in dossiers(center)]
        for rows in (at_desk, at_center):
            rows.sort(key=lambda row: str(row["number"]))
        checked = verify_desk(desk)["ok"] and verify_center(center)["ok"]
        acknowledged = all(row.acknowledged for row in find(desk, "", 1000))
        return {
            "desk": at_desk,
            "center": at_center,
            "equal": bool(at_desk == at_center and checked and acknowledged),
        }


def procedure_of(code: str) -> Procedure:
    """A shipped procedure."""
    from sync.catalogue.catalogue import load_shipped

    procedure = load_shipped().get(code)
    assert procedure is not None
    return procedure


def plain_value(value: object) -> str:
    """A value as both lists spell it."""
    return str(plain(value)) if hasattr(value, "isoformat") else str(value)
