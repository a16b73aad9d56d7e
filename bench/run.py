"""The budgets of speed, each beside what it is measured against: `make bench`.

Every pair is run by turns in the same minutes on the same machine and compared by its medians, because only the
ratio means anything on another machine.  Nothing fails here: a budget that is missed is printed as missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os.path import relpath

import assessing
import growing
import scanning
import starting
from figures import Figure, print_figures
from sample import Sample, sample

PARTS: tuple[tuple[str, Callable[[Sample], Iterator[Figure]]], ...] = (
    ("growth", growing.figures),
    ("quantities", scanning.figures),
    ("assessment", assessing.figures),
    ("start", starting.figures),
)


def main() -> None:
    """Measure every part and print one table."""
    table = sample()
    print(f"{relpath(table.path)}: {len(table.cells)} rows, {sum(map(len, table.cells))} characters")
    found: list[Figure] = []
    for name, measure in PARTS:
        print(f"measuring {name} …", flush=True)
        found += measure(table)
    print_figures(found)


if __name__ == "__main__":
    main()
