"""The program: the commands, and the one place where errors become lines and exit codes."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer

from riwaya import __version__
from riwaya.cli import exits
from riwaya.cli.commands import (
    brief,
    build,
    clean,
    entity,
    export,
    names,
    read,
    report,
    score,
    search,
    serve,
    show,
    statements,
    times,
    watch,
)
from riwaya.errors import RiwayaError

HELP = """Arabic news pages in, a sourced record out: who said what to whom, when, and through whom we know it.

Begin with a folder of pages:

\b
    riwaya build pages/ -o news.db      read them all into one record
    riwaya show news.db                 what is in it
    riwaya report news.db -o report     the record as web pages
    riwaya serve news.db                the record in a browser
    riwaya watch FEED -d news.db        add what feeds bring

Results go to standard output, progress and messages to standard error.

\b
Exit codes:
    0    done
    1    nothing found, or nothing usable
    2    wrong usage
    3    the record is missing, in use, damaged, or no record
    4    a write failed
    70   a fault of riwaya: please report it
    130  stopped by Ctrl-C (143: by SIGTERM); what was done is kept
"""

_NEW_OBJECTS = 100_000
"""Between two looks for rubbish: pages and records are many objects and hardly any circles."""

app = typer.Typer(
    name="riwaya",
    help=HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
for _command, _panel in (
    (build.build, "A record of many pages"),
    (show.show, "A record of many pages"),
    (search.search, "A record of many pages"),
    (brief.brief, "A record of many pages"),
    (export.export, "A record of many pages"),
    (report.report, "A record of many pages"),
    (serve.serve, "A record of many pages"),
    (watch.watch, "A record of many pages"),
    (read.read, "Single pages"),
    (clean.clean, "Single pages"),
    (times.times, "A piece of text"),
    (names.names, "A piece of text"),
    (statements.statements, "A piece of text"),
    (score.score, "Measuring"),
):
    app.command(rich_help_panel=_panel)(_command)
app.add_typer(entity.entity, rich_help_panel="A record of many pages")


# Typer brings its own copy of click or uses the one installed, by version: this is the base of either.
_UsageFault: type[Exception] = next(
    c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException"
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"riwaya {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log what happens.")] = False,
) -> None:
    if verbose:
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)


def main() -> NoReturn:
    """Run the program and exit with one of the codes of :mod:`riwaya.cli.exits`."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    gc.set_threshold(_NEW_OBJECTS)
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except RiwayaError as error:
        code = fail(str(error), error.code, exits.BY_ERROR[error.code])
    except typer.Exit as error:
        code = error.exit_code
    except _UsageFault as error:
        error.show()  # type: ignore[attr-defined]
        code = exits.USAGE
    except (BrokenPipeError, SystemExit):  # click turns the one into the other
        # Whoever read our output has enough: no message, and none from the interpreter's last flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = exits.PIPE
    except (_StoppedError, KeyboardInterrupt, typer.Abort) as error:
        code = error.code if isinstance(error, _StoppedError) else exits.INTERRUPTED
        code = fail("stopped; what was done so far is kept", "stopped", code)
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        code = fail(f"{what}{error.strerror or error}", "output_failed", exits.WRITE)
    except Exception as error:
        logging.getLogger("riwaya").debug("the fault", exc_info=True)
        code = fail(
            f"a fault of riwaya: {type(error).__name__}: {error}; please report it (-v shows where)",
            "internal",
            exits.INTERNAL,
        )
    sys.exit(code if isinstance(code, int) else exits.OK)


def fail(line: str, code: str, exit_code: int) -> int:
    """One line on stderr, with the stable code of the error."""
    sys.stderr.write(f"riwaya: {line} [{code}]\n")
    return exit_code


class _StoppedError(BaseException):
    """Ctrl-C or SIGTERM; not a KeyboardInterrupt, which typer would turn into a silent exit."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = exits.TERMINATED if number == signal.SIGTERM else exits.INTERRUPTED


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise _StoppedError(number)
