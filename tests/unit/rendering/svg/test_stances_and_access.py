"""The matrix of stances and the map of access, as pictures; none of what they say rests on colour."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET

import pytest
from attrs import evolve

from gobetween.briefs.blocks import AccessLine, AccessPlot, Cell, StanceCell, StanceRow, StancesPlot, Table
from gobetween.rendering.svg.drawn import plot_svg
from gobetween.rendering.svg.shapes import NARROW, WIDE

SVG = "{http://www.w3.org/2000/svg}"
TABLE = Table("t", ("a",), rows=((Cell("x"),),))


def cell(stance, words):
    return StanceCell((stance,), words)


STANCES = StancesPlot(
    "Where each stands now",
    "Issues down.",
    actors=("Dockers' Union", "Employers <i>"),
    rows=(
        StanceRow("Pay rise", (cell("asks for", "asks for 4 per cent"), cell("rejects", "rejects 4 per cent")), suits_all=False),
        StanceRow("Shifts", (evolve(cell("accepts on a condition", "ten hours"), is_entrusted=True), StanceCell())),
        StanceRow("Term", (cell("asks for", "one year"), cell("asks for", "one year")), suits_all=True),
    ),
    table=TABLE,
)
ACCESS = AccessPlot(
    "Mediators, and whom each can reach",
    "A line a claim.",
    mediators=("Conciliator", "Harbour Master"),
    parties=("Union", "Employers", "Shipping Line"),
    lines=(
        AccessLine("Conciliator", "Union"),
        AccessLine("Conciliator", "Employers", is_contested=True),
        AccessLine("Harbour Master", "Employers", through=("Conciliator",)),
        AccessLine("Harbour Master", "Nobody here"),
    ),
    table=TABLE,
)


def words_of(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - our own drawing


def distance(point: tuple[float, float], segment: tuple[float, ...]) -> float:
    """By trying points of the segment, a hundredth of its length apart."""
    x1, y1, x2, y2 = segment
    return min(math.dist(point, (x1 + (x2 - x1) * at / 100, y1 + (y2 - y1) * at / 100)) for at in range(101))


def without_colour(svg: str) -> str:
    return re.sub(r' (?:fill|stroke|class)="[^"]*"', "", svg)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("plot", [STANCES, ACCESS])
def test_a_drawing_is_named_described_and_as_wide_as_asked(plot, width):
    root = ET.fromstring(plot_svg(plot, prefix="p", width=width))  # noqa: S314 - our own drawing
    assert root.get("viewBox", "").startswith(f"0 0 {width} ")
    assert [each.text for each in root[:2]] == [plot.title, plot.description]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_box_reaches_over_the_edge(width):
    boxes = list(ET.fromstring(plot_svg(ACCESS, prefix="p", width=width)).iter("{http://www.w3.org/2000/svg}rect"))  # noqa: S314 - our own
    assert len(boxes) == 5 + 2  # and two in the legend
    assert all(0 <= float(each.get("x", 0)) <= width - float(each.get("width", 0)) + 1 for each in boxes)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_issue_actor_and_stance_stands_in_words(width):
    words = " ".join(words_of(plot_svg(STANCES, prefix="p", width=width)))
    for each in ("Pay rise", "Shifts", "Term", "Dockers' Union", "Employers <i>", "rejects 4 per cent", "ten hours"):
        assert each in words


def test_an_issue_says_whether_some_option_suits_all_who_spoke():
    words = words_of(plot_svg(STANCES, prefix="p"))
    assert [each for each in words if "suits all" in each] == ["≠ no option suits all", "= some option suits all"]


def test_the_legend_has_the_signs_that_are_there_and_no_other():
    words = words_of(plot_svg(STANCES, prefix="p"))
    assert "will not have it" in words
    assert "on conditions, or open" in words
    assert "not for passing on: entrusted, or not public" in words
    row = StanceRow("X", (cell("asks for", "y"), cell("asks for", "z")))
    plain = StancesPlot("t", "d", actors=("A", "B"), rows=(row,), table=TABLE)
    assert not {"will not have it", "on conditions, or open"} & set(words_of(plot_svg(plain, prefix="p")))


def test_what_is_refused_differs_from_what_is_asked_without_colour():
    def drawn(stance):
        row = StanceRow("X", (cell(stance, "y"), cell("asks for", "z")))
        return without_colour(plot_svg(StancesPlot("t", "d", actors=("A", "B"), rows=(row,), table=TABLE), prefix="p"))

    assert len({drawn(stance) for stance in ("asks for", "rejects", "accepts on a condition")}) == 3


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_each_claim_of_access_between_those_who_are_there_is_a_line(width):
    svg = plot_svg(ACCESS, prefix="p", width=width)
    titles = re.findall(r"<title>(.*?)</title>", svg)
    assert "Conciliator can reach Union" in titles
    assert "Conciliator can reach Employers (contested)" in titles
    assert "Harbour Master can reach Employers through Conciliator" in titles
    assert not any("Nobody here" in each for each in titles)
    assert "Harbour Master can reach Employers through Conciliator" in " ".join(words_of(svg))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_number_of_a_line_stands_clear_of_the_other_lines(width):
    lines = (
        AccessLine("M", "A"),
        AccessLine("M", "B"),
        AccessLine("M", "C", through=("N",)),
        AccessLine("N", "A"),
        AccessLine("N", "B", through=("M",)),
        AccessLine("N", "C"),
    )
    plot = AccessPlot("t", "d", mediators=("M", "N"), parties=("A", "B"), others=("C",), lines=lines, table=TABLE)
    root = ET.fromstring(plot_svg(plot, prefix="p", width=width))  # noqa: S314 - our own
    circles = list(root.iter(f"{SVG}circle"))
    drawn = [tuple(float(each.get(name, "0")) for name in ("x1", "y1", "x2", "y2")) for each in root.iter(f"{SVG}line")][: len(lines)]
    assert len(circles) == 2 + 2  # on the lines, and in the key
    for circle in circles[:2]:
        x, y = float(circle.get("cx", "0")), float(circle.get("cy", "0"))
        near = [each for each in drawn if distance((x, y), each) < float(circle.get("r", "0"))]
        assert len(near) == 1  # its own


def test_lines_by_oneself_through_others_and_contested_differ_without_colour():
    def drawn(**how):
        lines = (AccessLine("Conciliator", "Union", **how),)
        plot = AccessPlot("t", "d", mediators=("Conciliator",), parties=("Union",), lines=lines, table=TABLE)
        return without_colour(plot_svg(plot, prefix="p"))

    assert len({drawn(), drawn(through=("Master",)), drawn(is_contested=True)}) == 3
