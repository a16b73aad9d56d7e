"""The lines of figures in a flattened allocation table: a total and one figure for each area, one paragraph each.

Lines are told from each other by the words between them.  Where none stand between, the number of the next line
follows the last figure like one figure more; the numbering tells it from the figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from engine.documents.formats.flattened.broken_units import is_office
from engine.documents.formats.flattened.paragraphs import Paragraph, ends_sentence, is_heading, number
from engine.documents.tables.shares import is_share

_FEWEST = 3  # figures of a line: a total and two areas
_LIKELY = 4  # lengths of runs that are tried
_LARGEST_GAP = 10  # in the numbering; a number beyond is a figure


class Line(NamedTuple):
    """The paragraphs of a line: words, its number, words behind that, figures.

    The words ``before`` the number may belong to the line above; without a number, all words stand there.
    """

    before: list[Paragraph]
    number: Paragraph | None
    words: list[Paragraph]
    figures: list[Paragraph]


class Lines(NamedTuple):
    """Every line with the number of figures that a whole one has; what stands behind the last is a line without
    figures."""

    size: int
    lines: list[Line]


def lines(found: Sequence[Paragraph], before: Sequence[Paragraph] = ()) -> Lines | None:
    """The lines of paragraphs that begin with a number, cut so that most of them have the same number of figures;
    None where there are no lines of figures.  ``before`` are the words before the first number."""
    runs = [(share, list(run)) for share, run in groupby(found[1:], key=lambda one: is_share(one.text))]
    lengths = Counter(len(run) for share, run in runs if share)
    likely = [length for length, _ in lengths.most_common(_LIKELY)]
    sizes = sorted({size for length in likely for size in (length, length - 1) if size >= _FEWEST}, reverse=True)
    ways = [Lines(size, list(_lines(Line(list(before), found[0], [], []), runs, size))) for size in sizes]
    return max(ways, key=lambda way: sum(len(line.figures) == way.size for line in way.lines), default=None)


def _lines(line: Line, runs: Sequence[tuple[bool, list[Paragraph]]], size: int) -> Iterator[Line]:
    wanted = (number(line.number.text) or 0) + 1 if line.number else 1
    for (share, run), (_, behind) in zip(runs, [*runs[1:], (False, [])], strict=True):
        if not share:
            line = line._replace(words=run) if line.number else line._replace(before=run)
            continue
        figures, following = _cut(run, size, wanted, behind[0].text if behind else "")
        if figures or line.number:
            yield line._replace(figures=figures)
            line = Line([], None, [], [])
        if following:
            line = line._replace(number=following)
            wanted = (number(following.text) or 0) + 1
    yield line


def _cut(run: list[Paragraph], size: int, wanted: int, behind: str) -> tuple[list[Paragraph], Paragraph | None]:
    """The figures of a run, and the number of the next line if that stands at its end; ``behind`` is what follows."""
    last = number(run[-1].text) or 0
    if len(run) == 1:
        return ([], run[0]) if wanted <= last <= wanted + _LARGEST_GAP else (run, None)
    if last != wanted or is_office(behind):
        return run, None
    begins = is_heading(behind) or ends_sentence(behind)
    return (run, None) if len(run) == size and not begins else (run[:-1], run[-1])
