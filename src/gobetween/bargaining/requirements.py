"""What a package must meet: demands, red lines, links and reservation values in one form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets, Package


class RequirementKind(StrEnum):
    """What a requirement is, which is also how hard it is to give up."""

    RED_LINE = "red line"
    DEMAND = "demand"
    LINK = "link"
    RESERVATION = "reservation"


@frozen
class Requirement:
    """One thing that a package must meet, and whose it is.

    A package meets it if it does not take one of the `if_chosen` options on each of those issues, or if it takes one of the
    `requires` options on each of these; an empty `requires` excludes the combination, an empty `if_chosen` requires without
    condition. A reservation has neither: the package must be worth `least` or more to its owner.

    `owner` is the actor who can concede it, `None` where it lies in the matter itself and nobody can. `items` are the ids of the
    case's entries it comes from: several where they say the same, none for a reservation.
    """

    id: str
    owner: str | None
    kind: RequirementKind = field(kw_only=True)
    if_chosen: OptionSets = field(factory=dict, kw_only=True)
    requires: OptionSets = field(factory=dict, kw_only=True)
    least: int | None = field(default=None, kw_only=True)
    items: tuple[str, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        is_reservation = self.kind is RequirementKind.RESERVATION
        if is_reservation is not (self.least is not None) or is_reservation is bool(self.if_chosen or self.requires):
            msg = f"requirement '{self.id}' needs options ('if_chosen', 'requires'), or as a reservation 'least' alone"
            raise ValueError(msg)
        if is_reservation and self.owner is None:
            msg = f"reservation '{self.id}' needs an owner: whose value is it?"
            raise ValueError(msg)

    @property
    def is_concedable(self) -> bool:
        """Whether someone can give it up."""
        return self.owner is not None

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues it speaks of, in the order in which it names them."""
        return tuple(dict.fromkeys([*self.if_chosen, *self.requires]))

    def is_about(self, issues: Mapping[str, Collection[str]]) -> bool:
        """Whether every issue and option that it names is one of these."""
        return all(
            issue in issues and all(option in issues[issue] for option in options)
            for sets in (self.if_chosen, self.requires)
            for issue, options in sets.items()
        )

    def is_met_by(self, package: Package) -> bool:
        """Whether the package meets it, as far as options go; a reservation needs the owner's preferences (`Problem.is_met_by`)."""
        if not _holds(self.if_chosen, package):
            return True
        return bool(self.requires) and _holds(self.requires, package)


def _holds(sets: OptionSets, package: Package) -> bool:
    return all(package.get(issue) in options for issue, options in sets.items())
