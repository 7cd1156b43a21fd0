"""In which order to take the issues, so that few links are open between one issue and the next."""

from __future__ import annotations

from collections.abc import Sequence

_STARTS = 6  # issues that the order is tried from


def issue_order(issues: int, spans: Sequence[frozenset[int]]) -> tuple[int, ...]:
    """An order of the issues (numbers from 0) in which links that span several of them open late and close soon.

    `spans` are the issues of each link. Greedy: next comes the issue after which the fewest links stay open, tried from several
    starts and beside the stated order; the one with the fewest open at once wins, then with the fewest over all, then the first
    tried. Cost: starts times issues squared operations on bits.
    """
    touching = [0] * issues
    for link, span in enumerate(spans):
        for issue in span:
            touching[issue] |= 1 << link
    if not spans:
        return tuple(range(issues))
    linked = sorted((issue for issue in range(issues) if touching[issue]), key=lambda issue: (touching[issue].bit_count(), issue))
    tried = [tuple(range(issues)), *(_greedy(start, issues, touching) for start in linked[:_STARTS])]
    return min(tried, key=lambda order: _openness(order, touching))


def _greedy(start: int, issues: int, touching: Sequence[int]) -> tuple[int, ...]:
    order, opened, left = [start], touching[start], [issue for issue in range(issues) if issue != start]
    while left:
        rest = [0] * len(left)  # of each issue left, the links of all the others
        before = 0
        for at, issue in enumerate(left):
            rest[at] |= before
            before |= touching[issue]
        after = 0
        for at in reversed(range(len(left))):
            rest[at] |= after
            after |= touching[left[at]]
        best = min(
            range(len(left)),
            key=lambda at: (
                ((opened | touching[left[at]]) & rest[at]).bit_count(),
                -(opened & touching[left[at]]).bit_count(),
                left[at],
            ),
        )
        opened |= touching[left[best]]
        order.append(left.pop(best))
    return tuple(order)


def _openness(order: Sequence[int], touching: Sequence[int]) -> tuple[int, int]:
    """The most links open between two issues, and a sum over these gaps in which many at once weigh heavily."""
    ahead, after = 0, []
    for issue in reversed(order):
        after.append(ahead)
        ahead |= touching[issue]
    opened, counts = 0, []
    for issue, later in zip(order, reversed(after), strict=True):
        opened |= touching[issue]
        counts.append((opened & later).bit_count())
    return max(counts, default=0), sum(3**count for count in counts)
