"""Texts are read with half-width punctuation; what is quoted from them keeps the words as written."""

from __future__ import annotations

from typing import TypeVar

from engine.model import Candidate, Reading, Statement, Target, Task
from engine.units import narrow

_Said = TypeVar("_Said", Target, Statement)


def narrowed(task: Task) -> Task:
    """The task as it is read; the same one where it has no full-width sign."""
    text, progress = narrow(task.text), narrow(task.progress)
    if (text, progress) == (task.text, task.progress):
        return task
    return task.model_copy(update={"text": text, "progress": progress})


def as_written(reading: Reading, task: Task) -> Reading:
    """The reading of a narrowed task with the words that stand in ``task`` itself."""
    target = reading.target
    said = {
        field: _quoted(statement, task.progress)
        for field in ("evidence", "reported_forecast", "completion")
        if (statement := getattr(reading, field)) is not None
    }
    candidates = tuple(_candidate(one, task.progress) for one in reading.candidates)
    own = target if target.source else _quoted(target, task.text)
    return reading.model_copy(update={"target": own, "candidates": candidates, **said})


def _quoted(said: _Said, text: str) -> _Said:
    return said.model_copy(update={"clause": text[slice(*said.span)]})


def _candidate(one: Candidate, text: str) -> Candidate:
    return one._replace(clause=text[slice(*one.span)])
