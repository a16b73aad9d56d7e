"""The help pages, written out in Chinese and English.

click's own layout counts a Chinese character as one cell and speaks English, so the pages are text; a test
holds that every option of a command is on its page in both languages.
"""

from engine.cli.help_parts import COMMON, EXIT, LAYOUT
from engine.cli.help_rules import RULES_PAGES

PAGES: dict[str, tuple[str, str]] = {
    "engine": (
        f"""政府工作任务进度评定。

用法:engine 命令 [选项]

命令:
  assess FILE         评定一份任务进度表:谁已完成、达序时、滞后、漏报
  why FILE TASK       说明一项任务为何这样评定:原文、算式、规则
  read FILE           列出从文件中读到的任务,不作评定
  check FILE          核对文件前后是否一致:合计、比例、预计
  quantities TEXT     列出一段文字中的数量
  rules 命令          编写规则:查错、试例、试算改动的影响、打印

选项:
  --version           显示版本
{COMMON[0]}

“engine 命令 --help”显示该命令的说明。
{EXIT[0]}""",
        f"""Assesses the progress of government work tasks.

Usage: engine COMMAND [OPTIONS]

Commands:
  assess FILE         assess a progress table: what is done, on track, lagging, unreported
  why FILE TASK       why a task stands as it does: words, reckoning, rule
  read FILE           the tasks as read from a file, before any assessment
  check FILE          whether the figures of a file agree: totals, ratios, forecasts
  quantities TEXT     the quantities in a text
  rules COMMAND       write rules: check, try cases, try an edit on real rows, print

Options:
  --version           show the version
{COMMON[1]}

"engine COMMAND --help" shows the page of a command.
{EXIT[1]}""",
    ),
    "assess": (
        f"""评定一份任务进度表,最滞后的排在最前。

用法:engine assess FILE [选项]

  FILE                任务表:Excel、Word、PDF、网页或文本

选项:
  --as-of DATE        评定日期,如 2023-06-30;不写则用文件中写明的日期
  --rules FILE        规则文件;不写则用自带的 rules.yaml
{LAYOUT[0]}
  --format table|json 输出表格(默认)或 JSON
{COMMON[0]}

{EXIT[0]}""",
        f"""Assesses a progress table; what lags most comes first.

Usage: engine assess FILE [OPTIONS]

  FILE                the table: Excel, Word, PDF, a web page or text

Options:
  --as-of DATE        date to judge at, like 2023-06-30; by default the one the document states
  --rules FILE        rules file; by default the rules.yaml that comes with the engine
{LAYOUT[1]}
  --format table|json print a table (default) or JSON
{COMMON[1]}

{EXIT[1]}""",
    ),
    "why": (
        f"""说明一项任务为何这样评定:读到的原文及其位置、算式、规则及其行号、预测。

用法:engine why FILE TASK [选项]

  FILE                任务表
  TASK                任务序号,如 65

选项:
  --as-of DATE        评定日期,如 2023-06-30;不写则用文件中写明的日期
  --rules FILE        规则文件;不写则用自带的 rules.yaml
{LAYOUT[0]}
{COMMON[0]}

{EXIT[0]}""",
        f"""Why a task stands as it does: the words read and where, the reckoning, the rule and its line, the forecast.

Usage: engine why FILE TASK [OPTIONS]

  FILE                the table
  TASK                number of the task, like 65

Options:
  --as-of DATE        date to judge at, like 2023-06-30; by default the one the document states
  --rules FILE        rules file; by default the rules.yaml that comes with the engine
{LAYOUT[1]}
{COMMON[1]}

{EXIT[1]}""",
    ),
    "read": (
        f"""列出从文件中读到的任务:序号、内容、完成情况、单位、位置;分解表逐行列出各地区的数。不作评定。

用法:engine read FILE [选项]

  FILE                任务表:Excel、Word、PDF、网页或文本

选项:
  --format table|csv|json  输出表格(默认)、CSV(可用 Excel 打开)或 JSON
{LAYOUT[0]}
{COMMON[0]}

{EXIT[0]}""",
        f"""The tasks as read from a file: number, words, progress, units, place; of an allocation table every line
with its areas.  Nothing is judged.

Usage: engine read FILE [OPTIONS]

  FILE                the table: Excel, Word, PDF, a web page or text

Options:
  --format table|csv|json  print a table (default), CSV (for Excel) or JSON
{LAYOUT[1]}
{COMMON[1]}

{EXIT[1]}""",
    ),
    "check": (
        f"""核对文件前后是否一致:分解之和与合计、所写的比例与所写的数、部分与整体、预计与实绩。每处写明两边的位置和算式。

用法:engine check FILE [选项]

  FILE                任务表:Excel、Word、PDF、网页或文本

选项:
  --as-of DATE        数据截至日期,如 2023-06-30;不写则用文件中写明的日期
  --format table|json 输出文字(默认)或 JSON
{LAYOUT[0]}
{COMMON[0]}

退出状态:0 没有发现不一致;1 有不一致,或文件有错误、警告;2 无法完成,原因见标准错误输出。""",
        f"""Whether the figures of a file agree: shares with their total, stated ratios with stated figures, parts
with the whole, forecasts with what is achieved.  Every finding names both places and shows the arithmetic.

Usage: engine check FILE [OPTIONS]

  FILE                the table: Excel, Word, PDF, a web page or text

Options:
  --as-of DATE        date of the figures, like 2023-06-30; by default the one the document states
  --format table|json print text (default) or JSON
{LAYOUT[1]}
{COMMON[1]}

Exit status: 0 nothing found; 1 with findings, errors or warnings; 2 could not do it, the reason is on stderr.""",
    ),
    "quantities": (
        f"""列出一段文字中的数量:原文、位置、数值、单位、界限。

用法:engine quantities TEXT [选项]

选项:
  --format table|json 输出表格(默认)或 JSON
{COMMON[0]}

{EXIT[0]}""",
        f"""The quantities in a text: words, span, value, unit, bound.

Usage: engine quantities TEXT [OPTIONS]

Options:
  --format table|json print a table (default) or JSON
{COMMON[1]}

{EXIT[1]}""",
    ),
    **RULES_PAGES,
}
