"""The check of what mediators say: what it finds is what its definition says, from the audience's own messages alone."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, permutations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.consistency import MismatchKind, consistency_section, find_mismatches, recipient
from gobetween.disclosure.views import view_for
from gobetween.model.items import EVERYONE
from gobetween.model.permissions import Form
from gobetween.model.proposals import Proposal
from gobetween.model.relays import Message, MessageState
from specimen_talks import strait_case

DAY = dt.date(2031, 3, 5)
TERMS = {"toll": ["none", "half", "full"], "hours": ["day", "night"]}
ENDS = [ends for ends in permutations(["bridge", "harbour", "north", "south"], 2) if ends[0] in ("bridge", "harbour")]
TEXTS = ["Half it is.", "Half  it is.", "We take a half."]

terms = st.fixed_dictionaries(
    {}, optional={issue: st.frozensets(st.sampled_from(options), min_size=1) for issue, options in TERMS.items()}
)
sayings = st.builds(
    lambda ends, **more: Message("", carrier=ends[0], to=ends[1], holders=EVERYONE, **more),
    st.sampled_from(ENDS),
    text=st.sampled_from(TEXTS),
    form=st.sampled_from(Form),
    attributed_to=st.sampled_from([None, "north", "south"]),
    onward=st.sampled_from([None, None, "south"]),
    in_return_for=st.sampled_from([None, "north/offer"]),
    state=st.sampled_from([MessageState.HANDED, MessageState.HANDED, MessageState.WITHHELD]),
    terms=terms,
)
expiries = st.sampled_from([None, DAY, DAY + dt.timedelta(days=3)])


@st.composite
def cases(draw):
    messages, proposals = [], []
    for number, message in enumerate(draw(st.lists(sayings, max_size=5))):
        name = f"{message.carrier}/{number}"
        brings = draw(st.booleans())
        messages.append(evolve(message, id=name, proposal=name if brings else None))
        if brings:
            by = (message.carrier,)
            proposals.append(Proposal(name, name="Offer", by=by, expires=draw(expiries), terms=message.terms, holders=EVERYONE))
    return evolve(strait_case(), messages=tuple(messages), proposals=tuple(proposals))


def by_definition(case):
    """What the check is said to find, word for word and slowly."""
    said = [each for each in case.messages if each.state is MessageState.HANDED]
    source = {each.id: each.attributed_to or ("idea" if each.form is Form.OWN_IDEA else None) for each in said}
    expires = {each.id: each.expires for each in case.proposals}

    def is_last_word(message, is_about):
        """Whether nothing later was said, by the same to the same of the same, about that."""
        line = (message.carrier, recipient(message), source[message.id])
        later = said[said.index(message) + 1 :]
        return not any((each.carrier, recipient(each), source[each.id]) == line and is_about(each) for each in later)

    def are_last_words(one, other, is_about):
        return all(is_about(each) and is_last_word(each, is_about) for each in (one, other))

    found = set()
    for one, other in combinations(said, 2):
        if (recipient(one) == recipient(other)) == (one.carrier == other.carrier):
            continue
        both = {issue for issue in one.terms if issue in other.terms}
        may_be_one = source[one.id] is None or source[other.id] is None or source[one.id] == source[other.id]
        current = {issue for issue in both if are_last_words(one, other, lambda each, issue=issue: issue in each.terms)}
        disjoint = {issue for issue in current if may_be_one and not one.terms[issue] & other.terms[issue]}
        found |= {(MismatchKind.TERMS, one.id, other.id, issue) for issue in disjoint}
        verbatim = one.form is Form.VERBATIM and other.form is Form.VERBATIM
        named = one.attributed_to and one.attributed_to == other.attributed_to
        reply = one.in_return_for
        is_one_matter = current or (reply and are_last_words(one, other, lambda each, reply=reply: each.in_return_for == reply))
        if verbatim and named and is_one_matter and " ".join(one.text.split()) != " ".join(other.text.split()):
            found.add((MismatchKind.WORDS, one.id, other.id, min(both, default=None)))
        brings = one.terms and are_last_words(one, other, lambda each, terms=one.terms: each.proposal and each.terms == terms)
        if brings and may_be_one and expires[one.proposal] != expires[other.proposal]:
            found.add((MismatchKind.EXPIRY, one.id, other.id, min(both)))
    return found


@given(cases())
@settings(max_examples=300, deadline=None)
def test_it_finds_what_its_definition_says(case):
    found = find_mismatches(case)
    assert {(each.kind, each.first, each.second, each.issue) for each in found} == by_definition(case)
    assert len(found) == len(by_definition(case))


@given(cases())
@settings(max_examples=100, deadline=None)
def test_it_names_messages_of_the_case_in_their_order_and_those_who_were_told(case):
    places = {each.id: place for place, each in enumerate(case.messages)}
    by_id = {each.id: each for each in case.messages}
    for each in find_mismatches(case):
        assert places[each.first] < places[each.second]
        assert set(each.told) == {recipient(by_id[each.first]), recipient(by_id[each.second])}


@given(cases(), st.sampled_from(["north", "south", "bridge", "harbour"]))
@settings(max_examples=150, deadline=None)
def test_an_audience_finds_what_its_own_messages_say_whatever_others_were_told(case, audience):
    """Each message is held by who speaks and who hears it; taking away the others' changes nothing that the audience finds."""
    held = evolve(case, messages=tuple(evolve(each, holders=frozenset({each.carrier, each.to})) for each in case.messages))
    own = evolve(held, messages=tuple(each for each in held.messages if audience in each.holders))
    views = [view_for(audience, each) for each in (held, own)]
    assert find_mismatches(views[0].case) == find_mismatches(views[1].case)
    assert consistency_section(Scene(views[0], DAY)) == consistency_section(Scene(views[1], DAY))


@given(cases())
@settings(max_examples=100, deadline=None)
def test_what_all_say_alike_fits_together(case):
    alike = tuple(evolve(each, terms={"toll": frozenset({"half"})}, text=TEXTS[0], proposal=None) for each in case.messages)
    assert find_mismatches(evolve(case, messages=alike)) == ()


def test_the_comparison_of_audiences_notices_a_check_that_reads_beyond_the_view():
    """A planted leak: a check that works on the whole case instead of the audience's view."""
    told = [
        Message(f"{carrier}/1", carrier=carrier, to="north", text="a", terms={"toll": frozenset({option})}, holders=frozenset({holder}))
        for carrier, option, holder in (("bridge", "none", "north"), ("harbour", "full", "south"))
    ]
    case = evolve(strait_case(), messages=tuple(told))
    own = evolve(case, messages=(told[0],))
    assert find_mismatches(case) != find_mismatches(own)
    assert find_mismatches(view_for("north", case).case) == find_mismatches(view_for("north", own).case) == ()
