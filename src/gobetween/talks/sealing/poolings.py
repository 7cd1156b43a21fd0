"""Entrusting numbers, permitting that they are computed with together with others', and releasing what was computed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from gobetween.model.cases import Case, Release
from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.permissions import Pooling
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import poolings
from gobetween.protocols.acts import Moment
from gobetween.protocols.poolings import PoolingPermitted, PoolingWithdrawn, ReleaseGrounded, ReleaseMade
from gobetween.talks.drafts import Draft
from gobetween.talks.entering import PreferencesEntrusted
from gobetween.talks.knowing.channels import must_have_channels
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.terms import must_know_terms
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing


@frozen
class Letting:
    """What is to be released: to whom, in which words, drawing on whose entrusted numbers; the options that it names, if it does."""

    to: tuple[str, ...]
    text: str
    draws_on: tuple[str, ...]
    terms: OptionSets = field(factory=dict, kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)


def entrust(at: Standing, preferences: Preferences, to: tuple[str, ...]) -> tuple[Deed, ...]:
    """A party entrusts mediators with what packages are worth to it, in the place of what it entrusted before; they and it get it.

    The custodian keeps it too, with the poolings in force, to tell for whom it may be computed with.

    Raises:
        ProtocolViolation: who acts is no party, others than mediators are named, or the numbers name what is not there.
    """
    at.must_be_party()
    must_be_delegation(at)
    at.must_know(*to)
    others = [each for each in to if not at.is_mediator(each)]
    if others or not to:
        raise ProtocolViolation(f"numbers are entrusted to mediators; mediators: {', '.join(at.case.mediators)}")
    must_be_known_to_all(at, *(to if len(to) > 1 else ()))
    must_have_channels(at, at.actor, *to)
    must_know_terms(at, {issue: frozenset(values) for issue, values in preferences.option_values.items() if values})
    holders = frozenset({at.actor, *to})
    own = evolve(preferences, party=at.actor, basis=ValueBasis.ENTRUSTED, assumption=None, pooled_for=frozenset())
    kept = evolve(own, holders=holders, pooled_for=_pooled_for(at.case, at.actor))
    return (
        Deed(PreferencesEntrusted(evolve(own, holders=frozenset())), holders),
        Deed(PreferencesEntrusted(kept), frozenset({CUSTODIAN})),
    )


def pool(at: Standing, to: tuple[str, ...], *, name: str | None = None) -> tuple[Deed, ...]:
    """A party permits that results from its numbers and others' together are had by these mediators; they are told together.

    Nobody has such results until every party whose numbers are in them permitted it.

    Raises:
        ProtocolViolation: who acts is no party or has entrusted no numbers, or others than mediators are named.
    """
    at.must_be_party()
    must_be_delegation(at)
    at.must_know(*to)
    if not to or any(not at.is_mediator(each) for each in to):
        raise ProtocolViolation(f"pooling is permitted to mediators; mediators: {', '.join(at.case.mediators)}")
    must_be_known_to_all(at, *(to if len(to) > 1 else ()))
    must_have_channels(at, at.actor, *to)
    if all(each.party != at.actor or each.assumption is not None for each in at.case.preferences):
        raise ProtocolViolation("you have entrusted no numbers that could be pooled; entrust some first")
    act = PoolingPermitted(at.new_id(name), at.actor, tuple(dict.fromkeys(to)))
    return (Deed(act, frozenset({at.actor, *to, CUSTODIAN})),)


def withdraw(at: Standing, pooling: str) -> tuple[Deed, ...]:
    """The party takes its permission back, for everything that is computed from now on.

    Raises:
        ProtocolViolation: the actor permitted no such pooling, or has withdrawn it.
    """
    must_be_delegation(at)
    found = next((each for each in at.case.poolings if each.id == pooling and each.party == at.actor), None)
    if found is None:
        raise ProtocolViolation(f"you have permitted no pooling called '{pooling}'")
    return (Deed(PoolingWithdrawn(pooling), frozenset({at.actor, *found.to, CUSTODIAN})),)


def release(at: Standing, letting: Letting, *, name: str | None = None) -> tuple[Deed, ...]:
    """Lets something computed out: the recipients get the words, each owner that its numbers were drawn on, the releaser everything.

    Raises:
        ProtocolViolation: the actor is not entitled to the numbers of everyone it draws on, or names someone or something unknown.
    """
    _check(at, letting)
    made = at.new_id(name)
    grounds = ReleaseGrounded(made, at.actor, letting.to, letting.draws_on)
    words = ReleaseMade(made, letting.to, letting.text, terms=letting.terms, proposal=letting.proposal)
    return (
        Deed(words, frozenset({at.actor, *letting.to})),
        Deed(grounds, frozenset({at.actor})),
        *(Deed(evolve(grounds, draws_on=(each,)), frozenset({each})) for each in letting.draws_on),
    )


def release_warnings(at: Standing, letting: Letting) -> tuple[str, ...]:
    """What a release lets its recipients infer, to be read before it is made.

    Raises:
        ProtocolViolation: it could not be made.
    """
    _check(at, letting)
    return tuple(_warnings(letting))


def _warnings(letting: Letting) -> Iterator[str]:
    for owner in letting.draws_on:
        learners = [each for each in letting.to if each != owner]
        if learners:
            yield f"{', '.join(learners)} can infer that what {owner} entrusted does not stand against this"
    for recipient in letting.to:
        others = [each for each in letting.draws_on if each != recipient]
        if recipient in letting.draws_on and others:
            yield f"{recipient} knows its own numbers: all else that this tells, it tells {recipient} about {', '.join(others)}"
    if letting.terms:
        yield "terms that were computed to suit everyone show, term by term, how far each side could go"
    yield f"{', '.join(letting.draws_on)}: told, each for itself, that its numbers were drawn on, and for whom; not in which words"


def _check(at: Standing, letting: Letting) -> None:
    at.must_know(*letting.to, *letting.draws_on)
    if not letting.to or not letting.text:
        raise ProtocolViolation("a release has words, and those to whom it is made")
    must_be_known_to_all(at, at.actor, *letting.to)
    must_know_terms(at, letting.terms)
    if not letting.draws_on:
        raise ProtocolViolation("a release says whose entrusted numbers it draws on; what draws on none needs no release")
    entitled = entitled_to(at.case, at.actor)
    beyond = [each for each in letting.draws_on if each not in entitled]
    if beyond:
        raise ProtocolViolation(
            f"{', '.join(beyond)}: has not permitted you results from its numbers, if it entrusted any (pool); "
            f"who has: {named_or_nobody(entitled)}"
        )
    if letting.proposal is not None and all(each.id != letting.proposal or at.actor not in each.by for each in at.case.proposals):
        raise ProtocolViolation(f"there is no proposal '{letting.proposal}' of your own, and a release lets out no other")


def named_or_nobody(actors: frozenset[str]) -> str:
    """The actors by id, in order."""
    return ", ".join(sorted(actors)) or "nobody"


def entitled_to(case: Case, actor: str) -> frozenset[str]:
    """The parties that permitted the actor results from their entrusted numbers; to hold these is not enough to let anything out."""
    own = {actor} if any(each.party == actor for each in case.preferences) else set()
    return frozenset(own | {each.party for each in case.poolings if actor in each.to and not each.is_withdrawn})


def _pooled_for(case: Case, party: str) -> frozenset[str]:
    return frozenset(to for each in case.poolings if each.party == party and not each.is_withdrawn for to in each.to)


_FOLD = folding("poolings", "pooling", Pooling, poolings.pooled)
_RELEASE = folding("releases", "release", Release, poolings.released)


def _pool(draft: Draft, act: PoolingPermitted | PoolingWithdrawn, moment: Moment) -> None:
    """The custodian's copy of the party's numbers says for whom they may be computed with; so does the party's own."""
    _FOLD(draft, act, moment)
    party = draft.get("poolings", act.pooling, Pooling).party
    found = draft.preferences.get(f"{party}/")
    if found is not None:
        entries = [each for each in draft.entries["poolings"].values() if isinstance(each, Pooling)]
        to = frozenset(to for each in entries if each.party == party and not each.is_withdrawn for to in each.to)
        draft.preferences[f"{party}/"] = evolve(found, pooled_for=to)


RULES: Rules = {PoolingPermitted: _pool, PoolingWithdrawn: _pool, ReleaseMade: _RELEASE, ReleaseGrounded: _RELEASE}
