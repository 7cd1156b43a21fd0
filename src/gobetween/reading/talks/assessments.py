"""How a source says that the talks go: hopeful, gloomy, at a decisive moment."""

from __future__ import annotations

import re

from attrs import frozen
from spacy.attrs import LOWER
from spacy.tokens import Doc, Span, Token

from gobetween.model.evidence import AssessmentMention, Speaker, Statement, Tone
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, noun_phrase, subject_of, trimmed
from gobetween.reading.word_lists import words

_PATTERNS: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    (
        Tone.GLOOMY,
        re.compile(
            r"(?=\b\w|pessimis)(?:"  # all begin with a word, but for one: the many rules are not tried amid words
            r"\bnot (?:progressing|moving|advancing|going (?:well|anywhere|as|forward))\b|\bno (?:progress|breakthrough)\b|"
            r"\b(?:yet|failed|fails?|failing) to (?:\w+ )?(?:be )?(?:a |any |yield |produce |reach |"
            r"make )*(?:breakthrough|deal|agreement|progress)|"
            r"\b(?:did|do|does|has|have|had|will) not (?:\w+ ){0,3}?(?:in )?(?:a |any )?(?:breakthrough|progress)|"
            r"\b(?:without|lack of) (?:a |any )?(?:breakthrough|progress)|\bstall(?:ed|ing)\b|\b(?:deadlock(?:ed)?|impasse|"
            r"stalemate|standstill)\b|"
            r"\bcollaps(?:ed|ing)\b|\bbr(?:oke|oken|eak) down\b|\bfalter\w+|(?<!\bless )(?<!\bnot )(?<!\bno longer )\bpessimis\w+|"
            r"\b(?:less(?: and less)?|no longer|hardly|scarcely) (?:promising|optimistic|encouraging|hopeful|confident|constructive|"
            r"on track|within reach)\b|"
            r"\bnot [“”\"]?\s*(?:very |too |"
            r"so )?(?:promising|optimistic|encouraging|hopeful|confident|close)|"
            r"\b(?:far|miles) apart\b|"
            r"\bgrim\b|\bbleak\b|\bdeeply divided\b|\b(?:some|long) way off\b|\bbr(?:oke|oken|eak) off\b|"
            r"\bsetbacks?\b|\bdim(?:med|ming)?\b|\b(?:talks|negotiations|discussions) (?:\w+ ){0,2}(?:remain|"
            r"are|were) (?:\w+ )?(?:difficult|complex|complicated|tough|fragile|stuck|frozen)\b|"
            r"\bdays or weeks away\b|\bstill (?:be )?(?:days|weeks|months) away\b|"
            r"\b(?:hardly|scarcely|barely) (?:any\w*|a soul)(?: \w+){0,6} (?:optimis|hope|confid|belie|expect)\w*|"
            r"\b(?:nobody|no one|none|neither (?:side|party|camp|team)|few)(?: \w+){0,4} (?:optimis\w+|hopeful|confident|"
            r"believes?|expects?|trusts?)\b|\b(?:do|does|did) not believe in\b|\bno (?:closer|nearer)\b|\blittle (?:hope|progress)\b|"
            r"\b(?:sceptical|skeptical|doubtful|gloomy|despairing|downbeat|disheartened)\b|"
            r"\bless (?:sure|certain|sanguine|upbeat|hopeful|optimistic)\b|\bmood\b[^.]{0,25}\b(?:poor|bad|sour|low|tense|dark)\b|"
            r"\bgaps?(?: \w+){0,4}? (?:is|are|was|were|remains?) (?:still )?(?:too )?(?:wide|large|big|deep)\b|"
            r"\blong way (?:to go|off|apart|from)\b|"
            r"\bsteep(?:er|est)\b|\bhope is\b[^.]{0,12}\b(?:large|big|strong|long) word\b|\buphill\b|\bbogged down\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Tone.MIXED,
        re.compile(
            r"\bprogress (?:on|over|in) [^.;]{1,40}\bbut (?:none|little|not)\b|\bfifty-fifty\b|"
            r"\ba step, (?:though|if|but|albeit) [^.;]{0,20}\b(?:small|first|tiny)\b|\b(?:slow|some|limited|modest) progress\b",
            re.IGNORECASE,
        ),
    ),
    (
        Tone.CRITICAL,
        re.compile(
            r"\b(?:critical|crucial|decisive|delicate|sensitive|pivotal|make-or-break|final)[”\"’']? (?:phase|juncture|stage|"
            r"point|moment|hours|days|round)\b|\bcrossroads\b|\bturning point\b|\blast chance\b",
            re.IGNORECASE,
        ),
    ),
    (
        Tone.HOPEFUL,
        re.compile(
            r"\bclose to (?:overcoming|a |an |agreement|reaching|concluding|signing|finali\w+|agreeing|deal|declaring|ending)|"
            r"\boptimis(?:m|tic)\b|\bwithin reach\b|"
            r"\b(?:good|significant|real|substantial|great|considerable|major|important|notable|"
            r"tangible) (?:\w+ )?progress\b|\bprogress (?:may seem|seems|has been made|was made|is being made)\b|"
            r"\b(?:made|making|achieved|achieving|reached|announced|reports?|reported) (?:\w+ )?(?:a )?breakthrough\b|"
            r"\bpromising\b|\bencouraging\b|\bclos(?:er|ing in) (?:to|on)\b|\bgaps? (?:\w+ )?narrow\w*|\bnarrow(?:ed|"
            r"ing) (?:the )?gaps?\b|"
            r"\b(?:deal|agreement|truce) (?:is |was |seems |appears )?(?:near|close|imminent|likely)\b|\bon track\b|"
            r"\bconfident\b|\bhopeful\b|\bconstructive\b|\bupbeat\b|\bsanguine\b|\bbullish\b|\breal movement\b|"
            r"\b(?:almost|nearly) there\b|\b(?:two[- ]thirds|three[- ]quarters|most|half) of the way\b|"
            r"\bone (?:meeting|session|step|signature) away\b|\bsteps? forward\b|\bmore relaxed\b|"
            r"\bmood\b[^.]{0,25}\b(?:good|better|friendly|warm)\b",
            re.IGNORECASE,
        ),
    ),
)
_MOODS = words(
    "optimistic pessimistic hopeful confident upbeat sceptical skeptical gloomy doubtful sanguine bullish downbeat relaxed sure certain"
)
_MOOD_WITHIN = 4  # tokens from the first of a judgement
_TOPIC = re.compile(
    r"\b(?:talks?|negotiat\w+|mediat\w+|deal|agreements?|truce|cease-?fire|settlement|round|accord|discussions?|"
    r"dialogue|process|breakthrough|bargaining|merger|they|contract|progress|gaps?|sides|pause|proposal|"
    r"paper|draft|hope|peace|chances)\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    "not|no |without|lack|yet to|fail|stall|dead|impasse|stalemate|collaps|br[eo]|falter|pessimis|apart|setback|dim|"
    "away|remain|critical|crucial|decisive|delicate|sensitive|pivotal|"
    "grim|bleak|divided|way off|"
    "make-or|final|cross|turning|last|close|closing|optimis|reach|progress|break|promis|encourag|narrow|near|"
    "imminent|likely|track|confident|hopeful|constructive|hardly|scarcely|barely|nobody|none|neither|few |ical|doubtful|gloomy|despair|"
    "downbeat|dishearten|less |mood|gap|long way|steep|hope|uphill|bogged|upbeat|sanguine|bullish|movement|there|of the way|step|"
    "relaxed|fifty|belie"
)


@frozen
class _Judged:
    tone: Tone
    start: int
    end: int


def find_assessments(scene: Scene, voices: Voices) -> tuple[AssessmentMention, ...]:
    """All judgements of how the talks go, in reading order."""
    found: list[AssessmentMention] = []
    moods = _moods_in(scene.doc)
    for sentence in scene.doc.sents:
        text = sentence.text
        if not _ANY.search(text.lower()):
            continue
        is_of_talks = bool(_TOPIC.search(text)) or voices.statement_at(sentence.start_char) is not None
        if not is_of_talks and not any(sentence.start <= i < sentence.end + _MOOD_WITHIN for i in moods):
            continue  # before the long rules are tried
        for judged in _judged(text):
            if is_of_talks or _mood_of(scene, sentence, sentence.start_char + judged.start) is not None:
                mention = _mention(scene, voices, sentence, judged)
                found += [mention] if mention is not None else []
    return tuple(found)


def _moods_in(doc: Doc) -> list[int]:
    """The tokens that are words for a mood."""
    numbers = {doc.vocab.strings[word] for word in _MOODS}
    return [i for i, lower in enumerate(doc.to_array(LOWER).tolist()) if lower in numbers]


def _judged(text: str) -> list[_Judged]:
    """The judgements in one sentence: a negated hope is gloom alone, and of two the first counts."""
    found: list[_Judged] = []
    taken: list[tuple[int, int]] = []
    for tone, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            overlaps = any(match.start() < end and start < match.end() for start, end in taken)
            taken.append(match.span())
            if not overlaps and not any(other.tone is tone and not _is_far(text, other, match.start()) for other in found):
                found.append(_Judged(tone, match.start(), match.end()))
    return sorted(found, key=lambda j: j.start)


def _is_far(text: str, other: _Judged, start: int) -> bool:
    return ", " in text[min(other.end, start) : max(other.end, start)] and abs(start - other.end) > 60


def _mention(scene: Scene, voices: Voices, sentence: Span, judged: _Judged) -> AssessmentMention | None:
    start = sentence.start_char + judged.start
    statement = voices.statement_at(start)
    own = _mood_of(scene, sentence, start)
    if statement is not None and own is None:
        return AssessmentMention(statement.content, judged.tone, by=statement.speaker, told_to=statement.told_to)
    teller = _told_with(scene, voices, sentence, start)
    passage = scene.words(_clause(sentence, start) or trimmed(sentence))
    if passage is None:
        return None
    if own is None and teller is not None:
        return AssessmentMention(passage, judged.tone, by=teller.speaker, told_to=teller.told_to)
    return AssessmentMention(passage, judged.tone, by=own)


def _told_with(scene: Scene, voices: Voices, sentence: Span, start: int) -> Statement | None:
    """The statement whose verb governs a quoted judgement that its words leave out: 'describing the mood as "..."'."""
    at = next((t for t in sentence if t.idx + len(t) > start), None)
    is_quoted = at is not None and scene.quoted.at(at) >= 0
    for _ in range(6 if is_quoted else 1):
        if at is None:
            break
        if (statement := voices.cued_by(at.i)) is not None:
            return statement
        at = at.head
    return None


def _clause(sentence: Span, start: int) -> tuple[int, int] | None:
    """The characters of the clause around a judgement."""
    token = next((t for t in sentence if t.idx + len(t) > start), None)
    at = token
    for _ in range(6):
        if at is None or (at.dep_ in ("ROOT", "conj", "advcl", "ccomp", "parataxis") and at.pos_ in ("VERB", "AUX")):
            break
        at = at.head
    return trimmed(sentence.doc[at.left_edge.i : at.right_edge.i + 1]) if at is not None else None


def _mood_of(scene: Scene, sentence: Span, start: int) -> Speaker | None:
    """Whose mood it is in 'was optimistic that ...'."""
    token = next((t for t in sentence if t.idx + len(t) > start), None)
    mood = _mood_word(token)
    if mood is None:
        return None
    subject = subject_of(mood.head)
    if subject is None or scene.quoted.at(subject) >= 0:
        return None
    referent = scene.references.who(subject)
    called = scene.words(trimmed(scene.doc[slice(*noun_phrase(subject, mood.head))]))
    is_crowd = subject.tag_ == "NNS"
    if referent is None or called is None or not (referent.actor or referent.is_person or referent.is_anonymous or is_crowd):
        return None
    return Speaker(called, referent.name, actor=referent.actor, source_type=referent.source_type)


def _mood_word(token: Token | None) -> Token | None:
    if token is None:
        return None
    for near in token.doc[token.i : min(token.i + _MOOD_WITHIN, len(token.doc))]:
        if near.lower_ in _MOODS and near.dep_ in ("acomp", "conj", "oprd", "advmod"):
            return near if child(near.head, "nsubj") is not None or subject_of(near.head) is not None else None
    return None
