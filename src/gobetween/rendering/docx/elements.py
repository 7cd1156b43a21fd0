"""Parts of a document that the library has no words for: fields, places to link to, the way a text runs, lines around tables."""

# ruff: noqa: SLF001 - the library gives no other way to its elements

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

RULE = "BFBBB0"


def give_style(part: Paragraph | Run, name: str) -> None:
    """Gives a line or a part of one the style of that name; the library would search all styles for it each time."""
    (part._p if isinstance(part, Paragraph) else part._r).style = name.replace(" ", "")


def element(name: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML; its attributes are of the same vocabulary."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, code: str) -> None:
    """A number that the word processor works out: `PAGE`, `NUMPAGES`."""
    run = paragraph.add_run()
    run._r.append(element("fldChar", fldCharType="begin"))
    instruction = element("instrText")
    instruction.text = code
    run._r.append(instruction)
    run._r.append(element("fldChar", fldCharType="separate"))
    paragraph.add_run("1")
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def add_place(paragraph: Paragraph, name: str, number: int) -> None:
    """A place in front of what follows in the paragraph that others lead to; `number` is no other place's."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def lead_to(run: Run, place: str) -> None:
    """Makes the run lead to a place of the document."""
    link = element("hyperlink", anchor=place, history="1")
    run._r.addprevious(link)
    link.append(run._r)


def run_from_right(paragraph: Paragraph) -> None:
    """Makes a paragraph run from right to left, and all its text with it."""
    paragraph._p.get_or_add_pPr().append(element("bidi"))
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(element("rtl"))


def describe(paragraph: Paragraph, name: str, words: str) -> None:
    """What is said of the picture in the paragraph to those who cannot see it."""
    for properties in paragraph._p.iter(qn("wp:docPr")):
        properties.set("name", name)
        properties.set("descr", words)


def repeat_on_every_page(row: _Row) -> None:
    """Makes a row the head of its table on every page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keeps a row from being split over two pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def line_rows(table: Table, title: str, *, is_close: bool) -> None:
    """Fine lines between rows, none between columns; the title is told to those who cannot see the table.

    Rows that are `is_close` have little room between them.
    """
    properties = table._tbl.tblPr
    borders = element("tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color=RULE))
    _put(properties, borders, before=("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"))
    above = "8" if is_close else "45"
    margins = element("tblCellMar")
    for side, width in (("top", above), ("start", "0"), ("bottom", above), ("end", "110")):
        margins.append(element(side, w=width, type="dxa"))
    _put(properties, margins, before=("tblLook", "tblCaption"))
    if title:
        properties.append(element("tblCaption", val=title))


def _put(parent: Any, child: Any, before: tuple[str, ...]) -> None:
    """In the order that the vocabulary demands."""
    later = next((each for each in parent if each.tag in {qn(f"w:{name}") for name in before}), None)
    if later is None:
        parent.append(child)
    else:
        later.addprevious(child)
