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
    _options: dict[str, frozenset[str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.values = {issue.name: dict.fromkeys(issue.options, Fraction(0)) for issue in self.issues}
        self._options = {issue.name: frozenset(issue.options) for issue in self.issues}

    def add(self, terms: Mapping[str, frozenset[str]], worth: Fraction) -> None:
        """Adds a bonus for packages that take one of these options on each of these issues.

        What no package can meet adds nothing. What every package meets is added to every option of an issue: the first that is named,
        or the first of all.
        """
        if not worth or not all(terms.values()):
            return
        binding = {issue: chosen for issue, chosen in terms.items() if chosen != self._options[issue]}
        if len(binding) > 1:
            self.bonuses.append(Bonus(binding, worth))
            return
        issue = next(iter(binding or terms), self.issues[0].name)
        for option in binding.get(issue, self._options[issue]):
            self.values[issue][option] += worth
