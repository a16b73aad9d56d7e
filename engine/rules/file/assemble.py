"""The sections of a rules file put together to a rule book."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from engine.model import RulesInfo
from engine.rules.book import RuleBook
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.named import read_boards, read_indicators, read_thresholds
from engine.rules.file.nodes import Node
from engine.rules.file.rulesets import RuleReader
from engine.rules.file.sections import (
    OF_THE_CALENDAR,
    read_calendar,
    read_currency,
    read_ladders,
    read_lights,
    read_points,
    read_schedules,
    read_units,
    read_worth,
)
from engine.rules.file.shape import Meta, RulesFile, Stages
from engine.rules.policy import Threshold, Verdicts


class Origin(NamedTuple):
    """What a book was made from: the SHA-256 of its file, that of the packaged rules where it extends them, the values
    that were changed, the grades that its rules give at any time, and the thresholds of the rules that it extends."""

    sha256: str
    base: str | None = None
    changes: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()


def assemble(root: Node, reader: Reader, origin: Origin) -> RuleBook:
    """The book of a tree without dated values; where ``reader`` noted an error it is not to be used."""
    sections = reader.fields(root, RulesFile)
    schedules = read_schedules(reader, sections.get("schedules"))
    thresholds = read_thresholds(reader, sections.get("thresholds"), origin.thresholds)
    stages = reader.fields(sections.get("stages"), Stages)
    rules = RuleReader(reader, thresholds)
    verdicts, rollup = rules.verdicts(sections.get("verdicts")), rules.rollup(sections.get("rollup"))
    read_currency(reader, sections.get("currency"))
    calendar = read_calendar(reader, sections.get("calendar"), schedules)
    named = {**schedules, OF_THE_CALENDAR: calendar.schedule}
    return RuleBook(
        info=_info(reader, sections, origin),
        calendar=calendar,
        schedules=schedules,
        thresholds=thresholds,
        indicators=read_indicators(reader, sections.get("indicators"), named),
        boards=read_boards(reader, sections.get("boards"), thresholds),
        verdicts=verdicts,
        worth=read_worth(reader, stages.get("worth")),
        ladders=read_ladders(reader, stages.get("ladders")),
        rollup=rollup,
        lights=read_lights(reader, sections.get("lights"), origin.grades),
        points=read_points(reader, sections.get("points"), thresholds),
        units=read_units(reader, sections.get("units")),
        marks=_marks(verdicts, thresholds),
    )


_SHARE = re.compile(r"(?<![\w.])(\d{1,9}(?:\.\d{1,9})?)\s*(?:[%\uff05]|个百分点)", re.ASCII)


def _marks(verdicts: Verdicts, thresholds: Sequence[Threshold]) -> tuple[Fraction, ...]:
    """Every share above 0 that a rule or a threshold names, the lowest first."""
    written = " ".join(rule.when.text for rules in verdicts.by_kind.values() for rule in rules)
    named = {Fraction(found[1]) / 100 for found in _SHARE.finditer(written)}
    named |= {abs(Fraction(one.value)) for one in thresholds if one.type == "share"}
    return tuple(sorted(named - {0}))


def _info(reader: Reader, sections: Fields, origin: Origin) -> RulesInfo:
    fields = reader.fields(sections.get("meta"), Meta)
    return RulesInfo(
        name=reader.text(fields.get("name")),
        version=reader.text(fields.get("version")),
        sha256=origin.sha256,
        base=origin.base,
        changes=origin.changes,
        basis=reader.note(fields, "basis"),
    )
