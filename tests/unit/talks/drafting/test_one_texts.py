from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.proposals import Alternative, Clause, Proposal, ProposalKind, Version
from gobetween.protocols.wordings import Wording
from gobetween.talks.drafting import amendments, one_texts
from gobetween.talks.drafting.amendments import Request, superseded_by
from gobetween.talks.drafting.one_texts import wording_of
from gobetween.talks.drafting.showings import Attribution, attribute, show
from gobetween.talks.entering import enter
from gobetween.talks.standings import Seat, Standing
from specimen_talks import SpecimenTalks
from texts_and_seals_of_the_strait import CREWS, HOURS, TEXT, TOLL, WORDING, reworded, strait, talks_with_a_text


@pytest.fixture
def talks():
    return talks_with_a_text()


def text_of(talks, audience, text=TEXT):
    (found,) = [each for each in talks.case(audience).proposals if each.id == text]
    return found


def standing(talks, actor):
    return Standing(Seat(actor), talks.case(actor), talks.now, lambda: "new")


def kinds_in_book(talks, audience):
    return [line.entry.kind for line in talks.journal.book("strait", audience)]


def test_a_draft_is_with_those_who_work_on_it_alone(talks):
    assert [bool(talks.case(each).proposals) for each in ("harbour", "bridge", "north", "south", "shipping", "keeper")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert text_of(talks, "bridge").by == ("harbour", "bridge")


def test_only_mediators_draft_and_work_on_a_text(talks):
    assert "for mediators" in talks.refusal("north", one_texts.draft, WORDING)
    assert "north is none" in talks.refusal("harbour", one_texts.draft, WORDING, together_with=("north",))
    assert "nobody you know of" in talks.refusal("harbour", one_texts.draft, WORDING, together_with=("moon",))


def test_a_draft_says_nothing_of_whose_an_alternative_is():
    talks = SpecimenTalks.opened(strait())
    named = evolve(TOLL, alternatives=(Alternative("nothing", "north", is_open=True),))
    talks.act("harbour", one_texts.draft, Wording("Text", (named,)), name="text", together_with=("bridge",))
    assert text_of(talks, "bridge").versions[0].clauses[0].alternatives == (Alternative("nothing"),)


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        (Clause("a", id="a", issue="pilots"), "no issue 'pilots' that you know of"),
        (Clause("a", id="a", issue="toll", terms=frozenset({"day"})), "no option 'day' on 'toll' that you know of"),
        (Clause("a", id="a", terms=frozenset({"day"})), "bound to no issue"),
    ],
)
def test_a_clause_is_bound_to_what_is_there(talks, clause, says):
    assert says in talks.refusal("harbour", one_texts.draft, Wording("Text", (clause,)))


def test_whoever_works_on_a_text_revises_it(talks):
    talks.act("bridge", one_texts.revise, TEXT, reworded(Clause("Half.", id="toll")), on=1)
    assert [each.author for each in text_of(talks, "harbour").versions] == ["harbour", "bridge"]


def test_a_revision_of_a_version_that_is_not_the_last_is_refused(talks):
    talks.act("bridge", one_texts.revise, TEXT, reworded(Clause("Half.", id="toll")))
    assert "the last version of 'harbour/text' is 2, not 1" in talks.refusal("harbour", one_texts.revise, TEXT, WORDING, on=1)


def test_a_text_that_is_hidden_is_refused_as_one_that_is_not_there(talks):
    talks.act("harbour", one_texts.draft, WORDING, name="secret")
    hidden = talks.refusal("bridge", one_texts.revise, "harbour/secret", WORDING)
    assert hidden.replace("secret", "nothing") == talks.refusal("bridge", one_texts.revise, "harbour/nothing", WORDING)
    shown = talks.refusal("north", amendments.amend, "harbour/secret", Request("toll"))
    assert shown.replace("secret", "nothing") == talks.refusal("north", amendments.amend, "harbour/nothing", Request("toll"))


def test_who_was_shown_a_text_does_not_work_on_it(talks):
    talks.act("harbour", show, TEXT, ("north",))
    assert "that you work on" in talks.refusal("north", one_texts.revise, TEXT, WORDING)


def test_brackets_are_settled_one_by_one_in_a_new_version(talks):
    talks.act("harbour", one_texts.settle, TEXT, {"toll": 2, "crews": None})
    toll, hours, crews = text_of(talks, "bridge").versions[-1].clauses
    assert (toll.text, toll.alternatives, toll.issue) == ("The toll is half of what it was", (), "toll")
    assert (hours, crews.text, crews.alternatives) == (HOURS, "Both release the crews", ())


def test_a_bracket_is_settled_once_and_on_what_stands_in_it(talks):
    assert "has 2 alternatives in its bracket; found 3" in talks.refusal("harbour", one_texts.settle, TEXT, {"toll": 3})
    assert "no clause 'fish'" in talks.refusal("harbour", one_texts.settle, TEXT, {"fish": 1})
    talks.act("harbour", one_texts.settle, TEXT, {"toll": 1})
    assert "stands in no bracket" in talks.refusal("harbour", one_texts.settle, TEXT, {"toll": 1})
    assert "is 2, not 1" in talks.refusal("harbour", one_texts.settle, TEXT, {"crews": 1}, on=1)


def test_a_settled_clause_says_which_of_its_options_it_writes_out():
    talks = SpecimenTalks.opened(strait())
    either = evolve(TOLL, terms=frozenset({"none", "half"}))
    talks.act("harbour", one_texts.draft, Wording("Text", (either,)), name="text")
    refusal = talks.refusal("harbour", one_texts.settle, TEXT, {"toll": 2})
    assert refusal == "the clause 'toll' writes out half, none; say which stands, as in toll=1:half"
    wrong = talks.refusal("harbour", one_texts.settle, TEXT, {"toll": 2}, terms={"toll": frozenset({"full"})})
    assert wrong == "the clause 'toll' does not write out full; options: half, none"
    talks.act("harbour", one_texts.settle, TEXT, {"toll": 2}, terms={"toll": frozenset({"half"})})
    assert text_of(talks, "harbour").versions[1].clauses[0].terms == frozenset({"half"})


def test_a_party_asks_those_who_showed_it_the_text_for_a_change(talks):
    talks.act("bridge", show, TEXT, ("north",))
    talks.act("north", amendments.amend, "bridge/text", Request("toll", words="The toll is a quarter.", reason="Fair."), name="quarter")
    assert [[each.id for each in talks.case(audience).amendments] for audience in ("north", "bridge", "harbour", "south")] == [
        ["north/quarter"],
        ["north/quarter"],
        [],
        [],
    ]
    (own,), (brought) = talks.case("north").amendments, talks.case("bridge").amendments[0]
    assert (own.proposal, brought.proposal) == ("bridge/text", TEXT)
    assert (own.version, own.text, own.reason, own.by, own.owner) == (1, "The toll is a quarter.", "Fair.", "north", "north")


def test_a_party_may_ask_some_of_those_who_showed_it_the_text_alone(talks):
    talks.act("bridge", show, TEXT, ("north",))
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", show, TEXT, ("north",))
    others = talks.refusal("north", amendments.amend, "bridge/text", Request("toll", to=("bridge", "south")))
    assert "was shown to you by bridge, harbour" in others
    talks.act("north", amendments.amend, "bridge/text", Request("toll", to=("harbour",)), name="a")
    assert [[each.id for each in talks.case(audience).amendments] for audience in ("harbour", "bridge")] == [["north/a"], []]


def test_the_view_of_a_mediator_has_the_amendment_with_its_text(talks):
    talks.act("bridge", show, TEXT, ("north",))
    talks.act("north", amendments.amend, "bridge/text", Request("toll"))
    assert [each.proposal for each in talks.view("bridge").case.amendments] == [TEXT]


def test_an_amendment_may_be_to_a_version_that_was_superseded(talks):
    talks.act("harbour", show, TEXT, ("north",))
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", show, TEXT, ("north",))
    talks.act("north", amendments.amend, TEXT, Request("crews", version=1))
    talks.act("north", amendments.amend, TEXT, Request("crews"))
    assert [each.version for each in talks.case("harbour").amendments] == [1, 2]
    at = standing(talks, "north")
    assert [superseded_by(at, TEXT, each) for each in (1, 2, None)] == [2, None, None]
    assert superseded_by(at, "harbour/none", 1) is None


def test_an_amendment_changes_a_clause_of_a_version_that_was_shown(talks):
    talks.act("harbour", show, TEXT, ("north",))
    assert "no clause 'fish' in that version" in talks.refusal("north", amendments.amend, TEXT, Request("fish"))
    assert "no version 2 of" in talks.refusal("north", amendments.amend, TEXT, Request("toll", version=2))
    assert "says that already" in talks.refusal("north", amendments.amend, TEXT, Request("hours", words=HOURS.text))
    assert "for parties" in talks.refusal("bridge", amendments.amend, TEXT, Request("toll"))


def test_a_delegation_asks_for_amendments_and_no_principal():
    talks = talks_with_a_text(strait(principals=SpecimenTalks.opened().case("north").principals))
    talks.act("harbour", show, TEXT, ("north",))
    assert "for the delegation" in talks.refusal("north", amendments.amend, TEXT, Request("toll"), principal="north-head")


def test_a_text_is_written_as_whoever_has_it_has_it(talks):
    talks.act("harbour", show, TEXT, ("north",))
    assert wording_of(standing(talks, "harbour"), TEXT) == WORDING
    bare = wording_of(standing(talks, "north"), TEXT, 1)
    assert bare.clauses == (evolve(TOLL, readings=()), HOURS, CREWS)
    assert "you have no text called 'harbour/none'" in talks.refusal("north", lambda at: wording_of(at, "harbour/none"))
    assert "no version 3" in talks.refusal("north", lambda at: wording_of(at, TEXT, 3))


def test_whose_an_alternative_is_stays_with_those_who_were_told(talks):
    talks.act("harbour", attribute, TEXT, Attribution("toll", 1, by="harbour"), told=("bridge",))
    talks.act("harbour", attribute, TEXT, Attribution("toll", 2, by="north"))
    toll = {each: text_of(talks, each).versions[0].clauses[0].alternatives for each in ("harbour", "bridge")}
    assert [each.by for each in toll["harbour"]] == ["harbour", "north"]
    assert [each.by for each in toll["bridge"]] == ["harbour", None]
    talks.act("bridge", one_texts.revise, TEXT, reworded(evolve(HOURS, text="By day alone.")))
    assert [each.by for each in text_of(talks, "harbour").versions[1].clauses[0].alternatives] == ["harbour", "north"]
    assert [each.by for each in text_of(talks, "bridge").versions[1].clauses[0].alternatives] == ["harbour", None]


def test_a_text_that_was_entered_goes_by_the_name_of_its_proposal():
    talks = SpecimenTalks.opened(strait())
    version = Version("1", clauses=(TOLL, HOURS))
    entered = Proposal("harbour/old", name="An older text", kind=ProposalKind.ONE_TEXT, by=("harbour",), versions=(version,))
    talks.act("keeper", enter, "proposals", entered, frozenset({"harbour"}))
    talks.act("harbour", one_texts.settle, "harbour/old", {"toll": 1})
    talks.act("harbour", show, "harbour/old", ("north",), version=1)
    assert wording_of(standing(talks, "harbour"), "harbour/old", 1).name == "An older text"
    assert wording_of(standing(talks, "north"), "harbour/old").name == "An older text"
