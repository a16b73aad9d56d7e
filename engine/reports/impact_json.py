"""The impact of an edit of the rules as JSON, byte for byte the same for the same books and documents."""

from __future__ import annotations

from collections.abc import Sequence

from engine.explain.shares import one_decimal
from engine.model import Problem, UnitStanding
from engine.reports import impact_schema as schema
from engine.reports.impact_parts import Files
from engine.reports.schema import Number
from engine.rules.language.traces import Compared
from engine.rules.policy import STATUSES
from engine.trials import impact_records as records
from engine.trials.impact_entry import Entry
from engine.trials.impact_rules import Difference


def impact_json(impact: records.Impact, files: Files, problems: Sequence[Problem] = ()) -> str:
    """The impact as one JSON text of `engine.rules-impact/1` without a newline at the end; `files` are the two rules
    files as they are to be cited."""
    before, now = (schema.Book(file=file, info=info) for file, info in zip(files, impact.rules, strict=True))
    whole = schema.Impact(
        schema=schema.VERSION,
        rules=schema.Shift[schema.Book](before=before, now=now),
        tasks=impact.tasks,
        moved=sum(impact.moves.values()),
        matrix=_matrix(impact),
        moves=_moves(impact),
        documents=tuple(_document(one, files) for one in impact.documents),
        differences=tuple(_difference(one, files) for one in impact.differences),
        problems=tuple(problems),
    )
    return whole.model_dump_json(by_alias=True, indent=1)


def _matrix(impact: records.Impact) -> tuple[schema.Moved, ...]:
    """The statuses in their own order, without pairs that no task has."""
    pairs = (records.Shift(before, now) for before in STATUSES for now in STATUSES)
    counted = ((pair, impact.matrix.get(pair, 0)) for pair in pairs)
    return tuple(schema.Moved(before=pair.before, now=pair.now, tasks=tasks) for pair, tasks in counted if tasks)


def _moves(impact: records.Impact) -> tuple[schema.Move, ...]:
    """The moves in the order in which the documents first show them."""
    counted = impact.moves.items()
    return tuple(schema.Move(before=_stand(move.before), now=_stand(move.now), tasks=n) for move, n in counted)


def _document(one: records.DocumentImpact, files: Files) -> schema.Document:
    return schema.Document(
        document=one.document,
        tasks=len(one.stands),
        targets=one.targets,
        changes=tuple(_task(task, files) for task in one.tasks),
        units=tuple(map(_unit, one.units)),
        flags=tuple(schema.FlagChange(**flag._asdict()) for flag in one.flags),
        unmoved=schema.Unmoved(**one.unmoved._asdict()),
        recoloured=_recoloured(one.recoloured),
    )


def _recoloured(one: records.Recoloured) -> tuple[schema.Recoloured, ...]:
    lights = dict.fromkeys((*one.tasks, *one.targets))
    counts = ((pair, one.tasks.get(pair, 0), one.targets.get(pair, 0)) for pair in lights)
    return tuple(schema.Recoloured(before=pair.before, now=pair.now, tasks=a, targets=b) for pair, a, b in counts)


def _task(task: records.TaskChange, files: Files) -> schema.TaskChange:
    before, now = (one_decimal(one) for one in task.points)
    return schema.TaskChange(
        id=task.id,
        text=task.text,
        lead=task.lead,
        stand=_stands(task.stand),
        points=schema.Shift[Number | None](before=before, now=now),
        reason=_reason(task.reason, files) if task.reason else None,
        targets=tuple(_target(target, files) for target in task.targets),
    )


def _target(target: records.TargetChange, files: Files) -> schema.TargetChange:
    return schema.TargetChange(
        id=target.id,
        clause=target.clause,
        kind=schema.Shift(**target.kind._asdict()),
        direction=schema.Shift(**target.direction._asdict()),
        stand=_stands(target.stand),
        reason=_reason(target.reason, files),
    )


def _stands(stand: records.Shift[records.Stand]) -> schema.Shift[schema.Stand]:
    return schema.Shift[schema.Stand](before=_stand(stand.before), now=_stand(stand.now))


def _stand(stand: records.Stand) -> schema.Stand:
    return schema.Stand(status=stand.status, grade=stand.grade, light=stand.light, left_out=stand.left_out)


def _reason(reason: records.Reason, files: Files) -> schema.Reason:
    return schema.Reason(
        cause=reason.cause,
        before=_decision(reason.decided.before, files.before),
        now=_decision(reason.decided.now, files.now),
        turned=tuple(
            schema.Turned(rule=one.rule, before=_compared(one.compared.before), now=_compared(one.compared.now))
            for one in reason.turned
        ),
    )


def _decision(decision: records.Decision, file: str) -> schema.Decision:
    return schema.Decision(
        rule=decision.rule.id,
        file=decision.rule.file or file,
        line=decision.rule.line,
        condition=decision.condition,
        compared=tuple(map(_compared, decision.compared)),
        because=decision.because,
    )


def _compared(one: Compared) -> schema.Compared:
    return schema.Compared(words=one.words, figures=one.figures, holds=one.holds)


def _unit(unit: records.Shift[UnitStanding | None]) -> schema.UnitChange:
    before, now = (schema.Unit(lead=u.lead, co=u.co, points=one_decimal(u.points)) if u else None for u in unit)
    return schema.UnitChange(name=next(one.name for one in unit if one), before=before, now=now)


def _difference(one: Difference, files: Files) -> schema.Difference:
    return schema.Difference(
        section=one.section,
        name=one.name,
        keys=one.keys,
        since=one.since,
        before=_entry(one.before, files.before),
        now=_entry(one.now, files.now),
    )


def _entry(entry: Entry | None, file: str) -> schema.Entry | None:
    if entry is None:
        return None
    placed = (entry.file or file) if entry.line else None
    return schema.Entry(values=dict(entry.values), file=placed, line=entry.line)
