"""The commands for those who write rules: `engine rules check`, `schema`, `test`, `diff` and `docs`.

None of them ever changes a rules file.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click

from engine.cli import options
from engine.cli.pages import Group, Settings
from engine.cli.writing import hand_over

if TYPE_CHECKING:
    from engine.model import Problem, Report
    from engine.rules import Loaded
    from engine.trials.impact_records import Impact, Shift

_changes = click.option("--set", "changes", multiple=True, metavar="PATH=VALUE")
_documents = click.option("--on", "documents", multiple=True, metavar="FILE")
_output = click.option("--output", "-o", "output", metavar="FILE")
_force = click.option("--force", is_flag=True)


@click.group(cls=Group)
@options.lang
def rules() -> None:
    """The commands for those who write rules."""


@rules.command()
@click.argument("file")
@_changes
@options.form("text", "json", "github", "sarif")
@options.lang
@click.pass_obj
def check(settings: Settings, /, file: str, changes: tuple[str, ...], form: str) -> int:
    """Print every mistake of a rules file."""
    from engine.reports import rules_check as rendering

    problems = _loaded(file, changes).problems
    if any(problem.code in ("rules-file", "rules-set") for problem in problems):
        return options.refuse(problems, settings.lang)
    if form == "json":
        print(rendering.check_json(file, problems))
    elif form == "sarif":
        print(rendering.check_sarif(file, problems))
    elif form == "github":
        print(rendering.check_github(problems), end="")
    else:
        print(rendering.check_text(problems, settings.lang))
    return options.status(problems)


@rules.command()
@options.lang
def schema() -> int:
    """Print the JSON Schema of rules files."""
    from engine.rules.file.schema import schema_text

    print(schema_text(), end="")
    return 0


@rules.command()
@click.argument("file")
@click.option("--cases", metavar="FILE")
@_documents
@options.as_of
@options.described
@click.option("--coverage", is_flag=True)
@options.form("text", "json")
@options.lang
@click.pass_obj
def test(
    settings: Settings,
    /,
    file: str,
    cases: str | None,
    documents: tuple[str, ...],
    as_of: str | None,
    coverage: bool,
    form: str,
    **layout: str | None,
) -> int:
    """Try the cases of a rules file, and show which rules were never reached."""
    from engine import trials
    from engine.reports import trials as rendering

    book, mistakes = _loaded(file)
    if book is None:
        return options.refuse(mistakes, settings.lang)
    known, faults = trials.load_cases(cases or trials.cases_beside(file), book, optional=cases is None)
    reports = _assessed(settings, documents, as_of, file, layout)
    if known is None or reports is None:
        return options.refuse(faults, settings.lang)
    outcomes = trials.run_cases(book, known)
    reached, nothing = trials.coverage(book, outcomes, reports)
    if reached is None:
        return options.refuse(nothing, settings.lang)
    if form == "json":
        print(rendering.trials_json(file, outcomes, reached))
    else:
        print(rendering.outcomes_text(outcomes, settings.lang))
        print("\n" + rendering.coverage_text(reached, _text_of(file), settings.lang, whole=coverage))
    return int(any(not outcome.passed for outcome in outcomes) or bool(mistakes))


@rules.command()
@click.argument("old")
@click.argument("new", required=False)
@_documents
@_changes
@options.as_of
@options.described
@click.option("--format", "form", type=click.Choice(("text", "json", "html")))
@_output
@_force
@options.lang
@click.pass_obj
def diff(
    settings: Settings,
    /,
    old: str,
    new: str | None,
    documents: tuple[str, ...],
    changes: tuple[str, ...],
    as_of: str | None,
    form: str | None,
    output: str | None,
    force: bool,
    **layout: str | None,
) -> int:
    """Show what an edit of the rules changes on the rows of real documents."""
    from engine import trials
    from engine.cli.faults import nothing_to_compare
    from engine.trials.impact_records import Shift

    day, faults = options.day_of(as_of)
    known, mistakes = options.layout_of(**layout)
    lacking = nothing_to_compare(new, changes, documents)
    before, after = _loaded(old), _loaded(new or old, changes)
    faults = (*faults, *mistakes, *lacking)
    if before.book is None or after.book is None or known is None or faults:
        return options.refuse((*faults, *dict.fromkeys((*before.problems, *after.problems))), settings.lang)
    found, problems = trials.impact(before.book, after.book, tuple(dict.fromkeys(documents)), day, known)
    if found is None:
        return options.refuse(problems, settings.lang)
    shown = _shown(found, Shift(old, new or old), problems, form or _form_of(output), settings)
    refused = hand_over(shown, output, force, (old, new, *documents, *layout.values()))
    return options.refuse(refused, settings.lang) if refused else int(bool(found.moves))


def _form_of(output: str | None) -> str:
    """The form that the name of a file asks for; text where it asks for none."""
    suffix = (output or "").lower().rpartition(".")[2]
    return suffix if suffix in ("json", "html") else "text"


def _shown(found: Impact, files: Shift[str], problems: tuple[Problem, ...], form: str, settings: Settings) -> str:
    """An impact in the form that is asked for, with a newline at the end."""
    if form == "json":
        from engine.reports.impact_json import impact_json

        return impact_json(found, files, problems) + "\n"
    if form == "html":
        from engine.reports.impact_html import impact_html

        return impact_html(found, files, problems, settings.lang)
    from engine.reports.impact import print_impact

    text = io.StringIO()
    print_impact(found, text, files, problems, settings.lang)
    return text.getvalue()


@rules.command()
@click.argument("file")
@_output
@_force
@options.lang
@click.pass_obj
def docs(settings: Settings, /, file: str, output: str | None, force: bool) -> int:
    """Print a rules file as a document for people to read."""
    from pathlib import Path

    from engine.cli.faults import unknown_suffix
    from engine.reports.rulebook import rulebook_docx, rulebook_markdown

    book, problems = _loaded(file)
    if book is None:
        return options.refuse(problems, settings.lang)
    suffix = Path(output).suffix.lower() if output else ".md"
    if suffix not in (".md", ".docx"):
        return options.refuse((unknown_suffix(output or "", (".md", ".docx")),), settings.lang)
    refused = hand_over(rulebook_docx(book) if suffix == ".docx" else rulebook_markdown(book), output, force, (file,))
    return options.refuse(refused, settings.lang) if refused else options.status(problems)


def _loaded(file: str, changes: tuple[str, ...] = ()) -> Loaded:
    from engine.rules import Change, load

    return load(file, [Change.of(change) for change in changes])


def _assessed(
    settings: Settings, documents: tuple[str, ...], as_of: str | None, rules: str, layout: dict[str, str | None]
) -> list[Report] | None:
    """The reports on the documents, or None with the reasons on stderr."""
    from engine import assessor

    day, faults = options.day_of(as_of)
    known, mistakes = options.layout_of(**layout)
    if faults or known is None:
        options.refuse((*faults, *mistakes), settings.lang)
        return None
    outcomes = [assessor.run(document, day, rules, known) for document in documents]
    for outcome in outcomes:
        if outcome.report is None:
            options.refuse(outcome.problems, settings.lang)
    reports = [outcome.report for outcome in outcomes if outcome.report is not None]
    return reports if len(reports) == len(outcomes) else None


def _text_of(file: str) -> str:
    from pathlib import Path

    return Path(file).read_text(encoding="utf-8-sig")
