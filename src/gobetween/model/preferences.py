"""What packages are worth to a party, in whole numbers, with who says so: the party itself, or a keeper who assumes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets, Package
from gobetween.model.items import KEEPER_ALONE


class ValueBasis(StrEnum):
    """What a number rests on."""

    ASSUMED = "assumed"
    ENTRUSTED = "entrusted"
    REPORTED = "reported"


ASSUMPTION_NOTICE = (
    "Illustration. These numbers were chosen by the authors; no party supplied or endorsed them, and they are not an estimate of "
    "any party's preferences."
)


@frozen
class ValueLink:
    """What a combination of options adds to (or, below zero, takes from) the sum of their values."""

    if_chosen: OptionSets
    value: int


@frozen
class Preferences:
    """A party's value for every package: the sum of its option values, plus what its value links add or take away.

    `option_values[issue][option]` and the `reservation` value are whole numbers on one scale of the party's own; only ratios to
    its best package compare between parties. `assumption` names the set they come from, if they are assumed. `pooled_for` are
    the audiences to whom the owner permitted results computed from these and others' entrusted preferences together.
    """

    party: str
    option_values: Mapping[str, Mapping[str, int]]
    reservation: int = field(kw_only=True)
    links: tuple[ValueLink, ...] = field(default=(), kw_only=True)
    basis: ValueBasis = field(kw_only=True)
    assumption: str | None = field(default=None, kw_only=True)
    holders: frozenset[str] = field(default=KEEPER_ALONE, kw_only=True)
    pooled_for: frozenset[str] = field(default=frozenset(), kw_only=True)
    note: str = field(default="", kw_only=True)

    def value(self, package: Package) -> int:
        """What the package is worth to the party."""
        total = sum(self.option_values.get(issue, {}).get(option, 0) for issue, option in package.items())
        return total + sum(link.value for link in self.links if _is_chosen(link.if_chosen, package))

    @property
    def issues_named(self) -> Iterator[str]:
        """The issues of which something is said, be it in a value link; every option of any other counts 0."""
        yield from (issue for issue, options in self.option_values.items() if options)
        yield from (issue for link in self.links for issue in link.if_chosen)


def _is_chosen(sets: OptionSets, package: Package) -> bool:
    return all(package.get(issue) in options for issue, options in sets.items())
