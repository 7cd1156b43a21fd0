"""A proposal or an answer as whoever it is conveyed to gets it: under the carrier's name, and with no more than the message says."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.caucuses import Told
from gobetween.model.issues import OptionSets
from gobetween.model.items import Item
from gobetween.model.permissions import Form
from gobetween.model.positions import Position, Series
from gobetween.model.proposals import Alternative, Answer, Clause, Proposal, ProposalKind, Version
from gobetween.protocols.messages import MessageHanded
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.returns import conveyed_as
from gobetween.talks.knowing.ownership import terms_of
from gobetween.talks.knowing.terms import are_public
from gobetween.talks.standings import Standing

UNNAMED = "Proposal"


def with_entries(at: Standing, handed: MessageHanded, item: Item | None, conveyance: Conveyance, *, is_whole: bool) -> MessageHanded:
    """The message with the proposal or the answer that it brings.

    `is_whole` says that the item goes as it is: what else it says beside its words goes with it. An answer or a position that may
    not be named as its party's is nobody's: it goes as words alone. That a position is final is in its words, or stays.
    """
    terms = terms_of(item) if is_whole and item is not None else conveyance.terms
    full = evolve(handed, terms=public_terms(at, terms))
    match item:
        case Proposal() if conveyance.form is not Form.OWN_IDEA or conveyance.terms or conveyance.title:
            return evolve(full, proposal=_proposal(at, full, item, conveyance, is_whole=is_whole))
        case Answer() if full.attributed_to is not None and full.in_return_for is not None:
            return evolve(full, answer=_answer(at, full, item, is_whole=is_whole))
        case Told() | Position() if full.attributed_to is not None and is_whole:
            return evolve(full, position=_position(full, item))
        case None if conveyance.title:
            return evolve(full, proposal=_idea(full, conveyance))
        case _:
            return full


def public_terms(at: Standing, terms: OptionSets) -> OptionSets:
    """Those of the terms that name issues and options which everybody knows: the others are in the words alone."""
    return {issue: options for issue, options in terms.items() if are_public(at, {issue: options})}


def proposal_passed_on(received: Proposal, handed: MessageHanded) -> Proposal:
    """The proposal that came with a message, as the next one gets it: by its author if it is named, else by who hands it over."""
    return Proposal(
        handed.message,
        name=received.name,
        kind=received.kind,
        by=received.by if handed.attributed_to is not None else (handed.carrier,),
        to=(handed.onward or handed.to,),
        terms=received.terms,
        text=received.text,
        versions=tuple(_version(handed, each.clauses, each) for each in received.versions),
        is_on_table=received.is_on_table,
        expires=received.expires,
        owner=handed.carrier,
    )


def answer_passed_on(received: Answer, handed: MessageHanded) -> Answer:
    """The answer that came with a message, as the next one gets it: to the proposal under the name that it has there."""
    return Answer(
        handed.message,
        proposal=handed.in_return_for or "",
        by=received.by,
        answer=received.answer,
        to=(handed.onward or handed.to,),
        text=received.text,
        requires=received.requires,
        state=received.state,
        owner=handed.carrier,
    )


def position_passed_on(received: Position, handed: MessageHanded) -> Position:
    """The position that came with a message, as the next one gets it."""
    return Position(
        handed.message,
        actor=received.actor,
        issue=received.issue,
        stance=received.stance,
        options=received.options,
        text=received.text,
        series=received.series,
        owner=handed.carrier,
    )


def _proposal(at: Standing, handed: MessageHanded, item: Proposal, conveyance: Conveyance, *, is_whole: bool) -> Proposal:
    is_named = handed.attributed_to is not None
    return evolve(
        _idea(handed, conveyance),
        name=item.name if is_named and is_whole else conveyance.title or UNNAMED,
        kind=item.kind if is_named else ProposalKind.PROPOSAL,
        by=item.by if is_named else (handed.carrier,),
        versions=tuple(_only_version(at, handed, each, is_named=is_named) for each in item.versions[-1:]) if is_whole else (),
        expires=item.expires if is_whole else None,
    )


def _idea(handed: MessageHanded, conveyance: Conveyance) -> Proposal:
    return Proposal(
        handed.message,
        name=conveyance.title or UNNAMED,
        by=(handed.carrier,),
        to=(handed.onward or handed.to,),
        terms=handed.terms,
        text=handed.text,
        is_on_table=True,
        owner=handed.carrier,
    )


def _only_version(at: Standing, handed: MessageHanded, version: Version, *, is_named: bool) -> Version:
    """The last version as the first that the recipient gets: whose its alternatives are, and what is said between authors, stays."""
    clauses = tuple(_clause(at, each) for each in version.clauses)
    return _version(handed, clauses, version if is_named else evolve(version, author=None))


def _version(handed: MessageHanded, clauses: tuple[Clause, ...], version: Version) -> Version:
    return Version(f"{handed.message}/1", clauses=clauses, annexes=version.annexes, author=version.author)


def _clause(at: Standing, clause: Clause) -> Clause:
    is_known = clause.issue is not None and are_public(at, {clause.issue: clause.terms})
    return Clause(
        clause.text,
        id=clause.id,
        issue=clause.issue if is_known else None,
        terms=clause.terms if is_known else frozenset(),
        alternatives=tuple(Alternative(each.text) for each in clause.alternatives),
        annex=clause.annex,
    )


def _position(handed: MessageHanded, item: Told | Position) -> Position | None:
    options = handed.terms.get(item.issue or "", frozenset())
    if item.stance is None or not options:
        return None
    return Position(
        handed.message,
        actor=handed.attributed_to or "",
        issue=item.issue,
        stance=item.stance,
        options=options,
        text=handed.text,
        series=Series.STATED,
        owner=handed.carrier,
    )


def _answer(at: Standing, handed: MessageHanded, item: Answer, *, is_whole: bool) -> Answer:
    return Answer(
        handed.message,
        proposal=handed.in_return_for or "",
        by=item.by,
        answer=item.answer,
        to=(handed.onward or handed.to,),
        text=handed.text,
        requires=public_terms(at, item.requires) if is_whole else handed.terms,
        counter=conveyed_as(at, item.counter, handed.to),
        state=item.state,
        owner=handed.carrier,
    )
