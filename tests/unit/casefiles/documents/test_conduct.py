from __future__ import annotations

import pytest

from gobetween.casefiles.folders import load_case
from gobetween.model.conduct import Announcement, Conduct, Response, Stake
from gobetween.model.errors import InvalidCase, NotDisclosed

PROMISES = """\
phases:
  first: {name: First phase, held_by: public}
  second: {name: Second phase, held_by: public}
obligations:
  - {id: pay, actor: employers, text: Pay more., phase: first, held_by: public}
  - {id: work, actor: union, text: Work again., phase: second, held_by: public}
positions:
  - {id: after, actor: employers, issue: wage, stance: claim, text: We may., after_deal: true, held_by: public}
"""


@pytest.fixture
def assumed(quay):
    def load(conduct, *, head="", audience="keeper", case=quay.case_text + PROMISES):
        folder = quay.folder(case=case, assumptions__guess=f"gobetween: 1\n{head}conduct: {conduct}\n")
        return load_case(folder, audience=audience, assumption="guess", today=quay.today).assumption

    return load


def test_what_hangs_on_obligations_is_read(assumed):
    found = assumed(
        "{needs: {second: [pay]}, announced: {after: [pay]}, "
        "obligations: {pay: {kept: {union: 5, employers: -3}, broken: {bishop: -1}, "
        "once: true, final: true, responses: [{by: bishop, worth: {employers: -9}, text: Preach.}]}, work: {}}}"
    )
    stake = Stake(
        "pay",
        kept={"union": 5, "employers": -3},
        broken={"bishop": -1},
        responses=(Response("bishop", worth={"employers": -9}, text="Preach."),),
        is_done_once=True,
        is_final=True,
    )
    assert found.conduct == Conduct(
        (stake, Stake("work")), needs={"second": ("pay",)}, announcements=(Announcement("after", ("pay",)),), assumption="guess"
    )
    assert found.preferences == ()


@pytest.mark.parametrize(
    ("conduct", "said"),
    [
        ("{obligations: {pai: {}}}", "conduct.obligations.pai: found 'pai'; allowed: pay, work; did you mean 'pay'?"),
        ("{obligations: {pay: {kept: {nobody: 1}}}}", "conduct.obligations.pay.kept.nobody: found 'nobody'"),
        ("{obligations: {pay: {keep: {union: 1}}}}", "unknown key"),
        ("{obligations: {pay: {kept: {union: 1.5}}}}", "use whole numbers"),
        ("{obligations: {pay: {responses: [{by: bishop}, {by: bishop}]}}}", "found two responses of one actor"),
        ("{needs: {third: [pay]}}", "conduct.needs.third: found 'third'; allowed: first, second"),
        ("{announced: {before: [pay]}}", "conduct.announced.before: found 'before'; allowed: after"),
        ("{stakes: {}}", "unknown key"),
    ],
)
def test_what_cannot_be_is_a_fault_with_its_place(assumed, conduct, said):
    with pytest.raises(InvalidCase) as caught:
        assumed(conduct)
    assert any(found.startswith("assumptions/guess.yaml:2: ") and said in found for found in caught.value.faults)


def test_a_set_says_something_of_preferences_or_of_conduct(quay):
    folder = quay.folder(assumptions__guess="gobetween: 1\n")
    with pytest.raises(InvalidCase, match="'preferences' is missing"):
        load_case(folder, assumption="guess", today=quay.today)


def test_conduct_is_held_by_those_who_hold_its_set_and_by_nobody_else(assumed):
    assert assumed("{obligations: {pay: {}}}", head="held_by: [bishop]\n", audience="bishop").conduct.holders == frozenset({"bishop"})
    with pytest.raises(NotDisclosed, match="no assumption set 'guess' is open to union"):
        assumed("{obligations: {pay: {}}}", head="held_by: [bishop]\n", audience="union")


def test_a_set_names_nothing_that_its_holders_do_not_know(assumed, quay):
    case = quay.case_text + PROMISES.replace("Pay more., phase: first, held_by: public", "Pay more., phase: first, held_by: [bishop]")
    with pytest.raises(InvalidCase, match=r"conduct\.obligations\.pay: found 'pay'; allowed: work"):
        assumed("{obligations: {pay: {}}}", head="held_by: public\n", case=case)
