"""How a verb of the lists is used in its clause: what it takes, what it aims at, what is told behind it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children


@frozen
class Use:
    """A verb of the lists in a text, with the stance that the lists give it."""

    scene: Scene
    verb: Token
    lemma: str
    stance: Stance

    @property
    def thing(self) -> Token | None:
        """Its object: 'the plan' in 'rejected the plan'."""
        return child(self.verb, "dobj")

    @property
    def goal(self) -> Token | None:
        """The verb it aims at: 'leave' in 'refused to leave'."""
        return child(self.verb, "xcomp")

    @property
    def told(self) -> Token | None:
        """The verb of the clause told behind it: 'was' in 'insisted that the plan was dead'."""
        return child(self.verb, "ccomp")

    def has_behind(self, *dependencies: str) -> bool:
        """Whether something of these kinds stands behind the verb."""
        return any(c.i > self.verb.i for c in children(self.verb, *dependencies))

    def goals_of(self, *prepositions: str) -> Iterator[Token]:
        """What stands behind these small words of the verb, or behind any if none is named."""
        for prep in children(self.verb, "prep"):
            if not prepositions or prep.lower_ in prepositions:
                yield from children(prep, "pobj")
