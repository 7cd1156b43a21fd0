"""The names that reading recognises: actors with the words used for them, and persons; handed in, never looked up."""

from __future__ import annotations

from attrs import field, frozen


@frozen
class ActorName:
    """An actor's full name and the other words for it: aliases ("US", "Washington"), adjectives ("American"), people ("Americans").

    `kind` is state, group, organisation or body; `parent` the full name of the actor that a body belongs to ("Mossad" -> "Israel").
    `letters` are short forms that others have, too ("DA"); they count only in a text that has one of the words `beside` ("Pretoria").
    """

    name: str
    kind: str = field(default="state")
    aliases: tuple[str, ...] = field(default=(), kw_only=True)
    adjectives: tuple[str, ...] = field(default=(), kw_only=True)
    parent: str | None = field(default=None, kw_only=True)
    letters: tuple[str, ...] = field(default=(), kw_only=True)
    beside: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class PersonName:
    """A person's full name, other forms of it, and the actor they belong to, where the case knows it.

    `is_hint` says that the actor is only what holds in most reports: a post that a text gives the person goes before it.
    """

    name: str
    actor: str | None = None
    aliases: tuple[str, ...] = field(default=(), kw_only=True)
    is_hint: bool = field(default=False, kw_only=True)


@frozen(cache_hash=True)
class Lexicon:
    """All names that reading is told of; what it is not told of, it may still find by its form, without an actor.

    `hints` are the names of persons whose actor a text may gainsay.
    """

    actors: tuple[ActorName, ...] = ()
    persons: tuple[PersonName, ...] = ()
    hints: frozenset[str] = field(init=False, eq=False, repr=False)

    @hints.default
    def _hints(self) -> frozenset[str]:
        return frozenset(p.name for p in self.persons if p.is_hint) - {p.name for p in self.persons if not p.is_hint}

    def merged_with(self, other: Lexicon) -> Lexicon:
        """This lexicon and then `other`; where both name an actor, this one's entry comes first and both count."""
        return Lexicon(self.actors + other.actors, self.persons + other.persons)
