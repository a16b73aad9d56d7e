"""The names of the areas among which a table splits its totals: from its titles, or from the user; never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.documents.tables.titles import Titles
from engine.model import Problem, Severity, Source

_HOW = "请按从左到右的顺序给出区域名:命令行加 --areas 甲区,乙区,…,或在版式文件中写 areas: [甲区, 乙区, …]。"


class Areas(NamedTuple):
    """The name of every column of shares, from left to right, and what there is to say about them."""

    names: tuple[str, ...]
    problems: tuple[Problem, ...]


def areas(titles: Sequence[Titles], given: Sequence[str], place: Source) -> Areas:
    """The names of the areas of columns with these titles; ``given`` are those that the user gave, which win.

    A table that lost titles has 区域1, 区域2 … instead, and says which ones it found.
    """
    problems: list[Problem] = []
    found = [own[-1] for own in titles if own]
    names = _distinct(titles)
    if given and len(given) == len(titles):
        problems += _contradicted(found, given, place)
        return Areas(tuple(given), tuple(problems))
    if given:
        message = f"给出了{len(given)}个区域名,表中却有{len(titles)}列区域的数,给出的区域名没有采用。"
        problems.append(_problem("table-areas-count", "warning", message, place, f"请核对区域的个数。{_HOW}"))
    if len(names) < len(titles):
        message = f"表中有{len(titles)}列区域的数,表头却只有{len(found)}个区域名({'、'.join(found) or '无'}),"
        message += f"各区域暂记为区域1至区域{len(titles)}。"
        problems.append(_problem("table-areas-lost", "warning", message, place, _HOW))
        names = tuple(f"区域{number}" for number in range(1, len(titles) + 1))
    return Areas(names, tuple(problems))


def _distinct(titles: Sequence[Titles]) -> tuple[str, ...]:
    """One name for every column, its lowest title, or all of its titles where that is not enough; else none."""
    for whole in (False, True):
        names = dict.fromkeys("".join("".join(own if whole else own[-1:]).split()) for own in titles)
        if len(names) == len(titles) and "" not in names:
            return tuple(names)
    return ()


def _contradicted(found: Sequence[str], given: Sequence[str], place: Source) -> Iterator[Problem]:
    """A note where titles of the table are not among the names that the user gave, in the same order."""
    rest = iter("".join(name.split()) for name in given)
    if not all("".join(title.split()) in rest for title in found):
        message = f"给出的区域名({'、'.join(given)})与表头中的({'、'.join(found)})不一致,按给出的读取。"
        yield _problem("table-areas-differ", "note", message, place, "请核对给出的区域名及其顺序。")


def _problem(code: str, severity: Severity, message: str, place: Source, suggestion: str) -> Problem:
    return Problem(code=code, severity=severity, message=message, source=place, suggestion=suggestion)
