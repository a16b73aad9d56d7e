"""What holds for any input: nothing raises, no line is lost, and every cell stands where its Source says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from engine.documents import read, read_text
from engine.documents.formats.decode import decode
from engine.documents.rows import lines

HEADER = "序号{0}主要工作任务{0}完成情况{0}牵头单位\n"
CELL = st.text(st.sampled_from("绿道10公里,。;★、“”() \u3000-:\x0b\u2028"), max_size=12)
_SAYS = re.compile(r"[^\s|,\":\x1c-\x1f-]")
ANYTHING = st.text(st.characters() | st.sampled_from('|\t,"\n\r\x00★\ufeff\ud800'), max_size=80)


@given(st.binary(max_size=300), st.sampled_from([b"", HEADER.format("|").encode(), HEADER.format(",").encode("gbk")]))
def test_no_bytes_make_the_reader_raise(tmp_path_factory, data, header):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(header + data)
    document = read(path)
    assert document.tasks or document.problems


@given(ANYTHING, st.sampled_from("|\t,"))
def test_every_line_that_holds_anything_is_a_task_or_named_in_a_problem(body, delimiter):
    text = HEADER.format(delimiter) + body
    document = read_text(text)
    named = {task.source.row for task in document.tasks} | {one.source.row for one in document.problems if one.source}
    # A quoted cell may run over several lines: they belong to the row that the record begins in.
    quoted = delimiter != "|" and '"' in body
    for line in lines(text):
        within = quoted and any(row < line.number for row in named)
        assert line.number == 1 or line.number in named or within or not _SAYS.search(line.text)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=5), st.sampled_from(["|", " | ", ",", "\t"]))
def test_every_cell_stands_at_its_offset(rows, delimiter):
    clean = [[cell.replace(",", ",") if delimiter == "," else cell for cell in row] for row in rows]
    text = HEADER.format(delimiter) + "".join(f"{n}{delimiter}{delimiter.join(row)}\n" for n, row in enumerate(clean))
    for task in read_text(text).tasks:
        for field, place in task.cells.items():
            cell = getattr(task, field)
            assert text[place.offset : place.offset + len(cell)] == cell


@given(st.lists(st.tuples(ANYTHING, ANYTHING), min_size=1, max_size=4))
def test_quoted_cells_come_back_whole(rows):
    quoted = [[cell.replace('"', '""') for cell in row] for row in rows]
    text = "任务,完成情况\n" + "".join(f'"甲{one}","{other}"\n' for one, other in quoted)
    document = read_text(text)
    left_out = sum(problem.code in {"row-control", "row-header"} for problem in document.problems)
    assert len(document.tasks) + left_out == len(rows)
    for task in document.tasks:
        assert text[task.cells["text"].offset] == "甲"


@given(st.text(max_size=100))
def test_what_utf8_writes_is_read_back(text):
    data = text.encode("utf-8", "ignore")
    assert decode(data, "x")[0] == data.decode().removeprefix("\ufeff")


@given(ANYTHING)
def test_numbers_of_tasks_are_unique(body):
    ids = [task.id for task in read_text(HEADER.format("|") + body.replace("\n", "|甲|乙|丙\n")).tasks]
    assert len(ids) == len(set(ids))
