"""Cold starts, each a process of its own, beside a fresh process that only imports pydantic.

`import pydantic` hands out its names lazily, so that the class everyone uses is not yet loaded; the figures beside
`from pydantic import BaseModel` and beside a bare interpreter are printed for that reason.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from clocks import medians
from figures import Figure, milliseconds
from sample import ROOT, Sample

_RUNS = 15
_BUDGETS = {"import engine": 1.5, "engine assess, cold to printed table": 6.0}
_BESIDE = {
    "bare interpreter": ("-c", "pass"),
    "import pydantic": ("-c", "import pydantic"),
    "from pydantic import BaseModel": ("-c", "from pydantic import BaseModel"),
}


def figures(table: Sample) -> Iterator[Figure]:
    """`import engine` and `engine assess`, each beside every start there is to compare with."""
    ours = {
        "import engine": ("-c", "import engine"),
        "engine assess, cold to printed table": _assess(table),
    }
    times = medians({name: partial(_start, command) for name, command in {**ours, **_BESIDE}.items()}, runs=_RUNS)
    for what, most in _BUDGETS.items():
        for beside in ("import pydantic", "from pydantic import BaseModel", "bare interpreter"):
            budget = (f"<= {most:g} times", most) if beside == "import pydantic" else ("", None)
            shown = f"{beside} {milliseconds(times[beside])}"
            yield Figure(what, milliseconds(times[what]), shown, times[what] / times[beside], *budget)


def _assess(table: Sample) -> tuple[str, ...]:
    return ("-m", "engine", "assess", str(table.path), "--as-of", table.as_of.isoformat())


def _start(arguments: tuple[str, ...]) -> None:
    """Run one process of our own Python to its end.  Raises where it could not do its work (status 2 and more)."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=os.environ, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode(errors="replace"))
