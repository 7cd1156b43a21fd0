"""Doubts as problems for the kernels: each picture's least and most as preferences of a stand-in with a reservation of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Count, Kernel, Watch, unwatched
from gobetween.bargaining.problems import Problem, RequirementKind, reservation_of
from gobetween.bargaining.results import Unknown
from gobetween.model.doubt import Doubt, Picture, certain, count_worlds, together
from gobetween.model.preferences import Preferences

World = tuple[int, ...]
"""One picture of each party: its number among the pictures, in the order of the doubts."""

MOST_WORLDS = 256
"""So many ways of putting one picture of each party together are gone through, and no more."""


@frozen
class Doubtful:
    """A problem without anyone's numbers, and the doubts about everyone whose numbers count, in stated order.

    `firm` are the requirements that lie in the matter, red lines and links, as bits; demands can be talked about.
    """

    bare: Problem
    doubts: tuple[Doubt, ...]
    firm: int = field(kw_only=True)

    @property
    def worlds(self) -> Iterator[World]:
        """Every choice of one picture for each party, in stated order."""
        return product(*(range(len(each.pictures)) for each in self.doubts))

    @property
    def count_worlds(self) -> int:
        """How many worlds there are."""
        return count_worlds(self.doubts)

    def count(self, kernel: Kernel, *, sure: Collection[str] = (), possible: Collection[str] = (), watch: Watch = unwatched) -> Count:
        """How many packages keep what is firm, are surely acceptable to the `sure` parties and possibly to the `possible` ones."""
        kept = [each for doubt in self.doubts if doubt.party in sure for each in sure_stand_ins(doubt)]
        groups = [possible_stand_ins(doubt) for doubt in self.doubts if doubt.party in possible]
        kept += [group[0] for group in groups if len(group) == 1]
        groups = [group for group in groups if len(group) > 1]
        problem, bits = self.with_stand_ins(kept, [each for group in groups for each in group])
        start = len(self.bare.requirements) + len(kept)
        any_of = []
        for group in groups:
            any_of.append(((1 << len(group)) - 1) << start)
            start += len(group)
        return kernel.count(problem, bits, any_of=tuple(any_of), watch=watch)

    def with_stand_ins(self, binding: Sequence[Preferences], others: Sequence[Preferences] = ()) -> tuple[Problem, int]:
        """The problem with these preferences alone, and as bits what is firm together with the reservations of the `binding` ones."""
        start = len(self.bare.requirements)
        stand_ins = (*binding, *others)
        requirements = (*self.bare.requirements, *map(reservation_of, stand_ins))
        problem = evolve(self.bare, requirements=requirements, preferences=stand_ins)
        return problem, self.firm | (((1 << len(binding)) - 1) << start)


def doubtful(problem: Problem, doubts: Iterable[Doubt]) -> Doubtful | Unknown:
    """The problem with the doubts in the place of preferences; those of the problem that no doubt is about are taken as known.

    `Unknown` if nothing is known of the preferences of somebody who decides.
    """
    merged = together(doubts)
    about = {each.party: each for each in merged}
    known = {each.party: about.get(each.party) or certain(each) for each in problem.preferences}
    everyone = {**known, **about}
    deciding = problem.parties or tuple(everyone)
    missing = [party for party in deciding if party not in everyone]
    if missing or not everyone:
        named = ", ".join(missing)
        return Unknown(f"no preferences are known of {named}" if missing else "nobody's preferences are known")
    stated = tuple(each for each in problem.requirements if each.least is None)
    bare = evolve(problem, requirements=stated, preferences=(), parties=())
    firm = bare.matter | bare.bits(RequirementKind.RED_LINE, RequirementKind.LINK)
    return Doubtful(bare, tuple(everyone.values()), firm=firm)


def surely(picture: Picture, name: str) -> Preferences:
    """Preferences whose reservation is kept by exactly what is acceptable whatever is true: the least values, the greatest bar."""
    return evolve(picture.least, party=name, reservation=picture.most.reservation)


def possibly(picture: Picture, name: str) -> Preferences:
    """Preferences whose reservation is kept by exactly what may be acceptable: the greatest values, the least bar."""
    return evolve(picture.most, party=name, reservation=picture.least.reservation)


def not_surely(picture: Picture, name: str) -> Preferences:
    """Preferences whose reservation is kept by exactly what `surely` does not accept: all signs turned."""
    low = picture.least
    values = {issue: {option: -value for option, value in options.items()} for issue, options in low.option_values.items()}
    links = tuple(evolve(link, value=-link.value) for link in low.links)
    return evolve(low, party=name, option_values=values, links=links, reservation=1 - picture.most.reservation)


def sure_stand_ins(doubt: Doubt) -> list[Preferences]:
    """One for every picture: all of them must accept."""
    return [surely(each, f"{doubt.party}/surely/{at}") for at, each in enumerate(doubt.pictures)]


def possible_stand_ins(doubt: Doubt) -> list[Preferences]:
    """One for every picture: one of them must accept."""
    return [possibly(each, f"{doubt.party}/possibly/{at}") for at, each in enumerate(doubt.pictures)]


def accepting(question: Doubtful, world: World) -> list[Preferences]:
    """One for every party: what it may accept in its picture of that world."""
    pictures = (doubt.pictures[at] for doubt, at in zip(question.doubts, world, strict=True))
    return [possibly(picture, f"{picture.least.party}/possibly") for picture in pictures]
