"""What each side wants, in a line of the essence a side: its latest demands, offers, conditions and refusals in its reports' words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import line
from gobetween.briefs.accounts.matters import Group, matter_of, stance_words
from gobetween.briefs.accounts.positions import is_earlier, position_groups
from gobetween.briefs.accounts.wording import agreeing, quoted
from gobetween.briefs.blocks import Cell
from gobetween.briefs.phrasing import when_in_words
from gobetween.model.evidence import Stance

MOST_SIDES, MOST_THINGS = 3, 4
SHORT = 130  # characters of a quotation
TELLING = (Stance.DEMAND, Stance.CONDITIONAL, Stance.OFFER, Stance.ACCEPT, Stance.REJECT, Stance.OPPOSE, Stance.THREATEN)


def wants_lines(coverage: Coverage) -> Iterator[Cell]:
    """For each of the sides of which most is told, what it wants now; what was dropped or is awaited has lines of its own."""
    groups = [group for group in position_groups(coverage) if group[0].item.stance in TELLING and not is_earlier(group[0])]
    sides = Counter(coverage.names.of(group[0].item.party) for group in groups)
    for side, _ in sides.most_common(MOST_SIDES):
        told = _latest([group for group in groups if coverage.names.of(group[0].item.party) == side])
        by_stance: dict[str, list[str]] = {}
        for group in told:
            by_stance.setdefault(stance_words(group[0].item), []).append(quoted(group[0].passage.text, SHORT))
        said = "; ".join(f"{agreeing(side, stance)}: {', '.join(words)}" for stance, words in by_stance.items())
        yield line(f"Wants, {side}: {said}{_as_of(told)}.", [found for group in told for found in group])


def _latest(groups: Sequence[Group]) -> list[Group]:
    """The latest of each matter, those of most reports, by stance; of two on the same words, the longer."""
    chosen: list[Group] = []
    for group in sorted(groups, key=_day, reverse=True):
        alike = (each for each in chosen if are_alike(matter_of(group[0]), matter_of(each[0])) or _is_within(group, each))
        if next(alike, None) is None:
            chosen = [each for each in chosen if not _is_within(each, group)] + [group]
    by_weight = sorted(chosen, key=lambda group: (-len(group), TELLING.index(group[0].item.stance)))[:MOST_THINGS]
    return sorted(by_weight, key=lambda group: TELLING.index(group[0].item.stance))


def _is_within(one: Group, other: Group) -> bool:
    """Whether the words of the one lie within those of the other."""
    first, second = one[0], other[0]
    return first.report is second.report and second.passage.start <= first.passage.start and first.passage.end <= second.passage.end


def _day(group: Group) -> str:
    published = group[0].report.document.published
    return str(published.latest or published.earliest or "")


def _as_of(groups: Sequence[Group]) -> str:
    days = sorted({each.report.document.published for group in groups for each in group[:1]}, key=lambda when: when.sort_key)
    return f" ({', '.join(dict.fromkeys(when_in_words(when, otherwise='undated') for when in days))})" if days else ""
