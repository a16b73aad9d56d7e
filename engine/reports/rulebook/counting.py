"""The chapters of what counts how much: stages and rungs, lights, points, units."""

from __future__ import annotations

from collections.abc import Iterator

from engine.reports.rulebook.blocks import Block, Heading, Paragraph, quoted
from engine.reports.rulebook.periods import Row, table_over_time, told_over_time
from engine.rules import RuleBook, share_text
from engine.rules.display import figure_text
from engine.rules.facts.vocabulary import terms_of
from engine.rules.file.meanings import MEANINGS
from engine.rules.language.words import value_in_words
from engine.rules.policy import STAGES, STATUSES


def stages(book: RuleBook) -> Iterator[Block]:
    """Chapter 7: what figures of a stage count, and the rungs of the work."""
    yield Heading(1, 7, "阶段折算和环节阶梯")
    yield Paragraph("完成情况中的数，按其所处阶段计入。")
    yield table_over_time(book, ("阶段", "包括", "计入"), _worth)
    yield Paragraph("各种工作的环节由先到后排列，所列月数为最短所需，据以判断能否按期完成。")
    yield table_over_time(book, ("工作", "环节", "到达后称", "距上一环节", "自起点累计"), _rungs, key=2)


def lights_and_points(book: RuleBook) -> Iterator[Block]:
    """Chapter 8: colours, points, and how units are read."""
    yield Heading(1, 8, "亮灯、得分和责任单位")
    yield Heading(2, 1, "亮灯")
    yield Paragraph("颜色只用于显示，不参与计算。")
    yield table_over_time(book, ("结论或等次", "颜色"), _lights)
    yield Heading(2, 2, "得分")
    yield Paragraph(told_over_time(book, _full, _counted, _weights))
    yield Heading(2, 3, "责任单位")
    yield Paragraph(told_over_time(book, _lead, _parts))
    if book.units.aliases:
        yield table_over_time(book, ("单位", "其他名称"), _aliases)


def _worth(book: RuleBook) -> list[Row]:
    return [(MEANINGS[one].title, MEANINGS[one].more, share_text(book.worth[one])) for one in STAGES]


def _rungs(book: RuleBook) -> list[Row]:
    rows: list[Row] = []
    before: dict[str, int] = {}
    for name, step in book.ladders.items():
        apart = step.months - before.get(step.ladder, 0)
        rows.append((step.ladder, name, f"已{step.done}", f"{apart}个月", f"{step.months}个月"))
        before[step.ladder] = step.months
    return rows


def _lights(book: RuleBook) -> list[Row]:
    """The colours of the statuses, then those of single grades."""
    grades = [name for name in book.lights if name not in STATUSES]
    named = [(MEANINGS[status].title, status) for status in STATUSES] + [(f"等次“{name}”", name) for name in grades]
    return [(title, MEANINGS[book.lights[name]].title) for title, name in named]


def _full(book: RuleBook) -> str:
    return f"已完成和达序时的得{figure_text(book.points.full)}分。"


def _counted(book: RuleBook) -> str:
    basis = f"依据：{book.points.basis}。" if book.points.basis else ""
    kinds = "；".join(
        f"{MEANINGS[kind].title}按{value_in_words(text, terms_of(kind, book.thresholds))}"
        for kind, text in book.points.lagging_text.items()
    )
    return (
        f"滞后的按以下比值折算：{kinds}。折算后不低于0分，不超过满分；漏报和无法评判的不计分，也不当作零分。"
        f"任务得分为各目标按权重的平均。{basis}"
    )


def _weights(book: RuleBook) -> str:
    lead, co = share_text(book.points.lead_weight), share_text(book.points.co_weight)
    return f"单位得分中，牵头任务权重{lead}，配合任务权重{co}。"


def _lead(book: RuleBook) -> str:
    first = "第一个单位为牵头单位" if book.units.first_leads else "都为配合单位"
    return f"标“{book.units.lead_mark}”的为牵头单位，没有标记的，{first}。"


def _parts(book: RuleBook) -> str:
    groups = f"{quoted(book.units.groups)}为若干单位的统称。" if book.units.groups else ""
    return f"单位之间以{quoted(book.units.separators)}分隔。{groups}"


def _aliases(book: RuleBook) -> list[Row]:
    return [(name, "、".join(others)) for name, others in book.units.aliases.items()]
