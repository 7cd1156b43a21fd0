"""What is answered under seal: the mediators' proposals and blind biddings, with one's own answer and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import section_of, table_of
from gobetween.briefs.phrasing import amount, counted, joined, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.sealed import BlindBidding, SealedProposal

_LEAD = "Nobody gets another's answer. When it is opened, everyone learns what came of it, in the same words, and nothing else."
_LEARN = "Answered under seal; once it is opened, the mediators who put it learn who answered what."


def sealed_section(scene: Scene) -> tuple[Section, ...]:
    """Mediators' proposals, what was answered as far as the reader has it, and biddings."""
    blocks: list[Block] = [*_proposals(scene), *_answers(scene), *_biddings(scene)]
    return section_of("sealed", "Under seal", _LEAD, blocks)


def _proposals(scene: Scene) -> Iterator[Block]:
    rows = [_proposal(scene, each) for each in scene.case.sealed_proposals]
    columns = ("Name", "What", "By", "To", "To be answered by", "What came of it", "Your answer")
    yield from table_of("Mediators' proposals", columns, rows, note=_LEARN if scene.case.mediators_learn_answers else "")


def _proposal(scene: Scene, proposal: SealedProposal) -> tuple[Cell, ...]:
    names = scene.names
    own = next((each for each in scene.case.sealed_answers if (each.proposal, each.by) == (proposal.id, scene.view.audience)), None)
    said = {True: "accepts", False: "does not accept", None: ""}[own.accepts if own else None]
    waits = f"waits for {names.actors(proposal.awaits)} to join" if proposal.awaits else "open"
    return (
        Cell(proposal.id),
        Cell(proposal.name, detail=joined(sentence(proposal.text), *names.terms(proposal.terms), by=" ")),
        Cell(names.actors(proposal.by)),
        Cell(names.actors(proposal.to)),
        Cell(_moment(proposal.deadline_utc)),
        Cell(str(proposal.outcome) if proposal.outcome else waits),
        Cell(said, detail="sealed; it can be changed until it is opened" if own and proposal.outcome is None else ""),
    )


def _answers(scene: Scene) -> Iterator[Block]:
    """Who answered what, for mediators of talks that were opened so."""
    reader = scene.view.audience
    rows = [
        (Cell(each.proposal), Cell(scene.names.actor(each.by)), Cell("accepts" if each.accepts else "does not accept"))
        for each in scene.case.sealed_answers
        if each.by != reader
    ]
    yield from table_of("Answers that were opened", ("Proposal", "By", "Answer"), rows)


def _biddings(scene: Scene) -> Iterator[Block]:
    rows = [_bidding(scene, each) for each in scene.case.biddings]
    columns = ("Name", "On what", "Asked by", "Pays", "Is paid", "By when", "What came of it", "Your bid")
    note = "Who settles can work out the other's bid to within one, from its own and the mean."
    yield from table_of("Blind biddings", columns, rows, note=note)


def _bidding(scene: Scene, bidding: BlindBidding) -> tuple[Cell, ...]:
    names = scene.names
    own = next((each for each in scene.case.sealed_bids if (each.bidding, each.by) == (bidding.id, scene.view.audience)), None)
    waits = f"waits for {names.actors(bidding.awaits)} to join" if bidding.awaits else "open"
    outcome = str(bidding.outcome) if bidding.outcome else waits
    settled = "" if bidding.settled is None else f": {counted(bidding.settled, bidding.unit, bidding.unit)}"
    return (
        Cell(bidding.id),
        Cell(bidding.question, detail=joined(f"in {bidding.unit}", names.issue(bidding.issue))),
        Cell(names.actors(bidding.by)),
        Cell(names.actor(bidding.payer)),
        Cell(names.actor(bidding.payee)),
        Cell(_moment(bidding.deadline_utc)),
        Cell(f"{outcome}{settled}"),
        Cell(
            amount(own.amount) if own else "",
            detail="sealed; it can be changed until it is opened" if own and not bidding.outcome else "",
        ),
    )


def _moment(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
