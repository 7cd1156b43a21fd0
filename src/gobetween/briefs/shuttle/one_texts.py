"""The texts that mediators work on, or that someone was shown: wording, brackets, what changed, who was shown what, amendments."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import dated, listing_of, section_of, table_of
from gobetween.briefs.phrasing import counted, joined, listed, phrase
from gobetween.briefs.scenes import Scene
from gobetween.model.comparisons import BracketChange, ClauseChange, Movement, compare, movements
from gobetween.model.proposals import Alternative, Amendment, Clause, Proposal, ProposalKind

_LEAD = "One text, criticised by the parties and revised by the mediators; yes or no comes at the end. Words in [ ] are not agreed."
_CLOSED = {
    BracketChange.SETTLED: "its bracket closed on one of the alternatives",
    BracketChange.STRUCK: "its bracket was struck out",
    BracketChange.CLOSED: "its bracket closed in other words",
    BracketChange.OPENED: "a bracket was opened",
    BracketChange.CHANGED: "its bracket has other alternatives",
}


def one_texts_section(scene: Scene) -> tuple[Section, ...]:
    """Texts with their latest wording, what changed in it, showings and amendments; and non-papers."""
    texts = [each for each in scene.case.proposals if each.kind is ProposalKind.ONE_TEXT and each.versions]
    blocks: list[Block] = [*_overview(scene, texts)]
    for text in texts:
        blocks += [*_wording(scene, text), *_changes(scene, text), *_showings(scene, text)]
    blocks += [*_amendments(scene), *_non_papers(scene)]
    return section_of("one-texts", "Texts worked on", _LEAD, blocks)


def _overview(scene: Scene, texts: list[Proposal]) -> Iterator[Block]:
    rows = [
        (
            Cell(each.id),
            Cell(each.name),
            Cell(scene.names.actors(each.by) if _works_on(scene, each) else ""),
            Cell("" if _works_on(scene, each) else scene.names.actors(each.by)),
            Cell(counted(len(each.versions), "version")),
            dated(each.versions[-1].when, otherwise=""),
        )
        for each in texts
    ]
    yield from table_of("Texts", ("Name", "Title", "Worked on by", "Shown by", "Versions", "The last of"), rows)


def _works_on(scene: Scene, text: Proposal) -> bool:
    return scene.view.audience in text.by


def _wording(scene: Scene, text: Proposal) -> Iterator[Block]:
    latest = text.versions[-1]
    rows = [
        (
            Cell(clause.id),
            Cell(clause.wording, detail=joined(*(f"can be read: {phrase(each)}" for each in clause.readings))),
            Cell(joined(scene.names.issue(clause.issue), scene.names.options(clause.issue, clause.terms), by=": ")),
            Cell(joined(*(_whose(scene, each) for each in clause.alternatives))),
            Cell(clause.annex or ""),
        )
        for clause in latest.clauses
    ]
    title = f"{text.name}: version {len(text.versions)}"
    yield from table_of(title, ("Clause", "Words", "Issue", "Whose alternative", "Annex"), rows)


def _whose(scene: Scene, alternative: Alternative) -> str:
    if alternative.by is None:
        return ""
    hidden = "" if alternative.is_open or scene.view.audience not in scene.case.mediators else ", not to be said"
    return f"“{alternative.text}”: {scene.names.actor(alternative.by)}{hidden}"


def _changes(scene: Scene, text: Proposal) -> Iterator[Block]:
    if len(text.versions) < 2:
        return
    older, newer = text.versions[-2:]
    comparison = compare(older, newer)
    moved = {each.clause: each for each in movements(scene.view.audience, text.id, comparison, scene.case.amendments)}
    cells = [Cell(_change(scene, each, moved.get(each.id))) for each in comparison.clauses if each.is_changed]
    cells += [Cell(f"title: was “{older.title}”")] if comparison.title else []
    cells += [Cell(f"New annex: {each}") for each in comparison.annexes_added]
    cells += [Cell(f"Annex taken out: {each}") for each in comparison.annexes_removed]
    yield from listing_of(f"{text.name}: what changed in version {len(text.versions)}", cells)


def _change(scene: Scene, change: ClauseChange, movement: Movement | None) -> str:
    if change.older is None:
        return f"{change.id}: new"
    if change.newer is None:
        return f"{change.id}: taken out; it read “{change.older.wording}”"
    return f"{change.id}: {joined(*_fates(change, change.older, change.newer), *_moves(scene, movement))}"


def _fates(change: ClauseChange, older: Clause, newer: Clause) -> Iterator[str]:
    if change.is_moved:
        yield "moved"
    if change.bracket is not None:
        yield _CLOSED[change.bracket.change]
    if older.wording != newer.wording:
        yield f"was “{older.wording}”"


def _moves(scene: Scene, movement: Movement | None) -> Iterator[str]:
    if movement is None:
        return
    if movement.whose:
        yield f"what stands was asked for by {scene.names.actor(movement.whose)}"
    if movement.given_up_by:
        yield f"given up by {scene.names.actors(movement.given_up_by)}"


def _showings(scene: Scene, text: Proposal) -> Iterator[Block]:
    rows = [
        (
            Cell(f"version {number}"),
            Cell(scene.names.actor(showing.to)),
            Cell(f"version {showing.number}", detail=showing.text if showing.text != text.id else ""),
            Cell(scene.names.actor(showing.by)),
        )
        for number, version in enumerate(text.versions, start=1)
        for showing in version.showings
    ]
    yield from table_of(f"{text.name}: who was shown what", ("Of yours", "Shown to", "As theirs", "By"), rows)


def _amendments(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(each.id),
            Cell(scene.names.actor(each.by)),
            Cell(each.clause, detail=_about(scene, each)),
            Cell(each.text or "strike it", detail=each.reason),
            Cell("may be said" if each.is_named else "not to be said"),
            dated(each.when, otherwise=""),
        )
        for each in scene.case.amendments
    ]
    yield from table_of("Amendments asked for", ("Name", "By", "Clause", "To read", "Whose it is", "When"), rows)


def _about(scene: Scene, amendment: Amendment) -> str:
    """Which version it is about, as its reader counts them, and which the party was shown since; a view has the text of each."""
    text = next(each for each in scene.case.proposals if each.id == amendment.proposal)
    if amendment.version is None:
        return amendment.proposal
    shown = _as_counted(scene, text, amendment.by)
    later = listed(str(place) for number, place in sorted(shown.items()) if number > amendment.version)
    of_reader = shown.get(amendment.version, amendment.version)
    return joined(f"{amendment.proposal}, version {of_reader}", f"after which came {later}" if later else "", by=", ")


def _as_counted(scene: Scene, text: Proposal, party: str) -> dict[int, int]:
    """For each version as the party counts those that it was shown, its number as the reader does."""
    if not _works_on(scene, text):
        return {number: number for number in range(1, len(text.versions) + 1)}
    numbered = enumerate(text.versions, start=1)
    return {each.number: number for number, version in numbered for each in version.showings if each.to == party}


def _non_papers(scene: Scene) -> Iterator[Block]:
    rows = [
        (Cell(each.id), Cell(each.name, detail=each.text), Cell(scene.names.actors(each.to)), dated(each.when, otherwise=""))
        for each in scene.case.proposals
        if each.kind is ProposalKind.NON_PAPER and each.text
    ]
    yield from table_of("Non-papers", ("Name", "Text", "Given to", "When"), rows)
