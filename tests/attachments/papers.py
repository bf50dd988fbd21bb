"""Papers a scanner might have written: pictures with words on them, in each format."""

from __future__ import annotations

import random
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

CANARY = b"NGUYEN VAN MAU 990099000001"


def page(seed: int = 1, size: tuple[int, int] = (1240, 1754), *, colour: bool = False) -> Any:
    """A sheet with lines of marks, another for each seed, with a red stamp where `colour`."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    chance = random.Random(seed)
    for line in range(20, size[1] - 20, max(12, size[1] // 60)):
        draw.line((30, line, chance.randint(40, size[0] - 10), line), fill="black", width=2)
    draw.text((40, 30), CANARY.decode("ascii"), fill="black")
    if colour:
        draw.ellipse(
            (size[0] // 2, size[1] // 2, size[0] // 2 + 200, size[1] // 2 + 200), outline="red", width=6
        )
    return image


def written(image: Any, kind: str, **how: Any) -> bytes:
    """The picture as a file of that kind."""
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def jpeg(seed: int = 1, size: tuple[int, int] = (1240, 1754)) -> bytes:
    """A scanned sheet as a JPEG."""
    return written(page(seed, size), "JPEG", quality=85, dpi=(150, 150))


def small_jpeg(seed: int = 1) -> bytes:
    """A small one, for tests that are about something else."""
    return written(page(seed, (200, 280)), "JPEG", quality=50)


def heavy_png(seed: int = 1, size: tuple[int, int] = (700, 900)) -> bytes:
    """A picture of noise: what is kept of it is some hundred kilobytes, several chunks on the way."""
    noise = Image.frombytes("L", size, random.Random(seed).randbytes(size[0] * size[1]))
    return written(noise, "PNG", dpi=(150, 150))
