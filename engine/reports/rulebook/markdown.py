"""The rule book as Markdown (CommonMark with tables)."""

from __future__ import annotations

import re

from engine.reports.rulebook.blocks import Block, Document, Entry, Fact, Heading, Table, one_line
from engine.reports.rulebook.chapters import document
from engine.rules import RuleBook

_SPECIAL = re.compile(r"[\\`*_\[\]<>|&~#]")


def rulebook_markdown(book: RuleBook) -> str:
    """The whole rule book, with a newline at the end; the words of the rules file cannot act as Markdown in it."""
    told: Document = document(book)
    facts = "\n".join(f"- {_fact(fact)}" for fact in told.facts)
    return "\n\n".join([f"# {_plain(told.title)}", facts, *map(_block, told.blocks)]) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_plain(str(block))}"
    if isinstance(block, Table):
        return _table(block)
    return _entry(block) if isinstance(block, Entry) else _plain(block.text)


def _entry(entry: Entry) -> str:
    """An item of a numbered list, with what there is to say about it below."""
    facts = [_fact(fact) for fact in entry.facts] + [f"编号：{_code(entry.id)}（{_plain(entry.place)}）"]
    return "\n".join([f"{entry.number}. {_plain(entry.statement)}", *(f"    - {fact}" for fact in facts)])


def _fact(fact: Fact) -> str:
    return f"{_plain(fact.label)}：{_plain(fact.text)}"


def _table(table: Table) -> str:
    rule = ("---",) * len(table.head)
    return "\n".join(f"| {' | '.join(map(_plain, row))} |" for row in (table.head, *table.rows)).replace(
        "\n", f"\n| {' | '.join(rule)} |\n", 1
    )


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def _code(text: str) -> str:
    """A text as code, in more backticks than it has itself."""
    line = one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    blank = " " if "`" in line else ""
    return f"{fence}{blank}{line}{blank}{fence}"
