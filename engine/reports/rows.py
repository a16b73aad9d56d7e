"""The rows of the table as plain words: one a task, and one more for each further target that needs attention."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from engine.explain.derivation import graded
from engine.explain.figures import (
    achieved,
    answer,
    asks_for_none,
    completion_percent,
    falls,
    figure_asked,
    foreseen,
    named,
    percent,
    turned,
    unanswered_share,
)
from engine.explain.speech import Language, Phrase, phrase, render, say, term
from engine.explain.visible import visible
from engine.model import Forecast, Light, Reading, Statement, Status, Target, TargetResult, TaskResult, Verdict
from engine.reports.ranking import targets_worst_first, worst_first
from engine.rules.display import places_of

BAR = 10
"""Cells of the progress bar."""

LONGEST = 60
"""Characters of a name that are worth a place in the table; `why` shows all of it."""


_SIGNS = {">=": "", "<=": "≤", "~": "约"}


class Row(NamedTuple):
    """One line of the table; every field is text that is safe to print."""

    status: Status
    light: Light
    grade: str
    id: str
    indicator: str
    total: str
    target: str
    done: str
    share: str
    bar: str
    forecast: str
    lead: str


def rows(tasks: tuple[TaskResult, ...], lang: Language) -> Iterator[Row]:
    """The table's lines, worst task first.

    A task shows its own standing with its worst judged target, and below it those further ones that lag, could not
    be judged or that nobody reported on; how many targets there are in all stands behind the first.  The share of an
    area that nobody reported on is not repeated: its whole stands for it.
    """
    for task in worst_first(tasks):
        ranked = [result for result in targets_worst_first(task) if not unanswered_share(result)]
        if not ranked:
            yield _bare(task, lang)
        for place, result in enumerate(ranked):
            if place == 0 or result.verdict.status in ("lagging", "unreported", "unrated"):
                yield _row(task, result, len(ranked) if place == 0 else 0, lang)


def _bare(task: TaskResult, lang: Language) -> Row:
    grade = render(graded(task), lang)
    return Row(
        task.status,
        task.light,
        grade,
        visible(task.task.id),
        _short(task.task.text),
        "",
        "",
        "",
        "",
        "",
        "",
        _lead(task),
    )


def _row(task: TaskResult, result: TargetResult, count: int, lang: Language) -> Row:
    target, verdict = result.reading.target, result.verdict
    judged = task if count else verdict
    return Row(
        status=judged.status,
        light=judged.light,
        grade=render(graded(judged), lang),
        id=visible(task.task.id) if count else "",
        indicator=_short(named(target) or target.clause),
        total=say(lang, "table.count", count=count) if count > 1 else "",
        target=render(_asked(target), lang),
        done=_done(answer(result.reading), target, lang),
        share=_share(verdict),
        bar=bar(verdict.completion, verdict.expected),
        forecast=_forecast(verdict.forecast, result.reading, lang),
        lead=_lead(task) if count else "",
    )


def _done(evidence: Statement | None, target: Target, lang: Language) -> str:
    """The figure or rung reached, or the share that the text states; what is not completed says how far it is, so
    that 19 applications stay such, and what was missed in which words."""
    if evidence is None:
        return ""
    if evidence.value is None and evidence.failing:
        return evidence.failing
    figure = achieved(evidence, target, "table") or phrase("text", text=evidence.rung or "")
    if evidence.stage == "completed":
        stated = evidence.unit == "%" and target.unit not in ("%", None)
        return say(lang, "table.stated", figure=figure) if stated else render(figure, lang)
    return say(lang, "table.stage", figure=figure, stage=term("stage", evidence.stage))


def _forecast(forecast: Forecast, reading: Reading, lang: Language) -> str:
    """What is extrapolated is shown no finer than the figures it comes from; what is held, as it was reported."""
    if forecast.value is None:
        return ""
    target, held = reading.target, forecast.method == "hold_last"
    value = foreseen(forecast.value, target, None if held else _places(reading))
    return render(turned(value, target.unit, target, "table"), lang)


def _places(reading: Reading) -> int:
    """Decimals of the target, or of evidence in the same unit that has more; one at least where it was converted."""
    target, said = reading.target, reading.evidence
    return max(places_of(target.value), places_of(said.value) if said and said.unit == target.unit else 1)


def _asked(target: Target) -> Phrase:
    if target.value is None:
        word = target.rung or ""
        return phrase("table.comparison", rival=target.rival) if target.rival else phrase("text", text=word)
    if asks_for_none(target):
        return phrase("amount.nil")
    figure = _SIGNS[target.comparator] + figure_asked(target)
    return phrase("table.fall", amount=figure) if falls(target) else phrase("text", text=figure)


def _share(verdict: Verdict) -> str:
    completion, expected = verdict.completion, verdict.expected
    if completion is None:
        return ""
    done = completion_percent(completion, expected, verdict.lines)
    return done if expected is None else f"{done.removesuffix('%')}/{percent(expected, completion)}"


def bar(completion: Fraction | None, expected: Fraction | None) -> str:
    """Completion as a bar of ASCII signs, `|` where it should be (2.2 of 10 at mid-year → `==---|----`).

    ASCII, because East Asian terminals draw block characters one or two cells wide as they please.
    """
    if completion is None or expected is None:
        return ""
    done, due = _filled(completion), _filled(expected)
    cells = ["=" if cell < done else "-" for cell in range(BAR)]
    return "".join([*cells[:due], "|", *cells[due:]])


def _filled(share: Fraction) -> int:
    return max(0, min(BAR, share.numerator * BAR // share.denominator))


def _lead(task: TaskResult) -> str:
    return "、".join(visible(unit) for unit in task.roles.lead)


def _short(text: str) -> str:
    words = visible(text)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
