"""Two tiers of one promise, rule by rule: which figure is owed and which is only worked for.

A row reads ``words of the task | words of the progress | target ; target``.  A target is its figure as written, its
tier (工作 owed, 奋斗 worked for), the figure that answers it (无 for none), and whatever else the rule is about: the
kind, or the completion that is stated of that tier (占61%).
"""

from __future__ import annotations

from decimal import Decimal

from engine.model import Reading

CORPORA = ("tiers",)


def test_each_figure_is_of_the_tier_that_the_rule_says(row, read_task):
    text, progress, expected = row.cells
    readings = read_task(text, progress)
    wanted = [one.split() for one in expected.split(";")]
    read = [as_told(reading) for reading in readings]
    assert len(read) == len(wanted), f"{row.rule}: {read}"
    for told, words in zip(read, wanted, strict=True):
        assert set(words) <= told, f"{row.rule}: {told}"


def as_told(reading: Reading) -> set[str]:
    """Everything that a row may say of a target."""
    target, evidence, stated = reading.target, reading.evidence, reading.completion
    return {
        f"{target.value}{target.unit}",
        "奋斗" if target.stretch else "工作",
        f"{evidence.value}{evidence.unit}" if evidence else "无",
        target.kind,
        f"占{stated.value}%" if stated else "",
    }


def test_a_higher_tier_is_a_stage_of_nothing(read_task):
    whole, stage, _ = [one.target for one in read_task("完成水利投资30亿元,上半年完成12亿元,力争14亿元。")]
    assert (whole.nodes, stage.nodes) == (((6, Decimal(12)),), ())
