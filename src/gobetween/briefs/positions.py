"""Where each party stands on each issue, now and before, by whose word; what moved; conditions, red lines, conduct after a deal."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.bargaining.demands import consents_needed
from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import cited, dated, listing_of, noted, openness_of, section_of, table_of
from gobetween.briefs.moves import move_cells, moves_of
from gobetween.briefs.phrasing import joined, listed, sentence
from gobetween.briefs.positions_over_time import positions_plot
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import ABOUT_TERMS, by_issue, position_in_words, stance_in_words, told_by
from gobetween.briefs.stances_plotted import stances_plot
from gobetween.briefs.undemanded import as_far_as
from gobetween.model.issues import Issue
from gobetween.model.positions import Position

HELD_BY_SOME = "Where each stands now, as only some know"


def positions_section(scene: Scene) -> tuple[Section, ...]:
    """Positions as dated series, apart from interests and from what others allege."""
    blocks: list[Block] = [
        *_now(scene),
        *listing_of("What moved, latest first", move_cells(scene, moves_of(scene))),
        *positions_plot(scene),
        *_linkages(scene),
        *_red_lines(scene),
        *_general(scene),
        *_after_deal(scene),
        *_untouched(scene),
        *_interests(scene),
        *_allegations(scene),
    ]
    lead = "Where each stands on each issue, now and before, and by whose word. A position is what was said, not what could be agreed."
    return section_of("positions", "Positions", lead, blocks)


def _now(scene: Scene) -> Iterator[Block]:
    """What is open, and apart from it what only some hold, and what was entrusted: a report that says the same confirms nothing."""
    current: list[list[Position]] = [[], [], []]
    for each in scene.standing:
        if each.issue and not each.after_deal and _is_on_issue(each):
            current[openness_of(each)].append(each)
    is_open, of_some, entrusted = current
    note = "The latest that is known of each, and what is undated; an empty cell means that nothing is known of it."
    yield from _stances(scene, "Where each stands now", is_open, note)
    yield from _stances(scene, HELD_BY_SOME, of_some, joined(_held_by(scene, of_some), "Not for passing on.", by=" "))
    yield from _stances(scene, "Where each stands now, as entrusted", entrusted, "Not for passing on.")


def _held_by(scene: Scene, positions: list[Position]) -> str:
    """Who holds these, for the keeper alone: who else has something is itself a confidence."""
    holders = [actor.id for actor in scene.case.actors if any(actor.id in each.holders for each in positions)]
    return f"Held by {scene.names.actors(holders)}, and not public." if scene.is_keeper and holders else ""


def _stances(scene: Scene, title: str, positions: list[Position], note: str) -> Iterator[Block]:
    """Issues down, those whose consent is needed across, everybody else in the last column."""
    needed = {actor for issue in scene.case.issues for actor in consents_needed(scene.case, issue.id)}
    seated = [actor.id for actor in scene.case.actors if actor.id in needed]
    rows, of_issues = [], by_issue(positions)
    for issue in scene.case.issues:
        on_issue = of_issues.get(issue.id)
        if on_issue:
            others = [each for each in on_issue if each.actor not in seated]
            stands = (_stands(scene, [each for each in on_issue if each.actor == actor]) for actor in seated)
            rows.append((cited(issue.title, issue, detail=_question(scene, issue)), *stands, _others(scene, others)))
    columns = ("Issue", *(scene.names.actor(each) for each in seated), "Others")
    for table in table_of(title, columns, rows, note=note):
        yield stances_plot(scene, table, positions, seated) or table


def _is_on_issue(position: Position) -> bool:
    """Whether it says where its actor stands on the issue: on its terms, or in any other way that names options."""
    return position.stance in ABOUT_TERMS or bool(position.options)


def _question(scene: Scene, issue: Issue) -> str:
    """What is to be settled, and whose consent it needs where that is not all parties' alone."""
    needed = set(issue.consents or scene.case.parties) ^ set(scene.case.parties)
    consent = f"Needs the consent of {scene.names.actors(issue.consents)}." if needed else ""
    return joined(issue.question, consent, by=" ")


def _stands(scene: Scene, positions: list[Position]) -> Cell:
    return cited(sentence(joined(*(stance_in_words(scene, each) for each in positions))), *positions, detail=_since(scene, positions))


def _others(scene: Scene, positions: list[Position]) -> Cell:
    words = joined(*(f"{scene.names.actor(each.actor)}: {stance_in_words(scene, each)}" for each in positions if each.options))
    return cited(sentence(words), *(each for each in positions if each.options))


def _since(scene: Scene, positions: list[Position]) -> str:
    undated = {each.id: "undated" for each in positions if scene.time_in_series(each).is_unknown}
    return listed(dated(scene.time_of(each), otherwise=undated.get(each.id, "")).text for each in positions)


def _linkages(scene: Scene) -> Iterator[Block]:
    cells = [cited(_link_words(scene, each.by, each.text), each, detail=noted(each)) for each in scene.case.links if each.text]
    conditional = [each for each in scene.standing if each.condition and each.issue]
    cells += [
        cited(f"{scene.names.actor(each.actor)}, {scene.names.issue(each.issue)}: {position_in_words(each)}", each)
        for each in conditional
    ]
    yield from listing_of("Conditions and linkages", cells)


def _link_words(scene: Scene, by: str | None, text: str) -> str:
    return _owned(scene, by, text) if by else f"In the matter itself: {sentence(text)}"


def _red_lines(scene: Scene) -> Iterator[Block]:
    lines = [each for each in scene.standing if each.is_red_line]
    cells = [cited(_owned(scene, each.actor, position_in_words(each)), each, detail=noted(each)) for each in lines]
    yield from listing_of("Declared final", cells)


def _general(scene: Scene) -> Iterator[Block]:
    """What is said of no issue in particular, and statements that name no option: they are no demand, and are kept."""
    loose = [
        each
        for each in scene.standing
        if not each.after_deal and not each.is_red_line and (each.issue is None or not _is_on_issue(each))
    ]
    cells = [cited(_owned(scene, each.actor, position_in_words(each)), each, detail=told_by(scene, each)) for each in loose]
    yield from listing_of("Said beside the issues", cells)


def _after_deal(scene: Scene) -> Iterator[Block]:
    positions = [each for each in scene.standing if each.after_deal]
    cells = [
        cited(_owned(scene, each.actor, position_in_words(each)), each, detail=joined(told_by(scene, each), noted(each), by=". "))
        for each in positions
    ]
    yield from listing_of("Conduct after a deal: it weakens a deal, and is no term of it", cells)


def _untouched(scene: Scene) -> Iterator[Block]:
    """The issues of which nobody has said anything: they are to be settled all the same."""
    touched = {each.issue for each in scene.case.positions}
    cells = [cited(sentence(each.title), each, detail=_question(scene, each)) for each in scene.case.issues if each.id not in touched]
    yield from listing_of(f"Issues on which no position {as_far_as(scene)}", cells)


def _interests(scene: Scene) -> Iterator[Block]:
    cells = [cited(_owned(scene, each.actor, each.text), each, detail=noted(each)) for each in scene.case.interests]
    yield from listing_of("Interests, as each gave them", cells)


def _allegations(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(scene.names.actor(each.by), detail=scene.names.person(each.said_by, scene.time_of(each)) if each.said_by else ""),
            Cell(scene.names.actor(each.against)),
            cited(sentence(each.text), each, marks=(Mark.ALLEGED,), detail=noted(each)),
            dated(scene.time_of(each)),
        )
        for each in sorted(scene.case.allegations, key=scene.order, reverse=True)
    ]
    note = "What one says of another's motive or conduct; never the other's interest."
    yield from table_of("Allegations", ("By", "Against", "In words", "When"), rows, note=note)


def _owned(scene: Scene, actor_id: str, text: str) -> str:
    """The words with their owner in front, unless they begin with it."""
    actor = scene.names.actor(actor_id)
    begins = text.lower().removeprefix("the ").startswith(actor.lower())
    return sentence(text) if begins else f"{actor}: {sentence(text)}"
