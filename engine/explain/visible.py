"""Text from a document made safe to print: what a terminal would obey is shown as text instead."""

import unicodedata
from functools import cache

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_ESCAPED = [*range(0x80, 0xA0), 0x2028, 0x2029, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
# C1 controls, line separators, and the marks that turn the reading direction of what follows.
_VISIBLE = str.maketrans(_PICTURES | {code: f"\\u{code:04x}" for code in _ESCAPED})


def visible(text: str) -> str:
    """One line of text with control characters and direction marks spelled out (ESC becomes ␛)."""
    return text.translate(_VISIBLE)


def visible_lines(text: str) -> str:
    """The same for text of our own that may have several lines, such as a message with a caret under it."""
    return "\n".join(visible(line) for line in text.split("\n"))


def cells(text: str) -> int:
    """The width of `text` on a terminal: wide (Chinese) characters take two cells, combining ones none."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@cache
def _cells_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
