"""The graph model of a conflict: who can move from which state to which, and where nobody wants to, all things considered."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen


class Notion(StrEnum):
    """How far a player looks ahead before it leaves a state; see `ConflictGraph.is_stable`."""

    NASH = "Nash"
    GENERAL = "general metarational"
    SYMMETRIC = "symmetric metarational"
    SEQUENTIAL = "sequential"


@frozen(slots=False)
class ConflictGraph:
    """States 0, 1, ..., with what each is worth to each player and where each player can go from it in one move.

    `payoffs[player][state]` are whole numbers of which the order alone counts; `moves[player][state]` are the states that the
    player can reach by itself, never the state itself. Sets of states are kept as bits: bit s for state s.
    """

    players: tuple[str, ...]
    payoffs: tuple[tuple[int, ...], ...] = field(kw_only=True)
    moves: tuple[tuple[frozenset[int], ...], ...] = field(kw_only=True)

    @property
    def states(self) -> range:
        """All states."""
        return range(len(self.payoffs[0]) if self.payoffs else 0)

    def is_stable(self, state: int, player: int, notion: Notion) -> bool:
        """Whether the player would stay in the state (Fang, Hipel and Kilgour 1993; Kilgour and Hipel 2005).

        An improvement is a move of the player's own to a state that it prefers. The state is stable for the player:

        - Nash (Nash 1950): if it has no improvement.
        - General metarational (Howard 1971): if after each improvement the others can move, one after the other, to a state that
          it does not prefer to the first one.
        - Symmetric metarational (Howard 1971): if they can move to such a state that it cannot leave for a preferred one either.
        - Sequential (Fraser and Hipel 1979): if they can move to such a state by improvements of their own alone.

        The others may each move several times, but none twice in a row.
        """
        return all(self.is_deterred(state, each, player, notion) for each in self.improvements(state, player))

    def is_equilibrium(self, state: int, notion: Notion) -> bool:
        """Whether the state is stable for every player."""
        return all(self.is_stable(state, player, notion) for player in range(len(self.players)))

    def improvements(self, state: int, player: int) -> tuple[int, ...]:
        """The states that the player can move to and prefers."""
        own = self.payoffs[player]
        return tuple(sorted(each for each in self.moves[player][state] if own[each] > own[state]))

    def is_deterred(self, state: int, improvement: int, player: int, notion: Notion) -> bool:
        """Whether what the others could do keeps the player from that one improvement; by Nash's notion nothing does."""
        if notion is Notion.NASH:
            return False
        wanted = self._held if notion is Notion.SYMMETRIC else self._no_better
        reach = self._answers(player, notion is Notion.SEQUENTIAL)[improvement]
        return reach & wanted[player][self.payoffs[player][state]] != 0

    def sanctions(self, state: int, improvement: int, player: int, *, are_credible: bool) -> tuple[int, ...]:
        """Where the others can move after that improvement that the player does not prefer to the state; credibly: by improvements."""
        reach = self._answers(player, are_credible)[improvement]
        return tuple(_members(reach & self._no_better[player][self.payoffs[player][state]]))

    def can_escape(self, state: int, player: int, than: int) -> bool:
        """Whether the player can move from the state to one that it prefers to state `than`."""
        return any(self.payoffs[player][each] > self.payoffs[player][than] for each in self.moves[player][state])

    @cached_property
    def _no_better(self) -> tuple[dict[int, int], ...]:
        """For each player, the states that are worth no more than each payoff."""
        return tuple(_upto(payoffs, payoffs) for payoffs in self.payoffs)

    @cached_property
    def _held(self) -> tuple[dict[int, int], ...]:
        """For each player, the states that are worth no more than each payoff, and that it cannot leave for any worth more."""
        found = []
        for payoffs, moves in zip(self.payoffs, self.moves, strict=True):
            most = tuple(max([payoffs[state], *(payoffs[each] for each in moves[state])]) for state in self.states)
            found.append(_upto(most, payoffs))
        return tuple(found)

    def _answers(self, player: int, are_credible: bool) -> list[int]:
        key = (player, are_credible)
        if key not in self._found:
            self._found[key] = self._legal_answers(player, are_credible=are_credible)
        return self._found[key]

    @cached_property
    def _found(self) -> dict[tuple[int, bool], list[int]]:
        return {}

    def _legal_answers(self, player: int, *, are_credible: bool) -> list[int]:
        """For each state, where the others can get from it by legal sequences of moves: nobody moves twice in a row.

        For each of the others, what can be reached when it moves first, made greater until nothing is added. Cost: moves times the
        length of the longest sequence that is needed.
        """
        others = [each for each in range(len(self.players)) if each != player]
        steps = {each: [self._steps(each, state, are_credible) for state in self.states] for each in others}
        reach = {each: [0] * len(self.states) for each in others}
        is_growing = True
        while is_growing:
            is_growing = False
            for first in others:
                then = [sum_of_bits(reach[each][state] for each in others if each != first) for state in self.states]
                for state in self.states:
                    grown = reach[first][state] | sum_of_bits(1 << each | then[each] for each in steps[first][state])
                    is_growing = is_growing or grown != reach[first][state]
                    reach[first][state] = grown
        return [sum_of_bits(reach[each][state] for each in others) for state in self.states]

    def _steps(self, player: int, state: int, are_credible: bool) -> tuple[int, ...]:
        return self.improvements(state, player) if are_credible else tuple(self.moves[player][state])


def sum_of_bits(sets: Iterator[int]) -> int:
    """The union."""
    union = 0
    for each in sets:
        union |= each
    return union


def _upto(keys: tuple[int, ...], limits: tuple[int, ...]) -> dict[int, int]:
    """For each limit, the states whose key is not greater."""
    rising, found, at = 0, {}, 0
    ordered = sorted(range(len(keys)), key=keys.__getitem__)
    for limit in sorted(set(limits)):
        while at < len(ordered) and keys[ordered[at]] <= limit:
            rising |= 1 << ordered[at]
            at += 1
        found[limit] = rising
    return found


def _members(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
