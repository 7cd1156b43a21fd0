from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.proposals import Alternative, Clause, Showing
from gobetween.protocols.permissions import Scope
from gobetween.protocols.wordings import Wording
from gobetween.talks.confiding import permissions
from gobetween.talks.drafting import amendments, one_texts
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.showings import Attribution, attribute, show
from specimen_talks import SpecimenTalks
from texts_and_seals_of_the_strait import HOURS, TEXT, TOLL, WORDING, hidden_issue_case, reworded, strait, talks_with_a_text


@pytest.fixture
def talks():
    return talks_with_a_text()


def shown(talks, audience):
    return {each.id: each for each in talks.case(audience).proposals}


def amended(talks, words="nothing", **request):
    """North was shown the text by both mediators, and has asked for the words that stand in its bracket."""
    talks.act("bridge", show, TEXT, ("north",))
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", show, TEXT, ("north",))
    talks.act("north", amendments.amend, "bridge/text", Request("toll", words=words, **request), name="a")
    return talks


def test_what_is_shown_is_a_copy_without_readings_and_with_versions_of_its_own(talks):
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", show, TEXT, ("north", "south"))
    (copy,) = shown(talks, "north").values()
    assert (copy.id, copy.by, copy.name) == (TEXT, ("harbour",), "Working text")
    assert [(each.id, each.author, each.showings) for each in copy.versions] == [(f"{TEXT}/1", "harbour", ())]
    assert copy.versions[0].clauses[:2] == (evolve(TOLL, readings=()), HOURS)


def test_those_who_work_on_it_keep_what_was_shown_to_whom_as_which_version(talks):
    talks.act("bridge", show, TEXT, ("north",))
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", show, TEXT, ("south", "north", "south"))
    for mediator in ("harbour", "bridge"):
        versions = shown(talks, mediator)[TEXT].versions
        assert [each.showings for each in versions] == [
            (Showing("north", 1, by="bridge", text="bridge/text"),),
            (Showing("south", 1, by="harbour", text=TEXT), Showing("north", 2, by="harbour", text="bridge/text")),
        ]


def test_who_is_shown_a_text_by_one_mediator_learns_of_no_other(talks):
    talks.act("bridge", show, TEXT, ("north",))
    (copy,) = shown(talks, "north").values()
    assert (copy.id, copy.by) == ("bridge/text", ("bridge",))
    assert "harbour" not in str([line.entry.body for line in talks.journal.book("strait", "north") if "text-" in line.entry.kind])


def test_a_copy_has_one_name_whoever_shows_it_next(talks):
    amended(talks)
    (copy,) = shown(talks, "north").values()
    assert (copy.id, copy.by, len(copy.versions)) == ("bridge/text", ("bridge", "harbour"), 2)
    assert [each.proposal for each in talks.case("harbour").amendments] == [TEXT]


def test_a_copy_does_not_take_the_name_of_another_text(talks):
    talks.act("bridge", one_texts.draft, Wording("Other", (HOURS,)), name="text")
    talks.act("bridge", show, "bridge/text", ("shipping", "north"))
    talks.act("bridge", show, TEXT, ("shipping",))
    assert sorted(shown(talks, "shipping")) == ["bridge/new-1", "bridge/text"]


def test_a_copy_that_was_named_first_keeps_its_name(talks):
    talks.act("bridge", show, TEXT, ("shipping",))
    talks.act("bridge", one_texts.draft, Wording("Other", (HOURS,)), name="text")
    talks.act("bridge", show, "bridge/text", ("shipping",))
    assert sorted(shown(talks, "shipping")) == ["bridge/new-1", "bridge/text"]
    assert {each.id: each.name for each in talks.case("shipping").proposals}["bridge/text"] == "Working text"


def test_readings_are_shown_where_they_are_to_be(talks):
    talks.act("harbour", show, TEXT, ("south",), with_readings=True)
    assert shown(talks, "south")[TEXT].versions[0].clauses[0] == TOLL


def test_a_version_that_differs_only_in_what_is_kept_is_not_shown_as_another(talks):
    talks.act("harbour", show, TEXT, ("north",))
    talks.act("harbour", one_texts.revise, TEXT, reworded(evolve(TOLL, readings=("a toll on everything",))))
    assert "north would see nothing new" in talks.refusal("harbour", show, TEXT, ("north",))
    talks.act("harbour", show, TEXT, ("north",), with_readings=True)
    talks.act("harbour", one_texts.revise, TEXT, reworded(TOLL, name="Other title"))
    talks.act("harbour", show, TEXT, ("north",))
    assert [each.title for each in shown(talks, "north")[TEXT].versions] == ["Working text", "Working text", "Other title"]


def test_an_older_version_can_be_shown_later_and_is_counted_as_it_comes(talks):
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", show, TEXT, ("south",))
    talks.act("harbour", show, TEXT, ("south",), version=1)
    assert [len(each.clauses[2].alternatives) for each in shown(talks, "south")[TEXT].versions] == [0, 1]


def test_a_clause_is_bound_for_those_who_see_it_to_what_everyone_knows():
    talks = SpecimenTalks.opened(hidden_issue_case())
    pilots = Clause("Pilots are ours.", id="pilots", issue="pilots", terms=frozenset({"ours"}))
    talks.act("harbour", one_texts.draft, Wording("Text", (pilots, HOURS)), name="text")
    talks.act("harbour", show, TEXT, ("north",))
    assert shown(talks, "north")[TEXT].versions[0].clauses == (Clause("Pilots are ours.", id="pilots"), HOURS)


@pytest.mark.parametrize(
    ("to", "says"),
    [
        (("bridge",), "bridge works on 'harbour/text'"),
        (("keeper",), "shown to actors of the talks; 'keeper' is none"),
        (("moon",), "nobody you know of"),
        ((), "say to whom"),
    ],
)
def test_a_text_is_shown_to_others_who_are_there(talks, to, says):
    assert says in talks.refusal("harbour", show, TEXT, to)


def test_a_mediator_shows_a_text_to_those_whom_it_reaches(talks):
    assert "bridge cannot reach south directly; harbour can" in talks.refusal("bridge", show, TEXT, ("south",))


def test_a_version_is_shown_once_to_the_same(talks):
    talks.act("harbour", show, TEXT, ("north",))
    assert "north was shown this version of 'harbour/text' already" in talks.refusal("bridge", show, TEXT, ("north",))
    assert "no version 2" in talks.refusal("harbour", show, TEXT, ("south",), version=2)


def test_whose_an_alternative_is_stays_out_of_what_is_shown(talks):
    talks.act("harbour", attribute, TEXT, Attribution("toll", 1, by="north"))
    talks.act("harbour", attribute, TEXT, Attribution("toll", 2, by="harbour"))
    talks.act("harbour", show, TEXT, ("south", "north"))
    for party in ("north", "south"):
        assert {each.by for each in shown(talks, party)[TEXT].versions[0].clauses[0].alternatives} == {None}


def test_ones_own_alternative_may_be_shown_as_ones_own(talks):
    talks.act("harbour", attribute, TEXT, Attribution("toll", 2, by="harbour", is_open=True))
    talks.act("harbour", show, TEXT, ("south",))
    assert shown(talks, "south")[TEXT].versions[0].clauses[0].alternatives[1] == Alternative("half of what it was", "harbour")


def test_a_party_is_named_to_others_only_where_it_allows_it(talks):
    amended(talks)
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="north", is_open=True))
    assert "is north's may be said to shipping only if north allows it" in talks.refusal("bridge", show, TEXT, ("shipping",))
    assert "is north's may be said to harbour only" in talks.refusal(
        "bridge", attribute, TEXT, Attribution("toll", 1, by="north"), told=("harbour",)
    )


@pytest.mark.parametrize("words", ["nothing", "The toll  is nothing"])
def test_an_amendment_that_may_be_named_allows_it(talks, words):
    amended(talks, words, is_named=True)
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="north", is_open=True), told=("harbour",))
    talks.act("bridge", show, TEXT, ("shipping",))
    assert shown(talks, "shipping")["bridge/text"].versions[0].clauses[0].alternatives[0].by == "north"


def test_an_amendment_in_other_words_does_not_allow_it(talks):
    amended(talks, "The toll is a quarter", is_named=True)
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="north", is_open=True))
    assert "only if north allows it" in talks.refusal("bridge", show, TEXT, ("shipping",))


@pytest.mark.parametrize(
    ("scope", "is_allowed"),
    [
        (Scope("north/a", ("shipping",), ("bridge",), is_attributed=True), True),
        (Scope("north/a", ("shipping",), ("bridge",), is_attributed=True, wording="nothing"), True),
        (Scope("north/a", ("shipping",), ("bridge",), is_attributed=True, wording="next to nothing"), False),
        (Scope("north/a", ("shipping",), ("bridge",)), False),
        (Scope("north/a", ("south",), ("bridge",), is_attributed=True), False),
        (Scope("north/a", ("shipping",), ("harbour",), is_attributed=True), False),
    ],
)
def test_a_permission_to_attribute_these_words_to_them_allows_it(talks, scope, is_allowed):
    amended(talks)
    talks.act("north", permissions.grant, scope)
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="north", is_open=True))
    if is_allowed:
        talks.act("bridge", show, TEXT, ("shipping",))
    else:
        assert "only if north allows it" in talks.refusal("bridge", show, TEXT, ("shipping",))


def test_a_permission_that_has_run_out_allows_nothing(talks):
    amended(talks)
    talks.act("north", permissions.grant, Scope("north/a", ("shipping",), ("bridge",), is_attributed=True, until=talks.now.date()))
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="north", is_open=True))
    talks.wait(days=1)
    assert "only if north allows it" in talks.refusal("bridge", show, TEXT, ("shipping",))


def test_only_an_alternative_that_is_there_is_attributed_and_told_to_those_who_work_on_it(talks):
    assert "has 2 alternatives; found 3" in talks.refusal("harbour", attribute, TEXT, Attribution("toll", 3, by="north"))
    assert "no clause 'fish'" in talks.refusal("harbour", attribute, TEXT, Attribution("fish", 1, by="north"))
    assert "nobody you know of" in talks.refusal("harbour", attribute, TEXT, Attribution("toll", 1, by="moon"))
    told = talks.refusal("harbour", attribute, TEXT, Attribution("toll", 1, by="harbour"), told=("shipping",))
    assert "shipping does not work on 'harbour/text'" in told


def test_a_text_that_one_mediator_works_on_alone_can_be_shown_to_another():
    talks = talks_with_a_text(strait(), together_with=())
    talks.act("harbour", show, TEXT, ("bridge",))
    assert "that you work on" in talks.refusal("bridge", one_texts.revise, TEXT, reworded(HOURS))
    assert shown(talks, "bridge")[TEXT].versions[0].clauses[1:] == WORDING.clauses[1:]
