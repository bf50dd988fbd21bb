"""The frame of the command line: the group, common options, output, and errors as one sentence."""

from __future__ import annotations

import gettext
import json
import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desk_app.domain.mistakes import DeskError
from sync.model.moment import VIETNAM, iso_minute
from sync.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk_app.operations.desk import Desk

_OFFICER = "motcua.officer"
Command = TypeVar("Command", bound=Callable[..., Any])


def clock() -> datetime:
    """The machine's clock, read here and handed in everywhere else."""
    return datetime.now(VIETNAM)


def speak_vietnamese() -> None:
    """click takes its own words from gettext; its Vietnamese ones ship in `resources/translations`."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(resource_path("translations")))


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="MOTCUA_DATA",
    help="Thư mục dữ liệu (hoặc MOTCUA_DATA).",
)
@click.option("--officer", envvar="MOTCUA_OFFICER", help="Tài khoản làm việc này (hoặc MOTCUA_OFFICER).")
@click.pass_context
def motcua(context: click.Context, data: Path | None, officer: str | None) -> None:
    """Quầy Một cửa của xã: tiếp nhận hồ sơ, in phiếu hẹn, đồng bộ với trung tâm.

    Không kèm lệnh nào: mở cửa sổ làm việc.
    """
    context.obj = data
    context.meta[_OFFICER] = officer
    if context.invoked_subcommand is None:
        from desk_app.main import run_window
        from desk_app.operations.clear_papers import private_temporary_files
        from desk_app.operations.key_asking import ask_by
        from desk_app.paths import default_data

        ask_by(None)  # the window asks on a page of its own
        with private_temporary_files():
            code = run_window(data or default_data())
        context.exit(code)


def common(command: Command) -> Command:
    """Adds `--data` and `--json`; the command gets `data: Path` and `as_json: bool`."""
    command = click.option(
        "--data",
        type=click.Path(path_type=Path),
        callback=data_folder,
        expose_value=True,
        help="Thư mục dữ liệu (hoặc MOTCUA_DATA).",
    )(command)
    return click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")(command)


def officer_option(command: Command) -> Command:
    """Adds `--officer`, by id or name; the first officer when not given. With accounts: a log-in name."""
    words = "Mã hoặc tên cán bộ, hoặc tên đăng nhập (hoặc MOTCUA_OFFICER)."
    return click.option("--officer", envvar="MOTCUA_OFFICER", callback=_named, help=words)(command)


def _named(context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The officer that is named, by whichever option or variable; the command's own counts."""
    if value:
        context.meta[_OFFICER] = value
    named: str | None = context.meta.get(_OFFICER)
    return named


def data_folder(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    """The folder that is named, by whichever option or variable."""
    from desk_app.paths import default_data

    return value or context.obj or default_data()


@contextmanager
def opened(data: Path) -> Iterator[Desk]:
    """The desk of the folder, closed at the end. With accounts the officer that is named logs in first."""
    from desk_app.operations.desk import open_desk

    desk = open_desk(data, clock)
    try:
        _log_in(desk)
        yield desk
        behind = mirror_is_behind(desk)
        _log_out(desk)
    finally:
        desk.close()
    if behind:
        start_mirror(data)


def mirror_is_behind(desk: Desk) -> bool:
    """Whether the journal's mirror lacks what this command may have written."""
    if not desk.tables.setting("mirror"):
        return False
    from desk_app.operations.mirror_plan import standing

    return standing(desk).behind > 0 or standing(desk).purged


def start_mirror(data: Path) -> None:
    """A process of its own adds to the mirror: no command waits for a volume that may be slow or gone."""
    import subprocess

    words = ["mirror", "--behind", "--data", str(data)]
    program = words if getattr(sys, "frozen", False) else ["-m", "desk_app", *words]
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(
        [sys.executable, *program], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    started.returncode = 0  # nobody waits for it


def _log_in(desk: Desk) -> None:
    """The officer of `--officer` with the password of MOTCUA_PASSWORD, or asked for at a terminal. Nobody,
    where none is named: what needs an account then says so."""
    from desk_app.operations.accounts import accounts_on
    from desk_app.operations.login import log_in

    context = click.get_current_context(silent=True)
    login = context.meta.get(_OFFICER) if context is not None else None
    if not login or not accounts_on(desk):
        return
    password = os.environ.get("MOTCUA_PASSWORD", "")
    if not password and sys.stdin.isatty():
        password = str(click.prompt(f"Mật khẩu của {login}", hide_input=True))
    if not password:
        raise DeskError("Chưa có mật khẩu.", "Ghi vào biến MOTCUA_PASSWORD, hoặc chạy ở cửa sổ dòng lệnh.")
    log_in(desk, login, password)


def _log_out(desk: Desk) -> None:
    from desk_app.operations.login import log_out

    if desk.session is not None:
        log_out(desk)


def plain(value: object) -> object:
    """Values of the model as JSON has them."""
    if isinstance(value, datetime):
        return iso_minute(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"not for JSON: {type(value).__name__}")


def show(value: object, as_json: bool, lines: Callable[[], str]) -> None:
    """Prints one JSON value, or the lines a person reads."""
    click.echo(json.dumps(value, ensure_ascii=False, default=plain) if as_json else lines())


def moment_words(text: str | datetime) -> str:
    """A moment as lists show it."""
    moment = datetime.fromisoformat(text) if isinstance(text, str) else text
    return f"{moment:%H:%M %d/%m/%Y}"


def _problem(error: Exception, as_json: bool) -> None:
    sentence = str(getattr(error, "sentence", "") or error)
    if as_json:
        fields = [{"field": one.field, "message": one.message} for one in getattr(error, "mistakes", ())]
        click.echo(json.dumps({"error": sentence, "fields": fields}, ensure_ascii=False))
    click.echo(sentence, err=True)
    for one in getattr(error, "mistakes", ())[1:]:
        click.echo(f"  {one.field}: {one.message}", err=True)


def run(group: click.Group, arguments: list[str] | None = None) -> int:
    """Runs a command line. Returns 0 done, 1 trouble in one sentence, 2 wrong usage; never a traceback."""
    speak_vietnamese()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    from desk_app.cli.key_prompt import ask_here
    from desk_app.operations.key_asking import ask_by

    ask_by(ask_here)
    words = sys.argv[1:] if arguments is None else arguments
    as_json = "--json" in words
    try:
        result = group.main(words, prog_name="motcua", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.UsageError as error:
        if as_json:
            click.echo(json.dumps({"error": error.format_message(), "fields": []}, ensure_ascii=False))
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return 1
    except click.ClickException as error:
        _problem(Exception(error.format_message()), as_json)
        return error.exit_code
    except DeskError as error:
        _problem(error, as_json)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:  # the edge of the program: a person gets a sentence, the log the kind
        return _unexpected(error, as_json)


def told(error: Exception | KeyboardInterrupt) -> int:
    """Says why the window that was asked for without a command could not be opened; returns the exit code."""
    if isinstance(error, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return 1
    return _unexpected(error, False)


def _unexpected(error: Exception, as_json: bool) -> int:
    """Trouble with words of its own (the center's), the disk's, or a bug of ours, which goes to the log."""
    if hasattr(error, "sentence"):
        _problem(error, as_json)
        return 1
    if isinstance(error, OSError):
        name = Path(str(error.filename)).name if error.filename else ""
        _problem(
            DeskError(f"Không đọc hoặc ghi được tệp {name}: {error.strerror or 'lỗi hệ thống'}."), as_json
        )
        return 1
    from desk_app.cli.log import log_bug

    where = log_bug(error)
    _problem(
        DeskError(
            "Chương trình gặp lỗi không ngờ tới; dữ liệu đã lưu không bị ảnh hưởng.", f"Chi tiết ở {where}."
        ),
        as_json,
    )
    return 1
