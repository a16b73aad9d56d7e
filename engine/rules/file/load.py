"""rules.yaml -> RuleBook: every mistake of the file at once, or a book that is whole."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from engine.model import Problem, RulesInfo, Source
from engine.rules.book import RuleBook
from engine.rules.file.faults import Faults
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import compose
from engine.rules.file.rulesets import RuleReader
from engine.rules.file.sections import (
    read_calendar,
    read_currency,
    read_indicators,
    read_ladders,
    read_lights,
    read_points,
    read_schedules,
    read_units,
    read_worth,
)

Loaded = tuple[RuleBook | None, tuple[Problem, ...]]

SECTIONS = (
    "meta",
    "calendar",
    "schedules",
    "indicators",
    "verdicts",
    "stages",
    "rollup",
    "lights",
    "points",
    "units",
    "currency",
)


def load(path: str | Path) -> Loaded:
    """The rule book in a file (UTF-8, with or without BOM), or None and every mistake in it."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else "文件读不出来"
        return None, (_file_problem(str(path), f"{reason},请核对路径和权限"),)
    return _decoded(raw, str(path))


def loads(text: str, path: str) -> Loaded:
    """The rule book in a text; ``path`` is what messages call it."""
    return _loaded(text, path, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


@cache
def default() -> RuleBook:
    """The rule book that the engine comes with.

    Raises:
        RuntimeError: the packaged file is damaged, which is no fault of the user's.
    """
    packaged = Path(__file__).parents[1] / "rules.yaml"
    # A checkout has the one copy in its root; the wheel carries it inside the package.
    path = packaged if packaged.is_file() else Path(__file__).parents[3] / "rules.yaml"
    book, problems = _decoded(path.read_bytes(), "rules.yaml")
    if book is None:
        raise RuntimeError("\n".join(problem.message for problem in problems))
    return book


def _decoded(raw: bytes, path: str) -> Loaded:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, (_file_problem(path, "文件不是 UTF-8 编码,请另存为 UTF-8"),)
    return _loaded(text, path, hashlib.sha256(raw).hexdigest())


def _loaded(text: str, path: str, sha256: str) -> Loaded:
    faults = Faults(path, text)
    root = compose(text, faults)
    book = None
    if root is not None:
        reader = Reader(faults)
        book = _book(reader, reader.fields(root, SECTIONS), sha256)
    problems = faults.problems()
    return (None if problems else book), problems


def _book(reader: Reader, sections: Fields, sha256: str) -> RuleBook:
    """The book of these sections; where ``reader`` noted a mistake it is not to be used."""
    schedules = read_schedules(reader, sections.get("schedules"))
    stages = reader.fields(sections.get("stages"), ("worth", "ladders"))
    rules = RuleReader(reader)
    verdicts, rollup = rules.verdicts(sections.get("verdicts")), rules.rollup(sections.get("rollup"))
    read_currency(reader, sections.get("currency"))
    return RuleBook(
        info=_info(reader, sections, sha256),
        calendar=read_calendar(reader, sections.get("calendar"), schedules),
        schedules=schedules,
        indicators=read_indicators(reader, sections.get("indicators"), schedules),
        verdicts=verdicts,
        worth=read_worth(reader, stages.get("worth")),
        ladders=read_ladders(reader, stages.get("ladders")),
        rollup=rollup,
        lights=read_lights(reader, sections.get("lights"), rules.grades),
        points=read_points(reader, sections.get("points")),
        units=read_units(reader, sections.get("units")),
    )


def _info(reader: Reader, sections: Fields, sha256: str) -> RulesInfo:
    fields = reader.fields(sections.get("meta"), ("name", "version"), ("basis",))
    reader.text(fields.get("basis"))
    return RulesInfo(name=reader.text(fields.get("name")), version=reader.text(fields.get("version")), sha256=sha256)


def _file_problem(path: str, what: str) -> Problem:
    return Problem(code="rules-file", severity="error", message=f"{path}: {what}", source=Source(path=path))
