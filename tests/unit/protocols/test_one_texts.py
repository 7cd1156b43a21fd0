from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause, Proposal, ProposalKind, Showing
from gobetween.protocols.acts import Moment
from gobetween.protocols.one_texts import (
    AlternativeAttributed,
    ShowingNoted,
    TextDrafted,
    TextRevised,
    TextShown,
    after,
    showings_to,
)
from gobetween.protocols.wordings import Wording

NOW = dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)
HARBOUR, BRIDGE = Moment("harbour", NOW), Moment("bridge", NOW)
TOLL = Clause("The toll is", id="toll", alternatives=(Alternative("half"), Alternative("nothing")))
HOURS = Clause("By day.", id="hours")
WORDING = Wording("Text", (TOLL, HOURS))


def drafted():
    return after(None, TextDrafted("harbour/text", ("harbour", "bridge"), WORDING), HARBOUR)


def revised(*clauses, name="Text", state=None):
    return after(state or drafted(), TextRevised("harbour/text", Wording(name, clauses)), BRIDGE)


def attributed(state, **changes):
    wanted = {"clause": "toll", "alternative": "half", "by": "north", "is_open": False, **changes}
    return after(state, AlternativeAttributed("harbour/text", **wanted), HARBOUR)


def refused(state, act, moment=HARBOUR):
    with pytest.raises(ProtocolViolation) as caught:
        after(state, act, moment)
    return str(caught.value)


def test_a_draft_is_the_first_version_of_a_one_text():
    text = drafted()
    assert (text.kind, text.by, text.name, text.owner) == (ProposalKind.ONE_TEXT, ("harbour", "bridge"), "Text", "harbour")
    assert [(each.id, each.author, each.clauses) for each in text.versions] == [("harbour/text/1", "harbour", (TOLL, HOURS))]


def test_a_text_is_drafted_once():
    assert "there is a text called 'harbour/text' already" in refused(drafted(), TextDrafted("harbour/text", ("harbour",), WORDING))


def test_a_revision_is_the_next_version():
    text = revised(HOURS, name="Other title")
    assert (text.name, [each.title for each in text.versions]) == ("Other title", ["Text", "Other title"])
    assert [(each.id, each.author, each.clauses) for each in text.versions[1:]] == [("harbour/text/2", "bridge", (HOURS,))]


def test_a_revision_changes_something():
    assert refused(drafted(), TextRevised("harbour/text", WORDING)) == "nothing in it differs from version 1 of 'harbour/text'"


def test_a_revision_that_differs_in_whose_an_alternative_is_alone_changes_nothing():
    assert "nothing in it differs" in refused(attributed(drafted()), TextRevised("harbour/text", WORDING))


@pytest.mark.parametrize(
    "state",
    [
        None,
        Proposal("harbour/text", name="P", by=("north",)),
        Proposal("harbour/text", name="P", kind=ProposalKind.ONE_TEXT, by=("north",)),
    ],
)
def test_what_is_no_one_text_is_not_revised(state):
    assert "no one-text called 'harbour/text'" in refused(state, TextRevised("harbour/text", WORDING))


def test_a_new_version_keeps_whose_an_alternative_is_as_long_as_its_words_stay():
    text = revised(evolve(TOLL, alternatives=(Alternative("half"), Alternative("a quarter"))), state=attributed(drafted()))
    assert text.versions[-1].clauses[0].alternatives == (Alternative("half", "north"), Alternative("a quarter"))


def test_the_words_of_another_clause_are_not_attributed():
    other = Clause("The fee is", id="fee", alternatives=(Alternative("half"),))
    assert revised(TOLL, other, state=attributed(drafted())).versions[-1].clauses[1] == other


def test_an_attribution_is_noted_in_every_version_that_has_the_words():
    text = attributed(revised(TOLL), is_open=True)
    assert {each.clauses[0].alternatives[0] for each in text.versions} == {Alternative("half", "north", is_open=True)}
    assert {each.clauses[0].alternatives[1] for each in text.versions} == {Alternative("nothing")}


def test_an_attribution_can_be_corrected_but_not_repeated():
    text = attributed(drafted())
    assert attributed(text, by="south").versions[0].clauses[0].alternatives[0].by == "south"
    assert "noted so already" in refused(text, AlternativeAttributed("harbour/text", "toll", "half", "north"))


@pytest.mark.parametrize(("clause", "words"), [("toll", "a third"), ("hours", "half"), ("none", "half")])
def test_only_what_stands_in_a_bracket_of_the_last_version_is_attributed(clause, words):
    assert "no such alternative" in refused(drafted(), AlternativeAttributed("harbour/text", clause, words, "north"))


def test_who_is_shown_a_text_counts_the_versions_as_they_come():
    shown = after(None, TextShown("bridge/text", WORDING), BRIDGE)
    shown = after(shown, TextShown("bridge/text", Wording("Later title", (HOURS,))), HARBOUR)
    shown = after(shown, TextShown("bridge/text", Wording("Later title", (TOLL,))), BRIDGE)
    assert [each.id for each in shown.versions] == ["bridge/text/1", "bridge/text/2", "bridge/text/3"]
    assert [each.author for each in shown.versions] == ["bridge", "harbour", "bridge"]
    assert (shown.name, shown.by, shown.kind) == ("Later title", ("bridge", "harbour"), ProposalKind.ONE_TEXT)


def test_showings_are_counted_for_each_who_was_shown_the_text():
    text = revised(HOURS)
    for version, to in ((1, "north"), (2, "south"), (2, "north")):
        text = after(text, ShowingNoted("harbour/text", version, to, "harbour/text"), HARBOUR)
    assert showings_to(text, "north") == tuple(Showing("north", each, by="harbour", text="harbour/text") for each in (1, 2))
    assert [each.number for each in showings_to(text, "south")] == [1]


@pytest.mark.parametrize("version", [0, 2])
def test_only_a_version_that_is_there_is_shown(version):
    assert "has no version" in refused(drafted(), ShowingNoted("harbour/text", version, "north", "harbour/text"))


def test_a_version_is_shown_once_to_the_same():
    noted = ShowingNoted("harbour/text", 1, "north", "harbour/text")
    assert "was shown version 1 of 'harbour/text' already" in refused(after(drafted(), noted, HARBOUR), noted)
