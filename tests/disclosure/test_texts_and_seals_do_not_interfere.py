"""What mediators do with a text behind a party's back, and what others answer under seal, changes nothing in what that party has.

Each way in which it could is planted once, and has to be caught: a gap in version numbers, a name or number in an id, a reading,
whose an alternative is, who else was shown the text, a count of sealed answers, how many refused, and who looked first.
"""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.one_texts import one_texts_section
from gobetween.briefs.shuttle.sealed import sealed_section
from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Clause
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.sealed_proposals import AnswersOpened, OpenedAnswer
from gobetween.protocols.wordings import Wording
from gobetween.talks import custody
from gobetween.talks.drafting import amendments, non_papers, one_texts, showings
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.comparisons import compare_versions
from gobetween.talks.drafting.showings import Attribution, attribute, show
from gobetween.talks.sealing import sealed_proposals
from gobetween.talks.sealing.sealed_proposals import seal
from gobetween.talks.standings import Deed
from specimen_talks import AUDIENCES, SpecimenTalks, books
from texts_and_seals_of_the_strait import FINAL, HOURS, TEXT, TOLL, offer, reworded, talks_with_a_text, talks_with_an_offer, three_sides

NIGHT = Clause("Ships pass at night too.", id="hours", issue="hours")
REFUSED = ("harbour/text", "harbour/none", "bridge/text", "south/none")


def seen_by(talks: SpecimenTalks, audience: str) -> tuple[Any, ...]:
    """All that comes to an audience: its book, its view, its sections of the brief, and the words with which it is refused."""
    view = talks.view(audience)
    scene = Scene(view, talks.now.date())
    return (
        books(talks.clerk, audience),
        view,
        one_texts_section(scene),
        sealed_section(scene),
        *(words_for(talks, audience, each) for each in REFUSED),
    )


def words_for(talks: SpecimenTalks, audience: str, text: str) -> str:
    """What is said to someone who tries to compare, amend, revise, show and answer what it may not have."""
    tries = (
        (compare_versions, (text, 1, 9), {}),
        (amendments.amend, (text, Request("fish", version=9)), {}),
        (one_texts.revise, (text, reworded(HOURS)), {"on": 99}),
        (show, (text, ("moon",)), {}),
        (seal, (text,), {"accepts": True}),
    )
    said = []
    for use, given, more in tries if audience not in ("keeper", "public") else ():
        with pytest.raises(ProtocolViolation) as caught:
            talks.act(audience, use, *given, **more)
        said.append(str(caught.value))
    return "\n".join(said)


def nothing_hidden(talks: SpecimenTalks) -> None:
    """The plain history has no such act."""


def revise_twice(talks: SpecimenTalks) -> None:
    talks.act("bridge", one_texts.settle, TEXT, {"crews": None})
    talks.act("bridge", one_texts.revise, TEXT, reworded(evolve(HOURS, text="Ships pass by day, or not.")))


def show_to_the_other(talks: SpecimenTalks) -> None:
    talks.act("harbour", show, TEXT, ("south",), with_readings=True)
    talks.act("south", amendments.amend, TEXT, Request("toll", words="half of what it was", is_named=True))


def attribute_to_the_other(talks: SpecimenTalks) -> None:
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="south"))
    talks.act("harbour", attribute, TEXT, Attribution("toll", 2, by="harbour"), told=("bridge",))


def give_the_other_a_non_paper(talks: SpecimenTalks) -> None:
    talks.act("harbour", non_papers.give, "An idea", "What if?", ("south",))


def draft_another_text(talks: SpecimenTalks) -> None:
    talks.act("harbour", one_texts.draft, reworded(NIGHT), name="other")


HIDDEN = (revise_twice, show_to_the_other, attribute_to_the_other, give_the_other_a_non_paper, draft_another_text)


def history(hidden: Any = nothing_hidden, *, first: str = "bridge") -> SpecimenTalks:
    """North is shown two versions; something else may happen before, and between."""
    talks = talks_with_a_text()
    talks.act(first, show, TEXT, ("north",))
    hidden(talks)
    talks.act("harbour", one_texts.revise, TEXT, reworded(TOLL, NIGHT))
    talks.act("bridge", show, TEXT, ("north",))
    return talks


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("audience", ["north", "shipping", "keeper", "public"])
def test_what_is_done_with_a_text_behind_someones_back_changes_nothing_for_them(hidden, audience):
    assert seen_by(history(hidden), audience) == seen_by(history(), audience)


def test_mediators_see_more_so_that_the_comparison_can_fail():
    assert seen_by(history(revise_twice), "harbour") != seen_by(history(), "harbour")


def planted_gap(monkeypatch):
    """The number of the mediators' version in the id of the copy."""
    plain = showings._name_of_copy
    monkeypatch.setattr(showings, "_name_of_copy", lambda at, text, to: f"{plain(at, text, to)}-{len(text.versions)}")


def planted_attribution(monkeypatch):
    """Clauses are shown as the mediators have them: with readings, and with whose each alternative is."""
    monkeypatch.setattr(showings, "_as_shown", lambda at, to, working, version, **_: Wording(version.title, version.clauses))


def planted_audience(monkeypatch):
    """Everybody who was shown the text gets what is noted of it."""
    plain = showings.show

    def leaking(at, text, to, **more):
        told = {each.to for version in one_texts.worked_on(at, text).versions for each in version.showings}
        return tuple(Deed(deed.act, deed.audience | (told - {"south"})) for deed in plain(at, text, to, **more))

    monkeypatch.setitem(globals(), "show", leaking)


@pytest.mark.parametrize(
    ("plant", "hidden"),
    [
        (planted_gap, revise_twice),
        (planted_attribution, attribute_to_the_other),
        (planted_audience, show_to_the_other),
    ],
)
def test_a_planted_leak_of_a_text_is_caught(monkeypatch, plant, hidden):
    plant(monkeypatch)
    try:
        assert seen_by(history(hidden), "north") != seen_by(history(), "north")
    except ProtocolViolation:
        pytest.fail("a planted leak is seen, not refused")


def test_a_planted_name_of_who_else_works_on_a_text_is_caught(monkeypatch):
    def north_sees_harbour() -> bool:
        talks = talks_with_a_text()
        talks.act("bridge", show, TEXT, ("north",))
        new = [line.entry.body for line in talks.journal.book("strait", "north") if line.entry.kind == "text-shown.v1"]
        return "harbour" in str(new)

    assert not north_sees_harbour()
    monkeypatch.setattr(showings, "_name_of_copy", lambda _at, text, _to: text.id)
    assert north_sees_harbour()


PARTIES = ("north", "south", "west")


def sealed(answers: dict[str, bool], *, waits: int = 0, first: str = "harbour") -> SpecimenTalks:
    talks = talks_with_an_offer(three_sides(), *PARTIES)
    for party, accepts in answers.items():
        talks.act(party, seal, FINAL, accepts=accepts)
    talks.wait(days=waits)
    if waits:
        talks.view(first)
    return talks


def one_refuses() -> SpecimenTalks:
    return sealed({"north": True, "south": True, "west": False})


def two_refuse() -> SpecimenTalks:
    return sealed({"north": True, "south": False, "west": False})


def nobody_has_answered() -> SpecimenTalks:
    return sealed({})


def two_have_answered() -> SpecimenTalks:
    return sealed({"south": True, "west": True})


def shipping_looks() -> SpecimenTalks:
    return sealed({}, waits=3, first="shipping")


def north_looks_later() -> SpecimenTalks:
    return sealed({}, waits=4, first="north")


LIKE_WORLDS = ((one_refuses, two_refuse), (nobody_has_answered, two_have_answered))


@pytest.mark.parametrize("worlds", LIKE_WORLDS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_others_answer_under_seal_changes_nothing_but_by_its_outcome(worlds, audience):
    one, other = (world() for world in worlds)
    if audience != "south":
        assert seen_by(one, audience) == seen_by(other, audience)


def test_who_looks_first_at_what_fell_due_is_in_nobodys_book():
    assert books(shipping_looks().clerk, "north") == books(north_looks_later().clerk, "north")


def planted_count(monkeypatch):
    """Mediators are told whenever an answer comes in."""

    def counting(draft, deeds, _moment):
        put = draft.entries["sealed_proposals"].values()
        return tuple(Deed(AnswersOpened(each.id, ()), frozenset(each.by), CUSTODIAN) for each in put) if deeds else ()

    monkeypatch.setattr(custody, "FOLLOWS", (*custody.FOLLOWS, counting))


def planted_refusals(monkeypatch):
    """What is said at the end tells how many refused."""
    plain = sealed_proposals._closing

    def telling(draft, proposal, recorded):
        refused = [each for each in sealed_proposals._answers(draft, proposal) if not each.accepts]
        opened = tuple(OpenedAnswer("somebody", accepts=False) for _ in refused)
        return (*plain(draft, proposal, recorded), Deed(AnswersOpened(proposal.id, opened), frozenset(proposal.by), CUSTODIAN))

    monkeypatch.setattr(sealed_proposals, "_closing", telling)


def planted_audience_of_answers(monkeypatch):
    """Mediators get the answers themselves."""
    plain = sealed_proposals.seal

    def leaking(at, proposal, **more):
        return tuple(Deed(deed.act, deed.audience | {"harbour"}) for deed in plain(at, proposal, **more))

    monkeypatch.setitem(globals(), "seal", leaking)


@pytest.mark.parametrize(
    ("plant", "worlds"),
    [
        (planted_count, (nobody_has_answered, two_have_answered)),
        (planted_refusals, (one_refuses, two_refuse)),
        (planted_audience_of_answers, (one_refuses, two_refuse)),
    ],
)
def test_a_planted_leak_of_what_is_sealed_is_caught(monkeypatch, plant, worlds):
    plant(monkeypatch)
    one, other = (world() for world in worlds)
    assert books(one.clerk, "harbour") != books(other.clerk, "harbour")


def test_a_planted_time_of_who_looked_first_is_caught(monkeypatch):
    plain = sealed_proposals._closing
    monkeypatch.setattr(sealed_proposals, "_closing", lambda draft, proposal, _recorded: plain(draft, proposal, None))
    assert books(shipping_looks().clerk, "north") != books(north_looks_later().clerk, "north")


def test_an_offer_is_not_known_before_all_who_put_it_have_joined():
    talks = SpecimenTalks.opened(three_sides())
    before = {each: seen_by(talks, each) for each in ("north", "south", "shipping", "keeper", "public")}
    talks.act("harbour", sealed_proposals.put, offer(), together_with=("bridge",), name="final")
    assert before == {each: seen_by(talks, each) for each in before}
