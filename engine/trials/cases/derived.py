"""The terms of a target that are worked out and so are no facts of a case, with what each is worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.rules.facts.vocabulary import TARGET_TERMS
from engine.rules.file.fields import Reader
from engine.rules.file.nodes import Mapping as Pairs
from engine.rules.file.nodes import Node

DERIVED: Mapping[str, str] = MappingProxyType(
    {
        "completion": "actual 和 target,或 stated",
        "measured": "actual 和 target",
        "counted": "actual 和 stage",
        "meets": "actual 和 target",
        "shortfall": "actual 和 target",
        "nearness": "actual 和 target",
        "margin": "actual、target 和 month",
        "disagrees": "stated、actual 和 target",
        "vague": "actual 的写法(如 约49个)",
        "moved": "actual 和 direction",
        "promised": "target 和 direction",
        "unit": "target 的写法(如 100公里)",
        "expected": "month、deadline 和规则中的进度安排",
        "gap": "actual、target 和 month",
        "scheduled": "kind、comparator 和 indicator",
        "months_left": "month 和 deadline",
        "year_over": "month 和 as_of",
        "assessed": "as_of",
        "ceiling": "comparator 和 direction",
        "worth": "stage",
        "label": "indicator",
        "has_evidence": "actual、stated、rung 或 in_words",
        "forecast_only": "forecast",
        "reached_words": "reached",
        "placed": "rung 和 target_rung",
        "months_needed": "rung 和 target_rung",
    }
)


def without_derived(reader: Reader, node: Node | None) -> Node | None:
    """The facts without those that are worked out, each of which is a mistake."""
    if not isinstance(node, Pairs):
        return node
    for key, _ in node.pairs:
        if key.text in DERIVED:
            title = TARGET_TERMS[key.text].title
            what = f"“{key.text}”({title})是算出来的,不能作为已知数据;请改写 {DERIVED[key.text]}"
            reader.faults.add("cases-derived", key.place, what)
    return node._replace(pairs=tuple(pair for pair in node.pairs if pair[0].text not in DERIVED))
