"""Whom a text names: actors by the lexicon, bodies and persons also by their form, each with its full name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen
from spacy.tokens import Doc, Token

from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.word_lists import words

_WORD = re.compile(r"(?<![\w])[^\W\d_][\w]*")
_PARTICLES = words("bin ibn ben abu abd al el ul ad ash as an bint de del della di da dos du van von der den la le")
HONORIFICS = words("""mr mrs ms miss dr sir dame lord lady sheikh shaikh prof professor mr. mrs. ms. dr. prof. rep. sen. gov.""")
# places are meant, not those who act there, after these
_PLACING = words("in at near across into through throughout around outside inside within towards toward via")
# nouns for a collective that can act, for bodies that no lexicon knows
COLLECTIVES = words(
    """group movement government administration cabinet ministry union federation party faction militia army military council
    committee board company firm management employer delegation team parliament presidency office department agency authority
    coalition alliance rebels militants workers insurgents separatists strikers opposition regime side leadership mediators
    guarantors association organisation organization commission court bank bureau service forces teachers nurses pilots staff
    shareholders owners directors executives drivers miners dockers doctors farmers"""
)


# words in the names of bodies and papers, never of persons
_OF_BODIES = words("""intelligence directory directorate agency institute university street square corridor region strip news""")
_NOT_BODIES = words("deal agreement accord plan resolution proposal war talks crisis phase truce ceasefire images")


@frozen
class Mention:
    """Tokens `[start, end)` that name someone: the full name, whom they belong to, and whether as a word of description ("Israeli")."""

    start: int
    end: int
    name: str
    actor: str | None
    kind: str  # state, group, organisation, body, person
    is_adjective: bool = False

    @property
    def is_person(self) -> bool:
        """Whether a person is named."""
        return self.kind == "person"


@frozen
class _Entry:
    words: str
    name: str
    actor: str | None
    kind: str
    is_adjective: bool


@lru_cache(maxsize=8)
def _entries(lexicon: Lexicon) -> dict[str, tuple[_Entry, ...]]:
    """The lexicon's words by their first word, longest first; what stands first in the lexicon wins."""
    parents = {actor.name: actor.parent for actor in reversed(lexicon.actors)}
    found: dict[str, dict[str, _Entry]] = {}

    def put(form: str, name: str, kind: str, actor: str | None, *, is_adjective: bool = False) -> None:
        bare = form.removeprefix("the ").removeprefix("The ")
        first = _WORD.match(bare)
        if first is not None:
            found.setdefault(first.group(), {}).setdefault(bare, _Entry(bare, name, actor, kind, is_adjective))

    for actor in lexicon.actors:
        belongs = _root(actor.name, parents)
        for form in (actor.name, *actor.aliases):
            put(form, actor.name, actor.kind, belongs)
        for form in actor.adjectives:
            put(form, actor.name, actor.kind, belongs, is_adjective=True)
    for person in lexicon.persons:
        for form in (person.name, *person.aliases):
            put(form, person.name, "person", person.actor)
    return {first: tuple(sorted(entries.values(), key=lambda e: -len(e.words))) for first, entries in found.items()}


def _root(name: str, parents: dict[str, str | None]) -> str:
    for _ in range(4):
        above = parents.get(name)
        if above is None:
            return name
        name = above
    return name


class Names:
    """All mentions of a document, and what each word of it names."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self._of: list[Mention | None] = [None] * len(doc)
        for mention in _listed(doc, lexicon):
            self._put(mention)
        self._full = _FullNames(m.name for m in self.mentions() if m.is_person)
        candidates = list(_persons_by_form(doc, self))
        self._full.learn(_joined(doc, start, end) for start, end in candidates)
        actors = {m.name: m.actor for m in self.mentions() if m.is_person}
        for start, end in candidates:
            name = self._full.of(_joined(doc, start, end))
            if name is not None and not any(self._of[i] for i in range(start, end)):
                self._put(Mention(start, end, name, actors.get(name), "person"))
        bodies = [*_bodies_by_form(doc, self), *_bodies_by_title(doc, self), *_bodies_by_noun(doc, self)]
        full = _FullNames(m.name for m in bodies)
        for mention in bodies:
            name = full.of(mention.name) or mention.name
            if not any(self._of[i] for i in range(mention.start, mention.end)):
                self._put(evolve(mention, name=name, actor=name))

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
        if governor.dep_ in ("prep", "pobj") and governor.lower_ in _PLACING and mention.kind == "state":
            return True
        return governor.lower_ == "to" and governor.head.lemma_ in _TRAVEL and mention.kind == "state"


_TRAVEL = words("go travel return head fly come arrive visit trip journey bring move")


def _joined(doc: Doc, start: int, end: int) -> str:
    """A name's words, brackets left out, hyphens and apostrophes kept where they stood."""
    return "".join(t.whitespace_ if t.text in '[]()"“”' else t.text_with_ws for t in doc[start:end]).strip()


class _FullNames:
    """Persons' names, the fullest for each shorter form ("Abd Al Hadi" -> "Ahmed Abd Al Hadi")."""

    def __init__(self, names: Iterator[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        self.learn(names)

    def learn(self, names: Iterator[str]) -> None:
        for name in names:
            words = name.split()
            if len(words) > 1:
                known = self._by_last.setdefault(_folded(words[-1]), [])
                if name not in known:
                    known.append(name)

    def of(self, words: str) -> str | None:
        """The fullest name that ends like `words`; `words` themselves if they are a full name; `None` for a lone unknown word."""
        if not words:
            return None
        tail = _folded(words)
        known = self._by_last.get(_folded(words.rsplit(maxsplit=1)[-1]), [])
        fitting = [name for name in known if _folded(name).endswith(tail)]
        if fitting:
            return max(fitting, key=len)
        return words if " " in words else None


def _folded(words: str) -> str:
    return words.casefold().replace("-", " ")


def _listed(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    entries, text = _entries(lexicon), doc.text
    starts = [token.idx for token in doc]
    free = 0
    for word in _WORD.finditer(text):
        if word.start() < free or (candidates := entries.get(word.group())) is None:
            continue
        for entry in candidates:
            end = word.start() + len(entry.words)
            if not text.startswith(entry.words, word.start()) or (
                end < len(text) and text[end].isalnum() and entry.words[-1].isalnum()
            ):
                continue
            first, last = bisect_left(starts, word.start()), bisect_left(starts, end)
            if first < len(doc) and starts[first] == word.start() and last > first and _is_meant(doc, entry, first, last):
                yield Mention(first, last, entry.name, entry.actor, entry.kind, entry.is_adjective)
                free = end
                break


def _is_meant(doc: Doc, entry: _Entry, first: int, last: int) -> bool:
    """Whether a listed word stands for its actor: not as part of a longer name ("Paris Hilton"), not a pronoun typed in capitals."""
    if entry.words == "US" and doc[first].dep_ == "dobj" and doc[first].sent.text.isupper():
        return False
    if entry.kind != "person" and not entry.is_adjective and last < len(doc) and len(entry.words.split()) == 1:
        following = doc[last]
        if following.ent_type_ == "PERSON" and doc[first].ent_type_ == "PERSON" and following.ent_iob_ == "I":
            return False
    return True


def _persons_by_form(doc: Doc, names: Names) -> Iterator[tuple[int, int]]:
    done = 0
    for entity in doc.ents:
        if entity.label_ != "PERSON" or entity.start < done:
            continue
        start, end = entity.start, entity.end
        while end < len(doc) and _continues_name(doc[end], names) and doc[end - 1].whitespace_ != "":
            end += 1
        while start > 0 and _continues_name(doc[start - 1], names) and doc[start - 1].whitespace_:
            start -= 1
        while start < end and (not _is_name_word(doc[start]) or names.at(start) is not None):
            start += 1
        while start < end and (not _is_name_word(doc[end - 1]) or doc[end - 1].lower_ in ("'s", "’s")):
            end -= 1
        if start < end and doc[start].lower_ in HONORIFICS:
            start += 1
        if any(t.lower_ in COLLECTIVES or t.lower_ in _OF_BODIES for t in doc[start:end]):
            continue
        if start < end and "\n" not in doc[start:end].text and not any(names.at(i) for i in range(start, end)):
            done = end
            yield start, end
    yield from _titled(doc, names)


def _titled(doc: Doc, names: Names) -> Iterator[tuple[int, int]]:
    """Capitalised words after a title or an honorific, where the parser saw no person."""
    for token in doc:
        if (token.lower_ not in TITLES or token.ent_type_ == "ORG") and token.lower_ not in HONORIFICS:
            continue
        start = end = token.i + 1
        while end < len(doc) and end - start < 5 and (_is_name_word(doc[end]) or (end > start and doc[end].lower_ in _PARTICLES)):
            if names.at(end) is not None or doc[end].lower_ in TITLES:
                break
            end += 1
        is_name = end - start >= 2 or (end > start and token.lower_ in HONORIFICS)
        if is_name and not any(doc[i].ent_type_ == "PERSON" for i in range(start, end)):
            yield start, end


def _continues_name(token: Token, names: Names) -> bool:
    is_capital = _is_name_word(token) and token.pos_ == "PROPN" and token.lower_ not in TITLES and token.lower_ not in HONORIFICS
    return (
        (is_capital or (token.lower_ in _PARTICLES and token.ent_type_ == "PERSON"))
        and names.at(token.i) is None
        and token.ent_type_ in ("", "PERSON")
    )


def _is_name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.lower_ not in TITLES
        and not token.is_space
        and token.lower_ not in ("prime", "the", "minister")
    )


def _bodies_by_form(doc: Doc, names: Names) -> Iterator[Mention]:
    """Organisations that the parser saw and no lexicon knows, where they act or have something of their own."""
    for entity in doc.ents:
        if entity.label_ != "ORG" or any(names.at(i) for i in range(entity.start, entity.end)):
            continue
        root = entity.root
        words = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s").strip()
        is_agent = (
            root.dep_ in ("nsubj", "nsubjpass", "poss", "conj", "appos") or root.head.dep_ == "agent" or root.head.lower_ == "from"
        )
        is_title = (
            entity.start > 0 and doc[entity.start - 1].lower_ == "of" and entity.start > 1 and doc[entity.start - 2].lower_ in TITLES
        )
        if any(t.lower_ in _NOT_BODIES for t in entity):
            continue
        if is_agent and not is_title and words[:1].isupper() and "\n" not in words and words.lower() not in COLLECTIVES:
            yield Mention(entity.start, entity.end, words, words, "organisation")


def _bodies_by_title(doc: Doc, names: Names) -> Iterator[Mention]:
    """Capitalised names whose officer is spoken of: 'Baltic Terminals' chief executive', 'a spokesman for Baltic Terminals'."""
    for token in doc:
        if token.lower_ not in TITLES:
            continue
        start = token.i
        while start > 0 and doc[start - 1].pos_ in ("NOUN", "ADJ") and not doc[start - 1].is_title:
            start -= 1
        if start > 1 and doc[start - 1].tag_ == "POS":
            yield from _capitalised(doc, names, start - 1, backwards=True)
        if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "for":
            yield from _capitalised(doc, names, token.i + 2, backwards=False)


def _bodies_by_noun(doc: Doc, names: Names) -> Iterator[Mention]:
    """Capitalised names that end in a word for a body: 'the Teachers' Union', 'Harbour Workers Federation'."""
    for token in doc:
        if token.lower_ not in COLLECTIVES or not token.text[:1].isupper() or names.at(token) is not None:
            continue
        start = token.i
        while start > 0 and token.i - start < 6 and (doc[start - 1].text[:1].isupper() or doc[start - 1].tag_ == "POS"):
            start -= 1
        while start < token.i and (doc[start].pos_ in ("DET", "ADP", "PRON", "CCONJ") or doc[start].tag_ == "POS"):
            start += 1
        if start < token.i and not any(names.at(i) for i in range(start, token.i + 1)):
            words = doc[start : token.i + 1].text
            yield Mention(start, token.i + 1, words, words, "organisation")


def _capitalised(doc: Doc, names: Names, at: int, *, backwards: bool) -> Iterator[Mention]:
    start = end = at
    if backwards:
        while start > 0 and at - start < 5 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].is_title:
            start -= 1
    else:
        while end < len(doc) and end - at < 5 and doc[end].pos_ == "PROPN" and doc[end].is_title:
            end += 1
    if start < end and not any(names.at(i) for i in range(start, end)) and doc[start].ent_type_ not in ("DATE", "GPE", "LOC", "PERSON"):
        words = doc[start:end].text
        yield Mention(start, end, words, words, "organisation")


TITLES = words(
    """president minister premier chancellor king queen prince princess emir sultan secretary envoy ambassador leader chief head
    chair chairman chairwoman chairperson chairwomen director representative official spokesman spokeswoman spokesperson adviser
    advisor negotiator mediator commander general governor mayor senator congressman congresswoman commissioner president-elect
    coordinator delegate executive manager founder boss officer colonel major captain admiral judge justice lawyer attorney
    member lawmaker speaker deputy foreign-minister prime-minister economist analyst professor diplomat activist organiser
    organizer treasurer arbitrator conciliator"""
)
