"""Small bargaining problems with everything that makes them awkward: links over several issues, rules, ties, negative values."""

from __future__ import annotations

from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

KINDS = (RequirementKind.LINK, RequirementKind.DEMAND, RequirementKind.RED_LINE)


def small_problem(random, *, parties=None, most_issues=4):
    """Up to 4 issues of 1 to 4 options, up to 4 parties, drawn from that source of chance."""
    issues = {f"i{at}": tuple(f"o{each}" for each in range(random.randint(1, 4))) for at in range(random.randint(0, most_issues))}
    scale = random.choice((1, 3, 9, 1000))
    number = random.randint(0, 4) if parties is None else parties
    preferred = tuple(_preferences(f"p{at}", issues, scale, random) for at in range(number))
    stated = (_requirement(f"r{at}", issues, random) for at in range(random.randint(0, 5)))
    required = tuple(each for each in stated if each is not None)
    return Problem(issues, (*required, *map(reservation_of, preferred)), preferences=preferred)


def _preferences(party, issues, scale, random):
    return Preferences(
        party,
        {issue: {option: random.randint(-scale // 3, scale) for option in options} for issue, options in issues.items()},
        reservation=random.randint(-scale, 2 * scale),
        links=tuple(ValueLink(_sets(issues, random), random.randint(-5, 5)) for _ in range(random.randint(0, 3))),
        basis=ValueBasis.ASSUMED,
    )


def _requirement(name, issues, random):
    first, then = _sets(issues, random), _sets(issues, random)
    if not (first or then):
        return None
    return Requirement(name, random.choice((None, "p0", "p1")), kind=random.choice(KINDS), if_chosen=first, requires=then)


def _sets(issues, random):
    named = random.sample(sorted(issues), random.randint(0, min(3, len(issues))))
    return {issue: frozenset(random.sample(issues[issue], random.randint(1, len(issues[issue])))) for issue in named}
