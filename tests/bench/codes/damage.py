"""A printer of so many dots, and what happens to paper between it and the decoder; Pillow only, reproducible.

Everything is done at about 600 dots per inch and then scanned at 200 or 300. Lengths are in millimetres of
the paper, so that the same damage means the same on every printer.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

PRINTERS: Final = (203, 300, 600)
SCANS: Final = (200, 300)
_FINE: Final = {203: 3, 300: 2, 600: 1}
_MARGIN_MM: Final = 4.0
_TILE: Final = 1024


def printed(page: Any, dpi: int) -> Image.Image:
    """A PDF page as a printer of `dpi` puts it on paper: black dots or none."""
    grey = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return grey.point(lambda value: 255 if value > 127 else 0)


@dataclass(frozen=True, slots=True)
class Cut:
    """A code cut out of a printed page with its surroundings, `per_mm` pixels a millimetre."""

    image: Image.Image
    per_mm: float


def cut(page: Image.Image, dpi: int, box: tuple[int, int, int, int]) -> Cut:
    """The part of `page` in `box` (pixels) and 4 mm around it, finer, to let damage be smooth."""
    margin = round(_MARGIN_MM * dpi / 25.4)
    left, top, right, bottom = box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin
    paper = Image.new("L", (right - left, bottom - top), 255)
    inside = page.crop((max(0, left), max(0, top), min(page.width, right), min(page.height, bottom)))
    paper.paste(inside, (max(0, -left), max(0, -top)))
    times = _FINE[dpi]
    fine = paper.resize((paper.width * times, paper.height * times), Image.Resampling.NEAREST)
    return Cut(fine, dpi * times / 25.4)


Damage = Callable[[Cut, random.Random], Image.Image]


def _scanned(image: Image.Image, per_mm: float, scan: int, blur_mm: float, noise: float, *, low: int = 0,
             high: int = 255, chance: random.Random) -> Image.Image:  # fmt: skip
    """Optics and sensor: blur, coarser dots, grey levels from `low` to `high`, noise of that deviation."""
    if blur_mm:
        image = image.filter(ImageFilter.GaussianBlur(blur_mm * per_mm))
    ratio = scan / 25.4 / per_mm
    size = (max(1, round(image.width * ratio)), max(1, round(image.height * ratio)))
    image = image.resize(size, Image.Resampling.BOX)
    if (low, high) != (0, 255):
        image = image.point(lambda value: low + value * (high - low) / 255)
    return noisy(image, noise, chance) if noise else image


@lru_cache(maxsize=1)
def _grain() -> Image.Image:
    """Nearly normal noise around 128 with deviation 36.8: the mean of four uniform ones."""
    source = random.Random(128)
    sheets = [Image.frombytes("L", (_TILE, _TILE), source.randbytes(_TILE * _TILE)) for _ in range(4)]
    one, other = (Image.blend(sheets[at], sheets[at + 1], 0.5) for at in (0, 2))
    return Image.blend(one, other, 0.5)


@lru_cache(maxsize=16)
def _grain_of(deviation: float) -> Image.Image:
    return _grain().point(lambda value: 128 + (value - 128) * deviation / 36.8)


def noisy(image: Image.Image, deviation: float, chance: random.Random) -> Image.Image:
    """The picture with sensor noise of that deviation in grey levels."""
    grain = Image.new("L", image.size, 128)
    x, y = -chance.randrange(_TILE), -chance.randrange(_TILE)
    for left in range(x, image.width, _TILE):
        for top in range(y, image.height, _TILE):
            grain.paste(_grain_of(deviation), (left, top))
    return ImageChops.add(image, grain, 1, -128)


def _plain(blur: float, noise: float, **levels: int) -> Callable[[int], Damage]:
    def of(scan: int) -> Damage:
        return lambda cut, chance: _scanned(cut.image, cut.per_mm, scan, blur, noise, chance=chance, **levels)

    return of


def _turned(degrees: float, noise: float) -> Callable[[int], Damage]:
    def of(scan: int) -> Damage:
        def damage(cut: Cut, chance: random.Random) -> Image.Image:
            image = cut.image.rotate(
                chance.choice((-1, 1)) * degrees, Image.Resampling.BILINEAR, expand=True, fillcolor=255
            )
            return _scanned(image, cut.per_mm, scan, 0.038, noise, chance=chance)

        return damage

    return of


def _slanted(scan: int) -> Damage:
    def damage(cut: Cut, chance: random.Random) -> Image.Image:
        width, height = cut.image.size
        x, y = 0.06 * width * chance.uniform(0.7, 1.0), 0.05 * height * chance.uniform(0.7, 1.0)
        corners = (0, 0, -0.2 * x, height, width + x, height + y, width, -y)
        image = cut.image.transform(
            cut.image.size, Image.Transform.QUAD, corners, Image.Resampling.BILINEAR, fillcolor=255
        )
        return _scanned(image, cut.per_mm, scan, 0.05, 8, chance=chance)

    return damage


def _scratched(scan: int) -> Damage:
    def damage(cut: Cut, chance: random.Random) -> Image.Image:
        image = cut.image.copy()
        draw = ImageDraw.Draw(image)
        for _ in range(3):  # three across, half a millimetre; one down, as a print head's dead dot leaves it
            y = chance.randrange(image.height)
            draw.rectangle((0, y, image.width, y + 0.5 * cut.per_mm), 255)
        x = chance.randrange(image.width)
        draw.rectangle((x, 0, x + 0.15 * cut.per_mm, image.height), 255)
        return _scanned(image, cut.per_mm, scan, 0.038, 8, chance=chance)

    return damage


def _blotted(scan: int) -> Damage:
    def damage(cut: Cut, chance: random.Random) -> Image.Image:
        image, size, margin = cut.image.copy(), 4 * cut.per_mm, _MARGIN_MM * cut.per_mm
        x = chance.uniform(margin, max(margin, image.width - margin - size))
        y = chance.uniform(margin, max(margin, image.height - margin - size))
        ImageDraw.Draw(image).ellipse((x, y, x + size, y + size), 30)
        return _scanned(image, cut.per_mm, scan, 0.038, 8, chance=chance)

    return damage


def _faxed(_scan: int) -> Damage:
    """A fax in its fine mode (204 by 196 dpi), black or white, seen again by the scanner."""

    def damage(cut: Cut, chance: random.Random) -> Image.Image:
        image = _scanned(cut.image, cut.per_mm, 200, 0.06, 12, chance=chance)
        level = chance.randint(110, 150)
        return image.point(lambda value: 255 if value > level else 0)

    return damage


DAMAGES: Final[dict[str, Callable[[int], Damage]]] = {
    "clean": _plain(0.032, 6),
    "blur 0.10 mm, noise 15": _plain(0.10, 15),
    "blur 0.15 mm": _plain(0.15, 8),
    "noise 20": _plain(0.038, 20),
    "contrast 90..160": _plain(0.05, 5, low=90, high=160),
    "rotation 5°": _turned(5, 20),
    "perspective": _slanted,
    "scratches": _scratched,
    "blot 4 mm": _blotted,
    "fax threshold": _faxed,
}
