"""An impact put into words and in order, for the terminal and for the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.explain.speech import Language
from engine.model import Light, UnitStanding
from engine.reports.impact_figures import difference, entry_name, place, points, totals, unit_counts
from engine.reports.impact_parts import (
    Cell,
    DocumentView,
    Files,
    FlagView,
    Group,
    Mark,
    TargetView,
    TaskView,
    UnitView,
    View,
    Voice,
)
from engine.reports.impact_phrases import listed, say
from engine.reports.impact_words import marks, reasons, recast
from engine.rules.policy import STATUSES
from engine.trials.impact_records import DocumentImpact, Impact, Recoloured, Shift, TargetChange, TaskChange


def view(impact: Impact, files: Files, lang: Language) -> View:
    """All that is to be shown of an impact; `files` are the two rules files as they are to be cited."""
    statuses = tuple(one for one in STATUSES if any(one in pair for pair in impact.matrix))
    rows = tuple(tuple(Cell(a, b, impact.matrix.get(Shift(a, b), 0)) for b in statuses) for a in statuses)
    return View(
        lang=lang,
        books=_books(impact, files, lang),
        headline=tuple(_headline(impact, lang)),
        statuses=statuses,
        matrix=rows if impact.moves else (),
        documents=tuple(_document(one, Voice(lang, files)) for one in impact.documents),
        differences=tuple((entry_name(one), difference(one, lang), place(one, files)) for one in impact.differences),
    )


def _books(impact: Impact, files: Files, lang: Language) -> Shift[str]:
    told = []
    for rules, file in zip(impact.rules, files, strict=True):
        book = say(lang, "book", name=rules.name, version=rules.version, file=file)
        changes = say(lang, "joint").join(rules.changes)
        told.append(say(lang, "book.tried", book=book, changes=changes) if changes else book)
    return Shift(*told)


def _headline(impact: Impact, lang: Language) -> Iterator[str]:
    moved = sum(impact.moves.values())
    counts = {"tasks": impact.tasks, "targets": sum(one.targets for one in impact.documents)}
    lights = [*_recoloured(impact, lang)]
    if moved:
        yield say(lang, "moved", moved=moved, stay=impact.tasks - moved, **counts)
    else:
        changed = any(one.tasks or one.units or one.flags for one in impact.documents)
        quiet = not changed and not lights
        yield say(lang, "nothing" if quiet else "unmoved", **counts)
    within = sum(bool(task.targets) and not task.stand.moves for one in impact.documents for task in one.tasks)
    if within:
        yield say(lang, "within", count=within)
    if lights:
        yield say(lang, "recoloured", items=listed(lang, lights))


def _recoloured(impact: Impact, lang: Language) -> Iterator[str]:
    """How many tasks and targets change from which light to which, and nothing else."""
    for field in Recoloured._fields:
        counted: Counter[Shift[Light]] = Counter()
        for one in impact.documents:
            counted.update(getattr(one.recoloured, field))
        for lights, count in counted.items():
            before, now = (say(lang, f"light.{light}") for light in lights)
            yield say(lang, f"recoloured.{field}", count=count, before=before, now=now)


def _document(one: DocumentImpact, voice: Voice) -> DocumentView:
    lang, info = voice.lang, one.document
    title = say(lang, "judged", path=info.path, as_of=info.as_of.isoformat(), tasks=len(one.stands))
    scored = [task for task in one.tasks if task.points.moves]
    only_points = (task for task in scored if not task.targets and not task.stand.moves)
    return DocumentView(
        title=title,
        groups=tuple(_groups(one, voice)),
        stays=tuple(_task(task, voice) for task in one.tasks if task.targets and not task.stand.moves),
        totals=tuple(totals([task.points for task in scored], lang)),
        points=tuple(say(lang, "points.task", id=task.id, change=points(task.points, lang)) for task in only_points),
        units=tuple(_unit(unit, lang) for unit in one.units),
        flags=tuple(FlagView(*flag) for flag in one.flags),
        others=tuple(say(lang, f"others.{key}", count=count) for key, count in one.unmoved._asdict().items() if count),
    )


def _groups(one: DocumentImpact, voice: Voice) -> Iterator[Group]:
    """The tasks that move, by where from and where to, in the order of the statuses."""
    moved: dict[Shift[Mark], list[TaskView]] = {}
    for task in (task for task in one.tasks if task.stand.moves):
        shown = _task(task, voice)
        moved.setdefault(shown.mark, []).append(shown)
    for mark in sorted(moved, key=lambda mark: [STATUSES.index(side.status) for side in mark]):
        words = {"before": mark.before.words, "now": mark.now.words}
        title = say(voice.lang, "group", count=len(moved[mark]), **words)
        yield Group(title, mark, tuple(moved[mark]))


def _task(task: TaskChange, voice: Voice) -> TaskView:
    """A task; the rule of the roll-up is told where no target of it explains the move."""
    alone = task.reason is not None and not task.targets
    return TaskView(
        id=task.id,
        text=task.text,
        lead=say(voice.lang, "joint").join(task.lead),
        points=points(task.points, voice.lang) if task.points.moves else "",
        mark=marks(task.stand, voice.lang),
        facts=tuple(reasons(task.reason, voice)) if task.reason and alone else (),
        targets=tuple(_target(target, voice) for target in task.targets),
    )


def _target(target: TargetChange, voice: Voice) -> TargetView:
    facts = (*recast(target, voice.lang), *reasons(target.reason, voice))
    return TargetView(target.id, target.clause, marks(target.stand, voice.lang), facts)


def _unit(unit: Shift[UnitStanding | None], lang: Language) -> UnitView:
    name = next(one.name for one in unit if one)
    scored = Shift(*(one.points if one else None for one in unit))
    return UnitView(name, unit_counts(unit, lang), points(scored, lang) if scored.moves else "")
