"""The protocol of pooling, and of release.

A party entrusts what packages are worth to it; permits results from that and what others entrusted to those it names; withdraws the
permission, for what is computed after. Who may compute with several parties' numbers may release a result: a person's act, after a
warning of what it lets others infer.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, field, frozen

from gobetween.model.cases import Release
from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.permissions import Pooling
from gobetween.protocols.acts import Act, Moment


@frozen
class PoolingPermitted(Act):
    """A party permits results from its entrusted numbers, together with others', to these."""

    KIND: ClassVar[str] = "pooling-permitted.v1"
    pooling: str
    party: str
    to: tuple[str, ...]


@frozen
class PoolingWithdrawn(Act):
    """The party takes it back."""

    KIND: ClassVar[str] = "pooling-withdrawn.v1"
    pooling: str


@frozen
class ReleaseMade(Act):
    """Someone lets something computed out, in these words."""

    KIND: ClassVar[str] = "release-made.v1"
    release: str
    to: tuple[str, ...]
    text: str
    terms: OptionSets = field(factory=dict, kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)


@frozen
class ReleaseGrounded(Act):
    """Whose entrusted numbers a release draws on; each owner is told of itself, whoever released of all. It does not say the words."""

    KIND: ClassVar[str] = "release-grounded.v1"
    release: str
    by: str
    to: tuple[str, ...]
    draws_on: tuple[str, ...]


def pooled(state: Pooling | None, act: PoolingPermitted | PoolingWithdrawn, moment: Moment) -> Pooling:
    """The pooling after the act.

    Raises:
        ProtocolViolation: it was permitted already, or there is none to withdraw.
    """
    if isinstance(act, PoolingPermitted):
        if state is not None:
            raise ProtocolViolation(f"the pooling '{act.pooling}' was permitted already")
        return Pooling(act.pooling, party=act.party, to=act.to, owner=act.party, **moment.dates)
    if state is None or state.is_withdrawn:
        found = "withdrawn already" if state else "not there"
        raise ProtocolViolation(f"the pooling '{act.pooling}' is {found}")
    return evolve(state, is_withdrawn=True)


def released(state: Release | None, act: ReleaseMade | ReleaseGrounded, moment: Moment) -> Release:
    """The release after the act: what it says, and, for those who are told, whose numbers it draws on.

    Raises:
        ProtocolViolation: there is a release of that name.
    """
    if isinstance(act, ReleaseGrounded):
        made = state or Release(act.release, by=act.by, to=act.to, text="", **moment.dates)
        return evolve(made, draws_on=act.draws_on)
    if state is not None and state.text:
        raise ProtocolViolation(f"there is a release '{act.release}' already; choose another name")
    return Release(act.release, by=moment.author, to=act.to, text=act.text, terms=act.terms, proposal=act.proposal, **moment.dates)
