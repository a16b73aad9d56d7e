"""Corpora of office prose: each is a text file of rules of the language, each rule a few phrasings.

    # what the rule says
    words of the task | words of the progress | what has to be read

A cell that begins with "!" marks what the engine is known to read wrongly, and why it matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.model import Reading, Source, Task
from engine.reading import read

JUNE = date(2023, 6, 30)


class Row(NamedTuple):
    """One line of a corpus with the rule above it."""

    rule: str
    cells: tuple[str, ...]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``row`` every line of the corpora that its module names in ``CORPORA``."""
    if "row" in metafunc.fixturenames:
        metafunc.parametrize("row", [row for name in metafunc.module.CORPORA for row in _rows(name)])


def _rows(name: str) -> Iterator[object]:
    rule = ""
    for number, line in enumerate(
        (Path(__file__).parent / "corpora" / f"{name}.txt").read_text("utf-8").split("\n"), 1
    ):
        if line.startswith("#"):
            rule = line.lstrip("# ")
        elif line.strip():
            cells = [cell.strip() for cell in line.split("|")]
            known = [cell[1:] for cell in cells if cell.startswith("!")]
            row = Row(rule, tuple(cell for cell in cells if not cell.startswith("!")))
            marks = [pytest.mark.xfail(strict=True, reason=reason) for reason in known]
            yield pytest.param(row, id=f"{name}-{number}-{row.cells[0]}", marks=marks)


@pytest.fixture(scope="session")
def read_task() -> Callable[..., list[Reading]]:
    """``read_task(text, progress="", as_of=…)``: the readings of one task, by default as of the end of June."""

    def make(text: str, progress: str = "", as_of: date = JUNE) -> list[Reading]:
        return read(Task(id="1", text=text, progress=progress, units="", source=Source(path="(文本)")), as_of)

    return make
