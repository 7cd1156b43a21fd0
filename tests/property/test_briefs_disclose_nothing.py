"""No brief holds a word of what its audience may not see, nor the id of anything."""

from __future__ import annotations

import datetime as dt
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from attrs import evolve, fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.briefs.blocks import SourceLine
from gobetween.briefs.calendars import calendar_of
from gobetween.briefs.changes import compose_changes
from gobetween.briefs.compose import compose_brief
from gobetween.briefs.given_out import GivenOut
from gobetween.briefs.read_outs import meetings_brief, read_out_brief
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.talking_points import find_points
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case
from gobetween.model.dates import When
from gobetween.model.errors import NotDisclosed
from gobetween.model.evidence import Account
from gobetween.model.items import Item
from gobetween.model.passages import Citation
from gobetween.model.preferences import Preferences
from gobetween.notebook.rows import rows_of
from strategies.random_cases import AUDIENCES, DAYS, cases

TODAY = dt.date(2031, 6, 1)
MARKER = "oleander"
HELD_BY = re.compile(r"held by ([a-z+]+)")
ID = re.compile(r"\b[A-Z][a-zA-Z]+-\d+\b")


def brief_of(case, audience, as_of=None):
    return compose_brief(view_for(audience, case, as_of=as_of), today=TODAY)


def texts_of(value):
    """Every text of a brief, ids of sources and the words cited from them left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif has(type(value)) and not isinstance(value, Citation | When):
        for attribute in fields(type(value)):
            if not (isinstance(value, SourceLine) and attribute.name == "id"):
                yield from texts_of(getattr(value, attribute.name))


@given(cases(), st.sampled_from(AUDIENCES), st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True).map(sorted))
@settings(max_examples=40, deadline=None)
def test_what_changed_between_two_days_is_held_by_whoever_asks(case, audience, days):
    try:
        views = [view_for(audience, case, as_of=day) for day in days]
    except NotDisclosed:
        return
    for text in texts_of(compose_changes(*views, first=days[0], last=days[1])):
        assert all({"public", audience} & set(held.split("+")) for held in HELD_BY.findall(text)), text
        assert not ID.search(text), text


@given(cases(), st.sampled_from(AUDIENCES), st.none() | st.sampled_from(DAYS))
@settings(max_examples=60, deadline=None)
def test_every_text_of_a_brief_is_held_by_its_audience_and_no_id_is_shown(case, audience, as_of):
    try:
        brief = brief_of(case, audience, as_of)
    except NotDisclosed:
        return
    for text in texts_of(brief):
        assert all({"public", audience} & set(held.split("+")) for held in HELD_BY.findall(text)), text
        assert not ID.search(text), text


def is_held_by(text, audience):
    return all({"public", audience} & set(held.split("+")) for held in HELD_BY.findall(text))


@given(cases(), st.sampled_from(AUDIENCES), st.sampled_from(AUDIENCES), st.none() | st.sampled_from(DAYS))
@settings(max_examples=25, deadline=None)
def test_every_text_of_a_read_out_is_held_by_who_drafts_it_and_by_those_whom_it_is_for(case, speaker, recipient, as_of):
    try:
        view = view_for(speaker, case, as_of=as_of)
        seen = view_for(recipient, GivenOut(view, recipient, TODAY).case, as_of=as_of)
    except NotDisclosed:
        return
    briefs = [meetings_brief(seen, today=TODAY), *(read_out_brief(seen, each.id, today=TODAY) for each in seen.case.meetings)]
    for text in (each for brief in briefs for each in texts_of(brief)):
        assert is_held_by(text, speaker), text
        assert is_held_by(text, recipient), text


@given(cases(), st.sampled_from(AUDIENCES), st.none() | st.sampled_from(DAYS))
@settings(max_examples=25, deadline=None)
def test_every_text_of_a_calendar_of_points_and_of_rows_is_held_by_whoever_asks(case, audience, as_of):
    try:
        view = view_for(audience, case, as_of=as_of)
    except NotDisclosed:
        return
    scene = Scene(view, TODAY)
    points = [find_points(scene, each.id) for each in view.case.actors]
    rows = [rows_of(getattr(view.case, name), view) for name in {name for name, _ in case.items()}]
    for text in texts_of((calendar_of(scene), *points)):
        assert is_held_by(text, audience), text
    assert is_held_by(repr(rows), audience)
    known = {*(each.id for each in view.case.actors), "public", "keeper"}
    named = {
        each for row in (row for some in rows for row in some) for each in (*row["holders"], *([row["owner"]] if row["owner"] else []))
    }
    assert named <= known


def _quay_talks():
    path = Path(__file__).parents[1] / "unit" / "briefs" / "quay_talks.py"
    spec = spec_from_file_location("quay_talks", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.quay_talks()


def hidden_twin(entry: Item) -> Item:
    """The entry again, held by the union and the bishop alone, with the marker in all its words and its id."""
    words = {
        attribute.name: f"{MARKER} {getattr(entry, attribute.name)}"
        for attribute in fields(type(entry))
        if attribute.name
        in ("text", "name", "title", "note", "summary", "counted", "given_by", "via", "otherwise", "demand", "mandate")
    }
    return evolve(entry, id=f"{MARKER}-{entry.id}", owner="union", holders=frozenset({"union", "bishop"}), citations=(), **words)


def with_hidden_twins(case: Case) -> Case:
    """The case with a hidden twin of every entry, option and number."""
    twins: dict[str, list[Item]] = {}
    for name, entry in case.items():
        twins.setdefault(name, []).append(hidden_twin(entry))
    issues = tuple(evolve(issue, options=(*issue.options, *map(hidden_twin, issue.options))) for issue in case.issues)
    values = {issue.id: {f"{MARKER}-{option.id}": 7 for option in issue.options} for issue in case.issues}
    numbers = tuple(
        Preferences(party, values, reservation=1, basis="entrusted", holders=frozenset({"union", "bishop"}), note=MARKER)
        for party in case.parties
    )
    doubled = {name: (*getattr(case, name), *entries) for name, entries in twins.items()}
    return evolve(case, **{**doubled, "issues": (*issues, *twins["issues"]), "preferences": numbers, "account": Account()})


@pytest.fixture(scope="module")
def quay():
    return _quay_talks()


@pytest.mark.parametrize("audience", ["public", "keeper", "employers", "conciliator", "line"])
@pytest.mark.parametrize("as_of", [None, dt.date(2031, 5, 10)])
def test_hidden_twins_of_everything_leave_no_trace(quay, audience, as_of):
    brief = brief_of(with_hidden_twins(quay), audience, as_of)

    assert MARKER not in repr(brief)
    assert brief == brief_of(quay, audience, as_of)


@pytest.mark.parametrize("audience", ["union", "bishop"])
def test_those_who_hold_the_twins_see_them(quay, audience):
    assert MARKER in repr(brief_of(with_hidden_twins(quay), audience))
