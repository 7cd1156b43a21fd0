"""Passages, preferences and cases as values."""

from __future__ import annotations

import pytest

from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.evidence import Account, Document, Report, Story
from gobetween.model.issues import Issue, Option
from gobetween.model.passages import Passage, Span
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink


def test_a_span_runs_forward() -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(4, 4)
    with pytest.raises(ValueError, match="runs forward"):
        Span(-1, 4)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))


def test_a_passage_stands_somewhere() -> None:
    with pytest.raises(ValueError, match="at least one span"):
        Passage("words", ())
    split = Passage("a … b", (Span(2, 3), Span(9, 10)))
    assert (split.start, split.end) == (2, 10)


def test_the_value_of_a_package_is_its_options_and_what_links_add() -> None:
    preferences = Preferences(
        "north",
        {"toll": {"low": 10, "high": 40}, "hours": {"short": 5}},
        reservation=20,
        links=(ValueLink({"toll": frozenset({"high"}), "hours": frozenset({"short"})}, -30),),
        basis=ValueBasis.ASSUMED,
    )
    assert preferences.value({"toll": "high", "hours": "long"}) == 40
    assert preferences.value({"toll": "high", "hours": "short"}) == 15
    assert preferences.value({}) == 0


def test_an_actor_with_several_roles_is_counted_in_each() -> None:
    roles = [Role("1", actor="bridge", role=RoleKind.MEDIATOR), Role("2", actor="bridge", role=RoleKind.PARTY)]
    case = Case("quay", "Quay", actors=(Actor("north", name="North"), Actor("bridge", name="Bridge")), roles=tuple(roles))
    assert case.parties == ("bridge",)
    assert case.mediators == ("bridge",)
    assert case.actor("north") is not None
    assert case.actor("south") is None


def test_a_case_finds_its_issues_and_their_options() -> None:
    issue = Issue("toll", title="Toll", options=(Option("low", title="Low"),))
    case = Case("quay", "Quay", issues=(issue,))
    assert case.issue("toll") is issue
    assert case.issue("hours") is None
    assert issue.option("low") is issue.options[0]
    assert issue.option("high") is None
    assert [name for name, _ in case.items()] == ["issues"]


def test_copies_of_a_story_share_an_origin() -> None:
    reports = tuple(Report(name, Document("0" * 64, 1)) for name in ("a", "b", "c"))
    account = Account(reports, (Story(("a", "b"), "the same words"),))
    assert [account.origin_of(report.name) for report in reports] == ["a", "a", "c"]


def test_an_invalid_case_carries_every_fault() -> None:
    error = InvalidCase("two faults", ("case.yaml:1: one", "case.yaml:2: two"))
    assert str(error) == "two faults\ncase.yaml:1: one\ncase.yaml:2: two"
    assert str(InvalidCase("none")) == "none"
