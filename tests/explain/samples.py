"""Records built by hand: a small report in which every status and most kinds of target occur once."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from engine import model

PATH = "任务表.txt"


def statement(clause: str, at: int = 0, **fields: Any) -> model.Statement:
    """A statement of an amount as of June, unless the fields say otherwise."""
    given = {"indicator": "", "measure": "amount", "through_month": 6} | fields
    return model.Statement(clause=clause, span=(at, at + len(clause)), **given)


def figure(value: str | None, unit: str | None) -> dict[str, Any]:
    """The value and unit of a target or statement."""
    return {"value": None if value is None else Decimal(value), "unit": unit}


def verdict(status: str, grade: str, line: int, **fields: Any) -> model.Verdict:
    """A verdict by the rule `<status>.rule`, without a forecast unless the fields give one."""
    refused = model.Forecast(method="none", refusal="没有可外推的数字")
    given = {"basis": "measured", "because": f"按规则评为{grade}。", "forecast": refused} | fields
    return model.Verdict(status=status, grade=grade, rule=model.RuleRef(id=f"{status}.rule", line=line), **given)


def straight(value: str, *points: tuple[int, str]) -> model.Forecast:
    """A straight-line forecast from (month, value) pairs."""
    used = tuple((month, Decimal(figure)) for month, figure in points)
    return model.Forecast(value=Decimal(value), method="straight_line", points=used)


def target(id: str, clause: str, indicator: str, kind: str, at: int = 0, **fields: Any) -> model.Target:
    """A target whose clause begins at a character of the task text."""
    return model.Target(id=id, clause=clause, span=(at, at + len(clause)), indicator=indicator, kind=kind, **fields)


def task(id: str, row: int, text: str, progress: str, results: list[Any], **fields: Any) -> model.TaskResult:
    """A task in one row of the table: text in column 2, progress in column 3; the first unit leads."""
    place = model.Source(path=PATH, row=row)
    cells = {name: model.Source(path=PATH, row=row, column=n) for name, n in (("text", 2), ("progress", 3))}
    units = fields.pop("units", "建设局")
    lead, *others = units.split("、")
    given = {"basis": "measured", "because": "由各目标汇总。", "points": None, "review": None} | fields
    return model.TaskResult(
        task=model.Task(id=id, text=text, progress=progress, units=units, source=place, cells=cells),
        roles=model.Roles(lead=(lead,), co=tuple(others)),
        targets=tuple(model.TargetResult(reading=reading, verdict=judged) for reading, judged in results),
        **given,
    )


def greenway() -> model.TaskResult:
    """A cumulative target that lags."""
    goal = target("1.1", "新增绿道10公里", "绿道", "cumulative", **figure("10", "公里"))
    said = statement("绿道新增2.2公里", 4, **figure("2.2", "公里"))
    other = statement("在建绿道6公里", 14, stage="underway", **figure("6", "公里"))
    taken = model.Candidate(other.clause, other.span, likeness=610, objection="只是在建,尚未完成")
    shares = {"completion": Fraction(11, 50), "expected": Fraction(1, 2), "gap": Fraction(-7, 25)}
    judged = verdict("lagging", "滞后", 41, points=Fraction(44), forecast=straight("4.4", (6, "2.2")), **shares)
    reading = model.Reading(target=goal, evidence=said, candidates=(taken,))
    progress = "上半年,绿道新增2.2公里,在建绿道6公里。"
    fields = {"status": "lagging", "grade": "滞后", "points": Fraction(44), "units": "建设局、城投集团"}
    return task("1", 2, "新增绿道10公里。", progress, [(reading, judged)], **fields)


def factories() -> model.TaskResult:
    """One target ahead of schedule, and one that nobody reported on."""
    goal = target("2.1", "实施技改项目140个", "技改项目", "cumulative", **figure("140", "个"))
    said = statement("已实施技改项目98个", **figure("98", "个"))
    shares = {"completion": Fraction(7, 10), "expected": Fraction(1, 2), "gap": Fraction(1, 5)}
    ahead = verdict("on_track", "超序时", 38, points=Fraction(100), forecast=straight("196", (6, "98")), **shares)
    silent = target("2.2", "创建智能工厂3家", "智能工厂", "cumulative", 11, **figure("3", "家"))
    near = model.Candidate(said.clause, said.span, likeness=120, objection="计量单位不同")
    missing = verdict("unreported", "漏报", 60)
    results = [
        (model.Reading(target=goal, evidence=said), ahead),
        (model.Reading(target=silent, candidates=(near,)), missing),
    ]
    text = "实施技改项目140个,创建智能工厂3家。"
    fields = {"status": "on_track", "grade": "达序时", "points": Fraction(50), "units": "经信局"}
    return task("2", 3, text, "已实施技改项目98个。", results, **fields)


def revenue() -> model.TaskResult:
    """A growth target that lags, with the unit's own forecast, an alias of figures, and a review flag."""
    goal = target("3.1", "预算收入增长5%", "预算收入", "growth", **figure("5", "%"))
    said = statement("1-5月预算收入增长4.2%", measure="growth", **figure("4.2", "%") | {"through_month": 5})
    hoped = statement("预计上半年增长6.2%", 15, measure="growth", stage="forecast", **figure("6.2", "%"))
    judged = verdict("lagging", "滞后", 52, gap=Fraction(-1, 125), review="自报预计高于实际")
    reading = model.Reading(target=goal, evidence=said, reported_forecast=hoped)
    progress = "1-5月预算收入增长4.2%,预计上半年增长6.2%。"
    fields = {"status": "lagging", "grade": "滞后", "points": Fraction(84), "units": "财政局"}
    return task("3", 4, "预算收入增长5%。", progress, [(reading, judged)], **fields)


def road() -> model.TaskResult:
    """A milestone that is on its way."""
    goal = target("4.1", "环城路建成通车", "环城路", "milestone", rung="投用")
    said = statement("环城路主体完工", measure="event", rung="主体")
    judged = verdict("on_track", "达序时", 70, basis="milestone")
    reading = model.Reading(target=goal, evidence=said)
    fields = {"status": "on_track", "grade": "达序时", "basis": "milestone", "points": Fraction(100)}
    return task("4", 5, "环城路建成通车。", "环城路主体完工。", [(reading, judged)], **fields)


def safety() -> model.TaskResult:
    """A fall that is asked for, and a rise that is reported; and coverage that is done."""
    fall = {"direction": "down", **figure("3", "%")}
    goal = target("5.1", "事故起数下降3%以上", "事故起数", "growth", **fall)
    said = statement("事故起数上升1.2%", measure="growth", **figure("-1.2", "%"))
    done = target("5.2", "隐患整改率100%", "隐患整改率", "coverage", 11, **figure("100", "%"))
    met = statement("隐患整改率达到100%", 11, **figure("100", "%"))
    results = [
        (model.Reading(target=goal, evidence=said), verdict("lagging", "滞后", 52)),
        (model.Reading(target=done, evidence=met), verdict("done", "已完成", 64, completion=Fraction(1))),
    ]
    text = "事故起数下降3%以上,隐患整改率100%。"
    fields = {"status": "lagging", "grade": "滞后", "points": Fraction(50), "units": "应急局"}
    return task("5", 6, text, "事故起数上升1.2%,隐患整改率达到100%。", results, **fields)


def jobs() -> model.TaskResult:
    """A task that is done, with figures in scale words."""
    goal = target("6.1", "新增就业1.5万人", "新增就业", "cumulative", **figure("1.5", "万人"))
    goal = goal.model_copy(update={"quantity": quantity("1.5万人", "1.5", "万", "人", 4)})
    said = statement("新增就业16200人", quantity=quantity("16200人", "16200", "", "人", 4), **figure("16200", "人"))
    shares = {"completion": Fraction(27, 25), "expected": Fraction(1, 2), "gap": Fraction(29, 50)}
    judged = verdict("done", "已完成", 36, points=Fraction(100), forecast=straight("3.24", (6, "1.62")), **shares)
    reading = model.Reading(target=goal, evidence=said)
    fields = {"status": "done", "grade": "已完成", "points": Fraction(100), "units": "人力社保局"}
    return task("6", 7, "新增就业1.5万人。", "新增就业16200人。", [(reading, judged)], **fields)


def party() -> model.TaskResult:
    """A task without targets, judged by its narrative."""
    fields = {"status": "on_track", "grade": "仅有文字", "basis": "narrative", "units": "组织部"}
    return task("7", 8, "持续加强基层队伍。", "开展培训多期。", [], **fields)


def blank() -> model.TaskResult:
    """A task whose progress cell is empty."""
    fields = {"status": "unrated", "grade": "无法评判", "units": "教育局", "review": "完成情况为空"}
    return task("8", 9, "办好民生实事。", "", [], because="完成情况为空,无法评定。", **fields)


def quantity(text: str, number: str, scale: str, unit: str, start: int = 0) -> model.Quantity:
    """A quantity as the scanner would read it."""
    return model.Quantity(text, start, start + len(text), Decimal(number), scale, unit, rule="number")


EMPTY_CELL = model.Problem(
    code="progress-empty",
    severity="warning",
    message="第8项任务的完成情况为空。",
    source=model.Source(path=PATH, row=9, column=3),
    suggestion="请补填完成情况后重新评定。",
)


def report(*tasks: model.TaskResult, problems: tuple[model.Problem, ...] = (EMPTY_CELL,)) -> model.Report:
    """A report on the tasks given, by default on all of the above."""
    every = (greenway(), factories(), revenue(), road(), safety(), jobs(), party(), blank())
    builders = model.Standing(tasks=2, on_track=1, lagging=1)
    return model.Report(
        document=model.DocumentInfo(path=PATH, sha256="ab" * 32, as_of=date(2023, 6, 30)),
        rules=model.RulesInfo(name="通用规则", version="1", sha256="cd" * 32),
        engine="0.1.0",
        tasks=tasks or every,
        units=(model.UnitStanding(name="建设局", lead=builders, co=model.Standing(), points=Fraction(217, 3)),),
        problems=problems,
    )
