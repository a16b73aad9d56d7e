"""The documentation says what is there: every code, key and term has its entry, every command and link works."""

import ast
import codecs
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from engine.cli import main
from engine.cli.commands import engine as command
from engine.model import Problem
from engine.reading import lexicon
from engine.rules.facts.vocabulary import TARGET_TERMS, TASK_TERMS
from engine.rules.file import shape
from engine.rules.file.faults import Faults
from engine.rules.file.nodes import Mapping, compose
from engine.rules.policy import COLOURS, KINDS, STAGES, STATUSES

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
PROBLEMS = (ROOT / "docs" / "problems.md", ROOT / "docs" / "zh-CN" / "problems.md")
RULES = (ROOT / "docs" / "rules.md", ROOT / "docs" / "zh-CN" / "rules.md")
PAGES = (*READMES, *sorted((ROOT / "docs").rglob("*.md")))
TEXTS = {".md", ".py", ".txt", ".toml", ".yaml", ".yml", ".json", ""}


def named(paths):
    """The pages as test parameters, called by their place in the repository."""
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


def text_of(path):
    return path.read_text(encoding="utf-8")


def entries(page):
    """The codes or names that begin a row of a table: | `code` | …"""
    return re.findall(r"^\| `([a-z_0-9-]+)`", text_of(page), re.MULTILINE)


def spelled(page):
    """The words that a page sets in code within its sentences and tables, the blocks of code left out."""
    prose = re.sub(r"^```.*?^```", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    return set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", prose))))


def blocks(page, language):
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(page), re.MULTILINE | re.DOTALL)


def is_encoding(word):
    try:
        codecs.lookup(word)
    except LookupError:
        return False
    return True


def codes_in_source():
    """Every Problem code of the engine: what is written like one and is neither an encoding nor the date format of a
    spreadsheet (d-mmm-yy); a code that ends in a hyphen is the beginning of one that is put together (table-no-…)."""
    nodes = (node for path in (ROOT / "engine").rglob("*.py") for node in ast.walk(ast.parse(text_of(path))))
    words = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    words -= {"progress-assessment-engine", *re.findall(r"- id: (\S+)", text_of(ROOT / "rules.yaml"))}
    return {
        word for word in words if re.fullmatch(r"(?![dmy-]+$)[a-z]+(-[a-z0-9]+)+-?", word) and not is_encoding(word)
    }


@pytest.mark.parametrize("page", named(PROBLEMS))
def test_every_problem_code_has_an_entry(page):
    whole = {code for code in codes_in_source() if not code.endswith("-")}
    missing = whole - set(entries(page))
    assert missing == set()
    assert len(whole) > 40


@pytest.mark.parametrize("page", named(PROBLEMS))
def test_every_entry_is_a_code_that_can_occur(page):
    codes = codes_in_source()
    begun = tuple(code for code in codes if code.endswith("-"))
    assert begun
    listed = [entry for entry in entries(page) if "-" in entry]
    assert [entry for entry in listed if entry not in codes and not entry.startswith(begun)] == []
    assert len(listed) == len(set(listed))
    assert all(any(entry.startswith(start) for entry in listed) for start in begun)


def test_both_languages_list_the_same_problems_and_terms():
    for pages in (PROBLEMS, RULES):
        first, second = (entries(page) for page in pages)
        assert sorted(set(first)) == sorted(set(second))


@pytest.mark.parametrize("page", named(RULES))
def test_every_term_of_the_rules_has_an_entry(page):
    assert (set(TARGET_TERMS) | set(TASK_TERMS)) - set(entries(page)) == set()


@pytest.mark.parametrize("page", named(RULES))
def test_every_section_and_key_of_the_rules_is_described(page):
    words = {*KINDS, *STATUSES, *STAGES, *COLOURS, *keys_of_shape(), *fixed_keys()}
    assert words - spelled(page) == set()


def keys_of_shape():
    """Every key that a rules file may have."""
    shapes = [one for one in vars(shape).values() if getattr(one, "__module__", "") == shape.__name__]
    return {
        key.rstrip("_")
        for one in shapes
        for key in {*getattr(one, "__required_keys__", ()), *getattr(one, "__optional_keys__", ())}
    }


def fixed_keys():
    """The keys of the packaged rules that are written in Latin letters, however deep."""

    def keys(node):
        for key, value in getattr(node, "pairs", ()):
            yield key.text
            yield from keys(value)
        for item in getattr(node, "items", ()):
            yield from keys(item)

    text = text_of(ROOT / "rules.yaml")
    root = compose(text, Faults("rules.yaml", text))
    assert isinstance(root, Mapping)
    return {key for key in keys(root) if re.fullmatch(r"[a-z_]+", key)}


@pytest.mark.parametrize("name", ["report", "document", "checks"])
def test_every_field_of_the_json_is_described(name):
    schema = json.loads(text_of(ROOT / "engine" / "reports" / f"{name}.schema.json"))
    models = [schema, *schema["$defs"].values()]
    fields = {field for model in models for field in model.get("properties", {})}
    place = {"sheet", "column", "offset", "row", "path", "sha256"}  # words of Source and DocumentInfo themselves
    assert fields - place - spelled(ROOT / "docs" / "output.md") == set()


def test_the_severities_are_described():
    for page in PROBLEMS:
        assert {"error", "warning", "note"} <= set(entries(page))
    assert set(Problem.model_fields) == {"code", "severity", "message", "source", "suggestion", "also"}


def test_the_sections_of_the_lexicon_that_the_page_names_are_there():
    page = text_of(ROOT / "docs" / "reading.md")
    assert set(re.findall(r"`\[([^\]`]+)\]`", page)) <= set(lexicon.sections())


@pytest.mark.parametrize("page", named(PAGES))
def test_local_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text_of(page))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder with the examples, the rules, and the rules file that a README shows, to run what it shows."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "rules.yaml", tmp_path)
    (rules,) = blocks(READMES[0], "yaml")
    (tmp_path / "my-rules.yaml").write_text(rules, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.mark.parametrize("page", named(READMES))
def test_a_readme_shows_what_its_commands_print(page, checkout, capsys):
    for run in re.split(r"^\$ engine ", "".join(blocks(page, "console")), flags=re.MULTILINE)[1:]:
        arguments, *shown = run.splitlines()
        assert main([word.strip('"') for word in arguments.split()]) in (0, 1)  # 1: with findings, as shown
        printed = iter([line.rstrip() for line in capsys.readouterr().out.splitlines()])
        for line in shown:
            assert line == "…" or line in printed, f"{page.name}: {arguments}: {line}"


@pytest.mark.parametrize("page", named(READMES))
def test_the_python_of_a_readme_runs(page, checkout):
    for block in blocks(page, "python"):
        exec(compile(block, str(page), "exec"), {})


@pytest.mark.parametrize("page", named(READMES))
def test_a_readme_names_commands_that_exist(page):
    text = text_of(page)
    named_there = set(re.findall(r"`engine ([a-z]+)", text)) | set(
        re.findall(r"^\$ engine ([a-z]+)", text, re.MULTILINE)
    )
    assert named_there == set(command.commands)
    targets = set(re.findall(r"\bmake ([a-z]+)", text))
    makefile = text_of(ROOT / "Makefile")
    assert {"demo", "test"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_the_two_readmes_show_the_same_runs_and_edits():
    for language in ("console", "yaml", "sh", "text"):
        first, second = (blocks(page, language) for page in READMES)
        assert [without_remarks(block) for block in first] == [without_remarks(block) for block in second]
    code = [[ast.dump(ast.parse(block)) for block in blocks(page, "python")] for page in READMES]
    assert code[0] == code[1]


def without_remarks(block):
    return re.sub(r" +# .*", "", block)


def tracked():
    """The text files of the repository; of the folder, where it is no checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode == 0:
        paths = [ROOT / os.fsdecode(name) for name in listed.stdout.splitlines()]
    else:
        paths = [path for path in ROOT.rglob("*") if not any(part.startswith(".") for part in path.parts)]
    return [path for path in paths if path.suffix in TEXTS and path.is_file() and path != Path(__file__)]


def test_no_file_speaks_of_the_machine_it_was_written_on():
    foreign = re.compile(
        r"\bagents?\b|(?<!scope=\")\bsessions?\b|(?<![\w.])/(?:work|home|root)/|index-url|//[\w.]*pypi", re.I
    )
    found = {str(path.relative_to(ROOT)): foreign.findall(text_of(path)) for path in tracked()}
    assert {name: words for name, words in found.items() if words} == {}
