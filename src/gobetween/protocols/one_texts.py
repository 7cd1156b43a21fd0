"""The one-text procedure: mediators draft and revise one text, parties criticise it, and nobody says yes or no before the end.

    (nothing) --draft--> version 1 --revise--> version 2 ...        with the mediators who work on it
    (nothing) --show--> version 1 --show--> version 2 ...           with each who is shown it, counted as they get them
    (nothing) --amend--> amendment                                  with the party and the mediators who showed it the text

What is shown is a copy with an id of its own. The mediators' versions have numbers of their own, which stand in nothing that is
shown; each book counts the versions that came into it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Amendment, Clause, Proposal, ProposalKind, Showing, Version
from gobetween.protocols.acts import Act, Moment


@frozen
class Wording:
    """A whole text: its title and its clauses in order; `annexes` are the titles of texts that go with it."""

    name: str
    clauses: tuple[Clause, ...]
    annexes: tuple[str, ...] = field(default=(), kw_only=True)


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


@frozen
class AmendmentProposed(Act):
    """A party asks the mediators who showed it a text to have a clause changed."""

    KIND: ClassVar[str] = "amendment-proposed.v1"
    amendment: str
    text: str
    clause: str
    by: str = field(kw_only=True)
    version: int = field(kw_only=True)
    words: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)
    is_named: bool = field(default=False, kw_only=True)


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
        case AlternativeAttributed():
            return _attributed(_there(state, act.text), act)


def amended(state: Amendment | None, act: AmendmentProposed, moment: Moment) -> Amendment:
    """The amendment after the act.

    Raises:
        ProtocolViolation: there is one of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"the amendment '{act.amendment}' was proposed already; choose another name")
    return Amendment(
        act.amendment,
        proposal=act.text,
        clause=act.clause,
        by=act.by,
        version=act.version,
        text=act.words,
        reason=act.reason,
        is_named=act.is_named,
        owner=act.by,
        **moment.dates,
    )


def showings_to(text: Proposal, audience: str) -> tuple[Showing, ...]:
    """The showings of a text to someone, in the order of the versions that they were shown."""
    found = [each for version in text.versions for each in version.showings if each.to == audience]
    return tuple(sorted(found, key=lambda each: each.number))


def check(wording: Wording) -> None:
    """Refuses what is no text.

    Raises:
        ProtocolViolation: it has no title or no clause; a clause has no id, or the id of another, or no words; two alternatives have
            the same words; or the clauses of one annex do not stand together, in the annexes' order after those that stand in none.
    """
    if not wording.name or not wording.clauses:
        raise ProtocolViolation("a text has a title and at least one clause")
    ids = [each.id for each in wording.clauses]
    for clause in wording.clauses:
        if not clause.id or ids.count(clause.id) > 1:
            raise ProtocolViolation(f"each clause has an id of its own, the same in every version; found '{clause.id}' twice or empty")
        if not clause.wording:
            raise ProtocolViolation(f"the clause '{clause.id}' says nothing; write its words, or leave it out")
        if any(not each.text for each in clause.alternatives):
            raise ProtocolViolation(f"an alternative in the clause '{clause.id}' has no words; one alternative alone is in or out")
        if len({each.text for each in clause.alternatives}) < len(clause.alternatives):
            raise ProtocolViolation(f"two alternatives in the clause '{clause.id}' have the same words")
    if any(each.annex is not None and each.annex not in wording.annexes for each in wording.clauses):
        raise ProtocolViolation("a clause stands in an annex that the text does not have")
    places = [0 if each.annex is None else wording.annexes.index(each.annex) + 1 for each in wording.clauses]
    if places != sorted(places):
        raise ProtocolViolation("clauses that stand in no annex come first, then those of each annex, in the annexes' order")


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


def bare(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without a word of whose each alternative is."""
    return with_alternatives(clauses, lambda _clause, each: Alternative(each.text))


def with_alternatives(clauses: tuple[Clause, ...], change: Callable[[Clause, Alternative], Alternative]) -> tuple[Clause, ...]:
    """The clauses with each alternative as `change` makes it."""
    return tuple(evolve(clause, alternatives=tuple(change(clause, each) for each in clause.alternatives)) for clause in clauses)


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
