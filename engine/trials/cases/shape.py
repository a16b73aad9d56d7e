"""The shape of a case file: every key, what may stand there, and what it means.

As with the shape of a rules file, the reader takes from here which keys are known and required; values are checked by
the reader, which can say where a mistake stands.
"""

# No ``from __future__ import annotations``: which keys are required is read from the annotations themselves.

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from engine.model import Comparator, Direction, Kind, Light, Stage, Status
from engine.rules.file.shape import Day, Month, Share, Text, Truth

Figure = Annotated[Text, Field(description="一个带单位的数", examples=["100公里", "2.5亿元", "33%"])]
Portion = Annotated[
    str,
    Field(pattern=r"^(无|-?\d{1,9}(\.\d{1,9})?\s*(%|个百分点))$", examples=["33%", "-17个百分点", "无"]),
]
Marks = Annotated[str, Field(pattern=r"^(无|\d{1,9}(\.\d{1,9})?分)$", examples=["66分", "无"])]
Count = Annotated[int, Field(ge=1)]


class _Closed(TypedDict):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]


class Facts(_Closed):
    """一项目标的已知数据;算得出来的(完成率、进度差等)不写。"""

    kind: Annotated[Kind, Field(description="类型")]
    indicator: NotRequired[Annotated[Text, Field(description="指标的名称,决定适用 indicators 中哪一条")]]
    target: NotRequired[Annotated[Figure, Field(description="目标值;节点类、比较类不写")]]
    actual: NotRequired[
        Annotated[Figure, Field(description="完成值,约数照写(约49个);增长类按目标的方向取正负,目标是下降的,降3%写3%")]
    ]
    direction: NotRequired[Annotated[Direction, Field(description="方向:up 越高越好(不写即是),down 越低越好")]]
    comparator: NotRequired[Annotated[Comparator, Field(description="比较方式:>= 至少(不写即是),<= 以内、以下,~ 左右")]]
    month: NotRequired[Annotated[Month, Field(description="数据到哪一月")]]
    deadline: NotRequired[Annotated[Month, Field(description="完成期限,不写即12月")]]
    nodes: NotRequired[
        Annotated[dict[str, Figure], Field(description="任务自定的各节点,如 {6月: 40公里},均早于完成期限")]
    ]
    stage: NotRequired[Annotated[Stage, Field(description="佐证的阶段,不写即 completed")]]
    stated: NotRequired[Annotated[Share, Field(description="文中自报的完成率")]]
    failing: NotRequired[Annotated[Text, Field(description="文中自称未完成的词,如 尚未完成,或写 是;否即没有自称")]]
    reached: NotRequired[Annotated[Text, Field(description="文中自称达标的词,如 达到目标,或写 是;否即没有自称")]]
    in_words: NotRequired[Annotated[Truth, Field(description="是:只报告了文字进展,没有数")]]
    forecast: NotRequired[Annotated[Figure, Field(description="文中自报的预计数")]]
    rung: NotRequired[Annotated[Text, Field(description="已到环节,ladders 中的名称")]]
    target_rung: NotRequired[Annotated[Text, Field(description="目标环节,ladders 中的名称")]]
    rival: NotRequired[Annotated[Figure, Field(description="比较类:被比较指标的数")]]
    rival_indicator: NotRequired[Annotated[Text, Field(description="比较类:被比较指标的名称")]]
    stretch: NotRequired[Annotated[Truth, Field(description="是:这是奋斗目标")]]
    rank: NotRequired[Annotated[Count, Field(description="名次,不超过参评数;以下四项一起写")]]
    rank_from_last: NotRequired[Annotated[Count, Field(description="倒数名次,不超过参评数")]]
    peers: NotRequired[Annotated[Count, Field(description="参评数")]]
    average: NotRequired[Annotated[Share, Field(description="排名所依份额的平均")]]
    as_of: NotRequired[Annotated[Day, Field(description="评定日期;不写即 month 的月末,按最新生效的值")]]


class ExpectTask(_Closed, total=False):
    """应得的结论,写哪几项就核对哪几项,至少一项。"""

    status: Annotated[Status, Field(description="状态")]
    grade: Annotated[Text, Field(description="等次")]
    rule: Annotated[Text, Field(description="判定的规则,按编号")]
    because: Annotated[Text, Field(description="理由中须有的文字")]
    review: Annotated[Text, Field(description="复核提示中须有的文字;不应有提示写“无”")]
    light: Annotated[Light, Field(description="亮灯")]
    points: Annotated[Marks, Field(description="得分,写准数,或报告所示的一位小数;不计分写“无”")]


class ExpectTarget(ExpectTask, total=False):
    """一项目标应得的结论。"""

    completion: Annotated[Portion, Field(description="完成率")]
    expected: Annotated[Portion, Field(description="序时进度")]
    gap: Annotated[Portion, Field(description="进度差,落后为负,如 -17个百分点")]


class TargetCase(_Closed):
    """一项目标的用例。"""

    name: Annotated[Text, Field(description="用例的名称,一句话,不得重复")]
    facts: Facts
    expect: ExpectTarget


class RollupCase(_Closed):
    """由各项目标的状态评判任务的用例。"""

    name: Annotated[Text, Field(description="用例的名称,一句话,不得重复")]
    targets: Annotated[list[Status | Literal["left_out"]], Field(description="各项目标的状态;left_out 不计入的目标")]
    as_of: NotRequired[Annotated[Day, Field(description="评定日期;不写则按最新生效的值")]]
    expect: ExpectTask


class RowCase(_Closed):
    """一整行任务的用例:任务内容和完成情况照表中的写法。"""

    name: Annotated[Text, Field(description="用例的名称,一句话,不得重复")]
    task: Annotated[str, Field(description="任务内容,可为空")]
    progress: NotRequired[Annotated[str, Field(description="完成情况,可为空;不写即没有报告")]]
    as_of: Annotated[Day, Field(description="评定日期")]
    expect: ExpectTask
    each: NotRequired[Annotated[list[ExpectTarget], Field(description="各项目标应得的结论,按先后")]]


class CasesFile(_Closed):
    """规则文件的用例。"""

    cases: list[TargetCase | RollupCase | RowCase]
