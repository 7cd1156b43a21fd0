"""Disputed facts: what one says and another denies, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.symbols import AUX, VERB
from spacy.tokens import Span, Token

from gobetween.model.evidence import DisputeMention, Statement
from gobetween.model.passages import Passage
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, is_negated, noun_phrase, subject_of, tokens_of
from gobetween.reading.talks.agents import clause_tokens, issue_words, parties_of
from gobetween.reading.talks.differences.counterfigures import Claimed, find_counterfigures
from gobetween.reading.talks.positions.stances import UNTRUE
from gobetween.reading.word_lists import words

_DENYING = words("deny dispute refute contest doubt question rebut")
_REJECTING = words("reject dismiss deny refute dispute contest")
_DENIED = _REJECTING | _DENYING
_DENIALS = _DENIED | {"call", "disagree", "be"}
_CHARGES = words(
    "accusation allegation claim charge report account version figure number assertion suggestion estimate count statement"
)
_TAKEN_UP = frozenset({"this", "that", "it", "these", "those", "which"})
_ACCUSING = words(
    "accuse blame charge allege claim say tell put report assert maintain contend estimate speak count signal suggest arrive indicate"
)
_REFUSING = frozenset({"reject", "dismiss"})
_WISHING = words("insist demand want propose offer urge call ask request suggest")
_FAR = 3  # sentences looked back over
_SHARED = 2  # words in common between what is denied and what was said


@frozen
class _Denial:
    """A denial: its verb, who denies, and the tokens that are denied, if it says them itself."""

    verb: Token
    by: str
    denied: tuple[int, int] | None


@frozen
class _Assertion:
    passage: Passage
    by: str
    matter: str
    of: str = ""  # who is accused
    is_wish: bool = False  # a demand or an offer: what is rejected is no fact


def find_disputes(scene: Scene, voices: Voices) -> tuple[DisputeMention, ...]:
    """All facts that the text says are disputed, in the order of their denials."""
    found: dict[tuple[int, int, str], DisputeMention] = {}
    for token in tokens_of(scene.doc, VERB, AUX):
        if scene.quoted.at(token) < 0:
            for denial in _denials(scene, token):
                mention = _mention(scene, voices, denial)
                if mention is not None:
                    found.setdefault((mention.passage.start, mention.passage.end, mention.denied_by), mention)
    for claim, other in find_counterfigures(scene):
        mention = _countered(scene, claim, other)
        if mention is not None and not any(_overlap(told.passage, mention.passage) for told in found.values()):
            found[(mention.passage.start, mention.passage.end, mention.denied_by)] = mention
    return tuple(found.values())


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _countered(scene: Scene, claim: Claimed, other: Claimed) -> DisputeMention | None:
    """A figure that another sets his own against."""
    passage = scene.passage(*claim.tokens)
    if passage is None:
        return None
    return DisputeMention(passage, _short(passage.text), claim.by, other.by, denial=scene.passage(*other.tokens))


# --- denials ----------------------------------------------------------------------------------------------------------------------


def _denials(scene: Scene, verb: Token) -> Iterator[_Denial]:
    lemma = verb.lemma_.lower()
    if lemma not in _DENIALS:
        return
    if lemma == "be":
        says = verb.head if verb.dep_ == "ccomp" else verb
        if _is_unaware(verb) and (by := _denier(scene, says)):
            yield _Denial(verb, by, None)
        return
    thing = child(verb, "dobj") or (child(verb, "nsubjpass") if child(verb, "agent") is not None else None)
    content = child(verb, "ccomp", "xcomp")
    if is_negated(verb) or any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children):
        return
    denied: tuple[int, int] | None = None
    is_figure = content is not None and content.lemma_.lower() in _CHARGES and content.pos_ in ("NOUN", "VERB")
    if lemma in _DENYING and content is not None and is_figure and child(content, *SUBJECTS) is None:
        denied = None  # 'doubts that figure', which the parser takes for a clause
    elif lemma in _DENYING and content is not None and content.i > verb.i:
        denied = content.left_edge.i, content.right_edge.i + 1
    elif (lemma in _DENIED and thing is not None and _is_charge(thing)) or (
        lemma == "call" and thing is not None and _is_called_untrue(verb)
    ):
        denied = _content_of(thing)
    elif lemma == "disagree" and (goal := child(verb, "prep")) is None:
        denied = goal
    else:
        return
    by = _denier(scene, verb)
    if by:
        yield _Denial(verb, by, denied)


def _is_charge(thing: Token) -> bool:
    return thing.lower_ in _TAKEN_UP or thing.lemma_.lower() in _CHARGES


def _content_of(thing: Token) -> tuple[int, int] | None:
    """'reports that he had met her': the clause; none for 'it' and 'the figure'."""
    clause = child(thing, "acl", "relcl", "ccomp")
    is_participle = clause is not None and clause.tag_ == "VBN" and child(clause, "aux", "auxpass") is None
    if clause is not None and ":" in thing.doc[thing.i : clause.left_edge.i + 1].text:
        return None  # 'rejects this: all were freed': what it says itself
    return None if clause is None or is_participle else (clause.left_edge.i, clause.right_edge.i + 1)


def _is_called_untrue(verb: Token) -> bool:
    return any(c.lemma_.lower() in UNTRUE for c in verb.subtree if verb.i < c.i < verb.i + 12)


def _is_unaware(verb: Token) -> bool:
    """'was not aware of any such message', 'is unaware of such a plan'."""
    aware = next((c for c in children(verb, "acomp") if c.lower_ in ("aware", "unaware")), None)
    is_such = aware is not None and any(t.lower_ == "such" for t in aware.subtree)
    return is_such and aware is not None and (aware.lower_ == "unaware") != is_negated(verb)


def _denier(scene: Scene, verb: Token) -> str:
    agent = child(verb, "agent")
    subject = child(agent, "pobj") if agent is not None else subject_of(verb)
    if subject is None:
        return ""
    return _named(scene, subject)


def _named(scene: Scene, token: Token) -> str:
    """The actor who is meant, else the person, else the words for them."""
    if parties := parties_of(scene, token):
        return parties[0]
    referent = scene.references.who(token)
    if referent is not None and (referent.is_person or token.pos_ == "PROPN"):
        return referent.name
    if token.pos_ == "PRON":
        return ""
    passage = scene.passage(*noun_phrase(token))
    return "" if passage is None else passage.text.removeprefix("The ").removeprefix("the ")


# --- what is denied ---------------------------------------------------------------------------------------------------------------


def _mention(scene: Scene, voices: Voices, denial: _Denial) -> DisputeMention | None:
    first, last = clause_tokens(denial.verb)
    subject = subject_of(denial.verb)
    if subject is not None and 0 < denial.verb.i - subject.i < _FAR * 5:
        first = min(first, subject.left_edge.i)
    words_of_denial = scene.passage(first, last)
    asserted = _asserted(scene, voices, denial)
    if asserted is not None:
        return DisputeMention(asserted.passage, asserted.matter, asserted.by, denial.by, denial=words_of_denial)
    if denial.denied is None:
        return None
    passage, matter = scene.passage(*denial.denied), issue_words(scene, *denial.denied)
    if passage is None or not matter:
        return None
    return DisputeMention(passage, matter, _teller(scene, denial), denial.by, denial=words_of_denial)


def _teller(scene: Scene, denial: _Denial) -> str:
    """Whose report is denied, where the denial names it: 'denied the union's claim that ...'; empty where nobody is named."""
    thing = child(denial.verb, "dobj")
    owner = child(thing, "poss") if thing is not None else None
    return _named(scene, owner) if owner is not None else ""


def _asserted(scene: Scene, voices: Voices, denial: _Denial) -> _Assertion | None:
    """What somebody else said shortly before: the last thing said where the denial only points back, else what shares its words."""
    own = scene.passage(denial.verb.i, denial.verb.i + 1)
    for sentence in _sentences_before(denial.verb):
        stop = min(sentence.end, denial.verb.i if denial.verb.sent == sentence else sentence.end)
        accusations = list(_accusations(scene, sentence, stop))
        candidates = [
            *(each for each in accusations if each.of == denial.by),
            *_statements(scene, voices, sentence, stop),
            *accusations,
        ]
        if denial.verb.lemma_ in _REFUSING:
            candidates = [each for each in candidates if not each.is_wish]
        for each in candidates:
            is_own = own is not None and each.passage.start <= own.start < each.passage.end
            if each.by and each.by != denial.by and not is_own and (denial.denied is None or _is_about(scene, each, denial.denied)):
                return each
        if denial.denied is None and denial.verb.sent != sentence:
            return None
    return None


def _sentences_before(verb: Token) -> Iterator[Span]:
    sentence = verb.sent
    for _ in range(_FAR):
        yield sentence
        if sentence.start == 0:
            return
        sentence = verb.doc[sentence.start - 1].sent


def _statements(scene: Scene, voices: Voices, sentence: Span, stop: int) -> Iterator[_Assertion]:
    seen: list[Statement] = []
    for token in reversed(scene.doc[sentence.start : stop]):
        statement = voices.statement_at(token.idx)
        if statement is None or statement in seen:
            continue
        seen.append(statement)
        attribution = voices.attribution_at(token.idx)
        if attribution is not None and attribution.verb is not None and attribution.verb >= stop and attribution.verb < sentence.end:
            continue
        speaker = statement.speaker
        is_wish = attribution is not None and attribution.verb is not None and scene.doc[attribution.verb].lemma_ in _WISHING
        yield _Assertion(statement.content, speaker.actor or speaker.name, _short(statement.content.text), is_wish=is_wish)


def _accusations(scene: Scene, sentence: Span, stop: int) -> Iterator[_Assertion]:
    """'accuses B of ...', 'put their losses at ...': told by the verb, with no statement read from it."""
    for verb in reversed(scene.doc[sentence.start : stop]):
        if verb.pos_ != "VERB" or verb.lemma_ not in _ACCUSING or child(verb, *SUBJECTS) is None:
            continue
        subject = subject_of(verb)
        first, last = clause_tokens(verb)
        passage = scene.passage(first, min(last, stop))
        if subject is not None and passage is not None and any(t.is_alpha for t in verb.rights):
            accused = child(verb, "dobj") if verb.lemma_ in ("accuse", "blame", "charge") else None
            of = _named(scene, accused) if accused is not None else ""
            yield _Assertion(passage, _named(scene, subject), _short(scene.doc[verb.i + 1 : min(last, stop)].text), of)


def _is_about(scene: Scene, assertion: _Assertion, denied: tuple[int, int]) -> bool:
    meant = {t.lemma_.lower() for t in scene.doc[slice(*denied)] if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM")}
    said = assertion.passage.text.lower()
    return sum(len(word) > _FAR and word in said for word in meant) >= _SHARED


def _short(text: str) -> str:
    return " ".join(text.replace("\n", " ").split()[:14]).strip(",;:.“”\"' ")
