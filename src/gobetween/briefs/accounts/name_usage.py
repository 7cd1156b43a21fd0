"""Which reports speak of one matter, so that "the union" in one may be the union that another names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from fractions import Fraction
from itertools import combinations

from attrs import frozen

from gobetween.briefs.accounts.name_joins import ABBREVIATION

TELLING = 1000  # a smaller number may be met twice by chance


@frozen
class Used:
    """What a report uses: names of actors, names and surnames of persons, numbers with their units."""

    names: tuple[str, ...]
    people: tuple[str, ...] = ()
    numbers: tuple[tuple[int | Fraction, str], ...] = ()


@frozen
class Usage:
    """Which reports use a name, by number, and of which matter each report is."""

    reports_of: Mapping[str, frozenset[int]]
    matter_of: tuple[int, ...]
    key_of: Callable[[str], str]

    def is_of_one_matter(self, short: str, long: str) -> bool:
        """Whether each report that uses the short name is of the matter of one that has the long one."""
        known = {self.matter_of[index] for index in self._reports(long)}
        return all(self.matter_of[index] in known for index in self._reports(short))

    def _reports(self, name: str) -> frozenset[int]:
        return self.reports_of.get(self.key_of(name), frozenset())


def usage_of(reports: Iterable[Used], key_of: Callable[[str], str]) -> Usage:
    """What the reports use, `key_of` giving one key to all ways of writing a name.

    Reports that share a proper name, a large number, or two roles of several words are of one matter, be it by way of a third. An
    abbreviation is no proper name here: it may stand for several.
    """
    users: dict[str, set[int]] = {}
    proper: set[str] = set()
    numbers: dict[Hashable, set[int]] = {}
    matters: list[int] = []
    for index, report in enumerate(reports):
        for name in (*report.names, *report.people):
            users.setdefault(key_of(name), set()).add(index)
            if name != name.lower() and not ABBREVIATION.fullmatch(name):
                proper.add(key_of(name))
        for value, unit in report.numbers:
            if value >= TELLING:
                numbers.setdefault((value, unit), set()).add(index)
        matters.append(index)
    roles = sorted(key for key, using in users.items() if len(using) > 1 and key not in proper and " " in key)
    for using in (
        *(users[key] for key in sorted(proper)),
        *numbers.values(),
        *(users[one] & users[other] for one, other in combinations(roles, 2)),
    ):
        _join(matters, using)
    return Usage({key: frozenset(each) for key, each in users.items()}, tuple(matters), key_of)


def _join(matters: list[int], using: Collection[int]) -> None:
    """Makes one matter of those of these reports."""
    joined = {matters[index] for index in using}
    if len(joined) > 1:
        first = min(joined)
        matters[:] = [first if matter in joined else matter for matter in matters]
