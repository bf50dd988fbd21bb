"""Measurements (`make bench`): ours beside the least that physics or the toolkit allows, and beside peers.

Floors and peers are measured in the same run, interleaved with ours: quote ratios, never single times.
"""
