"""Real processes of the command line: a served center, desks that come and go."""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-c", "from desk_app.cli import main; main()"]
READY_SECONDS = 60.0


def motcua(data: Path, *words: str, code: int = 0) -> Any:
    """Runs a command with `--json` and returns its value; the exit code must be `code`."""
    done = subprocess.run(
        [*COMMAND, *words, "--json", "--data", str(data)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, (words, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class ServedCenter:
    """`motcua center serve` as a process that may be killed and started again on its port."""

    def __init__(self, data: Path, *options: str) -> None:
        self.data = data
        self.options = options
        self.port = free_port()
        self.process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http{'s' * ('--tls-certificate' in self.options)}://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts it and waits for its line."""
        command = [*COMMAND, "center", "serve", "--json", "--data", str(self.data), "--port", str(self.port)]
        command += self.options
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            assert selector.select(READY_SECONDS), "the center did not start"
        line = self.process.stdout.readline()
        assert json.loads(line)["address"] == self.address

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Ends it; returns its exit code."""
        assert self.process is not None
        process, self.process = self.process, None
        process.send_signal(how)
        code = process.wait(60)
        if process.stdout is not None:
            process.stdout.close()
        return code

    def kill(self) -> None:
        """The power goes."""
        self.stop(signal.SIGKILL)


@contextmanager
def served(data: Path, *options: str) -> Iterator[ServedCenter]:
    """A served center for the length of the block."""
    center = ServedCenter(data, *options)
    center.start()
    try:
        yield center
    finally:
        if center.process is not None:
            center.kill()


def twice() -> bool:
    """Whether this is the run without Qt, in which long stories of processes would only be told again."""
    return os.environ.get("MOTCUA_CORE") == "1"


def posix_only() -> bool:
    """Whether processes can be killed as a power cut would."""
    return os.name == "posix"
