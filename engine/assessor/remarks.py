"""What the pipeline says on its own account: of dates, rows too long to be read whole, columns that are not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine import reading
from engine.documents import Document
from engine.model import Problem, Source, Task

NO_COLUMN = "表中没有完成情况一列"
"""Why a target is unreported where the table has no column for progress."""


def another_year(document: Document, day: date) -> list[Problem]:
    """A warning where the table is judged at a date of another year than the one it states."""
    if document.as_of is None or document.as_of.year == day.year:
        return []
    return [
        Problem(
            code="date-differs",
            severity="warning",
            message=f"评判日期{day}与 {document.path} 表头写明的{document.as_of}不在同一年",
            source=Source(path=document.path),
            suggestion="请核对 --as-of;不写 --as-of 就按表头的日期评判",
        )
    ]


def too_long(tasks: Sequence[Task]) -> list[Problem]:
    """A warning for each task of which only a part was read."""
    return [
        Problem(
            code="row-too-long",
            severity="warning",
            message=f"任务{task.id}太长:{what}",
            source=task.source,
            suggestion="请把这一行拆成几行再评",
        )
        for task in tasks
        if (what := reading.unread(task))
    ]


def no_date(document: Document) -> Problem:
    """An error that asks for the date."""
    return Problem(
        code="no-date",
        severity="error",
        message=f"不知道 {document.path} 按哪一天评判:没有指定评判日期,文件表头之前也没有写明截止日期",
        source=Source(path=document.path),
        suggestion="请用 --as-of 给出日期,例如 --as-of 2023-06-30",
    )
