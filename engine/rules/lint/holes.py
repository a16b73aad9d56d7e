"""Stretches between two bands that nothing but 其他 catches: a figure that is known and yet is not judged by its band.

Where 其他 gives a verdict that lies between those of the two bands, it is the band between them: no finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from engine.rules.lint.axes import FigureAxis
from engine.rules.lint.boxes import Cells
from engine.rules.lint.comparisons import Quantity, comparisons
from engine.rules.lint.examples import Case, case_of
from engine.rules.lint.excerpts import place_of
from engine.rules.lint.leftover import Exhausted
from engine.rules.lint.lists import Entries, Entry
from engine.rules.lint.notes import Notes, is_own
from engine.rules.lint.wording import asked_names, lines, told
from engine.rules.policy import Rule

_TRIED = 5
"""Parts of a hole in which an example is looked for."""
_BANDS = (">=", ">", "<=", "<")
_ORDER: Mapping[str, int] = {"lagging": 0, "on_track": 1, "done": 2}
"""The verdicts on a figure that is known, from the worst to the best."""


class _Hole(NamedTuple):
    """Cells of an axis, and the bands on both of its sides."""

    number: int
    cells: Cells
    bands: tuple[Entry, Entry]


def note_holes(entries: Entries, notes: Notes) -> None:
    """Note every bounded stretch between two bands of the file that falls to 其他 alone."""
    *before, last = entries.entries or (None,)
    if last is None or not (last.rule.when.always and is_own(last.rule)):
        return
    try:
        for hole in _holes(entries, [entry for entry in before if entry is not None]):
            if not _is_band(last, hole.bands) and (case := _example(entries, hole)) is not None:
                _note(entries, hole, last, case, notes)
    except Exhausted:
        return


def _note(entries: Entries, hole: _Hole, last: Entry, case: Case, notes: Notes) -> None:
    one, other = sorted((entry.rule for entry in hole.bands), key=lambda rule: rule.ref.line)
    example = told(case, asked_names(entries.space, {hole.number: hole.cells}, case), entries.space.scope.terms)
    what = (
        f"规则“{other.ref.id}”与{lines([one.ref])}的规则“{one.ref.id}”之间有空档:例如 {example} 时,"
        f"落到{lines([last.rule.ref])}的“其他”;请把界线接上,确属有意的写 allow: [rules-hole]"
    )
    notes.add("rules-hole", place_of(notes.faults, other), what, "warning", (one, other, last.rule), example)


def _holes(entries: Entries, before: Sequence[Entry]) -> Iterator[_Hole]:
    """The holes in each quantity that rules compare by itself, where no other rule asks about its terms there."""
    bands: dict[Quantity, list[Entry]] = defaultdict(list)
    for entry in before:
        quantity = _only_quantity(entry)
        if quantity is not None:
            bands[quantity].append(entry)
    for quantity, alike in bands.items():
        for hole in _between(entries, entries.space.numbers[quantity], alike):
            others = (entry for entry in before if _only_quantity(entry) != quantity)
            if not any(_asks(entries, entry, hole) for entry in others):
                yield hole


def _only_quantity(entry: Entry) -> Quantity | None:
    """What a band is about: the one quantity that its condition compares with limits."""
    parts = list(comparisons(entry.form)) if entry.form is not None and entry.boxes else []
    alike = {part.quantity for part in parts}
    return parts[0].quantity if len(alike) == 1 and all(part.sign in _BANDS for part in parts) else None


def _between(entries: Entries, number: int, bands: Sequence[Entry]) -> Iterator[_Hole]:
    """The stretches between bands that none of them covers, where those beside them are the file's own."""
    axis, covered = entries.space.axes[number], 0
    for box in (box for entry in bands for box in entry.boxes or ()):
        covered |= box[number]
    if not isinstance(axis, FigureAxis) or len(bands) == 1 or not axis.domain & ~covered & ~axis.unknown:
        return
    below, cells = None, 0
    for at in range(2 * len(axis.cuts) + 1):
        cell = 1 << at
        band = next((one for one in bands if _cells(one, number, cell)), None)
        if band is not None:
            if below is not None and cells and is_own(below.rule) and is_own(band.rule):
                yield _Hole(number, cells, (below, band))
            below, cells = band, 0
        elif cell & axis.domain:
            cells |= cell


def _cells(entry: Entry, number: int, cells: Cells) -> bool:
    return any(box.get(number, cells) & cells for box in entry.boxes or ())


def _asks(entries: Entries, entry: Entry, hole: _Hole) -> bool:
    """Whether a rule asks, in the hole, about what is measured there, by itself or together with other terms."""
    if entry.boxes is None:
        return True
    names, axes = set(entries.space.axes[hole.number].names), entries.space.axes
    for box in entry.boxes:
        together = any(number != hole.number and names & set(axes[number].names) for number in box)
        if together or box.get(hole.number, 0) & hole.cells:
            return True
    return False


def _is_band(last: Entry, bands: tuple[Entry, Entry]) -> bool:
    """Whether the verdict of 其他 lies between those of two bands, or is that of one of them."""
    order = [_ORDER.get(entry.rule.status) for entry in (*bands, last) if isinstance(entry.rule, Rule)]
    known = [place for place in order if place is not None]
    return len(known) == 3 and min(known[:2]) <= known[2] <= max(known[:2])


def _example(entries: Entries, hole: _Hole) -> Case | None:
    """A case in the hole that no rule before 其他 decides, not at its ends where there is one between them."""
    *before, _ = entries.entries
    covers = [box for entry in before for box in entry.boxes or ()]
    ends = sum(2 << 2 * number for number in range(hole.cells.bit_length()))
    for cells in filter(None, (hole.cells & ~ends, hole.cells)):
        for left in islice(entries.search.left_over({hole.number: cells}, covers), _TRIED):
            case = case_of(entries.space, left)
            if case is not None and not any(entry.rule.when.holds(case) for entry in before):
                return case
    return None
