"""Office files use full-width punctuation: it reads as half-width does, and is quoted as it is written."""

import json
from datetime import date

import pytest

from engine import assessor, reading
from engine.model import Source, Task
from engine.reports.json import to_json
from engine.units import narrow

WIDE = {code - 0xFEE0: code for code in range(0xFF01, 0xFF5F)}
SIGNS = {ord(sign): WIDE[ord(sign)] for sign in ",;:()%!?"}
ROW = ("新建公园3个,绿道10公里。", "1-6月,建成公园2个(不含口袋公园);绿道2.2公里,同比增长5%。")


def task(text, progress):
    return Task(id="1", text=text, progress=progress, units="", source=Source(path="x"))


def read(text, progress):
    return reading.read(task(text, progress), date(2023, 6, 30))


@pytest.mark.parametrize("table", [SIGNS, WIDE], ids=["punctuation", "digits and letters too"])
def test_full_width_signs_read_as_half_width_ones(table):
    plain, wide = read(*ROW), read(*(text.translate(table) for text in ROW))
    assert [(str(one.target.value), one.target.unit, one.evidence.span) for one in wide] == [
        (str(one.target.value), one.target.unit, one.evidence.span) for one in plain
    ]
    assert len(plain) == 2


def test_words_are_quoted_as_they_are_written():
    text, progress = (words.translate(SIGNS) for words in ROW)
    for one in read(text, progress):
        for said, whole in ((one.target, text), (one.evidence, progress)):
            assert whole[slice(*said.span)] == said.clause
        for other in one.candidates:
            assert progress[slice(*other.span)] == other.clause


def assessed(path):
    outcome = assessor.run(path, date(2023, 6, 30))
    report = json.loads(narrow(to_json(outcome.report)))
    del report["document"]
    for one in report["tasks"]:
        del one["source"]
    return report


def test_the_real_table_reads_the_same_in_full_width_signs(shared, tmp_path):
    original = next((shared / "seeds").glob("000_*.txt"))
    wide = tmp_path / "wide.txt"
    wide.write_text(original.read_text(encoding="utf-8").translate(SIGNS), encoding="utf-8")
    assert assessed(wide) == assessed(original)
