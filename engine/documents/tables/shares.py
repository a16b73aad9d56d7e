"""The cells of an allocation table: a figure, a mark that says none, or something else."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_LONGEST = 30  # characters: no count of anything is longer
_FIGURE = re.compile(r"[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_NONE = re.compile(r"[-/\\—–―‐―~]*|无")


def figure(text: str) -> Decimal | None:
    """The figure of a cell that is one, exactly as written: 1,200, 33.3, 12; None for anything else."""
    plain = _plain(text)
    return Decimal(plain.replace(",", "")) if len(plain) <= _LONGEST and _FIGURE.fullmatch(plain) else None


def says_none(text: str) -> bool:
    """Whether a cell says that there is nothing to contribute: blank, / or a dash."""
    return len(text) <= _LONGEST and _NONE.fullmatch(_plain(text)) is not None


def is_share(text: str) -> bool:
    """Whether a cell that holds something can be a share."""
    return bool(text) and (says_none(text) or figure(text) is not None)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[: _LONGEST + 1]).replace(" ", "")
