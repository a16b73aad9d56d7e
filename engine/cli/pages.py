"""The help pages, written out in Chinese and English, and the click classes that show them.

click's own layout counts a Chinese character as one cell and speaks English, so the pages are text; a test
holds that every option of a command is on its page in both languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from engine.explain.speech import Language

_COMMON = (
    """  --lang zh|en        界面语言,默认 zh
  --help              显示本说明""",
    """  --lang zh|en        language of labels, default zh
  --help              show this page""",
)

_EXIT = (
    """退出状态:0 正常;1 已完成,但有错误或警告;2 无法完成,原因见标准错误输出。""",
    """Exit status: 0 fine; 1 done, with errors or warnings; 2 could not do it, the reason is on stderr.""",
)

_PAGES: dict[str, tuple[str, str]] = {
    "engine": (
        f"""政府工作任务进度评定。

用法:engine 命令 [选项]

命令:
  assess FILE         评定一份任务进度表:谁已完成、达序时、滞后、漏报
  why FILE TASK       说明一项任务为何这样评定:原文、算式、规则
  quantities TEXT     列出一段文字中的数量

选项:
  --version           显示版本
{_COMMON[0]}

“engine 命令 --help”显示该命令的说明。
{_EXIT[0]}""",
        f"""Assesses the progress of government work tasks.

Usage: engine COMMAND [OPTIONS]

Commands:
  assess FILE         assess a progress table: what is done, on track, lagging, unreported
  why FILE TASK       why a task stands as it does: words, reckoning, rule
  quantities TEXT     the quantities in a text

Options:
  --version           show the version
{_COMMON[1]}

"engine COMMAND --help" shows the page of a command.
{_EXIT[1]}""",
    ),
    "assess": (
        f"""评定一份任务进度表,最滞后的排在最前。

用法:engine assess FILE [选项]

  FILE                任务表(序号、任务、完成情况、责任单位)

选项:
  --as-of DATE        评定日期,如 2023-06-30;不写则用文件中写明的日期
  --rules FILE        规则文件;不写则用自带的 rules.yaml
  --format table|json 输出表格(默认)或 JSON
{_COMMON[0]}

{_EXIT[0]}""",
        f"""Assesses a progress table; what lags most comes first.

Usage: engine assess FILE [OPTIONS]

  FILE                the table (number, task, progress, responsible units)

Options:
  --as-of DATE        date to judge at, like 2023-06-30; by default the one the document states
  --rules FILE        rules file; by default the rules.yaml that comes with the engine
  --format table|json print a table (default) or JSON
{_COMMON[1]}

{_EXIT[1]}""",
    ),
    "why": (
        f"""说明一项任务为何这样评定:读到的原文及其位置、算式、规则及其行号、预测。

用法:engine why FILE TASK [选项]

  FILE                任务表
  TASK                任务序号,如 65

选项:
  --as-of DATE        评定日期,如 2023-06-30;不写则用文件中写明的日期
  --rules FILE        规则文件;不写则用自带的 rules.yaml
{_COMMON[0]}

{_EXIT[0]}""",
        f"""Why a task stands as it does: the words read and where, the reckoning, the rule and its line, the forecast.

Usage: engine why FILE TASK [OPTIONS]

  FILE                the table
  TASK                number of the task, like 65

Options:
  --as-of DATE        date to judge at, like 2023-06-30; by default the one the document states
  --rules FILE        rules file; by default the rules.yaml that comes with the engine
{_COMMON[1]}

{_EXIT[1]}""",
    ),
    "quantities": (
        f"""列出一段文字中的数量:原文、位置、数值、单位、界限。

用法:engine quantities TEXT [选项]

选项:
  --format table|json 输出表格(默认)或 JSON
{_COMMON[0]}

{_EXIT[0]}""",
        f"""The quantities in a text: words, span, value, unit, bound.

Usage: engine quantities TEXT [OPTIONS]

Options:
  --format table|json print a table (default) or JSON
{_COMMON[1]}

{_EXIT[1]}""",
    ),
}


class Settings(NamedTuple):
    """What holds for the whole run, known before click has parsed anything (its faults need a language too)."""

    lang: Language

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Settings:
        """The settings in the arguments: `--lang en` or `--lang=en`, anywhere before `--`."""
        options = list(arguments)[: list(arguments).index("--")] if "--" in arguments else list(arguments)
        english = "--lang=en" in options or ("--lang", "en") in pairwise(options)
        return cls("en" if english else "zh")


class Command(click.Command):
    """A command whose help is its page."""

    def get_help(self, ctx: click.Context) -> str:
        return page(self.name or "", ctx.obj.lang)


class Group(click.Group):
    """A group whose help is its page."""

    command_class = Command

    def get_help(self, ctx: click.Context) -> str:
        return page(self.name or "", ctx.obj.lang)


def page(command: str, lang: Language) -> str:
    """The help page of a command."""
    return _PAGES[command][lang == "en"]
