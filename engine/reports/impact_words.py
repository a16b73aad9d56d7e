"""Moves in words: how a task or target stands by both books, what decided, and what turned."""

from __future__ import annotations

from engine.explain.phrases import PHRASES
from engine.explain.speech import Language
from engine.reports.impact_parts import Fact, Mark, Voice
from engine.reports.impact_phrases import clauses, say
from engine.rules.language.traces import Compared
from engine.trials.impact_records import Decision, Reason, Shift, Stand, TargetChange, Turned


def marks(stand: Shift[Stand], lang: Language) -> Shift[Mark]:
    """Both stands; the light is told where nothing else differs."""
    lights = [one._replace(light="grey") for one in stand]
    lit = stand.moves and lights[0] == lights[1]
    return Shift(*(Mark(one.status, _stand(one, lit, lang)) for one in stand))


def _stand(stand: Stand, lit: bool, lang: Language) -> str:
    words = say(lang, f"status.{stand.status}")
    if stand.grade != PHRASES[f"status.{stand.status}"][0]:
        words = say(lang, "graded", grade=stand.grade, status=words)
    if lit:
        words = say(lang, "lit", words=words, light=say(lang, f"light.{stand.light}"))
    return say(lang, "left_out", words=words) if stand.left_out else words


def reasons(reason: Reason, voice: Voice) -> list[Fact]:
    """What decided before and now, what turned, and the sentences."""
    lang, decided = voice.lang, reason.decided
    facts = [
        Fact(say(lang, "label.before"), _decided(decided.before, voice.files.before, lang)),
        Fact(say(lang, "label.now"), _decided(decided.now, voice.files.now, lang)),
    ]
    facts += [Fact(say(lang, "label.turned"), words) for words in _turns(reason, lang)]
    if decided.before.because == decided.now.because:
        return [*facts, Fact(say(lang, "label.same"), decided.now.because)]
    said, says = say(lang, "label.said"), say(lang, "label.says")
    return [*facts, Fact(said, decided.before.because), Fact(says, decided.now.because)]


def recast(change: TargetChange, lang: Language) -> list[Fact]:
    """The kind and direction before and now, where they differ."""
    if not (change.kind.moves or change.direction.moves):
        return []
    both = zip(change.kind, change.direction, strict=True)
    words = (
        say(lang, "recast", kind=say(lang, f"kind.{kind}"), direction=say(lang, f"direction.{direction}"))
        for kind, direction in both
    )
    before, now = words
    return [Fact(say(lang, "label.recast"), say(lang, "moves", before=before, now=now))]


def _decided(decision: Decision, file: str, lang: Language) -> str:
    place = f"{decision.rule.file or file}:{decision.rule.line}"
    held = [_compared(one, lang) for one in decision.compared if one.holds]
    why = clauses(lang, held) if held else say(lang, "always")
    return say(lang, "decided", rule=decision.rule.id, place=place, why=why)


def _compared(one: Compared, lang: Language) -> str:
    return say(lang, "compared", words=one.words, figures=one.figures)


def _turns(reason: Reason, lang: Language) -> list[str]:
    """The comparisons that held and do so no more, or else those that hold now; or else why without any."""
    lost = [one for one in reason.turned if one.compared.before.holds]
    told = [_turned(one, lang) for one in lost or reason.turned]
    return told if reason.cause == "turned" else [say(lang, f"cause.{reason.cause}"), *told]


def _turned(turned: Turned, lang: Language) -> str:
    before, now = turned.compared
    words = before.words if before.words == now.words else say(lang, "moves", before=before.words, now=now.words)
    held, holds = (say(lang, "holds" if one.holds else "fails") for one in (before, now))
    figures = {"before": before.figures, "now": now.figures}
    return say(lang, "turned", rule=turned.rule, words=words, held=held, holds=holds, **figures)
