"""What stands within an entry names nothing that its reader may not know of."""

from __future__ import annotations

from attrs import evolve

from gobetween.disclosure.views import view_for
from gobetween.model.actors import Actor
from gobetween.model.cases import Case, Release, Source
from gobetween.model.happenings import DisputeSide, FactualDispute, Track, TrackText
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE
from gobetween.model.proposals import Alternative, Clause, Proposal, Version

HIDDEN = frozenset({"bridge"})
OPEN = {"holders": EVERYONE}


def quay(**lists: object) -> Case:
    """North and bridge are open; ghost, and the issue of the night, only bridge knows of."""
    actors = (
        Actor("north", name="North", **OPEN),
        Actor("bridge", name="Bridge", **OPEN),
        Actor("ghost", name="Ghost", holders=HIDDEN),
    )
    day = Issue("day", title="Day", options=(Option("long", title="Long", **OPEN), Option("odd", title="Odd", holders=HIDDEN)), **OPEN)
    night = Issue("night", title="Night", options=(Option("short", title="Short", holders=HIDDEN),), holders=HIDDEN)
    return evolve(Case("quay", "Quay", actors=actors, issues=(day, night)), **lists)


def test_clauses_of_a_text_are_bound_to_open_issues_and_options_and_name_open_actors_alone() -> None:
    clauses = (
        Clause(
            "By day.",
            issue="day",
            terms=frozenset({"long", "odd"}),
            alternatives=(Alternative("x", "ghost"), Alternative("y", "north")),
        ),
        Clause("By night.", issue="night", terms=frozenset({"short"})),
    )
    text = Proposal("text", name="Text", by=("bridge",), versions=(Version("v", clauses=clauses, author="ghost", **OPEN),), **OPEN)
    (version,) = view_for("north", quay(proposals=(text,))).case.proposals[0].versions
    assert [(each.issue, each.terms) for each in version.clauses] == [("day", {"long"}), (None, frozenset())]
    assert [each.by for each in version.clauses[0].alternatives] == [None, "north"]
    assert version.author is None
    assert view_for("bridge", quay(proposals=(text,))).case.proposals[0].versions[0].clauses == clauses


def test_sides_of_a_dispute_and_authors_of_tracks_texts_are_open_actors() -> None:
    sides = tuple(DisputeSide(each, "says so") for each in ("north", "bridge", "ghost"))
    dispute = FactualDispute("d", text="A tunnel", sides=sides, **OPEN)
    track = Track("t", name="Council", texts=(TrackText("Draft", by="ghost"), TrackText("Other", by="north")), **OPEN)
    case = view_for("north", quay(disputes=(dispute,), tracks=(track,))).case
    assert [each.actor for each in case.disputes[0].sides] == ["north", "bridge"]
    assert [each.by for each in case.tracks[0].texts] == [None, "north"]


def test_a_release_names_open_actors_and_a_copy_an_open_report() -> None:
    release = Release("r", by="ghost", to=("north", "ghost"), text="Try it.", **OPEN)
    sources = (Source("copy", same_story_as="secret", **OPEN), Source("secret", holders=HIDDEN))
    case = view_for("north", quay(releases=(release,), sources=sources)).case
    assert (case.releases[0].by, case.releases[0].to) == ("", ("north",))
    assert case.sources[0].same_story_as is None
