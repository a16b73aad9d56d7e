"""How far a thing has come: the stage of an amount, the rung of a milestone.

The words of each rung are in the lexicon.  A rung counts as reached only where no word right before it says that
it is still going on or only intended ("正在征求意见", "待评估认定").
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from engine.model import Stage
from engine.reading import lexicon
from engine.reading.clauses import mask

CONSTRUCTION = ("谋划", "立项", "初步设计", "招标", "开工", "主体", "竣工", "投用")
DOCUMENT = ("筹备", "起草", "申报", "评审", "达成")

_SHARE_OF_WORK = re.compile(r"(\d+(?:\.\d+)?)%")
_LONGEST_SHARE = 8
_HALF = 50
_LAST_RUNGS = frozenset({"竣工", "投用", "达成"})
_BUILT = re.compile("(?:改造|改扩建|扩建|建设|工程|搬迁|拆除|修缮|迁建|新建|提升|整治|征收|签约|主体)$")
_NAMED_ONLY = re.compile("(?:前期|条件|手续|准备|工作(?:正在|已?启动)|正在进行前期)")
_BUILDING = re.compile("施工|桩基|基础|路面|总体|形象")
"""Work that is going on: it has begun, so that its rung is reached."""
_HURRY = re.compile(r"\s*(?:大力|全力|积极|稳步|有序)?(?:加快|推进|抓紧|持续)")
_DRAFT = re.compile("(?:方案)?(?:初稿|草案|深化|正在)")
_LOOK_BACK = 7
_WHOLE_WORK_DONE = re.compile(r"完成(?!率|投资)[^,。;\d]{0,24}?(?:建设|改造|施工|任务|工程)(?=$|[,。;、]|并|及)")


def ladder_of(rung: str) -> tuple[str, ...]:
    """The ladder on which a rung stands."""
    return CONSTRUCTION if rung in CONSTRUCTION else DOCUMENT


def promised_rung(event: str, subject: str = "") -> str:
    """The rung that an event word promises: 建成通车 promises use, 出台 the issue of a document, 完成 what its object
    comes to (…改造 the end of construction)."""
    if event.startswith(("启动", "加快启动", "全面启动")):
        return "开工"
    if event == "完成":
        return "竣工" if _BUILT.search(subject) else "达成"
    for ladder in (CONSTRUCTION, DOCUMENT):
        for rung in reversed(ladder):
            if lexicon.has(f"rung {rung}", event):
                return rung
    return "达成"


def reached_rung(text: str, ladder: tuple[str, ...]) -> tuple[str | None, Stage]:
    """The highest rung that a text says was reached, and the stage of the work.

    Returns ``(rung, "completed")`` for the highest rung reached, ``(None, "underway")`` where the text names none.
    A step that is being taken ("正在征求意见") means that the one below it is reached, a share of the work under
    100 % ("完成室内装修95%") that the last rungs are not.
    """
    masked = mask(text)
    shares = [Decimal(share) for share in _SHARE_OF_WORK.findall(masked) if len(share) <= _LONGEST_SHARE]
    unfinished = any(share < 100 for share in shares)
    best = _half_built(shares) if ladder is CONSTRUCTION and unfinished else -1
    for word in _rung_words(ladder).finditer(masked):
        rung = _rung_of(ladder, word.group())
        if unfinished and (rung in _LAST_RUNGS or word.group().startswith("主体")):
            continue
        best = max(best, _place(ladder, rung, _short_of(masked, word)))
    return (ladder[best], "completed") if best >= 0 else (None, "underway")


def _place(ladder: tuple[str, ...], rung: str, short: int) -> int:
    """The place of a rung, less the rungs it falls short; work that is only hurried on has begun, and no more."""
    place = ladder.index(rung)
    if short == 1 and ladder is CONSTRUCTION and place > CONSTRUCTION.index("开工"):
        return CONSTRUCTION.index("开工")
    return place - short


def _short_of(masked: str, word: re.Match[str]) -> int:
    """How many rungs short of a step's own rung the words around it leave it: 1 where it is being taken, all where
    it is only intended, missing or named."""
    before = re.split(r"[,。;、]", masked[max(0, word.start() - _LOOK_BACK) : word.start()])[-1]
    if lexicon.has("pending", before) or _NAMED_ONLY.match(masked, word.end()):
        return len(CONSTRUCTION)
    taken = lexicon.has("ongoing", before) or _DRAFT.match(masked, word.end()) is not None or _hurried(masked, word)
    return int(taken and not _BUILDING.match(word.group()))


def _hurried(masked: str, word: re.Match[str]) -> bool:
    """Whether the clause of a step opens with 加快 or 推进, and nothing says that it has happened."""
    opening = max(masked.rfind(stop, 0, word.start()) for stop in ",,。;;") + 1
    clause = masked[opening : word.start()]
    return _HURRY.match(clause) is not None and "已" not in clause


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


def _half_built(shares: list[Decimal]) -> int:
    """The rung that a share of the work stands for: from half of it on the main structure, else the start."""
    return CONSTRUCTION.index("主体" if max(shares) >= _HALF else "开工")


@lru_cache(maxsize=1)
def _stage_cues() -> re.Pattern[str]:
    groups = (f"(?P<{role}>{lexicon.alternation(role)})" for role in ("applied", "prepared", "underway", "finished"))
    return re.compile("|".join(groups))


def amount_stage(before: str, behind: str, going_on: str = "") -> Stage:
    """The stage that the words around a figure state, completed where they state none.

    The clause that goes on about it decides ("2家,内部软装提升中"), else the last cue behind it, where its noun
    stands there (完成250户…招标), else the last one before it ("在建项目完成投资5亿元" is completed).
    """
    last = _last(_stage_cues(), behind)
    if last and last.lastgroup == "prepared":
        return "planned"
    if lexicon.has("unfinished", going_on) and not re.search("已.{0,4}(?:完工|竣工|投用|建成)", going_on):
        return "underway"
    found = last or _said_to_be(before) or _last(_stage_cues(), before)
    role = found.lastgroup if found else "finished"
    stages_by_role: dict[str | None, Stage] = {"applied": "applied", "prepared": "planned", "underway": "underway"}
    return stages_by_role.get(role, "completed")


def _said_to_be(before: str) -> re.Match[str] | None:
    """The predicate right behind 已 or 累计: it rules the nouns that follow it (已申报…新认定企业)."""
    marker = re.search("已|累计|正在", before)
    return _stage_cues().match(before, marker.end()) if marker else None


def _last(cues: re.Pattern[str], words: str) -> re.Match[str] | None:
    return max(cues.finditer(words), key=lambda cue: cue.start(), default=None)
