"""A party's own affair: what its delegation may accept, what waits for its principal, and what that has decided."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, section_of, table_of
from gobetween.briefs.phrasing import joined, listed, sentence
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.proposals import answer_in_words
from gobetween.model.actors import Principal, Procedure
from gobetween.model.mandates import Choice, Decision, Mandate
from gobetween.model.proposals import AnswerState

_LEAD = "Your own affair: others learn whether an answer is approved, amended or refused, and nothing of this."


def mandates_section(scene: Scene) -> tuple[Section, ...]:
    """The mandate in force and those before, answers that wait, and decisions, for the party itself."""
    if not scene.view.is_live:
        return ()
    own = [each for each in scene.case.principals if each.party == scene.view.audience]
    blocks: list[Block] = [*_principals(scene, own), *_waiting(scene), *_mandates(scene), *_decisions(scene)]
    return section_of("mandates", "Mandate and decisions", _LEAD, blocks)


def _principals(scene: Scene, principals: list[Principal]) -> Iterator[Block]:
    rows = [
        (
            Cell(each.id, detail=each.name),
            Cell(_procedure(each)),
            Cell(listed(f"{scene.names.person_alone(member)} ({member})" for member in each.members)),
        )
        for each in principals
    ]
    yield from table_of("Who decides for you", ("Name", "How", "Members"), rows)


def _procedure(principal: Principal) -> str:
    rules = f"at least {principal.quorum} take part, at least {principal.threshold} for it"
    match principal.procedure:
        case Procedure.VOTE | Procedure.BALLOT:
            return f"{principal.procedure}: {rules}"
        case Procedure.CONSENSUS:
            return f"consensus: at least {principal.quorum} take part, nobody against it"
        case Procedure.HEAD:
            return "its head decides"
        case _:
            return "not known"


def _waiting(scene: Scene) -> Iterator[Block]:
    rows = [
        (Cell(each.id), Cell(each.proposal), Cell(answer_in_words(each)), dated(each.when))
        for each in scene.case.answers
        if each.by == scene.view.audience and each.state is AnswerState.AD_REFERENDUM
    ]
    yield from table_of("Waiting for your principal", ("Name", "To what", "Answer", "Since"), rows)


def _mandates(scene: Scene) -> Iterator[Block]:
    *before, last = scene.case.mandates or (None,)
    rows = [_mandate(scene, each, "before") for each in before if each]
    rows = [*([_mandate(scene, last, "in force")] if last else []), *reversed(rows)]
    yield from table_of("What the delegation may accept by itself", ("Name", "State", "Terms", "In words", "When"), rows)


def _mandate(scene: Scene, mandate: Mandate, state: str) -> tuple[Cell, ...]:
    return (
        Cell(mandate.id),
        Cell(state),
        Cell(joined(*scene.names.terms(mandate.may_accept)) or "nothing"),
        cited(sentence(mandate.text), mandate),
        dated(mandate.when),
    )


def _decisions(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(each.id),
            Cell(each.on),
            Cell(str(each.ruling)),
            cited(_how(scene, each), each, detail=sentence(each.text)),
            dated(each.when),
        )
        for each in scene.case.decisions
    ]
    yield from table_of("Decisions", ("Name", "About", "Ruling", "How", "When"), rows)


def _how(scene: Scene, decision: Decision) -> str:
    if decision.decided_by:
        return f"by {scene.names.person_alone(decision.decided_by)}"
    if decision.tally:
        tally = decision.tally
        return f"{tally.votes_for} for, {tally.against} against, {tally.abstained} abstained, of {tally.eligible}"
    voted = {choice: [vote.member for vote in decision.votes if vote.choice is choice] for choice in Choice}
    return joined(*(f"{choice}: {listed(map(scene.names.person_alone, members))}" for choice, members in voted.items() if members))
