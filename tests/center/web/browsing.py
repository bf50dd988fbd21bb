"""A page in a real browser: gone through by keyboard, looked at by axe-core, within its screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from tests.center.web.visitor import PASSWORD

SCREENS = {"desk": (1366, 768), "phone": (390, 844), "small": (320, 568)}
NOISE = ("error", "warning")
PATIENCE = 120_000
"""Milliseconds: the machine may have much else to do."""
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


@contextmanager
def page_of(browser: Any, address: str, screen: str) -> Iterator[Any]:
    """A fresh page; what the browser complains of (a refused style, a missing file) fails the test."""
    wide, high = SCREENS[screen]
    context = browser.new_context(viewport={"width": wide, "height": high}, locale="vi-VN", base_url=address)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    # the browser notes every answer that is not a success; those are looked at by the tests themselves
    assert not [one for one in complaints if "the server responded with a status of" not in one]


def log_in(page: Any, login: str) -> None:
    """By keyboard: the first field has the focus."""
    page.goto("/dang-nhap")
    focused(page, "f-login")
    page.keyboard.type(login)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")


def focused(page: Any, name: str) -> None:
    """Waits until a control has the focus that the page gives it."""
    page.wait_for_function("name => document.activeElement.id === name", arg=name)


def tab_to(page: Any, words: str, *, back: bool = False) -> None:
    """Presses Tab until the control with these words has the focus, which must be seen."""
    said = (
        "(() => { const it = document.activeElement; const label = it.labels && it.labels[0];"
        " return (label ? label.innerText : it.innerText || '').trim(); })()"
    )
    for _ in range(80):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if words in page.evaluate(said):
            seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert seen != "none", f"the focus on {words!r} cannot be seen"
            return
    raise AssertionError(f"not to be reached by Tab: {words!r}")


def choose(page: Any, label: str, words: str) -> None:
    """Goes to a list of choices and down to the one with these words."""
    tab_to(page, label)
    for _ in range(40):
        if words in page.evaluate("document.activeElement.selectedOptions[0].innerText"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"not among the choices of {label!r}: {words!r}")


def look(page: Any, name: str, screen: str) -> None:
    """No finding of axe-core worth a thought, and nothing beyond the edge of the screen."""
    fits(page, name, screen)
    source = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    page.evaluate(source)
    found = page.evaluate("axe.run().then(done => done.violations)")
    serious = [
        (one["id"], [node["html"][:160] for node in one["nodes"]])
        for one in found
        if one["impact"] in ("serious", "critical", "moderate")
    ]
    assert not serious, name


def fits(page: Any, name: str, screen: str) -> None:
    """Nothing beyond the screen's edge."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{name}: {over} pixels beyond the edge"
    folder = os.environ.get("MOTCUA_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        plain = "".join(letter if letter.isalnum() else "-" for letter in name)
        page.screenshot(path=Path(folder) / f"{screen}{plain[:80]}.png", full_page=True)
