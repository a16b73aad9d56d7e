"""The impact of an edit of the rules as one page that needs nothing else: no net, no script; it prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from engine.explain.problems import problem_text
from engine.explain.speech import Language
from engine.explain.visible import visible
from engine.model import Problem
from engine.reports.impact_parts import Files
from engine.reports.impact_phrases import clauses, listed, say
from engine.reports.impact_view import view
from engine.trials.impact_records import Impact

_TEMPLATES = Path(__file__).with_name("templates")


def impact_html(impact: Impact, files: Files, problems: Sequence[Problem] = (), lang: Language = "zh") -> str:
    """The impact as an HTML page; `files` are the two rules files as they are to be cited."""
    page = _environment(lang).get_template("impact.html")
    return page.render(view=view(impact, files, lang), problems=[problem_text(one, lang) for one in problems])


def _environment(lang: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        lang=lang,
        say=lambda key, **fields: say(lang, key, **fields),
        listed=lambda words: listed(lang, words),
        clauses=lambda words: clauses(lang, words),
    )
    return environment


def _shown(value: Any) -> Any:
    """Words as they are safe to show, beside being escaped; what the template itself has made stays as it is."""
    return "\n".join(map(visible, value.split("\n"))) if type(value) is str else value
