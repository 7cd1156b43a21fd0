"""The same thing counted in several reports: growth over time told from disagreement, qualifiers obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, islice

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart, place
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.counts import NEAR, fates, is_count, is_of_one_place, plain_count
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.phrasing import amount, counted
from gobetween.model.evidence import FigureMention, Stance
from gobetween.model.passages import Span

SAME_TIME = 3  # days within which two reports count at the same time
ROUNDING = Fraction(1, 10)  # a difference below this may be rounding where a number is said to be approximate
FAR_FROM = Fraction(3, 2)  # of two rival counts: no qualifier is meant to cover such a difference
LOOSE = re.compile(r"\b(dozens|scores|hundreds|thousands|millions|several|many|a few|a couple)\b")
AT_LEAST = re.compile(
    r"\b(more than|over|at least|above|exceed\w*|upwards of|no fewer than|a minimum of|dozens|scores|hundreds|thousands|millions"
    r"|several|many|a few|a couple)\b"
)
AT_MOST = re.compile(r"\b(less than|fewer than|under|below|at most|up to|as many as|nearly|almost)\b")
ABOUT = re.compile(r"\b(about|around|some|approximately|roughly|an estimated|estimated|nearly|almost|close to)\b")
BARGAINING = frozenset(
    {
        Stance.DEMAND,
        Stance.OFFER,
        Stance.ACCEPT,
        Stance.CONDITIONAL,
        Stance.REJECT,
        Stance.OPPOSE,
        Stance.DROPPED_DEMAND,
        Stance.PENDING,
    }
)


@frozen
class Verdict:
    """What a comparison of counts comes to."""

    text: str
    is_disagreement: bool = False


def is_bargained(coverage: Coverage, group: Iterable[Found[FigureMention]]) -> bool:
    """Whether the figures are such as someone demands, offers or answers; a toll is none, though it be told in a demand."""
    return any(not fates(found.item.counted) and _is_in_position(coverage, found) for found in group)


def _is_in_position(coverage: Coverage, found: Found[FigureMention]) -> bool:
    taken = coverage.once("bargained", lambda: _bargained(coverage))
    return any(span.overlaps(own) for span in taken.get(found.report.name, ()) for own in found.passage.spans)


def _bargained(coverage: Coverage) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for position in coverage.found("positions"):
        if position.item.stance in BARGAINING:
            spans.setdefault(position.report.name, []).extend(position.passage.spans)
    return spans


def compare(coverage: Coverage, group: tuple[Found[FigureMention], ...]) -> Verdict:
    """What the counts of one thing, in order of date, come to; undated ones are left out of the comparison and said to be."""
    dated = [found for found in group if not place(coverage.when(found)).is_unknown]
    verdict = _compare_dated(coverage, tuple(dated))
    if len({found.item.value for found in group}) == 1:
        return Verdict("the same number, though not always in the same words" if _differ_in_words(group) else "the same number")
    if len(dated) == len(group):
        return verdict
    apart = "of the undated, growth over time cannot be told from disagreement"
    return Verdict(f"{verdict.text}; {apart}" if coverage.origins(dated) > 1 else apart, verdict.is_disagreement)


def _compare_dated(coverage: Coverage, group: tuple[Found[FigureMention], ...]) -> Verdict:
    if next(disagreements(coverage, group), None) is not None:
        return Verdict("different numbers at the same time", is_disagreement=True)
    values = [found.item.value for found in group]
    if len(group) < 2 or _span(coverage, group) <= SAME_TIME:
        if all(_agree(first.item, second.item) for first, second in combinations(group, 2)):
            return Verdict("those of the same days agree as worded (“more than”, “about”)")
        return Verdict("different numbers; that they count the same thing at the same time is not sure")
    if values == sorted(values):
        return Verdict(f"later and larger: growth from {amount(values[0])} to {amount(values[-1])}")
    if values == sorted(values, reverse=True):
        return Verdict(f"later and smaller: down from {amount(values[0])} to {amount(values[-1])}")
    return Verdict("not growing steadily with time; each may be right for its day")


def _span(coverage: Coverage, group: tuple[Found[FigureMention], ...]) -> int:
    days = [day for found in group if (day := coverage.when(found).latest)]
    return (max(days) - min(days)).days if days else 0


def is_series(coverage: Coverage, group: tuple[Found[FigureMention], ...]) -> bool:
    """Whether one report gives several counts of one thing, each for a time of its own."""
    times = {(found.report.name, place(coverage.when(found))) for found in group if not found.item.when.is_unknown}
    return len(times) > len({name for name, _ in times})


def _differ_in_words(group: tuple[Found[FigureMention], ...]) -> bool:
    return len({_qualifier(found.item) for found in group}) > 1


def disagreements(
    coverage: Coverage, group: tuple[Found[FigureMention], ...]
) -> Iterator[tuple[Found[FigureMention], Found[FigureMention]]]:
    """Pairs that count the same thing at the same time, from independent origins, with numbers that cannot both be right.

    A count counts for the time that its report gives it, else for the day of the report; one that its own report takes further ("rose
    from 120 to 155") is set against no other.
    """
    beside = _of_one_sentence(group)
    for index, first in enumerate(group):
        for second in group[index + 1 :]:
            if are_rival_counts(coverage, first, second):
                yield first, second
                continue
            apart = days_apart(coverage.when(first), coverage.when(second))
            if apart is None or apart > SAME_TIME or coverage.origin(first) == coverage.origin(second):
                continue
            same_place = is_of_one_place(first.item, second.item)
            if any(_agree(each, second.item) for each in beside[_sentence_of(first)]):
                continue
            if any(_agree(each, first.item) for each in beside[_sentence_of(second)]):
                continue
            if not _agree(first.item, second.item, are_rivals=_are_of_two(coverage, first, second)) and (
                same_place or are_of_same_talks(coverage, first.report, second.report)
            ):
                yield first, second


def are_rival_counts(coverage: Coverage, first: Found[FigureMention], second: Found[FigureMention]) -> bool:
    """Whether one report has two givers, of whom one may be itself, count the same close by, with numbers that do not fit."""
    if first.report is not second.report or not (is_count(first.item) and is_count(second.item)):
        return False
    one, other = sorted((first, second), key=lambda each: each.passage.start)
    if other.passage.start - one.passage.end > NEAR or _giver(coverage, one) == _giver(coverage, other):
        return False
    times = [each.item.when for each in (one, other) if not each.item.when.is_unknown]
    if len(times) > 1 and days_apart(*times) != 0:
        return False
    return not _agree(one.item, other.item, are_rivals=_are_of_two(coverage, first, second))


def _are_of_two(coverage: Coverage, first: Found[FigureMention], second: Found[FigureMention]) -> bool:
    """Whether two named givers count people of one day: "at least 1,200" of one and "some 2,000" of the other are two accounts."""
    givers = {_giver(coverage, first), _giver(coverage, second)}
    return len(givers) > 1 and "" not in givers and first.item.unit == second.item.unit == "persons"


def _giver(coverage: Coverage, found: Found[FigureMention]) -> str:
    speaker = found.item.attributed_to
    return (coverage.names.actor_of(speaker.actor or speaker.name) or coverage.names.of(speaker.name)) if speaker else ""


def _of_one_sentence(group: tuple[Found[FigureMention], ...]) -> dict[tuple[str, str], list[FigureMention]]:
    """The counts of each report's sentence."""
    found: dict[tuple[str, str], list[FigureMention]] = {}
    for each in group:
        found.setdefault(_sentence_of(each), []).append(each.item)
    return found


def _sentence_of(found: Found[FigureMention]) -> tuple[str, str]:
    return found.report.name, found.item.sentence.text if found.item.sentence else found.item.id


def find_tally_clashes(coverage: Coverage, groups: tuple[tuple[Found[FigureMention], ...], ...]) -> Iterator[Clash]:
    """Counts that disagree, one pair for each thing counted."""
    for group in groups:
        if is_bargained(coverage, group):
            continue
        for first, second in islice(disagreements(coverage, group), 1):
            sides = tuple(
                Side(f"{coverage.source(each.item.attributed_to)}, {coverage.label(each.report)}", (each,)) for each in (first, second)
            )
            within = "within one report" if first.report is second.report else f"within {counted(SAME_TIME, 'day')}"
            why = f"The same thing counted {within}, with numbers that their qualifiers do not reconcile."
            yield Clash(f"How many: {plain_count(first.item.counted) or first.item.unit}", why, sides)


def _agree(first: FigureMention, second: FigureMention, *, are_rivals: bool = False) -> bool:
    """Whether both may be right as worded; of rivals, "at least" and "at most" cover no number that is half as large again."""
    low, high = sorted((first, second), key=lambda each: each.value)
    if are_rivals and high.value >= FAR_FROM * low.value and low.upper is None and not LOOSE.search(_qualifier(low)):
        return False
    if AT_LEAST.search(_qualifier(low)) or AT_MOST.search(_qualifier(high)):
        return True
    if low.upper is not None and low.upper >= high.value:
        return True
    is_about = bool(ABOUT.search(_qualifier(low)) or ABOUT.search(_qualifier(high)))
    return (high.value - low.value) <= (ROUNDING if is_about else Fraction(1, 100)) * high.value


def _qualifier(figure: FigureMention) -> str:
    return (figure.qualifier or "").casefold()
