"""The reader of legacy Word documents (.doc): LibreOffice turns them into .docx where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from engine.documents.files import LIMIT
from engine.documents.formats import docx
from engine.documents.rows import Contents
from engine.model import Problem, Source

TIMEOUT = 120
"""Seconds that a conversion may take; a document of some hundred pages takes five."""

_PROGRAMS = (
    *("soffice", "libreoffice"),
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SAVE_AS = "请用 Word 或 WPS 打开,另存为 .docx 文件再读取"


def contents(data: bytes, path: str) -> Contents:
    """The tables of a document, with a note that it was converted; an error that says how where it cannot be."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        message = "这是旧版 Word 文档(.doc),要先转换才能读取,而本机没有安装 LibreOffice。"
        return _error("file-doc", message, f"{_SAVE_AS};也可以安装 LibreOffice(免费),程序会自动用它转换。", path)
    try:
        converted = _converted(data, program)
    except subprocess.TimeoutExpired:
        message = f"用 LibreOffice 转换这个旧版 Word 文档(.doc)超过了{TIMEOUT}秒,已停止。"
        return _error("file-doc-timeout", message, f"{_SAVE_AS};文档很大的,可拆分成几个文件。", path)
    except OSError:  # no output, a program that cannot be run, or no room for temporary files
        message = "LibreOffice 没能转换这个旧版 Word 文档(.doc),它可能已损坏或设有密码。"
        return _error("file-doc-broken", message, f"{_SAVE_AS}。", path)
    tables = docx.contents(converted, path)
    return tables._replace(problems=(_note(path), *tables.problems))


def _converted(data: bytes, program: str) -> bytes:
    """The document as .docx.  The profile is one of our own, so that an open LibreOffice is not disturbed.

    Raises OSError where there is no result, subprocess.TimeoutExpired where it takes too long.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, out = Path(folder, "document.doc"), Path(folder, "out")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        filters = ("--infilter=MS Word 97", "--convert-to", "docx")
        _run([program, profile, "--headless", "--norestore", *filters, "--outdir", str(out), str(source)], folder)
        with Path(out, "document.docx").open("rb") as result:
            return result.read(LIMIT + 1)  # one byte too many: the reader of .docx refuses it


def _run(command: list[str], folder: str) -> None:
    """Run a command to its end, or to that of its time; what it writes for itself goes to the folder."""
    quiet = subprocess.DEVNULL
    own = os.environ | {"TMPDIR": folder}
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=own, start_new_session=True)
    try:
        process.wait(TIMEOUT)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started, if it still runs: soffice is a script that starts others."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _error(code: str, message: str, suggestion: str, path: str) -> Contents:
    source = Source(path=path)
    problem = Problem(code=code, severity="error", message=message, source=source, suggestion=suggestion)
    return Contents(problems=(problem,))


def _note(path: str) -> Problem:
    return Problem(
        code="file-converted",
        severity="note",
        message="这是旧版 Word 文档(.doc),已用 LibreOffice 转换后读取。",
        source=Source(path=path),
        suggestion="如与原文有出入,请用 Word 或 WPS 另存为 .docx 再读取。",
    )
