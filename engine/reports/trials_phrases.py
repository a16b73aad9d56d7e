"""Every sentence and label of cases that were run and of what they cover, in Chinese and English.

One entry a line, as in `engine.explain.phrases`: key → (Chinese, English), with `str.format` fields.  Words of case
files and rules files are never translated.
"""

from __future__ import annotations

from engine.explain.speech import Language

PHRASES: dict[str, tuple[str, str]] = {
    # cases
    "failed": ("{path}:{line}: ✗ {name}", "{path}:{line}: ✗ {name}"),
    "difference": ("  {field}:应为 {expected},实为 {got}", "  {field}: expected {expected}, got {got}"),
    "each": (
        "  each 写了{expected}项,实际读出{got}项目标:{names}",
        "  each: lists {expected}, {got} targets were read: {names}",
    ),
    "each.none": ("  each 写了{expected}项,实际没有读出目标", "  each: lists {expected}, no target was read"),
    "assumed": ("  没有写 as_of,按{day}的值评判", "  without as_of, judged by the values of {day}"),
    "target": ("目标{number} {field}", "target {number} {field}"),
    "decided": ("  {whose}判定的规则 {rule}({place}):", "  {whose}rule that decided: {rule} ({place})"),
    "wanted.later": (
        "  {whose}应判定的规则 {rule}({place})也成立,但排在后面:",
        "  {whose}rule expected: {rule} ({place}) holds too, but stands behind",
    ),
    "wanted.fails": (
        "  {whose}应判定的规则 {rule}({place})不成立:",
        "  {whose}rule expected: {rule} ({place}) does not hold",
    ),
    "wanted.foreign": (
        "  {whose}应判定的规则 {rule}({place})不用于这类目标",
        "  {whose}rule expected: {rule} ({place}) is for other targets",
    ),
    "whose": ("目标{number} ", "target {number}: "),
    "line": ("第{line}行", "line {line}"),
    "line.file": ("{file}第{line}行", "{file}, line {line}"),
    "holds": ("    ✓ {words}({figures})", "    ✓ {words} ({figures})"),
    "fails": ("    ✗ {words}({figures})", "    ✗ {words} ({figures})"),
    "always": ("    ✓ 其他", "    ✓ otherwise"),
    "counted": ("{passed}例通过,{failed}例不通过", "{passed} cases pass, {failed} fail"),
    # coverage
    "mark": ("{sign} 例{cases} 行{rows}", "{sign} c{cases} r{rows}"),
    "legend": (
        "每条规则之前:✓ 到过、✗ 从未到过,例、行是用例和任务行到过的次数。",
        "Before each rule: ✓ reached or ✗ never reached, and how often by cases (c) and by rows (r).",
    ),
    "sum": (
        "规则{rules}条(含复核提示):用例{cases}例到过{by_cases}条,{of_rows}从未到过{never}条",
        "{rules} rules and remarks: {cases} cases reach {by_cases}, {of_rows}{never} never reached",
    ),
    "never": ("从未到过:{rules}", "never reached: {rules}"),
    "never.rule": ("{id}(第{line}行)", "{id} (line {line})"),
    "base": (
        "自带规则{rules}条:用例到过{by_cases}条,{of_rows}从未到过{never}条",
        "{rules} packaged rules: cases reach {by_cases}, {of_rows}{never} never reached",
    ),
    "sum.rows": ("任务{rows}行到过{by_rows}条,", "{rows} rows reach {by_rows}, "),
    "base.rows": ("任务行到过{by_rows}条,", "rows reach {by_rows}, "),
    "joint": ("、", ", "),
}


def say(lang: Language, key: str, **fields: str | int) -> str:
    """A sentence in `lang`; fields stay as they are: whoever prints it makes it safe to print."""
    return PHRASES[key][lang == "en"].format(**fields)
