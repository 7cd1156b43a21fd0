from __future__ import annotations

import datetime as dt

import pytest

from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.bargaining.results import Feasible, Optimal, Unknown
from gobetween.bargaining.stability import Notion, stability
from gobetween.bargaining.stability.compliance import Sanction
from gobetween.bargaining.stability.promises import Act, Promises
from gobetween.model.agreement import Obligation, Phase
from gobetween.model.conduct import Announcement, Conduct, Response, Stake
from gobetween.model.dates import on
from gobetween.model.errors import InvalidCase
from gobetween.model.preferences import Preferences, ValueBasis

NOTHING = Problem({})


def owe(name, actor, phase=None):
    return Obligation(name, actor=actor, text=name, phase=phase)


def swap(**more):
    """Each side gives something up that the other wants: a prisoners' dilemma."""
    return [
        Stake("quiet", kept={"north": -1, "south": 2}, **more),
        Stake("release", kept={"south": -1, "north": 2}, **more),
    ]


OWED = [owe("quiet", "north"), owe("release", "south")]


def test_each_side_gains_by_breaking_its_part_of_a_swap_and_is_deterred_by_the_other():
    found = stability(NOTHING, {}, Conduct(tuple(swap())), OWED)
    (phase,) = found.phases
    assert found.status == Optimal()
    assert phase.gains == {"quiet": 1, "release": 1}
    assert not phase.is_kept(Notion.NASH)
    assert phase.is_kept(Notion.SEQUENTIAL)
    assert [(each.party, each.obligations, each.gain) for each in phase.temptations] == [
        ("north", ("quiet",), 1),
        ("south", ("release",), 1),
    ]
    assert phase.temptations[0].sanctions == (Sanction((Act("south", "release"),), is_credible=True, is_inescapable=True),)
    assert found.breaks_in(Notion.NASH) is phase
    assert found.breaks_in(Notion.GENERAL) is None


def test_a_guarantor_deters_only_if_it_prefers_to_respond():
    def deterred(cost):
        response = Response("guarantor", worth={"north": -5, "guarantor": -cost})
        conduct = Conduct((Stake("quiet", kept={"north": -1}, broken={"guarantor": -1}, responses=(response,)),))
        (phase,) = stability(NOTHING, {}, conduct, OWED[:1]).phases
        (temptation,) = phase.temptations
        return temptation.deterred[Notion.GENERAL], temptation.deterred[Notion.SEQUENTIAL], temptation.sanctions[0].is_credible

    assert deterred(cost=2) == (True, False, False)
    assert deterred(cost=-2) == (True, True, True)


def test_a_response_ends_with_the_breach():
    conduct = Conduct((Stake("quiet", responses=(Response("guarantor", worth={"north": -5}),)),))
    promises = Promises((OWED[0],), (), conduct, phase=0)
    graph, states = promises.conflict()
    assert [[act.by for act in promises.named(state)] for state in states] == [[], ["north"], ["north", "guarantor"]]
    assert graph.moves[0] == ({1}, {0}, {0})


def test_what_is_broken_for_good_cannot_be_taken_up_again():
    promises = Promises((OWED[0],), (), Conduct((Stake("quiet", is_final=True),)), phase=0)
    graph, _ = promises.conflict()
    assert graph.moves[0] == ({1}, frozenset())


def test_what_a_phase_needs_keeps_it_by_what_would_lapse():
    phases = [Phase("first", name="First"), Phase("second", name="Second")]
    owed = [owe("quiet", "north", "first"), owe("release", "south", "second")]
    loose = stability(NOTHING, {}, Conduct(tuple(swap(is_done_once=True))), owed, phases)
    tied = stability(NOTHING, {}, Conduct(tuple(swap(is_done_once=True)), needs={"second": ("quiet",)}), owed, phases)
    assert loose.breaks_in(Notion.SEQUENTIAL).phase == "first"
    assert tied.phases[0].is_kept(Notion.NASH)
    assert tied.phases[0].gains == {"quiet": -1}
    assert tied.breaks_in(Notion.SEQUENTIAL).phase == "second"
    assert tied.phases[1].players == ("south",)


def test_a_phase_that_has_begun_lapses_no_more():
    phases = [Phase("first", name="First"), Phase("second", name="Second", entered=on(dt.date(2031, 3, 1)))]
    owed = [owe("quiet", "north", "first"), owe("release", "south", "second")]
    found = stability(NOTHING, {}, Conduct(tuple(swap()), needs={"second": ("quiet",)}), owed, phases)
    assert found.phases[0].gains == {"quiet": 1}


def test_what_goes_on_can_be_broken_in_later_phases_too():
    phases = [Phase("first", name="First"), Phase("second", name="Second")]
    owed = [owe("quiet", "north", "first"), owe("release", "south", "second")]
    found = stability(NOTHING, {}, Conduct(tuple(swap())), owed, phases)
    assert [tuple(each.gains) for each in found.phases] == [("quiet",), ("quiet", "release")]


def test_an_announced_breach_is_judged_by_what_comes_of_it():
    conduct = Conduct(tuple(swap()), announcements=(Announcement("even-with-a-deal", ("quiet",)),))
    (phase,) = stability(NOTHING, {}, conduct, OWED).phases
    assert phase.announced.acts == (Act("north", "quiet"),)
    assert phase.announced.notions == ()
    both = Conduct(tuple(swap()), announcements=(Announcement("even-with-a-deal", ("quiet", "release")),))
    (phase,) = stability(NOTHING, {}, both, OWED).phases
    assert phase.announced.notions == tuple(Notion)


def test_it_says_for_whom_the_deal_is_worse_than_none_and_what_was_not_valued():
    worth = Preferences("north", {"front": {"near": 3}}, reservation=3, basis=ValueBasis.ASSUMED)
    problem = Problem({"front": ("near",)}, (reservation_of(worth),), preferences=(worth,))
    found = stability(problem, {"front": "near"}, Conduct((swap()[0],)), OWED)
    assert found.no_better_off == ("north",)
    assert found.unvalued == ("release",)


def test_without_stakes_nothing_is_known():
    assert isinstance(stability(NOTHING, {}, Conduct(), OWED).status, Unknown)


def test_too_many_acts_are_refused_in_plain_words():
    owed = [owe(f"o{at}", f"p{at % 3}") for at in range(13)]
    found = stability(NOTHING, {}, Conduct(tuple(Stake(each.id) for each in owed)), owed)
    assert found.status == Unknown("more than 12 breaches and responses are possible at once; give stakes of fewer obligations")


def test_conduct_about_what_is_not_there_is_a_fault():
    with pytest.raises(InvalidCase, match="obligation 'elsewhere', phase 'never'"):
        stability(NOTHING, {}, Conduct((Stake("elsewhere"),), needs={"never": ()}), OWED)


def test_a_stopped_search_gives_the_phases_it_has():
    phases = [Phase("first", name="First"), Phase("second", name="Second")]
    owed = [owe("quiet", "north", "first"), owe("release", "south", "second")]
    found = stability(NOTHING, {}, Conduct(tuple(swap())), owed, phases, watch=lambda progress: progress.done < 1)
    assert (found.status, [each.phase for each in found.phases]) == (Feasible(), ["first"])
