"""Ways to a thermal printer: the network, USB by libusb, and a Windows queue as a raw job."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from typing import Any, Final

CONNECT_SECONDS: Final = 5.0
WRITE_SECONDS: Final = 20.0
_PRINTER_CLASS: Final = 7
_USB_CHUNK: Final = 4096


class NetworkWire:
    """A printer at a TCP port, usually 9100."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), CONNECT_SECONDS)

    def write(self, raw: bytes) -> None:
        """Sends all of it."""
        self._socket.settimeout(WRITE_SECONDS)
        self._socket.sendall(raw)

    def read(self, seconds: float) -> bytes:
        """What the printer says within the time."""
        self._socket.settimeout(seconds)
        try:
            heard = self._socket.recv(64)
        except TimeoutError:
            return b""
        if not heard:
            raise ConnectionAbortedError("the printer closed the connection")
        return heard

    def close(self) -> None:
        """Says that no more comes, and ends it."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()


class UsbWire:
    """A printer on USB. `core` and `util` are pyusb's modules; its errors are `OSError`s already."""

    def __init__(self, vendor: int, product: int, core: Any = None, util: Any = None) -> None:
        if core is None or util is None:
            core, util = _pyusb()
        self._util = util
        try:
            self._device = core.find(idVendor=vendor, idProduct=product)
        except core.NoBackendError as error:
            raise OSError("libusb is not installed") from error
        if self._device is None:
            raise FileNotFoundError("no such printer on USB")
        interface = self._printer_interface()
        self._number: int = interface.bInterfaceNumber
        with suppress(NotImplementedError):
            if self._device.is_kernel_driver_active(self._number):
                self._device.detach_kernel_driver(self._number)
        util.claim_interface(self._device, self._number)
        self._out = self._endpoint(interface, util.ENDPOINT_OUT)
        self._in = self._endpoint(interface, util.ENDPOINT_IN)
        if self._out is None:
            self.close()
            raise OSError("not a printer")

    def _printer_interface(self) -> Any:
        for configuration in self._device:
            for interface in configuration:
                if interface.bInterfaceClass == _PRINTER_CLASS:
                    return interface
        # Many cheap printers call themselves "vendor specific".
        return next(iter(next(iter(self._device))))

    def _endpoint(self, interface: Any, direction: int) -> Any:
        def fits(endpoint: Any) -> bool:
            return bool(self._util.endpoint_direction(endpoint.bEndpointAddress) == direction)

        return self._util.find_descriptor(interface, custom_match=fits)

    def write(self, raw: bytes) -> None:
        """Sends all of it."""
        for at in range(0, len(raw), _USB_CHUNK):
            chunk = raw[at : at + _USB_CHUNK]
            if self._out.write(chunk, timeout=int(WRITE_SECONDS * 1000)) != len(chunk):
                raise OSError("the printer took only a part")

    def read(self, seconds: float) -> bytes:
        """What the printer says within the time."""
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(64, timeout=int(seconds * 1000)))
        except TimeoutError:
            return b""
        except OSError as error:
            if "timed out" in str(error).lower() or error.errno in (110, 10060):
                return b""
            raise

    def close(self) -> None:
        """Lets go of the device."""
        self._util.release_interface(self._device, self._number)
        self._util.dispose_resources(self._device)


def _pyusb() -> tuple[Any, Any]:
    try:
        import usb.core
        import usb.util
    except ImportError as error:
        raise OSError("pyusb is not installed") from error
    return usb.core, usb.util


class RawJobWire:
    """A queue of the Windows spooler, given raw bytes; it never answers. `spooler` is winspool.drv."""

    def __init__(self, name: str, spooler: Any = None) -> None:
        import ctypes

        self._ctypes = ctypes
        self._spooler = spooler if spooler is not None else _winspool()
        self._handle = ctypes.c_void_p()
        self._must(self._spooler.OpenPrinterW(ctypes.c_wchar_p(name), ctypes.byref(self._handle), None))
        self._started = False

    def _must(self, done: int) -> None:
        if not done:
            raise OSError("the Windows spooler refused")

    def _start(self) -> None:
        class DocInfo1(self._ctypes.Structure):  # type: ignore[name-defined,misc]
            """DOC_INFO_1W of the Windows API."""

            _fields_ = (
                ("name", self._ctypes.c_wchar_p),
                ("output", self._ctypes.c_wchar_p),
                ("kind", self._ctypes.c_wchar_p),
            )

        about = DocInfo1("motcua", None, "RAW")
        self._must(self._spooler.StartDocPrinterW(self._handle, 1, self._ctypes.byref(about)))
        self._must(self._spooler.StartPagePrinter(self._handle))
        self._started = True

    def write(self, raw: bytes) -> None:
        """Sends all of it."""
        if raw.startswith(b"\x10\x04"):
            return  # a status nobody would hear the answer to
        if not self._started:
            self._start()
        written = self._ctypes.c_uint32()
        done = self._spooler.WritePrinter(self._handle, raw, len(raw), self._ctypes.byref(written))
        if not done or written.value != len(raw):
            self._spooler.AbortPrinter(self._handle)
            self._started = False
            raise OSError("the Windows spooler took only a part")

    def read(self, seconds: float) -> bytes:
        """The spooler never says anything."""
        return b""

    def close(self) -> None:
        """Ends the job, which then prints."""
        if self._started:
            self._spooler.EndPagePrinter(self._handle)
            self._spooler.EndDocPrinter(self._handle)
        self._spooler.ClosePrinter(self._handle)


def _winspool() -> Any:
    if sys.platform != "win32":
        raise OSError("there is no Windows spooler here")
    import ctypes

    return ctypes.WinDLL("winspool.drv")
