"""The rules of the house, held by the source itself: directions of import, lightness, exactness, no clock."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[1] / "engine"
ROOMS = (
    *("model", "units", "documents", "reading", "checks", "rules", "graph", "assessor", "trials"),
    *("explain", "reports", "history", "batch", "api", "cli"),
)
FACADE = {"engine", "api"}  # what `from engine import assess` leads to: may import every room
HEAVY = {"pydantic", "pint", "jieba", "networkx", "yaml", "rich", "click"}
MODULES = sorted(ENGINE.rglob("*.py"))


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path):
    parts = path.relative_to(ENGINE).with_suffix("").parts
    return "engine" if parts == ("__init__",) else "cli" if parts == ("__main__",) else parts[0]


def imported_rooms(path):
    """The rooms that a module imports; `from engine import x` counts as x where x is a room, else as the façade."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            top, *rest = name.split(".")
            if top == "engine":
                yield rest[0] if rest and rest[0] in ROOMS else "engine"


def calls(path):
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))


def name_of(call):
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def places(path, nodes):
    return [f"{path.relative_to(ENGINE.parent)}:{node.lineno}" for node in nodes]


@pytest.fixture(params=MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def module(request):
    return request.param


def test_a_module_belongs_to_a_room(module):
    assert room_of(module) in {*ROOMS, "engine"}


def test_a_room_imports_only_rooms_above_it(module):
    room = room_of(module)
    if room in FACADE:
        return
    above = {*ROOMS[: ROOMS.index(room) + 1]}
    # The version stands in the façade, which imports nothing of the house by itself.
    allowed = above | ({"engine"} if room in {"assessor", "cli"} else set())
    assert set(imported_rooms(module)) <= allowed


def test_the_graph_imports_the_nouns_only():
    for path in (ENGINE / "graph").rglob("*.py"):
        assert set(imported_rooms(path)) <= {"model", "graph"}


def test_importing_the_engine_loads_no_heavy_library():
    code = "import sys, engine; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ENGINE.parent, capture_output=True, encoding="utf-8", check=True
    )
    assert HEAVY.isdisjoint(done.stdout.split())


def test_a_module_says_what_it_is(module):
    assert ast.get_docstring(tree_of(module))


def test_nothing_is_asserted_outside_tests(module):
    assert places(module, (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Assert))) == []


def test_no_number_becomes_a_binary_float(module):
    assert places(module, (call for call in calls(module) if name_of(call) == "float")) == []


def test_nothing_reads_the_clock(module):
    clocks = {"now", "today", "utcnow", "time_ns", "localtime"}
    assert places(module, (call for call in calls(module) if name_of(call) in clocks)) == []


def test_text_is_read_and_written_in_a_stated_encoding(module):
    assert places(module, (call for call in calls(module) if leaves_the_encoding_open(call))) == []


def leaves_the_encoding_open(call):
    if name_of(call) not in {"open", "read_text", "write_text"} or not_of_a_file(call.func):
        return False
    binary = any(isinstance(given, ast.Constant) and "b" in str(given.value) for given in call.args[:2])
    stated = any(keyword.arg == "encoding" for keyword in call.keywords)
    # A read_text with an argument is the documents room's: it takes a string, not a file.
    return not (binary or stated or (name_of(call) == "read_text" and call.args))


def not_of_a_file(function):
    """Whether an `open` is a library's own: of a document, of a member of an archive, of a descriptor."""
    return isinstance(function, ast.Attribute) and function.attr == "open" and "path" not in ast.unparse(function.value)
