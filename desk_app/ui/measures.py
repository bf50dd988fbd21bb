"""Distances of the layouts in device-independent pixels; those that hold type grow with it."""

GAP = 8
MARGIN = 24
_size = [100]


def put_size(percent: int) -> None:
    """The size of type from now on."""
    _size[0] = percent


def sized(pixels: int, percent: int | None = None) -> int:
    """A length that holds type, at the size of type chosen (or at `percent`)."""
    return (pixels * (_size[0] if percent is None else percent) + 50) // 100
