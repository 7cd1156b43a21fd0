"""What parties take by an accord: 'the three countries agreed that', 'reached a deal to', 'a mutual agreement to exchange'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.own_words import told_by
from gobetween.reading.talks.positions.stands import Stand, before_aside, issue_range
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_ACCORDS = words(
    "agreement deal accord pact treaty settlement compromise understanding truce ceasefire armistice contract consensus memorandum"
)
_STRIKING = words("reach strike sign conclude clinch seal ink forge finalise finalize initial")
_DETAILS = words("detail term modality wording arrangement")
_SIGNING = words("sign seal ink initial")  # what one side does alone
_HAMMERED = words("hammer work thrash")  # with 'out'
_SIDES = words(
    """side party country state nation government faction camp delegation group foe rival neighbour neighbor enemy adversary company
    leader minister team negotiator"""
)
_OPPOSED = words("rival warring opposing feuding belligerent conflicting")
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_OBSERVING = words("observe respect honour honor uphold abide adhere implement")
_WILL = words("will would shall 'll ’ll 'd ’d")
_TELLING = words("say announce declare confirm state promise pledge vow")
_EMPLOYERS = words("management employer owner company operator board")
_MUTUAL = words("mutual joint bilateral reciprocal")
_LEADING_TO = words("result end conclude culminate lead produce yield bring secure")
_NOT_YET = words("will would could may might can must should shall 'll ’ll 'd ’d")
_TALKS = stances.TALKED | _ACCORDS | words("mediation war dispute conflict fighting gap standoff")
_SENT = words("representative delegate envoy negotiator delegation emissary official")
_YEAR = 4  # digits
_FURTHEST = 600  # tokens before 'the three countries' among which they are named


def agreed_by_sides(scene: Scene, verb: Token) -> Stand | None:
    """'the three countries agreed that', 'the rival factions agreed to': accepted by each of the sides that the text has named."""
    subject = child(verb, "nsubj")
    if verb.lemma_ != "agree" or subject is None or is_negated(verb) or is_unreal(verb) or _is_to_come(verb):
        return None
    content = child(verb, "ccomp", "xcomp", "prep")
    parties = sides_of(scene, subject)
    if not parties or content is None or content.i < verb.i or _is_of_meeting(content):
        return None
    first, last = clause_tokens(verb)
    last = before_aside(verb, last)
    return Stand(parties, Stance.ACCEPT, (first, last), issue_range(verb, last), shown_by=verb.i)


def upheld(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'they would observe a ceasefire', 'will abide by the accord': accepted by whoever says so of its own side."""
    things = [*children(verb, "dobj"), *(goal for p in children(verb, "prep") for goal in children(p, "pobj"))]
    is_of_accord = verb.lemma_ in _OBSERVING and any(t.lemma_.lower() in _ACCORDS for t in things)
    subject = child(verb, "nsubj") if is_of_accord else None
    if subject is None or is_negated(verb) or is_unreal(verb) or not has_auxiliary(verb, _WILL):
        return None
    parties = sides_of(scene, subject) or agents_of(scene, verb)
    above = next((a for a in (verb.head, verb.head.head) if a.pos_ == "VERB" and a.lemma_ in _TELLING), None)
    teller = child(above, "nsubj") if above is not None else None
    if subject.lower_ in ("they", "it", "we") and teller is not None and (meant := sides_of(scene, teller)):
        parties = meant
    told = told_by(scene, voices, verb)
    if not parties or (told and not set(told) & set(parties)):
        return None
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.ACCEPT, (first, last), (verb.i + 1, last), shown_by=verb.i)


def struck(scene: Scene, verb: Token) -> Stand | None:
    """'Norway and Canada reached a deal to share the catch', 'signed a treaty with Canada on the border': accepted by both."""
    is_out = verb.lemma_ in _HAMMERED and has_child(verb, ("out",), "prt")
    thing = child(verb, "dobj")
    if thing is None or not (
        ((verb.lemma_ in _STRIKING or is_out) and thing.lemma_.lower() in _ACCORDS) or _is_of_details(verb, thing)
    ):
        return None
    if is_negated(verb) or is_unreal(verb) or _is_to_come(verb) or has_left(thing, ("no",)):
        return None
    content = _content(thing) or _content(verb)
    subject = subject_of(verb)
    own = (sides_of(scene, subject) or agents_of(scene, verb)) if subject is not None else ()
    with_whom = _with_whom(scene, thing) or _with_whom(scene, verb)
    parties = tuple(dict.fromkeys((*own, *with_whom)))
    is_with_employer = set(with_whom) <= set(own) and (_is_with(thing, _EMPLOYERS) or _is_with(verb, _EMPLOYERS))
    if own and is_with_employer:  # 'the union reached an agreement with its management'
        first, last = clause_tokens(verb)
        return Stand(own, Stance.ACCEPT, (first, last), (thing.left_edge.i, last), shown_by=verb.i)
    is_of_both = len(parties) >= len(("one", "other"))
    if not own or (not is_of_both and (content is None or verb.lemma_ not in _SIGNING)):
        return None
    if content is None and _is_of_old(verb):
        return None
    about = content or thing
    first, last = clause_tokens(verb)
    last = before_aside(verb, max(last, about.right_edge.i + 1))
    return Stand(parties, Stance.ACCEPT, (first, last), (about.left_edge.i, max(last, about.left_edge.i + 1)), shown_by=verb.i)


def _is_of_details(verb: Token, thing: Token) -> bool:
    """'settled the details of the truce', 'worked out the terms of a patrol'."""
    is_out = verb.lemma_ in ("work", "iron", "hammer", "thrash") and has_child(verb, ("out",), "prt")
    is_done = verb.lemma_ in ("settle", "finalise", "finalize", "complete", "conclude", "agree") or is_out
    return is_done and thing.lemma_ in _DETAILS and has_child(thing, ("of", "for", "on"), "prep")


def _is_of_old(verb: Token) -> bool:
    """'reached an accord in 1979', 'before they reached a deal'."""
    is_before = has_child(verb, ("before", "until", "till"), "mark")
    return is_before or any(t.is_digit and len(t) == _YEAR for t in verb.subtree if t.ent_type_ == "DATE")


def told_done(scene: Scene, verb: Token) -> Stand | None:
    """'the union and the port said that a tentative agreement had been reached': accepted by those of the talks who say so."""
    thing = child(verb, "nsubjpass")
    if thing is None or verb.lemma_ not in _STRIKING or thing.lemma_.lower() not in _ACCORDS or verb.dep_ != "ccomp":
        return None
    if is_negated(verb) or is_unreal(verb) or _is_to_come(verb) or verb.head.lemma_ not in _TELLING or is_negated(verb.head):
        return None
    teller = child(verb.head, "nsubj")
    parties = (sides_of(scene, teller) or parties_of(scene, teller)) if teller is not None else ()
    parties = tuple(dict.fromkeys((*parties, *_with_whom(scene, thing), *_with_whom(scene, verb)))) if parties else ()
    if len(parties) < len(("one", "other")) and not set(parties) & set(scene.pair):
        return None  # a mediator, or anybody, may tell of it
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.ACCEPT, (verb.head.left_edge.i, last), (first, last), shown_by=verb.i) if parties else None


def accord(scene: Scene, noun: Token) -> Stand | None:
    """'a mutual agreement to exchange prisoners', 'an agreement between Norway and Canada to'."""
    if noun.lemma_.lower() not in _ACCORDS:
        return None
    content = _content(noun)
    if content is None or has_left(noun, ("no", "any", "possible", "potential", "future", "draft", "proposed")):
        return None
    if not _is_come_to(noun):
        return None
    between = child_called(noun, ("between", "among"), "prep")
    goal = child(between, "pobj") if between is not None else None
    parties = parties_of(scene, goal) if goal is not None else ()
    if not parties and has_left(noun, _MUTUAL):
        parties = scene.pair
    if len(parties) < len(("one", "other")):
        return None
    return Stand(parties, Stance.ACCEPT, (noun.left_edge.i, noun.right_edge.i + 1), (content.left_edge.i, content.right_edge.i + 1))


def _is_come_to(noun: Token) -> bool:
    """Whether the accord has been made: 'the talks resulted in an agreement to', 'announced a mutual agreement to'."""
    at = noun
    for _ in range(4):
        if at.head is at:
            return not at.doc[at.i].is_sent_start
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            is_past = at.tag_ in ("VBD", "VBN", "VBZ") or has_child(at, ("has", "have", "had"), "aux")
            is_made = at.lemma_ in _LEADING_TO | {"announce", "reach", "include", "hail", "welcome"}
            return is_made and is_past and not is_negated(at) and not is_unreal(at) and not _is_to_come(at)
    return False


def _content(holder: Token) -> Token | None:
    """What an accord says: 'to share the catch', 'on pay', 'that the border be open', 'under which they share'."""
    for c in holder.rights:
        is_clause = c.dep_ in ("acl", "relcl", "ccomp", "advcl", "xcomp") and (c.tag_ == "VB" or c.dep_ == "ccomp")
        is_under = c.dep_ == "relcl" and has_child(c, ("under",), "prep")
        goal = child(c, "pobj") if c.dep_ == "prep" and c.lower_ in ("on", "over", "for") else None
        if is_clause or is_under or (goal is not None and goal.ent_type_ not in ("DATE", "TIME", "GPE")):
            return None if is_clause and _is_of_meeting(c) else c
    return None


def _is_of_meeting(clause: Token) -> bool:
    """'to meet again', 'to hold further talks' set a meeting, and no issue."""
    thing = child(clause, "dobj")
    return clause.lemma_ in ("meet", "talk", "reconvene", "speak") or (
        clause.lemma_ in stances.TALKING and (thing is None or thing.lemma_.lower() in stances.TALKED)
    )


def _is_with(holder: Token, whom: frozenset[str]) -> bool:
    return any(g.lemma_.lower() in whom for p in children(holder, "prep") if p.lower_ == "with" for g in children(p, "pobj"))


def _with_whom(scene: Scene, holder: Token) -> tuple[str, ...]:
    """The other side of an accord, also where the parser hangs it on what the accord is on: 'a deal on fishing with Norway'."""
    on = (p for p in children(holder, "prep") if p.lower_ in ("on", "over", "for", "about"))
    holders = (holder, *(goal for p in on for goal in children(p, "pobj")))
    for each in holders:
        prep = child_called(each, ("with",), "prep")
        goal = child(prep, "pobj") if prep is not None else None
        if goal is not None and (parties := parties_of(scene, goal)):
            return parties
    return ()


def _is_to_come(verb: Token) -> bool:
    """'will sign', 'hope to reach', 'close to reaching', 'have yet to sign'."""
    if has_child(verb, _NOT_YET, "aux"):
        return True
    is_aim = has_child(verb, ("to",), "aux") and verb.dep_ not in ("ROOT", "ccomp")
    return is_aim or (verb.dep_ == "pcomp" and verb.head.lower_ in ("to", "of", "for", "without", "before", "at"))


# --- who the sides are ------------------------------------------------------------------------------------------------------------


def sides_of(scene: Scene, subject: Token) -> tuple[str, ...]:
    """Who 'the two sides', 'the rival factions', 'the three countries' are, told by the text before; nobody where that is open."""
    if subject.tag_ != "NNS" or subject.lemma_.lower() not in _SIDES or scene.names.at(subject) is not None:
        return ()
    before = {c.lower_ for c in subject.lefts}
    count = next((_COUNTS[word] for word in before if word in _COUNTS), 2 if before & _OPPOSED or subject.lemma_ == "side" else 0)
    if count == len(("one", "other")):
        return scene.pair or _last_named(scene, subject, count)
    return _last_named(scene, subject, count) if count else ()


def _last_named(scene: Scene, subject: Token, count: int) -> tuple[str, ...]:
    """The last row of names before that has just so many: 'Egypt, Ethiopia and Sudan'; two only where they are put at talks."""
    is_two = count == len(("one", "other"))
    for head in _heads_of_rows(scene, subject):
        named = [scene.party(each) for each in (head, *head.conjuncts)]
        row = tuple(dict.fromkeys(name for name in named if name is not None))
        if len(row) == len(named) == count and (not is_two or _is_at_talks(head)):
            return row
    return ()


def _heads_of_rows(scene: Scene, subject: Token) -> Iterator[Token]:
    last = subject.sent.start
    for mention in reversed(tuple(scene.names.mentions(max(0, last - _FURTHEST), last))):
        head = scene.doc[mention.start : mention.end].root
        if head.dep_ != "conj" and any(True for _ in head.conjuncts):
            yield head


def _is_at_talks(head: Token) -> bool:
    """'talks between A and B', 'envoys of A and B'."""
    prep = head.head
    if head.dep_ != "pobj" or prep.lower_ not in ("between", "for", "from", "of"):
        return False
    return bool({prep.head.lemma_.lower(), prep.head.lower_.removesuffix("s")} & (_TALKS if prep.lower_ == "between" else _SENT))
