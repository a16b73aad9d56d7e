"""Where the rows of a flattened table begin: at the paragraphs that number them, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

_REACH = 60  # paragraphs beyond a row of full width within which the next number must stand
_LARGEST_GAP = 10  # numbers; one beyond is a year or a count


def starts(numbers: Sequence[int | None], width: int, bare: bool) -> list[int]:
    """The indices of the paragraphs that number a row.

    ``numbers`` gives the number that each paragraph is, the first being that of the first row; ``width`` is the number
    of columns; ``bare`` says that numbers alone stand in no other column, so that one out of order may still count.
    """
    found = [0]
    while (following := _following(numbers, found[-1], width, bare)) is not None:
        found.append(following)
    return found


def _following(numbers: Sequence[int | None], start: int, width: int, bare: bool) -> int | None:
    wanted = (numbers[start] or 0) + 1
    regular = start + width
    window = range(start + 1, min(len(numbers), regular + _REACH))
    if regular in window and (numbers[regular] == wanted or (bare and _counts(numbers, regular, wanted))):
        return regular
    following = next((index for index in window if numbers[index] == wanted), None)
    if following is None and bare:
        return next(
            (index for index in window if (numbers[index] or 0) > wanted and _near(numbers[index], wanted)), None
        )
    return following


def _counts(numbers: Sequence[int | None], index: int, wanted: int) -> bool:
    """Whether a number out of order, where a row should begin, numbers that row: it is no page number before the
    number wanted."""
    return _near(numbers[index], wanted) and numbers[index + 1 : index + 2] != [wanted]


def _near(number: int | None, wanted: int) -> bool:
    return number is not None and number <= wanted + _LARGEST_GAP
