"""Every sentence and label of the impact of an edit of the rules, in Chinese and English.

One entry a line, as in `engine.explain.phrases`: key → (Chinese, English), with `str.format` fields.  Words of the
documents and of the rules files are never translated.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.explain.phrases import PHRASES as COMMON
from engine.explain.speech import Language

PHRASES: dict[str, tuple[str, str]] = {
    "title": ("规则改动的影响", "Impact of an edit of the rules"),
    "old": ("原规则", "old rules"),
    "new": ("新规则", "new rules"),
    "document": ("任务表", "document"),
    "book": ("{name} {version}({file})", "{name} {version} ({file})"),
    "book.tried": ("{book},试改 {changes}", "{book}, trying {changes}"),
    "judged": ("{path} · 截至{as_of} · 任务{tasks}项", "{path} · as of {as_of} · {tasks} tasks"),
    "moved": (
        "评判任务{tasks}项(目标{targets}项):{moved}项任务结论有变,{stay}项不变。",
        "{tasks} tasks judged ({targets} targets): {moved} move, {stay} stay.",
    ),
    "unmoved": (
        "评判任务{tasks}项(目标{targets}项):没有一项任务结论有变。",
        "{tasks} tasks judged ({targets} targets): no task moves.",
    ),
    "within": (
        "另有{count}项任务结论不变,但其中有目标变动。",
        "Tasks that stay, but with targets that change: {count}.",
    ),
    "recoloured": ("只有颜色变化的:{items}。", "Only the colour changes of {items}."),
    "recoloured.tasks": ("任务{count}项({before} → {now})", "{count} tasks ({before} → {now})"),
    "recoloured.targets": ("目标{count}项({before} → {now})", "{count} targets ({before} → {now})"),
    "nothing": (
        "评判任务{tasks}项(目标{targets}项):结论、得分、单位和复核提示都没有变化。",
        "{tasks} tasks judged ({targets} targets): no verdict, point, unit or review flag changes.",
    ),
    "matrix": ("任务的去向(行为原结论,列为新结论)", "Where tasks go (rows: before; columns: now)"),
    "matrix.corner": ("原\\新", "before\\now"),
    "group": ("{before} → {now}:{count}项", "{before} → {now}: {count}"),
    "stays": ("任务结论不变、其中目标变动的:{count}项", "Tasks that stay with targets that change: {count}"),
    "moves": ("{before} → {now}", "{before} → {now}"),
    "graded": ("{grade}({status})", "{status} ({grade})"),
    "lit": ("{words},{light}", "{words}, {light}"),
    "left_out": ("{words},不计入任务", "{words}, not counted in its task"),
    "light.blue": ("蓝灯", "blue"),
    "light.green": ("绿灯", "green"),
    "light.yellow": ("黄灯", "yellow"),
    "light.red": ("红灯", "red"),
    "light.grey": ("灰灯", "grey"),
    "direction.up": ("越高越好", "more is better"),
    "direction.down": ("越低越好", "less is better"),
    "label.task": ("任务", "task"),
    "label.lead": ("牵头", "lead"),
    "label.points": ("得分", "points"),
    "label.target": ("目标", "target"),
    "label.recast": ("类型", "kind"),
    "label.before": ("原", "before"),
    "label.now": ("现", "now"),
    "label.turned": ("转折", "turns"),
    "label.said": ("原理由", "said"),
    "label.says": ("现理由", "says"),
    "label.same": ("理由", "because"),
    "recast": ("{kind},{direction}", "{kind}, {direction}"),
    "decided": ("{rule}({place}):{why}", "{rule} ({place}): {why}"),
    "compared": ("{words}({figures})", "{words}, that is {figures}"),
    "always": ("前面各条都不成立", "none of the rules before it holds"),
    "turned": (
        "{rule} 的 {words}:{before}({held}) → {now}({holds})",
        "{words} of {rule}: {before} ({held}) → {now} ({holds})",
    ),
    "turned.plain": ("{rule} 的 {words}:{held} → {holds}", "{words} of {rule}: {held} → {holds}"),
    "holds": ("成立", "holds"),
    "fails": ("不成立", "does not hold"),
    "cause.recast": ("类型或方向按新规则改定", "the new rules set another kind or direction"),
    "cause.regraded": ("仍是同一条规则,所给的结论变了", "the same rule gives another verdict"),
    "cause.new": ("新增的规则先成立", "a rule that is new holds first"),
    "cause.removed": ("原来的规则已删去", "the rule that decided is gone"),
    "cause.order": ("规则的次序变了", "the rules stand in another order"),
    "points": ("任务得分", "Points of tasks"),
    "points.change": ("{before} → {now}({difference})", "{before} → {now} ({difference})"),
    "points.slight": ("相差不到0.1", "less than 0.1"),
    "points.none": ("未计分", "none"),
    "points.gained": ("{count}项增加,共{sum}分", "{count} gain, {sum} in all"),
    "points.lost": ("{count}项减少,共{sum}分", "{count} lose, {sum} in all"),
    "points.come": ("{count}项开始计分", "{count} have points now"),
    "points.gone": ("{count}项不再计分", "{count} have points no more"),
    "points.task": ("任务{id} {change}", "task {id} {change}"),
    "units": ("受影响的单位", "Units affected"),
    "unit": ("单位", "unit"),
    "unit.lead": ("牵头", "lead"),
    "unit.co": ("配合", "supporting"),
    "unit.count": ("{status} {before}→{now}", "{status} {before}→{now}"),
    "unit.tasks": ("任务", "tasks"),
    "unit.scored": ("得分 {change}", "points {change}"),
    "unit.points": ("只有得分变化的单位", "Units of which only the points change"),
    "unit.change": ("{unit} {change}", "{unit} {change}"),
    "flags": ("复核提示", "Review flags"),
    "flags.come": ("新提示{count}处:{ids}", "{count} come: {ids}"),
    "flags.gone": ("不再提示{count}处:{ids}", "{count} go: {ids}"),
    "others": ("结论不变的目标", "Targets that stay"),
    "others.expected": ("{count}项的序时进度改变", "{count} with another share due"),
    "others.forecast": ("{count}项的预测改变", "{count} with another forecast"),
    "others.decided": ("{count}项的规则或理由改变", "{count} with another rule or sentence"),
    "rules": ("规则本身的改动", "What differs in the rules"),
    "rules.none": ("两份规则没有不同。", "The two books do not differ."),
    "rules.item": ("规则项", "entry"),
    "rules.place": ("位置", "place"),
    "rules.added": ("新增:{values}", "new: {values}"),
    "rules.removed": ("删去:{values}", "gone: {values}"),
    "rules.value": ("{name} {value}", "{name} {value}"),
    "rules.change": ("{before} → {now}", "{before} → {now}"),
    "rules.unset": ("(未写)", "(not set)"),
    "rules.since": ("{change}(自{day}起)", "{change} (from {day})"),
    "problems": ("问题", "Problems"),
    "more": ("{items} 等{count}处", "{items} and more, {count} in all"),
    "joint": ("、", ", "),
    "then": (";", "; "),
}


def say(lang: Language, key: str, **fields: str | int) -> str:
    """A sentence in `lang`; fields stay as they are: whoever prints it makes it safe to print.  The words for the
    closed vocabularies (`status.lagging`) are those that the engine uses everywhere."""
    template = PHRASES[key] if key in PHRASES else COMMON[key]
    return template[lang == "en"].format(**fields)


def listed(lang: Language, words: Iterable[str]) -> str:
    """Words as an enumeration."""
    return say(lang, "joint").join(words)


def clauses(lang: Language, words: Iterable[str]) -> str:
    """Clauses as one sentence."""
    return say(lang, "then").join(words)
