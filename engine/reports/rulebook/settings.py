"""The chapters of what is set: schedules, thresholds, indicators, stages, lights, points, units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from engine.reports.rulebook.blocks import NONE, Block, Heading, Paragraph, quoted
from engine.reports.rulebook.periods import Row, known_over_time, table_over_time, told_over_time
from engine.rules import RuleBook, share_text
from engine.rules.facts.vocabulary import terms_of
from engine.rules.file.meanings import MEANINGS
from engine.rules.language.words import value_in_words
from engine.rules.policy import Indicator, Words
from engine.rules.schedule import YEAR

_MONTHS = tuple(f"{month}月" for month in range(1, YEAR + 1))
_SCOPES = {"all": "各类目标", "rollup": "任务评判"}


def schedules(book: RuleBook) -> Iterator[Block]:
    """Chapter 1: the year, and what is due by which month."""
    yield Heading(1, 1, "怎样评")
    yield Paragraph(told_over_time(book, _year, _default))
    yield Paragraph("下表为到该月月底应完成全年目标的份额。期限早于年底的，按比例提前；任务自定节点的，按其节点。")
    yield table_over_time(book, ("进度安排", *_MONTHS), _due)
    for name in known_over_time(book, lambda each: list(each.schedules)):
        yield Paragraph(told_over_time(book, partial(_shape, name)))


def thresholds(book: RuleBook) -> Iterator[Block]:
    """Chapter 2: the named figures."""
    yield Heading(1, 2, "界线")
    if not any(each.thresholds for each in (book, *(later for _, later in book.later))):
        yield Paragraph("没有另立界线，界线都写在各条规则中。")
        return
    yield Paragraph("以下界线在规则中按名称使用；值为0的，等于不启用。")
    yield table_over_time(book, ("界线", "适用", "值", "依据"), _figures, key=2).without_blanks()


def indicators(book: RuleBook) -> Iterator[Block]:
    """Chapter 6: settings for indicators, and boards."""
    yield Heading(1, 6, "指标的特别规定和排名榜")
    yield Heading(2, 1, "指标")
    if book.indicators:
        yield Paragraph("自上而下，第一条相符的有效。")
        yield table_over_time(book, ("名称", "适用的指标", "规定", "依据"), _indicators).without_blanks()
    else:
        yield Paragraph("没有特别规定。")
    yield Heading(2, 2, "排名榜")
    if book.boards:
        yield Paragraph("同类指标按下列数据从高到低排名。")
        yield table_over_time(book, ("名称", "适用的指标", "排名依据", "依据"), _boards).without_blanks()
    else:
        yield Paragraph("没有设排名榜。")


def _year(book: RuleBook) -> str:
    return f"考核年度截至{book.calendar.year_end}月底。"


def _default(book: RuleBook) -> str:
    return f"未另行规定的，按“{book.calendar.schedule.name}”评判。"


def _due(book: RuleBook) -> list[Row]:
    return [(name, *map(share_text, one.shares[1:])) for name, one in book.schedules.items()]


def _shape(name: str, book: RuleBook) -> str:
    schedule = book.schedules.get(name)
    if schedule is None:
        return ""
    how = "各点之间逐月提高" if schedule.shape == "line" else "到点才提高，其间不变"
    basis = f"依据：{schedule.basis}。" if schedule.basis else ""
    return f"“{schedule.name}”：{how}。{basis}"


def _figures(book: RuleBook) -> list[Row]:
    scopes = {one.scope: _SCOPES.get(one.scope) or MEANINGS[one.scope].title for one in book.thresholds}
    return [(one.name, scopes[one.scope], one.text, one.basis or NONE) for one in book.thresholds]


def _indicators(book: RuleBook) -> list[Row]:
    return [(one.name, _fitting(one), _settings(one), one.basis or NONE) for one in book.indicators]


def _fitting(one: Indicator) -> str:
    return _wording(one.words) if one.words else f"名称为{quoted((one.name, *one.also))}"


def _wording(words: Words) -> str:
    parts = [
        f"须含{quoted(words.contains)}" if words.contains else "",
        f"含{quoted(words.any_of)}{'之一' if words.any_of[1:] else ''}" if words.any_of else "",
        f"以{quoted(words.ends_with)}结尾" if words.ends_with else "",
    ]
    return "，".join(part for part in parts if part)


def _settings(one: Indicator) -> str:
    parts = [
        f"按{MEANINGS[one.kind].title}评判" if one.kind else "",
        MEANINGS[one.direction].title if one.direction else "",
        f"进度按“{one.schedule.name}”" if one.schedule else "",
        f"权重{share_text(one.weight)}" if one.weight != 1 else "",
        f"标签“{one.label}”" if one.label else "",
        f"又称{quoted(one.also)}" if one.also and one.words else "",
    ]
    return "，".join(part for part in parts if part) or "视为同一指标"


def _boards(book: RuleBook) -> list[Row]:
    terms = terms_of(None, book.thresholds)
    return [
        (one.name, _wording(one.words), value_in_words(one.by_text, terms), one.basis or NONE) for one in book.boards
    ]
