"""Who are meant together: 'both sides', 'the two countries', 'the warring parties', 'the three ministers', 'the mediators'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from gobetween.reading.naming.names import Names
from gobetween.reading.speech.meant.reference import References
from gobetween.reading.syntax import child, children, has_left
from gobetween.reading.word_lists import words

BOTH = words(
    """side party country company delegation government team neighbour neighbor leader nation board bank firm capital rival camp
    group minister army faction foe adversary enemy president airline carrier carmaker negotiator republic state movement"""
)
"""'Both' or 'the two' of these are the two who talk with each other."""

_LANDS = words("country nation government neighbour neighbor capital army republic state president")
_FIRMS = words("company firm bank board airline carrier carmaker")
_OPPOSED = words("warring rival opposing conflicting feuding belligerent negotiating combatant competing quarrelling opposed")
_OPPONENTS = words("side party faction camp force group leader general army delegation government")
_IN_TALKS = words("conflict dispute talk war negotiation agreement deal table fighting discussion row process mediation")
_JOINED_AS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "appos", "poss"})
_THEIR_WORK = words("leader minister president premier negotiator envoy official general delegation delegate diplomat team")
_BETWEEN = words("between among with from by")
_BACKED = words("back support arm fund mediate broker host sponsor supply")
# who bring others together, and are seldom a side themselves
_NO_SIDES = frozenset(
    {
        "United Nations",
        "African Union",
        "Arab League",
        "Intergovernmental Authority on Development",
        "Economic Community of West African States",
        "Southern African Development Community",
        "International Committee of the Red Cross",
    }
)
_LOOKING_ON = words("urge welcome host mediate broker press invite praise condemn sponsor facilitate oversee monitor convene call")
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_TOGETHER = {"duo": 2, "pair": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4}
_SENTENCES = 2  # before the noun's own
_FAR = 90  # tokens looked back over
_FARTHEST = 1500  # for three or more
_TWO = 2
_OFTEN = 3  # as a side is named, at the least
_MOST_MEDIATORS = 4
_MOST_UNIONS = 4
_SOME = frozenset({"other", "some", "many", "most", "several", "rival", "smaller", "bigger", "biggest", "largest"})


def number_meant(noun: Token) -> int:
    """How many sides a noun means together: 2 for 'both sides' and 'the warring parties', 3 for 'the trio'; 0 for any other."""
    lemma = noun.lemma_.lower()
    if noun.lower_ in _TOGETHER and [c.lower_ for c in noun.lefts] == ["the"] and _is_told_no_more(noun):
        return _TOGETHER[noun.lower_]
    if noun.tag_ != "NNS" or lemma not in BOTH | _OPPONENTS or not _is_told_no_more(noun):
        return 1 if _is_each(noun) else 0
    before = {c.lower_ for c in noun.lefts}
    counted = next((_NUMBERS[each] for each in before if each in _NUMBERS), 0)
    if counted:
        return counted if lemma in BOTH and (counted == _TWO or before & {"the", "all", "these", "those"}) else 0
    if lemma in _OPPONENTS and before & _OPPOSED:
        return _TWO
    is_bare = all(c.dep_ in ("det", "punct") for c in noun.lefts) and before == {"the"}
    return _TWO if is_bare and lemma in ("side", "party") else 0


def _is_each(noun: Token) -> bool:
    """'Each side blames the other'."""
    return noun.lower_ in ("side", "party") and has_left(noun, ("each",)) and _is_told_no_more(noun)


def _is_told_no_more(noun: Token) -> bool:
    """Whether nothing behind the noun tells who is meant: 'parties to the talks', not 'leaders of Norvan'."""
    return all(
        prep.lower_ in ("to", "in", "at") and (goal := child(prep, "pobj")) is not None and goal.lemma_.lower() in _IN_TALKS
        for prep in children(noun, "prep")
    )


def _tellers_of(noun: Token) -> frozenset[int]:
    """Where the subjects stand of the verbs that the noun's clause hangs on: who tells of 'the rival factions' is none of them."""
    verbs = [each for each in noun.ancestors if each.i < noun.left_edge.i]
    return frozenset(subject.i for verb in verbs for subject in children(verb, "nsubj"))


class Together:
    """Who are meant together in one text."""

    def __init__(self, names: Names, references: References, pair: tuple[str, ...]) -> None:
        self._names, self._references, self._pair = names, references, pair

    def meant(self, noun: Token) -> tuple[str, ...]:
        """The actors whom 'both sides' or 'the three states' means; empty for other words, and where the text leaves it open."""
        number = number_meant(noun)
        if number > _TWO:
            return self._joined(noun, number)
        if number:
            return self._two(noun)
        if noun.lemma_.lower() == "mediator":
            return self._mediators(noun)
        if noun.lemma_.lower() == "union":
            return self._unions(noun)
        return self._taken_up(noun)

    def _two(self, noun: Token) -> tuple[str, ...]:
        """Those joined in a sentence right before, the two in talks with each other, or the two of whom the text tells most."""
        fits = self._fitting(noun)
        near, pair = self._joined(noun, _TWO), self._pair
        if fits is _any:  # those who mediate between the sides are none
            others = self._names.parts.mediators | _NO_SIDES
            near, pair = (() if others & set(two) else two for two in (near, pair))
        chosen = [pair] if fits is _any and pair and not set(near) & set(pair) else [near, pair]
        found = next((two for two in chosen if two and all(fits(self, actor) for actor in two)), ())
        return found or self._most_told(fits)

    def _fitting(self, noun: Token) -> Callable[[Together, str], bool]:
        lemma = noun.lemma_.lower()
        return _is_land if lemma in _LANDS else _is_no_land if lemma in _FIRMS else _any

    def is_land(self, actor: str) -> bool:
        """Whether an actor is a land."""
        return self._names.parts.is_land(actor)

    def _joined(self, noun: Token, number: int) -> tuple[str, ...]:
        """The last joined words before the noun that name so many actors: two in its sentence or the two before, more anywhere."""
        for head in self._heads_before(noun, everywhere=number > _TWO):
            if len(head.conjuncts) + 1 != number:
                continue
            named = self._actors([head, *head.conjuncts])
            if len(named) == number:
                return named
        return ()

    def _heads_before(self, noun: Token, *, everywhere: bool = False) -> Iterator[Token]:
        doc, start = noun.doc, noun.sent.start
        for _ in range(_SENTENCES):
            start = doc[start - 1].sent.start if start else 0
        start = max(0, noun.i - _FARTHEST) if everywhere else max(start, noun.i - _FAR)
        tellers = _tellers_of(noun) if has_left(noun, _OPPOSED) else frozenset()
        for i in range(noun.left_edge.i - 1, start - 1, -1):
            if doc[i].dep_ in _JOINED_AS and doc[i].n_rights and _are_sides(doc[i]) and doc[i].conjuncts and i not in tellers:
                yield doc[i]

    def _actors(self, heads: list[Token]) -> tuple[str, ...]:
        """The actors of these words, each once; empty where one of them has none."""
        found = [self._references.who(head) for head in heads]
        actors = tuple(dict.fromkeys(r.actor for r in found if r is not None and r.actor))
        return actors if len(actors) == len(found) else ()

    def _most_told(self, fits: Callable[[Together, str], bool]) -> tuple[str, ...]:
        """The two who are named most often and do not mediate, where no third is named as often as one of them."""
        mediating = self._names.parts.mediators
        told: Counter[str] = Counter()
        for mention in self._names.mentions():
            actor = mention.actor or (self._references.actor_of(mention.name) if mention.is_person else None)
            if actor and actor not in mediating | _NO_SIDES and not self._names.is_place(mention) and fits(self, actor):
                told[actor] += 1
        (*first, third) = [*told.most_common(_TWO + 1), ("", 0), ("", 0), ("", 0)][: _TWO + 1]
        return tuple(actor for actor, _ in first) if first[-1][1] >= _OFTEN and third[1] < first[-1][1] else ()

    def _mediators(self, noun: Token) -> tuple[str, ...]:
        """'The mediators', where the text names them."""
        is_bare = noun.tag_ == "NNS" and all(c.lower_ in ("the", "international", "these") for c in noun.lefts)
        named = self._names.parts.mediating if is_bare and child(noun, "prep") is None else ()
        return named if _TWO <= len(named) <= _MOST_MEDIATORS else ()

    def _unions(self, noun: Token) -> tuple[str, ...]:
        """'The unions', 'the two nursing unions', where the text names so many by then."""
        before = {c.lower_ for c in noun.lefts}
        if noun.tag_ != "NNS" or not before & {"the", "both"} or before & _SOME or child(noun, "prep", "relcl", "acl", "appos"):
            return ()
        known = self._names.parts.unions
        named = tuple(dict.fromkeys(m.actor for m in self._names.mentions(0, noun.i) if m.actor in known))
        counted = next((_NUMBERS[each] for each in before if each in _NUMBERS), len(named))
        return tuple(each for each in named if each) if len(named) == counted and _TWO <= len(named) <= _MOST_UNIONS else ()

    def _taken_up(self, noun: Token) -> tuple[str, ...]:
        """'The leaders', 'the ministers', after 'Norvan's leader and Tamask's' or 'the leaders of Norvan and Tamask'."""
        lemma = noun.lemma_.lower()
        is_bare = noun.tag_ == "NNS" and lemma in _THEIR_WORK and [c.lower_ for c in noun.lefts] == ["the"]
        if not is_bare or child(noun, "prep", "relcl", "acl") is not None:
            return ()
        for head in self._heads_before(noun):
            named = self._actors([head, *head.conjuncts])
            if len(named) > 1 and (self._are_persons(head) or (head.head.lower_ in ("of", "from") and head.head.head.lemma_ == lemma)):
                return named
        return ()

    def _are_persons(self, head: Token) -> bool:
        found = [self._references.who(each) for each in (head, *head.conjuncts)]
        return all(r is not None and r.is_person for r in found)


def _are_sides(head: Token) -> bool:
    """Whether those joined here may be sides: 'between Norvan and Tamask'; not 'backed by' them, nor those who urge others."""
    if head.dep_ != "pobj":
        return head.dep_ not in ("nsubj", "nsubjpass") or head.head.lemma_ not in _LOOKING_ON
    prep = head.head
    if prep.lower_ == "of":
        return prep.head.lemma_.lower() in _THEIR_WORK
    return prep.lower_ in _BETWEEN and prep.head.lemma_ not in _BACKED


def _any(_: Together, __: str) -> bool:
    return True


def _is_land(together: Together, actor: str) -> bool:
    return together.is_land(actor)


def _is_no_land(together: Together, actor: str) -> bool:
    return not together.is_land(actor)
