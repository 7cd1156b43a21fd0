"""Non-papers: a text without an author, to try something out.

Who gets it gets the words and nothing else; who gave it, and to whom else, stands with the giver alone.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from attrs import frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Proposal, ProposalKind
from gobetween.protocols.acts import Act, Moment


@frozen
class NonPaperGiven(Act):
    """A text comes to someone: nobody's."""

    KIND: ClassVar[str] = "non-paper-given.v1"
    paper: str
    name: str
    text: str


@frozen
class NonPaperNoted(Act):
    """Whoever gave it keeps what was given, and to whom."""

    KIND: ClassVar[str] = "non-paper-noted.v1"
    paper: str
    name: str
    text: str
    by: str
    to: str


NonPaperAct: TypeAlias = NonPaperGiven | NonPaperNoted


def after(state: Proposal | None, act: NonPaperAct, moment: Moment) -> Proposal:
    """The non-paper, as its giver or its receiver has it.

    Raises:
        ProtocolViolation: there is one of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"there is a non-paper called '{act.paper}' already")
    by, to = ((act.by,), (act.to,)) if isinstance(act, NonPaperNoted) else ((), ())
    owner = act.by if isinstance(act, NonPaperNoted) else None
    return Proposal(act.paper, name=act.name, kind=ProposalKind.NON_PAPER, by=by, to=to, text=act.text, owner=owner, **moment.dates)
