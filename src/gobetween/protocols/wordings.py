"""A text as it is worded: what is one, and what is none."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause


@frozen
class Wording:
    """A whole text: its title and its clauses in order; `annexes` are the titles of texts that go with it."""

    name: str
    clauses: tuple[Clause, ...]
    annexes: tuple[str, ...] = field(default=(), kw_only=True)


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


def bare(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without a word of whose each alternative is."""
    return with_alternatives(clauses, lambda _clause, each: Alternative(each.text))


def with_alternatives(clauses: tuple[Clause, ...], change: Callable[[Clause, Alternative], Alternative]) -> tuple[Clause, ...]:
    """The clauses with each alternative as `change` makes it."""
    return tuple(evolve(clause, alternatives=tuple(change(clause, each) for each in clause.alternatives)) for clause in clauses)
