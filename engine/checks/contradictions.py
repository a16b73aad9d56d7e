"""What a text says against its own figures: a target said to be met by a figure that falls short of it, and a share of
a whole above 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.checks import wording
from engine.checks.figures import alike, in_unit, last_digit, places, value
from engine.checks.places import of_target
from engine.checks.prose import Mention, Row
from engine.checks.relations import Fault, Relation
from engine.model import Quantity, Reading
from engine.reading.clauses import mask

CODE = "check-contradiction"
_CLAIM = re.compile(
    r",?(?:已经?|均|都|提前|圆满|顺利|如期|全面|全部|超额|现|并)*"
    r"(?:(?:完成|达到|实现|达成)了?(?:全年|年度|年初|本年度?|既定|预定|预期|的)*(?:目标|任务|计划|指标)+(?:要求|数|值|量)?"
    r"|超额完成|达标)(?=[,。;、!]|$)"
)
_NOT_YET = re.compile("预计|力争|确保|有望|可望|争取|未|没|尚|将|预期|拟")
# Rates whose base is fixed beforehand may exceed it: 参保率, 普及率, 毛入学率 (of residents), 执行率 (of a budget),
# or a debt as a share of GDP.
_NEVER_ABOVE = re.compile(
    r"(?:(?<!毛)(?<!参保)(?<!保险)覆盖率|整改率|办结率|化解率|合格率|达标率|优良率|满意率|满意度|处置率|销号率|回复率|答复率|公开率|占比|(?<!GDP)(?<!生产总值)比重"
    r"|绿化率|森林覆盖率|机械化率|城镇化率|处理率|知晓率|上线率|成功率)(?:达到|达|为|是|已|均|:|\s)*$"
)
_HUNDRED = 100


def relations(row: Row) -> Iterator[Relation]:
    """The claims of the progress text that a target was met, and its shares of a whole."""
    for reading in row.readings:
        yield from _claimed(row, reading)
    if wording.has_share(row.progress.text):
        for mention in row.progress.mentions:
            yield from _share(row, mention)


def _claimed(row: Row, reading: Reading) -> Iterator[Relation]:
    """A claim right behind the figure that answers a target: 已建成8个,完成年度目标任务。"""
    said, target = reading.evidence, reading.target
    if said is None or said.quantity is None or said.value is None or target.quantity is None or target.source:
        return
    claim = _CLAIM.match(mask(row.progress.text), said.span[1])
    if claim is None or _NOT_YET.search(said.clause) or "其中" in said.clause:
        return
    if not alike(said.quantity, target.quantity) or said.measure == "growth" or target.comparator == "~":
        return
    if target.quantity.upper is not None or said.quantity.bound not in ("exact", "at_least", "above"):
        return
    where = (row.progress.place((said.span[0], claim.end())), of_target(row.task, reading))
    fault = (
        _short(said.quantity, target.quantity, target.comparator) if not _near(said.quantity, target.quantity) else None
    )
    yield Relation(CODE, where, fault)


def _near(done: Quantity, asked: Quantity) -> bool:
    """Whether two figures may be the same but for their rounding."""
    rounded = [last_digit(one) for one in (done, asked) if places(one.number) or one.scale]
    return bool(rounded) and abs(value(done) - value(asked)) < max(rounded)


def _short(done: Quantity, asked: Quantity, comparator: str) -> Fault | None:
    missed = value(done) < value(asked) if comparator == ">=" else value(done) > value(asked)
    if not missed:
        return None
    off = in_unit(abs(value(asked) - value(done)), asked)
    word = "低于" if comparator == ">=" else "高于"
    return Fault(f"{done.text}{word}目标{asked.text},相差{off},不能算完成", "请核对完成数,或改正“完成目标”的说法")


def _share(row: Row, mention: Mention) -> Iterator[Relation]:
    figure = mention.quantity
    if figure.unit != "%" or mention.measured.measure != "ratio" or figure.bound != "exact":
        return
    if _NEVER_ABOVE.search(mask(mention.frame.head)):
        over = value(figure) > _HUNDRED
        fault = Fault(f"这一比率不会超过100%,文中写作{figure.text}", "请核对这个百分比") if over else None
        yield Relation(CODE, (row.progress.place_of(mention),), fault)
