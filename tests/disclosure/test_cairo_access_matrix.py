"""The access matrix of the Cairo case: which audience is shown what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from gobetween.briefs.compose import compose_brief
from gobetween.casefiles.folders import load_case
from gobetween.disclosure.views import View, view_for
from gobetween.model.cases import Case, Source
from gobetween.model.dates import on
from gobetween.model.errors import NotDisclosed
from gobetween.model.evidence import Account, Document, Report, Story
from gobetween.model.preferences import ValueBasis

CAIRO = Path(__file__).parents[2] / "examples" / "cairo"
TODAY = dt.date(2026, 11, 22)
MEDIATORS = ("egypt", "qatar", "united-states")
PARTIES = ("israel", "hamas")
OTHERS = ("public", "algeria")

# Rows: what there is to see. Columns: who sees it.
MATRIX = {
    "what reports say": ("keeper", *MEDIATORS, *PARTIES, *OTHERS),
    "the public assumption set": ("keeper", *MEDIATORS, *PARTIES, *OTHERS),
    "the mediators' assumption set": ("keeper", *MEDIATORS),
}


def view(audience: str, assumption: str | None = None, as_of: dt.date | None = None) -> View:
    return view_for(audience, load_case(CAIRO, audience=audience, assumption=assumption, today=TODAY).case, as_of=as_of)


def sets_by_holders() -> dict[str, str]:
    held = {}
    for path in CAIRO.glob("assumptions/*.yaml"):
        is_public = bool(view("keeper", path.stem).case.preferences[0].holders & {"public"})
        held["the public assumption set" if is_public else "the mediators' assumption set"] = path.stem
    return held


@pytest.mark.parametrize("audience", MATRIX["what reports say"])
def test_what_reports_say_is_open_to_everyone_alike(audience: str) -> None:
    seen, public = view(audience).case, view("public").case
    assert (seen.positions, seen.meetings, seen.assessments, seen.figures) == (
        public.positions,
        public.meetings,
        public.assessments,
        public.figures,
    )


@pytest.mark.parametrize("audience", MATRIX["what reports say"])
@pytest.mark.parametrize("what", ["the public assumption set", "the mediators' assumption set"])
def test_an_assumption_set_is_open_to_those_it_is_held_by_and_no_one_else(audience: str, what: str) -> None:
    name = sets_by_holders()[what]
    if audience in MATRIX[what]:
        assert {each.basis for each in view(audience, name).analysable} == {ValueBasis.ASSUMED}
        return
    with pytest.raises(NotDisclosed) as hidden:
        view(audience, name)
    with pytest.raises(NotDisclosed) as absent:
        view(audience, "nowhere")
    assert str(hidden.value).replace(name, "NAME") == str(absent.value).replace("nowhere", "NAME")


def test_no_view_has_numbers_unless_they_were_asked_for() -> None:
    assert all(not view(audience).analysable for audience in MATRIX["what reports say"])


def test_by_march_nobody_had_heard_of_the_corridors() -> None:
    early = view("egypt", as_of=dt.date(2024, 3, 1)).case
    assert not {"philadelphi", "netzarim"} & {issue.id for issue in early.issues}
    assert {"pause", "guarantees", "rafah"} <= {issue.id for issue in early.issues}
    assert not any(position.round in {"may", "august"} for position in early.positions)
    assert {source.id for source in early.sources} == {"efe-0221", "national-live-0221", "national-0222"}


def test_sources_that_may_have_been_there_by_the_day_are_named_as_left_out() -> None:
    assert [source.id for source in view("public", as_of=dt.date(2024, 5, 10)).undated] == ["may-report"]


def test_reports_that_may_have_been_there_by_the_day_are_named_as_left_out() -> None:
    dated = Report("dated", Document("1" * 64, 1, published=on(dt.date(2024, 2, 21))))
    undated = Report("undated", Document("2" * 64, 1))
    case = Case("reports", "Reports", account=Account((dated, undated)))
    seen = view_for("public", case, as_of=dt.date(2024, 3, 1))
    assert (seen.case.account.reports, seen.undated_reports) == ((dated,), (undated,))
    assert view_for("public", case).undated_reports == ()


@pytest.mark.parametrize("known_by", [{"sha256": "2" * 64}, {"file": "kept"}])
def test_what_was_read_from_a_report_is_for_those_who_hold_its_source(known_by: dict[str, str]) -> None:
    open_report, kept = (Report(name, Document(digit * 64, 1)) for name, digit in (("open", "1"), ("kept", "2")))
    stories = (Story(("open", "kept"), "94% of the shorter text's runs of three words stand in the longer"),)
    third = Report("third", Document("3" * 64, 1))
    told = Account((open_report, kept, third), (*stories, Story(("kept", "open", "third"), "41% to 94%")))
    case = Case("reports", "Reports", account=told, sources=(Source("wire", holders=frozenset({"keeper"}), **known_by),))
    seen = view_for("public", case, as_of=dt.date(2024, 3, 1))
    assert "kept" not in {each.name for each in (*seen.case.account.reports, *seen.undated_reports)}
    public = view_for("public", case).case.account
    assert [each.name for each in public.reports] == ["open", "third"]
    assert [(story.names, "%" in story.reason) for story in public.stories] == [(("open", "third"), False)]
    assert view_for("keeper", case).case.account == told


def test_a_brief_of_reports_alone_is_public_only_where_all_of_them_are() -> None:
    report = Report("kept", Document("2" * 64, 1))
    case = Case(
        "reports", "Reports", account=Account((report,)), sources=(Source("wire", sha256="2" * 64, holders=frozenset({"keeper"})),)
    )
    assert compose_brief(view_for("keeper", case), today=TODAY).audience == "keeper"
    assert compose_brief(view_for("keeper", evolve(case, sources=())), today=TODAY).audience == "public"


def test_an_audience_that_is_no_actor_is_refused() -> None:
    with pytest.raises(Exception, match="atlantis"):
        view("atlantis")
