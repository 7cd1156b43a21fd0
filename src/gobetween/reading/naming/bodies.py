"""Bodies that no lexicon knows, by the form of their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.symbols import NOUN
from spacy.tokens import Doc, Span, Token

from gobetween.reading.concordance import capitalised, forms, spelled, written
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, DESCRIBED_AS, FOR_SOMETHING, LEGAL_FORMS, NAME_ENDINGS, NOT_BODIES, TITLES
from gobetween.reading.naming.unions import WORKERS
from gobetween.reading.naming.used_bodies import is_dateline
from gobetween.reading.syntax import tokens_of
from gobetween.reading.word_lists import words as listed

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_FEWEST_LETTERS = 3
_LONGEST = 5
_HOURS = frozenset({"GMT", "UTC", "BST", "CET", "EST", "EDT", "Inter", "Korea", "Ramadan", "Eid", "Passover", "Reconvene"})
_BODIES = COLLECTIVES | NAME_ENDINGS
_NO_LAST = frozenset({"contract", "contracts", "negotiations", "charter"})
_OF_TRADES = listed("union association organisation organization federation society guild alliance confederation brotherhood")
_LINES = listed("air rail water bus ferries lines mills works mines")
_TRADES_LONG = 4
_PEOPLE = WORKERS | listed("shareholders owners directors executives managers employers rebels militants insurgents separatists")
_ARTICLES = frozenset({"the", "a", "an"})
_OF_FIRMS = frozenset({"ceo", "cfo", "coo", "executive"})
_OF_PEOPLES = listed(
    "front movement party union unions federation confederation league congress brigades resistance guild syndicate association"
)


def bodies_by_form(doc: Doc, names: Names) -> Iterator[Mention]:
    """Organisations that the parser saw and no lexicon knows, where they act or have something of their own."""
    for entity in doc.ents:
        if (entity.label_ != "ORG" and not _is_workplace(entity)) or any(names.at(i) for i in range(entity.start, entity.end)):
            continue
        root = entity.root
        words = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s").strip(" (")
        is_agent = (
            root.dep_ in ("nsubj", "nsubjpass", "poss", "conj", "appos")
            or root.head.dep_ == "agent"
            or root.head.lower_ == "from"
            or (root.head.lower_ in ("at", "of") and root.head.head.lower_ in WORKERS)  # 'clerks at Nordvik Rail'
        )
        is_title = (
            entity.start > 0 and doc[entity.start - 1].lower_ == "of" and entity.start > 1 and doc[entity.start - 2].lower_ in TITLES
        )
        if (
            words in _HOURS
            or entity[-1].lower_ in TITLES | _NO_LAST
            or is_dateline(entity[0])
            or any(t.lower_ in NOT_BODIES for t in entity)
            or _is_common_noun(entity)
        ):
            continue
        if is_agent and not is_title and words[:1].isupper() and "\n" not in words and words.lower() not in COLLECTIVES:
            yield Mention(entity.start, entity.end, words, words, "organisation")


def _is_workplace(entity: Span) -> bool:
    """'Clerks at Nordvik Air', which the parser may take for a building."""
    prep = entity.root.head
    is_named = entity.label_ in ("FAC", "PRODUCT") and len(entity) > 1 and entity[-1].lower_ in NAME_ENDINGS | _LINES
    return is_named and prep.lower_ == "at" and prep.head.lower_ in WORKERS


def described_bodies(doc: Doc) -> frozenset[str]:
    """Names that a word for a firm or a league stands before, whatever the parser takes them for: 'port operators Halvern Pike and'."""
    found = set()
    for token in tokens_of(doc, NOUN):
        if token.lemma_.lower() not in DESCRIBED_AS or token.i + 2 >= len(doc) or doc[token.i + 1].pos_ != "PROPN":
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < _LONGEST and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
            end += 1
        if end > token.i + 2:
            found.add(doc[token.i + 1 : end].text)
    return frozenset(found)


def _is_common_noun(entity: Span) -> bool:
    """A lone plural that owes its capital to where it stands: 'Cranes stood still', at the head of a sentence."""
    (first, *more) = entity
    return not more and first.tag_ == "NNS" and bool(first.is_sent_start)


def bodies_by_title(doc: Doc, names: Names) -> Iterator[Mention]:
    """Capitalised names whose officer is spoken of: 'Baltic Terminals' chief executive', 'a spokesman for Baltic Terminals'."""
    for token in written(doc, TITLES):
        start = token.i
        while start > 0 and doc[start - 1].pos_ in ("NOUN", "ADJ") and not doc[start - 1].is_title:
            start -= 1
        if start > 1 and doc[start - 1].tag_ == "POS":
            yield from _capitalised(doc, names, start - 1, backwards=True)
        if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "for" and token.lower_ not in FOR_SOMETHING:
            yield from _capitalised(doc, names, token.i + 2, backwards=False)
        elif token.lower_ in _OF_FIRMS:
            yield from _led(doc, names, token.i)


def _led(doc: Doc, names: Names, post: int) -> Iterator[Mention]:
    """The firm of 'Ada Berg, CEO of Baltic Terminals', and of 'Baltic Terminals CEO Ada Berg'."""
    first = post - int(post > 0 and doc[post - 1].lower_ == "chief")
    if post + 2 < len(doc) and doc[post + 1].lower_ == "of":
        yield from _capitalised(doc, names, post + 2, backwards=False)
    elif first > 0 and post + 1 < len(doc) and doc[post + 1].pos_ == "PROPN" and doc[first - 1].pos_ == "PROPN":
        yield from _capitalised(doc, names, first, backwards=True)


def bodies_by_noun(doc: Doc, names: Names) -> Iterator[Mention]:
    """Capitalised names that end in a word for a body: 'the Teachers' Union', 'Harbour Workers Federation'."""
    words_of = forms(doc)
    for token in (doc[i] for i in capitalised(doc) if words_of[i] in _BODIES):
        if names.at(token) is not None:
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("of", "for"):
            if not (token.is_sent_start and token.lower_ in _PEOPLE):  # 'Pilots of Nordvik Air' are no body of that name
                yield from _named_after_of(doc, names, token.i)
            continue
        start = token.i
        while start > 0 and token.i - start < 6 and (doc[start - 1].text[:1].isupper() or doc[start - 1].tag_ == "POS"):
            start -= 1
        while start < token.i and (doc[start].pos_ in ("DET", "ADP", "PRON", "CCONJ") or doc[start].tag_ == "POS"):
            start += 1
        start = _with_first_trade(doc, names, start, token)
        if start < token.i and not any(names.at(i) for i in range(start, token.i + 1)):
            words = doc[start : token.i + 1].text
            yield Mention(start, token.i + 1, words, words, "organisation")


def _with_first_trade(doc: Doc, names: Names, start: int, noun: Token) -> int:
    """Where 'the Weavers and Dyers Union' begins, one body of two trades; 'the Greens and Labour Union' are two."""
    joint = start - 1
    if joint < 1 or noun.lower_ not in _OF_TRADES or start == noun.i or doc[joint].lower_ not in ("and", "&"):
        return start
    first = joint
    while first > 0 and joint - first < _TRADES_LONG and doc[first - 1].text[:1].isupper() and doc[first - 1].lower_ not in _ARTICLES:
        first -= 1
    trade = doc[joint - 1]
    is_within = trade.dep_ in ("nmod", "compound", "poss", "amod") and start <= trade.head.i <= noun.i
    is_trade = first < joint and (is_within or (trade.text.endswith("s") and doc[start].text.endswith(("s", "crew", "staff"))))
    is_one = first > 0 and doc[first - 1].lower_ == "the" and not any(names.at(i) for i in range(first, joint))
    return first if is_trade and is_one and (first < joint - 1 or not _is_called_alone(trade)) else start


def _is_called_alone(trade: Token) -> bool:
    """Whether the text elsewhere has 'the Greens' by themselves."""
    doc = trade.doc
    alike = (doc[at] for at, word in enumerate(spelled(doc)) if word == trade.text and 0 < at < len(doc) - 1 and at != trade.i)
    return any(doc[t.i - 1].lower_ == "the" and doc[t.i + 1].lower_ not in ("and", "&") for t in alike)


def bodies_of_a_people(doc: Doc, names: Names) -> Iterator[Mention]:
    """'the Canadian Liberation Front', 'the Norwegian Workers' Party': called after a people, and not its state."""
    words_of = forms(doc)
    for token in (doc[i] for i in capitalised(doc) if words_of[i] in _OF_PEOPLES):
        if names.at(token) is not None:
            continue
        start = token.i
        while start > 0 and token.i - start < _LONGEST and (doc[start - 1].text[:1].isupper() or doc[start - 1].tag_ == "POS"):
            start -= 1
            people = names.at(start)
            if people is not None and people.is_adjective and people.end == start + 1:
                words = doc[start : token.i + 1].text
                yield Mention(start, token.i + 1, words, words, "organisation")
            if people is not None:
                break


def _named_after_of(doc: Doc, names: Names, first: int) -> Iterator[Mention]:
    """'Alliance of Small Ports'; a body of a known actor ('Government of Norway') is that actor's."""
    end = first + 2
    while end < len(doc) and end - first < 7 and doc[end].is_title and doc[end].pos_ in ("PROPN", "ADJ", "NOUN"):
        if doc[end].lower_ in TITLES:  # 'Board of Education President'
            break
        end += 1
    joined = end + 1
    if end < len(doc) and doc[end].lower_ == "and" and joined < len(doc) and names.at(joined) is None:
        while joined < len(doc) and joined - first < 9 and doc[joined].is_title and doc[joined].pos_ in ("PROPN", "ADJ", "NOUN"):
            joined += 1
        if joined > end + 1 and doc[joined - 1].lower_ in COLLECTIVES:  # 'Union of Rail and Signal Workers'
            end = joined
    is_long = end > first + (3 if doc[first + 1].lower_ == "of" else 2)  # 'Union for Continuity'
    if is_long and not any(names.at(i) for i in range(first, end)):
        words = doc[first:end].text
        yield Mention(first, end, words, words, "organisation")


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


def without_legal_form(name: str) -> str:
    """'Nordvik Motor' for 'Nordvik Motor Co.': one firm, whether or not a text tells what it is in law."""
    bare, _, last = name.rpartition(" ")
    return bare.removesuffix(",") if bare and last.strip(".").replace(".", "") in LEGAL_FORMS else name


def short_names(doc: Doc, mentions: list[Mention]) -> dict[str, str]:
    """Full names by their short forms: letters in brackets behind a name ("(NUR)"), and the first word of a firm's name."""
    found: dict[str, str] = {}
    firsts: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.is_person or mention.is_adjective:
            continue
        behind = doc[mention.end : mention.end + 3]
        if len(behind) == 3 and behind[0].text == "(" and behind[2].text == ")" and behind[1].text.isupper():
            found[behind[1].text] = max(found.get(behind[1].text, ""), mention.name, key=len)
        first, _, rest = mention.name.partition(" ")
        head, _, rest_of = mention.name.partition(" of ")
        if rest_of and " " in head and mention.kind in ("organisation", "group") and mention.name == mention.actor:
            firsts.setdefault(head, set()).add(mention.name)  # 'Clerks Guild' of the 'Clerks Guild of Norvan'
        if rest and mention.name == mention.actor and rest.rsplit(maxsplit=1)[-1].lower() in _BODIES:
            firsts.setdefault(first, set()).add(mention.name)
            members = mention.name.rsplit(maxsplit=1)[0].rstrip("'’").removesuffix("'s").removesuffix("’s")
            if " " in members and mention.name.split()[-2].endswith(("'", "’")):  # 'Canal Employers' of the 'Canal Employers' Group'
                firsts.setdefault(members, set()).add(mention.name)
    shortened = {first: full for first, (full, *more) in ((f, sorted(n)) for f, n in firsts.items()) if not more}
    return shortened | _by_initials(mentions) | found


def _by_initials(mentions: list[Mention]) -> dict[str, str]:
    """Full names by their initials, where letters alone are used that fit one name only: 'ULC' of the Union of Locomotive Crews."""
    bodies = {m.name for m in mentions if not m.is_person and not m.is_adjective}
    by_letters: dict[str, set[str]] = {}
    for name in bodies:
        letters = "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())
        is_firm = len(letters) == len(name.split()) == _FEWEST_LETTERS - 1  # 'NM' of Nordvik Motors
        if len(letters) >= _FEWEST_LETTERS or is_firm:
            by_letters.setdefault(letters, set()).add(name)
    alone = {name for name in bodies if name.isupper() and name.isalpha()}
    return {letters: full for letters in alone for full in by_letters.get(letters, ()) if len(by_letters[letters]) == 1}
