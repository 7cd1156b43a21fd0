"""Which documents tell one story: copies, excerpts and rewrites, found by the word sequences that they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b

from attrs import frozen

from gobetween.model.evidence import Report, Story

SHARED_ENOUGH = 0.5
"""The part of the smaller document's word sequences that must stand in the larger one."""

_FEWEST_SHARED = 12  # word sequences; two notices of one sentence share too few to tell anything
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_IN_A_ROW = 3


def fingerprint(text: str) -> tuple[int, ...]:
    """Hashes (64 bits, the same on every machine) of all runs of three words in `text`, sorted, each once."""
    words = _WORD.findall(text.casefold().replace("’", "'"))
    runs = {" ".join(run) for run in zip(*(words[first:] for first in range(_IN_A_ROW)), strict=False)}
    return tuple(sorted(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs))


def find_stories(reports: Sequence[Report]) -> tuple[Story, ...]:
    """The stories that more than one report tells, by first name; within one, the fullest text comes first, then by name.

    Reports are taken from the longest to the shortest. One belongs to a story if at least `SHARED_ENOUGH` of its runs of three words
    stand in that story's reports (containment, so that an excerpt counts as much as a copy), or if it has the same runs as
    one of them. Cost: the number of runs, times the stories that share each; however many copies a story has, it counts once.
    """
    ordered = sorted(reports, key=lambda report: (-len(report.document.fingerprint), report.name))
    tellings = _Tellings()
    for report in ordered:
        tellings.add(report)
    told = [story for story in tellings.stories.values() if len(story) > 1]
    return tuple(sorted((_story(each) for each in told), key=lambda story: min(story.names)))


@frozen
class _Telling:
    """A report within a story, and which part of it stood in the story's longer reports."""

    name: str
    part: float


class _Tellings:
    """Stories as they grow: which story each run of words stands in, and who tells it."""

    def __init__(self) -> None:
        self.stories: dict[int, list[_Telling]] = {}
        self.holders: defaultdict[int, set[int]] = defaultdict(set)
        self.copies: dict[tuple[int, ...], int] = {}
        self.merged: dict[int, int] = {}

    def add(self, report: Report) -> None:
        runs = report.document.fingerprint
        parts = self.parts_in(runs)
        if runs in self.copies:
            parts[self.story_of(self.copies[runs])] = 1.0
        story = min(parts, default=len(self.stories) + len(self.merged))
        for other in parts.keys() - {story}:
            self.merged[other] = story
            self.stories[story] += self.stories.pop(other)
        self.stories.setdefault(story, []).append(_Telling(report.name, max(parts.values(), default=0.0)))
        if runs:
            self.copies[runs] = story
        for run in runs:
            self.holders[run].add(story)

    def parts_in(self, runs: tuple[int, ...]) -> dict[int, float]:
        """The stories in which enough of the runs stand, and which part of them does."""
        most = max(20, len(self.stories) // 10)
        shared: Counter[int] = Counter()
        for run in runs:
            holding = self.holders.get(run, ())
            if len(holding) <= most:  # what very many stories share is a stock phrase
                shared.update({self.story_of(story) for story in holding})
        enough = {story: count for story, count in shared.items() if count >= _FEWEST_SHARED}
        return {story: count / len(runs) for story, count in enough.items() if count >= SHARED_ENOUGH * len(runs)}

    def story_of(self, story: int) -> int:
        """The story that this one was merged into, or itself."""
        while story in self.merged:
            story = self.merged[story]
        return story


def _story(tellings: list[_Telling]) -> Story:
    parts = [telling.part for telling in tellings if telling.part]
    lowest, highest = f"{min(parts):.0%}", f"{max(parts):.0%}"
    share = lowest if lowest == highest else f"{lowest} to {highest}"
    names = tuple(telling.name for telling in tellings)
    return Story(names, f"{share} of the shorter text's runs of three words stand in the longer")
