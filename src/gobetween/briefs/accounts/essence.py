"""The state of the talks as the reports have it, in a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from gobetween.briefs.accounts.actors import delegations
from gobetween.briefs.accounts.contradictions import contradictions
from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.documents import extent
from gobetween.briefs.accounts.figures import toll_in_words, tolls
from gobetween.briefs.accounts.lines import MOST_CITED, line
from gobetween.briefs.accounts.meetings import Group, participants, planned
from gobetween.briefs.accounts.moods import mood_line
from gobetween.briefs.accounts.positions import dropped_demands, pending_answers, pending_in_words, position_groups
from gobetween.briefs.accounts.pressure import pressure, pressure_line
from gobetween.briefs.accounts.sticking_points import Points, between, demands_there, sticking_points
from gobetween.briefs.accounts.stretches import Stretch, stretches_of
from gobetween.briefs.accounts.terms import offer_in_words, sentence_of, standing_terms
from gobetween.briefs.accounts.unread import unread_sentences
from gobetween.briefs.accounts.wants import wants_lines
from gobetween.briefs.accounts.wording import agreeing, quoted
from gobetween.briefs.blocks import Cell, Mark
from gobetween.briefs.phrasing import listed, when_in_words
from gobetween.model.evidence import DelegationMention, FigureMention
from gobetween.model.passages import Citation

MOST = 3  # things in one line
OWN_WORDS = frozenset({"Whether", "Who", "Whom", "How", "The"})
SHORT = 180  # characters of a quotation in a line of the essence


Thing = TypeVar("Thing")
Told = list[tuple[str, list[Found[Thing]]]]  # words, and what they rest on


def essence_of(coverage: Coverage) -> tuple[Cell, ...]:
    """Some ten lines; what the reports do not say is left out."""
    if not coverage.reports:
        return ()
    return tuple(_lines(coverage))


def _lines(coverage: Coverage) -> Iterator[Cell]:
    yield _extent(coverage)
    yield from mood_line(coverage)
    yield from _heads(coverage)
    yield from wants_lines(coverage)
    yield from _dropped(coverage)
    yield from _blocks(coverage)
    yield from _on_the_table(coverage)
    yield from _tolls(coverage)
    yield from _pressure(coverage)
    yield from _contradictions(coverage)
    yield from _planned(coverage)


def _extent(coverage: Coverage) -> Cell:
    times = listed(_time(stretch) for stretch in stretches_of(coverage))
    if len(coverage.reports) == 1:
        times = times.removeprefix("1 ")
    said = " ".join((f"{extent(coverage)}: {times}.", *unread_sentences(coverage)))
    return Cell(said, tuple(Citation(report.name) for report in coverage.reports[:MOST_CITED]), marks=(Mark.READ,))


def _time(stretch: Stretch) -> str:
    many = len(stretch.reports)
    return f"{many} undated" if stretch.when.is_unknown else f"{many} of {stretch.label}"


def _heads(coverage: Coverage) -> Iterator[Cell]:
    headed = [group for group in delegations(coverage) if group[0].item.head]
    if headed:
        heads = listed(_head(coverage, group[0]) for group in headed[:MOST])
        yield line(f"Delegations: {heads}.", [found for group in headed[:MOST] for found in group])


def _head(coverage: Coverage, found: Found[DelegationMention]) -> str:
    head, actor = coverage.names.of(found.item.head or "not said"), coverage.names.of(found.item.actor)
    return f"{head} {agreeing(head, 'leads')} the delegation of {actor}{_as_of(found)}"


def _dropped(coverage: Coverage) -> Iterator[Cell]:
    for dropped, instead in list(dropped_demands(coverage))[:1]:
        actor = coverage.names.of(dropped[0].item.party)
        asked = "; ".join(quoted(group[0].passage.text, SHORT) for group in instead[:MOST])
        text = (
            f"Dropped by {actor}{_as_of(dropped[0])}: {quoted(dropped[0].passage.text, SHORT)}{f'; instead: {asked}' if asked else ''}."
        )
        yield line(text, (*dropped, *(found for group in instead[:MOST] for found in group)))


def _blocks(coverage: Coverage) -> Iterator[Cell]:
    explicit = [group for group in sticking_points(coverage) if group[0].item.is_explicit]
    told = _each_once(explicit, lambda group: _point(coverage, group))
    if told:
        yield line(f"In the way: {'; '.join(text for text, _ in told)}.", [found for _, each in told for found in each])


def _each_once(groups: Iterable[tuple[Found[Thing], ...]], word: Callable[[tuple[Found[Thing], ...]], str]) -> Told[Thing]:
    """The first three groups in words with the days of their reports; groups that come to the same words are told once."""
    told: dict[str, list[Found[Thing]]] = {}
    for group in groups:
        told.setdefault(word(group), []).extend(group)
    return [(f"{text}{_as_of(*found)}", found) for text, found in told.items()][:MOST]


def _point(coverage: Coverage, group: Points) -> str:
    issues = listed(found.item.issue for found in group)
    parties = between(coverage, group, demands_there(coverage, position_groups(coverage), group))
    among = f", {'between' if ' and ' in parties else 'for'} {parties}" if parties else ""
    return f"{issues or quoted(group[0].passage.text, SHORT)}{among}"


def _on_the_table(coverage: Coverage) -> Iterator[Cell]:
    """What is proposed in numbers, and whose answer is awaited."""
    offered = [*{sentence_of(group[0]).casefold(): group for group in reversed(standing_terms(coverage))}.values()][::-1][:MOST]
    pending = _each_once(pending_answers(coverage), lambda group: pending_in_words(coverage, group, SHORT))
    if offered:
        words = "; ".join(_term(coverage, group[0]) for group in offered)
        yield line(f"On the table: {words}.", [each for group in offered for each in group])
    if pending:
        yield line(f"Answers awaited: {'; '.join(text for text, _ in pending)}.", [each for _, found in pending for each in found])


def _term(coverage: Coverage, found: Found[FigureMention]) -> str:
    offer = offer_in_words(coverage, found)
    return f"{f'{offer}: ' if offer else ''}{quoted(sentence_of(found), SHORT)}{_as_of(found)}"


def _tolls(coverage: Coverage) -> Iterator[Cell]:
    told = tolls(coverage)[:2]
    if told:
        said = "; ".join(toll_in_words(coverage, group) for group in told)
        yield line(f"Tolls: {said}.", [found for group in told for found in group])


def _pressure(coverage: Coverage) -> Iterator[Cell]:
    told = _each_once(pressure(coverage), lambda group: pressure_line(coverage, group))
    if told:
        yield line(f"Pressure: {'; '.join(text for text, _ in told)}.", [found for _, each in told for found in each])


def _contradictions(coverage: Coverage) -> Iterator[Cell]:
    found = contradictions(coverage)
    if found:
        about = "; ".join(_in_a_sentence(clash.about) for clash in found[:5])
        sides = [each for clash in found[:5] for side in clash.sides for each in side.found]
        yield line(f"Do not fit together ({len(found)}): {about}.", sides, marks=(Mark.CONTESTED,))


def _in_a_sentence(title: str) -> str:
    """The title with a small letter where it begins with a word of the rule's own, which is no name."""
    return title[0].lower() + title[1:] if title.split(maxsplit=1)[0] in OWN_WORDS else title


def _planned(coverage: Coverage) -> Iterator[Cell]:
    ahead = _one_a_story(coverage, planned(coverage))[:6]
    if ahead:
        said = "; ".join(_meeting(coverage, group) for group in ahead)
        yield line(f"Planned next: {said}.", [found for group in ahead for found in group])


def _meeting(coverage: Coverage, group: Group) -> str:
    meeting, who = group[0].item, participants(coverage, group[0])
    when = f" on {when_in_words(meeting.when, otherwise='undated')}" if meeting.when.day else _as_of(group[0])
    return f"{f'{who}: ' if who else ''}{quoted(group[0].passage.text, 120)}{when}"


def _one_a_story(coverage: Coverage, groups: tuple[Group, ...]) -> list[Group]:
    """The first of each story, then the others."""
    firsts: dict[str, Group] = {}
    for group in groups:
        firsts.setdefault(coverage.origin(group[0]), group)
    return [*firsts.values(), *(group for group in groups if group not in firsts.values())]


def _as_of(*found: Found[object]) -> str:
    """The days of the reports, three at most."""
    days = list(dict.fromkeys(when_in_words(each.report.document.published, otherwise="undated") for each in found))
    rest = f" and {len(days) - MOST} more" if len(days) > MOST else ""
    return f" ({', '.join(days[:MOST]) + rest if rest else listed(days)})"
