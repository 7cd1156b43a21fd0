"""Villages, towns and districts that act as one: 'Upham insists on the bridge', 'Weld Parish refuses to pay'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen
from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.genders import HE, SHE
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import BODY_NOUNS, COLLECTIVES, HONORIFICS, PLACE_STARTS, SETTLEMENTS, TITLES, WILLING
from gobetween.reading.syntax import has_child, tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_WILL_NOUNS = words("demand offer refusal proposal insistence objection rejection consent position stance answer counter-offer terms")
_BARGAINS = words("deal bargain agreement pact compromise balance")
_TALKS = _BARGAINS | words("talk negotiation dispute quarrel row treaty accord feud settlement")
# people who stand for their place
_INHABITANTS = words(
    "villager resident people family parent herder councillor elder side inhabitant townspeople citizen ratepayer voter householder"
)
_PEOPLE = TITLES | COLLECTIVES | BODY_NOUNS | SETTLEMENTS | _INHABITANTS
_QUARRELLING = words("quarrel feud squabble wrangle bicker haggle")
_GIVING = words("offer give pay sell say concede promise send submit propose answer reply listen yield return according")
_ARRIVING = words("leave reach visit enter cross pass hit flood tour approach near see")
_JOINING = frozenset({"with", "between", "against", "among", "for", "by", "unlike", "like", "than", "as"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW", "EVENT", "WORK_OF_ART"}
)
_NO_NAMES = (
    TITLES
    | COLLECTIVES
    | HONORIFICS
    | SETTLEMENTS
    | words("god heaven nature fate justice hope everyone nobody internet ramadan eid passover lent reconvene negotiations")
)
_LONGEST = 4
_SEEN = 30  # tokens behind a name in which 'he' or 'she' makes a person of it


@frozen
class _Run:
    """Capitalised words that stand together: tokens `[start, end)`."""

    doc: Doc
    start: int
    end: int

    @property
    def head(self) -> Token:
        return self.doc[self.end - 1]

    @property
    def words(self) -> str:
        return str(self.doc[self.start : self.end].text)


def places_that_act(doc: Doc, names: Names) -> Iterator[Mention]:
    """Places that the text lets want, refuse or bargain at least once, wherever they act; 'in Upham' and 'the Upham road' name nobody.

    'Upham' is Upham Village where the text names that one. Linear in the text's length.
    """
    runs: dict[str, list[_Run]] = {}
    for run in _runs(doc, names):
        runs.setdefault(run.words, []).append(run)
    full = _full_names(runs)
    willing = {full.get(name, name) for name, where in runs.items() if any(_wills(run.head) for run in where)}
    for name, where in runs.items():
        called = full.get(name, name)
        if called in willing and not any(_is_person(run) for run in where):
            yield from _named(where, called)


def _runs(doc: Doc, names: Names) -> Iterator[_Run]:
    """Names of one word, and longer ones that end in a word for a settlement or that the parser takes for a place."""
    end = 0
    for token in tokens_of(doc, PROPN, NOUN):
        if token.i < end or not _may_begin(token, names):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= _LONGEST and _goes_on(doc[end], names):
            end += 1
        run = _Run(doc, token.i, end)
        before = doc[token.i - 1] if token.i else None
        if before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and before.lower_ not in HONORIFICS:
            continue
        is_settlement = run.head.lower_ in SETTLEMENTS or (token.lower_ in PLACE_STARTS and end > token.i + 1)
        is_lone = end == token.i + 1 and (token.pos_ == "PROPN" or not token.is_sent_start)
        if is_lone or is_settlement or (run.head.ent_type_ in _PLACES and run.head.pos_ == "PROPN" and end > token.i + 1):
            yield run


def _may_begin(token: Token, names: Names) -> bool:
    is_name = len(token) > 1 and token.text[:1].isupper() and not token.text.isupper() and token.lower_ not in _NO_NAMES
    return is_name and token.ent_type_ not in _NO_PLACES and names.at(token) is None


def _goes_on(token: Token, names: Names) -> bool:
    is_name = token.text[:1].isupper() and token.pos_ == "PROPN"
    return is_name and token.ent_type_ not in _NO_PLACES and names.at(token) is None and not token.is_sent_start


def _full_names(runs: Iterable[str]) -> dict[str, str]:
    """'Lowick Village' for 'Lowick', where the text has one such name only."""
    longer: dict[str, set[str]] = {}
    for name in runs:
        bare, _, last = name.rpartition(" ")
        if bare and last.lower() in SETTLEMENTS:
            longer.setdefault(bare, set()).add(name)
    return {bare: full for bare, (full, *more) in ((b, sorted(n)) for b, n in longer.items()) if not more}


def _wills(token: Token) -> bool:
    """Whether it is the one who wants, refuses, bargains: as a subject, behind 'by', or by its offer."""
    at = token.head if token.dep_ == "conj" and token.head.pos_ == "PROPN" else token
    if at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.lower_ == "of" and at.head.head.lower_ in SETTLEMENTS:
        at = at.head.head  # 'the village of Upham insists'
    verb = at.head
    if at.dep_ in ("nsubj", "nsubjpass"):
        return any(_is_willing(each) for each in (verb, *verb.conjuncts) if each.i >= verb.i)
    if at.dep_ == "pobj" and at.head.dep_ == "agent":
        return verb.head.lemma_ in WILLING
    return at.dep_ == "poss" and verb.lemma_.lower() in _WILL_NOUNS


def _is_willing(verb: Token) -> bool:
    if verb.lemma_ in ("strike", "make", "reach"):
        return any(c.dep_ == "dobj" and c.lemma_ in _BARGAINS for c in verb.children)
    if verb.lemma_ in ("threaten", "call"):  # a storm threatens the coast; who threatens to do something is somebody
        return any(c.dep_ == "xcomp" or c.lower_ == "for" for c in verb.children)
    if verb.lemma_ == "be":
        return has_child(verb, ("ready", "willing", "prepared", "unwilling"), "acomp")
    return verb.lemma_ in WILLING or verb.lemma_ in _QUARRELLING


def _is_person(run: _Run) -> bool:
    """Whether a title before it, or 'he' or 'she' soon behind it, makes a person of a lone name."""
    if run.end - run.start > 1:
        return False
    before = run.doc[run.start - 1] if run.start else None
    if before is not None and (before.lower_ in HONORIFICS or (before.lower_ in TITLES and before.dep_ in ("compound", "nmod"))):
        return True
    return run.head.dep_ in ("nsubj", "nsubjpass") and _is_taken_up(run)


def _is_taken_up(run: _Run) -> bool:
    """Whether the next subject, or the name's own clause, goes on with 'he' or 'she'."""
    for token in run.doc[run.end : run.end + _SEEN]:
        if token.lower_ in HE | SHE or token.lower_ == "who":
            return True
        if token.pos_ == "PROPN" and token.dep_ in ("nsubj", "nsubjpass", "poss", "appos"):
            return False
    return False


def _named(where: Iterable[_Run], name: str) -> Iterator[Mention]:
    for run in where:
        if _describes(run.head):
            yield Mention(run.start, run.end, name, name, "organisation", is_adjective=True)
        elif _acts_or_is_dealt_with(run.head):
            yield Mention(run.start, run.end, name, name, "organisation")


def _describes(token: Token) -> bool:
    """'Lowick villagers', 'the Lowick delegation'."""
    return token.dep_ in ("compound", "nmod", "amod") and token.head.lemma_.lower() in _PEOPLE and token.head.i > token.i


def _acts_or_is_dealt_with(token: Token) -> bool:
    at = token.head if token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN") else token
    above = at.head
    if at.dep_ == "pobj":
        word, what = above.lower_, above.head.lemma_.lower()
        if word in _JOINING:
            return True
        if word in ("of", "from"):
            return what in _PEOPLE or what in _WILL_NOUNS or what in _TALKS
        return word == "to" and what in _GIVING
    if at.dep_ in ("compound", "nmod", "amod"):
        return False
    return at.dep_ != "dobj" or above.lemma_ not in _ARRIVING
