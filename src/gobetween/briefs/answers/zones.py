"""The answer to: is there a package that everyone could accept, how many are there, and how much room does each party have?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from gobetween.bargaining.deal_zones import DealZone, ValueRange, deal_zone
from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.results import Infeasible, Unknown
from gobetween.briefs.answers.answers import Answer, GivenPackage, GivenStatus
from gobetween.briefs.answers.gains import gains_of
from gobetween.briefs.answers.giving import Giving, answer_for, basis_words, gain_cell, gains_note, terms_in_words
from gobetween.briefs.answers.numbers_open import problem_with_numbers, sees_all
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.numbers_seen import sees
from gobetween.briefs.phrasing import joined, listed
from gobetween.briefs.quantities import counted_packages
from gobetween.briefs.requirements_in_words import conflict_of_values
from gobetween.briefs.scenes import Scene


@frozen
class ZoneAsked:
    """Whether there is a deal zone, and how large; `limit` of its packages are listed (one where numbers may not be seen)."""

    limit: int = field(default=1, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        problem = problem_with_numbers(scene)
        giving = Giving.of(scene, problem, watch)
        found = deal_zone(problem, shown=self.limit if sees_all(scene) else 1, watch=watch)
        result = _result(giving, found)
        return answer_for(
            scenes,
            "zone",
            parties=giving.given_parties(),
            essence=(Cell(_essence(scene, found)),),
            blocks=tuple(_blocks(giving, found, result)),
            result=result,
            plot=gains_of(scene, f"Packages of the deal zone: {scene.case.title}", dict(_named(result))),
        )


@frozen
class GivenRange:
    """What a party gets from packages of the zone, in its own numbers, and how far its reservation value could rise (`headroom`).

    The zone is empty beyond that, all others as they are. What is not proven is of packages found so far: `least`, or `most` and with
    it the headroom.
    """

    least: int
    most: int
    headroom: int
    is_least_proven: bool
    is_most_proven: bool


@frozen
class GivenZone:
    """The deal zone: how many packages at least and at most, some of them, and everybody's range where its numbers are open."""

    status: GivenStatus
    at_least: int = field(kw_only=True)
    at_most: int = field(kw_only=True)
    packages: tuple[GivenPackage, ...] = field(kw_only=True)
    ranges: dict[str, GivenRange] = field(kw_only=True)


def _result(giving: Giving, found: DealZone) -> GivenZone:
    return GivenZone(
        giving.status(found.status),
        at_least=found.size.least,
        at_most=found.size.most,
        packages=tuple(giving.package(each.package) for each in found.packages),
        ranges={
            each.party: GivenRange(
                each.least,
                each.most,
                headroom=each.headroom,
                is_least_proven=each.is_least_proven,
                is_most_proven=each.is_most_proven,
            )
            for each in found.ranges
            if sees(giving.scene, each.party)
        },
    )


def _essence(scene: Scene, found: DealZone) -> str:
    match found.status:
        case Infeasible(conflict):
            return f"There is no deal zone. {conflict_of_values(scene, conflict)}."
        case Unknown(reason):
            return f"Not known: {reason}."
    many = counted_packages(found.size)
    unproven = joined(*_unproven(scene, found))
    but = f" Not proven: {unproven}." if unproven else ""
    within = "Within the red lines and links known to this reader"
    return f"There is a deal zone. {within}, {many} at least as good as no deal for all.{but}"


def _unproven(scene: Scene, found: DealZone) -> Iterator[str]:
    """What of all that is shown might be otherwise."""
    ranges = [each for each in found.ranges if sees(scene, each.party)]

    def whose(parts: Iterable[tuple[ValueRange, bool]]) -> str:
        return listed(scene.names.actor(each.party) for each, is_proven in parts if not is_proven)

    if not found.size.is_exact:
        yield "how many they are"
    if least := whose((each, each.is_least_proven) for each in ranges):
        yield f"the least that {least} can get there"
    if most := whose((each, each.is_most_proven) for each in ranges):
        yield f"the most that {most} can get there, which is also how much more could be needed"
    if best := whose((each, each.is_best_proven) for each in ranges):
        yield f"the best that {best} can get anywhere"


def _blocks(giving: Giving, found: DealZone, result: GivenZone) -> Iterator[Block]:
    scene = giving.scene
    named = list(_named(result))
    columns = ("Package", *(scene.names.actor(party) for party in giving.parties))
    rows = [(Cell(name), *(gain_cell(gain) for gain in package.gains.values())) for name, package in named]
    yield from table_of("For example", columns, rows, note=gains_note(scene))
    yield from listing_of("What they say", (Cell(f"{name}: {terms_in_words(scene, package.terms)}") for name, package in named))
    ranges = [_range(scene, each) for each in found.ranges if sees(scene, each.party)]
    room = ("Party", "Needs at least", "Gets there", "Best anywhere", "Could need more by")
    note = "In each party's own numbers. Beyond the last number the deal zone would be empty, all others as they are."
    yield from table_of("How much room there is", room, [tuple(Cell(text) for text in row) for row in ranges], note=note)
    yield paragraph(basis_words(scene))


def _range(scene: Scene, each: ValueRange) -> tuple[str, ...]:
    least = "" if each.is_least_proven else " or less"
    most = "" if each.is_most_proven else " or more"
    best = "" if each.is_best_proven else " or more"
    return (
        scene.names.actor(each.party),
        f"{each.reservation:,}",
        f"{each.least:,}{least} to {each.most:,}{most}",
        f"{each.best:,}{best}",
        f"{each.headroom:,}{most}",
    )


def _named(result: GivenZone) -> Iterator[tuple[str, GivenPackage]]:
    for place, package in enumerate(result.packages, 1):
        yield (f"Package {place}" if len(result.packages) > 1 else "A package of the deal zone"), package
