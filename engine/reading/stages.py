"""How far a thing has come: the stage of an amount, the rung of a milestone.

The words of each rung are in the lexicon.  A rung counts as reached only where no word right before it says that
it is still going on or only intended ("正在征求意见", "待评估认定").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from engine.model import Stage
from engine.reading import lexicon
from engine.reading.clauses import mask

CONSTRUCTION = ("谋划", "立项", "初步设计", "招标", "开工", "主体", "竣工", "投用")
DOCUMENT = ("筹备", "起草", "申报", "评审", "印发")

_SHARE_OF_WORK = re.compile(r"完成[^,,。;;\d]{0,8}(\d+(?:\.\d+)?)[%%]|(\d+(?:\.\d+)?)[%%]")
_LAST_RUNGS = frozenset({"主体", "竣工", "投用", "印发"})
_LOOK_BACK = 7
_WHOLE_WORK_DONE = re.compile(r"完成(?!率|投资)[^,,。;;\d]{0,24}?(?:建设|改造|施工|任务|工程)(?=$|[,,。;;、]|并|及)")


def ladder_of(rung: str) -> tuple[str, ...]:
    """The ladder on which a rung stands."""
    return CONSTRUCTION if rung in CONSTRUCTION else DOCUMENT


def promised_rung(event: str) -> str:
    """The rung that an event word promises: 建成通车 promises use, 出台 the issue of a document."""
    for ladder in (CONSTRUCTION, DOCUMENT):
        for rung in reversed(ladder):
            if lexicon.has(f"rung {rung}", event):
                return rung
    return "印发"


def reached_rung(text: str, ladder: tuple[str, ...]) -> tuple[str | None, Stage]:
    """The highest rung that a text says was reached, and the stage of the work.

    Returns ``(rung, "completed")`` for the highest rung reached, ``(None, "underway")`` where the text names none.
    A share of the work under 100 % ("完成室内装修95%") means that the last rungs are not reached.
    """
    masked = mask(text)
    unfinished = any(_under_a_hundred(share) for pair in _SHARE_OF_WORK.findall(masked) for share in pair if share)
    reached = [
        _rung_of(ladder, word.group())
        for word in _rung_words(ladder).finditer(masked)
        if not _pending(masked, word.start())
    ]
    counted = [ladder.index(rung) for rung in reached if not (unfinished and rung in _LAST_RUNGS)]
    return (ladder[max(counted)], "completed") if counted else (None, "underway")


@cache
def _rung_words(ladder: tuple[str, ...]) -> re.Pattern[str]:
    """The words of all rungs of a ladder, longest first (施工图 is no 施工), and "完成…建设" as a whole."""
    words = lexicon.alternation(*(f"rung {rung}" for rung in ladder))
    return re.compile(f"{_WHOLE_WORK_DONE.pattern}|{words}" if ladder is CONSTRUCTION else words)


@cache
def _rung_of(ladder: tuple[str, ...], word: str) -> str:
    """The rung that a word tells of; the highest, where a word stands on several."""
    for rung in reversed(ladder):
        if word in lexicon.sections()[f"rung {rung}"]:
            return rung
    return "竣工"


def _under_a_hundred(share: str) -> bool:
    """Whether a percentage as written is under 100: its whole part has two digits at most."""
    return len(share.partition(".")[0]) < 3


def _pending(masked: str, position: int) -> bool:
    """Whether the words right before a step, in its own clause, say that it is not reached yet."""
    before = re.split(r"[,,。;;、]", masked[max(0, position - _LOOK_BACK) : position])[-1]
    return lexicon.has("pending", before)


@lru_cache(maxsize=1)
def _stage_cues() -> re.Pattern[str]:
    groups = (f"(?P<{role}>{lexicon.alternation(role)})" for role in ("applied", "underway", "finished"))
    return re.compile("|".join(groups))


def amount_stage(before: str, behind: str) -> Stage:
    """The stage that the words around a figure state: the cue nearest to it decides, those behind it first where
    its noun stands there; completed where there is none ("在建项目完成投资5亿元" is completed)."""
    found = _stage_cues().search(behind) or max(_stage_cues().finditer(before), key=_place, default=None)
    if found is None or found.lastgroup == "finished":
        return "completed"
    return "applied" if found.lastgroup == "applied" else "underway"


def _place(cue: re.Match[str]) -> int:
    return cue.start()
