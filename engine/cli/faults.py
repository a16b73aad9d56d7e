"""Faults of the command line, which click words in English, said in the user's language with what to do."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from engine.explain.visible import visible
from engine.model import Problem, Report

if TYPE_CHECKING:
    from engine.explain.speech import Language

_FAULTS: dict[type[click.UsageError], tuple[str, str]] = {
    click.NoSuchOption: ("没有选项 {name}。", "There is no option {name}."),
    click.MissingParameter: ("缺少参数 {name}。", "The argument {name} is missing."),
    click.BadParameter: ("{name} 只能是:{choices}。", "{name} is one of: {choices}."),
    click.BadOptionUsage: ("选项 {name} 后面要有一个值。", "The option {name} needs a value."),
}
_NO_COMMAND = ("没有写命令,或没有这个命令。命令有:{commands}。", "No such command. Commands: {commands}.")
_TOO_MANY = ("参数太多;含空格的参数请加引号。", "Too many arguments; quote those with spaces.")
_HELP = ("说明:{command} --help", "Help: {command} --help")


def usage_fault(fault: click.UsageError, lang: Language) -> str:
    """What was wrong with the command line, and where its help is."""
    parameter: click.Parameter | None = getattr(fault, "param", None)
    choices = getattr(parameter.type, "choices", ()) if parameter else ()
    command = fault.ctx.command if fault.ctx else None
    commands = command.commands if isinstance(command, click.Group) else ()
    said = _template(fault)[lang == "en"].format(
        name=visible(_name(fault, parameter)), choices=", ".join(choices), commands=", ".join(commands)
    )
    path = fault.ctx.command_path if fault.ctx else "engine"
    return f"{said}\n{_HELP[lang == 'en'].format(command=path)}"


def unknown_task(task_id: str, report: Report) -> Problem:
    """No task has that number; the nearest numbers are named, or else the first and the last."""
    ids = [task.task.id for task in report.tasks]
    near = "、".join(get_close_matches(task_id, ids, n=3, cutoff=0.5))
    if near:
        suggestion = f"相近的序号有:{near}。"
    elif ids:
        suggestion = f"文件中的序号从 {ids[0]} 到 {ids[-1]}。"
    else:
        suggestion = "文件中没有读到任务,请先用 engine assess 查看。"
    return Problem(
        code="task-unknown", severity="error", message=f"没有序号为“{task_id}”的任务。", suggestion=suggestion
    )


def nothing_to_compare(new: str | None, changes: tuple[str, ...], documents: tuple[str, ...]) -> list[Problem]:
    """What `engine rules diff` lacks: a second file or a changed value, and documents to try the two on."""
    faults = []
    if new is None and not changes:
        faults.append(
            _lacking("没有说改成什么样。", "请写改后的规则文件,或用 --set 写改动,如 --set cumulative.tolerance=5%。")
        )
    if not documents:
        faults.append(_lacking("没有说在哪些任务表上试算。", "请用 --on 指定任务表,可以写几次。"))
    return faults


def unknown_suffix(output: str, known: tuple[str, ...]) -> Problem:
    """The name of a result says no form that it could be written in."""
    message = f"{output}: 只能写成 {'、'.join(known)} 文件。"
    return Problem(code="output-suffix", severity="error", message=message, suggestion="请按所要的格式取文件名。")


def _lacking(message: str, suggestion: str) -> Problem:
    return Problem(code="diff-lacks", severity="error", message=message, suggestion=suggestion)


def _template(fault: click.UsageError) -> tuple[str, str]:
    # MissingParameter is a BadParameter too, so the nearest class in the line of descent decides.
    for kind in type(fault).__mro__:
        if kind in _FAULTS:
            return _FAULTS[kind]
    return _NO_COMMAND if fault.ctx and isinstance(fault.ctx.command, click.Group) else _TOO_MANY


def _name(fault: click.UsageError, parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    if parameter is not None:
        return (parameter.name or "").upper()
    option: str | None = getattr(fault, "option_name", None)
    return option or ""
