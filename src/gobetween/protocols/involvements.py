"""The protocol by which more guarantors and monitors come to an agreement: named to all who have it, and shown it themselves.

(nothing) --shown--> as it stands       for those who come to it
as it stands --named--> with them       for everyone who has it
"""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, field, frozen

from gobetween.model.agreement import Agreement, Obligation, Phase
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Act, Moment


@frozen
class AgreementShown(Act):
    """An agreement as it stands, with its phases and obligations, for somebody who did not have it; no acceptance is in it."""

    KIND: ClassVar[str] = "agreement-shown.v1"
    agreement: Agreement
    phases: tuple[Phase, ...] = field(default=(), kw_only=True)
    obligations: tuple[Obligation, ...] = field(default=(), kw_only=True)


@frozen
class BackersNamed(Act):
    """More guarantors and monitors of an agreement, who have its text from now on."""

    KIND: ClassVar[str] = "backers-named.v1"
    agreement: str
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)


def after(state: Agreement | None, act: BackersNamed, _moment: Moment) -> Agreement:
    """The agreement with them; who is named already stays named once.

    Raises:
        ProtocolViolation: there is no such agreement.
    """
    if state is None:
        raise ProtocolViolation(f"there is no agreement '{act.agreement}' that you know of")
    return evolve(
        state,
        guarantors=tuple(dict.fromkeys((*state.guarantors, *act.guarantors))),
        monitors=tuple(dict.fromkeys((*state.monitors, *act.monitors))),
    )
