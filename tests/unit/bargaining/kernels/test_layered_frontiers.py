"""The fast kernel's frontiers where enumeration cannot go: great numbers, much room, grids."""

from __future__ import annotations

from random import Random

from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.kernels.layered.frontiers.exploring import ROOM
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.model.preferences import Preferences, ValueBasis


def shared(*given, scale=1):
    """A problem of two parties: of each issue, what its options are worth to both; the second's values are multiplied by the scale."""
    issues = {f"issue-{at}": {f"option-{place}": values for place, values in enumerate(rows)} for at, rows in enumerate(given)}
    east, west = (
        Preferences(
            party,
            {issue: {option: values[side] * by for option, values in options.items()} for issue, options in issues.items()},
            reservation=0,
            basis=ValueBasis.ASSUMED,
        )
        for side, (party, by) in enumerate((("east", 1), ("west", scale)))
    )
    return Problem(
        {issue: tuple(options) for issue, options in issues.items()},
        (reservation_of(east), reservation_of(west)),
        parties=("east", "west"),
        preferences=(east, west),
    )


def split(options, random, most):
    """Options of which none is worse for both than another."""
    taken = sorted(random.sample(range(most), options))
    left = sorted(random.sample(range(most), options), reverse=True)
    return tuple(zip(taken, left, strict=True))


def worth(found):
    return [tuple(point.values.values()) for point in found.points]


def worth_of_examples(problem, found):
    return [tuple(problem.values(package).values()) for package in found.examples]


def test_values_too_great_for_a_table_are_merged_to_the_same_points():
    random = Random(1)  # noqa: S311  # a case, no secret
    rows = split(4_500, random, 9_000), split(64, random, 400)
    small, great = shared(*rows), shared(*rows, scale=2**29)
    found, again = find_frontier(small, kernel=LAYERED), find_frontier(great, kernel=LAYERED)
    assert worth(again) == [(east, west * 2**29) for east, west in worth(found)]
    assert worth_of_examples(great, again) == worth(again)


def test_there_is_an_example_behind_every_point_where_more_room_was_needed():
    random = Random(3)  # noqa: S311  # a case, no secret
    problem = shared(*(split(20, random, 60_000) for _ in range(16)))
    found = find_frontier(problem, kernel=LAYERED)
    assert found.points.found.prefixes.begin[-1] > ROOM
    assert worth_of_examples(problem, found) == worth(found)


def test_there_is_an_example_behind_every_point_of_a_grid():
    random = Random(4)  # noqa: S311  # a case, no secret
    problem = shared(*(split(10, random, 3_000) for _ in range(9)))
    found = find_frontier(problem, kernel=LAYERED, most_points=100)
    assert any(found.error.values())
    assert worth_of_examples(problem, found) == worth(found)
