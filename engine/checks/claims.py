"""A percentage that says of what it is a share: of the plan (占年度计划的61%, 完成率61%), of the cases that arose
(整改率88%), of a whole that was named (占60%).

Only the words right before the figure decide, and a claim with a subject of its own (设施评价完成率100%) is about
something else than the amount before it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from engine.checks.figures import PERCENTS, last_digit, percent
from engine.checks.prose import Mention
from engine.model import Quantity
from engine.reading import lexicon
from engine.reading.clauses import mask

Base = Literal["plan", "completion", "rate", "share", "given"]

_LINKS = r"(?:了|约|近|为|达到|达|是|已达|已|仅为|仅|均|各|:|\s)*$"
_PLAN = re.compile("计划|任务|目标|预算")
_PLAIN_PLAN = re.compile(
    r"[占为完成达到实现已仅的了\s]*(?:全年|年度|当年|今年|本年度?|年初|年)?(?:的)?(?:总)?"
    r"(?:目标任务|任务目标|工作任务|投资任务|投资计划|计划投资|计划任务|建设任务|目标|任务|计划|预算)+(?:总)?(?:数|量|额)?的?"
)
_COMPLETION = re.compile(
    r"(?:投资|任务|目标|计划|年度|预算|资金|工作|建设|累计|总体|整体)*"
    rf"(?:完成率|完成比例|完成投资比例|投资比例|完成进度){_LINKS}"
)
_SPENT = re.compile(rf"(?P<own>[^、,:]*?)(?:执行率|执行进度|支出进度|支出率){_LINKS}")
_RATE = re.compile(rf"(?P<own>[^、,:]*?)(?P<stem>[\u4e00-\u9fff]{{2}})率{_LINKS}")
_PLANNED_RATE = re.compile(
    r"[占完为][成]?(?:全年|年度|今年|当年|年)?(?:计划|应)新?(?P<stem>开工|竣工|完工|投产|建成|签约|交付)(?:项目|总数|数|任务|目标)*的?$"
)
_OF_WORKS = frozenset({"开工", "动工", "竣工", "完工"})
"""Rates of works are shares of those planned; a rate of anything else is one of the cases that arose."""
_SHARE = re.compile(rf"^(?:占比|占总数的?|占全部的?|占总量的?|占){_LINKS}")
_NO_STEM = re.compile(
    "增长|失业|优良|合格|达标|满意|利用|毛利|回报|收益|死亡|发病|发生|抽检|不良|负债|上座|空置|成功|发案|准确|及时|占有|执行|完成"
)
"""Rates that measure something else than how much of a whole was done."""


_SAME_VERB = {
    "开工": "开工|动工",
    "竣工": "竣工|完工",
    "完工": "完工|竣工",
    "回复": "回复|答复",
    "投用": "投用|投入使用|启用",
    "支出": "支出|执行|拨付|使用",
}


class Claim(NamedTuple):
    """What a percentage claims: ``stated`` percent, printed to steps of ``step``.

    ``stem`` is the verb of a rate (整改 of 整改率), ``own`` the words that narrow it (重大隐患整改率), ``plain`` says
    that the base is the plan of the year, or of the works, and no other, ``whole`` is the amount where it is named with
    the share (占计划580万套的90%).
    """

    base: Base
    stated: Fraction
    step: Fraction
    stem: str = ""
    own: str = ""
    plain: bool = True
    whole: Quantity | None = None

    @property
    def verb(self) -> re.Pattern[str]:
        """The words that tell of the verb of a rate."""
        return re.compile(_SAME_VERB.get(self.stem, re.escape(self.stem)))


def claim(mention: Mention) -> Claim | None:
    """What a figure claims; None where it is no plain percentage, shares out (分别占…), or
    does not say of what it is a share."""
    figure = mention.quantity
    if figure.unit not in PERCENTS or figure.bound != "exact" or mask(mention.frame.tail).strip("\u3000 "):
        return None
    stated, step = percent(figure), last_digit(figure) * PERCENTS[figure.unit]
    head = mask(mention.frame.head)
    if "分别" in mention.frame.before:
        return None
    given = _given(mention)
    if given is not None:
        return Claim("given", stated, step, whole=given)
    if mention.measured.measure == "completion":
        return _of_plan(mention, head, stated + mention.measured.plus, step)
    return _of_rate(head, stated, step) if mention.measured.measure == "ratio" else None


def _given(mention: Mention) -> Quantity | None:
    """The amount of 占年度计划580万套的90%: it stands right before the share, and 占 or 完成 before it."""
    qualifiers = mention.frame.qualifiers
    if len(qualifiers) != 1 or qualifiers[0].bound != "exact":
        return None
    whole = qualifiers[0]
    ahead = mention.frame.before[: len(mention.frame.before) - (mention.quantity.start - whole.start)]
    behind = mask(mention.frame.head[whole.end - mention.frame.head_start :])
    fits = re.search(r"(?:占|完成)[^、\d]{0,12}$", ahead) and re.fullmatch(r"的?", behind.strip())
    return whole if fits else None


def _of_plan(mention: Mention, head: str, stated: Fraction, step: Fraction) -> Claim | None:
    base = mention.measured.base
    if mention.measured.plus:
        return Claim("plan", stated, step, own=_own(head, base), plain=not lexicon.has("other_plan", base))
    spent = _SPENT.search(head)
    if spent:
        return Claim("rate", stated, step, stem="支出", own=spent["own"].strip("\u3000 "), plain=False)
    named = _COMPLETION.search(head)
    if named:
        return Claim("completion", stated, step, own=_own(head, named.group()))
    if not _PLAN.search(base):
        return None
    plain = _PLAIN_PLAN.fullmatch(re.sub(_LINKS, "", base)) is not None and not lexicon.has("other_plan", base)
    return Claim("plan", stated, step, own=_own(head, base), plain=plain)


def _of_rate(head: str, stated: Fraction, step: Fraction) -> Claim | None:
    if _SHARE.search(head.strip("\u3000 ")):
        return Claim("share", stated, step)
    planned = _PLANNED_RATE.search(head.strip("\u3000 "))
    if planned:
        return Claim("rate", stated, step, stem=planned["stem"])
    found = _RATE.search(head)
    if found is None or _NO_STEM.fullmatch(found["stem"]) or "毛" in found["own"][-1:]:
        return None
    own = found["own"].strip("\u3000 ")
    return Claim("rate", stated, step, stem=found["stem"], own=own, plain=found["stem"] in _OF_WORKS)


def _own(head: str, base: str) -> str:
    """The words before the base of a claim: its subject, where it has one."""
    return head[: head.rfind(base.strip())] if base.strip() in head else head
