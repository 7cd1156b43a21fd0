"""Asking for amendments to a text that one was shown."""

from __future__ import annotations

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Amendment, Proposal
from gobetween.protocols.acts import Moment
from gobetween.protocols.amendments import AmendmentProposed, amended
from gobetween.protocols.one_texts import showings_to
from gobetween.talks.drafting.one_texts import clause_of, find_text, version_of
from gobetween.talks.drafts import Draft
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.rules import Rules
from gobetween.talks.standings import Deed, Standing


@frozen
class Request:
    """What a party asks to have changed: the clause, the words to stand there (none: strike it), why, and whether it may be named."""

    clause: str
    words: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)
    is_named: bool = field(default=False, kw_only=True)
    version: int | None = field(default=None, kw_only=True)  # None: the last one that the party was shown
    to: tuple[str, ...] = field(default=(), kw_only=True)  # none: all the mediators who showed the text


def _amend(draft: Draft, act: AmendmentProposed, moment: Moment) -> None:
    """Those who work on the text have the amendment with their own text, of which the party was shown a copy."""
    amendment = amended(draft.find("amendments", act.amendment, Amendment), act, moment)
    texts = (each for each in draft.entries.get("proposals", {}).values() if isinstance(each, Proposal))
    copied = (text.id for text in texts for each in showings_to(text, act.by) if each.text == act.text)
    draft.put("amendments", evolve(amendment, proposal=next(copied, act.text)))


RULES: Rules = {AmendmentProposed: _amend}


def amend(at: Standing, text: str, request: Request, *, name: str | None = None) -> tuple[Deed, ...]:
    """A party asks to have a clause changed; it and the mediators who showed it the text get it, never another party.

    It may ask so of a version after which it was shown another; the amendment says which it is about.

    Raises:
        ProtocolViolation: the actor is no party, was shown no such text or version, or that has no such clause; or it is to go to
            others than those who showed it.
    """
    at.must_be_party()
    must_be_delegation(at)
    shown = find_text(at, text)
    if shown is None:
        raise ProtocolViolation(f"you were shown no text called '{text}'")
    number = request.version or len(shown.versions)
    clause = clause_of(version_of(shown, number), request.clause, text)
    if request.words == clause.wording:
        raise ProtocolViolation(f"the clause '{clause.id}' says that already")
    act = AmendmentProposed(
        at.new_id(name),
        text,
        clause.id,
        by=at.actor,
        version=number,
        words=request.words,
        reason=request.reason,
        is_named=request.is_named,
    )
    if not set(request.to) <= set(shown.by):
        raise ProtocolViolation(f"'{text}' was shown to you by {', '.join(shown.by)}; an amendment goes to them, or to some of them")
    return (Deed(act, frozenset({at.actor, *(request.to or shown.by)})),)


def superseded_by(at: Standing, text: str, version: int | None) -> int | None:
    """The last version of a text that the actor has, if it came after that one; else `None`."""
    found = find_text(at, text)
    last = len(found.versions) if found else 0
    return last if version is not None and version < last else None
