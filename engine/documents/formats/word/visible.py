"""What a printed page would show of a document: revisions accepted, hidden text and prompts left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from engine.documents.formats.grid import shortened
from engine.documents.formats.word.xml import ROW, TABLE, Element, name, value
from engine.model import Problem, Source

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REVISIONS = (name("ins"), name("del"), name("moveFrom"), name("moveTo"))
_ROW_DELETED = name("trPr", "del")
_OFF = ("0", "false", "off")


def visible(body: Element, path: str) -> Iterator[Problem]:
    """Take out of a body what is not to be seen, and say what was left out.

    Deleted text stays: it stands in elements of its own, which the reading of a cell passes over.
    """
    etree.strip_elements(body, _FALLBACK, with_tail=False)  # the same text once more, for programs of before 2010
    revisions = sum(1 for _ in body.iter(*_REVISIONS))
    if revisions:
        yield _revised(revisions, path)
        for row in [row for row in body.iter(ROW) if row.find(_ROW_DELETED) is not None]:
            _detach(row)
    for prompt in _bearers(body, "showingPlcHdr", "sdt"):  # 单击此处输入文字, which nobody has written
        _emptied(prompt)
    runs = [run for run in _bearers(body, "vanish", "r") if next(run.iterancestors(TABLE), None) is not None]
    hidden = [text for run in runs if (text := _emptied(run).strip())]
    if hidden:
        yield _left_out(hidden, path)


def _bearers(body: Element, mark: str, bearer: str) -> list[Element]:
    """The elements that a mark in their properties applies to, each once; one that is switched off is none."""
    marks = (one for one in body.iter(name(mark)) if value(one) not in _OFF)
    owners = (next(islice(one.iterancestors(), 1, None), one) for one in marks)
    return [owner for owner in dict.fromkeys(owners) if owner.tag == name(bearer)]


def _emptied(element: Element) -> str:
    """The text that an element held and holds no longer."""
    texts = []
    for text in element.iter(name("t")):
        texts.append(text.text or "")
        text.text = ""
    return "".join(texts)


def _detach(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _revised(revisions: int, path: str) -> Problem:
    return Problem(
        code="file-revisions",
        severity="note",
        message=f"文档带有修订标记({revisions}处):插入的内容已读取,删除的内容未读取,等于接受全部修订。",
        source=Source(path=path),
        suggestion="如修订尚未定稿,请先在 Word 或 WPS 中逐条接受或拒绝,保存后再读取。",
    )


def _left_out(hidden: list[str], path: str) -> Problem:
    size = sum(map(len, hidden))
    return Problem(
        code="file-hidden-text",
        severity="warning",
        message=f"表格里有{len(hidden)}处隐藏文字,共{size}个字,未读取;第一处是“{shortened(hidden[0])}”。",
        source=Source(path=path),
        suggestion="打印时看不到隐藏文字。如应读取,请在“字体”设置中取消“隐藏”。",
    )
