"""What the words of a line in a flattened allocation table are: category, item, label, lead unit.

Nothing but their form and order tells them: a category is a numbered heading or a noun before the item's sentence, a
label is a noun behind it, and the lead stands right behind the figures of its line, or right before them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from engine.documents.formats.flattened.broken_units import clings, is_office
from engine.documents.formats.flattened.figures import Line
from engine.documents.formats.flattened.paragraphs import Paragraph, ends_sentence, is_heading
from engine.units import narrow

_LONGEST_NOUN = 15  # characters
_CLAUSE = frozenset(",;:0123456789")


class Told(NamedTuple):
    """The paragraphs of each cell of a line, none where it has no such cell of its own."""

    number: list[Paragraph]
    category: list[Paragraph]
    item: list[Paragraph]
    label: list[Paragraph]
    lead: list[Paragraph]
    figures: list[Paragraph]

    @property
    def first(self) -> Paragraph:
        """The paragraph that the line begins with; its lead stands behind it."""
        parts = (*self.number, *self.category, *self.item, *self.label, *self.figures)
        return min(parts, key=lambda part: part.start)


def told(lines: Sequence[Line], behind: Line, fields: Collection[str]) -> Iterator[Told]:
    """The cells of every line; ``behind`` is what stands behind the last one, ``fields`` are those of the header."""
    stops = any(ends_sentence(part.text) for line in lines for part in (*line.before, *line.words))
    leading = "units" in fields and is_office(lines[0].words[-1].text if lines[0].words else "")
    trailing = "units" in fields and not leading
    known = {part.text for line in lines[1:] if trailing and line.number for part in line.before}
    taken = 0
    for index, (line, after) in enumerate(zip(lines, [*lines[1:], behind], strict=True)):
        words = [*line.before[taken:], *line.words]
        taken = _behind(after, known) if trailing else 0
        end = len(words) - _offices(words) if leading else len(words)
        cells = _cells(words[:end], line.number is not None, index == 0, fields, stops)
        yield Told([line.number] if line.number else [], *cells, words[end:] or after.before[:taken], line.figures)


def _behind(after: Line, known: Collection[str]) -> int:
    """How many of the words behind a line's figures are its lead.

    Before the next number hardly anything else can stand there; without a number it may be the label of the next line.
    """
    if after.number and after.figures:
        return sum(1 for _ in takewhile(lambda part: not is_heading(part.text), after.before))
    first = after.before[0].text if after.before else ""
    if not (is_office(first) or first in known):
        return 0
    return 1 + sum(1 for _ in takewhile(lambda pair: clings(pair[0].text, pair[1].text), pairwise(after.before)))


def _offices(words: Sequence[Paragraph]) -> int:
    """How many words at the end of those before the figures are the lead."""
    return sum(1 for _ in takewhile(lambda part: is_office(part.text), reversed(words)))


def _cells(
    words: Sequence[Paragraph], numbered: bool, first: bool, fields: Collection[str], stops: bool
) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph]]:
    """Category, item and label.  ``stops`` says that the items of the table end with a full stop."""
    nouns = [_is_noun(part.text) for part in words]
    category = 0
    if "category" in fields and words:
        led = numbered and nouns[0] and (not all(nouns) or len(words) > 1 + ("label" in fields))
        category = int(is_heading(words[0].text) or led)
    rest = list(words[category:])
    item = _item(rest, numbered, first or category > 0, stops) if "label" in fields else len(rest)
    return list(words[:category]), rest[:item], rest[item:]


def _item(words: Sequence[Paragraph], numbered: bool, opens: bool, stops: bool) -> int:
    """How many words, category left out, are the item; where it is merged with that above there are none."""
    ends = [index for index, part in enumerate(words, start=1) if ends_sentence(part.text)]
    if ends or not words:
        return max(ends, default=0)
    if not numbered or (stops and not opens and _is_noun(words[0].text)):
        return 0
    return 1 + sum(1 for _ in takewhile(lambda part: narrow(part.text).endswith(","), words[:-1]))


def _is_noun(text: str) -> bool:
    return len(text) <= _LONGEST_NOUN and not ends_sentence(text) and _CLAUSE.isdisjoint(narrow(text))
