"""A meeting as one finder has it: its words, its people, how sure it is that there was or will be one."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen
from spacy.tokens import Token

from gobetween.model.dates import When
from gobetween.model.evidence import MeetingMention
from gobetween.reading.concordance import answered_once
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, Range, child, children, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.meetings.participants import place_among, place_of
from gobetween.reading.talks.meetings.status import form_of, status_of
from gobetween.reading.talks.meetings.words import ASKING, MEALS, REFUSING, VISITS
from gobetween.reading.word_lists import words

_FURTHEST_SUBJECT = 25  # tokens before its verb
_LONG_ENOUGH, _FULL, _LONG = 3, 10, 24  # tokens of a clause behind its verb
_TURNS = words("with according amid as while after following saying who which despite where but although though in whose")
_LINKS = frozenset({",", "and", "but", "that", "which"})
_FURTHEST_OWN = 45  # of names with their posts, joined: 'the head of the office, A B, and the mayor, C D, met'
_ABLE = words(
    """empower authorise authorize mandate able unable prepared willing unwilling ready keen reluctant eager free permit allow enable
    entitle refuse want wish like prefer dare need have ought hesitate afraid"""
)  # what one may, can or would do has not been done
_CHANCES = words("mandate chance opportunity right power authority ability reluctance obligation duty need way")
_WEIGHING = words("suggest propose consider recommend mull avoid discuss contemplate rule oppose reject advocate")
_INSISTING = words("insist demand ask urge propose suggest recommend require prefer")  # 'insists that they meet in Oslo'
_DOUBTING = words("doubt imagine picture envisage question")
_AIMS = words("objective aim goal hope idea priority task challenge purpose wish point dream intention ambition")
_OFFERS = words("offer invitation wish desire readiness willingness refusal demand call request proposal urge appeal threat bid")


@frozen
class Part:
    """A meeting in the tokens `[first, last)`; `is_sure` where no second participant or place is needed to show that it is one."""

    first: int
    last: int
    mention: MeetingMention
    is_sure: bool = False
    is_aside: bool = False  # told by a phrase, of which the verbs beside it say nothing
    is_known: bool = False  # spoken of as told already: 'Monday's talks', 'the meeting in Oslo'


def make_part(scene: Scene, at: Token, tokens: Range, people: Iterable[str], kind: str, *, noun: Token | None = None) -> Part | None:
    """The meeting that the verb or noun `at` tells in `tokens`; `noun` is the talks or the trip that a verb is about."""
    names = tuple(dict.fromkeys(people))
    if scene.doc[tokens[1] - 1].text in ("”", '"') and not any(t.text in ("“", '"') for t in scene.doc[tokens[0] : tokens[1] - 1]):
        tokens = tokens[0], max(tokens[1] - 1, tokens[0] + 1)  # a quotation that only ends here
    place = _place(scene, at, noun, kind)
    passage = scene.passage(*tokens)
    if passage is None:
        return None
    if place is None and kind in ("talks", "meeting"):
        place = place_among(scene, tokens)
    when = _when(scene, at, tokens)
    mention = MeetingMention(passage, names, kind=kind, place=place, when=when, status=status_of(at), form=form_of(scene, tokens, at))
    return Part(*tokens, mention)


def _when(scene: Scene, at: Token, tokens: Range) -> When:
    """The day that hangs on the verb or noun itself; else the first among its words, else the first before them in the sentence."""
    start, end = scene.doc[tokens[0]].idx, scene.doc[tokens[1] - 1].idx + len(scene.doc[tokens[1] - 1])
    for found in scene.dates:
        if start <= found.start and found.end <= end and not found.when.is_unknown:
            span = scene.doc.char_span(found.start, found.end, alignment_mode="expand")
            if span is not None and not _is_aside(span.root, at):
                return found.when
    when = scene.when(*tokens)
    return scene.when(at.sent.start, tokens[0]) if when.is_unknown else when


def _is_aside(time: Token, at: Token) -> bool:
    """Whether a relative or participial clause with a verb of its own stands between the words for a time and the verb."""
    while time.i not in (at.i, time.head.i):
        if time.dep_ in ("relcl", "acl"):
            return True
        time = time.head
    return False


@answered_once
def is_only_thought_of(verb: Token) -> bool:
    """Whether it is only asked, offered or refused, denied, or a condition: 'asked to see', 'if they meet', 'without meeting'."""
    is_asked = verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB" and verb.head.lemma_ in ASKING
    is_asked = is_asked or (verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and verb.head.lemma_ in _INSISTING)
    is_if = has_child(verb, ("if", "unless", "whether"), "mark")
    is_doubted = verb.dep_ == "ccomp" and verb.head.lemma_ in _DOUBTING
    return (
        is_asked or is_if or is_doubted or _is_in_order(verb) or _is_called_for(verb) or _is_able_only(verb) or _is_only_spoken_of(verb)
    )


def _is_only_spoken_of(verb: Token) -> bool:
    """'suggested hosting them', 'has trouble visiting the camp', 'no intention of returning to the table'."""
    if verb.tag_ != "VBG" or child(verb, "aux") is not None:
        return False
    over = verb.head
    if verb.dep_ == "pcomp" and over.lower_ == "of":
        return any(c.lower_ in ("no", "little") for c in over.head.lefts) or over.head.lemma_.lower() in _CHANCES | _OFFERS | _AIMS
    before = verb.doc[verb.i - 1].lower_ if verb.i > verb.sent.start else ""
    is_trouble = before in ("trouble", "difficulty", "difficulties", "problems")
    return is_trouble or (verb.dep_ in ("xcomp", "pcomp") and over.lemma_ in _WEIGHING)


def _is_in_order(verb: Token) -> bool:
    """'in order to get back to the table': what something is for."""
    first = min((c.i for c in verb.lefts), default=verb.i)
    is_aim = verb.tag_ == "VB" and first > verb.sent.start and verb.doc[first - 1].lower_ == "order"
    return is_aim and not any(t.ent_type_ in ("DATE", "TIME") for t in verb.doc[verb.i : verb.right_edge.i + 1])


def _is_called_for(verb: Token) -> bool:
    """'called on the parties to return', 'called for them to meet'."""
    over = verb.head
    is_infinitive = verb.tag_ == "VB" and has_left(verb, ("to",))
    return is_infinitive and over.lemma_ == "call" and has_child(over, ("on", "upon", "for"), "prep")


def _is_able_only(verb: Token) -> bool:
    """'was empowered to negotiate', 'is ready to meet them', 'a chance to meet'; with a day, 'is ready to meet on Friday', a plan."""
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "ccomp", "acl", "relcl", "advcl"):
        return False
    if (chance := _chance_before(verb)) is not None and chance.lemma_.lower() in _OFFERS:
        return chance.dep_ != "dobj" or chance.head.lemma_.lower() not in ("accept", "take", "seize")
    if verb.head.lemma_ == "be" and (subject := child(verb.head, "nsubj")) is not None and subject.lemma_.lower() in _AIMS:
        return True
    is_dated_plan = any(t.ent_type_ in ("DATE", "TIME") for t in verb.doc[verb.i : verb.right_edge.i + 1])
    is_able = chance is not None or (verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in _ABLE)
    return is_able and not is_dated_plan


def _chance_before(verb: Token) -> Token | None:
    """The noun for an offer or a chance that stands right before 'to' and the verb, whatever the parser hung the verb on."""
    first = min((c.i for c in verb.lefts), default=verb.i)
    noun = verb.doc[first - 1] if first > verb.sent.start else None
    return noun if noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in _OFFERS | _CHANCES else None


def surely(part: Part | None, is_sure: bool = True) -> Part | None:  # reads as a word: surely(part, is_dated)
    """The same, known to be a meeting by its words alone, if `is_sure`."""
    return None if part is None else evolve(part, is_sure=part.is_sure or is_sure)


def _place(scene: Scene, at: Token, noun: Token | None, kind: str) -> str | None:
    place = place_of(scene, at) or (place_of(scene, noun) if noun is not None else None)
    if kind == "visit" and noun is not None:
        inner = next((t for t in scene.doc[noun.i + 1 : noun.right_edge.i + 1] if t.lemma_ in VISITS), None)
        place = (place_of(scene, inner) if inner is not None else None) or place
    return place


def clause_of(scene: Scene, verb: Token, subject: Token | None) -> Range:
    """The tokens of the verb's clause, from its subject where that is near, and from words for a time that stand right before it."""
    first, last = clause_tokens(verb)
    is_borrowed = child(verb, *SUBJECTS) is None and (
        verb.dep_ == "pcomp" or (verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"))
    )
    furthest = _FURTHEST_OWN if subject is not None and subject.head.i == verb.i else _FURTHEST_SUBJECT
    if subject is not None and not is_borrowed and subject.i < verb.i and verb.i - subject.i < furthest:
        first = min(first, subject.left_edge.i)
    return _with_date_before(scene, first), _before_link(scene, verb, _before_aside(scene, verb, last))


def _before_link(scene: Scene, verb: Token, last: int) -> int:
    """The end without the words that only link what follows: 'met on Tuesday, | and that'."""
    while last > verb.i + 1 and scene.doc[last - 1].lower_ in _LINKS:
        last -= 1
    return last


def _before_aside(scene: Scene, verb: Token, last: int) -> int:
    """The end of the clause without a relative clause that closes it: 'met in the zone, which separates the camps'."""
    for token in scene.doc[verb.i + 1 : last]:
        if _is_consequence(token, last):
            last = token.left_edge.i - (1 if token.left_edge.i > 0 and scene.doc[token.left_edge.i - 1].text == "," else 0)
            break
    for token in scene.doc[verb.i + 1 : last]:
        if token.dep_ == "relcl" and token.head.i > verb.i and token.right_edge.i >= last - 2 and token.left_edge.i > token.head.i:
            last = int(token.left_edge.i)
            break
    turns = (i for i in range(verb.i + _LONG_ENOUGH, last - 1) if _is_turn(scene.doc[i], last - verb.i, i - verb.i))
    return next(turns, last)


def _is_consequence(token: Token, last: int) -> bool:
    """'..., ending a pause of four years': a participle behind a comma that closes the clause."""
    first = token.left_edge.i
    is_last = token.dep_ == "advcl" and token.tag_ == "VBG" and token.right_edge.i >= last - 2 and first == token.i
    return is_last and first > 0 and token.doc[first - 1].text == ","


def _is_turn(token: Token, length: int, behind: int) -> bool:
    """'..., according to the mediators', '... amid threats'; in a long clause also '..., with plans for', or where no list goes on."""
    if token.lower_ in ("amid", "amidst") or (token.lower_ == "according" and token.nbor(1).lower_ == "to"):
        return True
    if length <= _LONG or token.text != ",":
        return False
    return token.nbor(1).lower_ in _TURNS or (behind > _FULL and not _is_listed(token.nbor(1)))


def _is_listed(token: Token) -> bool:
    """Whether what begins here goes on with a list: 'met Norway, | Canada and Peru'."""
    return any(t.dep_ in ("conj", "appos") and t.left_edge.i == token.i for t in (token, token.head))


def _with_date_before(scene: Scene, first: int) -> int:
    """The sentence's start where only words for a time stand between it and `first`: 'On Wednesday, ...'."""
    start = scene.doc[first].sent.start
    lead = scene.doc[start:first]
    if 0 < len(lead) <= 4 and any(t.ent_type_ in ("DATE", "TIME") for t in lead):
        return start
    return first


def is_dated(scene: Scene, tokens: Range) -> bool:
    """Whether words for a time stand among the tokens."""
    if tokens[0] >= tokens[1]:
        return False
    if not scene.when(*tokens).is_unknown:
        return True
    return any(t.ent_type_ in ("DATE", "TIME") or (t.dep_ == "pobj" and t.ent_type_ == "DATE") for t in scene.doc[slice(*tokens)])


def has_near(verb: Token, lemmas: frozenset[str], *, within: int = 6) -> bool:
    """Whether one of the words stands shortly behind the verb and hangs on it."""
    behind = verb.doc[verb.i + 1 : min(verb.i + 1 + within, verb.right_edge.i + 1)]
    return any(t.lemma_.lower() in lemmas for t in behind)


def object_behind(verb: Token, *prepositions: str) -> Token | None:
    """The noun behind the first of the prepositions that hangs on the verb or on its particle."""
    for holder in (verb, *(c for c in verb.children if c.dep_ in ("advmod", "prt", "prep"))):
        for prep in holder.children:
            if prep.lower_ == "with" and prep.i < verb.i:
                continue  # 'With two weeks to go, both sides are at the table'
            if prep.dep_ in ("prep", "dative") and prep.lower_ in prepositions and (goal := child(prep, "pobj")) is not None:
                return goal
    return None


def is_refused(verb: Token) -> bool:
    """Whether it is denied, declined, only thought of, or left undone."""
    is_refused = verb.dep_ == "xcomp" and (verb.head.lemma_ in REFUSING or is_negated(verb.head))
    is_denied = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ("deny", "refute", "dispute")
    is_without = verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "before", "instead")
    return is_negated(verb) or is_refused or is_denied or is_without or is_only_thought_of(verb)


def further_guests(verb: Token) -> list[Token]:
    """'saw the employers in the morning and the union in the afternoon', where the parser joins the union to the seeing."""
    return [c for c in children(verb, "conj") if c.pos_ in ("NOUN", "PROPN") and c.i > verb.i]


def kind_of(noun: Token) -> str:
    """Whether talks are one meeting or many."""
    return "meeting" if noun.lemma_.lower() in ("meeting", "summit", "session", "conference", *MEALS) else "talks"


def partner_of(verb: Token) -> Token | None:
    """Those behind 'with', wherever the parser hung it: 'discuss the plan with Canada'."""
    thing = child(verb, "dobj")
    return object_behind(verb, "with") or (object_behind(thing, "with") if thing is not None else None)
