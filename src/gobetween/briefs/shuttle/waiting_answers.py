"""What the audience has yet to answer: requests for permission, proposals, amendments, what is answered under seal."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Cell
from gobetween.briefs.debts import answers_owed
from gobetween.briefs.phrasing import day_in_words, joined, listed, quoted
from gobetween.briefs.scenes import Scene
from gobetween.model.permissions import Permission, PermissionState
from gobetween.model.proposals import Answer, AnswerState
from gobetween.model.sealed import BlindBidding, SealedProposal


def answers_wanted(scene: Scene) -> Iterator[Cell]:
    """Each with the verbs that answer it."""
    yield from _permissions(scene)
    yield from _joinings(scene)
    yield from _proposals(scene)
    yield from _referred(scene)
    yield from _amendments(scene)
    yield from _sealed_proposals(scene)
    yield from _biddings(scene)


def _permissions(scene: Scene) -> Iterator[Cell]:
    for each in scene.case.permissions:
        if each.state is PermissionState.ASKED and each.owner == scene.view.audience and each.asked_by:
            asks = f"{scene.names.actor(each.asked_by)} asks for leave to pass on {each.item} to {_recipients(scene, each)}"
            terms = joined(str(each.form), "naming you" if each.is_attributed else "without naming you", by=", ")
            verb = f"grant --asked {each.id}{' --attributed' if each.is_attributed else ''}"
            yield Cell(f"{asks}: {terms}.", detail=f"{verb}, or: refuse {each.id}")


def _recipients(scene: Scene, permission: Permission) -> str:
    return listed(scene.names.actor(to) if scene.case.actor(to) else f"whoever {to} came from" for to in permission.to)


def _joinings(scene: Scene) -> Iterator[Cell]:
    for each in scene.case.proposals:
        if scene.view.audience in each.awaits and not each.is_withdrawn and not each.has_expired(scene.day):
            yield Cell(f"The proposal {quoted(each.name)} waits for you to join in making it.", detail=f"join {each.id}")


def _proposals(scene: Scene) -> Iterator[Cell]:
    for owed in answers_owed(scene):
        if owed.by == scene.view.audience and owed.proposal.is_open(scene.day):
            until = f" by {day_in_words(owed.proposal.expires)}" if owed.proposal.expires else ""
            said = f"{scene.names.actors(owed.to)} {'wait' if len(owed.to) > 1 else 'waits'} for your answer to"
            verb = f"answer {owed.proposal.id} accept|accept-if|counter|reject|refer"
            yield Cell(f"{said} {quoted(owed.proposal.name)}{until}.", detail=verb)


def _referred(scene: Scene) -> Iterator[Cell]:
    deciding = listed((each.id for each in scene.case.principals if each.party == scene.view.audience), last="or")
    for each in scene.case.answers:
        if deciding and each.by == scene.view.audience and each.state is AnswerState.AD_REFERENDUM:
            said = f"Your answer to {_proposal_of(scene, each)} was given ad referendum: your principal has yet to decide."
            yield Cell(said, detail=f"as {deciding}: decide {each.id} approve|amend|refuse")


def _proposal_of(scene: Scene, answer: Answer) -> str:
    return next((quoted(each.name) for each in scene.case.proposals if each.id == answer.proposal), answer.proposal)


def _amendments(scene: Scene) -> Iterator[Cell]:
    """Amendments to the latest version of a text that the audience works on."""
    texts = {each.id: each for each in scene.case.proposals if scene.view.audience in each.by and each.versions}
    for each in scene.case.amendments:
        latest = texts[each.proposal].versions[-1] if each.proposal in texts else None
        if latest and (each.by, each.version) in {(showing.to, showing.number) for showing in latest.showings}:
            asks = f"{scene.names.actor(each.by)} asks to have '{each.clause}' changed in {each.proposal}"
            verb = f"text {each.proposal} > FILE, then, once it is changed there: revise {each.proposal} FILE"
            yield Cell(f"{asks}: {quoted(each.text) or 'strike it'}", detail=verb)


def _sealed_proposals(scene: Scene) -> Iterator[Cell]:
    answered = {each.proposal for each in scene.case.sealed_answers if each.by == scene.view.audience}
    for each in scene.case.sealed_proposals:
        if each.outcome is not None or each.deadline_utc.date() < scene.day:
            continue
        if scene.view.audience in each.awaits:
            said = f"The mediators' proposal {quoted(each.name)} waits for you to join in putting it."
            yield Cell(said, detail=f"join-proposal {each.id}")
        elif scene.view.audience in each.to and not each.awaits and each.id not in answered:
            said = f"The mediators' proposal {quoted(each.name)} is to be answered under seal by {_deadline(each)}."
            yield Cell(said, detail=f"seal {each.id} accept|refuse")


def _biddings(scene: Scene) -> Iterator[Cell]:
    answered = {each.bidding for each in scene.case.sealed_bids if each.by == scene.view.audience}
    for each in scene.case.biddings:
        if each.outcome is not None or each.deadline_utc.date() < scene.day:
            continue
        if scene.view.audience in each.awaits:
            yield Cell(f"The bidding {quoted(each.question)} waits for you to join in asking it.", detail=f"join-bidding {each.id}")
        elif scene.view.audience in (each.payer, each.payee) and not each.awaits and each.id not in answered:
            said = f"You are asked to bid, in {each.unit}, on {quoted(each.question)} by {_deadline(each)}."
            yield Cell(said, detail=f"bid {each.id} NUMBER")


def _deadline(asked: SealedProposal | BlindBidding) -> str:
    return f"{day_in_words(asked.deadline_utc.date())}, {asked.deadline_utc:%H:%M} UTC"
