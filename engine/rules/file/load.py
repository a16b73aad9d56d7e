"""rules.yaml -> RuleBook: every mistake of the file at once, or a book that is whole."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from engine.model import Problem, Source
from engine.rules.book import RuleBook
from engine.rules.file.assemble import Origin, assemble
from engine.rules.file.changes import COMMAND_LINE, Change, changed
from engine.rules.file.dated import ever, in_force, turning_days
from engine.rules.file.faults import Faults
from engine.rules.file.fields import Reader
from engine.rules.file.inherit import PACKAGED, extended, laid_over
from engine.rules.file.nodes import Node, Scalar, compose
from engine.rules.lint import lint


class Loaded(NamedTuple):
    """What came of reading a rules file: the book, or None, and every mistake in it.  Warnings alone leave a book."""

    book: RuleBook | None
    problems: tuple[Problem, ...]


def load(path: str | Path, changes: Sequence[Change] = ()) -> Loaded:
    """The rule book in a file (UTF-8, with or without BOM), with single values changed where ``changes`` says so."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else "文件读不出来"
        return Loaded(None, (_file_problem(str(path), f"{reason},请核对路径和权限"),))
    text = _decoded(raw)
    if text is None:
        return Loaded(None, (_file_problem(str(path), "文件不是 UTF-8 编码,请另存为 UTF-8"),))
    return _loaded(text, str(path), hashlib.sha256(raw).hexdigest(), changes)


def loads(text: str, path: str, changes: Sequence[Change] = ()) -> Loaded:
    """The rule book in a text; ``path`` is what messages call it."""
    return _loaded(text, path, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), changes)


@cache
def default() -> RuleBook:
    """The rule book that the engine comes with.

    Raises:
        RuntimeError: the packaged file is damaged, which is no fault of the user's.
    """
    raw = packaged_path().read_bytes()
    # A test holds that the packaged file has nothing to remark on, so that no run has to look for it again.
    book, problems = _loaded(raw.decode("utf-8"), "rules.yaml", hashlib.sha256(raw).hexdigest(), (), thorough=False)
    if book is None:
        raise RuntimeError("\n".join(problem.message for problem in problems))
    return book


def packaged_path() -> Path:
    """The rules file that the engine comes with."""
    packaged = Path(__file__).parents[1] / "rules.yaml"
    # A checkout has the one copy in its root; the wheel carries it inside the package.
    return packaged if packaged.is_file() else Path(__file__).parents[3] / "rules.yaml"


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _loaded(text: str, path: str, sha256: str, changes: Sequence[Change], thorough: bool = True) -> Loaded:
    faults = Faults(path, text)
    root = compose(text, faults)
    extends = root is not None and extended(root) is not None
    root = _on_its_base(root, faults) if root is not None else None
    if root is None:
        return Loaded(None, faults.problems())
    faults.include(COMMAND_LINE, "\n".join(map(str, changes)))
    root, mistakes = changed(root, changes)
    grades = tuple(dict.fromkeys(ever(root, "grade")))
    base = default() if extends else None
    origin = Origin(
        sha256=sha256,
        base=base.info.sha256 if base else None,
        changes=tuple(map(str, changes)),
        grades=grades,
        thresholds=base.thresholds if base else (),
    )
    book = _book(root, origin, faults)
    if thorough and not faults.fatal:
        lint(book, faults)
    problems = (*mistakes, *faults.problems())
    return Loaded(None if mistakes or faults.fatal else book, problems)


def _on_its_base(root: Node, faults: Faults) -> Node | None:
    """The tree, laid over that of the packaged rules where it extends them."""
    base = extended(root)
    if base is None:
        return root
    if not isinstance(base, Scalar) or base.text != PACKAGED:
        said = f"“{base.text}”不可用。" if isinstance(base, Scalar) and base.text else ""
        faults.add("rules-value", base.place, f"{said}此处只能写“extends: {PACKAGED}”,以自带规则为底本")
        return None
    text = packaged_path().read_text(encoding="utf-8")
    faults.include(PACKAGED, text)
    below = compose(text, faults, PACKAGED)
    return root if below is None else laid_over(root, below)


def _book(root: Node, origin: Origin, faults: Faults) -> RuleBook:
    """The book of each stretch of time between two days on which a value changes, the first of them in front."""
    reader = Reader(faults)
    days = turning_days(root, reader)
    first = assemble(in_force(root, date.min), reader, origin)
    later = [(day, assemble(in_force(root, day), reader, origin)) for day in days]
    return replace(first, later=tuple(later))


def _file_problem(path: str, what: str) -> Problem:
    return Problem(code="rules-file", severity="error", message=f"{path}: {what}", source=Source(path=path))
