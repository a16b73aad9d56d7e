"""What the pipeline says on its own account: of dates, rows too long to be read whole, columns that are not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine import reading
from engine.documents import Document
from engine.model import Problem, Source, Task

NO_COLUMN = "表中没有完成情况一列"
"""Why a target is unreported where the table has no column for progress."""


def another_day(document: Document, day: date) -> list[Problem]:
    """A warning where the table is judged at a date of another year than the one it states, a note at another date."""
    stated = document.as_of
    if stated is None or stated == day:
        return []
    elsewhere = stated.year != day.year
    what = "不在同一年" if elsewhere else f"不同:没有写明月份的完成情况,按表头的日期算到{stated.month}月"
    return [
        Problem(
            code="date-differs",
            severity="warning" if elsewhere else "note",
            message=f"评判日期{day}与 {document.path} 表头写明的{stated}{what}",
            source=Source(path=document.path),
            suggestion="请核对 --as-of;不写 --as-of 就按表头的日期评判",
        )
    ]


def told_at(document: Document, day: date) -> date:
    """The day that the progress is told at: the one that the document states, unless it is of another year."""
    return document.as_of if document.as_of and document.as_of.year == day.year else day


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
