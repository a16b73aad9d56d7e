"""`engine rules check` on 500 rules beside reading the same file with PyYAML and checking its shape with pydantic.

The rules stand in front of the packaged ones, once spread over four kinds and once all in one; each has a condition of
its own, as a policy has that sets bands for every month.  Run by itself: `python bench/rules_check.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from clocks import medians
from figures import Figure, milliseconds, print_figures
from pydantic import TypeAdapter
from sample import ROOT

from engine.rules import load
from engine.rules.file.shape import RulesFile

RULES = 500
_RUNS = 7
_MOST = 3.0

_CONDITIONS = {
    "cumulative": "scheduled and not stretch and month == {month}月 and completion >= expected - {points}个百分点",
    "coverage": "completion >= {share}% and month == {month}月 and months_left > 0个月",
    "growth": "not ceiling and month == {month}月 and shortfall <= {points}个百分点",
    "gauge": "month == {month}月 and margin >= -{points}个百分点 and not year_over",
}
"""Conditions by kind; the bands of a month go from the narrowest to the widest."""


def figures() -> Iterator[Figure]:
    """Loading with the whole check, beside `yaml.safe_load` with pydantic's validation."""
    shape = TypeAdapter(RulesFile)
    for what, kinds in (("500 rules over four kinds", tuple(_CONDITIONS)), ("500 rules in one kind", ("cumulative",))):
        with TemporaryDirectory() as folder:
            path = Path(folder, "rules.yaml")
            path.write_text(_file(kinds), encoding="utf-8")
            times = medians({"ours": partial(_check, path), "beside": partial(_read, path, shape)}, _RUNS)
        shown = f"safe_load and pydantic {milliseconds(times['beside'])}"
        ratio = times["ours"] / times["beside"]
        yield Figure(f"rules check, {what}", milliseconds(times["ours"]), shown, ratio, "<= 3 times", _MOST)


def _check(path: Path) -> None:
    """Load the file with all analyses.  Raises where it is not as clean as it is made to be."""
    problems = load(path).problems
    if problems:
        raise RuntimeError(problems[0].message)


def _read(path: Path, shape: TypeAdapter[RulesFile]) -> None:
    shape.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))


def _file(kinds: Sequence[str]) -> str:
    book = yaml.safe_load((ROOT / "rules.yaml").read_text(encoding="utf-8"))
    for kind in kinds:
        count = RULES // len(kinds)
        rules = [_rule(kind, month, band) for month, band in product(range(1, 13), range(count // 12 + 1))]
        book["verdicts"][kind] = rules[:count] + book["verdicts"][kind]
    return str(yaml.safe_dump(book, allow_unicode=True, sort_keys=False))


def _rule(kind: str, month: int, band: int) -> dict[str, str]:
    return {
        "id": f"{kind}-{month}-{band}",
        "when": _CONDITIONS[kind].format(month=month, points=band + 1, share=99 - band),
        "status": "on_track" if band < 5 else "lagging",
        "grade": f"第{band + 1}档",
        "because": f"截至{{month}}[完成{{actual}}],按{month}月的口径列第{band + 1}档",
        "basis": f"分月口径{month}-{band + 1}",
    }


if __name__ == "__main__":
    print_figures(list(figures()))
