from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.bargaining.kernels import Progress, choosing
from gobetween.briefs import numbers as numbers_of_briefs
from gobetween.briefs import packages_on_table
from gobetween.briefs.allowances import allowance
from gobetween.briefs.blocks import GainsPlot, Mark
from gobetween.model.issues import Issue, Option, OptionSets
from gobetween.model.preferences import ASSUMPTION_NOTICE, Preferences, ValueBasis
from gobetween.model.proposals import Proposal


def numbers(brief):
    return next(each for each in brief.sections if each.id == "numbers")


def plot_of(brief):
    return next(each for each in numbers(brief).blocks if isinstance(each, GainsPlot))


@pytest.fixture(scope="module")
def free(numbered_quay):
    """The case without the employers' red line, so that there is something to gain."""
    return evolve(numbered_quay, positions=tuple(each for each in numbered_quay.positions if not each.is_red_line))


def tabled(case, terms: OptionSets) -> Proposal:
    return evolve(case.proposals[0], terms={issue: frozenset({option}) for issue, option in terms.items()})


def test_whatever_assumed_numbers_touch_says_so(free, brief_of):
    brief = brief_of(free, assumption="even")

    assert ASSUMPTION_NOTICE in brief.notices
    assert Mark.ASSUMED in plot_of(brief).marks
    assert all(Mark.ASSUMED in cell.marks for row in plot_of(brief).table.rows for cell in row[1:3])
    assert all(Mark.ASSUMED in block.cell.marks for block in numbers(brief).blocks if hasattr(block, "cell"))


def test_assumed_numbers_that_nobody_asked_for_have_no_influence(free, quay, brief_of):
    without = evolve(free, preferences=())

    assert brief_of(free) == brief_of(without)
    assert ASSUMPTION_NOTICE not in brief_of(free).notices


def test_the_nash_package_says_what_it_gives_each(free, brief_of, lines_of):
    bars = {
        bar.package: {gain.party: float(gain.share) for gain in bar.gains} for bar in plot_of(brief_of(free, assumption="even")).bars
    }

    assert bars["Nash package"] == {"Dockers' Union": 0.5, "Port Employers": pytest.approx(0.4444, abs=0.001)}


def test_a_text_that_is_silent_on_an_issue_is_completed_not_compared(free, brief_of, lines_of):
    assert any("The paper says nothing on Hours" in line for line in lines_of(numbers(brief_of(free, assumption="even"))))


def test_a_text_that_leaves_a_choice_is_completed_within_that_choice_only(free, brief_of, lines_of):
    paper = evolve(free.proposals[0], terms={"wage": frozenset({"two", "four"})})
    brief = brief_of(evolve(free, proposals=(paper,)), assumption="even")
    terms = next(each for each in numbers(brief).blocks if getattr(each, "title", "") == "What each package says")

    completed = [place for place, column in enumerate(terms.columns) if column.startswith("The text completed")]
    assert {terms.rows[0][place].text for place in completed} == {"2 per cent", "4 per cent"}
    said = next(line for line in lines_of(numbers(brief)) if line.startswith("The paper"))
    assert "says nothing on Hours and leaves a choice on Wage rise (“2 per cent” or “4 per cent”)" in said
    assert "ways of completing it within these choices are such" in said


def test_packages_better_for_all_than_the_one_on_the_table_are_shown(free, brief_of, lines_of):
    worse = tabled(free, {"wage": "four", "hours": "long"})
    brief = brief_of(evolve(free, proposals=(worse,)), assumption="even")

    assert any(line.startswith("The paper: 1 package is better for all") for line in lines_of(numbers(brief)))
    assert any(bar.package == "Better for all" for bar in plot_of(brief).bars)


def test_without_a_deal_zone_the_brief_says_for_whom_there_is_none(free, brief_of, lines_of):
    dear = tuple(evolve(each, reservation=110) for each in free.preferences)
    lines = lines_of(numbers(brief_of(evolve(free, preferences=dear), assumption="even")))

    assert any(
        "there is no deal zone. No package is at least as good as no deal for Dockers' Union and Port Employers together." in line
        for line in lines
    )


def entrusted(party, *holders):
    return Preferences(
        party,
        {"wage": {"two": 7919}},
        reservation=1,
        basis=ValueBasis.ENTRUSTED,
        holders=frozenset({party, *holders}),
    )


@pytest.mark.parametrize("audience", ["public", "bishop", "line", "employers"])
def test_what_others_entrusted_changes_no_word_for_those_who_do_not_hold_it(quay, brief_of, audience):
    told = evolve(quay, preferences=(entrusted("union", "conciliator"),))

    assert brief_of(told, audience) == brief_of(quay, audience)


def test_who_holds_what_every_party_entrusted_may_compute_and_must_not_pass_it_on(free, brief_of):
    own = tuple(
        evolve(each, basis=ValueBasis.ENTRUSTED, assumption=None, holders=frozenset({each.party, "conciliator"}))
        for each in free.preferences
    )
    brief = brief_of(evolve(free, preferences=own), "conciliator")

    assert Mark.ENTRUSTED in plot_of(brief).marks
    assert "Not for passing on: contains what Dockers' Union and Port Employers entrusted." in brief.notices
    assert ASSUMPTION_NOTICE not in brief.notices


def test_only_the_keeper_is_told_how_to_try_numbers(quay, brief_of, lines_of):
    assert any("--assume" in line for line in lines_of(numbers(brief_of(quay))))
    assert not any("--assume" in line for line in lines_of(brief_of(quay, "public")))


def test_shares_say_that_they_are_of_all_that_the_matter_allows(free, brief_of):
    assert (
        "in any package that the matter's links allow, whether or not others could accept it"
        in plot_of(brief_of(free, assumption="even")).description
    )


def test_the_nash_package_is_explained_in_a_line(free, brief_of, lines_of):
    lines = lines_of(numbers(brief_of(free, assumption="even")))

    assert any(
        "everyone could accept, by the red lines and links known to this reader: a gain that is small for anyone makes" in each
        for each in lines
    )


def test_the_greatest_least_share_is_explained_where_it_is_shown(free, brief_of, lines_of):
    silent = evolve(free.proposals[0], terms={"hours": frozenset({"short"})})
    wide = evolve(free, proposals=(silent,))
    lines = lines_of(numbers(brief_of(wide, assumption="even")))
    shown = any(bar.package.endswith("best for whoever gains least") for bar in plot_of(brief_of(wide, assumption="even")).bars)

    assert shown
    assert any(each.startswith("Best for whoever gains least: of these packages") for each in lines)


def test_numbers_that_rest_on_what_the_keeper_read_in_say_so(free, brief_of):
    link = evolve(free.links[0], is_inferred=True)

    assert Mark.INFERRED in plot_of(brief_of(evolve(free, links=(link,)), assumption="even")).marks
    assert Mark.INFERRED not in plot_of(brief_of(free, assumption="even")).marks


def test_a_deal_zone_says_whose_red_lines_were_kept_to_and_of_whom_none_is_known(numbered_quay, free, brief_of, lines_of):
    line = evolve(numbered_quay.positions[3], options=frozenset({"two", "three", "four"}))
    lined = evolve(free, positions=(*free.positions, line))
    lines = lines_of(numbers(brief_of(lined, assumption="even")))

    assert not [each for each in lines if "everyone's red lines" in each]
    assert any("Within the red lines and links known to this reader," in each for each in lines)
    assert (
        "Red lines that were kept to: those of Port Employers known to this reader. "
        "None is known here of Dockers' Union, which does not mean that there is none."
    ) in lines
    assert any(each.startswith("Red lines that were kept to: none.") for each in lines_of(numbers(brief_of(free, assumption="even"))))


@pytest.fixture(scope="module")
def large(free):
    """The case with twelve more issues, over which both sides differ: some thousand million packages."""
    options = ("none", "little", "some", "much", "all")
    more = tuple(
        Issue(f"item-{at}", title=f"Item {at}", options=tuple(Option(each, title=each) for each in options)) for at in range(12)
    )

    def worth(each, rising):
        values = {
            issue.id: dict(zip(options[::rising], (0, 7 + at, 19, 26 + at, 31 + 2 * at), strict=True)) for at, issue in enumerate(more)
        }
        return evolve(each, option_values={**each.option_values, **values}, reservation=each.reservation + 160)

    union, employers = free.preferences
    return evolve(free, issues=(*free.issues, *more), preferences=(worth(union, 1), worth(employers, -1)))


def test_a_case_beyond_enumeration_has_its_numbers_worked_out(large, brief_of, lines_of):
    pytest.importorskip("numpy", reason="the fast kernel needs NumPy")
    table = tabled(large, {issue.id: issue.options[-(at % 2)].id for at, issue in enumerate(large.issues)})
    lines = lines_of(numbers(brief_of(evolve(large, proposals=(table,)), assumption="even")))
    assert any("there is a deal zone" in each and "packages are at least as good as no deal for all" in each for each in lines)
    assert any(each.startswith("The Nash package") for each in lines)
    assert any(each.startswith("The paper: ") and "better for all" in each for each in lines)
    assert not any("not proven" in each for each in lines)


def test_a_search_cut_short_says_that_it_is_not_proven(large, brief_of, lines_of, monkeypatch):
    pytest.importorskip("numpy", reason="the fast kernel needs NumPy")
    for module in (numbers_of_briefs, packages_on_table):
        monkeypatch.setattr(module, "allowance", lambda: allowance(2))
    table = tabled(large, {issue.id: issue.options[-(at % 2)].id for at, issue in enumerate(large.issues)})
    lines = lines_of(numbers(brief_of(evolve(large, proposals=(table,)), assumption="even")))
    assert any("between 1 and " in each and "packages are at least as good as no deal" in each for each in lines)
    assert packages_on_table.NOT_PROVEN in lines


def test_a_case_that_is_too_much_costs_the_brief_its_numbers_alone(large, brief_of, lines_of, monkeypatch):
    monkeypatch.setattr(choosing, "find_spec", lambda _name: None)
    brief = brief_of(large, assumption="even")
    (words,) = lines_of(numbers(brief))[-1:]
    assert 'pip install "gobetween[engine]"' in words
    assert len(brief.sections) == len(brief_of(evolve(large, issues=large.issues[:2]), assumption="even").sections)


def test_an_allowance_ends_after_so_many_steps():
    watch = allowance(3)
    assert [watch(Progress("search", step)) for step in range(5)] == [True, True, True, False, False]


LEFT_OUT = "Nothing is said in the numbers of Dockers' Union on Hours: every option there counts 0 for that party."


def without_hours(case, **changes):
    """The case with the union's numbers saying nothing on the hours, all numbers changed alike."""
    wages = {"union": lambda values: {"wage": values["wage"]}}
    return evolve(
        case,
        preferences=tuple(
            evolve(each, option_values=wages.get(each.party, dict)(each.option_values), **changes) for each in case.preferences
        ),
    )


def test_an_issue_that_numbers_leave_out_is_named(free, brief_of, lines_of):
    assert any(LEFT_OUT in line for line in lines_of(numbers(brief_of(without_hours(free), assumption="even"))))
    assert not any("Nothing is said in the numbers" in line for line in lines_of(numbers(brief_of(free, assumption="even"))))


def test_what_numbers_leave_out_is_for_those_who_may_see_them_alone(free, brief_of, lines_of):
    entrusted = {"basis": ValueBasis.ENTRUSTED, "assumption": None, "holders": frozenset({"bishop"})}
    pooled = without_hours(free, pooled_for=frozenset({"conciliator"}), **entrusted)
    for audience, is_told in (("bishop", True), ("conciliator", False)):
        said = lines_of(numbers(brief_of(pooled, audience)))
        assert any("Numbers of:" in line for line in said), audience
        assert any(LEFT_OUT in line for line in said) is is_told, audience
