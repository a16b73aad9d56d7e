"""The commands that show a document as it is, without judging it: `engine read` and `engine check`."""

from __future__ import annotations

import sys

import click

from engine.cli import options
from engine.cli.pages import Command, Settings


@click.command(cls=Command)
@click.argument("file")
@options.described
@options.form("table", "csv", "json")
@options.lang
@click.pass_obj
def read(settings: Settings, /, file: str, form: str, **layout: str | None) -> int:
    """Print what was understood of a document."""
    known, faults = options.layout_of(**layout)
    if known is None:
        return options.refuse(faults, settings.lang)
    from engine import documents

    document = documents.read(file, known)
    if not document.tasks:
        return options.refuse(document.problems, settings.lang)
    if form == "json":
        from engine.reports.document import document_json

        print(document_json(document))
    elif form == "csv":
        from engine.reports.csv import print_csv

        print_csv(document, sys.stdout, settings.lang)
        options.tell(document.problems, settings.lang)
    else:
        from engine.reports.reading import print_document

        print_document(document, sys.stdout, settings.lang)
    return options.status(document.problems)


@click.command(cls=Command)
@click.argument("file")
@options.as_of
@options.described
@options.form("table", "json")
@options.lang
@click.pass_obj
def check(settings: Settings, /, file: str, as_of: str | None, form: str, **layout: str | None) -> int:
    """Print where a document disagrees with itself."""
    day, faults = options.day_of(as_of)
    known, mistakes = options.layout_of(**layout)
    if faults or known is None:
        return options.refuse((*faults, *mistakes), settings.lang)
    from engine import assessor
    from engine.reports.checks import checks_json, checks_text

    checked, problems = assessor.check(file, day, known)
    if checked is None:
        return options.refuse(problems, settings.lang)
    print(checks_json(checked) if form == "json" else checks_text(checked, settings.lang))
    return options.status((*checked.findings, *problems))
