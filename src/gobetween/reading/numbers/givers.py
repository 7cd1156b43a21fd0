"""Who gives a figure, beyond who is quoted: the subject that puts a thing at it, and whoever stands behind "figures from"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs
from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Speaker
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.numbers.governors import BODIES, gapped_subject, thing_put_at
from gobetween.reading.syntax import child_called
from gobetween.reading.word_lists import words

_TALLIES = words("figure data datum statistic tally count number record toll estimate survey poll")
_SPEAKING = words("speak talk tell know")
_COUNTING = words("count tally estimate document verify record register log acknowledge admit confirm")
_SHOWING = words("find show suggest indicate reveal")
_SHOWERS = words("poll survey study picture image photograph census analysis research map log")
_FORECASTING = words("forecast predict project assume reckon calculate")
_TELLING = words("say report claim state note add")
_CLAIMS = words("claim report assertion allegation charge estimate contention statement")
_RECKONING = words("reckon estimate calculate forecast predict think believe claim")
_ACCUSING = words("accuse blame charge suspect")
_RECKONINGS = words("count reckon reckoning estimate account tally calculation figure estimation assessment")
_OBJECTS = frozenset({"pobj", "pcomp"})
_COUNTS = words("count tally survey poll estimate census reckoning calculation")
_COMING_TO = words("come reach run stand total put arrive give")
_GIVING = words("give cite quote publish release issue")
_ESTIMATING = words("estimate calculate reckon assume report")
_SCALES = words("thousand million billion trillion percent")
_LEAD = re.compile(r"(?:an?|the|its|new|official|latest) ", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?(?P<name>\S.{2,90})$", re.IGNORECASE)


def putter_of(token: Token, clean: CleanText) -> Speaker | None:
    """Whoever puts something at the number ("the ministry put its dead at 13"); `None` where nobody does, or only a pronoun."""
    put = thing_put_at(token)
    return _named(put[1] if put else next((each for way in _WAYS if (each := way(token)) is not None), None), clean)


def teller_of(token: Token, clean: CleanText) -> Speaker | None:
    """To whom the clause around the number is laid: "40 died, according to the mayor", "the guild says 40"; none for a pronoun."""
    if (source := _source_of_all(token)) is not None:
        return _named(source, clean)
    for each in token.ancestors:
        for part in each.children:
            if part.lower_ == "according" and not part.is_ancestor(token):
                to = child_called(part, ("to",))
                return _named(next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None, clean)
        if each.dep_ == "ccomp" and each.head.lemma_ in _TELLING and each.head.pos_ == "VERB":
            who = next((child for child in each.head.children if child.dep_ == "nsubj"), None)
            is_counted = who is not None and any(child.dep_ == "nummod" for child in who.children)
            return None if is_counted else _named(who, clean)  # "300 left, X said, and Y says 40 returned" is parsed so
    return None


def _source_of_all(token: Token) -> Token | None:
    """To whom a sentence is laid at its end: "900 flights fell out, stranding 40,000, according to the airline."."""
    sentence = token.sent
    part = next((each for each in reversed(sentence) if each.lower_ == "according"), None)
    if part is None or part.i < token.i or part.i == sentence.start or part.nbor(-1).text != ",":
        return None
    to = next((child for child in part.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    is_last = source is not None and all(
        each.is_punct or each.is_space for each in sentence.doc[source.right_edge.i + 1 : sentence.end]
    )
    return source if is_last else None


def _named(subject: Token | None, clean: CleanText) -> Speaker | None:
    if subject is None or subject.pos_ == "PRON":
        return None
    subject = next((c for c in subject.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"), subject)
    first, last = subject.left_edge, _last_of(subject)
    start, end = first.idx, last.idx + len(last)
    passage = clean.passage((start, end))
    return Speaker(passage, passage.text.removeprefix("The ").removeprefix("the "), source_type=_kind(subject))


def _speaker_of(token: Token) -> Token | None:
    """Who speaks of so many: "the company spoke of fewer than 9,000"."""
    above = _top(token)
    verb = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "of" else None
    if verb is None or verb.lemma_ not in _SPEAKING:
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _owner_of_tally(token: Token) -> Token | None:
    """Whose count it is: "the union's own estimate is 600 jobs"."""
    above = _top(token)
    if above.dep_ == "pobj" and above.head.lower_ == "of" and above.head.head.lemma_ in _TALLIES:
        return next((child for child in above.head.head.children if child.dep_ == "poss"), None)
    if above.dep_ != "attr" or above.head.lemma_ != "be":
        return None
    tally = next((child for child in above.head.children if child.dep_ == "nsubj" and child.lemma_ in _TALLIES), None)
    return next((child for child in tally.children if child.dep_ == "poss"), None) if tally is not None else None


def _counter_of(token: Token) -> Token | None:
    """Who counted so many: "the harbour police counted 40 boats"."""
    at = _top(token)
    at = at.head if at.dep_ == "nummod" else at
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.dep_ == "dobj" and at.head.head.head.lemma_ in _FORECASTING:
        at = at.head.head  # "forecasts growth of 2 percent"
    verb = at.head
    if at.dep_ not in {"dobj", "nsubj"} or at.i < verb.i or verb.lemma_ not in _COUNTING | _FORECASTING or verb.pos_ != "VERB":
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)


def _shower_of(token: Token) -> Token | None:
    """The tally or the poll that shows it: "a poll by the chamber found 60 percent in favour"."""
    for each in token.ancestors:
        if each.lemma_ in _SHOWING and each.pos_ == "VERB":
            return next((child for child in each.children if child.dep_ == "nsubj" and child.lemma_ in _TALLIES | _SHOWERS), None)
    return None


def _arriver_of(token: Token) -> Token | None:
    """Who comes to so many by reckoning: "the institute arrives at less than 6 billion"."""
    above = _top(token)
    if above.dep_ != "pobj" or above.head.lower_ != "at" or above.head.head.lemma_ != "arrive":
        return None
    is_large = token.lower_ in _SCALES or above.lower_ in _SCALES or len(token.text) > 2
    return next((child for child in above.head.head.children if child.dep_ == "nsubj"), None) if is_large else None


def _estimator_of(token: Token) -> Token | None:
    """By whom it is estimated: "it is estimated by the mission that 40 people died"."""
    for each in token.ancestors:
        verb = each.head
        if each.dep_ in {"ccomp", "csubj", "xcomp"} and verb.tag_ == "VBN" and verb.lemma_ in _ESTIMATING:
            by = child_called(verb, ("by",))
            return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    return None


def _reckoner_of(token: Token) -> Token | None:
    """Who reckons so: "it will cost 200 million, the chamber reckons"; of such verbs the nearest above the number."""
    for each in token.ancestors:
        if each.dep_ == "ccomp" and each.head.lemma_ in _RECKONING and each.head.pos_ == "VERB":
            if any(child.dep_ == "neg" for child in each.head.children):
                return None
            return next((child for child in each.head.children if child.dep_ == "nsubj"), None)
    return None


def _claimer_of(token: Token) -> Token | None:
    """Whose claim it is that so many: "they denied the army's claim that 40 had died"."""
    for each in token.ancestors:
        if each.dep_ in {"acl", "ccomp"} and each.head.lemma_ in _CLAIMS and each.head.pos_ == "NOUN":
            return next((child for child in each.head.children if child.dep_ == "poss"), None)
    return None


def _accuser_of(token: Token) -> Token | None:
    """Whoever accuses somebody of it, unless it is all laid to others: "the army accused the rebels of an attack, killing three"."""
    for each in token.ancestors if _source_of_all(token) is None else ():
        if each.lemma_ in _ACCUSING and each.pos_ == "VERB":
            accuser = next((child for verb in _joined(each) for child in verb.children if child.dep_ in {"nsubj", "agent"}), None)
            if accuser is not None and accuser.dep_ == "agent":
                accuser = next((child for child in accuser.children if child.dep_ == "pobj"), None)
            return accuser if accuser is not None and accuser.i != token.i and not accuser.is_ancestor(token) else None
    return None


def _joined(verb: Token) -> Iterator[Token]:
    """The verb and those whose subject it shares: "backs the deal and accused the board"."""
    yield verb
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        yield verb


def _reckoned_by(token: Token) -> Token | None:
    """By whose count it is so: "which by Ostrail's count forced it to cancel 1,900 trains", "31 times by her own reckoning"."""
    clause = {token, *token.ancestors}
    for each in token.sent:
        if (
            each.lemma_ in _RECKONINGS
            and each.dep_ in _OBJECTS
            and each.head.lower_ == "by"
            and clause & {each.head, *each.head.ancestors}
        ):
            return next((child for child in each.children if child.dep_ == "poss"), None)
    return None


def _count_that_came_to(token: Token) -> Token | None:
    """The count that came to so many: "a village count came to 71 a day"."""
    verb = next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma_ not in _COMING_TO:
        return None
    count = next((child for child in verb.children if child.dep_ == "nsubj" and child.lemma_ in _COUNTS), None)
    return count if count is not None and not count.is_ancestor(token) else None


def _giver_of_tally(token: Token) -> Token | None:
    """Who gives the tally: "the mayor gave a figure of 51"."""
    above = _top(token)
    tally = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "of" else None
    if tally is None or tally.lemma_ not in _TALLIES or tally.dep_ != "dobj" or tally.head.lemma_ not in _GIVING:
        return None
    return next((child for child in tally.head.children if child.dep_ == "nsubj"), None)


_WAYS = (
    _speaker_of,
    _giver_of_tally,
    _claimer_of,
    _owner_of_tally,
    _reckoned_by,
    _count_that_came_to,
    _accuser_of,
    _counter_of,
    gapped_subject,
    _shower_of,
    _arriver_of,
    _estimator_of,
    _reckoner_of,
)


def _last_of(subject: Token) -> Token:
    """The last word of a name; of a tally, of whose it is: "a poll by the chamber"."""
    of = next((child for child in subject.rights if child.lower_ in {"by", "from", "of"}), None) if subject.lemma_ in _TALLIES else None
    return subject if of is None else of.right_edge


def _top(token: Token) -> Token:
    while token.dep_ in {"nummod", "compound", "quantmod"} and token.head.i > token.i:
        token = token.head
    return token


def _kind(subject: Token) -> SourceType:
    if subject.ent_type_ == "PERSON":
        return SourceType.NAMED_PERSON
    is_body = subject.ent_type_ in {"ORG", "GPE", "NORP"} or subject.lemma_.lower() in BODIES
    return SourceType.BODY if is_body else SourceType.UNKNOWN


def known_as(giver: Speaker, known: Iterable[Speaker]) -> Speaker:
    """The giver with the full name and the side of the only one known whose name ends with its words: "Berg", "the union".

    Of the same name, the first counts; where two different ones fit, nobody is meant for certain.
    """
    tail = f" {giver.name.casefold()}"
    fitting = {each.name: each for each in reversed(tuple(known)) if f" {each.name.casefold()}".endswith(tail)}
    if len(fitting) != 1:
        same = fitting.get(giver.name)
        return giver if same is None else attrs.evolve(same, passage=giver.passage)
    (each,) = fitting.values()
    return attrs.evolve(each, passage=giver.passage)


def behind(speaker: Speaker) -> Speaker:
    """The speaker, or whoever stands behind it where only a tally speaks: "figures from both governments" are theirs."""
    head = _LEAD.sub("", speaker.name).split(" ")[0].lower()
    match = _BEHIND.search(speaker.passage.text)
    if match is None or not ({head, head.removesuffix("s")} & _TALLIES):
        return speaker
    return attrs.evolve(speaker, name=match["name"].split(",")[0])
