"""All that a rule book says, entry by entry, as text: so that two books can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from engine.rules import RuleBook, share_text
from engine.rules.display import figure_text
from engine.rules.policy import KINDS, Indicator, Step, Threshold, Words
from engine.rules.schedule import Schedule
from engine.trials.impact_entry import Entry, Named, placed
from engine.trials.impact_verdicts import rollup, verdicts


def entries(book: RuleBook) -> Iterator[Named]:
    """Everything in a book that bears on a verdict, in the order of the file."""
    yield ("calendar", ""), Entry({"year_end": f"{book.calendar.year_end}月", "schedule": book.calendar.schedule.name})
    for name, schedule in book.schedules.items():
        yield ("schedules", name), placed(_curve(schedule), schedule.place)
    for figure in book.thresholds:
        yield (f"thresholds.{figure.scope}", figure.name), _figure(figure)
    for one in book.indicators:
        yield ("indicators", one.name), Entry(_indicator(one))
    for board in book.boards:
        yield ("boards", board.name), Entry({**_words(board.words), "by": board.by_text})
    yield from verdicts(book)
    yield from rollup(book)
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


def _settings(book: RuleBook) -> Iterator[Named]:
    """The plain sections."""
    tasks, points, units = book.rollup, book.points, book.units
    yield ("stages.worth", ""), Entry({stage: share_text(part) for stage, part in book.worth.items()})
    yield from ((("stages.ladders", rung), Entry(_step(step))) for rung, step in book.ladders.items())
    words = {"silent": sorted(tasks.silent), "failing": tasks.failing, "denied": tasks.denied}
    yield ("rollup", ""), Entry(_listed(words))
    yield ("lights", ""), Entry(dict(book.lights))
    weights = {"lead_weight": share_text(points.lead_weight), "co_weight": share_text(points.co_weight)}
    yield ("points", ""), Entry({"full": figure_text(points.full), **weights})
    yield ("points.lagging", ""), Entry({str(kind): text for kind, text in points.lagging_text.items()})
    names = {"separators": units.separators, "groups": units.groups}
    marks = {"lead_mark": units.lead_mark, "first_leads": "是" if units.first_leads else "否"}
    yield ("units", ""), Entry({**marks, **_listed(names)})
    yield ("units.aliases", ""), Entry(_listed(units.aliases))


def _figure(one: Threshold) -> Entry:
    exact = {"value": str(Fraction(one.value))} if one.type == "share" else {}
    return placed({"value": one.text}, one.place)._replace(exact=exact)


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
