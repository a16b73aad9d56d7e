"""Figures in their clause: what stands before and after each, and which of them only describe.

"整治亩均税收5万元以下的企业500家" holds two figures, but only the second is a promise: the first defines what is
counted.  A figure that is followed by its noun and then by another figure of the same list item is such a
*descriptor*; it stays in the words around the figure it belongs to.  A *frame* is a figure that counts, with the
words of its own list item: ``head`` before it, ``tail`` after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.model import Quantity
from engine.reading import lexicon
from engine.reading.clauses import Clause

_CONJUNCTION = re.compile(r"^\s*(?:以及|或者|和|及|与|或|至|到)\s*")
_LIST = re.compile(r" *(?:、|以及|(?<![上下])及(?!以)|和|与)? *")


LONGEST_HEAD = 150
"""How many characters before a figure are read: no clause of an office text is longer."""


class Frame(NamedTuple):
    """A figure that counts.  ``head`` and ``tail`` are the words of its list item before and after the figure,
    ``head_start`` the offset of ``head`` in the cell; ``qualifiers`` are the figures that define what is counted."""

    quantity: Quantity
    clause: Clause
    head: str
    head_start: int
    tail: str
    qualifiers: tuple[Quantity, ...] = ()

    @property
    def before(self) -> str:
        """The masked words of the clause before the figure, the last ones of a long clause."""
        stop = self.quantity.start - self.clause.start
        return self.clause.text[max(0, stop - LONGEST_HEAD) : stop]

    @property
    def span(self) -> tuple[int, int]:
        """From the first word of the list item to the end of the figure with its noun."""
        return self.head_start, self.quantity.end + len(self.tail)


def frames(text: str, clauses: Sequence[Clause], quantities: Sequence[Quantity]) -> list[Frame]:
    """Every figure that counts, in order.  Figures inside names and asides are left out."""
    found: list[Frame] = []
    figures = iter(quantities)
    figure = next(figures, None)
    for clause in clauses:
        own: list[Quantity] = []
        while figure is not None and figure.start < clause.end:
            if figure.start >= clause.start and not _masked(clause, figure):
                own.append(figure)
            figure = next(figures, None)
        if own:
            found += _of_clause(text, clause, own)
    return found


def _masked(clause: Clause, figure: Quantity) -> bool:
    return clause.text[figure.start - clause.start] == "\u3000"


def _of_clause(text: str, clause: Clause, own: list[Quantity]) -> Iterator[Frame]:
    describing = _descriptors(clause, own)
    start, waiting = clause.start, []
    for position, figure in enumerate(own):
        if _adjoins(own, position):
            continue
        if describing[position]:
            waiting.append(figure)
            continue
        head_start = _item_start(clause, start, waiting[0].start if waiting else figure.start)
        head_start = max(head_start, figure.start - LONGEST_HEAD)
        stop = _next_start(own, position) or clause.end
        tail = text[
            figure.end : figure.end + _tail_length(clause.text[figure.end - clause.start : stop - clause.start])
        ]
        yield Frame(figure, clause, text[head_start : figure.start], head_start, tail, tuple(waiting))
        start, waiting = figure.end + len(tail), []


def _adjoins(own: list[Quantity], position: int) -> bool:
    """33家5000吨以上企业: a figure right behind another one belongs to the noun that the other one counts."""
    return position > 0 and own[position - 1].end == own[position].start


def _next_start(own: list[Quantity], position: int) -> int | None:
    """Where the next figure begins that does not adjoin the one before it."""
    return next((own[n].start for n in range(position + 1, len(own)) if not _adjoins(own, n)), None)


def _item_start(clause: Clause, start: int, stop: int) -> int:
    """Where the list item begins: behind the separator that follows the figure before."""
    if start == clause.start:
        return start
    separator = _LIST.match(clause.text, start - clause.start, stop - clause.start)
    return clause.start + separator.end() if separator else start


def _tail_length(after: str) -> int:
    """How many characters behind a figure belong to it: up to the next separator of the list."""
    return 0 if _CONJUNCTION.match(after) else len(after.split("、")[0].rstrip(" "))


def _descriptors(clause: Clause, own: list[Quantity]) -> list[bool]:
    """Which figures of a clause only describe; decided from the right, since "50亿元或5亿美元以上项目3个" gives the
    first figure the role of the second."""
    describing = [False] * len(own)
    for position in range(len(own) - 2, -1, -1):
        between = clause.text[own[position].end - clause.start : own[position + 1].start - clause.start]
        describing[position] = _describes(own[position], between, describing[position + 1])
    return describing


def _describes(figure: Quantity, between: str, next_describes: bool) -> bool:
    before_separator, separator, rest = between.partition("、")
    if separator:
        return not before_separator.strip() and next_describes and _same_list_of_thresholds(figure, rest)
    joined = _CONJUNCTION.match(between)
    if joined:
        return next_describes and joined.end() == len(between)
    words = between.replace("\u3000", "").strip()
    return bool(words) and not _predicate(words)


def _predicate(words: str) -> bool:
    """Whether the words between two figures only open a second statement of the same thing (…26亿元同比增长20%)."""
    return re.fullmatch(rf"(?:同比|环比|比上年|较上年)?{lexicon.alternation('up', 'down')}", words) is not None


def _same_list_of_thresholds(figure: Quantity, rest: str) -> bool:
    """ "5万元以下、连续两年…以及占地15亩以上的企业": a threshold in a list of thresholds describes as they do,
    unless the next item opens with a verb of its own and so promises something."""
    return figure.bound != "exact" and lexicon.pattern("action").match(rest) is None
