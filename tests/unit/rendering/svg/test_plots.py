import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections import Counter
from fractions import Fraction
from itertools import combinations

import pytest
from attrs import evolve

from gobetween.briefs.blocks import (
    Gain,
    GainsBar,
    GainsPlot,
    PositionPoint,
    PositionsPanel,
    PositionsPlot,
    Table,
    TimelineEntry,
    TimelinePlot,
)
from gobetween.briefs.stances import DOES
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When, on
from gobetween.model.evidence import Stance
from gobetween.rendering.svg.gains import gains_svg
from gobetween.rendering.svg.marks import DROPPED, OPEN, REFUSING, initials
from gobetween.rendering.svg.positions import positions_svg
from gobetween.rendering.svg.scales import LEAST, break_time, share_scale
from gobetween.rendering.svg.shapes import cut, text_width, wrap
from gobetween.rendering.svg.timeline import timeline_bands, timeline_svg

TABLE = Table("t", ("a",), rows=())
DAY = dt.date(2031, 2, 3)


def timeline(*entries):
    return TimelinePlot("What happened", "In order.", entries=entries, table=TABLE)


def positions(*points, stretches=("Feb", "May", "Sep")):
    panel = PositionsPanel("Release", ("All at once", "In stages"), points)
    return PositionsPlot("Positions", "By round.", stretches=stretches, panels=(panel,), table=TABLE)


def gains(*shares):
    bars = (GainsBar("Staged release", tuple(Gain(f"P{number}", share) for number, share in enumerate(shares))),)
    return GainsPlot("Gains", "Over no deal.", bars=bars, table=TABLE)


def elements(svg, name):
    return list(ET.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{name}"))  # noqa: S314 - our own drawing


def texts(svg):
    return [element.text for element in elements(svg, "text")]


def tips(svg):
    return [element.text for element in elements(svg, "title")]


def test_long_gaps_are_left_out_and_say_how_long_they_are():
    svg = timeline_svg(
        timeline(TimelineEntry(on(DAY), "Acts", "a"), TimelineEntry(on(DAY + dt.timedelta(100)), "Acts", "b")), prefix="p"
    )
    assert "99 days without an entry are left out here" in tips(svg)
    assert "time left out" in texts(svg)


def test_short_gaps_are_drawn_as_they_are():
    svg = timeline_svg(
        timeline(TimelineEntry(on(DAY), "Acts", "a"), TimelineEntry(on(DAY + dt.timedelta(10)), "Acts", "b")), prefix="p"
    )
    assert "left out" not in svg


def test_days_are_equally_wide_in_every_stretch_and_short_stretches_have_room_for_a_date():
    days = [DAY, DAY + dt.timedelta(200), DAY + dt.timedelta(230)]
    scale = break_time([*days, days[1] + dt.timedelta(14)], left=0, right=700, gap=40)
    first, last = scale.stretches
    assert first.right - first.left == LEAST
    assert last.right == pytest.approx(700)
    for day in (DAY, days[1]):
        assert scale.right_of(day) - scale.left_of(day) == pytest.approx(scale.day_width)


def test_time_runs_from_left_to_right():
    days = [DAY + dt.timedelta(number) for number in (0, 1, 3, 90, 91, 400, 401)]
    scale = break_time(days, left=10, right=300, gap=30)
    places = [scale.left_of(DAY + dt.timedelta(number)) for number in range(402)]
    assert places == sorted(places)
    assert places[0] == 10


def test_every_entry_with_a_date_is_drawn_with_its_whole_label_and_date_behind_it():
    long = "An inspection of the northern quay and of all of the warehouses that lie behind it, with surveyors from three states"
    entries = (
        TimelineEntry(on(DAY), "Acts", long),
        TimelineEntry(When(DAY, None), "Acts", "from then"),
        TimelineEntry(When(None, DAY, basis=DateBasis.INFERRED, inference="so it seems"), "Meetings", "by then"),
        TimelineEntry(UNKNOWN_DATE, "Acts", "some day"),
    )
    found = tips(timeline_svg(timeline(*entries), prefix="p", width=330))
    assert f"{long} (3 February 2031)" in found
    assert "from then (from 3 February 2031)" in found
    assert "by then (by 3 February 2031 (inferred))" in found
    assert not [tip for tip in found if "some day" in tip]


def test_a_timeline_without_dates_says_so():
    assert "Nothing here has a date." in texts(timeline_svg(timeline(TimelineEntry(UNKNOWN_DATE, "Acts", "a")), prefix="p"))


@pytest.mark.parametrize("width", [330, 760])
def test_labels_of_one_lane_do_not_overlap(width):
    entries = [TimelineEntry(on(DAY + dt.timedelta(number // 3)), "Acts", f"entry with number {number}") for number in range(30)]
    svg = timeline_svg(timeline(*entries), prefix="p", width=width)
    boxes = [
        (float(text.get("x")) - (wide if text.get("text-anchor") == "end" else 0), float(text.get("y")), wide)
        for text in elements(svg, "text")
        if text.text.startswith("entry") and (wide := text_width(text.text))
    ]
    assert len(boxes) == 30
    for (x, y, wide), (other_x, other_y, other_wide) in combinations(boxes, 2):
        assert y != other_y or x + wide <= other_x or other_x + other_wide <= x


@pytest.mark.parametrize("width", [330, 760])
def test_a_label_says_with_whom_before_it_says_by_whom(width):
    sides = "The State Conciliator of the Harbour (Renata Ossby and three of her people) – the Union of All Dockers (Mara Tolvik)"
    svg = timeline_svg(
        timeline(TimelineEntry(on(DAY), "Meetings", sides), TimelineEntry(on(DAY), "Meetings", "b")), prefix="p", width=width
    )
    drawn = " ".join(text for text in texts(svg))
    assert "– the Union of All Dockers" in drawn
    assert "…" not in drawn


def test_a_timeline_in_parts_shows_all_that_it_shows_in_one():
    entries = [TimelineEntry(on(DAY + dt.timedelta(number // 60)), f"Lane {number % 3}", f"entry {number}") for number in range(90)]
    bands = timeline_bands(timeline(*entries), prefix="p")
    head, parts = bands.pieces("p")
    assert head is not None
    assert Counter(texts(head)) + Counter(text for part in parts for text in texts(part)) == Counter(texts(bands.whole("p")))
    assert len(parts) > 3 + 1  # long lanes are parted too
    assert 1 < len(bands.pieces("p", least=300)[1]) < len(parts)
    assert [each.top for each in bands.bands] == [bands.head.bottom, *(each.bottom for each in bands.bands[:-1])]


def test_no_two_marks_of_positions_meet():
    points = [PositionPoint(stretch, actor, (0, 1), "demand") for stretch in range(3) for actor in ("Council", "Owners", "Pilots")]
    svg = positions_svg(positions(*points), prefix="p", width=330)
    places = [tuple(map(float, found)) for found in re.findall(r"translate\(([\d.]+) ([\d.]+)\)", svg)][6:]  # the legend's come first
    assert len(places) == 18
    assert all(abs(x - u) >= 20 or abs(y - v) >= 20 for (x, y), (u, v) in combinations(places, 2))


def test_each_mark_says_who_when_what_and_which_option():
    svg = positions_svg(positions(PositionPoint(1, "Council", (1,), "accepts on a condition")), prefix="p")
    assert "Council, May: accepts on a condition – In stages" in tips(svg)
    assert "on conditions, or open" in texts(svg)


def test_a_refused_option_is_crossed_and_not_tied_to_what_is_asked_for():
    asked, refused = PositionPoint(0, "Council", (0,), "demand"), PositionPoint(1, "Council", (1,), "opposes")
    svg = positions_svg(positions(asked, refused), prefix="p")
    assert "will not have it" in texts(svg)
    assert "stroke-opacity" not in svg
    assert "stroke-opacity" in positions_svg(positions(asked, evolve(refused, stance="demand")), prefix="p")


def test_a_line_over_rounds_without_a_position_is_dashed():
    first, last = PositionPoint(0, "Council", (0,), "demand"), PositionPoint(2, "Council", (0,), "demand")
    assert 'stroke-opacity="0.65" stroke-dasharray="5 4"' in positions_svg(positions(first, last), prefix="p")
    assert 'stroke-dasharray="5 4"' not in positions_svg(positions(first, evolve(last, stretch=1)), prefix="p")


def test_actors_with_like_names_get_letters_of_their_own():
    codes = initials(["Harbour council", "Harbour crews", "Harbour", "Hc", "港口", "港", "!!", "??"])
    assert len(set(codes.values())) == 8
    assert codes["Harbour council"] == "HC"


def test_gains_say_party_and_share_and_losses_run_to_the_left():
    svg = gains_svg(gains(Fraction(3, 5), Fraction(-1, 4)), prefix="p")
    assert {"P0: 60%", "P1: −25%"} <= set(tips(svg))
    assert "no deal" in texts(svg)
    scale = share_scale([Fraction(-1, 4)], left=0, right=100)
    assert scale.place(Fraction(-1, 4)) < scale.place(Fraction(0)) < scale.place(Fraction(1)) == 100


@pytest.mark.parametrize("width", [330, 760])
def test_the_names_of_parties_are_whole_beside_their_gains(width):
    party = "Terminal Employers of Sarnwick Group"
    plot = GainsPlot("t", "d", bars=(GainsBar("A", (Gain(party, Fraction(1, 2)),)),), table=TABLE)
    assert party in texts(gains_svg(plot, prefix="p", width=width))


def test_a_gain_beyond_the_scale_ends_at_its_edge_and_keeps_its_number():
    svg = gains_svg(gains(Fraction(-7), Fraction(1)), prefix="p")
    assert "−700%" in texts(svg)
    scale = share_scale([Fraction(-7)], left=50, right=100)
    assert scale.place(Fraction(-7)) == 50


def test_parties_are_told_apart_by_pattern_too():
    svg = gains_svg(gains(Fraction(1, 2), Fraction(1, 3), Fraction(1, 4)), prefix="p")
    assert len(set(re.findall(r'<pattern id="([^"]+)"', svg))) == len(set(re.findall(r"url\(#([^)]+)\)", svg))) == 2


def test_text_is_cut_to_its_width_and_wrapped_between_words():
    assert text_width(cut("a rather long label for a small place", 100)) <= 100
    assert cut("short", 100) == "short"
    lines = wrap("a rather long label for a small place", 80, lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrap("", 80) == [""]


def test_texts_are_escaped_in_titles_descriptions_and_labels():
    plot = evolve(timeline(TimelineEntry(on(DAY), "<b>", "x & y")), title="<i>", description='"quoted" <d>')
    svg = timeline_svg(plot, prefix="p")
    assert "<b>" not in svg
    assert tips(svg)[0] == "<i>"
    assert "x & y" in texts(svg)


def test_what_was_entrusted_and_refused_is_crossed_and_locked_and_the_legend_says_so():
    refused = PositionPoint(0, "Council", (0,), "rejects", is_entrusted=True)
    svg = positions_svg(positions(refused), prefix="p")
    assert {"will not have it", "not for passing on: entrusted, or not public"} <= set(texts(svg))
    assert "Council, Feb: rejects (not for passing on) – All at once" in tips(svg)
    assert svg.count("<rect") == 2
    open_one = positions_svg(positions(evolve(refused, is_entrusted=False)), prefix="p")
    assert "entrusted" not in open_one
    assert "<rect" not in open_one


def test_no_line_leads_from_what_is_open_to_what_was_entrusted():
    asked, told = PositionPoint(0, "Council", (0,), "asks for"), PositionPoint(1, "Council", (1,), "accepts", is_entrusted=True)
    assert "stroke-opacity" not in positions_svg(positions(asked, told), prefix="p")
    assert "stroke-opacity" in positions_svg(positions(asked, evolve(told, is_entrusted=False)), prefix="p")


def test_the_words_of_a_brief_for_refusing_leaving_open_and_dropping_are_drawn_as_such():
    assert {DOES[each] for each in (Stance.REJECT, Stance.OPPOSE, Stance.DENY)} <= REFUSING
    assert {DOES[each] for each in (Stance.CONDITIONAL, Stance.PENDING)} <= OPEN
    assert DOES[Stance.DROPPED_DEMAND] in DROPPED
