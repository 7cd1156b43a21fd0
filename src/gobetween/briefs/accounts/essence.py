"""The state of the talks as the reports have it, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.accounts.actors import delegations
from gobetween.briefs.accounts.assessments import Judgement, independence, judgements, who_told_whom
from gobetween.briefs.accounts.contradictions import contradictions
from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.documents import extent
from gobetween.briefs.accounts.figures import terms
from gobetween.briefs.accounts.lines import line
from gobetween.briefs.accounts.meetings import Group, participants, planned
from gobetween.briefs.accounts.positions import dropped_demands, pending_answers, position_groups
from gobetween.briefs.accounts.rules.same_talks import ABOUT_TALKS
from gobetween.briefs.accounts.sticking_points import Points, between, demands_there, pressure, pressure_line, sticking_points
from gobetween.briefs.accounts.stretches import Stretch, stretches_of
from gobetween.briefs.blocks import Cell, Mark
from gobetween.briefs.phrasing import listed, quoted, when_in_words
from gobetween.model.evidence import DelegationMention
from gobetween.model.passages import Citation

MOST = 3  # things in one line
MOST_CITED = 10
SHORT = 180  # characters of a quotation in a line of the essence


def essence_of(coverage: Coverage) -> tuple[Cell, ...]:
    """At most ten lines; what the reports do not say is left out."""
    if not coverage.reports:
        return ()
    return tuple(_lines(coverage))


def _lines(coverage: Coverage) -> Iterator[Cell]:
    yield _extent(coverage)
    yield from _mood(coverage)
    yield from _heads(coverage)
    yield from _dropped(coverage)
    yield from _blocks(coverage)
    yield from _terms(coverage)
    yield from _pending(coverage)
    yield from _pressure(coverage)
    yield from _contradictions(coverage)
    yield from _planned(coverage)


def _extent(coverage: Coverage) -> Cell:
    times = listed(_time(stretch) for stretch in stretches_of(coverage))
    return Cell(
        f"{extent(coverage)}: {times}.", tuple(Citation(report.name) for report in coverage.reports[:MOST_CITED]), marks=(Mark.READ,)
    )


def _time(stretch: Stretch) -> str:
    many = len(stretch.reports)
    return f"{many} undated" if stretch.when.is_unknown else f"{many} of {stretch.label}"


def _mood(coverage: Coverage) -> Iterator[Cell]:
    sourced = [each for each in judgements(coverage) if each.sourced and _is_about_talks(each)]
    if sourced:
        said = "; ".join(_judged(coverage, judgement) for judgement in sourced[:2])
        yield line(f"How it goes: {said}.", [found for judgement in sourced[:2] for found in judgement.mentions])


def _judged(coverage: Coverage, judgement: Judgement) -> str:
    words = quoted(judgement.sourced[0][0].passage.text, SHORT)
    return f"{words}: {who_told_whom(coverage, judgement)} ({independence(coverage, judgement)})"


def _is_about_talks(judgement: Judgement) -> bool:
    return any(ABOUT_TALKS.search(found.passage.text) for found in judgement.mentions)


def _heads(coverage: Coverage) -> Iterator[Cell]:
    headed = [group for group in delegations(coverage) if group[0].item.head]
    if headed:
        heads = listed(_head(coverage, group[0]) for group in headed[:MOST])
        yield line(f"Delegations: {heads}.", [found for group in headed[:MOST] for found in group])


def _head(coverage: Coverage, found: Found[DelegationMention]) -> str:
    head, actor = coverage.names.of(found.item.head or "not said"), coverage.names.of(found.item.actor)
    return f"{head} leads the delegation of {actor}{_as_of(found)}"


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
    if explicit:
        said = "; ".join(_point(coverage, group) for group in explicit[:MOST])
        yield line(f"In the way: {said}.", [found for group in explicit[:MOST] for found in group])


def _point(coverage: Coverage, group: Points) -> str:
    issues = listed(found.item.issue for found in group)
    parties = between(coverage, group, demands_there(coverage, position_groups(coverage), group))
    among = f", between {parties}" if parties else ""
    return f"{issues or quoted(group[0].passage.text, SHORT)}{among}{_as_of(group[0])}"


def _terms(coverage: Coverage) -> Iterator[Cell]:
    found = [*{_sentence(group[0]): group for group in terms(coverage)}.values()]
    if found:
        said = "; ".join(f"{quoted(_sentence(group[0]), SHORT)}{_as_of(group[0])}" for group in found[:MOST])
        yield line(f"On the table: {said}.", [each for group in found[:MOST] for each in group])


def _sentence(found: Found[object]) -> str:
    sentence = getattr(found.item, "sentence", None)
    return sentence.text if sentence else found.passage.text


def _pending(coverage: Coverage) -> Iterator[Cell]:
    pending = pending_answers(coverage)
    if pending:
        said = "; ".join(
            f"{coverage.names.of(group[0].item.party)}: {quoted(group[0].passage.text, SHORT)}{_as_of(group[0])}"
            for group in pending[:MOST]
        )
        yield line(f"Answers awaited: {said}.", [found for group in pending[:MOST] for found in group])


def _pressure(coverage: Coverage) -> Iterator[Cell]:
    groups = pressure(coverage)
    if groups:
        said = "; ".join(f"{pressure_line(coverage, group)}{_as_of(group[0])}" for group in groups[:MOST])
        yield line(f"Pressure: {said}.", [found for group in groups[:MOST] for found in group])


def _contradictions(coverage: Coverage) -> Iterator[Cell]:
    found = contradictions(coverage)
    if found:
        about = "; ".join(clash.about[0].lower() + clash.about[1:] for clash in found[:5])
        sides = [each for clash in found[:5] for side in clash.sides for each in side.found]
        yield line(f"Do not fit together ({len(found)}): {about}.", sides, marks=(Mark.CONTESTED,))


def _planned(coverage: Coverage) -> Iterator[Cell]:
    ahead = _one_a_story(coverage, planned(coverage))[:4]
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


def _as_of(found: Found[object]) -> str:
    return f" ({when_in_words(found.report.document.published, otherwise='undated')})"
