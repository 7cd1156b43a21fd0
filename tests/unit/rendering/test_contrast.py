"""Colours of the page against WCAG 2.2: text 4.5 to 1, lines and shapes that mean something 3 to 1, in light, dark and print."""

import re

import pytest

from gobetween.rendering.page_templates import style_sheet

CSS = style_sheet("brief.css", "paper.css")
LIGHT, DARK = (
    dict(re.findall(r"--([\w]+(?:-\w+)?): (#\w{6});", part)) for part in re.findall(r":root \{(.*?)\n *\}", CSS, re.DOTALL)[:2]
)
TEXT = ["ink", "faint", "accent", "c0", "c1", "c2", "c3", "c4", "c5"]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", TEXT)
def test_text_stands_out_from_paper(colours, name):
    assert contrast(colours[name], colours["paper"]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_notices_and_their_marks_stand_out(colours):
    assert contrast(colours["warn"], colours["warn-field"]) >= 4.5
    assert contrast(colours["warn"], colours["paper"]) >= 4.5
    assert contrast(colours["warn-line"], colours["warn-field"]) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("series", range(6))
def test_letters_on_marks_stand_out(colours, series):
    assert contrast(colours["on"], colours[f"c{series}"]) >= 4.5


def test_colours_without_a_style_sheet_are_those_of_the_light_page():
    from gobetween.rendering.svg.shapes import COLOURS, FAINT, INK, PAPER

    assert [LIGHT[f"c{series}"] for series in range(6)] == list(COLOURS)
    assert (LIGHT["ink"], LIGHT["faint"], LIGHT["paper"]) == (INK, FAINT, PAPER)
