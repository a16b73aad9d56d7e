"""The rules files of the examples, and short ways to judge by them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import engine
from engine.api import AssessedTask, Report

FOLDER = Path(__file__).parents[2] / "examples" / "rules"
HEADER = "序号 | 主要工作任务 | 完成情况 | 牵头单位 |"


@pytest.fixture(scope="session")
def rules() -> Callable[[str], Path]:
    """``rules("xuancheng-2020")``: where that file of the examples lies."""
    return lambda name: FOLDER / f"{name}.yaml"


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Report]:
    """``table(rows, as_of, rules_path)``: the report on a table file with these (task, progress)."""

    def make(rows: list[tuple[str, str]], as_of: str, rules_path: Path) -> Report:
        path = tmp_path / "table.txt"
        lines = [f"{number} | {task} | {progress} | 住建局 |" for number, (task, progress) in enumerate(rows, 1)]
        path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
        return engine.assess(path, as_of=as_of, rules=rules_path)

    return make


@pytest.fixture(scope="session")
def judged() -> Callable[..., AssessedTask]:
    """``judged(target, progress, as_of, rules_path)``: one task by a rules file, the packaged one without."""

    def make(target: str, progress: str, as_of: str, rules_path: Path | None = None) -> AssessedTask:
        return engine.assess_text(target=target, progress=progress, as_of=as_of, rules=rules_path)

    return make
