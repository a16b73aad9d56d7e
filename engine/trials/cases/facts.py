"""The facts of a case -> the Reading that they stand for, as the reading room would hand it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from engine.model import Comparator, Kind, Measure, Quantity, Reading, Statement, Target
from engine.rules import RuleBook
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node
from engine.rules.policy import DIRECTIONS, KINDS, STAGES
from engine.trials.cases import shape
from engine.trials.cases.checking import check_facts
from engine.trials.cases.denied import read_saying, without_denied
from engine.trials.cases.derived import without_derived
from engine.trials.cases.records import TargetGiven
from engine.trials.cases.stages import read_stages
from engine.trials.cases.values import VALUE, check_unit, read_figure, read_placing, written_unit

YEAR_END = 12
_COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)


def read_facts(reader: Reader, node: Node | None, book: RuleBook) -> tuple[TargetGiven, Fields]:
    """The target with what answers it, and the fields that it was read from."""
    fields = without_denied(reader.fields(without_derived(reader, node), shape.Facts))
    facts = _Facts(reader, fields, book, reader.choice(fields.get("kind"), KINDS))
    check_facts(reader, fields, facts.kind)
    return TargetGiven(facts.reading(), read_placing(reader, fields)), fields


@dataclass
class _Facts:
    """Reads the fields of one target."""

    reader: Reader
    fields: Fields
    book: RuleBook
    kind: Kind

    def reading(self) -> Reading:
        """The target with everything that is said of it."""
        aim = self._figure("rival" if self.kind == "relative" else "target")
        month = self._month("month") or YEAR_END
        common = {"through_month": month, **self._said()}
        forecast = self._figure("forecast", aim)
        return Reading(
            target=self._target(aim),
            evidence=self._evidence(aim, common),
            completion=self._stated(common),
            rival=self._statement(aim, through_month=month) if self.kind == "relative" and aim else None,
            reported_forecast=self._statement(forecast, through_month=month, stage="forecast") if forecast else None,
        )

    def _target(self, aim: Quantity | None) -> Target:
        own = None if self.kind == "relative" else aim
        direction, comparator = self._choice("direction", DIRECTIONS), self._choice("comparator", _COMPARATORS)
        deadline, grows = self._month("deadline") or YEAR_END, direction == "up" and comparator != "<="
        return Target(
            id="1.1",
            clause=own.text if own else self._indicator,
            span=(0, 0),
            indicator=self._indicator,
            kind=self.kind,
            direction=direction,
            comparator=comparator,
            quantity=own,
            value=own.number if own else None,
            unit=written_unit(own),
            deadline_month=deadline,
            nodes=read_stages(self.reader, self.fields, own, deadline, grows),
            rung=self._rung("target_rung"),
            rival=self.reader.note(self.fields, "rival_indicator"),
            stretch="stretch" in self.fields and self.reader.truth(self.fields["stretch"]),
        )

    def _evidence(self, aim: Quantity | None, common: Mapping[str, Any]) -> Statement | None:
        """What answers the target: a figure, a rung, or words alone where there is no stated completion either."""
        actual, rung = self._figure("actual", aim), self._rung("rung")
        words = "in_words" in self.fields and self.reader.truth(self.fields["in_words"])
        if words and actual:
            self._fault("in_words", "已写完成值“actual”,就不是只有文字")
        silent = "stated" in self.fields or not {"stage", "failing", "reached"} & self.fields.keys()
        if actual is None and rung is None and not words and silent:
            return None
        return self._statement(actual, rung=rung, **common)

    def _stated(self, common: Mapping[str, Any]) -> Statement | None:
        if "stated" not in self.fields:
            return None
        figure = self._figure("stated")
        if figure and figure.unit != "%":
            self._fault("stated", "自报完成率应是百分数,例如 53.3%")
        return self._statement(figure, measure="completion", **common) if figure else None

    def _statement(self, figure: Quantity | None, measure: Measure | None = None, **said: Any) -> Statement:
        return Statement(
            clause=figure.text if figure else self._indicator,
            span=(0, 0),
            indicator=self._indicator,
            measure=measure or ("growth" if self.kind == "growth" else "amount"),
            quantity=figure,
            value=figure.number if figure else None,
            unit=written_unit(figure),
            **said,
        )

    def _said(self) -> dict[str, Any]:
        """What the words say of themselves."""
        return {
            "stage": self._choice("stage", STAGES),
            "failing": read_saying(self.reader, self.fields, "failing"),
            "reached": read_saying(self.reader, self.fields, "reached"),
        }

    @property
    def _indicator(self) -> str:
        return self.reader.note(self.fields, "indicator") or "指标"

    def _figure(self, key: str, aim: Quantity | None = None) -> Quantity | None:
        """A figure that may be missing; one of another unit than the target is a mistake."""
        node = self.fields.get(key)
        figure = read_figure(self.reader, node)
        check_unit(self.reader, node, figure, aim)
        return figure

    def _fault(self, key: str, what: str) -> None:
        node = self.fields.get(key)
        if node is not None:
            self.reader.faults.add(VALUE, node.place, what)

    def _month(self, key: str) -> int | None:
        return self.reader.month(self.fields[key]) if key in self.fields else None

    def _choice(self, key: str, options: tuple[Any, ...]) -> Any:
        """A word that may be missing: the first one then goes without saying."""
        return self.reader.choice(self.fields.get(key), options)

    def _rung(self, key: str) -> str | None:
        return self.reader.choice(self.fields[key], tuple(self.book.ladders)) if key in self.fields else None
