"""Disputed facts: what one says and another denies, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.symbols import AUX, NOUN, VERB
from spacy.tokens import Span, Token

from gobetween.model.evidence import DisputeMention, Statement
from gobetween.model.passages import Passage
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, is_negated, subject_of, tokens_of
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.differences.counterfigures import Claimed, find_counterfigures
from gobetween.reading.talks.differences.denials import CHARGES, Denial, find_denials, find_mistaken, named
from gobetween.reading.talks.differences.gainsaying import find_gainsaid
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.word_lists import words

_ACCUSING = words(
    "accuse blame charge allege claim say tell put report assert maintain contend estimate speak count signal suggest arrive indicate"
)
_CHARGING = words("accuse blame charge")
_ANSWERING = words("say insist maintain deny reply respond")
_REFUSING = frozenset({"reject", "dismiss"})
_WISHING = words("insist demand want propose offer urge call ask request suggest")
_FAR = 3  # sentences looked back over
_SHARED = 2  # words in common between what is denied and what was said


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
    for token in tokens_of(scene.doc, VERB, AUX, NOUN):
        if scene.quoted.at(token) < 0:
            for denial in (*find_denials(scene, token), *find_mistaken(scene, token)):
                mention = _mention(scene, voices, denial)
                if mention is not None:
                    found.setdefault((mention.passage.start, mention.passage.end, mention.denied_by), mention)
            answered = _accused_and_answering(scene, token)
            if answered is not None and not any(_overlap(told.passage, answered.passage) for told in found.values()):
                found[(answered.passage.start, answered.passage.end, answered.denied_by)] = answered
    for claim, other in find_counterfigures(scene):
        mention = _countered(scene, claim, other)
        if mention is not None and not any(_overlap(told.passage, mention.passage) for told in found.values()):
            found[(mention.passage.start, mention.passage.end, mention.denied_by)] = mention
    for first, later in find_gainsaid(scene, voices):
        told = DisputeMention(first.content, _short(first.content.text), _who(first), _who(later), denial=later.content)
        if not any(_overlap(each.passage, told.passage) for each in found.values()):
            found[(told.passage.start, told.passage.end, told.denied_by)] = told
    return tuple(found.values())


def _who(statement: Statement) -> str:
    return statement.speaker.actor or statement.speaker.name


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _countered(scene: Scene, claim: Claimed, other: Claimed) -> DisputeMention | None:
    """A figure that another sets his own against."""
    passage = scene.passage(*claim.tokens)
    if passage is None:
        return None
    return DisputeMention(passage, _short(passage.text), claim.by, other.by, denial=scene.passage(*other.tokens))


def _mention(scene: Scene, voices: Voices, denial: Denial) -> DisputeMention | None:
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
    by = denial.told_by or _told_beside(scene, denial)
    is_asserted = bool(by) or any(t.lemma_.lower() in CHARGES for t in (denial.verb.head, *children(denial.verb, "dobj", "nsubjpass")))
    if passage is None or not matter or not is_asserted or by == denial.by:
        return None  # what the text has nobody assert is no matter between two, only a denial
    return DisputeMention(passage, matter, by, denial.by, denial=words_of_denial)


def _told_beside(scene: Scene, denial: Denial) -> str:
    """Who asserts what is denied, where a clause beside it says so: 'as Norway claims', 'after Norway accused it'."""
    for verb in denial.verb.subtree:
        is_beside = verb.dep_ in ("advcl", "relcl", "pcomp") and verb.i != denial.verb.i and verb.lemma_ in _ACCUSING
        subject = child(verb, *SUBJECTS) if is_beside else None
        by = named(scene, subject) if subject is not None and not is_negated(verb) else ""
        if by and by != denial.by:
            return by
    return ""


def _accused_and_answering(scene: Scene, verb: Token) -> DisputeMention | None:
    """'accused Norway of firing, but Norway said its guns were silent', 'the two blamed each other for the fire'."""
    accused, subject = child(verb, "dobj"), child(verb, *SUBJECTS)
    if verb.lemma_ not in _CHARGING or accused is None or subject is None or is_negated(verb):
        return None
    by, of = parties_of(scene, subject), parties_of(scene, accused)
    first, last = clause_tokens(verb)
    if accused.lower_ == "other" and len(by) == 2:
        passage = scene.passage(first, last)
        return None if passage is None else DisputeMention(passage, _matter_of(scene, verb, last), by[0], by[1], denial=passage)
    answer = next((c for c in children(verb, "conj") if c.lemma_ in _ANSWERING), None)
    is_but = answer is not None and any(c.lower_ in ("but", "while") for c in children(verb, "cc"))
    answering = child(answer, *SUBJECTS) if answer is not None and is_but else None
    if answer is None or answering is None or not by or not of or parties_of(scene, answering)[:1] != of[:1] or by[0] == of[0]:
        return None
    passage, denial = scene.passage(first, last), scene.passage(*clause_tokens(answer))
    return None if passage is None else DisputeMention(passage, _matter_of(scene, verb, last), by[0], of[0], denial=denial)


def _matter_of(scene: Scene, verb: Token, last: int) -> str:
    prep = next((p for p in children(verb, "prep") if p.lower_ in ("of", "for")), None)
    return issue_words(scene, verb.i + 1 if prep is None else prep.i + 1, last)


def _asserted(scene: Scene, voices: Voices, denial: Denial) -> _Assertion | None:
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
            is_anothers = bool(denial.told_by) and each.by != denial.told_by
            if (
                each.by
                and each.by != denial.by
                and not is_own
                and not is_anothers
                and (denial.is_pointing or _is_about(scene, each, denial.denied))
            ):
                return each
        if denial.is_pointing and denial.verb.sent != sentence:
            break
    return _asserted_behind(scene, voices, denial) if denial.is_pointing or denial.denied is None else None


def _asserted_behind(scene: Scene, voices: Voices, denial: Denial) -> _Assertion | None:
    """What somebody 'had said', told in the sentence behind the denial."""
    end = denial.verb.sent.end
    if end >= len(scene.doc):
        return None
    sentence = scene.doc[end].sent
    had = next((t for t in sentence if t.lower_ == "had" and t.dep_ == "aux" and t.head.lemma_ in _ACCUSING | {"estimate"}), None)
    if had is None:
        return None
    candidates = (*_statements(scene, voices, sentence, sentence.end), *_accusations(scene, sentence, sentence.end))
    return next((each for each in candidates if each.by and each.by != denial.by), None)


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
        subject = subject_of(verb) if child(verb, *SUBJECTS) is not None else None
        is_estimate = verb.lemma_ == "be" and subject is not None and subject.lemma_ in CHARGES and child(subject, "poss") is not None
        if not is_estimate and (verb.pos_ != "VERB" or verb.lemma_ not in _ACCUSING):
            continue
        first, last = clause_tokens(verb)
        passage = scene.passage(first, min(last, stop))
        if subject is not None and passage is not None and any(t.is_alpha for t in verb.rights):
            accused = child(verb, "dobj") if verb.lemma_ in ("accuse", "blame", "charge") else None
            of = named(scene, accused) if accused is not None else ""
            yield _Assertion(passage, named(scene, subject), _short(scene.doc[verb.i + 1 : min(last, stop)].text), of)


def _is_about(scene: Scene, assertion: _Assertion, denied: tuple[int, int] | None) -> bool:
    if denied is None:
        return True
    meant = {t.lemma_.lower() for t in scene.doc[slice(*denied)] if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM")}
    said = assertion.passage.text.lower()
    return sum(len(word) > _FAR and word in said for word in meant) >= min(_SHARED, max(1, len(meant) - 1))


def _short(text: str) -> str:
    return " ".join(text.replace("\n", " ").split()[:14]).strip(",;:.“”\"' ")
