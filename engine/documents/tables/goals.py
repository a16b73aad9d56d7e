"""Columns of figures joined to a task, 目标值 to its text and 完成值 to its progress: one reading serves all tables.

The rule, by example (the task's own words, then the cell, then what is written):

==========================================  ==================  ==========================================
固定资产投资                                500 (亿元)          固定资产投资500亿元
规上工业增加值增速                          ≥6.5%               规上工业增加值增速不低于6.5%
PM2.5                                       28 (微克/立方米)    PM2.5为28微克/立方米
固定资产投资(亿元)                          500                 固定资产投资500亿元
地区生产总值, column 增长目标(%)            6                   地区生产总值增长6%
东湖大道建成通车, column 计划投资(万元)     5000                东湖大道建成通车,计划投资5000万元
东湖大道工程                                主体结构封顶        东湖大道工程:主体结构封顶
东湖大道工程                                6月底前开工         东湖大道工程6月底前开工
东环路, 项目名称, column 计划投资(亿元)     5.6                 东环路项目投资5.6亿元
==========================================  ==================  ==========================================

A figure follows its indicator at once: any joining word, or a colon, hides from the reading that 增速 is a growth; only
behind a digit or a letter 为 keeps the two apart.  An amount whose title names an indicator of its own (投资) stands in
a clause of its own, so that what the task's words promise by themselves (建成通车) stays a promise; the mere name of a
project goes before it, for then it is an amount of that project.  What was achieved reads likewise, the period of the
title before it (1-6月固定资产投资320亿元), and the progress text follows behind ";".
There the task's words are repeated for a figure that would have no indicator without them, and only if they are no
sentence: 全长3.2公里 is no progress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from engine.documents.tables.completions import OF_GOAL
from engine.documents.tables.figures import figure, is_rate
from engine.documents.tables.headline import unit_behind
from engine.documents.tables.parts import Piece
from engine.documents.tables.projects import is_project, of_project
from engine.documents.tables.values import Value, Words
from engine.units import periods, quantities

_CLAUSE = re.compile("[,\uff0c;\uff1b:\uff1a。!\uff01?\uff1f\n]")
_LONGEST_NAME = 40


def text_pieces(name: Words, goals: Sequence[Value]) -> list[Piece]:
    """The task's own words with its goals behind them; a goal that they state already is left out.

    Where a row has no words of its own, goals in words are its text; mere figures are none."""
    stem = _stem(name.text, goals)
    told = [goal for goal in goals if not _states(stem, goal) and (stem or not goal.figure)]
    if not told:
        return [name.piece()]
    pieces = [name.piece(stem)]
    for number, goal in enumerate(told):
        ahead = pieces[-1]
        pieces += [Piece(_link(ahead, goal, first=number == 0) if ahead.text else ""), goal.piece()]
    return pieces


def progress_pieces(
    name: Words, values: Sequence[Value], progress: Words | None, share: Piece | None = None
) -> list[Piece]:
    """What was achieved, the ``share`` of the year's goal right behind its figure, and behind it the progress text.

    Where only the progress text tells of it, the share stands behind that text if it has one figure, which is meant;
    else before it, for it would be taken for the share of the last.
    """
    stem = _stem(name.text, values)
    pieces: list[Piece] = []
    for value in values:
        pieces += [Piece("," if pieces else ""), *_achieved(name.piece(stem), value)]
        pieces += _completed(share, pieces) if value is values[0] else ()
    alone = share if not values else None
    if progress and progress.text:
        one = len(quantities(progress.text)) == 1
        pieces += () if one else _completed(alone, pieces)
        pieces += [Piece(";" if pieces else ""), *_told(progress)]
        alone = alone if one else None
    pieces += _completed(alone, pieces)
    return pieces


def _completed(share: Piece | None, ahead: Sequence[Piece]) -> Iterator[Piece]:
    if share:
        yield Piece(f",{OF_GOAL}" if ahead else OF_GOAL)
        yield share


def _achieved(name: Piece, value: Value) -> Iterator[Piece]:
    if not value.lacks_words:
        yield Piece("" if periods(value.text) else value.said.period)
        yield value.piece()
        return
    words = value.indicator(name.text)
    yield Piece("" if periods(value.text) else value.said.period or value.said.year)
    if (not words or value.is_rate_of_name) and not _is_sentence(name.text):
        yield name
        yield Piece(words or _apart(name.text, value))
    elif is_project(name):
        yield name
        yield Piece(of_project(name.text, words))
    else:
        yield Piece(words)
    yield value.piece()


def _told(progress: Words) -> Iterator[Piece]:
    """The progress text; a bare percentage takes its title with it (完成进度66%)."""
    own = figure(progress.text)
    if own and is_rate(own.unit):
        yield Piece(progress.title)
    yield progress.piece()


def _link(named: Piece, goal: Value, *, first: bool) -> str:
    """What stands between the words ahead and a goal."""
    ahead = named.text
    comma = "" if _CLAUSE.match(ahead[-1:]) else ","
    words = goal.indicator(ahead)
    if not goal.lacks_words:
        begins = goal.text[0].isdigit() and not _apart(ahead, goal)
        if not first or ahead in goal.text or quantities(ahead):
            return comma
        return comma and ("" if begins else ":")
    if first and words and is_project(named) and not goal.is_rate_of_name:
        return of_project(ahead, words.removeprefix("计划"))
    if not first or _is_sentence(ahead) or (words and not goal.is_rate_of_name):
        return comma + words
    return words or _apart(ahead, goal)


def _apart(ahead: str, value: Value) -> str:
    """为 between a name like PM2.5 and the digits behind it."""
    return "为" if re.search(r"[A-Za-z0-9.]\Z", ahead) and value.text[0].isdigit() else ""


@lru_cache(maxsize=1024)
def _is_sentence(text: str) -> bool:
    """Whether the words say something by themselves, and do not only name what is counted."""
    return len(text) > _LONGEST_NAME or _CLAUSE.search(text) is not None or bool(quantities(text))


def _stem(name: str, values: Sequence[Value]) -> str:
    """The name without a unit in brackets that its figure has now."""
    stem, unit = unit_behind(name)
    return stem if any(value.figure and unit == (value.figure.unit or value.unit) for value in values) else name


def _states(name: str, goal: Value) -> bool:
    """Whether the words of the task hold the goal already (新增绿道10公里, and 10公里 in a column of its own)."""
    if goal.figure is None:
        return goal.text in name
    same = [(one.value, one.unit, one.bound) for one in quantities(name)]
    return bool(same) and any((one.value, one.unit, one.bound) in same for one in quantities(goal.text))
