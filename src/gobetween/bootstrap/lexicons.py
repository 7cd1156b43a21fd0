"""The names of a case in the form that reading takes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gobetween.model.cases import Case
    from gobetween.reading.naming.lexicon import Lexicon


def lexicon_of(case: Case, *, as_of: dt.date | None = None) -> Lexicon:
    """The actors and persons of a case that everyone may know of (by the day), with the words that reports use for them.

    Reports are public, and so is what was read from them: a hidden name must not show by how they were read, nor in what is stored.
    """
    from gobetween.disclosure.views import view_for
    from gobetween.model.items import PUBLIC
    from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName

    seen = view_for(PUBLIC, case, as_of=as_of).case
    actors = tuple(ActorName(each.name, each.kind, aliases=each.aliases, adjectives=each.adjectives) for each in seen.actors)
    persons = tuple(PersonName(each.name, _actor_of(seen, each.id), aliases=each.aliases) for each in seen.persons)
    return Lexicon(actors, persons)


def _actor_of(case: Case, person: str) -> str | None:
    held = next((office.actor for office in case.offices if office.person == person), None)
    actor = case.actor(held) if held else None
    return actor.name if actor else None
