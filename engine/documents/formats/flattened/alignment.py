"""Which paragraphs of a row belong to which column, where a flattened page has more or fewer of them than columns.

Every way to deal the paragraphs out in order costs what is unlikely about it: a sentence among units, a cell that
breaks behind a full stop, a column left empty.  The cheapest way is found in one pass (dynamic programming); where
another way is as cheap, the row is undecided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from engine.documents.formats.flattened.broken_units import clings, is_units
from engine.documents.formats.flattened.paragraphs import ends_sentence, is_heading, number
from engine.units import narrow

Kind = Literal["task", "text", "units", "figure", "other", "heading", "after"]
"""What a column holds: the task itself, another text, units, figures, anything else.

Two are no columns: "heading" takes the headings below a row, "after" what follows a table.
"""

_EMPTY: dict[Kind, int] = {"task": 4, "text": 3, "units": 3, "figure": 2, "other": 1, "heading": 0, "after": 0}
_UNFIT = 3
_TEXTS = ("task", "text")
_BESIDE = ("heading", "after")
_DIGIT = re.compile(r"[0-9/-]")
_OPEN = (",", "、", ":", "(", "“", "《")
_PIECE = 20  # characters of what may be a piece of a unit's name


class Way(NamedTuple):
    """How many paragraphs each column takes, and whether no other way is as good."""

    sizes: tuple[int, ...]
    certain: bool


class _Step(NamedTuple):
    """The cheapest way to put a paragraph into a column; ``came`` is the column of the paragraph before it."""

    cost: int
    certain: bool
    came: int


def aligned(texts: Sequence[str], kinds: Sequence[Kind]) -> Way:
    """The cheapest way to deal at least one text out to columns of these kinds, from left to right."""
    if _each_its_own(texts, kinds):
        return Way((*(1 for _ in texts), *(0 for _ in kinds[len(texts) :])), True)
    steps = [list(_first(texts[0], kinds))]
    for before, text in pairwise(texts):
        steps.append(list(_next(steps[-1], before, text, kinds)))
    last = _left(steps[-1], texts[-1], kinds)
    sizes, column = [0] * len(kinds), last.came
    for step in reversed(steps):
        sizes[column] += 1
        column = step[column].came
    return Way(tuple(sizes), last.certain)


def _each_its_own(texts: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """Whether every column has one text that fits without any cost: the common case, and no other way is as good."""
    columns = sum(kind not in _BESIDE for kind in kinds)
    return len(texts) == columns and not any(
        _take(kind, text) or _leave(kind, text) for kind, text in zip(kinds, texts, strict=False)
    )


def _first(text: str, kinds: Sequence[Kind]) -> Iterator[_Step]:
    empty = 0
    for kind in kinds:
        yield _Step(empty + _take(kind, text), True, 0)
        empty += _EMPTY[kind]


def _next(steps: Sequence[_Step], before: str, text: str, kinds: Sequence[Kind]) -> Iterator[_Step]:
    """The steps of a text: each column either goes on with the text before, or is entered from one on its left."""
    entry: _Step | None = None
    for column, kind in enumerate(kinds):
        stay = _Step(steps[column].cost + _join(kind, before, text), steps[column].certain, column)
        best = _cheaper(stay, entry)
        yield best._replace(cost=best.cost + _take(kind, text))
        entry = _onward(steps, before, column, kind, entry)


def _left(steps: Sequence[_Step], text: str, kinds: Sequence[Kind]) -> _Step:
    """The cheapest way to have left every column behind the last text."""
    entry: _Step | None = None
    for column, kind in enumerate(kinds):
        entry = _onward(steps, text, column, kind, entry)
    return entry or _Step(0, True, 0)


def _onward(steps: Sequence[_Step], text: str, column: int, kind: Kind, entry: _Step | None) -> _Step:
    """The cheapest way to stand behind a column: leaving it, or passing it by empty."""
    leave = _Step(steps[column].cost + _leave(kind, text), steps[column].certain, column)
    return _cheaper(entry._replace(cost=entry.cost + _EMPTY[kind]), leave) if entry else leave


def _cheaper(one: _Step, other: _Step | None) -> _Step:
    if other is None or one.cost < other.cost:
        return one
    return other if other.cost < one.cost else one._replace(certain=False)


def _take(kind: Kind, text: str) -> int:
    """What it costs that a column of this kind holds a text."""
    if kind in _TEXTS:
        return _UNFIT if number(text) is not None else 2 * is_units(text)
    if kind == "units":
        piece = len(text) <= _PIECE and not ends_sentence(text)
        return 0 if is_units(text) else 1 if piece else _UNFIT
    if kind == "figure":
        return 0 if _DIGIT.search(narrow(text)) else _UNFIT
    return 2 * _UNFIT if kind == "heading" and not is_heading(text) else 0


def _join(kind: Kind, before: str, text: str) -> int:
    """What it costs that a cell goes on from one paragraph to the next."""
    if kind in _TEXTS:
        return 0 if clings(before, text) or narrow(before[-1:]).endswith(_OPEN) else 2 if ends_sentence(before) else 1
    if kind == "units":
        return 0 if clings(before, text) or not is_units(before) or is_units(text) else 2
    return {"figure": _UNFIT, "other": 1}.get(kind, 0)


def _leave(kind: Kind, text: str) -> int:
    """What it costs that a cell ends with a text."""
    if kind in _TEXTS:
        return 2 * narrow(text[-1:]).endswith(_OPEN)
    if kind == "units":
        return 2 if clings(text, "") else not is_units(text)
    return 0
