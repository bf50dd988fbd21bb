"""The catalogue: what was published, by whom, how far it has come, and each release field by field."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from sync.catalogue.releases import KINDS, Signed, fingerprint
from sync.center.publishing.announcing import Announced, announced
from sync.center.publishing.drafts import Draft, drafts
from sync.center.publishing.effect import KIND_WORDS, Effect, effect
from sync.center.publishing.in_force import catalogue_of, chain_of
from sync.center.store.trouble import CenterError
from sync.center.units.standing import machines
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.model.moment import day_of

LIST = "/danh-muc"
ONE = LIST + "/ban/{sequence}"
DRAFT = LIST + "/ban-soan/{draft}"
MOST = 200
"""Releases in the list; older ones are found by their number."""


class NoRelease(CenterError):
    """No release of that number."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có bản công bố này.", "Xem lại trang Danh mục.")


def prepares(visit: Visit) -> bool:
    """Whether who is logged in may prepare releases: not the staff of one commune, for all go by them."""
    return visit.may("catalogue-prepare") and not visit.member.unit


def list_page(visit: Visit) -> Response:
    """The releases, the newest first, and the drafts for who may publish."""
    center = visit.center
    chain, said = chain_of(center), announced(center)
    reached = [one.release for one in machines(center) if not one.revoked]
    today = day_of(visit.now)
    waiting = drafts(center) if prepares(visit) else []
    return visit.show(
        "catalogue.html",
        releases=[_line(one, said, reached) for one in reversed(chain.releases[-MOST:])],
        more=max(0, len(chain.releases) - MOST),
        key=fingerprint(chain.key) if chain.key else "",
        expired=chain.expired(today),
        drafts=[draft_line(one, chain.tip) for one in waiting],
        prepares=prepares(visit),
        in_force=sum(one.in_force(today) for one in catalogue_of(center)),
        today=today,
    )


def _line(one: Signed, said: dict[bytes, Announced], reached: list[int]) -> dict[str, Any]:
    release = one.release
    return {
        "release": release,
        "counts": counts_words(release.counts()),
        "said": said.get(one.digest, Announced()),
        "reached": sum(sequence >= release.sequence for sequence in reached),
        "machines": len(reached),
    }


def draft_line(one: Draft, tip: bytes) -> dict[str, Any]:
    """A draft as lists and pages show it; `overtaken`: another release was published meanwhile."""
    return {
        "draft": one,
        "release": one.release,
        "counts": counts_words(one.release.counts()),
        "overtaken": one.release.base != tip,
    }


def counts_words(counts: dict[str, int]) -> str:
    """``mới 2, sửa đổi 5``; the kinds that do not occur are left out."""
    return ", ".join(f"{KIND_WORDS[kind].lower()} {counts[kind]}" for kind in KINDS if counts[kind]) or "0"


def release_page(visit: Visit) -> Response:
    """One release and what it changed."""
    chain = chain_of(visit.center)
    number = visit.parameters["sequence"]
    sequence = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
    if not 0 < sequence <= chain.sequence:
        raise NoRelease
    one = chain.releases[sequence - 1]
    reached = [machine.release for machine in machines(visit.center) if not machine.revoked]
    return visit.show(
        "catalogue_release.html",
        line=_line(one, announced(visit.center), reached),
        prepares=prepares(visit),
        undone=next((two.release.sequence for two in chain.releases if two.release.undoes == sequence), 0),
        **narrowed(visit, effect_of(visit, chain.releases[: sequence - 1], one)),
    )


def effect_of(visit: Visit, before: tuple[Signed, ...], one: Signed | Draft) -> Effect:
    """The page of a release's changes that the address asks for."""
    asked = visit.query
    number = asked.get("trang", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    return effect(
        before, one.release, kind=asked.get("loai", ""), words=asked.get("tim", "")[:200], page=page
    )


def narrowed(visit: Visit, found: Effect) -> dict[str, Any]:
    """What the list of changes is shown with."""
    return {
        "effect": found,
        "kinds": [(kind, KIND_WORDS[kind]) for kind in KINDS],
        "kind": visit.query.get("loai", ""),
        "words": visit.query.get("tim", "")[:200],
    }


PAGES = (
    Page("catalogue", LIST, list_page),
    Page("catalogue-release", ONE, release_page),
)
