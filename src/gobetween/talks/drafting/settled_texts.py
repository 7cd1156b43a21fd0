"""A one-text at its end: without brackets, in words and terms that can be put to the parties."""

from __future__ import annotations

from attrs import frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.proposals import Clause
from gobetween.talks.drafting.one_texts import wording_of, worked_on
from gobetween.talks.knowing.terms import are_public
from gobetween.talks.standings import Standing


@frozen
class SettledText:
    """The words of a text from its first clause to its last, and the options that it writes out."""

    words: str
    terms: OptionSets


def settled_text(at: Standing, text: str) -> SettledText:
    """The last version of a text that the actor works on; of its terms those that everyone knows.

    Raises:
        ProtocolViolation: the actor works on no such text, or a clause of it is in brackets or writes out several options, or two say
            different things of an issue.
    """
    worked_on(at, text)
    wording = wording_of(at, text)
    open_clauses = [each.id for each in wording.clauses if each.alternatives]
    if open_clauses:
        raise ProtocolViolation(f"'{text}' is not settled: in brackets are {', '.join(open_clauses)} (gobetween revise --settle)")
    heads: dict[str | None, str] = {None: ""}
    heads.update((title, f"{title}\n\n") for title in wording.annexes)
    parts = [_words(heads, clause) for clause in wording.clauses]
    return SettledText("\n\n".join(parts), _terms(at, wording.clauses))


def _words(heads: dict[str | None, str], clause: Clause) -> str:
    """The clause's words, with the title of its annex before the first clause of each."""
    head, heads[clause.annex] = heads[clause.annex], ""
    return f"{head}{clause.text}"


def _terms(at: Standing, clauses: tuple[Clause, ...]) -> OptionSets:
    terms: dict[str, frozenset[str]] = {}
    for clause in clauses:
        if clause.issue is None or not clause.terms or not are_public(at, {clause.issue: clause.terms}):
            continue
        if len(clause.terms) > 1:
            several = ", ".join(sorted(clause.terms))
            raise ProtocolViolation(
                f"the clause '{clause.id}' writes out several options ({several}); revise it to the one that it does"
            )
        if terms.setdefault(clause.issue, clause.terms) != clause.terms:
            raise ProtocolViolation(f"two clauses write out different options on '{clause.issue}'; revise one of them")
    return terms
