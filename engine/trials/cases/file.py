"""A case file -> Cases: every mistake of the file at once, with its place, or all of its cases."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from engine.documents.files import load
from engine.model import Problem, Source, Status
from engine.rules import RuleBook
from engine.rules.file.faults import Faults, Place, listed
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Mapping, Node, Scalar, compose
from engine.rules.policy import STATUSES
from engine.trials.cases import shape
from engine.trials.cases.expectations import Known, read_expected
from engine.trials.cases.facts import YEAR_END, read_facts
from engine.trials.cases.records import Case, Cases, RollupGiven, RowGiven
from engine.trials.cases.values import read_any_text, read_day

Loaded = tuple[Cases | None, tuple[Problem, ...]]

_ANY_YEAR = 2023
"""The year of cases that give no date, where no value of the rules depends on one."""
_FORMS = {"facts": shape.TargetCase, "targets": shape.RollupCase, "task": shape.RowCase}
_LEFT_OUT = "left_out"


def cases_beside(rules_path: str | Path) -> Path:
    """Where the cases of a rules file stand: my.yaml → my.cases.yaml beside it."""
    path = Path(rules_path)
    return path.with_name(f"{path.stem}.cases.yaml")


def load_cases(path: str | Path, book: RuleBook, optional: bool = False) -> Loaded:
    """The cases in a file (UTF-8, with or without BOM) for a rule book, or None and every mistake in it.  A file
    without a case is a mistake too: nothing tested must not look like nothing wrong.  An ``optional`` file that is not
    there holds no cases."""
    if optional and not Path(path).exists():
        return Cases(str(path), ()), ()
    raw = load(Path(path), str(path))
    if isinstance(raw, Problem):
        return None, (raw,)
    try:
        return loads_cases(raw.decode("utf-8-sig"), str(path), book)
    except UnicodeDecodeError:
        message = f"{path}: 文件不是 UTF-8 编码,请另存为 UTF-8"
        return None, (Problem(code="cases-file", severity="error", message=message, source=Source(path=str(path))),)


def loads_cases(text: str, path: str, book: RuleBook) -> Loaded:
    """The cases in a text; ``path`` is what messages call it."""
    faults = Faults(path, text)
    root = compose(text, faults) if _says_anything(text) else Mapping((), Place(1, 1))
    if root is None:
        return None, faults.problems()
    cases = _CaseReader(Reader(faults), book).cases(root)
    if not cases and not faults.problems():
        faults.add("cases-empty", Place(1, 1), "没有一个用例。请在“cases:”下至少写一例")
    problems = faults.problems()
    return (None if problems else Cases(path, cases)), problems


def _says_anything(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


@dataclass
class _CaseReader:
    """Reads the cases of a file.  Names are unique, because failures are told by them."""

    reader: Reader
    book: RuleBook

    def __post_init__(self) -> None:
        self.names: dict[str, int] = {}
        self.of_targets, self.of_tasks = Known.of_targets(self.book), Known.of_tasks(self.book)

    def cases(self, root: Node) -> tuple[Case, ...]:
        """Every case, in the order of the file."""
        if isinstance(root, Mapping) and not root.pairs:
            return ()
        node = self.reader.fields(root, shape.CasesFile).get("cases")
        if isinstance(node, Scalar) and not node.text:
            return ()
        return tuple(case for item in self.reader.items(node) if (case := self._case(item)) is not None)

    def _case(self, node: Node) -> Case | None:
        keys = {key.text for key, _ in self.reader.entries(node)}
        forms = [form for form in _FORMS if form in keys]
        if len(forms) != 1:
            what = f"每例须写 {listed(_FORMS)} 之一:一项目标的数据、各项目标的状态,或一整行任务"
            self.reader.faults.add("cases-form", node.place, what)
            return None
        fields = self.reader.fields(node, _FORMS[forms[0]])
        name = self._name(fields)
        read: Any = {"facts": self._of_target, "targets": self._of_statuses, "task": self._of_row}[forms[0]]
        given, (as_of, assumed), expected, each = read(fields)
        return Case(name, node.place, given, as_of, expected, each, assumed)

    def _name(self, fields: Fields) -> str:
        node = fields.get("name")
        name = self.reader.text(node)
        if node is not None and name in self.names:
            what = f"用例“{name}”重复,第{self.names[name]}行已有,请另取一个名称"
            self.reader.faults.add("cases-duplicate", node.place, what)
        elif node is not None:
            self.names[name] = node.place.line
        return name

    def _of_target(self, fields: Fields) -> tuple[Any, ...]:
        given, facts = read_facts(self.reader, fields.get("facts"), self.book)
        month = self.reader.month(facts["month"]) if "month" in facts else YEAR_END
        expected = read_expected(self.reader, fields.get("expect"), shape.ExpectTarget, self.of_targets)
        return given, self._as_of(facts, month), expected, None

    def _of_statuses(self, fields: Fields) -> tuple[Any, ...]:
        options = (*STATUSES, _LEFT_OUT)
        words = [self.reader.choice(item, options) for item in self.reader.items(fields.get("targets"))]
        statuses: list[Status] = [status for word in words for status in STATUSES if status == word]
        expected = read_expected(self.reader, fields.get("expect"), shape.ExpectTask, self.of_tasks)
        given = RollupGiven(tuple(statuses), words.count(_LEFT_OUT))
        return given, self._as_of(fields, YEAR_END), expected, None

    def _of_row(self, fields: Fields) -> tuple[Any, ...]:
        given = RowGiven(*(read_any_text(self.reader, fields.get(key)) for key in ("task", "progress")))
        expected = read_expected(self.reader, fields.get("expect"), shape.ExpectTask, self.of_tasks)
        each = [
            read_expected(self.reader, item, shape.ExpectTarget, self.of_targets)
            for item in (self.reader.items(fields["each"]) if "each" in fields else ())
        ]
        return given, self._as_of(fields, YEAR_END), expected, tuple(each) if "each" in fields else None

    def _as_of(self, fields: Fields, month: int) -> tuple[date, bool]:
        """The day given; else the last one of the month, in a year in which the latest values hold.  Whether those
        were picked that way among values of several dates."""
        given = read_day(self.reader, fields["as_of"]) if "as_of" in fields else None
        if given:
            return given, False
        year = min(self.book.later[-1][0].year + 1, date.max.year) if self.book.later else _ANY_YEAR
        month = min(month, YEAR_END) or YEAR_END
        return date(year, month, monthrange(year, month)[1]), bool(self.book.later)
