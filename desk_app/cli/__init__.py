"""The `motcua` command; heavy rooms load inside the commands that need them."""

from __future__ import annotations

import sys

import desk_app.cli.center
import desk_app.cli.demo
import desk_app.cli.desk
import desk_app.cli.dossiers
import desk_app.cli.exchange
import desk_app.cli.papers
import desk_app.cli.reference  # noqa: F401  (each module adds its commands to the group)
from desk_app.cli.frame import motcua, run


def main() -> None:
    """The entry of the script and of the built program."""
    sys.exit(run(motcua))
