"""The command line: what is printed, where, and with which exit status."""

import csv
import io
import json
import os
import re
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

import engine
from engine.cli import main
from engine.cli.commands import engine as command
from engine.cli.pages import page
from engine.model import Problem, Source

HERE = Path(__file__).parent
ROOT = HERE.parent
DAY = ["--as-of", "2023-06-30"]

TABLE = """\
序号 | 主要工作任务 | 完成情况 | 牵头单位 |
1 | 全年新增绿道10公里。 | 1-6月,新增绿道2.2公里。 | ★建设局、城投集团 |
2 | 实施技改项目140个。 | 已实施技改项目152个。 | 经信局 |
3 | 预算收入增长5%。 | 1-5月,预算收入增长5.2%。 | 财政局 |
"""


@pytest.fixture
def table(tmp_path):
    """A table that gives no cause for complaint."""
    path = tmp_path / "任务表.txt"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def canned(monkeypatch):
    """Lets the pipeline hand out a given report, or problems in its place; returns the records to build one from."""
    samples = SimpleNamespace(**runpy.run_path(str(HERE / "explain" / "samples.py")))

    def give(report=None, problems=()):
        outcome = SimpleNamespace(report=report, problems=problems)
        pipeline = SimpleNamespace(run=lambda path, as_of, rules, layout: outcome)
        monkeypatch.setitem(sys.modules, "engine.assessor", pipeline)
        monkeypatch.setattr(engine, "assessor", pipeline, raising=False)

    return SimpleNamespace(samples=samples, give=give)


def run(*arguments, **environment):
    """The command in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([sys.executable, "-m", "engine.cli", *arguments], capture_output=True, env=env, timeout=60)


# ---- the whole pipeline


def test_assess_prints_the_table_and_says_that_all_is_well(table, capsys):
    assert main(["assess", table, *DAY]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "2.2公里" in out and "滞后" in out and "任务3项" in out


def test_assess_prints_json_on_one_stream(table, capsys):
    assert main(["assess", table, *DAY, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == "engine.report/1"
    assert [task["id"] for task in report["tasks"]] == ["1", "2", "3"]
    assert report["tasks"][0]["targets"][0]["gap_pp"] == "-28"


def test_why_explains_one_task(table, capsys):
    assert main(["why", table, "1", *DAY]) == 0
    out = capsys.readouterr().out
    assert out.startswith("任务1 滞后")
    assert "2.2公里 ÷ 10公里 = 22%" in out
    assert "任务2" not in out


def test_quantities_are_printed_as_a_table_and_as_json(capsys):
    assert main(["quantities", "收入43.92亿元,增长4.2%"]) == 0
    assert "43.92亿元" in capsys.readouterr().out
    assert main(["quantities", "收入43.92亿元", "--format", "json"]) == 0
    assert [found["value"] for found in json.loads(capsys.readouterr().out)] == ["4392000000"]


def test_a_missing_file_is_refused_with_advice(capsys):
    assert main(["assess", "没有这个文件.txt", *DAY]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "没有这个文件.txt" in err and "→" in err


def test_a_table_without_a_date_asks_for_it(table, capsys):
    assert main(["assess", table]) == 2
    assert "--as-of" in capsys.readouterr().err


def test_every_mistake_in_the_rules_is_named_with_its_place(table, tmp_path, capsys):
    rules = tmp_path / "规则.yaml"
    rules.write_text("meta:\n  nmae: 一\nverdict: []\n", encoding="utf-8")
    assert main(["assess", table, *DAY, "--rules", str(rules)]) == 2
    err = capsys.readouterr().err
    assert len(re.findall(r"规则\.yaml:\d+:\d+: 错误: ", err)) >= 2


def test_a_bad_row_is_reported_and_the_other_rows_are_assessed(tmp_path, capsys):
    path = tmp_path / "表.txt"
    path.write_text(TABLE + "4 |  | 已建成学校1所。 | 教育局 |\n", encoding="utf-8")
    assert main(["assess", str(path), *DAY]) == 1
    out = capsys.readouterr().out
    assert "2.2公里" in out and "问题1处" in out and "表.txt:5" in out


def test_two_hash_seeds_give_the_same_bytes(table):
    once, again = (run("assess", table, *DAY, "--format", "json", PYTHONHASHSEED=seed).stdout for seed in "12")
    assert once == again != b""


def test_output_is_utf8_whatever_the_locale(table):
    done = run("assess", table, *DAY, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "绿道" in done.stdout.decode("utf-8")


# ---- exit status and refusals, on a report built by hand


def test_errors_and_warnings_make_status_one_and_notes_do_not(canned, capsys):
    for severity, status in (("error", 1), ("warning", 1), ("note", 0)):
        problem = Problem(code="x", severity=severity, message="有事。")
        canned.give(canned.samples.report(problems=(problem,)))
        assert main(["assess", "表", *DAY]) == status
    report = canned.samples.report(problems=())
    canned.give(report.model_copy(update={"checks": (Problem(code="x", severity="warning", message="不符。"),)}))
    assert main(["assess", "表", *DAY]) == 1


def test_why_warns_of_problems_in_the_row_that_it_explains_and_of_no_other(canned, capsys):
    canned.give(canned.samples.report())
    assert main(["why", "表", "1", *DAY]) == 0
    assert capsys.readouterr().err == ""
    assert main(["why", "表", "8", *DAY]) == 1
    assert "第8项任务的完成情况为空" in capsys.readouterr().err


def test_why_explains_every_row_that_has_the_number(canned, capsys):
    canned.give(canned.samples.report(canned.samples.greenway(), canned.samples.greenway()))
    main(["why", "表", "1", *DAY])
    assert capsys.readouterr().out.count("任务1 滞后") == 2


def test_why_speaks_english_where_asked(canned, capsys):
    canned.give(canned.samples.report())
    main(["why", "表", "1", *DAY, "--lang", "en"])
    assert capsys.readouterr().out.startswith("Task 1: lagging")


def test_the_table_speaks_english_where_asked(canned, capsys):
    canned.give(canned.samples.report())
    main(["assess", "表", *DAY, "--lang=en"])
    assert "8 tasks: 1 done" in capsys.readouterr().out


@pytest.mark.parametrize(("asked", "advice"), [("65.1", "相近的序号有:65"), ("无此项", "文件中的序号从 65 到 65")])
def test_an_unknown_task_names_near_numbers(canned, capsys, asked, advice):
    task = canned.samples.task("65", 2, "文", "文", [], status="on_track", grade="达序时")
    canned.give(canned.samples.report(task))
    assert main(["why", "表", asked, *DAY]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"没有序号为“{asked}”的任务" in err and advice in err


def test_an_unknown_task_in_an_empty_report_says_that_nothing_was_read(canned, capsys):
    canned.give(canned.samples.report().model_copy(update={"tasks": ()}))
    assert main(["why", "表", "1", *DAY]) == 2
    assert "文件中没有读到任务" in capsys.readouterr().err


def test_every_problem_is_printed_where_nothing_can_be_assessed(canned, capsys):
    places = (Source(path="规则.yaml", row=row, column=3) for row in (1, 2))
    canned.give(problems=tuple(Problem(code="x", severity="error", message="错。", source=place) for place in places))
    assert main(["assess", "表", *DAY]) == 2
    assert capsys.readouterr().err == "规则.yaml:1:3: 错误: 错。\n规则.yaml:2:3: 错误: 错。\n"


@pytest.mark.parametrize(
    "nonsense", ["昨天", "2023-6-30", "20230630", "2023/06/30", "", "２０２３-06-30", "2023-06-30 "]
)
def test_a_date_in_another_form_is_refused_with_the_form_wanted(capsys, nonsense):
    assert main(["assess", "表", "--as-of", nonsense]) == 2
    err = capsys.readouterr().err
    assert f"“{nonsense}”" in err and "2023-06-30" in err


def test_a_day_that_does_not_exist_is_refused(capsys):
    assert main(["assess", "表", "--as-of", "2023-02-30"]) == 2
    assert "日历上没有 2023-02-30 这一天" in capsys.readouterr().err


def test_hostile_arguments_are_shown_and_not_obeyed(canned, capsys):
    canned.give(canned.samples.report())
    assert main(["why", "表", "\x1b[2J[red]{x}", *DAY]) == 2
    assert "“␛[2J[red]{x}”" in capsys.readouterr().err


# ---- a document as it is: read and check


def test_read_shows_the_tasks_and_judges_nothing(table, capsys):
    assert main(["read", table]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "全年新增绿道10公里" in out and "第2行" in out and "读到任务3项" in out
    assert "滞后" not in out


def test_read_prints_json_by_its_schema(table, capsys):
    assert main(["read", table, "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["schema"] == "engine.document/1"
    assert [task["id"] for task in read["tasks"]] == ["1", "2", "3"]
    assert read["tasks"][0]["cells"]["progress"]["column"] == 3


def test_read_prints_csv_for_a_spreadsheet_and_problems_beside_it(tmp_path, capsys):
    path = tmp_path / "表.txt"
    path.write_text(TABLE + "4 | =HYPERLINK(1) |  | @甲局 |\n", encoding="utf-8")
    assert main(["read", str(path), "--format", "csv"]) == 0
    out, err = capsys.readouterr()
    header, *_, last = csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert out.startswith("\ufeff序号,")
    assert dict(zip(header, last, strict=True))["任务"] == "'=HYPERLINK(1)"
    assert dict(zip(header, last, strict=True))["责任单位"] == "'@甲局"
    assert "表.txt:5: 提示: 第5行的完成情况为空" in err


def test_what_cannot_be_read_goes_to_stderr_with_status_two(tmp_path, capsys):
    binary = tmp_path / "表.bin"
    binary.write_bytes(b"\xff\xfe\x00\x01" * 9)
    for path in ("没有.txt", str(tmp_path), str(binary)):
        for asked in ("read", "check"):
            assert main([asked, path]) == 2
            out, err = capsys.readouterr()
            assert out == "" and "错误: " in err


def test_a_warning_of_the_document_makes_status_one(tmp_path, capsys):
    path = tmp_path / "表.txt"
    path.write_text("序号 | 工作任务 | 牵头单位 |\n1 | 新增绿道10公里。 | 甲局 |\n", encoding="utf-8")
    assert main(["read", str(path)]) == 1
    out = capsys.readouterr().out
    assert "表中没有完成情况一列的任务1项" in out and "问题1处" in out


def test_check_says_that_nothing_was_found_and_in_how_many_tasks(table, capsys):
    assert main(["check", table, *DAY]) == 0
    assert capsys.readouterr().out == "核对了3项任务,没有发现不一致\n"


def test_check_needs_no_date_but_refuses_a_wrong_one(table, capsys):
    assert main(["check", table, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["as_of"] is None
    assert main(["check", table, "--as-of", "昨天"]) == 2


def test_findings_of_the_check_name_both_places_and_make_status_one(tmp_path, capsys):
    path = tmp_path / "表.txt"
    path.write_text(TABLE + "4 | 开工60个项目。 | 已开工45个,完成率80%。 | 甲局 |\n", encoding="utf-8")
    assert main(["check", str(path), *DAY]) == 1
    assert "发现1处不一致" in capsys.readouterr().out
    assert main(["check", str(path), *DAY, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "engine.checks/1" and found["tasks"] == 4
    assert [finding["source"]["row"] for finding in found["checks"]] == [5]
    assert main(["assess", str(path), *DAY]) == 1
    assert "核对发现1处" in capsys.readouterr().out


# ---- the layout of a table


UNUSUAL = TABLE.replace("主要工作任务", "干什么").replace("完成情况", "干到哪").replace("牵头单位", "谁干")


@pytest.fixture
def unusual(tmp_path):
    """A table whose columns have titles that nobody knows."""
    path = tmp_path / "任务表.txt"
    path.write_text(UNUSUAL, encoding="utf-8")
    return str(path)


@pytest.fixture
def layout(tmp_path):
    """A layout file for that table, with one title that is not there."""
    path = tmp_path / "版式.yaml"
    path.write_text("columns:\n  任务: 干什么\n  进展: 没有这列\n  units: 谁干\n", encoding="utf-8")
    return str(path)


COLUMNS = ["--columns", "任务=干什么\uff0c完成情况\uff1d干到哪、units=谁干"]


@pytest.mark.parametrize("name", ["assess", "why", "read", "check"])
def test_every_command_takes_the_titles_of_columns(unusual, capsys, name):
    day = [] if name == "read" else DAY
    task = ["1"] if name == "why" else []
    assert main([name, unusual, *task, *day, *COLUMNS]) == 0
    out, err = capsys.readouterr()
    assert out and err == ""


def test_what_the_command_line_says_wins_over_the_layout_file(unusual, layout, capsys):
    assert main(["read", unusual, "--layout", layout, "--columns", "完成情况=干到哪", "--format", "json"]) == 0
    task = json.loads(capsys.readouterr().out)["tasks"][0]
    assert (task["text"], task["progress"]) == ("全年新增绿道10公里。", "1-6月,新增绿道2.2公里。")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (["--columns", "人物=甲"], "没有“人物”这一列"),
        (["--columns", "任务"], "没有写“任务”这一列的列名"),
        (["--columns", "任务=甲,text=乙"], "“主要工作任务”写了两次"),
        (["--areas", "甲区、甲区"], "“甲区”写了两次"),
        (["--layout", "没有.yaml"], "找不到文件“没有.yaml”"),
    ],
)
def test_mistakes_of_the_layout_are_told_before_anything_is_read(table, capsys, given, complaint):
    for asked in (["assess", table, *DAY], ["why", table, "1", *DAY], ["read", table], ["check", table, *DAY]):
        assert main([*asked, *given]) == 2
        out, err = capsys.readouterr()
        assert out == "" and complaint in err


def test_a_mistake_in_the_layout_file_is_told_with_its_line(table, tmp_path, capsys):
    path = tmp_path / "版式.yaml"
    path.write_text("areas:\n- 甲\n- 甲\n", encoding="utf-8")
    assert main(["read", table, "--layout", str(path)]) == 2
    assert "版式.yaml:3:3: 错误: “甲”写了两次" in capsys.readouterr().err


# ---- the command line itself


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (["nope"], "没有这个命令。命令有:assess, why, read, check, rules, quantities", "No such command"),
        (["--lang", "zh"], "没有写命令", "No such command"),
        (["assess"], "缺少参数 FILE", "FILE is missing"),
        (["why", "表"], "缺少参数 TASK", "TASK is missing"),
        (["assess", "表", "--nope"], "没有选项 --nope", "no option --nope"),
        (["assess", "表", "--format", "xml"], "--format 只能是:table, json", "--format is one of: table, json"),
        (
            ["read", "表", "--format", "xlsx"],
            "--format 只能是:table, csv, json",
            "--format is one of: table, csv, json",
        ),
        (["read", "表", "--as-of", "2023-06-30"], "没有选项 --as-of", "no option --as-of"),
        (["check"], "缺少参数 FILE", "FILE is missing"),
        (["check", "表", "--columns"], "选项 --columns 后面要有一个值", "--columns needs a value"),
        (["assess", "表", "--as-of"], "选项 --as-of 后面要有一个值", "--as-of needs a value"),
        (["quantities", "一", "二"], "参数太多", "Too many arguments"),
    ],
)
def test_faults_of_the_command_line_are_said_in_the_users_language(capsys, arguments, chinese, english):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and chinese in err and "--help" in err
    assert main(["--lang=en", *arguments[2:]] if arguments[0] == "--lang" else ["--lang=en", *arguments]) == 2
    assert english in capsys.readouterr().err


def test_without_arguments_the_help_page_goes_to_stderr(capsys):
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == "" and "用法:engine" in err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["engine", *command.commands])
def test_every_option_and_argument_is_on_the_help_page(name, lang, capsys):
    asked = [] if name == "engine" else [name]
    assert main([*asked, "--help", "--lang", lang]) == 0
    shown = capsys.readouterr().out
    assert shown == page(name, lang) + "\n"
    for parameter in command.commands.get(name, command).params:
        word = parameter.opts[0] if parameter.param_type_name == "option" else parameter.name.upper()
        assert word in shown
    assert max(map(len, shown.splitlines())) <= 110


def test_every_command_is_on_the_main_page():
    assert all(name in page("engine", "zh") and name in page("engine", "en") for name in command.commands)


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"engine {engine.__version__}\n"


def test_a_reader_who_goes_away_is_no_fault():
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    text = "1万元," * 10_000
    pipe = subprocess.Popen(
        [sys.executable, "-m", "engine.cli", "quantities", "--format", "json", text],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    )
    pipe.stdout.read(10)
    pipe.stdout.close()
    assert pipe.stderr.read() == b""
    assert pipe.wait(timeout=60) == 0


def test_help_imports_neither_records_nor_rooms():
    code = (
        "import sys; from engine.cli import main; main(['--help']); print([m for m in sys.modules if 'pydantic' in m])"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, timeout=60)
    assert done.stdout.decode().endswith("[]\n")


def test_the_pipeline_is_given_the_day_and_the_rules(canned, monkeypatch):
    seen = []
    canned.give(canned.samples.report(problems=()))
    sys.modules["engine.assessor"].run = lambda *given: (
        seen.append(given) or SimpleNamespace(report=canned.samples.report(problems=()), problems=())
    )
    main(["assess", "表", *DAY, "--rules", "r.yaml"])
    main(["assess", "表"])
    assert [given[:3] for given in seen] == [("表", date(2023, 6, 30), "r.yaml"), ("表", None, None)]
