"""A path to its bytes, or to the Problem that says why not."""

from __future__ import annotations

import stat
from pathlib import Path

from engine.model import Problem, Source

LIMIT = 50 * 2**20
"""The largest file that is read, in bytes: some hundred times a large table of a province."""


def load(path: Path, shown: str) -> bytes | Problem:
    """The bytes of a regular, readable file up to ``LIMIT``; ``shown`` is the path as messages give it."""
    try:
        status = path.stat()
        refusal = _refusal(status.st_mode, status.st_size)
        if refusal:
            return _problem(shown, *refusal)
        return path.read_bytes()
    except FileNotFoundError:
        return _problem(shown, "file-missing", f"找不到文件“{shown}”。", "请核对文件名和所在的文件夹。")
    except PermissionError:
        return _problem(
            shown, "file-permission", f"没有读取文件“{shown}”的权限。", "请向管理员申请权限,或复制一份再试。"
        )
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path itself
        return _problem(shown, "file-unreadable", f"无法读取文件“{shown}”:{error}", "请核对路径,或复制到本机后再试。")


def _refusal(mode: int, size: int) -> tuple[str, str, str] | None:
    if stat.S_ISDIR(mode):
        return "file-directory", "这是一个文件夹,不是文件。", "请指明文件夹中的哪一个文件。"
    if not stat.S_ISREG(mode):
        return "file-unreadable", "这不是普通文件。", "请先把内容保存为文本文件或 CSV 文件。"
    if size > LIMIT:
        return "file-too-large", f"文件超过 {LIMIT // 2**20} MB 的上限。", "请删去无关内容,或拆分成几个文件。"
    if size == 0:
        return "file-empty", "文件是空的。", "请核对是否选错了文件,或重新导出一次。"
    return None


def _problem(shown: str, code: str, message: str, suggestion: str) -> Problem:
    return Problem(code=code, severity="error", message=message, source=Source(path=shown), suggestion=suggestion)
