"""All the cases that the conditions of one list tell apart, and where in them a condition holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from engine.model import Kind
from engine.rules.language.terms import Terms
from engine.rules.lint.axes import Axis, FigureAxis, TextAxis
from engine.rules.lint.boxes import Box, all_met, joined, met, within
from engine.rules.lint.comparisons import Comparison, Figures, Form, Quantity, Truth, Words, comparisons

_KIND, _SCHEDULED = Words("kind"), Truth("scheduled")
ON_BOARDS = ("rank", "rank_from_last", "peers", "average")
"""The terms that are known of the targets of a board only."""


class Scope(NamedTuple):
    """What the conditions of a list are about: its terms, the one kind of targets that it is for (None for all), the
    labels that indicators have, and whether there are boards."""

    terms: Terms
    kind: Kind | None = None
    labels: tuple[str, ...] = ()
    boards: bool = False

    def never_known(self, name: str) -> bool:
        """Whether a term has no value in any case of the list."""
        kinds = self.terms[name].kinds
        return (name in ON_BOARDS and not self.boards) or bool(self.kind and kinds and self.kind not in kinds)


class Space:
    """The axes of a list of conditions."""

    def __init__(self, scope: Scope, forms: Iterable[Form | None]) -> None:
        self.scope = scope
        values: dict[Quantity, list[Any]] = defaultdict(list)
        if "kind" in scope.terms:
            values[_KIND], values[_SCHEDULED] = [], []
        for form in forms:
            for comparison in comparisons(form) if form else ():
                values[comparison.quantity].append(comparison.value)
        self.numbers = {quantity: number for number, quantity in enumerate(values)}
        self.axes = [self._axis(quantity, found) for quantity, found in values.items()]
        for axis in self.axes:
            if any(scope.never_known(name) for name in axis.names):
                axis.domain = axis.unknown

    def boxes(self, form: Form | None) -> list[Box] | None:
        """Where a condition holds; nowhere where there are no boxes.  None where that cannot be said."""
        if form is None:
            return None
        if isinstance(form, Comparison):
            box = self.box(form)
            return [] if box is None else [box]
        found = [self.boxes(part) for part in form.parts]
        parts = [boxes for boxes in found if boxes is not None]
        if len(parts) < len(found):
            return None
        return all_met(parts) if form.all else joined([box for boxes in parts for box in boxes])

    def box(self, comparison: Comparison) -> Box | None:
        """Where a comparison holds, None where it never does."""
        number = self.numbers[comparison.quantity]
        box: Box | None = {number: self.axes[number].held(comparison)}
        for name in comparison.names:
            box = box and met(box, self.implied(name))
        return box if box and all(box.values()) else None

    def implied(self, name: str) -> Box:
        """What else is so where a term is known: its kind of target, and a schedule where there is a gap to one."""
        implied: Box = {}
        kinds = self.scope.terms[name].kinds
        if kinds and not self.scope.kind:
            implied |= self._one_of(_KIND, kinds)
        if name == "gap" and self.scope.kind != "cumulative":  # an amount with a completion always has a schedule
            implied |= self._one_of(_SCHEDULED, (True,))
        return implied

    def lies_in(self, inner: Box, outer: Box) -> bool:
        """Whether every case of one box lies in another."""
        return within(inner, outer, self.whole())

    def whole(self) -> Box:
        """Every case."""
        return {number: axis.domain for number, axis in enumerate(self.axes)}

    def known(self) -> Box:
        """Every case of which all is known that can be known."""
        return {number: axis.domain & ~axis.unknown or axis.domain for number, axis in enumerate(self.axes)}

    def _one_of(self, quantity: Words | Truth, texts: Iterable[Any]) -> Box:
        number = self.numbers[quantity]
        cells = 0
        for text in texts:
            cells |= self.axes[number].held(Comparison(quantity, "==", text))
        return {number: cells}

    def _axis(self, quantity: Quantity, values: Sequence[Any]) -> Axis:
        terms = self.scope.terms
        if isinstance(quantity, Figures):
            return FigureAxis(quantity, values, terms)
        if not isinstance(quantity, Words):
            return TextAxis(quantity, (False, True), True, terms)
        label = quantity.name == "label"
        choices = terms[quantity.name].choices
        texts = self.scope.labels if label else choices or values
        axis = TextAxis(quantity, texts, label or bool(choices), terms)
        if quantity == _KIND and self.scope.kind:
            axis.domain = axis.held(Comparison(_KIND, "==", self.scope.kind))
        return axis
