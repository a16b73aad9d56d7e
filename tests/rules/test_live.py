"""A rules file in a long-running program: edits count when they are whole, the last good book stays otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.rules import RuleBook, RulesFile

GOOD = 'extends: 自带规则\nmeta: {name: 某市口径, version: "1"}\n'
STRICTER = GOOD.replace('"1"', '"2"') + "thresholds: {cumulative: {tolerance: -5个百分点}}\n"
BROKEN = STRICTER.replace("-5个百分点", "5")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def whole(rules: RulesFile) -> RuleBook:
    """The book in force, where nothing is wrong with the file."""
    book, problems = rules.current()
    assert problems == ()
    assert book is not None
    return book


def test_an_unchanged_file_gives_the_very_same_book(path: Path) -> None:
    rules = RulesFile(path)

    assert rules.current().book is rules.current().book
    assert rules.current().problems == ()


def test_an_edit_counts_at_the_next_question(path: Path) -> None:
    rules = RulesFile(path)
    rules.current()
    path.write_text(STRICTER, encoding="utf-8")

    assert whole(rules).info.version == "2"


def test_a_broken_edit_leaves_the_last_good_book_and_is_told(path: Path) -> None:
    rules = RulesFile(path)
    before = rules.current().book
    path.write_text(BROKEN, encoding="utf-8")

    book, problems = rules.current()

    assert book is before
    assert [problem.code for problem in problems][:1] == ["rules-kept"]
    assert "某市口径,版本1" in problems[0].message
    assert any("应为份额" in problem.message for problem in problems[1:])
    assert rules.current() == (book, problems)


def test_a_file_that_was_mended_counts_again(path: Path) -> None:
    rules = RulesFile(path)
    rules.current()
    path.write_text(BROKEN, encoding="utf-8")
    rules.current()
    path.write_text(STRICTER, encoding="utf-8")

    assert whole(rules).info.version == "2"


def test_a_file_that_is_gone_leaves_the_last_good_book(path: Path) -> None:
    rules = RulesFile(path)
    before = rules.current().book
    path.unlink()

    book, problems = rules.current()

    assert book is before
    assert [problem.code for problem in problems] == ["rules-kept", "rules-file"]


def test_there_is_no_book_before_the_file_was_ever_whole(path: Path) -> None:
    path.write_text(BROKEN, encoding="utf-8")
    rules = RulesFile(path)

    assert rules.current().book is None
    assert "rules-kept" not in [problem.code for problem in rules.current().problems]
    path.write_text(GOOD, encoding="utf-8")
    assert rules.current().book is not None
