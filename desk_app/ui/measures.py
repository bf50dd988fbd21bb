"""Distances of the layouts, in device-independent pixels: multiples of 8."""

MARGIN = 24
GAP = 8
