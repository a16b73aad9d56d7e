"""One amount, many phrasings: each line gives the number, the unit as written, the bound, and texts that say it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from engine.units import base_value, quantities

CORPUS: list[tuple[str, str, str, list[str]]] = [
    ("6", "%", "exact", ["6%", "6％", "６％", "6 %", "百分之六", "增长6%。"]),
    ("5.5", "%", "exact", ["5.5%", "５．５％", "百分之五点五", "百分之5.5", "百分之五點五"]),
    ("3", "‰", "exact", ["3‰", "千分之三", "千分之3"]),
    (
        "60",
        "%",
        "at_least",
        ["60%以上", "60%及以上", "60%(含)以上", "不低于60%", "不少于60%", "至少60%", "不得低于60%"],
    ),
    ("5", "%", "at_most", ["控制在5%以内", "5%以下", "5%之内", "不超过5%", "不高于5%", "最多5%", "约5%以内"]),
    ("3", "%", "below", ["低于3%", "不足3%", "不到3%", "小于3%"]),
    ("5.5", "%", "about", ["5.5%左右", "约5.5%", "大约5.5%", "约为5.5%", "接近5.5%", "5.5%上下"]),
    ("-3.2", "%", "exact", ["-3.2%", "增长-3.2%", "增速为负3.2%", "－3.2%"]),
    ("3.59", "个百分点", "exact", ["提高3.59个百分点", "３.59个百分点", "3.59個百分點"]),
    ("43.92", "亿元", "exact", ["收入43.92亿元", "43.92億元", "43.92 亿元", "GDP43.92亿元"]),
    ("1.5", "万人", "exact", ["1.5万人", "1.5萬人", "一点五万人", "１.５万人"]),
    ("8682", "人", "exact", ["8682人", "8,682人", "8，682人", "八千六百八十二人", "捌仟陆佰捌拾贰人"]),
    ("18568", "万美元", "exact", ["到位18568万美元", "18,568万美元"]),
    ("27469", "万元", "exact", ["27,469万元", "27，469万元"]),
    ("11764304.5", "元", "exact", ["11764304.5元", "11,764,304.5元"]),
    ("104974.4", "万元", "exact", ["104974.4万元"]),
    ("1200", "万元", "exact", ["一千二百万元", "1200万元", "壹仟贰佰万元"]),
    ("173000", "万元", "exact", ["17亿3000万元"]),
    ("1", "亿元", "at_least", ["新开工亿元以上项目", "投资亿元及以上", "1亿元以上"]),
    ("1", "亿美元", "above", ["总投资超亿美元", "过亿美元项目", "超1亿美元"]),
    ("25", "微克/立方米", "at_most", ["25微克/立方米以下", "25微克／立方米以下", "不高于25微克/立方米"]),
    ("0.35", "吨标准煤/万元", "exact", ["0.35吨标准煤/万元", "0.35吨标准煤/萬元"]),
    ("1200", "元/人/年", "exact", ["1200元/人/年"]),
    ("35", "万元/亩", "exact", ["亩均税收达到35万元/亩"]),
    ("20.4", "万亩", "exact", ["播种20.4万亩", "20.4萬畝"]),
    ("24.1", "万平方米", "exact", ["24.1万平方米"]),
    ("500", "㎡", "exact", ["面积500㎡"]),
    ("123.601", "平方公里", "exact", ["整治123.601平方公里"]),
    ("2.83", "万千瓦", "exact", ["2.83万千瓦"]),
    ("1", "千瓦", "exact", ["一千瓦", "1千瓦"]),
    ("8.77", "亿千瓦时", "exact", ["发电8.77亿千瓦时", "8.77億千瓦時"]),
    ("8.77", "亿度", "exact", ["用电8.77亿度"]),
    ("4.5", "万吨", "at_least", ["4.5万吨以上", "不少于4.5万吨"]),
    ("9500", "万吨", "above", ["9500多万吨", "9500余万吨", "逾9500万吨"]),
    ("145", "人次", "exact", ["结算145人次"]),
    ("1.5", "万个", "at_least", ["1.5万个以上"]),
    ("10.2", "公里", "exact", ["新改建农村公路10.2公里"]),
    ("0.5", "日", "exact", ["注册0.5日办结"]),
    ("5", "个工作日", "at_most", ["5个工作日以内", "不超过5个工作日"]),
    ("200", "家", "about", ["近200家", "将近200家", "约200家", "200家左右"]),
    ("70", "个", "above", ["超70个", "超过70个", "突破70个", "多于70个", "70余个", "70多个"]),
    ("50", "个", "above", ["50余个", "五十余个", "50多個"]),
    ("100", "家", "above", ["百余家", "上百家", "数百家", "100余家"]),
    ("10", "个", "above", ["十几个", "几十个", "数十个", "10余个"]),
    ("3", "万人", "above", ["3万多人", "3万余人", "三万多人"]),
    ("30", "万人", "above", ["三十几万人", "三十多万人", "30余万人"]),
    ("200", "万元", "above", ["二百余万元", "二百多万元", "200余万元"]),
    ("2", "个", "exact", ["两个", "2个", "二个", "兩個"]),
    ("3", "家", "exact", ["目前3家", "签约3家", "附近3家", "提前3家"]),
    ("5", "天", "exact", ["提前5天"]),
    ("300", "户", "exact", ["300户均已开工"]),
    ("100", "位", "exact", ["100位居民"]),
    ("43.92", "亿元", "exact", ["43.92 亿元", "四十三点九二亿元"]),
    ("17", "亿元", "exact", ["为企业减负17亿元"]),
    ("20", "万亿元", "exact", ["二十万亿元", "20万亿元"]),
    ("15000", "亿元", "exact", ["一万五千亿元", "15000亿元"]),
    ("35000", "", "exact", ["三万五", "3万5"]),
    ("34000", "人", "exact", ["3万4000人", "3万4千人", "三万四千人"]),
    ("256000", "吨", "exact", ["25万6千吨", "25万6000吨"]),
    ("1001", "户", "exact", ["1千零1户", "一千零一户"]),
    ("132000", "", "exact", ["13万2", "十三万二"]),
    ("9", "成", "exact", ["九成", "9成"]),
    ("9.5", "成", "exact", ["九成五", "九成半"]),
    ("1.2", "倍", "exact", ["增长1.2倍", "一点二倍"]),
    ("3.4", "", "exact", ["综合指数3.4", "综合指数3.4;其他"]),
    ("18568", "", "exact", ["到位18568", "18,568", "到位18568。"]),
    ("22.6", "万", "exact", ["已有22.6万建档人口"]),
    ("3", "期", "exact", ["发布通报3期"]),
]

LINES = [(text, number, unit, bound) for number, unit, bound, texts in CORPUS for text in texts]


@pytest.mark.parametrize(("text", "number", "unit", "bound"), LINES)
def test_every_phrasing_of_an_amount_reads_as_that_amount(text: str, number: str, unit: str, bound: str) -> None:
    [found] = quantities(text)

    assert (found.number, found.written_unit, found.bound) == (Decimal(number), unit, bound)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("4.5-5.0%", "4.5", "5.0", "%"),
        ("4.5%-5.0%", "4.5", "5.0", "%"),
        ("4.5％～5.0％", "4.5", "5.0", "%"),
        ("3—5亿元", "3", "5", "亿元"),
        ("3亿元至5亿元", "3", "5", "亿元"),
        ("3至5亿元", "3", "5", "亿元"),
        ("10~15个", "10", "15", "个"),
        ("10——15个", "10", "15", "个"),
        ("1000—5000吨", "1000", "5000", "吨"),
        ("8000万-1亿元", "0.8", "1", "亿元"),
        ("8000-1万人", "0.8", "1", "万人"),
        ("两三个", "2", "3", "个"),
        ("三五百户", "300", "500", "户"),
        ("十二三家", "12", "13", "家"),
        ("两三万人", "2", "3", "万人"),
    ],
)
def test_a_range_keeps_both_ends_in_the_unit_of_the_upper_one(text: str, low: str, high: str, unit: str) -> None:
    [found] = quantities(text)

    assert (found.number, found.upper, found.written_unit, found.bound) == (Decimal(low), Decimal(high), unit, "range")
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "share", "bound"),
    [
        ("三分之二", Fraction(2, 3), "exact"),
        ("三分之二以上", Fraction(2, 3), "at_least"),
        ("近三分之一", Fraction(1, 3), "about"),
        ("十分之一", Fraction(1, 10), "exact"),
        ("万分之三", Fraction(3, 10000), "exact"),
        ("百分之百", Fraction(1), "exact"),
        ("一半", Fraction(1, 2), "exact"),
        ("一半以上", Fraction(1, 2), "at_least"),
        ("半数以上", Fraction(1, 2), "at_least"),
        ("过半", Fraction(1, 2), "above"),
        ("超过一半", Fraction(1, 2), "above"),
        ("九成五", Fraction(19, 20), "exact"),
        ("60%", Fraction(3, 5), "exact"),
    ],
)
def test_fractions_halves_and_tenths_are_exact_shares(text: str, share: Fraction, bound: str) -> None:
    [found] = quantities(text)

    assert (base_value(found), found.bound, found.text) == (share, bound, text)


def test_a_bound_behind_two_alternatives_holds_for_both() -> None:
    first, second = quantities("引进50亿元或5亿美元以上项目")

    assert (first.text, first.bound) == ("50亿元", "at_least")
    assert (second.text, second.bound) == ("5亿美元以上", "at_least")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1-5月收入5亿元,增长4%", ["5亿元", "4%"]),
        ("开工85宗3885亩", ["85宗", "3885亩"]),
        ("从3%到5%", ["3%", "5%"]),
        ("新增23个,100户", ["23个", "100户"]),
        ("分别为2166,100个", ["2166", "100个"]),
        ("3541.07万元2.3%", ["3541.07万元", "2.3%"]),
        ("不超过3%左右", ["不超过3%左右"]),
        ("“七一”前45个以上", ["45个以上"]),
        ("亩均税收5万元以下的企业500家以上", ["5万元以下", "500家以上"]),
        ("一个小组、一家企业", ["一个", "一家"]),
        ("8亿元人民币", ["8亿元人民币"]),
    ],
)
def test_neighbouring_figures_stay_apart(text: str, found: list[str]) -> None:
    assert [quantity.text for quantity in quantities(text)] == found


def test_hedges_are_kept_as_written() -> None:
    assert [q.hedge for q in quantities("不低于3家,近200家,50余个,60%以上,约5%以内")] == [
        "不低于", "近", "余", "以上", "约以内",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("5个", "arabic"),
        ("五个", "chinese"),
        ("3万4000人", "mixed"),
        ("三万五", "colloquial"),
        ("两三个", "approximate"),
        ("3-5个", "range"),
        ("百分之三", "fraction"),
        ("亿元以上", "bare_scale"),
        ("指数3.4", "bare"),
    ],
)
def test_a_quantity_names_the_rule_that_read_it(text: str, rule: str) -> None:
    assert quantities(text)[0].rule == rule
