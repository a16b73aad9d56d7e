"""The layout file: YAML with the sections ``columns`` and ``areas``, every mistake told with its line."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

import yaml

from engine.documents.files import load
from engine.documents.layout import Loaded, Word, checked
from engine.model import Problem, Source

LARGEST = 20_000
"""Characters of a layout file: some hundred times what a table needs."""

_FORMS = {
    "columns": (yaml.MappingNode, "“列: 列名”,一行一列"),
    "areas": (yaml.SequenceNode, "地区名称的列表,如 [甲区, 乙区]"),
}
"""The sections: what kind of YAML node each is, and how it is written."""

_EXAMPLE = "版式文件这样写:columns 下面一行一列“任务: 工作内容”;areas: [甲区, 乙区]。"


def load_layout(path: str | Path) -> Loaded:
    """The layout in a file (UTF-8, at most ``LARGEST`` characters), or None and every mistake in it.

    ``columns`` maps columns to their titles, ``areas`` lists names; there is nothing else.
    """
    shown = str(path)
    data = load(Path(path), shown)
    root = data if isinstance(data, Problem) else _composed(data, shown)
    if isinstance(root, Problem):
        return None, (root,)
    sections: dict[str, list[Word]] = {}
    faults: list[Problem] = []
    for key, value in root.value:
        words = _section(key, value, sections, shown)
        if isinstance(words, Problem):
            faults.append(words)
        else:
            sections[key.value] = words
    names = sections.get("columns", [])
    layout, more = checked(zip(names[::2], names[1::2], strict=True), sections.get("areas", []))
    return (None if faults else layout), (*faults, *more)


def _composed(data: bytes, path: str) -> yaml.MappingNode | Problem:
    """The mapping that the file is, as nodes that know their lines; nothing is constructed from them."""
    try:
        text = data.decode("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader) if len(text) <= LARGEST else None
    except UnicodeDecodeError:
        return _fault(
            "layout-file", "版式文件不是 UTF-8 编码。", Source(path=path), "请用记事本打开,另存为 UTF-8 编码。"
        )
    except yaml.MarkedYAMLError as error:
        message = "此处不合 YAML 格式:请检查缩进、半角冒号后的空格,引号是否成对。"
        return _fault("layout-yaml", message, _place(error.problem_mark, path))
    except (yaml.YAMLError, RecursionError):  # a control character; brackets without end
        return _fault("layout-yaml", "版式文件不合 YAML 格式:含有控制字符,或括号层层嵌套。", Source(path=path))
    if not isinstance(root, yaml.MappingNode):
        message = f"版式文件应写 columns 或 areas,且不超过{LARGEST}字。"
        return _fault("layout-file", message, Source(path=path))
    return root


def _section(key: yaml.Node, value: yaml.Node, taken: Container[str], path: str) -> list[Word] | Problem:
    """The words of a section in their order, those of ``columns`` in turn column and title."""
    name = str(key.value) if isinstance(key, yaml.ScalarNode) else "[]"
    place = _place(key.start_mark, path)
    if name not in _FORMS:
        return _fault("layout-key", f"版式文件没有“{name}”这一项,只有 columns 和 areas。", place)
    if name in taken:
        return _fault("layout-key", f"“{name}”写了两次。", place, "请合在一处写。")
    kind, form = _FORMS[name]
    nodes = list(_nodes(value)) if isinstance(value, kind) else [value]
    if not (isinstance(value, kind) and all(isinstance(node, yaml.ScalarNode) for node in nodes)):
        return _fault("layout-value", f"{name} 应写成{form}。", place)
    return [Word(str(node.value), _place(node.start_mark, path)) for node in nodes]


def _nodes(value: yaml.Node) -> Iterator[yaml.Node]:
    for entry in value.value:
        yield from entry if isinstance(entry, tuple) else (entry,)


def _place(mark: yaml.Mark | None, path: str) -> Source:
    return Source(path=path, row=mark.line + 1, column=mark.column + 1) if mark else Source(path=path)


def _fault(code: str, message: str, source: Source, suggestion: str = _EXAMPLE) -> Problem:
    return Problem(code=code, severity="error", message=message, source=source, suggestion=suggestion)
