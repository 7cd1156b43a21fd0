"""Plots of answers: marks that do not meet, every row and point with its words, both themes, what every copy must say."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest

from gobetween.briefs.answers.plots import FrontierPlot, MarkedPoint, MatrixPlot
from gobetween.rendering.page_templates import style_sheet
from gobetween.rendering.svg.frontiers import APART, free_place, frontier_svg
from gobetween.rendering.svg.matrices import matrix_svg
from gobetween.rendering.svg.shapes import COLOURS, NARROW, WIDE, drawing
from gobetween.rendering.svg.standalone import DARK_COLOURS, DARK_FAINT, DARK_INK, DARK_LINE, DARK_PAPER, standalone

SVG = "{http://www.w3.org/2000/svg}"


def share(numerator: int, denominator: int = 4) -> Fraction:
    return Fraction(numerator, denominator)


def frontier(*parties: str) -> FrontierPlot:
    points = tuple(tuple(share(at + place - 2) for place in range(len(parties))) for at in range(5))
    marked = tuple(MarkedPoint((name,), points[2]) for name in ("Nash", "Kalai-Smorodinsky", "Leximin"))
    return FrontierPlot("The frontier", "What it shows.", parties=parties, points=points, marked=marked, count=9)


def tips(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}title")]  # noqa: S314 - our own drawing


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("parties", [("A", "B"), ("A", "B", "C"), tuple(f"Party number {at}" for at in range(12))])
def test_every_point_and_every_mark_says_what_it_gives_to_whom(parties: tuple[str, ...], width: int) -> None:
    plot = frontier(*parties)
    said = tips(frontier_svg(plot, prefix="p", width=width))
    words = [each for each in said if each.startswith(f"{parties[0]} ")]
    assert len(words) >= len(plot.points)
    assert all(f"{party} " in each for each in words if ";" in each for party in parties)
    assert [each.partition(":")[0] for each in said if each.startswith(("Nash:", "Kalai", "Leximin:"))] == [
        "Nash",
        "Kalai-Smorodinsky",
        "Leximin",
    ]


def test_marks_of_packages_that_lie_together_keep_apart() -> None:
    taken: list[tuple[float, float]] = []
    for _ in range(5):
        taken.append(free_place((100.0, 100.0), taken))
    assert taken[0] == (100.0, 100.0)
    assert all(hypot(one[0] - other[0], one[1] - other[1]) >= APART - 1e-9 for one, other in combinations(taken, 2))


def test_a_plane_marks_where_both_prefer_a_deal() -> None:
    assert "at least as good as no deal for both" in tips(frontier_svg(frontier("A", "B"), prefix="p"))


def test_lines_of_marked_packages_differ_by_more_than_colour() -> None:
    svg = frontier_svg(frontier("A", "B", "C"), prefix="p")
    dashes = re.findall(r'stroke-width="2\.6"(?: stroke-dasharray="([^"]*)")?', svg)
    assert len(dashes) == len(set(dashes)) == 3


def test_a_matrix_has_a_square_for_each_part_of_a_conflict() -> None:
    plot = MatrixPlot(
        "Conflicts", "What it shows.", rows=(("A", "asks for one"), ("A", "asks for two"), ("B", "asks for three")),
        columns=("1", "2"), cells=frozenset({(0, 0), (2, 0), (1, 1), (2, 1)}),
    )  # fmt: skip
    svg = matrix_svg(plot, prefix="p")
    said = tips(svg)
    assert said.count("conflict 1: asks for one") == 1
    assert len([each for each in said if each.startswith("conflict ")]) == 4
    assert svg.count("asks for three") == 4  # the row's words, its tip, and a tip in each of its two squares
    assert re.findall(r">([AB])<", svg) == ["A", "B"]


def test_a_file_of_its_own_has_a_title_notices_and_colours_for_light_and_dark() -> None:
    whole = standalone(
        drawing("p", "T", "D", width=300, height=40), "A title that is <long>", ("Illustration. " * 12, "Not for passing on.")
    )
    root = ET.fromstring(whole)  # noqa: S314 - our own drawing
    words = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    assert "A title that is <long>" in words
    assert words.count("Illustration.") == 12
    assert "Not for passing on." in words
    box = [float(each) for each in root.attrib["viewBox"].split()]
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == (box[2], box[3])
    lowest = max(float(each.attrib["y"]) for each in root.iter(f"{SVG}text"))
    assert lowest < box[1] + box[3]
    style = next(each.text or "" for each in root.iter(f"{SVG}style"))
    light, _, dark = style.partition("@media (prefers-color-scheme:dark)")
    assert all(colour in light for colour in COLOURS)
    assert all(colour in dark for colour in (*DARK_COLOURS, DARK_PAPER))
    assert "href" not in whole


def test_the_colours_of_the_dark_are_those_of_the_page() -> None:
    page = style_sheet("brief.css", "paper.css")
    dark = page.partition("prefers-color-scheme: dark")[2]
    assert [each for each in (*DARK_COLOURS, DARK_INK, DARK_FAINT, DARK_LINE, DARK_PAPER) if each not in dark] == []
