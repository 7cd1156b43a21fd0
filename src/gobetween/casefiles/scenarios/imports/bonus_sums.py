"""Sums of bonuses, kept as simple as they can be: what depends on one issue alone becomes the values of its options."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import define, field

from gobetween.casefiles.scenarios.values import Bonus, ScenarioIssue


@define
class BonusSum:
    """What was added up so far."""

    issues: tuple[ScenarioIssue, ...]
    values: dict[str, dict[str, Fraction]] = field(init=False)
    bonuses: list[Bonus] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self.values = {issue.name: dict.fromkeys(issue.options, Fraction(0)) for issue in self.issues}

    def add(self, terms: Mapping[str, frozenset[str]], worth: Fraction) -> None:
        """Adds a bonus for packages that take one of these options on each of these issues.

        What no package can meet adds nothing; without terms it is added to every option of the first issue, so to every package.
        """
        options = {issue.name: frozenset(issue.options) for issue in self.issues}
        binding = {issue: chosen for issue, chosen in terms.items() if chosen != options[issue]}
        if not worth or not all(binding.values()):
            return
        if len(binding) > 1:
            self.bonuses.append(Bonus(binding, worth))
            return
        for issue, chosen in binding.items() or [(self.issues[0].name, options[self.issues[0].name])]:
            for option in chosen:
                self.values[issue][option] += worth
