"""Tests of the JSON API for other systems."""
