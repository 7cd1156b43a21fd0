"""What lies between two actors: answers owed either way, permissions that were asked, agreements that wait, plans and deliverables."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.debts import answers_owed, is_live
from gobetween.briefs.phrasing import day_in_words, joined, phrase
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.own_points import Words
from gobetween.briefs.shuttle.sayables import owner_of
from gobetween.model.agreement import AgreementState, MarkKind
from gobetween.model.items import PUBLIC, Item
from gobetween.model.permissions import PermissionState
from gobetween.model.proposals import Proposal
from gobetween.model.relays import RelayState


def owed_between(scene: Scene, other: str) -> Iterator[Words]:
    """What the other owes the audience, and the audience the other, as far as the audience knows."""
    yield from _answers(scene, other)
    yield from _permissions(scene, other)
    yield from _agreements(scene, other)
    yield from _reactions(scene, other)
    yield from _plans(scene, other)
    yield from _deliverables(scene, other)


def _answers(scene: Scene, other: str) -> Iterator[Words]:
    own = scene.view.audience
    for owed in answers_owed(scene):
        if owed.by == other and own in owed.to and _may_know(own, other, owed.proposal):
            yield Words(f"their answer to “{owed.proposal.name}”", name=owed.proposal.id, how="they owe it")
        elif owed.by == own and other in owed.to:
            yield Words(f"your answer to “{owed.proposal.name}”", name=owed.proposal.id, how="you owe it")


def _permissions(scene: Scene, other: str) -> Iterator[Words]:
    own = scene.view.audience
    for each in scene.case.permissions:
        if each.state is PermissionState.ASKED and (each.owner, each.asked_by) == (other, own):
            yield Words(f"leave to pass on {each.item}", name=each.id, how="you asked for it; they have not answered")
        elif each.state is PermissionState.ASKED and (each.owner, each.asked_by) == (own, other):
            yield Words(f"leave to pass on {each.item}", name=each.id, how="they asked for it; you have not answered")


def _agreements(scene: Scene, other: str) -> Iterator[Words]:
    own = scene.view.audience
    for each in scene.case.agreements:
        party, carrier = (other, own) if other in each.parties else (own, other)
        if party not in each.parties or carrier not in each.mediators:
            continue
        whose = "their" if party == other else "your"
        if each.state is AgreementState.OPEN and not each.mark_of(party, MarkKind.ACCEPTANCE):
            yield Words(f"{whose} acceptance of {each.name}", name=each.id, how="told to those who carry it alone")
        elif each.state is AgreementState.AGREED and not each.is_bound(party):
            is_signed = each.mark_of(party, MarkKind.SIGNATURE) is not None
            yield Words(f"{whose} {'ratification' if is_signed else 'signature'} of {each.name}", name=each.id)


def _reactions(scene: Scene, other: str) -> Iterator[Words]:
    own = scene.view.audience
    for each in scene.case.messages:
        if each.onward is None and not each.goes_back and not each.reaction and {each.carrier, each.to} == {own, other}:
            whose = "your reaction to what they" if each.to == own else "their reaction to what you"
            yield Words(f"{whose} said: “{phrase(each.text)}”", name=each.id)


def _plans(scene: Scene, other: str) -> Iterator[Words]:
    for each in scene.case.relays:
        if each.state is RelayState.PLANNED and each.to == other and each.route[:1] == (scene.view.audience,):
            due = f"due {day_in_words(each.due)}" if each.due else ""
            yield Words(phrase(each.text) or "to be conveyed", name=each.id, how=joined("planned", due))


def _deliverables(scene: Scene, other: str) -> Iterator[Words]:
    own = scene.view.audience
    for each in scene.case.deliverables:
        if not each.is_delivered and {each.owed_by, each.to} == {other, own} and _may_know(own, other, each):
            yield Words(phrase(each.text), name=each.id, how="asked of them" if each.owed_by == other else "asked of you")


def _may_know(own: str, other: str, *items: Item) -> bool:
    """Whether the other knows of one of them, or it is a matter of the two alone.

    What a third party put forward or asked for is not to be learned of here by somebody to whom it did not go.
    """
    return any(_is_of_two(own, other, item) or bool({PUBLIC, other} & item.holders) for item in items)


def _is_of_two(own: str, other: str, item: Item) -> bool:
    if isinstance(item, Proposal):
        return own in item.by or is_live(item)  # in live talks, who owes an answer surely has it
    return owner_of(item) in (None, own, other)
