"""Tests of what other machines ask the center over HTTP."""
