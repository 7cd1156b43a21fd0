"""What a mediator means to convey: of what, to whom, over whom; and what that has to be, whoever may permit it."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.items import KEEPER, Item
from gobetween.model.permissions import Form
from gobetween.model.proposals import Answer, AnswerState, Proposal
from gobetween.model.routes import find_routes, reaches
from gobetween.talks.conveying.returns import find_origin
from gobetween.talks.knowing.ownership import entrusted_by, find_item, is_public, words_of
from gobetween.talks.standings import Standing


@frozen
class Conveyance:
    """What is to be conveyed: an item, or with none an idea of the carrier's own; to an actor, or back to where a message came from.

    `route` begins with the carrier itself. `text` may be left out where it is verbatim. `terms` are the options that the words
    name, where these are not the item's own words; `title` is for a proposal that goes without its author's name.
    """

    to: str
    item: str | None = None
    text: str = field(default="", kw_only=True)
    route: tuple[str, ...] = field(default=(), kw_only=True)
    form: Form = field(default=Form.VERBATIM, kw_only=True)
    is_attributed: bool = field(default=False, kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    title: str = field(default="", kw_only=True)
    used_other_software: bool = field(default=False, kw_only=True)
    plan: str | None = field(default=None, kw_only=True)


@frozen
class Source:
    """What is conveyed and whose it is: the carrier's own, somebody's who entrusted it, or (`owner` is `None`) everybody's.

    An item that the carrier does not hold is known by a permission that names its wording.
    """

    item: Item | None
    owner: str | None
    known_words: str = ""


@frozen
class Way:
    """Over whom it goes, to whom in the end; `back_to` is the message that it goes back for, `goes_on` whether that is not the end."""

    route: tuple[str, ...]
    to: str
    back_to: str | None = field(default=None, kw_only=True)
    goes_on: bool = field(default=False, kw_only=True)

    @property
    def next(self) -> str:
        """Who gets it from the carrier's hand."""
        return (*self.route[1:], self.to)[0]

    @property
    def is_delivery(self) -> bool:
        """Whether the next one is the last one."""
        return len(self.route) == 1 and not self.goes_on


def find_source(at: Standing, conveyance: Conveyance) -> Source:
    """What is conveyed, and whose it is.

    Raises:
        ProtocolViolation: the actor holds no such item; the text is the same whether there is one or not.
    """
    if conveyance.item is None:
        return Source(None, at.actor)
    item = find_item(at, conveyance.item)
    if item is not None:
        owner = entrusted_by(item)
        if owner is None and not is_public(item):
            raise ProtocolViolation(f"'{item.id}' is not public, and nobody is named whose it is: it cannot be conveyed")
        if isinstance(item, Answer) and item.state is AnswerState.REPLACED:
            raise ProtocolViolation(f"'{item.id}' was replaced by a later answer; convey that one")
        if isinstance(item, Proposal) and (item.awaits or item.is_withdrawn):
            state = "withdrawn" if item.is_withdrawn else "a draft that not all its authors have joined"
            raise ProtocolViolation(f"'{item.id}' is {state}; it cannot be conveyed")
        return Source(item, owner, words_of(item))
    for each in at.case.permissions:
        if each.item == conveyance.item and each.wording and at.actor in each.carriers and each.owner is not None:
            return Source(None, each.owner)
    raise ProtocolViolation(f"you hold nothing called '{conveyance.item}' that could be passed on")


def find_way(at: Standing, conveyance: Conveyance, source: Source) -> Way:
    """Over whom it goes, and to whom.

    Raises:
        ProtocolViolation: the route does not begin with the actor, or is not one of mediators; the recipient is nobody, or has it; the
            last on the route does not reach the recipient.
    """
    route = conveyance.route or (at.actor,)
    at.must_know(*route)
    if route[0] != at.actor or len(set(route)) < len(route) or not all(at.is_mediator(each) for each in route):
        raise ProtocolViolation(f"a route begins with you and goes over other mediators, each once; found {' > '.join(route)}")
    way = _way_back(at, conveyance, route) or Way(route, conveyance.to)
    at.must_know(way.to)
    if way.to == KEEPER or way.to in route or (source.owner in (way.to, *route[1:]) and source.owner is not None):
        raise ProtocolViolation(f"it cannot be conveyed to {way.to} over {' > '.join(route)}: someone has it already, or takes no part")
    must_reach(at, route[-1], way.to)
    return way


def must_reach(at: Standing, carrier: str, to: str) -> None:
    """Refuses a carrier who does not reach the next one by itself; contested access is a matter for a warning.

    Raises:
        ProtocolViolation: it does not; the text names the routes that are known.
    """
    if reaches(at.case, carrier, to):
        return
    routes = " or ".join(" > ".join(each.carriers) for each in find_routes(at.case, at.actor, to))
    raise ProtocolViolation(
        f"{carrier} does not reach {to} by itself, as far as you know; {f'go over {routes}' if routes else 'nobody does'}"
    )


def _way_back(at: Standing, conveyance: Conveyance, route: tuple[str, ...]) -> Way | None:
    if all(each.id != conveyance.to for each in at.case.messages):
        return None
    origin = find_origin(at, conveyance.to)
    if origin is None:
        raise ProtocolViolation(f"'{conveyance.to}' did not come to you from anybody: name the actor who is to get it")
    if len(route) > 1 and not origin.is_source:
        raise ProtocolViolation("what goes back goes to whoever handed it to you: leave the route out")
    return Way(route, origin.actor, back_to=conveyance.to, goes_on=not origin.is_source)
