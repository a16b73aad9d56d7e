"""A count beside the list that it counts: 甲村、乙村、丙村等3个村; 2个示范村(甲村、乙村); 两个园区:甲、乙、丙.

等 leaves room for more, so only a list longer than its count is wrong there.  A list is only counted where nothing
else can stand in it: no verb, no figure, no modifier with 的, and names of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from engine.checks.prose import Prose, Row
from engine.checks.relations import Fault, Relation
from engine.reading import lexicon
from engine.reading.clauses import BLANK, mask
from engine.units.numerals import numeral

CODE = "check-count-list"
_NUMBER = r"(?P<number>(?<![\d一二两三四五六七八九十第.])(?:\d{1,2}|[一二两三四五六七八九十]{1,3}))"
_UNIT = r"(?P<unit>个|家|项|座|处|所|条|类|种|大|名|位|人(?!民|才)|镇|村|县)"
_MAY_CLOSE = re.compile(rf"、[^、,。;:!?\n]{{1,150}}?[\d一二两三四五六七八九十]{_UNIT}")
_CLOSED = re.compile(rf"(?P<more>等)?{_NUMBER}{_UNIT}(?P<noun>[\u4e00-\u9fff]{{0,8}})")
_STOPS = re.compile(r"[,。;:!?\n]")
_FURTHEST_BACK = 150
_QUOTED = re.compile(rf"“(?P<list>[^“”]*、[^“”]*)”(?P<more>等)?{_NUMBER}{_UNIT}(?P<noun>[\u4e00-\u9fff]{{1,8}})")
_ASIDE = re.compile(
    rf"{_NUMBER}{_UNIT}(?P<noun>[\u4e00-\u9fff]{{0,10}})\((?:分别)?(?:即|为|是)?:?(?P<list>[^()]*、[^()]*)\)"
)
_AHEAD = re.compile(
    rf"{_NUMBER}{_UNIT}(?P<noun>[\u4e00-\u9fff]{{0,10}}?)(?::|,?(?:分别(?:是|为)|即):?)(?P<list>[^,。;:\n()]*、[^,。;:\n()]*)(?=[。\n]|$)"
)
_MAY_OPEN = re.compile("[(:]|分别|即")
_IMPURE = re.compile(
    r"[\d\u3000的第和与及或跟是为有将把被由在从向对以并已共等]|[一二两三四五六七八九十](?=[个项家座条大])"
)
_KIND = re.compile(
    "[新续改扩]建|城区|[镇市]区|农村|城镇|国企|民企|(?:国家|[省市县])级|[规限][上下]|内资|外资|线[上下]|公办|民办|[男女]性?"
)
_SUGGESTION = "请核对个数与所列名称"
_FURTHEST = 2
"""A count further from its list than this is hardly meant to count it."""
_SHORTEST = 3


def relations(row: Row) -> Iterator[Relation]:
    """The lists of both texts that have a count."""
    for prose in row.both:
        if _MAY_CLOSE.search(prose.text):
            yield from _before_counts(prose)
        if "、" in prose.text and _MAY_OPEN.search(prose.text):
            yield from _behind_counts(prose)


def _before_counts(prose: Prose) -> Iterator[Relation]:
    """Lists that their count closes; 等 leaves room for more."""
    masked = mask(prose.text)
    for found in _CLOSED.finditer(masked):
        start = max(0, found.start() - _FURTHEST_BACK)
        opening = max((stop.end() for stop in _STOPS.finditer(masked, start, found.start())), default=start)
        words, open_ended = masked[opening : found.start()], found["more"] is not None
        names = _names(words)
        whole = open_ended or len(names) == words.count("、") + 1
        if len(names) > 1 and whole and _of_one_kind(names, found["noun"], open_ended=open_ended):
            yield from _relation(prose, found, names, (found.start() - len("、".join(names)), found.end()))
    for found in _QUOTED.finditer(prose.text):
        names = found["list"].split("、")
        if all(name and not re.search(r"\d", name) for name in names):
            yield from _relation(prose, found, names, found.span())


def _behind_counts(prose: Prose) -> Iterator[Relation]:
    """Lists that their count opens: in parentheses, or behind a colon or 分别是."""
    for pattern in (_ASIDE, _AHEAD):
        for found in pattern.finditer(prose.text):
            names = [name.strip() for name in found["list"].split("、")]
            if _are_names(names, found["noun"]):
                yield from _relation(prose, found, names, found.span())


def _names(words: str) -> list[str]:
    """The names of a list that ends the words, from the verb on that opens it; none where other words stand in it."""
    names = words.split("、")
    for place in range(len(names) - 1, -1, -1):
        verb = max((found.end() for found in _verbs().finditer(names[place])), default=None)
        if verb is not None:
            names = [names[place][verb:], *names[place + 1 :]]
            break
    return [] if any(len(name) < 2 or _IMPURE.search(name) for name in names) else names


@cache
def _verbs() -> re.Pattern[str]:
    roles = ("action", "lead", "open", "effort")
    return re.compile("|".join(word for role in roles for word in lexicon.sections()[role] if len(word) > 1))


def _of_one_kind(names: list[str], noun: str, *, open_ended: bool) -> bool:
    """Whether names all end in one character; behind 等 also where each ends in its own, and none as the noun does."""
    ends = {name[-1] for name in names}
    if len(ends) == 1:
        return open_ended or noun[:1] in ends
    return open_ended and len(ends) == len(names) and noun[:1] not in ends and noun[-1:] not in ends


def _are_names(names: list[str], noun: str) -> bool:
    """Whether the items are names, and not the kinds, sections or functions of what is counted."""
    if any(len(name) < 2 or _IMPURE.search(name) or BLANK in name or _KIND.fullmatch(name) for name in names):
        return False
    alike = len({name[-1] for name in names}) == 1
    return alike or all(len(name) >= _SHORTEST for name in names)


def _relation(prose: Prose, found: re.Match[str], names: list[str], span: tuple[int, int]) -> Iterator[Relation]:
    read = numeral(found["number"])
    count = int(read.number) if read is not None else 0
    more = bool(found.groupdict().get("more"))
    short = more and len(names) < count
    if count < 2 or (abs(len(names) - count) > _FURTHEST and not short):
        return
    wrong = len(names) > count if more else len(names) != count
    said = f"{found['number']}{found['unit']}"
    fault = Fault(f"文中写作{said},列出{len(names)}个({'、'.join(names)})", _SUGGESTION) if wrong else None
    yield Relation(CODE, (prose.place(span),), fault)
