"""The lines of an allocation table as targets: one for the whole city, and a share of it for every area.

A line gives bare figures; what they count stands in the item's sentence (全市新增托育机构100家…) and in the line's
label (机构).  The figure of the sentence that a line repeats is the line's own target; any other line takes unit and
kind from the figure whose noun its label ends in, for there a Chinese noun has its head (机构托位 → 托位).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from engine.model import Allocation, Reading, Share, Source, Task
from engine.reading import lexicon
from engine.reading.targets import Aim
from engine.units import is_count, quantities

_CLAUSE_END = re.compile("[,。;、]")


class Split(NamedTuple):
    """The aim of a line as a whole, what each area has to contribute to it, and the unit of those bare figures."""

    whole: Aim
    shares: tuple[Share, ...]
    unit: str | None


def splits(text: str, allocations: Sequence[Allocation], found: Sequence[Aim]) -> list[Split]:
    """A Split for each line of a task that gives a total, in order; ``found`` are the aims of the task's text."""
    figures = [aim for aim in found if aim.quantity is not None and aim.measure == "amount"]
    done: list[Split] = []
    for line in allocations:
        if line.total.value is not None:
            whole = _repeated(line, figures, done) or _counted(line, text) or _of_cell(line, figures)
            done.append(Split(whole, line.shares, _unit(whole, line.total)))
    return done


def _unit(whole: Aim, total: Share) -> str | None:
    """The unit of a line's bare figures: that of the sentence with its scale word, where the figures are alike (5 of
    5万人), without it where they are written out (50000)."""
    figure = whole.quantity
    if figure is None:
        return whole.unit
    return figure.unit if figure.value == total.value else figure.written_unit


def with_shares(readings: Sequence[Reading], aims: Sequence[Aim], lines: Sequence[Split]) -> Iterator[Reading]:
    """The readings of the aims, each that is split followed by the shares of its areas; areas without one have none."""
    for reading, aim in zip(readings, aims, strict=True):
        yield reading
        for line in lines:
            if line.whole is aim:
                yield from _shares(reading, line)


def without_repeats(tasks: Sequence[Task], readings: Sequence[Sequence[Reading]]) -> list[tuple[Reading, ...]]:
    """The readings of all tasks; where tasks share one merged item, a promise of its sentence counts once: in the
    task whose line repeats it, else in the first of them."""
    split: dict[tuple[Source, tuple[int, int]], str] = {}
    for task, own in zip(tasks, readings, strict=True):
        for key in _claimed(task, own):
            split.setdefault(key, task.id)
    for task, own in zip(tasks, readings, strict=True):
        for reading in own if task.allocations else ():
            split.setdefault((_item(task), reading.target.span), task.id)
    return [
        tuple(r for r in own if not task.allocations or r.target.source or _owner(task, r, split) == task.id)
        for task, own in zip(tasks, readings, strict=True)
    ]


def _repeated(line: Allocation, figures: Sequence[Aim], done: Sequence[Split]) -> Aim | None:
    """The promise of the sentence that a line repeats; of several with its figure, that of the label's noun."""
    free = [aim for aim in figures if not any(split.whole is aim for split in done)]
    same = [aim for aim in free if aim.quantity and line.total.value in (aim.quantity.value, aim.quantity.number)]
    return max(same, key=lambda aim: _alike(line.label, aim.indicator), default=None)


def _counted(line: Allocation, text: str) -> Aim | None:
    """The aim of a line whose figure the sentence has, though not as a promise of its own (在50所小学开展…服务)."""
    for figure in quantities(text):
        if figure.value == line.total.value and is_count(figure.unit):
            noun = lexicon.pattern("action").split(_CLAUSE_END.split(text[figure.end :], maxsplit=1)[0])[0]
            return _of_cell(line, ())._replace(indicator=line.label or noun.strip("的 "), unit=figure.unit)
    return None


def _of_cell(line: Allocation, figures: Sequence[Aim]) -> Aim:
    """The aim of a line that no figure of the sentence repeats; its words are those of the total's cell."""
    kin = max(figures, key=lambda aim: _alike(line.label, aim.indicator), default=None)
    units = {aim.quantity.unit for aim in figures if aim.quantity}
    related = kin is not None and (len(units) == 1 or _alike(line.label, kin.indicator) > 0)
    return Aim(
        span=(0, len(line.total.written)),
        clause=-1,
        indicator=line.label or (kin.indicator if kin else ""),
        kind=kin.kind if kin and related else "cumulative",
        measure="amount",
        direction=kin.direction if kin and related else "up",
        value=line.total.value,
        unit=kin.quantity.unit if kin and kin.quantity and related else None,
        source=line.total.source,
        written=line.total.written,
    )


def _alike(label: str, indicator: str) -> int:
    """How many characters two nouns share at their end."""
    pairs = zip(reversed(label), reversed(indicator), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _shares(whole: Reading, line: Split) -> Iterator[Reading]:
    target = whole.target
    for number, share in enumerate((one for one in line.shares if one.value is not None), start=1):
        yield Reading(
            target=target.model_copy(
                update={
                    "id": f"{target.id}.{number}",
                    "clause": share.written,
                    "span": (0, len(share.written)),
                    "quantity": None,
                    "value": share.value,
                    "unit": line.unit,
                    "source": share.source,
                    "area": share.area,
                    "part_of": target.id,
                }
            )
        )


def _item(task: Task) -> Source:
    return task.cells.get("text", task.source)


def _claimed(task: Task, own: Sequence[Reading]) -> Iterator[tuple[Source, tuple[int, int]]]:
    """The promises of the item's sentence that a line of this task repeats."""
    wholes = {reading.target.part_of for reading in own}
    for reading in own:
        if reading.target.id in wholes and reading.target.source is None:
            yield _item(task), reading.target.span


def _owner(task: Task, reading: Reading, split: dict[tuple[Source, tuple[int, int]], str]) -> str:
    return split[_item(task), reading.target.span]
