"""A broken case file gives every mistake in it, each at its line and column with the words allowed there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules import default, loads
from engine.trials.cases import load_cases
from engine.trials.cases.file import loads_cases

PACKAGED = Path(__file__).parents[2] / "rules.cases.yaml"
EXPECT = "此处可用:status、grade、rule、because、review、light、points"
RUNGS = "谋划、立项、初步设计、招标、开工、主体、竣工、投用、筹备、起草、申报、评审、达成"
FACTS = (
    "此处可用:kind、indicator、target、actual、direction、comparator、month、deadline、nodes、stage、stated、failing、reached、\
in_words、forecast、rung、target_rung、rival、rival_indicator、stretch、rank、rank_from_last、peers、average、as_of"
)
ONE_FORM = "每例须写 facts、targets、task 之一:一项目标的数据、各项目标的状态,或一整行任务"


def case(facts: str, expect: str = "status: done") -> str:
    """One case with these facts in its third line and this expectation in its fourth."""
    return f"cases:\n  - name: 甲\n    facts: {{{facts}}}\n    expect: {{{expect}}}\n"


AMOUNT = "kind: cumulative, target: 9公里, "
BROKEN = {
    "unknown section": ("case: []\n", "1:1 不认识的项“case”。此处可用:cases;是不是“cases”?"),
    "no list": ("cases: 甲\n", "1:8 此处应是列表,每项以“- ”开头,或写成 [甲, 乙]"),
    "a case that is a word": ("cases: [甲]\n", "1:9 此处应是若干“名称: 值”", f"1:9 {ONE_FORM}"),
    "no form": ("cases:\n  - name: 甲\n    expect: {status: done}\n", f"2:5 {ONE_FORM}"),
    "two forms": (
        "cases:\n  - name: 甲\n    targets: [done]\n    facts: {kind: growth}\n    expect: {status: done}\n",
        f"2:5 {ONE_FORM}",
    ),
    "no name": ("cases:\n  - targets: [done]\n    expect: {status: done}\n", "2:5 缺少“name”,请补上"),
    "a name twice": (
        "cases:\n  - {name: 甲, targets: [done], expect: {status: done}}\n"
        "  - {name: 甲, targets: [lagging], expect: {status: lagging}}\n",
        "3:12 用例“甲”重复,第2行已有,请另取一个名称",
    ),
    "a key twice": (
        "cases:\n  - name: 甲\n    targets: [done]\n    targets: [done]\n    expect: {status: done}\n",
        "4:5 “targets”重复,第3行已写过,请删去一处",
    ),
    "each without a row": (
        "cases:\n  - {name: 甲, targets: [done], each: [], expect: {status: done}}\n",
        "2:32 不认识的项“each”。此处可用:name、targets、as_of、expect",
    ),
    "a status of a target misspelt": (
        "cases:\n  - {name: 甲, targets: [dune], expect: {status: done}}\n",
        "2:25 “dune”不可用。此处可用:done、on_track、lagging、unreported、unrated、left_out;是不是“done”?",
    ),
    "a row without a date": (
        "cases:\n  - {name: 甲, task: 乙, progress: 丙, expect: {status: done}}\n",
        "2:5 缺少“as_of”,请补上",
    ),
    "a date that is none": (
        "cases:\n  - {name: 甲, task: 乙, progress: 丙, as_of: 2023-06-31, expect: {status: done}}\n",
        "2:44 “2023-06-31”不是日期,应写成 2023-06-30 这样",
    ),
    "a fact misspelt": (
        case(AMOUNT + "acutal: 5公里, month: 6月"),
        f"3:44 不认识的项“acutal”。{FACTS};是不是“actual”?",
    ),
    "a fact that is worked out": (
        case(AMOUNT + "completion: 50%"),
        "3:44 “completion”(完成率)是算出来的,不能作为已知数据;请改写 actual 和 target,或 stated",
    ),
    "two facts that are worked out": (
        case(AMOUNT + "gap: -5%, meets: 是"),
        "3:44 “gap”(进度差)是算出来的,不能作为已知数据;请改写 actual、target 和 month",
        "3:54 “meets”(达到目标)是算出来的,不能作为已知数据;请改写 actual 和 target",
    ),
    "no kind": (case("target: 9公里"), "3:12 缺少“kind”,请补上"),
    "a kind misspelt": (
        case("kind: growht, target: 9公里"),
        "3:19 “growht”不可用。此处可用:cumulative、growth、coverage、gauge、milestone、relative;是不是“growth”?",
    ),
    "no target": (case("kind: gauge"), "3:12 gauge 类须写目标值“target”"),
    "a figure in words": (
        case(AMOUNT + "actual: 许多, month: 6月"),
        "3:52 “许多”看不懂,应是一个数并写明单位,例如 100公里、2.5亿元、33%",
    ),
    "two figures": (
        case(AMOUNT + "actual: 5公里和6公里, month: 6月"),
        "3:52 “5公里和6公里”看不懂,应是一个数并写明单位,例如 100公里、2.5亿元、33%",
    ),
    "a range": (
        case(AMOUNT + "actual: 5-6公里, month: 6月"),
        "3:52 “5-6公里”看不懂,应是一个数并写明单位,例如 100公里、2.5亿元、33%",
    ),
    "a figure of another unit": (case(AMOUNT + "actual: 5公顷, month: 6月"), "3:52 “5公顷”与“9公里”的单位不能比较"),
    "a figure without unit": (case(AMOUNT + "actual: 5, month: 6月"), "3:52 “5”与“9公里”的单位不能比较"),
    "a rival of another unit": (
        case("kind: relative, rival: 6%, actual: 5个, month: 6月"),
        "3:48 “5个”与“6%”的单位不能比较",
    ),
    "growth that is no percentage": (
        case("kind: growth, target: 9公里, actual: 5公里, month: 6月"),
        "3:35 增长类的数应是百分数,例如 5%",
        "3:48 增长类的数应是百分数,例如 5%",
    ),
    "a target with a bound": (
        case("kind: cumulative, target: 9公里以上"),
        "3:39 目标值只写数;“以上”“以内”“左右”请写在 comparator 中,即 '>='、'<='、'~'",
    ),
    "a comparator in words": (case(AMOUNT + "comparator: 至少"), "3:56 “至少”不可用。此处可用:>=、<=、~"),
    "a month without a figure": (
        case(AMOUNT + "actual: 5公里, month: 六月"),
        "3:64 “六月”看不懂,应是月份,1至12,例如 6月",
    ),
    "a month past the year": (case(AMOUNT + "actual: 5公里, month: 13月"), "3:64 “13”不是月份,应在1至12之间"),
    "an answer without a month": (case(AMOUNT + "actual: 5公里"), "3:52 有完成情况就要写明数据到哪一月:month"),
    "a stage misspelt": (
        case(AMOUNT + "actual: 5公里, month: 6月, stage: aplied"),
        "3:75 “aplied”不可用。此处可用:completed、underway、applied、planned、forecast;是不是“applied”?",
    ),
    "a stated completion without %": (
        case(AMOUNT + "stated: 5公里, month: 6月"),
        "3:52 自报完成率应是百分数,例如 53.3%",
    ),
    "words alone with a figure": (
        case(AMOUNT + "actual: 5公里, month: 6月, in_words: 是"),
        "3:78 已写完成值“actual”,就不是只有文字",
    ),
    "a truth that is none": (
        case(AMOUNT + "stretch: 对"),
        "3:53 “对”不可用。此处可用:是、yes、true、否、no、false",
    ),
    "a rung misspelt": (
        case("kind: milestone, target_rung: 投运"),
        f"3:43 “投运”不可用。此处可用:{RUNGS};是不是“投用”?",
    ),
    "a fact of another kind": (
        case("kind: milestone, target: 5公里"),
        "3:38 milestone 类没有“target”,只有 cumulative、growth、coverage、gauge 类才有",
    ),
    "a rival of an amount": (
        case(AMOUNT + "rival: 5公里"),
        "3:51 cumulative 类没有“rival”,只有 relative 类才有",
    ),
    "half a placing": (
        case(AMOUNT + "rank: 1, peers: 5"),
        "3:12 缺少“average”:名次的四项须一起写",
        "3:12 缺少“rank_from_last”:名次的四项须一起写",
    ),
    "a rank that is no number": (
        case(AMOUNT + "rank: 第一, rank_from_last: 5, peers: 0, average: 50%"),
        "3:50 “第一”看不懂,应是1以上的整数",
        "3:80 “0”看不懂,应是1以上的整数",
    ),
    "a node of another unit": (
        case(AMOUNT + "nodes: {6月: 5万元}"),
        "3:56 节点的单位须与目标值相同,应是“公里”",
    ),
    "a node twice": (case(AMOUNT + "nodes: {6月: 5公里, 6: 6公里}"), "3:64 6月的节点重复,请删去一处"),
    "nodes that fall": (
        case(AMOUNT + "nodes: {8月: 3公里, 6月: 5公里}"),
        "3:56 8月的节点“3公里”低于6月的“5公里”",
    ),
    "a node above the target": (case(AMOUNT + "nodes: {6月: 10公里}"), "3:56 节点“10公里”超过目标值“9公里”"),
    "a node at the year's end": (case(AMOUNT + "nodes: {12月: 5公里}"), "3:57 节点须早于完成期限12月"),
    "a node behind the deadline": (
        case(AMOUNT + "deadline: 6月, nodes: {9月: 5公里}"),
        "3:70 节点须早于完成期限6月",
    ),
    "a rank behind the last": (
        case(AMOUNT + "rank: 9, rank_from_last: 1, peers: 2, average: 50%"),
        "3:50 名次9超过参评数2,应在1至2之间",
    ),
    "a rank from the last behind the first": (
        case(AMOUNT + "rank: 1, rank_from_last: 3, peers: 2, average: 50%"),
        "3:69 名次3超过参评数2,应在1至2之间",
    ),
    "a saying that is a list": (case(AMOUNT + "month: 6月, failing: [否]"), "3:64 此处应是一段文字"),
    "words alone without a month": (case(AMOUNT + "in_words: 是"), "3:54 有完成情况就要写明数据到哪一月:month"),
    "a day in words": (case(AMOUNT + "as_of: 年底"), "3:51 “年底”不是日期,应写成 2023-06-30 这样"),
    "nothing expected": (case(AMOUNT, ""), "4:13 没有写应得的结论,请至少写一项"),
    "an expectation misspelt": (
        case(AMOUNT, "stauts: done"),
        f"4:14 不认识的项“stauts”。{EXPECT}、completion、expected、gap;是不是“status”?",
    ),
    "a completion of a task": (
        "cases:\n  - {name: 甲, targets: [done], expect: {completion: 5%}}\n",
        f"2:41 不认识的项“completion”。{EXPECT}",
    ),
    "a status that is none": (
        case(AMOUNT, "status: 滞后"),
        "4:22 “滞后”不可用。此处可用:done、on_track、lagging、unreported、unrated;请写“lagging”",
    ),
    "a rule that there is not": (
        case(AMOUNT, "rule: amount-behnd"),
        "4:20 没有规则的编号是“amount-behnd”;是不是“amount-behind”?",
    ),
    "a rule of the roll-up for a target": (
        case(AMOUNT, "rule: task-empty"),
        "4:20 没有规则的编号是“task-empty”",
    ),
    "a grade that there is not": (case(AMOUNT, "grade: 超序"), "4:21 没有规则给出等次“超序”;是不是“超序时”?"),
    "points without unit": (case(AMOUNT, "points: 66"), "4:22 “66”看不懂,应写成 66分,没有则写“无”"),
    "a share without unit": (
        case(AMOUNT, "gap: -17"),
        "4:19 “-17”看不懂,应写成 33% 或 -17个百分点,没有则写“无”",
    ),
    "an alias": (
        "cases:\n  - {name: 甲, targets: &t [done], expect: {status: done}}\n"
        "  - {name: 乙, targets: *t, expect: {status: done}}\n",
        "2:24 不能用锚点“&t”,请把内容写全",
        "3:24 不能用引用“*t”,请把内容写全",
    ),
    "no YAML": ("cases: [\n", "2:1 此处不合 YAML 格式:请检查缩进、半角冒号后的空格,以及花括号开头的文字有无引号"),
    "mistakes in two cases": (
        case(AMOUNT, "light: pink") + case("kind: gauge").removeprefix("cases:\n").replace("甲", "乙"),
        "4:21 “pink”不可用。此处可用:blue、green、yellow、red、grey",
        "6:12 gauge 类须写目标值“target”",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), [(text, wanted) for text, *wanted in BROKEN.values()], ids=BROKEN.keys())
def test_every_mistake_is_told_in_its_place(text: str, wanted: list[str]) -> None:
    cases, problems = loads_cases(text, "x.cases.yaml", default())

    assert cases is None
    told = [problem.message.splitlines()[0].removeprefix("x.cases.yaml:") for problem in problems]
    assert told == [words.replace(" ", ": ", 1) for words in wanted]
    assert [f"{p.source.row}:{p.source.column}" for p in problems if p.source] == [w.split(" ")[0] for w in wanted]


@pytest.mark.parametrize(
    "facts",
    [
        "target: 9%, kind: gauge, direction: down, comparator: <=, nodes: {6月: 20%, 9月: 12%}",
        AMOUNT + "nodes: {6月: 3公里, 9月: 9公里}",
        AMOUNT + "rank: 2, rank_from_last: 1, peers: 2, average: 50%",
        AMOUNT + "in_words: 否, failing: 否",
    ],
)
def test_facts_that_can_be_are_no_mistake(facts: str) -> None:
    cases, problems = loads_cases(case(facts), "x.cases.yaml", default())

    assert problems == ()
    assert cases is not None


def test_there_are_broken_files() -> None:
    assert len(BROKEN) >= 40


def test_the_message_shows_the_line_and_a_caret_under_the_words() -> None:
    _, (problem,) = loads_cases(case(AMOUNT + "actual: 5公顷, month: 6月"), "x.cases.yaml", default())

    _, line, caret = problem.message.splitlines()
    assert line == "    3 |     facts: {kind: cumulative, target: 9公里, actual: 5公顷, month: 6月}"
    assert caret.endswith(" ^^^^^")


@pytest.mark.parametrize("text", ["", "# 只有说明\n", "cases: []\n", "cases:\n", "{}\n"])
def test_a_file_without_a_case_is_a_mistake(text: str) -> None:
    cases, (problem,) = loads_cases(text, "x.cases.yaml", default())

    assert cases is None
    assert problem.code == "cases-empty"
    assert "没有一个用例" in problem.message


def test_a_file_that_is_not_there_is_a_mistake_unless_it_is_optional(tmp_path: Path) -> None:
    path = tmp_path / "none.cases.yaml"

    missing, (problem,) = load_cases(path, default())
    none, problems = load_cases(path, default(), optional=True)

    assert missing is None
    assert problem.code == "file-missing"
    assert none is not None and none.cases == problems == ()


def test_a_file_in_another_encoding_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "gbk.cases.yaml"
    path.write_bytes("cases: [{name: 甲}]".encode("gb18030"))

    cases, (problem,) = load_cases(path, default())

    assert cases is None
    assert problem.code == "cases-file"
    assert "UTF-8" in problem.message


def test_rules_and_grades_that_only_a_later_day_knows_may_be_expected() -> None:
    text = "extends: 自带规则\nverdicts: {cumulative: [{id: x, when: 其他, status: done, because: 好,\n\
  grade: [{value: 甲等}, {from: 2024-01-01, value: 优等}]}]}\n"
    book, problems = loads(text.replace("when: 其他", "when: deadline == 1月"), "y.yaml")
    assert book is not None, problems

    cases, problems = loads_cases(case(AMOUNT, "grade: 优等, rule: x"), "x.cases.yaml", book)

    assert problems == ()
    assert cases is not None


@given(st.data())
def test_no_damage_to_a_case_file_makes_the_loader_raise(data: st.DataObject) -> None:
    lines = PACKAGED.read_text(encoding="utf-8").splitlines(keepends=True)
    begin = data.draw(st.integers(0, len(lines) - 12))
    text = "cases:\n" + "".join(lines[begin : begin + 12])
    at = data.draw(st.integers(0, len(text)))
    damage = data.draw(st.text("{}[]:\"'&*!|>%-~ \n\t#,=甲亿0月5", max_size=6))

    cases, problems = loads_cases(text[:at] + damage + text[at + data.draw(st.integers(0, 20)) :], "x", default())

    assert (cases is None) == bool(problems)
