"""Corpora of the checks: each is a text file of rules, each rule a few phrasings with what is said of them.

    # what the rule says
    words of the task | words of the progress | 相符, or 不符 with the arithmetic, or 无 where nothing can be said

More tasks follow before the verdict where a check compares several.  A cell that begins with "!" marks what the
engine is known to get wrong, and why it matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from engine import reading
from engine.checks import relations
from engine.checks.relations import Relation
from engine.model import Source, Task

JUNE = date(2023, 6, 30)


class Row(NamedTuple):
    """One line of a corpus with the rule above it."""

    rule: str
    cells: tuple[str, ...]
    verdict: str


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``row`` every line of the corpus that its module names in ``CORPUS``."""
    if "row" in metafunc.fixturenames:
        metafunc.parametrize("row", list(_rows(metafunc.module.CORPUS)))


def _rows(name: str) -> Iterator[object]:
    rule = ""
    text = (Path(__file__).parent / "corpora" / f"{name}.txt").read_text("utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#"):
            rule = line.lstrip("# ")
        elif line.strip():
            cells = [cell.strip() for cell in line.split("|")]
            known = [cell[1:] for cell in cells if cell.startswith("!")]
            *texts, verdict = [cell for cell in cells if not cell.startswith("!")]
            marks = [pytest.mark.xfail(strict=True, reason=reason) for reason in known]
            yield pytest.param(Row(rule, tuple(texts), verdict), id=f"{number}-{texts[-1]}", marks=marks)


def _task(number: int, text: str, progress: str, **more: object) -> Task:
    cells = {
        "text": Source(path="表.xlsx", row=number + 1, column=2, offset=1000 * number),
        "progress": Source(path="表.xlsx", row=number + 1, column=3, offset=1000 * number + 500),
    }
    source = Source(path="表.xlsx", row=number + 1)
    return Task(id=str(number), text=text, progress=progress, source=source, cells=cells, **{"units": "", **more})


@pytest.fixture(scope="session")
def task_of() -> Callable[..., Task]:
    """``task_of(number, text, progress, units=…)``: a task of a table, its two texts in the second and third column."""
    return _task


@pytest.fixture(scope="session")
def recompute() -> Callable[..., list[Relation]]:
    """``recompute(text, progress, text, progress, …)``: what is recomputed in these tasks, by the end of June 2023.

    Tasks may be given instead of texts.
    """

    def run(*given: str | Task, as_of: date = JUNE) -> list[Relation]:
        tasks = [one for one in given if isinstance(one, Task)]
        texts = [one for one in given if isinstance(one, str)]
        tasks += [_task(n + 1, texts[2 * n], texts[2 * n + 1]) for n in range(len(texts) // 2)]
        settled = reading.settled(tasks, [reading.read(task, as_of) for task in tasks], {})
        return list(relations(tasks, settled, as_of))

    return run


@pytest.fixture(scope="session")
def holds_as_said(recompute: Callable[..., list[Relation]]) -> Callable[[Row, str], None]:
    """``holds_as_said(row, code)`` fails where the relations of a code are not what the row says."""

    def compare(row: Row, code: str) -> None:
        found = [one for one in recompute(*row.cells) if one.code == code]
        said = [one.problem.message for one in found if one.problem]
        wanted, _, arithmetic = row.verdict.partition(" ")
        verdict = "无" if not found else "不符" if said else "相符"
        assert verdict == wanted, f"{row.rule}: {said or [[place.words for place in one.places] for one in found]}"
        assert all(part in "".join(said) for part in arithmetic.split()), f"{row.rule}: {said}"

    return compare
