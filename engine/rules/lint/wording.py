"""Cases, figures and rules in the words of messages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.model import RuleRef
from engine.rules.display import figure_text
from engine.rules.file.faults import listed
from engine.rules.language.terms import Term, Terms
from engine.rules.lint.boxes import Box
from engine.rules.lint.examples import Case
from engine.rules.lint.ranges import Range
from engine.rules.lint.space import Space

KIND_TITLES = {
    "cumulative": "累计类",
    "growth": "增长类",
    "coverage": "覆盖类",
    "gauge": "水平类",
    "milestone": "节点类",
    "relative": "比较类",
}


def told(case: Case, names: Iterable[str], terms: Terms) -> str:
    """Some terms of a case: “completion 为55%、meets 不成立、没有 month”."""
    names = tuple(names)
    known = [_told(terms[name], case[name]) for name in names if case[name] is not None]
    unknown = [name for name in names if case[name] is None]
    return listed([*known, *([f"没有 {listed(unknown)}"] if unknown else [])])


def figure_of(term: Term, value: Any) -> str:
    """A value of a term with its unit."""
    if term.type == "share":
        return figure_text(value * 100) + "%"
    if term.type == "month":
        return term.show({term.name: figure_text(value)})
    return f"“{value}”" if term.type == "text" else figure_text(value)


def asked_names(space: Space, box: Box, case: Case) -> tuple[str, ...]:
    """The terms that a box asks about; of a quantity that is not known in the case, those that are not."""
    names: dict[str, None] = {}
    for number in box:
        axis = space.axes[number]
        unknown = axis.cell(case) == axis.unknown
        names |= dict.fromkeys(name for name in axis.names if not unknown or case[name] is None)
    return tuple(name for name in names if space.scope.terms[name].constant is None)


def lines(refs: Iterable[RuleRef]) -> str:
    """Where rules stand: 第9、12行, and 自带规则第9行 for those of the packaged file."""
    by_file: dict[str, list[str]] = {}
    for ref in refs:
        by_file.setdefault(ref.file or "", []).append(str(ref.line))
    return listed(f"{file}第{listed(dict.fromkeys(numbers))}行" for file, numbers in by_file.items())


def _told(term: Term, value: Any) -> str:
    if term.type == "truth":
        return f"{term.name} {'成立' if value else '不成立'}"
    return f"{term.name} 为{figure_of(term, value)}"


def range_text(term: Term, within: Range) -> str:
    """What the figures of a term can be: “month 只会是1月至12月”; empty where they can be anything."""
    least, greatest = (None if end is None else figure_of(term, end) for end in within[:2])
    if least and greatest:
        return f"{term.name} 只会是{least}至{greatest}"
    return f"{term.name} 不会低于{least}" if least else f"{term.name} 不会高于{greatest}" if greatest else ""
