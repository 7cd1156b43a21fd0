"""Who plays the part that a text calls by a bare noun: the government, the rebels, the union, where only one can be meant."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.lands import hinted_lands, is_home_of_firm, is_where_written, lands_at_the_head, treated_as_lands
from gobetween.reading.naming.mediating import mediating
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import MINISTRIES, RULING
from gobetween.reading.naming.told_nouns import told_nouns
from gobetween.reading.naming.unions import ANY_WORKERS, CREWS, WORKERS, are_only_workers, bare_words, is_union
from gobetween.reading.syntax import has_left, tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

# of which government it is the one that rules, or holds office for now
_RULING_NOW = words("military new interim transitional caretaker federal central ruling current recognised recognized")
_TELLING = frozenset({"compound", "amod", "poss", "nmod", "nummod"})
# what rebels may be called, without being told apart from those named
CREEDS = words(
    "communist maoist marxist leftist left-wing islamist jihadist muslim separatist secessionist armed rebel insurgent ethnic"
)
REBELS = words("rebels insurgents guerrillas militants militia separatists faction")
_ARMED = words("army front movement resistance militia brigades liberation guerrillas rebels fighters insurgency")
DESCRIBING = RULING | words("rebel insurgent guerrilla union")


class Parts:
    """The parts of one document; each is found when first asked for, in time that grows with the text."""

    def __init__(self, doc: Doc, names: Names, opposed: tuple[str, ...] = ()) -> None:
        self._doc, self._names, self._opposed = doc, names, opposed

    @cached_property
    def _actors(self) -> dict[str, Mention]:
        found: dict[str, Mention] = {}
        for mention in self._names.mentions():
            if not mention.is_person and mention.actor:
                found.setdefault(mention.actor, mention)
        return found

    @cached_property
    def land(self) -> str | None:
        """Whose 'the government' is: the one that a government is said to be of, else the only land named before it."""
        owners = self._owners or self._opposed
        if owners:
            return next(iter(owners)) if len(owners) == 1 else None
        spoken_of = (t for t in tokens_of(self._doc, NOUN, PROPN) if t.lower_ in RULING)
        first = next((t.i for t in spoken_of if _has_article(t) or t.dep_ == "compound"), None)
        if first is None:
            return None
        lands = self._lands_before(first) or self._lands_before(len(self._doc)) or hinted_lands(self._doc, self._names, self.mediators)
        if len(lands) == 1:
            return lands[0]
        here = self._names.written_in
        return here if here is not None and here not in self.mediators and (not lands or here in lands) else None

    @cached_property
    def only_land(self) -> str | None:
        """The one land that acts in the text and does not only mediate."""
        lands = self._lands_before(len(self._doc))
        return lands[0] if len(lands) == 1 else None

    @cached_property
    def _owners(self) -> tuple[str, ...]:
        """Those of whose government the text speaks: 'Mbaro's government', 'the government of Sarvane', 'the Norvanian government'."""
        found: dict[str, None] = {}
        for token in tokens_of(self._doc, NOUN, PROPN):
            if token.lower_ in RULING and (owner := self._owner(token)) is not None:
                found.setdefault(owner)
        return tuple(found)

    def _owner(self, ruling: Token) -> str | None:
        for below in ruling.children:
            whose = below
            if below.lower_ == "in" and (below.i != ruling.i + 1 or any(c.dep_ in ("poss", "compound") for c in ruling.lefts)):
                continue  # 'met the Berg government in Norvan'
            if below.lower_ in ("of", "in") and below.dep_ == "prep":
                whose = next((c for c in below.children if c.dep_ == "pobj"), below)
            elif below.dep_ not in ("poss", "amod", "compound", "nmod"):
                continue
            mention = self._names.at(whose)
            if mention is not None:
                if mention.is_person:
                    whose_land = self._land_beside(mention)
                    if whose_land is None:
                        continue
                    return whose_land
                if mention.name in self._armed or not mention.actor or mention.name.islower():
                    continue
                if mention.kind == "organisation" and below.dep_ != "poss" and below.lower_ != "of" and mention.name not in self._lands:
                    continue  # 'a Labour government'  # nor 'the war management Cabinet'
                return mention.actor
            if below.lower_ == "of" and whose.pos_ == "PROPN" and whose.text[:1].isupper():
                return str(whose.text)
        return None

    def _land_beside(self, ruler: Mention) -> str | None:
        """The land of a ruler by the words before the name: 'Norvanian Prime Minister Ada Berg's government'."""
        first = self._doc[ruler.end - 1].left_edge.i
        lands = (m.actor for m in self._names.mentions(first, ruler.start) if m.kind == "state" and m.is_adjective)
        return ruler.actor or next(lands, None)

    def _lands_before(self, end: int) -> list[str]:
        """The lands named among the tokens before `end` that do not only mediate, in reading order."""
        mediating = self.mediators
        found: dict[str, None] = {}
        for mention in self._names.mentions(0, end):
            is_land = mention.kind == "state" or (mention.kind == "organisation" and mention.name in self._lands)
            if (
                is_land
                and mention.actor
                and mention.actor not in mediating
                and not self._names.is_place(mention)
                and not is_where_written(self._doc[mention.start])
                and not is_home_of_firm(self._doc, mention)
            ):
                found.setdefault(mention.actor)
        if not found:
            found.update(dict.fromkeys(lands_at_the_head(self._doc[:end], self._names)))
        return list(found)

    @cached_property
    def mediators(self) -> frozenset[str]:
        """Those of whom the text says that they mediate."""
        return frozenset(self.mediating)

    @cached_property
    def mediating(self) -> tuple[str, ...]:
        """The same, in reading order."""
        return mediating(self._doc, self._names)

    @cached_property
    def _lands(self) -> frozenset[str]:
        """Bodies that no lexicon knows and that the text treats as lands."""
        return treated_as_lands(self._doc, self._names, frozenset(name.split()[0] for name in self._actors if " " in name))

    @cached_property
    def _armed(self) -> frozenset[str]:
        """Those who fight a government, by their names or as the lexicon has it."""
        return frozenset(
            mention.actor or mention.name
            for mention in self._names.mentions()
            if mention.kind == "group"
            or (
                mention.kind == "organisation"
                and " " in mention.name
                and not mention.name.islower()
                and mention.name.lower().split()[-1] in _ARMED
            )
        )

    @cached_property
    def _named_government(self) -> str | None:
        """A government that has a name of its own, where a text has one: the 'Government of National Unity'."""
        named = [name for name in self._actors if name.startswith("Government of National ")]
        return named[0] if len(named) == 1 else None

    @cached_property
    def forces(self) -> str | None:
        """Who 'the army' is, where the text tells of one land's armed forces as a party of their own."""
        named = [name for name, mention in self._actors.items() if mention.kind == "group" and name.endswith("Armed Forces")]
        return named[0] if len(named) == 1 else None

    @cached_property
    def rebels(self) -> str | None:
        """Who 'the rebels' are, where one such force is named."""
        armed = sorted(self._armed)
        return armed[0] if len(armed) == 1 else None

    @cached_property
    def told(self) -> dict[str, frozenset[str]]:
        """The actors that the text calls by a noun: 'the carmaker Lindmark'."""
        return told_nouns(self._doc, self._names)

    @cached_property
    def unions(self) -> frozenset[str]:
        """The unions, by their names or by what the text says of them."""
        named = frozenset(actor for actor in self._actors if is_union(actor) and not are_only_workers(actor))
        return named | frozenset(actor for actor in self.told.get("union", ()) if not are_only_workers(actor))

    @cached_property
    def union(self) -> str | None:
        """Who 'the union' is, where one union is named."""
        unions = sorted(self.unions)
        return unions[0] if len(unions) == 1 else None

    def describing(self, word: str) -> str | None:
        """Whose a thing or a person is that such a word stands before: 'a union claim', 'government plans', 'rebel demands'."""
        if word not in DESCRIBING:
            return None
        if word in RULING:
            return (self.forces if word in ("army", "military") else None) or self.land
        return self.union if word == "union" else self.rebels

    def of(self, noun: Token) -> str | None:
        """Whom a bare noun with its article means: 'the government', 'the rebels', 'the union', 'the drivers'."""
        lower = noun.lower_
        if lower == "government" and self._named_government is not None and _is_recognised(noun):
            return self._named_government
        creeds = CREEDS if lower in REBELS else frozenset()
        if any((c.dep_ in _TELLING and c.lower_ not in creeds) or c.lower_ == "of" for c in noun.children):
            return None
        if lower in ("army", "military") and self.forces is not None and _has_article(noun):
            return self.forces
        if lower in RULING:
            return (
                self.land if _has_article(noun) or (lower == "authorities" and not any(c.dep_ == "det" for c in noun.lefts)) else None
            )
        if lower in REBELS:
            told = self.told.get(lower, frozenset())
            return next(iter(told)) if len(told) == 1 else self.rebels
        if lower == "union":
            return self.union if _has_article(noun) else None
        return self.union_of(noun) if lower in CREWS and noun.tag_ == "NNS" else None

    def of_office(self, noun: Token) -> str | None:
        """Whose 'the presidency', 'the foreign ministry', 'the prime minister's office' is, where one land alone can be meant."""
        parts = {t.lower_ for t in noun.lefts if t.tag_ != "POS"} - {"the"}
        if noun.lower_ == "government" and self._named_government is not None and not parts - _RULING_NOW:
            return self._named_government if _has_article(noun) else None
        is_ministry = noun.lower_ == "ministry" and bool(parts) and not parts - MINISTRIES
        is_office = noun.lower_ == "office" and has_left(noun, ("president", "minister"), "poss")
        is_bare = noun.lower_ in ("presidency", "government", "military", "army") and not parts - _RULING_NOW
        if noun.lower_ in ("army", "military") and not parts and self.forces is not None:
            return self.forces if _has_article(noun) else None
        at_hand = self.land or (self.only_land if is_ministry and not self._owners else None)
        return at_hand if _has_article(noun) and (is_ministry or is_office or is_bare) else None

    def of_post(self, noun: Token) -> str | None:
        """Whose 'the prime minister', 'the finance minister' without a name is, where one land alone can be meant."""
        told = {t.lower_ for t in noun.lefts} - {"the"}
        is_ministers = noun.lower_ in ("minister", "premier", "chancellor") and not told - MINISTRIES - {"prime", "deputy"}
        is_presidents = noun.lower_ == "president" and not told
        if not _has_article(noun) or any(c.lower_ in ("of", "for") for c in noun.rights):
            return None
        return (self.land or self.only_land) if is_ministers else self.land if is_presidents else None

    def is_land(self, actor: str) -> bool:
        """Whether an actor is a land, by the lexicon or by how the text treats it."""
        return actor in self._lands or (self._actors[actor].kind == "state" if actor in self._actors else actor in self._names.states)

    def union_of(self, crew: Token) -> str | None:
        """The union that stands for 'the drivers', where one is named and it is not another trade's."""
        union = self.union
        if union is None or any(c.dep_ in ("compound", "amod", "nummod", "poss", "nmod") for c in crew.lefts):
            return None
        if any(c.dep_ == "det" and c.lower_ != "the" for c in crew.lefts):
            return None
        trades = set(bare_words(union)) & WORKERS
        return union if crew.lower_ in trades or not trades - ANY_WORKERS or crew.lower_ in ANY_WORKERS else None


def _is_recognised(government: Token) -> bool:
    """'The government', 'the internationally recognised government', 'the UN-backed government'."""
    told = [c for c in government.lefts if c.dep_ in _TELLING]
    return _has_article(government) and all(c.lower_.endswith(("recognised", "recognized", "backed", "based")) for c in told)


def _has_article(token: Token) -> bool:
    return has_left(token, ("the",))
