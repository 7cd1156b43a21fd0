"""What a party says to what was said of it: 'nonsense', 'not true', 'knew of no such letter', 'the claim is fiction', 'shot back'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Speaker, Stance
from gobetween.reading.concordance import forms, sentence_of
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_left, is_negated, noun_phrase, subject_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_SAYING = words("say reply retort answer insist counter respond snort scoff tell")
_COUNTERING = words("counter retort rejoin")
_BACK = words("shoot hit fire snap")  # with 'back'
_SHALL = words("will would 'll ’ll must should shall can could may might")
_OFFICES = frozenset({SourceType.OUTLET, SourceType.DOCUMENT})
_EXCLAIMED = stances.UNTRUE | words("lies garbage rot bunk bollocks hogwash baloney propaganda fairytale poppycock balderdash")
_NOT_SO = ("not true", "not so", "that is not true", "that is not so", "that's not true", "untrue", "far from it", "on the contrary")
_LONGEST = 6  # words of an exclamation
_CALLING = frozenset({"it", "this", "that", "they", "these", "those", "both"})


def rebuttal(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The denial that the verb tells, or whose words it brings."""
    if verb.lemma_ == "be" and (told := _called_untrue(scene, voices, verb)) is not None:
        return told
    if _has_such(verb) and (told := _of_no_such(scene, voices, verb)) is not None:
        return told
    if (told := _exclaimed(scene, verb)) is not None:
        return told
    is_countered = verb.lemma_ in _COUNTERING or (verb.lemma_ in _BACK and any(c.lower_ == "back" for c in verb.rights))
    if not is_countered or is_unreal(verb):
        return None
    statement = voices.cued_by(verb.i)
    said = [t for t in verb.sent if statement is not None and voices.statement_at(t.idx) is statement]
    if not said and (clause := child(verb, "ccomp")) is not None and clause.i > verb.i:
        said = list(clause.subtree)
    if not said or any(t.lower_ in _SHALL or t.lemma_ in ("offer", "propose") for t in said):
        return None  # countered with an offer, or with what will be
    subject = subject_of(verb)
    parties = _who(statement.speaker) if statement is not None else parties_of(scene, subject) if subject is not None else ()
    first, last = _told_range(verb, subject, said)
    return Stand(parties, Stance.DENY, (first, last), (said[0].i, said[-1].i + 1), shown_by=verb.i) if parties else None


def _exclaimed(scene: Scene, verb: Token) -> Stand | None:
    """'Nonsense, replies the minister', '"Utter rubbish," said the clerk', 'Not true, says Norway: the flow was never cut'."""
    if verb.lemma_ not in _SAYING or verb.i - verb.sent.start > _LONGEST or verb.i == verb.sent.start:
        return None
    if not _is_exclamation(verb.doc[verb.sent.start : verb.i].text):
        return None
    subject = next((c for c in verb.rights if c.dep_ in ("nsubj", "dobj")), None)
    parties = parties_of(scene, subject) if subject is not None else ()
    if subject is None or not parties:
        return None
    first, last = verb.sent.start, noun_phrase(subject)[1]
    if any(t.text == ":" for t in verb.doc[last : last + 2]):
        last = verb.sent.end  # what it says instead
    return Stand(parties, Stance.DENY, (first, last), (first, verb.i), shown_by=verb.i)


def _who(speaker: Speaker | None) -> tuple[str, ...]:
    return (speaker.actor,) if speaker is not None and speaker.actor and speaker.source_type not in _OFFICES else ()


def _is_exclamation(said: str) -> bool:
    """'Nonsense,', '"Utter rubbish,"', 'Not true,'."""
    text = "".join(c for c in said.lower().replace("’", "'") if c.isalpha() or c in " '").strip(" '")
    words_said = text.split()
    is_short = 0 < len(words_said) <= _LONGEST // 2
    return text.startswith(_NOT_SO) or (is_short and words_said[-1] in _EXCLAIMED)


def _told_range(verb: Token, subject: Token | None, said: list[Token]) -> tuple[int, int]:
    """The words said, and who says them."""
    at = [verb.i, verb.i + 1, said[0].i, said[-1].i + 1]
    if subject is not None and subject.sent == verb.sent:
        at += [subject.left_edge.i, subject.right_edge.i + 1]
    return min(at), max(at)


def _called_untrue(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'the report is, he says, an invention', 'they are "fiction," according to a spokesman'."""
    subject = child(copula, *SUBJECTS)
    said = next((c for c in children(copula, "attr", "acomp") if c.lemma_.lower() in stances.UNTRUE), None)
    if subject is None or said is None or is_negated(copula) or has_auxiliary(copula, _SHALL):
        return None
    if subject.lemma_.lower() not in stances.CHARGES and subject.lower_ not in _CALLING:
        return None
    parties = _who(voices.at(said.idx) or voices.at(copula.idx)) or _put_in(scene, copula)
    first, last = clause_tokens(copula)
    issue = subject.left_edge.i, subject.right_edge.i + 1
    return Stand(parties, Stance.DENY, (first, last), issue, shown_by=copula.i) if parties else None


def _put_in(scene: Scene, copula: Token) -> tuple[str, ...]:
    """Whoever is named in 'is, he says, an invention' or 'is fiction, according to Norway'."""
    for c in copula.subtree:
        subject = child(c, "nsubj") if c.dep_ in ("parataxis", "ccomp") and c.lemma_ in ("say", "insist", "argue") else None
        if subject is not None and c.i != copula.i:
            return parties_of(scene, subject)
        if c.lower_ == "to" and c.head.lower_ == "according" and (goal := child(c, "pobj")) is not None:
            return parties_of(scene, goal)
    return ()


def _has_such(verb: Token) -> bool:
    """Whether the sentence has a 'such' at all."""
    first, last = sentence_of(verb)
    return "such" in forms(verb.doc)[first:last]


def _start_of(over: Token) -> int:
    """Where the words of who says so begin."""
    subject = child(over, "nsubj")
    return subject.left_edge.i if subject is not None and subject.i < over.i else over.i


def _of_no_such(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'knew of no such assurance', 'there was no such plan, Norway said', 'has received no such letter'."""
    things = [*children(verb, "dobj", "attr", "nsubj", "nsubjpass"), *(g for p in children(verb, "prep") for g in children(p, "pobj"))]
    things += [g for a in children(verb, "acomp") for p in children(a, "prep") for g in children(p, "pobj")]  # 'not aware of any such'
    things = [thing for thing in things if has_left(thing, ("such",))]
    is_no_such = is_negated(verb) or any(c.lower_ == "no" for thing in things for c in thing.lefts)
    if not things or not is_no_such or has_auxiliary(verb, _SHALL) or any(t.lemma_ in ("luck", "thing") for t in things):
        return None
    parties = _who(voices.at(verb.idx))
    subject = subject_of(verb)
    if not parties and subject is not None and subject not in things:
        parties = parties_of(scene, subject)
    first, last = clause_tokens(verb)
    first = min(first, *(c.i for c in verb.lefts if c.lower_ == "there"), first)
    over = verb.head
    if verb.dep_ == "ccomp" and over.lemma_ in ("say", "tell") and over.i < verb.i:
        first = min(first, _start_of(over))
    return Stand(parties, Stance.DENY, (first, last), (verb.i, last), shown_by=verb.i) if parties else None
