"""The help pages of the commands for those who write rules, in Chinese and English."""

from engine.cli.help_parts import COMMON, EXIT, LAYOUT

_SET = (
    """  --set PATH=VALUE    改动一个值来试,不动文件,可写几次,如 cumulative.tolerance=5%""",
    """  --set PATH=VALUE    try a value without touching the file, as often as wanted: cumulative.tolerance=5%""",
)
_OUTPUT = (
    """  --output, -o FILE   写到文件;不写则显示在屏幕上
  --force             已有同名文件时覆盖""",
    """  --output, -o FILE   write to a file; by default the result is printed
  --force             overwrite a file that is there""",
)

RULES_PAGES: dict[str, tuple[str, str]] = {
    "rules": (
        f"""编写规则:查错、试例、试算改动的影响、打印。从不改写规则文件。

用法:engine rules 命令 [选项]

命令:
  check FILE          查错:写错的、漏掉的、永远轮不到的、互相重叠的、不起作用的
  test FILE           逐条试用例,并标出从未用到的规则
  diff OLD [NEW]      在真实的任务表上试算:改动以后哪些任务的结论变了,为什么
  docs FILE           把规则写成给人看的文件(Markdown、Word)
  schema              输出 JSON Schema,供编辑器边写边查

选项:
{COMMON[0]}

{EXIT[0]}""",
        f"""Write rules: check, try cases, try an edit on real rows, print.  A rules file is never changed.

Usage: engine rules COMMAND [OPTIONS]

Commands:
  check FILE          mistakes: what is misspelt, left open, never reached, overlapping, without effect
  test FILE           try the cases of a rules file, and mark the rules that were never reached
  diff OLD [NEW]      on real tables: which tasks an edit moves, and why
  docs FILE           the rules as a document for people (Markdown, Word)
  schema              the JSON Schema, by which editors check a file as it is typed

Options:
{COMMON[1]}

{EXIT[1]}""",
    ),
    "rules check": (
        f"""检查规则文件,全部错误一次列出,写明文件、行、列。

用法:engine rules check FILE [选项]

  FILE                规则文件

选项:
{_SET[0]}
  --format text|json|github|sarif  输出文字(默认)、JSON、GitHub 批注或 SARIF
{COMMON[0]}

退出状态:0 没有发现问题;1 有错误或提示;2 文件读不出来。""",
        f"""Every mistake of a rules file at once, with file, line and column.

Usage: engine rules check FILE [OPTIONS]

  FILE                the rules file

Options:
{_SET[1]}
  --format text|json|github|sarif  print text (default), JSON, GitHub annotations or SARIF
{COMMON[1]}

Exit status: 0 nothing found; 1 with mistakes or remarks; 2 the file cannot be read.""",
    ),
    "rules schema": (
        f"""输出规则文件的 JSON Schema。编辑器(如 VS Code 的 YAML 插件)据此提示各项的含义和可用的值。

用法:engine rules schema [选项]

选项:
{COMMON[0]}

{EXIT[0]}""",
        f"""The JSON Schema of rules files, by which editors (such as VS Code with its YAML extension) tell what each
key means and what may stand there.

Usage: engine rules schema [OPTIONS]

Options:
{COMMON[1]}

{EXIT[1]}""",
    ),
    "rules test": (
        f"""逐条试用例:给出数据,核对结论和理由;并统计哪些规则从未用到。用例文件默认与规则文件同名,以
.cases.yaml 结尾。

用法:engine rules test FILE [选项]

  FILE                规则文件

选项:
  --cases FILE        用例文件;不写则用规则文件旁边的 .cases.yaml
  --on FILE           再用一份任务表的各行统计,可写几次
  --as-of DATE        任务表的评定日期;不写则用表中写明的日期
  --coverage          列出整份规则文件,逐条标出用到几次
  --format text|json  输出文字(默认)或 JSON
{LAYOUT[0]}
{COMMON[0]}

退出状态:0 全部通过;1 有用例不通过,或规则文件有提示;2 无法完成,原因见标准错误输出。""",
        f"""Tries the cases of a rules file: facts in, verdict and reason out; and counts which rules were never
reached.  Cases stand beside the rules file, in a file of its name that ends in .cases.yaml.

Usage: engine rules test FILE [OPTIONS]

  FILE                the rules file

Options:
  --cases FILE        the cases; by default the .cases.yaml beside the rules file
  --on FILE           count the rows of a table too, as often as wanted
  --as-of DATE        date to judge the tables at; by default the one that each states
  --coverage          print the whole rules file, each rule with how often it was reached
  --format text|json  print text (default) or JSON
{LAYOUT[1]}
{COMMON[1]}

Exit status: 0 all pass; 1 some fail, or the rules file has remarks; 2 could not do it (reason on stderr).""",
    ),
    "rules diff": (
        f"""在真实的任务表上试算一处改动:哪些任务从什么结论变成什么结论,为什么,影响哪些单位,得分增减多少。

用法:engine rules diff OLD [NEW] --on FILE [选项]

  OLD                 现行的规则文件
  NEW                 改后的规则文件;不写则用 --set 改动 OLD

选项:
  --on FILE           任务表,可写几次
{_SET[0]}
  --as-of DATE        评定日期;不写则用各表写明的日期
  --format text|json|html  输出文字、JSON 或网页;不写则按文件名,默认文字
{_OUTPUT[0]}
{LAYOUT[0]}
{COMMON[0]}

退出状态:0 结论都不变;1 有结论变动;2 无法完成,原因见标准错误输出。""",
        f"""Tries an edit on real tables: which tasks move from what to what, why, which units it touches, and what
they gain or lose in points.

Usage: engine rules diff OLD [NEW] --on FILE [OPTIONS]

  OLD                 the rules in force
  NEW                 the rules after the edit; without it OLD is changed by --set

Options:
  --on FILE           a table, as often as wanted
{_SET[1]}
  --as-of DATE        date to judge at; by default the one that each table states
  --format text|json|html  text, JSON or a web page; by default what the file name says, else text
{_OUTPUT[1]}
{LAYOUT[1]}
{COMMON[1]}

Exit status: 0 nothing moves; 1 something moves; 2 could not do it, the reason is on stderr.""",
    ),
    "rules docs": (
        f"""把规则写成给人看的文件:每条规则用文字说明,附依据。文件名以 .docx 结尾的写成 Word,其余为 Markdown。

用法:engine rules docs FILE [选项]

  FILE                规则文件

选项:
{_OUTPUT[0]}
{COMMON[0]}

{EXIT[0]}""",
        f"""The rules as a document for people: every rule in words, with its basis, in Chinese.  A file name that ends
in .docx gives a Word file, any other Markdown.

Usage: engine rules docs FILE [OPTIONS]

  FILE                the rules file

Options:
{_OUTPUT[1]}
{COMMON[1]}

{EXIT[1]}""",
    ),
}
