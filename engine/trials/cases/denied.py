"""Facts about the words of a row that are given as 是 or 否: what a text says of itself, or does not say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node, Scalar

_YES = ("是", "yes", "true")
_NO = ("否", "no", "false")
_USUAL: Mapping[str, str] = MappingProxyType({"failing": "未完成", "reached": "完成"})
"""The word that a text is taken to say of itself where the case does not write one."""


def without_denied(fields: Fields) -> Fields:
    """The facts without those that are 否: ``failing: 否`` stands for a text that does not say so."""
    kept = Fields({key: node for key, node in fields.items() if key not in (*_USUAL, "in_words") or not _is(node, _NO)})
    kept.place = fields.place
    return kept


def read_saying(reader: Reader, fields: Fields, key: str) -> str | None:
    """The word by which a text says that it failed or succeeded; the usual one for 是."""
    return _USUAL[key] if _is(fields.get(key), _YES) else reader.note(fields, key)


def _is(node: Node | None, words: tuple[str, ...]) -> bool:
    return isinstance(node, Scalar) and node.text in words
