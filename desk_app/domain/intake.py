"""The intake request, where the desk's rooms look for it."""

from sync.acts.requests import IntakeRequest

__all__ = ["IntakeRequest"]
