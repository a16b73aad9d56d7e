"""Findings as text: each with its line and a caret, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from engine.explain.speech import Language
from engine.explain.visible import visible_lines
from engine.model import Problem

_NONE = {"zh": "没有发现问题", "en": "Nothing found"}
_COUNTED = {"zh": "{errors}处错误,{others}处提示", "en": "{errors} errors, {others} remarks"}
_ADVICE = {"zh": "建议:{advice}", "en": "Advice: {advice}"}


def check_text(problems: Sequence[Problem], lang: Language = "zh") -> str:
    """Every finding as its message has it, with advice where there is any, then how many; no newline at the end."""
    if not problems:
        return _NONE[lang]
    errors = sum(problem.severity == "error" for problem in problems)
    closing = _COUNTED[lang].format(errors=errors, others=len(problems) - errors)
    return "\n".join([*(_told(problem, lang) for problem in problems), closing])


def _told(problem: Problem, lang: Language) -> str:
    advice = [] if problem.suggestion is None else [_ADVICE[lang].format(advice=problem.suggestion)]
    return visible_lines("\n".join([problem.message, *advice]))
