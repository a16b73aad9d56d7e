"""What conditions are made of: comparisons of one quantity with a figure or a text, joined by and / or."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from engine.rules.lint.polynomials import Polynomial

Sign = Literal[">=", "<=", ">", "<", "==", "!="]


class Figures(NamedTuple):
    """What is compared with figures: an expression without its plain figure."""

    of: Polynomial


class Words(NamedTuple):
    """What is compared with texts: a term."""

    name: str


class Truth(NamedTuple):
    """What is or is not so: a term."""

    name: str


class Pair(NamedTuple):
    """Two terms whose texts are compared with each other."""

    names: tuple[str, str]


Quantity = Figures | Words | Truth | Pair


class Comparison(NamedTuple):
    """A quantity compared with a figure or a text; of a truth ``value`` says which it has to be.

    ``names`` are the terms as written, which all have to be known; ``span`` its characters in the condition, where it
    stands the other way round if it is ``negated``."""

    quantity: Quantity
    sign: Sign
    value: Fraction | str | bool
    names: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)
    negated: bool = False


class Joined(NamedTuple):
    """Comparisons of which all have to hold, or one."""

    all: bool
    parts: tuple[Form, ...]


Form = Comparison | Joined


def comparisons(form: Form) -> Iterator[Comparison]:
    """Every comparison, in the order of the condition."""
    if isinstance(form, Comparison):
        yield form
    else:
        for part in form.parts:
            yield from comparisons(part)
