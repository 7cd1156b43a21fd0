"""The protocol of agreement: nothing is agreed until everything is, but for early parts named at the start.

    (nothing) --open--> open --all parties accept--> agreed --all are bound--> in force
                        open --withdraw--> withdrawn
                        agreed --a principal refuses--> failed

While it is open, each party accepts for the mediators' ears alone, and may take its acceptance back; that all have accepted is
said by the custodian, who alone holds every acceptance. From then on initials, signatures and ratifications are acts between the
parties. A party is bound by its signature or, where that is subject to ratification, by its principal's. An early part takes the
same way by itself, and once in force it stays so, whatever becomes of the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.agreement import Agreement, AgreementState, EarlyPart, Mark, MarkKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Clause
from gobetween.protocols.acts import Act, Moment

OPEN, AGREED, IN_FORCE = AgreementState.OPEN, AgreementState.AGREED, AgreementState.IN_FORCE
FAILED, WITHDRAWN = AgreementState.FAILED, AgreementState.WITHDRAWN


@frozen
class AgreementOpened(Act):
    """A mediator puts a text before the parties, to be accepted as a whole; `early_parts` may bind before."""

    KIND: ClassVar[str] = "agreement-opened.v1"
    agreement: str
    name: str
    parties: tuple[str, ...] = field(kw_only=True)
    mediators: tuple[str, ...] = field(kw_only=True)
    clauses: tuple[Clause, ...] = field(kw_only=True)
    early_parts: tuple[str, ...] = field(default=(), kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    earlier: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class TextAccepted(Act):
    """A party accepts the text, or an early part, provided that all do."""

    KIND: ClassVar[str] = "text-accepted.v1"
    agreement: str
    party: str
    part: str | None = field(default=None, kw_only=True)


@frozen
class AcceptanceTakenBack(Act):
    """A party takes its acceptance back, as it may until all have accepted."""

    KIND: ClassVar[str] = "acceptance-taken-back.v1"
    agreement: str
    party: str
    part: str | None = field(default=None, kw_only=True)


@frozen
class TextAgreed(Act):
    """All parties have accepted: said by the custodian."""

    KIND: ClassVar[str] = "text-agreed.v1"
    agreement: str
    part: str | None = field(default=None, kw_only=True)


@frozen
class TextInitialled(Act):
    """A party's delegation says by its initials that this is the text."""

    KIND: ClassVar[str] = "text-initialled.v1"
    agreement: str
    party: str
    part: str | None = field(default=None, kw_only=True)


@frozen
class TextSigned(Act):
    """A party signs; subject to ratification, where its principal has the last word."""

    KIND: ClassVar[str] = "text-signed.v1"
    agreement: str
    party: str
    part: str | None = field(default=None, kw_only=True)
    is_subject_to_ratification: bool = field(default=False, kw_only=True)


@frozen
class TextRatified(Act):
    """A party's principal ratifies what was signed."""

    KIND: ClassVar[str] = "text-ratified.v1"
    agreement: str
    party: str
    part: str | None = field(default=None, kw_only=True)


@frozen
class RatificationRefused(Act):
    """A party's principal will not have the text, signed or not; the reason is for all who get this."""

    KIND: ClassVar[str] = "ratification-refused.v1"
    agreement: str
    party: str
    part: str | None = field(default=None, kw_only=True)
    reason: str = field(default="", kw_only=True)


@frozen
class AgreementWithdrawn(Act):
    """A mediator who carries the text takes it back before it was agreed: another version will come, or none."""

    KIND: ClassVar[str] = "agreement-withdrawn.v1"
    agreement: str
    reason: str = field(default="", kw_only=True)


OnPart: TypeAlias = TextAccepted | AcceptanceTakenBack | TextAgreed | TextInitialled | TextSigned | TextRatified | RatificationRefused
AgreementAct: TypeAlias = AgreementOpened | OnPart | AgreementWithdrawn

_KINDS: Mapping[type[Act], MarkKind] = MappingProxyType(
    {
        TextAccepted: MarkKind.ACCEPTANCE,
        TextInitialled: MarkKind.INITIALS,
        TextSigned: MarkKind.SIGNATURE,
        TextRatified: MarkKind.RATIFICATION,
    }
)


def after(state: Agreement | None, act: AgreementAct, moment: Moment) -> Agreement:
    """The agreement after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the agreement is.
    """
    if isinstance(act, AgreementOpened):
        return _opened(state, act, moment)
    there = _there(state, act.agreement)
    match act:
        case AgreementWithdrawn():
            _must_be_open_throughout(there)
            return evolve(_ended(there, WITHDRAWN), reason=act.reason)
        case TextAccepted():
            return _marked(there, act, moment, OPEN)
        case AcceptanceTakenBack():
            return _without_acceptance(there, act)
        case TextAgreed():
            _must_be(there, act.part, OPEN)
            return _now(there, act.part, AGREED)
        case TextInitialled():
            _must_not_have_signed(there, act)
            return _marked(there, act, moment, AGREED)
        case TextSigned():
            return _in_force_once_bound(_marked(there, act, moment, AGREED), act.part)
        case TextRatified():
            _must_await_ratification(there, act)
            return _in_force_once_bound(_marked(there, act, moment, AGREED), act.part)
    return _refused(there, act)


def _opened(state: Agreement | None, act: AgreementOpened, moment: Moment) -> Agreement:
    if state is not None:
        raise ProtocolViolation(f"the agreement '{act.agreement}' is {state.state} already; open one under another name")
    if len(set(act.parties)) < 2:
        raise ProtocolViolation("an agreement is between two parties or more; name them")
    clauses = [each.id for each in act.clauses]
    if not clauses or "" in clauses or len(set(clauses)) < len(clauses):
        raise ProtocolViolation("an agreement has clauses, each under a name of its own")
    bracketed = [each.id for each in act.clauses if each.alternatives]
    if bracketed:
        raise ProtocolViolation(f"what is in brackets is not settled yet: {', '.join(bracketed)}; settle it, then open the agreement")
    unknown = [each for each in act.early_parts if each not in clauses]
    if unknown:
        raise ProtocolViolation(f"no clause is called {', '.join(unknown)}; clauses: {', '.join(clauses)}")
    return Agreement(
        act.agreement,
        name=act.name,
        proposal=act.proposal,
        parties=act.parties,
        mediators=act.mediators,
        guarantors=act.guarantors,
        monitors=act.monitors,
        clauses=act.clauses,
        early_parts=tuple(EarlyPart(each) for each in dict.fromkeys(act.early_parts)),
        earlier=act.earlier,
        **moment.dates,
    )


def _there(state: Agreement | None, name: str) -> Agreement:
    if state is None:
        raise ProtocolViolation(f"there is no agreement '{name}' that you know of")
    return state


def _must_be(state: Agreement, part: str | None, wanted: AgreementState) -> None:
    found = state.state_of(part)
    if found is None:
        early = ", ".join(each.clause for each in state.early_parts) or "none"
        raise ProtocolViolation(f"'{part}' is no part of '{state.id}' that may bind early; those that may: {early}")
    if found is not wanted:
        what = f"the early part '{part}' of '{state.id}'" if part else f"the agreement '{state.id}'"
        raise ProtocolViolation(f"{what} is {found}; it would have to be {wanted}")


def _must_be_open_throughout(state: Agreement) -> None:
    _must_be(state, None, OPEN)
    for each in state.early_parts:
        if each.state is AGREED:
            raise ProtocolViolation(f"the early part '{each.clause}' of '{state.id}' is agreed; what is agreed cannot be withdrawn")


def _marked(
    state: Agreement, act: TextAccepted | TextInitialled | TextSigned | TextRatified, moment: Moment, wanted: AgreementState
) -> Agreement:
    kind = _KINDS[type(act)]
    if act.party not in state.parties:
        raise ProtocolViolation(f"'{state.id}' is for its parties to accept and sign: {', '.join(state.parties)}")
    _must_be(state, act.part, wanted)
    if state.mark_of(act.party, kind, act.part):
        raise ProtocolViolation(f"there is a mark of that kind ({kind}) by {act.party} on '{state.id}' already")
    subject = isinstance(act, TextSigned) and act.is_subject_to_ratification
    mark = Mark(act.party, kind, part=act.part, is_subject_to_ratification=subject, when=moment.dates["when"])
    return evolve(state, marks=(*state.marks, mark))


def _without_acceptance(state: Agreement, act: AcceptanceTakenBack) -> Agreement:
    _must_be(state, act.part, OPEN)
    mark = state.mark_of(act.party, MarkKind.ACCEPTANCE, act.part)
    if mark is None:
        raise ProtocolViolation(f"there is no acceptance of '{state.id}' by {act.party} that could be taken back")
    return evolve(state, marks=tuple(each for each in state.marks if each != mark))


def _refused(state: Agreement, act: RatificationRefused) -> Agreement:
    _must_be(state, act.part, AGREED)
    failed = _now(state, act.part, FAILED) if act.part else _ended(state, FAILED)
    return evolve(failed, refused_by=act.party, reason=act.reason)


def _must_not_have_signed(state: Agreement, act: TextInitialled) -> None:
    if state.mark_of(act.party, MarkKind.SIGNATURE, act.part):
        raise ProtocolViolation(f"{act.party} has signed '{state.id}' already: initials come before the signature")


def _must_await_ratification(state: Agreement, act: TextRatified) -> None:
    signature = state.mark_of(act.party, MarkKind.SIGNATURE, act.part)
    if signature is None or not signature.is_subject_to_ratification:
        found = "has not signed it" if signature is None else "signed it for good"
        raise ProtocolViolation(f"{act.party} {found}: a principal ratifies what was signed subject to ratification")


def _in_force_once_bound(state: Agreement, part: str | None) -> Agreement:
    return _now(state, part, IN_FORCE) if all(state.is_bound(party, part) for party in state.parties) else state


def _now(state: Agreement, part: str | None, new: AgreementState) -> Agreement:
    """The agreement with the part in its new state; what becomes of the whole becomes of its parts that are not further already."""
    if part is not None:
        return evolve(state, early_parts=tuple(evolve(each, state=new) if each.clause == part else each for each in state.early_parts))
    behind = {AGREED: (OPEN,), IN_FORCE: (OPEN, AGREED, FAILED)}[new]
    parts = tuple(evolve(each, state=new) if each.state in behind else each for each in state.early_parts)
    return evolve(state, state=new, early_parts=parts)


def _ended(state: Agreement, new: AgreementState) -> Agreement:
    """The agreement without a future; early parts that are in force stay so."""
    parts = tuple(each if each.state is IN_FORCE else evolve(each, state=new) for each in state.early_parts)
    return evolve(state, state=new, early_parts=parts)
