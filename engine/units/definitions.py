"""The unit words of definitions.txt: their spellings and their dimensions, read without pint.

pint takes as long to import as pydantic, and one assessment compares thousands of units but converts few.  So
the words and the dimension of each come from this reader of lines; factors come from pint, over the same file.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("definitions.txt")

_WORD = re.compile(r"[^\W\d_]+")
_TRADITIONAL = str.maketrans(
    "%户亿万亩顷吨项条台辆场张只头栋间类种处门组队块对盏点时标准轮笔颗册个欧镑币两层",
    "％戶億萬畝頃噸項條臺輛場張隻頭棟間類種處門組隊塊對盞點時標準輪筆顆冊個歐鎊幣兩層",
)


class Words(NamedTuple):
    """``name`` maps each unit word to the name it is defined under, ``base`` each name to its base unit,
    ``dimension`` each base unit to its dimension."""

    name: dict[str, str]
    base: dict[str, str]
    dimension: dict[str, str]


@cache
def words() -> Words:
    """All unit words of the file; 家 is defined under 个, whose base is 个 and whose dimension is count."""
    found = Words({}, {}, {})
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            _read_line(line, found)
    return found


def _read_line(line: str, found: Words) -> None:
    head, *parts = (part.strip() for part in line.removeprefix("@alias ").split("="))
    if not line.startswith("@alias "):
        definition = parts.pop(0)
        if definition.startswith("["):
            found.dimension[head] = definition.strip("[]")
            found.base[head] = head
        else:
            found.base[head] = found.base[_WORD.findall(definition)[0]]
        found.name[head] = head
    found.name.update((part, head) for part in parts if part != "_")


@cache
def spellings() -> dict[str, str]:
    """Every way a unit word is written, traditional and full-width forms included, to its plain form."""
    plain = {word: word for word in words().name}
    return {word.translate(_TRADITIONAL): word for word in plain} | plain
