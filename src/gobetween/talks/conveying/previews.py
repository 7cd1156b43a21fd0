"""What everybody on the way would see, word for word, before anything is conveyed, and what they could infer from it."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.permissions import Form
from gobetween.talks.confiding.sayings import Said
from gobetween.talks.conveying.conveyances import Conveyance, find_source, find_way
from gobetween.talks.conveying.inferences import INFERENCES
from gobetween.talks.conveying.relays import prepare
from gobetween.talks.standings import Standing


@frozen
class Sight:
    """What one of those on the way would see: from whom, the words, whose they are said to be, and whom they are for in the end."""

    reader: str
    carrier: str
    text: str
    form: Form
    attributed_to: str | None = None
    onward: str | None = None
    terms: OptionSets = field(factory=dict, kw_only=True)
    brings: str = field(default="", kw_only=True)


@frozen
class Preview:
    """What each would see, in the order of the way; what stands in the way of conveying it; and what could be inferred."""

    sights: tuple[Sight, ...]
    obstacles: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def preview(at: Standing, conveyance: Conveyance) -> Preview:
    """What everybody on the way would see; nothing is recorded.

    What a permission or a plan does not allow yet is an obstacle, so that one can look before one asks.

    Raises:
        ProtocolViolation: who looks is no mediator, holds no such item, or there is no such way.
    """
    at.must_be_mediator()
    wanted = conveyance if conveyance.item is not None else evolve(conveyance, form=Form.OWN_IDEA, is_attributed=False)
    source = find_source(at, wanted)
    way = find_way(at, wanted, source)
    first = Sight(way.next, at.actor, wanted.text or source.known_words, wanted.form, terms=wanted.terms)
    obstacles: tuple[str, ...] = ()
    try:
        message = prepare(at, wanted).message
        brings = "a proposal" if message.proposal else "an answer" if message.answer else ""
        named = message.attributed_to
        first = evolve(first, text=message.text, attributed_to=named, terms=message.terms, brings=brings)
    except ProtocolViolation as refused:
        obstacles = (str(refused),)
        first = evolve(first, attributed_to=source.owner if wanted.is_attributed else None)
    said = Said(at, source, way, words=first.text, form=first.form, is_attributed=wanted.is_attributed, terms=first.terms)
    warnings = tuple(dict.fromkeys(reason for rule in INFERENCES for reason in rule(said)))
    return Preview(_sights(first, (*way.route, way.to)), obstacles, warnings)


def _sights(first: Sight, stops: tuple[str, ...]) -> tuple[Sight, ...]:
    """What each stop of the way would see from the one before it."""
    last = stops[-1]
    return tuple(
        evolve(first, reader=reader, carrier=carrier, onward=last if reader != last else None) for carrier, reader in pairwise(stops)
    )
