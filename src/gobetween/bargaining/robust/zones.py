"""Which packages are surely, possibly or never in the deal zone while numbers are in doubt, and on whom that hangs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from gobetween.bargaining.kernels import Choice, Count, Kernel, Progress, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Optimal, Status, Unknown
from gobetween.bargaining.robust.doubts import Doubtful, doubtful, not_surely, possibly, sure_stand_ins, surely
from gobetween.model.doubt import Doubt
from gobetween.model.issues import Package
from gobetween.model.preferences import Preferences

SHOWN = 10
"""How many packages of each sort are shown unless told otherwise."""

_NO_COUNT = Count(0, 0)


class Sureness(StrEnum):
    """How sure it is that a package is acceptable, whatever is true of what is in doubt."""

    SURELY = "surely"
    POSSIBLY = "possibly"
    NEVER = "never"


@frozen
class PartyInDoubt:
    """Of the packages that keep what is firm, how many are `surely` and how many at least `possibly` acceptable to a party.

    `alone` are those that hang on this party alone: acceptable to it possibly but not surely, and surely to all others.
    """

    party: str
    surely: Count = field(kw_only=True)
    possibly: Count = field(kw_only=True)
    alone: Count = field(kw_only=True)


@frozen
class DoubtfulZone:
    """How many packages keep red lines, links and rules, and of these how many are surely, and at least possibly, in the deal zone.

    `sure` and `doubtful` are the first packages found of those that surely are, and of those that may or may not be. The status is
    `Optimal` if all counts are exact, `Feasible` if some are bounds, `Unknown` if nothing is known of somebody's preferences.
    """

    status: Status
    packages: Count = _NO_COUNT
    surely: Count = field(default=_NO_COUNT, kw_only=True)
    possibly: Count = field(default=_NO_COUNT, kw_only=True)
    sure: tuple[Package, ...] = field(default=(), kw_only=True)
    doubtful: tuple[Package, ...] = field(default=(), kw_only=True)
    parties: tuple[PartyInDoubt, ...] = field(default=(), kw_only=True)

    @property
    def in_doubt(self) -> Count:
        """How many may or may not be in the zone."""
        return less(self.possibly, self.surely)

    @property
    def never(self) -> Count:
        """How many of those that keep what is firm are not in the zone, whatever is true."""
        return less(self.packages, self.possibly)


@frozen
class Classified:
    """How sure it is that a package is in the deal zone, for each party by itself, and by the `broken` red lines, links and rules."""

    package: Package
    sureness: Sureness
    parties: dict[str, Sureness] = field(kw_only=True)
    broken: tuple[str, ...] = field(default=(), kw_only=True)


def doubtful_zone(
    problem: Problem, doubts: Iterable[Doubt], *, shown: int = SHOWN, kernel: Kernel | None = None, watch: Watch = unwatched
) -> DoubtfulZone:
    """What is sure of the deal zone, whatever is true of what is in doubt.

    In a picture a package is worth between the sum of its least and the sum of its greatest values. It is *surely* acceptable to a
    party if in every picture the least that it is worth reaches the greatest reservation value; *possibly* if in some picture the
    most reaches the least; otherwise never. It is surely, or possibly, in the zone if that holds for everyone whose preferences
    are counted, and red lines, links and rules are kept. Numbers are taken to be independent of each other within their ends, and
    doubts about different parties too: where they are not, what is said to be sure is sure, and what is never is never.

    Cost: 3 + 3 counts for each party in doubt, over as many stand-in preferences as there are pictures, and some searches.
    """
    question = doubtful(problem, doubts)
    if isinstance(question, Unknown):
        return DoubtfulZone(question)
    kernel = kernel or kernel_for(problem)
    everyone = [doubt.party for doubt in question.doubts]
    packages = question.count(kernel, watch=watch)
    sure = question.count(kernel, sure=everyone, watch=watch)
    possible = question.count(kernel, possible=everyone, watch=watch)
    parties = tuple(_of_party(question, doubt.party, sure, kernel, watch) for doubt in question.doubts if not doubt.is_none)
    shown_sure = sure_packages(question, shown, kernel, watch) if sure.most else ()
    shown_doubtful = doubtful_packages(question, shown, kernel, watch) if possible.most > sure.least else ()
    sure = _at_least(sure, len(shown_sure))
    possible = _at_least(possible, sure.least + len(shown_doubtful))
    counts = [packages, sure, possible, *(count for each in parties for count in (each.surely, each.possibly, each.alone))]
    return DoubtfulZone(
        Optimal() if all(count.is_exact for count in counts) else Feasible(),
        packages,
        surely=sure,
        possibly=possible,
        sure=_shown(question, shown_sure),
        doubtful=_shown(question, shown_doubtful),
        parties=parties,
    )


def classify(problem: Problem, doubts: Iterable[Doubt], package: Package) -> Classified | Unknown:
    """How sure it is that this package is in the deal zone (see `doubtful_zone`)."""
    question = doubtful(problem, doubts)
    if isinstance(question, Unknown):
        return question
    parties = {doubt.party: sureness_to(doubt, package) for doubt in question.doubts}
    broken = tuple(each.id for each in question.bare.required(question.firm) if not each.is_met_by(package))
    found = set(parties.values())
    worst = next(each for each in (Sureness.NEVER, Sureness.POSSIBLY, Sureness.SURELY) if each in found)
    return Classified(package, Sureness.NEVER if broken else worst, parties=parties, broken=broken)


def sureness_to(doubt: Doubt, package: Package) -> Sureness:
    """How sure it is that the party accepts the package, what is firm apart."""
    if all(_accepts(surely(picture, doubt.party), package) for picture in doubt.pictures):
        return Sureness.SURELY
    accepted = any(_accepts(possibly(picture, doubt.party), package) for picture in doubt.pictures)
    return Sureness.POSSIBLY if accepted else Sureness.NEVER


def less(one: Count, other: Count) -> Count:
    """The difference of two counts of which the first includes the other."""
    return Count(max(0, one.least - other.most), max(0, one.most - other.least))


def sure_packages(question: Doubtful, most: int, kernel: Kernel, watch: Watch = unwatched) -> tuple[Choice, ...]:
    """The first packages found that are surely in the zone."""
    return _some(question, [each for doubt in question.doubts for each in sure_stand_ins(doubt)], most, kernel, watch)


def doubtful_packages(question: Doubtful, most: int, kernel: Kernel, watch: Watch = unwatched) -> tuple[Choice, ...]:
    """The first packages found that may or may not be in the zone, in stated order.

    Every choice of pictures in which a package may be acceptable is gone through, with every picture in which it may not be, until
    there are enough, or the watch says to stop: cost worlds x pictures searches at worst.
    """
    found: set[Choice] = set()
    for world in question.worlds:
        high = [possibly(doubt.pictures[at], f"{doubt.party}/possibly") for doubt, at in zip(question.doubts, world, strict=True)]
        for doubt in question.doubts:
            for picture in doubt.pictures:
                if doubt.is_none or len(found) >= most or not watch(Progress("packages in doubt", len(found), most)):
                    continue
                stand_ins = [*high, not_surely(picture, f"{doubt.party}/not surely")]
                found.update(_some(question, stand_ins, most, kernel, watch))
        if len(found) >= most:
            break
    return tuple(sorted(found)[:most])


def _at_least(count: Count, found: int) -> Count:
    """The count, where it is not exact, with what was found beside it."""
    return Count(max(count.least, found), count.most)


def _of_party(question: Doubtful, party: str, sure: Count, kernel: Kernel, watch: Watch) -> PartyInDoubt:
    others = [doubt.party for doubt in question.doubts if doubt.party != party]
    return PartyInDoubt(
        party,
        surely=question.count(kernel, sure=[party], watch=watch),
        possibly=question.count(kernel, possible=[party], watch=watch),
        alone=less(question.count(kernel, sure=others, possible=[party], watch=watch), sure),
    )


def _some(question: Doubtful, stand_ins: list[Preferences], most: int, kernel: Kernel, watch: Watch) -> tuple[Choice, ...]:
    problem, kept = question.with_stand_ins(stand_ins)
    return kernel.search(problem, kept, Total((0,) * len(stand_ins)), most=most, watch=watch).choices


def _shown(question: Doubtful, choices: Iterable[Choice]) -> tuple[Package, ...]:
    return tuple(package_of(question.bare.issues, choice) for choice in choices)


def _accepts(preferences: Preferences, package: Package) -> bool:
    return preferences.value(package) >= preferences.reservation
