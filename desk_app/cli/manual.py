"""The manual as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.frame import motcua


@motcua.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi.")
def manual(output: Path) -> None:
    """Ghi hướng dẫn sử dụng ra PDF để in."""
    from desk_app.operations.manual import manual_pdf
    from desk_app.store.store import write_atomically

    write_atomically(output, manual_pdf())
    click.echo(str(output))
