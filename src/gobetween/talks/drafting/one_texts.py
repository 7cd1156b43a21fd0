"""Working on one text: drafting it, revising it, settling its brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.proposals import Clause, Proposal, ProposalKind, Version
from gobetween.protocols import one_texts
from gobetween.protocols.one_texts import AlternativeAttributed, ShowingNoted, TextDrafted, TextRevised, TextShown
from gobetween.protocols.wordings import Wording, bare, check
from gobetween.talks.knowing.terms import are_public, must_know_terms
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

NO_TERMS: OptionSets = MappingProxyType({})
_FOLD = folding("proposals", "text", Proposal, one_texts.after)
RULES: Rules = {
    TextDrafted: _FOLD,
    TextRevised: _FOLD,
    TextShown: _FOLD,
    ShowingNoted: _FOLD,
    AlternativeAttributed: _FOLD,
}


def draft(at: Standing, wording: Wording, *, together_with: Sequence[str] = (), name: str | None = None) -> tuple[Deed, ...]:
    """A mediator begins a text; it and the mediators who are to work on it with it get it, nobody else.

    Raises:
        ProtocolViolation: who drafts, or is to work on it, is no mediator; the text is none, or names issues or options that are not
            there.
    """
    at.must_be_mediator()
    at.must_know(*together_with)
    by = tuple(dict.fromkeys((at.actor, *together_with)))
    for each in by:
        if not at.is_mediator(each):
            raise ProtocolViolation(f"mediators work on a text, and {each} is none; show it to others (show-text)")
    act = TextDrafted(at.new_id(name), by, _checked(at, wording, by))
    return (Deed(act, frozenset(by)),)


def revise(at: Standing, text: str, wording: Wording, *, on: int | None = None) -> tuple[Deed, ...]:
    """A mediator makes a new version, whole; all who work on it get it. `on` is the version that it revises (none: the last).

    Raises:
        ProtocolViolation: the actor works on no such text, another version came after `on`, or nothing differs.
    """
    working = worked_on(at, text)
    if on is not None and on != len(working.versions):
        raise ProtocolViolation(
            f"the last version of '{text}' is {len(working.versions)}, not {on}; compare the two, and revise the last one"
        )
    return (Deed(TextRevised(text, _checked(at, wording, working.by)), frozenset(working.by)),)


def settle(
    at: Standing, text: str, choices: Mapping[str, int | None], *, terms: OptionSets = NO_TERMS, on: int | None = None
) -> tuple[Deed, ...]:
    """A mediator makes a new version in which brackets are settled: for each clause, which alternative stands (from 1), or none.

    Where a clause writes out several options, `terms` say which of them it writes out from now on.

    Raises:
        ProtocolViolation: there is no such clause or alternative, or it stands in no bracket, or it is not said which option stands.
    """
    working = worked_on(at, text)
    latest = working.versions[-1]
    for clause in choices:
        clause_of(latest, clause, text)
    clauses = tuple(_settled(each, choices[each.id], terms.get(each.id)) if each.id in choices else each for each in latest.clauses)
    return revise(at, text, Wording(latest.title or working.name, clauses, annexes=latest.annexes), on=on)


def wording_of(at: Standing, text: str, version: int | None = None) -> Wording:
    """A version (without a number: the last) of a text that the actor works on or was shown.

    Raises:
        ProtocolViolation: it has no such text or version.
    """
    found = find_text(at, text)
    if found is None:
        raise ProtocolViolation(f"you have no text called '{text}'")
    wanted = version_of(found, version or len(found.versions))
    return Wording(wanted.title or found.name, wanted.clauses, annexes=wanted.annexes)


def find_text(at: Standing, text: str) -> Proposal | None:
    """The one-text of that id among those that the actor works on or was shown, or `None`."""
    return next((each for each in at.case.proposals if each.id == text and each.kind is ProposalKind.ONE_TEXT and each.versions), None)


def worked_on(at: Standing, text: str) -> Proposal:
    """The one-text of that id that the actor works on.

    Raises:
        ProtocolViolation: there is none.
    """
    found = find_text(at, text)
    if found is None or at.actor not in found.by:
        raise ProtocolViolation(f"there is no one-text called '{text}' that you work on")
    return found


def _checked(at: Standing, wording: Wording, by: tuple[str, ...]) -> Wording:
    """The text, without a word of whose an alternative is; what it is bound to must be there, and known to all who work on it."""
    check(wording)
    for clause in wording.clauses:
        if clause.terms and clause.issue is None:
            raise ProtocolViolation(f"the clause '{clause.id}' writes out options, and is bound to no issue that has them")
        if clause.issue is not None:
            must_know_terms(at, {clause.issue: clause.terms or _any_option(at, clause.issue)})
            if len(by) > 1 and not are_public(at, {clause.issue: clause.terms}):
                raise ProtocolViolation(f"not everyone knows what the clause '{clause.id}' is bound to: write it in words alone")
    return evolve(wording, clauses=bare(wording.clauses))


def _any_option(at: Standing, issue_id: str) -> frozenset[str]:
    """The issue's options: a clause may be bound to it without writing one out."""
    issue = at.case.issue(issue_id)
    return frozenset(each.id for each in issue.options) if issue else frozenset()


def version_of(text: Proposal, number: int) -> Version:
    """The version of that number, counted from 1.

    Raises:
        ProtocolViolation: there is none.
    """
    if not 0 < number <= len(text.versions):
        raise ProtocolViolation(f"there is no version {number} of '{text.id}'; the last is {len(text.versions)}")
    return text.versions[number - 1]


def clause_of(version: Version, clause: str, text: str) -> Clause:
    """The version's clause of that id.

    Raises:
        ProtocolViolation: there is none.
    """
    found = version.clause(clause)
    if found is None:
        ids = ", ".join(each.id for each in version.clauses)
        raise ProtocolViolation(f"there is no clause '{clause}' in that version of '{text}'; clauses: {ids}")
    return found


def _settled(clause: Clause, choice: int | None, terms: frozenset[str] | None) -> Clause:
    bracket = clause.alternatives
    if not bracket:
        raise ProtocolViolation(f"the clause '{clause.id}' stands in no bracket in the last version; there is nothing to settle in it")
    if choice is not None and not 0 < choice <= len(bracket):
        raise ProtocolViolation(f"the clause '{clause.id}' has {len(bracket)} alternatives in its bracket; found {choice}")
    chosen = bracket[choice - 1].text if choice else ""
    text = " ".join(part for part in (clause.text, chosen) if part)
    return evolve(clause, text=text, alternatives=(), terms=_standing_terms(clause, terms))


def _standing_terms(clause: Clause, terms: frozenset[str] | None) -> frozenset[str]:
    options = ", ".join(sorted(clause.terms)) or "none"
    if terms is None and len(clause.terms) > 1:
        raise ProtocolViolation(
            f"the clause '{clause.id}' writes out {options}; say which stands, as in {clause.id}=1:{min(clause.terms)}"
        )
    if terms is not None and not terms <= clause.terms:
        raise ProtocolViolation(
            f"the clause '{clause.id}' does not write out {', '.join(sorted(terms - clause.terms))}; options: {options}"
        )
    return clause.terms if terms is None else terms
