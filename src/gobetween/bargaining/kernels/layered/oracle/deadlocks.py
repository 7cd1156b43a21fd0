"""All minimal conflicts and openings at once: the conflicts are the minimal sets that share a member with every opening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints, Words
from gobetween.bargaining.kernels.layered.oracle.desks import MET, NOT_MET, UNDECIDED, Bools, Desk, Graph
from gobetween.bargaining.kernels.layered.oracle.meeting import meet

_NOTHING = np.uint64(0)
_ONE = np.uint64(1)

OPENINGS, CONFLICTS, WAITING, DOUBTS = 0, 1, 2, 3
"""Places of the counts: openings and conflicts found, sets that wait, and sets of which the oracle could not tell."""


class Ledger(NamedTuple):
    """What is found and what is still to be looked at; each set is a row of words."""

    openings: Words  # (room, words)
    is_minimal: Bools  # (room,): whether that is proven of the opening
    conflicts: Words  # (room, words)
    waiting: Words  # (room, words): sets that hit the first openings minimally
    hit: Ints  # (room,): how many openings that is
    counts: Ints  # (4,)
    order: Ints  # (requirements that can be conceded,): the dearest first


@compiled
def explore(graph: Graph, desk: Desk, ledger: Ledger, most_work: int, most_found: int, work_of_a_question: int) -> None:
    """Goes on until nothing is waiting, there is no room left, enough was found, or enough work was done.

    Depth first through the minimal hitting sets of the first opening, the first two, and so on (Kavvadias and Stavropoulos 2005).
    One that hits all known openings is put to the oracle: either it is a conflict, or what a package that meets it breaks, made
    as little as possible, is an opening that was not known.
    """
    counts = ledger.counts
    desk.work[0] = 0
    found = counts[OPENINGS] + counts[CONFLICTS]
    members = ledger.order.shape[0]
    chosen = np.zeros(ledger.waiting.shape[1], np.uint64)
    while counts[WAITING] and desk.work[0] < most_work and counts[OPENINGS] + counts[CONFLICTS] - found < most_found:
        if counts[OPENINGS] + 1 >= ledger.openings.shape[0] or counts[CONFLICTS] + 1 >= ledger.conflicts.shape[0]:
            return
        if counts[WAITING] + members >= ledger.waiting.shape[0]:
            return
        counts[WAITING] -= 1
        for word in range(chosen.shape[0]):
            chosen[word] = ledger.waiting[counts[WAITING], word]
        at = _first_missed(ledger, chosen, ledger.hit[counts[WAITING]])
        desk.work[0] += at - ledger.hit[counts[WAITING]] + 1
        if at == counts[OPENINGS]:
            answer = meet(graph, desk, chosen, 4 * work_of_a_question)  # missing one conflict weighs more than a needless concession
            if answer == NOT_MET:
                for word in range(chosen.shape[0]):
                    ledger.conflicts[counts[CONFLICTS], word] = chosen[word]
                counts[CONFLICTS] += 1
                continue
            if answer == UNDECIDED:
                counts[DOUBTS] += 1
                continue
            _note_opening(graph, desk, ledger, chosen, work_of_a_question)
        _extend(desk, ledger, chosen, at)


@compiled
def _first_missed(ledger: Ledger, chosen: Words, at: int) -> int:
    """The first opening from `at` on with which the set shares nothing."""
    while at < ledger.counts[OPENINGS]:
        is_hit = False
        for word in range(chosen.shape[0]):
            is_hit = is_hit or ledger.openings[at, word] & chosen[word] != _NOTHING
        if not is_hit:
            break
        at += 1
    return at


@compiled
def _note_opening(graph: Graph, desk: Desk, ledger: Ledger, chosen: Words, work_of_a_question: int) -> None:
    """Adds what the path breaks, without what some package that meets all the rest needs not break."""
    at = ledger.counts[OPENINGS]
    left = ledger.openings[at]
    for each in range(left.shape[0]):
        left[each] = desk.breaks[each]
    ledger.is_minimal[at] = True
    asked = np.zeros(chosen.shape[0], np.uint64)
    for place in range(ledger.order.shape[0]):
        word, bit = ledger.order[place] // 64, _ONE << np.uint64(ledger.order[place] % 64)
        if not left[word] & bit:
            continue
        for each in range(asked.shape[0]):
            asked[each] = _NOTHING
        for other in range(ledger.order.shape[0]):
            its, one = ledger.order[other] // 64, _ONE << np.uint64(ledger.order[other] % 64)
            if not left[its] & one or other == place:
                asked[its] |= one
        if _holds_conflict(desk, ledger, asked, word, bit):
            continue
        answer = meet(graph, desk, asked, work_of_a_question)
        if answer == MET:
            for each in range(left.shape[0]):
                left[each] &= desk.breaks[each]
        elif answer == UNDECIDED:
            ledger.is_minimal[at] = False
    ledger.counts[OPENINGS] += 1
    ledger.counts[DOUBTS] += not ledger.is_minimal[at]


@compiled
def _holds_conflict(desk: Desk, ledger: Ledger, asked: Words, word: int, bit: np.uint64) -> bool:
    """Whether a known conflict with that member lies within the requirements asked about."""
    desk.work[0] += ledger.counts[CONFLICTS] // 4
    for at in range(ledger.counts[CONFLICTS]):
        if ledger.conflicts[at, word] & bit:
            is_within = True
            for each in range(asked.shape[0]):
                is_within = is_within and not ledger.conflicts[at, each] & ~asked[each]
            if is_within:
                return True
    return False


@compiled
def _extend(desk: Desk, ledger: Ledger, chosen: Words, at: int) -> None:
    """Lets those sets wait that hit the opening `at` too, by one more member, and of which no member is needless for those before."""
    opening = ledger.openings[at]
    for place in range(ledger.order.shape[0]):
        word, bit = ledger.order[place] // 64, _ONE << np.uint64(ledger.order[place] % 64)
        if opening[word] & bit:
            row = ledger.counts[WAITING]
            extended = ledger.waiting[row]
            for each in range(chosen.shape[0]):
                extended[each] = chosen[each]
            extended[word] |= bit
            if _is_minimal(desk, ledger, extended, at):
                ledger.hit[row] = at + 1
                ledger.counts[WAITING] += 1


@compiled
def _is_minimal(desk: Desk, ledger: Ledger, chosen: Words, last: int) -> bool:
    """Whether each member is the only one to hit some opening up to the `last`."""
    needed = np.zeros(chosen.shape[0], np.uint64)
    for at in range(last, -1, -1):
        hits, sole = 0, -1
        for word in range(chosen.shape[0]):
            both = ledger.openings[at, word] & chosen[word]
            if both:
                hits += 1 if both & (both - _ONE) == _NOTHING else 2
                sole = word
        if hits == 1:
            needed[sole] |= ledger.openings[at, sole] & chosen[sole]
            is_all = True
            for word in range(chosen.shape[0]):
                is_all = is_all and needed[word] == chosen[word]
            if is_all:
                desk.work[0] += (last - at) // 4 + 1
                return True
    desk.work[0] += last // 4 + 1
    return False


def ledger_for(order: Sequence[int], words: int) -> Ledger:
    """An empty ledger, in which the empty set waits."""
    room = 2 * len(order) + 64
    counts = np.zeros(4, np.int64)
    counts[WAITING] = 1
    return Ledger(
        openings=np.zeros((room, words), np.uint64),
        is_minimal=np.zeros(room, np.bool_),
        conflicts=np.zeros((room, words), np.uint64),
        waiting=np.zeros((room, words), np.uint64),
        hit=np.zeros(room, np.int64),
        counts=counts,
        order=np.array(order, np.int64),
    )


def with_room(ledger: Ledger) -> Ledger:
    """The same ledger with more room where it is getting short."""
    openings, conflicts, waiting, _ = (int(count) for count in ledger.counts)
    short = len(ledger.order) + 2
    if openings + 2 >= len(ledger.openings):
        ledger = ledger._replace(openings=_doubled(ledger.openings), is_minimal=_doubled(ledger.is_minimal))
    if conflicts + 2 >= len(ledger.conflicts):
        ledger = ledger._replace(conflicts=_doubled(ledger.conflicts))
    if waiting + short >= len(ledger.waiting):
        ledger = ledger._replace(waiting=_doubled(ledger.waiting), hit=_doubled(ledger.hit))
    return ledger


def _doubled(rows: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([rows, np.zeros_like(rows)])
