"""Lead and co-responsible units in columns of their own, told as one units text with ★ on the leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = re.compile(r"(?:[(\uff08][^(\uff08)\uff09]*[)\uff09]|[^、,\uff0c;\uff1b\n])+")
"""A name runs to the next separator; separators within brackets belong to it."""


def joined(lead: str, others: Sequence[str]) -> str:
    """牵头 "甲局、乙局" and 配合 "丙局" → "★甲局、★乙局、丙局"; a lead cell that has ★ marks of its own keeps them."""
    if "★" not in lead:
        lead = "、".join(f"★{name.strip()}" for name in _NAME.findall(lead) if name.strip())
    return "、".join(text for text in (lead, *others) if text)
