"""The report as JSON, byte for byte the same for the same assessment."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine import model
from engine.explain.figures import answer
from engine.explain.shares import one_decimal, share
from engine.reports import schema


def to_json(report: model.Report) -> str:
    """The report as one JSON text of `engine.report/1` without a newline at the end."""
    return _report(report).model_dump_json(by_alias=True, indent=1)


def _report(report: model.Report) -> schema.Report:
    return schema.Report(
        schema=schema.VERSION,
        document=report.document,
        rules=report.rules,
        engine=report.engine,
        tasks=tuple(map(_task, report.tasks)),
        units=tuple(map(_unit, report.units)),
        checks=report.checks,
        problems=report.problems,
    )


def _task(result: model.TaskResult) -> schema.Task:
    task = result.task
    return schema.Task(
        id=task.id,
        text=task.text,
        progress=task.progress,
        source=schema.TaskSource(path=task.source.path, row=task.source.row, sheet=task.source.sheet),
        units=schema.Units(lead=result.roles.lead, co=result.roles.co),
        status=result.status,
        grade=result.grade,
        basis=result.basis,
        points=one_decimal(result.points),
        review=result.review,
        targets=tuple(map(_target, result.targets)),
        category=task.category,
        rule=result.rule,
        because=result.because,
        light=result.light,
    )


def _target(result: model.TargetResult) -> schema.Target:
    target, reading, verdict = result.reading.target, result.reading, result.verdict
    return schema.Target(
        id=target.id,
        clause=target.clause,
        span=target.span,
        indicator=target.indicator,
        kind=target.kind,
        direction=target.direction,
        comparator=target.comparator,
        value=_number(target.value),
        unit=target.unit,
        deadline_month=target.deadline_month,
        evidence=_evidence(answer(reading)),
        reported_forecast=_reported(reading.reported_forecast),
        status=verdict.status,
        grade=verdict.grade,
        completion=_share(verdict.completion),
        expected=_share(verdict.expected),
        gap_pp=None if verdict.gap is None else share(verdict.gap * 100),
        forecast=_forecast(verdict.forecast),
        rule=verdict.rule,
        because=verdict.because,
        review=verdict.review,
        area=target.area,
        part_of=target.part_of,
        source=target.source,
        left_out=verdict.left_out,
        stretch=target.stretch,
        light=verdict.light,
    )


def _evidence(said: model.Statement | None) -> schema.Evidence | None:
    if said is None:
        return None
    return schema.Evidence(
        clause=said.clause,
        span=said.span,
        value=_number(said.value),
        unit=said.unit,
        through_month=said.through_month,
        stage=said.stage,
        rung=said.rung,
    )


def _reported(said: model.Statement | None) -> schema.ReportedForecast | None:
    if said is None:
        return None
    value = _number(said.value)
    return schema.ReportedForecast(clause=said.clause, value=value, unit=said.unit, through_month=said.through_month)


def _forecast(forecast: model.Forecast) -> schema.Forecast:
    return schema.Forecast(
        value=_number(forecast.value),
        low=_number(forecast.low),
        high=_number(forecast.high),
        level=_number(forecast.level),
        probability=_number(forecast.probability),
        method=forecast.method,
        points=tuple((month, f"{value:f}") for month, value in forecast.points),
        refusal=forecast.refusal,
    )


def _unit(unit: model.UnitStanding) -> schema.Unit:
    return schema.Unit(name=unit.name, lead=unit.lead, co=unit.co, points=one_decimal(unit.points))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _share(number: Fraction | None) -> str | None:
    return None if number is None else share(number)
