"""All commands of `motcua`; each module adds its own to the group, heavy rooms load inside them."""

from __future__ import annotations

import desk_app.cli.accounts
import desk_app.cli.attachments
import desk_app.cli.audit
import desk_app.cli.backup
import desk_app.cli.cash
import desk_app.cli.center
import desk_app.cli.center_exposed
import desk_app.cli.center_keeping
import desk_app.cli.center_keys
import desk_app.cli.center_notices
import desk_app.cli.center_publishing
import desk_app.cli.center_retention
import desk_app.cli.center_staff
import desk_app.cli.center_units
import desk_app.cli.center_work
import desk_app.cli.demo
import desk_app.cli.desk
import desk_app.cli.dossiers
import desk_app.cli.exchange
import desk_app.cli.fees
import desk_app.cli.importing
import desk_app.cli.keys
import desk_app.cli.manual
import desk_app.cli.mirror
import desk_app.cli.nodes
import desk_app.cli.papers
import desk_app.cli.people
import desk_app.cli.printing
import desk_app.cli.queue
import desk_app.cli.reference
import desk_app.cli.refusing
import desk_app.cli.reports
import desk_app.cli.retention
import desk_app.cli.scanning
import desk_app.cli.screenshots
import desk_app.cli.sticks  # noqa: F401 - each module adds its commands
from desk_app.cli.frame import motcua, run

__all__ = ["motcua", "run"]
