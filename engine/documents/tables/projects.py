"""Names of projects, to which an amount belongs: 东环路 with a column 计划投资 is 东环路项目投资."""

from __future__ import annotations

import re

from engine.documents.tables.parts import Piece
from engine.units import quantities

_TITLE = re.compile("项目|工程")
_LONGEST = 30  # characters
_PROJECT = re.compile("(?:项目|工程)$")
_NO_NAME = re.compile(
    "[,\uff0c;\uff1b:\uff1a。!\uff01?\uff1f\n]|建成|通车|开工|完工|竣工|投产|投用|投运|启用|使用|封顶|贯通|合龙|运营|运行|达产"
    "|开业|开园|开馆|启动|推进|推动|加快|完成|实施|实现|确保|力争|争取|落地|签约|验收|交付|供地|招标"
)
"""What tells that words promise an event, or several things, and do not only name a project."""


def is_project(name: Piece) -> bool:
    """Whether the cell is the mere name of a project: in a column of projects, without a figure and an event.

    An event in front of an amount (建成通车完成投资…) would be read as one that has come to pass.
    """
    if not _TITLE.search(name.title) or not 0 < len(name.text) <= _LONGEST:
        return False
    return not _NO_NAME.search(name.text) and not quantities(name.text)


def of_project(name: str, words: str) -> str:
    """The words of an amount behind the name of its project."""
    return words if _PROJECT.search(name) else f"项目{words}"
