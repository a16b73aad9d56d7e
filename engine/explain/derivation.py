"""Why a task stands as it does: from the words in the source to the line of the rule, as data without a language."""

from __future__ import annotations

from typing import NamedTuple

from engine.explain.figures import unanswered_share
from engine.explain.places import place_of
from engine.explain.shares import one_decimal
from engine.explain.speech import Language, Phrase, phrase, render, say, term
from engine.explain.targets import Line, target_lines
from engine.explain.visible import cells
from engine.model import Status, TargetResult, TaskResult, Verdict


class Section(NamedTuple):
    """A heading and the labelled lines under it."""

    title: Phrase
    lines: tuple[Line, ...]

    def text(self, lang: Language) -> str:
        """The heading, then a line for each fact, what stands behind the labels aligned."""
        labels = [say(lang, label) for label, _ in self.lines]
        width = max(map(cells, labels), default=0)
        pairs = zip(labels, self.lines, strict=True)
        rows = [f"  {label}{' ' * (width - cells(label))}  {render(said, lang)}" for label, (_, said) in pairs]
        return "\n".join([render(self.title, lang), *rows])


class Explanation(NamedTuple):
    """The derivation of one task: a section on the task, then one on each of its targets."""

    task_id: str
    sections: tuple[Section, ...]

    def text(self, lang: Language = "zh") -> str:
        """The whole explanation as plain text, one fact a line, an empty line between sections."""
        return "\n\n".join(section.text(lang) for section in self.sections)

    def __str__(self) -> str:
        return self.text()


def why(task: TaskResult, rules_path: str = "rules.yaml") -> Explanation:
    """The explanation of a judged task; `rules_path` is the rules file as it is to be cited."""
    told = (result for result in task.targets if not unanswered_share(result))
    targets = (_target_section(result, task, rules_path) for result in told)
    return Explanation(task.task.id, (_task_section(task), *targets))


def _task_section(task: TaskResult) -> Section:
    title = phrase("task.title", id=task.task.id, status=graded(task), basis=term("basis", task.basis))
    source = task.task.source
    lines: list[Line] = [
        ("label.units", phrase("units", lead=_names(task.roles.lead), co=_names(task.roles.co))),
        ("label.source", phrase("place.file", path=source.path, place=place_of(source))),
        ("label.task", _or_none(task.task.text)),
        ("label.progress", _or_none(task.task.progress)),
        ("label.because", phrase("text", text=task.because)),
        ("label.points", _points(task)),
    ]
    if not task.targets:
        lines.append(("label.no_targets", phrase("task.no_targets")))
    if task.review:
        lines.append(("label.review", phrase("text", text=task.review)))
    return Section(title, tuple(lines))


def _target_section(result: TargetResult, task: TaskResult, rules_path: str) -> Section:
    title = phrase("target.title", id=result.reading.target.id, status=graded(result.verdict))
    return Section(title, tuple(target_lines(result, task, rules_path)))


def graded(judged: TaskResult | Verdict) -> Phrase:
    """How something stands: the grade that the rules give in Chinese, the status in English."""
    return phrase("graded", grade=judged.grade, status=term("status", judged.status))


def _points(task: TaskResult) -> Phrase:
    """The points, and how many targets they leave out."""
    points = _or_none(one_decimal(task.points), "not_judged")
    statuses = [result.verdict.status for result in task.targets if not result.verdict.left_out]
    left_out: tuple[Status, ...] = ("unreported", "unrated")
    parts = (phrase("points.part", status=term("status", one), count=statuses.count(one)) for one in left_out)
    named = tuple(part for part, one in zip(parts, left_out, strict=True) if one in statuses)
    return phrase("points.without", points=points, parts=named) if named and task.points is not None else points


def _names(units: tuple[str, ...]) -> Phrase | tuple[Phrase, ...]:
    return tuple(phrase("text", text=unit) for unit in units) or phrase("none")


def _or_none(text: str | None, otherwise: str = "none") -> Phrase:
    return phrase("text", text=text) if text else phrase(otherwise)
