"""Thresholds without effect: comparisons that others imply or that always hold, bands with one and the same result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.rules.lint.axes import FigureAxis
from engine.rules.lint.boxes import Cells
from engine.rules.lint.comparisons import Comparison, Figures, Form
from engine.rules.lint.excerpts import place_of, words_of
from engine.rules.lint.lists import Entries, Entry
from engine.rules.lint.notes import Notes, is_own
from engine.rules.lint.space import Space
from engine.rules.lint.wording import lines, range_text
from engine.rules.policy import Rule


def note_without_effect(entries: Entries, notes: Notes) -> None:
    """Note the comparisons of every condition that change nothing."""
    for entry in entries:
        if entry.boxes and entry.form is not None and is_own(entry.rule):
            for comparison, why in _idle(entry, entry.form, entries.space):
                what = f"“{words_of(entry.rule, comparison)}”不起作用:{why},请删去"
                place = place_of(notes.faults, entry.rule, comparison)
                notes.add("rules-no-effect", place, what, "warning", (entry.rule,))


def note_same_result(entries: Entries, notes: Notes) -> None:
    """Note neighbouring rules that say the same and are parted by nothing but a threshold."""
    for first, second in pairwise(entries):
        same = _said(first) == _said(second) and is_own(first.rule) and is_own(second.rule)
        if same and _parted_by_a_figure(first, second, entries.space):
            where = lines([second.rule.ref])
            what = f"这条界线不起作用:下一条规则“{second.rule.ref.id}”({where})的结论和理由与此相同,请合并"
            place = place_of(notes.faults, first.rule)
            notes.add("rules-no-effect", place, what, "warning", (first.rule, second.rule))


def _idle(entry: Entry, form: Form, space: Space) -> Iterator[tuple[Comparison, str]]:
    """Comparisons that could be left out, and why."""
    if isinstance(form, Comparison):
        if _always(form, space):
            yield form, _range(form, space)
        return
    beside = list(_beside(form, form.all))
    for one in beside:
        other = _implying(one, beside, form.all, space)
        if other is not None:
            words = words_of(entry.rule, other)
            words = f"not ({words})" if other.negated else words
            yield one, f"同时要求“{words}”" if form.all else f"另有“{words}”即可"
    for part in form.parts:
        yield from _idle(entry, part, space)


def _implying(one: Comparison, beside: Sequence[Comparison], all_of: bool, space: Space) -> Comparison | None:
    """The comparison beside one that makes it idle: under ``and`` one that implies it, under ``or`` one implied; of two
    that say the same the later one is idle."""
    box = space.box(one)
    if box is None or not _has_figures(one):
        return None
    earlier = True
    for other in beside:
        its = space.box(other)
        if other is one:
            earlier = False
        elif its is not None and _has_figures(other):
            inner, outer = (its, box) if all_of else (box, its)
            if space.lies_in(inner, outer) and (earlier or not space.lies_in(outer, inner)):
                return other
    return None


def _beside(form: Form, all_of: bool) -> Iterator[Comparison]:
    """The comparisons that are joined directly, all by ``and`` or all by ``or``."""
    if isinstance(form, Comparison):
        yield form
    elif form.all is all_of:
        for part in form.parts:
            yield from _beside(part, all_of)


def _has_figures(one: Comparison) -> bool:
    """Whether terms are compared with a figure; a threshold alone (``tolerance > 0%``) is a switch."""
    return isinstance(one.quantity, Figures) and bool(one.quantity.of.names)


def _always(one: Comparison, space: Space) -> bool:
    """Whether a comparison holds in every case.  ``month >= 1月`` does not: it asks whether there is a month."""
    axis = space.axes[space.numbers[one.quantity]]
    return _has_figures(one) and not axis.domain & axis.unknown and axis.held(one) == axis.domain


def _range(one: Comparison, space: Space) -> str:
    axis = space.axes[space.numbers[one.quantity]]
    limits = range_text(space.scope.terms[one.names[0]], axis.range) if isinstance(axis, FigureAxis) else ""
    return limits if limits and len(one.names) == 1 else "从不成立" if one.negated else "总是成立"


def _said(entry: Entry) -> tuple[object, ...]:
    rule = entry.rule
    return (rule.status, rule.grade, rule.because.parts, rule.left_out, rule.basis) if isinstance(rule, Rule) else ()


def _parted_by_a_figure(first: Entry, second: Entry, space: Space) -> bool:
    """Whether one threshold more or less would make two conditions one."""
    if not (first.boxes and second.boxes and len(first.boxes) == len(second.boxes) == 1):
        return False
    whole = space.whole()
    one, other = whole | first.boxes[0], whole | second.boxes[0]
    differing = [number for number in whole if one[number] != other[number]]
    axis = space.axes[differing[0]] if len(differing) == 1 else None
    return isinstance(axis, FigureAxis) and _touch(one[differing[0]] | other[differing[0]], axis)


def _touch(cells: Cells, axis: FigureAxis) -> bool:
    """Whether cells, with the impossible ones between them, are one stretch."""
    stretch = (cells | ~axis.domain) & (axis.unknown - 1)
    return not stretch & (stretch + (stretch & -stretch))
