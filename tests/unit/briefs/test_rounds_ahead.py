"""A round is there from the day that it was known, is planned until it begins, and before is neither shown nor counted."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.blocks import PositionsPlot, TimelinePlot
from gobetween.briefs.calendars import Certainty, calendar_of
from gobetween.briefs.changes import compose_changes
from gobetween.briefs.compose import compose_brief
from gobetween.briefs.scenes import Scene
from gobetween.disclosure.views import view_for
from gobetween.model.actors import Actor
from gobetween.model.cases import Case
from gobetween.model.dates import on, parse_when
from gobetween.model.evidence import MeetingStatus, Stance
from gobetween.model.happenings import Meeting, Round
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE
from gobetween.model.positions import Position

TODAY = dt.date(2031, 4, 1)


def round_of(name, when="unknown", known="unknown"):
    return Round(name.lower(), name=f"{name} round", when=parse_when(when), known=parse_when(known), holders=EVERYONE)


JANUARY, MARCH, JUNE = (
    round_of("January", "2031-01-10/2031-01-12"),
    round_of("March", "2031-03-03/2031-03-05", "2031-02-01"),
    round_of("June", "2031-06"),
)


def actor(name):
    return Actor(name.lower(), name=name, kind="organisation", holders=EVERYONE)


def talks(*rounds, **more):
    return Case("quay", "Quay talks", actors=(actor("Union"), actor("Port")), rounds=rounds, **more)


def scene_of(case, as_of=None, today=TODAY):
    day = dt.date.fromisoformat(as_of) if as_of else None
    return Scene(view_for("public", case, as_of=day), day or today)


def brief_of(case, as_of=None, today=TODAY):
    return compose_brief(scene_of(case, as_of).view, today=today)


def timeline_of(brief):
    return next(block for section in brief.sections for block in section.blocks if isinstance(block, TimelinePlot))


@pytest.mark.parametrize(
    ("as_of", "names"),
    [
        ("2031-01-09", []),
        ("2031-01-10", ["january"]),
        ("2031-02-01", ["january", "march"]),
        ("2031-05-31", ["january", "march"]),
        ("2031-06-01", ["january", "march", "june"]),
    ],
)
def test_a_round_is_there_once_it_was_known_or_had_begun(as_of, names):
    assert [each.id for each in scene_of(talks(JANUARY, MARCH, JUNE), as_of).case.rounds] == names


def test_a_round_without_any_date_belongs_to_the_frame():
    assert scene_of(talks(round_of("Some")), "2031-01-01").case.rounds


def test_a_round_of_which_only_the_end_is_known_is_there_once_it_is_over():
    late = round_of("Late", "../2031-03-05")

    assert not scene_of(talks(late), "2031-03-04").case.rounds
    assert scene_of(talks(late), "2031-03-05").case.rounds


def test_a_round_that_became_known_only_after_it_began_is_not_there_before():
    secret = round_of("Secret", "2031-01-10", "2031-03-01")

    assert not scene_of(talks(secret), "2031-02-01").case.rounds


def test_what_nobody_knew_of_is_neither_named_nor_counted(lines_of):
    seen, without = (view_for("keeper", talks(*each), as_of=dt.date(2031, 2, 5)) for each in ((JANUARY, MARCH, JUNE), (JANUARY, MARCH)))

    assert seen == without
    assert not any("June" in line for line in lines_of(compose_brief(seen, today=TODAY)))


def test_a_round_that_lies_ahead_is_planned_and_not_the_current_one(lines_of):
    brief = brief_of(talks(JANUARY, MARCH), "2031-02-05")
    lines = lines_of(brief)

    assert "Round: January round, 10 to 12 January 2031." in lines
    assert "Planned next: 3 to 5 March 2031: March round." in lines
    assert [row[-1].detail for row in timeline_of(brief).table.rows] == ["", "Planned."]
    assert [each.label for each in timeline_of(brief).entries] == ["January round", "March round (planned)"]


def test_where_all_rounds_lie_ahead_none_is_the_current_one():
    assert scene_of(talks(MARCH), "2031-02-05").current is None


def test_a_round_has_begun_from_its_first_day():
    scene = scene_of(talks(MARCH), "2031-03-03")

    assert scene.current == MARCH
    assert not scene.lies_ahead(MARCH)


def test_an_invented_case_of_the_future_is_over_unless_a_day_is_asked_for():
    case, today = talks(JANUARY, MARCH, is_fictional=True), dt.date(2026, 1, 1)

    assert scene_of(case, today=today).current == MARCH
    assert scene_of(case, "2031-02-05").current == JANUARY
    assert scene_of(evolve(case, is_fictional=False), today=today).current is None


def test_a_calendar_holds_what_lies_ahead_as_tentative():
    def certainties(as_of):
        return [each.certainty for each in calendar_of(scene_of(talks(JANUARY, MARCH, JUNE), as_of)).appointments]

    assert certainties("2031-01-09") == []
    assert certainties("2031-02-05") == [Certainty.SET, Certainty.TENTATIVE]
    assert certainties("2031-03-03") == [Certainty.SET, Certainty.SET]


def test_what_changed_tells_of_a_round_when_it_became_known_and_not_again_when_it_begins(lines_of):
    def changes(first, last):
        ends = [scene_of(talks(JANUARY, MARCH, JUNE), each) for each in (first, last)]
        return "\n".join(lines_of(compose_changes(*(each.view for each in ends), first=ends[0].day, last=ends[1].day)))

    assert "March round" in changes("2031-01-20", "2031-02-05")
    assert "March round" not in changes("2031-02-05", "2031-03-10")
    assert "June round" not in changes("2031-02-05", "2031-03-10")
    assert "June round" in changes("2031-03-10", "2031-06-10")


def test_positions_over_time_have_no_column_for_a_round_that_lies_ahead_unless_someone_spoke_of_it():
    options = tuple(Option(each.lower(), title=each, holders=EVERYONE) for each in ("More", "Less"))
    pay = Issue("pay", title="Pay", options=options, holders=EVERYONE)
    said = Position(
        "p", actor="union", issue="pay", options=frozenset({"more"}), stance=Stance.DEMAND, text="More.", round="january",
        known=on(dt.date(2031, 1, 12)), holders=EVERYONE,
    )  # fmt: skip
    early = evolve(said, id="q", actor="port", round="march", known=on(dt.date(2031, 2, 1)))

    def stretches(*positions):
        brief = brief_of(talks(JANUARY, MARCH, issues=(pay,), positions=positions), "2031-02-05")
        return next(block.stretches for each in brief.sections for block in each.blocks if isinstance(block, PositionsPlot))

    assert stretches(said) == ("January round",)
    assert stretches(said, early) == ("January round", "March round (planned)")


def test_a_timeline_says_which_meetings_were_planned_and_which_called_off():
    held = Meeting("m", participants=("union", "port"), when=on(dt.date(2031, 1, 10)), holders=EVERYONE)
    others = (evolve(held, id=str(each), status=each) for each in (MeetingStatus.PLANNED, MeetingStatus.CALLED_OFF))
    entries = timeline_of(brief_of(talks(meetings=(held, *others)))).entries

    assert [each.label for each in entries] == ["Union – Port", "Union – Port (planned)", "Union – Port (called off)"]
