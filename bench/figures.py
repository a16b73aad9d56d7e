"""What was measured, as rows of one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One measurement: ours, what stands beside it, their ratio, and the budget for the ratio.

    ``limit`` is the budget as a number: a ceiling, or a floor where ``least`` is true; None where the row is only
    for information.
    """

    what: str
    ours: str
    beside: str
    ratio: float
    budget: str = ""
    limit: float | None = None
    least: bool = False

    @property
    def verdict(self) -> str:
        """ok, MISSED, or nothing where there is no budget."""
        if self.limit is None:
            return ""
        kept = self.ratio >= self.limit if self.least else self.ratio <= self.limit
        return "ok" if kept else "MISSED"


def print_figures(found: Sequence[Figure]) -> None:
    """The table, with columns as wide as what stands in them."""
    head = ("what", "ours", "beside it", "ratio", "budget", "ok?")
    lines = [head, *((f.what, f.ours, f.beside, f"{f.ratio:.2f}", f.budget, f.verdict) for f in found)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


def milliseconds(seconds: float) -> str:
    """1.234 s → "1234.0 ms"."""
    return f"{seconds * 1000:.1f} ms"


def per_second(rows: float, seconds: float) -> str:
    """Rows in seconds → "1,234 rows/s"."""
    return f"{rows / seconds:,.0f} rows/s"
