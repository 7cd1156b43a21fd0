"""What is not known for sure of a party's preferences: the ways in which they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import prod

from attrs import evolve, field, frozen

from gobetween.model.preferences import Preferences, ValueLink


@frozen
class Picture:
    """One way in which a party's preferences may be: each number from what it has in `least` to what it has in `most`.

    Both name the same party and the same combinations of options in their value links, in one order. Numbers that are known have
    the same value in both. `name` says where the picture comes from.

    A picture with `weights` of issues is an extreme case: what is true lies somewhere between it and the other pictures with weights
    that come from the same assumption set (it is a weighted mean of them).
    """

    least: Preferences
    most: Preferences
    name: str = field(default="", kw_only=True)
    weights: Mapping[str, int] = field(factory=dict, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.least.party != self.most.party or [each.if_chosen for each in self.least.links] != [
            each.if_chosen for each in self.most.links
        ]:
            msg = f"a picture of '{self.least.party}' needs one party, and the same value links at both ends"
            raise ValueError(msg)
        if any(low > high for low, high in self._ends()):
            msg = f"a picture of '{self.least.party}' has a number that is greater at its lower end than at its upper end"
            raise ValueError(msg)

    def _ends(self) -> Iterator[tuple[int, int]]:
        yield self.least.reservation, self.most.reservation
        for low, high in zip(self.least.links, self.most.links, strict=True):
            yield low.value, high.value
        for issue, option in self.options:
            yield self.ends(issue, option)

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The issues and options that have a number, in stated order."""
        both = (self.least.option_values, self.most.option_values)
        named = ((issue, option) for values in both for issue, options in values.items() for option in options)
        return tuple(dict.fromkeys(named))

    def ends(self, issue: str, option: str) -> tuple[int, int]:
        """The least and the most that an option may be worth."""
        return self.least.option_values.get(issue, {}).get(option, 0), self.most.option_values.get(issue, {}).get(option, 0)

    @property
    def is_certain(self) -> bool:
        """Whether no number in it is in doubt."""
        return all(low == high for low, high in self._ends())


@frozen
class Doubt:
    """What may be true of a party's preferences: one of the pictures, or what lies between extreme cases (`alternatives`)."""

    party: str
    pictures: tuple[Picture, ...]

    def __attrs_post_init__(self) -> None:
        if not self.pictures or any(each.least.party != self.party for each in self.pictures):
            msg = f"a doubt about '{self.party}' needs at least one picture, of that party alone"
            raise ValueError(msg)

    @property
    def alternatives(self) -> tuple[tuple[Picture, ...], ...]:
        """The pictures of which one is right, each by itself, and extreme cases together between which what is true may lie."""
        groups: dict[object, list[Picture]] = {}
        for at, each in enumerate(self.pictures):
            groups.setdefault(("between", each.least.assumption) if each.weights else at, []).append(each)
        return tuple(tuple(each) for each in groups.values())

    @property
    def is_none(self) -> bool:
        """Whether the preferences are known: one picture without anything in doubt."""
        return len(self.pictures) == 1 and self.pictures[0].is_certain

    @property
    def middle(self) -> Preferences:
        """One set of numbers in the midst: the middle of each number's ends, averaged over the pictures, rounded down.

        Of a picture for every order of issue weights this is the rank order centroid (Barron and Barrett 1996). Where the pictures
        differ in their value links, those of the first picture are taken.
        """
        first = self.pictures[0].least
        options = dict.fromkeys(each for picture in self.pictures for each in picture.options)
        values: dict[str, dict[str, int]] = {}
        for issue, option in options:
            values.setdefault(issue, {})[option] = _middle(picture.ends(issue, option) for picture in self.pictures)
        reservation = _middle((each.least.reservation, each.most.reservation) for each in self.pictures)
        return evolve(first, option_values=values, reservation=reservation, links=tuple(self._middle_links()))

    def _middle_links(self) -> Iterator[ValueLink]:
        conditions = [each.if_chosen for each in self.pictures[0].least.links]
        alike = [each for each in self.pictures if [link.if_chosen for link in each.least.links] == conditions]
        for at, condition in enumerate(conditions):
            yield ValueLink(condition, _middle((each.least.links[at].value, each.most.links[at].value) for each in alike))


def certain(preferences: Preferences) -> Doubt:
    """Preferences that are known, as a doubt about nothing."""
    return Doubt(preferences.party, (Picture(preferences, preferences),))


def standing_in(preferences: Iterable[Preferences], doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """One doubt for each of the preferences: that about its party from its own assumption set, or else a doubt about nothing.

    So doubts come in only where the numbers of that assumption set would be computed with.
    """
    about = {(each.party, each.pictures[0].least.assumption): each for each in doubts}
    return tuple(about.get((each.party, each.assumption)) or certain(each) for each in preferences)


def together(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """One doubt a party, with all pictures that any of these has of it; in the order in which the parties come up."""
    pictures: dict[str, list[Picture]] = {}
    for doubt in doubts:
        of_party = pictures.setdefault(doubt.party, [])
        of_party.extend(each for each in doubt.pictures if each not in of_party)
    return tuple(Doubt(party, tuple(each)) for party, each in pictures.items())


def count_worlds(doubts: Iterable[Doubt]) -> int:
    """In how many ways one picture of each party can be put together."""
    return prod(len(each.pictures) for each in doubts)


def _middle(ends: Iterable[tuple[int, int]]) -> int:
    found = list(ends)
    return sum(low + high for low, high in found) // (2 * len(found))
