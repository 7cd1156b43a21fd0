"""Worked examples from papers, with the answers that the papers give."""

from __future__ import annotations

from fractions import Fraction

from gobetween.bargaining.deadlocks import find_conflicts, find_openings
from gobetween.bargaining.hitting_sets import minimal_hitting_sets
from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.model.preferences import Preferences, ValueBasis

# Nash (1950), The Bargaining Problem, Econometrica 18, p. 161: goods with their utility to Bill and to Jack.
BILLS = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACKS = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}


def test_bill_and_jack_barter_as_in_nashs_paper():
    goods = BILLS | JACKS
    bill, jack = (
        Preferences(
            name,
            {good: {name: worth[at]} for good, worth in goods.items()},
            reservation=sum(worth[at] for worth in own.values()),
            basis=ValueBasis.REPORTED,
        )
        for at, (name, own) in enumerate({"bill": BILLS, "jack": JACKS}.items())
    )
    problem = Problem(
        dict.fromkeys(goods, ("bill", "jack")),
        (reservation_of(bill), reservation_of(jack)),
        parties=("bill", "jack"),
        preferences=(bill, jack),
    )
    (barter,) = solve_nash(problem).packages
    assert [good for good in BILLS if barter.package[good] == "jack"] == ["book", "whip", "ball", "bat"]
    assert [good for good in JACKS if barter.package[good] == "bill"] == ["pen", "toy", "knife"]
    assert barter.gains == {"bill": 12, "jack": 5}
    assert barter.product == 60
    assert barter.relative_gains == {"bill": Fraction(12, 22), "jack": Fraction(5, 10)}


def test_diagnoses_of_the_full_adder_are_those_of_reiters_paper():
    # Reiter (1987), A Theory of Diagnosis from First Principles, Artificial Intelligence 32: conflicts of the full adder.
    gates = ["X1", "X2", "A1", "A2", "O1"]
    conflicts = [{"X1", "X2"}, {"X1", "A2", "O1"}]
    masks, is_complete = minimal_hitting_sets([sum(1 << gates.index(gate) for gate in conflict) for conflict in conflicts], 100)
    assert is_complete
    assert [{gate for at, gate in enumerate(gates) if mask >> at & 1} for mask in masks] == [{"X1"}, {"X2", "A2"}, {"X2", "O1"}]


def test_conflicts_and_openings_are_those_of_liffiton_and_sakallah():
    # Liffiton and Sakallah (2008), Algorithms for Computing Minimal Unsatisfiable Subsets of Constraints, section 2:
    # (x1) (not x1) (not x1 or x2) (not x2) has the MUSes {1, 2}, {1, 3, 4} and the MCSes {1}, {2, 3}, {2, 4}.
    yes, no = frozenset({"yes"}), frozenset({"no"})
    demand = RequirementKind.DEMAND
    problem = Problem(
        {"x1": ("yes", "no"), "x2": ("yes", "no")},
        (
            Requirement("1", "a", kind=demand, requires={"x1": yes}),
            Requirement("2", "b", kind=demand, requires={"x1": no}),
            Requirement("3", "b", kind=demand, if_chosen={"x1": yes}, requires={"x2": yes}),
            Requirement("4", "a", kind=demand, requires={"x2": no}),
        ),
    )
    assert [[each.id for each in conflict.requirements] for conflict in find_conflicts(problem).conflicts] == [
        ["1", "2"],
        ["1", "3", "4"],
    ]
    assert [[each.id for each in opening.concessions] for opening in find_openings(problem).openings] == [["1"], ["2", "3"], ["2", "4"]]
