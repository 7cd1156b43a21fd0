"""A scenario as a value: issues with options, and what each package is worth to each party, in exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

Terms = Mapping[str, frozenset[str]]
"""For some issues, by their names, a set of their options."""


@frozen
class ScenarioIssue:
    """A matter to settle, with its options in the order of the file."""

    name: str
    options: tuple[str, ...]


@frozen
class Bonus:
    """What is added to a package's value if it takes one of the options named on each of those issues: a hyper-rectangle."""

    if_chosen: Terms
    value: Fraction


@frozen
class ScenarioParty:
    """What packages are worth to one party: the sum of its option values and of the bonuses that a package earns.

    `reservation` is on the same scale; `None` is a party that takes anything. What is worth more than the `ceiling`, if there is one,
    counts in the tool as that. `discount` is the factor by which worth shrinks with every round or unit of time that passes; the
    values are those of the beginning. `scale` says in words how the file's numbers were read.
    """

    name: str
    values: Mapping[str, Mapping[str, Fraction]]
    reservation: Fraction | None = field(kw_only=True)
    bonuses: tuple[Bonus, ...] = field(default=(), kw_only=True)
    ceiling: Fraction | None = field(default=None, kw_only=True)
    discount: Fraction | None = field(default=None, kw_only=True)
    scale: str = field(default="", kw_only=True)

    def best_options(self) -> Fraction:
        """The sum over issues of the best option's value, bonuses left out."""
        return sum((max(options.values()) for options in self.values.values() if options), Fraction(0))


@frozen
class Scenario:
    """A bargaining problem as other tools keep it.

    `tool` is the format it was read from, `notices` are what whoever imports it should be told: what of the files was not read,
    and why that loses nothing, or what of their meaning differs here.
    """

    name: str
    issues: tuple[ScenarioIssue, ...]
    parties: tuple[ScenarioParty, ...]
    tool: str = field(default="", kw_only=True)
    notices: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def domain_file(self) -> str:
        """A name for the file of the domain that no party has."""
        return "domain" if all(party.name != "domain" for party in self.parties) else "the-domain"
