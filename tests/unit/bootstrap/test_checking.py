"""What a check of a case folder says of entries that say less than was likely meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gobetween.bargaining.kernels import unwatched
from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.answers.deadlocks import DeadlockAsked
from gobetween.cli.services import BriefRequest, Findings
from gobetween.rendering.findings import MOST_NAMED

TODAY = dt.date(2031, 5, 1)
CASE = """\
gobetween: 1
title: Quay
actors:
  union: {name: Union, kind: group, roles: [party]}
  employers: {name: Employers, kind: group, roles: [party]}
  mayor: {name: Mayor, kind: body}
issues:
  wage: {title: Wage, options: {two: Two, four: Four}}
  hours: {title: Hours, consents: [union, employers], options: {short: Short, long: Long}}
"""
POSITIONS = CASE + "positions:\n"


@pytest.fixture
def checked(tmp_path: Path):
    def check(text: str, **parties: str) -> Findings:
        (tmp_path / "case.yaml").write_text(text)
        (tmp_path / "parties").mkdir(exist_ok=True)
        for name, words in parties.items():
            (tmp_path / f"parties/{name}.yaml").write_text(words)
        return Workshop(TODAY).check_case(tmp_path)

    return check


def entry(words: str, held_by: str = "public") -> str:
    return f"  - {{{words}{f', held_by: {held_by}' if held_by else ''}}}\n"


def test_positions_and_links_of_actors_who_are_no_party_are_warned_of_in_one_line(checked):
    links = "links:\n" + entry("id: ours, by: mayor, if: {wage: [two]}, requires: {hours: [long]}")
    found = checked(
        POSITIONS
        + entry("id: a, actor: mayor, issue: wage, stance: demand, options: [two], text: Two.")
        + entry("id: b, actor: mayor, issue: wage, stance: reject, options: [four], text: Not four.")
        + links
    )
    assert found.faults == ()
    (warning,) = found.warnings
    assert warning == (
        "case.yaml: no computation reckons with 2 positions and 1 link, as 'mayor' is no party; give each its role, "
        "`party` where its consent is needed, or name it in the issue's `consents`: 'a' (line 11); 'b' (line 12); 'ours' (line 14)"
    )


SHORT = entry("id: short, actor: mayor, issue: hours, stance: demand, options: [short], text: Short.")


def test_others_than_those_whose_consent_an_issue_names_are_left_out_on_purpose_if_they_have_a_role(checked):
    with_role = POSITIONS.replace("mayor: {name: Mayor, kind: body}", "mayor: {name: Mayor, kind: body, roles: [stakeholder]}")
    assert checked(with_role + SHORT).warnings == ()


def test_demands_of_an_actor_without_any_role_are_warned_of_whatever_the_issue_says(checked):
    (warning,) = checked(POSITIONS + SHORT).warnings
    assert "reckons with 1 position, as 'mayor' is no party" in warning
    assert warning.endswith(": 'short' (line 11)")


def test_demands_that_name_no_option_are_warned_of_in_one_line_with_those_in_parties_files(checked):
    theirs = "gobetween: 1\nentrusted_to: [mayor]\npositions:\n" + entry(
        "id: x, issue: hours, stance: accept, text: Long would do.", ""
    )
    found = checked(POSITIONS + entry("actor: union, issue: wage, stance: demand, text: More."), union=theirs)
    (warning,) = found.warnings
    assert warning == (
        "case.yaml, parties/union.yaml: no computation reckons with 2 positions, as they name no options; name `options` of the issue, "
        "or say in a `note` why there are none: “More.” (line 11); 'union/positions/x' (line 4)"
    )


@pytest.mark.parametrize(
    "words",
    [
        "actor: union, issue: wage, stance: oppose, text: They lean against it., note: No option is named on purpose.",
        "actor: union, issue: wage, stance: threaten, text: Or else.",
        "actor: union, issue: wage, stance: demand, text: Pay it back., after_deal: true",
        "actor: union, stance: demand, text: Respect.",
        "actor: union, issue: wage, stance: dropped_demand, text: No longer.",
    ],
)
def test_what_is_not_meant_to_bind_is_not_warned_of(checked, words):
    assert checked(POSITIONS + entry(words)).warnings == ()


def test_a_position_that_was_replaced_is_not_warned_of(checked):
    past = entry("actor: union, issue: wage, stance: demand, text: More., when: 2031-03-01, known: 2031-03-01")
    now = entry("actor: union, issue: wage, stance: demand, options: [four], text: Four., when: 2031-03-02, known: 2031-03-02")
    assert checked(POSITIONS + past + now).warnings == ()


def test_of_many_positions_the_first_are_named_and_the_others_counted(checked):
    many = "".join(entry(f"id: p{at}, actor: union, issue: wage, stance: demand, text: More.") for at in range(MOST_NAMED + 30))
    (warning,) = checked(POSITIONS + many).warnings
    assert f"reckons with {MOST_NAMED + 30} positions" in warning
    assert warning.endswith(f"'p{MOST_NAMED - 1}' (line {10 + MOST_NAMED}); and 30 more")


def test_a_conditional_position_without_its_condition_is_warned_of(checked):
    bare = entry("id: a, actor: union, issue: wage, stance: conditional, options: [two], text: Two would do.")
    whole = entry("id: b, actor: union, issue: wage, stance: conditional, options: [two], text: So so., condition: if signed in May")
    (warning,) = checked(POSITIONS + bare + whole).warnings
    assert warning.startswith("case.yaml: 1 position is conditional, without a `condition`; add what it depends on")
    assert warning.endswith(": 'a' (line 11)")


OFFER = "id: offer, actor: employers, issue: wage, stance: offer, options: [two], text: Two would do."
DEMAND = "id: demand, actor: union, issue: wage, stance: demand, options: [four], text: Four."


def test_what_a_party_said_to_some_alone_without_owner_and_series_is_warned_of_in_one_line(checked):
    other = "id: other, actor: union, issue: wage, stance: accept, options: [two], text: Two."
    (warning,) = checked(POSITIONS + entry(DEMAND) + entry(OFFER, "[employers, mayor]") + entry(other, "mayor")).warnings
    assert warning == (
        "case.yaml: 2 positions of parties are held by some only, and nothing says whether that was entrusted, or is public after all; "
        "add `owner` where the party entrusted it, and else a `series`, such as `reported`: 'offer' (line 12); 'other' (line 13)"
    )


@pytest.mark.parametrize("said", ["owner: employers", "series: stated", "series: reported"])
def test_what_says_whose_it_is_or_how_open_is_not_warned_of(checked, said):
    assert checked(POSITIONS + entry(DEMAND) + entry(f"{OFFER}, {said}", "[employers, mayor]")).warnings == ()


def test_positions_that_are_all_the_keepers_as_nothing_says_who_holds_them_are_warned_of(checked):
    owned = entry(f"{OFFER}, owner: employers", "[employers, mayor]")
    (warning,) = checked(POSITIONS + entry(DEMAND, "") + owned).warnings
    assert warning == (
        "case.yaml: 1 position is the keeper's alone, without `held_by`, and none is public: nobody else sees it; "
        "add `held_by: public` to what is public, to others those who have it, and `held_by: keeper` to what is meant so: "
        "'demand' (line 11)"
    )
    assert checked(POSITIONS + entry(DEMAND, "keeper") + owned).warnings == ()
    assert checked(POSITIONS + entry(DEMAND, "") + entry(OFFER)).warnings == ()


@pytest.mark.parametrize("example", ["harbour", "cairo"])
def test_the_examples_are_without_warnings(example):
    assert Workshop(TODAY).check_case(Path(__file__).parents[3] / "examples" / example).warnings == ()


def test_an_answer_says_how_much_it_does_not_reckon_with(tmp_path):
    (tmp_path / "case.yaml").write_text(
        POSITIONS
        + entry("actor: mayor, issue: wage, stance: demand, options: [two], text: Two.")
        + entry("actor: union, issue: wage, stance: demand, text: More.", "[union, mayor]")
    )
    told = {}
    for audience in ("keeper", "mayor", "public"):
        request = BriefRequest(tmp_path, audience=audience)
        answer = Workshop(TODAY).bargaining.answer((request,), DeadlockAsked(), unwatched).answer
        told[audience] = [each for each in answer.notices if each.startswith("Not reckoned with")]
    of_mayor = "Not reckoned with: 1 position of actors who are no party"
    assert told == {
        "keeper": [f"{of_mayor}; gobetween check names them."],
        "mayor": [f"{of_mayor}, and 1 position that names no options."],
        "public": [f"{of_mayor}."],
    }
