"""The sentence of an item against the lines that split it: 合计新增床位900张 beside 公办床位 600 and 民办床位 300."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from engine.checks.figures import alike, exactly, value
from engine.checks.places import Entry, Place
from engine.checks.prose import Mention, Prose, Row
from engine.checks.relations import Fault, Relation
from engine.reading.indicators import taken_apart

CODE = "check-item-total"
_SUGGESTION = "请核对事项内容与任务分解表的总数"
_SHORTEST = 2
_FAR = Fraction(1, 5)
"""Sums that lie further apart (as a share of the sentence's) are hardly meant to be the same."""


class Line(NamedTuple):
    """A line of the table with its total."""

    label: str
    total: Fraction
    place: Entry


def relations(rows: Sequence[Row]) -> Iterator[Relation]:
    """The items of which the lines are in one or several rows that repeat its sentence, one right after another."""
    for _, group in groupby(rows, key=lambda row: row.task.text):
        own = list(group)
        lines = [line for row in own for line in _lines(row)]
        figures = [mention for mention in own[0].text.mentions if mention.is_amount and mention.quantity.value]
        if lines and figures:
            yield from _of_item(own[0].text, figures, lines)


def _lines(row: Row) -> Iterator[Line]:
    for line in row.task.allocations:
        if line.total.value is not None:
            yield Line(line.label, Fraction(line.total.value), Entry(row.task, line.label, line.total))


def _of_item(prose: Prose, figures: Sequence[Mention], lines: Sequence[Line]) -> Iterator[Relation]:
    loose = []
    for figure in figures:
        own = _answering(prose, figure, lines)
        if own:
            yield _compared(prose, [figure], own)
        else:
            loose.append(figure)
    if len(loose) == len(figures) and _make_one_sum(prose, figures, lines):
        yield _compared(prose, figures, lines)


def _answering(prose: Prose, figure: Mention, lines: Sequence[Line]) -> list[Line]:
    """The lines that repeat or split a figure: the one with its amount, those that its noun lists (道路、公路), the one
    that it is labelled by, or those that end in its noun."""
    noun = _noun(prose, figure)
    amount, number = value(figure.quantity), Fraction(figure.quantity.number)
    same = [line for line in lines if line.total == amount] or [line for line in lines if line.total == number]
    listed = [line for line in lines if len(line.label) >= _SHORTEST and line.label in noun]
    named = [line for line in listed if noun.endswith(line.label)]
    kin = [line for line in lines if len(noun) >= _SHORTEST and line.label.endswith(noun)]
    if same:
        return same[:1]
    if len(listed) > 1 and "、" in noun:
        return listed
    return sorted(named, key=lambda line: -len(line.label))[:1] or (kin if len(kin) > 1 else [])


def _noun(prose: Prose, figure: Mention) -> str:
    return prose.phrase(figure).indicator or taken_apart(figure.frame.tail).indicator


def _make_one_sum(prose: Prose, figures: Sequence[Mention], lines: Sequence[Line]) -> bool:
    """Whether all lines together are what the sentence promises in all: one figure with the labels before it, one line
    without a label, or figures of one unit whose sum is near that of the lines."""
    if len(figures) == 1 and len(lines) == 1:
        return not lines[0].label
    if len(figures) == 1:
        return all(line.label and line.label in prose.text for line in lines)
    split = _total(line.total for line in lines)
    stated = _total(_promised(figures, split))
    one_unit = all(alike(figure.quantity, figures[0].quantity) for figure in figures)
    return one_unit and len(lines) > 1 and abs(stated - split) <= stated * _FAR


def _promised(figures: Sequence[Mention], split: Fraction) -> list[Fraction]:
    """The figures of a sentence in the unit of the lines, which add up to ``split``: the bare figures of a table may be
    in the unit with its scale word (5 of 5万人) or written out (50000), whichever they are nearer to."""
    full = [value(figure.quantity) for figure in figures]
    bare = [Fraction(figure.quantity.number) for figure in figures]
    one_scale = len({figure.quantity.scale for figure in figures}) == 1
    return bare if one_scale and split**2 < _total(bare) * _total(full) else full


def _total(figures: Iterable[Fraction]) -> Fraction:
    return sum(figures, Fraction(0))


def _compared(prose: Prose, figures: Sequence[Mention], lines: Sequence[Line]) -> Relation:
    split = _total(line.total for line in lines)
    promised = _promised(figures, split)
    off = abs(_total(promised) - split)
    where: list[Place] = [*map(prose.place_of, figures), *(line.place for line in lines)]
    fault = None
    if off:
        added = _spelled([line.total for line in lines])
        fault = Fault(f"任务分解{added},事项内容{_spelled(promised)},相差{exactly(off)}", _SUGGESTION)
    return Relation(CODE, tuple(where), fault)


def _spelled(figures: Sequence[Fraction]) -> str:
    total = exactly(_total(figures))
    return f"{'+'.join(map(exactly, figures))}={total}" if len(figures) > 1 else f"为{total}"
