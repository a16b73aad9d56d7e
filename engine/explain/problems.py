"""Problems as text: where, how grave, what is wrong, and what to do."""

from __future__ import annotations

from engine.explain.speech import Language, say
from engine.explain.visible import visible, visible_lines
from engine.model import Problem, Source


def problem_text(problem: Problem, lang: Language = "zh") -> str:
    """A problem in one line or more, led by `file:line:column:` so that editors can jump there."""
    place = _place(problem.source)
    severity = say(lang, f"severity.{problem.severity}")
    # Messages about the rules name their place themselves, for those who print nothing but the message.
    message = visible_lines(problem.message).removeprefix(place)
    said = f"{place}{severity}: {message}"
    return f"{said}\n  → {visible_lines(problem.suggestion)}" if problem.suggestion else said


def _place(source: Source | None) -> str:
    if source is None:
        return ""
    numbers = [str(number) for number in (source.row, source.column) if number is not None]
    return visible(":".join([source.path, *numbers])) + ": "
