"""A thin line between two network namespaces: the kernel's own TCP over a rate, a delay and a loss.

Rate by `tc tbf` on both ends' way out, loss by nftables' `numgen random` on both ends' way in, MTU 1500.
These kernels have no netem, so the delay is a pair of TUN devices whose packets this process passes on
later. Needs root, `ip`, `tc`, `nft` and /dev/net/tun; `missing()` says what is not there.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import struct
import subprocess
import threading
import time
from collections import deque
from pathlib import Path

MTU = 1500
_TUN = Path("/dev/net/tun")
_SET_INTERFACE = 0x400454CA
_TUN_WITHOUT_HEADER = 0x0001 | 0x1000
_QUEUE_SECONDS = 4.0
"""Of the modem: what a packet may wait before it is dropped. Thin lines have deep queues."""


def missing() -> str:
    """Why namespaces cannot be had here; empty when they can."""
    if os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid():
        return "not root"
    for program in ("ip", "tc", "nft"):
        if shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") is None:
            return f"no {program}"
    if not _TUN.exists():
        return "no /dev/net/tun"
    try:
        _run("ip", "netns", "add", f"mc-{os.getpid()}-try")
        _run("ip", "netns", "delete", f"mc-{os.getpid()}-try")
    except subprocess.CalledProcessError:
        return "network namespaces are not allowed"
    return ""


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=30)


class Line:
    """Namespaces `desk` and `center`, joined. Open at first; `shape` makes the line thin."""

    desk_host, center_host = "10.77.0.1", "10.77.0.2"

    def __init__(self) -> None:
        self._names = [f"mc-{os.getpid()}-{end}" for end in ("desk", "center")]
        self._delay = 0.0
        self._queue: deque[tuple[float, int, bytes]] = deque()
        self._ends: list[int] = []
        self._closed = threading.Event()
        try:
            hosts = (self.desk_host, self.center_host)
            for number, (name, host) in enumerate(zip(self._names, hosts, strict=True)):
                self._join(name, f"mct{os.getpid() % 100_000}{number}", host)
        except BaseException:
            self.close()
            raise
        threading.Thread(target=self._pass_on, daemon=True).start()

    def _join(self, name: str, device: str, host: str) -> None:
        import fcntl

        _run("ip", "netns", "add", name)
        end = os.open(_TUN, os.O_RDWR | os.O_NONBLOCK)
        self._ends.append(end)
        fcntl.ioctl(end, _SET_INTERFACE, struct.pack("16sH22x", device.encode(), _TUN_WITHOUT_HEADER))
        _run("ip", "link", "set", device, "netns", name)
        within = ("ip", "netns", "exec", name)
        _run(*within, "ip", "link", "set", device, "name", "line0")
        _run(*within, "ip", "link", "set", "lo", "up")
        _run(*within, "ip", "address", "add", f"{host}/30", "dev", "line0")
        _run(*within, "ip", "link", "set", "line0", "mtu", str(MTU), "up")

    def within(self, end: str) -> list[str]:
        """The words before a command that runs at that end (``desk`` or ``center``)."""
        return ["ip", "netns", "exec", self._names[end == "center"]]

    def shape(self, bits: int, round_trip: float, loss: float) -> None:
        """From now on `bits` a second each way, `round_trip` seconds, `loss` (0 to 1) of packets each way."""
        self._delay = round_trip / 2
        # a share of the round trip's packets, so that half of the loss falls on each way
        one_way = round(1000 * (1 - (1 - loss) ** 0.5))
        for end in ("desk", "center"):
            within = self.within(end)
            _run(
                *within, *("tc", "qdisc", "replace", "dev", "line0", "root", "tbf", "rate", f"{bits}bit"),
                *("burst", "3000", "latency", f"{_QUEUE_SECONDS}s"),
            )  # fmt: skip
            _run(*within, "nft", "flush", "ruleset")
            _run(*within, "nft", "add", "table", "ip", "line")
            chain = "{ type filter hook input priority 0; }"
            _run(*within, "nft", "add", "chain", "ip", "line", "in", chain)
            if one_way:
                rule = ("iifname", "line0", "numgen", "random", "mod", "1000", "<", str(one_way), "drop")
                _run(*within, "nft", "add", "rule", "ip", "line", "in", *rule)

    def open(self) -> None:
        """The line is as fast as this machine again."""
        self._delay = 0.0
        for end in ("desk", "center"):
            subprocess.run(
                [*self.within(end), "tc", "qdisc", "delete", "dev", "line0", "root"],
                capture_output=True, check=False,
            )  # fmt: skip
            _run(*self.within(end), "nft", "flush", "ruleset")

    def close(self) -> None:
        """Takes everything down."""
        self._closed.set()
        for name in self._names:
            subprocess.run(["ip", "netns", "delete", name], capture_output=True, check=False)

    def _pass_on(self) -> None:
        with selectors.DefaultSelector() as selector:
            for number, end in enumerate(self._ends):
                selector.register(end, selectors.EVENT_READ, number)
            while not self._closed.is_set():
                wait = self._queue[0][0] - time.monotonic() if self._queue else 0.2
                for key, _ in selector.select(max(0.0, min(0.2, wait))):
                    with contextlib.suppress(OSError):
                        self._take(key.fd, key.data)
                while self._queue and self._queue[0][0] <= time.monotonic():
                    _, to, packet = self._queue.popleft()
                    with contextlib.suppress(OSError):
                        os.write(self._ends[to], packet)
        for end in self._ends:
            os.close(end)

    def _take(self, end: int, number: int) -> None:
        with contextlib.suppress(BlockingIOError):
            while True:
                self._queue.append((time.monotonic() + self._delay, 1 - number, os.read(end, 2048)))
