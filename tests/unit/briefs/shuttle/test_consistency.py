from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.consistency import MismatchKind, consistency_section, find_mismatches
from gobetween.disclosure.views import view_for
from gobetween.model.dates import on
from gobetween.model.items import EVERYONE
from gobetween.model.permissions import Form
from gobetween.model.proposals import Proposal
from gobetween.model.relays import Message
from specimen_talks import strait_case

DAY = dt.date(2031, 3, 5)
HALF, FULL = {"toll": frozenset({"half"})}, {"toll": frozenset({"full"})}


def said(name, carrier, to, **more):
    return Message(name, carrier=carrier, to=to, holders=EVERYONE, **{"text": "Words.", "when": on(DAY), **more})


def case_of(*messages, proposals=()):
    return evolve(strait_case(), messages=messages, proposals=proposals)


def lines(case):
    (section,) = consistency_section(Scene(view_for("north", case), DAY))
    (table,) = section.blocks
    return [tuple(cell.text for cell in row) for row in table.rows]


def test_two_mediators_who_name_different_options_to_one_party_do_not_fit():
    case = case_of(said("bridge/1", "bridge", "north", terms=HALF), said("harbour/1", "harbour", "north", terms=FULL))
    (found,) = find_mismatches(case)
    assert (found.kind, found.issue, found.told) == (MismatchKind.TERMS, "toll", ("north",))
    assert lines(case) == [("different terms", "Toll", "North", "Half the toll", "The whole toll")]


def test_one_mediator_who_names_different_options_to_two_parties_does_not_fit():
    case = case_of(said("bridge/1", "bridge", "north", terms=HALF), said("bridge/2", "bridge", "south", terms=FULL))
    assert [each.told for each in find_mismatches(case)] == [("north", "south")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"terms": HALF}, {"terms": {"toll": frozenset({"half", "full"})}}),
        ({"terms": HALF}, {"terms": {"hours": frozenset({"day"})}}),
        ({"terms": HALF, "attributed_to": "north"}, {"terms": FULL, "attributed_to": "south"}),
        ({"terms": HALF, "attributed_to": "north"}, {"terms": FULL, "form": Form.OWN_IDEA}),
        ({"text": "Yes.", "attributed_to": "south"}, {"text": "No.", "attributed_to": "south"}),
    ],
    ids=["a common option", "other issues", "two sources", "a source and an idea", "words on no common matter"],
)
def test_what_may_stand_side_by_side_fits(one, other):
    assert find_mismatches(case_of(said("bridge/1", "bridge", "north", **one), said("harbour/1", "harbour", "north", **other))) == ()


def test_ideas_of_two_mediators_are_compared():
    case = case_of(
        said("bridge/1", "bridge", "north", terms=HALF, form=Form.OWN_IDEA),
        said("harbour/1", "harbour", "north", terms=FULL, form=Form.OWN_IDEA),
    )
    assert len(find_mismatches(case)) == 1


def test_a_later_word_takes_the_place_of_an_earlier_one():
    case = case_of(
        said("bridge/1", "bridge", "north", terms=HALF),
        said("harbour/1", "harbour", "north", terms=FULL),
        said("bridge/2", "bridge", "north", terms=FULL),
    )
    assert find_mismatches(case) == ()


def test_words_of_one_source_that_differ_do_not_fit():
    case = case_of(
        said("bridge/1", "bridge", "north", attributed_to="south", text="We take half.", in_return_for="north/offer"),
        said("harbour/1", "harbour", "north", attributed_to="south", text="We take it all.", in_return_for="north/offer"),
    )
    assert lines(case) == [("different words of one source", "North", "“We take half.”", "“We take it all.”")]


def test_one_proposal_that_is_open_until_different_days_does_not_fit():
    proposals = [
        Proposal(name, name="Offer", by=(by,), terms=HALF, expires=expires, holders=EVERYONE)
        for name, by, expires in (("bridge/1", "bridge", DAY), ("harbour/1", "harbour", None))
    ]
    case = case_of(
        said("bridge/1", "bridge", "north", terms=HALF, proposal="bridge/1"),
        said("harbour/1", "harbour", "north", terms=HALF, proposal="harbour/1"),
        proposals=tuple(proposals),
    )
    assert lines(case) == [("different days of expiry", "Toll", "North", "open until 5 March 2031", "open, no day named")]


def test_what_fits_makes_no_section():
    assert consistency_section(Scene(view_for("north", case_of()), DAY)) == ()


def test_undated_messages_are_shown_without_a_day():
    case = case_of(
        said("bridge/1", "bridge", "north", terms=HALF, attributed_to="south"),
        evolve(said("harbour/1", "harbour", "north", terms=FULL), when=on(DAY)),
    )
    bare = evolve(case, messages=tuple(evolve(each, when=evolve(each.when, earliest=None)) for each in case.messages))
    (section,) = consistency_section(Scene(view_for("north", bare), DAY))
    assert section.blocks[0].rows[0][3].detail == "bridge/1; from Bridge; of South"
