from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from gobetween.briefs.read_outs import meetings_brief, read_out_brief
from gobetween.casefiles.folders import load_case
from gobetween.disclosure.views import view_for
from gobetween.model.dates import on
from gobetween.model.errors import NotDisclosed
from gobetween.model.evidence import MeetingStatus

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
TODAY = dt.date(2031, 4, 30)
TUESDAY = "tuesday-after-the-storm"


@pytest.fixture(scope="module")
def harbour():
    return load_case(HARBOUR, today=TODAY).case


def read_out(case, meeting=TUESDAY, audience="public"):
    return read_out_brief(view_for(audience, case), meeting, today=TODAY)


def lines(brief, title):
    return [
        cell.text
        for section in brief.sections
        for block in section.blocks
        if getattr(block, "title", "") == title
        for cell in block.cells
    ]


def test_the_meeting_stands_in_one_sentence_with_how_the_sides_sat(harbour):
    assert (
        read_out(harbour)
        .essence[0]
        .text.startswith("Dockers' Union and Terminal Employers met, with State Conciliator mediating (Custom House, 11 March 2031).")
    )
    assert "They did not sit together" in read_out(harbour).essence[0].text


def test_a_meeting_that_was_called_off_was_not_held(harbour):
    off = tuple(evolve(each, status=MeetingStatus.CALLED_OFF) if each.id == TUESDAY else each for each in harbour.meetings)
    words = read_out(evolve(harbour, meetings=off)).essence[0].text

    assert "were to meet; the meeting was called off" in words
    assert "They did not sit together; what they said" not in words


def planned(case, day):
    meeting = next(each for each in case.meetings if each.id == TUESDAY)
    ahead = evolve(meeting, status=MeetingStatus.PLANNED, when=on(day), round=None)
    return evolve(case, meetings=tuple(ahead if each.id == TUESDAY else each for each in case.meetings))


def titles(brief):
    return [getattr(block, "title", "") for section in brief.sections for block in section.blocks]


def test_of_a_planned_meeting_it_says_who_is_to_meet(harbour):
    made = read_out(planned(harbour, TODAY))

    assert "are to meet" in made.essence[0].text
    assert titles(made)[0] == "Who is to meet"


def test_a_planned_meeting_whose_day_has_passed_is_not_told_as_still_to_come(harbour):
    made = read_out(planned(harbour, TODAY - dt.timedelta(days=1)))

    assert "are to meet" not in made.essence[0].text
    assert "were to meet" in made.essence[0].text
    assert made.essence[0].text.count("that time has passed; what came of it is not recorded") == 1
    assert titles(made)[0] == "Who was to meet"


def test_who_was_to_meet_at_a_meeting_that_was_called_off_did_not_meet(harbour):
    off = tuple(evolve(each, status=MeetingStatus.CALLED_OFF) if each.id == TUESDAY else each for each in harbour.meetings)

    assert titles(read_out(evolve(harbour, meetings=off)))[0] == "Who was to meet"


def test_what_was_put_forward_later_is_not_on_the_table_of_an_earlier_meeting(harbour):
    before = read_out(harbour, "monday-union")
    after = read_out(harbour)

    assert lines(before, "On the table") == []
    assert any("The conciliator's paper" in each for each in lines(after, "On the table"))


def test_a_draft_that_is_not_on_the_table_is_no_part_of_a_read_out(harbour):
    assert not any("Evening Lantern" in each for each in lines(read_out(harbour), "On the table"))


def test_what_comes_next_comes_after_the_meeting(harbour):
    ahead = lines(read_out(harbour), "Next")

    assert ahead[0].startswith("17 March 2031: The conciliator is to see both delegations")
    assert not any("5 March" in each.split(":")[0] for each in ahead)


def test_words_of_that_day_are_quoted_from_those_who_took_part_alone(harbour):
    signal = evolve(harbour.signals[0], id="mine", by="union", text="Patience.", when=on(dt.date(2031, 3, 11)), said_by=None)
    other = evolve(signal, id="theirs", by="line", text="Haste.")
    said = lines(read_out(evolve(harbour, signals=(signal, other))), "In their words that day")

    assert said == ["Dockers' Union: Patience."]


def test_a_meeting_that_they_may_not_know_of_is_refused_like_one_that_never_was(harbour):
    secret = evolve(harbour.meetings[0], id="secret", holders=frozenset({"conciliator"}))
    case = evolve(harbour, meetings=(*harbour.meetings, secret))
    refusals = []
    for name in ("secret", "nothing"):
        with pytest.raises(NotDisclosed) as refused:
            read_out(case, name)
        refusals.append(str(refused.value).replace(name, "X"))

    assert refusals[0] == refusals[1]
    assert read_out(case, "secret", "conciliator").essence


def test_every_copy_says_that_it_is_a_draft(harbour):
    assert read_out(harbour).notices[0].startswith("A draft.")


def test_the_meetings_to_choose_from_stand_in_order_with_their_names(harbour):
    rows = meetings_brief(view_for("public", harbour), today=TODAY).sections[0].blocks[0].rows

    assert [row[0].text for row in rows][:2] == ["monday-employers", "monday-union"]
