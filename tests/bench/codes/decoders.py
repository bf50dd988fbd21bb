"""The decoders of the bench: zxing-cpp, the desk's own way with it, and zbar where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import zxingcpp
from PIL import Image, ImageFilter

from desk_app.devices.pictures import read_codes

_FORMATS: Final = {
    "Code 128": zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128]),
    "QR": zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]),
}
SYMBOLS: Final = tuple(_FORMATS)
Decoder = Callable[[Image.Image, str], list[str]]


def zxing(image: Image.Image, symbol: str) -> list[str]:
    """The texts zxing-cpp reads."""
    found = zxingcpp.read_barcodes(image, formats=_FORMATS[symbol], text_mode=zxingcpp.TextMode.Plain)
    return [one.text for one in found]


def desk(image: Image.Image, _symbol: str) -> list[str]:
    """What the desk makes of a picture: zxing-cpp, with second looks while nothing is found."""
    return read_codes(image)


def _zbar() -> Decoder | None:
    """zbar, given the picture and, when it finds nothing, the picture smoothed.

    It smooths nothing itself, and the grain of any sensor stops its Code 128.
    """
    try:
        from pyzbar import pyzbar
    except ImportError:  # the package, or the system's libzbar
        return None
    symbols = {"Code 128": pyzbar.ZBarSymbol.CODE128, "QR": pyzbar.ZBarSymbol.QRCODE}

    def once(image: Image.Image, symbol: str) -> list[str]:
        found = pyzbar.decode(image, symbols=[symbols[symbol]])
        return [one.data.decode("utf-8", "replace") for one in found]

    def decode(image: Image.Image, symbol: str) -> list[str]:
        return once(image, symbol) or once(image.filter(ImageFilter.MedianFilter(3)), symbol)

    return decode


def decoders() -> dict[str, Decoder]:
    """Those that are here, by name."""
    zbar = _zbar()
    return {"zxing": zxing, "desk": desk, **({"zbar": zbar} if zbar else {})}
