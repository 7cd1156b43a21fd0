"""The names of a case in the form that reading takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gobetween.model.cases import Case
    from gobetween.reading.naming.lexicon import Lexicon


def lexicon_of(case: Case) -> Lexicon:
    """The actors and persons of a case, with the words that reports use for them."""
    from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName

    actors = tuple(ActorName(each.name, each.kind, aliases=each.aliases, adjectives=each.adjectives) for each in case.actors)
    persons = tuple(PersonName(each.name, _actor_of(case, each.id), aliases=each.aliases) for each in case.persons)
    return Lexicon(actors, persons)


def _actor_of(case: Case, person: str) -> str | None:
    held = next((office.actor for office in case.offices if office.person == person), None)
    actor = case.actor(held) if held else None
    return actor.name if actor else None
