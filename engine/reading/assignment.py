"""The best one-to-one assignment of statements to targets (the Hungarian method on integer scores)."""

from __future__ import annotations

from collections.abc import Sequence


def assign(scores: Sequence[Sequence[int]]) -> list[int | None]:
    """For each row the column that it gets, so that the sum of the scores is greatest.

    ``scores[row][column]`` is 0 or less where the pair is impossible; such a pair is never made.  Ties go to the
    earlier column.  Cost: rows² × columns.
    """
    rows, columns = len(scores), max((len(row) for row in scores), default=0)
    best = [max(range(columns), key=lambda c: (row[c], -c)) if columns else 0 for row in scores]
    if len(set(best)) == rows:
        return [column if columns and scores[row][column] > 0 else None for row, column in enumerate(best)]
    padded = [[*(max(score, 0) for score in row), *[0] * rows] for row in scores]
    chosen = _hungarian([[-score for score in row] for row in padded])
    return [column if column < columns and scores[row][column] > 0 else None for row, column in enumerate(chosen)]


def _hungarian(cost: Sequence[Sequence[int]]) -> list[int]:
    """Column of each row at least total cost; at least as many columns as rows.

    Kuhn's method with potentials, as every textbook of combinatorial optimisation gives it: rows enter one by
    one, each by the cheapest augmenting path.
    """
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        slack: list[int | None] = [None] * (columns + 1)
        came_from, done = [0] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            done[column] = True
            column = _relax(cost, owner[column], column, row_price, column_price, slack, came_from, done)
            _reprice(column, owner, row_price, column_price, slack, done)
        while column:
            owner[column], column = owner[came_from[column]], came_from[column]
    result = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            result[owner[column] - 1] = column - 1
    return result


def _relax(
    cost: Sequence[Sequence[int]],
    row: int,
    column: int,
    row_price: list[int],
    column_price: list[int],
    slack: list[int | None],
    came_from: list[int],
    done: list[bool],
) -> int:
    """Offer the edges of a row to every column that is not done; the column with the least slack comes next."""
    nearest, least = 0, None
    for other in range(1, len(done)):
        if done[other]:
            continue
        reduced = cost[row - 1][other - 1] - row_price[row] - column_price[other]
        known = slack[other]
        if known is None or reduced < known:
            slack[other], came_from[other], known = reduced, column, reduced
        if least is None or known < least:
            nearest, least = other, known
    return nearest


def _reprice(
    column: int,
    owner: list[int],
    row_price: list[int],
    column_price: list[int],
    slack: list[int | None],
    done: list[bool],
) -> None:
    """Shift the prices by the least slack, so that the next edge becomes free."""
    step = slack[column] or 0
    for other, is_done in enumerate(done):
        if is_done:
            row_price[owner[other]] += step
            column_price[other] -= step
        elif (known := slack[other]) is not None:
            slack[other] = known - step
