"""Finding a hub on the commune's own network by mDNS/DNS-SD (RFC 6762, 6763), and being found.

What is announced is only where to ask: whom one then talks to, its certificate and its signatures say.
`zeroconf` is imported when somebody looks, not when the window opens.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf

SERVICE = "_motcua._tcp.local."
LOOK_SECONDS = 3.0
_MOST = 32


@dataclass(frozen=True, slots=True)
class Announced:
    """Somebody who says it is a hub of `unit` at `address` (``http://192.168.1.10:8443``)."""

    address: str
    unit: str


@contextmanager
def announced(address: str, unit: str) -> Iterator[None]:
    """Announces a hub for the length of the block, on every interface it may be reached at.

    A network without multicast is no error: addresses can be typed.
    """
    from zeroconf import IPVersion, ServiceInfo, Zeroconf

    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    info = ServiceInfo(
        SERVICE,
        f"{unit}-{port}.{SERVICE}",
        addresses=[socket.inet_aton(one) for one in _addresses(host)],
        port=port,
        properties={"unit": unit, "scheme": parts.scheme},
        server=f"motcua-{unit.replace('.', '-').lower()}-{port}.local.",
    )
    try:
        zeroconf = Zeroconf(ip_version=IPVersion.V4Only)
    except OSError:
        yield
        return
    try:
        zeroconf.register_service(info, allow_name_change=True)
        yield
    finally:
        zeroconf.unregister_all_services()
        zeroconf.close()


def look_for_hubs(unit: str, seconds: float = LOOK_SECONDS, *, first: bool = True) -> list[Announced]:
    """Hubs of the unit that answer within `seconds`; the `first` ends the search. Empty without a network."""
    from zeroconf import IPVersion, ServiceBrowser, Zeroconf

    try:
        zeroconf = Zeroconf(ip_version=IPVersion.V4Only)
    except OSError:
        return []
    found: dict[str, Announced] = {}
    enough = threading.Event()

    def seen(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        one = None if len(found) >= _MOST else _read(zeroconf, service_type, name, seconds)
        if one is not None and one.unit == unit:
            found[name] = one
            if first:
                enough.set()

    try:
        browser = ServiceBrowser(zeroconf, SERVICE, handlers=[seen])
        enough.wait(seconds)
        browser.cancel()
    finally:
        zeroconf.close()
    return [found[name] for name in sorted(found)]


def _read(zeroconf: Zeroconf, service_type: str, name: str, seconds: float) -> Announced | None:
    info = zeroconf.get_service_info(service_type, name, timeout=int(seconds * 1000))
    if info is None or not info.addresses or info.port is None:
        return None
    said = {
        key.decode("ascii", "replace"): (value or b"").decode("ascii", "replace")
        for key, value in info.properties.items()
    }
    scheme = "https" if said.get("scheme") == "https" else "http"
    return Announced(f"{scheme}://{socket.inet_ntoa(info.addresses[0])}:{info.port}", said.get("unit", ""))


def _addresses(host: str) -> list[str]:
    """The IPv4 addresses to announce: the one served on, or all of this machine but the loopback."""
    try:
        socket.inet_aton(host)
    except OSError:
        pass
    else:
        return [host]
    import ifaddr

    found = [
        str(ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4 and not str(ip.ip).startswith("127.")
    ]
    return found or ["127.0.0.1"]
