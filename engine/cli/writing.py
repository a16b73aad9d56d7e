"""Results handed over: to the screen, or to a file that is written whole or not at all, and never over another one."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.model import Problem


def hand_over(result: str | bytes, output: str | None, force: bool) -> tuple[Problem, ...]:
    """Print a text, or write the result to the file ``output``; the reason where that is not done."""
    if output is None:
        sys.stdout.write(result if isinstance(result, str) else "")
        return ()
    if not force and Path(output).exists():
        return (_refusal("file-exists", output, "已有这个文件", "换一个文件名,或加 --force 覆盖"),)
    try:
        _write(Path(output), result.encode("utf-8") if isinstance(result, str) else result)
    except OSError as fault:
        return (_refusal("file-not-written", output, f"写不进去:{fault.strerror}", "请检查路径、权限和磁盘空间"),)
    return ()


def _write(path: Path, data: bytes) -> None:
    """Write beside the file first, so that whoever reads it never sees half of it."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(0o644)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _refusal(code: str, path: str, what: str, suggestion: str) -> Problem:
    from engine.model import Problem, Source

    source = Source(path=path)
    return Problem(code=code, severity="error", message=f"{path}: {what}", source=source, suggestion=suggestion)
