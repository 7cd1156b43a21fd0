"""Opening talks, and entering what is known: the entries of a case, one by one; corrections are entries too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from attrs import evolve, field, frozen

from gobetween.disclosure.references import ACTOR, NAMED
from gobetween.model.cases import Profile
from gobetween.model.errors import ProtocolViolation, RecordDamaged
from gobetween.model.items import KEEPER, PUBLIC, Item
from gobetween.model.preferences import Preferences
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.acts import Act, Moment
from gobetween.record.codecs import decode, encode
from gobetween.record.entries import Json
from gobetween.talks.drafts import COLLECTIONS, Draft, held_by
from gobetween.talks.item_kinds import kind_of_collection
from gobetween.talks.knowing.channels import must_have_channels
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.proposing.mandates import in_party_name
from gobetween.talks.rules import Rules
from gobetween.talks.standings import Deed, Standing

FOR_THE_CUSTODIAN = ("actors", "roles", "access", "principals")
"""What the custodian keeps of a case beside what is addressed to it: who is who, and who may act for whom."""

FREE = ("happenings", "assessments", "allegations", "contradictions", "disputes", "figures", "earlier_agreements")
"""What an actor may enter for itself and others: what happened, what is judged, said and counted; nothing that binds anybody."""


@frozen
class TalksOpened(Act):
    """Talks begin: what everyone knows of them from the first day."""

    KIND: ClassVar[str] = "talks-opened.v1"
    title: str
    profile: Profile
    summary: str = field(default="", kw_only=True)
    is_rehearsal: bool = field(default=False, kw_only=True)
    is_reported: bool = field(default=False, kw_only=True)
    is_fictional: bool = field(default=False, kw_only=True)
    retained_until: dt.date | None = field(default=None, kw_only=True)
    mediators_learn_answers: bool = field(default=False, kw_only=True)


@frozen
class EntryEntered(Act):
    """An entry of the case, as its audience sees it; one with the same id is corrected by it."""

    KIND: ClassVar[str] = "entry-entered.v1"
    collection: str
    entry: Mapping[str, Json]  # held by everyone, or by nobody: who holds it is not said


@frozen
class EntryWithdrawn(Act):
    """An entry should not have been entered."""

    KIND: ClassVar[str] = "entry-withdrawn.v1"
    collection: str
    entry_id: str
    reason: str = field(default="", kw_only=True)


@frozen
class PreferencesEntrusted(Act):
    """What packages are worth to a party, as it entrusts or someone assumes it.

    Who else holds it stands in the custodian's copy alone, who needs it to tell for whom it may be computed with.
    """

    KIND: ClassVar[str] = "preferences-entrusted.v1"
    preferences: Preferences


@frozen
class FileKept(Act):
    """A file of the folder that the talks were opened from, byte by byte, so that it can be given back (base64)."""

    KIND: ClassVar[str] = "file-kept.v1"
    path: str
    content: str


def entered(collection: str, entry: Item) -> EntryEntered:
    """The act that enters the entry; who else holds it is not in it."""
    return EntryEntered(collection, encode(held_by(frozenset(), entry)))


def enter(at: Standing, collection: str, entry: Item, audience: frozenset[str]) -> tuple[Deed, ...]:
    """Enters an entry of one's own, or corrects one, for those who are to hold it (and whoever enters it).

    Raises:
        ProtocolViolation: the audience names someone unknown, the entry is another's, or it is of a kind that comes about by acts of
            its own (a permission, an answer, a mandate).
    """
    if at.actor != KEEPER and collection not in FREE:
        raise ProtocolViolation(f"{collection.replace('_', ' ')} are not entered, they come about by what actors do")
    _must_be_open_to(at, audience)
    named = [getattr(entry, attribute) for attribute, of in NAMED.get(type(entry), {}).items() if of == ACTOR]
    if at.actor != KEEPER and audience - {at.actor}:
        must_be_known_to_all(at, *(each for each in named if isinstance(each, str)))
    is_there = any(item.id == entry.id and name == collection for name, item in at.case.items())
    if at.actor != KEEPER and (is_there or "/" in entry.id) and not entry.id.startswith(f"{at.actor}/"):
        raise ProtocolViolation(f"'{entry.id}' is not yours to correct")
    act = entered(collection, evolve(entry, holders=audience))
    return (Deed(act, audience | {at.actor}, _author(at, audience)),)


def _author(at: Standing, audience: frozenset[str]) -> str | None:
    """Under whose name it is recorded: to others a principal, whom they may not know, goes under its party's."""
    return in_party_name(at) if audience - {at.actor} else None


def _must_be_open_to(at: Standing, audience: frozenset[str]) -> None:
    """Refuses an audience that the actor has no channel to: parties do not tell one another, but what is said in public."""
    others = [each for each in sorted(audience) if each not in (PUBLIC, at.actor)]
    at.must_know(*others)
    if at.actor == KEEPER:
        return
    must_have_channels(at, at.actor, *(each for each in others if each != KEEPER))
    if PUBLIC in audience:
        must_be_known_to_all(at, at.actor)


def withdraw(at: Standing, collection: str, entry_id: str, audience: frozenset[str], *, reason: str = "") -> tuple[Deed, ...]:
    """Takes back an entry that should not have been entered, for those for whom it was entered; the record keeps both.

    Raises:
        ProtocolViolation: the entry is another's, or came about by an act of its own; or the audience names someone unknown, or
            somebody to whom there is no channel.
    """
    if at.actor != KEEPER and collection not in FREE:
        raise ProtocolViolation(f"{collection.replace('_', ' ')} are not taken back so, they change by what actors do")
    _must_be_open_to(at, audience)
    if at.actor != KEEPER and not entry_id.startswith(f"{at.actor}/"):
        raise ProtocolViolation(f"'{entry_id}' is not yours to correct")
    return (Deed(EntryWithdrawn(collection, entry_id, reason=reason), audience | {at.actor}, _author(at, audience)),)


def _open(draft: Draft, act: TalksOpened, _moment: Moment) -> None:
    draft.title, draft.summary, draft.profile = act.title, act.summary, act.profile
    draft.is_rehearsal, draft.is_reported, draft.retained_until = act.is_rehearsal, act.is_reported, act.retained_until
    draft.is_fictional = act.is_fictional
    draft.mediators_learn_answers = act.mediators_learn_answers


def _enter(draft: Draft, act: EntryEntered, _moment: Moment) -> None:
    if act.collection not in COLLECTIONS:
        raise RecordDamaged(f"the record enters something into '{act.collection}', which no case has")
    if draft.reader == CUSTODIAN and act.collection not in FOR_THE_CUSTODIAN:
        return  # of what is public it keeps no more than it needs
    entry: Item = decode(act.entry, kind_of_collection(act.collection))
    draft.put(act.collection, entry)


def _withdraw(draft: Draft, act: EntryWithdrawn, _moment: Moment) -> None:
    draft.drop(act.collection, act.entry_id)


def _entrust(draft: Draft, act: PreferencesEntrusted, _moment: Moment) -> None:
    given = act.preferences
    is_open = PUBLIC in given.holders or draft.reader == CUSTODIAN
    draft.preferences[f"{given.party}/{given.assumption or ''}"] = (
        given if is_open else evolve(given, holders=frozenset({draft.reader}))
    )


def _keep(_draft: Draft, _act: FileKept, _moment: Moment) -> None:
    """A file changes nothing in the case: it says the same as the entries that came with it."""


RULES: Rules = {
    TalksOpened: _open,
    EntryEntered: _enter,
    EntryWithdrawn: _withdraw,
    PreferencesEntrusted: _entrust,
    FileKept: _keep,
}
