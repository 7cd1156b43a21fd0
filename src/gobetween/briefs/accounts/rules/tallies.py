"""The same thing counted in several reports: growth over time told from disagreement, qualifiers obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice

from attrs import evolve, frozen

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart, place
from gobetween.briefs.accounts.likeness import stems
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.phrasing import amount, counted
from gobetween.model.evidence import FigureMention, Stance
from gobetween.model.passages import Span

TELLING = 1000  # a smaller number may be met twice by chance
NEAR = 400  # characters between two counts that one report sets against each other
SAME_TIME = 3  # days within which two reports count at the same time
ROUNDING = Fraction(1, 10)  # a difference below this may be rounding where a number is said to be approximate
AT_LEAST = re.compile(
    r"\b(more than|over|at least|above|exceed\w*|upwards of|no fewer than|a minimum of|dozens|scores|hundreds|thousands|millions"
    r"|several|many|a few|a couple)\b"
)
AT_MOST = re.compile(r"\b(less than|fewer than|under|below|at most|up to|as many as|nearly|almost)\b")
ABOUT = re.compile(r"\b(about|around|some|approximately|roughly|an estimated|estimated|nearly|almost|close to)\b")
FATES = {
    "dead": re.compile(r"\b(dead|died|deaths?|killed|killings?|lives|fatalities|slain)\b"),
    "hurt": re.compile(r"\b(wounded|injur\w+|hurt)\b"),
    "displaced": re.compile(r"\b(displaced|refuge\w*|fled|uprooted|homeless|sheltering)\b"),
    "captive": re.compile(r"\b(hostages?|captives?|kidnap\w*|abduct\w+)\b"),
    "dismissed": re.compile(r"\b(laid off|dismissed|redundan\w+|layoffs?|job losses|jobs lost)\b"),
}
LINKS = frozenset({"of", "the", "in", "among", "and"})
MEANS_A_COUNT = frozenset({"figure", "number", "toll", "total", "count"})
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
WHOEVER = stems("people persons individuals victims souls civilians total number toll sought claimed estimated figure")


@frozen
class Verdict:
    """What a comparison of counts comes to."""

    text: str
    is_disagreement: bool = False


def is_same_count(first: FigureMention, second: FigureMention) -> bool:
    """Whether two figures count the same thing: same unit, same fate and kind of people or things, no different places.

    Where one names no place, its sentence must, or both must give one number: "about 1.4 million" of the same fate.
    """
    if first.unit != second.unit or (first.place and second.place and first.place != second.place):
        return False
    where, is_equal = first.place or second.place, first.value == second.value and first.value >= TELLING
    if first.place != second.place and not is_equal and not all(_is_there(each, where or "") for each in (first, second)):
        return False
    mine, theirs = _things(first, where), _things(second, where)
    if where and is_equal and not (mine and theirs):
        return True
    return bool(mine) and mine == theirs


def with_counts_named(found: Iterable[Found[FigureMention]]) -> Iterator[Found[FigureMention]]:
    """The figures in order, a bare one ("puts the number at 52") as one of what the count right before it is of."""
    before: Found[FigureMention] | None = None
    for each in found:
        known = each
        if before is not None and _means_the_count_before(before, each):
            counts = before.item
            when = counts.when if each.item.when.is_unknown else each.item.when
            known = evolve(each, item=evolve(each.item, unit=counts.unit, counted=counts.counted, place=counts.place, when=when))
        if _is_count(known.item):
            before = known
        yield known


def _means_the_count_before(before: Found[FigureMention], found: Found[FigureMention]) -> bool:
    is_near = before.report is found.report and 0 <= found.passage.start - before.passage.end <= NEAR
    return is_near and not found.item.unit and found.item.counted.casefold().removeprefix("the ") in MEANS_A_COUNT


def _is_count(figure: FigureMention) -> bool:
    """Whether it counts persons or things, and measures nothing: no share, span of time or sum."""
    return figure.unit == "persons" or bool(figure.unit and stems(figure.unit) & stems(figure.counted))


def is_bargained(coverage: Coverage, group: Iterable[Found[FigureMention]]) -> bool:
    """Whether the figures are such as someone demands, offers or answers; a toll is none, though it be told in a demand."""
    return any(not _fates(found.item.counted) and _is_in_position(coverage, found) for found in group)


def _is_in_position(coverage: Coverage, found: Found[FigureMention]) -> bool:
    taken = coverage.once("bargained", lambda: _bargained(coverage))
    return any(span.overlaps(own) for span in taken.get(found.report.name, ()) for own in found.passage.spans)


def _bargained(coverage: Coverage) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for position in coverage.found("positions"):
        if position.item.stance in BARGAINING:
            spans.setdefault(position.report.name, []).extend(position.passage.spans)
    return spans


def _fates(words: str) -> list[str]:
    return [name for name, pattern in FATES.items() if pattern.search(words.casefold())]


def plain_count(words: str) -> str:
    """What is counted, a fate by its one name: "deaths of individuals" are "dead", "lives of Palestinians" "dead Palestinians"."""
    fate = next((name for name in ("dead",) if FATES[name].search(words.casefold())), None)
    if fate is None:
        return words
    rest = [word for word in FATES[fate].sub(" ", words).split() if word.casefold() not in LINKS and not stems(word) <= WHOEVER]
    return " ".join((fate, *rest))


def _is_there(figure: FigureMention, place: str) -> bool:
    return figure.place == place or place in (figure.sentence.text if figure.sentence else "")


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
        return Verdict("those of the same days agree as worded (“more than”, “about”)")
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
            same_place = first.item.place is not None and first.item.place == second.item.place
            if any(_agree(each, second.item) for each in beside[_sentence_of(first)]):
                continue
            if any(_agree(each, first.item) for each in beside[_sentence_of(second)]):
                continue
            if not _agree(first.item, second.item) and (same_place or are_of_same_talks(coverage, first.report, second.report)):
                yield first, second


def are_rival_counts(coverage: Coverage, first: Found[FigureMention], second: Found[FigureMention]) -> bool:
    """Whether one report has two givers, of whom one may be itself, count the same close by, with numbers that do not fit."""
    if first.report is not second.report or not (_is_count(first.item) and _is_count(second.item)):
        return False
    one, other = sorted((first, second), key=lambda each: each.passage.start)
    if other.passage.start - one.passage.end > NEAR or _giver(coverage, one) == _giver(coverage, other):
        return False
    times = [each.item.when for each in (one, other) if not each.item.when.is_unknown]
    if len(times) > 1 and days_apart(*times) != 0:
        return False
    return not _agree(one.item, other.item)


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


def _agree(first: FigureMention, second: FigureMention) -> bool:
    low, high = sorted((first, second), key=lambda each: each.value)
    if AT_LEAST.search(_qualifier(low)) or AT_MOST.search(_qualifier(high)):
        return True
    if low.upper is not None and low.upper >= high.value:
        return True
    is_about = bool(ABOUT.search(_qualifier(low)) or ABOUT.search(_qualifier(high)))
    return (high.value - low.value) <= (ROUNDING if is_about else Fraction(1, 100)) * high.value


def _qualifier(figure: FigureMention) -> str:
    return (figure.qualifier or "").casefold()


def _things(figure: FigureMention, where: str | None) -> frozenset[str]:
    """What is counted: a fate under one name, and the kind of people or things; in a known place a people's name adds nothing."""
    words = figure.counted
    fates = _fates(words)
    for name in fates:
        words = FATES[name].sub(" ", words)
    nations = stems(" ".join(re.findall(r"\b[^\W\d_a-z]\w+", words))) if where and fates else frozenset()
    return (stems(words) - stems(where or "") - WHOEVER - nations) | frozenset(fates[:1])
