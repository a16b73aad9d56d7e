"""Time and memory as the table grows: the same rows 1, 10 and 50 times over, each size in a process of its own.

Linux hands the peak of a process on to the processes that it starts, so this part runs while ours is still small.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from figures import Figure
from sample import ROOT, Sample

_TIMES = (1, 10, 50)
_MOST = 1.5
"""How much more a row may cost in the largest table than in the one before, in time and in memory."""


class Run(NamedTuple):
    """One assessment: its rows, its seconds, and by how many bytes it raised the peak of the process."""

    rows: int
    seconds: float
    grown: int


def figures(table: Sample) -> Iterator[Figure]:
    """Cost of a row at each size beside its cost at the size before."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [_run(_repeated(table, times, Path(folder)), table.as_of) for times in _TIMES]
    for before, run in pairwise(runs):
        last = run is runs[-1]
        yield _figure("time a row", before, run, [r.seconds / r.rows * 1e6 for r in (before, run)], "µs", last)
        yield _figure("peak memory a row", before, run, [r.grown / r.rows / 1024 for r in (before, run)], "KiB", last)


def _figure(what: str, before: Run, run: Run, costs: list[float], unit: str, judged: bool) -> Figure:
    budget = (f"<= {_MOST:g} times (linear)", _MOST) if judged else ("", None)
    ours, beside = f"{costs[1]:.1f} {unit}", f"{before.rows:,} rows: {costs[0]:.1f} {unit}"
    return Figure(f"{what}, {run.rows:,} rows", ours, beside, costs[1] / costs[0] if costs[0] else 0.0, *budget)


def _repeated(table: Sample, times: int, folder: Path) -> Path:
    """A table with the rows so many times over, numbered through."""
    from engine.documents import read

    tasks = read(table.path).tasks * times
    rows = (
        f"{number} | {task.text} | {task.progress} | {task.units} |".replace("\n", " ")
        for number, task in enumerate(tasks, 1)
    )
    path = folder / f"rows{times}.txt"
    path.write_text("\n".join(("序号 | 主要工作任务 | 完成情况 | 牵头单位 |", *rows)), encoding="utf-8")
    return path


def _run(path: Path, as_of: date) -> Run:
    command = [sys.executable, __file__, str(path), as_of.isoformat()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return Run(*json.loads(done.stdout))


def _measure(path: str, as_of: str) -> Run:
    """Assess one file in this process, once the engine is warm."""
    from resource import RUSAGE_SELF, getrusage
    from time import perf_counter

    import engine
    from engine import assessor

    engine.assess(ROOT / "examples" / "midyear.txt", as_of="2023-06-30")
    peak, start = getrusage(RUSAGE_SELF).ru_maxrss, perf_counter()
    outcome = assessor.run(path, date.fromisoformat(as_of))
    seconds = perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    rows = len(outcome.report.tasks) if outcome.report else 0
    return Run(rows, seconds, (getrusage(RUSAGE_SELF).ru_maxrss - peak) * unit)


if __name__ == "__main__":
    print(json.dumps(_measure(*sys.argv[1:])))
