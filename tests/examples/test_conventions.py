"""Published conventions as rules files: each loads clean, and its cases give what the office published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.model import RuleRef
from engine.rules import RuleBook, load
from engine.trials.cases import Cases, load_cases, run_cases
from engine.trials.cases.records import RowGiven

FOLDER = Path(__file__).parents[2] / "examples" / "rules"
FILES = sorted(path for path in FOLDER.glob("*.yaml") if not path.name.endswith(".cases.yaml"))
LONGEST = 80


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def convention(request) -> Path:
    return request.param


@pytest.fixture(scope="module")
def book(convention: Path) -> RuleBook:
    loaded = load(convention)
    assert loaded.problems == ()
    return loaded.book


@pytest.fixture(scope="module")
def cases(convention: Path, book: RuleBook) -> Cases:
    found, problems = load_cases(convention.with_name(f"{convention.stem}.cases.yaml"), book)
    assert problems == ()
    return found


def test_a_convention_only_says_where_it_differs(convention):
    lines = convention.read_text(encoding="utf-8").splitlines()
    assert "extends: 自带规则" in lines
    assert len(lines) <= LONGEST


def test_a_convention_tells_its_basis(book):
    assert book.info.basis


def test_every_case_gives_the_published_verdict(book, cases):
    failed = [(outcome.case.name, outcome.differences) for outcome in run_cases(book, cases) if not outcome.passed]
    assert failed == []


def test_every_rule_of_its_own_is_reached_by_a_case(book, cases):
    reached = {ref.id for outcome in run_cases(book, cases) for ref in outcome.reached}
    assert {ref.id for ref in own_rules(book)} - reached == set()


def own_rules(book: RuleBook) -> Iterator[RuleRef]:
    """The rules and remarks that stand in the file itself, not in the one that it extends."""
    judging = [rule for rules in book.verdicts.by_kind.values() for rule in rules]
    every = [*judging, *book.verdicts.review, *book.rollup.rules, *book.rollup.review]
    yield from (one.ref for one in every if one.ref.file is None)


def test_a_row_is_judged_alike_by_the_whole_engine(convention, cases, judged):
    for case in cases.cases:
        if not isinstance(case.given, RowGiven):
            continue
        task = judged(case.given.task, case.given.progress, case.as_of.isoformat(), convention)
        wanted = {one.field: one.text for one in case.expected}
        assert wanted["status"] == task.status, case.name
        assert wanted.get("grade", task.grade) == task.grade, case.name


def test_the_page_of_the_folder_names_every_convention():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if path.name not in page] == []
