"""What is a land in a text, and which land a text is about that hardly names one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Span, Token

from gobetween.reading.concordance import capitalised
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import DESCRIBED_AS, RULING
from gobetween.reading.naming.told_nouns import is_of_firm
from gobetween.reading.naming.used_bodies import peoples_of
from gobetween.reading.syntax import has_left, tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_STATE_THINGS = RULING | words(
    "parliament president presidency capital embassy minister premier envoy ambassador territory soldiers troops navy police"
)
# words by which a text tells that it is about lands, so that the parser's label for a place may be believed
_ABOUT_STATES = words("country countries nation nations ceasefire truce border army troops soldiers embassy rebels treaty province war")
_WITHIN = {"England": "United Kingdom", "Britain": "United Kingdom"}  # whose government is meant where one of these alone is named
# whose land a text is about that names none, by what no other land has
_BODIES_OF_ONE = dict.fromkeys(("NHS", "Westminster", "Whitehall", "Ofsted", "TUC", "HMRC"), "United Kingdom") | {
    **dict.fromkeys(("Taoiseach", "Tánaiste", "Dáil", "Dail", "Oireachtas", "Gardaí"), "Ireland"),
    **dict.fromkeys(("Bundestag", "Bundesrat"), "Germany"),
    "Knesset": "Israel",
    "Sejm": "Poland",
    "Duma": "Russia",
    "Riksdag": "Sweden",
    "Storting": "Norway",
    "Folketing": "Denmark",
    "Althing": "Iceland",
}
_OFFICES = words("commission regulator authority agency bank court council association institute watchdog office")
_SEEN_TWICE = 2
_OPENING = 2  # sentences in which a land named only as a place counts


def treated_as_lands(doc: Doc, names: Names, firsts: Collection[str]) -> frozenset[str]:
    """Bodies that no lexicon knows and that the text treats as lands: by a people's name, a ministry, the parser's label.

    `firsts` are the first words of longer names, which are no lands.
    """
    adjectives = {t.text for t in (doc[i] for i in capitalised(doc)) if t.dep_ in ("amod", "compound", "nmod", "nsubj")}
    labels: dict[str, Counter[bool]] = {}
    owned: set[str] = set()
    firms: set[str] = set()
    for mention in names.mentions():
        if mention.kind != "organisation" or " " in mention.name or mention.is_adjective:
            continue
        head = doc[mention.end - 1]
        labels.setdefault(mention.name, Counter())[head.ent_type_ in ("GPE", "LOC", "NORP")] += 1
        if head.dep_ == "poss" and (head.head.lower_ in _STATE_THINGS or has_left(head.head, ("peace",))):
            owned.add(mention.name)
        if is_of_firm(head):
            firms.add(mention.name)
    is_of_states = any(t.lower_ in _ABOUT_STATES for t in tokens_of(doc, NOUN))
    said = set(names.capitals.values())
    return frozenset(
        name
        for name, seen in labels.items()
        if name not in firsts
        and name not in firms
        and (
            name in owned | said
            or peoples_of(name) & adjectives
            or (is_of_states and seen[True] >= _SEEN_TWICE and seen[True] > seen[False])
        )
    )


def hinted_lands(doc: Doc, names: Names, mediating: Collection[str]) -> list[str]:
    """The lands that only a place, a people, a ruler or a body that no other land has tells, and that do not mediate."""
    hinted = {_BODIES_OF_ONE[t.text] for t in tokens_of(doc, PROPN, NOUN) if t.text in _BODIES_OF_ONE}
    mentions = [m for m in names.mentions() if m.actor and m.actor not in mediating]
    rulers = {m.actor for m in mentions if m.is_person and m.actor in names.states and m.actor}
    return sorted(hinted or rulers or {m.actor for m in mentions if m.kind == "state" and m.actor})


def lands_at_the_head(opening: Span, names: Names) -> Iterable[str]:
    """'Nobody in Marrovia': a land that the text names only as a place, in its first sentences."""
    begun = 0
    for token in opening:
        begun += int(bool(token.is_sent_start))
        if begun > _OPENING:
            return
        is_place = token.ent_type_ == "GPE" and token.dep_ == "pobj" and token.head.lower_ == "in" and names.at(token) is None
        if is_place and token.text[:1].isupper() and not token.text.isupper():
            yield _WITHIN.get(token.text, token.text)


def is_home_of_firm(doc: Doc, mention: Mention) -> bool:
    """'The Norvanian insurer', 'the UK Rail Regulator': the land is only where it is at home."""
    last = doc[mention.end - 1]
    is_named = last.dep_ in ("compound", "amod", "nmod") and last.head.ent_type_ == "ORG" and last.head.lower_ in _OFFICES
    return is_named or (mention.is_adjective and last.head.lemma_.lower() in DESCRIBED_AS)


def is_where_written(token: Token) -> bool:
    """'GENEVA, May 8': where a report was written, in capitals at its head."""
    return token.text.isupper() and len(token) > 3 and token.i < 12
