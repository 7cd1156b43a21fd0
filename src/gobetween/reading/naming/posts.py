"""Whose post a title is: by a name in it, by 'its' and 'their', by the body or the side that it takes up."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Span, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, POWERS, TITLES
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.topics import topic_before
from gobetween.reading.syntax import SUBJECTS

_FAR = 400  # tokens looked back over for a body
# a bare post of these is in the body that the text is about
_POSTS_OF_BODIES = frozenset(
    {"executive", "chairman", "chairwoman", "chairperson", "spokesman", "spokeswoman", "spokesperson", "manager"}
)
_QUOTES = frozenset({'"', "“", "”", "''"})
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BODIES_SENT = frozenset({"panel", "mission", "negotiators", "envoys"})
_SENDING = frozenset({"send", "dispatch", "appoint"})
_LEADING = frozenset({"lead", "head", "chair", "represent"})
_REPRESENTING = frozenset({"speak", "represent", "lead", "head", "chair", "negotiate"})
_QUOTED = 80  # tokens of a quotation looked back over
_SENTENCES_BACK = 2  # a quotation may stand between
_BRACKETED = 3  # tokens of letters in brackets
_LONGEST = 14  # tokens of a title, at most
_GOVERNING = frozenset({"governor", "premier", "minister"})


def actor_of_post(names: Names, person: Mention, start: int, title: tuple[int, int]) -> str | None:
    """The actor to whom the post in tokens `title` belongs, whose words begin at `start`; `None` where the text does not say."""
    first, end = title
    is_ambassador = any(names.doc[i].lower_ == "ambassador" for i in range(start, end))
    return (
        (_actor_of_ambassador(names, start, end) if is_ambassador else actor_among(names, start, end))
        or _region_governed(names, start, end)
        or _actor_behind(names, person)
        or actor_by_pronoun(names, start, end)
        or _actor_by_noun(names, start, end)
        or _actor_by_topic(names, first, end)
        or _actor_by_first_title(names, start)
    )


def _region_governed(names: Names, start: int, end: int) -> str | None:
    """The region in 'governor of Upper Norvan', 'premier of Lowick', which nobody has listed."""
    doc = names.doc
    of = next((i for i in range(start, end - 1) if doc[i].lower_ == "of" and i > start and doc[i - 1].lower_ in _GOVERNING), None)
    if of is None or (doc[of - 1].lower_ == "minister" and doc[of - 2].lower_ not in ("first", "chief")):
        return None
    region = [t.text for t in takewhile(lambda t: t.pos_ == "PROPN" and t.text[:1].isupper(), doc[of + 1 : end])]
    return " ".join(region) or None


def run_start(names: Names, end: int) -> int:
    """Where the words of a title that ends before token `end` begin, whose it is with them."""
    doc, at = names.doc, end
    while at > 0 and end - at < _LONGEST:
        token = doc[at - 1]
        if token.lower_ in TITLES and token.dep_ == "compound":  # 'party head Ada Berg', whatever the parser takes 'head' for
            at -= 1
            continue
        if token.text == ")" and at > _BRACKETED and doc[at - _BRACKETED].text == "(":
            at -= _BRACKETED  # 'Tamask Liberation Army (TLA) commander Ada Berg'
            continue
        if (
            token.is_space
            or (token.is_punct and token.text not in ("-", "'", "’"))
            or (token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON") and token.tag_ != "PRP$")
        ):
            break
        if token.pos_ == "ADP" and token.lower_ not in ("of", "for", "to", "at"):
            break
        mention = names.at(at - 1)
        if mention is not None and mention.is_person:
            break
        at -= 1
    return at


def actor_among(names: Names, start: int, end: int) -> str | None:
    """The first actor named among tokens `[start, end)`."""
    return next((m.actor for m in names.mentions(start, end) if not m.is_person and m.actor), None)


def _actor_of_ambassador(names: Names, start: int, end: int) -> str | None:
    """Whose ambassador somebody is: a land's at the United Nations ("Norvan's UN ambassador Ada Berg"), never theirs."""
    sending = [m.actor for m in names.mentions(start, end) if not m.is_person and m.actor]
    lands = [actor for actor in sending if actor in names.states]
    others = [actor for actor in sending if actor != "United Nations"]
    return next(iter([*lands, *others]), names.parts.only_land if sending else None)


def _actor_behind(names: Names, person: Mention) -> str | None:
    doc = names.doc
    if person.end < len(doc) and doc[person.end].lower_ in ("of", "from"):
        stop = min(person.end + 5, len(doc))
        return actor_among(names, person.end + 1, stop)
    return None


def actor_described(names: Names, person: Mention) -> str | None:
    """Whose a person without a post is: 'Ada Berg of the Rail Guild', 'Ada Berg, who speaks for Norway', 'Ada Berg leads the guild'."""
    doc, head = names.doc, names.doc[person.end - 1]
    if (leading := _led(names, head)) is not None:
        return leading
    if person.end + 1 < len(doc) and doc[person.end].lower_ == "of":
        behind = next(names.mentions(person.end + 1, min(person.end + 4, len(doc))), None)
        return behind.actor if behind is not None and behind.kind in ("organisation", "group", "body") else None
    clause = next((c for c in head.rights if c.dep_ == "relcl" and c.left_edge.lower_ == "who" and c.lemma_ in _REPRESENTING), None)
    if clause is None and head.dep_ == "nsubj" and head.head.lemma_ in _REPRESENTING:
        clause = head.head
    if clause is None:
        return None
    word = "for" if clause.lemma_ in ("speak", "negotiate") else None
    holder = next((c for c in clause.rights if (c.lower_ == word if word else c.dep_ == "dobj")), None)
    if holder is None or (holder.dep_ == "dobj" and names.at(holder) is None and holder.lower_ not in COLLECTIVES | _BODIES_SENT):
        return None  # who leads talks with a union is not of the union
    return actor_among(names, holder.left_edge.i, holder.right_edge.i + 1) or actor_by_pronoun(names, holder.left_edge.i, holder.i)


def _led(names: Names, person: Token) -> str | None:
    """Whose delegation a person leads: 'the Norvanian team is headed by Ada Berg', 'the guild's team, led by Ada Berg'."""
    at = person.head if person.dep_ == "appos" else person
    if at.dep_ == "dobj" and at.head.lemma_ in _SENDING:  # 'Norvan sent its former minister Ada Berg'
        sender = names.at(subject) if (subject := next((c for c in at.head.lefts if c.dep_ == "nsubj"), None)) is not None else None
        return sender.actor if sender is not None and not sender.is_person and not sender.is_adjective else None
    by = at.head
    verb = by.head
    if at.dep_ != "pobj" or by.lower_ != "by" or verb.lemma_ not in _LEADING:
        return None
    led = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if led is None or (led.lower_ not in COLLECTIVES and names.at(led) is None):
        return None  # talks that a mediator leads are not his
    mention = names.at(led)
    if mention is not None:
        return mention.actor if not mention.is_person else None
    return actor_among(names, led.left_edge.i, led.i)


def actor_by_pronoun(names: Names, start: int, end: int) -> str | None:
    """The actor nearest before 'its' or 'their' within the sentence: 'Hamas, led by the leader of its bureau ...'.

    Where the sentence opens with it, the subject of the sentence before in its paragraph: 'The trust refused. Its director, Ada Berg'.
    """
    at = next((i for i in range(start, end) if names.doc[i].lower_ in ("its", "their")), None)
    if at is None:
        return None
    if names.doc[at].is_sent_start:
        return _body_of(names, topic_before(names.doc[at]))
    sentence = names.doc[start].sent
    earlier = [m for m in names.mentions(sentence.start, start) if not m.is_person and not m.is_adjective and m.actor]
    subject = next((m for m in earlier if any(t.dep_ in SUBJECTS for t in names.doc[m.start : m.end])), None)
    if subject is not None or earlier:
        return subject.actor if subject is not None else earlier[-1].actor
    return _body_of(names, _subject_before_quotation(names.doc[at])) or _body_just_before(names, sentence)


def _body_just_before(names: Names, sentence: Span) -> str | None:
    """The first body that does something in the sentence before, of its paragraph: 'Norvan refused. Ada Berg, its envoy, left'."""
    doc, start = names.doc, sentence.start
    for _ in range(_SENTENCES_BACK):
        if start == 0 or "\n" in doc[start - 1].text_with_ws:
            return None
        before = doc[start - 1].sent
        first = next((t for t in before if t.dep_ in SUBJECTS and t.pos_ in ("NOUN", "PROPN")), None)
        mention = names.at(first) if first is not None else None
        if first is not None and first.i < start:
            return mention.actor if mention is not None and not mention.is_person and not mention.is_adjective else None
        start = before.start
    return None


def _subject_before_quotation(pronoun: Token) -> Token | None:
    """The last subject of the sentence before one that is a quotation up to 'its': 'The guild asks for 11. "...," its envoy said'."""
    doc, sentence = pronoun.doc, pronoun.sent
    before = doc[sentence.start : pronoun.i]
    if len(before) and before[-1].text not in _QUOTES | {","}:
        return None
    start = sentence.start
    while start > 0 and doc[start].text not in _QUOTES and pronoun.i - start < _QUOTED:
        start -= 1
    if doc[start].text not in _QUOTES or start == 0 or doc[start - 1].is_space:
        return None
    said = doc[start - 1].sent
    subjects = [t for t in said if t.dep_ in SUBJECTS and t.pos_ in ("NOUN", "PROPN") and t.i < start]
    return subjects[-1] if subjects else None


def _body_of(names: Names, token: Token | None) -> str | None:
    """The actor that a word names, or the side that it calls by a noun: 'the Alvan government'."""
    named = names.at(token) if token is not None else None
    if named is not None:
        return named.actor if not named.is_person and not named.is_adjective else None
    return _side_of(names, token.i) if token is not None else None


def _side_of(names: Names, i: int) -> str | None:
    """A side without a name, by its words: 'government', 'Alvan government'; nobody's where it is not one that the text knows."""
    token = names.doc[i]
    if (player := names.parts.of(token)) is not None:
        return player
    if token.lower_ not in POWERS or token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [t for t in token.subtree if t.i <= i]
    if not words or words[0].lower_ != "the":
        return None
    owner = next((m.actor for m in names.mentions(words[0].i, i) if m.actor), None)
    return owner or "".join(t.text_with_ws for t in words[1:]).strip()


def _actor_by_noun(names: Names, start: int, end: int) -> str | None:
    """The body named before that 'the union's' takes up."""
    owner = next((i for i in range(start, end - 1) if names.doc[i].lower_ in COLLECTIVES and names.doc[i + 1].tag_ == "POS"), None)
    if owner is None:
        return None
    noun = names.doc[owner].lower_
    if (side := _side_of(names, owner)) is not None:
        return side
    earlier = [m.actor for m in names.mentions(max(0, start - _FAR), start) if m.actor and noun in m.name.lower().split()]
    return earlier[-1] if earlier else None


def _actor_by_first_title(names: Names, start: int) -> str | None:
    """Whose a first title is that stands apart before the second: 'Its chair, Ambassador Ada Berg'."""
    doc, comma = names.doc, start - 1
    if comma < 1 or doc[comma].text != "," or doc[comma - 1].lower_ not in TITLES or names.at(comma - 1) is not None:
        return None
    first = run_start(names, comma)
    return actor_among(names, first, comma) or actor_by_pronoun(names, first, comma) or _actor_by_noun(names, first, comma)


def _actor_by_topic(names: Names, start: int, end: int) -> str | None:
    """The firm or body that the sentence before is about: 'Nordvik raised its bid. Chief executive Ada Berg said ...'."""
    doc = names.doc
    if (spoken := _spoken_for_last(names, start, end)) is not None:
        return spoken
    is_bare = start == doc[start].sent.start and all(doc[i].lower_ in TITLES for i in range(start, end))
    if not is_bare or start == 0 or not any(doc[i].lower_ in _POSTS_OF_BODIES for i in range(start, end)):
        return None
    before = doc[start - 1].sent
    topics = [m for m in names.mentions(before.start, before.end) if m.kind == "organisation" and doc[m.end - 1].dep_ in SUBJECTS]
    return topics[-1].actor if topics else None


def _spoken_for_last(names: Names, start: int, end: int) -> str | None:
    """The body that spoke last, where a bare spokesman follows its words: 'The guild refused. "...," said spokeswoman Ada Berg'."""
    doc = names.doc
    is_spokesman = all(doc[i].lower_ in _SPOKES for i in range(start, end)) and start > 0
    if not is_spokesman or not (doc[start - 1].lower_ in ("said", "says", "a", "added") or doc[start].is_sent_start):
        return None
    at = doc[start].sent.start
    for _ in range(_SENTENCES_BACK + 1):
        if at == 0:
            return None
        before = doc[at - 1].sent
        subjects = [
            m
            for m in names.mentions(before.start, before.end)
            if not m.is_person and not m.is_adjective and doc[m.end - 1].dep_ == "nsubj" and doc[m.end - 1].head.dep_ == "ROOT"
        ]
        if subjects:
            return subjects[0].actor
        at = before.start
    return None
