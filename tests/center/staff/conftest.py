"""A center and quick passwords, as the pages' tests have them."""

from tests.center.web.conftest import app, center, clock, enter, quick_passwords, visitor

__all__ = ["app", "center", "clock", "enter", "quick_passwords", "visitor"]
