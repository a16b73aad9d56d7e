"""What several commands share: their options, what these stand for, and how problems and exit status come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import click

if TYPE_CHECKING:
    from engine.documents.layout import Layout, Loaded, Word
    from engine.explain.speech import Language
    from engine.model import Problem

Command: TypeAlias = Callable[..., Any]

lang = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
as_of = click.option("--as-of", metavar="DATE")
rules = click.option("--rules", metavar="FILE")


def form(*choices: str) -> Callable[[Command], Command]:
    """The option ``--format``; the first choice is the default."""
    return click.option("--format", "form", type=click.Choice(choices), default=choices[0])


def described(command: Command) -> Command:
    """The options that describe the layout of a table; a command hands them on to ``layout_of``."""
    for name in ("--layout", "--areas", "--columns"):
        command = click.option(name)(command)
    return command


def layout_of(columns: str | None, areas: str | None, layout: str | None) -> Loaded:
    """The layout that the options describe, which win over the layout file, or None and every mistake."""
    from engine.documents.layout import Layout, checked

    own, faults = checked(_pairs(columns or ""), _names(areas or ""))
    base: Layout | None = Layout()
    more: tuple[Problem, ...] = ()
    if layout is not None:
        from engine.documents.layout_file import load_layout

        base, more = load_layout(layout)
    return (own.over(base) if own and base else None), (*faults, *more)


def day_of(written: str | None) -> tuple[date | None, tuple[Problem, ...]]:
    """The day of ``--as-of``, None without one, and what is wrong with it."""
    from engine.api import EngineError, day_of

    try:
        return day_of(written), ()
    except EngineError as fault:
        return None, fault.problems


def tell(problems: Iterable[Problem], lang: Language) -> None:
    """Print problems to stderr, first those that stand in the way."""
    from engine.explain import problem_text

    for problem in sorted(problems, key=lambda one: one.severity != "error"):
        click.echo(problem_text(problem, lang), err=True)


def refuse(problems: Iterable[Problem], lang: Language) -> int:
    """Say why a command cannot be carried out; its exit status."""
    tell(problems, lang)
    return 2


def status(problems: Iterable[Problem]) -> int:
    """The exit status of a command that has done its work."""
    return int(any(problem.severity != "note" for problem in problems))


def _pairs(text: str) -> Iterator[tuple[Word, Word]]:
    """任务=工作内容,进展=推进情况 as pairs of column and title; a title is blank where it is missing."""
    from engine.documents.layout import Word

    for entry in _names(text):
        name, _, title = entry.text.replace("\uff1d", "=").partition("=")
        yield Word(name.strip()), Word(title.strip())


def _names(text: str) -> list[Word]:
    from engine.documents.layout import Word

    return [Word(name.strip()) for name in re.split("[,\uff0c、;\uff1b]", text) if name.strip()]
