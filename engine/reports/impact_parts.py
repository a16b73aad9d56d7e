"""What is shown of an impact, in words and in order: the records that the terminal and the page render.

The words are as the documents and rules files have them; whoever prints them makes them safe to print.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.explain.speech import Language
from engine.model import Status
from engine.trials.impact_records import Shift

Files = Shift[str]
"""The two rules files as they are to be cited."""


class Mark(NamedTuple):
    """A stand in words, with its status for the look."""

    status: Status
    words: str


class Fact(NamedTuple):
    """A labelled line."""

    label: str
    words: str


class Voice(NamedTuple):
    """The language that is spoken, and what the rules files are called."""

    lang: Language
    files: Files


class Cell(NamedTuple):
    """How many tasks have one status before and one now."""

    before: Status
    now: Status
    tasks: int


class TargetView(NamedTuple):
    """A target with a change, and why."""

    id: str
    clause: str
    mark: Shift[Mark]
    facts: tuple[Fact, ...]


class TaskView(NamedTuple):
    """A task with a change; `points` is "" where they stay."""

    id: str
    text: str
    lead: str
    points: str
    mark: Shift[Mark]
    facts: tuple[Fact, ...]
    targets: tuple[TargetView, ...]


class Group(NamedTuple):
    """Tasks that make the same move."""

    title: str
    mark: Shift[Mark]
    tasks: tuple[TaskView, ...]


class UnitView(NamedTuple):
    """A unit whose counts or points change, either "" where they stay."""

    name: str
    counts: str
    points: str


class FlagView(NamedTuple):
    """A remark with the ids of the tasks and targets where it comes and goes."""

    remark: str
    come: tuple[str, ...]
    gone: tuple[str, ...]


class DocumentView(NamedTuple):
    """One document: the tasks that move, those that only have targets with changes, and what else changes."""

    title: str
    groups: tuple[Group, ...]
    stays: tuple[TaskView, ...]
    totals: tuple[str, ...]
    points: tuple[str, ...]
    units: tuple[UnitView, ...]
    flags: tuple[FlagView, ...]
    others: tuple[str, ...]


class View(NamedTuple):
    """All of an impact; `matrix` has a row for each status before, and is empty where no task moves."""

    lang: Language
    books: Shift[str]
    headline: tuple[str, ...]
    statuses: tuple[Status, ...]
    matrix: tuple[tuple[Cell, ...], ...]
    documents: tuple[DocumentView, ...]
    differences: tuple[tuple[str, str, str], ...]
