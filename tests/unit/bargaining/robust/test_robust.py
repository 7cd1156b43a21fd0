from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from gobetween.bargaining.kernels import Count
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Unknown
from gobetween.bargaining.robust import robust
from gobetween.bargaining.robust.doubts import doubtful
from gobetween.bargaining.robust.narrowings import Asked, Question
from gobetween.bargaining.robust.questions import best_question
from gobetween.bargaining.robust.regrets import least_regret
from gobetween.bargaining.robust.rivals import rivalries
from gobetween.bargaining.robust.zones import Sureness, classify, doubtful_zone
from gobetween.model.doubt import Doubt, Picture, certain, standing_in, together
from gobetween.model.preferences import ValueLink

ISSUES = {"front": "near far", "calm": "short long"}


@pytest.fixture
def between(prefer):
    """A doubt of one picture: `near=(1, 3)` and the like, and the ends of the reservation value."""

    def write(party, reservation, **values):
        def end(at):
            pick = {issue: {option: ends[at] for option, ends in options.items()} for issue, options in values.items()}
            return prefer(party, reservation[at], **pick)

        return Doubt(party, (Picture(end(0), end(1), name="guess"),))

    return write


@pytest.fixture
def north(between):
    return between("north", (4, 6), front={"near": (4, 4), "far": (0, 2)}, calm={"short": (1, 3), "long": (0, 0)})


@pytest.fixture
def south(prefer):
    return certain(prefer("south", 1, front={"near": 0, "far": 4}, calm={"short": 0, "long": 1}))


def test_a_package_is_sure_if_the_worst_of_it_reaches_the_greatest_reservation_value(problem, north):
    zone = doubtful_zone(problem(ISSUES), [north])
    assert (zone.status, zone.packages, zone.surely, zone.in_doubt, zone.never) == (
        Optimal(),
        Count(4, 4),
        Count(0, 0),
        Count(3, 3),
        Count(1, 1),
    )
    assert zone.doubtful == (
        {"front": "near", "calm": "short"},
        {"front": "near", "calm": "long"},
        {"front": "far", "calm": "short"},
    )
    assert classify(problem(ISSUES), [north], {"front": "far", "calm": "long"}).sureness is Sureness.NEVER


def test_whoever_stops_is_not_kept_waiting_for_more_packages_in_doubt(problem, north):
    said: list[str] = []
    zone = doubtful_zone(problem(ISSUES), [north], watch=lambda progress: said.append(progress.stage) or False)
    assert zone.doubtful == ()
    assert said.count("packages in doubt") == 1


def test_preferences_of_the_problem_that_no_doubt_is_about_are_taken_as_known(problem, north, prefer):
    known = prefer("south", 1, front={"near": 0, "far": 4}, calm={"short": 0, "long": 1})
    of_problem = doubtful_zone(problem(ISSUES, preferences=[known], parties=("north", "south")), [north])
    assert of_problem == doubtful_zone(problem(ISSUES, parties=("north", "south")), [certain(known), north])
    assert [each.party for each in of_problem.parties] == ["north"]


def test_red_lines_links_and_rules_bind_and_demands_do_not(problem, require, south):
    bound = problem(
        ISSUES,
        require("d", "south", then="front:near"),
        require("r", "south", "red", when="front:far"),
        require("l", None, "link", when="calm:short"),
    )
    zone = doubtful_zone(bound, [south])
    assert (zone.packages, zone.sure) == (Count(1, 1), ({"front": "near", "calm": "long"},))
    assert classify(bound, [south], {"front": "far", "calm": "short"}).broken == ("r", "l")


def test_nothing_is_said_while_somebodys_preferences_are_not_known(problem, north):
    missing = problem(ISSUES, parties=("north", "south"))
    said = Unknown("no preferences are known of south")
    found = robust(missing, [north])
    assert (found.zone.status, found.regret.status, found.question.status) == (said, said, said)
    assert classify(missing, [north], {"front": "near", "calm": "short"}) == said
    assert robust(problem(ISSUES), []).zone.status == Unknown("nobody's preferences are known")


def test_regret_is_measured_in_shares_of_what_each_could_gain(problem, prefer):
    one = prefer("north", 0, front={"near": 10, "far": 0}, calm={"short": 0, "long": 2})
    other = prefer("north", 0, front={"near": 0, "far": 6}, calm={"short": 0, "long": 2})
    doubt = Doubt("north", (Picture(one, one, name="one"), Picture(other, other, name="other")))
    found = least_regret(problem(ISSUES), [doubt])
    assert found.status == Optimal()
    assert found.package == {"front": "near", "calm": "long"}
    assert (found.regret, found.world, found.rival) == (
        Fraction(6, 8),
        {"north": "other"},
        {"front": "far", "calm": "long"},
    )


def test_there_is_nothing_to_regret_where_nothing_is_in_doubt(problem, south):
    found = least_regret(problem(ISSUES), [south])
    assert (found.status, found.package, found.regret) == (Optimal(), {"front": "far", "calm": "long"}, 0)


def test_without_a_package_that_may_be_acceptable_there_is_no_least_regret(problem, prefer):
    assert least_regret(problem(ISSUES), [certain(prefer("north", 9, front={"near": 1}))]).status == Infeasible(())


def test_too_many_combinations_of_pictures_are_refused_in_plain_words(problem, prefer):
    pictures = [prefer("north", 0, front={"near": at}) for at in range(257)]
    doubt = Doubt("north", tuple(Picture(each, each) for each in pictures))
    said = "more than 256 combinations of the parties' pictures; give fewer assumption sets or ranks"
    assert least_regret(problem(ISSUES), [doubt]).status == Unknown(said)


def test_a_search_for_least_regret_that_is_stopped_says_how_little_there_can_be(problem, prefer):
    one = prefer("north", 0, front={"near": 10, "far": 0})
    other = prefer("north", 0, front={"near": 0, "far": 10})
    doubt = Doubt("north", (Picture(one, one), Picture(other, other)))
    found = least_regret(problem(ISSUES), [doubt], watch=lambda _: False)
    assert (found.status, found.regret) == (Feasible(Fraction(0)), 1)
    assert least_regret(problem(ISSUES), [doubt]).status == Optimal()


@pytest.mark.parametrize("reached", range(4))
def test_worlds_that_a_stopped_search_does_not_reach_are_bounded_and_not_searched(problem, prefer, reached):
    pictures = [prefer("north", 0, front={"near": 10, "far": at * at}, calm={"short": 9 - at, "long": 3}) for at in range(4)]
    doubt, asked = Doubt("north", tuple(Picture(each, each) for each in pictures)), []

    def goes_on(progress):
        asked.append(progress)
        return progress.stage == "worlds" and progress.done < reached

    found = least_regret(problem(ISSUES), [doubt], watch=goes_on)
    lost = [
        Fraction(max(best(each)) - each.value(found.package), max(best(each)))  # everything counts from 0
        for each in pictures
    ]
    assert found.regret >= max(lost)
    assert [each.done for each in asked if each.stage == "worlds"] == list(range(reached + 1))


def best(preferences):
    return [preferences.value({"front": front, "calm": calm}) for front in ("near", "far") for calm in ("short", "long")]


def test_the_best_question_is_about_the_package_in_the_midst_of_what_is_in_doubt(problem, between, south):
    doubt = between("north", (1, 8), front={"near": (4, 4), "far": (2, 2)}, calm={"short": (1, 1), "long": (3, 3)})
    found = best_question(problem(ISSUES), [doubt, south])
    assert found.status == Optimal()
    assert found.best.question == Question("north", Asked.PACKAGE, package={"front": "far", "calm": "long"})
    assert found.best.answers == {"yes": Count(1, 1), "no": Count(1, 1)}
    assert (found.best.left, found.in_doubt) == (1, Count(3, 3))


def test_where_nothing_is_in_doubt_there_is_nothing_to_ask(problem, south):
    found = best_question(problem(ISSUES), [south])
    assert (found.status, found.best, found.of) == (Optimal(), None, 0)


def test_a_search_for_the_best_question_that_is_stopped_says_how_many_it_looked_at(problem, north, south):
    found = best_question(problem(ISSUES), [north, south], watch=lambda progress: progress.stage != "questions" or progress.done < 1)
    assert (found.status, found.looked_at) == (Feasible(), 1)
    assert found.of > 1


def test_a_package_on_the_table_can_be_asked_about(problem, north, south):
    table = {"front": "near", "calm": "long"}
    asked = best_question(problem(ISSUES), [north, south], packages=[table])
    assert asked.of >= best_question(problem(ISSUES), [north, south]).of


def test_alternatives_of_the_same_name_are_kept_apart(problem, prefer):
    one, other = prefer("north", 2, front={"near": 4}), prefer("north", 2, front={"far": 4})
    doubt = Doubt("north", (Picture(one, one, name="guess"), Picture(other, other, name="guess")))
    found = best_question(problem(ISSUES), [doubt])
    assert found.best.answers == {"guess 1": Count(0, 0), "guess 2": Count(0, 0)}


def test_pictures_of_several_sets_come_together_once_each(prefer):
    one, other = prefer("north", 2, front={"near": 4}), prefer("north", 2, front={"far": 4})
    (doubt,) = together([certain(one), certain(other), certain(one)])
    assert doubt.pictures == (Picture(one, one), Picture(other, other))


def test_a_doubt_stands_in_for_the_numbers_of_its_own_set_alone(prefer):
    entrusted = prefer("north", 2, front={"near": 4})
    guessed = evolve(entrusted, assumption="guess")
    doubt = Doubt("north", (Picture(guessed, evolve(guessed, reservation=3)),))
    assert standing_in([entrusted], [doubt]) == (certain(entrusted),)
    assert standing_in([guessed], [doubt]) == (doubt,)


@pytest.mark.parametrize("wrong", ["ends", "party", "links"])
def test_a_picture_has_one_party_and_ends_in_order(prefer, wrong):
    low, high = prefer("north", 2, front={"near": 4}), prefer("south" if wrong == "party" else "north", 1, front={"near": 5})
    with pytest.raises(ValueError, match="a picture of 'north'"):
        Picture(low, high) if wrong != "links" else Picture(low, evolve(high, reservation=2, links=(ValueLink({}, 1),)))


class Hesitant:
    """A kernel that finds what enumeration finds, but never says that it is proven; it gives a bound if it is told to."""

    name = "hesitant"

    def __init__(self, *, gives_bound):
        self.gives_bound = gives_bound

    def __getattr__(self, question):
        return getattr(ENUMERATION, question)

    def search(self, problem, kept, objective, **more):
        found = ENUMERATION.search(problem, kept, objective, **more)
        values = [each.value(package_of(problem.issues, found.choices[0])) for each in problem.preferences] if found.choices else None
        bound = objective.score(tuple(values)) if values and self.gives_bound else None
        return evolve(found, is_proven=False, are_all=False, bound=bound)


@pytest.fixture
def torn(prefer):
    one = prefer("north", 0, front={"near": 10, "far": 1})
    other = prefer("north", 0, front={"near": 2, "far": 10})
    return Doubt("north", (Picture(one, one), Picture(other, other)))


def test_regret_by_searches_without_proof_lies_between_what_is_said(problem, torn):
    exact = least_regret(problem(ISSUES), [torn], kernel=ENUMERATION)
    bounded = least_regret(problem(ISSUES), [torn], kernel=Hesitant(gives_bound=True))
    loose = least_regret(problem(ISSUES), [torn], kernel=Hesitant(gives_bound=False))
    assert exact.regret == Fraction(8, 10)
    assert (bounded.status, bounded.regret) == (Optimal(), exact.regret)
    assert isinstance(loose.status, Feasible)
    assert loose.status.bound <= exact.regret <= loose.regret


def test_shares_that_have_no_small_common_part_are_added_up_finely(problem, prefer):
    both = [certain(prefer(party, 0, front={"near": great})) for party, great in (("north", 100_003), ("south", 100_019))]
    (rivalry,) = rivalries(doubtful(problem(ISSUES), both), ENUMERATION)
    assert (rivalry.unit, rivalry.weights) == (10**9, (9_999, 9_998))
    (exact,) = rivalries(doubtful(problem(ISSUES), both[:1]), ENUMERATION)
    assert (exact.unit, exact.weights) == (100_003, (1,))


def test_who_can_gain_nothing_does_not_count_in_what_is_regretted(problem, prefer):
    stuck = certain(prefer("south", 5, front={"near": 5, "far": 0}))
    (rivalry,) = rivalries(doubtful(problem(ISSUES), [stuck]), ENUMERATION)
    assert rivalry.weights == (0,)
    assert least_regret(problem(ISSUES), [stuck]).regret == 0


def test_only_what_everyone_may_accept_is_to_be_missed(problem, prefer):
    north = certain(prefer("north", 0, front={"near": 10, "far": 4}))
    south = certain(prefer("south", 1, front={"near": 0, "far": 1}))
    found = least_regret(problem(ISSUES), [north, south])
    assert (found.status, found.package["front"], found.regret, found.rival) == (Optimal(), "far", 0, {})


def test_whoever_refuses_a_rival_only_in_one_picture_may_miss_it_in_another(problem, prefer):
    open_to_both, stubborn = prefer("south", 0, front={"near": 4, "far": 5}), prefer("south", 5, front={"near": 0, "far": 6})
    north = certain(prefer("north", 0, front={"near": 10, "far": 4}))
    doubt = Doubt("south", (Picture(stubborn, stubborn, name="stubborn"), Picture(open_to_both, open_to_both, name="open")))
    found = least_regret(problem(ISSUES), [north, doubt])
    assert (found.package["front"], found.among_sure, found.regret) == ("far", True, Fraction(6, 10) - Fraction(1, 5))
    assert (found.world["south"], found.rival["front"]) == ("open", "near")


@pytest.mark.parametrize("kernel", [ENUMERATION, LAYERED], ids=lambda kernel: kernel.name)
def test_great_values_beside_small_gains_are_compared_in_larger_parts(problem, prefer, kernel):
    def one(party, gain):
        return certain(prefer(party, 2 * 10**9 - gain, front={"near": 10**9, "far": 10**9 - 2}, calm={"short": 10**9, "long": 0}))

    both = [one("north", 99_991), one("south", 100_003)]
    (rivalry,) = rivalries(doubtful(problem(ISSUES), both), kernel)
    assert 10**8 < rivalry.unit < 10**9
    assert rivalry.weights == (rivalry.unit // 99_991, rivalry.unit // 100_003)
    found = least_regret(problem(ISSUES), both, kernel=kernel)
    assert (found.status, found.package, found.regret) == (Optimal(), {"front": "near", "calm": "short"}, 0)
