"""Caucuses, and what mediators are told in confidence: by a party, by others, by one another; and what they note of it."""

from __future__ import annotations

from attrs import evolve, field, frozen

from gobetween.model.caucuses import Caucus, Told
from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import KEEPER
from gobetween.model.positions import Series
from gobetween.protocols import caucuses
from gobetween.protocols.acts import Moment
from gobetween.protocols.caucuses import CaucusHeld, ItemObjected, ItemTold
from gobetween.talks.confiding.permissions import handing_over
from gobetween.talks.confiding.tellings import Telling, check_telling, item_told, named, told_again
from gobetween.talks.drafts import Draft
from gobetween.talks.knowing.channels import must_have_channels
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.ownership import is_public
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing


@frozen
class Sitting:
    """Who met in private, and what is to be remembered of it by all who were there."""

    party: str
    mediators: tuple[str, ...]
    round: str | None = field(default=None, kw_only=True)
    place: str = field(default="", kw_only=True)
    text: str = field(default="", kw_only=True)


def hold_caucus(at: Standing, sitting: Sitting, *, name: str | None = None) -> tuple[Deed, ...]:
    """Records that a party and these mediators met in private; they, and nobody else, get it.

    Raises:
        ProtocolViolation: whoever acts was not there, it is no party's, or someone else than mediators is named; no such round.
    """
    must_be_delegation(at)
    party = sitting.party
    present = tuple(dict.fromkeys((*sitting.mediators, *(() if at.actor == party else (at.actor,)))))
    at.must_know(party, *present)
    if not at.is_party(party):
        known = named(at.case.parties)
        raise ProtocolViolation(f"a caucus is a party's session with mediators, and {party} is no party; parties: {known}")
    _must_be_mediators(at, present)
    must_be_known_to_all(at, *present)
    if not present:
        raise ProtocolViolation(f"say which mediators were there; mediators: {named(at.case.mediators)}")
    if sitting.round is not None and not any(each.id == sitting.round and is_public(each) for each in at.case.rounds):
        raise ProtocolViolation(f"there is no round '{sitting.round}' that everyone knows of")
    act = CaucusHeld(at.new_id(name), party, present, round=sitting.round, place=sitting.place, text=sitting.text)
    return (Deed(act, frozenset({party, *present})),)


def tell(
    at: Standing, telling: Telling, *, to: tuple[str, ...] = (), caucus: str | None = None, name: str | None = None
) -> tuple[Deed, ...]:
    """Tells mediators something of one's own: those named, or those present in the caucus; they, and nobody else, get it.

    Raises:
        ProtocolViolation: someone else than mediators is told, or mediators to whom there is no channel; the caucus is not the
            actor's; or the telling does not fit its kind.
    """
    must_be_delegation(at)
    if at.case.actor(at.actor) is None:
        raise ProtocolViolation(f"this is for actors of the talks, and {at.actor} is none")
    check_telling(at, telling)
    session = _caucus(at, caucus) if caucus else None
    told = tuple(each for each in dict.fromkeys(to or (session.mediators if session else ())) if each != at.actor)
    if not told:
        raise ProtocolViolation(f"say which mediators are told; mediators: {named(at.case.mediators)}")
    at.must_know(*told)
    _must_be_mediators(at, told)
    must_be_known_to_all(at, *(told if len(told) > 1 else ()))
    if session is not None and (session.party != at.actor or not set(told) <= set(session.mediators)):
        raise ProtocolViolation(
            f"in '{session.id}' {session.party} told things to {named(session.mediators)}, and nobody else to others"
        )
    if session is None:
        must_have_channels(at, at.actor, *told)
    act = item_told(at.new_id(name), at.actor, told, telling, caucus)
    return (Deed(act, frozenset({at.actor, *told})),)


def note(
    at: Standing, telling: Telling, *, owner: str | None = None, caucus: str | None = None, name: str | None = None
) -> tuple[Deed, ...]:
    """A mediator notes what it was told; whoever told it gets the note too, and may object to it.

    Other mediators get it only if the party itself recorded that they were in the caucus: no mediator can bring what it was told to
    another by noting that it had been there.

    Raises:
        ProtocolViolation: who acts is no mediator, or was not there; nobody is said to have told it; or the telling does not fit.
    """
    at.must_be_mediator()
    check_telling(at, telling)
    session = _caucus(at, caucus) if caucus else None
    told_by = owner or (session.party if session else None)
    if told_by is None:
        raise ProtocolViolation("say who told you this, or in which caucus you were told")
    at.must_know(told_by)
    if told_by in (at.actor, KEEPER) or (session is not None and told_by != session.party):
        raise ProtocolViolation(f"what you note was told to you by another, in a caucus by its party; you named {told_by}")
    by_party = session is not None and session.id.startswith(f"{session.party}/")
    heard = session.mediators if session and by_party else (at.actor,)
    act = evolve(item_told(at.new_id(name), told_by, heard, telling, caucus), noted_by=at.actor)
    return (Deed(act, frozenset({told_by, *heard})),)


def tell_further(at: Standing, item: str, to: tuple[str, ...]) -> tuple[Deed, ...]:
    """Tells something of one's own to more mediators, with the permissions in force that name them; who had it already is not told.

    Raises:
        ProtocolViolation: it is nothing that the actor itself told; someone else than mediators is named, or one without a channel.
    """
    must_be_delegation(at)
    told = _own(at, item)
    if told.noted_by is not None:
        raise ProtocolViolation(f"'{item}' is a note of {told.noted_by}'s, and its name would tell others so: tell it yourself instead")
    new = tuple(each for each in dict.fromkeys(to) if each not in (*told.to, at.actor))
    at.must_know(*to)
    _must_be_mediators(at, to)
    if not new:
        raise ProtocolViolation(f"'{item}' was told to {named(told.to)} already; name others")
    must_have_channels(at, at.actor, *new)
    series = next((each.series for each in at.case.positions if each.id == item), Series.ENTRUSTED)
    act = item_told(item, at.actor, new, told_again(told, series))
    again = [Deed(evolve(act, to=(each,)), frozenset({each})) for each in new]
    return (Deed(act, frozenset({at.actor})), *again, *(deed for each in new for deed in handing_over(at, item, each)))


def object_to(at: Standing, item: str, reason: str) -> tuple[Deed, ...]:
    """The owner objects to a note of what it is said to have told; those who hold the note get the objection.

    Raises:
        ProtocolViolation: it is no note of something that the actor told, or was objected to already.
    """
    must_be_delegation(at)
    told = _own(at, item)
    return (Deed(ItemObjected(item, reason), frozenset({at.actor, *told.to})),)


def _must_be_mediators(at: Standing, actors: tuple[str, ...]) -> None:
    others = [each for each in actors if not at.is_mediator(each)]
    if others:
        raise ProtocolViolation(f"{named(others)}: not a mediator in these talks; mediators: {named(at.case.mediators)}")


def _caucus(at: Standing, name: str) -> Caucus:
    found = next((each for each in at.case.caucuses if each.id == name), None)
    if found is None:
        raise ProtocolViolation(f"you were in no caucus called '{name}'")
    return found


def _own(at: Standing, item: str) -> Told:
    found = next((each for each in at.case.told if each.id == item and each.owner == at.actor), None)
    if found is None:
        raise ProtocolViolation(f"you have told nothing called '{item}'")
    return found


def _tell(draft: Draft, act: ItemTold, moment: Moment) -> None:
    is_new = draft.find("told", act.item, Told) is None
    draft.put("told", caucuses.told(draft.find("told", act.item, Told), act, moment))
    for collection, entry in caucuses.also_entered(act, moment) if is_new else ():
        draft.put(collection, entry)


def _object(draft: Draft, act: ItemObjected, moment: Moment) -> None:
    draft.put("told", caucuses.told(draft.get("told", act.item, Told), act, moment))
    for collection in ("positions", "interests", "signals"):
        draft.drop(collection, act.item)


_HOLD = folding("caucuses", "caucus", Caucus, caucuses.held)

RULES: Rules = {CaucusHeld: _HOLD, ItemTold: _tell, ItemObjected: _object}
