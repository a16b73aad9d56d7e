"""What a script sees: a report that answers questions, as thin views over the frozen records of `engine.model`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from engine import model
from engine.explain import Explanation, problem_text, why
from engine.reports.ranking import targets_worst_first, worst_first
from engine.rules import RulesFile

if TYPE_CHECKING:
    from engine import documents
    from engine.graph import ResponsibilityGraph

DEFAULT_RULES = "rules.yaml"


class EngineError(Exception):
    """The input could not be assessed at all; `problems` say why, and what to do."""

    def __init__(self, problems: tuple[model.Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(problem_text, self.problems))


class AssessedTask:
    """One task with its verdict; `record` is the frozen record behind it."""

    def __init__(self, record: model.TaskResult, rules_path: str = DEFAULT_RULES) -> None:
        self.record = record
        self._rules_path = rules_path

    @property
    def id(self) -> str:
        """The task's number as the document has it."""
        return self.record.task.id

    @property
    def text(self) -> str:
        """The task as the document words it."""
        return self.record.task.text

    @property
    def status(self) -> model.Status:
        """done, on_track, lagging or unrated, rolled up from the targets."""
        return self.record.status

    @property
    def grade(self) -> str:
        """The status in the words of the rules (超序时)."""
        return self.record.grade

    @property
    def points(self) -> Fraction | None:
        """0 to 100, exact; None where nothing could be judged."""
        return self.record.points

    @property
    def lead(self) -> tuple[str, ...]:
        """The lead units."""
        return self.record.roles.lead

    @property
    def targets(self) -> tuple[model.TargetResult, ...]:
        """The targets with their readings and verdicts, in the order of the text."""
        return self.record.targets

    @property
    def worst(self) -> model.TargetResult | None:
        """The target that stands worst, one that was judged if any was; None for a task without targets."""
        return next(iter(targets_worst_first(self.record)), None)

    @property
    def forecast(self) -> model.Forecast | None:
        """The year-end forecast of the worst target, or its refusal; None for a task without targets."""
        return self.worst.verdict.forecast if self.worst else None

    def why(self) -> Explanation:
        """How the verdict came about; printing it gives the text."""
        return why(self.record, self._rules_path)

    def __repr__(self) -> str:
        return f"<AssessedTask {self.id} {self.status}>"


class Report:
    """An assessed document; `record` is the frozen record behind it."""

    def __init__(self, record: model.Report, rules_path: str = DEFAULT_RULES) -> None:
        self.record = record
        self._rules_path = rules_path

    @cached_property
    def tasks(self) -> tuple[AssessedTask, ...]:
        """All tasks in the order of the document."""
        return tuple(AssessedTask(task, self._rules_path) for task in self.record.tasks)

    @property
    def lagging(self) -> list[AssessedTask]:
        """The tasks that lag, the worst gap first, then those without a schedule by how far they fall short."""
        late = [task for task in self.record.tasks if task.status == "lagging"]
        return [AssessedTask(task, self._rules_path) for task in worst_first(late)]

    @property
    def units(self) -> tuple[model.UnitStanding, ...]:
        """How the tasks stand that each unit leads and supports."""
        return self.record.units

    @property
    def problems(self) -> tuple[model.Problem, ...]:
        """What was wrong with the document or the rules."""
        return self.record.problems

    @property
    def checks(self) -> tuple[model.Problem, ...]:
        """Where the document disagrees with itself."""
        return self.record.checks

    @cached_property
    def graph(self) -> ResponsibilityGraph:
        """Tasks and units with their roles; `graph.unit("建设局")` is one unit's part."""
        from engine.graph import responsibility_graph

        return responsibility_graph(self.record)

    def why(self, task_id: str) -> Explanation:
        """How the verdict on a task came about.  Raises KeyError where no task has that number."""
        return self[task_id].why()

    def to_json(self) -> str:
        """The report as JSON, `engine.report/1`."""
        from engine.reports.json import to_json

        return to_json(self.record)

    def __getitem__(self, task_id: str) -> AssessedTask:
        return self._by_id[task_id]

    def __iter__(self) -> Iterator[AssessedTask]:
        return iter(self.tasks)

    def __len__(self) -> int:
        return len(self.tasks)

    def __repr__(self) -> str:
        return f"<Report {self.record.document.path} {len(self)} tasks, {len(self.lagging)} lagging>"

    @cached_property
    def _by_id(self) -> dict[str, AssessedTask]:
        # The first of two tasks with one number answers to it: the document's order is the only claim they have.
        return {task.id: task for task in reversed(self.tasks)}


def assess(
    path: str | PathLike[str],
    as_of: date | str | None = None,
    rules: str | PathLike[str] | RulesFile | None = None,
    layout: str | PathLike[str] | Mapping[str, Any] | None = None,
) -> Report:
    """Assess a document.

    `as_of` is a date or "YYYY-MM-DD"; without it the date counts that the document states.  `rules` is a rules
    file, or a RulesFile; without it the rules that come with the engine.  `layout` is a layout file, or what would
    stand in one: `{"columns": {"任务": "工作内容"}, "areas": ["甲区", "乙区"]}`.

    Raises EngineError where nothing can be assessed: unreadable input, invalid rules or layout, no date.  Lesser
    problems are in the report.
    """
    from engine import assessor

    source = rules if rules is None or isinstance(rules, RulesFile) else fspath(rules)
    outcome = assessor.run(fspath(path), day_of(as_of), source, _layout(layout))
    if outcome.report is None:
        raise EngineError(outcome.problems)
    return Report(outcome.report, _cited(source))


def read(
    path: str | PathLike[str], layout: str | PathLike[str] | Mapping[str, Any] | None = None
) -> documents.Document:
    """The tasks of a document as it is understood before any assessment, with its problems; `layout` as in `assess`.

    Raises EngineError where no task could be read.
    """
    from engine import documents

    document = documents.read(fspath(path), _layout(layout))
    if not document.tasks:
        raise EngineError(document.problems)
    return document


def assess_text(
    *, target: str, progress: str, as_of: date | str, rules: str | PathLike[str] | RulesFile | None = None
) -> AssessedTask:
    """Assess one task text against one progress text at a date; arguments and errors as in `assess`."""
    day = day_of(as_of)
    if day is None:
        raise TypeError("assess_text needs as_of: two texts state no date of their own")
    from engine import assessor

    source = rules if rules is None or isinstance(rules, RulesFile) else fspath(rules)
    result, problems = assessor.run_text(target, progress, day, source)
    if result is None:
        raise EngineError(problems)
    return AssessedTask(result, _cited(source))


def _cited(rules: str | RulesFile | None) -> str:
    """The rules file as explanations are to cite it."""
    return rules.path if isinstance(rules, RulesFile) else rules or DEFAULT_RULES


def _layout(given: str | PathLike[str] | Mapping[str, Any] | None) -> documents.Layout | None:
    """The layout in a file or in a mapping.  Raises EngineError with every mistake in it."""
    if given is None:
        return None
    if isinstance(given, Mapping):
        from engine.documents.layout import stated_layout

        unknown = ", ".join(sorted(map(str, given.keys() - {"columns", "areas"})))
        if unknown:
            raise TypeError(f"a layout has columns and areas, not {unknown}")
        layout, problems = stated_layout(**given)
    else:
        from engine.documents.layout_file import load_layout

        layout, problems = load_layout(fspath(given))
    if layout is None:
        raise EngineError(problems)
    return layout


def day_of(as_of: date | str | None) -> date | None:
    """The day that a date or "YYYY-MM-DD" names.  Raises EngineError where the text names none."""
    if not isinstance(as_of, str):
        return as_of
    written = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", as_of)
    if written is None:
        raise _date_error("date-form", f"评定日期“{as_of}”不是“年-月-日”的写法。")
    try:
        return date(*map(int, written.groups()))
    except ValueError:
        raise _date_error("date-unknown", f"日历上没有 {as_of} 这一天。") from None


def _date_error(code: str, message: str) -> EngineError:
    suggestion = "请写成 2023-06-30 这样的日期。"
    return EngineError((model.Problem(code=code, severity="error", message=message, suggestion=suggestion),))
