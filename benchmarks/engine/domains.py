"""Domains to measure the engine on: whole numbers alone, the same for us and for the peer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import cattrs
from attrs import field, frozen

from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

Options = tuple[int, tuple[int, ...]]
"""An issue, and some of its options."""


@frozen
class Bonus:
    """What `value` a party gains, or loses, if both `terms` are chosen: an option each of two issues."""

    party: int
    terms: tuple[tuple[int, int], tuple[int, int]] = field(kw_only=True)
    value: int = field(kw_only=True)


@frozen
class Rule:
    """That an issue is settled by some of its options only if another one is, too; somebody's to concede if it has an `owner`."""

    condition: Options
    requires: Options
    owner: int | None = field(default=None, kw_only=True)


@frozen
class RedLine:
    """That a party takes nothing of an issue but what is `left`."""

    party: int
    left: Options


@frozen
class Domain:
    """Option values, `values[party][issue][option]`, with reservation values, and what holds issues together."""

    values: tuple[tuple[tuple[int, ...], ...], ...]
    reservations: tuple[int, ...]
    links: tuple[Bonus, ...] = field(default=(), kw_only=True)
    rules: tuple[Rule, ...] = field(default=(), kw_only=True)
    red_lines: tuple[RedLine, ...] = field(default=(), kw_only=True)

    @classmethod
    def from_json(cls, text: str) -> Domain:
        """The domain that was written by `to_json`."""
        return cattrs.structure(json.loads(text), cls)

    def to_json(self) -> str:
        """The domain on one line; the peer reads `values` and `reservations` of it."""
        written: dict[str, Any] = cattrs.unstructure(self)
        return json.dumps(written)

    @property
    def digits(self) -> int:
        """To how many packages it comes, rules aside, as a power of ten, rounded down."""
        count = 1
        for options in self.values[0]:
            count *= len(options)
        return len(str(count)) - 1

    def problem(self) -> Problem:
        """The domain as a problem, made anew at every call, so that nothing about it can have been kept."""
        preferences = tuple(map(self._preferences, range(len(self.values))))
        return Problem(
            {_issue(issue): tuple(map(_option, range(len(options)))) for issue, options in enumerate(self.values[0])},
            (*self._rules(), *self._red_lines(), *map(reservation_of, preferences)),
            parties=tuple(map(_party, range(len(self.values)))),
            preferences=preferences,
        )

    def _preferences(self, party: int) -> Preferences:
        links = (link for link in self.links if link.party == party)
        return Preferences(
            _party(party),
            {_issue(issue): {_option(at): value for at, value in enumerate(row)} for issue, row in enumerate(self.values[party])},
            reservation=self.reservations[party],
            links=tuple(ValueLink(_sets(*((issue, (option,)) for issue, option in link.terms)), link.value) for link in links),
            basis=ValueBasis.ASSUMED,
        )

    def _rules(self) -> Iterator[Requirement]:
        for at, rule in enumerate(self.rules):
            owner = None if rule.owner is None else _party(rule.owner)
            condition, requires = _sets(rule.condition), _sets(rule.requires)
            yield Requirement(f"rules/{at}", owner, kind=RequirementKind.LINK, if_chosen=condition, requires=requires)

    def _red_lines(self) -> Iterator[Requirement]:
        for at, line in enumerate(self.red_lines):
            yield Requirement(f"red-lines/{at}", _party(line.party), kind=RequirementKind.RED_LINE, requires=_sets(line.left))


def _sets(*chosen: Options) -> dict[str, frozenset[str]]:
    return {_issue(issue): frozenset(map(_option, options)) for issue, options in chosen}


def _party(at: int) -> str:
    return f"party-{at + 1}"


def _issue(at: int) -> str:
    return f"issue-{at + 1}"


def _option(at: int) -> str:
    return f"option-{at + 1}"
