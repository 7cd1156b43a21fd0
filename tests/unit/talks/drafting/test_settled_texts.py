from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.proposals import Clause
from gobetween.protocols.wordings import Wording
from gobetween.talks.drafting import one_texts
from gobetween.talks.drafting.settled_texts import settled_text
from gobetween.talks.drafting.showings import show
from gobetween.talks.standings import Seat, Standing
from specimen_talks import SpecimenTalks
from texts_and_seals_of_the_strait import HOURS, TEXT, hidden_issue_case, talks_with_a_text

HALF = Clause("The toll is half.", id="toll", issue="toll", terms=frozenset({"half"}), readings=("of today's", "of last year's"))


def talks_with(*clauses, annexes=()):
    talks = SpecimenTalks.opened(hidden_issue_case())
    talks.act("harbour", one_texts.draft, Wording("Text", clauses, annexes=annexes), name="text")
    return talks


def settled(talks):
    return settled_text(Standing(Seat("harbour"), talks.case("harbour"), talks.now, str), TEXT)


def test_a_settled_text_is_its_words_and_terms_without_readings():
    found = settled(talks_with(HALF, HOURS))
    assert found.words == "The toll is half.\n\nShips pass by day."
    assert found.terms == {"toll": frozenset({"half"}), "hours": frozenset({"day"})}


def test_the_title_of_an_annex_stands_before_its_first_clause():
    first, second = Clause("Day one.", id="one", annex="Timetable"), Clause("Day two.", id="two", annex="Timetable")
    found = settled(talks_with(HOURS, first, second, annexes=("Maps", "Timetable")))
    assert found.words == "Ships pass by day.\n\nTimetable\n\nDay one.\n\nDay two."


def test_terms_that_not_everyone_knows_stay_in_the_words_alone():
    pilots = Clause("Pilots are ours.", id="pilots", issue="pilots", terms=frozenset({"ours"}))
    found = settled(talks_with(pilots, Clause("Of hours.", id="hours", issue="hours")))
    assert (found.words, found.terms) == ("Pilots are ours.\n\nOf hours.", {})


def test_a_text_with_brackets_is_not_settled():
    assert "in brackets are toll, crews" in talks_with_a_text().refusal("harbour", settled_text, TEXT)


def test_a_clause_that_writes_out_several_options_settles_none():
    either = evolve(HALF, terms=frozenset({"none", "half"}))
    assert "several options (half, none)" in talks_with(either).refusal("harbour", settled_text, TEXT)


def test_two_clauses_do_not_say_different_things_of_an_issue():
    other = evolve(HALF, id="toll-again", terms=frozenset({"none"}))
    assert "different options on 'toll'" in talks_with(HALF, other).refusal("harbour", settled_text, TEXT)
    assert settled(talks_with(HALF, evolve(HALF, id="toll-again"))).terms == {"toll": frozenset({"half"})}


@pytest.mark.parametrize("actor", ["north", "bridge"])
def test_only_who_works_on_a_text_puts_it_as_it_stands(actor):
    talks = talks_with(HALF)
    talks.act("harbour", show, TEXT, ("north",))
    assert "that you work on" in talks.refusal(actor, settled_text, TEXT)
