"""The protocol of mandates: a principal instructs its delegation; the last instruction is the mandate in force.

    (nothing) --instruct--> in force

What was instructed before stays in the party's book, and counts no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.mandates import Mandate
from gobetween.protocols.acts import Act, Moment


@frozen
class InstructionGiven(Act):
    """A principal says what its delegation may accept by itself: for each issue the options."""

    KIND: ClassVar[str] = "instruction-given.v1"
    mandate: str
    party: str
    may_accept: OptionSets = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)


def after(state: Mandate | None, act: InstructionGiven, moment: Moment) -> Mandate:
    """The mandate that the instruction gives.

    Raises:
        ProtocolViolation: there is a mandate of that name; an instruction replaces the former by a new one.
    """
    if state is not None:
        raise ProtocolViolation(f"there is an instruction '{act.mandate}' already; give the new one another name")
    return Mandate(act.mandate, party=act.party, may_accept=act.may_accept, text=act.text, owner=act.party, **moment.dates)


def in_force(mandates: Iterable[Mandate], party: str) -> Mandate | None:
    """The party's mandate in force, which is the last one given; `None` where there is none. `mandates` are in the record's order."""
    return next((each for each in reversed(tuple(mandates)) if each.party == party), None)


def covers(mandate: Mandate, terms: OptionSets) -> bool:
    """Whether a delegation may accept the terms by itself: every option of every issue that they name; never what names none."""
    named = {issue: options for issue, options in terms.items() if options}
    return bool(named) and all(options <= mandate.may_accept.get(issue, frozenset()) for issue, options in named.items())
