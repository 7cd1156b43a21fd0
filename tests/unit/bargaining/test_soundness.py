from __future__ import annotations

from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.soundness import (
    CircularLinks,
    ContradictoryLinks,
    ContradictoryRedLines,
    ImpossibleOption,
    find_circular_links,
    find_faults,
    find_impossible_options,
)

ISSUES = {"wage": "none two four", "hours": "long short", "crew": "few many"}


def circles(problem):
    return [[each.id for each in circle.links] for circle in find_circular_links(problem)]


def test_an_option_that_the_matter_excludes_is_named_with_the_links_that_do(problem, require):
    first = require("first", None, "link", when="wage:four", then="hours:short")
    second = require("second", None, "link", when="hours:short", then="wage:none,two")
    own = require("own", "union", "red", when="wage:none")
    assert find_impossible_options(problem(ISSUES, first, second, own)) == (ImpossibleOption("wage", "four", because=(first, second)),)


def test_contradictory_links_of_the_matter_are_one_fault_not_many(problem, require):
    one, other = require("one", None, "link", then="hours:long"), require("other", None, "link", then="hours:short")
    own = require("own", "union", "red", then="wage:")
    talks = problem(ISSUES, one, require("spare", None, "link", when="wage:four"), other, own)
    assert find_faults(talks) == (ContradictoryLinks((one, other)),)


def test_an_actor_whose_own_red_lines_and_links_leave_nothing_is_named(problem, require):
    matter = require("matter", None, "link", when="wage:two,none", then="hours:short")
    high = require("high", "union", "red", when="wage:four")
    long = require("long", "union", "link", then="hours:long")
    demand = require("demand", "employers", then="wage:")
    assert find_faults(problem(ISSUES, matter, high, long, demand)) == (ContradictoryRedLines("union", because=(high, long)),)


def test_links_that_force_each_other_are_a_circle(problem, require):
    pay = require("pay", "union", "link", when="wage:four,two", then="hours:short")
    work = require("work", "employers", "link", when="hours:short", then="crew:few")
    back = require("back", None, "link", when="crew:few", then="wage:two")
    aside = require("aside", None, "link", when="crew:few", then="hours:short,long")
    talks = problem(ISSUES, pay, aside, work, back)
    assert circles(talks) == [["pay", "work", "back"]]
    assert CircularLinks((pay, work, back)) in find_faults(talks)


def test_links_that_merely_share_issues_are_no_circle(problem, require):
    one = require("one", "union", "link", when="wage:four", then="hours:short")
    weaker = require("weaker", "union", "link", when="hours:short", then="wage:two,four")
    same = require("same", "union", "link", when="wage:four", then="crew:few")
    itself = require("itself", "union", "link", when="crew:many", then="crew:many")
    always = require("always", "union", "link", then="crew:few")
    assert circles(problem(ISSUES, one, weaker, same, itself, always)) == []


def test_separate_circles_are_separate(problem, require):
    talks = problem(
        ISSUES,
        require("a", None, "link", when="wage:four", then="hours:short"),
        require("c", None, "link", when="crew:few", then="wage:none"),
        require("b", None, "link", when="hours:short", then="wage:four"),
        require("d", None, "link", when="wage:none", then="crew:few"),
    )
    assert circles(talks) == [["a", "b"], ["c", "d"]]


def test_a_case_of_many_issues_is_checked_by_what_its_links_tell_apart(problem, require, prefer):
    issues = {f"i{number}": "a b c" for number in range(30)}
    link = require("never", None, "link", when="i3:b,c")
    talks = problem(issues, link, preferences=[prefer("union", 9, **{issue: {"a": 1} for issue in issues})])
    assert find_faults(talks) == (ImpossibleOption("i3", "b", because=(link,)), ImpossibleOption("i3", "c", because=(link,)))


def test_a_sound_problem_has_no_faults(problem, require):
    assert find_faults(problem(ISSUES, require("d", "union", then="wage:four"))) == ()


def test_contradictory_links_are_named_among_sixty_issues(problem, require):
    issues = {f"i{at}": "a b c d" for at in range(60)}
    chain = [require(f"l{at}", None, "link", when=f"i{at}:a,b", then=f"i{at + 1}:b,c") for at in range(0, 40, 2)]
    asked, other = require("one", None, "link", then="i7:b"), require("other", None, "link", then="i50:c")
    against = require("against", None, "link", when="i7:b,c i50:c")
    talks = problem(issues, *chain, asked, other, against, require("own", "union", "red", then="i9:a"))
    assert find_faults(talks, kernel=LAYERED) == find_faults(talks) == (ContradictoryLinks((asked, other, against)),)


def test_what_an_actor_cannot_have_is_named_among_sixty_issues(problem, require):
    issues = {f"i{at}": "a b c d" for at in range(60)}
    chain = [require(f"l{at}", None, "link", when=f"i{at}:a,b", then=f"i{at + 1}:b,c") for at in range(0, 40, 2)]
    never = require("never", None, "link", when="i10:a", then="i11:a")
    own, back = require("own", "union", "red", then="i20:a"), require("back", "union", "link", then="i21:d")
    assert find_faults(problem(issues, *chain, never, own, back)) == (
        ImpossibleOption("i10", "a", because=(chain[5], never)),
        ContradictoryRedLines("union", because=(own, back)),
    )
