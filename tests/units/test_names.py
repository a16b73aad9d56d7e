"""Figures that are names: nothing here is a quantity, each group by the reason why."""

import pytest

from engine.units import quantities

NAMES = {
    "ordinal or rank": "第五次 第3季度 第十四届 第1 排名第4、嘉兴第1 前10名 前5个月 今年前7个月 第二家 133届广交会",
    "date": "2023年 2023 6月21日 2022—2025年 2023-2025 2023-05-31 10:30 21日 5日内",
    "period": "1-5月 1—9月份 四个季度 三年行动",
    "letter adjoining": "G228 S202 5G G60 PM2.5 3A级 5A级 A3码头 S0 V2.0 V2.0.1 415X 135N 4/5G S302建成",
    "formula": "4+3 8+4 1+8+N 2+9 “1+1+8+N” 10+N",
    "numeral without unit word": "四群八链 四改六 五镇 七率 五未 一带一路 十五五 三区三线 双千 三网融合 一流",
    "numeral inside a word": "统一 唯一 一体化 万一 大陆人 双过半 一院二院 Ⅲ类 II 百日攻坚",
    "numeral coupled with another": "十个一 三位一体 七个一批 一对一 一户一宅 一事一议 一企一策 一点一策 千家万户",
    "measure word that only hints": "一批 一期 二期 三期工程 一至四期 一类 新一轮 同一家 上一批 一起 一对",
    "head of a longer word": "一件事 3部门 20条例 零部件 三类水 三类及以上水体 一方面 两方面 十分",
    "zero": "零执法 零投诉 清零村",
    "scale word alone": "百家企业 千万工程 千村示范万村整治 万元GDP能耗 单位:万元 每万人 亿元",
    "numeral inside quotation marks": "“两个先行” “七个投资” “十大合作项目” “三个一批” “一件事一次办”",
    "range of ages": "0-3岁 3至6岁",
    "numeral before 号, 强, 岁, 版, 大": "一号工程 世界500强 60周岁 20周年 2.0版 四大机制 两大 八大特色产业链",
    "numbered thing": "附件1 编号0012 12345热线 551工程 4210工程 “110”警情 “351”人才",
    "identifier": "电话0573-85012345 13812345678 嘉政办发〔2023〕7号 1.2.3",
    "descending pair": "5000—1000吨",
}


@pytest.mark.parametrize(("reason", "text"), [(why, text) for why, texts in NAMES.items() for text in texts.split(" ")])
def test_a_name_is_no_quantity(reason: str, text: str) -> None:
    assert quantities(text) == [], reason


@pytest.mark.parametrize("text", ["推进{}建设", "({})", "{},", "完成{}。"])
def test_a_name_stays_a_name_inside_a_sentence(text: str) -> None:
    for name in ("第五次", "2023年", "四群八链", "“4+3”", "G228", "世界500强", "一号工程", "十个一", "PM2.5"):
        assert quantities(text.format(name)) == []
