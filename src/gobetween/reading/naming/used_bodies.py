"""Bodies known by how a text uses a lone name: what they have, what they are called, whom they talk with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.symbols import ADJ, NOUN, PROPN, VERB
from spacy.tokens import Doc, Span, Token

from gobetween.reading.concordance import capitalised, spelled
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.months import is_time_of_year
from gobetween.reading.naming.name_words import BODY_NOUNS, COLLECTIVES, FOR_SOMETHING, HONORIFICS, NAME_ENDINGS, TITLES
from gobetween.reading.syntax import has_child, has_left, tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

# what bodies have and persons have not
_OWNED = words(
    """board chairman chairwoman shareholder shareholders management workforce employees government ministry headquarters parliament
    army ceo boss workers members negotiators delegation directors creditors customers president premier subsidiary unit capital embassy
    territory borders troops"""
)
# "chief executive" and the like, told by their first word where it stands alone before the second
_OFFICES = words("minister executive secretary")
_STATE_POSTS = words("minister premier president king queen ambassador")
_SENT = words("delegation envoy negotiator delegate minister diplomat troop official")
_JOINING = words("talk negotiation merger tie-up takeover deal agreement dispute contract discussion pact treaty war")
_MEMBERS = words("leader leaders member members chairman chairwoman deputy deputies negotiators officials lawmakers")
_OF_STATE = frozenset({"minister", "secretary"})
_MEETING = frozenset({"meet", "sue", "accuse", "urge", "criticise", "criticize", "lobby"})
_JOINED_BY = frozenset({"with", "between", "of"})
_NEVER = words(
    "god internet monday tuesday wednesday thursday friday saturday sunday christmas easter covid gmt utc bst cet est inter korea "
    "ramadan eid passover lent diwali thanksgiving reconvene negotiations"
)
_NO_NAMES = TITLES | COLLECTIVES | HONORIFICS | _NEVER
# what makes a people's name of a land's: "Norvan", "Norvanian"
_PEOPLE_ENDINGS = ("n", "an", "ian", "ese", "ish", "i")
_BEFORE_NOUNS = frozenset({"amod", "compound", "nsubj", "poss", "nmod"})
_PARTS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "Upper", "Lower"})
_SHORTEST_LAND = 4
_BEHIND_DATELINES = frozenset({"(", ",", "-", "–", "—", ":", "/", "--"})
_LABELS_OF_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW", "EVENT"})


def bodies_by_use(doc: Doc, names: Names) -> Iterator[Mention]:
    """Lone capitalised names that the text uses at least once as it uses bodies, wherever they act. Linear in the text's length."""
    found: dict[str, list[Token]] = {}
    with_capital: dict[str, list[Token]] = {}
    for token in (doc[i] for i in capitalised(doc)):
        with_capital.setdefault(token.text, []).append(token)
    adjectives = {text for text, tokens in with_capital.items() if any(t.dep_ in _BEFORE_NOUNS for t in tokens)}
    persons = {
        t.text for e in doc.ents if e.label_ == "PERSON" and sum(t.is_alpha and not is_time_of_year(t) for t in e) > 1 for t in e
    }
    for token in tokens_of(doc, PROPN, NOUN, ADJ, VERB):
        if token.text[:1].isupper() and token.text not in persons and _is_lone_name(token, names):
            found.setdefault(token.text, []).append(token)
    for word, tokens in found.items():
        proper = [t for t in tokens if t.pos_ == "PROPN"]
        peoples = peoples_of(word) & adjectives
        is_land = len(word) >= _SHORTEST_LAND and bool(peoples)
        if any(_has_title(t) for t in tokens) or not (is_land or any(_is_used_as_body(t) or _is_people(t) for t in proper)):
            continue
        for token in tokens:
            if not _is_placed(token):
                yield Mention(token.i, token.i + 1, word, word, "organisation")
        if any(_is_people(t) for t in proper):
            yield from _members(with_capital.get(word.removesuffix("s"), []), names, word)
        if is_land:
            yield from _of_land([t for people in sorted(peoples) for t in with_capital[people]], names, word)
    yield from _parts_of_lands(doc, names)


def peoples_of(land: str) -> frozenset[str]:
    """What a land's people may be called: 'Norvanian' of Norvan, 'Kivan' of Kivu."""
    stem = land[:-1] if land[-1] in "aeiou" else land
    return frozenset(land + ending for ending in _PEOPLE_ENDINGS) | {stem + ending for ending in _PEOPLE_ENDINGS if len(ending) > 1}


def _of_land(adjectives: Iterable[Token], names: Names, land: str) -> Iterator[Mention]:
    """'the Norvanian envoy' is of Norvan; 'a Norvanian plan' may be anybody's who asks it for one."""
    for token in adjectives:
        is_before = token.dep_ in ("amod", "compound", "nmod") and names.at(token) is None
        if is_before and token.head.lower_ in TITLES | COLLECTIVES | BODY_NOUNS:
            yield Mention(token.i, token.i + 1, land, land, "organisation", is_adjective=True)


def _members(single: Iterable[Token], names: Names, people: str) -> Iterator[Mention]:
    """'Liberal leader' is of the Liberals, once those were named."""
    for token in single:
        is_single = token.text != people and names.at(token) is None and token.i + 1 < len(token.doc)
        if is_single and token.doc[token.i + 1].lower_ in TITLES | BODY_NOUNS | COLLECTIVES:
            yield Mention(token.i, token.i + 1, people, people, "organisation", is_adjective=True)


def _parts_of_lands(doc: Doc, names: Names) -> Iterator[Mention]:
    """'North Norvan', where it acts."""
    spelling = spelled(doc)
    for token in (doc[i] for i in capitalised(doc) if spelling[i] in _PARTS and i + 1 < len(doc)):
        name = doc[token.i + 1]
        is_part = name.pos_ == "PROPN" and name.text[:1].isupper() and names.at(name) is None
        is_agent = name.dep_ in ("nsubj", "nsubjpass", "poss", "conj") or name.ent_type_ == "GPE"
        is_joined = name.dep_ == "pobj" and name.head.lower_ in ("of", "with", "between", "from", "by")
        if is_part and names.at(token) is None and (is_agent or is_joined):
            if name.i + 1 < len(doc) and _is_part_of_name(doc[name.i + 1]):
                continue
            words_of_it = doc[token.i : name.i + 1].text
            yield Mention(token.i, name.i + 1, words_of_it, words_of_it, "organisation")


def is_part_of_land(name: str) -> bool:
    """Whether a name is a land's with a part of it before: 'North Norvan', for which 'Norvan' is not short."""
    first, _, land = name.partition(" ")
    return first in _PARTS and land.lower() not in COLLECTIVES | NAME_ENDINGS


def peoples_of_parts(doc: Doc, names: Names) -> Iterator[Mention]:
    """'The Korean side' is South Korea's where the text names that one alone of the two."""
    parts: dict[str, set[Mention]] = {}
    for mention in names.mentions():
        if mention.kind == "state" and is_part_of_land(mention.name):
            for people in peoples_of(mention.name.rpartition(" ")[2]):
                parts.setdefault(people, set()).add(evolve(mention, start=0, end=0, is_adjective=True))
    if not parts:
        return
    for token in tokens_of(doc, PROPN, ADJ, NOUN):
        fitting = parts.get(token.text, set())
        if len(fitting) == 1 and names.at(token) is None and token.dep_ in _BEFORE_NOUNS:
            yield evolve(next(iter(fitting)), start=token.i, end=token.i + 1)


def _is_lone_name(token: Token, names: Names) -> bool:
    if len(token) < 2 or names.at(token) is not None:
        return False
    if token.lower_ in _NO_NAMES or token.ent_type_ in _LABELS_OF_TIMES or is_dateline(token):
        return False
    following = _beside(token, 1)
    if following is not None and following.lower_ in _OF_STATE and following.text[:1].isupper():
        return False  # 'a spokesman for Transport Minister Ada Berg'
    return not any(t is not None and _is_part_of_name(t) for t in (_beside(token, -1), _beside(token, 1)))


def is_dateline(token: Token) -> bool:
    """'DUNMERE (AP) - The union', 'DUNMERE, May 8': where a report was written, in capitals at the head of it or of a paragraph."""
    before, after = _beside(token, -1), _beside(token, 1)
    is_head = before is None or "\n" in before.text_with_ws
    return is_head and token.text.isupper() and len(token) > 3 and after is not None and after.text in _BEHIND_DATELINES


def _beside(token: Token, step: int) -> Token | None:
    at = token.i + step
    return token.doc[at] if 0 <= at < len(token.doc) else None


def _is_part_of_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ not in TITLES and not is_time_of_year(token)


def _has_title(token: Token) -> bool:
    before = _beside(token, -1)
    return before is not None and (before.lower_ in HONORIFICS or (before.lower_ in TITLES and before.lower_ != "chief"))


def _is_placed(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "to", "from") and token.ent_type_ in ("GPE", "LOC", "FAC")


def _is_used_as_body(token: Token) -> bool:
    if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near"):
        return False
    return (
        _has_what_bodies_have(token)
        or _is_called_body(token)
        or _takes_part(token)
        or _is_it(token)
        or (token.text.isupper() and token.dep_ in ("nsubj", "poss") and 2 < len(token) < 7)
        or (token.ent_type_ == "ORG" and token.dep_ in ("nsubj", "poss") and token.head.pos_ in ("VERB", "AUX"))
    )


def _is_people(token: Token) -> bool:
    """'The Greens want', 'the Sunda have': many under one name, who do something."""
    has_article = has_left(token, ("the",))
    verb = token.head
    if not has_article or token.dep_ != "nsubj" or verb.pos_ not in ("VERB", "AUX"):
        return False
    are_many = verb.tag_ == "VBP" or any(
        c.dep_ == "aux" and c.tag_ == "VBP" and c.lower_ in ("have", "are", "do") for c in verb.children
    )
    return are_many or (token.tag_ == "NNPS" and token.ent_type_ not in ("GPE", "LOC", "FAC"))


def _has_what_bodies_have(token: Token) -> bool:
    """'Nordvik's board', 'a spokesman for Nordvik', 'Nordvik chief executive Anna Berg'."""
    after = token.doc[token.i + 1 : token.i + 6]
    is_owner = len(after) > 0 and after[0].tag_ == "POS"
    owned = token.head.lower_ if token.dep_ == "poss" else ""
    if is_owner and (owned in _OWNED or owned in _OFFICES):
        return True
    if is_owner and any(t.lower_ in _STATE_POSTS for t in _post_behind(after[1:])):
        return True
    if len(after) > 1 and after[0].lower_ == "chief" and after[1].lower_ == "executive":
        return True
    before = token.doc[max(0, token.i - 2) : token.i]
    return len(before) == 2 and before[1].lower_ == "for" and before[0].lower_ in TITLES - FOR_SOMETHING


def _post_behind(after: Span) -> Iterator[Token]:
    """The words of a post: 'deputy prime minister' of 'Norvan's deputy prime minister, Per Lund'."""
    return takewhile(lambda t: t.lower_ in TITLES | _STATE_POSTS or t.pos_ in ("ADJ", "NOUN") or t.lower_ == "prime", after)


def _is_called_body(token: Token) -> bool:
    """'the train operator Nordvik', 'Nordvik, based in Oslo', 'Nordvik, which', 'Nordvik, a bank'."""
    before = _beside(token, -1)
    if before is not None and before.pos_ == "NOUN" and before.lower_ in BODY_NOUNS:
        return True
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) == 2 and after[0].text == "," and after[1].lower_ in ("which", "based", "headquartered"):
        return True
    return has_child(token, BODY_NOUNS, "appos")


def _takes_part(token: Token) -> bool:
    """'talks between Nordvik and ...', 'a deal with Nordvik', 'delegations from Nordvik', 'the guild met Nordvik'."""
    at = token.head if token.dep_ == "conj" else token
    if token.dep_ == "dobj" and token.ent_type_ == "ORG" and token.head.lemma_ in _MEETING:
        return True
    if at.dep_ != "pobj":
        return False
    is_where = token.ent_type_ in ("GPE", "LOC", "FAC")
    if at.head.lower_ == "of" and has_left(token, ("the",)) and not is_where and _is_of_members(at.head.head):
        return True
    is_sent = at.head.lower_ == "from" and at.head.head.tag_ == "NNS" and at.head.head.lemma_.lower() in _SENT
    return is_sent or (at.head.lower_ in _JOINED_BY and at.head.head.lemma_.lower() in _JOINING)


def _is_of_members(member: Token) -> bool:
    """'Ada Berg of the Greens', 'leaders of the Greens': who belongs to it."""
    return member.ent_type_ == "PERSON" or (member.lower_ in _MEMBERS and (member.is_sent_start or member.text.islower()))


def _is_it(token: Token) -> bool:
    """The subject of a sentence that takes it up with 'its', no other subject between."""
    if token.dep_ != "nsubj" or token.head.pos_ not in ("VERB", "AUX"):
        return False
    behind = token.doc[token.i + 1 : min(token.i + 25, token.sent.end)]
    its = next((t for t in behind if t.lower_ == "its"), None)
    return its is not None and not any(t.dep_ in ("nsubj", "nsubjpass") for t in token.doc[token.i + 1 : its.i])
