"""Cases that were run, and what they cover, as text; `trials_json` is the same for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.explain.speech import Language
from engine.explain.visible import cells, visible, visible_lines
from engine.model import RuleRef
from engine.reports.trials_json import trials_json
from engine.reports.trials_phrases import say
from engine.trials.cases import Derivation, Difference, Outcome, Tried
from engine.trials.coverage import Coverage, Mark

__all__ = ["coverage_text", "outcomes_text", "trials_json"]


def outcomes_text(outcomes: Sequence[Outcome], lang: Language = "zh") -> str:
    """The cases that failed, each with its place, what differs and how the verdict came about; then the counts."""
    failed = [outcome for outcome in outcomes if not outcome.passed]
    lines = [line for outcome in failed for line in _failure(outcome, lang)]
    counted = say(lang, "counted", passed=len(outcomes) - len(failed), failed=len(failed))
    return visible_lines("\n".join([*lines, counted]))


def _failure(outcome: Outcome, lang: Language) -> Iterator[str]:
    case = outcome.case
    yield say(lang, "failed", path=outcome.path, line=case.place.line, name=_one_line(case.name))
    if case.assumed:
        yield say(lang, "assumed", day=case.as_of.isoformat())
    for difference in outcome.differences:
        yield _difference(difference, outcome.targets, lang)
    for derivation in outcome.derivations:
        yield from _derivation(derivation, lang)


def _difference(difference: Difference, targets: Sequence[str], lang: Language) -> str:
    got, expected = _one_line(difference.got), _one_line(difference.expected)
    if difference.field == "each":
        names = say(lang, "joint").join(map(_one_line, targets))
        return say(lang, "each" if targets else "each.none", expected=expected, got=got, names=names)
    return say(lang, "difference", field=_field(difference, lang), expected=expected, got=got)


def _field(difference: Difference, lang: Language) -> str:
    if difference.target is None:
        return difference.field
    return say(lang, "target", number=difference.target, field=difference.field)


def _derivation(derivation: Derivation, lang: Language) -> Iterator[str]:
    whose = "" if derivation.target is None else say(lang, "whose", number=derivation.target)
    yield from _tried("decided", derivation.decided, whose, lang)
    wanted = derivation.wanted
    if wanted is not None:
        key = {None: "wanted.foreign", True: "wanted.later", False: "wanted.fails"}[wanted.holds]
        yield from _tried(key, wanted, whose, lang)


def _tried(key: str, tried: Tried, whose: str, lang: Language) -> Iterator[str]:
    yield say(lang, key, whose=whose, rule=tried.rule.id, place=_place(tried.rule, lang))
    for one in tried.compared:
        yield say(lang, "holds" if one.holds else "fails", words=_one_line(one.words), figures=_one_line(one.figures))
    if tried.holds and not tried.compared:
        yield say(lang, "always")


def _place(rule: RuleRef, lang: Language) -> str:
    key = "line" if rule.file is None else "line.file"
    return say(lang, key, line=rule.line, file=rule.file or "")


def coverage_text(coverage: Coverage, rules_text: str, lang: Language = "zh", whole: bool = True) -> str:
    """The rules file with a mark before each rule, where it is to be shown ``whole``; then the counts and the rules
    that were never reached.  Of packaged rules that the file extends only the counts are given."""
    lines = list(_marked(coverage.own, rules_text, lang)) if whole else []
    never = [mark.rule for mark in coverage.own if not mark.reached]
    lines.append(_summed("sum", coverage.own, coverage, lang))
    if never:
        rules = (say(lang, "never.rule", id=rule.id, line=rule.line) for rule in never)
        lines.append(say(lang, "never", rules=say(lang, "joint").join(rules)))
    if coverage.base:
        lines.append(_summed("base", coverage.base, coverage, lang))
    return visible_lines("\n".join(lines))


def _summed(key: str, marks: Sequence[Mark], coverage: Coverage, lang: Language) -> str:
    """The counts of some rules; of rows only where a table was given."""
    by_rows = sum(mark.rows > 0 for mark in marks)
    return say(
        lang,
        key,
        rules=len(marks),
        cases=coverage.cases,
        by_cases=sum(mark.cases > 0 for mark in marks),
        of_rows=say(lang, f"{key}.rows", rows=coverage.rows, by_rows=by_rows) if coverage.rows else "",
        never=sum(not mark.reached for mark in marks),
    )


def _marked(marks: Sequence[Mark], rules_text: str, lang: Language) -> Iterator[str]:
    """Every line of the file behind a margin as wide as the widest mark."""
    by_line: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_line[mark.rule.line].append(mark)
    margins = {line: _margin(own, lang) for line, own in by_line.items()}
    width = max(map(cells, margins.values()), default=0)
    yield say(lang, "legend")
    for number, line in enumerate(rules_text.splitlines(), start=1):
        margin = margins.get(number, "")
        yield f"{margin}{' ' * (width - cells(margin))} │ {visible(line)}".rstrip()


def _margin(marks: Sequence[Mark], lang: Language) -> str:
    """The mark of a line; of several rules in one line that of the one reached least."""
    least = min(marks, key=lambda mark: mark.cases + mark.rows)
    return say(lang, "mark", sign="✓" if least.reached else "✗", cases=least.cases, rows=least.rows)


def _one_line(text: str) -> str:
    return " ".join(text.split())
