"""The conflict behind a phase of an agreement: who can break or keep what, who can respond, and what that is worth to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from gobetween.bargaining.stability.graphs import ConflictGraph
from gobetween.model.agreement import Obligation, Phase
from gobetween.model.conduct import Conduct, Stake, Worth

MOST_ACTS = 12
"""So many acts (breaking an obligation, responding to a breach) are looked at together in one phase; 2 to that power are the states."""

MOST_MOVES = 2**20
"""So many moves at most, over all states and players."""

Acts = int
"""A set of acts as bits: bit i for act i of the promises."""


@frozen
class Act:
    """That an actor breaks its obligation, or responds to the breach of an obligation."""

    by: str
    obligation: str
    is_response: bool = False


@frozen(slots=False)
class Promises:
    """The obligations of which it is known what hangs on them, in the phase that is under way at `phase` (a place in `phases`).

    Obligations of that phase can be broken, those without a phase, and those of earlier phases that are not done once for all; those of
    later phases are kept until their time comes, and lapse if their phase cannot begin any more. `worth` is what the package itself
    is worth to whom.
    """

    obligations: tuple[Obligation, ...]
    phases: tuple[Phase, ...]
    conduct: Conduct
    phase: int = field(kw_only=True)
    worth: Mapping[str, int] = field(factory=dict, kw_only=True)

    @cached_property
    def stakes(self) -> dict[str, Stake]:
        """What hangs on each obligation, by its id."""
        return {each.obligation: each for each in self.conduct.stakes}

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """All acts that are possible in this phase: breaches in the order of the obligations, each with the responses to it."""
        return tuple(act for each in self.obligations if self._is_open(each) for act in self._acts_about(each))

    @cached_property
    def players(self) -> tuple[str, ...]:
        """Those who can act, in the order in which they come up."""
        return tuple(dict.fromkeys(act.by for act in self.acts))

    def is_too_large(self) -> bool:
        """Whether there are too many acts to go through all states."""
        own = [sum(act.by == player for act in self.acts) for player in self.players]
        return len(self.acts) > MOST_ACTS or sum(2**each for each in own) << len(self.acts) > MOST_MOVES

    def conflict(self) -> tuple[ConflictGraph, tuple[Acts, ...]]:
        """The graph of all states that can be reached from full compliance, which is state 0, and the acts behind each state."""
        places: dict[Acts, int] = {0: 0}
        waiting = [0]
        moves: dict[Acts, list[frozenset[Acts]]] = {}
        for state in waiting:
            moves[state] = [frozenset(self._moves(player, state)) for player in self.players]
            for reached in sorted(frozenset[Acts]().union(*moves[state])):
                if reached not in places:
                    places[reached] = len(places)
                    waiting.append(reached)
        states = tuple(places)
        graph = ConflictGraph(
            self.players,
            payoffs=tuple(tuple(self.payoff(player, state) for state in states) for player in self.players),
            moves=tuple(
                tuple(frozenset(places[each] for each in moves[state][at]) for state in states) for at in range(len(self.players))
            ),
        )
        return graph, states

    def payoff(self, player: str, state: Acts) -> int:
        """What the player has: the package, and what hangs on obligations kept and broken and on responses; nothing on lapsed ones."""
        broken, responded = self._broken(state), [act for act in self._done(state) if act.is_response]
        lapsed = self._lapsed(broken)
        total = self.worth.get(player, 0)
        for each in self.obligations:
            if each.id not in lapsed and each.id in self.stakes:
                stake = self.stakes[each.id]
                total += _share(stake.broken if each.id in broken else stake.kept, player)
        return total + sum(_share(self._response(act), player) for act in responded)

    def named(self, state: Acts) -> tuple[Act, ...]:
        """The acts of a state, in stated order."""
        return tuple(self._done(state))

    def state_of(self, broken: Sequence[str]) -> Acts:
        """The state in which these obligations are broken, as far as they can be in this phase, and nobody has responded."""
        wanted = sum(1 << at for at, act in enumerate(self.acts) if not act.is_response and act.obligation in broken)
        return self._settled(wanted)

    def _is_open(self, obligation: Obligation) -> bool:
        if obligation.id not in self.stakes:
            return False
        at = self._place(obligation)
        return at is None or at == self.phase or (at < self.phase and not self.stakes[obligation.id].is_done_once)

    def _place(self, obligation: Obligation) -> int | None:
        return next((at for at, phase in enumerate(self.phases) if phase.id == obligation.phase), None)

    def _acts_about(self, obligation: Obligation) -> Iterator[Act]:
        yield Act(obligation.actor, obligation.id)
        for response in self.stakes[obligation.id].responses:
            yield Act(response.by, obligation.id, is_response=True)

    def _done(self, state: Acts) -> Iterator[Act]:
        return (act for at, act in enumerate(self.acts) if state >> at & 1)

    def _broken(self, state: Acts) -> set[str]:
        return {act.obligation for act in self._done(state) if not act.is_response}

    def _lapsed(self, broken: set[str]) -> set[str]:
        """The obligations of phases that cannot begin, because something that they need is broken or has lapsed."""
        lapsed: set[str] = set()
        for at, phase in enumerate(self.phases):
            if at > self.phase and not phase.is_entered and {*self.conduct.needs.get(phase.id, ())} & (broken | lapsed):
                lapsed |= {each.id for each in self.obligations if each.phase == phase.id}
        return lapsed

    @cached_property
    def _occasions(self) -> tuple[tuple[Acts, Acts], ...]:
        """For each response, its bit and that of the breach that it answers."""
        bits = {act: 1 << at for at, act in enumerate(self.acts)}
        breaches = {act.obligation: bit for act, bit in bits.items() if not act.is_response}
        return tuple((bit, breaches[act.obligation]) for act, bit in bits.items() if act.is_response)

    def _settled(self, state: Acts) -> Acts:
        """The state without responses to what is not broken."""
        for response, breach in self._occasions:
            if not state & breach:
                state &= ~response
        return state

    def _moves(self, player: str, state: Acts) -> Iterator[Acts]:
        """Every other state to which the player can go by itself: any of its obligations broken or kept, any of its responses."""
        free = [1 << at for at, act in enumerate(self.acts) if act.by == player and self._is_free(act, state, 1 << at)]
        kept = state & ~sum(free)
        for chosen in range(1 << len(free)):
            reached = self._settled(kept | sum(bit for at, bit in enumerate(free) if chosen >> at & 1))
            if reached != state:
                yield reached

    def _is_free(self, act: Act, state: Acts, bit: Acts) -> bool:
        if act.is_response:
            return act.obligation in self._broken(state)
        return not (state & bit and self.stakes[act.obligation].is_final)

    def _response(self, act: Act) -> Worth:
        return next(each.worth for each in self.stakes[act.obligation].responses if each.by == act.by)


def _share(worth: Worth, player: str) -> int:
    return worth.get(player, 0)
