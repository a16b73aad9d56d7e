"""All that a rule book says, entry by entry, as text: so that two books can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from engine.rules import RuleBook, share_text
from engine.rules.display import figure_text
from engine.rules.file.faults import Place
from engine.rules.language.sentences import Template
from engine.rules.policy import KINDS, Indicator, Remark, Rule, Step, Threshold, Words
from engine.rules.schedule import Schedule


class Entry(NamedTuple):
    """What an entry says, by its keys, and where it stands: its line, None where it has no place of its own, in
    ``file``, None for the rules file itself."""

    values: Mapping[str, str]
    line: int | None = None
    file: str | None = None


_Named = tuple[tuple[str, str], Entry]
"""An entry by its section and its name; an entry without a name is the section."""


def entries(book: RuleBook) -> Iterator[_Named]:
    """Everything in a book that bears on a verdict, in the order of the file."""
    yield ("calendar", ""), Entry({"year_end": f"{book.calendar.year_end}月", "schedule": book.calendar.schedule.name})
    for name, schedule in book.schedules.items():
        yield ("schedules", name), _placed(_curve(schedule), schedule.place)
    for figure in book.thresholds:
        yield (f"thresholds.{figure.scope}", figure.name), _placed({"value": _figure(figure)}, figure.place)
    for one in book.indicators:
        yield ("indicators", one.name), Entry(_indicator(one))
    for board in book.boards:
        yield ("boards", board.name), Entry({**_words(board.words), "by": board.by_text})
    yield from _verdicts(book)
    yield from _settings(book)


def lists(book: RuleBook) -> dict[str, list[str]]:
    """The names of every list in which the order counts, by its section."""
    rules = {f"verdicts.{kind}": [rule.ref.id for rule in book.verdicts.by_kind[kind]] for kind in KINDS}
    return {
        "indicators": [one.name for one in book.indicators],
        "boards": [one.name for one in book.boards],
        **rules,
        "rollup.rules": [rule.ref.id for rule in book.rollup.rules],
    }


def _verdicts(book: RuleBook) -> Iterator[_Named]:
    """The rules by kind, those for every kind once, and the remarks."""
    shared = {rule.ref.id for rule in book.verdicts.by_kind[KINDS[0]]}
    shared = shared.intersection(*({rule.ref.id for rule in rules} for rules in book.verdicts.by_kind.values()))
    for kind in KINDS:
        for rule in book.verdicts.by_kind[kind]:
            yield (f"verdicts.{'all' if rule.ref.id in shared else kind}", rule.ref.id), _rule(rule)
    yield from ((("verdicts.review", one.ref.id), _remark(one)) for one in book.verdicts.review)
    yield from ((("rollup.rules", rule.ref.id), _rule(rule)) for rule in book.rollup.rules)
    yield from ((("rollup.review", one.ref.id), _remark(one)) for one in book.rollup.review)


def _settings(book: RuleBook) -> Iterator[_Named]:
    """The plain sections."""
    rollup, points, units = book.rollup, book.points, book.units
    yield ("stages.worth", ""), Entry({stage: share_text(part) for stage, part in book.worth.items()})
    yield from ((("stages.ladders", rung), Entry(_step(step))) for rung, step in book.ladders.items())
    words = {"silent": sorted(rollup.silent), "failing": rollup.failing, "denied": rollup.denied}
    yield ("rollup", ""), Entry(_listed(words))
    yield ("lights", ""), Entry(dict(book.lights))
    weights = {"lead_weight": share_text(points.lead_weight), "co_weight": share_text(points.co_weight)}
    yield ("points", ""), Entry({"full": figure_text(points.full), **weights})
    yield ("points.lagging", ""), Entry({str(kind): text for kind, text in points.lagging_text.items()})
    names = {"separators": units.separators, "groups": units.groups}
    marks = {"lead_mark": units.lead_mark, "first_leads": "是" if units.first_leads else "否"}
    yield ("units", ""), Entry({**marks, **_listed(names)})
    yield ("units.aliases", ""), Entry(_listed(units.aliases))


def _placed(values: Mapping[str, str], place: Place | None) -> Entry:
    return Entry(values, place.line, place.file or None) if place else Entry(values)


def _figure(one: Threshold) -> str:
    """As written; but 5个百分点 and 5% are the same share."""
    return share_text(Fraction(one.value)) if one.type == "share" else one.text


def _curve(schedule: Schedule) -> dict[str, str]:
    points = "、".join(f"{month}月{share_text(share)}" for month, share in schedule.points)
    return {"shape": schedule.shape, "points": points}


def _indicator(one: Indicator) -> dict[str, str]:
    """Its settings, but for those that it leaves open."""
    settings = {
        "kind": one.kind,
        "direction": one.direction,
        "schedule": one.schedule and one.schedule.name,
        "weight": share_text(one.weight) if one.weight != 1 else None,
        "label": one.label,
    }
    return {**_listed({"also": one.also}), **_words(one.words), **{k: text for k, text in settings.items() if text}}


def _words(words: Words) -> dict[str, str]:
    return _listed({"contains": words.contains, "any_of": words.any_of, "ends_with": words.ends_with})


def _listed(lists_: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {key: "、".join(words) for key, words in lists_.items() if words}


def _step(step: Step) -> dict[str, str]:
    return {"ladder": step.ladder, "number": str(step.number), "months": f"{step.months}个月", "done": step.done}


def _rule(rule: Rule) -> Entry:
    says = {"when": rule.when.text, "status": rule.status, "grade": rule.grade, "because": _sentence(rule.because)}
    left_out = {"left_out": "是"} if rule.left_out else {}
    return Entry({**says, **left_out}, rule.ref.line, rule.ref.file)


def _remark(remark: Remark) -> Entry:
    says = {"when": remark.when.text, "because": _sentence(remark.because)}
    return Entry(says, remark.ref.line, remark.ref.file)


def _sentence(template: Template) -> str:
    """A sentence as it is written in the file."""
    parts = []
    for part in template.parts:
        text = "".join(piece.words if piece.term is None else f"{{{piece.term}}}" for piece in part.pieces)
        parts.append(f"[{text}]" if part.optional else text)
    return "".join(parts)
