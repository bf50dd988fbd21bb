"""The desk's catalogue: the shipped procedures with what was imported over them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, SETTINGS
from desk_app.operations.desk import FEES_OWN, PUBLISHED, Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.releases import releases_held
from desk_app.store.tables import tables_of
from sync.catalogue.catalogue import Catalogue, load_shipped
from sync.catalogue.importing import ImportReport, import_table
from sync.catalogue.local_fees import local_fee_in, with_local_fees
from sync.catalogue.published import published_over, records
from sync.catalogue.table import MOST_BYTES as MAX_TABLE_BYTES
from sync.model.moment import day_of

if TYPE_CHECKING:
    from sync.model.procedure_index import ProcedureIndex

__all__ = ["MAX_TABLE_BYTES", "import_catalogue", "procedure_index", "read_desk_catalogue"]

STAMP, BODY = "catalogue_version", "catalogue"


@needs(MACHINE)
def read_desk_catalogue(desk: Desk) -> Catalogue:
    """The shipped procedures with what the center published and the fees the unit wrote down, and the stored
    amendments on top."""
    shipped, today = load_shipped(), day_of(desk.clock())
    published: Collection[str] = ()
    if desk.tables.setting(PUBLISHED):
        releases = releases_held(desk)
        shipped, published = published_over(shipped, releases, today), records(releases, "fees", today)
    fees = (desk.tables.setting(FEES_OWN) or {}).get("fees", [])
    if fees:
        shipped = with_local_fees(shipped, map(local_fee_in, fees), today, published)
    body = desk.tables.setting(BODY)
    return shipped.with_body(body) if body else shipped


@needs(SETTINGS)
def import_catalogue(desk: Desk, table: bytes) -> Outcome[ImportReport]:
    """Takes in a table of procedures as published; what is not understood is reported, never guessed."""
    report = import_table(desk.catalogue, table)
    if report.refused:
        raise DeskError(
            f"Không nhập được bảng thủ tục: {report.problems[0].text}.", "Kiểm tra lại tệp đã tải về."
        )
    if not (report.imported or report.amended):
        return Outcome(report)
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        tables.put_setting(BODY, report.catalogue.body())
        tables.put_setting(STAMP, report.catalogue.version)
    return Outcome(report, Changes(catalogue=True))


@needs(MACHINE)
def procedure_index(desk: Desk) -> ProcedureIndex:
    """The picker's index, most used at this desk first."""
    return desk.catalogue.index(desk.tables.usage(desk.settings.desk))
