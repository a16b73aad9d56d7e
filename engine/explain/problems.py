"""Problems as text: where, how grave, what is wrong, and what to do."""

from __future__ import annotations

from engine.explain.speech import Language, Phrase, phrase, say
from engine.explain.visible import visible, visible_lines
from engine.model import Problem, Source


def problem_text(problem: Problem, lang: Language = "zh") -> str:
    """A problem in one line or more, led by `file:line:column:` so that editors can jump there; where it lies between
    two places, the others stand in the next line."""
    place = _place(problem.source)
    severity = say(lang, f"severity.{problem.severity}")
    # Messages about the rules name their place themselves, for those who print nothing but the message.
    message = visible_lines(problem.message).removeprefix(place)
    also = [f"  {say(lang, 'problem.also', places=_others(problem))}"] if problem.also else []
    advice = [f"  → {visible_lines(problem.suggestion)}"] if problem.suggestion else []
    return "\n".join([f"{place}{severity}: {message}", *also, *advice])


def _place(source: Source | None) -> str:
    return visible(_address(source)) + ": " if source else ""


def _others(problem: Problem) -> tuple[Phrase, ...]:
    """The other places; those in the same file without its name."""
    path = problem.source.path if problem.source else None
    return tuple(phrase("text", text=_address(one, told=one.path == path)) for one in problem.also)


def _address(source: Source, told: bool = False) -> str:
    """file:line:column; where a file has several sheets, tables or pages, file:sheet:line:column."""
    parts = (None if told else source.path, source.sheet, source.row, source.column)
    return ":".join(str(part) for part in parts if part is not None)
