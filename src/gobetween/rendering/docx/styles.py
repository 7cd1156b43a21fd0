"""How the paragraphs of a document look: real styles, so that whoever opens it can change them all at once."""

from __future__ import annotations

from attrs import field, frozen
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from gobetween.rendering.docx.elements import element

FACE = "Cambria"  # on every machine with a word processor, or a face of the same measures
INK, FAINT, WARNING = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x4B, 0x53, 0x5D), "A3491B"

NOTICE, LEAD, CELL, HEAD_CELL = "Notice", "Lead", "Table Text", "Table Head"
SMALL, SOURCE, QUOTED = "Small Text", "Source", "Quoted Words"
REFERENCE, MARK, LABEL, DETAIL, CELL_DETAIL = "Reference", "Mark", "Label", "Detail", "Table Detail"


@frozen
class Look:
    """Letters and room of a style; sizes in points."""

    size: float
    before: float = field(default=0.0, kw_only=True)
    after: float = field(default=0.0, kw_only=True)
    colour: RGBColor = field(default=INK, kw_only=True)
    is_bold: bool = field(default=False, kw_only=True)
    is_italic: bool = field(default=False, kw_only=True)


def set_styles(document: Document, *, is_one_page: bool) -> None:
    """Sets the styles of a document; on one page all is smaller and closer."""
    size, gap, small = (8.0, 1.5, 7.5) if is_one_page else (10.5, 5.0, 9.0)
    title, heading = (1.6, 1.12) if is_one_page else (2.1, 1.5)
    _change(document, "Normal", Look(size, after=gap))
    _change(document, "Title", Look(size * title, after=gap, is_bold=True))
    _change(document, "Subtitle", Look(size, after=gap, colour=FAINT))
    _change(document, "Heading 1", Look(size * heading, before=gap * 2.6, after=gap, is_bold=True))
    _change(document, "Heading 2", Look(size * 1.05, before=gap * 1.8, after=gap * 0.6, is_bold=True))
    _change(document, "List Bullet", Look(size, after=gap * 0.6))
    lead = _add(document, LEAD, Look(size, after=gap, colour=FAINT, is_italic=True))
    lead.paragraph_format.keep_with_next = True
    _add(document, SMALL, Look(size * 0.87, after=gap * 0.6, colour=FAINT))
    _add(document, CELL, Look(small))
    head = _add(document, HEAD_CELL, Look(small * 0.95, colour=FAINT, is_bold=True))
    head.paragraph_format.keep_with_next = True
    _hang(_add(document, SOURCE, Look(small, before=gap * 0.8)), 9, by=9)
    _hang(_add(document, QUOTED, Look(small * 0.95, colour=FAINT)), 20, by=11)
    notice = _add(document, NOTICE, Look(size * 0.92, after=gap * 0.4))
    notice.paragraph_format.left_indent = Mm(3)
    _line_at_left(notice)
    _add_character(document, REFERENCE, FAINT).font.size = Pt(round(small * 1.8) / 2)
    _add_character(document, MARK, FAINT).font.size = Pt(small)
    _add_character(document, LABEL, INK).font.bold = True
    _add_character(document, DETAIL, FAINT).font.size = Pt(round(size * 1.68) / 2)
    _add_character(document, CELL_DETAIL, FAINT).font.size = Pt(round(small * 1.7) / 2)


def _change(document: Document, name: str, look: Look) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    _set(style, look)


def _add(document: Document, name: str, look: Look) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    _set(style, look)
    return style


def _set(style: ParagraphStyle, look: Look) -> None:
    font, form = style.font, style.paragraph_format
    font.name, font.size, font.color.rgb = FACE, Pt(round(look.size * 2) / 2), look.colour
    font.bold, font.italic = look.is_bold, look.is_italic
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), 1.08
    for unwanted in ("w:pPr/w:pBdr", "w:rPr/w:spacing"):  # the library's own titles have a line below and letters set apart
        for each in style.element.xpath(unwanted):
            each.getparent().remove(each)


def _hang(style: ParagraphStyle, indent: float, *, by: float) -> None:
    """Sets all lines but the first in by so much, in millimetres."""
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = Mm(indent), Mm(-by)
    form.tab_stops.add_tab_stop(Mm(indent))


def _add_character(document: Document, name: str, colour: RGBColor) -> CharacterStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.color.rgb = colour
    return style


def _line_at_left(style: ParagraphStyle) -> None:
    border = element("pBdr")
    border.append(element("left", val="single", sz="18", space="6", color=WARNING))
    style.element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
