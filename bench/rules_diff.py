"""The diff of two rule books on a table, beside one assessment of it: each document is read once for both.

Run by itself, it prints its own rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from clocks import medians
from figures import Figure, milliseconds, print_figures
from sample import Sample, sample

_MOST = 2
_OWN = "extends: 自带规则\nmeta: {name: 原, version: 1}\n"
_TRIED = "cumulative.tolerance=5%"
_MANY = """
calendar: {schedule: 加快}
schedules: {加快: {shape: line, points: {6月: 60%, 12月: 120%}}}
"""
"""An edit by which many targets move: every one of them is to be explained."""


def figures(table: Sample) -> Iterator[Figure]:
    """Warm, books loaded: an edit that moves little, and one that moves much."""
    from engine import assessor
    from engine.rules import Change, loads
    from engine.trials.impact import impact

    old, little, much = (
        loads(_OWN, "old.yaml").book,
        loads(_OWN, "new.yaml", [Change.of(_TRIED)]).book,
        loads(_OWN + _MANY, "new.yaml").book,
    )
    if old is None or little is None or much is None:
        raise RuntimeError("the rules of this benchmark are broken")
    works = {
        "one": partial(assessor.run, table.path, table.as_of),
        "little": partial(impact, old, little, [table.path], table.as_of),
        "much": partial(impact, old, much, [table.path], table.as_of),
    }
    for work in works.values():
        work()
    times = medians(works)
    beside = f"one assessment {milliseconds(times['one'])}"
    for what, key in (("diff of two books, one threshold", "little"), ("diff of two books, another schedule", "much")):
        ours, ratio = milliseconds(times[key]), times[key] / times["one"]
        yield Figure(what, ours, beside, ratio, f"< {_MOST} times", _MOST)


if __name__ == "__main__":
    print_figures(list(figures(sample())))
