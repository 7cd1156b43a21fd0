"""The bargaining problem behind a case: issues with options, what is required, and preferences where there are some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import evolve, field, frozen

from gobetween.bargaining.demands import consents_needed, positions_required
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.model.cases import Case
from gobetween.model.issues import Link, OptionSets, Package
from gobetween.model.preferences import Preferences

__all__ = ["Problem", "Requirement", "RequirementKind", "problem_of", "reservation_of"]


@frozen
class Problem:
    """What is to be settled, and what stands in the way.

    `issues` gives the option ids of every issue; their order is the stated order of packages (the last issue varies fastest), and
    so of ties. `requirements` are in stated order too. `parties` are those whose acceptance makes a deal. Everybody with
    preferences has their reservation value among the requirements (`reservation_of`).
    """

    issues: Mapping[str, tuple[str, ...]]
    requirements: tuple[Requirement, ...] = ()
    parties: tuple[str, ...] = field(default=(), kw_only=True)
    preferences: tuple[Preferences, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        _refuse(self._faults())

    def _faults(self) -> list[str]:
        reserved = Counter(requirement.owner for requirement in self.requirements if requirement.least is not None)
        valued = Counter(preferences.party for preferences in self.preferences)
        ids = Counter(requirement.id for requirement in self.requirements)
        return [
            *(f"issue '{issue}' has no options" for issue, options in self.issues.items() if not options),
            *(f"two requirements are called '{each}'" for each in sorted(each for each in ids if ids[each] > 1)),
            *(f"'{each}' has two sets of preferences" for each in sorted(each for each in valued if valued[each] > 1)),
            *(f"'{each}' has preferences, but not exactly one reservation" for each in valued.elements() if reserved[each] != 1),
            *(f"'{each}' has a reservation without preferences" for each in reserved.elements() if each not in valued),
            *(
                f"requirement '{requirement.id}' names the unknown issue '{issue}'"
                for requirement in self.requirements
                for issue in requirement.issues
                if issue not in self.issues
            ),
        ]

    @property
    def deciding(self) -> tuple[str, ...]:
        """Whose preferences a deal zone needs: the parties, or without any, everyone whose preferences are known."""
        return self.parties or tuple(preferences.party for preferences in self.preferences)

    def bits(self, *kinds: RequirementKind, owner: str | None = None) -> int:
        """Which requirements are of these kinds (all, without kinds) and, if given, of that owner: bit i for requirement i."""
        return sum(
            1 << at
            for at, each in enumerate(self.requirements)
            if (not kinds or each.kind in kinds) and (owner is None or each.owner == owner)
        )

    @property
    def matter(self) -> int:
        """The requirements that lie in the matter itself, as bits: no package without them is possible."""
        return sum(1 << at for at, each in enumerate(self.requirements) if not each.is_concedable)

    @property
    def acceptance(self) -> int:
        """What a package must meet to be acceptable, as bits: red lines, links, reservation values; demands can be talked about."""
        return self.matter | self.bits(RequirementKind.RED_LINE, RequirementKind.LINK, RequirementKind.RESERVATION)

    def required(self, bits: int) -> tuple[Requirement, ...]:
        """The requirements that the bits stand for, in stated order."""
        return tuple(each for at, each in enumerate(self.requirements) if bits >> at & 1)

    def settled(self, package: Package) -> Problem:
        """The problem that is left once the terms of a partial package are settled: each of its issues has one option."""
        issues = {issue: (package[issue],) if issue in package else options for issue, options in self.issues.items()}
        return evolve(self, issues=issues)

    def narrowed(self, choices: OptionSets) -> Problem:
        """The problem in which these issues have only those of their options that are named; an issue with none of them keeps all."""
        issues = {issue: tuple(each for each in options if each in choices.get(issue, ())) for issue, options in self.issues.items()}
        return evolve(self, issues={issue: kept or self.issues[issue] for issue, kept in issues.items()})

    @property
    def reservations(self) -> tuple[int, ...]:
        """The least value that everyone whose preferences are known takes, in the order of the preferences."""
        least = {each.owner: each.least for each in self.requirements if each.least is not None}
        return tuple(least[preferences.party] for preferences in self.preferences)

    def preferences_of(self, party: str) -> Preferences | None:
        """The preferences of that party, or `None`."""
        return next((preferences for preferences in self.preferences if preferences.party == party), None)

    def values(self, package: Package) -> dict[str, int]:
        """What the package is worth to everyone whose preferences are known."""
        return {preferences.party: preferences.value(package) for preferences in self.preferences}

    def is_met_by(self, requirement: Requirement, package: Package) -> bool:
        """Whether the package meets the requirement, reservation values included."""
        if requirement.least is None:
            return requirement.is_met_by(package)
        return self.values(package)[str(requirement.owner)] >= requirement.least


def problem_of(case: Case, preferences: tuple[Preferences, ...] = ()) -> Problem:
    """The bargaining problem of a case, which is already filtered for its audience.

    Requirements come from the positions in force (`demands.positions_required`), then from links, then from the reservation values
    of the `preferences` given; the case's own preferences play no part unless they are passed. A link `by` an actor is that
    actor's to concede, and counts if its consent is needed on one of the link's issues; a link without `by` lies in the matter.
    Issues without options are left out, and with them whatever names an issue or option that is not there.
    """
    issues = {issue.id: tuple(option.id for option in issue.options) for issue in case.issues if issue.options}
    links = (_from_link(link) for link in case.links if _counts(case, link))
    stated = [requirement for requirement in (*positions_required(case), *links) if requirement.is_about(issues)]
    return Problem(
        issues,
        (*stated, *(reservation_of(each) for each in preferences)),
        parties=case.parties,
        preferences=preferences,
    )


def reservation_of(preferences: Preferences) -> Requirement:
    """The requirement that a package be worth a party's reservation value."""
    return Requirement(
        f"reservation/{preferences.party}",
        preferences.party,
        kind=RequirementKind.RESERVATION,
        least=preferences.reservation,
    )


def _from_link(link: Link) -> Requirement:
    return Requirement(
        f"links/{link.id}",
        link.by,
        kind=RequirementKind.LINK,
        if_chosen=link.if_chosen,
        requires=link.requires,
        items=(link.id,),
    )


def _counts(case: Case, link: Link) -> bool:
    named = (*link.if_chosen, *link.requires)
    if link.by is None:
        return bool(named)
    return any(link.by in consents_needed(case, issue) for issue in named)


def _refuse(faults: list[str]) -> None:
    if faults:
        msg = "this is no bargaining problem: " + "; ".join(faults)
        raise ValueError(msg)
