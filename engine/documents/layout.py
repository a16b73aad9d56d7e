"""What a user says of a table's layout: the titles of its columns, the names of its areas; never guessed.

It comes as a file, as options of the command line or from a script; every word of it is checked alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from pydantic import Field

from engine.documents.tables.header import TITLES, squeezed, vocabulary
from engine.model import Problem, Record, Source


class Layout(Record):
    """``columns`` gives the title of a column by field ("text": "工作内容") where it is an unusual one; ``areas`` the
    names of the areas, from left to right, of a table that splits totals among them and lost its header."""

    columns: dict[str, str] = Field(default_factory=dict)
    areas: tuple[str, ...] = ()

    def over(self, other: Layout) -> Layout:
        """This layout, and what the other one says besides."""
        return Layout(columns=other.columns | self.columns, areas=self.areas or other.areas)


Loaded = tuple[Layout | None, tuple[Problem, ...]]
"""A layout, or None and every mistake in it."""


class Word(NamedTuple):
    """A word of a layout, and where it stands if it comes from a file."""

    text: str
    source: Source | None = None


def stated_layout(*, columns: Mapping[str, str] | None = None, areas: Iterable[str] = ()) -> Loaded:
    """The layout that a script gives, as it would stand in a layout file.

    Raises TypeError where ``areas`` is one string: its characters are no names.
    """
    if isinstance(areas, str):
        raise TypeError("areas must be a list of names, not a string")
    areas, columns = list(areas), columns or {}
    wrong = [word for word in (*columns, *columns.values(), *areas) if not isinstance(word, str)]
    if wrong:
        return None, tuple(
            _problem("layout-value", f"“{word}”不是文字。", None, "请写成引号里的名称。") for word in wrong
        )
    return checked([(Word(name), Word(title)) for name, title in columns.items()], map(Word, areas))


def checked(columns: Iterable[tuple[Word, Word]], areas: Iterable[Word]) -> Loaded:
    """The layout that pairs of column and title and the names of areas make.

    A column is named by its field (text) or by any word that its title is known by (任务, 主要工作任务).
    """
    columns, areas = list(columns), list(areas)
    problems = [
        *(fault for name, title in columns for fault in _column_faults(name, title)),
        *(_blank(area) for area in areas if not area.text.strip()),
        *_repeated([name._replace(text=_field(name) or name.text) for name, _ in columns]),
        *_repeated([title for _, title in columns]),
        *_repeated(areas),
    ]
    if problems:
        return None, tuple(problems)
    titles = {_field(name) or "": title.text.strip() for name, title in columns}
    return Layout(columns=titles, areas=tuple(area.text.strip() for area in areas)), ()


def _field(name: Word) -> str | None:
    """The field that a column is named by."""
    word = squeezed(name.text)
    return word if word in TITLES else vocabulary().get(word, (0, None))[1]


def _column_faults(name: Word, title: Word) -> Iterator[Problem]:
    if not _field(name):
        near = get_close_matches(name.text, list(vocabulary()), n=1, cutoff=0.5)
        message = f"没有“{name.text}”这一列" + (f",是不是“{near[0]}”?" if near else "。")
        yield _problem("layout-key", message, name.source, f"可以指明的列:{'、'.join(TITLES.values())}。")
    if not title.text.strip():
        yield _problem("layout-value", f"没有写“{name.text}”这一列的列名。", name.source, "请写成“任务=工作内容”这样。")


def _blank(area: Word) -> Problem:
    return _problem("layout-value", "有一个地区没有写名称。", area.source, "请写上名称,或删去这一项。")


def _repeated(words: Sequence[Word]) -> Iterator[Problem]:
    """A fault for every word that stands a second time."""
    texts = [word.text.strip() for word in words]
    for place, word in enumerate(words):
        if texts[place] and texts[place] in texts[:place]:
            message = f"“{TITLES.get(texts[place], texts[place])}”写了两次。"
            yield _problem("layout-value", message, word.source, "请删去一处,或改正其中一处。")


def _problem(code: str, message: str, source: Source | None, suggestion: str) -> Problem:
    return Problem(code=code, severity="error", message=message, source=source, suggestion=suggestion)
