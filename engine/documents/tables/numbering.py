"""The numbers of tasks: unique, as given wherever that is possible."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import count

from engine.documents.rows import Table
from engine.model import Problem, Task
from engine.units import narrow


def numbered(tasks: Sequence[Task], column: bool) -> tuple[tuple[Task, ...], tuple[Problem, ...]]:
    """The tasks with unique ids in half-width signs: an empty one is counted, a repeated one gets a suffix; each such
    change is a Problem.

    ``column`` says whether the table has a column of numbers at all; without one, all are counted and none reported.
    """
    tasks = [task if task.id.isascii() else task.model_copy(update={"id": narrow(task.id)}) for task in tasks]
    numbers = _Numbers({task.id for task in tasks if task.id})
    done: list[Task] = []
    problems: list[Problem] = []
    for ordinal, task in enumerate(tasks, start=1):
        number = numbers.take(task.id or str(ordinal), task.source.row, given=bool(task.id))
        if number != task.id and column:
            problems.append(_changed(task, number, numbers.rows.get(task.id)))
        done.append(task if number == task.id else task.model_copy(update={"id": number}))
    return tuple(done), tuple(problems)


class _Numbers:
    """Numbers handed out so far with their rows; a number that some row was given is kept for that row."""

    def __init__(self, given: set[str]) -> None:
        self.given = given
        self.rows: dict[str, int | None] = {}
        self._suffixes: dict[str, Iterator[int]] = {}

    def take(self, wanted: str, row: int | None, *, given: bool) -> str:
        number = wanted
        if wanted in self.rows or (wanted in self.given and not given):
            suffixes = self._suffixes.setdefault(wanted, count(2))
            number = next(name for n in suffixes if self._free(name := f"{wanted}-{n}"))
        self.rows[number] = row
        return number

    def _free(self, number: str) -> bool:
        return number not in self.given and number not in self.rows


def _changed(task: Task, number: str, first: int | None) -> Problem:
    source = task.source.model_copy(update={"offset": None})
    if not task.id:
        message = f"第{source.row}行没有序号,按顺序记为“{number}”。"
        return Problem(code="row-no-id", severity="note", message=message, source=source)
    message = f"序号“{task.id}”重复:第{first}行和第{source.row}行都用了它,第{source.row}行改记为“{number}”。"
    suggestion = "请核对序号,使每项任务的序号各不相同。"
    return Problem(code="row-same-id", severity="warning", message=message, source=source, suggestion=suggestion)


def renumbered(
    tasks: tuple[Task, ...], ordinal: int, taken: Container[str], table: Table
) -> tuple[tuple[Task, ...], tuple[Problem, ...]]:
    """The tasks of a later table; where their numbers begin anew, all get the table's number in front (表2-1)."""
    if not any(task.id in taken for task in tasks):
        return tasks, ()
    prefix = f"表{ordinal}-"
    message = f"{table.name or f'第{ordinal}张表'}的序号与前面的表重复,各项任务记为“{prefix}{tasks[0].id}”这样的序号。"
    note = Problem(code="table-numbers", severity="note", message=message, source=tasks[0].source)
    return tuple(task.model_copy(update={"id": prefix + task.id}) for task in tasks), (note,)
