"""Whom a text names: actors by the lexicon, bodies and persons also by their form, each with its full name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve
from spacy.tokens import Doc, Token

from gobetween.reading.concordance import spelled, text_of
from gobetween.reading.naming.abbreviations import bodies_spelled_out
from gobetween.reading.naming.belonging import belonging, describing
from gobetween.reading.naming.bodies import (
    bodies_by_form,
    bodies_by_noun,
    bodies_by_title,
    bodies_of_a_people,
    described_bodies,
    short_names,
    without_legal_form,
)
from gobetween.reading.naming.capitals import capitals
from gobetween.reading.naming.datelines import land_of_dateline
from gobetween.reading.naming.doubts import Meant, note
from gobetween.reading.naming.halves import halves_of_lands
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.naming.listed_names import find_listed
from gobetween.reading.naming.lone_persons import lone_persons, persons_taken_for_bodies
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import NAMED_AFTER_PLACES, PARTICLES, PLACING, STRAIGHT
from gobetween.reading.naming.named_after_lands import named_after_lands
from gobetween.reading.naming.oppositions import lands_opposed, oppositions
from gobetween.reading.naming.parts_played import Parts
from gobetween.reading.naming.party_members import party_members
from gobetween.reading.naming.persons import FullNames, joined_words, past_hyphens, persons_by_form, surnames
from gobetween.reading.naming.places import places_that_act
from gobetween.reading.naming.short_forms import bodies_by_one_word, is_general, longer_names
from gobetween.reading.naming.sides import find_sides
from gobetween.reading.naming.used_bodies import bodies_by_use, is_part_of_land, peoples_of_parts
from gobetween.reading.word_lists import words

_SEVERAL = 2
_TRAVEL = words("go travel return head fly come arrive visit trip journey bring move")


class Names:
    """All mentions of a document, and what each word of it names."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self._of: list[Mention | None] = [None] * len(doc)
        self.states = frozenset(actor.name for actor in lexicon.actors if actor.kind == "state")
        self.hints = lexicon.hints
        self.written_in = land_of_dateline(doc, lexicon)
        for mention in find_listed(doc, lexicon):
            self._put(mention)
        for mention in list(named_after_lands(doc, self.mentions())):
            self._put(mention)
        for mention in list(peoples_of_parts(doc, self)):
            self._put(mention)
        for mention in [*halves_of_lands(doc, self), *list(bodies_of_a_people(doc, self)), *bodies_spelled_out(doc, self)]:
            self._put(mention)
        self._full = FullNames(m.name for m in self.mentions() if m.is_person)
        described = described_bodies(doc)
        seen = [*persons_by_form(doc, self), *persons_taken_for_bodies(doc, self)]
        candidates = [each for each in seen if joined_words(doc, *each) not in described]
        self._full.learn(joined_words(doc, start, end) for start, end in candidates)
        alone = list(lone_persons(doc, self))
        spans = [(token.i, past_hyphens(doc, token.i, token.i + 1)) for token in alone]
        self._full.learn_alone(joined_words(doc, *span) for span in spans)
        candidates += spans
        actors = {m.name: m.actor for m in self.mentions() if m.is_person}
        for start, end in candidates:
            name = self._full.of(joined_words(doc, start, end))
            if name is not None and not any(self._of[i] for i in range(start, end)):
                self._put(Mention(start, end, name, actors.get(name), "person"))
        self._find_bodies(Mention(*each, doc[slice(*each)].text, None, "organisation") for each in seen if each not in candidates)
        for mention in surnames(doc, self, self._full, actors):
            self._put(mention)
        for mention in list(party_members(doc, self)):
            self._put(mention)
        for mention, fitting in list(bodies_by_one_word(doc, self)):
            self._put(mention)
            if len(fitting) > 1:
                taken = mention.actor or mention.name
                note(doc, mention.start, Meant(doc[mention.start].lower_, taken, fitting - {taken}))
        for mention in find_sides(doc, self):
            self._put(mention)
        self.parts = Parts(doc, self, lands_opposed(doc, self))
        peoples = {actor.name: actor.adjectives[0] for actor in reversed(lexicon.actors) if actor.adjectives}
        for mention in list(oppositions(doc, self, peoples)):
            self._put(mention)
        self._forget_sides("union", self.parts.unions)
        for mention in [*describing(doc, self, self.parts), *belonging(doc, self, self.parts)]:
            self._put(mention)

    def _find_bodies(self, described: Iterable[Mention]) -> None:
        bodies = [*described, *bodies_by_form(self.doc, self), *bodies_by_title(self.doc, self), *bodies_by_noun(self.doc, self)]
        bodies += [*bodies_by_use(self.doc, self), *places_that_act(self.doc, self)]
        lone = {m.name for m in bodies if " " not in m.name and not m.is_adjective and not is_general(m.name)}
        longer, seen, placed = longer_names(self.doc, lone, [*self.mentions(), *bodies], self)
        bodies += seen
        full = FullNames(m.name for m in bodies if not is_part_of_land(m.name))
        short = longer | short_names(self.doc, [*self.mentions(), *bodies])
        short = {word: name for word, name in short.items() if word not in placed}
        self.capitals = capitals(text_of(self.doc), lone | {m.name for m in self.mentions() if m.kind == "state"})
        short |= self.capitals
        if any(m.actor == "European Union" for m in self.mentions()):
            short["Europe"] = "European Union"
        for mention in sorted(bodies, key=lambda m: m.start - m.end):
            if any(self._of[i] for i in range(mention.start, mention.end)):
                continue
            if self._is_ones_own(mention):
                continue  # "Berg's Trade" of "Berg's Trade Minister Ada Lund"
            known = self._full.of(mention.name)
            is_particled = mention.name.partition(" ")[0].lower() in PARTICLES and known != mention.name  # 'Van der Holt denied it'
            person = known if " " not in mention.name or is_particled else None
            name = person or short.get(mention.name) or full.of(mention.name) or mention.name
            name = without_legal_form(name.translate(STRAIGHT).removeprefix("The "))
            named = evolve(mention, name=name, actor=name)
            self._put(evolve(named, actor=None, kind="person") if person else named)

    def _forget_sides(self, noun: str, bodies: frozenset[str]) -> None:
        """Leaves a bare noun to what stands before it, where the text has several whom it may mean."""
        if len(bodies) < _SEVERAL:
            return
        for at, word in enumerate(spelled(self.doc)):
            mention = self._of[at] if word == noun else None
            if mention is not None and mention.end == mention.start + 1:
                self._of[at] = None

    def _is_ones_own(self, body: Mention) -> bool:
        owned = next((t for t in self.doc[body.start : body.end] if t.tag_ == "POS"), None)
        return owned is not None and owned.i == body.start + 1 and self._full.of(self.doc[body.start].text) is not None

    def correct(self, mentions: Iterable[Mention]) -> None:
        """Put these in place of what was found at the same tokens."""
        for mention in mentions:
            self._put(mention)

    def _put(self, mention: Mention) -> None:
        for i in range(mention.start, mention.end):
            self._of[i] = mention

    def at(self, token: Token | int) -> Mention | None:
        """The mention that the token is part of."""
        return self._of[token if isinstance(token, int) else token.i]

    def mentions(self, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """The mentions among tokens `[start, end)`, in reading order, each once."""
        last: Mention | None = None
        for i in range(start, len(self._of) if end is None else min(end, len(self._of))):
            mention = self._of[i]
            if mention is not None and mention is not last:
                yield mention
                last = mention

    def is_place(self, mention: Mention) -> bool:
        """Whether a state or its capital is named as a place ("in Cairo"), not as one who acts."""
        if mention.is_person or mention.is_adjective:
            return False
        head = self.doc[mention.end - 1]
        governor = head.head
        if head.dep_ == "conj":
            governor = governor.head
        if governor.dep_ in ("prep", "pobj") and governor.lower_ in PLACING and mention.kind == "state":
            return True
        said = self.doc[mention.start : mention.end].text.removeprefix("the ").casefold()
        if mention.kind == "state" and said != mention.name.casefold() and head.dep_ in ("poss", "compound", "nmod"):
            return governor.lemma_.lower() in NAMED_AFTER_PLACES
        return governor.lower_ == "to" and governor.head.lemma_ in _TRAVEL and mention.kind == "state"
