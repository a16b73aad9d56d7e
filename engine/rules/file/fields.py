"""Readers for the values of a rules file: each takes a node, notes what is wrong with it, and gives a value.

A reader that finds a mistake still gives a harmless value of the right type, so that the rest of the file is
read too; a book with any mistake is thrown away at the end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Any, TypeVar

from engine.rules.file.faults import Faults, Place, closest, listed, nearest
from engine.rules.file.meanings import MEANINGS
from engine.rules.file.nodes import Listing, Mapping, Node, Scalar, Unread
from engine.rules.language.terms import TermType

Word = TypeVar("Word", bound=str)

_SHARE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*(?:%|个百分点)", re.ASCII)
_ANY_FIGURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)\s*(%|个百分点|个月|月)?", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})月?", re.ASCII)
_MONTHS = re.compile(r"(\d{1,3})个月", re.ASCII)
_MARKS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)分", re.ASCII)
_PLAIN = {0xFF05: "%", 0xFF0E: ".", **{0xFF10 + digit: str(digit) for digit in range(10)}}
_TRUTH = {"是": True, "yes": True, "true": True, "否": False, "no": False, "false": False}


class Fields(dict[str, Node | None]):
    """The values of one mapping by key.  A key that is missing is not there, a value that was refused is None."""

    place: Place


class Reader:
    """Reads nodes and notes mistakes in ``faults``."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults

    def fields(self, node: Node | None, shape: Any, also: Iterable[str] = ()) -> Fields:
        """A mapping with the keys of a shape; unknown and missing ones are mistakes.  ``also`` are required too."""
        keys = tuple(key.rstrip("_") for key in shape.__annotations__)  # ``from_`` stands for ``from``
        needed = shape.__required_keys__.union(also)
        return self._fields(node, [key for key in keys if key in needed], keys)

    def _fields(self, node: Node | None, required: Iterable[str], known: Collection[str]) -> Fields:
        found = Fields()
        found.place = node.place if node else Place(1, 1)
        given = {key.text for key, _ in self.entries(node)}
        for key, value in self.entries(node):
            name = key.text
            if name not in known:
                self.faults.add("rules-unknown-key", key.place, f"不认识的项“{name}”。{self._hint(key, known)}")
                name = closest(name, [word for word in known if word not in given]) or name
            if name in known:  # a misspelt key is read on as what was meant, so that nothing else seems to be missing
                found[name] = None if isinstance(value, Unread) else value
        for key_name in required:
            if key_name not in found and (isinstance(node, Mapping) or _empty(node)):
                self.faults.add("rules-missing", found.place, f"缺少“{key_name}”,请补上")
        return found

    def _hint(self, key: Scalar, known: Collection[str]) -> str:
        """What may stand in the place of an unknown key.  One without a colon is the rest of a text with a comma."""
        behind = self.faults.line(key.place.line, key.place.file)[key.place.column - 1 + len(key.text) :]
        if key.exact and not behind.lstrip("'\" ").startswith(":"):
            return "文字中的逗号把它隔成了另一项:请给整段文字加上引号"
        return f"此处可用:{listed(known)}{nearest(key.text, known)}"

    def entries(self, node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
        """The pairs of a mapping whose keys are free."""
        if isinstance(node, Mapping):
            return node.pairs
        if not _empty(node):
            self._wrong_type(node, "此处应是若干“名称: 值”")
        return ()

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """The items of a list."""
        if isinstance(node, Listing):
            return node.items
        self._wrong_type(node, "此处应是列表,每项以“- ”开头,或写成 [甲, 乙]")
        return ()

    def text(self, node: Node | None) -> str:
        """A text that is not empty."""
        if isinstance(node, Scalar) and node.text.strip():
            return node.text
        self._wrong_type(node, "此处应是一段文字")
        return ""

    def note(self, fields: Fields, key: str) -> str | None:
        """A text that may be missing, such as ``basis``."""
        return self.text(fields.get(key)) or None

    def words(self, fields: Fields, key: str, options: tuple[Word, ...]) -> tuple[Word, ...]:
        """A list of words allowed here; a missing one gives none."""
        return tuple(self.choice(item, options) for item in self.items(fields.get(key)))

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """A list of texts; a missing node gives none."""
        return tuple(self.text(item) for item in self.items(node))

    def choice(self, node: Node | None, options: tuple[Word, ...]) -> Word:
        """One of the words allowed here."""
        text = self.text(node)
        for option in options:
            if option == text:
                return option
        if node is not None and text:
            hint = f"此处可用:{listed(options)}{_meant(text, options) or nearest(text, options)}"
            self.faults.add("rules-value", node.place, f"“{text}”不可用。{hint}")
        return options[0]

    def share(self, node: Node | None) -> Fraction:
        """A share with its unit (50%, 5个百分点) as an exact fraction: 50% is 1/2."""
        return self._figure(node, _SHARE, "应是百分数并写明单位,例如 50% 或 5个百分点") / 100

    def figure(self, node: Node | None) -> tuple[TermType, int | Fraction]:
        """A figure of any kind that a condition can hold (5个百分点, 80%, 2个月, 6月, 3): its type and exact value."""
        text = self.text(node)
        match = _ANY_FIGURE.fullmatch(_half_width(text))
        if match is None:
            if node is not None and text:
                self.faults.add("rules-unit", node.place, f"“{text}”看不懂,应是数并写明单位,例如 5个百分点、80%、2个月")
            return "number", 0
        value, unit = Fraction(match[1]), match[2] or ""
        if unit.endswith("月"):
            return "month", int(value)
        return ("share", value / 100) if unit else ("number", value)

    def marks(self, node: Node | None) -> Fraction:
        """Points with their unit (100分)."""
        return self._figure(node, _MARKS, "应是分数并写明单位,例如 100分")

    def months(self, node: Node | None) -> int:
        """A number of months with its unit (2个月)."""
        return int(self._figure(node, _MONTHS, "应是月数并写明单位,例如 2个月"))

    def month(self, node: Node | None) -> int:
        """A month of the year, 1 to 12, written 6 or 6月."""
        month = int(self._figure(node, _MONTH, "应是月份,1至12,例如 6月"))
        if isinstance(node, Scalar) and _MONTH.fullmatch(node.text) and not 1 <= month <= 12:
            self.faults.add("rules-value", node.place, f"“{month}”不是月份,应在1至12之间")
        return month

    def truth(self, node: Node | None) -> bool:
        """是 or 否."""
        return _TRUTH[self.choice(node, tuple(_TRUTH))]

    def _wrong_type(self, node: Node | None, what: str) -> None:
        if node is not None and not isinstance(node, Unread):
            self.faults.add("rules-type", node.place, what)

    def _figure(self, node: Node | None, pattern: re.Pattern[str], wanted: str) -> Fraction:
        text = self.text(node)
        match = pattern.fullmatch(_half_width(text))
        if match:
            return Fraction(match[1])
        if node is not None and text:
            self.faults.add("rules-unit", node.place, f"“{text}”看不懂,{wanted}")
        return Fraction(0)


def _half_width(figure: str) -> str:
    """A figure with the percent sign and the digits of a Chinese keyboard written plainly."""
    return figure.translate(_PLAIN)


def _meant(text: str, options: Iterable[str]) -> str:
    """The word that a Chinese one stands for (滞后, 黄, 累计类), "" where it stands for none."""
    found = [word for word in options if word in MEANINGS and MEANINGS[word].title.rstrip("色") == text.rstrip("色")]
    return f";请写“{found[0]}”" if found else ""


def _empty(node: Node | None) -> bool:
    """An empty section (``currency:`` with nothing after it, or {}) holds no entries and is no mistake."""
    return isinstance(node, Scalar) and node.text == ""
