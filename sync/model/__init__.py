"""The record both ends agree on: standard library only, no clock, no I/O."""
