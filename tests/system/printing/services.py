"""The real thing on this machine: IPP printers (`ippeveprinter`) and a private CUPS, run by the tests.

`ippeveprinter` will not start without Avahi, not even when it announces nothing, and Avahi not without D-Bus:
where the system runs none, the tests start both on a bus of their own. One Avahi may run on a machine, so
two runs of the tests take turns.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.system.processes import free_port

SECONDS = 60.0
_SBIN = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_NOBODY = "nobody"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
 <type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
 <policy context="default">
  <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
 </policy>
</busconfig>
"""
_AVAHI = """[server]
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
disable-publishing=yes
"""
_HAND = """#!/bin/sh
# What the printer does with a job: waits for paper, takes its time, keeps what arrived under its type.
cd "$(dirname "$0")" || exit 1
if [ -e no-paper ]; then
    echo "STATE: +media-empty" >&2
    while [ -e no-paper ]; do sleep 0.1; done
    echo "STATE: -media-empty" >&2
fi
while [ -e slow ]; do sleep 0.1; done
cp "$1" "part.$$" && mv "part.$$" "arrived.$IPP_JOB_ID.$(basename "$CONTENT_TYPE")"
"""
_CUPSD = """Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
<Location />
 Order allow,deny
 Allow all
</Location>
<Location /admin>
 Order allow,deny
 Allow all
</Location>
<Policy default>
 JobPrivateAccess all
 JobPrivateValues none
 SubscriptionPrivateAccess all
 SubscriptionPrivateValues none
 <Limit All>
  Order allow,deny
  Allow all
 </Limit>
</Policy>
"""


def program(name: str, package: str) -> str:
    """A program's path; skips the test where its Debian package is absent."""
    found = shutil.which(name, path=_SBIN)
    if found is None:
        pytest.skip(f"{name} is missing (Debian's {package})")
    return found


def wait_for(true: Callable[[], Any], what: str, seconds: float = SECONDS) -> Any:
    """What `true` returns once it is so."""
    deadline = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < deadline, f"{what} did not come"
        time.sleep(0.05)
    return found


def ended(process: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    """Ends a process and waits for it."""
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder with a short path (sockets want one) that other users may enter."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-in-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def announcing() -> Iterator[dict[str, str]]:
    """The environment in which `ippeveprinter` starts: the system's Avahi, or one on a bus of its own."""
    avahi, bus = program("avahi-daemon", "avahi-daemon"), program("dbus-daemon", "dbus")
    with FileLock(Path(tempfile.gettempdir()) / "motcua-tests-avahi.lock", timeout=10 * SECONDS):
        yield from _announcing(avahi, bus)


def _announcing(avahi: str, bus: str) -> Iterator[dict[str, str]]:
    if subprocess.run([avahi, "--check"], check=False, capture_output=True).returncode == 0:
        yield dict(os.environ)
        return
    if os.geteuid() != 0:
        pytest.skip("no Avahi runs here, and only root can start one")
    with short_folder() as folder:
        address = folder / "bus"
        (folder / "bus.conf").write_text(_BUS.format(socket=address))
        (folder / "avahi.conf").write_text(_AVAHI)
        environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={address}"}
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        dbus = subprocess.Popen([bus, f"--config-file={folder / 'bus.conf'}", "--nofork"], **quiet)
        try:
            wait_for(address.exists, "the bus")
            options = ["--no-drop-root", "--no-chroot", "--no-rlimits", "-f", str(folder / "avahi.conf")]
            daemon = subprocess.Popen([avahi, *options], env=environment, **quiet)
            try:
                check = [avahi, "--check"]
                wait_for(lambda: subprocess.run(check, check=False).returncode == 0, "Avahi")
                yield environment
            finally:
                ended(daemon)
        finally:
            ended(dbus)


class VirtualPrinter:
    """`ippeveprinter` on a port of its own; what was printed lies in `folder`."""

    def __init__(self, folder: Path, environment: dict[str, str], formats: str) -> None:
        self.folder, self._environment, self._formats = folder, environment, formats
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True)
        hand = folder / "hand.sh"
        hand.write_text(_HAND)
        hand.chmod(hand.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)

    @property
    def address(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    @property
    def no_paper(self) -> Path:
        """While this file is there, the tray is empty."""
        return self.folder / "no-paper"

    @property
    def slow(self) -> Path:
        """While this file is there, a job is under way."""
        return self.folder / "slow"

    def arrived(self) -> list[Path]:
        """What was printed, in order."""
        return sorted(self.folder.glob("arrived.*"), key=lambda path: path.stat().st_mtime_ns)

    def start(self) -> None:
        spool = self.folder / "spool"
        spool.mkdir(exist_ok=True)
        command = [program("ippeveprinter", "cups-ipp-utils"), "-r", "off", "-p", str(self.port)]
        command += [
            "-f",
            self._formats,
            "-c",
            str(self.folder / "hand.sh"),
            "-d",
            str(spool),
            "-n",
            "localhost",
        ]
        with open(self.folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                [*command, "Thu"], env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        wait_for(self._listening, "the printer")

    def _listening(self) -> bool:
        with suppress(OSError), socket.create_connection(("localhost", self.port), 1):
            return True
        return False

    def freeze(self, on: bool) -> None:
        """Stops the process where it is, or lets it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP if on else signal.SIGCONT)

    def kill(self) -> None:
        """Pulls the plug: the printer and whatever it had in hand."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
            self._process = None


class PrivateCups:
    """A CUPS of the tests' own, without privileges, on a port of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.port = folder, free_port()
        self.server = f"localhost:{self.port}"
        self._environment = {**environment, "CUPS_SERVER": self.server}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        cupsd = program("cupsd", "cups")
        program("lpadmin", "cups-client")
        if not Path("/usr/lib/cups/filter/rastertopwg").exists():
            pytest.skip("CUPS's filters are missing (Debian's cups)")
        root = self.folder / "cups"
        for name in ("root", "cache", "state", "spool", "tmp", "log"):
            (root / name).mkdir(parents=True)
        (root / "root" / "cupsd.conf").write_text(_CUPSD.format(port=self.port))
        places = {
            "ServerRoot": "root",
            "CacheDir": "cache",
            "StateDir": "state",
            "RequestRoot": "spool",
            "TempDir": "tmp",
            "AccessLog": "log/access",
            "ErrorLog": "log/error",
            "PageLog": "log/page",
        }
        lines = [f"{name} {root / place}" for name, place in places.items()]
        (root / "root" / "cups-files.conf").write_text("\n".join([*lines, ""]))
        user: dict[str, Any] = {}
        if os.geteuid() == 0:
            for path in (root, *root.rglob("*")):
                shutil.chown(path, _NOBODY)
            user = {"user": _NOBODY, "group": "nogroup", "extra_groups": []}
        files = ["-c", str(root / "root" / "cupsd.conf"), "-s", str(root / "root" / "cups-files.conf")]
        with open(self.folder / "cupsd.log", "ab") as log:
            self._process = subprocess.Popen(
                [cupsd, "-f", *files], env=self._environment, stdout=log, stderr=log, **user
            )
        wait_for(lambda: self._runs("lpstat", "-r"), "CUPS")

    def add_queue(self, name: str, printer: VirtualPrinter) -> None:
        """A queue without a driver, as CUPS sets up every printer of today.

        `lpadmin` returns before CUPS has asked the printer what it is; until then jobs are passed on raw.
        """
        words = ("lpadmin", "-p", name, "-v", printer.address, "-E", "-m", "everywhere")
        wait_for(lambda: self._runs(*words), "the queue")
        wait_for(lambda: "Everywhere" in self._said("lpoptions", "-p", name), "the queue's description")

    def _runs(self, *words: str) -> bool:
        done = self._run(*words)
        return done.returncode == 0 and "not running" not in done.stdout

    def _said(self, *words: str) -> str:
        return self._run(*words).stdout

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [program(words[0], "cups-client"), *words[1:]]
        return subprocess.run(
            command, env=self._environment, check=False, capture_output=True, text=True, timeout=60
        )

    def stop(self) -> None:
        if self._process is not None:
            ended(self._process)
