"""A case from a box: values of its terms that lie in all of its cells."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from engine.rules.language.terms import Term
from engine.rules.lint.axes import Axis, FigureAxis
from engine.rules.lint.boxes import Box
from engine.rules.lint.ranges import always_known, range_of
from engine.rules.lint.space import Space

MAX_TRIES = 500
"""Values that are tried before a box is given up; most boxes need one for each of their terms."""

Case = dict[str, Any]
"""The values of terms by name, None for what is not known."""

_SHARES = (Fraction(1, 2), Fraction(4, 5), Fraction(1), Fraction(1, 5), Fraction(0))
_FIGURES = (Fraction(10), Fraction(5), Fraction(20), Fraction(1), Fraction(0))
_PLACES = 10**8
"""An example has six decimals at most in percent, so that it can be written out."""


def case_of(space: Space, box: Box) -> Case | None:
    """A case that lies in a box, None where none was found.  It has every term that conditions may name; one that the
    box does not ask about is not known, or the plainest that there is where it always is."""
    return _Finder(space, box).case()


class _Finder:
    """Settles one term after the other, each so that the quantities that follow from it lie in their cells."""

    def __init__(self, space: Space, box: Box) -> None:
        self.scope = space.scope
        self.terms = space.scope.terms
        self.asked = [(space.axes[number], cells) for number, cells in box.items()]
        self.names = tuple(dict.fromkeys(name for axis, _ in self.asked for name in axis.names))
        self.tries = MAX_TRIES

    def case(self) -> Case | None:
        switches = {name: Fraction(0) for name in self.names if self.terms[name].constant is not None}
        settled = self._settled(switches)
        return None if settled is None else self._whole(settled)

    def _settled(self, case: Case) -> Case | None:
        """The case with values for the terms that have none yet."""
        open_names = [name for name in self.names if name not in case]
        if not open_names:
            return case if all(axis.cell(case) & cells for axis, cells in self.asked) else None
        name = min(open_names, key=lambda one: self._open_beside(one, case))
        for value in self._values(name, case):
            self.tries -= 1
            if self.tries < 0:
                break
            tried = {**case, name: value}
            if self._fits(name, tried) and (found := self._settled(tried)) is not None:
                return found
        return None

    def _about(self, name: str) -> list[tuple[Axis, int]]:
        return [(axis, cells) for axis, cells in self.asked if name in axis.names]

    def _open_beside(self, name: str, case: Case) -> int:
        """How many other terms are open in the quantity of this one that has the fewest."""
        return min(sum(other not in case for other in axis.names) for axis, _ in self._about(name))

    def _values(self, name: str, case: Case) -> Iterator[Any]:
        """Values worth trying: those that follow from the quantities of which all else is settled, or common ones."""
        about, term = self._about(name), self.terms[name]
        if any(cells == axis.unknown for axis, cells in about) and not always_known(term):
            yield None
        follows = [one for one in about if all(other in case or other == name for other in one[0].names)]
        for axis, cells in follows:
            yield from _solutions(axis, cells, name, case)
        if term.type not in ("text", "truth"):
            yield from _SHARES if term.type == "share" else _FIGURES
        if not always_known(term):
            yield None

    def _fits(self, name: str, case: Case) -> bool:
        """Whether a value is possible, can be written out, and leaves what is settled in its cells."""
        value = case[name]
        if isinstance(value, Fraction) and not (range_of(name, self.terms).has(value) and value * _PLACES % 1 == 0):
            return False
        settled = [one for one in self._about(name) if all(other in case for other in one[0].names)]
        return all(axis.cell(case) & cells for axis, cells in settled)

    def _whole(self, settled: Case) -> Case:
        case = {name: _plainest(term) for name, term in self.terms.items()} | settled
        if self.scope.kind:
            case["kind"] = self.scope.kind
        if case.get("completion") is not None and case.get("expected") is not None:
            held = case["kind"] == "cumulative" or case["scheduled"]
            case["gap"] = case["completion"] - case["expected"] if held else None
        return case


def _solutions(axis: Axis, cells: int, name: str, case: Case) -> Iterator[Any]:
    """Values of a term that put a quantity, of which all else is settled, into each of the cells."""
    if not isinstance(axis, FigureAxis):
        yield from axis.samples(cells) if len(axis.names) == 1 else ()
        return
    none, one = (axis.of.worked_out({**case, name: Fraction(figure)}) for figure in (0, 1))
    if none is not None and one is not None and none != one:
        for sample in axis.samples(cells):
            yield (sample - none) / (one - none)


def _plainest(term: Term) -> Any:
    if term.constant is not None:
        return term.constant
    if not always_known(term):
        return None
    return {"truth": False, "text": term.choices[0] if term.choices else "", "month": 12}.get(term.type, 0)
