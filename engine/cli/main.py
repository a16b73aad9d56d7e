"""Start and end of every command: the streams, the language, the exit status, faults of the command line in words."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

import click

from engine.cli.commands import engine
from engine.cli.pages import Settings, page

_RARELY = 200_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (by default that of `sys.argv`) and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    settings = Settings.of(given)
    _speak_utf8()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is wanted; looking for them takes its time
    gc.set_threshold(_RARELY)  # a short-lived process: collecting its records costs a tenth of its time
    try:
        status = _run(given, settings)
        sys.stdout.flush()
        return status
    except click.UsageError as fault:
        from engine.cli.faults import usage_fault

        click.echo(usage_fault(fault, settings.lang), err=True)
        return 2
    except BrokenPipeError:
        return _hang_up()
    except OSError as fault:
        click.echo(f"写不出结果:{fault.strerror}。请检查输出的位置和磁盘空间。", err=True)
        _hang_up()
        return 2


def _run(given: list[str], settings: Settings) -> int:
    """Parse and invoke without click's own `main`, which would turn a broken pipe into an exit of its own."""
    if not given:
        click.echo(page("engine", settings.lang), err=True)
        return 2
    try:
        with engine.make_context("engine", given, obj=settings) as context:
            status: int = engine.invoke(context)
            return status
    except click.exceptions.Exit as done:
        return done.exit_code


def _speak_utf8() -> None:
    """UTF-8 and plain line ends whatever the machine; a character that cannot be written is escaped, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _hang_up() -> int:
    """The reader has gone (`engine assess … | head`): nothing more is written, not even by Python at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
