"""Conveying: a mediator hands something to its recipient, or to the next mediator on the route."""

from __future__ import annotations

from attrs import evolve, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form, Permission
from gobetween.model.proposals import Answer, Proposal
from gobetween.model.relays import Relay
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.messages import MessageHanded
from gobetween.protocols.plans import PlanDone
from gobetween.protocols.relays import RelayBegun, RelayFollowed
from gobetween.talks.confiding.allowances import allowed
from gobetween.talks.conveying.carried_entries import with_entries
from gobetween.talks.conveying.conveyances import Conveyance, Source, Way, find_source, find_way
from gobetween.talks.conveying.plans import due_plan
from gobetween.talks.conveying.returns import known_as
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.terms import must_know_terms
from gobetween.talks.standings import Deed, Standing


@frozen
class Prepared:
    """A conveyance that may be carried out: the message as it will be handed over, what it is of, the way, and what allows it."""

    message: MessageHanded
    source: Source
    way: Way
    permission: Permission | None
    plan: Relay | None


def convey(at: Standing, conveyance: Conveyance, *, name: str | None = None) -> tuple[Deed, ...]:
    """A mediator conveys an item, or an idea of its own, to a recipient, or to the next mediator on the way there.

    Whoever gets it learns what the message says. The owner's ledger gets its line; the custodian adds a leg to it when one is done.

    Raises:
        ProtocolViolation: no permission covers it, the way is none, or a plan says that it is not its turn.
    """
    prepared = prepare(at, conveyance, name=name)
    message, way, relay = prepared.message, prepared.way, at.new_id()
    owner = prepared.source.owner
    begun = RelayBegun(
        relay,
        owner or at.actor,
        at.actor if way.back_to else way.to,
        way.route,
        message.text,
        message.form,
        item=conveyance.item,
        permission=prepared.permission.id if prepared.permission else None,
        is_attributed=message.attributed_to is not None,
        used_other_software=conveyance.used_other_software,
        back_to=way.back_to,
        is_delivered=way.is_delivery,
    )
    return (
        Deed(message, frozenset({at.actor, message.to})),
        Deed(begun, frozenset({at.actor, owner or at.actor})),
        *_followed(at, prepared, relay),
    )


def prepare(at: Standing, conveyance: Conveyance, *, name: str | None = None) -> Prepared:
    """The conveyance as it would be carried out, with the message word for word; nothing is recorded.

    Raises:
        ProtocolViolation: as for `convey`.
    """
    at.must_be_mediator()
    must_know_terms(at, conveyance.terms)
    wanted = conveyance if conveyance.item is not None else evolve(conveyance, form=Form.OWN_IDEA, is_attributed=False)
    if wanted.form is Form.OWN_IDEA and wanted.is_attributed:
        raise ProtocolViolation("what goes as your own idea cannot name its owner: choose another form, or do not attribute it")
    source = find_source(at, wanted)
    way = find_way(at, wanted, source)
    authors = source.item.by if isinstance(source.item, Proposal) and wanted.is_attributed else ()
    further = (*way.route[1:], way.to) if len(way.route) > 1 else ()
    must_be_known_to_all(at, *further, *authors, *_named(wanted, source))
    allowance = allowed(at, wanted, source, way)
    plan = due_plan(at, wanted, way)
    permission = allowance.permission
    handed = _message(at, wanted, source, way, at.new_id(name))
    is_whole = wanted.form is Form.VERBATIM and not (permission and permission.wording)
    full = evolve(handed, text=allowance.words, until=permission.until if permission and not way.is_delivery else None)
    return Prepared(with_entries(at, full, source.item, wanted, is_whole=is_whole), source, way, permission, plan)


def _message(at: Standing, conveyance: Conveyance, source: Source, way: Way, name: str) -> MessageHanded:
    item = source.item
    about = item.proposal if isinstance(item, Answer) else getattr(item, "about", None)
    replies_to = way.back_to or (about if conveyance.is_attributed else None)  # to say to what would say whose reply it is
    return MessageHanded(
        name,
        at.actor,
        way.next,
        conveyance.text,
        form=conveyance.form,
        attributed_to=next(iter(_named(conveyance, source)), None),
        onward=way.to if len(way.route) > 1 else None,
        through=way.route[2:],
        in_return_for=known_as(at, replies_to, way.next),
        goes_back=way.goes_on,
    )


def _named(conveyance: Conveyance, source: Source) -> tuple[str, ...]:
    """Whose the words are said to be: of what is public, whoever said it."""
    by: tuple[str, ...] | str = getattr(source.item, "by", ())
    named = source.owner or getattr(source.item, "actor", None) or (by if isinstance(by, str) else next(iter(by), None))
    return (named,) if conveyance.is_attributed and named else ()


def _followed(at: Standing, prepared: Prepared, relay: str) -> tuple[Deed, ...]:
    """Which message the relay is, for the actor's own book, and for the custodian if it goes further; and the plan that is done."""
    way, plan = prepared.way, prepared.plan
    act = RelayFollowed(
        relay,
        prepared.message.message,
        prepared.source.owner or at.actor,
        (at.actor, way.next),
        back_to=way.back_to,
        plan=plan.id if plan else None,
        shown_to=plan.shown_to if plan else (),
    )
    done = (Deed(PlanDone(plan.id), frozenset(plan.shown_to)),) if plan and way.is_delivery else ()
    return (Deed(act, frozenset({at.actor} if way.is_delivery else {at.actor, CUSTODIAN})), *done)
