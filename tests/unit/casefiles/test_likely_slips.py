"""Entries that do not fit each other are warned of where that is likely a slip, and nowhere else."""

from __future__ import annotations

import pytest

from gobetween.casefiles.folders import check_folder

PAPER = "proposals: {paper: {name: A paper, by: [conciliator], when: 2024-02-12}}\n"
SLIPS = {
    "meetings: [{participants: [union], when: 2024-01-16, known: 2023-01-16}]": (
        "a held meeting of 2024-01-16 was known on 2023-01-16, before it; is one of these days another?"
    ),
    "meetings: [{participants: [union], round: spring, when: 2023-03-04}]": (
        "a meeting of 2023-03-04 in the round 'spring', which is of 2024-03-01 to 2024-03-31; is one of these another?"
    ),
    "answers: [{proposal: paper, by: union, answer: reject, when: 2024-01-13}]": (
        "an answer of 2024-01-13 to the proposal 'paper' of 2024-02-12, before it was made; is one of these days another?"
    ),
    "positions: [{actor: union, issue: wage, stance: demand, options: [two, four], text: a, held_by: public}]": (
        "a demand that names all options of 'wage' asks for nothing; name those alone that would do"
    ),
    "positions: [{actor: union, issue: wage, stance: demand, options: [two, two], text: a, held_by: public}]": (
        "positions[0].options: found two, two; is one of these another?"
    ),
}
SOUND = (
    "meetings: [{participants: [union], when: 2024-01-16, known: 2024-01-15}]",
    "meetings: [{participants: [union], status: planned, when: 2024-05-16, known: 2024-01-15}]",
    "meetings: [{participants: [union], round: spring, when: 2024-03}]",
    "meetings: [{participants: [union], round: spring, when: ../2024-03-04}]",
    "answers: [{proposal: paper, by: union, answer: reject, when: 2024-02}]",
    "positions: [{actor: union, issue: wage, stance: accept, options: [two, four], text: a, held_by: public}]",
)
DEMANDS = """\
positions:
  - {{actor: union, issue: wage, stance: demand, options: [two], text: a, when: 2024-02-01, held_by: public}}
  - {{actor: union, issue: wage, stance: {stance}, options: [four], text: b, when: {when}, held_by: public}}
"""


def told(quay, more: str) -> tuple[str, ...]:
    dated = quay.case_text.replace("{name: Spring round}", "{name: Spring round, when: 2024-03-01/2024-03-31}")
    return check_folder(quay.folder(case=dated + PAPER + more), today=quay.today)


@pytest.mark.parametrize("more", SLIPS)
def test_what_does_not_fit_what_it_names_is_warned_of(quay, more):
    assert told(quay, f"{more}\n") == (f"case.yaml:20: {SLIPS[more]}",)


@pytest.mark.parametrize("more", SOUND)
def test_what_may_well_be_so_is_not_warned_of(quay, more):
    assert told(quay, f"{more}\n") == ()


def test_demands_of_one_day_that_exclude_each_other_are_warned_of_and_moves_are_not(quay):
    (warning,) = told(quay, DEMANDS.format(stance="demand", when="2024-02-01"))
    assert warning == (
        "case.yaml:22: 'union' demands four on 'wage', and on the same day two: no package has both; is a stance or a day another?"
    )
    assert told(quay, DEMANDS.format(stance="demand", when="2024-02-02")) == ()
    assert told(quay, DEMANDS.format(stance="offer", when="2024-02-01")) == ()


def test_an_option_left_out_beside_one_that_is_worth_nothing_is_warned_of(quay):
    def of_values(wage: str) -> tuple[str, ...]:
        case = quay.case_text.replace("four: 4 per cent}", "three: 3 per cent, four: 4 per cent}")
        party = quay.party_text.replace("wage: {two: 20, four: 100}", f"wage: {wage}")
        return check_folder(quay.folder(case=case, parties__union=party), today=quay.today)

    (warning,) = of_values("{two: 0, four: 100}")
    assert warning == (
        "parties/union.yaml:5: values.wage: nothing is said of three, which counts 0; give a value, or 0 if that is meant"
    )
    assert of_values("{two: 20, four: 100}") == of_values("{two: 0, three: 50, four: 100}") == ()
