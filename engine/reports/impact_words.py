"""Moves in words: how a task or target stands by both books, what decided, and what turned."""

from __future__ import annotations

from engine.explain.phrases import PHRASES
from engine.explain.speech import Language
from engine.reports.impact_parts import Fact, Mark, Voice
from engine.reports.impact_phrases import clauses, say
from engine.rules.language.traces import Compared
from engine.trials.impact_records import Decision, Reason, Shift, Stand, TargetChange, Turned


def marks(stand: Shift[Stand], lang: Language) -> Shift[Mark]:
    """Both stands."""
    return Shift(*(Mark(one.status, _stand(one, lang)) for one in stand))


def _stand(stand: Stand, lang: Language) -> str:
    """The light is told where the grade has one of its own: the look of a mark is that of its status."""
    words = say(lang, f"status.{stand.status}")
    if stand.grade != PHRASES[f"status.{stand.status}"][0]:
        words = say(lang, "graded", grade=stand.grade, status=words)
    if stand.own_light:
        words = say(lang, "lit", words=words, light=say(lang, f"light.{stand.light}"))
    return say(lang, "left_out", words=words) if stand.left_out else words


def reasons(reason: Reason, voice: Voice) -> list[Fact]:
    """What decided before and now, what turned, and the sentences."""
    lang, decided = voice.lang, reason.decided
    facts = [
        Fact(say(lang, "label.before"), _decided(decided, decided.before, voice.files.before, lang)),
        Fact(say(lang, "label.now"), _decided(decided, decided.now, voice.files.now, lang)),
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


def _decided(both: Shift[Decision], decision: Decision, file: str, lang: Language) -> str:
    place = f"{decision.rule.file or file}:{decision.rule.line}"
    held = [_compared(one, lang) for one in _telling(both, decision)]
    why = clauses(lang, held) if held else say(lang, "always")
    return say(lang, "decided", rule=decision.rule.id, place=place, why=why)


def _telling(both: Shift[Decision], decision: Decision) -> list[Compared]:
    """What held; without the texts and truths that hold before as now, where a figure decided."""
    held = [one for one in decision.compared if one.holds]
    shared = set(both.before.compared) & set(both.now.compared)
    told = [one for one in held if one.measured or one not in shared]
    return told if any(one.measured for one in told) else held


def _words(one: Compared, lang: Language) -> str:
    """Chinese readers are told a condition in words, without the names and signs of the rules file."""
    return one.told if lang == "zh" else one.words


def _compared(one: Compared, lang: Language) -> str:
    left, sign, right = one.figures.partition(" == ")
    plain = not one.measured or (sign and left == right)  # figures that say no more than the words
    if lang == "zh" and plain:
        return one.told
    return say(lang, "compared", words=_words(one, lang), figures=one.figures)


def _turns(reason: Reason, lang: Language) -> list[str]:
    """The comparisons that held and do so no more, or else those that hold now; or else why without any."""
    lost = [one for one in reason.turned if one.compared.before.holds]
    told = [_turned(one, lang) for one in lost or reason.turned]
    return told if reason.cause == "turned" else [say(lang, f"cause.{reason.cause}"), *told]


def _turned(turned: Turned, lang: Language) -> str:
    before, now = turned.compared
    both = {"before": _words(before, lang), "now": _words(now, lang)}
    words = both["now"] if both["before"] == both["now"] else say(lang, "moves", **both)
    held, holds = (say(lang, "holds" if one.holds else "fails") for one in (before, now))
    if lang == "zh" and not (before.measured or now.measured):
        return say(lang, "turned.plain", rule=turned.rule, words=words, held=held, holds=holds)
    figures = {"before": before.figures, "now": now.figures}
    return say(lang, "turned", rule=turned.rule, words=words, held=held, holds=holds, **figures)
