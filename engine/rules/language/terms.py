"""What a condition or a sentence in rules.yaml may name: terms with a type, a Chinese title and a meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Literal, NamedTuple

from engine.model import Kind

TermType = Literal["share", "amount", "number", "month", "text", "truth"]
"""``share`` is a portion (50% is 1/2); ``amount`` a figure in the target's unit, a share where that is %;
``month`` a month or a number of months; ``number`` a count."""

TYPE_TITLES: Mapping[TermType, str] = {
    "share": "份额",
    "amount": "数量",
    "number": "个数",
    "month": "月份或月数",
    "text": "文字",
    "truth": "是非",
}


class Term(NamedTuple):
    """A named term.  ``work_out`` gives its value from the facts, None where it is not known;
    ``show`` gives it in words; ``choices`` are the only texts that it can be.  ``kinds`` are the only kinds of target
    that it can be known of, all where empty; ``constant`` is the value of a threshold, which no fact changes."""

    name: str
    type: TermType
    title: str
    meaning: str
    work_out: Callable[[Any], Any]
    show: Callable[[Any], str]
    choices: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    constant: Any = None

    def value(self, facts: Any) -> Any:
        """The value, worked out at most once for the facts; None where it is not known."""
        return facts[self.name] if self.constant is None else self.constant


Terms = Mapping[str, Term]


class Facts(dict[str, Any]):
    """The terms of one case by name, each worked out when first asked for and then kept."""

    terms: ClassVar[Terms] = MappingProxyType({})

    def __missing__(self, name: str) -> Any:
        value = self[name] = self.terms[name].work_out(self)
        return value


Show = Callable[[Any], str]
Decorator = Callable[[Callable[[Any], Any]], Callable[[Any], Any]]


class Vocabulary(dict[str, Term]):
    """A table of terms that is filled by decorating the functions that work them out."""

    def term(
        self,
        type_: TermType,
        title: str,
        show: Show | None = None,
        choices: tuple[str, ...] = (),
        kinds: tuple[Kind, ...] = (),
    ) -> Decorator:
        """Enter the decorated function under its own name; its docstring is the meaning of the term."""

        def enter(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
            name = function.__name__
            meaning = " ".join((function.__doc__ or "").split())
            self[name] = Term(name, type_, title, meaning, function, show or _shown_plainly(name), choices, kinds)
            return function

        return enter


def _shown_plainly(name: str) -> Show:
    return lambda facts: str(facts[name])
