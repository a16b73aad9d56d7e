"""A forecast is drawn along the schedule or held; where neither is honest it is refused with its reason."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model import Verdict
from engine.rules.display import floored

FORECASTS = [
    (("cumulative", "10公里", "2.2公里"), {}, "4.4", "straight_line"),
    (("cumulative", "4亿美元", "18568万美元"), {"month": 5}, "4.45632", "straight_line"),
    (("cumulative", "12个", "5个"), {"month": 5}, "12", "straight_line"),
    (("cumulative", "30个", "12个"), {"month": 5}, "28.8", "straight_line"),
    (("cumulative", "10公里", "3公里"), {"month": 3, "target": {"deadline_month": 6}}, "6", "straight_line"),
    (("cumulative", "500亿元", None), {"stated": "53.3%"}, "533", "straight_line"),
    (("cumulative", "10公里", "12公里"), {"month": 12}, "12", "hold_last"),
    # what is reached is not drawn out: a fixed scope that is finished does not double
    (("cumulative", "10.2公里", "10.2公里"), {}, "10.2", "hold_last"),
    (("cumulative", "100亿元", "102.77亿元"), {}, "102.77", "hold_last"),
    (("cumulative", "10公里", None), {"stated": "120%"}, "12", "hold_last"),
    (("coverage", "80%", "81.7%"), {"target": {"indicator": "预算执行率"}}, "81.7", "hold_last"),
    # a share of a whole never comes to more than all of it
    (("coverage", "95%", "60%"), {"target": {"indicator": "预算执行率"}}, "100", "straight_line"),
    (("cumulative", "100公里", "60公里"), {}, "120", "straight_line"),
    (("coverage", "100%", "30%"), {"target": {"indicator": "预算执行率"}}, "60", "straight_line"),
    (("growth", "5%", "4.2%"), {"month": 5}, "4.2", "hold_last"),
    (("gauge", "25微克/立方米", "26微克/立方米"), {}, "26", "hold_last"),
    (("coverage", "90%", "89.8%"), {}, "89.8", "hold_last"),
]
REFUSALS = [
    (("milestone", None, None), {"evidence": {"rung": "开工"}}, "节点目标"),
    (("relative", None, "5%"), {"rival": "4%"}, "比较类目标"),
    (("cumulative", "10公里", None), {}, "未报送"),
    (("cumulative", "10起", "4起"), {"target": {"comparator": "<="}}, "控制性目标"),
    (("cumulative", "20家", "19家"), {"evidence": {"stage": "applied"}}, "“申报”阶段"),
    (("cumulative", "10公里", "3个"), {}, "没有可与目标比较"),
    (("growth", "5%", "3亿元"), {}, "没有可与目标比较"),
]


@pytest.mark.parametrize(("case", "more", "value", "method"), FORECASTS)
def test_a_forecast_gives_its_value_and_method(
    verdict: Callable[..., Verdict], case: tuple[Any, ...], more: dict[str, Any], value: str, method: str
) -> None:
    found = verdict(*case, **more).forecast

    assert (str(found.value), found.method, found.refusal) == (value, method, None)


@pytest.mark.parametrize(("case", "more", "reason"), REFUSALS)
def test_what_cannot_be_forecast_says_why(
    verdict: Callable[..., Verdict], case: tuple[Any, ...], more: dict[str, Any], reason: str
) -> None:
    found = verdict(*case, **more).forecast

    assert (found.value, found.method) == (None, "none")
    assert reason in (found.refusal or "")


def test_the_point_used_is_kept_with_its_month(verdict: Callable[..., Verdict]) -> None:
    assert verdict("cumulative", "10公里", "2.2公里").forecast.points == ((6, Decimal("2.2")),)


def test_a_forecast_does_not_depend_on_the_decimal_context(verdict: Callable[..., Verdict]) -> None:
    with localcontext(Context(prec=5)):
        narrow = verdict("cumulative", "27469123.5元", "11764304.5元").forecast

    assert str(narrow.value) == "23528609"


@given(st.fractions(0, 100), st.integers(1, 100))
def test_a_forecast_that_misses_the_target_never_shows_as_reaching_it(value: Any, target: int) -> None:
    assert (floored(value, 1) >= target) == (value >= target)
