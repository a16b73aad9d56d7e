"""The shape of a rules file: every section and key, what may stand there, and what it means.

The one list of keys: the reader takes from here which are required and known, ``engine rules schema`` makes the JSON
Schema from it, and the documentation is held against it.  Nothing here is used to check values: that is done by the
reader, which can say where a mistake stands.
"""

# No ``from __future__ import annotations``: which keys are required is read from the annotations themselves.

from typing import Annotated, Any, Generic, Literal, NotRequired, TypeVar

from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType, TypedDict

from engine import model

T = TypeVar("T")


def _key(title: str, description: str, *examples: Any) -> Any:
    """What a key is called and what stands there."""
    return Field(title=title, description=description, examples=list(examples) or None)


def _written(pattern: str, wanted: str, *examples: str) -> Any:
    """How a text is written, and what to say where it is not; ``[0-9]``, since ``\\d`` is more to some programs."""
    return Field(pattern=pattern, examples=list(examples) or None, json_schema_extra={"patternErrorMessage": wanted})


_DECIMAL = r"[0-9]{1,9}(\.[0-9]{1,9})?"
_MONTH = _written("^(0?[1-9]|1[0-2])月?$", "应是月份,1至12,例如 6月", "6月")
_NAME = _written("^([A-Za-z_][A-Za-z_0-9]*|[\u4e00-\u9fff]+)$", "名称只用汉字,或只用英文字母、数字和下划线")
_SHARE = _written(f"^{_DECIMAL} *(%|个百分点)$", "应是百分数并写明单位,例如 50% 或 5个百分点", "50%", "5个百分点")
_FIGURE = _written(f"^-?{_DECIMAL} *(%|个百分点|个月|月)?$", "应是数并写明单位,例如 5个百分点、80%、2个月", "5个百分点")
_DAY = Field(
    pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    examples=["2024-01-01"],
    json_schema_extra={"patternErrorMessage": "应是日期,例如 2024-01-01", "format": "date"},
)

# The types of values, named so that the schema can call them by these names.
Text = TypeAliasType("Text", Annotated[str, _written(r"\S", "此处应有文字")])
Word = TypeAliasType("Word", str | int | float)
"""A name; YAML turns one of digits only into a number."""
Share = TypeAliasType("Share", Annotated[str, _SHARE])
Months = TypeAliasType("Months", Annotated[str, _written("^[0-9]{1,3}个月$", "应是月数并写明单位,例如 2个月", "2个月")])
Marks = TypeAliasType("Marks", Annotated[str, _written(f"^{_DECIMAL}分$", "应是分数并写明单位,例如 100分", "100分")])
Month = TypeAliasType("Month", Annotated[str, _MONTH] | Annotated[int, Field(ge=1, le=12)])
Figure = TypeAliasType("Figure", Annotated[str, _FIGURE] | int | float)
Truth = TypeAliasType("Truth", Literal["是", "否"] | bool)
Day = TypeAliasType("Day", Annotated[str, _DAY])
Kind = TypeAliasType("Kind", model.Kind)
Direction = TypeAliasType("Direction", model.Direction)
Status = TypeAliasType("Status", model.Status)
Light = TypeAliasType("Light", model.Light)
Shape = Literal["line", "steps"]
Finding = Literal["rules-overlap", "rules-no-effect", "rules-unused", "rules-hole"]
"""What a rules check finds that an author may accept."""
Texts = TypeAliasType("Texts", list[Text])

Basis = Annotated[Text, _key("依据", "依据:文号、条款", "政府工作报告任务分工方案第三条")]
Allow = Annotated[list[Finding], _key("已知的检查结果", "已知并接受的检查结果;不再出现时会提示删去")]
Id = Annotated[Word, _key("编号", "编号,全文件唯一,每个结论都引用它", "amount-behind")]


class _Closed(TypedDict):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]


class Dated(_Closed, Generic[T]):
    """按日期生效的值:评定日期落在哪一段,就用哪一段的值。第一段不写 from。"""

    value: Annotated[T, _key("值", "自 from 起生效的值")]
    from_: NotRequired[Annotated[Day, Field(alias="from", title="起始日", description="自哪一天起生效,第一段不写")]]
    basis: NotRequired[Basis]


Dateable = TypeAliasType("Dateable", T | Annotated[list[Dated[T]], Field(min_length=1)], type_params=(T,))
Figures = dict[Annotated[str, _NAME], Dateable[Figure]] | None
"""Named figures; a heading with nothing under it is no mistake."""

When = Annotated[
    Dateable[Text],
    _key("条件", "成立的条件;总是成立写“其他”", "completion >= expected - 5个百分点", "months_left > 2个月", "其他"),
]
Because = Annotated[
    Dateable[Text],
    _key(
        "理由",
        "写进结果的理由:{名称}填入数据,[方括号]内有缺数的名称时整段略去",
        "截至{month}[完成{actual},]完成率{completion}",
    ),
]


class Meta(_Closed):
    """规则文件的名称、版本和依据,印在每份报告上。"""

    name: Annotated[Text, _key("名称", "规则的名称", "序时进度口径")]
    version: Annotated[Word, _key("版本", "版本,改动后请更新", "2024.1")]
    basis: NotRequired[Basis]


class Calendar(_Closed):
    """考核年度。"""

    year_end: Annotated[Dateable[Month], _key("年度末月", "年度的最后一个月", "12月")]
    schedule: Annotated[
        Dateable[Text], _key("通用进度安排", "未另行指定时采用的进度安排,schedules 中的名称", "序时进度")
    ]


class Schedule(_Closed):
    """一种进度安排:到某月底应完成全年的多少。"""

    shape: Annotated[Shape, _key("形状", "line 各点连线;steps 台阶,到点才提高")]
    points: Annotated[
        dict[Annotated[str, _MONTH], Dateable[Share]],
        _key("各点", "各月底应完成的份额,逐点不减,至多200%", {"6月": "50%", "12月": "100%"}),
    ]
    basis: NotRequired[Basis]
    allow: NotRequired[Allow]


class Words(_Closed):
    """哪些指标:contains 各词都须出现,any_of 至少出现一个,ends_with 以其一结尾。"""

    contains: NotRequired[Annotated[Texts, _key("须含各词", "指标名称中须出现的各词")]]
    any_of: NotRequired[Annotated[Texts, _key("须含其一", "指标名称中至少出现一个的词", ["支出进度", "执行率"])]]
    ends_with: NotRequired[Annotated[Texts, _key("结尾", "指标名称以其一结尾的词")]]


class Indicator(Words):
    """某些指标的特别规定;第一条相符的有效。"""

    name: Annotated[Text, _key("名称", "此条的名称;没有写词语时即指标名称", "生产总值")]
    also: NotRequired[
        Annotated[Texts, _key("其他叫法", "同一指标的其他叫法,供“与……同步”一类目标查找", ["地区生产总值"])]
    ]
    kind: NotRequired[Annotated[Dateable[Kind], _key("类型", "按哪一类评判,不写则按原文读出的类型")]]
    direction: NotRequired[Annotated[Dateable[Direction], _key("方向", "越高越好还是越低越好")]]
    schedule: NotRequired[Annotated[Dateable[Text], _key("进度安排", "进度安排,schedules 中的名称", "序时进度")]]
    weight: NotRequired[Annotated[Dateable[Share], _key("权重", "在任务得分中的权重,100%为一份")]]
    label: NotRequired[Annotated[Dateable[Text], _key("标签", "标签,条件中可用,如 label == '年度指标'", "年度指标")]]
    basis: NotRequired[Basis]


class Board(Words):
    """排名榜:同类指标按一个份额从高到低排名,供 rank、rank_from_last、peers、average 使用。"""

    name: Annotated[Text, _key("名称", "排名榜的名称", "开工率排名")]
    by: Annotated[Text, _key("排名依据", "排名所依的份额,名称同 when", "completion")]
    basis: NotRequired[Basis]


class Rule(_Closed):
    """一条评判规则;自上而下,第一条成立的即为结论。"""

    id: Id
    when: NotRequired[When]
    status: Annotated[Dateable[Status], _key("结论", "结论,计数用")]
    grade: Annotated[Dateable[Text], _key("等次", "写给人看的等次,可自定", "超序时")]
    because: Because
    basis: NotRequired[Basis]
    left_out: NotRequired[Annotated[Dateable[Truth], _key("不计入", "是:不计入任务的目标数,也不影响任务的结论")]]
    allow: NotRequired[Allow]


class TaskRule(Rule):
    """一条任务评判规则;自上而下,第一条成立的即为结论。"""


class Remark(_Closed):
    """一条复核提示;成立的各条都写入结果,不改变结论。"""

    id: Id
    when: When
    because: Because
    basis: NotRequired[Basis]
    allow: NotRequired[Allow]


class TaskRemark(Remark):
    """一条任务的复核提示;成立的各条都写入结果,不改变结论。"""


class Thresholds(_Closed, total=False):
    """有名称的界线,条件和理由中按名称使用;all 各类通用,其余只在该类中可用。"""

    all: Annotated[Figures, _key("通用界线", "各类目标通用的界线", {"close_call": "5个百分点"})]
    cumulative: Annotated[Figures, _key("累计类界线", "累计类的界线", {"tolerance": "5个百分点"})]
    growth: Annotated[Figures, _key("增长类界线", "增长类的界线")]
    coverage: Annotated[Figures, _key("覆盖类界线", "覆盖类的界线")]
    gauge: Annotated[Figures, _key("水平类界线", "水平类的界线")]
    milestone: Annotated[Figures, _key("节点类界线", "节点类的界线")]
    relative: Annotated[Figures, _key("比较类界线", "比较类的界线")]
    rollup: Annotated[Figures, _key("任务评判界线", "任务评判的界线")]


_Always = Annotated[Rule, Field(json_schema_extra={"required": ["when"]})]
"""A rule of a list that is not the last word, so that none of them may do without a condition."""


class Verdicts(_Closed):
    """目标的评判:各类规则自上而下比对,all 先行,最后一条须写“when: 其他”。"""

    all: NotRequired[Annotated[list[_Always], _key("各类先行", "对各类目标先行比对的规则")]]
    cumulative: Annotated[list[Rule], _key("累计类", "累计类:年内累加的数量")]
    growth: Annotated[list[Rule], _key("增长类", "增长类:同比增幅")]
    coverage: Annotated[list[Rule], _key("覆盖类", "覆盖类:达到后即保持的存量或比率")]
    gauge: Annotated[list[Rule], _key("水平类", "水平类:会波动的水平或比率")]
    milestone: Annotated[list[Rule], _key("节点类", "节点类:开工、建成、出台等事件")]
    relative: Annotated[list[Rule], _key("比较类", "比较类:与另一指标同步、高于平均等")]
    review: Annotated[list[Remark], _key("复核提示", "提示复核,不改变结论")]


class Rung(_Closed):
    """阶梯上的一个环节。"""

    rung: Annotated[Text, _key("环节", "环节的名称", "开工")]
    months: Annotated[Dateable[Months], _key("最短月数", "从上一环节到本环节最短需几个月")]
    done: NotRequired[Annotated[Text, _key("说法", "理由中的说法,接在“已”“尚未”之后;不写则用环节名称", "投入使用")]]


class Worth(_Closed):
    """各阶段的数按多少计入。"""

    completed: Annotated[Dateable[Share], _key("已完成", "已完成、建成、新增的数计入多少")]
    underway: Annotated[Dateable[Share], _key("推进中", "开工、在建、启动的数计入多少")]
    applied: Annotated[Dateable[Share], _key("申报", "申报、初审、列入名单的数计入多少")]
    planned: Annotated[Dateable[Share], _key("计划", "计划、拟做的数计入多少")]
    forecast: Annotated[Dateable[Share], _key("预计", "预计、力争、确保的数计入多少")]


class Stages(_Closed):
    """佐证的阶段与工作的环节。"""

    worth: Annotated[Worth, _key("阶段折算", "各阶段的数按多少计入")]
    ladders: Annotated[dict[str, list[Rung]], _key("环节阶梯", "各种工作的环节,由先到后")]


class Rollup(_Closed):
    """任务的评判,依据其各项目标。"""

    silent: Annotated[Texts, _key("等于没报", "这些内容等于没有报", ["无", "不涉及"])]
    failing: NotRequired[Annotated[Texts, _key("自称未做到", "自称没有做到的词", ["尚未启动", "滞后"])]]
    denied: NotRequired[Annotated[Texts, _key("否定词", "紧接其后的 failing 各词不算", ["没有", "防止"])]]
    rules: Annotated[list[TaskRule], _key("任务评判", "规则,自上而下,第一条成立的即为结论")]
    review: Annotated[list[TaskRemark], _key("复核提示", "提示复核,不改变结论")]


class Lights(_Closed):
    """亮灯的颜色,只用于显示。"""

    done: Annotated[Dateable[Light], _key("已完成", "已完成的颜色")]
    on_track: Annotated[Dateable[Light], _key("达序时", "达序时的颜色")]
    lagging: Annotated[Dateable[Light], _key("滞后", "滞后的颜色")]
    unreported: Annotated[Dateable[Light], _key("漏报", "漏报的颜色")]
    unrated: Annotated[Dateable[Light], _key("无法评判", "无法评判的颜色")]
    grades: NotRequired[
        Annotated[dict[str, Dateable[Light]] | None, _key("个别等次", "个别等次的颜色", {"接近目标": "yellow"})]
    ]


class Lagging(_Closed):
    """滞后的目标按什么比值折算得分。"""

    cumulative: Annotated[Dateable[Text], _key("累计类", "累计类的比值,名称同 when", "completion / expected")]
    growth: Annotated[Dateable[Text], _key("增长类", "增长类的比值", "nearness")]
    coverage: Annotated[Dateable[Text], _key("覆盖类", "覆盖类的比值", "nearness")]
    gauge: Annotated[Dateable[Text], _key("水平类", "水平类的比值", "nearness")]
    milestone: Annotated[Dateable[Text], _key("节点类", "节点类的比值", "rung / target_rung")]
    relative: Annotated[Dateable[Text], _key("比较类", "比较类的比值", "nearness")]


class Points(_Closed):
    """得分。"""

    full: Annotated[Dateable[Marks], _key("满分", "已完成和达序时的得分", "100分")]
    lagging: Annotated[Lagging, _key("滞后折算", "滞后时的折算比值")]
    lead_weight: Annotated[Dateable[Share], _key("牵头权重", "单位得分中牵头任务的权重")]
    co_weight: Annotated[Dateable[Share], _key("配合权重", "单位得分中配合任务的权重")]
    basis: NotRequired[Basis]


class Units(_Closed):
    """责任单位一栏怎么读。"""

    lead_mark: Annotated[Text, _key("牵头标记", "牵头单位的标记", "★")]
    first_leads: Annotated[Dateable[Truth], _key("首位牵头", "没有标记时,第一个单位是否为牵头")]
    separators: Annotated[Texts, _key("分隔符", "单位之间的分隔符", ["、", ";"])]
    aliases: Annotated[dict[str, Texts] | None, _key("其他名称", "单位的其他名称", {"发改局": ["发展改革局"]})]
    groups: Annotated[Texts, _key("统称", "代表若干单位的统称", ["各镇街道"])]


class RulesFile(_Closed):
    """政府工作任务进度评定的规则文件。"""

    extends: NotRequired[Annotated[Literal["自带规则"], _key("底本", "以自带规则为底本,本文件只写不同之处")]]
    meta: Annotated[Meta, _key("规则信息", "名称、版本、依据")]
    calendar: Annotated[Calendar, _key("考核年度", "年度的最后一个月和通用的进度安排")]
    schedules: Annotated[dict[str, Schedule], _key("进度安排", "进度安排,按名称")]
    thresholds: NotRequired[Annotated[Thresholds | None, _key("界线", "有名称的界线")]]
    indicators: Annotated[list[Indicator], _key("指标", "指标的特别规定")]
    boards: NotRequired[Annotated[list[Board], _key("排名榜", "同类指标的排名")]]
    verdicts: Annotated[Verdicts, _key("目标评判", "目标的评判,按类型")]
    stages: Annotated[Stages, _key("阶段和环节", "佐证的阶段与工作的环节")]
    rollup: Annotated[Rollup, _key("任务评判", "任务的评判,依据其各项目标")]
    lights: Annotated[Lights, _key("亮灯", "亮灯的颜色")]
    points: Annotated[Points, _key("得分", "得分")]
    units: Annotated[Units, _key("责任单位", "责任单位一栏怎么读")]
    currency: Annotated[dict[str, str] | None, _key("币种换算", "币种换算,本版留空")]
