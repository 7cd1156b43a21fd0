"""Random domains, decided by a seed: the hard kind and the common kind, with links and rules, or with demands that conflict."""

from __future__ import annotations

import numpy as np
from domains import Bonus, Domain, Options, RedLine, Rule

OPTIONS = 10
SCALE = 10_000
"""What a party's best package is worth to it, but for rounding and links."""

BONUS = 0.05  # the standard deviation of what a link adds or takes, as a part of the scale
NEAR = 4  # links and rules join issues that are at most so far apart
RESERVED = 0.3  # of the sum of a party's best options


def random_domain(parties: int, issues: int, *, seed: int, kind: str = "opp", links: int = 0, rules: int = 0) -> Domain:
    """A domain of ten options an issue, values up to 10,000, reservation values at 30% of the best sum.

    In the kind `opp` every option of an issue is another split of one pie (Dirichlet shares to the power 0.7), so that hardly any
    is worse for all: most options survive dominance. In `rand` every party values every option independently. Both are stretched
    to 0..1 within each party's issue and multiplied by the party's weight for the issue (Dirichlet) and the scale.

    A link adds or takes, for one party, a normally distributed value if two issues near each other take one option each. A rule
    lets an option of an issue stand only beside about half of another's.
    """
    values = _values(parties, issues, seed=seed, kind=kind)
    rng = np.random.default_rng(seed + 1000)
    return Domain(
        _nested(values),
        _reservations(values, RESERVED),
        links=tuple(_bonus(rng, parties, issues) for _ in range(links)),
        rules=tuple(_rule(rng, issues) for _ in range(rules)),
    )


def random_deadlock(parties: int, issues: int, *, seed: int, red_lines: int, terms: int, reserved: float) -> Domain:
    """A domain `opp` with reservation values at the part `reserved` of the best sum, red lines and conditional terms.

    A red line refuses its party's 3 to 7 worst options of an issue. A term is a rule between two issues, each in turn a party's:
    about half the options of one stand only beside some 30% of the other's. All of them can be conceded.
    """
    values = _values(parties, issues, seed=seed, kind="opp")
    rng = np.random.default_rng(seed + 77)
    return Domain(
        _nested(values),
        _reservations(values, reserved),
        red_lines=tuple(_red_line(rng, values) for _ in range(red_lines)),
        rules=tuple(_term(rng, issues, owner=at % parties) for at in range(terms)),
    )


def _values(parties: int, issues: int, *, seed: int, kind: str) -> np.ndarray:
    """Shaped (parties, issues, options)."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.full(issues, 2.0), size=parties)
    if kind == "opp":
        worth = rng.dirichlet(np.ones(parties), size=(issues, OPTIONS)).transpose(2, 0, 1) ** 0.7
    else:
        worth = rng.random((parties, issues, OPTIONS))
    worth -= worth.min(axis=2, keepdims=True)
    worth /= worth.max(axis=2, keepdims=True)
    return np.rint(weights[:, :, None] * worth * SCALE).astype(np.int64)


def _nested(values: np.ndarray) -> tuple[tuple[tuple[int, ...], ...], ...]:
    return tuple(tuple(map(tuple, party)) for party in values.tolist())


def _reservations(values: np.ndarray, part: float) -> tuple[int, ...]:
    return tuple(int(part * best) for best in values.max(axis=2).sum(axis=1).tolist())


def _near(rng: np.random.Generator, issues: int) -> tuple[int, int]:
    while True:
        first = int(rng.integers(issues))
        second = first + int(rng.integers(1, NEAR + 1))
        if second < issues:
            return first, second


def _bonus(rng: np.random.Generator, parties: int, issues: int) -> Bonus:
    first, second = _near(rng, issues)
    party, one, other = int(rng.integers(parties)), int(rng.integers(OPTIONS)), int(rng.integers(OPTIONS))
    return Bonus(party, terms=((first, one), (second, other)), value=int(rng.normal(0, BONUS * SCALE)))


def _rule(rng: np.random.Generator, issues: int) -> Rule:
    first, second = _near(rng, issues)
    condition, allowed = int(rng.integers(OPTIONS)), rng.random(OPTIONS) < 0.5
    allowed[rng.integers(OPTIONS)] = True
    return Rule((first, (condition,)), _chosen(second, allowed))


def _term(rng: np.random.Generator, issues: int, *, owner: int) -> Rule:
    first = int(rng.integers(issues - 1))
    second = first + int(rng.integers(1, min(NEAR, issues - first)))
    condition, allowed = rng.random(OPTIONS) < 0.5, rng.random(OPTIONS) < 0.3
    condition[rng.integers(OPTIONS)] = allowed[rng.integers(OPTIONS)] = True
    return Rule(_chosen(first, condition), _chosen(second, allowed), owner=owner)


def _red_line(rng: np.random.Generator, values: np.ndarray) -> RedLine:
    parties, issues, options = values.shape
    party, issue, count = int(rng.integers(parties)), int(rng.integers(issues)), int(rng.integers(3, 8))
    refused = np.argsort(values[party, issue], kind="stable")[:count]
    return RedLine(party, (issue, tuple(option for option in range(options) if option not in refused)))


def _chosen(issue: int, mask: np.ndarray) -> Options:
    return issue, tuple(np.flatnonzero(mask).tolist())
