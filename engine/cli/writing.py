"""Results handed over: to the screen, or to a file that is written whole or not at all, and never over another one."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.model import Problem

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件夹",
    NotADirectoryError: "路径中有一段不是文件夹",
    PermissionError: "没有写入的权限",
}


def hand_over(
    result: str | bytes, output: str | None, force: bool, inputs: Iterable[str | None] = ()
) -> tuple[Problem, ...]:
    """Print a text, or write the result to the file ``output``; the reason where that is not done.

    Not even ``force`` overwrites one of the ``inputs`` of the command.
    """
    if output is None:
        sys.stdout.write(result if isinstance(result, str) else "")
        return ()
    target = Path(output)
    if any(_same(target, one) for one in inputs if one is not None):
        return (_refusal("file-is-input", output, "这是所读的文件,不能写成结果", "请换一个文件名"),)
    if os.path.lexists(target) and not force:
        return (_refusal("file-exists", output, "已有这个文件", "换一个文件名,或加 --force 覆盖"),)
    try:
        _write(target, result.encode("utf-8") if isinstance(result, str) else result)
    except OSError as fault:
        reason = _REASONS.get(type(fault), fault.strerror or "")
        return (_refusal("file-not-written", output, f"写不进去:{reason}", "请检查路径、权限和磁盘空间"),)
    return ()


def _same(target: Path, other: str) -> bool:
    try:
        return target.samefile(other)
    except OSError:  # one of the two is not there
        return target.absolute() == Path(other).absolute()


def _write(path: Path, data: bytes) -> None:
    """Write beside the file first, so that whoever reads it never sees half of it; through a link, to what it names."""
    place = Path(os.path.realpath(path))
    mode = _mode(place)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(draft, mode)
        os.replace(draft, place)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _mode(place: Path) -> int:
    """The rights of the file that is overwritten, else those of a new one."""
    if place.exists():
        kind = place.stat().st_mode
        if not stat.S_ISREG(kind):
            raise OSError(0, "不是普通文件")
        return stat.S_IMODE(kind)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refusal(code: str, path: str, what: str, suggestion: str) -> Problem:
    from engine.model import Problem, Source

    source = Source(path=path)
    return Problem(code=code, severity="error", message=f"{path}: {what}", source=source, suggestion=suggestion)
