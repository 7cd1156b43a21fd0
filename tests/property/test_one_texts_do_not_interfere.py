"""Whatever mediators do with a text: a party's book is that of talks in which nothing happened but what it was shown, and asked for."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause
from gobetween.protocols.wordings import Wording, bare
from gobetween.talks.drafting import amendments, non_papers, one_texts
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.showings import Attribution, attribute, show
from specimen_talks import OPENED, SpecimenTalks, books
from texts_and_seals_of_the_strait import TEXT, strait, talks_with_a_text

MEDIATORS = st.sampled_from(["harbour", "bridge"])
NUMBERS = st.integers(min_value=1, max_value=4)
WORDS = st.sampled_from(["Half.", "Nothing.", "The toll is", "By day."])
CLAUSES = st.builds(
    lambda clause_id, text, bracket, readings: Clause(
        text, id=clause_id, alternatives=tuple(Alternative(each) for each in bracket), readings=tuple(readings)
    ),
    st.sampled_from(["toll", "hours", "crews"]),
    WORDS,
    st.lists(WORDS, max_size=2, unique=True),
    st.lists(WORDS, max_size=1),
)
WORDINGS = st.lists(CLAUSES, min_size=1, max_size=3, unique_by=lambda each: each.id).map(lambda each: Wording("Text", tuple(each)))
ACTS = st.one_of(
    st.tuples(MEDIATORS, st.just(one_texts.revise), st.tuples(st.just(TEXT), WORDINGS), st.just({})),
    st.tuples(MEDIATORS, st.just(one_texts.settle), st.tuples(st.just(TEXT), st.builds(lambda n: {"toll": n}, NUMBERS)), st.just({})),
    st.tuples(MEDIATORS, st.just(show), st.just((TEXT, ("north",))), st.builds(lambda n: {"version": n}, NUMBERS)),
    st.tuples(MEDIATORS, st.just(show), st.just((TEXT, ("north",))), st.just({})),
    st.tuples(MEDIATORS, st.just(show), st.just((TEXT, ("south",))), st.just({"with_readings": True})),
    st.tuples(MEDIATORS, st.just(attribute), st.builds(lambda n: (TEXT, Attribution("toll", n, by="south")), NUMBERS), st.just({})),
    st.tuples(MEDIATORS, st.just(non_papers.give), st.just(("Idea", "What if?", ("south",))), st.just({})),
    st.tuples(MEDIATORS, st.just(one_texts.draft), st.tuples(WORDINGS), st.just({})),
    st.tuples(
        st.sampled_from(["north", "south"]),
        st.just(amendments.amend),
        st.tuples(st.sampled_from([TEXT, "bridge/text"]), st.builds(lambda words: Request("toll", words=words), WORDS)),
        st.just({}),
    ),
)


def done(talks: SpecimenTalks, who, use, given_to_it, more) -> bool:
    try:
        talks.act(who, use, *given_to_it, **more)
    except ProtocolViolation:
        return False
    return True


def shown_to_north(talks, mediator, version):
    """The whole text that the mediator shows north, readings and all."""
    (text,) = [each for each in talks.case(mediator).proposals if each.id == TEXT]
    chosen = text.versions[(version or 0) - 1]
    return Wording(chosen.title, bare(chosen.clauses), annexes=chosen.annexes)


def replayed(seen) -> SpecimenTalks:
    """Talks in which the text was revised only to be shown to north as it was, and north asked for what it asked for."""
    talks = talks_with_a_text(strait())
    for number, (now, (who, use, given_to_it, more), wording) in enumerate(seen):
        talks.now = now
        if wording is not None:
            for each in (Wording("Text", (Clause(f"Draft {number}.", id="toll"),)), wording):
                talks.act("harbour", one_texts.revise, TEXT, each)
        assert done(talks, who, use, given_to_it, more if wording is None else {})
    return talks


@settings(max_examples=60, deadline=None)
@given(acts=st.lists(ACTS, min_size=1, max_size=14))
def test_a_party_has_what_it_was_shown_and_nothing_of_what_it_was_not(acts):
    talks = talks_with_a_text(strait())
    seen = []
    for each in acts:
        who, use, given_to_it, more = each
        talks.now += dt.timedelta(minutes=1)
        is_shown = use is show and given_to_it[1] == ("north",)
        (text,) = [proposal for proposal in talks.case("harbour").proposals if proposal.id == TEXT]
        is_there = more.get("version", 1) <= len(text.versions)
        wording = shown_to_north(talks, who, more.get("version")) if is_shown and is_there else None
        if done(talks, *each) and (is_shown or who == "north"):
            seen.append((talks.now, each, wording))
    for proposal in talks.case("north").proposals:
        assert [version.id for version in proposal.versions] == [f"{proposal.id}/{n}" for n in range(1, len(proposal.versions) + 1)]
        assert not any(version.showings for version in proposal.versions)
        assert not any(each.by for version in proposal.versions for clause in version.clauses for each in clause.alternatives)
    alone = replayed(seen)
    assert books(alone.clerk, "north") == books(talks.clerk, "north")
    alone.now = talks.now = OPENED + dt.timedelta(days=1)
    assert alone.view("north") == talks.view("north")
