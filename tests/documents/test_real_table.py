"""The real mid-year table: all of its rows, each at its place."""

from engine.documents import read


def test_the_real_table_is_read_whole_and_without_a_problem(shared):
    path = next((shared / "seeds").glob("000_*.txt"))
    document = read(path)
    text = path.read_text(encoding="utf-8")
    assert [task.id for task in document.tasks] == [str(number) for number in range(1, 139)]
    assert document.problems == ()
    assert document.as_of is None
    for task in document.tasks:
        assert task.source.row == int(task.id) + 1
        for field, place in task.cells.items():
            cell = getattr(task, field)
            assert cell and text[place.offset : place.offset + len(cell)] == cell


def test_the_example_is_read_with_its_date(pytestconfig):
    document = read(pytestconfig.rootpath / "examples" / "midyear.txt")
    assert str(document.as_of) == "2023-06-30"
    assert len(document.tasks) >= 40
    assert document.problems == ()
