"""The one-text procedure: mediators draft and revise one text, parties criticise it, and nobody says yes or no before the end.

    (nothing) --draft--> version 1 --revise--> version 2 ...        with the mediators who work on it
    (nothing) --show--> version 1 --show--> version 2 ...           with each who is shown it, counted as they get them

What is shown is a copy with an id of its own. The mediators' versions have numbers of their own, which stand in nothing that is
shown; each book counts the versions that came into it.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause, Proposal, ProposalKind, Showing, Version
from gobetween.protocols.acts import Act, Moment
from gobetween.protocols.wordings import Wording, bare, check, with_alternatives


@frozen
class TextDrafted(Act):
    """A mediator begins a text; those in `by` work on it together."""

    KIND: ClassVar[str] = "text-drafted.v1"
    text: str
    by: tuple[str, ...]
    wording: Wording


@frozen
class TextRevised(Act):
    """One of them makes a new version; whose the alternatives are is not in it."""

    KIND: ClassVar[str] = "text-revised.v1"
    text: str
    wording: Wording


@frozen
class TextShown(Act):
    """Someone is shown a text as it stands: a copy, for them alone."""

    KIND: ClassVar[str] = "text-shown.v1"
    text: str
    wording: Wording


@frozen
class ShowingNoted(Act):
    """The mediators who work on a text keep which version was shown to whom, and the id of the copy."""

    KIND: ClassVar[str] = "showing-noted.v1"
    text: str
    version: int
    to: str
    shown_as: str


@frozen
class AlternativeAttributed(Act):
    """Mediators note whose alternative a wording in a bracket is, and whether that may be said."""

    KIND: ClassVar[str] = "alternative-attributed.v1"
    text: str
    clause: str
    alternative: str
    by: str
    is_open: bool = field(default=False, kw_only=True)


TextAct: TypeAlias = TextDrafted | TextRevised | TextShown | ShowingNoted | AlternativeAttributed


def after(state: Proposal | None, act: TextAct, moment: Moment) -> Proposal:
    """The text after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the text is.
    """
    match act:
        case TextDrafted():
            return _drafted(state, act, moment)
        case TextRevised():
            return _revised(_there(state, act.text), act, moment)
        case TextShown():
            return _shown(state, act, moment)
        case ShowingNoted():
            return _noted(_there(state, act.text), act, moment)
    return _attributed(_there(state, act.text), act)


def showings_to(text: Proposal, audience: str) -> tuple[Showing, ...]:
    """The showings of a text to someone, in the order of the versions that they were shown."""
    found = [each for version in text.versions for each in version.showings if each.to == audience]
    return tuple(sorted(found, key=lambda each: each.number))


def _drafted(state: Proposal | None, act: TextDrafted, moment: Moment) -> Proposal:
    if state is not None:
        raise ProtocolViolation(f"there is a text called '{act.text}' already; revise it, or choose another name")
    check(act.wording)
    first = _version(act.text, 1, act.wording, moment)
    return Proposal(
        act.text, name=act.wording.name, kind=ProposalKind.ONE_TEXT, by=act.by, versions=(first,), owner=moment.author, **moment.dates
    )


def _revised(state: Proposal, act: TextRevised, moment: Moment) -> Proposal:
    check(act.wording)
    latest = state.versions[-1]
    revised = _version(act.text, len(state.versions) + 1, act.wording, moment)
    if (latest.title, latest.annexes, bare(latest.clauses)) == (revised.title, revised.annexes, revised.clauses):
        raise ProtocolViolation(f"nothing in it differs from version {len(state.versions)} of '{act.text}'")
    known = {(clause.id, each.text): each for version in state.versions for clause in version.clauses for each in clause.alternatives}
    carried = with_alternatives(revised.clauses, lambda clause, each: known.get((clause.id, each.text), each))
    return evolve(state, name=act.wording.name, versions=(*state.versions, evolve(revised, clauses=carried)))


def _shown(state: Proposal | None, act: TextShown, moment: Moment) -> Proposal:
    check(act.wording)
    before = state.versions if state else ()
    shown = (*before, _version(act.text, len(before) + 1, act.wording, moment))
    if state is None:
        return Proposal(
            act.text,
            name=act.wording.name,
            kind=ProposalKind.ONE_TEXT,
            by=(moment.author,),
            versions=shown,
            owner=moment.author,
            **moment.dates,
        )
    return evolve(state, name=act.wording.name, by=tuple(dict.fromkeys((*state.by, moment.author))), versions=shown)


def _noted(state: Proposal, act: ShowingNoted, moment: Moment) -> Proposal:
    if not 0 < act.version <= len(state.versions):
        raise ProtocolViolation(f"'{act.text}' has no version {act.version}; the last is {len(state.versions)}")
    version = state.versions[act.version - 1]
    if any(each.to == act.to for each in version.showings):
        raise ProtocolViolation(f"{act.to} was shown version {act.version} of '{act.text}' already")
    showing = Showing(act.to, len(showings_to(state, act.to)) + 1, by=moment.author, text=act.shown_as)
    noted = evolve(version, showings=(*version.showings, showing))
    return evolve(state, versions=tuple(noted if each is version else each for each in state.versions))


def _attributed(state: Proposal, act: AlternativeAttributed) -> Proposal:
    if not any(_is_meant(act, clause, each) for clause in state.versions[-1].clauses for each in clause.alternatives):
        raise ProtocolViolation(f"the clause '{act.clause}' of '{act.text}' has no such alternative in its bracket")
    known = Alternative(act.alternative, act.by, is_open=act.is_open)
    versions = tuple(
        evolve(
            version, clauses=with_alternatives(version.clauses, lambda clause, each: known if _is_meant(act, clause, each) else each)
        )
        for version in state.versions
    )
    if versions == state.versions:
        raise ProtocolViolation(f"that this alternative is {act.by}'s is noted so already")
    return evolve(state, versions=versions)


def _is_meant(act: AlternativeAttributed, clause: Clause, alternative: Alternative) -> bool:
    return (clause.id, alternative.text) == (act.clause, act.alternative)


def _version(text: str, number: int, wording: Wording, moment: Moment) -> Version:
    return Version(
        f"{text}/{number}",
        clauses=wording.clauses,
        annexes=wording.annexes,
        author=moment.author,
        title=wording.name,
        **moment.dates,
    )


def _there(state: Proposal | None, text: str) -> Proposal:
    if state is None or state.kind is not ProposalKind.ONE_TEXT or not state.versions:
        raise ProtocolViolation(f"there is no one-text called '{text}' that you work on")
    return state
