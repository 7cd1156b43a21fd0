"""Giving non-papers: the words alone come to the receiver, as if from nobody."""

from __future__ import annotations

from collections.abc import Sequence

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Proposal
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import non_papers
from gobetween.protocols.non_papers import NonPaperGiven, NonPaperNoted
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("proposals", "paper", Proposal, non_papers.after)
RULES: Rules = {NonPaperGiven: _FOLD, NonPaperNoted: _FOLD}


def give(at: Standing, name: str, text: str, to: Sequence[str]) -> tuple[Deed, ...]:
    """A mediator gives a text without an author: each receiver gets it for itself, by the custodian's hand and under a name of its own.

    What the receiver's book holds names neither the giver nor anybody else who got it.

    Raises:
        ProtocolViolation: who gives it is no mediator, it says nothing, or a receiver is unknown, out of reach, or the giver.
    """
    at.must_be_mediator()
    at.must_know(*to)
    must_be_reached(at, to, (at.actor,))
    if not name or not text:
        raise ProtocolViolation("a non-paper has a title and a text")
    if not to or at.actor in to:
        raise ProtocolViolation("say to whom the non-paper is to be given, somebody else than yourself")
    deeds: list[Deed] = []
    for each in dict.fromkeys(to):
        paper = f"non-paper/{at.new_handle()}"
        deeds += [
            Deed(NonPaperGiven(paper, name, text), frozenset({each}), author=CUSTODIAN),
            Deed(NonPaperNoted(paper, name, text, at.actor, each), frozenset({at.actor})),
        ]
    return tuple(deeds)
