"""The chapters that judge: the rules of every kind of target, the remarks, and the rules of a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from engine.model import Kind
from engine.reports.rulebook.blocks import Block, Heading, Paragraph, quoted
from engine.reports.rulebook.entries import entries
from engine.reports.rulebook.periods import told_over_time
from engine.rules import RuleBook
from engine.rules.file.meanings import MEANINGS
from engine.rules.policy import KINDS, Rule


def verdicts(book: RuleBook) -> Iterator[Block]:
    """Chapter 3: the rules for every kind, once, and then those of each kind."""
    yield Heading(1, 3, "各类目标的评判")
    yield Paragraph("自上而下逐条比对，第一条成立的即为结论。缺少数据时，含该数据的比较不成立，缺数不当作零。")
    yield Paragraph("理由写进结果，〔〕处填入数据，［］内缺数时整段略去。")
    shared = entries(book, _shared)
    if shared:
        yield Heading(2, 1, "各类目标先行适用")
        yield Paragraph("以下各条先行比对，都不成立的，再按各类的规则评判。")
        yield from shared
    for number, kind in enumerate(KINDS, start=2 if shared else 1):
        yield Heading(2, number, MEANINGS[kind].title)
        yield Paragraph(f"指{MEANINGS[kind].more.replace(',', '，')}。")
        yield from entries(book, partial(_own, kind))


def remarks(book: RuleBook) -> Iterator[Block]:
    """Chapter 4: what asks for a second look."""
    yield Heading(1, 4, "复核提示")
    yield Paragraph("成立的各条都写入结果，提示复核，不改变结论。")
    yield Heading(2, 1, "目标")
    yield from entries(book, lambda each: each.verdicts.review)
    yield Heading(2, 2, "任务")
    yield from entries(book, lambda each: each.rollup.review)


def tasks(book: RuleBook) -> Iterator[Block]:
    """Chapter 5: the verdict of a task from those of its targets."""
    yield Heading(1, 5, "任务怎样由目标评出")
    yield Paragraph("依据任务各项目标的结论，自上而下逐条比对，第一条成立的即为任务的结论。")
    yield from entries(book, lambda each: each.rollup.rules)
    yield Paragraph(told_over_time(book, _silence))
    yield Paragraph(told_over_time(book, _failing))


def _shared(book: RuleBook) -> Sequence[Rule]:
    """The rules that stand in front of those of every kind."""
    first, *others = book.verdicts.by_kind.values()
    return [rule for rule in first if all(rule in rules for rules in others)]


def _own(kind: Kind, book: RuleBook) -> Sequence[Rule]:
    shared = {rule.ref.id for rule in _shared(book)}
    return [rule for rule in book.verdicts.by_kind[kind] if rule.ref.id not in shared]


def _silence(book: RuleBook) -> str:
    return f"完成情况只写{quoted(sorted(book.rollup.silent))}的，等于没有报。" if book.rollup.silent else ""


def _failing(book: RuleBook) -> str:
    failing, denied = book.rollup.failing, book.rollup.denied
    if not failing:
        return ""
    but = f"；紧跟在下列词语之后的不算：{'、'.join(denied)}" if denied else ""
    return f"完成情况中有下列词语的，视为自称没有做到：{'、'.join(failing)}{but}。"
