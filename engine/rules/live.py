"""A rules file in a program that runs for long: an edit counts as soon as it is whole, and a broken one never does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from engine.model import Problem, Source
from engine.rules.book import RuleBook
from engine.rules.file.load import Loaded, load


class _State(NamedTuple):
    """What was last seen in the file, the last book that was whole, and what is wrong with the file now."""

    raw: bytes | None
    book: RuleBook | None
    problems: tuple[Problem, ...]


class RulesFile:
    """A rules file that is looked at again whenever its book is asked for.

    As long as the file is broken (or gone) the last book that was whole stays in force and the mistakes are told;
    before there was one there is no book.  Several threads may ask at once: each gets one whole book.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        self._state = _State(None, None, ())

    def current(self) -> Loaded:
        """The book in force, and what is wrong with the file as it is now."""
        seen, raw = self._state, self._read()
        if raw is None or raw != seen.raw:
            seen = self._state = self._next(raw, seen.book)
        return Loaded(seen.book, seen.problems)

    def _read(self) -> bytes | None:
        try:
            return Path(self.path).read_bytes()
        except OSError:
            return None

    def _next(self, raw: bytes | None, last: RuleBook | None) -> _State:
        book, problems = load(self.path)
        if book is not None or last is None:
            return _State(raw, book, problems)
        return _State(raw, last, (self._kept(last), *problems))

    def _kept(self, last: RuleBook) -> Problem:
        info = last.info
        return Problem(
            code="rules-kept",
            severity="warning",
            message=f"{self.path} 有错误,未予采用;仍按上一份没有错误的规则评判:{info.name},版本{info.version}",
            source=Source(path=self.path),
            suggestion="请按下列错误逐处改正;改好后自动采用",
        )
