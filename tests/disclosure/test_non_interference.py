"""What an audience may not see changes nothing of what it sees."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case
from gobetween.model.dates import on
from gobetween.model.errors import NotDisclosed
from gobetween.model.items import Item
from gobetween.model.preferences import Preferences
from strategies.random_cases import AUDIENCES, DAYS, cases

audiences = st.sampled_from(AUDIENCES)
as_of_days = st.none() | st.sampled_from(DAYS)


def is_hidden(audience: str, entry: Item | Preferences) -> bool:
    pooled = getattr(entry, "pooled_for", frozenset())
    return not ({"public", audience} & (entry.holders | pooled))


def without_hidden(audience: str, case: Case) -> Case:
    """The case from which every entry, option and number was taken that the audience does not hold."""
    kept = {}
    for attribute in fields(Case):
        value = getattr(case, attribute.name)
        if isinstance(value, tuple):
            kept[attribute.name] = tuple(
                entry if not hasattr(entry, "options") or attribute.name != "issues" else without_hidden_options(audience, entry)
                for entry in value
                if not is_hidden(audience, entry)
            )
    return evolve(case, **kept)


def without_hidden_options(audience: str, issue: Any) -> Any:
    return evolve(issue, options=tuple(option for option in issue.options if not is_hidden(audience, option)))


def outcome(audience: str, case: Case, as_of: dt.date | None) -> Any:
    try:
        return view_for(audience, case, as_of=as_of)
    except NotDisclosed as refusal:
        return str(refusal)


@given(cases(), audiences, as_of_days)
@settings(max_examples=200, deadline=None)
def test_a_view_equals_the_view_of_the_case_without_what_its_audience_may_not_see(
    case: Case, audience: str, as_of: dt.date | None
) -> None:
    assert outcome(audience, case, as_of) == outcome(audience, without_hidden(audience, case), as_of)


@given(cases(), audiences, st.data())
@settings(max_examples=200, deadline=None)
def test_changing_hidden_words_and_numbers_changes_no_view(case: Case, audience: str, data: st.DataObject) -> None:
    hidden = [name for name, entry in case.items() if is_hidden(audience, entry)]
    if not hidden:
        return
    name = data.draw(st.sampled_from(hidden))
    known = data.draw(st.sampled_from([on(day) for day in DAYS]))
    changed = tuple(
        evolve(entry, note="changed", known=known) if is_hidden(audience, entry) else entry for entry in getattr(case, name)
    )
    assert outcome(audience, evolve(case, **{name: changed}), None) == outcome(audience, case, None)


@given(cases(), audiences, as_of_days)
@settings(max_examples=200, deadline=None)
def test_a_view_holds_only_what_its_audience_holds(case: Case, audience: str, as_of: dt.date | None) -> None:
    view = outcome(audience, case, as_of)
    if isinstance(view, str):
        return
    for entry in every_item(view.case):
        assert {"public", audience} & entry.holders, entry
    for preferences in view.case.preferences:
        assert {"public", audience} & preferences.holders
    for preferences in view.analysable:
        assert {"public", audience} & (preferences.holders | preferences.pooled_for)


@given(cases(), audiences, st.sampled_from(DAYS))
@settings(max_examples=200, deadline=None)
def test_a_view_as_of_a_day_has_nothing_that_came_later(case: Case, audience: str, day: dt.date) -> None:
    view = outcome(audience, case, day)
    if isinstance(view, str):
        return
    for entry in (entry for _, entry in view.case.items()):
        assert entry.known.is_unknown or entry.known.is_by(day)
        assert all(citation.source in {source.id for source in view.case.sources} for citation in entry.citations)
    for source in view.case.sources:
        assert source.published.is_by(day)


@given(cases(), audiences)
@settings(max_examples=200, deadline=None)
def test_every_id_that_a_view_names_is_in_it(case: Case, audience: str) -> None:
    view = outcome(audience, case, None)
    if isinstance(view, str):
        return
    seen = view.case
    actors = {actor.id for actor in seen.actors}
    options = {issue.id: {option.id for option in issue.options} for issue in seen.issues}
    for position in seen.positions:
        assert position.actor in actors
        assert position.options <= options.get(position.issue, set())
    for link in seen.links:
        for sets in (link.if_chosen, link.requires):
            assert all(chosen and chosen <= options[issue] for issue, chosen in sets.items())
    for answer in seen.answers:
        assert answer.proposal in {proposal.id for proposal in seen.proposals}
    for meeting in seen.meetings:
        assert set(meeting.participants) <= actors | {person.id for person in seen.persons}
        assert meeting.round in {None, *(each.id for each in seen.rounds)}


def every_item(value: Any) -> list[Item]:
    """Every entry within a value, however deep."""
    found = [value] if isinstance(value, Item) else []
    if has(type(value)):
        children = [getattr(value, attribute.name) for attribute in fields(type(value))]
    else:
        children = list(value) if isinstance(value, tuple | list) else []
    return found + [entry for child in children for entry in every_item(child)]


# Tests of the test: views that leak on purpose, each in a way that is easily overlooked. The check above must catch every one.
PLANTED_LEAKS = {
    "a count of all entries": lambda audience, case: len(list(case.items())),
    "the number of options of an issue": lambda audience, case: [len(issue.options) for issue in case.issues],
    "the order in which an entry stands among all": lambda audience, case: [
        place for place, (_, entry) in enumerate(case.items()) if not is_hidden(audience, entry)
    ],
    "the scale of a chart over all positions": lambda audience, case: max((len(each.options) for each in case.positions), default=0),
    "whether anyone entrusted preferences": lambda audience, case: any(each.assumption is None for each in case.preferences),
    "a result computed from what was not pooled": lambda audience, case: sum(each.reservation for each in case.preferences),
}


@pytest.mark.parametrize("leak", PLANTED_LEAKS.values(), ids=PLANTED_LEAKS.keys())
def test_a_planted_leak_is_caught(leak: Any) -> None:
    def differs(drawn: tuple[Case, str]) -> bool:
        case, audience = drawn
        return leak(audience, case) != leak(audience, without_hidden(audience, case))

    try:
        find(
            st.tuples(cases(), audiences),
            differs,
            settings=settings(max_examples=2000, deadline=None, database=None, phases=(Phase.generate,)),
        )
    except NoSuchExample:
        pytest.fail("the comparison did not notice the leak")
