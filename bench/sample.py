"""The table that everything is measured on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "midyear.txt"
REAL = "shared/seeds/000_*.txt"
"""The real table, where it lies beside the repository."""


class Sample(NamedTuple):
    """A table: its path, the date it is judged at, and the text of each row (task and progress)."""

    path: Path
    as_of: date
    cells: tuple[str, ...]


def sample() -> Sample:
    """The real table where it is there, else the example of the repository."""
    from engine.documents import read

    path = next(iter(sorted(ROOT.parent.glob(REAL))), EXAMPLE)
    tasks = read(path).tasks
    return Sample(path, date(2023, 6, 30), tuple(f"{task.text}\n{task.progress}" for task in tasks))
