"""The commands themselves.  Each imports what it needs when it runs, and returns its exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from engine.cli import options
from engine.cli.pages import Group, Settings
from engine.cli.reading import check, read
from engine.cli.rules import rules as rules_group

if TYPE_CHECKING:
    from engine.model import Problem, Report, Task


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from engine import __version__

        click.echo(f"engine {__version__}")
        ctx.exit()


@click.group(cls=Group)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
@options.lang
def engine() -> None:
    """The command `engine`."""


@engine.command()
@click.argument("file")
@options.as_of
@options.rules
@options.described
@options.form("table", "json")
@options.lang
@click.pass_obj
def assess(
    settings: Settings, /, file: str, as_of: str | None, rules: str | None, form: str, **layout: str | None
) -> int:
    """Assess a document and print the report."""
    report = _assessed(settings, file, as_of, rules, layout)
    if report is None:
        return 2
    if form == "json":
        from engine.reports.json import to_json

        print(to_json(report))
    else:
        from engine.reports.console import print_report

        print_report(report, sys.stdout, settings.lang)
    return options.status((*report.checks, *report.problems))


@engine.command()
@click.argument("file")
@click.argument("task")
@options.as_of
@options.rules
@options.described
@options.lang
@click.pass_obj
def why(settings: Settings, /, file: str, task: str, as_of: str | None, rules: str | None, **layout: str | None) -> int:
    """Explain one task; where several rows have its number, all of them."""
    from engine.cli.faults import unknown_task
    from engine.explain import why as explained

    report = _assessed(settings, file, as_of, rules, layout)
    if report is None:
        return 2
    found = [result for result in report.tasks if result.task.id == task]
    if not found:
        options.tell([unknown_task(task, report)], settings.lang)
        return 2
    print("\n\n".join(explained(result, rules or "rules.yaml").text(settings.lang) for result in found))
    concerning = [problem for result in found for problem in _concerning(result.task, report)]
    options.tell(concerning, settings.lang)
    return options.status(concerning)


engine.add_command(read)
engine.add_command(check)
engine.add_command(rules_group)


@engine.command()
@click.argument("text")
@options.form("table", "json")
@options.lang
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


def _assessed(
    settings: Settings, file: str, as_of: str | None, rules: str | None, layout: dict[str, str | None]
) -> Report | None:
    """The report, or None with the reasons on stderr."""
    day, faults = options.day_of(as_of)
    known, mistakes = options.layout_of(**layout)
    if faults or known is None:
        options.refuse((*faults, *mistakes), settings.lang)
        return None
    from engine import assessor

    outcome = assessor.run(file, day, rules, known)
    if outcome.report is None:
        options.refuse(outcome.problems, settings.lang)
    return outcome.report


def _concerning(task: Task, report: Report) -> list[Problem]:
    """The problems with the row of a task."""
    row = (task.source.sheet, task.source.row)
    return [one for one in report.problems if one.source and (one.source.sheet, one.source.row) == row]
