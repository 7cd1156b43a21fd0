"""Which documents tell one story: copies, excerpts and rewrites, found by the word sequences that they share."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from gobetween.model.evidence import Report, Story

SHARED_ENOUGH = 0.5
"""The part of the smaller document's word sequences that must stand in the larger one."""

_FEWEST_SHARED = 12  # word sequences; two notices of one sentence share too few to tell anything
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_IN_A_ROW = 3


def fingerprint(text: str) -> tuple[int, ...]:
    """Hashes (64 bits, the same on every machine) of all runs of three words in `text`, sorted, each once."""
    words = [word.replace("’", "'") for word in _WORD.findall(text.casefold())]
    runs = {" ".join(words[index : index + _IN_A_ROW]) for index in range(len(words) - _IN_A_ROW + 1)}
    return tuple(sorted(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs))


def find_stories(reports: Sequence[Report]) -> tuple[Story, ...]:
    """The stories that more than one report tells, by first name; within one, the fullest text comes first, then by name.

    Two reports tell one story if at least `SHARED_ENOUGH` of the smaller one's runs of three words stand in the larger (containment, so
    that an excerpt counts as much as a copy). Stories are the connected groups. Cost: the number of runs, times how many share each.
    """
    ordered = sorted(reports, key=lambda report: report.name)
    links = _links(ordered)
    groups: dict[int, set[int]] = {}
    for first, last in links:
        joined = groups.get(first, {first}) | groups.get(last, {last})
        for member in joined:
            groups[member] = joined
    distinct = {min(group): group for group in groups.values()}
    return tuple(_story(ordered, distinct[key], links) for key in sorted(distinct))


def _links(ordered: Sequence[Report]) -> dict[tuple[int, int], float]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, report in enumerate(ordered):
        for run in report.document.fingerprint:
            holders[run].append(index)
    most = max(20, len(ordered) // 10)
    shared: Counter[tuple[int, int]] = Counter()
    for holding in holders.values():
        if 1 < len(holding) <= most:  # what very many documents share is a stock phrase
            shared.update(combinations(holding, 2))
    sizes = [len(report.document.fingerprint) for report in ordered]
    links = {pair: count / min(sizes[pair[0]], sizes[pair[1]]) for pair, count in shared.items() if count >= _FEWEST_SHARED}
    return {pair: part for pair, part in links.items() if part >= SHARED_ENOUGH} | _copies(ordered)


def _copies(ordered: Sequence[Report]) -> dict[tuple[int, int], float]:
    """Neighbours among documents with the same words, however many there are and however short."""
    alike: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, report in enumerate(ordered):
        if report.document.fingerprint:
            alike[report.document.fingerprint].append(index)
    return {(first, last): 1.0 for group in alike.values() for first, last in pairwise(group)}


def _story(ordered: Sequence[Report], group: set[int], links: dict[tuple[int, int], float]) -> Story:
    parts = [part for (first, last), part in links.items() if first in group and last in group]
    fullest_first = sorted(group, key=lambda index: (-len(ordered[index].document.fingerprint), ordered[index].name))
    lowest, highest = f"{min(parts):.0%}", f"{max(parts):.0%}"
    share = lowest if lowest == highest else f"{lowest} to {highest}"
    return Story(
        tuple(ordered[index].name for index in fullest_first),
        f"{share} of the shorter text's runs of three words stand in the longer",
    )
