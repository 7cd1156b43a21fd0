"""One parsed document with its names, quotations, dates and references at hand: what every finder of items is given."""

from __future__ import annotations

from attrs import field, frozen
from spacy.attrs import DEP, LEMMA, LOWER
from spacy.tokens import Doc, Token

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.passages import Passage
from gobetween.reading.concordance import text_of
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.offices import Office, actors_of_persons, find_offices, told_otherwise
from gobetween.reading.speech.attribution import QuoteMap
from gobetween.reading.speech.meant.bindings import joined_subject
from gobetween.reading.speech.meant.pairs import Together
from gobetween.reading.speech.meant.reference import References
from gobetween.reading.speech.quotations.quotes import find_quotes
from gobetween.reading.syntax import Range, subject_of, trimmed
from gobetween.reading.times.date_mentions import FoundDate
from gobetween.reading.word_lists import words

_BETWEEN = words(
    """talk negotiation deal agreement ceasefire truce war dispute fight fighting conflict round mediation merger tie-up standoff
    discussion meeting pact gap table"""
)
_SENT = words("negotiator envoy delegation representative")
_TOGETHER = words("sign strike reach resume reopen hold begin start restart renew break launch")
_LOOKING_ON = words("welcome host mediate broker urge back support sponsor oversee facilitate praise watch monitor convene press")
_TALKING = words(
    "be hold resume reopen begin start restart reach sign open have continue conduct enter rejoin join attend agree return"
)
_TWO = 2


@frozen
class Scene:
    """A document ready to be asked for items."""

    clean: CleanText
    doc: Doc
    names: Names
    offices: tuple[Office, ...]
    quoted: QuoteMap
    references: References
    dates: tuple[FoundDate, ...]
    pair: tuple[str, ...] = field(default=(), kw_only=True)  # the two sides, where the text puts two into talks with each other

    def passage(self, first: int, last: int) -> Passage | None:
        """The words of tokens `[first, last)`, trimmed."""
        return self.words(trimmed(self.doc[first:last]))

    def words(self, *ranges: Range | None) -> Passage | None:
        """The words of character ranges; `None` if there are none."""
        given = tuple(r for r in ranges if r is not None)
        return self.clean.passage(*given) if given else None

    def when(self, first: int, last: int) -> When:
        """What the first words for a time among tokens `[first, last)` mean; unknown if there are none."""
        if first >= last:
            return UNKNOWN_DATE
        start, end = self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])
        return next((found.when for found in self.dates if start <= found.start and found.end <= end), UNKNOWN_DATE)

    def party(self, token: Token) -> str | None:
        """The full name of the actor who is meant by the phrase around `token`, if any."""
        referent = self.references.who(token)
        if referent is None:
            return None
        return referent.actor

    def meant_by_they(self, token: Token) -> tuple[str, ...]:
        """The actors whom 'they' or 'them' mean together, where it takes up several; empty for any other word."""
        if token.lower_ not in ("they", "them") or (single := self.party(token)) is None:
            return ()
        actors = tuple(dict.fromkeys(self.party(each) for each in joined_subject(token)))
        named = tuple(actor for actor in actors if actor is not None)
        return named if len(named) == len(actors) > 1 and single in named else ()

    def together(self, noun: Token) -> tuple[str, ...]:
        """The actors whom a noun means together: 'both sides', 'the three countries', 'the mediators'; empty for any other word."""
        return Together(self.names, self.references, self.pair).meant(noun)

    def is_state(self, actor: str) -> bool:
        """Whether an actor is a land."""
        return self.names.parts.is_land(actor)

    def parties(self, token: Token) -> tuple[str, ...]:
        """The actors of a phrase and of those joined to it, each once."""
        found: list[str] = []
        for head in (token, *token.conjuncts):
            name = self.party(head)
            if name is not None and name not in found:
                found.append(name)
        return tuple(found)


def set_scene(clean: CleanText, doc: Doc, lexicon: Lexicon, dates: tuple[FoundDate, ...]) -> Scene:
    """The document with all that finders share, built once."""
    names = Names(doc, lexicon)
    offices = find_offices(names)
    names.correct(told_otherwise(names, offices))
    quoted = QuoteMap(doc, find_quotes(text_of(doc)))
    references = References(names, actors_of_persons(names, offices), quoted, offices)
    return Scene(clean, doc, names, offices, quoted, references, dates, pair=_pair(doc, references, names))


def _pair(doc: Doc, references: References, names: Names) -> tuple[str, ...]:
    """The first two, and no third, that the text puts into talks with each other; empty if there are none.

    'Talks between' two, or two who sign or talk together, come before one who 'resumed talks with' another, where neither mediates.
    """
    numbers = {doc.vocab.strings[word] for word in _BETWEEN}
    talks = [i for i, lemma in enumerate(doc.to_array(LEMMA).tolist()) if lemma in numbers]
    strings = doc.vocab.strings
    joining = {strings[word] for word in ("between", "from", "of", "with")}
    subject = strings["nsubj"]
    asked = [i for i, (word, role) in enumerate(doc.to_array([LOWER, DEP]).tolist()) if word in joining or role == subject]
    mediators = names.parts.mediators
    behind: tuple[str, ...] = ()
    for token in (doc[i] for i in asked):
        two = _two(_together(token, talks), references)
        if two:
            return two
        if not behind and token.lower_ == "with" and not mediators & set(two := _two(_talking_with(token), references)):
            behind = two
    return behind


def _two(heads: list[Token], references: References) -> tuple[str, ...]:
    """The two actors that these words and those joined to them name, where they name two."""
    found = [references.who(t) for head in heads for t in (head, *head.conjuncts)]
    names = tuple(dict.fromkeys(r.actor for r in found if r is not None and r.actor))
    return names if len(names) == len(found) == _TWO else ()


def _together(token: Token, talks: list[int]) -> list[Token]:
    """Those 'between' whom talks are, whose envoys meet, or who talk as the joined subjects of one verb."""
    is_between = token.lower_ == "between" and token.head.lemma_.lower() in _BETWEEN
    if is_between or (token.lower_ in ("from", "of") and token.head.tag_ == "NNS" and token.head.lemma_ in _SENT):
        return [t for t in token.children if t.dep_ == "pobj"]
    is_doing = token.dep_ == "nsubj" and bool(token.conjuncts)
    is_talking = is_doing and token.head.lemma_ not in _LOOKING_ON and any(token.i < i < token.right_edge.i + 8 for i in talks)
    return [token] if is_talking or (is_doing and _strikes_deal(token)) else []


def _talking_with(token: Token) -> list[Token]:
    """Who has talks 'with' somebody, and that one."""
    if token.head.lemma_.lower() not in _BETWEEN or (party := _who_talks(token)) is None:
        return []
    others = [t for t in token.children if t.dep_ == "pobj" and t.lemma_ != "counterpart"]
    return [party, *others]


def _strikes_deal(subject: Token) -> bool:
    """'Norvan and the Front signed', 'the two have agreed': those who do so together talk with each other."""
    return subject.head.lemma_ in _TOGETHER and any(c.dep_ == "dobj" and c.lemma_ in _BETWEEN for c in subject.head.rights)


def _who_talks(with_: Token) -> Token | None:
    """Who has the talks 'with' somebody: the subject of the verb that the talks hang on, where it does so itself."""
    verb = with_.head.head
    if with_.head.dep_ == "pobj":  # 'in talks with', 'to talks with'
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ not in _TALKING:
        return None
    subject = subject_of(verb)
    return subject if subject is not None and subject.i < with_.i and not subject.conjuncts else None
