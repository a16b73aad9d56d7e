"""Parts that are said to make a whole but do not: 外资14个、内资17个,合计32个; 31个项目,分别为外资14个、内资15个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, takewhile

from engine.checks.figures import in_unit, last_digit, places, printed, value
from engine.checks.parts import CODE
from engine.checks.prose import Mention, Prose, Row
from engine.checks.relations import Fault, Relation
from engine.model import Quantity
from engine.reading.clauses import mask

_TOTAL = re.compile(r"^[,;、\s]*(?:[两三]者|[两三]项)?(?:合计|共计|总计|总共|合共)(?:为|达|有|约)?\s*$")
_RESPECTIVELY = re.compile(r"(?:项目|企业|工程|任务|事项|机构|单位|学校|平台|基地)?[,\s]*其?分别(?:为|是)")
_MAY_HAVE = re.compile("合计|共计|总计|总共|合共|分别[为是]")
_SUGGESTION = "请核对合计数与各项数字"
_MOST_ITEMS = 30


def relations(row: Row) -> Iterator[Relation]:
    """The totals of both texts that stand beside all that they add up."""
    for prose in row.both:
        if _MAY_HAVE.search(prose.text):
            for sentence in prose.sentences:
                yield from _summed(prose, sentence)
                yield from _shared_out(prose, sentence)


def _summed(prose: Prose, sentence: Sequence[Mention]) -> Iterator[Relation]:
    """A total that closes a list (A 14个、B 17个,合计31个)."""
    for at, total in enumerate(sentence):
        if total.is_amount and _TOTAL.match(mask(total.frame.head)) and not total.frame.tail.strip("。 "):
            items = _list_before(sentence[:at], total)
            if len(items) > 1:
                yield _added(prose, total, items)


def _list_before(before: Sequence[Mention], total: Mention) -> list[Mention]:
    """The amounts right before a total, back to the first of another unit; none where there are too many."""
    same = takewhile(lambda m: m.is_amount and m.quantity.unit == total.quantity.unit and not m.of_part, before[::-1])
    items = list(islice(same, _MOST_ITEMS + 1))[::-1]
    return items if len(items) <= _MOST_ITEMS else []


def _added(prose: Prose, total: Mention, items: Sequence[Mention]) -> Relation:
    """The total against its items; against the last ones, where the first belong to something else."""
    figures = [item.quantity for item in items]
    fits = any(_makes(figures[start:], total.quantity) for start in range(len(figures) - 1))
    fault = None if fits else _wrong_sum(figures, total.quantity)
    return Relation(CODE, (prose.place_of(total), *map(prose.place_of, items)), fault)


def _shared_out(prose: Prose, sentence: Sequence[Mention]) -> Iterator[Relation]:
    """A whole that is shared out in full (31个项目,分别为外资14个、内资17个)."""
    for at, whole in enumerate(sentence):
        behind = prose.text[whole.quantity.end : whole.quantity.end + 20]
        shared = _RESPECTIVELY.match(behind)
        items = _list_behind(sentence[at + 1 :], whole) if shared and whole.is_amount else []
        if len(items) > 1:
            figures = [item.quantity for item in items]
            fault = None if _makes(figures, whole.quantity) else _wrong_sum(figures, whole.quantity)
            yield Relation(CODE, (prose.place_of(whole), *map(prose.place_of, items)), fault)


def _list_behind(after: Sequence[Mention], whole: Mention) -> list[Mention]:
    """The items of one clause behind a whole, all in its unit; none where one is of another."""
    items = [m for m in after if m.frame.clause.number == after[0].frame.clause.number]
    fit = all(item.is_amount and item.quantity.unit == whole.quantity.unit for item in items)
    return items if fit and len(items) <= _MOST_ITEMS else []


def _makes(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether parts add up to a whole, within the rounding of those that are printed with decimals or a scale word."""
    figures = [*parts, whole]
    slack = sum((last_digit(one) / 2 for one in figures if places(one.number) or one.scale), Fraction(0))
    return abs(sum(map(value, parts), Fraction(0)) - value(whole)) <= slack


def _wrong_sum(parts: Sequence[Quantity], whole: Quantity) -> Fault:
    total = sum(map(value, parts), Fraction(0))
    off = in_unit(abs(total - value(whole)), whole)
    added = "+".join(printed(part, [*parts, whole]) for part in parts)
    return Fault(f"{added}={in_unit(total, whole)},文中写作{whole.text},相差{off}", _SUGGESTION)
