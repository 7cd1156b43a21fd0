"""Whether a deal would be kept: who would gain by breaking what, in which phase, and what deters them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from gobetween.bargaining.kernels import Progress, Watch, unwatched
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Optimal, Status, Unknown
from gobetween.bargaining.stability.graphs import ConflictGraph, Notion
from gobetween.bargaining.stability.promises import MOST_ACTS, Act, Acts, Promises
from gobetween.model.agreement import Obligation, Phase
from gobetween.model.conduct import Conduct
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import Package

MOST_SHOWN = 50
"""How many equilibria, and how many sanctions of one breach, are shown at most; those with the fewest acts come first."""


@frozen
class Sanction:
    """What others can do after a breach, so that whoever broke has no more than before.

    It `is_credible` if each of them prefers doing its part, in some order, to leaving it; `is_inescapable` if whoever broke cannot
    move from there to anything better than compliance.
    """

    acts: tuple[Act, ...]
    is_credible: bool = field(kw_only=True)
    is_inescapable: bool = field(kw_only=True)


@frozen
class Temptation:
    """A smallest set of own obligations that a party gains by breaking while all else is kept, and what could deter it.

    `deterred` says for each notion of stability whether the party would refrain, this breach alone considered.
    """

    party: str
    obligations: tuple[str, ...]
    gain: int = field(kw_only=True)
    sanctions: tuple[Sanction, ...] = field(kw_only=True)
    deterred: Mapping[Notion, bool] = field(kw_only=True)


@frozen
class Equilibrium:
    """A state that nobody would leave, by these notions: what is broken and how others respond; nothing is full compliance."""

    acts: tuple[Act, ...]
    notions: tuple[Notion, ...]


@frozen
class PhaseStability:
    """One phase while it is under way (`None`: there are no phases).

    `gains` is what its owner would gain by breaking each obligation alone, below 0 a loss. `complying` are for each notion those who
    would not move away from full compliance: it is an equilibrium if all `players` are. `announced` is what comes of what was
    announced: the breaches, with the notions by which that is an equilibrium.
    """

    phase: str | None
    players: tuple[str, ...] = field(kw_only=True)
    gains: Mapping[str, int] = field(kw_only=True)
    temptations: tuple[Temptation, ...] = field(kw_only=True)
    complying: Mapping[Notion, tuple[str, ...]] = field(kw_only=True)
    equilibria: tuple[Equilibrium, ...] = field(kw_only=True)
    announced: Equilibrium | None = field(default=None, kw_only=True)

    def is_kept(self, notion: Notion) -> bool:
        """Whether full compliance is an equilibrium."""
        return self.complying[notion] == self.players


@frozen
class Stability:
    """Phase by phase, whether a deal would be kept.

    `unvalued` are obligations of which nothing is assumed: they are left out. `no_better_off` are those to whom the package, with every
    obligation kept, is worth less than their reservation value. The status is `Optimal`; `Feasible` if it was stopped after some
    phases; `Unknown` if nothing is assumed about conduct, or a phase has too many acts.
    """

    status: Status
    phases: tuple[PhaseStability, ...] = field(default=(), kw_only=True)
    unvalued: tuple[str, ...] = field(default=(), kw_only=True)
    no_better_off: tuple[str, ...] = field(default=(), kw_only=True)

    def breaks_in(self, notion: Notion) -> PhaseStability | None:
        """The first phase in which full compliance is no equilibrium, or `None`."""
        return next((each for each in self.phases if not each.is_kept(notion)), None)


def stability(
    problem: Problem,
    package: Package,
    conduct: Conduct,
    obligations: Sequence[Obligation],
    phases: Sequence[Phase] = (),
    *,
    watch: Watch = unwatched,
) -> Stability:
    """Whether a deal would be kept, by the graph model for conflict resolution (Kilgour, Hipel and Fang 1987).

    Each phase is looked at while it is under way. Whoever owes an obligation can break it, or take it up again; whoever can respond
    to a breach can do so while it lasts. Each does so with all of its own acts in one move. Obligations of later phases are taken to
    be kept in their time, and lapse with their phase if what it needs is broken. What players have is added up: the package (by the
    problem's preferences; an empty one is left out), what hangs on obligations, and responses. See `ConflictGraph.is_stable` for the
    notions.

    It is a model: nobody's intentions are known by it, and it says nothing of anyone whose stakes it was not given.

    Cost: states times moves, 2 to the number of acts in a phase at most (12 acts take some seconds); more are refused.

    Raises:
        InvalidCase: the conduct names an obligation or a phase that is not there.
    """
    _check(conduct, obligations, phases)
    stakes = {each.obligation for each in conduct.stakes}
    unvalued = tuple(each.id for each in obligations if each.id not in stakes)
    if not stakes:
        return Stability(Unknown("nothing is assumed of what hangs on the obligations"), unvalued=unvalued)
    values = problem.values(package) if package else {}
    found: list[PhaseStability] = []
    status: Status = Optimal()
    for at in range(max(1, len(phases))):
        promises = Promises(tuple(obligations), tuple(phases), conduct, phase=at, worth=values)
        if promises.is_too_large():
            status = Unknown(f"more than {MOST_ACTS} breaches and responses are possible at once; give stakes of fewer obligations")
            break
        if not watch(Progress("phases", at, len(phases), len(found))):
            status = Feasible()
            break
        found.append(_of_phase(promises, phases[at].id if phases else None))
    all_kept = Promises(tuple(obligations), tuple(phases), conduct, phase=0, worth=values)
    reserved = zip(problem.preferences, problem.reservations, strict=True)
    no_better_off = tuple(each.party for each, bar in reserved if package and all_kept.payoff(each.party, 0) < bar)
    return Stability(status, phases=tuple(found), unvalued=unvalued, no_better_off=no_better_off)


def _check(conduct: Conduct, obligations: Sequence[Obligation], phases: Sequence[Phase]) -> None:
    known, places = {each.id for each in obligations}, {each.id for each in phases}
    named = [
        *(each.obligation for each in conduct.stakes),
        *(obligation for each in conduct.needs.values() for obligation in each),
        *(obligation for each in conduct.announcements for obligation in each.breaks),
    ]
    missing = [f"obligation '{each}'" for each in dict.fromkeys(named) if each not in known]
    missing += [f"phase '{each}'" for each in conduct.needs if each not in places]
    if missing:
        msg = f"conduct names {', '.join(missing)}, which is not there; name obligations and phases of this deal, or leave them out"
        raise InvalidCase(msg)


def _of_phase(promises: Promises, name: str | None) -> PhaseStability:
    graph, states = promises.conflict()
    complying = {
        notion: tuple(player for at, player in enumerate(graph.players) if graph.is_stable(0, at, notion)) for notion in Notion
    }
    return PhaseStability(
        name,
        players=graph.players,
        gains=_gains(promises),
        temptations=tuple(_temptations(promises, graph, states)),
        complying=complying,
        equilibria=tuple(_equilibria(promises, graph, states)),
        announced=_announced(promises, graph, states),
    )


def _gains(promises: Promises) -> dict[str, int]:
    breaches = [act for act in promises.acts if not act.is_response]
    return {
        each.obligation: promises.payoff(each.by, promises.state_of([each.obligation])) - promises.payoff(each.by, 0)
        for each in breaches
    }


def _temptations(promises: Promises, graph: ConflictGraph, states: tuple[Acts, ...]) -> Iterator[Temptation]:
    for at, player in enumerate(graph.players):
        better = graph.improvements(0, at)
        for place in _fewest(better, states):
            yield Temptation(
                player,
                tuple(act.obligation for act in promises.named(states[place])),
                gain=graph.payoffs[at][place] - graph.payoffs[at][0],
                sanctions=tuple(_sanctions(promises, graph, states, at, place)),
                deterred={notion: graph.is_deterred(0, place, at, notion) for notion in Notion},
            )


def _sanctions(promises: Promises, graph: ConflictGraph, states: tuple[Acts, ...], player: int, breach: int) -> Iterator[Sanction]:
    """The smallest sets of acts of others that suffice, and of these that do so credibly."""
    credible = set(graph.sanctions(0, breach, player, are_credible=True))
    every = graph.sanctions(0, breach, player, are_credible=False)
    smallest = dict.fromkeys([*_fewest(every, states), *_fewest(sorted(credible), states)])
    for place in sorted(smallest, key=lambda each: (states[each].bit_count(), each))[:MOST_SHOWN]:
        yield Sanction(
            tuple(act for act in promises.named(states[place]) if act.by != graph.players[player]),
            is_credible=place in credible,
            is_inescapable=not graph.can_escape(place, player, 0),
        )


def _equilibria(promises: Promises, graph: ConflictGraph, states: tuple[Acts, ...]) -> list[Equilibrium]:
    found: list[Equilibrium] = []
    for place in sorted(graph.states, key=lambda each: (states[each].bit_count(), each)):
        notions = tuple(notion for notion in Notion if graph.is_equilibrium(place, notion))
        if notions and len(found) < MOST_SHOWN:
            found.append(Equilibrium(promises.named(states[place]), notions))
    return found


def _announced(promises: Promises, graph: ConflictGraph, states: tuple[Acts, ...]) -> Equilibrium | None:
    state = promises.state_of([each for announcement in promises.conduct.announcements for each in announcement.breaks])
    if not state:
        return None
    place = states.index(state)
    return Equilibrium(promises.named(state), tuple(notion for notion in Notion if graph.is_equilibrium(place, notion)))


def _fewest(places: Sequence[int], states: tuple[Acts, ...]) -> list[int]:
    """Those of the states whose acts include those of no other."""
    return [each for each in places if not any(states[other] & states[each] == states[other] for other in places if other != each)]
