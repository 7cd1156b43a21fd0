"""What whoever asks may say because it is its own, or because everybody knows it; and what of its own it keeps to itself."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from gobetween.bargaining.demands import current_positions
from gobetween.briefs.cells import is_held_by_some
from gobetween.briefs.phrasing import joined, phrase, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.sayables import KEPT, owner_of, words_of
from gobetween.briefs.stances import position_in_words
from gobetween.model.items import PUBLIC, Item
from gobetween.model.positions import Position, Series


@frozen
class Words:
    """Something in words, what it is called, a remark on how it stands, and the entry that says so."""

    words: str
    name: str = field(default="", kw_only=True)
    how: str = field(default="", kw_only=True)
    item: Item | None = field(default=None, kw_only=True)


def own_words(scene: Scene, recipient: str) -> Iterator[Words]:
    """What is the speaker's own: what it told, where it stands (but for its bottom line), what it needs, what it put to them."""
    case, speaker = scene.case, scene.view.audience
    for told in case.told:
        if owner_of(told) == speaker:
            has_it = "they have it from you" if recipient in told.to else "they do not have it from you"
            yield Words(phrase(told.text), name=told.id, how=joined(str(told.handling), has_it), item=told)
    for position in scene.standing:
        is_own = position.actor == speaker and owner_of(position) in (None, speaker)  # not what others say of it in confidence
        if is_own and position.series not in KEPT:
            yield Words(_stand(scene, position), name=position.id, how=_how(position), item=position)
    for interest in case.interests:
        if interest.actor == speaker and owner_of(interest) in (None, speaker):
            yield Words(phrase(interest.text), name=interest.id, how="what you need", item=interest)
    for proposal in case.proposals:
        shown = {*proposal.to, *(showing.to for version in proposal.versions for showing in version.showings)}
        is_theirs_to_bring = PUBLIC not in proposal.holders or proposal.is_on_table  # a report may say of a text that it is theirs
        if speaker in proposal.by and recipient in shown and is_theirs_to_bring and not proposal.is_withdrawn:
            yield Words(phrase(words_of(proposal)), name=proposal.id, how="you put it to them", item=proposal)


def public_words(scene: Scene, recipient: str) -> Iterator[Words]:
    """What everybody knows and bears on the meeting: where others stand in public, days that are set, what third parties promised."""
    names = scene.names
    for position in _standing_in_public(scene):
        if position.actor not in (recipient, scene.view.audience):
            how = joined(joined(names.actor(position.actor), _series(position), by=": "), when_in_words(position.when))
            yield Words(_stand(scene, position), how=how, item=position)
    for deadline in scene.case.deadlines:
        if PUBLIC in deadline.holders and (deadline.when.latest is None or deadline.when.latest >= scene.day):
            yield Words(phrase(deadline.text), how=when_in_words(deadline.when), item=deadline)
    for commitment in scene.case.commitments:
        if PUBLIC in commitment.holders:
            yield Words(phrase(commitment.text), how=f"said by {names.actor(commitment.by)}", item=commitment)


def _standing_in_public(scene: Scene) -> tuple[Position, ...]:
    """What everybody knows to be in force: what fewer hold takes nothing of it back."""
    known = tuple(each for each in scene.case.positions if PUBLIC in each.holders)
    return current_positions(evolve(scene.case, positions=known))


def _series(position: Position) -> str:
    """In which series it stands; nothing where it stands in none that anybody named, and no report tells of it."""
    is_told = position.series is not Series.REPORTED or position.citations or position.via
    return str(position.series) if is_told else ""


def _how(position: Position) -> str:
    return joined(joined("your", _series(position), "position", by=" "), "not public" if is_held_by_some(position) else "", by=", ")


def _stand(scene: Scene, position: Position) -> str:
    """The position with its condition: without it, it would be another one."""
    return joined(scene.names.issue(position.issue), phrase(position_in_words(position)), by=": ")
