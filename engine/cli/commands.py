"""The commands themselves.  Each imports what it needs when it runs, and returns its exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from engine.cli.pages import Group, Settings

if TYPE_CHECKING:
    from engine.explain.speech import Language
    from engine.model import Problem, Report

_lang = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
_as_of = click.option("--as-of", metavar="DATE")
_rules = click.option("--rules", metavar="FILE")
_format = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from engine import __version__

        click.echo(f"engine {__version__}")
        ctx.exit()


@click.group(cls=Group)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
@_lang
def engine() -> None:
    """The command `engine`."""


@engine.command()
@click.argument("file")
@_as_of
@_rules
@_format
@_lang
@click.pass_obj
def assess(settings: Settings, file: str, as_of: str | None, rules: str | None, form: str) -> int:
    """Assess a document and print the report."""
    report = _assessed(file, as_of, rules, settings.lang)
    if report is None:
        return 2
    if form == "json":
        from engine.reports.json import to_json

        print(to_json(report))
    else:
        from engine.reports.console import print_report

        print_report(report, sys.stdout, settings.lang)
    return _status((*report.checks, *report.problems))


@engine.command()
@click.argument("file")
@click.argument("task")
@_as_of
@_rules
@_lang
@click.pass_obj
def why(settings: Settings, file: str, task: str, as_of: str | None, rules: str | None) -> int:
    """Explain one task; where several rows have its number, all of them."""
    from engine.cli.faults import unknown_task
    from engine.explain import why as explained

    report = _assessed(file, as_of, rules, settings.lang)
    if report is None:
        return 2
    found = [result for result in report.tasks if result.task.id == task]
    if not found:
        _tell([unknown_task(task, report)], settings.lang)
        return 2
    print("\n\n".join(explained(result, rules or "rules.yaml").text(settings.lang) for result in found))
    rows = {result.task.source.row for result in found}
    concerning = [problem for problem in report.problems if problem.source and problem.source.row in rows]
    _tell(concerning, settings.lang)
    return _status(concerning)


@engine.command()
@click.argument("text")
@_format
@_lang
@click.pass_obj
def quantities(settings: Settings, text: str, form: str) -> int:
    """Print the quantities of a text."""
    from engine.reports.quantities import print_quantities, quantities_json
    from engine.units import quantities as read

    found = read(text)
    if form == "json":
        print(quantities_json(found))
    else:
        print_quantities(found, sys.stdout, settings.lang)
    return 0


def _assessed(file: str, as_of: str | None, rules: str | None, lang: Language) -> Report | None:
    """The report, or None with the reasons on stderr."""
    from engine.api import EngineError, day_of

    try:
        day = day_of(as_of)
    except EngineError as fault:
        _tell(fault.problems, lang)
        return None
    from engine import assessor

    outcome = assessor.run(file, day, rules)
    if outcome.report is None:
        _tell(outcome.problems, lang)
    return outcome.report


def _tell(problems: Iterable[Problem], lang: Language) -> None:
    """Print problems to stderr."""
    from engine.explain import problem_text

    for problem in problems:
        click.echo(problem_text(problem, lang), err=True)


def _status(problems: Iterable[Problem]) -> int:
    return int(any(problem.severity != "note" for problem in problems))
