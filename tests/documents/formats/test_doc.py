"""Legacy Word documents: through LibreOffice where it is installed, else an error that says how."""

import io
import os
import shutil
import subprocess
import tempfile
import time

import docx as word
import pytest

from engine.documents import read
from engine.documents.formats import doc, docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = (
    ("序号", "主要工作任务", "完成情况", "牵头单位"),
    ("1", "新增绿道10公里。", "完成2.2公里。", "★建设局"),
    ("", "新建泵站3座。", "完成1座。", "水利局"),
)
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
needs_scripts = pytest.mark.skipif(os.name != "posix", reason="the programs of these tests are shell scripts")


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder for temporary files, empty at first."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def program(tmp_path, monkeypatch):
    """``program(script)`` is the only soffice on the PATH besides the tools of the system."""

    def install(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return install


def modern():
    """The same table as a .docx, whose second and third number are merged."""
    made = word.Document()
    made.add_paragraph("2023年1-6月推进情况")
    grid = made.add_table(3, 4)
    for line, texts in zip(grid.rows, ROWS, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    grid.cell(1, 0).merge(grid.cell(2, 0)).text = "1"
    made.add_paragraph("填表人:甲")
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


@pytest.fixture(scope="module")
def legacy(tmp_path_factory):
    """The bytes of a .doc that LibreOffice made."""
    folder = tmp_path_factory.mktemp("legacy")
    (folder / "table.docx").write_bytes(modern())
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "doc:MS Word 97", "--outdir", str(folder), str(folder / "table.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "table.doc").read_bytes()


def only_problem(found):
    (problem,) = found.problems
    assert (problem.severity, found.tables) == ("error", ())
    return problem


@needs_office
@pytest.mark.slow
def test_a_document_is_read_as_its_modern_form_is_with_a_note(legacy, temporary):
    found, same = doc.contents(legacy, "table.doc"), docx.contents(modern(), "table.doc")
    assert found.tables == same.tables
    assert [problem.code for problem in found.problems] == ["file-converted", "cell-merged"]
    assert found.problems[0].severity == "note"
    assert list(temporary.iterdir()) == []


@needs_office
@pytest.mark.slow
def test_its_rows_become_tasks(legacy, tmp_path):
    path = tmp_path / "table.doc"
    path.write_bytes(legacy)
    assert [task.text for task in read(path).tasks] == ["新增绿道10公里。", "新建泵站3座。"]


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("size", [8, 600, 5000])
def test_a_cut_document_is_an_error_with_advice_and_leaves_nothing(legacy, temporary, size):
    problem = only_problem(doc.contents(legacy[:size], "table.doc"))
    assert problem.code == "file-doc-broken" and ".docx" in problem.suggestion
    assert list(temporary.iterdir()) == []


def test_without_libreoffice_the_error_says_how_to_go_on(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    problem = only_problem(doc.contents(OLE, "table.doc"))
    assert problem.code == "file-doc"
    assert "另存为 .docx" in problem.suggestion and "LibreOffice" in problem.suggestion


@needs_scripts
@pytest.mark.parametrize("script", ["exit 1", "exit 0", "kill -9 $$"])
def test_a_program_without_a_result_is_an_error(program, temporary, script):
    program(script)
    assert only_problem(doc.contents(OLE, "table.doc")).code == "file-doc-broken"
    assert list(temporary.iterdir()) == []


@needs_scripts
def test_a_result_that_is_no_document_is_an_error_of_that(program):
    program('while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; echo text > "$2/document.docx"')
    found = doc.contents(OLE, "table.doc")
    assert [problem.code for problem in found.problems] == ["file-converted", "file-damaged"]
    assert found.tables == ()


@needs_scripts
def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(program, temporary, tmp_path, monkeypatch):
    started = tmp_path / "started"
    program(f'sleep 600 & echo $! > "{started}"; wait')
    monkeypatch.setattr(doc, "TIMEOUT", 1)
    problem = only_problem(doc.contents(OLE, "table.doc"))
    assert problem.code == "file-doc-timeout" and ".docx" in problem.suggestion
    assert list(temporary.iterdir()) == []
    assert is_gone(int(started.read_text(encoding="utf-8")))


def is_gone(process):
    """Whether a process ended, within two seconds; its entry may stay until its parent looks at it."""
    for _ in range(20):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, encoding="utf-8").stdout
        if not state.strip() or state.startswith("Z"):
            return True
        time.sleep(0.1)
    return False
