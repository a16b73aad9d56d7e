"""The words that the columns of the field's tables are titled with."""

from __future__ import annotations

from collections.abc import Mapping

from engine.documents.tables.titles import squeezed

TITLES = {
    "id": "序号",
    "text": "主要工作任务",
    "progress": "完成情况",
    "units": "牵头单位",
    "goal": "目标值",
    "achieved": "完成值",
    "measure": "计量单位",
    "category": "事项分类",
    "label": "任务分解",
    "total": "全市目标任务",
    "due": "完成时限",
    "completion": "完成率",
}
"""What each field is called in messages."""

CORE = ("id", "text", "progress", "units")
"""The fields of every table; the others are columns that some tables have beside them."""

FIGURES = ("goal", "achieved")
"""The fields whose columns are joined to the task's text and progress; a table may have several of each."""

STAND_INS = ("goal", "label")
"""The fields whose column holds the tasks where a table has none of its own for them."""

WORDS: dict[str, tuple[str, ...]] = {
    "id": ("序号", "编号"),
    "text": (
        *("主要工作任务", "工作任务", "目标任务", "重点任务", "任务内容", "工作内容", "重点工作", "工作目标"),
        *("主要工作", "工作要点", "事项名称", "项目名称", "指标名称", "任务名称", "工程名称", "任务", "工作事项"),
        *("重点事项", "重点项目", "实事项目", "主要指标", "考核指标", "经济指标", "三级指标", "指标", "事项", "项目"),
    ),
    "progress": (
        *("完成情况", "进展情况", "推进情况", "落实情况", "工作进展", "完成进度", "工作进度", "推进进度"),
        *("进度情况", "开展情况", "实施情况", "执行情况", "办理情况", "办结情况", "整改情况", "达成情况"),
        *("形象进度", "建设进度", "工程进度", "实施进度", "落实进度", "办理进度", "进展", "进度"),
    ),
    "units": (
        *("牵头责任单位", "牵头单位", "牵头部门", "主责单位", "主责部门", "主办单位", "主办部门", "责任单位"),
        *("责任部门", "责任主体", "承办单位", "承办部门", "承担单位", "负责单位", "负责部门", "责任科室", "责任处室"),
        *("实施单位", "实施主体", "主管单位", "主管部门", "配合责任单位", "配合单位", "配合部门", "协办单位"),
        *("协办部门", "协同单位", "协助单位", "参与单位", "参加单位", "牵头处室", "牵头科室", "业主单位", "项目单位"),
    ),
    "goal": (
        *("目标值", "目标数", "指标值", "计划数", "任务数", "目标任务数", "年度目标", "全年目标", "年度计划"),
        *("全年计划", "计划投资", "投资计划", "计划值", "目标量", "任务量", "计划完成", "计划任务", "年度任务"),
        *(
            "年度目标任务",
            "全年目标任务",
            "年度工作目标",
            "年度任务目标",
            "全年任务",
            "年计划",
            "任务目标",
            "预期目标",
            "计划",
            "目标",
        ),
    ),
    "achieved": (
        *("完成值", "完成数", "实际值", "实际完成", "实际完成值", "实际完成数", "累计完成", "累计完成值"),
        *("完成投资", "完成量", "实绩", "现状值", "当前值", "完成数量", "实际数", "达成值", "完成", "实际"),
    ),
    "measure": ("计量单位", "指标单位", "度量单位", "数量单位"),
    "category": (
        *("事项分类", "项目分类", "任务分类", "事项类别", "项目类别", "任务类别", "工作类别", "指标类别"),
        *("类别", "分类", "领域", "板块"),
    ),
    "label": ("任务分解", "分解任务", "建设内容"),
    "total": (
        *("全市目标任务", "全市目标", "全市任务", "全市", "全县目标任务", "全县", "全区目标任务", "全区"),
        *("目标任务总数", "合计", "总计", "总数", "总量"),
    ),
    "due": ("完成时限", "完成时间", "完成期限", "办结时限", "时间节点", "时间要求", "时限要求", "时限", "期限"),
    "completion": ("完成率", "完成比例", "完成百分比", "完成年度目标", "完成全年目标", "完成年度计划"),
}
"""Header words by field, the more telling first: where two columns fit a field, the earlier word wins."""

WHOLE = frozenset(
    (
        *("进度", "指标", "事项", "项目", "计划", "完成", "实际", "类别", "分类", "领域", "板块"),
        *("全市", "全县", "全区", "合计", "总计", "总数", "总量"),
    )
)
"""Words that must be the whole title but for a time: 序时进度 is a column of figures, 全市排名 none of totals."""

NONE = frozenset(
    (
        *("时限", "时间", "日期", "节点", "安排", "要求", "措施", "举措", "问题", "原因", "打算", "领导", "责任人"),
        *("联系人", "负责人", "电话", "备注", "意见", "依据", "得分", "分值", "权重", "排名", "进度计划", "推进计划"),
        *("预计完成", "是否完成", "按期完成", "未完成", "本月完成", "当月完成", "总投资"),
        *("实际完成时间", "开工时间", "竣工时间", "同期完成率", "上年完成率", "本月完成率", "当月完成率"),
    )
)
"""Ends of titles that are no field's, although they hold a word of one: 任务完成时限, 牵头单位联系人, 全年预计完成."""

ASKED = -1
"""The rank of a word that the user gave: it comes before all of ours."""

Words = Mapping[str, tuple[int, str]]
"""Header words with their rank (0 is best) and field."""


def vocabulary(named: Mapping[str, str] | None = None) -> Words:
    """The header words.

    ``named`` gives the title of a column by field, or by any header word of the field (text, 任务), and replaces our
    words for that field.  A name that is none of these stays in the field's place: the header tells of it.
    """
    ours = {word: (rank, field) for field, some in WORDS.items() for rank, word in enumerate(some)}
    said = [(_field_of(name, ours), squeezed(title)) for name, title in (named or {}).items()]
    fields = {field for field, _ in said}
    kept = {word: place for word, place in ours.items() if place[1] not in fields}
    return kept | {title: (ASKED, field) for field, title in said}


def _field_of(name: str, words: Words) -> str:
    word = squeezed(name)
    return word if word in TITLES or word not in words else words[word][1]
