"""The commands for those who write rules: what they print, their exit status, and that no file is ever touched."""

import json
import os
from pathlib import Path

import pytest

from engine.cli import main
from engine.cli.commands import engine as command
from engine.cli.pages import page

ROOT = Path(__file__).parents[1]
OWN = 'extends: 自带规则\nmeta: {name: 某市口径, version: "1"}\n'
TABLE = """推进情况表
(截至2023年6月30日)

序号 | 主要工作任务 | 完成情况 | 牵头单位 |
1 | 全年新建绿道10公里。 | 1-6月新建绿道4.7公里。 | ★建设局、城投集团 |
2 | 全年新建公园10个。 | 1-6月新建公园6个。 | ★建设局 |
"""
CASES = """cases:
  - name: 半年只完成两成,滞后
    facts: {kind: cumulative, target: 10公里, actual: 2.2公里, month: 6月}
    expect: {status: lagging, rule: amount-behind, because: 低于序时进度50%}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "own.cases.yaml").write_text(CASES, encoding="utf-8")
    (tmp_path / "表.txt").write_text(TABLE, encoding="utf-8")
    return tmp_path


def broken(folder):
    text = OWN + "verdicts:\n  gauge:\n    - {id: bad, when: actaul > 5, status: done, grade: 好, because: 好}\n"
    (folder / "bad.yaml").write_text(text, encoding="utf-8")
    return "bad.yaml"


# ---- check


def test_a_sound_file_has_no_findings(capsys):
    assert main(["rules", "check", "own.yaml"]) == 0
    assert capsys.readouterr().out == "没有发现问题\n"


def test_a_mistake_is_shown_with_its_line_and_a_caret(folder, capsys):
    assert main(["rules", "check", broken(folder)]) == 1
    place, line, caret, *_ = capsys.readouterr().out.splitlines()
    assert place == "bad.yaml:5:23: 不认识的名称“actaul”;是不是“actual”?"
    assert line.endswith("because: 好}") and caret.endswith("^^^^^^")


@pytest.mark.parametrize(
    ("form", "known"),
    [("json", '"engine.rules-check/1"'), ("github", "::error file=bad.yaml,line=5,col=23"), ("sarif", '"2.1.0"')],
)
def test_findings_come_in_the_forms_that_tools_read(folder, capsys, form, known):
    assert main(["rules", "check", broken(folder), "--format", form]) == 1
    out = capsys.readouterr().out
    assert known in out
    if form != "github":
        json.loads(out)


def test_a_file_that_is_not_there_cannot_be_checked(capsys):
    assert main(["rules", "check", "none.yaml"]) == 2
    assert "没有这个文件" in capsys.readouterr().err


def test_a_value_can_be_checked_before_it_is_written(capsys):
    assert main(["rules", "check", "own.yaml", "--set", "cumulative.tolerance=5%"]) == 0
    assert main(["rules", "check", "own.yaml", "--set", "cumulative.tolerance=5"]) == 1
    assert main(["rules", "check", "own.yaml", "--set", "no.such=5%"]) == 2
    assert "没有这一项" in capsys.readouterr().err


# ---- schema


def test_the_schema_printed_is_the_published_one(capsys):
    assert main(["rules", "schema"]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "rules.schema.json").read_text(encoding="utf-8")


# ---- test


def test_cases_beside_the_file_are_tried(capsys):
    assert main(["rules", "test", "own.yaml"]) == 0
    assert capsys.readouterr().out.startswith("1例通过,0例不通过\n")


def test_a_case_that_fails_shows_what_was_expected_and_what_came_out(folder, capsys):
    wrong = CASES.replace("status: lagging", "status: done")
    (folder / "own.cases.yaml").write_text(wrong, encoding="utf-8")

    assert main(["rules", "test", "own.yaml"]) == 1
    out = capsys.readouterr().out
    assert "半年只完成两成" in out and "amount-behind" in out and "22% < 50%" in out
    assert "0例通过,1例不通过" in out


def test_the_rows_of_a_table_count_as_well(capsys):
    assert main(["rules", "test", "own.yaml", "--on", "表.txt", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "engine.rules-test/1"


def test_the_marked_file_is_printed_on_request(capsys):
    assert main(["rules", "test", str(ROOT / "rules.yaml"), "--coverage"]) == 0
    out = capsys.readouterr().out
    assert "✗" in out and "- id: amount-behind" in out


def test_coverage_of_nothing_is_an_error(folder, capsys):
    (folder / "own.cases.yaml").unlink()

    assert main(["rules", "test", "own.yaml"]) == 2
    assert "没有一个用例" in capsys.readouterr().err


def test_cases_that_are_named_have_to_be_there(capsys):
    assert main(["rules", "test", "own.yaml", "--cases", "none.yaml"]) == 2
    assert "none.yaml" in capsys.readouterr().err


def test_a_broken_file_is_not_tried(folder, capsys):
    assert main(["rules", "test", broken(folder), "--cases", "own.cases.yaml"]) == 2
    assert "actaul" in capsys.readouterr().err


# ---- diff


def test_an_edit_that_moves_a_task_says_which_and_why(capsys):
    assert main(["rules", "diff", "own.yaml", "--set", "cumulative.tolerance=5%", "--on", "表.txt"]) == 1
    out = capsys.readouterr().out
    assert "滞后 → 达序时:1项" in out and "47% < 50%(成立) → 47% < 45%(不成立)" in out


def test_an_edit_that_moves_nothing_says_so(capsys):
    assert main(["rules", "diff", "own.yaml", "own.yaml", "--on", "表.txt"]) == 0
    assert "没有变化" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["own.yaml", "--on", "表.txt"], "没有说改成什么样"),
        (["own.yaml", "own.yaml"], "没有说在哪些任务表上试算"),
        (["own.yaml", "none.yaml", "--on", "表.txt"], "没有这个文件"),
        (["own.yaml", "own.yaml", "--on", "none.txt"], "none.txt"),
        (["own.yaml", "own.yaml", "--on", "表.txt", "--as-of", "6月"], "不是“年-月-日”的写法"),
    ],
)
def test_what_a_comparison_lacks_is_said(capsys, arguments, said):
    assert main(["rules", "diff", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_page_and_a_report_for_programs_are_written_on_request(folder, capsys):
    tried = ["rules", "diff", "own.yaml", "--set", "cumulative.tolerance=5%", "--on", "表.txt"]
    assert main([*tried, "--format", "html", "-o", "impact.html"]) == 1
    assert main([*tried, "--format", "json", "-o", "impact.json"]) == 1
    assert capsys.readouterr().out == ""
    assert "<html" in (folder / "impact.html").read_text(encoding="utf-8")
    assert json.loads((folder / "impact.json").read_text(encoding="utf-8"))["schema"] == "engine.rules-impact/1"


# ---- docs


def test_the_rule_book_is_printed_in_words(capsys):
    assert main(["rules", "docs", "own.yaml"]) == 0
    assert capsys.readouterr().out.startswith("# 某市口径")


def test_a_word_file_is_written_by_its_name(folder):
    assert main(["rules", "docs", "own.yaml", "-o", "rules.docx"]) == 0
    assert (folder / "rules.docx").read_bytes().startswith(b"PK")


def test_no_file_is_overwritten_unasked(folder, capsys):
    (folder / "rules.md").write_text("旧", encoding="utf-8")

    assert main(["rules", "docs", "own.yaml", "-o", "rules.md"]) == 2
    assert "已有这个文件" in capsys.readouterr().err
    assert (folder / "rules.md").read_text(encoding="utf-8") == "旧"
    assert main(["rules", "docs", "own.yaml", "-o", "rules.md", "--force"]) == 0
    assert (folder / "rules.md").read_text(encoding="utf-8").startswith("# 某市口径")


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["docs", "own.yaml"], "own.yaml"),
        (["diff", "own.yaml", "--set", "cumulative.tolerance=5%", "--on", "表.txt"], "own.yaml"),
        (["diff", "own.yaml", "--set", "cumulative.tolerance=5%", "--on", "表.txt"], "表.txt"),
    ],
)
def test_what_a_command_reads_is_never_overwritten_even_by_force(folder, capsys, arguments, read):
    before = (folder / read).read_bytes()
    (folder / "link.md").symlink_to(folder / read)

    for output in ("link.md", str(folder / read)):
        if arguments[0] == "diff" or output.endswith(".md"):
            assert main(["rules", *arguments, "-o", output, "--force"]) == 2
            assert "不能写成结果" in capsys.readouterr().err
    assert (folder / read).read_bytes() == before


def test_a_dangling_link_is_not_replaced_unasked(folder):
    (folder / "out.md").symlink_to(folder / "elsewhere.md")

    assert main(["rules", "docs", "own.yaml", "-o", "out.md"]) == 2
    assert main(["rules", "docs", "own.yaml", "-o", "out.md", "--force"]) == 0
    assert (folder / "elsewhere.md").read_text(encoding="utf-8").startswith("# 某市口径")


def test_the_form_is_that_of_the_file_name(folder, capsys):
    tried = ["rules", "diff", "own.yaml", "--set", "cumulative.tolerance=5%", "--on", "表.txt"]
    assert main([*tried, "-o", "impact.HTML"]) == 1
    assert "<html" in (folder / "impact.HTML").read_text(encoding="utf-8")
    assert main(["rules", "docs", "own.yaml", "-o", "r.DOCX"]) == 0
    assert (folder / "r.DOCX").read_bytes().startswith(b"PK")
    assert main(["rules", "docs", "own.yaml", "-o", "r.pdf"]) == 2
    assert "只能写成 .md、.docx" in capsys.readouterr().err


def test_a_table_named_twice_counts_once(capsys):
    tried = ["rules", "diff", "own.yaml", "--set", "cumulative.tolerance=5%"]
    assert main([*tried, "--on", "表.txt", "--on", "表.txt"]) == 1
    assert "任务2项" in capsys.readouterr().out


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(folder, capsys):
    assert main(["rules", "docs", "own.yaml", "-o", "no/such/rules.md"]) == 2
    assert "写不进去" in capsys.readouterr().err
    assert not (folder / "no").exists()


# ---- all of them


@pytest.mark.parametrize("name", command.commands["rules"].commands)
def test_no_command_touches_a_file_that_is_there(folder, name):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    arguments = {"schema": [], "diff": ["own.yaml", "own.yaml", "--on", "表.txt"]}.get(name, ["own.yaml"])

    main(["rules", name, *arguments])

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["rules", *(f"rules {one}" for one in command.commands["rules"].commands)])
def test_every_option_and_argument_is_on_the_help_page(name, lang, capsys):
    assert main([*name.split(), "--help", "--lang", lang]) == 0
    shown = capsys.readouterr().out
    assert shown == page(name, lang) + "\n"
    group = command.commands["rules"]
    for parameter in group.commands.get(name.removeprefix("rules "), group).params:
        word = parameter.opts[0] if parameter.param_type_name == "option" else parameter.name.upper()
        assert word in shown
    assert max(map(len, shown.splitlines())) <= 110


def test_every_command_is_on_the_page_of_the_group_and_in_the_documentation():
    pages = [page("rules", "zh"), page("rules", "en")]
    pages += [(ROOT / "docs" / place).read_text(encoding="utf-8") for place in ("policy.md", "zh-CN/policy.md")]
    for name in command.commands["rules"].commands:
        assert all(name in text for text in pages[:2])
        assert all(f"engine rules {name}" in text for text in pages[2:])


def test_a_word_that_is_no_command_gets_the_list(capsys):
    assert main(["rules", "chek", "own.yaml"]) == 2
    assert "check, schema, test, diff, docs" in capsys.readouterr().err


def test_results_written_to_a_file_leave_no_draft(folder):
    main(["rules", "docs", "own.yaml", "-o", "rules.md"])
    assert [name for name in os.listdir(folder) if name.startswith(".")] == []
