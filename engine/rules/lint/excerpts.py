"""The words of a comparison in the file, and where they stand."""

from __future__ import annotations

from engine.rules.file.faults import Faults, Place
from engine.rules.lint.comparisons import Comparison
from engine.rules.policy import Remark, Rule


def words_of(rule: Rule | Remark, comparison: Comparison) -> str:
    """The comparison as it is written."""
    return rule.when.text[slice(*comparison.span)].rstrip()


def place_of(faults: Faults, rule: Rule | Remark, comparison: Comparison | None = None) -> Place:
    """Where a condition stands, or one comparison of it; of one that fills more than a line, where it begins."""
    place = rule.at.get("when") or rule.at["id"]
    begin = place.column - 1 + faults.line(place.line, place.file)[place.column - 1 :].find(rule.when.text)
    if comparison is None or begin < place.column - 1:
        return place
    return place._replace(column=begin + comparison.span[0] + 1, width=len(words_of(rule, comparison)))
