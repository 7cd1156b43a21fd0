"""Sets as bits: those that contain no other, and the smallest that meet all of a family."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from itertools import islice
from operator import or_


def members(mask: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, ascending."""
    return tuple(at for at in range(mask.bit_length()) if mask >> at & 1)


def in_stated_order(masks: Iterable[int]) -> list[int]:
    """Smaller sets first; those of one size by their members."""
    return sorted(masks, key=lambda mask: (mask.bit_count(), members(mask)))


def minimal_masks(masks: Iterable[int], limit: int) -> tuple[list[int], bool]:
    """The sets that contain none of the others, in stated order, and whether these are all; stops after `limit`.

    Those given are always truly minimal, since smaller sets come first. Cost: at most sets times minimal sets.
    """
    minimal: list[int] = []
    for mask in sorted(set(masks), key=lambda mask: (mask.bit_count(), mask)):
        within = _place_of_subset(mask, minimal)
        if within is not None:
            minimal.insert(0, minimal.pop(within))  # what rules out one set soon rules out others
        elif len(minimal) == limit:
            return in_stated_order(minimal), False
        else:
            minimal.append(mask)
    return in_stated_order(minimal), True


def _place_of_subset(mask: int, sets: Iterable[int]) -> int | None:
    others = ~mask
    for place, each in enumerate(sets):
        if not each & others:
            return place
    return None


def minimal_hitting_sets(edges: Collection[int], limit: int) -> tuple[list[int], bool]:
    """The minimal sets that share a member with every edge, in stated order, and whether these are all; stops after `limit`.

    Depth first over the members of the first edge not yet met, going on only while each member chosen is the sole one to meet
    some edge (MMCS: Murakami and Uno 2014), so that whatever is found is minimal. An empty edge cannot be met: then there are none.
    Cost: sets tried times their size times edges / 30, typically a small multiple of the sets found; memory is that of the edges.
    """
    found = list(islice(_hitting_sets(tuple(edges)), limit + 1))
    return in_stated_order(found[:limit]), len(found) <= limit


def one_hitting_set(edges: Collection[int]) -> int:
    """A minimal set that shares a member with every edge, none of which is empty: of needless members the last are dropped first."""
    kept = reduce(or_, edges, 0)
    for at in reversed(members(kept)):
        without = kept & ~(1 << at)
        if all(edge & without for edge in edges):
            kept = without
    return kept


def _hitting_sets(edges: tuple[int, ...]) -> Iterator[int]:
    allowed = reduce(or_, edges, 0)
    meets = {at: sum(1 << number for number, edge in enumerate(edges) if edge >> at & 1) for at in members(allowed)}

    def extend(chosen: dict[int, int], unmet: int, allowed: int) -> Iterator[int]:
        """`chosen` gives for each member the edges that it alone meets; edges are bits too."""
        if not unmet:
            yield sum(1 << at for at in chosen)
            return
        edge = edges[(unmet & -unmet).bit_length() - 1] & allowed
        allowed &= ~edge
        for at in members(edge):
            alone = {other: its & ~meets[at] for other, its in chosen.items()}
            if all(alone.values()):
                yield from extend({**alone, at: unmet & meets[at]}, unmet & ~meets[at], allowed)
                allowed |= 1 << at

    return extend({}, (1 << len(edges)) - 1, allowed)
