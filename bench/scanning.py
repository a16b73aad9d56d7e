"""Quantities of the table, beside one bare `re` pass that only finds numbers with units.

The bare pass knows the unit words of definitions.txt and the scale words, and keeps nothing but the matches: no
Chinese numerals, bounds, ranges, names or exact values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clocks import forget, medians
from figures import Figure, per_second
from sample import Sample

_LEAST = 0.25


def figures(table: Sample) -> Iterator[Figure]:
    """Warm, and with the wording caches emptied before every round."""
    from engine.units import quantities

    bare = _bare()

    def ours() -> None:
        for cell in table.cells:
            quantities(cell)

    def beside() -> None:
        for cell in table.cells:
            for _ in bare.finditer(cell):
                pass

    def unread() -> None:
        forget()
        ours()

    times = medians({"ours": ours, "beside": beside, "unread": unread}, runs=101)
    rows = len(table.cells)
    for what, key in (("quantities, warm", "ours"), ("quantities, wording caches cleared", "unread")):
        yield Figure(
            what,
            per_second(rows, times[key]),
            f"bare re pass {per_second(rows, times['beside'])}",
            times["beside"] / times[key],
            ">= 0.25 of its speed" if key == "ours" else "",
            _LEAST if key == "ours" else None,
            least=True,
        )


def _bare() -> re.Pattern[str]:
    from engine.units.definitions import spellings

    words = sorted(spellings(), key=lambda word: (-len(word), word))
    return re.compile(rf"\d+(?:\.\d+)?[万亿]?(?:{'|'.join(map(re.escape, words))})")
